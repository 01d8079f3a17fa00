"""The brush gives ground to one class, or to none, and leaves a coverage and what was reviewed as it was."""

import math
import statistics
import time

import pytest
from qgis.core import QgsGeometry, QgsPointXY

from mining_monitor.adapter import painting
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.painting_strokes import Trail, disc, stroke
from mining_monitor.adapter.review_rules import area_m2
from mining_monitor.contract.errors import AnnotationsError
from tests.clock import working
from tests.qgis.adapter.shaping_world import M, box, m2, project_layer, rows, wkb_and_values


@pytest.fixture
def make(tmp_path, qgis_app):
    made = []

    def session_of(*sectors):
        layer = project_layer(tmp_path / f"{len(made)}.gpkg", *sectors)
        made.append(EditSession(layer, editor=lambda: "Ana"))
        return made[-1]

    yield session_of
    for each in made:
        each.close()


def fids(session, *uuids):
    return [rows(session.layer)[uuid].id() for uuid in uuids]


def apply(session, outcome):
    session.apply(outcome.title, outcome.changes)
    return rows(session.layer)


def paint(session, shape, code, *selected):
    return apply(session, painting.painted(session.layer, "Ana", shape, code, fids(session, *selected)))


def erase(session, shape, *selected):
    return apply(session, painting.erased(session.layer, "Ana", shape, fids(session, *selected)))


def overlaps_m2(found):
    shapes = [feature.geometry() for feature in found.values()]
    return sum(area_m2(a.intersection(b)) for i, a in enumerate(shapes) for b in shapes[:i] if a.intersects(b))


@pytest.mark.parametrize("latitude", [0.0, -23.0, 52.0, -69.0])
@pytest.mark.parametrize("radius_m", [2.0, 50.0, 2000.0])
def test_the_brush_is_as_wide_on_the_ground_as_it_says(qgis_app, latitude, radius_m):
    shape = disc(QgsPointXY(-70.0, latitude), radius_m)

    polygon_of_32 = 16 * math.sin(math.pi / 16) * radius_m**2  # the area of 32 corners on a circle
    assert area_m2(shape) == pytest.approx(polygon_of_32, rel=5e-4)


def test_a_stroke_is_as_long_and_as_wide_as_its_way(qgis_app):
    shape = stroke([QgsPointXY(-70.0, -52.0), QgsPointXY(-70.0 + 1000 * M / math.cos(math.radians(52)), -52.0)], 20)

    assert area_m2(shape) == pytest.approx(1000 * 40 + math.pi * 20**2, rel=0.01)
    assert shape.isGeosValid()


def test_what_is_shown_while_painting_is_the_ground_of_the_stroke(qgis_app):
    trail = Trail(10)
    for step in range(200):
        trail.add(QgsPointXY(math.cos(step / 20) * 100 * M, math.sin(step / 20) * 60 * M))

    shown = QgsGeometry.unaryUnion([*trail.closed, trail.tip()])
    whole = stroke(trail.places, 10)

    assert area_m2(shown.symDifference(whole)) < 0.02 * area_m2(whole)


@pytest.mark.clock
def test_each_movement_costs_the_same_however_long_the_stroke(qgis_app):
    trail, seconds = Trail(10), []
    for step in range(3000):
        place = QgsPointXY(math.cos(step / 20) * 300 * M, (step / 20 + math.sin(step / 7) * 60) * M)
        begin = time.process_time()
        if trail.add(place):
            tip = trail.tip()
        seconds.append(time.process_time() - begin)
    assert statistics.median(seconds[-300:]) < working(0.02)
    assert tip.constGet().nCoordinates() < 400
    assert all(piece.constGet().nCoordinates() < 1500 for piece in trail.closed)


@pytest.mark.parametrize("places", [[], [QgsPointXY(math.nan, 0)], [QgsPointXY(0, math.inf)]], ids=str)
def test_no_place_is_no_stroke(qgis_app, places):
    assert stroke(places, 10).isNull()


def test_the_same_place_twice_is_a_dab(qgis_app):
    here = QgsPointXY(1.0, 2.0)
    assert stroke([here, here], 10).equals(disc(here, 10))


def test_painting_begins_a_new_sector_of_the_class(make):
    found = paint(make(), box(0, 0, 100, 100), 8)

    (sector,) = found.values()
    named = ("class", "class_key", "state", "source", "editor", "scene_id")
    assert [sector[name] for name in named] == [8, "tsf", "edited", "analyst", "Ana", "scene"]
    assert sector["area_m2"] == pytest.approx(10_000, rel=0.01)


def test_painting_continues_the_sector_of_the_class_that_it_meets(make):
    found = paint(make((box(0, 0, 100, 100), 8, "draft")), box(50, 0, 200, 100), 8)

    assert list(found) == ["0"] and m2(found["0"]) == pytest.approx(20_000, rel=0.01)
    assert found["0"]["state"] == "edited"


def test_of_two_sectors_of_the_class_the_selected_one_grows_and_the_other_keeps_its_ground(make):
    session = make((box(0, 0, 100, 100), 8, "draft"), (box(150, 0, 250, 100), 8, "draft"))

    found = paint(session, box(40, 0, 210, 100), 8, "1")

    assert m2(found["0"]) == pytest.approx(10_000, rel=0.01) and found["0"]["state"] == "draft"
    assert m2(found["1"]) == pytest.approx(15_000, rel=0.01) and overlaps_m2(found) < 1


@pytest.mark.parametrize("state", ["draft", "edited"])
def test_painting_over_another_class_takes_the_ground_from_what_is_not_reviewed(make, state):
    found = paint(make((box(0, 0, 100, 100), 5, state)), box(50, 0, 150, 100), 9)

    assert m2(found["0"]) == pytest.approx(5_000, rel=0.01) and found["0"]["state"] == state
    assert found["0"]["area_m2"] == pytest.approx(m2(found["0"]), rel=1e-6)
    assert sorted(f["class"] for f in found.values()) == [5, 9] and overlaps_m2(found) < 1


@pytest.mark.parametrize("state", ["in_review", "approved", "published"])
def test_painting_leaves_reviewed_ground_alone(make, state):
    session = make((box(0, 0, 100, 100), 5, state))
    before = wkb_and_values(session.layer)["0"]

    found = paint(session, box(50, 0, 150, 100), 9)

    assert wkb_and_values(session.layer)["0"] == before
    assert sorted(round(m2(f), -2) for f in found.values()) == [5_000, 10_000]


def test_painting_where_all_is_approved_says_so_and_changes_nothing(make):
    session = make((box(0, 0, 100, 100), 5, "approved"))
    before = wkb_and_values(session.layer)

    with pytest.raises(AnnotationsError):
        paint(session, box(20, 20, 50, 50), 9)
    assert wkb_and_values(session.layer) == before and not session.can_undo


def test_painting_what_is_painted_says_so(make):
    with pytest.raises(AnnotationsError, match="belongs to the class already"):
        paint(make((box(0, 0, 100, 100), 8, "draft")), box(10, 10, 50, 50), 8)


def test_an_approved_sector_grows_when_it_is_selected_and_its_approval_is_withdrawn(make):
    session = make((box(0, 0, 100, 100), 8, "approved", {"reviewer": "Ben", "reviewed_at": "2024"}))

    found = paint(session, box(50, 0, 150, 100), 8, "0")

    assert m2(found["0"]) == pytest.approx(15_000, rel=0.01)
    assert (found["0"]["state"], wkb_and_values(session.layer)["0"][1]["reviewer"]) == ("edited", None)


def test_erasing_gives_the_ground_back_to_nothing(make):
    found = erase(make((box(0, 0, 100, 100), 5, "draft"), (box(100, 0, 200, 100), 9, "edited")), box(50, 0, 150, 100))

    assert [round(m2(found[uuid]), -2) for uuid in "01"] == [5_000, 5_000]
    assert [found[uuid]["state"] for uuid in "01"] == ["edited", "edited"]


def test_erasing_all_of_a_sector_removes_it_and_undo_brings_it_back(make):
    session = make((box(0, 0, 100, 100), 5, "draft"))
    before = wkb_and_values(session.layer)

    assert erase(session, box(-10, -10, 110, 110)) == {}
    session.undo()
    assert wkb_and_values(session.layer) == before


def test_erasing_through_the_middle_leaves_two_sectors(make):
    found = erase(make((box(0, 0, 300, 100), 5, "draft", {"Name": "Pit"})), box(100, -10, 150, 110))

    assert sorted(round(m2(f), -2) for f in found.values()) == [10_000, 15_000]
    assert {f["Name"] for f in found.values()} == {"Pit"} and len({f["uuid"] for f in found.values()}) == 2


def test_erasing_leaves_reviewed_sectors_alone_until_one_is_selected(make):
    session = make((box(0, 0, 100, 100), 5, "approved"))

    with pytest.raises(AnnotationsError, match="Select the sector first"):
        erase(session, box(50, 0, 150, 100))
    found = erase(session, box(50, 0, 150, 100), "0")
    assert m2(found["0"]) == pytest.approx(5_000, rel=0.01) and found["0"]["state"] == "edited"


def test_a_site_polygon_is_erased_only_when_it_is_selected(make):
    session = make((box(0, 0, 300, 300), 2, "draft"), (box(0, 0, 100, 100), 5, "draft"))

    found = erase(session, box(50, 0, 150, 100))
    assert m2(found["0"]) == pytest.approx(90_000, rel=0.01) and m2(found["1"]) == pytest.approx(5_000, rel=0.01)
    found = erase(session, box(200, 200, 300, 300), "0")
    assert m2(found["0"]) == pytest.approx(80_000, rel=0.01)


def test_erasing_nothing_says_so(make):
    with pytest.raises(AnnotationsError, match="no sector to erase"):
        erase(make((box(0, 0, 100, 100), 5, "draft")), box(500, 500, 600, 600))


def test_a_grown_region_becomes_a_sector_that_gives_way_to_what_people_have_made(make):
    session = make((box(0, 0, 100, 100), 5, "edited"), (box(200, 0, 300, 100), 5, "draft"))

    found = apply(session, painting.added(session.layer, "Ana", box(50, 0, 250, 100), 9))

    assert [round(m2(found[uuid]), -2) for uuid in "01"] == [10_000, 5_000]
    assert sorted(round(m2(f), -2) for f in found.values()) == [5_000, 10_000, 15_000]
    session.undo()
    assert sorted(rows(session.layer)) == ["0", "1"]
