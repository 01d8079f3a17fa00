"""The sub-commands: the same requests from a shell, with words or JSON, and one sentence when it fails."""

from __future__ import annotations

import json

import pytest

from mining_monitor.engine.cli import main
from tests.engine.monitoring.shapes import box_m, write_layer

PIT, GROWN, SEEN = box_m(0, 0, 400, 300), box_m(0, 0, 800, 300), box_m(-2000, -2000, 6000, 6000)


@pytest.fixture
def then(tmp_path):
    return state(tmp_path / "then.gpkg", PIT, "2020-05-01")


@pytest.fixture
def now(tmp_path):
    return state(tmp_path / "now.gpkg", GROWN, "2022-05-01")


def state(path, shape, at):
    write_layer(path, [shape], **{"class": [5], "site_id": ["8"], "observed_at": [at]})
    return write_layer(path, [SEEN], layer="observed", run_id=["r"], observed_at=[at])


def run(capsys, *arguments):
    status = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_areas_in_words_and_as_json(capsys, then, tmp_path):
    status, out, _ = run(capsys, "areas", then, "--table", tmp_path / "t.csv", "--min-area-by-class", "op=200000")
    assert status == 0
    assert "1 sectors: 12.00 ha of ground" in out
    assert "Open pit: 1, 12.00 ha; 1 below the minimum mappable unit" in out
    _, out, _ = run(capsys, "areas", then, "--json")
    assert json.loads(out)["union_m2"] == pytest.approx(120_000, rel=1e-4)


def test_a_sample_and_its_assessment(capsys, then, now, tmp_path):
    status, out, _ = run(capsys, "samplepoints", then, tmp_path / "s.gpkg", "--size", 60, "--seed", 4)
    assert (status, "Open pit: 30 points" in out) == (0, True)
    status, out, _ = run(
        capsys, "assessaccuracy", now, then, "--out", tmp_path / "a.json", "--table", tmp_path / "a.csv"
    )
    assert status == 0
    assert "Open pit: user's 50.0 %, producer's 100.0 %" in out
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["accuracy"]["method"] == "polygons"


def test_change_and_a_series(capsys, then, now, tmp_path):
    status, out, _ = run(
        capsys, "detectchange", then, now, "--out", tmp_path / "c.gpkg", "--matrix", tmp_path / "m.csv"
    )
    assert (status, out.splitlines()[0]) == (0, "Expansion 12.00 ha, reclamation 0.00 ha, conversion 0.00 ha")
    assert "site 8: expanded" in out
    status, out, _ = run(capsys, "timeseries", f"2020-05-01={then}", f"2022-05-01={now}")
    assert (status, out.splitlines()[:2]) == (0, ["2020-05-01: 12.00 ha", "2022-05-01: 24.00 ha"])


def test_a_release_is_scanned(capsys, then, tmp_path):
    _, _, east, north = PIT.bounds
    (tmp_path / "leak.txt").write_text(f"at {north:.6f}, {east:.6f}")
    status, out, _ = run(capsys, "scanrelease", then, tmp_path / "leak.txt", "--everything")
    assert status == 1  # a leak is no success
    assert "position (degrees)" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("areas", "absent.gpkg"), "absent.gpkg"),
        (("areas", "{then}", "--min-area-by-class", "op=big"), "op=big"),
        (("areas", "{then}", "--extent", "5", "5", "5", "6"), "no size"),
        (("samplepoints", "{then}", "s.txt"), ".gpkg or .geojson"),
        (("detectchange", "{then}", "absent.gpkg"), "absent.gpkg"),
        (("timeseries", "{then}"), "has no date"),
        (("assessaccuracy", "{then}", "absent.tif"), "absent.tif"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_fails_is_one_sentence_on_standard_error(capsys, then, arguments, words):
    status, out, err = run(capsys, *(a.format(then=then) for a in arguments))
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert words in err
