"""The experimental high-resolution model: what its card says of it is so, and it says what it does not know."""

from __future__ import annotations

import hashlib
import warnings
from pathlib import Path

import numpy as np
import pytest
import rasterio

from mining_monitor.engine.models.card import read_card
from mining_monitor.engine.models.session import load_segmenter
from mining_monitor.engine.training.evaluation import evaluate
from mining_monitor.engine.training.scenes import make_training_scene
from mining_monitor.engine.training.settings import SceneSettings

MODEL = Path(__file__).parents[3] / "resources/models/sectors-0.5m.onnx"

#: Seeds of neither the training nor the held-out scenes of the card.
UNSEEN = SceneSettings(first_seed=970_000, count=3, side_px=320, gsd_range_m=(0.75, 0.75), cloudy_share=0.0)


@pytest.fixture(scope="module")
def segmenter():
    return load_segmenter(str(MODEL))


def test_the_card_belongs_to_the_file_and_calls_it_experimental():
    card = read_card(MODEL)
    assert card.sha256 == hashlib.sha256(MODEL.read_bytes()).hexdigest()
    assert MODEL.stat().st_size < 4_000_000
    assert card.is_experimental
    assert card.gsd_range_m == (0.45, 1.25)
    assert "none of them real" in card.held_out["split"]
    assert any("no real mine was ever shown to it" in limit for limit in card.limits)
    assert all(data["licence"] for data in card.training_data)


def test_it_tells_sectors_apart_on_scenes_that_nobody_chose(segmenter):
    scenes = [make_training_scene(UNSEEN, UNSEEN.first_seed + index) for index in range(UNSEEN.count)]
    pairs = [(scene.values, scene.truth) for scene in scenes]
    figures = evaluate(segmenter.predict, pairs, segmenter.class_codes)
    assert figures.mine_recall > 0.85
    assert figures.mine_precision > 0.55
    assert figures.pixel_accuracy > 0.7


def test_it_leaves_desert_that_it_did_not_learn_from_alone(segmenter, shared_data):
    folder = shared_data / "negatives" / "desert_hires"
    if not folder.is_dir():
        pytest.skip("the shared pictures of desert are not here")
    held_out = sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".jpg")[::5][::4]
    marked = total = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for path in held_out:
            with rasterio.open(path) as dataset:
                picture = dataset.read((1, 2, 3))[np.newaxis].astype(np.float32)
            classes = segmenter.predict(picture).argmax(axis=1)
            marked, total = marked + int((classes != 0).sum()), total + classes.size
    assert len(held_out) > 20
    assert marked / total < 0.01
