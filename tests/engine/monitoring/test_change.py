"""Change: what was planted is found, what a shift feigns is not, and what nobody saw is never reclaimed."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from mining_monitor.contract.change import DetectChangeRequest
from mining_monitor.contract.errors import CancelledError, OutputError, ParameterError
from mining_monitor.contract.numbers import AreasRequest, SectorSource
from mining_monitor.engine.monitoring.areas import sum_areas
from mining_monitor.engine.monitoring.change import detect_change
from mining_monitor.engine.monitoring.sector_map import overlapping_pairs
from mining_monitor.engine.progress import Job
from tests.engine.monitoring.shapes import box_m, moved_m, write_layer

LAMES = Path(__file__).resolve().parents[4] / "shared/data/lames"
needs_lames = pytest.mark.skipif(not LAMES.exists(), reason="the LAMES data folder is not here")

PIT, DUMP = box_m(0, 0, 400, 300), box_m(400, 0, 500, 300)
PLACE = box_m(-2000, -2000, 6000, 6000)
THEN, NOW = "2020-05-10", "2022-05-10"


def state(path, sectors, observed=PLACE, at=THEN, **columns):
    """Write sectors (shape, class) of one date, and what was observed."""
    shapes = [shape for shape, _ in sectors]
    codes = [code for _, code in sectors]
    write_layer(path, shapes, **{"class": codes, "observed_at": [at] * len(codes), **columns})
    if observed is not None:
        write_layer(path, [observed], layer="observed", run_id=["r"], observed_at=[at])
    return path


def change(before, after, **options):
    request = DetectChangeRequest(SectorSource(str(before)), SectorSource(str(after)), **options)
    return detect_change(request, Job())


def cell(result, before, after):
    index = {code: position for position, code in enumerate(result.codes)}
    return result.matrix_m2[index[before]][index[after]]


def test_a_planted_expansion_of_ten_hectares_is_found_to_a_hundredth(tmp_path):
    before = state(tmp_path / "a.gpkg", [(PIT, 5), (DUMP, 9)])
    grown = shapely.union(DUMP, box_m(400, 300, 500, 200))
    after = state(tmp_path / "b.gpkg", [(PIT, 5), (grown, 9)], at=NOW)
    result = change(before, after)
    assert result.expansion_m2 / 1e4 == pytest.approx(10.00, abs=0.01)
    assert (result.reclamation_m2, result.conversion_m2) == (0.0, 0.0)
    assert cell(result, 0, 9) / 1e4 == pytest.approx(10.00, abs=0.01)


def test_a_planted_conversion_and_reclamation_are_told_apart(tmp_path):
    before = state(tmp_path / "a.gpkg", [(PIT, 5), (DUMP, 9)])
    pit, filled = box_m(0, 0, 300, 300), box_m(300, 0, 100, 300)
    after = state(tmp_path / "b.gpkg", [(pit, 5), (filled, 9), (box_m(400, 0, 250, 300), 9)], at=NOW)
    result = change(before, after)
    assert result.conversion_m2 / 1e4 == pytest.approx(3.00, abs=0.01)  # waste into the pit
    assert result.reclamation_m2 / 1e4 == pytest.approx(7.50, abs=0.01)
    assert result.expansion_m2 == 0.0
    pairs = {(t.before, t.after): t.significant_m2 / 1e4 for t in result.transitions}
    assert pairs == pytest.approx({(5, 9): 3.00, (9, 0): 7.50}, abs=0.01)


@pytest.mark.parametrize("direction", [(5, 0), (0, 5), (3, 4), (-3.5, 3.5)], ids=str)
def test_a_shift_of_five_metres_is_no_change_at_twelve_metres_tolerance(tmp_path, direction):
    round_pit = shapely.transform(PIT.centroid.buffer(0.002), lambda xy: xy + np.array([0, 0.01]))
    sectors = [(PIT, 5), (DUMP, 9), (round_pit, 8)]
    before = state(tmp_path / "a.gpkg", sectors)
    after = state(tmp_path / "b.gpkg", [(moved_m(shape, *direction), code) for shape, code in sectors], at=NOW)
    result = change(before, after, tolerance_m=12, min_area_m2=0)
    assert (result.expansion_m2, result.reclamation_m2, result.conversion_m2) == (0.0, 0.0, 0.0)
    assert result.suppressed_m2 > 1000  # what the shift uncovers is told, not hidden
    assert change(before, after, tolerance_m=0, min_area_m2=0).expansion_m2 > 1000


@needs_lames
def test_a_shift_of_all_lames_sectors_is_no_change_and_the_margins_are_the_totals(tmp_path):
    meta, _, wkb, columns = pyogrio.raw.read(LAMES / "Chile_LSM_sectors.geojson", columns=["class", "site_id"])
    shapes = shapely.force_2d(shapely.from_wkb(wkb))
    keep = shapely.is_valid(shapes)
    twice = overlapping_pairs(shapely.make_valid(shapes))
    keep[[i for pair in twice for i in pair]] = False  # 1.8 ha have two classes
    values = dict(zip(meta["fields"], (column[keep] for column in columns), strict=True))
    values["class"] = values["class"].astype(int)
    moved = [moved_m(s, 4, 3, s.centroid.y) for s in shapes[keep]]
    before = write_layer(tmp_path / "a.gpkg", shapes[keep], **values)
    after = write_layer(tmp_path / "b.gpkg", moved, **values)

    result = change(before, after, min_area_m2=0)

    assert (result.expansion_m2, result.reclamation_m2, result.conversion_m2) == (0.0, 0.0, 0.0)
    matrix = np.array(result.matrix_m2)
    for path, axis in ((before, 1), (after, 0)):
        totals = {r.code: r.union_m2 for r in sum_areas(AreasRequest(SectorSource(str(path)), by=()), Job()).rows}
        sums = dict(zip(result.codes, matrix.sum(axis=axis), strict=True))
        assert {code: sums[code] for code in range(3, 10)} == pytest.approx(
            {code: totals[code] for code in range(3, 10)}, rel=1e-4
        )
        assert sum(v for c, v in sums.items() if c) == pytest.approx(totals[None], rel=1e-4)
    assert {site.status for site in result.sites} == {"stable"}


def test_rows_and_columns_of_the_matrix_sum_to_the_totals_of_each_date(tmp_path):
    rng = np.random.default_rng(4)

    def some(seed_shift):
        corners = rng.uniform(0, 3000, (25, 2))
        return [(box_m(x, y, *rng.uniform(50, 400, 2)), int(rng.integers(3, 10))) for x, y in corners + seed_shift]

    clouds = box_m(-2000, -2000, 3000, 6000)
    before = state(tmp_path / "a.gpkg", some(0))
    after = state(tmp_path / "b.gpkg", some(40), observed=shapely.difference(PLACE, clouds), at=NOW)
    result = change(before, after)
    matrix = np.array(result.matrix_m2)
    for path, axis in ((before, 1), (after, 0)):
        areas = sum_areas(AreasRequest(SectorSource(str(path)), by=()), Job())
        mapped = sum(v for c, v in zip(result.codes, matrix.sum(axis=axis), strict=True) if c not in (0, 255))
        assert mapped == pytest.approx(areas.union_m2, rel=1e-4)
        ground = dict(zip(result.codes, matrix.sum(axis=axis), strict=True))[0] + mapped
        seen = areas.observed_m2 + areas.mapped_outside_observed_m2
        assert ground == pytest.approx(seen, rel=1e-4)


def test_ground_under_cloud_is_never_reclaimed(tmp_path):
    before = state(tmp_path / "a.gpkg", [(PIT, 5), (DUMP, 9)])
    after = state(
        tmp_path / "b.gpkg", [(PIT, 5)], observed=shapely.difference(PLACE, box_m(400, -500, 900, 1500)), at=NOW
    )
    result = change(before, after, output=str(tmp_path / "c.gpkg"))
    assert result.reclamation_m2 == 0.0
    assert result.not_observed_m2["after"] / 1e4 == pytest.approx(15.0, abs=0.01)
    assert cell(result, 9, 255) / 1e4 == pytest.approx(15.0, abs=0.01)
    assert [c.key for c in result.classes] == ["op"]  # the dump cannot be compared
    _, _, _, columns = pyogrio.raw.read(tmp_path / "c.gpkg", columns=["kind", "after_key"], read_geometry=False)
    assert [list(column) for column in columns] == [["not_observed"], ["not_observed"]]


def test_what_appears_where_nobody_had_looked_is_no_expansion(tmp_path):
    before = state(tmp_path / "a.gpkg", [(PIT, 5)], observed=box_m(-100, -100, 500, 600))
    after = state(tmp_path / "b.gpkg", [(PIT, 5), (DUMP, 9)], at=NOW)
    result = change(before, after)
    assert result.expansion_m2 == 0.0
    assert result.not_observed_m2["before"] == pytest.approx(150_000, rel=1e-3)


def test_each_polygon_of_change_has_both_dates_classes_and_identities(tmp_path):
    before = state(tmp_path / "a.gpkg", [(PIT, 5)], uuid=["u1"], site_id=["817"])
    sectors = [(PIT, 9), (box_m(400, 0, 200, 300), 5)]
    after = state(tmp_path / "b.gpkg", sectors, at=NOW, uuid=["u2", "u3"], site_id=["817", "817"])
    change(before, after, output=str(tmp_path / "c.geojson"), table=str(tmp_path / "m.csv"))
    meta, _, _, columns = pyogrio.raw.read(tmp_path / "c.geojson", read_geometry=False, datetime_as_string=True)
    rows = [dict(zip(meta["fields"], row, strict=True)) for row in zip(*columns, strict=True)]
    by_kind = {row["kind"]: row for row in rows}
    converted, grown = by_kind["conversion"], by_kind["expansion"]
    assert (converted["before_key"], converted["after_key"]) == ("op", "wr")
    assert (converted["before_at"], converted["after_at"]) == (THEN, NOW)
    assert (converted["before_uuid"], converted["after_uuid"]) == ("u1", "u2")
    assert (grown["before_key"], grown["before_at"], grown["after_uuid"]) == ("other", THEN, "u3")
    assert (grown["site"], grown["site_status"]) == ("817", "expanded")
    matrix = list(csv.reader((tmp_path / "m.csv").read_text(encoding="utf-8").splitlines()))
    assert matrix[0][1:] == ["other", "op", "wr", "total"]
    assert float(matrix[-1][-1]) == pytest.approx(36e6, rel=1e-3)


def test_rates_are_logarithmic_and_per_year(tmp_path):
    before = state(tmp_path / "a.gpkg", [(PIT, 5)])
    after = state(tmp_path / "b.gpkg", [(box_m(0, 0, 800, 300), 5)], at=NOW)
    result = change(before, after)
    assert result.years == pytest.approx(2.0, abs=0.01)
    assert result.classes[0].rate == pytest.approx(math.log(2) / (730 / 365.25), rel=1e-3)
    assert result.classes[0].yearly_m2 == pytest.approx(120_000 / (730 / 365.25), rel=1e-3)
    assert result.sites[0].rate == pytest.approx(result.classes[0].rate)


@pytest.mark.parametrize(
    ("before", "after", "at", "status"),
    [
        ([], [PIT], NOW, "new"),
        ([PIT], [box_m(0, 0, 500, 300)], NOW, "expanded"),
        ([PIT], [box_m(0, 0, 300, 300)], NOW, "contracted"),
        ([PIT], [PIT], NOW, "stable"),
        ([PIT], [PIT], "2026-05-10", "dormant"),
        ([PIT], [], NOW, "revegetated"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_site_has_a_status(tmp_path, before, after, at, status):
    far = box_m(5000, 3000, 100, 100)
    first = state(tmp_path / "a.gpkg", [*((s, 5) for s in before), (far, 9)])
    second = state(tmp_path / "b.gpkg", [*((s, 5) for s in after), (far, 9)], at=at)
    result = change(first, second)
    assert result.sites[0].site == "site 1"
    assert result.sites[0].status == status


def test_a_site_that_was_not_to_be_seen_says_so(tmp_path):
    first = state(tmp_path / "a.gpkg", [(PIT, 5)])
    second = state(tmp_path / "b.gpkg", [(box_m(3000, 0, 50, 50), 5)], observed=box_m(2500, -500, 1000, 1000), at=NOW)
    assert [s.status for s in change(first, second).sites] == ["not observed", "new"]


def test_a_site_keeps_its_identity_when_its_name_changes_and_when_sites_grow_together(tmp_path):
    first = state(tmp_path / "a.gpkg", [(PIT, 5), (DUMP, 9), (box_m(0, 2000, 100, 100), 5)], site_id=["a", "b", "old"])
    sectors = [(shapely.union(PIT, DUMP), 5), (box_m(0, 2000, 100, 100), 5)]
    second = state(tmp_path / "b.gpkg", sectors, at=NOW, site_id=["a", "new"])
    sites = {site.site: site for site in change(first, second).sites}
    assert set(sites) == {"a+b", "new+old"}
    assert (sites["a+b"].before_ids, sites["a+b"].after_ids) == (("a", "b"), ("a",))


def test_the_extent_of_a_site_is_no_sector_that_changes(tmp_path):
    first = state(tmp_path / "a.gpkg", [(PIT, 5), (box_m(-100, -100, 2000, 1000), 2)])
    second = state(tmp_path / "b.gpkg", [(PIT, 5)], at=NOW)
    assert change(first, second).reclamation_m2 == 0.0


def test_without_dates_rates_are_undefined_and_seasons_and_order_are_told(tmp_path):
    plain = write_layer(tmp_path / "a.gpkg", [PIT], **{"class": [5]})
    result = change(plain, plain)
    assert (result.years, result.classes[0].rate) == (None, None)
    assert {"dates-unknown", "observed-unknown-at"} <= {n.code for n in result.warnings}
    may, november = state(tmp_path / "m.gpkg", [(PIT, 5)]), state(tmp_path / "n.gpkg", [(PIT, 5)], at="2021-11-10")
    assert "other-season" in {n.code for n in change(may, november).warnings}
    assert "dates-reversed" in {n.code for n in change(november, may).warnings}


def test_small_changes_are_suppressed_by_their_connected_ground(tmp_path):
    """Two halves of a pit extension, each below the least area, are one extension above it."""
    first = state(tmp_path / "a.gpkg", [(PIT, 5)])
    second = state(tmp_path / "b.gpkg", [(PIT, 5), (box_m(400, 0, 40, 50), 5), (box_m(440, 0, 40, 50), 9)], at=NOW)
    assert change(first, second, min_area_m2=2500).expansion_m2 == pytest.approx(4000, rel=1e-3)
    assert change(first, second, min_area_m2=5000).expansion_m2 == 0.0


def test_nothing_at_one_date_is_no_error(tmp_path):
    first = state(tmp_path / "a.gpkg", [(PIT, 5)], state=["rejected"])
    second = state(tmp_path / "b.gpkg", [(PIT, 5)], at=NOW)
    assert change(first, second).expansion_m2 == pytest.approx(120_000, rel=1e-3)
    assert change(first, first).sites == ()


def test_bad_input_is_named_before_the_work(tmp_path):
    path = state(tmp_path / "a.gpkg", [(PIT, 5)])
    with pytest.raises(ParameterError, match="TOLERANCE"):
        change(path, path, tolerance_m=-1)
    with pytest.raises(ParameterError, match="also read"):
        change(path, path, output=str(path))
    with pytest.raises(ParameterError, match="also read"):
        change(path, path, table=str(path))
    with pytest.raises(ParameterError, match=r"\.gpkg or \.geojson"):
        change(path, path, output=str(tmp_path / "c.shp"))
    with pytest.raises(OutputError):
        change(path, path, output="/proc/none/c.gpkg")
    with pytest.raises(ParameterError, match="no ISO date"):
        detect_change(DetectChangeRequest(SectorSource(str(path), observed_at="May"), SectorSource(str(path))), Job())


def test_a_cancelled_comparison_leaves_nothing(tmp_path):
    path = state(tmp_path / "a.gpkg", [(PIT, 5)])
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        request = DetectChangeRequest(SectorSource(str(path)), SectorSource(str(path)), output=str(tmp_path / "c.gpkg"))
        detect_change(request, job)
    assert not (tmp_path / "c.gpkg").exists()
