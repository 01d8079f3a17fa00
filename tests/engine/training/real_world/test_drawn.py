"""Drawn look-alikes: repeatable, labelled as what they are drawn over, and never drawn over what is held out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mining_monitor.engine.training.real_world.drawn import SHAPES, draw, draw_look_alikes
from mining_monitor.engine.training.real_world.mixture import CHIP_SHARES, training_groups
from mining_monitor.engine.training.real_world.samples import Sample, allow

FOREST = np.full((3, 48, 48), 60, np.uint8)
#: The way of each pixel to the middle of a chip.
AWAY = np.hypot(*np.ogrid[-23.5:24, -23.5:24])


def chip(kind="random", part="train", site="place"):
    is_mine = kind == "artisanal"
    allowed = np.full((48, 48), allow(0, 1) if is_mine else allow(0), np.uint8)
    return Sample(FOREST, allowed, 1 if is_mine else None, None if is_mine else 1, site, kind, part)


def sets(part="train"):
    return {"artisanal": [chip("artisanal", part)], "look_alikes": [chip(part=part), chip("mistaken", part)]}


def test_the_same_seed_draws_the_same_and_another_seed_something_else():
    first, again, other = (
        [s.picture for s in draw_look_alikes(sets(), without=5, with_mine=5, seed=seed)] for seed in (1, 1, 2)
    )

    assert np.array_equal(first, again)
    assert not any(np.array_equal(a, b) for a, b in zip(first, other, strict=True))


def test_every_shape_is_drawn_equally_often_with_and_without_a_mine():
    kinds = [s.kind for s in draw_look_alikes(sets(), without=10, with_mine=5)]

    assert sorted(kinds[:10]) == sorted([f"drawn {name}" for name in SHAPES] * 2)
    assert sorted(kinds[10:]) == sorted(f"mine and drawn {name}" for name in SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_a_drawing_changes_the_picture_and_keeps_the_word_that_there_is_no_mine(name):
    drawn = [draw(chip(), name, np.random.default_rng(seed), [FOREST]) for seed in range(8)]

    assert all((s.must_hold, s.must_lack) == (None, 1) and (s.allowed == allow(0)).all() for s in drawn)
    assert np.mean([(np.abs(s.picture.astype(int) - 60).max(axis=0) > 10).mean() for s in drawn]) > 0.02
    assert (FOREST == 60).all()


@pytest.mark.parametrize("name", SHAPES)
def test_the_middle_of_a_mine_stays_and_only_what_was_drawn_over_is_surely_no_mine(name):
    drawn = [draw(chip("artisanal"), name, np.random.default_rng(seed), [FOREST]) for seed in range(8)]

    for sample in drawn:
        assert (sample.must_hold, sample.must_lack) == (1, None)
        assert (sample.picture[:, AWAY < 12] == 60).all()
        assert (sample.allowed[AWAY < 14] == allow(0, 1)).all()
        assert set(np.unique(sample.allowed)) <= {int(allow(0, 1)), int(allow(0))}
        assert (sample.allowed == allow(0, 1)).mean() > 0.5
    assert any((sample.allowed == allow(0)).any() for sample in drawn)


def test_chips_to_look_at_and_held_out_ones_are_never_drawn_over():
    mixed = sets()
    mixed["look_alikes"] += [chip(part=part, site=part) for part in ("dev", "test") for _ in range(20)]
    mixed["artisanal"] += [chip("artisanal", part, part) for part in ("dev", "test") for _ in range(20)]

    assert {(s.part, s.site) for s in draw_look_alikes(mixed, without=20, with_mine=20)} == {("train", "place")}


def test_a_teachers_word_about_the_picture_below_is_dropped():
    taught = replace(chip(), soft=np.ones((4, 48, 48), np.float16))

    assert draw(taught, "ponds", np.random.default_rng(0), [FOREST]).soft is None


@pytest.mark.parametrize("samples", [{}, sets("test"), {"look_alikes": [chip()]}], ids=["none", "held out", "no mine"])
def test_without_chips_to_draw_over_it_says_which_setting_to_change(samples):
    with pytest.raises(ValueError, match="'drawn_share' to 0"):
        list(draw_look_alikes(samples))


def test_drawn_chips_get_their_share_of_the_chips_canvases_and_none_when_it_is_0():
    samples = {name: [chip(kind=name)] for name in CHIP_SHARES} | {"drawn": [chip("drawn ponds")]}

    (group,) = training_groups(samples, {"chips": 1}, 96, drawn_share=0.25)
    (without,) = training_groups(samples, {"chips": 1}, 96)

    assert group.weights[[s.kind == "drawn ponds" for s in group.samples]].sum() == pytest.approx(0.25 / 1.25)
    assert "drawn ponds" not in {s.kind for s in without.samples}
