"""LAMES as published: its quirks are found exactly, mended on consent, and come out again as they went in."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path

import pytest
import shapely

from mining_monitor.contract.annotations import ImportAnnotationsRequest, ValidateAnnotationsRequest
from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from mining_monitor.schema.log import first_broken_row
from tests.clock import working

INVALID = {
    "1541_11", "1959_5", "2078_6", "2194_9", "2198_7", "2504_7", "2677_3", "2683_14", "2705_5", "3230_12",
}  # fmt: skip


@pytest.fixture(scope="module")
def chile(shared_data: Path) -> Path:
    return shared_data / "lames" / "Chile_LSM_sectors.geojson"


@pytest.fixture(scope="module")
def looked_at(chile, tmp_path_factory):
    """The result without any consent, and the rows of the list of issues."""
    issues = tmp_path_factory.mktemp("looked") / "issues.gpkg"
    result = handle(ImportAnnotationsRequest(str(chile), issues=str(issues)), Job())
    return result, rows_of(issues, "issues")


@pytest.fixture(scope="module")
def mended(chile, tmp_path_factory):
    folder = tmp_path_factory.mktemp("mended")
    request = ImportAnnotationsRequest(
        str(chile), str(folder / "chile.gpkg"), str(folder / "issues.gpkg"), repair=True, operator="Ana"
    )
    return handle(request, Job()), folder / "chile.gpkg"


def rows_of(path: Path, table: str) -> list[dict]:
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]


def properties_of(path: Path) -> list[str]:
    """The bytes of the properties member of each feature, in order."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if '"type": "Feature"' in line]
    return [line.split('"properties": ', 1)[1].split(', "geometry":', 1)[0] for line in lines]


def test_all_features_are_read_with_their_classes(looked_at):
    result, _ = looked_at
    assert (result.form, result.read, result.sectors, result.left_out) == ("lames", 1204, 1204, {})
    counts = {total.code: total.sectors for total in result.totals}
    assert counts == {0: 1, 3: 31, 4: 414, 5: 143, 6: 79, 7: 158, 8: 58, 9: 320}
    assert result.area_before_m2 == pytest.approx(390.631e6, abs=0.001e6)


def test_the_quirks_are_found_exactly(looked_at):
    result, _ = looked_at
    expected = {
        "invalid-geometry": 10, "bad-date": 2, "bad-date2": 2, "duplicate-name": 4, "class-other": 1, "overlap": 53,
        "dual-agency": 3, "site-without-footprint": 3, "site-without-metadata": 3, "metadata-without-sectors": 14,
        "outside-footprint": 15, "position-minutes": 11, "position-hemisphere": 2,
    }  # fmt: skip
    assert {kind: result.issues.get(kind) for kind in expected} == expected


def test_the_quirks_are_where_they_are_said_to_be(looked_at):
    _, rows = looked_at
    names = {kind: {row["name"] for row in rows if row["kind"] == kind} for kind in {row["kind"] for row in rows}}
    assert names["invalid-geometry"] == INVALID
    assert names["bad-date"] == {"2221_21", "2503_1"}
    assert names["bad-date2"] == {"2504_5", "2504_6"}
    assert names["duplicate-name"] == {"1922_3", "2108_42", "2504_17", "3218_1"}
    assert names["dual-agency"] == {"1925_1", "2186_1", "2186_2"}
    assert names["class-other"] == {"2503_1"}
    assert names["site-without-footprint"] == {"2018", "2911", "3219"}
    overlaps = [json.loads(row["facts"]) for row in rows if row["kind"] == "overlap"]
    assert sum(facts["same_class"] for facts in overlaps) == 12
    assert sum(not facts["same_site"] for facts in overlaps) == 1
    assert sum(facts["area_m2"] for facts in overlaps) == pytest.approx(17.6e4, abs=500)


def test_a_date_written_year_day_month_is_proposed_and_not_changed(looked_at):
    _, rows = looked_at
    proposed = {row["name"]: (row["after"], row["is_safe"]) for row in rows if row["kind"].startswith("bad-date")}
    assert proposed == {
        "2221_21": ("date: 2017-01-13", 0), "2503_1": ("date: 2021-07-22", 0),
        "2504_5": ("date2: 2021-07-22", 0), "2504_6": ("date2: 2021-07-22", 0),
    }  # fmt: skip


def test_the_faults_of_a_sector_are_located_in_it(looked_at, chile):
    _, rows = looked_at
    features = json.loads(chile.read_text())["features"]
    bounds = {f["properties"]["Name"]: shapely.bounds(shapely.geometry.shape(f["geometry"])) for f in features}
    chosen = [row for row in rows if row["kind"] in ("invalid-geometry", "bad-date", "bad-date2", "class-other")]
    assert len(chosen) == 15
    for row in chosen:
        (x, y), (west, south, east, north) = shape_of(row).coords[0], bounds[row["name"]]
        assert west <= x <= east and south <= y <= north, row["name"]


def shape_of(row: dict) -> shapely.Geometry:
    return shapely.from_wkb(geopackage.from_blob(row["geom"]))


def test_nothing_is_mended_without_consent(chile, tmp_path):
    project = tmp_path / "as-is.gpkg"
    result = handle(ImportAnnotationsRequest(str(chile), str(project)), Job())
    invalid = {row["Name"] for row in rows_of(project, "sectors") if not shape_of(row).is_valid}
    assert (result.applied, invalid) == (0, INVALID)


def shapes_of(project: Path) -> list[shapely.Geometry]:
    return [shape_of(row) for row in rows_of(project, "sectors")]


def test_after_the_repair_nothing_is_invalid_and_the_area_stays(mended):
    result, project = mended
    assert result.applied == 10
    assert all(shape.is_valid for shape in shapes_of(project))
    assert abs(result.area_after_m2 / result.area_before_m2 - 1) < 0.0001
    assert handle(ValidateAnnotationsRequest(str(project)), Job()).issues.get("invalid-geometry") is None


def test_validation_of_the_file_itself_finds_what_the_import_finds(chile):
    found = handle(ValidateAnnotationsRequest(str(chile)), Job())
    expected = {
        "invalid-geometry": 10, "bad-date": 2, "bad-date2": 2, "duplicate-name": 4, "class-other": 1, "overlap": 53,
        "dual-agency": 3, "site-without-footprint": 3, "outside-footprint": 15, "gap": 15,
    }  # fmt: skip
    assert (found.sectors, found.issues) == (1204, dict(sorted(expected.items())))


def test_a_project_remembers_the_footprints_of_its_sites(mended):
    _, project = mended
    issues = handle(ValidateAnnotationsRequest(str(project)), Job()).issues
    assert (issues["site-without-footprint"], issues["outside-footprint"]) == (3, 15)


def test_each_repair_is_in_the_log_with_the_shape_before(mended, chile):
    _, project = mended
    log = rows_of(project, "log")
    repairs = [row for row in log if row["action"] == "repair"]
    assert len(repairs) == 10 and {row["who"] for row in log} == {"Ana"}
    assert first_broken_row(log) is None
    name_of = {row["uuid"]: row["Name"] for row in rows_of(project, "sectors")}
    assert {name_of[row["uuid"]] for row in repairs} == INVALID
    published = {f["properties"]["Name"]: f["geometry"] for f in json.loads(chile.read_text())["features"]}
    for row in repairs:
        before = shapely.from_wkb(json.loads(row["before"])["wkb"])
        assert before.equals_exact(shapely.force_2d(shapely.geometry.shape(published[name_of[row["uuid"]]])), 0.0)


def test_the_profile_lames_gives_the_published_properties_back_byte_for_byte(mended, chile, tmp_path):
    _, project = mended
    out = tmp_path / "Chile_LSM_sectors.geojson"
    handle(ExportGeoJsonRequest(str(project), str(out), profile="lames"), Job())
    assert properties_of(out) == properties_of(chile)


def test_dates_and_names_are_mended_when_they_are_accepted(chile, tmp_path):
    project = tmp_path / "all.gpkg"
    accepted = ("bad-date", "bad-date2", "duplicate-name")
    handle(ImportAnnotationsRequest(str(chile), str(project), repair=True, accept=accepted), Job())
    rows = {row["Name"]: row for row in rows_of(project, "sectors")}
    assert len(rows) == 1204
    assert (rows["2221_21"]["date"], rows["2504_5"]["date2"]) == ("2017-01-13", "2021-07-22")
    counts = handle(ValidateAnnotationsRequest(str(project)), Job()).issues
    assert not {"bad-date", "bad-date2", "duplicate-name", "invalid-geometry"} & counts.keys()


def test_one_proposal_can_be_accepted_alone(chile, looked_at, tmp_path):
    _, rows = looked_at
    (chosen,) = [row["issue_id"] for row in rows if row["kind"] == "invalid-geometry" and row["name"] == "2677_3"]
    result = handle(ImportAnnotationsRequest(str(chile), str(tmp_path / "one.gpkg"), accept=(chosen,)), Job())
    assert result.applied == 1
    assert sum(not shape.is_valid for shape in shapes_of(tmp_path / "one.gpkg")) == 9


def test_importing_twice_is_importing_once(mended, chile):
    _, project = mended
    before = rows_of(project, "sectors")
    again = handle(ImportAnnotationsRequest(str(chile), str(project), repair=True), Job())
    assert (again.sectors, again.left_out) == (0, {"already in the project": 1204})
    assert rows_of(project, "sectors") == before


@pytest.mark.clock
def test_import_validation_and_export_take_less_than_five_seconds(chile, tmp_path):
    begun = time.process_time()
    handle(ImportAnnotationsRequest(str(chile), str(tmp_path / "p.gpkg"), str(tmp_path / "i.gpkg"), repair=True), Job())
    handle(ValidateAnnotationsRequest(str(tmp_path / "p.gpkg"), str(tmp_path / "v.gpkg")), Job())
    handle(ExportGeoJsonRequest(str(tmp_path / "p.gpkg"), str(tmp_path / "e.geojson"), profile="lames"), Job())
    assert time.process_time() - begun < working(5.0)


def test_whole_sites_are_recognised_and_their_class_is_doubted(shared_data):
    result = handle(ImportAnnotationsRequest(str(shared_data / "lames" / "train_sites.geojson")), Job())
    assert (result.form, result.read, result.issues["class-of-site"]) == ("lames-sites", 104, 1)


def test_footprints_become_large_scale_sites(shared_data):
    path = shared_data / "lames" / "Chile_LSM_sites_Maus_et_al_subset.geojson"
    result = handle(ImportAnnotationsRequest(str(path)), Job())
    assert (result.form, [(t.key, t.sectors) for t in result.totals]) == ("footprints", [("lsm", 227)])
    assert "overlap" not in result.issues


def test_the_sites_are_joined_with_their_metadata(mended):
    result, project = mended
    assert result.sites == {
        "sites": 139, "records": 150, "joined": 136, "records_without_sectors": 14, "sites_without_metadata": 3,
        "footprints": 227, "sites_without_footprint": 3,
    }  # fmt: skip
    rows = {row["site_id"]: row for row in rows_of(project, "sites")}
    assert rows["821"]["status"] == "decommissioned"
    assert rows["821"]["status_original"] == "decomissioned (1977)"
    assert rows["821"]["latitude"] == pytest.approx(-(52 + 59 / 60 + 20 / 3600))
    assert rows["821"]["longitude"] == pytest.approx(-(71 + 6 / 60 + 18 / 3600))
    assert rows["821"]["footprint_km2"] == pytest.approx(9.3973, rel=0.01)
