"""The 10 m model that is shipped and chosen by default: whole, honest about itself, and the same in tiles."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from mining_monitor.engine.models.catalogue import list_models
from mining_monitor.engine.training.real_world.measures import false_alarm_share, mine_counts
from mining_monitor.engine.training.real_world.pictures import read_mask, read_rgb
from mining_monitor.engine.training.real_world.predictors import onnx_predictor
from mining_monitor.engine.training.scenes import make_training_scene
from mining_monitor.engine.training.settings import SceneSettings

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "resources/models"
MODEL, CARD = FOLDER / "mining-10m.onnx", FOLDER / "mining-10m.json"
DATA = ROOT.parent / "shared" / "data"
UNSEEN = SceneSettings(first_seed=990_000, count=1, side_px=512, gsd_range_m=(10.0, 10.0), cloudy_share=0.0)


@pytest.fixture(scope="module")
def predict():
    return onnx_predictor(MODEL, threads=1)


@pytest.fixture(scope="module")
def card():
    return json.loads(CARD.read_text(encoding="utf-8"))


def test_it_is_the_default_and_can_be_used(tmp_path):
    first = list_models(tmp_path).models[0]

    assert (first.name, first.is_default, first.problem) == ("mining-10m", True, "")


def test_the_card_describes_this_file(card):
    asset = card["assets"]["model"]

    assert asset["file:checksum"] == "1220" + hashlib.sha256(MODEL.read_bytes()).hexdigest()
    assert asset["href"] == MODEL.name
    assert sum(path.stat().st_size for path in FOLDER.glob("*.onnx")) < 18_000_000


def test_the_card_says_what_was_measured_where_and_what_fools_it(card):
    properties = card["properties"]
    held_out = properties["mining_monitor:held_out"]

    assert properties["mining_monitor:class_codes"] == [0, 1, 2, 8]
    for key in ("storage_iou", "artisanal_auc_random", "artisanal_auc_unseen_kinds", "storage_scene_auc"):
        low, high = held_out[f"{key}_interval"]
        assert 0 < low <= held_out[key] <= high <= 1
    assert held_out["storage_iou_by_group"] and held_out["false_alarms_by_kind"] and held_out["split"]
    assert properties["mining_monitor:look_alikes"] and properties["mining_monitor:must_not_be_used_for"]
    assert properties["mining_monitor:region_bbox"] == [[-180.0, -60.0, 180.0, 75.0]]
    assert all(entry["name"] and entry["licence"] for entry in properties["mining_monitor:training_data"])


@pytest.mark.parametrize("size", [(256, 256), (50, 77), (17, 200), (1, 1)], ids=str)
def test_any_size_gives_finite_scores_of_that_size(predict, size):
    scores = predict(np.full((2, 3, *size), 90, np.float32))

    assert scores.shape == (2, 4, *size)
    assert np.isfinite(scores).all()


@pytest.mark.parametrize("shade", [0, 255], ids=["black", "white"])
def test_an_empty_picture_holds_no_mine(predict, shade):
    assert false_alarm_share(predict, [np.full((3, 128, 128), shade, np.uint8)]) == 0.0


def test_a_tile_and_the_whole_picture_agree_away_from_the_tile_edge(predict):
    picture = make_training_scene(UNSEEN, UNSEEN.first_seed).values[None].astype(np.float32)

    whole = predict(picture)[0].argmax(axis=0)
    tile = predict(picture[:, :, 64:448, 64:448])[0].argmax(axis=0)

    assert (tile[96:288, 96:288] == whole[160:352, 160:352]).mean() > 0.99


@pytest.mark.skipif(not (DATA / "lames").is_dir(), reason="the data folder is not here")
def test_it_finds_the_real_mine_that_it_never_saw(predict):
    picture, mask = read_rgb(DATA / "lames/s2_tci_patch.tif"), read_mask(DATA / "lames/s2_msk_patch.tif") > 0

    found, wrong, missed = mine_counts(predict, picture, mask)[0]

    assert found / (found + missed) > 0.5
    assert found / (found + wrong) > 0.5
