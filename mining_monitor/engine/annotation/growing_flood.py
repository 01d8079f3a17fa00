"""From a seed outwards: what reaching a cell costs, and the nested regions that more and more cost opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from mining_monitor.schema.classes import NOT_OBSERVED

Mask = npt.NDArray[np.bool_]

#: What a step costs beside what it crosses (values are scaled to 0..1): keeps a region together on even ground.
_STEP_COST = 0.01

#: Crossing a border between two classes of a class map costs this times the model's confidence.
_CLASS_COST = 0.25

#: Confidence where no raster says.
_USUAL_CONFIDENCE = 0.6

#: Standard deviation in cells of the smoothing before differences are taken: single noisy cells are no edge.
_SMOOTHING = 0.7

#: A band reaches over at least this many standard deviations of its grain: grain alone is no contrast.
_GRAIN = 8.0

#: A step of the wheel lets at least this much more ground in.
_GROWTH = 1.15

#: The smallest region of the wheel, and the largest hole that is filled, in cells.
_FIRST_CELLS, _HOLE_CELLS = 9, 40

#: Size of a region, in cells, that is meant most often, and the spread (a factor of e^2.5): on scenes of the sample
#: world this prior made the first guess better than the clearness of the border alone.
_USUAL_CELLS, _SPREAD = 800, 2.5

#: Beyond this share of the window a region is no sector any more but the window itself.
_LARGEST_SHARE = 0.5

_ROWS_AND_COLUMNS = ndimage.generate_binary_structure(2, 1)


@dataclass(frozen=True)
class Cells:
    """What is known of the ground round a seed, all arrays of shape (row, col).

    Attributes
    ----------
    values : ndarray of float32, shape (band, row, col)
        Invalid cells hold 0.
    valid : ndarray of bool
        True = observed; no region holds another cell.
    classes : ndarray of uint8 or None
        LAMES codes of the last run, 255 where it says nothing.
    confidence : ndarray of float32 or None
        0..1, NaN where nobody says.
    aspect : (float, float)
        Width and height of a cell, as shares of their mean.
    """

    values: npt.NDArray[np.float32]
    valid: Mask
    classes: npt.NDArray[np.uint8] | None = None
    confidence: npt.NDArray[np.float32] | None = None
    aspect: tuple[float, float] = (1.0, 1.0)


def costs(cells: Cells, picture: npt.NDArray[np.float32], seeds: Sequence[tuple[int, int]]) -> npt.NDArray[np.float64]:
    """Return what the cheapest way from a seed (row, col) to each cell costs, inf where none leads.

    A way costs the sum of the differences that it crosses, in the image and between classes, and a little a step.
    Invalid cells cannot be crossed.
    """
    height, width = cells.valid.shape
    number = np.arange(height * width).reshape(height, width)
    starts, ends, prices = [], [], []
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        here = (slice(0, height - down), slice(max(0, -right), width - max(0, right)))
        there = (slice(down, height), slice(max(0, right), width - max(0, -right)))
        price = _difference(picture, here, there) + _class_step(cells, here, there) + _STEP_COST
        is_open = cells.valid[here] & cells.valid[there]
        starts.append(number[here][is_open])
        ends.append(number[there][is_open])
        prices.append((price * np.hypot(right * cells.aspect[0], down * cells.aspect[1]))[is_open])
    graph = coo_array(
        (np.concatenate(prices), (np.concatenate(starts), np.concatenate(ends))), shape=(number.size, number.size)
    ).tocsr()
    sources = [row * width + col for row, col in seeds]
    reached = dijkstra(graph, directed=False, indices=sources, min_only=True)
    return np.asarray(reached, np.float64).reshape(height, width)


def picture_of(cells: Cells) -> npt.NDArray[np.float32]:
    """Return the bands scaled to 0..1 (2 to 98 % of the valid cells) and smoothed without invalid cells."""
    values, valid = cells.values, cells.valid
    weight = ndimage.gaussian_filter(valid.astype(np.float32), _SMOOTHING)
    planes = []
    for plane in values:
        low, high = np.percentile(plane[valid], (2, 98)) if valid.any() else (0.0, 0.0)
        reach = max(high - low, _GRAIN * _grain(plane, valid))
        scaled = np.where(valid, (plane - low) / reach, 0) if reach > 0 else np.zeros_like(plane)
        smooth = ndimage.gaussian_filter(scaled.astype(np.float32), _SMOOTHING)
        planes.append(np.divide(smooth, weight, out=np.zeros_like(smooth), where=weight > 1e-6))
    return np.stack(planes)


def _grain(plane: npt.NDArray[np.float32], valid: Mask) -> float:
    """Return the standard deviation of a band's grain: from the median difference of neighbours (MAD / 0.6745)."""
    both = valid[:, 1:] & valid[:, :-1]
    steps = np.abs(plane[:, 1:] - plane[:, :-1])[both]
    return float(np.median(steps)) / 0.6745 / np.sqrt(2) if steps.size else 0.0


def _difference(
    picture: npt.NDArray[np.float32], here: tuple[slice, slice], there: tuple[slice, slice]
) -> npt.NDArray[np.float32]:
    squares = (picture[(slice(None), *here)] - picture[(slice(None), *there)]) ** 2
    return np.asarray(np.sqrt(squares.sum(axis=0)), np.float32)


def _class_step(cells: Cells, here: tuple[slice, slice], there: tuple[slice, slice]) -> npt.NDArray[np.float32]:
    """Return what crossing from one class to another costs; nothing where the map is silent on either side."""
    if cells.classes is None:
        return np.zeros(cells.valid[here].shape, np.float32)
    one, other = cells.classes[here], cells.classes[there]
    is_border = (one != other) & (one != NOT_OBSERVED) & (other != NOT_OBSERVED)
    sure = np.full(one.shape, _USUAL_CONFIDENCE, np.float32)
    if cells.confidence is not None:
        lower = np.minimum(cells.confidence[here], cells.confidence[there])
        sure = np.where(np.isfinite(lower), np.clip(lower, 0, 1), sure).astype(np.float32)
    return np.asarray(np.where(is_border, _CLASS_COST * sure, 0), np.float32)


@dataclass(frozen=True)
class Region:
    """A region in the smallest box that holds it, one cell of margin where the window goes on.

    Attributes
    ----------
    mask : ndarray of bool, shape (row, col)
    row_off, col_off : int
        Where the box lies in the window.
    size : int
        Cells of the region.
    """

    mask: Mask
    row_off: int
    col_off: int
    size: int

    @property
    def box(self) -> tuple[slice, slice]:
        """The box as slices of the window."""
        height, width = self.mask.shape
        return slice(self.row_off, self.row_off + height), slice(self.col_off, self.col_off + width)


def nested(
    reached: npt.NDArray[np.float64], valid: Mask, seed: tuple[int, int], check: Callable[[], None] = lambda: None
) -> Iterator[Region]:
    """Yield regions round a seed, each one holding the one before: the steps of the wheel.

    A region is the cells within a cost, small inlets and holes closed, in one piece with the seed.
    """
    prices = np.sort(reached[np.isfinite(reached)])
    largest = max(int(_LARGEST_SHARE * reached.size), 1)
    wanted, size_before = float(min(_FIRST_CELLS, len(prices))), 0
    while wanted <= len(prices):
        check()
        region = _closed(reached <= prices[int(wanted) - 1], valid, seed)
        if region.size > largest and size_before:
            return
        if region.size > size_before:
            yield region
            size_before = region.size
        wanted = min(max(wanted * _GROWTH, wanted + 1), len(prices)) if wanted < len(prices) else np.inf


def _closed(within: Mask, valid: Mask, seed: tuple[int, int]) -> Region:
    rows, cols = np.flatnonzero(within.any(axis=1)), np.flatnonzero(within.any(axis=0))
    top, left = max(int(rows[0]) - 1, 0), max(int(cols[0]) - 1, 0)
    box = slice(top, int(rows[-1]) + 2), slice(left, int(cols[-1]) + 2)
    padded = np.pad(within[box], 1)
    closed = (ndimage.binary_closing(padded, _ROWS_AND_COLUMNS) | padded)[1:-1, 1:-1]
    outside = np.pad(~closed, 1, constant_values=True)  # what is beyond the window is no hole
    holes, _ = ndimage.label(outside, _ROWS_AND_COLUMNS)
    is_small = np.bincount(holes.ravel()) <= _HOLE_CELLS
    is_small[[0, holes[0, 0]]] = False
    closed |= is_small[holes][1:-1, 1:-1]
    parts, _ = ndimage.label(closed & valid[box], _ROWS_AND_COLUMNS)
    mask = parts == parts[seed[0] - top, seed[1] - left]
    return Region(np.asarray(mask, bool), top, left, int(mask.sum()))


class Edges:
    """How much a picture differs between cells beside and below one another: tells a clear border from a leak."""

    def __init__(self, picture: npt.NDArray[np.float32], valid: Mask) -> None:
        self._sides = []
        for down, right in ((0, 1), (1, 0)):
            here = (slice(0, valid.shape[0] - down), slice(0, valid.shape[1] - right))
            there = (slice(down, None), slice(right, None))
            price = _difference(picture, here, there)
            self._sides.append((down, right, price, valid[here] & valid[there]))

    def likeness(self, region: Region) -> float:
        """Return how much a region looks like what somebody meant: its border stands out, its size is usual."""
        total, count = 0.0, 0
        rows, cols = region.box
        for down, right, price, is_open in self._sides:
            crossed = region.mask[: -down or None, : -right or None] != region.mask[down:, right:]
            part = (slice(rows.start, rows.stop - down), slice(cols.start, cols.stop - right))
            crossed = crossed & is_open[part]
            total += float(price[part][crossed].sum())
            count += int(crossed.sum())
        unusual = np.log(region.size / _USUAL_CELLS) / _SPREAD
        return total / count * float(np.exp(-(unusual**2) / 2)) if count else 0.0
