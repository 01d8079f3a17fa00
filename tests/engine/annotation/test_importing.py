"""Whatever people have drawn elsewhere becomes sectors, with nothing lost and nothing made up."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from pyproj import Geod

from mining_monitor.contract.annotations import ImportAnnotationsRequest
from mining_monitor.contract.errors import AnnotationsError, OutputError, ParameterError
from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.engine.annotation.dates import mended_date
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from tests.engine.annotation.makers import BESIDE, SQUARE, feature, placemark, polygon, write_geojson, write_kml
from tests.engine.annotation.test_store import make_run, rows_of, shape_of


def run(path: Path, output: Path | None = None, **more):
    return handle(ImportAnnotationsRequest(str(path), str(output or ""), **more), Job())


def rows(path: Path, **more) -> list[dict]:
    """Import into a new project and return its sectors."""
    project = path.parent / "imported.gpkg"
    run(path, project, **more)
    return rows_of(project, "sectors")


# GeoJSON -------------------------------------------------------------------------------------------------------------


def test_the_documented_nested_form_is_read(tmp_path):
    category = dict.fromkeys(("op", "wr", "tsf", "lh", "pp", "mf", "sy", "asm", "ms"), 0)
    path = write_geojson(
        tmp_path / "nested.geojson",
        feature(polygon(SQUARE), category={**category, "tsf": 1}, date="2020-01-02", system="Maxar"),
        feature(polygon(BESIDE), category={**category, "ms": 1}, date="2020-01-02", date2="2021-01-02"),
    )
    assert run(path).form == "lames-nested"
    assert [(row["class_key"], row["date"], row["date2"]) for row in rows(path)] == [
        ("tsf", "2020-01-02", None), ("lsm", "2020-01-02", "2021-01-02")]  # fmt: skip


def test_a_category_that_says_two_classes_says_none(tmp_path):
    path = write_geojson(tmp_path / "nested.geojson", feature(polygon(SQUARE), category={"op": 1, "wr": 1}))
    assert run(path).issues["unknown-class"] == 1
    assert rows(path)[0]["class"] is None


@pytest.mark.parametrize(
    ("name", "code"), [("Ghana_ASM.geojson", 1), ("ASM_Ghana.geojson", 1), ("other.geojson", None)]
)
def test_a_ghana_style_file_has_its_class_in_its_name_or_nowhere(tmp_path, name, code):
    ghana = {"Name": "12", "description": "", "timestamp": None, "tessellate": 1, "extrude": 0, "visibility": -1}
    path = write_geojson(tmp_path / name, feature(polygon(SQUARE), **ghana))
    assert run(path).form == "without-class"
    assert rows(path)[0]["class"] == code


def test_a_default_class_fills_only_what_has_none(tmp_path):
    path = write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), Name="a"), feature(polygon(BESIDE), Name="b"))
    assert [row["class_key"] for row in rows(path, default_class="wr")] == ["wr", "wr"]


def test_any_layer_is_read_with_a_mapping_of_fields_and_values(tmp_path):
    path = tmp_path / "concession.gpkg"
    squares = [shapely.to_wkb(shapely.box(x, 7_000_000, x + 90, 7_000_090)) for x in (5e5, 6e5)]
    pyogrio.raw.write(
        path, geometry=np.array(squares, object),
        field_data=[np.array(["Tajo", "Botadero"], object), np.array(["2020-05-06", None], object)],
        fields=["TIPO", "FECHA_IMG"], layer="areas", driver="GPKG", geometry_type="Polygon", crs="EPSG:32719",
    )  # fmt: skip
    found = rows(path, fields={"class": "TIPO", "date": "FECHA_IMG"}, classes={"Tajo": "op", "Botadero": "9"})
    assert [(row["class_key"], row["date"]) for row in found] == [("op", "2020-05-06"), ("wr", None)]
    assert [row["area_m2"] for row in found] == pytest.approx([8100 / 0.9996**2] * 2, rel=2e-3)
    assert run(path, fields={"class": "TIPO"}).issues["unknown-class"] == 2


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"fields": {"class": "KIND"}}, "takes class from 'KIND', which the file has not. It has: Name, class"),
        ({"fields": {"colour": "Name"}}, "maps to 'colour', which is no field"),
        ({"classes": {"Tajo": "hole"}}, "'hole' is no LAMES class"),
        ({"default_class": "11"}, "'11' is no LAMES class"),
        ({"accept": ("all",)}, "ACCEPT holds 'all', which is no repair that this file was offered"),
        ({"issues": "list.xlsx"}, "ISSUES ends with '.xlsx'"),
    ],
)
def test_a_parameter_that_does_not_fit_is_said(tmp_path, more, sentence):
    path = write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), Name="1_1", **{"class": 5}))
    with pytest.raises(ParameterError) as caught:
        run(path, **more)
    assert sentence in caught.value.message


def test_a_report_comes_back_with_identity_state_and_review(tmp_path):
    source = write_geojson(
        tmp_path / "lames.geojson",
        feature(polygon(SQUARE), Name="1_1", site_id="1", date=" 2020-01-02 ", **{"class": 5}),
    )
    first = tmp_path / "first.gpkg"
    run(source, first)
    handle(ExportGeoJsonRequest(str(first), str(tmp_path / "report.geojson")), Job())
    again = tmp_path / "again.gpkg"
    assert run(tmp_path / "report.geojson", again).form == "report"
    (one,), (other,) = rows_of(first, "sectors"), rows_of(again, "sectors")
    assert {**one, "geom": 0, "fid": 0} == {**other, "geom": 0, "fid": 0, "area_m2": pytest.approx(one["area_m2"])}
    assert shape_of(one).equals_exact(shape_of(other), 1e-7)


def test_coordinates_of_another_system_are_brought_to_degrees(tmp_path):
    ring = [[500_000, 7_000_000], [500_100, 7_000_000], [500_100, 7_000_100], [500_000, 7_000_000]]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32719"}}
    path = write_geojson(tmp_path / "utm.geojson", feature(polygon(ring), **{"class": 5}), crs=crs)
    west, south, _, _ = shape_of(rows(path)[0]).bounds
    x, y, _ = Geod(ellps="WGS84").fwd(-69.0, 0.0, 180.0, 3_000_000 / 0.9996)  # along the meridian of the zone
    assert (west, south) == pytest.approx((x, y), abs=1e-8)


def test_holes_and_parts_stay_and_parts_become_sectors_of_their_own(tmp_path):
    hole = [
        [-70.0008, -23.0008],
        [-70.0008, -23.0002],
        [-70.0002, -23.0002],
        [-70.0002, -23.0008],
        [-70.0008, -23.0008],
    ]
    far = [[-70.1, -23.1], [-70.0995, -23.1], [-70.0995, -23.0995], [-70.1, -23.1]]
    multi = {"type": "MultiPolygon", "coordinates": [[SQUARE, hole], [far]]}
    found = rows(write_geojson(tmp_path / "parts.geojson", feature(multi, Name="1_1", **{"class": 5})))
    assert [len(shape_of(row).interiors) for row in found] == [1, 0]
    assert len({row["uuid"] for row in found}) == 2 and {row["Name"] for row in found} == {"1_1"}


def test_what_is_no_polygon_is_left_out_and_counted(tmp_path):
    path = write_geojson(
        tmp_path / "mixed.geojson",
        feature(polygon(SQUARE), **{"class": 5}),
        feature({"type": "Point", "coordinates": [-70, -23]}),
        feature({"type": "LineString", "coordinates": SQUARE}),
        feature(None),
        feature(polygon([[-70, -23], [-70, -23], [-70, -23], [-70, -23]])),
        feature(polygon([[500_000, 7_000_000], [500_100, 7_000_000], [500_100, 7_000_100], [500_000, 7_000_000]])),
        "not a feature",
    )
    result = run(path)
    assert (result.read, result.sectors) == (7, 1)
    assert result.left_out == {
        "no polygon": 2, "no geometry": 1, "a ring has fewer than three corners": 1, "coordinates beyond the earth": 1,
        "no feature": 1,
    }  # fmt: skip


def test_an_open_ring_is_closed_and_told(tmp_path):
    path = write_geojson(tmp_path / "open.geojson", feature(polygon(SQUARE[:-1]), **{"class": 5}))
    assert run(path).issues["open-ring"] == 1
    assert shape_of(rows(path)[0]).equals(shapely.Polygon(SQUARE))


def test_two_sectors_that_are_alike_have_two_identities_that_stay(tmp_path):
    path = write_geojson(tmp_path / "twice.geojson", *[feature(polygon(SQUARE), Name="1_1", **{"class": 5})] * 2)
    first = [row["uuid"] for row in rows(path)]
    run(path, tmp_path / "other.gpkg")
    assert len(set(first)) == 2
    assert [row["uuid"] for row in rows_of(tmp_path / "other.gpkg", "sectors")] == first


def test_a_bare_feature_and_a_bare_geometry_are_read(tmp_path):
    for name, value in (("f.geojson", feature(polygon(SQUARE), **{"class": 5})), ("g.json", polygon(SQUARE))):
        path = tmp_path / name
        path.write_text(json.dumps(value))
        assert run(path).sectors == 1


def test_sectors_of_a_project_are_added_to_it_and_its_own_stay(tmp_path):
    from mining_monitor.engine.annotation.merge import NewSector
    from mining_monitor.engine.annotation.store import store_run

    project = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(shapely.box(-70.1, -23.1, -70.0, -23.05), 5, 0.8)]), project)
    before = rows_of(project, "sectors")
    run(write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), **{"class": 9})), project)
    after = rows_of(project, "sectors")
    assert after[:1] == before and [row["class"] for row in after] == [5, 9]


def test_a_file_that_is_no_project_is_not_written_into(tmp_path):
    other = tmp_path / "other.gpkg"
    other.write_bytes(b"precious")
    path = write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), **{"class": 9}))
    with pytest.raises(OutputError, match="no GeoPackage"):
        run(path, other)
    assert other.read_bytes() == b"precious"


# KML -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["mines.kml", "mines.kmz"])
def test_google_earth_polygons_are_read_with_folder_name_and_date(tmp_path, name):
    dated = "<description><![CDATA[<table><tr><td>the <b>north</b> wall</td></tr></table>]]></description>"
    dated += "<TimeStamp><when>2020-05-06T00:00:00Z</when></TimeStamp>"
    path = write_kml(
        tmp_path / name,
        f"<Folder><name>Open pits</name>{placemark('north', SQUARE, dated)}</Folder>",
        f"<Folder><name>various</name>{placemark('TSF 2', BESIDE)}</Folder>",
    )
    assert run(path).form == "kml"
    found = [(row["Name"], row["class_key"], row["date"], row["comment"]) for row in rows(path)]
    assert found == [("north", "op", "2020-05-06", "the north wall"), ("TSF 2", "tsf", None, None)]


def test_extended_data_holes_and_several_polygons_are_read(tmp_path):
    data = '<ExtendedData><Data name="class"><value>9</value></Data><SchemaData schemaUrl="#s">'
    data += '<SimpleData name="system"> Maxar </SimpleData></SchemaData></ExtendedData>'
    hole = [[-70.0008, -23.0008], [-70.0008, -23.0002], [-70.0002, -23.0002], [-70.0008, -23.0008]]
    both = placemark("a", SQUARE, data, hole)
    ring = f"<outerBoundaryIs><LinearRing><coordinates>{' '.join(f'{x},{y}' for x, y in BESIDE)}</coordinates>"
    multi = f"<Placemark><name>wr</name><MultiGeometry><Polygon>{ring}</LinearRing></outerBoundaryIs></Polygon>"
    multi += "<Point><coordinates>-70,-23,0</coordinates></Point></MultiGeometry></Placemark>"
    path = write_kml(tmp_path / "a.kml", both, multi)
    first, second = rows(path)
    assert (first["class"], first["system"], len(shape_of(first).interiors)) == (9, "Maxar", 1)
    assert (second["class_key"], shape_of(second).equals(shapely.Polygon(BESIDE))) == ("wr", True)
    assert run(path).issues["mixed-geometry"] == 1


def test_network_links_are_told_and_not_followed(tmp_path):
    link = "<NetworkLink><name>x</name><Link><href>http://127.0.0.1:9/secret.kml</href></Link></NetworkLink>"
    result = run(write_kml(tmp_path / "a.kml", link, placemark("wr", SQUARE)))
    assert [notice.code for notice in result.warnings] == ["network-links"]


def test_a_kml_that_goes_by_another_name_is_known_by_its_content(tmp_path):
    path = write_kml(tmp_path / "a.kml", placemark("wr", SQUARE))
    assert run(path.rename(tmp_path / "export.xml")).form == "kml"


# dates ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2017-13-01", "2017-01-13"), (" 2021-22-07 ", "2021-07-22"), ("2020-01-02T10:20:30Z", "2020-01-02"),
        ("25/12/2020", "2020-12-25"), ("12.25.2020", "2020-12-25"), ("2020/3/4", "2020-03-04"),
        ("3/3/2020", "2020-03-03"),
        ("3/4/2020", None), ("2020-13-32", None), ("2020-02-30", None), ("spring 2020", None), ("", None),
    ],
)  # fmt: skip
def test_a_date_is_mended_only_where_it_can_mean_one_day(text, meant):
    assert mended_date(text) == meant


def test_nothing_to_import_is_said_with_the_reasons(tmp_path):
    path = write_geojson(tmp_path / "points.geojson", feature({"type": "Point", "coordinates": [0, 0]}))
    with pytest.raises(AnnotationsError, match="holds no polygons that could be sectors: 1 with no polygon"):
        run(path)
