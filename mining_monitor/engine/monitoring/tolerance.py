"""Which changes are wider than what co-registration explains, and large enough (DOMAIN 3.4)."""

from __future__ import annotations

from typing import Any

import numpy.typing as npt
import shapely

from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.monitoring.overlay import objects
from mining_monitor.engine.monitoring.sector_map import Ground, polygonal
from mining_monitor.engine.monitoring.space import LocalMetres
from mining_monitor.engine.progress import Job

#: What is grown back beyond the erosion, so that outlines come back whole in spite of rounding.
_SLACK_M = 0.01


def significant(pieces: npt.NDArray[Any], tolerance_m: float, min_area_m2: float, job: Job) -> Any:
    """Return the ground of ``pieces`` (all of one kind of change) that is wide and large enough; may be empty.

    Connected ground loses everything that is narrower than the tolerance: it is eroded by half of it and what is left
    is grown back within its outline, corners and all. A mere shift by less than the tolerance leaves nothing: a disc
    as wide as the shift does not fit into the ground that a shifted outline uncovers. What is left and smaller than
    the least area is dropped.

    Parameters
    ----------
    pieces : ndarray of polygons, EPSG:4326
    """
    if not len(pieces):
        return shapely.Polygon()
    kept: list[Any] = []
    for part in shapely.get_parts(polygonal(shapely.union_all(pieces))):
        job.check()
        opened = _opened(part, tolerance_m) if tolerance_m > 0 else part
        kept += [p for p in shapely.get_parts(opened) if not p.is_empty and area_m2(p) >= min_area_m2]
    return polygonal(shapely.union_all(kept)) if kept else shapely.Polygon()


def _opened(part: Any, tolerance_m: float) -> Any:
    metres = LocalMetres(part)
    flat = metres.flat(part)
    core = shapely.buffer(flat, -tolerance_m / 2, join_style="mitre")
    if shapely.is_empty(core):
        return core
    grown = shapely.buffer(core, tolerance_m / 2 + _SLACK_M, join_style="mitre")
    if shapely.covers(grown, flat):
        return part  # nothing was narrow: the outline stays as it was drawn
    return polygonal(shapely.intersection(part, metres.back(grown)))


def within(pieces: npt.NDArray[Any], ground: Any) -> npt.NDArray[Any]:
    """Return what of each piece lies in the ground; empty polygons where nothing does."""
    if shapely.is_empty(ground):
        return objects([shapely.Polygon() for _ in pieces])
    return Ground(ground).inside(pieces)
