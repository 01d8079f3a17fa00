"""Simplification of all polygons as one coverage: shared borders stay shared (QGIS_NOTES 6)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from mining_monitor.engine.detection.rings import Polygons
from mining_monitor.engine.detection.runs import Ints

#: Vertices that are simplified in one call; groups of touching polygons are kept together whatever their size.
BATCH_VERTICES = 250_000

#: Vertices above which a group of touching polygons keeps its pixel edges: memory is a promise, smoothness is not.
LARGEST_GROUP = 3_000_000

#: Cells a side of the grid on which boxes that meet are found.
_CELLS = 512

#: A polygon without neighbours that would lose more than this share of its area keeps its pixel edges.
_TOLERATED_LOSS = 0.25


def groups_of(bounds: npt.NDArray[np.float64], vertices: Ints) -> Iterator[Ints]:
    """Yield indices of polygons that are to be simplified in one call.

    Polygons whose bounding boxes meet, directly or through others, stay together. A simplified polygon lies within the
    hull of the original, so polygons of different groups can neither share a border nor come to overlap.
    """
    if not len(bounds):
        return
    group = _groups(bounds)
    order = np.argsort(group, kind="stable")
    ends = np.flatnonzero(np.append(np.diff(group[order]) != 0, True)) + 1
    total = np.cumsum(vertices[order])
    first = 0
    for index, end in enumerate(ends.tolist()):
        following = total[ends[index + 1] - 1] if index + 1 < len(ends) else np.inf
        done = total[first - 1] if first else 0
        if following - done > BATCH_VERTICES:
            yield order[first:end]
            first = end


def _groups(bounds: npt.NDArray[np.float64]) -> Ints:
    """Return a group number for each box; boxes that meet get the same one (so may boxes that nearly do).

    Done on a coarse grid of cells with difference arrays, in time linear in boxes: a scene can hold boxes that each
    meet all others.
    """
    origin = bounds[:, :2].min(axis=0)
    size = max(float((bounds[:, 2:].max(axis=0) - origin).max()) / _CELLS, 1e-9)
    low = np.minimum((bounds[:, :2] - origin) // size, _CELLS - 1).astype(np.int64)
    high = np.minimum((bounds[:, 2:] - origin) // size, _CELLS - 1).astype(np.int64)
    cells = np.arange(_CELLS * _CELLS).reshape(_CELLS, _CELLS)
    beside = _covered(low[:, 1], high[:, 1] + 1, low[:, 0], high[:, 0])
    below = _covered(low[:, 1], high[:, 1], low[:, 0], high[:, 0] + 1)
    left = np.concatenate([cells[beside], cells[below]])
    right = np.concatenate([cells[beside] + 1, cells[below] + _CELLS])
    graph = coo_array((np.ones(len(left), np.bool_), (left, right)), shape=(cells.size, cells.size))
    group = connected_components(graph.tocsr(), directed=False)[1]
    return np.asarray(group[cells[low[:, 1], low[:, 0]]], np.int64)


def _covered(top: Ints, bottom: Ints, left: Ints, right: Ints) -> npt.NDArray[np.bool_]:
    """Return the cells that any of the half-open boxes covers, shape (row, col)."""
    change = np.zeros((_CELLS + 1, _CELLS + 1), np.int64)
    for rows, cols, sign in ((top, left, 1), (bottom, left, -1), (top, right, -1), (bottom, right, 1)):
        np.add.at(change, (rows, cols), sign)
    return np.asarray(change.cumsum(axis=0).cumsum(axis=1)[:_CELLS, :_CELLS] > 0)


def simplified(polygons: Polygons, tolerance_px: float) -> tuple[Polygons, int]:
    """Simplify polygons of a valid coverage, in pixel coordinates.

    Returns
    -------
    polygons : ndarray of Polygon
        A valid coverage with the same borders shared; none is empty or invalid.
    kept : int
        How many keep their pixel edges because they would have collapsed or the group is too large.
    """
    if int(shapely.get_num_coordinates(polygons).sum()) > LARGEST_GROUP:
        return polygons, len(polygons)
    simple = np.asarray(shapely.coverage_simplify(polygons, tolerance_px), object)
    before, after = shapely.area(polygons), shapely.area(simple)
    is_broken = shapely.is_empty(simple) | ~shapely.is_valid(simple) | (after <= 0)
    is_eaten = after < (1 - _TOLERATED_LOSS) * before
    if not (is_broken | is_eaten).any():
        return simple, 0
    touching = _touching(polygons)
    alone = np.bincount(touching, minlength=len(polygons))[touching] == 1
    is_bad = is_broken | (is_eaten & alone)
    bad = np.isin(touching, touching[is_bad])
    return np.where(bad, polygons, simple), int(bad.sum())


def _touching(polygons: Polygons) -> Ints:
    """Return the number of the cluster of touching polygons that each belongs to.

    In a valid coverage whoever touches shares a vertex. Asking each pair whether it intersects takes minutes where one
    polygon has ten thousand holes with others in them.
    """
    places, owner = shapely.get_coordinates(polygons, return_index=True)
    corner = np.unique(places[:, 0] + 1j * places[:, 1], return_inverse=True)[1].ravel()
    count = len(polygons) + int(corner.max()) + 1
    graph = coo_array((np.ones(len(owner), np.bool_), (owner, corner + len(polygons))), shape=(count, count))
    return np.asarray(connected_components(graph.tocsr(), directed=False)[1][: len(polygons)], np.int64)
