"""What each tool does to the sectors, and what it leaves alone."""

import pytest
from qgis.core import QgsGeometry, QgsPointXY

from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.shaping import actions, borders, smoothing
from mining_monitor.contract.errors import AnnotationsError
from tests.qgis.adapter.shaping_world import M, box, line, m2, project_layer, rows

WEST, EAST = box(0, 0, 100, 100), box(100, 0, 200, 100)


@pytest.fixture
def make(tmp_path, qgis_app):
    made = []

    def layer_of(*sectors):
        layer = project_layer(tmp_path / f"{len(made)}.gpkg", *sectors)
        made.append(EditSession(layer, editor=lambda: "Ana"))
        return made[-1]

    yield layer_of
    for each in made:
        each.close()


def fid(session, uuid):
    return rows(session.layer)[uuid].id()


def do(session, action, *arguments):
    session.apply("x", action(session.layer, "Ana", *arguments))
    return rows(session.layer)


def kinds(found):
    """(class, area in m2 to the nearest 10, state) of every sector."""
    return sorted((f["class"], round(m2(f), -1), f["state"]) for f in found.values())


def test_a_line_splits_every_sector_that_it_crosses_and_the_larger_part_keeps_the_identity(make):
    session = make((WEST, 5, "approved"), (EAST, 9, "draft"))

    found = do(session, actions.split, line((-10, 30), (210, 30)))

    assert kinds(found) == [(5, 3000, "edited"), (5, 7000, "edited"), (9, 3000, "edited"), (9, 7000, "edited")]
    assert (round(m2(found["0"]), -1), round(m2(found["1"]), -1)) == (7000, 7000)
    assert len({f["uuid"] for f in found.values()}) == 4


def test_with_a_selection_only_that_is_split(make):
    session = make((WEST, 5, "draft"), (EAST, 9, "draft"))

    found = do(session, actions.split, line((-10, 30), (210, 30)), [fid(session, "1")])

    assert kinds(found) == [(5, 10_000, "draft"), (9, 3000, "edited"), (9, 7000, "edited")]


@pytest.mark.parametrize(
    "way", [((10, 10), (90, 90)), ((-50, -50), (-10, -10)), ((0, 0), (0, 100)), ((-1, 99.9), (101, 99.9))],
    ids=["within", "outside", "on the border", "a crumb"],
)  # fmt: skip
def test_a_line_that_crosses_no_sector_from_border_to_border_splits_nothing(make, way):
    session = make((WEST, 5, "draft"))

    with pytest.raises(AnnotationsError, match="splits nothing"):
        do(session, actions.split, line(*way))


def test_merged_sectors_are_one_with_the_identity_and_class_of_the_largest(make):
    session = make((WEST, 5, "draft"), (box(100, 0, 300, 100), 9, "approved"))

    found = do(session, actions.merge, [fid(session, "0"), fid(session, "1")])

    assert list(found) == ["1"] and kinds(found) == [(9, 30_000, "edited")]
    session.undo()
    assert kinds(rows(session.layer)) == [(5, 10_000, "draft"), (9, 20_000, "approved")]


@pytest.mark.parametrize("other", [box(101, 0, 200, 100), box(100, 100, 200, 200)], ids=["apart", "at a corner"])
def test_sectors_that_do_not_touch_are_not_merged(make, other):
    session = make((WEST, 5, "draft"), (other, 9, "draft"))

    with pytest.raises(AnnotationsError, match="touch"):
        do(session, actions.merge, [fid(session, "0"), fid(session, "1")])


def test_merging_sectors_whose_corners_differ_leaves_no_sliver(make):
    slanted = QgsGeometry.fromWkt(f"POLYGON((0 0, {100 * M} 0, {70 * M} {100 * M}, 0 {100 * M}, 0 0))")
    inner = [(100 - 30 * t, 100 * t) for t in (0.137, 0.291, 0.777)]
    east = [(100, 0), (200, 0), (200, 100), (70, 100), *reversed(inner), (100, 0)]
    other = QgsGeometry.fromWkt("POLYGON((" + ", ".join(f"{x * M!r} {y * M!r}" for x, y in east) + "))")
    session = make((slanted, 5, "draft"), (other, 5, "draft"))

    found = do(session, actions.merge, [fid(session, "0"), fid(session, "1")])

    (one,) = found.values()
    assert len(one.geometry().asPolygon()) == 1 and m2(one) == pytest.approx(20_000, rel=1e-3)


def test_what_is_cut_out_belongs_to_none(make):
    session = make((WEST, 5, "approved"), (EAST, 9, "draft"))

    found = do(session, actions.cut_out, box(80, 40, 120, 60))

    assert kinds(found) == [(5, 9600, "edited"), (9, 9600, "edited")]


def test_cutting_all_of_a_sector_removes_it_and_undo_brings_it_back(make):
    session = make((WEST, 5, "approved"))
    assert do(session, actions.cut_out, box(-10, -10, 110, 110)) == {}
    session.undo()
    assert kinds(rows(session.layer)) == [(5, 10_000, "approved")]


def test_a_hole_in_a_sector_is_filled_by_a_click(make):
    session = make((WEST.difference(box(40, 40, 60, 60)), 5, "draft"))

    found = do(session, actions.fill, QgsPointXY(50 * M, 50 * M))

    assert kinds(found) == [(5, 10_000, "edited")] and len(found["0"].geometry().asPolygon()) == 1


def test_a_hole_between_sectors_goes_to_the_longest_border_and_others_inside_keep_theirs(make):
    ring = box(0, 0, 100, 100).difference(box(30, 30, 70, 70))
    east, west = ring.difference(box(0, 0, 40, 100)), ring.intersection(box(0, 0, 40, 100))
    session = make((east, 5, "draft"), (west, 9, "draft"), (box(40, 40, 50, 50), 8, "approved"))

    found = do(session, actions.fill, QgsPointXY(60 * M, 60 * M))

    assert sum(m2(f) for f in found.values()) == pytest.approx(10_000, rel=1e-3)
    assert found["2"]["state"] == "approved" and found["1"]["state"] == "draft"


def test_where_there_is_no_hole_nothing_is_filled(make):
    session = make((WEST, 5, "draft"))
    for place in ((50, 50), (150, 50)):
        with pytest.raises(AnnotationsError, match="hole"):
            do(session, actions.fill, QgsPointXY(place[0] * M, place[1] * M))


def test_a_small_sector_goes_to_the_neighbour_with_the_longest_border(make):
    session = make((WEST, 5, "draft"), (box(100, 0, 110, 60), 9, "draft"), (box(110, 0, 300, 100), 8, "approved"),
                   (box(100, 60, 110, 100), 4, "draft"))  # fmt: skip

    found = do(session, actions.absorb, [fid(session, "3")])

    assert kinds(found) == [(5, 10_400, "edited"), (8, 19_000, "approved"), (9, 600, "draft")] or kinds(found) == [
        (5, 10_000, "draft"), (8, 19_400, "edited"), (9, 600, "draft"),
    ]  # fmt: skip
    session.undo()
    found = do(session, actions.absorb, [fid(session, "1"), fid(session, "3")])
    assert sum(m2(f) for f in found.values()) == pytest.approx(30_000, rel=1e-3) and len(found) == 2


def test_a_sector_without_neighbour_is_not_absorbed(make):
    session = make((WEST, 5, "draft"))
    with pytest.raises(AnnotationsError, match="touches no other"):
        do(session, actions.absorb, [fid(session, "0")])


def test_both_sectors_of_a_shared_border_move_together(make):
    session = make((WEST, 5, "draft"), (EAST, 9, "approved"))

    found = do(session, borders.move, line((90, 20), (120, 20), (120, 80), (90, 80)))

    assert kinds(found) == [(5, 11_200, "edited"), (9, 8800, "edited")]
    shared = found["0"].geometry().intersection(found["1"].geometry())
    assert shared.area() == 0 and shared.length() == pytest.approx(140 * M, rel=1e-6)


def test_a_line_to_and_fro_over_the_border_moves_it_both_ways(make):
    session = make((WEST, 5, "draft"), (EAST, 9, "draft"))

    found = do(session, borders.move, line((90, 10), (110, 10), (110, 50), (90, 50), (90, 70), (110, 70)))

    assert [round(m2(found[u]), -1) for u in "01"] == [10_000 + 400 - 200, 10_000 - 400 + 200]


def test_an_outer_border_moves_alone_and_gives_way_to_others(make):
    session = make((WEST, 5, "draft"), (box(110, 0, 200, 100), 9, "approved"))

    found = do(session, borders.move, line((90, 20), (120, 20), (120, 80), (90, 80)))

    assert kinds(found) == [(5, 10_600, "edited"), (9, 9000, "approved")]


def test_a_ring_is_reshaped_where_the_line_is(make):
    session = make((WEST, 5, "draft"), (box(0, 0, 300, 300).difference(WEST), 9, "draft"))

    found = do(session, borders.move, line((90, 20), (150, 20), (150, 80), (90, 80)))

    assert [round(m2(found[u]), -1) for u in "01"] == [13_000, 77_000]


@pytest.mark.parametrize("way", [((90, 20), (120, 20)), ((300, 300), (400, 400)), ((10, 10), (20, 20), (10, 30))])
def test_a_line_that_crosses_no_border_twice_moves_nothing(make, way):
    session = make((WEST, 5, "draft"), (EAST, 9, "draft"))
    with pytest.raises(AnnotationsError, match="cross the same border twice"):
        do(session, borders.move, line(*way))


def stairs(*, mirrored):
    """A border of stairs between two sectors."""
    steps = [(100 + 10 * ((i // 2) % 2), 10 * ((i + 1) // 2)) for i in range(20)]
    side = 200 if mirrored else 0
    ring = [(side, 0), *steps, (side, 100), (side, 0)]
    return QgsGeometry.fromWkt("POLYGON((" + ", ".join(f"{x * M!r} {y * M!r}" for x, y in ring) + "))")


def test_smoothing_keeps_a_shared_border_shared(make):
    session = make((stairs(mirrored=False), 5, "draft"), (stairs(mirrored=True), 9, "edited"))
    before = {u: m2(f) for u, f in rows(session.layer).items()}

    found = do(session, smoothing.smooth, [fid(session, "0")])

    one, other = (found[u].geometry() for u in "01")
    assert one.intersection(other).area() < 1e-16 and one.combine(other).area() == pytest.approx(2e4 * M * M, rel=0.02)
    assert one.length() < stairs(mirrored=False).length() * 0.98
    assert sum(m2(f) for f in found.values()) == pytest.approx(sum(before.values()), rel=0.02)
    assert one.isGeosValid() and other.isGeosValid()


def test_the_border_of_a_reviewed_neighbour_is_not_smoothed(make):
    session = make((stairs(mirrored=False), 5, "draft"), (stairs(mirrored=True), 9, "approved"))
    before = rows(session.layer)["1"].geometry().asWkb()

    found = do(session, smoothing.smooth, [fid(session, "0")])

    assert found["1"]["state"] == "approved" and found["1"].geometry().asWkb() == before
    assert found["0"].geometry().intersection(found["1"].geometry()).area() < 1e-16


def test_a_sector_by_itself_is_rounded_everywhere(make):
    session = make((WEST, 5, "draft"))
    found = do(session, smoothing.smooth, [fid(session, "0")])
    shape = found["0"].geometry()
    corners = [QgsGeometry.fromPointXY(QgsPointXY(x * M, y * M)) for x in (0, 100) for y in (0, 100)]
    assert all(2 * M < shape.distance(corner) < 8 * M for corner in corners)
    assert 9800 < m2(found["0"]) < 10_000 * 1.008
