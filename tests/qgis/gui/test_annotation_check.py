"""The page "Check" with the real engine: what is wrong is listed, shown, mended in one step and taken back."""

import pytest
from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from mining_monitor.contract.annotations import ValidateAnnotationsRequest
from mining_monitor.contract.errors import OutputError
from mining_monitor.schema.log import first_broken_row
from tests.clock import working
from tests.qgis.gui import annotation_places as places
from tests.qgis.gui.answers import make_project_file


@pytest.fixture
def faulty(workspace, engine, monkeypatch, tmp_path, wait_until):
    """Four sectors: two overlap by a sliver, one crosses itself, one is sound but says a wrong area."""
    access = places.real_engine(monkeypatch)
    places.connect_real(engine, access)
    path = tmp_path / "mine.gpkg"
    make_project_file(path, [
        (places.LEFT_OVER, 5, 0.9, {"uuid": "left", "Name": "Left", **places.KNOWN}),
        (places.RIGHT, 9, 0.8, {"uuid": "right", "Name": "Right <b>", **places.KNOWN}),
        (places.BOW, 8, 0.7, {"uuid": "bow", "Name": "Bow", **places.KNOWN}),
    ])  # fmt: skip
    workspace.project.use(path)
    workspace.annotation.set_in_front(True)
    wait_until(lambda: workspace.annotation_panel.sector_table.model().rowCount() == 3)
    yield path
    access.stop()


@pytest.fixture
def check(workspace, faulty, wait_until):
    made = workspace.annotation.more.check
    made.start()
    wait_until(lambda: not made.work.is_running, 60)
    return made


def choose(check, kind):
    key = next(key for key, issue in check._issues.items() if issue.kind == kind)
    check.sheet.choose(key)
    return check._issues[key]


def geometry(layer, uuid):
    return next(QgsGeometry(f.geometry()) for f in layer.getFeatures() if f["uuid"] == uuid)


def test_the_list_names_what_is_wrong_and_where(workspace, check):
    kinds = {issue.kind for issue in check._issues.values()}
    assert {"overlap", "invalid-geometry", "stale-area"} <= kinds
    assert workspace.annotation_panel.pages.currentWidget() is check.sheet
    assert f"{len(check._issues)} things to look at in 3 sectors" in check.sheet.sentence.text()
    assert check.sheet.keys() == list(check._issues)


def test_a_chosen_issue_is_selected_and_the_map_goes_there(workspace, check, iface):
    choose(check, "invalid-geometry")
    assert [f["uuid"] for f in workspace.project.current().selectedFeatures()] == ["bow"]
    centre = iface.canvas.extent().center()
    assert (centre.x(), centre.y()) == pytest.approx((-69.99, -22.89), abs=0.01)
    assert "Bow" in check.sheet.detail.text() and "Fix:" in check.sheet.detail.text()


def test_mending_an_overlap_leaves_none_and_z_brings_every_byte_back(workspace, check, faulty):
    layer, before = workspace.project.current(), places.state_of(faulty)
    choose(check, "overlap")
    check.sheet.action_button.click()
    shared = geometry(layer, "left").intersection(geometry(layer, "right"))
    assert shared.area() < 1e-12  # 0.01 m2
    assert geometry(layer, "left").equals(QgsGeometry.fromWkt(places.LEFT_OVER))
    assert "Z takes it back" in check.sheet.sentence.text()
    assert places.log_actions(faulty)[-1] == "reshape"
    workspace.annotation.undo()
    assert places.state_of(faulty) == before
    assert places.log_actions(faulty)[-1] == "undo"


def test_m_mends_and_z_puts_the_issue_back_where_it_was(workspace, check, faulty):
    listed, before = check.sheet.keys(), places.state_of(faulty)
    issue = choose(check, "overlap")
    assert check.sheet.action_button.text() == "&Mend (M)"
    for _round in range(2):
        QTest.keyClick(check.sheet.table, Qt.Key.Key_M)
        assert issue not in check._issues.values() and places.state_of(faulty) != before
        QTest.keyClick(check.sheet.table, Qt.Key.Key_Z)
        assert check.sheet.keys() == listed and check._issues[check.sheet.current()] is issue
        assert places.state_of(faulty) == before
    QTest.keyClick(check.sheet.table, Qt.Key.Key_Escape)
    assert workspace.annotation_panel.pages.currentWidget() is not check.sheet


def test_all_that_can_be_mended_is_and_the_next_check_does_not_find_it(workspace, check, faulty, wait_until):
    from mining_monitor.adapter import edit_fixes
    from mining_monitor.adapter.audit_log import AuditLog

    before, steps = places.state_of(faulty), 0
    for _round in range(3):
        for kind in ("invalid-geometry", "overlap", "stale-area"):
            for key in [k for k, i in check._issues.items() if i.kind == kind and edit_fixes.can_mend(i)]:
                check.sheet.choose(key)
                count = len(check._issues)
                check.mend()
                steps += count - len(check._issues)
        check.sheet.other_button.click()
        wait_until(lambda: not check.work.is_running, 60)
    assert steps >= 3
    assert not [issue.kind for issue in check._issues.values() if edit_fixes.can_mend(issue)]
    assert all(geometry(workspace.project.current(), each).isGeosValid() for each in ("left", "right", "bow"))
    for _step in range(steps):
        workspace.annotation.undo()
    assert places.state_of(faulty) == before
    assert first_broken_row(AuditLog(faulty).rows()) is None


def test_a_sector_that_was_changed_since_is_not_mended(workspace, check, faulty):
    layer, session = workspace.project.current(), workspace.annotation.session
    choose(check, "overlap")
    layer.startEditing()
    fid = next(f.id() for f in layer.getFeatures() if f["uuid"] == "left")
    layer.changeGeometry(fid, QgsGeometry.fromWkt(places.LEFT_OVER.replace("-22.99,", "-22.995,")))
    session.save()
    before = places.state_of(faulty)
    check.mend()
    assert places.state_of(faulty) == before


def test_an_engine_that_fails_leaves_a_sentence_and_the_way_back(workspace, engine, faulty, iface, wait_until):
    check = workspace.annotation.more.check
    engine.answers[ValidateAnnotationsRequest] = OutputError("The disk is gone.")
    check.start()
    wait_until(lambda: not check.work.is_running)
    assert "not finished" in check.sheet.sentence.text()
    assert any("The disk is gone." in item.text() for item in iface.bar.items())
    check.sheet.back_button.click()
    assert workspace.annotation_panel.pages.currentWidget() is workspace.annotation_panel.work_page


def test_leaving_stops_the_check(workspace, engine, faulty, wait_until):
    check = workspace.annotation.more.check
    engine.seconds = 600
    check.start()
    check.sheet.back_button.click()
    assert not check.work.is_running
    from mining_monitor.adapter import tasks

    wait_until(lambda: not tasks.running())


@pytest.mark.clock
def test_thousands_of_issues_hold_the_window_for_less_than_50_ms(workspace, engine, monkeypatch, tmp_path, wait_until):
    import time

    from mining_monitor.adapter import edit_fixes, project_store
    from tests.qgis.adapter.makers import sector_feature, sector_values

    access = places.real_engine(monkeypatch)
    places.connect_real(engine, access)
    path, count = tmp_path / "many.gpkg", 4000
    make_project_file(path, [])
    layer, features = project_store.table(path, "sectors"), []
    for number in range(count):
        x, y = -70 + number % 100 * 0.01, -30 + number // 100 * 0.01
        wkt = f"POLYGON(({x} {y}, {x + 0.009} {y}, {x + 0.009} {y + 0.009}, {x} {y + 0.009}, {x} {y}))"
        values = sector_values(5, 0.5, uuid=f"u{number}", Name=f"n{number}", **places.KNOWN)
        features.append(sector_feature(layer.fields(), wkt, values))
    assert layer.dataProvider().addFeatures(features)[0]
    workspace.project.use(path)
    workspace.annotation.set_in_front(True)
    wait_until(lambda: workspace.annotation_panel.sector_table.model().rowCount() == count, 60)
    check = workspace.annotation.more.check
    check.start()
    wait_until(lambda: not check.work.is_running, 120)
    assert len(check._issues) >= count and len(check.sheet.keys()) == 300
    assert "shows the first 300" in check.sheet.sentence.text()

    def ms(act):
        begin = time.thread_time()
        act()
        return 1000 * (time.thread_time() - begin)

    assert min(ms(check._fill) for _try in range(3)) < 1000 * working(0.05)
    shown, before = check.sheet.keys(), len(check._issues)
    check.sheet.choose(next(key for key in shown if edit_fixes.can_mend(check._issues[key])))
    assert min(ms(check.mend) for _try in range(3)) < 1000 * working(0.05)
    assert len(check._issues) == before - 3
    access.stop()
