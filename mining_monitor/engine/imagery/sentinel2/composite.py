"""How several scenes share a pixel: the first that sees it, or the median of all that do (issue 4, Composites)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.imagery.sentinel2.masks import CODES

METHODS = ("first", "least-cloudy", "median")

_NODATA = CODES["nodata"]


@dataclass(frozen=True)
class Layer:
    """A window of one scene.

    Attributes
    ----------
    values : ndarray of float32, shape (band, row, col)
        In numbers that all layers share; invalid pixels hold 0.
    valid : ndarray of bool, shape (band, row, col)
    reason : ndarray of uint8, shape (row, col)
        Why it is not observed, codes of ``masks.REASONS``; 0 = observed.
    """

    values: npt.NDArray[np.float32]
    valid: npt.NDArray[np.bool_]
    reason: npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Composed:
    """A window of the output: as ``Layer``, and how many of its pixels each layer gave (by position)."""

    values: npt.NDArray[np.float32]
    valid: npt.NDArray[np.bool_]
    reason: npt.NDArray[np.uint8]
    pixels: dict[int, int]


def compose(layers: Iterable[Layer], method: str, shape: tuple[int, int, int]) -> Composed:
    """Join layers; ``shape`` is (band, row, col). Layers are drawn one by one, and no more than are needed.

    ``first`` and ``least-cloudy`` take a pixel from the first layer that observes it, so gaps are filled by the next;
    where none does, masked values of the first that has data stay, with the reason. ``median`` takes the median of
    each band over the layers that observe the pixel; a layer counts for every pixel that it took part in.
    """
    return _median(layers, shape) if method == "median" else _first(layers, shape)


def _empty(shape: tuple[int, int, int]) -> Composed:
    reason = np.full(shape[1:], _NODATA, np.uint8)
    return Composed(np.zeros(shape, np.float32), np.zeros(shape, bool), reason, {})


def _first(layers: Iterable[Layer], shape: tuple[int, int, int]) -> Composed:
    found = _empty(shape)
    giver = np.full(shape[1:], -1, np.int32)
    for index, layer in enumerate(layers):
        is_better = (layer.reason == 0) & (found.reason != 0)
        is_better |= (layer.reason != _NODATA) & (found.reason == _NODATA)
        is_better |= layer.valid.any(axis=0) & ~found.valid.any(axis=0)
        np.copyto(found.values, layer.values, where=is_better)
        np.copyto(found.valid, layer.valid, where=is_better)
        np.copyto(found.reason, layer.reason, where=is_better)
        giver[is_better] = index
        if not found.reason.any():
            break
    counts = np.bincount(giver[found.valid.any(axis=0)]) if (giver >= 0).any() else np.zeros(0, np.int64)
    return Composed(found.values, found.valid, found.reason, {i: int(n) for i, n in enumerate(counts) if n})


def _median(layers: Iterable[Layer], shape: tuple[int, int, int]) -> Composed:
    held = list(layers)
    if not held:
        return _empty(shape)
    base = _first(held, shape)
    observed = np.stack([layer.reason == 0 for layer in held])
    count = observed.sum(axis=0)
    is_seen = count > 0
    low, high = np.maximum(count - 1, 0) // 2, count // 2
    high = np.minimum(high, np.maximum(count - 1, 0))
    for band in range(shape[0]):
        stack = np.stack([layer.values[band] for layer in held])
        stack[~observed] = np.inf
        stack.sort(axis=0)
        lower = np.take_along_axis(stack, low[None], axis=0)[0]
        upper = np.take_along_axis(stack, high[None], axis=0)[0]
        base.values[band][is_seen] = ((lower + upper) / 2)[is_seen]
    base.valid[:, is_seen] = True
    pixels = {index: int(np.count_nonzero(mask)) for index, mask in enumerate(observed) if mask.any()}
    only_masked = base.valid.any(axis=0) & ~is_seen
    if only_masked.any():
        for index, number in _first([_without(layer, only_masked) for layer in held], shape).pixels.items():
            pixels[index] = pixels.get(index, 0) + number
    return Composed(base.values, base.valid, base.reason, pixels)


def _without(layer: Layer, wanted: npt.NDArray[np.bool_]) -> Layer:
    """Return a layer cut to some of its pixels."""
    return Layer(layer.values, layer.valid & wanted, np.where(wanted, layer.reason, _NODATA).astype(np.uint8))
