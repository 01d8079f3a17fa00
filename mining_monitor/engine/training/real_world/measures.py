"""Figures on held-out samples: chip ranking, overlap of storages and mines, share of false alarms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
from scipy.stats import rankdata

from mining_monitor.engine.training.real_world.samples import CODES, Picture, Sample

#: Takes images (n, 3, row, col) float32 0..255; returns probabilities (n, class, row, col).
Predict = Callable[[npt.NDArray[np.float32]], npt.NDArray[np.float32]]

#: Share of a chip's pixels whose mean is the chip's score.
CHIP_SHARE = 0.04
_ARTISANAL, _STORAGE = CODES.index(1), CODES.index(8)


def ranking(positives: npt.ArrayLike, negatives: npt.ArrayLike) -> float:
    """Return the area under the ROC curve; ties count half. NaN when either side is empty."""
    first, second = np.asarray(positives, np.float64), np.asarray(negatives, np.float64)
    n, m = first.size, second.size
    if not n or not m:
        return float("nan")
    ranks = rankdata(np.concatenate([first, second]))
    return float((ranks[:n].sum() - n * (n + 1) / 2) / (n * m))


def strongest(scores: npt.NDArray[np.float32], share: float = CHIP_SHARE) -> float:
    """Return the mean of the strongest share of pixels."""
    flat = np.sort(scores.ravel())[::-1]
    return float(flat[: max(1, int(share * flat.size))].mean())


def chip_scores(predict: Predict, pictures: Sequence[Picture], output: int, batch: int = 64) -> npt.NDArray[np.float64]:
    """Return the score of each of equally large pictures for one output."""
    scores = []
    for start in range(0, len(pictures), batch):
        images = np.stack(pictures[start : start + batch]).astype(np.float32)
        scores += [strongest(p[output]) for p in predict(images)]
    return np.array(scores)


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


def ranking_interval(
    positives: npt.NDArray[np.float64], negatives: npt.NDArray[np.float64], seed: int = 1, draws: int = 300
) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of the ranking, over chips."""
    rng = np.random.default_rng(seed)
    values = [
        ranking(rng.choice(positives, len(positives)), rng.choice(negatives, len(negatives))) for _ in range(draws)
    ]
    low, high = np.percentile(values, [2.5, 97.5])
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
