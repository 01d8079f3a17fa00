"""Directed pixel edges to rings and polygons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, depth_first_order

from mining_monitor.engine.detection.runs import Ints
from mining_monitor.engine.detection.trace import REGION, X0, X1, Y0, Y1, TracedRegions

#: Turns pixel corners (cols, rows) into the coordinates (x, y) of polygons.
Place = Callable[
    [npt.NDArray[np.float64], npt.NDArray[np.float64]], "tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]"
]

Polygons = npt.NDArray[np.object_]


@dataclass(frozen=True)
class Rings:
    """Closed rings of regions, each region's outer ring before its holes.

    Attributes
    ----------
    x, y : ndarray of float64, shape (vertex,)
        Pixel corners (col, row); first and last vertex of a ring are equal.
    ring : ndarray of int64, shape (vertex,)
        Ring of each vertex, ascending.
    owner : ndarray of int64, shape (ring,)
        Region of each ring, ascending.
    """

    x: npt.NDArray[np.float64]
    y: npt.NDArray[np.float64]
    ring: Ints
    owner: Ints


def rings_of(regions: TracedRegions) -> Rings:
    """Link the edges of regions to rings.

    Where a region touches itself at a corner, the ring turns away from the region's own pixel, so that a hole touches
    the outer ring at a point instead of the ring touching itself: valid polygons. A ring starts at its first vertex in
    reading order.
    """
    edges = regions.edges
    edges = edges[_order(edges, X0, Y0, _direction(edges))]
    # Where two edges leave a vertex of one region, the way on is to the left.
    arrives = _order(edges, X1, Y1, (_direction(edges) - 1) % 4)
    following = np.empty(len(edges), np.int64)
    following[arrives] = np.arange(len(edges))
    sequence, ring_start = _walk(following)
    x, y = edges[sequence, X0].astype(np.float64), edges[sequence, Y0].astype(np.float64)
    ring_end = np.append(ring_start[1:], len(sequence))
    next_x, next_y = _next_in_ring(x, ring_start, ring_end), _next_in_ring(y, ring_start, ring_end)
    area = np.add.reduceat(x * next_y - next_x * y, ring_start) if len(ring_start) else np.empty(0)
    owner = edges[sequence[ring_start], REGION].astype(np.int64)
    by_region = np.lexsort((sequence[ring_start], area < 0, owner))
    return _closed(x, y, ring_start[by_region], ring_end[by_region], owner[by_region])


def densified(rings: Rings, longest_px: float) -> Rings:
    """Put vertices on edges longer than ``longest_px``, at multiples of it counted from the raster's corner.

    A straight pixel edge of kilometres is a curve in another CRS; vertices at the same multiples on both sides of a
    border keep the stored edge on the pixel edge and the coverage valid.
    """
    step = max(int(longest_px), 1)
    dx, dy = np.diff(rings.x, append=0), np.diff(rings.y, append=0)
    is_edge = np.append(rings.ring[1:] == rings.ring[:-1], False)
    length = np.where(is_edge, np.abs(dx) + np.abs(dy), 0)
    if not len(length) or length.max() <= step:
        return rings
    begin = np.where(dx != 0, rings.x, rings.y)
    end = begin + np.where(dx != 0, dx, dy)
    low, high = np.minimum(begin, end), np.maximum(begin, end)
    extra = np.where(is_edge & (length > step), np.ceil(high / step) - np.floor(low / step) - 1, 0).astype(np.int64)
    source = np.repeat(np.arange(len(length)), extra + 1)
    nth = np.arange(len(source)) - np.repeat(np.cumsum(extra + 1) - (extra + 1), extra + 1)
    forwards = (np.floor(begin / step)[source] + nth) * step
    backwards = (np.ceil(begin / step)[source] - nth) * step
    along = np.where(end[source] > begin[source], forwards, backwards)
    is_new = nth > 0
    x = np.where(is_new & (dx[source] != 0), along, rings.x[source])
    y = np.where(is_new & (dx[source] == 0), along, rings.y[source])
    return Rings(x, y, rings.ring[source], rings.owner)


def polygons_of(rings: Rings, place: Place | None = None) -> Polygons:
    """Return one polygon a region, outer rings counter-clockwise in x to the right and y upwards (RFC 7946).

    Parameters
    ----------
    rings : Rings
    place : callable, optional
        From pixel corners to coordinates; default: pixel corners themselves.
    """
    x, y = place(rings.x, rings.y) if place else (rings.x, rings.y)
    linear = shapely.linearrings(np.column_stack([x, y]), indices=rings.ring)
    polygons = shapely.polygons(linear, indices=rings.owner)
    return np.asarray(shapely.orient_polygons(polygons, exterior_cw=False), object)


def _direction(edges: npt.NDArray[np.int32]) -> Ints:
    """Return 0 right, 1 down, 2 left, 3 up."""
    dx, dy = np.sign(edges[:, X1] - edges[:, X0]), np.sign(edges[:, Y1] - edges[:, Y0])
    return np.asarray(np.where(dy == 0, 1 - dx, 2 - dy), np.int64)


def _order(edges: npt.NDArray[np.int32], x: int, y: int, way: Ints) -> Ints:
    """Return the order of edges by vertex in reading order, then region, then way."""
    width, regions = int(edges[:, x].max(initial=0)) + 1, int(edges[:, REGION].max(initial=0)) + 1
    top = int(edges[:, y].min(initial=0))
    if (int(edges[:, y].max(initial=0)) - top + 1) * width * regions * 4 >= 2**63:
        return np.asarray(np.lexsort((way, edges[:, REGION], edges[:, x], edges[:, y])), np.int64)
    key = (edges[:, y].astype(np.int64) - top) * width + edges[:, x]
    return np.argsort((key * regions + edges[:, REGION]) * 4 + way)


def _walk(following: Ints) -> tuple[Ints, Ints]:
    """Return the edges ring by ring, each from its first edge on, and where each ring starts."""
    count = len(following)
    if not count:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    nodes = np.arange(count)
    cycle = coo_array((np.ones(count, np.bool_), (nodes, following)), shape=(count, count)).tocsr()
    ring = connected_components(cycle, directed=False)[1]
    first = np.empty(int(ring.max()) + 1, np.int64)
    first[ring[::-1]] = nodes[::-1]
    # Open each ring before its first edge and hang all on one root: depth first, they come one after the other.
    goes_on = np.isin(following, first, invert=True)
    head = np.concatenate([nodes[goes_on], np.full(len(first), count)])
    tail = np.concatenate([following[goes_on], first])
    tree = coo_array((np.ones(len(head), np.bool_), (head, tail)), shape=(count + 1, count + 1)).tocsr()
    sequence = depth_first_order(tree, count, return_predecessors=False)[1:].astype(np.int64)
    is_first = np.zeros(count, bool)
    is_first[first] = True
    return sequence, np.flatnonzero(is_first[sequence])


def _next_in_ring(values: npt.NDArray[np.float64], start: Ints, end: Ints) -> npt.NDArray[np.float64]:
    following = np.roll(values, -1)
    following[end - 1] = values[start]
    return following


def _closed(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], start: Ints, end: Ints, owner: Ints) -> Rings:
    """Put rings in the order given and repeat the first vertex of each at its end."""
    length = end - start + 1
    ring = np.repeat(np.arange(len(start)), length)
    nth = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)
    index = start[ring] + nth % (length - 1)[ring]
    return Rings(x[index], y[index], ring, owner)
