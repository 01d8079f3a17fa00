"""Profile ``report`` is GeoJSON as RFC 7946 has it, and other programs read it as what it is."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import jsonschema
import numpy as np
import pyogrio
import pytest
import shapely

from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.geojson import export_geojson
from tests.engine.monitoring.shapes import box_m, write_layer

SCHEMA = json.loads(Path(__file__).with_name("rfc7946.schema.json").read_text(encoding="utf-8"))
LAMES = Path(__file__).resolve().parents[4] / "shared/data/lames/Chile_LSM_sectors.geojson"

HOLE = shapely.difference(box_m(0, 0, 900, 900), box_m(300, 300, 200, 200))
PARTS = shapely.union_all([box_m(2000, 0, 300, 300), box_m(2600, 0, 300, 300)])
SITE = shapely.box(-1.8642537, 6.1231111, -1.8598761, 6.1262222)


@pytest.fixture
def project(tmp_path):
    return write_layer(tmp_path / "p.gpkg", [HOLE, PARTS, SITE], **{
        "class": [5, 9, 1], "Name": ["Ó pit", None, "site"], "uuid": ["u-1", "u-2", "u-3"], "site_id": ["8", "8", "9"],
        "observed_at": ["2024-03-14", None, "2024-03-14"], "state": ["approved"] * 3, "confidence": [0.5, np.nan, 1.0],
    })  # fmt: skip


def export(source, output, **options):
    export_geojson(ExportGeoJsonRequest(str(source), str(output), profile="report", **options), Job())
    return json.loads(output.read_text(encoding="utf-8"), parse_constant=_no_constant)


def _no_constant(name):
    raise AssertionError(f"{name} is no JSON")


def problems(document):
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(document)]


def rings(document):
    for feature in document["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        for polygon in polygons:
            yield from ((number, ring) for number, ring in enumerate(polygon))


def assert_is_rfc_7946(document):
    assert problems(document) == []
    for number, ring in rings(document):
        assert ring[0] == ring[-1]  # 3.1.6
        assert shapely.is_ccw(shapely.linearrings(ring)) is np.bool_(number == 0)  # the right-hand rule
        assert all(value == round(value, 7) for position in ring for value in position)  # 11.2


def test_the_schema_itself_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def _without(document, *path):
    for key in path[:-1]:
        document = document[key]
    del document[path[-1]]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.update(crs={"type": "name"}),
        lambda d: d.update(type="Feature"),
        lambda d: _without(d, "features", 0, "properties"),
        lambda d: _without(d, "features", 0, "geometry"),
        lambda d: d["features"][0]["geometry"].update(type="polygon"),
        lambda d: d["features"][0]["geometry"].update(coordinates=[]),
        lambda d: d["features"][0]["geometry"]["coordinates"].__setitem__(0, [[0, 0], [1, 1], [0, 0]]),
        lambda d: d["features"][0]["geometry"]["coordinates"][0].__setitem__(0, [200.0, 0.0]),
        lambda d: d["features"][0]["geometry"]["coordinates"][0].__setitem__(0, ["1", "2"]),
        lambda d: d["features"][0]["geometry"]["coordinates"][0].__setitem__(0, [1.0]),
        lambda d: d["features"][0].update(features=[]),
        lambda d: d.update(bbox=[1, 2, 3]),
    ],
    ids=["crs", "type", "no properties", "no geometry", "geometry type", "no ring", "short ring", "beyond the earth",
         "texts", "one number", "features in a feature", "bbox"],
)  # fmt: skip
def test_the_schema_finds_what_the_rfc_forbids(project, tmp_path, spoil):
    document = copy.deepcopy(export(project, tmp_path / "o.geojson"))
    assert problems(document) == []
    spoil(document)
    assert problems(document) != []


@pytest.mark.parametrize("generalise", ["", "none", "0.01", "0.05", "0.1"])
def test_an_export_is_what_the_rfc_asks_for(project, tmp_path, generalise):
    document = export(project, tmp_path / "o.geojson", generalise=generalise, purpose="test")
    assert len(document["features"]) == 3
    assert_is_rfc_7946(document)


@pytest.mark.skipif(not LAMES.exists(), reason="the LAMES data folder is not here")
def test_all_lames_sectors_are_what_the_rfc_asks_for(tmp_path):
    document = export(LAMES, tmp_path / "o.geojson")
    assert len(document["features"]) == 1204
    assert_is_rfc_7946(document)


def test_gdal_reads_fields_types_and_places(project, tmp_path):
    output = tmp_path / "o.geojson"
    export(project, output, generalise="none", purpose="test")
    meta, _, wkb, columns = pyogrio.raw.read(output)
    values = dict(zip(meta["fields"], columns, strict=True))
    assert meta["crs"] == "EPSG:4326"
    assert (values["class"].tolist(), values["Name"][0]) == ([5, 9, 1], "Ó pit")
    found = shapely.from_wkb(wkb)
    for shape, original in zip(found, [HOLE, PARTS, SITE], strict=True):
        assert shapely.intersection(shape, original).area == pytest.approx(original.area, rel=1e-5)


def test_geopandas_reads_areas_that_are_those_of_the_file(project, tmp_path):
    geopandas = pytest.importorskip("geopandas", reason="geopandas is not in this environment: make engine")
    output = tmp_path / "o.geojson"
    export(project, output, generalise="none", purpose="test")
    frame = geopandas.read_file(output)
    assert frame.crs.to_epsg() == 4326 and frame.geometry.is_valid.all()
    flat = frame.to_crs(6933)
    rounding_m2 = flat.length * 0.5e-7 * 111_320 * 2**0.5  # the seventh decimal along the outline
    assert ((flat.area - frame["area_m2"]).abs() < rounding_m2).all()
    assert frame.set_index("uuid").loc["u-1", "class_key"] == "op"
