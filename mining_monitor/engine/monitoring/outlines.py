"""How well outlines and single sectors of a map meet those of a reference (DOMAIN 4.3)."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.engine.monitoring.space import LocalMetres
from mining_monitor.engine.progress import Job

#: Degrees that a metre is at most, to look for neighbours: at 80 degrees of latitude.
_DEGREES_PER_METRE = 6e-5


def boundary_f1(mapped: npt.NDArray[Any], reference: npt.NDArray[Any], tolerance_m: float, job: Job) -> float | None:
    """Return 2PR / (P + R) of the outlines that lie within a tolerance of the other's; None without any outline.

    Parameters
    ----------
    mapped, reference : ndarray of polygons, EPSG:4326
        Of one class.
    """
    if not len(mapped) and not len(reference):
        return None
    if not len(mapped) or not len(reference):
        return 0.0
    precision = _met(mapped, reference, tolerance_m, job)
    recall = _met(reference, mapped, tolerance_m, job)
    return 0.0 if precision + recall == 0 else 2 * precision * recall / (precision + recall)


def _met(shapes: npt.NDArray[Any], others: npt.NDArray[Any], tolerance_m: float, job: Job) -> float:
    """Return the share of the outlines of ``shapes`` that lies within the tolerance of those of ``others``."""
    outlines = _outlines(shapes)
    other_outlines = _outlines(others)
    tree = shapely.STRtree(other_outlines)
    met = total = 0.0
    for outline in outlines:
        job.check()
        metres = LocalMetres(outline)
        flat = metres.flat(outline)
        total += flat.length
        near = tree.query(shapely.buffer(shapely.box(*outline.bounds), tolerance_m * _DEGREES_PER_METRE))
        if len(near):
            others_flat = metres.flat(shapely.union_all(other_outlines[near]))
            met += shapely.intersection(flat, shapely.buffer(others_flat, tolerance_m)).length
    return met / total if total else 0.0


def _outlines(shapes: npt.NDArray[Any]) -> npt.NDArray[Any]:
    joined = shapely.get_parts(shapely.union_all(shapes))
    return np.asarray(shapely.boundary(joined[shapely.get_type_id(joined) == shapely.GeometryType.POLYGON.value]))


def match_objects(mapped: npt.NDArray[Any], reference: npt.NDArray[Any], min_iou: float) -> dict[str, float]:
    """Match sectors of one class one to one, the best pair first; return counts and the mean IoU of the pairs.

    ``precision``, ``recall`` and ``f1`` are left out where they are 0/0.
    """
    ious, i, j = pair_ious(mapped, reference)
    free_i, free_j = np.ones(len(mapped), dtype=bool), np.ones(len(reference), dtype=bool)
    matched: list[float] = []
    for k in np.lexsort((j, i, -ious)):
        if ious[k] >= min_iou and free_i[i[k]] and free_j[j[k]]:
            free_i[i[k]] = free_j[j[k]] = False
            matched.append(float(ious[k]))
    hits = float(len(matched))
    figures = {"matched": hits, "mapped": float(len(mapped)), "reference": float(len(reference))}
    if len(mapped):
        figures["precision"] = hits / len(mapped)
    if len(reference):
        figures["recall"] = hits / len(reference)
    if len(mapped) + len(reference):
        figures["f1"] = 2 * hits / (len(mapped) + len(reference))
    if matched:
        figures["mean_iou"] = float(np.mean(matched))
    return figures


def pair_ious(
    mapped: npt.NDArray[Any], reference: npt.NDArray[Any]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int_], npt.NDArray[np.int_]]:
    """Return intersection over union of all pairs that share ground, and the indices of each pair.

    Ratios of areas in degrees: for two sectors at one place they equal those in square metres.
    """
    i, j = shapely.STRtree(reference).query(mapped, predicate="intersects")
    shared = shapely.area(shapely.intersection(mapped[i], reference[j]))
    whole = shapely.area(mapped[i]) + shapely.area(reference[j]) - shared
    return np.asarray(shared / whole), np.asarray(i, dtype=np.int_), np.asarray(j, dtype=np.int_)
