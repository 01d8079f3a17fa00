"""Figures of a pooled confusion matrix equal what counting pixel by pixel gives, and 0/0 stays undefined."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mining_monitor.engine.assessment.classes import JudgedClass, against_the_rest, class_by_class
from mining_monitor.engine.assessment.metrics import averages, class_figures, confusion_matrix
from mining_monitor.engine.assessment.pooling import pool
from mining_monitor.engine.assessment.ranking import auc_interval, roc_auc


def counted(labels, found, index):
    """Precision, recall, F1, IoU and one-vs-rest accuracy of a class by their definitions, as Python floats."""
    pairs = list(zip(labels.tolist(), found.tolist()))
    tp = sum(a == index and b == index for a, b in pairs)
    fp = sum(a != index and b == index for a, b in pairs)
    fn = sum(a == index and b != index for a, b in pairs)
    tn = len(pairs) - tp - fp - fn

    def share(part, whole):
        return part / whole if whole else math.nan

    return [
        share(tp, tp + fp), share(tp, tp + fn), share(2 * tp, 2 * tp + fp + fn), share(tp, tp + fp + fn),
        share(tp + tn, len(pairs)),
    ]  # fmt: skip


@given(st.integers(1, 6), st.integers(0, 2**32 - 1), st.integers(1, 300))
def test_class_figures_equal_a_count_of_pixels(classes, seed, size):
    rng = np.random.default_rng(seed)
    labels, found = rng.integers(0, classes, size), rng.integers(0, classes, size)
    figures = class_figures(confusion_matrix(labels, found, classes))
    for index in range(classes):
        given_here = [figures[name][index] for name in ("precision", "recall", "f1", "iou", "accuracy")]
        np.testing.assert_allclose(given_here, counted(labels, found, index), rtol=0, atol=1e-12)


def test_a_confusion_matrix_has_labels_in_rows():
    matrix = confusion_matrix(np.array([0, 0, 1, -1, 1]), np.array([1, 0, 1, 1, 255]), 2)
    assert matrix.tolist() == [[1, 1], [0, 1]]


def test_the_averages_of_the_paper_have_their_right_names():
    matrix = np.array([[50, 10], [5, 35]])
    means = averages(matrix)
    assert means["micro_accuracy"] == pytest.approx(0.85, abs=1e-12)
    assert means["macro_one_vs_rest_accuracy"] == pytest.approx(0.85, abs=1e-12)
    assert means["macro_precision"] == pytest.approx((50 / 55 + 35 / 45) / 2, abs=1e-12)
    assert means["macro_recall"] == pytest.approx((50 / 60 + 35 / 40) / 2, abs=1e-12)
    assert means["macro_f1"] == pytest.approx((100 / 115 + 70 / 85) / 2, abs=1e-12)
    assert means["macro_iou"] == pytest.approx((50 / 65 + 35 / 50) / 2, abs=1e-12)


def test_nothing_over_nothing_is_undefined_listed_and_in_no_mean():
    matrix = np.array([[90, 0, 0], [10, 0, 0], [0, 0, 0]])
    result = pool([matrix], class_by_class([5, 9]), resamples=0)
    pit, dump = result.classes[1], result.classes[2]
    assert (pit.key, pit.precision.value, pit.recall.value, pit.f1.value) == ("op", None, 0.0, 0.0)
    assert (dump.precision.value, dump.recall.value, dump.iou.value, dump.accuracy.value) == (None, None, None, 1.0)
    assert result.undefined == ("op.precision", "wr.precision", "wr.recall", "wr.f1", "wr.iou")
    assert result.averages["macro_recall"].value == pytest.approx(0.5)


def test_an_empty_evaluation_has_no_figures():
    result = pool([np.zeros((2, 2), np.int64)], against_the_rest(["tsf"]))
    assert result.averages["micro_accuracy"].value is None
    assert result.mine_share is None


def test_intervals_come_from_whole_images_and_repeat_with_their_seed():
    good, bad = np.array([[100, 0], [0, 100]]), np.array([[100, 0], [100, 0]])
    classes = (JudgedClass("other", (0,)), JudgedClass("tsf", (8,)))
    first = pool([good, good, bad, bad], classes, resamples=500, seed=3)
    again = pool([good, good, bad, bad], classes, resamples=500, seed=3)
    recall = first.classes[1].recall
    # Four images of two kinds: recall of a resample is the share of good ones, 0, 1/4, 1/2, 3/4 or 1.
    assert (recall.value, recall.low, recall.high) == (0.5, 0.0, 1.0)
    assert first == again
    assert pool([good], classes).classes[1].recall.low is None


def test_equal_images_leave_no_doubt():
    matrix = np.array([[80, 20], [10, 90]])
    recall = pool([matrix] * 6, class_by_class([1]), resamples=200).classes[1].recall
    assert (recall.low, recall.value, recall.high) == (0.9, 0.9, 0.9)


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=60))
def test_auc_is_the_share_of_pairs_in_order_with_ties_by_half(chips):
    scores, positive = np.array([c[0] for c in chips], float), np.array([c[1] for c in chips])
    pairs = [(a > b) + 0.5 * (a == b) for a in scores[positive] for b in scores[~positive]]
    auc = roc_auc(scores, positive)
    if pairs:
        assert auc == pytest.approx(sum(pairs) / len(pairs), abs=1e-12)
    else:
        assert auc is None


def test_the_interval_of_a_certain_ranking_is_a_point():
    scores, positive = np.array([0.9, 0.8, 0.1, 0.2]), np.array([True, True, False, False])
    assert auc_interval(scores, positive, 100, seed=1) == (1.0, 1.0)
    assert auc_interval(scores, np.array([True, False, False, False]), 100, seed=1) is None
