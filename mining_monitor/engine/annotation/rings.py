"""Rings that cross themselves: where, and the polygon that they mean."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import shapely

from mining_monitor.engine.annotation.issues import Fix, Issue, Subject, wkt_of
from mining_monitor.engine.geodesy import area_m2

#: Parts, holes and gaps below this are no ground that anybody meant to draw (issue "gaps under 25 m2").
SMALLEST_M2 = 25.0

#: A repair that changes more of a sector than this wants a person's eye.
_LARGEST_SAFE_CHANGE = 0.01

#: A loop of a crossing ring that holds less than this share of the sector is a slip of the hand.
_LARGEST_LOOP = 0.01

#: GEOS rounds a crossing to the nearest double, where two rings may cross anew: what it gives is mended again.
_PASSES = 8

_REASON = re.compile(r"^(?P<what>[^\[]*)\[(?P<x>\S+) (?P<y>\S+)\]$")


def polygon_parts(geometry: Any) -> list[Any]:
    """Return the polygons of any geometry; lines and points are left out."""
    found = shapely.get_parts(shapely.get_parts(np.atleast_1d(geometry)))
    return [part for part in found if part.geom_type == "Polygon" and not part.is_empty]


def mended(geometry: Any) -> Any:
    """Return the polygon that a crossing ring means, or None where it encloses nothing.

    The ground is what the rings enclose ("structure" of GEOS); loops that are slips of the hand go. What stays in
    several large parts stays a MultiPolygon.
    """
    if shapely.is_valid(geometry):
        return geometry
    for _ in range(_PASSES):
        geometry = _without_slips(geometry)
        if geometry is None or shapely.is_valid(geometry):
            return geometry
    return None


def _without_slips(geometry: Any) -> Any:
    parts = polygon_parts(shapely.make_valid(geometry, method="structure", keep_collapsed=False))
    if not parts:
        return None
    areas = [area_m2(part) for part in parts]
    total = sum(areas)
    kept = [
        part
        for part, area in zip(parts, areas, strict=True)
        if area == max(areas) or (area >= SMALLEST_M2 and area > _LARGEST_LOOP * total)
    ]
    return kept[0] if len(kept) == 1 else shapely.multipolygons(kept)


@functools.lru_cache(maxsize=8192)
def enclosed_area_m2(geometry: Any) -> float:
    """Return the geodesic area that an outline encloses, in m2; remembered, because several checks ask."""
    shape = mended(geometry)
    return 0.0 if shape is None else area_m2(shape)


def ring_issues(subjects: Sequence[Subject], check: Callable[[], None] = lambda: None) -> list[Issue]:
    """Find invalid geometries (OGC simple features), each with the place of its first fault and its repair."""
    geometries = np.array([subject.geometry for subject in subjects], object)
    is_bad = ~shapely.is_valid(geometries) & ~shapely.is_missing(geometries)
    found = []
    for index in np.flatnonzero(is_bad):
        check()
        found.append(_ring_issue(subjects[int(index)]))
    return found


def _ring_issue(subject: Subject) -> Issue:
    reason = shapely.is_valid_reason(subject.geometry)
    match = _REASON.match(reason)
    what = match["what"].strip().lower() if match else reason.lower()
    where = shapely.Point(float(match["x"]), float(match["y"])) if match else None
    repaired = mended(subject.geometry)
    return Issue(
        "invalid-geometry",
        "error",
        f"The outline of {subject.label} crosses or touches itself ({what}).",
        (subject,),
        where,
        facts={"reason": what},
        fix=_ring_fix(subject, repaired) if repaired is not None else None,
    )


def _ring_fix(subject: Subject, repaired: Any) -> Fix:
    before, after = area_m2(subject.geometry), area_m2(repaired)
    change = after - before
    return Fix(
        f"Keep the ground that the outline encloses; its area goes from {before:.1f} to {after:.1f} m2.",
        abs(change) <= max(_LARGEST_SAFE_CHANGE * max(before, after), 1.0),
        geometries={subject.number: repaired},
        before=wkt_of(subject.geometry),
        after=wkt_of(repaired),
        area_change_m2=change,
    )


def part_issues(subjects: Sequence[Subject], check: Callable[[], None] = lambda: None) -> list[Issue]:
    """Find sectors of several parts, and parts, holes and whole sectors that are smaller than 25 m2."""
    found: list[Issue] = []
    for subject in subjects:
        check()
        if subject.geometry is not None:
            found += _parts_of(subject)
    return found


def _parts_of(subject: Subject) -> list[Issue]:
    if not shapely.is_valid(subject.geometry):
        return []  # its parts are not what they seem
    found: list[Issue] = []
    parts = polygon_parts(subject.geometry)
    tiny = [part for part in parts if _is_tiny(part)]
    if tiny and len(tiny) == len(parts):
        message = f"{subject.label} is only {area_m2(subject.geometry):.1f} m2, less than {SMALLEST_M2:g} m2."
        found.append(Issue("tiny-sector", "warning", message, (subject,), subject.geometry))
    elif tiny:
        found.append(_tiny_parts(subject, parts, tiny))
    if len(parts) > 1:
        message = f"{subject.label} has {len(parts)} parts; a sector is one connected piece of ground."
        fix = Fix(f"Make it {len(parts)} sectors with the same attributes.", is_safe=True)
        found.append(
            Issue("multi-part", "hint", message, (subject,), subject.geometry, facts={"parts": len(parts)}, fix=fix)
        )
    holes = [shapely.polygons(ring) for part in parts for ring in part.interiors]
    holes = [hole for hole in holes if _is_tiny(hole)]
    if holes:
        found.append(_tiny_holes(subject, holes))
    return found


def _is_tiny(polygon: Any) -> bool:
    west, south, east, north = shapely.bounds(polygon)
    if (east - west) * (north - south) > 1e-6:  # over 1 ha anywhere below 85 degrees
        return polygon.area < 1e-7 and area_m2(polygon) < SMALLEST_M2
    return area_m2(polygon) < SMALLEST_M2


def _tiny_parts(subject: Subject, parts: list[Any], tiny: list[Any]) -> Issue:
    rest = [part for part in parts if part not in tiny]
    after = rest[0] if len(rest) == 1 else shapely.multipolygons(rest)
    lost = sum(area_m2(part) for part in tiny)
    where = shapely.multipolygons(tiny)
    fix = Fix(
        f"Drop {len(tiny)} parts of {lost:.1f} m2 together.", True, remove={subject.number: where},
        before=wkt_of(subject.geometry), after=wkt_of(after), area_change_m2=-lost,
    )  # fmt: skip
    message = f"{len(tiny)} parts of {subject.label} are smaller than {SMALLEST_M2:g} m2."
    return Issue("tiny-part", "warning", message, (subject,), where, area_m2=lost, facts={"parts": len(tiny)}, fix=fix)


def _tiny_holes(subject: Subject, holes: list[Any]) -> Issue:
    after = shapely.union_all([subject.geometry, *holes])
    gained = sum(area_m2(hole) for hole in holes)
    where = shapely.multipolygons(holes)
    fix = Fix(
        f"Fill {len(holes)} holes of {gained:.1f} m2 together.", True, add={subject.number: where},
        before=wkt_of(subject.geometry), after=wkt_of(after), area_change_m2=gained,
    )  # fmt: skip
    message = f"{len(holes)} holes in {subject.label} are smaller than {SMALLEST_M2:g} m2."
    return Issue("tiny-hole", "warning", message, (subject,), where, area_m2=gained, fix=fix)
