"""Models that nobody here wrote, from the shared data: they load, run and give what their makers say."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from mining_monitor.engine.models.check import check_model
from mining_monitor.engine.models.describe import describe_model
from mining_monitor.engine.models.session import load_segmenter
from tests.engine import onnx_makers as make

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
MODELS = DATA / "models"


def borrowed(tmp_path, name: str) -> Path:
    """Link a model into a folder of our own, where its card may lie beside it."""
    source = MODELS / name
    if not source.is_file():
        pytest.skip(f"the shared data ({name}) is not here")
    target = tmp_path / name
    target.write_bytes(source.read_bytes())
    return target


def earthrise(tmp_path) -> Path:
    """The 44-pixel classifier with the card that its publisher's notes amount to: ((DN * 3000 / 255) - mean) / std."""
    path = borrowed(tmp_path, "44px_v2.6_rgb_2021-11-11.onnx")
    means, deviations = (1091.95, 1172.49, 1175.92), (748.62, 504.56, 398.56)
    scaling = [{"type": "z-score", "mean": m * 255 / 3000, "stddev": s * 255 / 3000} for m, s in zip(means, deviations)]
    return make.write_card(
        path, codes=[0, 1], tile=44, nhwc=True, scaling=scaling, scores="probabilities", kind="patch-classification"
    )


def area_under_curve(scores, truth) -> float:
    """Probability that a positive scores higher than a negative (Mann and Whitney 1947)."""
    order = np.argsort(np.argsort(scores, kind="stable")) + 1.0
    positives = int(truth.sum())
    return (order[truth == 1].sum() - positives * (positives + 1) / 2) / (positives * (len(truth) - positives))


def test_the_patch_classifier_scores_real_chips_as_published(tmp_path):
    segmenter = load_segmenter(str(earthrise(tmp_path)))
    assert (segmenter.tile_size, segmenter.band_roles) == (44, ("red", "green", "blue"))
    chips = DATA / "asm_chips" / "earthrise_chips48_rgb.npz"
    if not chips.is_file():
        pytest.skip("the shared chips are not here")
    with np.load(chips) as data:
        chosen = np.random.default_rng(0).choice(len(data["y"]), 800, replace=False)
        tiles = data["x"][chosen][:, 2:46, 2:46].transpose(0, 3, 1, 2).astype(np.float32)
        truth = data["y"][chosen]
    scores = segmenter.predict(tiles)
    assert scores.shape == (800, 2, 44, 44)
    assert np.ptp(scores, axis=(2, 3)).max() == 0
    # The data's own notes say 0.83 to 0.85 on all chips.
    assert 0.80 < area_under_curve(scores[:, 1, 0, 0], truth) < 0.88


def test_the_patch_classifier_passes_the_check(tmp_path):
    report = check_model(str(earthrise(tmp_path)))
    assert report.problems == ()


def test_dynamic_world_takes_any_tile_size_as_nhwc(tmp_path):
    path = borrowed(tmp_path, "dynamic_world_forward.onnx")
    bands = ["B02", "B03", "B04", "B05", "B06", "B07", "B08", "B11", "B12"]
    codes = [0, 0, 0, 0, 0, 0, 4, 0, 0]
    segmenter = load_segmenter(str(make.write_card(path, bands, codes, nhwc=True, value_range="reflectance")))
    assert segmenter.tile_size is None
    assert segmenter.band_roles[:4] == ("blue", "green", "red", "rededge071")
    side = segmenter.tile_multiple * 40 if segmenter.tile_multiple < 8 else segmenter.tile_multiple * 3
    tiles = np.random.default_rng(0).uniform(0.2, 0.8, (1, 9, side, side + segmenter.tile_multiple)).astype(np.float32)
    scores = segmenter.predict(tiles)
    assert scores.shape == (1, 9, *tiles.shape[2:])
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-5)


def test_dynamic_world_describes_itself_as_far_as_it_can(tmp_path):
    draft = describe_model(borrowed(tmp_path, "dynamic_world_forward.onnx"))
    properties = json.loads(draft.card)["properties"]
    assert properties["mlm:input"][0]["input"] == {
        "shape": [-1, -1, -1, 9], "dim_order": ["batch", "height", "width", "bands"], "data_type": "float32",
    }  # fmt: skip
    assert properties["mlm:output"][0]["result"]["dim_order"] == ["batch", "height", "width", "class"]


@pytest.mark.parametrize(
    ("name", "bands"), [("48px_v3.7-d_2024-01-15.onnx", 12), ("48px_v4.21-CNN100ka_2026-05-08ep179.onnx", 13)]
)
def test_one_channel_patch_classifiers_give_two_classes(tmp_path, name, bands):
    path = borrowed(tmp_path, name)
    make.write_card(
        path, ["any"] * bands, [1], 48, nhwc=True, scores="probabilities", kind="patch-classification", channels=1,
        value_range="reflectance",
    )  # fmt: skip
    segmenter = load_segmenter(str(path))
    assert segmenter.class_codes == (0, 1)
    tiles = np.random.default_rng(0).uniform(0, 0.4, (3, bands, 48, 48)).astype(np.float32)
    scores = segmenter.predict(tiles)
    assert scores.shape == (3, 2, 48, 48)
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-6)
    assert scores.min() >= 0
