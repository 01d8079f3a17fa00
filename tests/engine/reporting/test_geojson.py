"""GeoJSON export: the published LAMES form byte for byte, and RFC 7946 for reports."""

from __future__ import annotations

import json
from pathlib import Path

import pyogrio
import pytest
import shapely

from mining_monitor.contract.errors import AnnotationsError, OutputError, ParameterError
from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.store import Run, store_run
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.geojson import export_geojson
from mining_monitor.engine.reporting.report_profile import report_geometry
from mining_monitor.schema.fields import SECTOR_FIELDS

LAMES = Path(__file__).resolve().parents[4] / "shared/data/lames/Chile_LSM_sectors.geojson"
needs_lames = pytest.mark.skipif(not LAMES.exists(), reason="the LAMES data folder is not here")

PIT = shapely.box(-70.00212345678, -23.002, -70.0, -23.0)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "mine.gpkg"
    row = {"run_id": "r", "scene_id": "s", "observed_at": "2021-02-27", "system": "Agency"}
    sectors = [NewSector(PIT, 5, 0.8), NewSector(shapely.box(-69.9, -23.002, -69.89, -23.0), 1, 0.6)]
    store_run(Run(row, [sectors], shapely.box(-71, -24, -69, -22), 1.0), path)
    return path


def export(source: Path, target: Path, **options) -> tuple[dict, object]:
    result = export_geojson(ExportGeoJsonRequest(str(source), str(target), **options), Job())
    return json.loads(target.read_text(encoding="utf-8")), result


@needs_lames
def test_profile_lames_returns_the_published_file_byte_for_byte(tmp_path):
    target = tmp_path / "out.geojson"
    result = export_geojson(ExportGeoJsonRequest(str(LAMES), str(target), layer="out", profile="lames"), Job())
    assert result.sectors == 1204
    assert target.read_bytes() == LAMES.read_bytes()


@needs_lames
def test_profile_report_of_lames_is_rfc_7946_and_names_its_four_bad_dates(tmp_path):
    data, result = export(LAMES, tmp_path / "out.geojson")
    assert set(data) == {"type", "features"}
    assert [notice.facts for notice in result.warnings] == [{"count": 4}]
    geometries = shapely.from_geojson([json.dumps(f["geometry"]) for f in data["features"]])
    assert all(shapely.is_ccw(shapely.get_exterior_ring(g)) for g in geometries)
    assert not shapely.has_z(geometries).any()
    assert data["features"][0]["properties"]["date"] == "2016-01-20"
    assert sum(f["properties"]["area_m2"] for f in data["features"]) / 1e6 == pytest.approx(390.631, abs=0.01)


def test_profile_report_has_the_fields_of_the_contract_in_order(project, tmp_path):
    data, _ = export(project, tmp_path / "out.geojson")
    names = [field.name for field in SECTOR_FIELDS]
    assert [list(feature["properties"]) for feature in data["features"]] == [
        names,
        [*names, "area_range", "dataGeneralizations", "informationWithheld"],  # an artisanal site
    ]
    assert data["features"][0]["properties"]["class_key"] == "op"
    assert data["features"][0]["properties"]["system"] == "Agency"


def test_profile_report_writes_seven_decimals(project, tmp_path):
    data, _ = export(project, tmp_path / "out.geojson")
    longitudes = {x for ring in data["features"][0]["geometry"]["coordinates"] for x, _ in ring}
    assert longitudes == {-70.0021235, -70.0}


def test_profile_lames_pads_texts_and_adds_the_kml_leftovers(project, tmp_path):
    data, _ = export(project, tmp_path / "out.geojson", profile="lames")
    properties = data["features"][0]["properties"]
    assert list(properties) == [
        "Name", "class", "date", "system", "timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude",
        "visibility", "drawOrder", "icon", "site_id",
    ]  # fmt: skip
    assert (properties["date"], properties["system"], properties["class"]) == (" 2021-02-27 ", " Agency ", 5)
    assert data["features"][0]["geometry"]["coordinates"][0][0][2] == 0.0
    assert data["crs"]["properties"]["name"] == "urn:ogc:def:crs:OGC:1.3:CRS84"


def test_shared_borders_stay_shared_after_rounding():
    left = shapely.Polygon([(0, 0), (0.12345678912, 0), (0.12345678912, 1), (0, 1)])
    right = shapely.Polygon([(0.12345678912, 0), (1, 0), (1, 1), (0.12345678912, 1)])
    a, b = report_geometry(left), report_geometry(right)
    assert shapely.area(shapely.intersection(a, b)) == 0
    assert shapely.union(a, b).equals(shapely.box(0, 0, 1, 1))


@pytest.mark.parametrize(
    ("states", "written", "left_out"),
    [
        ((), 1, {"state rejected": 1}),
        (("rejected",), 1, {"state draft": 1}),
        (("approved",), 0, {"state draft": 1, "state rejected": 1}),
    ],
    ids=["all but rejected", "only rejected", "none approved"],
)  # fmt: skip
def test_only_the_wanted_states_are_written_and_the_others_are_counted(project, tmp_path, states, written, left_out):
    with geopackage.transaction(project) as connection:
        connection.execute("UPDATE sectors SET state = 'rejected' WHERE class = 1")
    data, result = export(project, tmp_path / "out.geojson", states=states)
    assert len(data["features"]) == result.sectors == written
    assert result.left_out == left_out


@pytest.mark.parametrize("grid", ["0.01", "0.05", "0.1"])
def test_a_generalised_export_holds_only_multiples_of_the_grid_and_no_identity(project, tmp_path, grid):
    from decimal import Decimal

    data, _ = export(project, tmp_path / "out.geojson", generalise=grid)
    text = (tmp_path / "out.geojson").read_text(encoding="utf-8")
    numbers = json.loads(text, parse_float=Decimal)
    for feature in numbers["features"]:
        for x, y in feature["geometry"]["coordinates"][0]:
            assert x % Decimal(grid) == 0
            assert y % Decimal(grid) == 0
    for feature in data["features"]:
        properties = feature["properties"]
        assert [properties[k] for k in ("Name", "site_id", "uuid", "area_m2", "scene_id")] == [None] * 5
        assert (properties["date"], properties["area_range"]) == ("2021-02", "1-5 ha") or properties["class"] == 1
        assert grid in properties["dataGeneralizations"]
        assert properties["informationWithheld"]


def test_a_sector_reaches_into_each_cell_that_its_generalisation_names(project, tmp_path):
    data, _ = export(project, tmp_path / "out.geojson", generalise="0.05")
    cell = shapely.from_geojson(json.dumps(data["features"][0]["geometry"]))
    assert cell.covers(PIT)


def test_geometry_in_another_crs_is_written_in_wgs84(tmp_path):
    source = tmp_path / "utm.gpkg"
    square = shapely.box(500_000, 7_000_000, 500_100, 7_000_100)
    pyogrio.raw.write(
        str(source), geometry=shapely.to_wkb([square]), field_data=[], fields=[], geometry_type="Polygon",
        crs="EPSG:32719",
    )  # fmt: skip
    data, _ = export(source, tmp_path / "out.geojson")
    x, y = data["features"][0]["geometry"]["coordinates"][0][0]
    assert x == pytest.approx(-69.0, abs=0.002)
    assert y == pytest.approx(-27.12, abs=0.02)


def test_holes_and_several_parts_survive(tmp_path):
    source = tmp_path / "in.geojson"
    donut = shapely.difference(shapely.box(0, 0, 1, 1), shapely.box(0.4, 0.4, 0.6, 0.6))
    multi = shapely.multipolygons([donut, shapely.box(2, 2, 3, 3)])
    source.write_text(
        json.dumps({"type": "Feature", "properties": {"class": 5}, "geometry": json.loads(shapely.to_geojson(multi))})
    )
    data, _ = export(source, tmp_path / "out.geojson")
    written = shapely.from_geojson(json.dumps(data["features"][0]["geometry"]))
    assert written.equals(multi)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"profile": "kml"}, "PROFILE"),
        ({"generalise": "0.02"}, "GENERALISE"),
        ({"states": ("done",)}, "STATES"),
    ],
)
def test_a_wrong_parameter_is_named(project, tmp_path, options, sentence):
    with pytest.raises(ParameterError, match=sentence):
        export(project, tmp_path / "out.geojson", **options)


def test_a_file_that_is_no_vector_file_is_named(tmp_path):
    source = tmp_path / "broken.geojson"
    source.write_text("{")
    with pytest.raises(AnnotationsError, match=r"broken\.geojson"):
        export(source, tmp_path / "out.geojson")


def test_a_failed_export_leaves_an_earlier_file_as_it_was(project, tmp_path):
    target = tmp_path / "out.geojson"
    target.write_text("earlier")
    job = Job()
    job.cancel()
    with pytest.raises(Exception, match="cancelled"):
        export_geojson(ExportGeoJsonRequest(str(project), str(target)), job)
    assert target.read_text() == "earlier"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine.gpkg", "out.geojson"]


def test_a_folder_that_cannot_be_written_is_named(project, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        export(project, tmp_path / "file" / "out.geojson")
