"""Sectors of two annotators matched one to one, and the distance between their borders (DOMAIN 4.3)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

#: From here on two polygons are the same sector.
MATCH_IOU = 0.5

#: Borders are compared at points this far apart, and at no more than so many of a border.
_STEP_M, _MOST_POINTS = 2.0, 500

_METRES_PER_DEGREE = 111_319.49

#: A border this near the edge of the ground that was cut out lies on it.
_EDGE_M = 0.5


@dataclass(frozen=True)
class Match:
    """Two polygons that are one sector: their indices and IoU."""

    first: int
    second: int
    iou: float


def match_sectors(first: Sequence[Any], second: Sequence[Any], check: Callable[[], None] = lambda: None) -> list[Match]:
    """Match polygons one to one, the best pair first; pairs below an IoU of 0.5 are none.

    Parameters
    ----------
    first, second : sequences of valid shapely polygons
        In one coordinate reference system.
    """
    tree = shapely.STRtree(second)
    pairs: list[Match] = []
    for index, shape in enumerate(first):
        check()
        hits = tree.query(shape, predicate="intersects")
        if len(hits):
            others = np.array([second[i] for i in hits], object)
            shared = shapely.area(shapely.intersection(shape, others))
            whole = shapely.area(shape) + shapely.area(others) - shared
            ious = np.divide(shared, whole, out=np.zeros_like(shared), where=whole > 0)
            pairs += [Match(index, int(i), float(iou)) for i, iou in zip(hits, ious, strict=True) if iou >= MATCH_IOU]
    return _one_to_one(pairs)


def _one_to_one(pairs: Sequence[Match]) -> list[Match]:
    used_first: set[int] = set()
    used_second: set[int] = set()
    kept = []
    for pair in sorted(pairs, key=lambda pair: (-pair.iou, pair.first, pair.second)):
        if pair.first not in used_first and pair.second not in used_second:
            used_first.add(pair.first)
            used_second.add(pair.second)
            kept.append(pair)
    return kept


def border_distances_m(one: Any, other: Any, extent: Any = None) -> npt.NDArray[np.float64]:
    """Return the distances between two borders in metres, both ways: from points of each to the nearest of the other.

    Parameters
    ----------
    one, other : shapely polygons, EPSG:4326
        Near one another; distances are planar, in degrees scaled at their latitude (below 0.5 % off within 50 km).
    extent : shapely geometry, optional
        Ground to which both were cut: its own border is nobody's drawing and is left out. Empty where nothing is left.
    """
    latitude = shapely.centroid(one).y
    scale = (_METRES_PER_DEGREE * math.cos(math.radians(latitude)), _METRES_PER_DEGREE)
    lines = [shapely.boundary(shapely.transform(shape, lambda xy: xy * scale)) for shape in (one, other)]
    if extent is not None:
        edge = shapely.buffer(shapely.boundary(shapely.transform(extent, lambda xy: xy * scale)), _EDGE_M)
        lines = [shapely.line_merge(shapely.difference(line, edge)) for line in lines]
        if any(line.length < _EDGE_M for line in lines):
            return np.array([], np.float64)
    return np.concatenate([_nearest(lines[0], lines[1]), _nearest(lines[1], lines[0])]).astype(np.float64)


def _nearest(line: Any, other: Any) -> Any:
    """Return the distance from points along a line to the nearest place of another one."""
    xy, of_part = shapely.get_coordinates(shapely.get_parts(other), return_index=True)
    is_segment = of_part[1:] == of_part[:-1]
    tree = shapely.STRtree(shapely.linestrings(np.stack([xy[:-1], xy[1:]], axis=1)[is_segment]))
    _, distances = tree.query_nearest(_points_on(line), return_distance=True, all_matches=False)
    return distances


def _points_on(line: Any) -> Any:
    length = float(line.length)
    number = int(min(_MOST_POINTS, max(8, math.ceil(length / _STEP_M))))
    parts = shapely.get_parts(line)
    shares = shapely.length(parts) / max(length, 1e-12)
    steps = [max(4, math.ceil(number * share)) for share in shares]
    points = [
        shapely.line_interpolate_point(part, np.linspace(0, 1, step, endpoint=False), normalized=True)
        for part, step in zip(parts, steps, strict=True)
    ]
    return np.concatenate(points)
