"""A new run proposes in the dock; nothing that a person has approved moves before it is taken, and Z takes it back."""

import pytest
from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from mining_monitor.contract.history import VerifyLogRequest
from mining_monitor.schema.log import first_broken_row
from tests.qgis.gui import annotation_places
from tests.qgis.gui.reviewing import places


@pytest.fixture
def access(engine, monkeypatch):
    found = annotation_places.real_engine(monkeypatch)
    annotation_places.connect_real(engine, found)
    yield found
    found.stop()


@pytest.fixture
def project(workspace, access, tmp_path, wait_until):
    """Three sectors that Ana has approved; then a run that widens one, misses one and finds another."""
    path = tmp_path / "mine.gpkg"
    places.store_run(path, "run-1", (places.PIT, 5, 0.8), (places.DUMP, 9, 0.8), (places.PLANT, 6, 0.8))
    workspace.project.use(path)
    annotation = workspace.annotation
    annotation.set_in_front(True)
    wait_until(lambda: workspace.annotation_panel.sector_table.model().rowCount() == 3)
    session, layer = annotation.session, workspace.project.current()
    fids = [feature.id() for feature in layer.getFeatures()]
    session.set_values(fids, {"date": "2021-02-27", "system": "Copernicus Sentinel-2"})
    session.set_state(fids, "approved")
    places.store_run(path, "run-2", (places.PIT, 5, 0.9), (places.DUMP_WIDER, 9, 0.7), (places.NEW_GROUND, 8, 0.6))
    workspace.project.use(path)
    wait_until(lambda: not annotation.more.banner.button.isHidden())
    wait_until(lambda: workspace.annotation_panel.sector_table.model().rowCount() >= 4)
    return path


@pytest.fixture
def page(workspace, project):
    workspace.annotation.more.banner.button.click()
    return workspace.annotation.more.proposals


def choose(page, kind):
    key = next(key for key, proposal in page._listed.items() if proposal.kind == kind)
    page.sheet.choose(key)
    return page._listed[key]


def press(page, key, wait_until):
    QTest.keyClick(page.sheet.table, key)
    wait_until(lambda: not page.work.is_running, 60)


def approved(path):
    return places.rows(path, "SELECT uuid, hex(geom), class FROM sectors WHERE state = 'approved' ORDER BY uuid")


def is_whole(access, path):
    names = [row[1] for row in places.rows(path, "PRAGMA table_info(log)")]
    rows = [dict(zip(names, row)) for row in places.rows(path, "SELECT * FROM log ORDER BY seq")]
    report = access.call(VerifyLogRequest(str(path)))
    return first_broken_row(rows) is None and report.is_usable


def test_the_dock_says_how_many_proposals_wait(workspace, project):
    assert workspace.annotation.more.banner.button.text() == "3 proposals of the last run"


def test_each_kind_is_listed_with_class_iou_and_both_areas(page):
    shown = {
        tuple(page.sheet.table.topLevelItem(row).text(column) for column in range(3))
        for row in range(page.sheet.table.topLevelItemCount())
    }
    assert shown == {
        ("+ Tailings", "", "1.14 ha"), ("− Plant", "", "1.14 ha"), ("Waste rock: outline", "0.50", "4.54 ha → 9.08 ha"),
    }  # fmt: skip


def test_both_shapes_are_on_the_map_in_lines_of_two_kinds(workspace, page):
    choose(page, "change")
    before, after = page._desk.shapes._bands
    assert before.numberOfVertices() > 0 and after.numberOfVertices() > 0
    assert page._desk.shapes._bands[0].asGeometry().area() < page._desk.shapes._bands[1].asGeometry().area()
    assert "dashed is the shape now" in page.sheet.detail.text()
    choose(page, "add")
    assert before.numberOfVertices() == 0 and after.numberOfVertices() > 0
    choose(page, "disappear")
    assert before.numberOfVertices() > 0 and after.numberOfVertices() == 0


def test_looking_and_refusing_touches_nothing_that_was_approved(page, project, access, wait_until):
    before = approved(project)
    choose(page, "change")
    press(page, Qt.Key.Key_R, wait_until)
    choose(page, "disappear")
    press(page, Qt.Key.Key_R, wait_until)
    assert approved(project) == before
    assert places.proposal_states(project) == {"change": "refused", "disappear": "refused", "add": "open"}
    assert is_whole(access, project)


def test_a_taken_change_keeps_the_identity_and_wants_a_review(page, project, access, wait_until):
    uuid = choose(page, "change").uuid
    press(page, Qt.Key.Key_T, wait_until)
    ((wkb, state),) = places.rows(project, "SELECT hex(geom), state FROM sectors WHERE uuid = ?", uuid)
    assert state == "edited"
    shape = QgsGeometry()
    shape.fromWkb(bytes.fromhex(wkb)[40:])
    assert shape.isGeosEqual(QgsGeometry.fromWkt(places.DUMP_WIDER))
    assert places.proposal_states(project)["change"] == "taken"
    assert is_whole(access, project)


def test_the_counts_above_the_docks_follow_what_was_taken(workspace, page, wait_until):
    bar = workspace.docks["Annotation"].bar
    wait_until(lambda: "approved" in bar.counts_label.text())
    assert "edited" not in bar.counts_label.text()
    choose(page, "change")
    press(page, Qt.Key.Key_T, wait_until)
    wait_until(lambda: "1 edited" in bar.counts_label.text())


def test_z_takes_a_taken_change_back_to_the_byte_and_opens_the_proposal_again(page, project, access, wait_until):
    everything = "SELECT uuid, hex(geom), class, state, area_m2, confidence, run_id, date, system, editor, edited_at, "
    everything += "reviewer, reviewed_at, comment FROM sectors ORDER BY uuid"
    before = places.rows(project, everything)
    choose(page, "change")
    press(page, Qt.Key.Key_T, wait_until)
    assert places.rows(project, everything) != before
    press(page, Qt.Key.Key_Z, wait_until)
    assert places.rows(project, everything) == before
    assert places.proposal_states(project)["change"] == "open"
    assert len(page._listed) == 3
    assert is_whole(access, project)
    session = page._desk.session()
    session.redo()
    assert places.proposal_states(project)["change"] == "taken"
    assert is_whole(access, project)


def test_all_that_the_filters_show_is_refused_at_once_with_a_reason(workspace, page, project, wait_until):
    page.sheet.reason_edit.setText("Shadow")
    page.sheet.refuse_all.click()
    wait_until(lambda: not page.work.is_running, 60)
    assert set(places.proposal_states(project).values()) == {"refused"}
    assert places.rows(project, "SELECT state, comment FROM sectors WHERE class = 8") == [("rejected", "Shadow")]
    assert page.sheet.sentence.text().startswith("3 proposals refused. Z takes it back.")
    page.close()
    assert workspace.annotation.more.banner.button.isHidden()


def test_a_class_is_taken_by_its_filter(page, project, wait_until):
    place = page.sheet.class_filter.findData(8)
    page.sheet.class_filter.setCurrentIndex(place)
    assert page.sheet.table.topLevelItemCount() == 1
    page.sheet.choose(page.sheet.keys()[0])
    press(page, Qt.Key.Key_T, wait_until)
    assert places.proposal_states(project) == {"change": "open", "disappear": "open", "add": "taken"}


def test_a_draft_that_was_decided_in_the_list_is_no_proposal_any_more(workspace, project, wait_until):
    session, layer = workspace.annotation.session, workspace.project.current()
    draft = [feature.id() for feature in layer.getFeatures() if feature["state"] == "draft"]
    session.set_state(draft, "rejected", "Not mining")
    wait_until(lambda: workspace.annotation.more.banner.button.text().startswith("2 proposals"))


def test_a_sector_that_was_changed_since_is_left_alone_and_said(workspace, page, project, wait_until):
    proposal = choose(page, "change")
    session, layer = page._desk.session(), workspace.project.current()
    fid = next(feature.id() for feature in layer.getFeatures() if feature["uuid"] == proposal.uuid)
    session.set_class([fid], 8)
    press(page, Qt.Key.Key_T, wait_until)
    assert "Left open, because the sector was changed since the run: 1." in page.sheet.sentence.text()
    assert places.rows(project, "SELECT class FROM sectors WHERE uuid = ?", proposal.uuid) == [(8,)]
