"""Figures, against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.engine.training.real_world.measures import (
    false_alarm_share,
    interval,
    mine_counts,
    overlap,
    ranking,
    storage_counts,
)
from mining_monitor.engine.training.real_world.samples import ANYTHING, Sample, allow


@pytest.mark.parametrize(
    ("positives", "negatives", "expected"),
    [([3, 4], [1, 2], 1.0), ([1], [2], 0.0), ([1, 3], [2], 0.5), ([2], [2, 2], 0.5), ([2, 1], [1], 0.75)],
)
def test_ranking_is_the_share_of_pairs_in_order_ties_counting_half(positives, negatives, expected):
    assert ranking(positives, negatives) == pytest.approx(expected)


def test_ranking_of_nothing_is_undefined():
    assert np.isnan(ranking([], [1.0]))


def bright_is(output):
    """Return a predictor that calls bright pixels one class and all others 0."""

    def predict(images):
        bright = images[:, 0] > 100
        p = np.zeros((len(images), 4, *bright.shape[1:]), np.float32)
        p[:, 0], p[:, output] = ~bright, bright
        return p

    return predict


def test_storages_are_counted_where_the_mask_decides():
    picture = np.zeros((3, 4, 4), np.uint8)
    picture[:, :2] = 200
    allowed = np.full((4, 4), allow(0, 2), np.uint8)
    allowed[0] = allowed[3] = allow(8)
    allowed[1, :1] = ANYTHING
    sample = Sample(picture, allowed, None, None, "s", "storage", "test")

    counts = storage_counts(bright_is(3), [sample])

    assert counts.tolist() == [[4, 3, 4]]
    assert overlap(counts) == pytest.approx(4 / 11)
    assert interval(counts) == (pytest.approx(4 / 11), pytest.approx(4 / 11))


def test_any_class_but_other_is_a_mine():
    picture = np.zeros((3, 2, 2), np.uint8)
    picture[:, 0] = 200
    mask = np.array([[True, False], [True, False]])

    assert mine_counts(bright_is(2), picture, mask).tolist() == [[1, 1, 1]]
    assert false_alarm_share(bright_is(1), [picture]) == 0.5
    assert np.isnan(false_alarm_share(bright_is(1), []))
