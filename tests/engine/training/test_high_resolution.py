"""The high-resolution run: what it learns from, what it is measured on, and a card that calls itself experimental."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import rasterio

torch = pytest.importorskip("torch", reason="torch is an optional dependency of training and is not installed here")

from mining_monitor.engine.models.card import read_card  # noqa: E402
from mining_monitor.engine.models.check import check_model  # noqa: E402
from mining_monitor.engine.training.card import read_notes  # noqa: E402
from mining_monitor.engine.training.high_resolution import LookAlikeSource, Run, balanced, make_model  # noqa: E402
from mining_monitor.engine.training.settings import read_settings  # noqa: E402

CONFIG = Path(__file__).parents[3] / "mining_monitor/engine/training/configs/sectors-0.5m.json"

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")


def test_a_rare_kind_of_country_is_shown_as_often_as_a_frequent_one():
    desert, city = [np.zeros((3, 2, 2), np.uint8)] * 40, [np.ones((3, 2, 2), np.uint8)] * 4
    pictures = balanced([desert, city, []])
    assert (len(pictures), sum(int(one.max()) for one in pictures)) == (80, 40)


def test_two_chips_in_five_are_pictures_without_mines():
    scene, truth = np.full((3, 64, 64), 200, np.uint8), np.full((64, 64), 5, np.uint8)
    picture = np.full((3, 50, 70), 40, np.uint8)
    source = LookAlikeSource([scene], [truth], (0, 5), 32, [picture])
    rng = np.random.default_rng(1)
    empty = np.mean([(source.chip(rng)[1] != 5).all() for _ in range(400)])
    # 0.4 of all, and 0.12 of the other chips (``ChipSource``): 0.472.
    assert 0.40 < empty < 0.55
    assert all((LookAlikeSource([scene], [truth], (0, 5), 32).chip(rng)[1] == 5).any() for _ in range(20))


def test_training_and_held_out_scenes_never_meet():
    settings = read_settings(CONFIG)
    assert settings.scenes.first_seed + settings.scenes.count <= settings.held_out.first_seed
    assert settings.class_codes == (0, 1, 3, 4, 5, 6, 7, 8, 9)


def test_a_run_writes_a_model_that_calls_itself_experimental(tmp_path):
    settings = read_settings(CONFIG)
    few = {"side_px": 64, "gsd_range_m": (1.0, 1.0), "cloudy_share": 0.0}
    settings = dataclasses.replace(
        settings,
        scenes=dataclasses.replace(settings.scenes, count=2, **few),
        held_out=dataclasses.replace(settings.held_out, count=1, **few),
        widths=(6, 8, 8, 8), chip_px=32, batch_size=2, steps=6,
    )  # fmt: skip
    folder = tmp_path / "city" / "img"
    folder.mkdir(parents=True)
    rng = np.random.default_rng(1)
    for name in ("a", "b"):
        with rasterio.open(
            folder / f"{name}.png", "w", driver="PNG", width=70, height=50, count=3, dtype="uint8"
        ) as file:
            file.write(rng.integers(0, 255, (3, 50, 70), np.uint8))
    path = make_model(Run(settings, tmp_path / "work", (folder,)), read_notes(CONFIG), tmp_path / "out")
    card = read_card(path)
    assert card.is_experimental
    assert (card.gsd_m, card.gsd_range_m) == (0.75, (0.45, 1.25))
    alarms = card.held_out["false_alarm_share_on_real_pictures_without_mines"]
    assert set(alarms) == {"city"} and 0 <= alarms["city"] <= 1
    assert card.document["properties"]["mlm:hyperparameters"]["steps"] == 6
    assert "no real mine" in card.limits[0]
    assert check_model(str(path)).problems == ()
