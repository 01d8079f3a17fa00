"""Rows of a class map as runs of equal value, and how runs of neighbouring rows touch.

All of regions and polygons works on runs: a few numbers for each stretch of equal pixels instead of one a pixel.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.schema.classes import NOT_OBSERVED

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Runs:
    """Consecutive rows, each covered without a gap by runs of equal value.

    Attributes
    ----------
    row0 : int
        Raster row of the first row.
    height, width : int
        Rows and columns.
    start : ndarray of int64, shape (run,)
        Flat position (row * width + col within these rows) of each run's first pixel, ascending.
    value : ndarray of uint8, shape (run,)
    score : ndarray of float64, shape (run,)
        Sum over the run's pixels of what travels along: confidence.
    """

    row0: int
    height: int
    width: int
    start: Ints
    value: npt.NDArray[np.uint8]
    score: npt.NDArray[np.float64]

    @property
    def length(self) -> Ints:
        """Pixels of each run."""
        return np.diff(self.start, append=self.height * self.width)

    @property
    def row(self) -> Ints:
        """Raster row of each run."""
        return self.row0 + self.start // self.width

    @property
    def col(self) -> Ints:
        """First column of each run."""
        return self.start % self.width

    def last_row(self) -> Runs:
        """Return the last row alone."""
        first = int(np.searchsorted(self.start, (self.height - 1) * self.width))
        start = self.start[first:] - (self.height - 1) * self.width
        return Runs(self.row0 + self.height - 1, 1, self.width, start, self.value[first:], self.score[first:])

    def codes(self) -> npt.NDArray[np.uint8]:
        """Return the pixels, shape (row, col)."""
        return np.repeat(self.value, self.length).reshape(self.height, self.width)


def encode(row0: int, codes: npt.NDArray[np.uint8], score: npt.NDArray[np.float32] | None = None) -> Runs:
    """Encode rows of pixels, shape (row, col); ``score`` is summed over each run."""
    height, width = codes.shape
    flat = codes.ravel()
    is_start = np.empty(flat.shape, bool)
    np.not_equal(flat[1:], flat[:-1], out=is_start[1:])
    is_start[::width] = True
    start = np.flatnonzero(is_start)
    sums = np.zeros(len(start)) if score is None else np.add.reduceat(score.ravel(), start, dtype=np.float64)
    return Runs(row0, height, width, start, flat[start], sums)


def recode(runs: Runs, value: npt.NDArray[np.uint8]) -> Runs:
    """Give runs new values and join those of a row that became equal."""
    is_start = np.empty(len(value), bool)
    np.not_equal(value[1:], value[:-1], out=is_start[1:])
    is_start |= runs.start % runs.width == 0
    first = np.flatnonzero(is_start)
    score = np.add.reduceat(runs.score, first)
    return Runs(runs.row0, runs.height, runs.width, runs.start[first], value[first], score)


def outside_row(row: int, width: int) -> Runs:
    """Return a row of "not observed", as it lies above and below a raster."""
    return Runs(row, 1, width, np.zeros(1, np.int64), np.full(1, NOT_OBSERVED, np.uint8), np.zeros(1))


def stack(upper: Runs, lower: Runs) -> Runs:
    """Put runs of the next rows below others."""
    start = np.concatenate([upper.start, lower.start + upper.height * upper.width])
    value = np.concatenate([upper.value, lower.value])
    score = np.concatenate([upper.score, lower.score])
    return Runs(upper.row0, upper.height + lower.height, upper.width, start, value, score)


@dataclass(frozen=True)
class Contacts:
    """Where runs of neighbouring rows touch.

    Attributes
    ----------
    upper, lower : ndarray of int64, shape (contact,)
        Indices of the runs.
    row : ndarray of int64
        Raster row of the lower run: the contact lies on its upper edge.
    col0, col1 : ndarray of int64
        First and last column corner. Between two contacts at least one of the rows changes its value, so each is a
        straight piece of border without a node inside.
    """

    upper: Ints
    lower: Ints
    row: Ints
    col0: Ints
    col1: Ints


def contacts(runs: Runs) -> Contacts:
    """Return all contacts of runs in consecutive rows, in reading order."""
    width, end = runs.width, runs.height * runs.width
    below = runs.start[np.searchsorted(runs.start, width) :]
    above = runs.start[: np.searchsorted(runs.start, end - width)] + width
    position = np.sort(np.concatenate([below, above]), kind="stable")
    if len(position):
        position = position[np.concatenate([[True], position[1:] != position[:-1]])]
    lower = np.searchsorted(runs.start, position, side="right") - 1
    upper = np.searchsorted(runs.start, position - width, side="right") - 1
    last = np.append(position[1:], end)
    row, col = position // width, position % width
    return Contacts(upper, lower, runs.row0 + row, col, col + (last - position))
