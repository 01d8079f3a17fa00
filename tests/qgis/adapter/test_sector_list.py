"""The list of sectors: what needs a person first, at once after an edit, quick with many rows."""

import time

import pytest
from qgis.core import QgsGeometry, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon

from mining_monitor.adapter import sector_list
from mining_monitor.adapter.sector_list import SectorListModel
from tests.clock import working
from tests.qgis.adapter.makers import memory_sectors, sector_feature, sector_values

SQUARE = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"


@pytest.fixture
def layer(qgis_app):
    return memory_sectors([
        (SQUARE, 5, 0.95, {"uuid": "sure", "area_m2": 20_000.0}),
        (SQUARE, 9, 0.35, {"uuid": "unsure", "area_m2": 3_456_000.0}),
        (SQUARE, 8, 0.20, {"uuid": "done", "state": "approved", "Name": " 821_4 "}),
        (SQUARE, 4, 0.60, {"uuid": "medium", "area_m2": 150.0}),
    ])  # fmt: skip


@pytest.fixture
def model(layer):
    model = SectorListModel()
    model.set_layer(layer)
    model.load_now()
    return model


def order(model):
    return [model.index(row, 0).data(sector_list.UUID_ROLE) for row in range(model.rowCount())]


def test_the_least_certain_draft_comes_first_and_what_is_decided_last(model):
    assert order(model) == ["unsure", "medium", "sure", "done"]


def test_cells_say_it_in_the_words_of_the_analyst(model):
    first = [model.index(0, column).data() for column in range(5)]
    last = [model.index(3, column).data() for column in range(5)]

    assert first == ["Waste rock", "unsure", "3.46 km²", "35 %", "Draft"]
    assert last == ["Tailings", "821_4", "1.00 km²", "20 %", "Approved"]
    icon = model.index(0, 0).data(Qt.ItemDataRole.DecorationRole)
    assert icon.pixmap(16, 16, QIcon.Mode.Selected).toImage().pixelColor(8, 8).name() == "#e0e93e"


@pytest.mark.parametrize(
    ("area", "text"), [(150.0, "0.01 ha"), (999_999.0, "100.00 ha"), (1_000_000.0, "1.00 km²"), (None, "")]
)
def test_areas_are_hectares_below_100_and_square_kilometres_above(area, text):
    assert sector_list.area_text(area) == text


def test_sorting_by_a_column_and_back_to_urgency(model):
    model.sort(sector_list.AREA, Qt.SortOrder.DescendingOrder)
    assert order(model) == ["unsure", "done", "sure", "medium"]
    model.sort(-1)
    assert order(model) == ["unsure", "medium", "sure", "done"]


def test_filters_by_state_class_and_text(model):
    model.set_filter(states={"draft"}, codes={9, 5})
    assert order(model) == ["unsure", "sure"]
    model.set_filter(text="821")
    assert order(model) == ["done"]
    assert model.counts() == {"draft": 3, "approved": 1}


def test_an_edit_changes_the_row_where_it_stands(model, layer, wait_until):
    fid = model.fid_at(0)
    layer.startEditing()
    layer.changeAttributeValue(fid, layer.fields().indexOf("class"), 3)
    wait_until(lambda: model.sector(fid).code == 3)

    assert order(model)[0] == "unsure" and model.index(0, 0).data() == "Heap leach"


def test_drawn_and_deleted_sectors_come_and_go(model, layer, wait_until):
    layer.startEditing()
    layer.addFeature(sector_feature(layer.fields(), SQUARE, sector_values(6, None, uuid="new")))
    wait_until(lambda: model.rowCount() == 5)
    assert order(model)[-1] == "new"
    layer.commitChanges()
    wait_until(lambda: order(model) == ["unsure", "medium", "sure", "done", "new"])
    assert all(model.fid_at(row) > 0 for row in range(5))
    layer.startEditing()
    layer.deleteFeature(model.fid_at(1))
    assert order(model) == ["unsure", "sure", "done", "new"]


def test_space_goes_to_the_next_open_sector_around_the_end(model):
    assert [model.next_open(-1), model.next_open(0), model.next_open(2)] == [0, 1, 0]
    model.set_filter(states={"approved"})
    assert model.next_open(0) == -1


def test_a_layer_that_goes_away_empties_the_list(model, layer):
    QgsProject.instance().addMapLayer(layer)
    QgsProject.instance().removeMapLayer(layer.id())

    assert model.rowCount() == 0 and model.layer() is None


@pytest.mark.clock
def test_twenty_thousand_rows_never_hold_the_event_loop(qgis_app, wait_until):
    layer = memory_sectors()
    geometry = QgsGeometry.fromWkt(SQUARE)
    feature = sector_feature(layer.fields(), SQUARE, sector_values(5, 0.5))
    features = []
    for number in range(20_000):
        copy = feature.__class__(feature)
        copy.setGeometry(geometry)
        copy["confidence"] = (number * 7919 % 20_000) / 20_000
        features.append(copy)
    layer.dataProvider().addFeatures(features)
    model = SectorListModel()
    gaps = []
    last = [time.thread_time()]

    def tick():
        now = time.thread_time()
        gaps.append(now - last[0])
        last[0] = now
        return model.rowCount() == 20_000

    model.set_layer(layer)
    wait_until(tick)

    values = [model.index(row, 0).data(sector_list.CONFIDENCE_ROLE) for row in range(3)]
    assert values == [0.0, 0.00005, 0.0001]
    assert max(gaps) < working(0.5)
