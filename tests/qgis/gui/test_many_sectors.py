"""Two thousand sectors at once: the window stays alive while they get another class or become one."""

from __future__ import annotations

import time

import pytest
from qgis.PyQt.QtCore import QTimer

from mining_monitor.adapter import project_store
from tests.clock import working
from tests.qgis.adapter.makers import sector_feature, sector_values
from tests.qgis.adapter.shaping_world import box, m2, project_layer
from tests.qgis.gui.answers import make_project_file
from tests.qgis.gui.conftest import SQUARE

COUNT = 2000


class Gaps:
    """Processor time of this thread between two ticks of a timer, in ms."""

    def __init__(self):
        self.longest, self._last = 0.0, time.thread_time()
        self.timer = QTimer()
        self.timer.timeout.connect(self._tick)
        self.timer.start(0)

    def _tick(self):
        now = time.thread_time()
        self.longest, self._last = max(self.longest, 1000.0 * (now - self._last)), now


@pytest.mark.clock
def test_a_large_selection_gets_a_class_in_steps_below_50_ms(workspace, tmp_path, wait_until):
    path = tmp_path / "many.gpkg"
    make_project_file(path, [])
    layer = project_store.table(path, "sectors")
    rows = [sector_feature(layer.fields(), SQUARE, sector_values(5, 0.5, uuid=f"s{i}")) for i in range(COUNT)]
    assert layer.dataProvider().addFeatures(rows)[0]
    workspace.project.use(path)
    workspace.annotation.set_in_front(True)
    table = workspace.annotation_panel.sector_table
    wait_until(lambda: table.model().rowCount() == COUNT)
    table.selectAll()
    wait_until(lambda: len(workspace.annotation.selected()) == COUNT)
    model = table.model()

    def codes():
        return {model.sector(model.fid_at(row)).code for row in range(COUNT)}

    tries = []
    for code in (8, 3, 9):
        gaps = Gaps()
        workspace.annotation.set_class(code)
        wait_until(lambda code=code: codes() == {code}, 30)
        tries.append(gaps.longest)
        gaps.timer.stop()

    assert min(tries) < 1000 * working(0.05)


def test_many_selected_sectors_are_merged_and_the_window_hears_of_the_selection_once(workspace, tmp_path, wait_until):
    places = [(100 * column, 100 * row) for column in range(15) for row in range(15)]
    shapes = [box(x, y, x + 100, y + 100) for x, y in places]
    path = tmp_path / "grid.gpkg"
    project_layer(path, *((shape, 5, "draft") for shape in shapes))
    workspace.project.use(path)
    workspace.annotation.set_in_front(True)
    model = workspace.annotation_panel.sector_table.model()
    wait_until(lambda: model.rowCount() == len(shapes))
    layer = workspace.project.current()
    layer.selectAll()
    told, gone = [], []
    layer.selectionChanged.connect(lambda *_what: told.append(layer.selectedFeatureCount()))
    layer.featureDeleted.connect(gone.append)
    sectors = sorted(layer.selectedFeatureIds())

    workspace.annotation.editing.choose("merge")

    (kept,) = layer.getFeatures()
    assert told == [1] and list(layer.selectedFeatureIds()) == workspace.annotation.selected() == [kept.id()]
    assert sorted([*gone, kept.id()]) == sectors and model.rowCount() == 1
    assert m2(kept) == pytest.approx(1500 * 1500, rel=0.01)
    wait_until(lambda: "225" not in workspace.annotation_panel.shown_label.text())

    told.clear()
    workspace.annotation.undo()
    wait_until(lambda: told and model.rowCount() == len(shapes))
    assert sum(1 for _ in layer.getFeatures()) == len(shapes) and len(told) < 10
