"""``models``: options become requests, and what cannot be done here is one sentence."""

from __future__ import annotations

import importlib.util
import json

import numpy as np
import pytest
import rasterio

from mining_monitor.engine import cli
from tests.engine import onnx_makers as make

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")


def request_of(*arguments: str):
    options = cli._parser().parse_args(["models", *arguments])
    return options.build(options)


def test_options_of_an_evaluation_become_its_request():
    request = request_of(
        "evaluate", "data", "--model", "a", "--model", "b.onnx", "--values", "0=0,255=2", "--positive", "tsf,wr",
        "--bbox", "-80", "-20", "-69.5", "5", "--split", "val", "--gsd", "10", "--seed", "3", "--no-mines",
    )  # fmt: skip
    assert request.models == ("a", "b.onnx")
    assert request.values == {"0": 0, "255": 2}
    assert (request.positive, request.split, request.gsd_m, request.seed) == (("tsf", "wr"), "val", 10.0, 3)
    assert (request.bbox.west, request.bbox.east, request.bbox.crs) == (-80.0, -69.5, "EPSG:4326")
    assert request.has_no_mines


def test_options_of_an_export_and_of_a_quantisation_become_their_requests():
    export = request_of(
        "export-checkpoint", "a.pt", "a.onnx", "--classes", "0,2", "--gsd", "10", "--encoder", "resnet50"
    )
    assert (export.class_codes, export.gsd_m, export.encoder) == ((0, 2), 10.0, "resnet50")
    small = request_of("quantize", "a", "b.onnx", "--calibration", "c", "--held-out", "h", "--min-agreement", "0.995")
    assert (small.calibration, small.held_out, small.min_agreement) == ("c", "h", 0.995)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["evaluate", "data", "--values", "tsf=8"], "write mask value = LAMES code"),
        (["export-checkpoint", "a.pt", "a.onnx", "--classes", "tsf"], "write LAMES codes"),
        (["evaluate", "gone"], "There is no folder gone"),
        (["quantize", "gone.onnx", "small.txt", "--calibration", "c", "--held-out", "h"], "must end with .onnx"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_status_1(arguments, sentence, capsys):
    assert cli.main(["models", *arguments]) == 1
    error = capsys.readouterr().err
    assert sentence in error and error.count("\n") == 1


def test_an_export_without_torch_says_what_to_install(monkeypatch, capsys):
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "torch" else real(name, *rest))
    assert cli.main(["models", "export-checkpoint", "a.pt", "a.onnx"]) == 1
    assert "install torch, onnx and segmentation-models-pytorch" in capsys.readouterr().err


@pytest.fixture
def labelled(tmp_path):
    for name in ("img", "msk"):
        (tmp_path / name).mkdir()
    codes = np.repeat(np.array([[0, 5, 9, 8]], np.uint8), 4, axis=0).repeat(8, axis=0).repeat(8, axis=1)
    for path, values in ((tmp_path / "img/a.png", np.stack([codes] * 3)), (tmp_path / "msk/a.png", codes[np.newaxis])):
        shape = {"height": 32, "width": 32, "count": len(values), "dtype": "uint8"}
        with rasterio.open(path, "w", driver="PNG", **shape) as file:
            file.write(values)
    return tmp_path


def test_an_evaluation_prints_its_table_and_its_json(labelled, capsys):
    model = make.write_card(
        make.identity(labelled / "value.onnx", bands=3),
        ["red", "green", "blue"],
        list(range(10)),
        scores="probabilities",
    )
    assert cli.main(["models", "evaluate", str(labelled), "--model", str(model), "--resamples", "0"]) == 0
    text = capsys.readouterr().out
    assert "colour-rule" in text and "undefined (0/0): asm.precision" in text
    assert any(line.split()[:3] == ["op", "256", "1.000"] for line in text.splitlines())
    assert "micro accuracy: 1.000" in text
    assert cli.main(["models", "evaluate", str(labelled), "--model", str(model), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert rows[1]["pixels"]["averages"]["micro_accuracy"]["value"] == 1.0


def test_suggestions_name_the_chosen_model_and_its_reasons(tmp_path, capsys):
    image = tmp_path / "a.tif"
    profile = {"driver": "GTiff", "width": 8, "height": 8, "count": 3, "dtype": "uint8", "crs": "EPSG:32719"}
    with rasterio.open(image, "w", transform=rasterio.Affine(10, 0, 5e5, 0, -10, 7e6), **profile) as file:
        file.write(np.zeros((3, 8, 8), np.uint8))
    assert cli.main(["models", "suggest", str(image)]) == 0
    text = capsys.readouterr().out
    assert "(chosen)" in text and "the image has 10 m" in text
