"""The queue in the dock: by key alone one decides, skips, comments and searches; the engine's reasons are shown."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from tests.qgis.gui import annotation_places
from tests.qgis.gui.reviewing import places


def uuids(workspace):
    model = workspace.annotation_panel.sector_table.model()
    return [model.sector(fid).uuid for fid in workspace.annotation.selected()]


def press(workspace, key, wait_until):
    QTest.keyClick(workspace.annotation_panel.sector_table, key)
    wait_until(lambda: not workspace.annotation.queue._soon.isActive())


def test_skip_goes_on_and_comes_back_when_the_others_are_decided(workspace, sectors, wait_until):
    bar = workspace.annotation.queue.bar
    press(workspace, Qt.Key.Key_Space, wait_until)
    assert uuids(workspace) == ["unsure"]
    press(workspace, Qt.Key.Key_K, wait_until)
    assert uuids(workspace) == ["medium"]
    assert bar.progress.format() == "0 of 3 decided, 1 skipped"
    session = workspace.annotation.session
    for _time in range(2):
        session.set_state(workspace.annotation.selected(), "rejected", "Water")
        wait_until(lambda: not workspace.annotation._model._stale)
        press(workspace, Qt.Key.Key_Space, wait_until)
    assert uuids(workspace) == ["unsure"]
    wait_until(lambda: bar.progress.format() == "2 of 3 decided, 1 skipped")


def test_the_dock_says_why_a_sector_comes_now(workspace, sectors, wait_until):
    press(workspace, Qt.Key.Key_Space, wait_until)
    text = workspace.annotation.queue.bar.why_label.text()
    assert text.startswith("Needs you ") and "the model is unsure (30 %)" in text


def test_a_comment_is_written_by_key_saved_by_enter_and_found_again(workspace, sectors, tmp_path, wait_until):
    bar, path = workspace.annotation.queue.bar, tmp_path / "mine.gpkg"
    press(workspace, Qt.Key.Key_Space, wait_until)
    press(workspace, Qt.Key.Key_C, wait_until)
    QTest.keyClicks(bar.comment_edit, "Ask the mine")
    QTest.keyClick(bar.comment_edit, Qt.Key.Key_Return)
    assert places.rows(path, "SELECT uuid, state FROM sectors WHERE comment = 'Ask the mine'") == [("unsure", "draft")]
    wait_until(lambda: not workspace.annotation._model._stale)
    press(workspace, Qt.Key.Key_Slash, wait_until)
    bar.search_edit.setText("the mine")
    table = workspace.annotation_panel.sector_table
    wait_until(lambda: table.model().rowCount() == 1)
    QTest.keyClick(bar.search_edit, Qt.Key.Key_Escape)
    wait_until(lambda: table.model().rowCount() == 3)
    press(workspace, Qt.Key.Key_Z, wait_until)
    assert places.rows(path, "SELECT count(*) FROM sectors WHERE comment IS NOT NULL") == [(0,)]


def test_what_was_typed_is_taken_back_by_escape(workspace, sectors, tmp_path, wait_until):
    bar = workspace.annotation.queue.bar
    press(workspace, Qt.Key.Key_Space, wait_until)
    bar.comment_edit.setText("no")
    QTest.keyClick(bar.comment_edit, Qt.Key.Key_Escape)
    assert bar.comment_edit.text() == ""
    assert places.rows(tmp_path / "mine.gpkg", "SELECT count(*) FROM sectors WHERE comment IS NOT NULL") == [(0,)]


def test_the_order_of_the_queue_comes_back_after_sorting_by_a_column(workspace, sectors, wait_until):
    model, table = workspace.annotation._model, workspace.annotation_panel.sector_table
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert model.sector(model.fid_at(0)).uuid == "sure"
    workspace.annotation.queue.bar.queue_button.click()
    assert model.sector(model.fid_at(0)).uuid == "unsure"


@pytest.fixture
def ranked(workspace, engine, tmp_path, monkeypatch):
    """Two maps of the same ground: what was tailings in the old one is a certain pit in the new one."""
    access = annotation_places.real_engine(monkeypatch)
    annotation_places.connect_real(engine, access)
    path = tmp_path / "mine.gpkg"
    places.store_run(path, "run-1", (places.PIT, 8, 0.9), scene="old")
    places.store_run(path, "run-2", (places.PIT, 5, 0.9), (places.PLANT, 6, 0.85), scene="new")
    yield path
    access.stop()


def test_what_contradicts_the_last_map_comes_first_and_the_selection_stays(workspace, ranked, wait_until):
    workspace.project.use(ranked)
    workspace.annotation.set_in_front(True)
    model = workspace.annotation._model
    wait_until(lambda: model.rowCount() == 2 and model.queue.ranking.facts, 60)
    first = model.sector(model.fid_at(0))
    assert first.code == 5
    assert any("as Tailings" in reason for reason in model.queue.reasons(first))
    assert model.queue.ranking.min_confidence == 0.3
