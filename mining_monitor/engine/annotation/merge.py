"""Merge a new run with what people have worked on (ARCHITECTURE, step 9).

Within one scene: what a person has touched stays as it is and cuts the new polygons; model drafts that nobody
touched give way to the new run where it could see. Other scenes are other dates and are never touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import shapely

from mining_monitor.schema.classes import BY_KEY

#: Pieces that the cut leaves and that are thinner than this are dropped: about 10 cm, in degrees.
_SLIVER_DEG = 1e-6

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


def cut_by_protected(new: Sequence[NewSector], protected: Sequence[OldSector]) -> list[NewSector]:
    """Return the new sectors without the ground that reviewed sectors hold; untouched ones as they came."""
    cutters = [old.geometry for old in protected if old.code != _SITE_CODE]
    if not cutters:
        return list(new)
    tree = shapely.STRtree(cutters)
    kept: list[NewSector] = []
    for sector in new:
        hits = tree.query(sector.geometry, predicate="intersects") if sector.code != _SITE_CODE else []
        if len(hits) == 0:
            kept.append(sector)
            continue
        rest = shapely.difference(sector.geometry, shapely.union_all([cutters[i] for i in hits]))
        kept.extend(NewSector(part, sector.code, sector.confidence) for part in polygons_of(rest))
    return kept


def supersede(drafts: Sequence[OldSector], observed: Any) -> tuple[list[OldSector], list[tuple[OldSector, list[Any]]]]:
    """Tell which untouched drafts a run replaces.

    Parameters
    ----------
    drafts : sequence of OldSector
    observed : shapely geometry, EPSG:4326
        Ground that the new run could see.

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
    for draft in drafts:
        if not shapely.intersects(observed, draft.geometry):
            continue
        rest = polygons_of(shapely.difference(draft.geometry, observed))
        if not rest:
            gone.append(draft)
        elif shapely.area(shapely.union_all(rest)) < draft.geometry.area * (1 - 1e-9):
            cut.append((draft, rest))
    return gone, cut


def polygons_of(geometry: Any) -> list[Any]:
    """Return the polygons of a geometry that are no slivers."""
    parts = shapely.get_parts(shapely.make_valid(geometry))
    parts = [p for part in parts for p in shapely.get_parts(part)]
    return [p for p in parts if p.geom_type == "Polygon" and not shapely.is_empty(shapely.buffer(p, -_SLIVER_DEG / 2))]
