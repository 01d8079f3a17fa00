"""Scores of whole images: area under the ROC curve, ties counted by half."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt


def roc_auc(scores: npt.NDArray[np.floating], positive: npt.NDArray[np.bool_]) -> float | None:
    """Return the probability that a positive scores higher than a negative; a tie counts half. None without both.

    References
    ----------
    Mann and Whitney 1947; Fawcett 2006, "An introduction to ROC analysis", section 7.
    """
    count = int(positive.sum())
    others = positive.size - count
    if not count or not others:
        return None
    ranks = _mean_ranks(np.asarray(scores, np.float64))
    return float((ranks[positive].sum() - count * (count + 1) / 2) / (count * others))


def _mean_ranks(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return ranks from 1; equal values share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse.ravel()], np.float64)


def auc_interval(
    scores: npt.NDArray[np.floating],
    positive: npt.NDArray[np.bool_],
    resamples: int,
    seed: int,
    check: Callable[[], None] = lambda: None,
) -> tuple[float, float] | None:
    """Return the 95 % bootstrap interval: positives and negatives are drawn again, each among themselves.

    ``check`` is called before each resample and may raise to stop.
    """
    first, second = np.asarray(scores)[positive], np.asarray(scores)[~positive]
    if min(len(first), len(second)) < 2 or resamples < 1:
        return None
    rng = np.random.default_rng(seed)
    truth = np.arange(len(scores)) < len(first)
    values = []
    for _ in range(resamples):
        check()
        drawn = np.concatenate([rng.choice(first, len(first)), rng.choice(second, len(second))])
        values.append(roc_auc(drawn, truth) or 0.0)
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
