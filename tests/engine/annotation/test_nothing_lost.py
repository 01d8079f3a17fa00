"""No request writes over what it reads, nor over a project with its history, nor over layers of somebody else."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from mining_monitor.contract.agreement import AgreementRequest, DrawBlindSampleRequest
from mining_monitor.contract.annotation_tables import ISSUES_TABLE
from mining_monitor.contract.annotations import ImportAnnotationsRequest, ValidateAnnotationsRequest
from mining_monitor.contract.errors import OutputError, ParameterError
from mining_monitor.engine.cli import main
from mining_monitor.engine.files import whole_file
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from mining_monitor.engine.vector_path import layer_names
from tests.engine.annotation.makers import BESIDE, SQUARE, feature, polygon, write_geojson

FAR = "POLYGON ((50 50, 51 50, 51 51, 50 51, 50 50))"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a project, two files of sectors, footprints and a table of sites."""
    values = {"Name": "1_1", "site_id": "1", "class": 5}
    write_geojson(tmp_path / "one.geojson", feature(polygon(SQUARE), **values))
    write_geojson(tmp_path / "two.geojson", feature(polygon(BESIDE), **values))
    write_geojson(tmp_path / "sites.geojson", feature(polygon(SQUARE), fid=1))
    header = ";".join(["ID", "ID Name", "Name_Mine", "Status", *["x"] * 27])
    (tmp_path / "sites.csv").write_text(header + "\n1;a;A;operational\n")
    handle(ImportAnnotationsRequest(str(tmp_path / "one.geojson"), str(tmp_path / "mine.gpkg")), Job())
    return tmp_path


@pytest.mark.parametrize(
    ("command", "target"),
    [
        ("importannotations one.geojson new.gpkg --issues {}", "one.geojson"),
        ("importannotations one.geojson new.gpkg --metadata sites.csv --issues {}", "sites.csv"),
        ("importannotations one.geojson new.gpkg --footprints sites.geojson --issues {}", "sites.geojson"),
        ("importannotations one.geojson new.gpkg --issues {}", "mine.gpkg"),
        ("validateannotations mine.gpkg --observed one.geojson --issues {}", "one.geojson"),
        ("validateannotations one.geojson --issues {}", "mine.gpkg"),
        ("agreement one.geojson two.geojson --out {}", "one.geojson"),
        ("agreement one.geojson two.geojson --out {}", "two.geojson"),
        ("agreement one.geojson two.geojson --out {}", "mine.gpkg"),
        ("compare-blind-sample mine.gpkg one.geojson --out {}", "one.geojson"),
        ("exportgeojson one.geojson {}", "mine.gpkg"),
        ("areas mine.gpkg --table {}", "mine.gpkg"),
        ("areas one.geojson --table {}", "one.geojson"),
        ("areas one.geojson --table {}", "mine.gpkg"),
        ("timeseries 2020=one.geojson 2021=two.geojson --table {}", "two.geojson"),
        ("timeseries 2020=one.geojson 2021=two.geojson --table {}", "mine.gpkg"),
        ("sitereport one.geojson report.html --table {}", "mine.gpkg"),
        ("detectchange one.geojson two.geojson --matrix {}", "mine.gpkg"),
    ],
)
def test_no_command_writes_over_what_it_reads_or_over_a_project(place, command, target, monkeypatch, capsys):
    monkeypatch.chdir(place)
    before = (place / target).read_bytes()
    assert main(command.format(target).split()) == 1
    sentence = capsys.readouterr().err
    assert target in sentence and "does not know" not in sentence and "Choose" in sentence
    assert (place / target).read_bytes() == before


def test_a_list_of_issues_takes_the_place_of_an_older_one_but_not_of_other_layers(place):
    issues, other = place / "issues.gpkg", place / "other.gpkg"
    for _ in range(2):
        handle(ValidateAnnotationsRequest(str(place / "one.geojson"), str(issues)), Job())
    assert layer_names(issues) == [ISSUES_TABLE]
    with sqlite3.connect(place / "mine.gpkg") as connection:
        connection.execute("DROP TABLE log")
        connection.execute("DELETE FROM gpkg_contents WHERE table_name = 'log'")
    shutil.copy(place / "mine.gpkg", other)
    with pytest.raises(OutputError, match="holds other layers, which would be lost"):
        handle(ValidateAnnotationsRequest(str(place / "one.geojson"), str(other)), Job())


def test_a_file_that_only_its_name_makes_a_geopackage_is_not_replaced_and_an_empty_one_is(place):
    other = place / "other.gpkg"
    other.write_text("what somebody wrote", "utf-8")
    with pytest.raises(OutputError, match=r"is no GeoPackage .*Choose another file"):
        handle(ValidateAnnotationsRequest(str(place / "one.geojson"), str(other)), Job())
    assert other.read_text("utf-8") == "what somebody wrote"
    other.write_bytes(b"")
    handle(ValidateAnnotationsRequest(str(place / "one.geojson"), str(other)), Job())
    assert layer_names(other) == [ISSUES_TABLE]


def test_a_project_that_another_program_holds_is_not_replaced_either(place):
    with sqlite3.connect(place / "mine.gpkg", isolation_level=None) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OutputError, match="it is a project"), whole_file(place / "mine.gpkg"):
            pass
        connection.execute("ROLLBACK")


def compare(place: Path, **more):
    return handle(AgreementRequest(str(place / "one.geojson"), str(place / "two.geojson"), **more), Job())


def test_sectors_beyond_the_ground_that_both_have_looked_at_do_not_count(place):
    whole, far = compare(place), compare(place, extent=FAR)
    assert (whole.first_only, whole.second_only, whole.f1) == (1, 1, 0.0)
    assert (far.first_only, far.second_only, far.f1, far.conflicts) == (0, 0, None, 0)


def test_two_who_find_nothing_on_the_same_ground_agree(place):
    assert compare(place, extent=FAR).verdict == "accept"


@pytest.mark.parametrize(
    "extent", ["POLYGON ((0 100, 1 100, 1 101, 0 100))", "POLYGON ((0 0, 500000 0, 500000 500000, 0 0))"]
)
def test_ground_that_is_not_on_earth_is_said(place, extent):
    with pytest.raises(ParameterError, match="EXTENT is no valid polygon"):
        compare(place, extent=extent)


@pytest.mark.parametrize("request_type", ["agreement", "draw"])
def test_a_negative_seed_is_said(place, request_type):
    with pytest.raises(ParameterError, match="SEED is -1; it must be 0 or more"):
        if request_type == "agreement":
            compare(place, seed=-1)
        else:
            handle(DrawBlindSampleRequest(str(place / "mine.gpkg"), str(place / "second.gpkg"), seed=-1), Job())
