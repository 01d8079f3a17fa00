"""Everything that is wrong with sectors is found, placed, explained, and marked where a fix is safe."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mining_monitor.contract.annotations import ImportAnnotationsRequest, ValidateAnnotationsRequest
from mining_monitor.contract.errors import CancelledError
from mining_monitor.engine.annotation.attributes import attribute_issues
from mining_monitor.engine.annotation.coverage import Ground, outside_observed, share_text
from mining_monitor.engine.annotation.issues import Issue, Subject
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.repairs import apply_fixes
from mining_monitor.engine.annotation.rings import mended, part_issues, ring_issues
from mining_monitor.engine.annotation.store import store_run
from mining_monitor.engine.annotation.validation import find_issues
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from tests.clock import within, working
from tests.engine.annotation.makers import SQUARE, feature, polygon, write_geojson
from tests.engine.annotation.test_store import make_run

#: Degrees of a metre at the equator, where these sectors lie.
METRE = 1 / 111_319.49
GOOD = {"date": "2020-01-02", "system": "Maxar", "class": 5, "Name": "1_1", "site_id": "1"}


def box(west: float, south: float, east: float, north: float):
    """A rectangle in metres east and north of (0, 0)."""
    return shapely.box(west * METRE, south * METRE, east * METRE, north * METRE)


def outline(corners):
    """A polygon with corners in metres east and north of (0, 0)."""
    return shapely.Polygon([(x * METRE, y * METRE) for x, y in corners])


def subject(geometry, number: int = 1, **values) -> Subject:
    return Subject(number, {**GOOD, "Name": f"1_{number}", "uuid": f"u{number}", **values}, geometry)


def one(issues: list[Issue], kind: str) -> Issue:
    (found,) = [issue for issue in issues if issue.kind == kind]
    return found


def kinds(issues: list[Issue]) -> set[str]:
    return {issue.kind for issue in issues}


def check(*subjects: Subject) -> list[Issue]:
    return find_issues(subjects, Job())


def fixed(subjects: list[Subject], issues: list[Issue]) -> list[Subject]:
    return apply_fixes(subjects, [issue for issue in issues if issue.fix and issue.fix.is_safe]).subjects


def test_a_sector_in_order_has_no_issues():
    assert check(subject(box(0, 0, 200, 200)), subject(box(200, 0, 400, 200), 2)) == []


def test_a_crossing_is_placed_where_it_is_and_its_repair_shown():
    bowtie = shapely.Polygon([(0, 0), (100 * METRE, 100 * METRE), (100 * METRE, 0), (0, 100 * METRE)])
    issue = one(ring_issues([subject(bowtie)]), "invalid-geometry")
    assert issue.point.equals_exact(shapely.Point(50 * METRE, 50 * METRE), 1e-9)
    assert issue.severity == "error" and not issue.fix.is_safe  # two triangles: a person should look
    assert shapely.from_wkt(issue.fix.after).is_valid
    assert issue.fix.area_change_m2 == pytest.approx(5000, rel=0.01)


def test_a_slip_of_the_hand_is_mended_without_its_loop():
    corners = ((0, 0), (100, 0), (100, 100), (0, 100), (0, -1), (-1, 0.5))
    slip = shapely.Polygon([(x * METRE, y * METRE) for x, y in corners])
    issue = one(ring_issues([subject(slip)]), "invalid-geometry")
    after = shapely.from_wkt(issue.fix.after)
    assert issue.fix.is_safe
    assert (after.geom_type, after.is_valid) == ("Polygon", True)
    assert abs(issue.fix.area_change_m2) < 2


@pytest.mark.parametrize(
    ("shared_m", "is_found", "severity"), [(0.001, False, None), (0.02, True, "hint"), (3.0, True, "error")]
)
def test_overlaps_above_a_square_metre_are_found(shared_m, is_found, severity):
    issues = Ground([subject(box(0, 0, 200, 200)), subject(box(200 - shared_m, 0, 500, 200), 2)]).overlaps()
    assert bool(issues) is is_found
    if is_found:
        issue = issues[0]
        assert issue.area_m2 == pytest.approx(200 * shared_m, rel=0.01)
        assert issue.severity == severity
        expected = box(200 - shared_m, 0, 200, 200).bounds
        assert shapely.bounds(issue.where) == pytest.approx(expected, abs=1e-12)


def test_only_a_sliver_is_cut_without_asking():
    sliver, wide = subject(box(0, 0, 200, 200)), subject(box(199.8, 0, 500, 200), 2)
    (issue,) = Ground([sliver, wide]).overlaps()
    assert issue.fix.is_safe
    after = fixed([sliver, wide], [issue])
    assert after[0] is sliver
    assert shapely.intersection(after[0].geometry, after[1].geometry).area == 0
    (issue,) = Ground([sliver, subject(box(150, 0, 500, 200), 2)]).overlaps()
    assert not issue.fix.is_safe


def test_sites_rejected_sectors_and_other_scenes_may_lie_over_one_another():
    here = box(0, 0, 200, 200)
    for values in ({"class": 2}, {"state": "rejected"}, {"scene_id": "another"}):
        assert Ground([subject(here), subject(here, 2, **values)]).overlaps() == []


def test_a_gap_below_25_m2_is_found_and_given_to_the_longest_neighbour():
    left, right = box(0, 0, 100, 200), shapely.difference(box(100, 0, 300, 200), box(100, 50, 102, 60))
    bottom = box(0, -100, 300, 0)
    subjects = [subject(left), subject(right, 2), subject(bottom, 3)]
    issue = one(check(*subjects), "gap")
    assert issue.area_m2 == pytest.approx(20, rel=0.01)
    assert issue.subjects[0].number == 2 and issue.fix.is_safe
    after = fixed(subjects, [issue])
    assert after[1].geometry.equals(box(100, 0, 300, 200))


def test_a_gap_that_is_open_at_one_end_is_found_and_given_to_a_neighbour():
    left = outline([(0, 0), (100, 0), (100, 170), (100, 200), (0, 200)])
    right = outline([(100, 0), (300, 0), (300, 200), (101, 200), (100, 170)])  # a corner was dragged one metre aside
    lower = box(0, -100, 300, 0)
    subjects = [subject(left), subject(right, 2), subject(lower, 3)]
    issue = one(check(*subjects), "gap")
    assert issue.area_m2 == pytest.approx(15, rel=0.02)
    assert {each.number for each in issue.subjects} == {1, 2}
    after = fixed(subjects, [issue])
    assert kinds(check(*after)) == set()


@pytest.mark.parametrize(
    "right",
    [
        [(100, 0), (300, 0), (300, 200), (150, 200), (100, 100)],
        [(100, 0), (300, 0), (300, 200), (104, 200), (100, 150)],
        [(100, 0), (300, 0), (300, 90), (100, 90)],
    ],
    ids=["a wide angle", "wider than a slip", "a straight border that ends"],
)
def test_neighbours_that_part_for_good_leave_no_gap(right):
    assert "gap" not in kinds(check(subject(box(0, 0, 100, 200)), subject(outline(right), 2)))


@pytest.mark.parametrize(
    ("share", "text"),
    [(1.0, "100 %"), (0.9996, "100 %"), (0.123, "12 %"), (0.042, "4.2 %"), (0.0003, "0.03 %"),
     (4e-7, "less than 0.01 %")],
)  # fmt: skip
def test_shares_can_be_read(share, text):
    assert share_text(share) == text


def test_a_gap_of_more_is_ground_that_nobody_claims():
    right = shapely.difference(box(100, 0, 300, 200), box(100, 50, 105, 60))
    assert check(subject(box(0, 0, 100, 200)), subject(right, 2)) == []


def test_small_parts_and_holes_are_found_and_go():
    parts = shapely.multipolygons([shapely.difference(box(0, 0, 100, 100), box(10, 10, 12, 12)), box(200, 0, 203, 3)])
    before = [subject(parts)]
    issues = part_issues(before)
    assert kinds(issues) == {"tiny-part", "tiny-hole", "multi-part"}
    (after,) = fixed(before, issues)
    assert after.geometry.equals(box(0, 0, 100, 100))


def test_a_whole_sector_below_25_m2_is_only_told():
    issue = one(check(subject(box(0, 0, 4, 4), **{"class": 4})), "tiny-sector")
    assert issue.fix is None


@pytest.mark.parametrize(
    ("values", "kind", "severity", "is_safe"),
    [
        ({"date": "2021-22-07"}, "bad-date", "error", False),
        ({"date2": "soon"}, "bad-date2", "error", None),
        ({"date": None}, "missing-date", "warning", None),
        ({"system": " "}, "missing-system", "warning", None),
        ({"system": "Maxar, CNES / Airbus"}, "dual-agency", "warning", None),
        ({"class": None, "_class": "pond"}, "unknown-class", "error", None),
        ({"class": 0}, "class-other", "hint", None),
        ({"class_key": "wr"}, "class-key", "error", True),
        ({"Name": "2_1"}, "name-site", "warning", None),
        ({"state": "perfect"}, "unknown-state", "error", None),
        ({"state": "approved", "reviewer": None}, "unfounded-approval", "error", None),
        ({"state": "rejected", "comment": ""}, "unfounded-rejection", "warning", None),
        ({"area_m2": 1.0}, "stale-area", "warning", True),
        ({"class": 3}, "implausible-size", "hint", None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_fault_of_a_field_is_found_by_itself(values, kind, severity, is_safe):
    issues = attribute_issues([subject(box(0, 0, 60, 60), **values)])
    assert [issue.kind for issue in issues] == [kind]
    assert issues[0].severity == severity
    assert (issues[0].fix.is_safe if issues[0].fix else None) == is_safe
    assert box(0, 0, 60, 60).contains(issues[0].point)
    assert f"'{values.get('Name', '1_1')}'" in issues[0].message


def test_names_and_identities_that_stand_twice_are_one_issue_each():
    here = [subject(box(i * 100, 0, i * 100 + 50, 50), i + 1, Name="1_7", uuid="same") for i in range(3)]
    issues = attribute_issues(here)
    assert sorted(issue.kind for issue in issues) == ["duplicate-name", "duplicate-uuid"]
    name, identity = one(issues, "duplicate-name"), one(issues, "duplicate-uuid")
    assert name.fix.after == "Name: 1_8, 1_9" and not name.fix.is_safe and identity.fix.is_safe
    after = apply_fixes(here, issues).subjects
    assert [s.name for s in after] == ["1_7", "1_8", "1_9"]
    assert after[0].uuid == "same" and len({s.uuid for s in after}) == 3


def test_what_lies_beyond_the_observed_ground_is_told_with_its_share():
    seen = {"s": box(0, 0, 100, 100)}
    issues = outside_observed([subject(box(50, 0, 150, 100), scene_id="s"), subject(box(500, 0, 600, 100), 2)], seen)
    assert [(issue.subjects[0].number, round(issue.facts["share"], 3)) for issue in issues] == [(1, 0.5)]
    assert (
        issues[0].where.equals_exact(shapely.multipolygons([box(100, 0, 150, 100)]), 1e-12) or issues[0].area_m2 > 4900
    )


def test_a_project_is_checked_against_what_its_runs_saw(tmp_path):
    path = tmp_path / "mine.gpkg"
    seen = shapely.box(-70.002, -23.002, -70.001, -23.0)
    store_run(make_run([NewSector(shapely.box(-70.002, -23.002, -70.0, -23.0), 5, 0.8)], observed=seen), path)
    result = handle(ValidateAnnotationsRequest(str(path), str(tmp_path / "issues.geojson")), Job())
    assert result.issues == {"missing-system": 1, "outside-observed": 1}
    listed = json.loads((tmp_path / "issues.geojson").read_text())["features"]
    issue = next(f for f in listed if f["properties"]["kind"] == "outside-observed")
    assert -70.001 < issue["geometry"]["coordinates"][0] < -70.0
    assert issue["properties"]["message"].startswith("50 % of No. 1")


@pytest.mark.parametrize("suffix", ["gpkg", "geojson", "csv"])
def test_the_list_is_written_in_each_format_also_when_it_is_empty(tmp_path, suffix):
    source = write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), **GOOD))
    path = tmp_path / f"issues.{suffix}"
    result = handle(ValidateAnnotationsRequest(str(source), str(path)), Job())
    assert result.issues == {} and path.stat().st_size > 0


SHAPES = st.lists(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=3, max_size=8, unique=True),
    min_size=1,
    max_size=6,
)


@settings(max_examples=150)
@example(rings=[[(18, 33), (0, 0), (7, 40), (40, 19), (9, 39), (0, 8)]], codes=[3] * 6)  # GEOS needs two passes
@given(rings=SHAPES, codes=st.lists(st.integers(3, 9), min_size=6, max_size=6))
def test_repairing_whatever_is_drawn_leaves_nothing_invalid_and_repairing_again_changes_nothing(rings, codes):
    subjects = [
        subject(shapely.Polygon([(x * 10 * METRE, y * 10 * METRE) for x, y in ring]), i + 1, **{"class": code})
        for i, (ring, code) in enumerate(zip(rings, codes))
    ]
    subjects = [s for s in subjects if mended(s.geometry) is not None]
    after = apply_fixes(subjects, ring_issues(subjects)).subjects
    assert all(s.geometry.is_valid for s in after)
    assert ring_issues(after) == []
    for old, new in zip(subjects, after):
        if old.geometry.is_valid:
            assert new is old
    for issue in Ground(after).overlaps():
        low, high = (next(s.geometry for s in after if s.number == i.number) for i in issue.subjects)
        assert issue.area_m2 == pytest.approx(area_m2_of(shapely.intersection(low, high)), rel=1e-6)


def area_m2_of(geometry) -> float:
    return sum(area_m2(part) for part in shapely.get_parts(shapely.get_parts(geometry)) if part.geom_type == "Polygon")


def many(tmp_path: Path, count: int) -> Path:
    """A grid of sectors that share their borders."""
    side = int(count**0.5)
    rings = [
        [[(x + dx) * 1e-3, (y + dy) * 1e-3] for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))]
        for x in range(side) for y in range(side)
    ]  # fmt: skip
    features = [feature(polygon(ring), **{**GOOD, "Name": f"1_{i}"}) for i, ring in enumerate(rings)]
    return write_geojson(tmp_path / "many.geojson", *features)


@pytest.mark.clock
def test_twenty_thousand_sectors_are_checked_in_seconds_and_a_cancel_is_heard(tmp_path):
    source = many(tmp_path, 20_000)
    project = tmp_path / "many.gpkg"
    begun = time.process_time()
    handle(ImportAnnotationsRequest(str(source), str(project)), Job())
    assert time.process_time() - begun < working(60)
    begun = time.process_time()
    assert handle(ValidateAnnotationsRequest(str(project)), Job()).issues == {}
    assert time.process_time() - begun < working(30)
    job = Job()
    heard: list[float] = []

    def report(progress) -> None:
        if progress.stage == "check" and not heard:
            heard.append(time.monotonic())
            job.cancel()

    job.report = report
    with pytest.raises(CancelledError):
        handle(ValidateAnnotationsRequest(str(project)), job)
    assert time.monotonic() - heard[0] < within(1.0)
