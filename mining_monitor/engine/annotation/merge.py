"""Merge a new run with what people have worked on (ARCHITECTURE, step 9).

Within one scene: what a person has touched stays as it is and cuts the new polygons; model drafts that nobody
touched give way to the new run where it could see. Other scenes are other dates and are never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from mining_monitor.schema.classes import BY_KEY

#: Pieces that the cut leaves and that are thinner than this are dropped: about 10 cm, in degrees.
SLIVER_DEG = 1e-6

#: Sectors that are compared in one call: well below a second of work, so that a run can be cancelled.
_AT_ONCE = 1000

#: The whole-site class lies over sectors by design, so it cuts nothing (DOMAIN 1.2).
_SITE_CODE = BY_KEY["lsm"].code


@dataclass(frozen=True)
class NewSector:
    """One polygon of a run: geometry in EPSG:4326, LAMES code, mean confidence 0..1, geodesic area where known."""

    geometry: Any
    code: int
    confidence: float
    area_m2: float | None = None


@dataclass(frozen=True)
class OldSector:
    """One row of the project: its ``fid``, identity, geometry in EPSG:4326 and class."""

    fid: int
    uuid: str
    geometry: Any
    code: int


class Cutter:
    """Cuts new sectors by the ground that reviewed sectors hold.

    Parameters
    ----------
    protected : sequence of OldSector
        Hand-drawn ones may be invalid; they count as what they enclose.
    sliver_deg : float
        Pieces that are thinner everywhere are no sectors.
    """

    def __init__(self, protected: Sequence[OldSector], sliver_deg: float = SLIVER_DEG) -> None:
        self._sliver_deg = sliver_deg
        self._cutters = [shapely.make_valid(old.geometry) for old in protected if old.code != _SITE_CODE]
        self._tree = shapely.STRtree(self._cutters)

    def cut(self, new: Sequence[NewSector]) -> list[NewSector]:
        """Return the new sectors without that ground; untouched ones as they came."""
        if not self._cutters:
            return list(new)
        kept: list[NewSector] = []
        for sector in new:
            hits = self._tree.query(sector.geometry, predicate="intersects") if sector.code != _SITE_CODE else []
            if len(hits) == 0:
                kept.append(sector)
                continue
            rest = shapely.difference(sector.geometry, shapely.union_all([self._cutters[i] for i in hits]))
            kept.extend(NewSector(part, sector.code, sector.confidence) for part in polygons_of(rest, self._sliver_deg))
        return kept


def supersede(
    drafts: Sequence[OldSector],
    observed: Any,
    check: Callable[[], None] = lambda: None,
    sliver_deg: float = SLIVER_DEG,
) -> tuple[list[OldSector], list[tuple[OldSector, list[Any]]]]:
    """Tell which untouched drafts a run replaces.

    Parameters
    ----------
    drafts : sequence of OldSector
    observed : shapely geometry, EPSG:4326
        Ground that the new run could see.
    check : callable
        Called for each draft; may raise to stop.
    sliver_deg : float
        What is left of a draft goes with it where it is thinner than this: pixels at the rim of the observed ground
        never match a draft's simplified outline.

    Returns
    -------
    gone : list of OldSector
        Drafts that lie in the observed ground.
    cut : list of (OldSector, polygons)
        Drafts that reach beyond it, with the parts that stay.
    """
    gone: list[OldSector] = []
    cut: list[tuple[OldSector, list[Any]]] = []
    shapely.prepare(observed)
    for first in range(0, len(drafts), _AT_ONCE):
        check()
        some = drafts[first : first + _AT_ONCE]
        geometries = shapely.make_valid(np.array([draft.geometry for draft in some], object))
        is_hit, is_inside = shapely.intersects(observed, geometries), shapely.covers(observed, geometries)
        for draft, geometry, hit, inside in zip(some, geometries, is_hit, is_inside, strict=True):
            check()
            rest = [] if inside or not hit else polygons_of(shapely.difference(geometry, observed), sliver_deg)
            if hit and not rest:
                gone.append(draft)
            elif hit and shapely.area(shapely.union_all(rest)) < geometry.area * (1 - 1e-9):
                cut.append((draft, rest))
    return gone, cut


def polygons_of(geometry: Any, sliver_deg: float = SLIVER_DEG) -> list[Any]:
    """Return the polygons of a geometry that are no slivers."""
    parts = shapely.get_parts(shapely.make_valid(geometry))
    parts = [p for part in parts for p in shapely.get_parts(part)]
    return [p for p in parts if p.geom_type == "Polygon" and not shapely.is_empty(shapely.buffer(p, -sliver_deg / 2))]
