"""The pages of a shared project in the dock: sharing, opening, and choosing between two edits."""

from __future__ import annotations

import pytest

from tests.postgis.conftest import square
from tests.postgis.server import OWNER
from tests.postgis.test_shared_project import fid_of, reshape_with_a_tool, sector
from tests.qgis.gui.conftest import engine, iface, workspace

__all__ = ["engine", "iface", "workspace"]


@pytest.fixture
def connection(logins):
    """A connection "Mine" of Bert's QGIS, and one of the owner's."""
    from qgis.core import QgsProviderRegistry

    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    for name, role in (("Mine", "bert"), ("Owner", OWNER)):
        metadata.saveConnection(metadata.createConnection(logins[role], {}), name)
    yield metadata
    for name in ("Mine", "Owner"):
        metadata.deleteConnection(name)


@pytest.fixture
def dock(workspace, connection, place, wait_until):
    """Bert's dock with the shared project open in it."""
    workspace.annotation.set_in_front(True)
    page = workspace.annotation.others.sharing
    page.start()
    choose_connection(page, "Mine")
    page.sheet.choose(page._names.index(place.schema))
    page.sheet.action_button.click()
    wait_until(lambda: workspace.annotation.session is not None and len(workspace.annotation._model.counts()) > 0)
    return workspace.annotation


def messages_of(iface):
    return [item.text() for item in iface.messageBar().items()]


def choose_connection(page, name):
    page.sheet.kind_filter.setCurrentIndex(page.sheet.kind_filter.findData(name))


def test_a_shared_project_is_opened_from_the_dock(dock, workspace, place, wait_until):
    assert workspace.project.current().name() == "Sectors - scene"
    assert sum(dock._model.counts().values()) == 6
    bar = workspace.docks["Annotation"].bar
    wait_until(lambda: bar.file_label.text() == f"{place.schema} (shared)")
    assert bar.counts_label.text() == "6 draft"


def test_a_class_key_writes_into_the_database(dock, server, place):
    dock._layer.selectByIds([next(f.id() for f in dock._layer.getFeatures() if f["uuid"] == "s1")])
    dock.set_class(8)
    assert server.psql(f"SELECT class FROM {place.schema}.sectors WHERE uuid = 's1'") == "8"


def test_a_clash_comes_to_the_front_with_both_shapes(dock, anna, wait_until):
    reshape_with_a_tool(anna, "s1", square(2, 0, 0.0015))
    reshape_with_a_tool(dock.session, "s1", square(2, 0, 0.0005))
    page = dock.others.clashes
    assert dock._panel.pages.currentWidget() is page.sheet
    text = page.sheet.detail.text()
    assert "Shape: mine 0.29 ha, theirs 2.57 ha" in text and "Anna" in text
    theirs, mine = (band.asGeometry() for band in dock.more._desk.shapes._bands)
    assert mine.area() < theirs.area()
    page.sheet.action_button.click()
    from qgis.core import QgsGeometry

    assert sector(dock.session, "s1").geometry().equals(QgsGeometry.fromWkt(square(2, 0, 0.0005)))
    assert page.sheet.keys() == [] and "No edit waits" in page.sheet.sentence.text()


@pytest.mark.parametrize(("button", "code", "has_comment"), [("other_button", 8, False), ("both_button", 8, True)])
def test_theirs_or_both_is_a_click(dock, anna, button, code, has_comment):
    anna.set_class([fid_of(anna, "s1")], 8)
    dock._layer.selectByIds([fid_of(dock.session, "s1")])
    dock.set_class(4)
    page = dock.others.clashes
    assert "Class: mine" in page.sheet.detail.text()
    widget = page.both_button if button == "both_button" else page.sheet.other_button
    widget.click()
    assert sector(dock.session, "s1")["class"] == code
    assert (sector(dock.session, "s1")["comment"] not in (None, "")) == has_comment
    assert page.sheet.keys() == []


def test_what_waits_from_yesterday_is_said_at_the_start(anna, bert, workspace, place, iface, connection, wait_until):
    from mining_monitor.adapter.shared_project.writer import ClashError

    anna.set_class([fid_of(anna, "s1")], 8)
    with pytest.raises(ClashError):
        bert.set_class([fid_of(bert, "s1")], 4)
    page = workspace.annotation.others.sharing
    page.start()
    choose_connection(page, "Mine")
    page.sheet.choose(page._names.index(place.schema))
    page.open()
    wait_until(lambda: any("wait for a choice" in text for text in messages_of(iface)))


def test_a_project_file_is_shared_from_the_dock(workspace, connection, project_file, server, wait_until):
    workspace.annotation.set_in_front(True)
    workspace.project.use(project_file)
    page = workspace.annotation.others.sharing
    page.start()
    choose_connection(page, "Owner")
    assert page.name_edit.text() == "pit"
    page.name_edit.setText("pit_from_the_dock")
    page.members_edit.setText("anna, bert")
    page.sheet.other_button.click()
    wait_until(lambda: workspace.project.current().providerType() == "postgres", 30)
    assert server.psql("SELECT count(*) FROM pit_from_the_dock.sectors", role="anna") == "6"


def test_without_a_connection_the_page_says_what_to_do(workspace, project_file):
    workspace.project.use(project_file)
    page = workspace.annotation.others.sharing
    page.start()
    assert "Add one in the Browser panel" in page.sheet.sentence.text()
    assert not page.sheet.action_button.isVisibleTo(page.sheet)


def test_clashes_of_a_file_are_one_sentence(workspace, project_file, iface):
    workspace.project.use(project_file)
    workspace.annotation.set_in_front(True)
    workspace.annotation.others.clashes.start()
    assert any("Nobody else can change this one" in text for text in messages_of(iface))


def test_the_log_of_a_shared_project_is_verified_from_a_copy(dock, anna, fake_engine, wait_until):
    import sqlite3

    from mining_monitor.contract.history import LogReport, VerifyLogRequest

    anna.set_class([fid_of(anna, "s1")], 8)

    def verify(request):
        with sqlite3.connect(request.project) as connection:
            rows = connection.execute("SELECT count(*) FROM log").fetchone()[0]
        connection.close()
        return LogReport(True, rows, None, None, (), "")

    fake_engine.answers[VerifyLogRequest] = verify
    dock.more.log.start()
    wait_until(lambda: "The log is whole. Rows: 7." in dock.more.log.sheet.sentence.text(), 20)


def test_an_earlier_shape_of_a_shared_sector_comes_back(dock, anna, fake_engine, wait_until):
    from qgis.core import QgsGeometry

    from mining_monitor.contract.history import HistoryEntry, SectorHistory, SectorHistoryRequest

    reshape_with_a_tool(dock.session, "s1", square(2, 0, 0.0015))
    entries = (
        HistoryEntry(2, "2026-11-22T05:00:00", "Ana", "draw", {}, {"class": 5}, square(2, 0), 11446.0, True),
        HistoryEntry(7, "2026-11-22T05:01:00", "Bert", "reshape", {}, {}, square(2, 0, 0.0015), 25754.0, False),
    )
    fake_engine.answers[SectorHistoryRequest] = SectorHistory("s1", entries, True, True)
    dock._layer.selectByIds([fid_of(dock.session, "s1")])
    history = dock.more.history
    history.start()
    wait_until(lambda: len(history.sheet.keys()) == 2, 20)
    history.sheet.choose(1)
    history.sheet.action_button.click()
    assert sector(dock.session, "s1").geometry().equals(QgsGeometry.fromWkt(square(2, 0)))
