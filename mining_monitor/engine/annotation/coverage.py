"""Sectors beside one another: ground that two claim, ground that none claims, ground that nobody has seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from mining_monitor.engine.annotation.issues import Fix, Issue, Subject, wkt_of
from mining_monitor.engine.annotation.rings import SMALLEST_M2, mended, polygon_parts
from mining_monitor.engine.annotation.slivers import open_slivers
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.neighbours import touching_pairs
from mining_monitor.schema.classes import BY_KEY
from mining_monitor.schema.review import REJECTED

#: Two sectors may share this much ground (DOMAIN 1.4: "no overlap > max(1 m2, 0.5 %) is realistic").
OVERLAP_M2, OVERLAP_SHARE = 1.0, 0.005

#: An overlap below this is a slip of the hand along a common border (DOMAIN 1.4: 29 of 53 pairs).
SLIVER_M2 = 100.0

#: A sector may reach beyond the observed ground, or its site's footprint, by this share.
_OUTSIDE_SHARE, _FOOTPRINT_SHARE = 0.01, 0.5

#: Square metres below which no planar area in degrees is worth a geodesic one.
_PLANAR_FLOOR = 0.5 / 111_320.0**2

#: The whole-site class lies over sectors by design (DOMAIN 1.2).
_SITE_CODE = BY_KEY["lsm"].code

_AT_ONCE = 2000

#: Neighbours are merged first: sectors in strips of this width, so many in a step.
_STRIP_DEG, _MERGED_AT_ONCE = 0.01, 16

#: Holes below this are what doubles cannot say of a shared border, not ground: a square of 1 cm.
_LEAST_GAP_M2 = 1e-4


class Ground:
    """The ground that sectors hold: mended geometries of those that take part in a coverage, by scene.

    Site polygons lie over sectors by design, and a rejected sector holds no ground.
    """

    def __init__(self, subjects: Sequence[Subject], check: Callable[[], None] = lambda: None) -> None:
        self._check = check
        self.subjects: list[Subject] = []
        self.shapes: list[Any] = []
        for subject in subjects:
            check()
            is_part = subject.code != _SITE_CODE and subject.values.get("state") != REJECTED
            shape = mended(subject.geometry) if is_part and subject.geometry is not None else None
            if shape is not None:
                self.subjects.append(subject)
                self.shapes.append(shape)
        self._tree = shapely.STRtree(self.shapes)

    def overlaps(self) -> list[Issue]:
        """Find pairs of sectors of one scene that share more than 1 m2."""
        found = []
        for first, second, shared in self._shared():
            one, other = self.subjects[first], self.subjects[second]
            if one.values.get("scene_id") != other.values.get("scene_id"):
                continue  # other dates, other maps
            area = sum(area_m2(part) for part in polygon_parts(shared))
            if area > OVERLAP_M2:
                found.append(self._overlap(first, second, shared, area))
        return found

    def _shared(self) -> Iterator[tuple[int, int, Any]]:
        shapes = np.array(self.shapes, object)
        for left, right in touching_pairs(shapes, self._check):
            for begin in range(0, len(left), _AT_ONCE):
                self._check()
                some, others = left[begin : begin + _AT_ONCE], right[begin : begin + _AT_ONCE]
                shared = shapely.intersection(shapes[some], shapes[others])
                for index in np.flatnonzero(shapely.area(shared) > _PLANAR_FLOOR):
                    yield int(some[index]), int(others[index]), shared[index]

    def _overlap(self, first: int, second: int, shared: Any, area: float) -> Issue:
        areas = {index: area_m2(self.shapes[index]) for index in (first, second)}
        smaller, larger = sorted((first, second), key=lambda index: areas[index])
        share = area / areas[smaller] if areas[smaller] else 1.0
        low, high = self.subjects[smaller], self.subjects[larger]
        kind_of = "the same class" if low.code == high.code else "another class"
        is_grave = area > max(OVERLAP_M2, OVERLAP_SHARE * areas[smaller])
        after = shapely.difference(self.shapes[larger], self.shapes[smaller])
        fix = Fix(
            f"Cut the shared ground out of the larger one, {high.label}.",
            is_safe=area < SLIVER_M2 and share <= OVERLAP_SHARE,
            remove={high.number: self.shapes[smaller]},
            before=wkt_of(self.shapes[larger]),
            after=wkt_of(after),
            area_change_m2=-area,
        )
        facts = {
            "area_m2": round(area, 3), "share": round(share, 6), "same_class": low.code == high.code,
            "same_site": low.values.get("site_id") == high.values.get("site_id"),
            "is_sliver": area < SLIVER_M2, "classes": [low.code, high.code],
        }  # fmt: skip
        message = (
            f"{low.label} and {high.label}, of {kind_of}, share {area:.1f} m2, {share_text(share)} of the smaller one."
        )
        where = shapely.multipolygons(polygon_parts(shared))
        return Issue(
            "overlap", "error" if is_grave else "hint", message, (low, high), where, area_m2=area, facts=facts, fix=fix
        )

    def gaps(self) -> list[Issue]:
        """Find ground below 25 m2 that none holds: enclosed by sectors, or open at one end between two that touch."""
        found = [
            self._gap(sliver.ground, list(sliver.between))
            for sliver in open_slivers(self.shapes, self._check)
            if len({self.subjects[index].values.get("scene_id") for index in sliver.between}) == 1
        ]
        for part in polygon_parts(self._merged()):
            self._check()
            for ring in part.interiors:
                hole = shapely.polygons(ring)
                if hole.area >= 1e-7 or not _LEAST_GAP_M2 < area_m2(hole) < SMALLEST_M2:
                    continue
                around = [int(index) for index in self._tree.query(hole, predicate="intersects")]
                if len(around) > 1:
                    found.append(self._gap(hole, around))
        return found

    def _merged(self) -> Any:
        """Return the union of all ground, made step by step, so that no step is too long to be cancelled."""
        if not self.shapes:
            return shapely.Polygon()
        west, south, _, _ = shapely.bounds(np.array(self.shapes, object)).T
        order = np.lexsort((south, np.floor(west / _STRIP_DEG)))
        pieces = [self.shapes[index] for index in order]
        while len(pieces) > 1:
            pieces = [self._union(pieces[i : i + _MERGED_AT_ONCE]) for i in range(0, len(pieces), _MERGED_AT_ONCE)]
        return pieces[0]

    def _union(self, shapes: Sequence[Any]) -> Any:
        self._check()
        return shapely.union_all(shapes)

    def _gap(self, hole: Any, around: list[int]) -> Issue:
        borders = [shapely.length(shapely.intersection(self.shapes[i], shapely.boundary(hole))) for i in around]
        heir = around[int(np.argmax(borders))]
        subject, area = self.subjects[heir], area_m2(hole)
        after = shapely.union(self.shapes[heir], hole)
        fix = Fix(
            f"Give it to {subject.label}, with which it shares most border.", is_safe=True,
            add={subject.number: hole}, before=wkt_of(self.shapes[heir]), after=wkt_of(after),
            area_change_m2=area,
        )  # fmt: skip
        message = f"A gap of {area:.1f} m2 lies between {len(around)} sectors."
        neighbours = (subject, *(self.subjects[index] for index in around if index != heir))
        return Issue("gap", "warning", message, neighbours, hole, area_m2=area, fix=fix)


def share_text(share: float) -> str:
    """Write a share as per cent that can be read: 100 %, 4.2 %, 0.03 %, less than 0.01 %."""
    percent = 100.0 * share
    if percent >= 10.0:
        return f"{percent:.0f} %"
    return f"{percent:.2g} %" if percent >= 0.01 else "less than 0.01 %"


def outside_observed(
    subjects: Sequence[Subject], observed: Mapping[str | None, Any], check: Callable[[], None] = lambda: None
) -> list[Issue]:
    """Find sectors that reach beyond the ground that was observed in their scene.

    Parameters
    ----------
    observed : mapping
        Scene -> geometry in EPSG:4326. Sectors of scenes that are not in it are not judged.
    """
    for geometry in observed.values():
        shapely.prepare(geometry)
    found = []
    for subject in subjects:
        check()
        seen = observed.get(subject.values.get("scene_id"))
        shape = mended(subject.geometry) if seen is not None and subject.geometry is not None else None
        if shape is None or shapely.covers(seen, shape):
            continue
        beyond = polygon_parts(shapely.difference(shape, seen))
        area = sum(area_m2(part) for part in beyond)
        share = area / max(area_m2(shape), 1e-9)
        if share > _OUTSIDE_SHARE and area > SMALLEST_M2:
            message = (
                f"{100 * share:.0f} % of {subject.label} ({area:.0f} m2) lies where its image shows nothing: cloud, no "
                "data, or beyond its edge."
            )
            where = shapely.multipolygons(beyond)
            found.append(
                Issue("outside-observed", "warning", message, (subject,), where, area_m2=area, facts={"share": share})
            )
    return found


def outside_footprint(
    subjects: Sequence[Subject], footprints: Mapping[str, Any], check: Callable[[], None] = lambda: None
) -> list[Issue]:
    """Find sectors of which less than half lies in the footprint of their site."""
    found = []
    for subject in subjects:
        check()
        footprint = footprints.get(str(subject.values.get("site_id") or "").strip())
        shape = mended(subject.geometry) if footprint is not None and subject.geometry is not None else None
        if shape is None:
            continue
        share = shapely.area(shapely.intersection(shape, footprint)) / max(shapely.area(shape), 1e-30)
        if share < _FOOTPRINT_SHARE:
            message = f"Only {100 * share:.0f} % of {subject.label} lies in the footprint of its site."
            found.append(
                Issue("outside-footprint", "hint", message, (subject,), subject.geometry, facts={"share": share})
            )
    return found
