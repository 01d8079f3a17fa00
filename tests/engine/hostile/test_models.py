"""Models and cards that lie."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio

from mining_monitor.engine.detection.blend import Blender
from mining_monitor.engine.detection.tiles import layout
from tests.engine import onnx_makers

from .conftest import assert_one_sentence, classes


def test_scores_of_two_classes_with_one_code_count_together():
    tiles = layout(4, 4, (4, 4), 0.0)
    blender = Blender(tiles, (9, 5, 255, 5), 0.0)
    scores = np.array([0.4, 0.25, 0.05, 0.3], np.float32)
    blender.add(np.broadcast_to(scores[None, :, None, None], (1, 4, 4, 4)), 0, [0])
    rows = blender.finish(0, np.zeros((4, 4), np.uint8))
    assert (rows.codes == 5).all()
    np.testing.assert_allclose(rows.confidence, 0.55, rtol=1e-6)


def test_two_model_classes_of_one_code_are_one_class_from_image_to_raster(engine, write, tmp_path):
    path = onnx_makers.identity(tmp_path / "m.onnx", 4)
    codes = (0, 5, 5, 9)
    onnx_makers.write_card(path, ("any",), codes, scores="probabilities", value_range="dn", gsd_m=None)
    pixels, out = classes() % 4, str(tmp_path / "out.tif")
    answer = engine.ask("detect", image={"path": write(pixels)}, model=str(path), class_raster=out)
    assert answer["type"] == "result", answer
    with rasterio.open(out) as written:
        assert (written.read(1) == np.array(codes)[pixels]).all()


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_scores_that_are_no_numbers_are_refused(engine, write, tmp_path, value):
    path = onnx_makers.constant(tmp_path / "m.onnx", value, 4)
    onnx_makers.write_card(path, ("any",), (0, 5, 8, 9), 32, value_range="dn", gsd_m=None)
    assert_one_sentence(engine.ask("detect", image={"path": write(classes())}, model=str(path)), "m")


CARDS = {
    "codes beyond 9": {"mining_monitor:class_codes": [0, 5, 8, 77]},
    "codes of text": {"mining_monitor:class_codes": ["op", None, {}, []]},
    "no codes": {"mining_monitor:class_codes": []},
    "too many codes": {"mining_monitor:class_codes": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]},
    "all ignored": {"mining_monitor:class_codes": [255, 255, 255, 255]},
    "negative distance": {"mining_monitor:gsd_m": -1},
    "endless distance": {"mining_monitor:gsd_m": 1e400},
    "a range upside down": {"mining_monitor:gsd_range_m": [20, 5]},
    "unknown scores": {"mining_monitor:scores": "vibes"},
    "unknown kind": {"mining_monitor:kind": 7},
    "an overlap of everything": {"mining_monitor:tile_overlap": 1},
    "no input": {"mlm:input": []},
    "inputs of text": {"mlm:input": "image"},
    "no output": {"mlm:output": None},
}


@pytest.mark.parametrize("lie", CARDS)
def test_a_card_that_lies_is_refused_in_words(engine, write, tmp_path, lie):
    path = onnx_makers.convnet(tmp_path / "m.onnx", bands=1, tile=32)
    onnx_makers.write_card(path, ("any",), tile=32, value_range="dn", **CARDS[lie])
    assert_one_sentence(engine.ask("detect", image={"path": write(classes())}, model=str(path)))


@pytest.mark.parametrize("text", ["", "[]", "null", "[" * 50_000, '{"a":' * 900 + "1" + "}" * 900, "\ufeff{}", "NaN"])
def test_a_card_that_is_none_is_refused_in_words(engine, write, tmp_path, text):
    path = onnx_makers.convnet(tmp_path / "m.onnx", bands=1, tile=32)
    path.with_suffix(".json").write_text(text, encoding="utf-8")
    assert_one_sentence(engine.ask("detect", image={"path": write(classes())}, model=str(path)))


@pytest.mark.parametrize("kind", ["check-model", "describe-model"])
@pytest.mark.parametrize(
    "name", ["/dev/zero", "/nowhere.onnx", "z" * 5000, "a\0b.onnx", "{folder}", "{folder}/empty.onnx"]
)
def test_what_is_no_model_is_named(engine, tmp_path, kind, name):
    (tmp_path / "empty.onnx").touch()
    answer = engine.ask(kind, model=name.replace("{folder}", str(tmp_path)))
    if answer["type"] == "result":
        assert not answer["result"]["is_usable"]
        assert answer["result"]["problems"]
    else:
        assert_one_sentence(answer)


@pytest.mark.parametrize("location", ["../secret.data", "/etc/passwd", "a/../../secret.data", "\0"])
def test_weights_outside_of_the_models_folder_are_not_read(engine, write, tmp_path, location):
    (tmp_path / "secret.data").write_bytes(bytes(100_000))
    path = onnx_makers.external_data(tmp_path / "deep" / "m.onnx") if (tmp_path / "deep").mkdir() is None else None
    onnx_makers.external_data(path, location)
    onnx_makers.write_card(path, tile=32)
    assert_one_sentence(engine.ask("detect", image={"path": write([classes()] * 3)}, model=str(path)))


def test_the_card_of_a_honest_model_is_untouched_by_all_this(engine, write, tmp_path):
    path = onnx_makers.convnet(tmp_path / "m.onnx", bands=1, tile=32)
    onnx_makers.write_card(path, ("any",), tile=32, value_range="dn")
    before = json.loads(path.with_suffix(".json").read_text())
    assert engine.ask("detect", image={"path": write(classes())}, model=str(path))["type"] == "result"
    assert json.loads(path.with_suffix(".json").read_text()) == before
