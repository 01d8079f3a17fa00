"""Storing a run: whole or absent, drafts give way, people's work stays."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pyogrio
import pytest
import shapely
from pyproj import Geod

from mining_monitor.contract.errors import OutputError
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.store import Run, store_run
from mining_monitor.schema.fields import LOG_FIELDS, OBSERVED_FIELDS, RUN_FIELDS, SECTOR_FIELDS
from mining_monitor.schema.log import first_broken_row

WORLD = shapely.box(-71, -24, -69, -22)
PIT = shapely.box(-70.002, -23.002, -70.0, -23.0)


def make_run(sectors, run_id="run-1", scene="scene-1", observed=WORLD) -> Run:
    row = {"run_id": run_id, "scene_id": scene, "operator": "Ana", "observed_at": "2021-02-27T14:00:00Z", "gsd_m": 10.0}
    return Run(row, [sectors], observed, 1.0)


def rows_of(path: Path, table: str) -> list[dict]:
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]


def shape_of(row: dict) -> shapely.Geometry:
    return shapely.from_wkb(geopackage.from_blob(row["geom"]))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8)]), path)
    return path


def set_values(path: Path, **values) -> None:
    with geopackage.transaction(path) as connection:
        for name, value in values.items():
            connection.execute(f'UPDATE sectors SET "{name}" = ?', (value,))


def test_a_new_project_has_the_four_tables_with_their_fields_in_order(project):
    found = {
        name: [column[1] for column in sqlite3.connect(project).execute(f"PRAGMA table_info('{name}')")]
        for name in ("sectors", "runs", "observed", "log")
    }
    assert found["sectors"] == ["fid", "geom", *(f.name for f in SECTOR_FIELDS)]
    assert found["observed"] == ["fid", "geom", *(f.name for f in OBSERVED_FIELDS)]
    assert found["runs"] == ["fid", *(f.name for f in RUN_FIELDS)]
    assert found["log"] == ["fid", *(f.name for f in LOG_FIELDS)]


def test_a_stored_sector_carries_class_area_and_provenance(project):
    (row,) = rows_of(project, "sectors")
    expected_area = abs(Geod(ellps="WGS84").geometry_area_perimeter(PIT)[0])
    assert (row["class"], row["class_key"], row["state"], row["source"]) == (5, "op", "draft", "model")
    assert (row["run_id"], row["scene_id"], row["gsd_m"], row["date"]) == ("run-1", "scene-1", 10.0, "2021-02-27")
    assert row["confidence"] == 0.8
    assert row["area_m2"] == pytest.approx(expected_area, rel=1e-9)
    assert len(row["uuid"]) == 36


def test_gdal_reads_the_project_and_its_spatial_index(project):
    _, _, found, _ = pyogrio.raw.read(str(project), layer="sectors", bbox=(-70.0015, -23.0015, -70.001, -23.001))
    _, _, missed, _ = pyogrio.raw.read(str(project), layer="sectors", bbox=(-60, -23, -59, -22))
    assert len(found) == 1
    assert len(missed) == 0


def test_untouched_drafts_of_the_same_scene_give_way(project):
    stored = store_run(make_run([NewSector(PIT, 9, 0.6)], "run-2"), project)
    assert (stored.sectors, stored.superseded) == (1, 1)
    assert [(row["class"], row["run_id"]) for row in rows_of(project, "sectors")] == [(9, "run-2")]


def test_drafts_beyond_the_observed_ground_stay(project):
    west_half = shapely.box(-71, -24, -70.001, -22)
    store_run(make_run([], "run-2", observed=west_half), project)
    (row,) = rows_of(project, "sectors")
    assert shape_of(row).equals(shapely.box(-70.001, -23.002, -70.0, -23.0))
    assert row["area_m2"] == pytest.approx(abs(Geod(ellps="WGS84").geometry_area_perimeter(shape_of(row))[0]), rel=1e-9)


def test_a_draft_detected_again_inside_its_own_outline_leaves_no_slivers(tmp_path):
    path, pixel = tmp_path / "mine.gpkg", 10.0 / 111_320.0
    circle = shapely.Point(-70, -23).buffer(20 * pixel)
    pixels = [shapely.box(-70 + c * pixel, -23 + r * pixel, -70 + (c + 1) * pixel, -23 + (r + 1) * pixel)
              for c in range(-22, 22) for r in range(-22, 22)]  # fmt: skip
    observed = shapely.union_all([p for p in pixels if circle.contains(p.centroid)])
    store_run(make_run([NewSector(circle, 5, 0.8)]), path)

    stored = store_run(make_run([NewSector(observed, 5, 0.9)], "run-2", observed=observed), path)

    assert (stored.sectors, stored.superseded) == (1, 1)
    assert [row["run_id"] for row in rows_of(path, "sectors")] == ["run-2"]


@pytest.mark.parametrize("state", ["edited", "in_review", "approved", "rejected", "published"])
def test_what_a_person_has_worked_on_is_never_touched(project, state):
    set_values(project, state=state)
    (before,) = rows_of(project, "sectors")
    wider = shapely.box(-70.004, -23.002, -70.0, -23.0)
    store_run(make_run([NewSector(wider, 9, 0.6)], "run-2"), project)
    kept, added = rows_of(project, "sectors")
    assert kept == before
    assert shape_of(added).equals(shapely.box(-70.004, -23.002, -70.002, -23.0))


def test_a_draft_that_a_person_edited_counts_as_worked_on(project):
    set_values(project, edited_at="2021-03-01T00:00:00Z")
    store_run(make_run([NewSector(PIT, 9, 0.6)], "run-2"), project)
    assert [row["class"] for row in rows_of(project, "sectors")] == [5]


def test_a_whole_site_polygon_cuts_no_sector(project):
    set_values(project, state="approved", **{"class": 2})
    store_run(make_run([NewSector(PIT, 9, 0.6)], "run-2"), project)
    assert sorted(row["class"] for row in rows_of(project, "sectors")) == [2, 9]


def test_another_scene_is_another_date_and_is_left_alone(project):
    store_run(make_run([NewSector(PIT, 9, 0.6)], "run-2", scene="scene-2"), project)
    assert sorted(row["scene_id"] for row in rows_of(project, "sectors")) == ["scene-1", "scene-2"]


def test_the_log_chains_every_act_and_a_changed_byte_is_found(project):
    store_run(make_run([NewSector(PIT, 9, 0.6)], "run-2"), project)
    rows = rows_of(project, "log")
    assert [row["action"] for row in rows] == ["detect", "supersede", "detect"]
    assert first_broken_row(rows) is None
    rows[1]["who"] = "Anb"
    assert first_broken_row(rows) == 1


def test_a_failed_run_leaves_the_project_as_it_was(project):
    before = {table: rows_of(project, table) for table in ("sectors", "runs", "observed", "log")}
    with pytest.raises(KeyError):
        store_run(make_run([NewSector(PIT, 77, 0.6)], "run-2"), project)
    assert {table: rows_of(project, table) for table in before} == before


def test_a_geopackage_of_somebody_else_is_refused_and_untouched(tmp_path):
    path = tmp_path / "roads.gpkg"
    pyogrio.raw.write(
        str(path), geometry=shapely.to_wkb([PIT]), field_data=[], fields=[], geometry_type="Polygon", crs="EPSG:4326"
    )
    content = path.read_bytes()
    with pytest.raises(OutputError, match="no project of Mining Monitor"):
        store_run(make_run([NewSector(PIT, 5, 0.8)]), path)
    assert path.read_bytes() == content


def test_a_file_that_is_no_geopackage_is_refused(tmp_path):
    path = tmp_path / "text.gpkg"
    path.write_text("hello")
    with pytest.raises(OutputError, match=r"text\.gpkg"):
        store_run(make_run([]), path)
    assert path.read_text() == "hello"


def test_a_run_without_observed_ground_is_stored_without_sectors(tmp_path):
    path = tmp_path / "cloud.gpkg"
    store_run(make_run([], observed=shapely.Polygon()), path)
    assert (len(rows_of(path, "runs")), len(rows_of(path, "observed")), len(rows_of(path, "sectors"))) == (1, 0, 0)


def test_nothing_half_made_stays_beside_the_project(project):
    assert [p.name for p in project.parent.iterdir()] == [project.name]
