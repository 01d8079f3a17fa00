"""Areas hold: geodesic, of the union, the same in every CRS, with what was not observed beside them."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from pyproj import Geod

from mining_monitor.contract.errors import AnnotationsError, CancelledError, ExtentError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.numbers import AreasRequest, SectorSource
from mining_monitor.engine.monitoring.areas import sum_areas
from mining_monitor.engine.progress import Job
from tests.engine.monitoring.shapes import box_m, write_layer

LAMES = Path(__file__).resolve().parents[4] / "shared/data/lames"
needs_lames = pytest.mark.skipif(not LAMES.exists(), reason="the LAMES data folder is not here")

#: km2 by class of DOMAIN's table (1.2 and "Golden values").
TABLE_KM2 = {0: 0.003, 3: 33.808, 4: 6.839, 5: 100.555, 6: 4.936, 7: 3.029, 8: 55.478, 9: 185.983}


def areas(path, **options):
    where = options.pop("where", "")
    return sum_areas(AreasRequest(SectorSource(str(path), where=where), **options), Job())


def by_class(result, grouping="total", group=""):
    return {row.code: row for row in result.rows if (row.grouping, row.group) == (grouping, group)}


@pytest.fixture(scope="module")
def lames():
    return areas(LAMES / "Chile_LSM_sectors.geojson", attributes=str(LAMES / "metadata.csv"))


@needs_lames
def test_lames_has_390_631_km2_in_sum_and_390_454_in_union(lames):
    assert lames.sectors == 1204
    assert lames.sum_m2 / 1e6 == pytest.approx(390.631, abs=0.01)
    assert lames.union_m2 / 1e6 == pytest.approx(390.454, abs=0.01)


@needs_lames
def test_lames_by_class_is_the_table_of_the_domain(lames):
    rows = by_class(lames)
    rows.pop(None)
    assert {code: round(row.sum_m2 / 1e6, 3) for code, row in rows.items()} == TABLE_KM2
    assert rows[9].union_m2 / 1e6 == pytest.approx(185.826, abs=0.001)  # three dumps lie in a fourth


@needs_lames
@pytest.mark.parametrize(("unit_m2", "count"), [(400, 13), (900, 58), (2500, 152), (10_000, 375)])
def test_lames_sectors_below_a_minimum_mappable_unit_are_counted_and_kept(unit_m2, count):
    result = areas(LAMES / "Chile_LSM_sectors.geojson", by=(), min_area_m2=unit_m2)
    assert by_class(result)[None].below_sectors == count
    assert result.sum_m2 / 1e6 == pytest.approx(390.631, abs=0.01)


@needs_lames
def test_lames_by_site_and_commodity_add_up_to_the_whole(lames):
    sites = [row for row in lames.rows if row.grouping == "site_id" and row.code is None]
    metals = {row.group: row for row in lames.rows if row.grouping == "attribute" and row.code is None}
    assert len(sites) == 139
    assert sum(row.sum_m2 for row in sites) == pytest.approx(lames.sum_m2, rel=1e-12)
    assert sum(row.sum_m2 for row in metals.values()) == pytest.approx(lames.sum_m2, rel=1e-12)
    assert set(metals) == {"", "Au", "Coal", "Cu", "Fe", "Zn"}
    assert sum(len(row.sources) for row in metals.values()) == 1204


@needs_lames
@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32719", "EPSG:6933", "ESRI:102033"])
def test_an_area_does_not_depend_on_the_crs_of_the_project(tmp_path, crs):
    _, _, wkb, columns = pyogrio.raw.read(LAMES / "Chile_LSM_sectors.geojson", columns=["class"], force_2d=True)
    shapes = shapely.from_wkb(wkb)
    keep = shapely.is_valid(shapes)
    path = write_layer(tmp_path / "sectors.gpkg", shapes[keep], crs, **{"class": columns[0][keep].astype(int)})

    result = areas(path, by=())

    geod = Geod(ellps="WGS84")
    expected = sum(abs(geod.geometry_area_perimeter(shape)[0]) for shape in shapes[keep])
    assert result.sum_m2 == pytest.approx(expected, rel=1e-6)


def test_ground_that_two_sectors_share_counts_once(tmp_path):
    shapes = [box_m(0, 0, 200, 100), box_m(100, 0, 200, 100), box_m(0, 500, 50, 50)]
    result = areas(write_layer(tmp_path / "a.gpkg", shapes, **{"class": [9, 9, 5]}), by=())
    rows = by_class(result)
    assert rows[9].sum_m2 == pytest.approx(40_000, rel=1e-5)
    assert rows[9].union_m2 == pytest.approx(30_000, rel=1e-5)
    assert rows[None].union_m2 == pytest.approx(32_500, rel=1e-5)


def test_the_extent_of_a_site_is_told_but_is_no_part_of_the_total(tmp_path):
    shapes = [box_m(0, 0, 1000, 1000), box_m(100, 100, 100, 100)]
    result = areas(write_layer(tmp_path / "a.gpkg", shapes, **{"class": [2, 5]}), by=())
    assert result.union_m2 == pytest.approx(10_000, rel=1e-5)
    assert by_class(result)[2].union_m2 == pytest.approx(1_000_000, rel=1e-5)


def test_a_hole_is_subtracted_and_a_bow_tie_is_mended(tmp_path):
    ring = shapely.difference(box_m(0, 0, 300, 300), box_m(100, 100, 100, 100))
    x, y = (box_m(1000, 0, 100, 100).exterior.coords[i] for i in (0, 2))
    tie = shapely.Polygon([(x[0], x[1]), (y[0], y[1]), (y[0], x[1]), (x[0], y[1])])
    result = areas(write_layer(tmp_path / "a.gpkg", [ring, tie], **{"class": [5, 9]}), by=())
    assert by_class(result)[5].sum_m2 == pytest.approx(80_000, rel=1e-5)
    assert by_class(result)[9].sum_m2 == pytest.approx(5_000, rel=1e-4)


def test_what_was_not_observed_stands_beside_what_was_mapped(tmp_path):
    path = write_layer(tmp_path / "p.gpkg", [box_m(0, 450, 100, 100), box_m(950, 450, 100, 100)], **{"class": [5, 5]})
    write_layer(path, [box_m(0, 0, 1000, 1000)], layer="observed", run_id=["r"], observed_at=["2021-02-27"])
    place = box_m(0, 0, 2000, 1000).bounds

    result = areas(path, by=(), extent=Extent(*place))

    row = result.places[0]
    assert (row.area_m2, row.observed_m2) == pytest.approx((2e6, 1e6), rel=1e-4)
    assert row.not_observed_m2 == pytest.approx(1e6, rel=1e-4)
    assert row.mapped_m2 == pytest.approx(20_000, rel=1e-4)
    assert result.mapped_outside_observed_m2 == pytest.approx(5_000, rel=1e-4)


def test_areas_are_cut_by_an_overlay_and_what_lies_outside_is_a_group_of_its_own(tmp_path):
    sectors = write_layer(tmp_path / "a.gpkg", [box_m(0, 0, 200, 100)], **{"class": [5]})
    overlay = write_layer(tmp_path / "o.gpkg", [box_m(-50, -50, 200, 300)], layer="permits", holder=["A"])
    result = areas(sectors, by=(), overlay=str(overlay), overlay_field="holder", min_area_m2=18_000)
    assert by_class(result, "overlay", "A")[5].union_m2 == pytest.approx(15_000, rel=1e-5)
    assert by_class(result, "overlay", "outside")[5].union_m2 == pytest.approx(5_000, rel=1e-5)
    assert by_class(result, "overlay", "outside")[5].below_sectors == 0  # a piece of a sector that is large enough


def test_overlay_polygons_that_overlap_are_told(tmp_path):
    sectors = write_layer(tmp_path / "a.gpkg", [box_m(0, 0, 200, 100)], **{"class": [5]})
    shapes = [box_m(0, 0, 100, 100), box_m(50, 0, 100, 100)]
    overlay = write_layer(tmp_path / "o.gpkg", shapes, layer="permits", holder=["A", "B"])
    result = areas(sectors, by=(), overlay=str(overlay), overlay_field="holder")
    assert [n.facts["first"] for n in result.warnings if n.code == "overlay-overlaps"] == ["A"]


def test_the_table_names_every_group_and_class(tmp_path):
    path = write_layer(tmp_path / "a.gpkg", [box_m(0, 0, 100, 100)], **{"class": [5], "site_id": ["=1+1"]})
    result = areas(path, table=str(tmp_path / "t.csv"))
    rows = list(csv.DictReader(Path(result.table).read_text(encoding="utf-8").splitlines()))
    assert [(row["grouping"], row["group"], row["class_key"]) for row in rows] == [
        ("total", "", "all"), ("total", "", "op"), ("site_id", "'=1+1", "all"), ("site_id", "'=1+1", "op"),
    ]  # fmt: skip
    assert float(rows[0]["union_ha"]) == pytest.approx(1.0, abs=1e-4)


def test_rejected_sectors_and_those_without_class_or_ground_count_nowhere(tmp_path):
    nowhere = shapely.Polygon([(0, 0), (np.nan, 1), (1, 1)])
    shapes = [box_m(0, 0, 100, 100), box_m(200, 0, 100, 100), box_m(400, 0, 100, 100), nowhere]
    path = write_layer(tmp_path / "a.gpkg", shapes, **{
        "class": [5, 5, 77, 5], "state": ["approved", "rejected", "draft", "draft"],
    })  # fmt: skip
    result = areas(path, by=())
    assert result.sectors == 1
    assert {n.code: n.facts["count"] for n in result.warnings if n.facts} == {
        "left-out-no-class": 1,
        "left-out-no-polygon": 1,
    }


def test_bad_input_is_named(tmp_path):
    path = write_layer(tmp_path / "a.gpkg", [box_m(0, 0, 100, 100)], **{"class": [5]})
    with pytest.raises(ParameterError, match="no field 'owner'"):
        areas(path, by=("owner",))
    with pytest.raises(ParameterError, match="'zz' is no class"):
        areas(path, by=(), min_area_by_class={"zz": 1.0})
    with pytest.raises(ExtentError, match="no size"):
        areas(path, by=(), extent=Extent(1, 1, 1, 2))
    with pytest.raises(AnnotationsError):
        areas(tmp_path / "absent.gpkg")
    (tmp_path / "t.csv").write_bytes(b"\x00\xff\x00")
    with pytest.raises(ParameterError, match=r"t\.csv"):
        areas(path, by=(), attributes=str(tmp_path / "t.csv"))


def test_dates_that_lie_over_each_other_are_told(tmp_path):
    shapes = [box_m(0, 0, 100, 100), box_m(10, 0, 100, 100)]
    path = write_layer(tmp_path / "a.gpkg", shapes, **{"class": [5, 5], "scene_id": ["A", "B"]})
    assert [n.facts for n in areas(path, by=()).warnings if n.code == "several-dates"] == [{"count": 2}]
    one = areas(path, by=(), where="scene_id = 'A'")
    assert "several-dates" not in [n.code for n in one.warnings]


def test_a_cancelled_sum_ends(tmp_path):
    path = write_layer(tmp_path / "a.gpkg", [box_m(0, 0, 100, 100)], **{"class": [5]})
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        sum_areas(AreasRequest(SectorSource(str(path))), job)
