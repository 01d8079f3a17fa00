"""The pages "History" and "Log" with the real engine: who, when, from what; back to a shape; a change of one byte."""

import sqlite3

import pytest
from qgis.core import QgsGeometry

from mining_monitor.adapter.audit_log import AuditLog
from mining_monitor.schema.log import first_broken_row
from tests.qgis.gui import annotation_places as places
from tests.qgis.gui.answers import make_project_file

FIRST = "POLYGON((-70.123456789012 -23, -69.99 -23, -69.99 -22.99, -70 -22.99, -70.123456789012 -23))"
SECOND = "POLYGON((-70.1 -23, -69.98 -23, -69.98 -22.98, -70 -22.98, -70.1 -23))"


@pytest.fixture
def more(workspace, engine, monkeypatch, tmp_path, wait_until):
    access = places.real_engine(monkeypatch)
    places.connect_real(engine, access)
    path = tmp_path / "mine.gpkg"
    make_project_file(path, [
        (FIRST, 5, 0.9, {"uuid": "pit", "Name": "<b>Pit</b>", **places.KNOWN}),
        (places.BOW, 9, 0.8, {"uuid": "other", "Name": "Other", **places.KNOWN}),
    ])  # fmt: skip
    workspace.project.use(path)
    workspace.annotation.set_in_front(True)
    wait_until(lambda: workspace.annotation_panel.sector_table.model().rowCount() == 2)
    yield workspace.annotation.more
    access.stop()


@pytest.fixture
def path(workspace, more):
    return workspace.project.path()


def fid_of(layer, uuid):
    return next(f.id() for f in layer.getFeatures() if f["uuid"] == uuid)


def reshape(workspace, wkt):
    layer = workspace.project.current()
    layer.startEditing()
    layer.changeGeometry(fid_of(layer, "pit"), QgsGeometry.fromWkt(wkt))
    workspace.annotation.session.save()
    layer.commitChanges()


@pytest.fixture
def edited(workspace, more):
    """Ana has given "pit" another class, then another shape, then approved it."""
    session, layer = workspace.annotation.session, workspace.project.current()
    session.set_class([fid_of(layer, "pit")], 3)
    reshape(workspace, SECOND)
    session.set_state([fid_of(layer, "pit")], "approved")
    return layer


def show_history(workspace, more, wait_until):
    layer = workspace.project.current()
    layer.selectByIds([fid_of(layer, "pit")])
    more.history.start()
    wait_until(lambda: not more.history.work.is_running, 60)
    return more.history


def rows(sheet):
    items = [sheet.table.topLevelItem(n) for n in range(sheet.table.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items]


def test_the_history_says_who_did_what_from_what(workspace, more, edited, wait_until):
    history = show_history(workspace, more, wait_until)
    assert rows(history.sheet) == [("State changed", "Ana"), ("Shape changed", "Ana"), ("Class changed", "Ana")]
    history.sheet.choose(2)
    from mining_monitor.gui import words

    assert f"Class: {words.class_title(5)} → {words.class_title(3)}" in history.sheet.detail.text().split("\n")
    assert history.sheet.detail.text().startswith("Class changed, Ana, ")
    assert "'<b>Pit</b>'" in history.sheet.sentence.text()


def test_an_earlier_shape_comes_back_byte_for_byte_and_z_takes_it_back(workspace, more, edited, path, wait_until):
    history = show_history(workspace, more, wait_until)
    before = places.state_of(path)
    history.sheet.choose(2)  # after the class was changed the sector still had its first shape
    assert history.sheet.action_button.text() == "&Restore this shape"
    history.sheet.action_button.click()
    feature = next(f for f in edited.getFeatures() if f["uuid"] == "pit")
    assert bytes(feature.geometry().asWkb()) == bytes(QgsGeometry.fromWkt(FIRST).asWkb())
    assert (feature["state"], feature["class"], feature["editor"]) == ("edited", 3, "Ana")
    assert feature["area_m2"] != pytest.approx(next(r for r in before if r["uuid"] == "pit")["area_m2"])
    workspace.annotation.undo()
    assert places.state_of(path) == before
    assert first_broken_row(AuditLog(path).rows()) is None
    wait_until(lambda: not history.work.is_running, 60)


def test_the_present_shape_is_not_offered_for_restoring(workspace, more, edited, wait_until):
    history = show_history(workspace, more, wait_until)
    history.sheet.choose(0)
    assert history.sheet.action_button.isHidden()


def test_a_shape_that_someone_has_altered_in_the_log_is_not_restored(workspace, more, edited, path, iface, wait_until):
    history = show_history(workspace, more, wait_until)
    history.sheet.choose(2)
    forged = bytes(QgsGeometry.fromWkt(places.BOW).asWkb()).hex()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE log SET before = json_set(before, '$.wkb', ?) WHERE action = 'reshape'", (forged,))
    connection.close()
    before = places.state_of(path)
    history.restore()
    assert places.state_of(path) == before
    assert any("no longer has this shape" in item.text() for item in iface.bar.items())


def test_without_one_selected_sector_it_says_what_to_do(workspace, more, iface):
    workspace.project.current().removeSelection()
    more.history.start()
    assert workspace.annotation_panel.pages.currentWidget() is workspace.annotation_panel.work_page
    assert any("Select one sector" in item.text() for item in iface.bar.items())


def verify(more, wait_until):
    more.log.start()
    wait_until(lambda: not more.log.work.is_running, 60)
    return more.log.sheet.sentence.text()


def test_a_sector_that_no_act_and_no_run_accounts_for_is_listed(workspace, more, edited, iface, wait_until):
    assert "changed outside it: 1" in verify(more, wait_until)
    assert list(more.log._outside.values()) == ["other"]
    more.log.sheet.choose(0)
    assert [f["uuid"] for f in edited.selectedFeatures()] == ["other"]


def test_one_byte_changed_in_the_log_is_named_by_its_row(workspace, more, edited, path, wait_until):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE log SET who = 'Anb' WHERE seq = 2")
    connection.close()
    sentence = verify(more, wait_until)
    assert "The first row that does not fit is row 2 of 3" in sentence and sentence.startswith("⚠")


def test_an_imported_project_verifies_and_a_sector_changed_elsewhere_is_found(workspace, more, tmp_path, wait_until):
    from qgis.core import QgsProject

    from mining_monitor.adapter import project_store
    from tests.qgis.gui.test_annotation_import import write_geojson

    fresh = tmp_path / "fresh.gpkg"
    QgsProject.instance().clear()
    project_store.remember(QgsProject.instance(), fresh)
    more.importing.look(write_geojson(tmp_path / "a.geojson", [(places.LEFT, {"Name": "A", "class": 5})]))
    wait_until(lambda: not more.importing.work.is_running, 60)
    more.importing.carry_out()
    wait_until(lambda: not more.importing.work.is_running, 60)
    assert verify(more, wait_until).startswith("✓ The log is whole. Rows: 1.")
    layer = project_store.table(fresh, "sectors")
    layer.startEditing()
    fid = next(layer.getFeatures()).id()
    layer.changeGeometry(fid, QgsGeometry.fromWkt(places.RIGHT))
    assert layer.commitChanges()
    sentence = verify(more, wait_until)
    assert "changed outside it: 1" in sentence and len(more.log._outside) == 1
