"""Gaps that are open at one end: two neighbours part at a small angle and leave a sliver of ground below 25 m2.

Where a corner of a common border was dragged aside, the ground between is enclosed by nobody, so that no hole of the
union shows it. It begins at a corner that both have, between two edges that leave it in nearly the same direction.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.engine.annotation.rings import SMALLEST_M2, polygon_parts
from mining_monitor.engine.geodesy import area_m2

#: Edges of two sectors that part at less than this angle were one border once.
_ANGLE = math.radians(8.0)

#: A sliver is narrower than this, and larger than what coordinates of seven decimals leave.
_WIDTH_M, _LEAST_M2 = 2.0, 0.5

#: Nothing of 25 m2 and that width is looked for farther away, in metres; slivers of half a metre are 50 m long.
_REACH_M = 80.0

_METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class Sliver:
    """A gap: its ground in EPSG:4326, and the two sectors (their numbers in the sequence) that it lies between."""

    ground: Any
    between: tuple[int, int]


def open_slivers(shapes: Sequence[Any], check: Callable[[], None] = lambda: None) -> list[Sliver]:
    """Find gaps between neighbours that touch, open at one end.

    Parameters
    ----------
    shapes : sequence of valid shapely polygons, EPSG:4326
    check : callable
        Called often; may raise to stop.
    """
    found: list[Sliver] = []
    tree: Any = None
    for first, second, point in _partings(shapes, check):
        check()
        tree = shapely.STRtree(shapes) if tree is None else tree
        ground = _sliver_at(point, shapes[first], shapes[second], [shapes[i] for i in tree.query(_window(point))])
        if ground is not None and not any(shapely.intersects(ground, other.ground) for other in found):
            found.append(Sliver(ground, (first, second)))
    return found


def _partings(shapes: Sequence[Any], check: Callable[[], None]) -> Iterator[tuple[int, int, tuple[float, float]]]:
    """Yield pairs of sectors with a corner from which their edges part at a small angle."""
    start, end, owner = _edges(shapes)
    if not len(start):
        return
    check()
    order, group = _by_corner(start)
    scale = np.cos(np.radians(start[order, 1]))
    angle = np.arctan2(end[order, 1] - start[order, 1], (end[order, 0] - start[order, 0]) * scale)
    check()
    by_angle = np.lexsort((angle, group))
    order, group, angle = order[by_angle], group[by_angle], angle[by_angle]
    turn = angle[1:] - angle[:-1]
    is_parting = (group[1:] == group[:-1]) & (owner[order[1:]] != owner[order[:-1]]) & (turn > 1e-9) & (turn < _ANGLE)
    for place in np.flatnonzero(is_parting):
        here, there = order[place], order[place + 1]
        yield int(owner[here]), int(owner[there]), (float(start[here, 0]), float(start[here, 1]))


def _edges(
    shapes: Sequence[Any],
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.intp]]:
    """Return start and end (x, y) of every edge in both directions, and the sector that it belongs to."""
    rings, of_shape = shapely.get_rings(np.array(shapes, object), return_index=True)
    points, of_ring = shapely.get_coordinates(rings, return_index=True)
    is_edge = of_ring[1:] == of_ring[:-1]
    one, other, owner = points[:-1][is_edge], points[1:][is_edge], of_shape[of_ring[:-1][is_edge]]
    return np.vstack((one, other)), np.vstack((other, one)), np.concatenate((owner, owner))


def _by_corner(points: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return an order in which equal points stand together, and the number of each one's group."""
    order = np.lexsort((points[:, 1], points[:, 0]))
    ordered = points[order]
    is_new = np.any(ordered[1:] != ordered[:-1], axis=1)
    return order, np.concatenate(([0], np.cumsum(is_new)))


def _window(point: tuple[float, float]) -> Any:
    x, y = point
    half = _REACH_M / _METRES_PER_DEGREE
    wide = half / max(0.05, math.cos(math.radians(y)))
    return shapely.box(x - wide, y - half, x + wide, y + half)


def _sliver_at(point: tuple[float, float], first: Any, second: Any, around: Sequence[Any]) -> Any:
    """Return the sliver that begins at a corner, or None where the ground there is wider, larger or somebody's."""
    x, y = point
    factors = np.array([_METRES_PER_DEGREE * max(0.05, math.cos(math.radians(y))), _METRES_PER_DEGREE])
    window = _window(point)

    def local(shape: Any) -> Any:
        return shapely.transform(shapely.intersection(shape, window), lambda xy: (xy - (x, y)) * factors)

    both, held = shapely.union(local(first), local(second)), shapely.union_all([local(shape) for shape in around])
    closed = both.buffer(_WIDTH_M / 2, join_style="mitre").buffer(-_WIDTH_M / 2, join_style="mitre")
    corner = shapely.Point(0.0, 0.0)
    frame = shapely.transform(shapely.boundary(window), lambda xy: (xy - (x, y)) * factors)
    for piece in polygon_parts(shapely.difference(closed, held)):
        is_here = piece.distance(corner) < 1e-3 and piece.distance(frame) > 1e-3
        if is_here and _is_sliver(piece, held):
            ground = shapely.transform(piece, lambda xy: xy / factors + (x, y))
            if _LEAST_M2 < area_m2(ground) < SMALLEST_M2:
                return ground
    return None


def _is_sliver(piece: Any, held: Any) -> bool:
    """Tell whether a piece is long and thin, and its open end narrower than all that was closed."""
    length = piece.length / 2.0
    open_end = shapely.difference(shapely.boundary(piece), shapely.boundary(held).buffer(1e-3)).length
    return bool(piece.area / length * 10.0 <= length and open_end < 0.95 * _WIDTH_M)
