"""Outlines of regions along pixel edges, traced from runs as rows come in.

A region's outline is a set of directed straight pieces with the region on the right hand (rows count downwards). A
piece ends exactly where a polygon on either side needs a vertex: at a corner, or where a third region begins. Both
sides of a border therefore get the same vertices, and polygons form a valid coverage without any snapping
(QGIS_NOTES 6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.detection.labels import LabelledRows, Labeller
from mining_monitor.engine.detection.runs import Ints, Runs, outside_row, recode
from mining_monitor.schema.classes import NOT_OBSERVED

#: Columns of an edge table: region, then pixel corners of start and end.
REGION, X0, Y0, X1, Y1 = range(5)

#: Columns of a table of vertical pieces: column, first and last row, then value and region on either side.
_X, _TOP, _BOTTOM, _LEFT_VALUE, _RIGHT_VALUE, _LEFT, _RIGHT = range(7)


@dataclass(frozen=True)
class TracedRegions:
    """Complete regions with their outlines.

    Attributes
    ----------
    value : ndarray of uint8, shape (region,)
    pixels : ndarray of int64
        Pixel count.
    score : ndarray of float64
        Sum of what travels along the pixels.
    first : ndarray of int64
        Flat position (row * width + col) of the first pixel in reading order: a region's identity in its raster.
    edges : ndarray of int32, shape (edge, 5)
        ``REGION, X0, Y0, X1, Y1``; regions numbered as here.
    """

    value: npt.NDArray[np.uint8]
    pixels: Ints
    score: npt.NDArray[np.float64]
    first: Ints
    edges: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.value)


@dataclass(frozen=True)
class _Stats:
    value: npt.NDArray[np.uint8]
    pixels: Ints
    score: npt.NDArray[np.float64]
    first: Ints

    def pick(self, regions: npt.NDArray[np.bool_]) -> _Stats:
        return _Stats(self.value[regions], self.pixels[regions], self.score[regions], self.first[regions])


class Tracer:
    """Traces regions of equal value, 4-connected; memory holds the regions that are still open.

    Parameters
    ----------
    width, height : int
        The raster.
    background : sequence of int
        Values that give no region besides 255.
    """

    def __init__(self, width: int, height: int, background: tuple[int, ...] = ()) -> None:
        self._width, self._height = width, height
        self._values = np.arange(256, dtype=np.uint8)
        self._values[list(background)] = NOT_OBSERVED
        self._labeller = Labeller(width, ignored=(NOT_OBSERVED,))
        self._stats = _Stats(np.full(1, NOT_OBSERVED, np.uint8), np.zeros(1, np.int64), np.zeros(1), np.zeros(1, int))
        self._edges = np.empty((0, 5), np.int32)
        self._verticals = np.empty((0, 7), np.int32)

    def add(self, rows: Runs) -> TracedRegions:
        """Take the next rows; return the regions that they completed, by first pixel."""
        rows = recode(rows, self._values[rows.value])
        labelled = self._labeller.label(rows)
        stats = self._gather(labelled)
        old = self._edges
        old[:, REGION] = labelled.was_open[old[:, REGION]]
        edges = np.concatenate([old, _horizontal_edges(labelled), self._vertical_edges(labelled)])
        is_done = ~labelled.is_open & (stats.value != NOT_OBSERVED)
        edge_done = is_done[edges[:, REGION]]
        done_edges, self._edges = edges[edge_done], edges[~edge_done]
        self._edges[:, REGION] = labelled.now_open[self._edges[:, REGION]]
        self._stats = stats.pick(labelled.is_open)
        return _in_order(stats, is_done, done_edges)

    def finish(self) -> TracedRegions:
        """Return the regions that reach the raster's last row."""
        return self.add(outside_row(self._height, self._width))

    def _gather(self, labelled: LabelledRows) -> _Stats:
        """Add up the new rows and what was known of open regions; regions by their number in ``labelled``."""
        count, new = labelled.count, slice(labelled.carried, None)
        runs, component = labelled.runs, labelled.component[new]
        value = np.full(count, NOT_OBSERVED, np.uint8)
        value[component] = runs.value[new]
        value[labelled.was_open] = self._stats.value
        pixels = np.bincount(component, runs.length[new], count)
        score = np.bincount(component, runs.score[new], count).astype(np.float64)
        pixels += np.bincount(labelled.was_open, self._stats.pixels, count)
        score += np.bincount(labelled.was_open, self._stats.score, count)
        first = np.full(count, np.iinfo(np.int64).max)
        first[component[::-1]] = (runs.start[new] + runs.row0 * self._width)[::-1]
        np.minimum.at(first, labelled.was_open, self._stats.first)
        return _Stats(value, np.rint(pixels).astype(np.int64), score, first)

    def _vertical_edges(self, labelled: LabelledRows) -> npt.NDArray[np.int32]:
        known = self._verticals
        for side in (_LEFT, _RIGHT):
            known[:, side] = np.where(known[:, side] < 0, -1, labelled.was_open[known[:, side]])
        pieces = np.concatenate([known, _vertical_pieces(labelled)])
        pieces = pieces[np.lexsort((pieces[:, _BOTTOM], pieces[:, _X]))]
        if not len(pieces):
            return np.empty((0, 5), np.int32)
        goes_on = pieces[1:, _BOTTOM] == pieces[:-1, _BOTTOM] + 1
        for column in (_X, _LEFT_VALUE, _RIGHT_VALUE):
            goes_on &= pieces[1:, column] == pieces[:-1, column]
        first = np.flatnonzero(np.concatenate([[True], ~goes_on]))
        last = np.append(first[1:], len(pieces)) - 1
        joined = pieces[last]
        joined[:, _TOP] = pieces[first, _TOP]
        reaches_end = joined[:, _BOTTOM] == labelled.runs.row0 + labelled.runs.height - 1
        self._verticals = joined[reaches_end]
        for side in (_LEFT, _RIGHT):
            numbers = self._verticals[:, side]
            self._verticals[:, side] = np.where(numbers < 0, -1, labelled.now_open[numbers])
        return _sides_of_verticals(joined[~reaches_end])


def _in_order(stats: _Stats, is_done: npt.NDArray[np.bool_], edges: npt.NDArray[np.int32]) -> TracedRegions:
    regions = np.flatnonzero(is_done)
    regions = regions[np.argsort(stats.first[regions])]
    number = np.full(len(is_done), -1, np.int32)
    number[regions] = np.arange(len(regions), dtype=np.int32)
    edges[:, REGION] = number[edges[:, REGION]]
    return TracedRegions(stats.value[regions], stats.pixels[regions], stats.score[regions], stats.first[regions], edges)


def _table(*columns: npt.NDArray[np.integer[Any]]) -> npt.NDArray[np.int32]:
    table = np.empty((len(columns[0]), len(columns)), np.int32)
    for index, column in enumerate(columns):
        table[:, index] = column
    return table


def _horizontal_edges(labelled: LabelledRows) -> npt.NDArray[np.int32]:
    touching, value, component = labelled.contacts, labelled.runs.value, labelled.component
    upper, lower = value[touching.upper], value[touching.lower]
    is_border = upper != lower
    below = is_border & (lower != NOT_OBSERVED)
    above = is_border & (upper != NOT_OBSERVED)
    col0, col1, row = touching.col0, touching.col1, touching.row
    tops = _table(component[touching.lower[below]], col0[below], row[below], col1[below], row[below])
    bottoms = _table(component[touching.upper[above]], col1[above], row[above], col0[above], row[above])
    return np.concatenate([tops, bottoms])


def _vertical_pieces(labelled: LabelledRows) -> npt.NDArray[np.int32]:
    """Return one piece a row for each border between runs of the new rows, and for both ends of a row."""
    runs, carried = labelled.runs, labelled.carried
    value = runs.value[carried:].astype(np.int32)
    region = np.where(value == NOT_OBSERVED, -1, labelled.component[carried:])
    row, col = runs.row[carried:], runs.col[carried:]
    left_value, left = np.roll(value, 1), np.roll(region, 1)
    is_first = col == 0
    left_value[is_first], left[is_first] = NOT_OBSERVED, -1
    is_last = np.append(is_first[1:], True)
    none = np.full(int(is_last.sum()), -1)
    inner = _table(col, row, row, left_value, value, left, region)
    outer = _table(
        np.full(len(none), runs.width), row[is_last], row[is_last], value[is_last],
        np.full(len(none), NOT_OBSERVED), region[is_last], none,
    )  # fmt: skip
    pieces = np.concatenate([inner, outer])
    return np.asarray(pieces[pieces[:, _LEFT_VALUE] != pieces[:, _RIGHT_VALUE]], np.int32)


def _sides_of_verticals(pieces: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    right = pieces[pieces[:, _RIGHT] >= 0]
    left = pieces[pieces[:, _LEFT] >= 0]
    upwards = _table(right[:, _RIGHT], right[:, _X], right[:, _BOTTOM] + 1, right[:, _X], right[:, _TOP])
    downwards = _table(left[:, _LEFT], left[:, _X], left[:, _TOP], left[:, _X], left[:, _BOTTOM] + 1)
    return np.concatenate([upwards, downwards])
