"""Files that were made to do harm, or came to it: one clear sentence each, at once, and nothing written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
import warnings
import zipfile
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from mining_monitor.contract.annotations import ImportAnnotationsRequest, ValidateAnnotationsRequest
from mining_monitor.contract.errors import AnnotationsError, CancelledError, MiningMonitorError, OutputError
from mining_monitor.contract.history import VerifyLogRequest
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from tests.clock import within
from tests.engine.annotation.makers import SQUARE, feature, placemark, polygon, write_geojson, write_kml

ROOT = Path(__file__).resolve().parents[3]


def run(path: Path, **more):
    return handle(ImportAnnotationsRequest(str(path), **more), Job())


def sentence_of(path: Path) -> str:
    with pytest.raises(AnnotationsError) as caught:
        run(path)
    message = caught.value.message
    assert str(path) in message and message.endswith(".") and "\n" not in message and "Traceback" not in message
    return message


# GeoJSON -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty (0 bytes)"),
        ("\0\0\0\0", "is empty (4 bytes)"),
        ("{}", "it is no GeoJSON"),
        ("[]", "'{' is missing"),
        ("null", "'{' is missing"),
        ('{"type": "FeatureCollection", "features": [{"type": "Feature", "prop', "cannot be understood"),
        ('{"type": "FeatureCollection", "features": [', "cannot be understood"),
        ('{"type": "FeatureCollection", "features": []', "'}' is missing"),
        ('{"type": "FeatureCollection", "features": []} {"type"', "there is more after its end"),
        ('{"type": "FeatureCollection", "features": ' + "[" * 200_000, "too deep inside one another"),
        ('{"type": "FeatureCollection", "features": [' + '{"a":' * 200_000, "too deep inside one another"),
        ('{"type": "Topology", "objects": {}}', "it is no GeoJSON: 'type' is 'Topology'"),
        ('{"type": "FeatureCollection", "features": [{"a": 1}}', "']' is missing"),
    ],
    ids=["empty", "zeros", "object", "list", "null", "cut", "cut-in-list", "cut-at-end", "two", "deep-lists",
         "deep-objects", "topojson", "brackets"],
)  # fmt: skip
def test_a_file_that_is_no_geojson_is_one_sentence(tmp_path, text, words):
    path = tmp_path / "bad.geojson"
    path.write_text(text)
    assert words in sentence_of(path)


@pytest.mark.parametrize(
    "value", ["NaN", "Infinity", "-Infinity", "1e999", '"x"', "null", "[]", "{}", "true", str(10**400)]
)
def test_a_coordinate_that_is_none_costs_its_feature_only(tmp_path, value):
    good = json.dumps(feature(polygon(SQUARE), **{"class": 5}))
    bad = json.dumps(feature(polygon([["?", -23.0], *SQUARE[1:]]), **{"class": 5})).replace('"?"', value)
    path = tmp_path / "nan.geojson"
    path.write_text(f'{{"type": "FeatureCollection", "features": [{good}, {bad}]}}')
    result = run(path)
    assert result.sectors + sum(result.left_out.values()) == 2
    if value != "true":
        assert result.left_out in ({"coordinates are no numbers": 1}, {"coordinates are no finite numbers": 1})


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon"}, {"type": "Polygon", "coordinates": []}, {"type": "Polygon", "coordinates": 7},
        {"type": "Polygon", "coordinates": [7]}, {"type": "Polygon", "coordinates": [[7]]}, {"type": 7},
        {"type": "Polygon", "coordinates": [[[1], [2], [3], [4]]]}, {"type": "MultiPolygon", "coordinates": [[]]},
        {"type": "Polygon", "coordinates": {"a": 1}}, {"type": "GeometryCollection", "geometries": [{"type": "x"}]},
        7, "x", {"type": "MultiPolygon", "coordinates": [7]}, {"type": "Polygon", "coordinates": [None]},
    ],
    ids=json.dumps,
)  # fmt: skip
def test_a_geometry_of_another_form_costs_its_feature_only(tmp_path, geometry):
    path = write_geojson(tmp_path / "odd.geojson", feature(polygon(SQUARE), **{"class": 5}), feature(geometry))
    result = run(path)
    assert (result.sectors, sum(result.left_out.values())) == (1, 1)


def test_keys_that_stand_twice_are_told(tmp_path):
    path = tmp_path / "twice.geojson"
    inner = json.dumps(polygon(SQUARE))
    text = f'{{"type": "Feature", "properties": {{"class": 5, "class": 9}}, "geometry": {inner}}}'
    path.write_text(f'{{"type": "FeatureCollection", "features": [{text}]}}')
    result = run(path)
    assert [(n.code, n.facts) for n in result.warnings] == [("duplicate-keys", {"count": 1, "key": "class"})]
    assert [total.key for total in result.totals] == ["wr"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_survive_other_encodings(tmp_path, encoding):
    path = tmp_path / "a.geojson"
    value = {"type": "FeatureCollection", "features": [feature(polygon(SQUARE), Name="Peña_ñ", **{"class": 5})]}
    path.write_bytes(json.dumps(value, ensure_ascii=False).encode(encoding))
    issues = tmp_path / "issues.csv"
    result = run(path, issues=str(issues))
    assert [notice.code for notice in result.warnings] == (["encoding"] if encoding == "cp1252" else [])
    assert "Peña_ñ" in issues.read_text(encoding="utf-8")


def test_halves_of_characters_and_zero_bytes_are_replaced(tmp_path):
    text = json.dumps(feature(polygon(SQUARE), Name="a?b", date="?", comment="?", **{"class": "?"}))
    path = tmp_path / "a.geojson"
    path.write_text('{"type": "FeatureCollection", "features": [' + text.replace("?", "\\ud800\\u0000") + "]}")
    project, issues = tmp_path / "out.gpkg", tmp_path / "issues.gpkg"
    assert run(path, output=str(project), issues=str(issues)).sectors == 1
    assert handle(VerifyLogRequest(str(project)), Job()).is_usable


@pytest.mark.parametrize("crs", ["urn:ogc:def:crs:EPSG::999999", "the site grid"])
def test_a_system_that_nobody_knows_is_said(tmp_path, crs):
    member = {"type": "name", "properties": {"name": crs}}
    path = write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), **{"class": 5}), crs=member)
    assert "that the engine does not know" in sentence_of(path)


@pytest.mark.parametrize("crs", [None, 7, {}, {"properties": 7}, {"properties": {"name": 7}}], ids=str)
def test_a_crs_member_of_another_form_is_none(tmp_path, crs):
    assert run(write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), **{"class": 5}), crs=crs)).sectors == 1


def test_metres_without_a_system_are_said(tmp_path):
    ring = [[500_000, 7_000_000], [500_100, 7_000_000], [500_100, 7_000_100], [500_000, 7_000_000]]
    assert "they look like metres" in sentence_of(write_geojson(tmp_path / "a.geojson", feature(polygon(ring))))


NO_CLASSES = [None, True, 5.5, -1, 10, 1e300, "5; DROP TABLE", [5], {"op": 1}, {"op": "x"}, "NaN", "", "  "]


@pytest.mark.parametrize("value", NO_CLASSES, ids=str)
def test_no_class_of_another_form_becomes_one(tmp_path, value):
    path = write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), Name="1_1", **{"class": value}))
    result = run(path, output=str(tmp_path / "out.gpkg"))
    expected = ["op"] if isinstance(value, dict) and value else []
    assert [total.key for total in result.totals] == expected


PROPERTY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2), max_leaves=4,
)  # fmt: skip
NAMES = st.sampled_from(["Name", "class", "date", "date2", "system", "site_id", "uuid", "state", "area_m2", "category",
                         "confidence", "comment", "fid", "AREA", "reviewed_at", "\x00", "geom"])  # fmt: skip


@settings(max_examples=60)
@given(many=st.lists(st.dictionaries(NAMES, PROPERTY, max_size=8), min_size=1, max_size=4))
def test_no_properties_at_all_break_the_import(many, tmp_path_factory):
    folder = tmp_path_factory.mktemp("any")
    path = write_geojson(folder / "a.geojson", *[feature(polygon(SQUARE), **properties) for properties in many])
    try:
        result = run(path, output=str(folder / "out.gpkg"), issues=str(folder / "issues.gpkg"), repair=True)
    except MiningMonitorError as error:
        assert error.message
        return
    assert result.sectors + result.left_out.get("already in the project", 0) == len(many)
    handle(ValidateAnnotationsRequest(str(folder / "out.gpkg"), str(folder / "v.gpkg")), Job())


# KML -----------------------------------------------------------------------------------------------------------------

BOMB = '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE kml [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [BOMB, FILE, "<!DOCTYPE kml SYSTEM 'http://127.0.0.1:9/kml.dtd'>"],
                         ids=["laughs", "file", "dtd"])  # fmt: skip
def test_entities_and_document_types_are_refused(tmp_path, head):
    path = write_kml(tmp_path / "bad.kml", placemark("&a;" if "ENTITY a" in head else "x", SQUARE), head=head)
    assert "declares a document type or entities" in sentence_of(path)


def test_elements_that_lie_too_deep_are_refused(tmp_path):
    path = write_kml(tmp_path / "deep.kml", "<Folder>" * 50_000)
    assert "more than 100 deep inside one another" in sentence_of(path)


@pytest.mark.clock
def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path):
    path = tmp_path / "bomb.kmz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("doc.kml", "<kml>" + " " * 300_000_000)
    begun = time.monotonic()
    assert "'doc.kml' unpacks to more than" in sentence_of(path)
    assert time.monotonic() - begun < within(10)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.kml", b"", "is empty (0 bytes)"),
        ("a.kml", b"not xml", "it is no whole KML"),
        ("a.kml", b"<kml><Document><Placemark>", "it is no whole KML"),
        ("a.kml", b"<html></html>", "is XML but no KML"),
        ("a.kml", b'<?xml version="1.0" encoding="martian"?><kml/>', "cannot be imported"),
        ("a.kml", b"<kml>\xff\xfe\xfa</kml>", "it is no whole KML"),
        ("a.kmz", b"PK\x05\x06" + b"\0" * 18, "holds no .kml"),
        ("a.kmz", b"PK\x03\x04 broken", "cannot be imported"),
        ("a.kml", b"<kml><Document/></kml>", "holds no polygons"),
    ],
    ids=["empty", "text", "cut", "html", "encoding", "bytes", "empty-zip", "broken-zip", "nothing-in-it"],
)  # fmt: skip
def test_a_file_that_is_no_kml_is_one_sentence(tmp_path, name, data, words):
    path = tmp_path / name
    path.write_bytes(data)
    assert words in sentence_of(path)


def test_a_kml_with_odd_coordinates_loses_only_those(tmp_path):
    texts = ["nan,nan,0", "1e999,0", "x,y", "-70.001", ",", "-70.001,-23.001,0,9,9", "181000,0,0"]
    odd = [placemark("x", SQUARE).replace("-70.001,-23.001,0", text) for text in texts]
    result = run(write_kml(tmp_path / "odd.kml", placemark("wr", SQUARE), *odd))
    assert (result.sectors, sum(result.left_out.values())) == (2, 6)


# both ----------------------------------------------------------------------------------------------------------------


ABSENT = ["absent.geojson", "absent.kml", "absent.gpkg", "folder.geojson", "x" * 300 + ".geojson"]


@pytest.mark.parametrize("name", ABSENT, ids=lambda name: name[:12])
def test_what_is_not_there_is_said(tmp_path, name):
    (tmp_path / "folder.geojson").mkdir()
    with pytest.raises(AnnotationsError):
        run(tmp_path / name)


def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.geojson"
    os.mkfifo(pipe)
    with pytest.raises(AnnotationsError, match="is no file"):
        run(pipe)


@pytest.mark.parametrize("place", ["/proc/none/out.gpkg", "{}/folder.gpkg", "{}/a.geojson/out.gpkg"])
def test_a_place_that_cannot_be_written_leaves_nothing(tmp_path, place):
    (tmp_path / "folder.gpkg").mkdir()
    path = write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), **{"class": 5}))
    for member in ("output", "issues"):
        with pytest.raises(OutputError):
            run(path, **{member: place.format(tmp_path)})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.geojson", "folder.gpkg"]


FULL = """
import resource, sys
from mining_monitor.contract.annotations import ImportAnnotationsRequest
from mining_monitor.contract.errors import OutputError
from mining_monitor.engine.jobs.dispatch import handle, in_words
from mining_monitor.engine.progress import Job
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
handle(ImportAnnotationsRequest(sys.argv[1]), Job())
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    handle(ImportAnnotationsRequest(sys.argv[1], sys.argv[2]), Job())
except Exception as error:
    print(type(in_words(error)).__name__)
"""


@pytest.mark.parametrize("room", [4_000, 150_000, 400_000])
def test_no_room_while_a_project_is_made_leaves_nothing(tmp_path, room):
    squares = [[[x + dx * 1e-3, dy * 1e-3] for dx, dy in ((0, 0), (0.9, 0), (0.9, 0.9), (0, 0.9), (0, 0))]
               for x in range(900)]  # fmt: skip
    squares = [[[x / 10, y] for x, y in ring] for ring in squares]
    path = write_geojson(tmp_path / "a.geojson", *[feature(polygon(ring), **{"class": 5}) for ring in squares])
    command = [sys.executable, "-c", FULL, str(path), str(tmp_path / "out.gpkg"), str(room)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.stdout.strip() in ("OutputError", "DiskFullError"), done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.geojson"]


LARGE = 500_000


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Path:
    """A hundred megabytes of squares."""
    path = tmp_path_factory.mktemp("large") / "large.geojson"
    one = json.dumps(feature(polygon(SQUARE), Name="1_1", **{"class": 5}))
    with path.open("w") as file:
        file.write('{"type": "FeatureCollection", "features": [\n' + one)
        for _ in range(LARGE):
            file.write(",\n" + one)
        file.write("]}")
    assert path.stat().st_size > 90e6
    return path


@pytest.mark.parametrize("after_s", [0.3, 2.0])
@pytest.mark.clock
def test_a_hundred_megabytes_are_cancelled_within_a_second(large, after_s):
    job, times = Job(), []

    def cancel() -> None:
        times.append(time.monotonic())
        job.cancel()

    timer = threading.Timer(after_s, cancel)
    timer.start()
    with pytest.raises(CancelledError):
        handle(ImportAnnotationsRequest(str(large)), job)
    assert time.monotonic() - times[0] < within(1.0)
    timer.join()


def test_an_engine_killed_while_it_imports_leaves_the_project_as_it_was(tmp_path):
    squares = [[[x + dx * 1e-3, y + dy * 1e-3] for dx, dy in ((0, 0), (0.9, 0), (0.9, 0.9), (0, 0.9), (0, 0))]
               for x in range(-70, -30) for y in range(-60, 40)]  # fmt: skip
    source = write_geojson(tmp_path / "many.geojson", *[feature(polygon(ring), **{"class": 5}) for ring in squares])
    project = tmp_path / "mine.gpkg"
    handle(
        ImportAnnotationsRequest(str(write_geojson(tmp_path / "one.geojson", feature(polygon(SQUARE)))), str(project)),
        Job(),
    )
    before = project.read_bytes()
    for delay in (1.2, 1.6, 2.0):
        command = [sys.executable, "-m", "mining_monitor.engine", "importannotations", str(source), str(project)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        process.wait()
        result = handle(ValidateAnnotationsRequest(str(project)), Job())
        assert result.sectors in (1, 1 + len(squares))
    assert result.sectors > 1 or project.read_bytes() == before


def test_a_layer_without_a_system_is_said(tmp_path):
    path = tmp_path / "nowhere.shp"
    shape = np.array([shapely.to_wkb(shapely.Polygon(SQUARE))], object)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it has no system is the point
        pyogrio.raw.write(
            path, geometry=shape, field_data=[], fields=[], geometry_type="Polygon", driver="ESRI Shapefile"
        )
    with pytest.raises(AnnotationsError, match="has no coordinate reference system"):
        run(path)
