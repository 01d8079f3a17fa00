"""What a model gives to class probabilities: softmax, sigmoid, one-hot, and back to the size of the tile."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.errors import ModelError

Scores32 = npt.NDArray[np.float32]


def has_only_numbers(values: npt.NDArray[Any]) -> bool:
    """Return whether no value is NaN or infinite; one pass without a copy unless the sum overflows."""
    if values.dtype.kind in "iub":
        return True
    with np.errstate(invalid="ignore"):
        total = values.sum(dtype=np.float64)
    return bool(np.isfinite(total) or np.isfinite(values).all())


def softmax(logits: npt.NDArray[Any]) -> Scores32:
    """Return softmax over axis 1 of logits (n, class, row, col); tile by tile, so that a tile stays in the cache."""
    result = np.empty(logits.shape, np.float32)
    for raw, out in zip(logits, result):
        np.subtract(raw, raw.max(axis=0), out=out, dtype=np.float32, casting="unsafe")
        np.exp(out, out=out)
        out /= out.sum(axis=0)
    return result


def sigmoid(logits: npt.NDArray[Any]) -> Scores32:
    """Return 1 / (1 + exp(-logits)) without overflow."""
    result: Scores32 = np.tanh(0.5 * logits.astype(np.float32))
    result += 1.0
    result *= 0.5
    return result


def with_complement(positive: npt.NDArray[Any]) -> Scores32:
    """Turn the probability of one class, (n, 1, row, col), into two: its complement and itself."""
    second = positive.astype(np.float32, copy=False)
    return np.concatenate([np.float32(1.0) - second, second], axis=1)


def one_hot(labels: npt.NDArray[Any], values: tuple[int, ...], model: str) -> Scores32:
    """Turn labels (n, 1, row, col) into scores 0 and 1, one class for each of ``values``.

    Raises
    ------
    ModelError
        A label is none of ``values``.
    """
    rounded = np.rint(labels).astype(np.int64) if labels.dtype.kind == "f" else labels.astype(np.int64)
    hot = rounded == np.asarray(values, np.int64).reshape(1, -1, 1, 1)
    known = hot.any(axis=1, keepdims=True)
    if not known.all():
        stranger = int(rounded[~known][0])
        raise ModelError(
            f"The model {model} gave the label {stranger}, which its card does not name: add the class to the card.",
            model=model,
            label=stranger,
        )
    result: Scores32 = hot.astype(np.float32)
    return result


def enlarge(scores: npt.NDArray[Any], factor: int, *, smooth: bool) -> npt.NDArray[Any]:
    """Enlarge (n, class, row, col) by a whole factor: bilinear between pixel centres when ``smooth``, else repeated."""
    if factor == 1:
        return scores
    if not smooth:
        return scores.repeat(factor, axis=2).repeat(factor, axis=3)
    rows, cols = (_interpolation(size, factor) for size in scores.shape[2:])
    result: Scores32 = np.matmul(np.matmul(rows, scores.astype(np.float32)), cols.T)
    return result


def _interpolation(size: int, factor: int) -> Scores32:
    """Return the matrix (size * factor, size) of linear interpolation; pixel corners stay where they are."""
    position = np.clip((np.arange(size * factor) + 0.5) / factor - 0.5, 0, size - 1)
    lower = np.minimum(position.astype(np.int64), max(size - 2, 0))
    share = (position - lower).astype(np.float32)
    matrix = np.zeros((size * factor, size), np.float32)
    index = np.arange(size * factor)
    matrix[index, lower] = 1.0 - share
    matrix[index, np.minimum(lower + 1, size - 1)] += share
    return matrix
