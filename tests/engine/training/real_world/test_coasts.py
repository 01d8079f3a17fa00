"""Drawn coasts: repeatable, without a mine everywhere, and drawn from the ground of one part only."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.engine.training.real_world.coasts import SIDE_PX, coast, draw_coasts, relief, sea
from mining_monitor.engine.training.real_world.samples import Sample, allow, uniform

GROUND = np.random.default_rng(3).integers(90, 150, (3, 64, 64)).astype(np.uint8)
WATER = np.broadcast_to(np.array([20, 60, 90], np.uint8)[:, None, None], (3, 64, 64))


def sample(kind, part="train", site="place", picture=GROUND):
    return Sample(picture, uniform(picture, allow(0)), None, None, site, kind, part)


def sets(part="train"):
    return {
        "countryside": [sample("Pasture", part, "field"), sample("SeaLake", part, "lake", WATER)],
        "dry_land": [sample("desert", part, "sand"), sample("wide chip", part, "wide")],
    }


def test_the_same_seed_draws_the_same_and_another_seed_something_else():
    first, again, other = ([s.picture for s in draw_coasts(sets(), 3, seed=seed)] for seed in (1, 1, 2))

    assert np.array_equal(first, again)
    assert not any(np.array_equal(a, b) for a, b in zip(first, other, strict=True))


def test_nothing_on_a_drawn_coast_is_a_mine():
    for drawn in draw_coasts(sets(), 4):
        assert drawn.picture.shape == (3, SIDE_PX, SIDE_PX) and drawn.picture.dtype == np.uint8
        assert (drawn.allowed == allow(0)).all() and drawn.allowed.shape == (SIDE_PX, SIDE_PX)
        assert (drawn.must_hold, drawn.must_lack, drawn.kind, drawn.part) == (None, None, "drawn coast", "train")


def test_countryside_and_every_kind_of_dry_land_lend_their_ground_in_turn_and_water_does_not():
    assert [s.site for s in draw_coasts(sets(), 8)] == ["field", "sand", "field", "wide"] * 2


def test_what_is_held_out_is_not_drawn_from():
    mixed = {name: [*group, *sets("test")[name]] for name, group in sets().items()}
    held_out = {**sets(), "countryside": [sample("Pasture", "test"), sample("SeaLake")]}

    assert {s.part for s in draw_coasts(mixed, 6)} == {"train"}
    with pytest.raises(ValueError, match="need countryside without mines; set 'drawn_coasts' to 0"):
        list(draw_coasts(held_out, 1))


def test_without_dry_land_all_coasts_are_countryside_and_none_are_drawn_where_none_are_asked_for():
    assert [s.site for s in draw_coasts({"countryside": sets()["countryside"]}, 2)] == ["field", "field"]
    assert list(draw_coasts({}, 0)) == []


def test_a_tenth_to_three_quarters_lie_under_water_with_the_colour_of_real_water_or_a_dark_one():
    ground = np.full((3, SIDE_PX, SIDE_PX), 180, np.float32)
    shares, seen = [], []
    for seed in range(12):
        drawn = sea(ground, [WATER], np.random.default_rng(seed))
        is_wet = drawn[0] < 130
        shares.append(is_wet.mean())
        seen.append(np.median(drawn[:, is_wet], axis=1))

    assert 0.05 < min(shares) < 0.4 < max(shares) < 0.8
    assert sum(np.allclose(colour, (20, 60, 90), atol=12) for colour in seen) >= 3


def test_relief_has_spread_1_and_larger_shapes_where_it_is_steeper():
    flat, steep = (relief(np.random.default_rng(5), steepness) for steepness in (0.0, 1.5))

    assert float(flat.std()) == pytest.approx(1, abs=1e-3) == float(steep.std())
    assert np.abs(np.diff(steep, axis=0)).mean() < 0.5 * np.abs(np.diff(flat, axis=0)).mean()


def test_a_coast_can_be_drawn_without_water_to_look_at():
    assert coast(GROUND, [], np.random.default_rng(1)).std() > 0
