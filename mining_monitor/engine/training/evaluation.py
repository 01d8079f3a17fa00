"""How well a class map agrees with truth, from one pooled confusion matrix (DOMAIN 1.9)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.training.chips import class_targets
from mining_monitor.schema.classes import BY_CODE

#: Takes images, float32 (n, 3, row, col), 0..255; returns scores (n, class, row, col).
Predictor = Callable[[npt.NDArray[np.float32]], npt.NDArray[np.floating]]


@dataclass(frozen=True)
class ClassFigures:
    """Agreement of one class; None where 0 would be divided by 0.

    Attributes
    ----------
    precision, recall, f1, iou : float or None
        Pixel-wise.
    support_px : int
        Pixels of the class in the truth.
    """

    precision: float | None
    recall: float | None
    f1: float | None
    iou: float | None
    support_px: int


@dataclass(frozen=True)
class Figures:
    """Agreement over all classes.

    Attributes
    ----------
    pixel_accuracy : float
        Share of observed pixels with the right class.
    by_class : dict of str to ClassFigures
        By LAMES key.
    macro_f1, macro_iou : float
        Unweighted means over the classes where they are defined.
    mine_precision, mine_recall : float or None
        Any mining class against none.
    """

    pixel_accuracy: float
    by_class: dict[str, ClassFigures]
    macro_f1: float
    macro_iou: float
    mine_precision: float | None
    mine_recall: float | None


def confusion_matrix(truth: npt.NDArray[np.int64], found: npt.NDArray[np.int64], classes: int) -> npt.NDArray[np.int64]:
    """Return counts, rows truth, columns found; indices beyond the classes (ignored pixels) are left out."""
    seen = truth < classes
    counts = np.bincount(truth[seen] * classes + found[seen], minlength=classes * classes)
    return counts.reshape(classes, classes)


def evaluate(
    predict: Predictor,
    scenes: Iterable[tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]],
    class_codes: tuple[int, ...],
) -> Figures:
    """Run a model over scenes, each in one piece, and return the pooled figures.

    Parameters
    ----------
    predict : callable
        See `Predictor`.
    scenes : iterable of (image, truth)
        uint8, shapes (3, row, col) and (row, col).
    class_codes : tuple of int
        LAMES code of each class of the scores.
    """
    pooled = np.zeros((len(class_codes), len(class_codes)), np.int64)
    for image, truth in scenes:
        scores = predict(image[None].astype(np.float32))[0]
        found = scores.argmax(axis=0).astype(np.int64)
        pooled += confusion_matrix(class_targets(truth, class_codes), found, len(class_codes))
    return figures(pooled, class_codes)


def false_share(predict: Predictor, pictures: Iterable[npt.NDArray[np.uint8]]) -> float:
    """Return the share of pixels of pictures without mines in which the model sees one; its first class is `other`."""
    wrong = total = 0
    for picture in pictures:
        found = predict(picture[None].astype(np.float32))[0].argmax(axis=0)
        wrong, total = wrong + int((found != 0).sum()), total + found.size
    return wrong / max(total, 1)


def figures(matrix: npt.NDArray[np.int64], class_codes: tuple[int, ...]) -> Figures:
    """Return the figures of a confusion matrix, rows truth."""
    by_class = {}
    for index, code in enumerate(class_codes):
        hits = int(matrix[index, index])
        found, support = int(matrix[:, index].sum()), int(matrix[index].sum())
        by_class[BY_CODE[code].key] = ClassFigures(
            precision=_share(hits, found),
            recall=_share(hits, support),
            f1=_share(2 * hits, found + support),
            iou=_share(hits, found + support - hits),
            support_px=support,
        )
    mines = [index for index, code in enumerate(class_codes) if code != 0]
    inside = int(matrix[np.ix_(mines, mines)].sum())
    return Figures(
        pixel_accuracy=_share(int(np.trace(matrix)), int(matrix.sum())) or 0.0,
        by_class=by_class,
        macro_f1=_mean(c.f1 for c in by_class.values()),
        macro_iou=_mean(c.iou for c in by_class.values()),
        mine_precision=_share(inside, int(matrix[:, mines].sum())),
        mine_recall=_share(inside, int(matrix[mines].sum())),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _mean(values: Iterable[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0
