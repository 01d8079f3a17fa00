"""Figures on held-out samples: chip ranking, overlap of storages and mines, share of false alarms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.assessment.chipscores import top_mean
from mining_monitor.engine.assessment.ranking import auc_interval, roc_auc
from mining_monitor.engine.training.real_world.samples import CODES, Picture, Sample

#: Takes images (n, 3, row, col) float32 0..255; returns probabilities (n, class, row, col).
Predict = Callable[[npt.NDArray[np.float32]], npt.NDArray[np.float32]]

_ARTISANAL, _STORAGE = CODES.index(1), CODES.index(8)


def ranking(positives: npt.ArrayLike, negatives: npt.ArrayLike) -> float:
    """Return the area under the ROC curve; ties count half. NaN when either side is empty."""
    scores, truth = _side_by_side(positives, negatives)
    value = roc_auc(scores, truth)
    return float("nan") if value is None else value


def ranking_interval(positives: npt.ArrayLike, negatives: npt.ArrayLike) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of the ranking, over chips; NaN when a side has fewer than two."""
    return auc_interval(*_side_by_side(positives, negatives), resamples=300, seed=1) or (float("nan"), float("nan"))


def _side_by_side(
    positives: npt.ArrayLike, negatives: npt.ArrayLike
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    first, second = np.asarray(positives, np.float64), np.asarray(negatives, np.float64)
    return np.concatenate([first, second]), np.arange(first.size + second.size) < first.size


def chip_scores(predict: Predict, pictures: Sequence[Picture], output: int, batch: int = 64) -> npt.NDArray[np.float64]:
    """Return the score of each of equally large pictures for one output."""
    scores = []
    for start in range(0, len(pictures), batch):
        images = np.stack(pictures[start : start + batch]).astype(np.float32)
        scores.append(top_mean(predict(images)[:, output]))
    return np.concatenate([np.zeros(0), *scores])


def artisanal_scores(predict: Predict, samples: Iterable[Sample]) -> dict[str, npt.NDArray[np.float64]]:
    """Return the scores of chips by kind."""
    kinds: dict[str, list[Picture]] = {}
    for sample in samples:
        kinds.setdefault(sample.kind, []).append(sample.picture)
    return {kind: chip_scores(predict, pictures, _ARTISANAL) for kind, pictures in kinds.items()}


def storage_counts(predict: Predict, samples: Iterable[Sample]) -> npt.NDArray[np.int64]:
    """Return, a row each picture, how many storage pixels were found, wrongly found and missed."""
    rows = []
    for sample in samples:
        found = predict(sample.picture[None].astype(np.float32))[0].argmax(axis=0) == _STORAGE
        truth = sample.allowed == 1 << _STORAGE
        decided = truth | ((sample.allowed >> _STORAGE) & 1 == 0)
        rows.append([(found & truth).sum(), (found & ~truth & decided).sum(), (~found & truth).sum()])
    return np.array(rows, np.int64).reshape(-1, 3)


def overlap(counts: npt.NDArray[np.int64]) -> float:
    """Return found / (found + wrongly found + missed), pooled; NaN when there is nothing."""
    total = counts.sum(axis=0)
    return float(total[0] / total.sum()) if total.sum() else float("nan")


def interval(counts: npt.NDArray[np.int64], seed: int = 1, draws: int = 1000) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of the pooled overlap, over pictures."""
    rng = np.random.default_rng(seed)
    values = [overlap(counts[rng.integers(len(counts), size=len(counts))]) for _ in range(draws)]
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)


def mine_counts(predict: Predict, picture: Picture, mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Return how many mine pixels (any class but other) were found, wrongly found and missed."""
    found = predict(picture[None].astype(np.float32))[0].argmax(axis=0) > 0
    return np.array([[(found & mask).sum(), (found & ~mask).sum(), (~found & mask).sum()]], np.int64)


def false_alarm_share(predict: Predict, pictures: Iterable[Picture]) -> float:
    """Return the share of pixels called mine in pictures without one."""
    alarms = pixels = 0
    for picture in pictures:
        found = predict(picture[None].astype(np.float32))[0].argmax(axis=0) > 0
        alarms, pixels = alarms + int(found.sum()), pixels + found.size
    return alarms / pixels if pixels else float("nan")
