"""LAMES through the real `qgis_process`: imported, validated, and out again as it was published."""

from __future__ import annotations

import collections
import json
import sqlite3
from pathlib import Path

import pytest

from tests.real_qgis import run_algorithm


@pytest.fixture(scope="module")
def chile(shared_data: Path) -> Path:
    return shared_data / "lames" / "Chile_LSM_sectors.geojson"


@pytest.fixture(scope="module")
def imported(profiles, chile, tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp("imported")
    return run_algorithm(
        profiles, "miningmonitor:importannotations",
        INPUT=chile, REPAIR="true", OUTPUT=folder / "sectors.gpkg", ISSUES=folder / "issues.gpkg",
    )  # fmt: skip


def rows_of(path: str) -> list[dict]:
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        (table,) = connection.execute("SELECT table_name FROM gpkg_contents").fetchone()
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]


def properties_of(path: Path) -> list[str]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if '"type": "Feature"' in line]
    return [line.split('"properties": ', 1)[1].split(', "geometry":', 1)[0] for line in lines]


def test_all_sectors_arrive_and_the_quirks_are_listed(imported):
    assert len(rows_of(imported["OUTPUT"])) == 1204
    counts = collections.Counter(row["kind"] for row in rows_of(imported["ISSUES"]))
    expected = {"invalid-geometry": 10, "bad-date": 2, "bad-date2": 2, "duplicate-name": 4, "overlap": 53,
                "site-without-footprint": 3, "dual-agency": 3, "class-other": 1}  # fmt: skip
    assert {kind: counts[kind] for kind in expected} == expected


def test_the_repaired_sectors_have_no_invalid_geometry(profiles, imported, tmp_path):
    issues = run_algorithm(
        profiles, "miningmonitor:validateannotations", INPUT=imported["OUTPUT"], ISSUES=tmp_path / "issues.gpkg"
    )
    kinds = {row["kind"] for row in rows_of(issues["ISSUES"])}
    assert "overlap" in kinds and "invalid-geometry" not in kinds


def test_the_profile_lames_gives_the_published_properties_back(profiles, imported, chile, tmp_path):
    out = tmp_path / "lames.geojson"
    run_algorithm(
        profiles, "miningmonitor:exportgeojson", INPUT=imported["OUTPUT"], PROFILE="lames", OUTPUT=out
    )  # fmt: skip
    assert properties_of(out) == properties_of(chile)
    assert len(json.loads(out.read_text(encoding="utf-8"))["features"]) == 1204
