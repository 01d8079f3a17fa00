"""Figures of one pooled confusion matrix; 0/0 is undefined, never 0 (DOMAIN 1.9).

All functions take matrices of shape (..., class, class), rows labels and columns the map, and work on whole stacks of
them, so that the figures of a thousand resamples cost as much as one.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]

#: Figures of a class, in the order in which they are shown.
CLASS_FIGURES = ("precision", "recall", "f1", "iou", "accuracy")

#: Averages under their right names, and the class figure that each macro average is the mean of.
MACRO_FIGURES = {
    "macro_one_vs_rest_accuracy": "accuracy",
    "macro_precision": "precision",
    "macro_recall": "recall",
    "macro_f1": "f1",
    "macro_iou": "iou",
}
MICRO_ACCURACY = "micro_accuracy"


def confusion_matrix(labels: npt.NDArray[np.integer], found: npt.NDArray[np.integer], classes: int) -> Matrix:
    """Return counts of shape (class, class), rows labels.

    Parameters
    ----------
    labels, found : ndarray of int, same shape
        Class indices; pixels where either is negative or not below ``classes`` are left out.
    """
    first, second = labels.ravel().astype(np.int64), found.ravel().astype(np.int64)
    judged = (first >= 0) & (first < classes) & (second >= 0) & (second < classes)
    counts = np.bincount(first[judged] * classes + second[judged], minlength=classes * classes)
    return counts.reshape(classes, classes).astype(np.int64)


def class_figures(matrix: Matrix) -> dict[str, Values]:
    """Return the figures of each class, shape (..., class); NaN = undefined.

    ``precision`` TP / (TP + FP), ``recall`` TP / (TP + FN), ``f1`` 2 TP / (2 TP + FP + FN), ``iou`` TP / (TP + FP +
    FN), ``accuracy`` (TP + TN) / N, one against the rest. F1 in counts equals 2PR / (P + R) where that is defined and
    is 0 where a class is there, or marked, and never met.
    """
    hits = np.diagonal(matrix, axis1=-2, axis2=-1).astype(np.float64)
    support, found = matrix.sum(axis=-1).astype(np.float64), matrix.sum(axis=-2).astype(np.float64)
    total = matrix.sum(axis=(-2, -1)).astype(np.float64)[..., None]
    return {
        "precision": ratio(hits, found),
        "recall": ratio(hits, support),
        "f1": ratio(2 * hits, support + found),
        "iou": ratio(hits, support + found - hits),
        "accuracy": ratio(total - support - found + 2 * hits, np.broadcast_to(total, hits.shape)),
    }


def averages(matrix: Matrix) -> dict[str, Values]:
    """Return the paper's averages and the mean IoU, shape (...); macro: means over the classes that define a figure."""
    by_class = class_figures(matrix)
    result = {name: _defined_mean(by_class[figure]) for name, figure in MACRO_FIGURES.items()}
    hits = np.trace(matrix, axis1=-2, axis2=-1).astype(np.float64)
    result[MICRO_ACCURACY] = ratio(hits, matrix.sum(axis=(-2, -1)).astype(np.float64))
    return result


def ratio(part: Values, whole: Values) -> Values:
    """Return part / whole; NaN where whole is 0."""
    result = np.full(np.broadcast_shapes(part.shape, whole.shape), np.nan)
    np.divide(part, whole, out=result, where=whole > 0)
    return result


def _defined_mean(values: Values) -> Values:
    known = np.isfinite(values)
    return ratio(np.where(known, values, 0.0).sum(axis=-1), known.sum(axis=-1).astype(np.float64))
