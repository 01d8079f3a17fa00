"""Two maps of the same ground, laid over each other: every piece knows the sector of each map that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.engine.monitoring.sector_map import polygonal
from mining_monitor.engine.progress import Job

#: Sectors that are laid over the others between two looks at whether the work was cancelled.
_AT_ONCE = 500


@dataclass(frozen=True)
class Overlay:
    """Pieces of ground.

    Attributes
    ----------
    geometries : ndarray of shapely geometries
        Disjoint polygons and multipolygons, EPSG:4326.
    first, second : ndarray of int
        Index of the sector in either map; -1: this map has none here.
    """

    geometries: npt.NDArray[Any]
    first: npt.NDArray[np.int_]
    second: npt.NDArray[np.int_]


def lay_over(first: npt.NDArray[Any], second: npt.NDArray[Any], job: Job) -> Overlay:
    """Lay disjoint polygons over other disjoint polygons."""
    shared, i, j = _shared(first, second, job)
    only_first = _without(first, shared, i, second, j, job)
    only_second = _without(second, shared, j, first, i, job)
    count_first, count_second = len(first), len(second)
    geometries = np.concatenate([shared, only_first, only_second])
    index_first = np.concatenate([i, np.arange(count_first), np.full(count_second, -1)]).astype(np.int_)
    index_second = np.concatenate([j, np.full(count_first, -1), np.arange(count_second)]).astype(np.int_)
    keep = ~shapely.is_empty(geometries)
    return Overlay(geometries[keep], index_first[keep], index_second[keep])


def _shared(
    first: npt.NDArray[Any], second: npt.NDArray[Any], job: Job
) -> tuple[npt.NDArray[Any], npt.NDArray[np.int_], npt.NDArray[np.int_]]:
    tree = shapely.STRtree(second)
    pieces: list[Any] = []
    left: list[int] = []
    right: list[int] = []
    for start in range(0, len(first), _AT_ONCE):
        job.check()
        i, j = tree.query(first[start : start + _AT_ONCE], predicate="intersects")
        i = i + start
        for a, b, shape in zip(i.tolist(), j.tolist(), shapely.intersection(first[i], second[j]), strict=True):
            piece = polygonal(shape)
            if piece.area > 0:
                pieces.append(piece)
                left.append(a)
                right.append(b)
    return objects(pieces), np.array(left, dtype=np.int_), np.array(right, dtype=np.int_)


def _without(
    shapes: npt.NDArray[Any], shared: npt.NDArray[Any], owner: npt.NDArray[np.int_],
    others: npt.NDArray[Any], other: npt.NDArray[np.int_], job: Job,
) -> npt.NDArray[Any]:  # fmt: skip
    """Return what of each polygon the other map leaves."""
    hits: dict[int, list[int]] = {}
    for index, partner in zip(owner.tolist(), other.tolist(), strict=True):
        hits.setdefault(index, []).append(partner)
    rest = shapes.copy()
    for index, partners in hits.items():
        job.check()
        rest[index] = polygonal(shapely.difference(shapes[index], shapely.union_all(others[partners])))
    return rest


def objects(items: list[Any]) -> npt.NDArray[Any]:
    """Return geometries as an array of objects."""
    array = np.empty(len(items), dtype=object)
    array[:] = items
    return array
