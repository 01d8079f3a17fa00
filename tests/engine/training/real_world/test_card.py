"""The card of the real-world model is read back as it was meant, and says what the figures are."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from mining_monitor.engine.models.card import read_card
from mining_monitor.engine.training.real_world.held_out import held_out_figures
from mining_monitor.engine.training.real_world.samples import Sample, allow
from mining_monitor.engine.training.real_world.settings import read_mapper_settings
from mining_monitor.engine.training.real_world.ship import read_words, rounded, write_card

CONFIG = Path(__file__).parents[4] / "mining_monitor/engine/training/configs/mining-10m.json"
SHIPPED = Path(__file__).parents[4] / "resources/models/sample-world-10m.onnx"


def test_the_card_is_read_back_with_codes_words_and_figures(tmp_path):
    model = tmp_path / "mining-10m.onnx"
    model.write_bytes(SHIPPED.read_bytes())
    figures = {"storage_iou": 0.51234, "split": "by place", "storage_iou_interval": (0.4, float("nan"))}

    write_card(read_mapper_settings(CONFIG), model, figures, read_words(CONFIG))
    card = read_card(model)

    assert card.class_codes == (0, 1, 2, 8)
    assert card.held_out == {"storage_iou": 0.512, "split": "by place", "storage_iou_interval": [0.4, None]}
    assert (card.gsd_m, card.gsd_range_m, card.value_range, card.scores) == (10.0, (7.5, 13.0), "rgb-8bit", "logits")
    assert len(card.training_data) == 10 and all(entry["licence"] for entry in card.training_data)
    item = json.loads(model.with_suffix(".json").read_text(encoding="utf-8"))
    assert item["properties"]["mining_monitor:must_not_be_used_for"]


@pytest.mark.parametrize("key", ["canvases", "loss_weights", "turns"])
def test_settings_with_a_part_missing_are_refused_by_name(tmp_path, key):
    data = json.loads(CONFIG.read_text(encoding="utf-8"))
    del data[key]
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(data), encoding="utf-8")

    with pytest.raises(ValueError, match=key):
        read_mapper_settings(path)


def test_an_encoder_without_weights_of_its_own_is_refused(tmp_path):
    path = tmp_path / "run.json"
    path.write_text(json.dumps({**json.loads(CONFIG.read_text(encoding="utf-8")), "encoder": "b7"}), encoding="utf-8")

    with pytest.raises(ValueError, match="an encoder of lite0, lite1, lite2; found 'b7'"):
        read_mapper_settings(path)


@pytest.mark.parametrize("turns", [[], [8], [0, -1]], ids=str)
def test_turns_that_a_square_does_not_have_are_refused(tmp_path, turns):
    path = tmp_path / "turns.json"
    path.write_text(json.dumps({**json.loads(CONFIG.read_text(encoding="utf-8")), "turns": turns}), encoding="utf-8")

    with pytest.raises(ValueError, match="turns of 0 to 7"):
        read_mapper_settings(path)


def test_what_is_not_a_number_becomes_null():
    assert rounded({"a": (float("nan"), 0.12345), "b": 3}) == {"a": [None, 0.123], "b": 3}


def bright_is_storage(images):
    p = np.zeros((len(images), 4, *images.shape[2:]), np.float32)
    p[:, 3] = images[:, 0] / 255
    p[:, 0] = 1 - p[:, 3]
    return p


def test_figures_of_a_folder_with_one_held_out_storage(tmp_path):
    picture = np.zeros((3, 8, 8), np.uint8)
    picture[:, :4] = 200
    allowed = np.full((8, 8), allow(0, 1, 2), np.uint8)
    allowed[:2] = allow(8)
    names = ("artisanal", "look_alikes", "countryside", "storages", "dams", "dry_land", "sand", "made_up", "sectors")
    samples = {name: [] for name in names}
    samples["storages"] = [
        Sample(picture, allowed, None, None, "storage-1", "storage", "test"),
        Sample(picture, allowed, None, None, "storage-2", "storage", "train"),
    ]

    figures = held_out_figures(bright_is_storage, samples, tmp_path)

    assert figures["storage_iou"] == pytest.approx(16 / 32)
    assert figures["storage_iou_by_group"] == {"storage-1": pytest.approx(0.5)}
    assert (figures["storage_precision"], figures["storage_recall"]) == (0.5, 1.0)
    assert "mine_iou_lames_patch" not in figures and "artisanal_auc_random" not in figures


def test_every_committed_sitting_can_be_read_and_a_taught_one_has_a_weight_for_its_teacher():
    ends = ("", "-distilled", "-drawn", "-lite1")
    shipped, taught, drawn, larger = (read_mapper_settings(CONFIG.with_name(f"mining-10m{end}.json")) for end in ends)

    assert shipped.turns == taught.turns == drawn.turns == (0,)
    assert shipped.encoder == "lite0" and larger.encoder == "lite1"
    assert shipped.drawn_share == taught.drawn_share == 0.0 < drawn.drawn_share
    assert shipped.loss_weights[3] == 0.0 < taught.loss_weights[3]
    last = [read_mapper_settings(CONFIG.with_name(f"mining-10m-{size}-coasts.json")) for size in ("lite0", "lite1")]
    assert [sitting.encoder for sitting in last] == ["lite0", "lite1"]
    assert all(sitting.drawn_coasts > 0 == earlier.drawn_coasts for sitting in last for earlier in (drawn, larger))
