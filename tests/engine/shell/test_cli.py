"""The command line as a user meets it: real process, real model, real files."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from tests.engine import onnx_makers

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT.parent / "shared/data"


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mining_monitor.engine", *map(str, arguments)],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def answer(*arguments: object, **environment: str) -> dict:
    done = run(*arguments, "--json", **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = onnx_makers.identity(tmp_path / "identity.onnx", classes=10)
    onnx_makers.write_card(
        path, bands=("any",), codes=tuple(range(10)), scores="probabilities", value_range="dn", channels=10
    )
    return path


@pytest.fixture
def image(tmp_path: Path) -> Path:
    values = np.zeros((50, 70), np.uint8)
    values[5:25, 10:40] = 5
    values[10:12, 15:18] = 9
    values[30:31, 60:61] = 8
    path = tmp_path / "classes.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=70, height=50, count=1, dtype="uint8", crs="EPSG:32719", nodata=255,
        transform=from_origin(500_000, 7_000_000, 10, 10),
    ) as dataset:  # fmt: skip
        dataset.write(values, 1)
    return path


def test_detect_writes_a_project_and_its_class_raster(model, image, tmp_path):
    out, classes = tmp_path / "out.gpkg", tmp_path / "classes_out.tif"
    result = answer("detect", image, "--model", model, "--out", out, "--class-raster", classes)
    assert {t["key"]: t["sectors"] for t in result["totals"]} == {"op": 1, "tsf": 1, "wr": 1}
    with rasterio.open(classes) as written, rasterio.open(image) as original:
        np.testing.assert_array_equal(written.read(1), original.read(1))
    with sqlite3.connect(out) as project:
        (row,) = project.execute("SELECT model_sha256, image_sha256, sectors, software FROM runs").fetchall()
    assert row[0] == onnx_makers.sha256(model)
    assert row[1] == onnx_makers.sha256(image)
    assert row[2] == 3
    assert set(json.loads(row[3])) >= {"mining-monitor", "onnxruntime", "rasterio"}


def test_detect_to_geojson_is_the_report_profile(model, image, tmp_path):
    out = tmp_path / "out.geojson"
    answer("detect", image, "--model", model, "--out", out)
    features = json.loads(out.read_text())["features"]
    assert sorted(f["properties"]["class_key"] for f in features) == ["op", "tsf", "wr"]
    assert {f["properties"]["state"] for f in features} == {"draft"}


def test_detect_says_in_words_what_it_found(model, image):
    done = run("detect", image, "--model", model)
    assert done.stdout.startswith("3 sectors, 6.01 ha; 0.00 ha not observed\n")


def test_a_small_extent_limits_the_run(model, image, tmp_path):
    extent = (500_000, 6_999_500, 500_300, 7_000_000)
    result = answer("detect", image, "--model", model, "--extent", *extent)
    pit = next(total for total in result["totals"] if total["key"] == "op")
    assert result["observed_m2"] == pytest.approx(30 * 50 * 100, rel=2e-3)
    assert pit["area_m2"] == pytest.approx((20 * 20 - 6) * 100, rel=2e-3)


def test_min_area_drops_the_single_pixel(model, image):
    result = answer("detect", image, "--model", model, "--min-area", 500)
    assert {total["key"]: total["sectors"] for total in result["totals"]} == {"op": 1, "wr": 1}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.tif"], "nowhere.tif"),
        (["{image}", "--model", "nowhere.onnx"], "nowhere.onnx"),
        (["{image}", "--model", "{model}", "--min-confidence", "2"], "MIN_CONFIDENCE"),
        (["{image}", "--model", "{model}", "--overlap", "90"], "OVERLAP"),
        (["{image}", "--model", "{model}", "--min-area", "-1"], "MIN_AREA"),
        (["{image}", "--model", "{model}", "--bands", "red"], "red"),
        (["{image}", "--model", "{model}", "--bands", "any=7"], "7"),
        (["{image}", "--model", "{model}", "--out", "x.shp"], ".shp"),
        (["{image}", "--model", "{model}", "--extent", "0", "0", "1", "1"], "extent"),
        (["{image}", "--model", "{image}"], "classes.tif"),
        (["{model}", "--model", "{model}"], "identity.onnx"),
    ],
)  # fmt: skip
def test_bad_input_ends_with_status_1_and_one_sentence(model, image, tmp_path, arguments, sentence):
    names = {"image": image, "model": model}
    done = run("detect", *(argument.format(**names) for argument in arguments))
    assert done.returncode == 1
    assert done.stdout == ""
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert sentence in lines[0]


def test_a_failed_detection_leaves_no_file(model, image, tmp_path):
    before = sorted(p.name for p in tmp_path.iterdir())
    run("detect", image, "--model", model, "--extent", 0, 0, 1, 1, "--out", tmp_path / "o.gpkg")
    assert sorted(p.name for p in tmp_path.iterdir()) == before


def test_models_check_says_that_a_model_can_be_used(model):
    done = run("models", "check", model)
    assert done.returncode == 0
    assert "can be used" in done.stdout


def test_models_check_of_a_broken_model_ends_with_status_1(tmp_path):
    path = tmp_path / "broken.onnx"
    path.write_bytes(b"not a model")
    done = run("models", "check", path)
    assert done.returncode == 1
    assert "cannot be used" in done.stdout + done.stderr


def test_an_added_model_is_listed_and_found_by_name(model, image, tmp_path):
    folder = tmp_path / "my models"
    added = answer("models", "add", model, "--name", "mine", MINING_MONITOR_MODELS=str(folder))
    names = [m["name"] for m in answer("models", "list", MINING_MONITOR_MODELS=str(folder))["models"]]
    assert added["name"] in names
    result = answer("detect", image, "--model", added["name"], MINING_MONITOR_MODELS=str(folder))
    assert result["sectors"] == 3


def test_info_names_versions_and_providers():
    info = answer("info")
    assert info["protocol"] == 1
    assert info["packages"]["onnxruntime"]
    assert "CPUExecutionProvider" in info["providers"]


@pytest.mark.skipif(not DATA.exists(), reason="the data folder is not here")
def test_a_real_sentinel2_chip_with_twelve_bands_goes_through(tmp_path):
    chip = sorted((DATA / "sentinel2_chips").glob("*.tif"))[0]
    model = onnx_makers.convnet(tmp_path / "conv.onnx")
    onnx_makers.write_card(model)
    result = answer("detect", chip, "--model", model, "--out", tmp_path / "out.gpkg")
    assert result["gsd_m"] == pytest.approx(10, rel=0.01)
    assert result["observed_m2"] == pytest.approx(256 * 256 * 100, rel=0.01)
