"""What became of each piece of ground between two dates, with what one date could not observe kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.monitoring.overlay import lay_over, objects
from mining_monitor.engine.monitoring.sector_map import Ground, SectorMap, partition, polygonal
from mining_monitor.engine.monitoring.space import areas_m2
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import NOT_OBSERVED, OTHER


@dataclass(frozen=True)
class Transitions:
    """Pieces of ground with the class of both dates.

    Attributes
    ----------
    before, after : SectorMap
        Disjoint sectors of each date.
    geometries : ndarray of polygons, EPSG:4326
    first, second : ndarray of int
        Index of the sector before and after; -1: none.
    code_before, code_after : ndarray of int
        LAMES code; 0: observed and not mapped; 255: that date could not observe it.
    area_m2 : ndarray of float64
    background_m2 : dict
        (before, after) -> m2 of ground that neither date maps: of 0 and 255, where it is known.
    """

    before: SectorMap
    after: SectorMap
    geometries: npt.NDArray[Any]
    first: npt.NDArray[np.int_]
    second: npt.NDArray[np.int_]
    code_before: npt.NDArray[np.int_]
    code_after: npt.NDArray[np.int_]
    area_m2: npt.NDArray[np.float64]
    background_m2: dict[tuple[int, int], float]


def find_transitions(before: SectorMap, after: SectorMap, job: Job) -> Transitions:
    """Lay two dates over each other."""
    first, second = partition(before), partition(after)
    job.check()
    laid = lay_over(first.geometries, second.geometries, job)
    is_lost, is_gained = laid.second < 0, laid.first < 0
    seen_before, seen_after = _ground(first), _ground(second)
    lost = _split(laid.geometries[is_lost], seen_after, job)
    gained = _split(laid.geometries[is_gained], seen_before, job)
    both = ~(is_lost | is_gained)
    count = int(both.sum())
    geometries = np.concatenate([laid.geometries[both], *lost, *gained])
    i = np.concatenate([laid.first[both], *[laid.first[is_lost]] * 2, *[laid.first[is_gained]] * 2])
    j = np.concatenate([laid.second[both], *[laid.second[is_lost]] * 2, *[laid.second[is_gained]] * 2])
    code_before, code_after = np.append(first.codes, OTHER)[i], np.append(second.codes, OTHER)[j]
    n_lost, n_gained = int(is_lost.sum()), int(is_gained.sum())
    code_after[count + n_lost : count + 2 * n_lost] = NOT_OBSERVED
    code_before[count + 2 * n_lost + n_gained :] = NOT_OBSERVED
    keep = ~shapely.is_empty(geometries)
    found = Transitions(
        first, second, geometries[keep], i[keep], j[keep], code_before[keep], code_after[keep],
        areas_m2(geometries[keep]), {},
    )  # fmt: skip
    found.background_m2.update(_background(found, seen_before, seen_after))
    return found


def _ground(sectors: SectorMap) -> Any:
    """Return what a date could see: what was observed, and what somebody mapped; None: nobody says."""
    if sectors.observed is None:
        return None
    ground = polygonal(shapely.union_all([sectors.observed, *sectors.geometries]))
    shapely.prepare(ground)
    return ground


def _split(pieces: npt.NDArray[Any], seen: Any, job: Job) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Return what of each piece the other date could see, and what not; empty polygons where there is nothing."""
    if seen is None:
        return pieces, objects([shapely.Polygon() for _ in pieces])
    ground = Ground(seen)
    inside = ground.inside(pieces)
    job.check()
    return inside, ground.outside(pieces)


def _background(found: Transitions, seen_before: Any, seen_after: Any) -> dict[tuple[int, int], float]:
    """Return the ground that neither date maps; nothing where no date says what it observed."""
    if seen_before is None and seen_after is None:
        return {}
    mapped = found.area_m2
    is_seen_before, is_seen_after = found.code_before != NOT_OBSERVED, found.code_after != NOT_OBSERVED
    grounds = [ground for ground in (seen_before, seen_after) if ground is not None]
    shared = grounds[0] if len(grounds) == 1 else polygonal(shapely.intersection(*grounds))
    # pieces that only the date with unknown ground maps lie outside the other one's ground
    background = {(OTHER, OTHER): area_m2(shared) - float(mapped[is_seen_before & is_seen_after].sum())}
    if len(grounds) == 2:
        only_before = area_m2(polygonal(shapely.difference(seen_before, seen_after)))
        only_after = area_m2(polygonal(shapely.difference(seen_after, seen_before)))
        background[OTHER, NOT_OBSERVED] = only_before - float(mapped[~is_seen_after].sum())
        background[NOT_OBSERVED, OTHER] = only_after - float(mapped[~is_seen_before].sum())
    return {pair: max(0.0, area) for pair, area in background.items()}
