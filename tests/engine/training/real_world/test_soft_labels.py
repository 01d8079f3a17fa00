"""A teacher of several networks and turns labels what is learned from, and the labels follow their picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mining_monitor.engine.training.real_world.canvases import balanced, cut, draw_batch, pale
from mining_monitor.engine.training.real_world.samples import ANYTHING, Sample, uniform
from mining_monitor.engine.training.real_world.soft_labels import (
    TURNS,
    soften,
    together,
    turned,
    turned_back,
    with_soft_labels,
)


def picture_of(side=32):
    """Red rises with the row, green with the column: no two turns look alike."""
    rows, cols = np.mgrid[0:side, 0:side] * (255 // side)
    return np.stack([rows, cols, np.zeros_like(rows)]).astype(np.uint8)


def sample_of(part="train", kind="k", side=32):
    picture = picture_of(side)
    return Sample(picture, uniform(picture, ANYTHING), None, None, f"{kind}-{part}", kind, part)


def red_is_class_1(images):
    """Each pixel answers for its own red alone, so that turning must change nothing."""
    p = np.zeros((len(images), 4, *images.shape[2:]), np.float32)
    p[:, 1] = 0.05 + 0.9 * images[:, 0] / 255
    p[:, 0] = 1 - p[:, 1]
    return p


def upper_left_is_class_1(images):
    """Answers by position, not by content: only turning can even it out."""
    p = np.full((len(images), 4, *images.shape[2:]), 0.1, np.float32)
    half = images.shape[2] // 2
    p[:, 1, :half, :half] = 0.7
    return p / p.sum(axis=1, keepdims=True)


@pytest.mark.parametrize("turn", range(TURNS))
def test_each_turn_is_undone(turn):
    images = np.random.default_rng(0).uniform(size=(2, 3, 5, 9)).astype(np.float32)

    assert (turned_back(turned(images, turn), turn) == images).all()


def test_the_turns_are_eight_different_ones():
    images = picture_of()[None].astype(np.float32)

    assert len({turned(images, turn).tobytes() for turn in range(TURNS)}) == TURNS


def test_a_network_that_looks_at_single_pixels_says_the_same_with_and_without_turns():
    images = picture_of()[None].astype(np.float32)

    said = together([red_is_class_1])(images)

    np.testing.assert_allclose(said, red_is_class_1(images), atol=1e-4)


def test_turns_even_out_what_depends_on_the_orientation_alone():
    said = together([upper_left_is_class_1])(np.zeros((1, 3, 8, 8), np.float32))

    assert said[0, 1].std() < 1e-6
    np.testing.assert_allclose(said.sum(axis=1), 1.0, atol=1e-5)


def test_two_networks_share_the_turns_evenly():
    looks = []

    def network(name):
        def predict(images):
            looks.append((name, images.tobytes()))
            return red_is_class_1(images)

        return predict

    together([network("a"), network("b")])(picture_of()[None].astype(np.float32))

    assert sorted(name for name, _ in looks) == ["a"] * 4 + ["b"] * 4
    assert len({picture for _, picture in looks}) == TURNS


@pytest.mark.parametrize(("count", "turns"), [(0, 8), (1, 0), (1, 9)])
def test_a_teacher_without_network_or_with_other_turns_is_refused(count, turns):
    with pytest.raises(ValueError, match=f"found {count} and {turns}"):
        together([red_is_class_1] * count, turns)


def test_only_what_is_learned_from_is_shown_to_the_teacher():
    samples = [sample_of("train"), sample_of("dev"), sample_of("test"), sample_of("train", side=48)]

    labelled = with_soft_labels(samples, red_is_class_1)

    assert [s.soft is not None for s in labelled] == [True, False, False, True]
    assert labelled[3].soft.shape == (4, 48, 48)
    np.testing.assert_allclose(labelled[0].soft[1], red_is_class_1(picture_of()[None])[0, 1], atol=1e-3)


def test_each_second_of_those_learned_from_is_enough_where_asked():
    samples = [sample_of("dev"), *[sample_of() for _ in range(5)]]

    labelled = with_soft_labels(samples, red_is_class_1, every=2)

    assert [s.soft is not None for s in labelled] == [False, True, False, True, False, True]


def test_a_second_start_takes_the_labels_of_the_first_and_leaves_made_up_scenes_alone(tmp_path):
    samples = {"storages": [sample_of("test"), sample_of()], "made_up": [sample_of()], "sand": []}

    def never(images):
        raise AssertionError("the teacher was asked again")

    first = soften(samples, red_is_class_1, tmp_path)
    second = soften(samples, never, tmp_path)

    assert (first["storages"][1].soft == second["storages"][1].soft).all()
    assert first["storages"][0].soft is None and second["made_up"][0].soft is None


@pytest.mark.parametrize("other", [[sample_of(side=48)], [sample_of("dev")], []], ids=["size", "part", "fewer"])
def test_labels_of_other_pictures_are_refused(tmp_path, other):
    soften({"storages": [sample_of(), sample_of()]}, red_is_class_1, tmp_path)

    with pytest.raises(ValueError, match=r"soft-storages\.npz holds the soft labels of other pictures"):
        soften({"storages": [*other, sample_of("test")]}, red_is_class_1, tmp_path)


@pytest.mark.parametrize("seed", range(8))
def test_soft_labels_turn_and_scale_with_their_picture(seed):
    taught = with_soft_labels([sample_of(side=48)], red_is_class_1)[0]

    picture, _, said = cut(taught, 48, np.random.default_rng(seed))

    # Nearest labels beside a picture linear between pixels: half a step of red apart, and a step along mirrored edges.
    assert np.abs(said[1].astype(np.float32) - red_is_class_1(picture[None])[0, 1]).mean() < 0.02


def test_a_canvas_holds_soft_labels_where_the_teacher_was_asked_and_zeros_elsewhere():
    asked, other = with_soft_labels([sample_of()], red_is_class_1)[0], sample_of()

    batch = draw_batch([balanced([asked], 1, 1), balanced([other], 1, 1)], 32, np.random.default_rng(0), 1.0)

    np.testing.assert_allclose(batch.soft[0].sum(axis=0), 1.0, atol=2e-3)
    assert (batch.soft[1] == 0).all()


def colour(chip):
    """How far apart the channels are on average, as a share of the brightness."""
    channels = chip.mean(axis=(1, 2))
    return np.ptp(channels) / channels.mean()


def test_a_pale_cut_is_bright_and_nearly_grey_and_keeps_its_pattern():
    chip = np.random.default_rng(0).uniform(10, 90, (3, 48, 48)).astype(np.float32)
    chip[2] *= 0.3

    for seed in range(20):
        seen = pale(chip, np.random.default_rng(seed))
        assert 100 < seen.mean() < 180
        assert colour(seen) < 0.5 * colour(chip)
        assert np.corrcoef(seen.mean(axis=0).ravel(), chip.mean(axis=0).ravel())[0, 1] > 0.95
        assert seen.min() >= 0 and seen.max() <= 255


def test_a_flat_cut_can_be_made_pale():
    seen = pale(np.zeros((3, 8, 8), np.float32), np.random.default_rng(0))

    assert np.isfinite(seen).all() and seen.mean() > 100


def test_labels_are_kept_as_they_are_when_a_teacher_is_asked():
    sample = sample_of()

    taught = with_soft_labels([sample], red_is_class_1)[0]

    assert replace(taught, soft=None) == sample
