"""Scores to probabilities: exact where it must be, safe where numbers are large."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from mining_monitor.engine.models.judge import judge_scores
from mining_monitor.engine.models.probe import whole_factor
from mining_monitor.engine.models.scores import has_only_numbers, one_hot, sigmoid, softmax, with_complement


@settings(max_examples=50, deadline=None)
@given(
    hnp.arrays(
        st.sampled_from([np.float16, np.float32, np.float64]),
        (2, 3, 2, 2),
        elements=st.floats(-1e4, 1e4, width=16),
    )
)
def test_softmax_adds_up_to_one_and_keeps_the_order_of_the_classes(logits):
    scores = softmax(logits)
    assert scores.dtype == np.float32
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-5)
    best = np.take_along_axis(scores, logits.argmax(axis=1)[:, np.newaxis], axis=1)
    np.testing.assert_array_equal(best[:, 0], scores.max(axis=1))


def test_softmax_of_float16_is_as_exact_as_float32():
    logits = np.array([[7.5, 8.0, -3.0]], np.float16).reshape(1, 3, 1, 1)
    np.testing.assert_array_equal(softmax(logits), softmax(logits.astype(np.float32)))


def test_sigmoid_of_huge_numbers_is_zero_or_one():
    logits = np.array([-1e30, -2.0, 0.0, 2.0, 1e30], np.float32)
    np.testing.assert_allclose(sigmoid(logits), [0, 0.1192029, 0.5, 0.8807971, 1], atol=1e-6)


def test_the_complement_comes_first():
    np.testing.assert_allclose(with_complement(np.full((1, 1, 1, 1), 0.75))[0, :, 0, 0], [0.25, 0.75])


def test_labels_as_float_are_rounded():
    np.testing.assert_array_equal(one_hot(np.full((1, 1, 1, 1), 1.0001), (0, 1), "m")[0, :, 0, 0], [0, 1])


@pytest.mark.parametrize(
    ("values", "are_numbers"),
    [([1.0, 2.0], True), ([1.0, np.nan], False), ([np.inf, -np.inf], False), ([3e38, 3e38], True)],
)
def test_only_numbers_are_numbers(values, are_numbers):
    assert has_only_numbers(np.array(values, np.float32)) is are_numbers


class Card:
    name = "m"
    scores = "probabilities"


@pytest.mark.parametrize(("size", "factor"), [((64, 64), 1), ((16, 16), 4), ((1, 1), 64)])
def test_whole_factors_are_found(size, factor):
    assert whole_factor(Card, (64, 64), size) == factor


def test_independent_sigmoids_are_noted_not_refused():
    raw = np.random.default_rng(0).uniform(0, 1, (2, 3, 8, 8))
    problems, notes = judge_scores(Card, raw, "Sigmoid")
    assert problems == []
    assert "confidence is no probability" in notes[0]
