"""Safe release: artisanal sites leave as cells unless somebody says why not, and that is noted."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mining_monitor.contract.errors import OutputError
from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.generalise import area_range, generalise_row, to_cells
from mining_monitor.engine.reporting.geojson import export_geojson
from tests.engine.monitoring.shapes import write_layer

PACKAGE = Path(__file__).resolve().parents[3] / "mining_monitor"

ASM = shapely.box(-1.8642537, 6.1231111, -1.8598761, 6.1262222)
PIT = shapely.box(-1.5001234, 6.3004321, -1.4901234, 6.3104321)


@pytest.fixture
def project(tmp_path):
    return write_layer(tmp_path / "p.gpkg", [ASM, PIT], **{
        "class": [1, 5], "Name": ["Aboso", "Iduapriem"], "uuid": ["u-1", "u-2"], "date": ["2024-03-14", "2024-04-02"],
        "confidence": [0.87654321, 0.5], "editor": ["ama", "ama"], "state": ["approved", "approved"],
    })  # fmt: skip


def export(project, **options):
    output = project.with_name("out.geojson")
    result = export_geojson(ExportGeoJsonRequest(str(project), str(output), **options), Job())
    return json.loads(output.read_text(encoding="utf-8"))["features"], result, output


def vertices(feature):
    return {value for ring in feature["geometry"]["coordinates"] for position in ring for value in position[:2]}


def test_artisanal_sites_are_cells_by_default_and_other_sectors_are_not(project):
    (asm, pit), result, output = export(project)
    assert not output.with_name("out.geojson.release.json").exists()
    assert vertices(asm) == {-1.9, -1.8, 6.1, 6.2}
    assert vertices(pit) == {-1.5001234, -1.4901234, 6.3004321, 6.3104321}
    properties = asm["properties"]
    assert (properties["Name"], properties["site_id"]) == (None, None)
    assert properties["date"] == "2024-03"
    assert "0.1 degree" in properties["dataGeneralizations"]
    assert "Exact geometry" in properties["informationWithheld"]
    assert "dataGeneralizations" not in pit["properties"]
    assert [(n.code, n.facts["count"]) for n in result.warnings] == [("artisanal-generalised", 1)]


@pytest.mark.parametrize("asked", [{"generalise": "none"}, {"profile": "lames"}])
def test_exact_places_that_are_asked_for_are_noted_beside_the_file(project, asked):
    (asm, pit), result, output = export(project, **asked)
    assert vertices(asm) == {-1.8642537, -1.8598761, 6.1231111, 6.1262222}
    assert vertices(pit) == {-1.5001234, -1.4901234, 6.3004321, 6.3104321}
    note = json.loads(output.with_name("out.geojson.release.json").read_text(encoding="utf-8"))
    assert (note["purpose"], note["sectors"], note["sha256"]) == ("not stated", {"asm": 1, "op": 1}, result.sha256)


def test_full_resolution_that_is_asked_for_is_noted_without_artisanal_sites_too(project):
    _, result, output = export(project, generalise="none", where='"class" = 5', operator="Ama Mensah")
    note = json.loads(output.with_name("out.geojson.release.json").read_text(encoding="utf-8"))
    assert (note["purpose"], note["recipient"], note["released_by"]) == ("not stated", None, "Ama Mensah")
    assert (note["sectors"], note["sha256"]) == ({"op": 1}, result.sha256)


def test_no_file_at_full_resolution_is_left_where_its_note_cannot_be_written(project):
    project.with_name("out.geojson.release.json").mkdir()
    with pytest.raises(OutputError, match=r"release\.json"):
        export(project, generalise="none")
    assert not project.with_name("out.geojson").exists()


@pytest.mark.parametrize("options", [{"profile": "lames"}, {"profile": "lames", "generalise": "none"}, {}])
def test_what_nobody_asked_to_have_in_full_is_not_noted(project, options):
    _, _, output = export(project, where='"class" = 5', **options)
    assert not output.with_name("out.geojson.release.json").exists()


def test_areas_are_binned_people_are_left_out_and_confidence_is_rounded(project):
    (asm, _), _, _ = export(project)
    properties = asm["properties"]
    assert (properties["area_m2"], properties["area_range"]) == (None, "10-50 ha")
    assert (properties["uuid"], properties["editor"], properties["confidence"]) == (None, None, 0.9)


def test_a_purpose_releases_the_places_and_stands_in_a_note_beside_the_file(project):
    (asm, _), result, output = export(
        project, purpose="Clean-up of mercury", recipient="Water Resources Commission", operator="Ama Mensah"
    )
    assert vertices(asm) == {-1.8642537, -1.8598761, 6.1231111, 6.1262222}
    note = json.loads(output.with_name("out.geojson.release.json").read_text(encoding="utf-8"))
    assert (note["purpose"], note["recipient"]) == ("Clean-up of mercury", "Water Resources Commission")
    assert note["released_by"] == "Ama Mensah"
    assert note["sectors"] == {"asm": 1, "op": 1}
    assert note["sha256"] == result.sha256 == hashlib.sha256(output.read_bytes()).hexdigest()
    assert note["file"] == "out.geojson"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", note["released_at"])


def test_a_purpose_does_not_undo_a_grid_that_was_asked_for(project):
    features, _, output = export(project, purpose="Teaching", generalise="0.05")
    assert all((round(v / 0.05) * 0.05) == pytest.approx(v, abs=1e-12) for f in features for v in vertices(f))
    assert not output.with_name("out.geojson.release.json").exists()


@given(
    west=st.floats(-179, 179), south=st.floats(-80, 80), size=st.floats(1e-6, 0.5),
    grid=st.sampled_from(["0.01", "0.05", "0.1"]),
)  # fmt: skip
def test_every_vertex_is_a_multiple_of_the_grid_and_the_cells_hold_the_place(west, south, size, grid):
    shape = shapely.box(west, south, west + size, south + size)
    cells = to_cells(shape, grid)
    decimals = len(grid) - 2
    for value in shapely.get_coordinates(cells).ravel().tolist():
        assert len(repr(value).partition(".")[2]) <= decimals
        assert round(value / float(grid)) * float(grid) == pytest.approx(value, abs=1e-9)
    assert shapely.covers(cells, shape)


def test_generalising_is_the_same_every_time_and_never_moves_by_chance(project):
    first, second = (export(project, generalise="0.01")[2].read_bytes() for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("area", "bin_"), [(0, "0-1 ha"), (9_999, "0-1 ha"), (10_000, "1-5 ha"), (2e7, "over 1000 ha")]
)
def test_areas_fall_into_bins(area, bin_):
    assert area_range(area) == bin_


def test_a_row_without_area_or_dates_is_generalised_too():
    row = generalise_row({"Name": "x", "date": None, "area_m2": None, "confidence": None}, "0.05")
    assert (row["Name"], row["date"], row["area_range"]) == (None, None, None)


def test_the_program_itself_never_says_the_forbidden_word():
    """Only the scanner, which looks for it, and its tests may."""
    offenders = [
        path.name
        for path in [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.ui"), *PACKAGE.parent.glob("i18n/*.ts")]
        if path.name != "leaks.py" and re.search("illegal", path.read_text(encoding="utf-8"), re.IGNORECASE)
    ]
    assert offenders == []
