"""What a layer says of changes that its file, or its database, has already."""

import pytest
from qgis.core import QgsGeometry

from mining_monitor.adapter.announcing import SLICE, announce
from mining_monitor.adapter.snapshots import Change, Snapshot, snapshots
from tests.qgis.adapter.makers import memory_sectors, sector_values

SQUARE = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"
COUNT = 2 * SLICE + 50


@pytest.fixture
def layer(qgis_app):
    return memory_sectors([(SQUARE, 5, 0.8, {"uuid": str(number)}) for number in range(COUNT)])


def heard(signal):
    said = []
    signal.connect(lambda *what: said.append(what))
    return said


def test_removed_sectors_leave_the_selection_at_once_and_are_said_in_slices(layer):
    shots = snapshots(layer, layer.allFeatureIds(), is_saved=True)
    rows = {shot.uuid: fid for fid, shot in shots.items()}
    layer.selectAll()
    selections, parts, pauses = heard(layer.selectionChanged), heard(layer.featuresDeleted), []

    announce(layer, [Change(shot, None) for shot in shots.values()], rows, {}, lambda: pauses.append(True))

    assert (len(selections), layer.selectedFeatureCount()) == (1, 0)
    assert [len(part) for (part,) in parts] == [SLICE, SLICE, 50]
    assert sorted(fid for (part,) in parts for fid in part) == sorted(rows.values())
    assert len(pauses) >= 2


def test_a_change_says_the_values_and_the_shape_that_differ_and_nothing_else(layer):
    row = layer.allFeatureIds()[7]
    (before,) = snapshots(layer, [row], is_saved=True).values()
    after = Snapshot({**before.values, "class": 8, "confidence": None}, QgsGeometry.fromWkt("POINT(0 0)").buffer(1, 5))
    values, shapes = heard(layer.attributeValueChanged), heard(layer.geometryChanged)

    announce(layer, [Change(before, before.changed({"class": 8}))], {before.uuid: row}, {})

    index = layer.fields().indexOf
    assert values == [(row, index("class"), 8)] and shapes == []

    announce(layer, [Change(before, after)], {before.uuid: row}, {})

    assert sorted(values[1:]) == [(row, index("class"), 8), (row, index("confidence"), None)]
    assert [(fid, shape.asWkt()) for fid, shape in shapes] == [(row, after.geometry.asWkt())]


def test_a_new_sector_is_said_with_its_row(layer):
    shot = Snapshot(sector_values(5, 0.8, uuid="new"), QgsGeometry.fromWkt(SQUARE))
    added, committed = heard(layer.featureAdded), heard(layer.committedFeaturesAdded)

    announce(layer, [Change(None, shot)], {}, {"new": 4711})

    assert added == [(4711,)]
    ((_layer, (feature,)),) = committed
    assert (feature.id(), feature["uuid"]) == (4711, "new")
