"""What a tool wants of some sectors becomes changes that leave no overlap and no gap, one step each."""

import pytest
from qgis.core import QgsGeometry, QgsPointXY

from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.shaping import coverage
from mining_monitor.contract.errors import AnnotationsError
from tests.qgis.adapter.makers import memory_sectors
from tests.qgis.adapter.shaping_world import M, box, m2, project_layer, rows, wkb_and_values


@pytest.fixture
def make(tmp_path, qgis_app):
    """A session on a project file with sectors (box in metres, class, state)."""
    made = []

    def session_of(*sectors):
        layer = project_layer(tmp_path / f"{len(made)}.gpkg", *sectors)
        made.append(EditSession(layer, editor=lambda: "Ana"))
        return made[-1]

    yield session_of
    for each in made:
        each.close()


def plan(session, *arguments, **options):
    session.apply("plan", coverage.plan(session.layer, "Ana", *arguments, **options))
    return rows(session.layer)


def test_a_new_sector_gives_way_to_reviewed_ground_and_takes_that_of_drafts(make):
    session = make((box(0, 0, 100, 100), 5, "approved"), (box(200, 0, 300, 100), 9, "draft"))

    found = plan(session, {}, [(box(50, 0, 250, 100), {"class": 8})])

    assert m2(found["0"]) == pytest.approx(10_000, rel=1e-3) and found["0"]["state"] == "approved"
    assert m2(found["1"]) == pytest.approx(5_000, rel=1e-3) and found["1"]["state"] == "draft"
    new = next(f for uuid, f in found.items() if uuid not in "01")
    assert m2(new) == pytest.approx(15_000, rel=1e-3) == pytest.approx(new["area_m2"], rel=1e-3)
    named = ("class", "class_key", "state", "source", "editor", "scene_id")
    assert [new[name] for name in named] == [8, "tsf", "edited", "analyst", "Ana", "scene"]


def test_all_of_it_is_one_step_that_undo_takes_back_byte_for_byte(make):
    session = make((box(0, 0, 100, 100), 5, "approved"), (box(200, 0, 300, 100), 9, "draft"))
    before = wkb_and_values(session.layer)
    plan(session, {}, [(box(50, 0, 250, 100), {"class": 8})])
    after = wkb_and_values(session.layer)

    session.undo()
    assert wkb_and_values(session.layer) == before
    session.redo()
    assert wkb_and_values(session.layer) == after


def test_an_approved_sector_that_is_reshaped_is_edited_and_its_approval_withdrawn(make):
    session = make((box(0, 0, 100, 100), 5, "approved", {"reviewer": "Ben", "reviewed_at": "2024"}))
    fid = rows(session.layer)["0"].id()

    found = plan(session, {fid: box(0, 0, 50, 100)})

    assert [found["0"][name] for name in ("state", "editor")] == ["edited", "Ana"]
    assert wkb_and_values(session.layer)["0"][1]["reviewer"] is None
    assert found["0"]["area_m2"] == pytest.approx(5_000, rel=1e-3)


def test_what_was_in_two_parts_is_two_sectors(make):
    session = make((box(0, 0, 100, 100), 5, "draft"))

    found = plan(session, {}, [(box(-50, 40, 150, 60), {"class": 9})])

    kinds = sorted((f["class"], round(m2(f), -2)) for f in found.values())
    assert kinds == [(5, 4000), (5, 4000), (9, 4000)]
    assert sorted(f["state"] for f in found.values()) == ["draft", "draft", "edited"]


def test_a_strip_below_25_m2_between_neighbours_goes_to_the_one_that_changes(make):
    session = make((box(0, 0, 100, 100), 5, "edited"), (box(100, 0, 200, 100), 9, "approved"))
    fid = rows(session.layer)["0"].id()

    found = plan(session, {fid: box(0, 0, 99.8, 100)})  # 20 m2 less, along the border of both

    assert m2(found["0"]) == pytest.approx(10_000, rel=1e-4) and found["1"]["state"] == "approved"


def test_a_crumb_that_is_cut_off_goes_to_its_neighbour(make):
    session = make((box(0, 0, 100, 100), 5, "draft"))

    found = plan(session, {}, [(box(0, 0, 99.9, 100), {"class": 9})])

    assert [(f["class"], round(m2(f))) for f in found.values()] == [(9, pytest.approx(10_000, rel=1e-3))]


def test_a_hole_below_25_m2_that_a_newcomer_encloses_is_filled(make):
    session = make((box(0, 0, 100, 100), 5, "approved"))
    newcomer = box(100, 0, 200, 100).difference(box(100, 48, 104, 52))

    found = plan(session, {}, [(newcomer, {"class": 9})])

    assert sum(map(m2, found.values())) == pytest.approx(20_000, rel=1e-4)


@pytest.mark.parametrize(
    ("code", "state", "scene"), [(2, "approved", "scene"), (5, "rejected", "scene"), (5, "approved", "another")],
    ids=["site polygon", "rejected", "another scene"],
)  # fmt: skip
def test_what_holds_no_ground_takes_none(make, code, state, scene):
    session = make((box(0, 0, 100, 100), code, state, {"scene_id": scene}))

    found = plan(session, {}, [(box(0, 0, 100, 100), {"class": 8})])

    assert sorted(round(m2(f), -2) for f in found.values()) == [10_000, 10_000]


def test_an_overlap_that_was_there_before_stays_for_the_list_of_issues(make):
    session = make((box(0, 0, 100, 100), 5, "approved"), (box(90, 0, 200, 100), 9, "approved"))
    fid = rows(session.layer)["0"].id()

    found = plan(session, {fid: box(0, 0, 150, 100)})

    assert m2(found["0"]) == pytest.approx(10_000, rel=1e-4)
    session.undo()
    found = plan(session, {fid: box(10, 0, 150, 100)})
    assert m2(found["0"]) == pytest.approx(9_000, rel=1e-4)


@pytest.mark.parametrize(
    "shape",
    [box(20, 20, 40, 40), box(0, 0, 4, 4), QgsGeometry(), QgsGeometry.fromWkt("LINESTRING(0 0, 1 1)")],
    ids=["on reviewed ground", "too small", "nothing", "a line"],
)
def test_a_newcomer_of_which_nothing_is_left_is_refused(make, shape):
    session = make((box(10, 10, 100, 100), 5, "approved"))
    before = wkb_and_values(session.layer)

    with pytest.raises(AnnotationsError, match="25 m²"):
        plan(session, {}, [(shape, {"class": 8})])
    assert wkb_and_values(session.layer) == before and not session.can_undo


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_corner_without_a_place_is_refused(make, bad):
    session = make((box(10, 10, 100, 100), 5, "approved"))
    shape = QgsGeometry.fromPolygonXY([[QgsPointXY(0, 0), QgsPointXY(1, 0), QgsPointXY(bad, 1), QgsPointXY(0, 0)]])

    with pytest.raises(AnnotationsError):
        plan(session, {}, [(shape, {"class": 8})])


def test_a_crossing_shape_is_mended_and_a_third_dimension_dropped(make):
    session = make()
    bow = QgsGeometry.fromWkt(f"POLYGON Z((0 0 5, {100 * M} {100 * M} 5, {100 * M} 0 5, 0 {100 * M} 5, 0 0 5))")

    found = plan(session, {}, [(bow, {"class": 8})])

    assert [round(m2(f), -2) for f in found.values()] == [2500, 2500]
    assert all(f.geometry().isGeosValid() and not f.geometry().constGet().is3D() for f in found.values())


def test_a_layer_in_another_crs_is_refused(qgis_app):
    from qgis.core import QgsCoordinateReferenceSystem

    layer = memory_sectors([("POLYGON((0 0, 1 0, 1 1, 0 0))", 5, 0.5)])
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32719"))

    with pytest.raises(AnnotationsError, match="EPSG:4326"):
        coverage.plan(layer, "Ana", {1: box(0, 0, 9, 9)})


@pytest.mark.parametrize(
    "wkt",
    [
        "POLYGON((-400 -200,400 -200,400 200,-400 200,-400 -200))", "POLYGON((179 0,181 0,181 1,179 1,179 0))",
        "POLYGON((0 89,1 89,1 91,0 91,0 89))",
    ],
)  # fmt: skip
def test_a_shape_beyond_the_edge_of_the_world_is_refused_and_nothing_is_saved(make, wkt):
    session = make((box(0, 0, 100, 100), 5, "approved"))
    before = wkb_and_values(session.layer)

    with pytest.raises(AnnotationsError, match="beyond the edge of the world"):
        plan(session, {}, [(QgsGeometry.fromWkt(wkt), {"class": 8})])
    with pytest.raises(AnnotationsError, match="beyond the edge of the world"):
        plan(session, {rows(session.layer)["0"].id(): QgsGeometry.fromWkt(wkt)})

    assert wkb_and_values(session.layer) == before


def test_a_shape_up_to_the_antimeridian_and_the_pole_is_taken(make):
    found = plan(make(), {}, [(QgsGeometry.fromWkt("POLYGON((179 89,180 89,180 90,179 90,179 89))"), {"class": 8})])
    assert len(found) == 1
