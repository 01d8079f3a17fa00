"""What odd files and odd acts may not do to a project: identities, shapes and values stay whole."""

from __future__ import annotations

import json
import lzma
import os
import sqlite3
import sys
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from mining_monitor.contract.annotations import ImportAnnotationsRequest, ValidateAnnotationsRequest
from mining_monitor.contract.errors import AnnotationsError, OutputError
from mining_monitor.contract.history import RestoreSectorRequest, SectorHistoryRequest, VerifyLogRequest
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.store import store_run
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from tests.engine.annotation.makers import BESIDE, SQUARE, feature, placemark, polygon, write_geojson, write_kml
from tests.engine.annotation.test_history import BOWTIE, WIDER, reshape, tamper
from tests.engine.annotation.test_store import PIT, make_run, rows_of

TWO_PARTS = {"type": "MultiPolygon", "coordinates": [[SQUARE], [[[x + 0.01, y] for x, y in SQUARE]]]}


def bring_in(path: Path, **more):
    project = path.parent / "mine.gpkg"
    return handle(ImportAnnotationsRequest(str(path), str(project), **more), Job()), project


def restore(project: Path, uuid: str, seq: int, who: str = "Ben"):
    return handle(RestoreSectorRequest(str(project), uuid, seq, who), Job())


def is_whole(project: Path) -> bool:
    return handle(VerifyLogRequest(str(project)), Job()).is_usable


@pytest.mark.parametrize("key", ["confidence", "gsd_m"])
def test_a_number_too_large_for_any_field_is_none(tmp_path, key):
    values = {"uuid": "a", "state": "edited", "class": 5, key: 10**400}
    result, project = bring_in(write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), **values)))
    assert (result.sectors, rows_of(project, "sectors")[0][key]) == (1, None)


@pytest.mark.parametrize("encoding", ["gb2312", "shift_jis", "big5"])
def test_a_kml_in_an_encoding_of_several_bytes_is_one_sentence(tmp_path, encoding):
    path = tmp_path / "mines.kml"
    text = write_kml(path, placemark("A", SQUARE)).read_text().replace("UTF-8", encoding)
    path.write_text(text, encoding=encoding)
    with pytest.raises(AnnotationsError, match=r"encoding.*Save it again as UTF-8"):
        bring_in(path)


@pytest.mark.parametrize(
    ("method", "error", "skipped"), [(zipfile.ZIP_DEFLATED, zlib.error, 0), (zipfile.ZIP_LZMA, lzma.LZMAError, 9)],
    ids=["zip", "lzma"],
)  # fmt: skip
def test_a_kmz_whose_contents_are_damaged_is_one_sentence(tmp_path, method, error, skipped):
    path, text = tmp_path / "mines.kmz", write_kml(tmp_path / "doc.kml", placemark("A", SQUARE)).read_text()
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("doc.kml", text)
    raw = bytearray(path.read_bytes())
    begin = 30 + len("doc.kml") + skipped
    raw[begin : begin + 20] = b"\xff" * 20
    path.write_bytes(bytes(raw))
    with pytest.raises(error), zipfile.ZipFile(path) as archive:
        archive.read("doc.kml")
    with pytest.raises(AnnotationsError, match="cannot be unpacked"):
        bring_in(path)


@pytest.mark.skipif(sys.platform != "linux", reason="only there a file's name may be no text")
def test_a_file_whose_name_is_no_text_is_imported(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/mines \xff.geojson"))
    result, project = bring_in(write_geojson(path, feature(polygon(SQUARE), Name="1_1", **{"class": 5})))
    assert result.sectors == 1 and is_whole(project)
    assert json.loads(rows_of(project, "log")[0]["after"])["file"] == "mines ?.geojson"


def test_a_name_of_a_person_with_half_a_character_is_stored(tmp_path):
    path = write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), uuid="a", state="edited", **{"class": 5}))
    _, project = bring_in(path, operator="Ana \udcff")
    restore(project, "a", 1, "Ben \ud800")
    assert [row["who"] for row in rows_of(project, "log")] == ["Ana ?", "Ben ?"]
    assert rows_of(project, "sectors")[0]["editor"] == "Ben ?" and is_whole(project)


def test_two_sectors_of_one_identity_become_two_identities_and_importing_twice_is_importing_once(tmp_path):
    values = {"uuid": "a", "state": "edited", "class": 5}
    path = write_geojson(
        tmp_path / "a.geojson", feature(polygon(SQUARE), **values), feature(polygon(BESIDE), **values),
        feature(polygon(BESIDE), **values),
    )  # fmt: skip
    result, project = bring_in(path)
    first = rows_of(project, "sectors")
    assert len({row["uuid"] for row in first}) == 3 and first[0]["uuid"] == "a"
    assert result.applied == 1 and is_whole(project)
    again, _ = bring_in(path)
    assert (again.sectors, again.left_out) == (0, {"already in the project": 3})
    assert rows_of(project, "sectors") == first


def test_a_sector_of_which_parts_are_there_is_not_brought_in_again(tmp_path):
    path = write_geojson(tmp_path / "a.geojson", feature(TWO_PARTS, uuid="a", state="edited", **{"class": 5}))
    _, project = bring_in(path)
    tamper(project, "DELETE FROM sectors WHERE uuid = 'a'")
    again, _ = bring_in(path)
    assert (again.sectors, len(rows_of(project, "sectors"))) == (0, 1)


@pytest.mark.parametrize("geometry", [TWO_PARTS, polygon(BOWTIE)], ids=["parts", "crossing"])
def test_a_shape_whose_parts_are_sectors_of_their_own_is_not_restored_over_them(tmp_path, geometry):
    path = write_geojson(tmp_path / "a.geojson", feature(geometry, uuid="a", state="edited", **{"class": 5}))
    _, project = bring_in(path, repair=True)
    before = rows_of(project, "sectors")
    entries = handle(SectorHistoryRequest(str(project), "a"), Job()).entries
    assert [entry.can_restore for entry in entries] == [False] * (len(entries) - 1) + [True]
    with pytest.raises(AnnotationsError, match="each is a sector of its own since"):
        restore(project, "a", 1)
    assert rows_of(project, "sectors") == before
    assert restore(project, "a", entries[-1].seq).area_m2 == pytest.approx(before[0]["area_m2"])


def test_a_sector_that_another_program_deleted_comes_back_with_the_values_that_the_log_knows(tmp_path):
    project = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8)]), project)
    uuid = reshape(project, WIDER, Name="817_1", **{"class": 8, "class_key": "tsf"})
    reshape(project, shapely.box(-70.004, -23.003, -70.0, -23.0))
    tamper(project, "DELETE FROM sectors")
    assert restore(project, uuid, 2).created
    (row,) = rows_of(project, "sectors")
    assert (row["Name"], row["class"], row["class_key"], row["state"]) == ("817_1", 8, "tsf", "edited")


def test_what_is_no_text_names_no_sector(tmp_path):
    project = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8)]), project)
    with pytest.raises(AnnotationsError, match="knows no sector"):
        handle(SectorHistoryRequest(str(project), "\udcff"), Job())
    with sqlite3.connect(project) as connection:
        assert connection.execute("SELECT count(*) FROM log").fetchone() == (1,)


@pytest.mark.parametrize("crs", ["EPSG:5703", "EPSG:4978", "ESRI:104905"], ids=["heights", "geocentric", "mars"])
def test_a_system_without_places_on_this_ground_is_one_sentence(tmp_path, crs):
    member = {"type": "name", "properties": {"name": crs}}
    path = write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), **{"class": 5}), crs=member)
    with pytest.raises(AnnotationsError, match="names a coordinate reference system that the engine does not know"):
        bring_in(path)


def test_coordinates_that_are_no_place_of_a_projected_system_cost_their_feature_only(tmp_path):
    path = tmp_path / "utm.gpkg"
    shapes = [shapely.box(300000, 7400000, 300100, 7400100), shapely.box(1e12, 1e12, 1e12 + 1, 1e12 + 1)]
    pyogrio.raw.write(
        path, geometry=shapely.to_wkb(np.array(shapes, object)), field_data=[np.array([5, 5], np.int32)],
        fields=["class"], geometry_type="Polygon", crs="EPSG:32719",
    )  # fmt: skip
    result, _ = bring_in(path)
    assert (result.sectors, result.left_out) == (1, {"coordinates beyond the earth": 1})
    checked = handle(ValidateAnnotationsRequest(str(path)), Job())
    assert (checked.sectors, checked.issues["no-ground"]) == (2, 1)


def test_a_changed_byte_in_the_box_by_which_programs_look_for_a_sector_is_found(tmp_path):
    project = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8)]), project)
    (sector,) = rows_of(project, "sectors")
    header, envelope_doubles = 8, 4
    for at in range(header, header + 8 * envelope_doubles):
        blob = bytearray(sector["geom"])
        blob[at] ^= 1
        tamper(project, "UPDATE sectors SET geom = ?", bytes(blob))
        assert handle(VerifyLogRequest(str(project)), Job()).changed_outside == (sector["uuid"],), at
    tamper(project, "UPDATE sectors SET geom = ?", sector["geom"])
    assert is_whole(project)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("runs", "model_sha256", "0" * 64), ("runs", "observed_at", "2019-01-01"), ("observed", "area_m2", 2.5),
     ("observed", "geom", geopackage.to_blob(shapely.to_wkb(shapely.MultiPolygon([PIT]))))],
    ids=["model", "date", "area", "ground"],
)  # fmt: skip
def test_what_is_told_of_a_run_cannot_be_changed_unseen(tmp_path, table, column, value):
    project = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8)]), project)
    assert is_whole(project)
    tamper(project, f'UPDATE {table} SET "{column}" = ?', value)
    run_id = rows_of(project, "runs")[0]["run_id"]
    assert handle(VerifyLogRequest(str(project)), Job()).changed_outside == (f"run:{run_id}",)


@pytest.mark.skipif(sys.platform == "win32", reason="there the sign is like any other")
def test_a_project_in_a_folder_with_an_exclamation_mark_is_one_like_any_other(tmp_path):
    folder = tmp_path / "Urgent!" / "New!"
    folder.mkdir(parents=True)
    path = write_geojson(folder / "a!.geojson", feature(polygon(SQUARE), uuid="a", state="edited", **{"class": 5}))
    _, project = bring_in(path)
    renamed = project.rename(folder / "mine!.gpkg")
    issues = folder / "issues!.gpkg"
    assert handle(ValidateAnnotationsRequest(str(renamed), str(issues)), Job()).sectors == 1
    assert is_whole(renamed)
    assert sorted(file.name for file in folder.iterdir()) == ["a!.geojson", "issues!.gpkg", "mine!.gpkg"]


def test_a_folder_that_is_taken_for_a_project_is_called_a_folder(tmp_path):
    with pytest.raises(OutputError, match="is a folder, not a project"):
        is_whole(tmp_path)


def test_a_file_that_gdal_does_not_know_is_said_without_advice_to_programmers(tmp_path):
    path = tmp_path / "text.gpkg"
    path.write_text("hello")
    with pytest.raises(AnnotationsError) as caught:
        handle(ValidateAnnotationsRequest(str(path)), Job())
    assert "driver" not in caught.value.message and ".." not in caught.value.message


@pytest.mark.parametrize("column", ["comment", "reviewer", "date2", "confidence", "run_id"])
def test_a_value_put_where_an_imported_sector_had_none_is_found(tmp_path, column):
    path = write_geojson(tmp_path / "a.geojson", feature(polygon(SQUARE), uuid="a", state="edited", **{"class": 5}))
    _, project = bring_in(path)
    assert is_whole(project)
    tamper(project, f'UPDATE sectors SET "{column}" = 1')
    assert handle(VerifyLogRequest(str(project)), Job()).changed_outside == ("a",)


@pytest.mark.parametrize(
    "wkt",
    ["POINT (-70 -23)", "LINESTRING (-70 -23, -70.001 -23)", "POLYGON ((-70 -23, -70.001 -23, -70 -23, -70 -23))"],
)
def test_a_sector_without_ground_does_not_stop_a_run(tmp_path, wkt):
    project = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8)]), project)
    odd = geopackage.to_blob(shapely.to_wkb(shapely.from_wkt(wkt)))
    tamper(project, "UPDATE sectors SET geom = ?, state = 'approved'", odd)
    (before,) = rows_of(project, "sectors")
    assert store_run(make_run([NewSector(WIDER, 9, 0.7)], "run-2"), project).sectors == 1
    assert rows_of(project, "sectors")[0] == before
