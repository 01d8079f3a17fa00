"""Canvases keep what labels say while pictures are turned, scaled and disturbed."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.engine.training.real_world.canvases import balanced, coarsen, cut, disturb, draw_batch
from mining_monitor.engine.training.real_world.samples import ANYTHING, CODES, Sample, allow, uniform


def marked(must_hold=None, must_lack=None, side=48, kind="a", site="s"):
    """A dark picture with a bright square that is class 8."""
    picture = np.full((3, side, side), 20, np.uint8)
    allowed = uniform(picture, allow(0))
    picture[:, 10:30, 12:32], allowed[10:30, 12:32] = 220, allow(8)
    return Sample(picture, allowed, must_hold, must_lack, site, kind, "train")


@pytest.mark.parametrize("seed", range(12))
def test_labels_turn_and_scale_with_their_picture(seed):
    picture, bits, _ = cut(marked(), 64, np.random.default_rng(seed))

    bright, labelled = picture[0] > 120, bits == allow(8)
    # Bilinear edges and nearest labels may differ along the rim, never inside.
    assert labelled.any()
    assert (bright ^ labelled).sum() < 0.08 * labelled.sum() + 40
    assert picture.shape == (3, 64, 64) and np.isfinite(picture).all()


@pytest.mark.parametrize("shade", [0, 7, 255], ids=["black", "dark", "white"])
def test_disturbed_pictures_stay_bytes(shade):
    chip = np.full((3, 48, 48), shade, np.float32)

    for seed in range(20):
        changed = disturb(chip, np.random.default_rng(seed), 1.0)
        assert changed.shape == chip.shape and changed.dtype == np.float32
        assert changed.min() >= 0 and changed.max() <= 255 and np.isfinite(changed).all()


def test_a_batch_has_a_bag_for_each_chip_with_one_label():
    mines = balanced([marked(must_hold=1)], per_side=3, canvases=1)
    others = balanced([marked(must_lack=1)], per_side=3, canvases=1)
    masks = balanced([marked()], per_side=1, canvases=2)

    batch = draw_batch([mines, others, masks], 144, np.random.default_rng(1), 1.0)

    assert batch.images.shape == (4, 3, 144, 144)
    assert [bag.is_present for bag in batch.bags] == [True] * 9 + [False] * 9
    assert {bag.output for bag in batch.bags} == {CODES.index(1)}
    assert batch.bags[0].rows == (0, 48) and batch.bags[8].cols == (96, 144)
    assert not (batch.allowed == 255).any()


def test_a_large_picture_with_one_label_speaks_for_its_middle_only():
    picture = np.zeros((3, 256, 256), np.uint8)
    dam = Sample(picture, uniform(picture, ANYTHING), 8, None, "s", "dam", "train")

    batch = draw_batch([balanced([dam], 1, 1)], 144, np.random.default_rng(1), 1.0)

    assert batch.bags[0].rows == (18, 126)


def test_half_a_canvas_is_one_in_every_other_batch():
    groups, rng = [balanced([marked()], 1, 1.5)], np.random.default_rng(3)

    counts = [len(draw_batch(groups, 48, rng, 0.0).images) for _ in range(60)]

    assert set(counts) == {1, 2} and 20 <= counts.count(2) <= 40


def test_a_rare_kind_is_drawn_more_often_than_it_occurs():
    samples = [marked(kind="common", site=f"s{k}") for k in range(99)] + [marked(kind="rare")]

    weights = balanced(samples, 1, 1, kind_power=0.5).weights

    assert weights.sum() == pytest.approx(1.0)
    assert weights[-1] == pytest.approx(1 / (1 + np.sqrt(99)))


def test_a_coarser_sensor_keeps_the_mean_and_loses_detail():
    chip = np.random.default_rng(0).uniform(0, 255, (3, 60, 60)).astype(np.float32)

    seen = coarsen(chip, 3)

    assert seen.mean() == pytest.approx(chip.mean(), rel=0.02)
    assert seen.std() < 0.25 * chip.std()
