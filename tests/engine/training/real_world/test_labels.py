"""What a label of each kind lets a pixel be, and what that costs a prediction."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.engine.training.real_world.partial_labels import (
    mine_ground_mask,
    partial_nll,
    sector_codes,
    storage_mask,
)
from mining_monitor.engine.training.real_world.samples import ANYTHING, UNSEEN, allow


def test_allowed_classes_are_bits_in_the_order_of_the_outputs():
    assert [int(allow(code)) for code in (0, 1, 2, 8)] == [1, 2, 4, 8]
    assert int(allow(0, 8, 8)) == 9
    with pytest.raises(ValueError):
        allow(3)


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [
        (allow(8), -np.log(0.1)),
        (allow(0, 1, 2), -np.log(0.9)),
        (allow(1, 2), -np.log(0.5)),
        (ANYTHING, 0.0),
        (UNSEEN, 0.0),
    ],
    ids=["8", "not 8", "1 or 2", "anything", "unseen"],
)
def test_the_loss_of_a_partial_label_is_that_of_the_allowed_classes_together(allowed, expected):
    probabilities = np.array([0.4, 0.2, 0.3, 0.1]).reshape(4, 1, 1)

    loss = partial_nll(probabilities, np.full((1, 1), allowed, np.uint8))

    assert loss[0, 0] == pytest.approx(expected, abs=1e-12)


@pytest.fixture
def country():
    """Green country, a grey storage in it, bare ground beside the storage and bare ground far away."""
    picture = np.empty((3, 240, 240), np.uint8)
    rng = np.random.default_rng(0)
    picture[:] = np.array([40, 60, 40], np.uint8)[:, None, None] + rng.integers(0, 6, (240, 240), np.uint8)
    picture[:, 100:140, 100:140] = 120
    picture[:, 100:140, 144:170] = np.array([170, 150, 130], np.uint8)[:, None, None]
    picture[:, 5:25, 5:25] = np.array([170, 150, 130], np.uint8)[:, None, None]
    mask = np.zeros((240, 240), np.uint8)
    mask[100:140, 100:140] = 1
    mask[200:220, 200:220] = 255
    return picture, mask


def test_a_storage_mask_never_calls_the_pit_beside_it_nothing(country):
    allowed = storage_mask(*country)

    assert set(np.unique(allowed[100:140, 100:140])) == {8}
    assert set(np.unique(allowed[105:135, 148:168])) == {int(allow(2))}


def test_a_storage_mask_leaves_open_what_bare_ground_far_away_is(country):
    allowed = storage_mask(*country)

    assert set(np.unique(allowed[8:22, 8:22])) == {int(allow(0, 2))}
    assert set(np.unique(allowed[200:220, 200:220])) == {int(ANYTHING)}
    assert not (allowed[150:190, 20:90] & allow(8)).any()


def test_a_picture_without_a_storage_and_without_contrast_says_nothing_of_mines():
    allowed = storage_mask(np.full((3, 20, 20), 90, np.uint8), np.zeros((20, 20), np.uint8))

    assert not (allowed & allow(8)).any()
    assert (allowed & allow(0)).all()


def test_sand_mining_is_a_mine_of_unknown_kind():
    allowed = mine_ground_mask(np.array([[True, False]]))

    assert allowed.tolist() == [[int(allow(1, 2)), int(allow(0))]]


def test_sectors_of_a_large_mine_are_large_scale_ground_and_unknown_codes_are_refused():
    codes = np.array([[0, 1, 5, 9, 8, 255]], np.uint8)

    assert sector_codes(codes).tolist() == [[1, 2, 4, 4, 8, int(ANYTHING)]]
    with pytest.raises(ValueError, match=r"\[17\]"):
        sector_codes(np.array([[17]], np.uint8))
