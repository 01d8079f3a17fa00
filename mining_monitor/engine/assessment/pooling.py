"""Confusion matrices of single images to pooled figures with bootstrap intervals over images."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.models import ClassAssessment, Figure, PixelAssessment
from mining_monitor.engine.assessment.classes import JudgedClass
from mining_monitor.engine.assessment.metrics import CLASS_FIGURES, Matrix, averages, class_figures

#: Share of the resamples that must define a figure for its interval to say anything.
_LEAST_DEFINED = 0.5


def pool(
    matrices: Sequence[Matrix], classes: Sequence[JudgedClass], *, resamples: int = 1000, seed: int = 1
) -> PixelAssessment:
    """Return the figures of the sum of the matrices, one an image.

    Parameters
    ----------
    matrices : sequence of ndarray of int, shape (class, class)
        One an image, rows labels.
    classes : sequence of JudgedClass
        In the order of the rows.
    resamples, seed : int
        Images are drawn again with replacement; 95 % of what they give lies in each interval.
    """
    count = len(classes)
    stack = np.stack(list(matrices)) if len(matrices) else np.zeros((0, count, count), np.int64)
    pooled = stack.sum(axis=0)
    resampled = _resample(stack, resamples, seed)
    by_class, drawn_by_class = class_figures(pooled), class_figures(resampled)
    assessed = []
    undefined = []
    for index, one in enumerate(classes):
        figures = {name: _figure(by_class[name][index], drawn_by_class[name][:, index]) for name in CLASS_FIGURES}
        undefined += [f"{one.key}.{name}" for name in CLASS_FIGURES if figures[name].value is None]
        support, found = int(pooled[index].sum()), int(pooled[:, index].sum())
        assessed.append(ClassAssessment(one.key, one.codes, support, found, **figures))
    means, drawn_means = averages(pooled), averages(resampled)
    named = {name: _figure(float(value), drawn_means[name]) for name, value in means.items()}
    undefined += [name for name, figure in named.items() if figure.value is None]
    total = int(pooled.sum())
    marked = int(pooled[:, [i for i, one in enumerate(classes) if one.is_mine]].sum())
    return PixelAssessment(
        images=len(stack),
        pixels=total,
        classes=tuple(assessed),
        confusion=tuple(tuple(int(value) for value in row) for row in pooled),
        averages=named,
        undefined=tuple(undefined),
        mine_share=marked / total if total else None,
    )


def _resample(stack: Matrix, resamples: int, seed: int) -> Matrix:
    """Return sums over images drawn with replacement, shape (resample, class, class); none with a single image."""
    images, count = len(stack), stack.shape[-1]
    if images < 2 or resamples < 1:
        return np.zeros((0, count, count), np.int64)
    draws = np.random.default_rng(seed).multinomial(images, np.full(images, 1.0 / images), resamples)
    return np.asarray(draws.astype(np.int64) @ stack.reshape(images, -1), np.int64).reshape(-1, count, count)


def _figure(value: float, drawn: npt.NDArray[np.float64]) -> Figure:
    if not np.isfinite(value):
        return Figure()
    known = drawn[np.isfinite(drawn)]
    if not len(known) or len(known) < _LEAST_DEFINED * len(drawn):
        return Figure(float(value))
    low, high = np.percentile(known, [2.5, 97.5])
    return Figure(float(value), float(low), float(high))
