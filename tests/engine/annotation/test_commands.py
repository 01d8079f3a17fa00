"""The sub-commands of annotation, as a shell meets them, and a cancel through the real door."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mining_monitor.contract.annotations import ImportAnnotationsRequest
from mining_monitor.contract.codec import to_json
from mining_monitor.contract.door import PROTOCOL_VERSION
from tests.clock import within
from tests.engine.annotation.makers import BESIDE, SQUARE, feature, polygon, write_geojson
from tests.engine.annotation.test_store import rows_of
from tests.engine.annotation.test_validation import many

ROOT = Path(__file__).resolve().parents[3]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mining_monitor.engine", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def said(*arguments: object) -> str:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_geojson(
        tmp_path / "a.geojson",
        feature(polygon(SQUARE), Name="1_1", TYPE="Tajo", FECHA="2020-13-01"),
        feature(polygon(BESIDE), Name="1_2", TYPE="Botadero", FECHA="2020-01-02"),
    )


@pytest.fixture
def project(source, tmp_path) -> Path:
    path = tmp_path / "mine.gpkg"
    said("importannotations", source, path, "--fields", "class=TYPE", "date=FECHA", "--classes", "Tajo=op",
         "Botadero=wr", "--accept", "bad-date", "--operator", "Ana")  # fmt: skip
    return path


def test_import_maps_accepts_and_logs(project):
    rows = rows_of(project, "sectors")
    assert [(row["class_key"], row["date"]) for row in rows] == [("op", "2020-01-13"), ("wr", "2020-01-02")]
    assert {(row["action"], row["who"]) for row in rows_of(project, "log")} == {("import", "Ana"), ("repair", "Ana")}


def test_import_without_an_output_only_looks(source, tmp_path):
    text = said("importannotations", source, "--issues", tmp_path / "issues.csv")
    assert "2 sectors of 2 features" in text and "unknown-class: 2" in text
    assert (tmp_path / "issues.csv").read_text().startswith("issue_id,kind,severity")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.geojson", "issues.csv"]


def test_validate_counts_in_words_and_in_json(project):
    assert "missing-system: 2" in said("validateannotations", project)
    assert json.loads(said("validateannotations", project, "--json"))["issues"] == {"missing-system": 2}


def test_history_is_verified_shown_and_restored(project):
    assert said("history", "verify", project).startswith("The log is whole: 3 rows")
    uuid = rows_of(project, "sectors")[0]["uuid"]
    shown = said("history", "show", project, uuid)
    assert "Ana: import" in shown and "date: 2020-13-01 -> 2020-01-13" in shown
    assert "restored" in said("history", "restore", project, uuid, 1, "--operator", "Ben")
    assert "Ben: restore" in said("history", "show", project, uuid)


def test_agreement_is_told_in_words(project):
    assert "Kappa 1.000 (1.000 to 1.000) over 100 points: accept" in said(
        "agreement", project, project, "--points", 100
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("importannotations", "absent.geojson"), "absent.geojson"),
        (("importannotations", "a.geojson", "out.shp"), "annotations go into a project, a .gpkg"),
        (("importannotations", "a.geojson", "--fields", "class"), "--fields holds 'class'; write key=value"),
        (("history", "verify", "absent.gpkg"), "There is no project absent.gpkg"),
        (("proposals", "take", "absent.gpkg"), "There is no project absent.gpkg"),
    ],
)
def test_what_is_wrong_is_one_sentence(arguments, sentence):
    done = run(*arguments)
    assert done.returncode == 1
    assert sentence in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.clock
def test_an_import_is_cancelled_through_the_door_within_a_second(tmp_path):
    source = many(tmp_path, 40_000)
    request = to_json(ImportAnnotationsRequest(str(source), str(tmp_path / "out.gpkg")))
    process = subprocess.Popen(
        [sys.executable, "-m", "mining_monitor.engine", "serve"], cwd=ROOT, text=True, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for message in ({"id": 1, "type": "hello", "protocol": PROTOCOL_VERSION},
                        {"id": 2, "type": "import-annotations", "request": request}):  # fmt: skip
            process.stdin.write(json.dumps(message) + "\n")
        process.stdin.flush()
        wait_for(process, lambda m: m.get("id") == 2 and m["type"] == "progress" and m.get("stage") == "check")
        asked = time.monotonic()
        process.stdin.write(json.dumps({"id": 2, "type": "cancel"}) + "\n")
        process.stdin.flush()
        wait_for(process, lambda m: m.get("id") == 2 and m["type"] == "cancelled")
        assert time.monotonic() - asked < within(1.0)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["many.geojson"]
    finally:
        process.kill()
        process.wait()


def wait_for(process: subprocess.Popen, is_meant) -> dict:
    for line in process.stdout:
        message = json.loads(line)
        if is_meant(message):
            return message
        assert message.get("type") != "error", message
    raise AssertionError("the engine has ended")
