"""A scanner of files that are to be released finds what was withheld, wherever somebody hid it, and nothing else."""

from __future__ import annotations

import base64
import gzip
import json
import sqlite3
import struct
import zipfile
import zlib

import numpy as np
import pytest
import rasterio
import shapely

from mining_monitor.contract.errors import CancelledError, ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.release import ScanReleaseRequest
from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.geojson import export_geojson
from mining_monitor.engine.reporting.leaks import scan_release
from tests.engine.monitoring.shapes import write_layer

UUID = "3f0b6a52-7f0d-4a1c-9b52-0d5f2a6e9c11"
ASM = shapely.Polygon([
    (-1.8642537, 6.1234568), (-1.8612345, 6.1231111), (-1.8598761, 6.1258642), (-1.8637777, 6.1262222),
])  # fmt: skip
PIT = shapely.box(-1.5001234, 6.3004321, -1.4901234, 6.3104321)
LON, LAT = -1.8612345, 6.1231111


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """An artisanal site and, elsewhere, a pit of another image whose figures may be published."""
    return write_layer(tmp_path_factory.mktemp("project") / "p.gpkg", [ASM, PIT], **{
        "class": [1, 5], "Name": ["Aboso river front", "Iduapriem"], "site_id": ["8214", "77"], "uuid": [UUID, "u-2"],
        "scene_id": ["S2A_20240314T102021", "S2B_20240402T101559"], "date": [" 2024-03-14 ", " 2024-04-02 "],
        "editor": ["ama.mensah", "j.doe"], "comment": ["behind the school", ""], "area_m2": [98765.43, 1234567.0],
    })  # fmt: skip


def scan(project, *files, **options):
    request = ScanReleaseRequest(tuple(str(f) for f in files), SectorSource(str(project)), **options)
    return scan_release(request, Job())


def text(value):
    return lambda path: path.write_text(value, encoding="utf-8")


def zipped(name, value):
    def write(path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, value)

    return write


def image(path, corner, size=0.0001, **tags):
    transform = rasterio.transform.from_origin(*corner, size, size)
    with rasterio.open(path, "w", driver="GTiff", width=8, height=8, count=1, dtype="uint8", crs="EPSG:4326",
                       transform=transform, compress="deflate") as data:  # fmt: skip
        data.write(np.zeros((1, 8, 8), np.uint8))
        data.update_tags(**tags)


def database(*values):
    def write(path):
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE t (a, b, c)")
            connection.execute("INSERT INTO t VALUES (?, ?, ?)", values)

    return write


def mercator(lon, lat):
    from pyproj import Transformer

    return Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True).transform(lon, lat)


def pdf(value):
    return lambda path: path.write_bytes(b"%PDF-1.7\n1 0 obj\nstream\r\n" + zlib.compress(value) + b"\nendstream\n")


def utm(lon, lat):
    from pyproj import Transformer

    return Transformer.from_crs("EPSG:4326", "EPSG:32630", always_xy=True).transform(lon, lat)


EAST, NORTH = mercator(LON, LAT)
PLANTED = {
    "a vertex in GeoJSON": ("a.geojson", text(json.dumps({"type": "Point", "coordinates": [LON, LAT]}))),
    "a bbox member": ("b.geojson", text(json.dumps({"bbox": [*ASM.bounds], "features": []}))),
    "a rounded position in a sentence": ("c.html", text("<p>The site lies at 6.124 N and -1.862 E.</p>")),
    "latitude before longitude in a table": ("d.csv", text(f"id;lat;lon\n1;{LAT:.5f};{LON:.5f}\n")),
    "one longitude alone": ("e.csv", text(f"id,x\n1,{LON:.6f}\n")),
    "degrees, minutes and seconds": ("f.txt", text("6°07'25\"N 1°51'42\"W")),
    "Web Mercator": ("g.txt", text(f"POINT ({EAST:.1f} {NORTH:.1f})")),
    "UTM": ("h.txt", text("centre {:.0f} / {:.0f}".format(*utm(LON, LAT)))),
    "well-known binary as text": ("i.csv", text(f"geom\n{shapely.to_wkb(ASM, hex=True)}\n")),
    "binary coordinates of a shapefile": ("j.shp", lambda p: p.write_bytes(b"\0" * 13 + struct.pack("<2d", LON, LAT))),
    "a database": ("k.sqlite", database("x", LON, LAT)),
    "the extent of a raster": ("l.tif", lambda p: image(p, (-1.8632, 6.1252))),
    "tags of an image": ("m.tif", lambda p: image(p, (10, 50), AREA_OR_POINT="Area", place="Aboso river front")),
    "the name of a site": ("n.html", text("<h1>ABOSO RIVER FRONT</h1>")),
    "the name in escapes": ("o.json", text('{"n": "Abo\\u0073o river front"}')),
    "an identity": ("p.csv", text(f"uuid\n{UUID}\n")),
    "a site number": ("q.csv", text("site,area\n8214,1-5 ha\n")),
    "the day of the image": ("r.html", text("<td>2024-03-14</td>")),
    "the scene": ("s.txt", text("source: S2A_20240314T102021.SAFE")),
    "an exact area in hectares": ("t.csv", text("class;ha\nasm;9.876543\n")),
    "who drew it": ("u.log", text("edited by ama.mensah")),
    "a remark": ("v.txt", text("note: Behind the school!")),
    "the name of a file": ("aboso_river_front_map.txt".replace("_", " "), text("nothing")),
    "an embedded project": ("w.qgz", zipped("p.qgs", f"<extent><xmin>{ASM.bounds[0]}</xmin></extent>")),
    "an archive in an archive": ("x.zip", lambda p: zipped("inner.zip", zip_bytes("n.txt", UUID))(p)),
    "a page of a PDF": ("y.pdf", pdf(b"(Aboso river front) Tj")),
    "a data address": (
        "z.html",
        text("<img src='data:;base64," + base64.b64encode(f"at {LAT}, {LON}".encode() * 2).decode() + "'>"),
    ),
    "a compressed log": ("za.log.gz", lambda p: p.write_bytes(gzip.compress(UUID.encode()))),
    "a local path": ("zb.json", text('{"file": "/home/ama/mine.gpkg"}')),
    "a forbidden word": ("zc.html", text("<p>Illegal mining</p>")),
}


def zip_bytes(name, value):
    import io

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, value)
    return buffer.getvalue()


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_leak_is_found(project, tmp_path, name):
    file, write = PLANTED[name]
    write(tmp_path / file)
    result = scan(project, tmp_path)
    assert [leak.file for leak in result.leaks][:1] == [str(tmp_path / file)]
    assert not result.is_clean


def test_all_planted_leaks_are_found_in_one_folder(project, tmp_path):
    for file, write in PLANTED.values():
        write(tmp_path / file)
    assert {leak.file for leak in scan(project, tmp_path).leaks} == {
        str(tmp_path / file) for file, _ in PLANTED.values()
    }
    assert len(PLANTED) >= 20


@pytest.mark.parametrize("grid", ["0.01", "0.05", "0.1"])
@pytest.mark.parametrize("profile", ["report", "lames"])
def test_a_generalised_export_is_clean(project, tmp_path, grid, profile):
    output = tmp_path / "out.geojson"
    export_geojson(ExportGeoJsonRequest(str(project), str(output), profile=profile, generalise=grid), Job())
    result = scan(project, output, generalise=grid, everything=True)
    assert (result.leaks, result.is_clean, result.scanned) == ((), True, 1)


def test_the_released_pit_beside_the_withheld_site_is_no_leak(project, tmp_path):
    output = tmp_path / "out.geojson"
    export_geojson(ExportGeoJsonRequest(str(project), str(output)), Job())
    data = json.loads(output.read_text(encoding="utf-8"))
    assert "Iduapriem" in output.read_text(encoding="utf-8")
    assert [f["properties"]["class_key"] for f in data["features"]] == ["asm", "op"]
    assert scan(project, output).leaks == ()


def test_harmless_files_are_clean(project, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Release 2024, 8 sites, cells of 0.1 degrees: -1.9, 6.1 to -1.8, 6.2; 5-10 ha; 18214 t."
    )
    image(tmp_path / "b.tif", (10.123, 50.456))
    (tmp_path / "c.bin").write_bytes(np.random.default_rng(1).bytes(200_000))
    assert scan(project, tmp_path).leaks == ()


def test_what_cannot_be_read_is_told_and_is_not_clean(project, tmp_path):
    result = scan(project, tmp_path / "absent.txt")
    assert (len(result.unread), result.is_clean) == (1, False)
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04" + b"\xff" * 40)
    assert scan(project, tmp_path / "broken.zip").leaks == ()


def test_a_scan_wants_files_and_a_grid_and_can_be_cancelled(project, tmp_path):
    with pytest.raises(ParameterError, match="no file to search"):
        scan(project)
    with pytest.raises(ParameterError, match="GENERALISE is 'none'"):
        scan(project, tmp_path, generalise="none")
    (tmp_path / "a.txt").write_text("x")
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        scan_release(ScanReleaseRequest((str(tmp_path),), SectorSource(str(project))), job)
