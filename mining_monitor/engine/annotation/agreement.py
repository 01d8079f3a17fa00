"""How two annotators agree: on the class of ground, on its extent, on borders (DOMAIN 4.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.agreement import AgreementRequest, AgreementResult, ClassAgreement
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.results import Notice
from mining_monitor.engine.annotation.conflicts import find_conflicts, require_conflict_file, write_conflicts
from mining_monitor.engine.annotation.kappa import cohen_kappa, confusion
from mining_monitor.engine.annotation.matching import Match, border_distances_m, match_sectors
from mining_monitor.engine.annotation.raw_features import is_on_earth
from mining_monitor.engine.annotation.rings import SMALLEST_M2, mended, polygon_parts
from mining_monitor.engine.annotation.sector_table import class_of, read_sectors
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE, BY_KEY, OTHER
from mining_monitor.schema.review import REJECTED

#: Working thresholds for kappa and IoU (DOMAIN 4.3).
_ACCEPT, _RECONCILE = (0.80, 0.75), (0.60, 0.50)

_MAX_POINTS = 1_000_000
_SITE_CODE = BY_KEY["lsm"].code


@dataclass(frozen=True)
class Map:
    """What one annotator has drawn: valid geometries in EPSG:4326 and their LAMES codes; site polygons left out."""

    shapes: tuple[Any, ...]
    codes: tuple[int, ...]

    def label(self, points: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
        """Return the class at each point, 0 where nothing is drawn; the smaller sector counts where two overlap.

        Parameters
        ----------
        points : ndarray of float, shape (n, 2)
            Longitude, latitude.
        """
        labels = np.full(len(points), OTHER, np.int64)
        if not self.shapes:
            return labels
        where, which = shapely.STRtree(self.shapes).query(shapely.points(points), predicate="intersects")
        areas = shapely.area(np.array(self.shapes, object))
        order = np.argsort(-areas[which], kind="stable")  # the smallest is written last
        labels[where[order]] = np.array(self.codes, np.int64)[which[order]]
        return labels

    def grounds(self) -> dict[int, Any]:
        """Return the union of the sectors of each class that occurs."""
        return {
            code: shapely.union_all([s for s, c in zip(self.shapes, self.codes, strict=True) if c == code])
            for code in sorted(set(self.codes))
        }


def assess_agreement(request: AgreementRequest, job: Job) -> AgreementResult:
    """Compare the sectors of two annotators.

    Raises
    ------
    AnnotationsError, ParameterError
    """
    require_points(request.points)
    require_seed(request.seed)
    require_conflict_file(request.output, request.first, request.second)
    job.report(Progress(0.0, "read"))
    maps = [
        read_map(path, layer, where, job)
        for path, layer, where in (
            (request.first, request.first_layer, request.first_where),
            (request.second, request.second_layer, request.second_where),
        )
    ]
    job.report(Progress(0.3, "check"))
    extent = _extent(request, maps)
    is_cut = bool(request.extent)
    if is_cut:
        maps = [cut_map(each, extent, job) for each in maps]
    grounds = [each.grounds() for each in maps]
    result = compare_maps(maps[0], maps[1], extent, request.points, request.seed, job, is_cut=is_cut)
    job.report(Progress(0.8, "store"))
    conflicts = find_conflicts(grounds[0], grounds[1], extent, job.check)
    if request.output:
        write_conflicts(Path(request.output), conflicts)
    return replace(result, conflicts=len(conflicts), output=request.output or None)


def require_points(points: int) -> None:
    """Check a number of points.

    Raises
    ------
    ParameterError
    """
    if not 1 <= points <= _MAX_POINTS:
        raise ParameterError(f"POINTS is {points}; it must lie between 1 and {_MAX_POINTS}.", name="POINTS")


def require_seed(seed: int) -> None:
    """Check a seed: numpy takes no negative ones.

    Raises
    ------
    ParameterError
    """
    if seed < 0:
        raise ParameterError(f"SEED is {seed}; it must be 0 or more.", name="SEED")


def read_map(path: str, layer: str, where: str, job: Job) -> Map:
    """Read what one annotator has drawn; rejected sectors and site polygons are left out.

    Raises
    ------
    AnnotationsError
    """
    table = read_sectors(path, layer, where)
    shapes, codes = [], []
    for geometry, row in zip(table.geometries, table.rows, strict=True):
        job.check()
        code = class_of(row)
        is_part = geometry is not None and code is not None and code != _SITE_CODE and row.get("state") != REJECTED
        is_polygon = is_part and geometry.geom_type in ("Polygon", "MultiPolygon") and not geometry.is_empty
        shape = mended(shapely.force_2d(geometry)) if is_polygon else None
        if shape is not None and code is not None:
            shapes.append(shape)
            codes.append(code)
    return Map(tuple(shapes), tuple(codes))


def _extent(request: AgreementRequest, maps: Sequence[Map]) -> Any:
    if not request.extent:
        extent = shapely.union_all([shape for each in maps for shape in each.shapes])
        if shapely.is_empty(extent):
            raise AnnotationsError(
                f"Neither {request.first} nor {request.second} holds sectors; there is nothing to compare."
            )
        return extent
    try:
        extent = shapely.from_wkt(request.extent)
    except shapely.errors.ShapelyError as error:
        raise ParameterError(f"EXTENT is no WKT: {error}.", name="EXTENT") from error
    is_polygon = extent.geom_type in ("Polygon", "MultiPolygon") and extent.area > 0 and shapely.is_valid(extent)
    if not is_polygon or not is_on_earth(extent):
        raise ParameterError("EXTENT is no valid polygon in EPSG:4326.", name="EXTENT")
    return shapely.force_2d(extent)


def cut_map(whole: Map, extent: Any, job: Job) -> Map:
    """Return what of a map lies in an extent; specks at its edge are left out."""
    shapes, codes = [], []
    for shape, code in zip(whole.shapes, whole.codes, strict=True):
        job.check()
        if shapely.contains_properly(extent, shape):
            parts = polygon_parts(shape)
        else:
            parts = [
                part for part in polygon_parts(shapely.intersection(shape, extent)) if area_m2(part) >= SMALLEST_M2
            ]
        shapes += parts
        codes += [code] * len(parts)
    return Map(tuple(shapes), tuple(codes))


def compare_maps(
    first: Map, second: Map, extent: Any, points: int, seed: int, job: Job, *, is_cut: bool = False
) -> AgreementResult:
    """Compare two maps on an extent (EPSG:4326): kappa at random points, IoU of classes, borders of matched pairs.

    Parameters
    ----------
    is_cut : bool
        Both maps were cut to the extent: its own border says nothing about how they agree.
    """
    sample = random_points(extent, points, np.random.default_rng(seed))
    kappa = cohen_kappa(confusion(first.label(sample), second.label(sample)))
    classes = _class_agreements(first.grounds(), second.grounds(), extent, job)
    job.check()
    matches = match_sectors(first.shapes, second.shapes, job.check)
    distances = []
    for match in matches:
        job.check()
        pair = first.shapes[match.first], second.shapes[match.second]
        distances.append(border_distances_m(*pair, extent if is_cut else None))
    borders = np.concatenate(distances) if distances else np.array([])
    total = len(first.shapes) + len(second.shapes)
    mean_iou = float(np.mean([match.iou for match in matches])) if matches else None
    judged_iou = mean_iou if total else 1.0  # two who find nothing agree
    return AgreementResult(
        kappa=kappa.value,
        kappa_low=kappa.low,
        kappa_high=kappa.high,
        observed_agreement=kappa.observed,
        points=len(sample),
        classes=classes,
        matched=len(matches),
        first_only=len(first.shapes) - len(matches),
        second_only=len(second.shapes) - len(matches),
        f1=2 * len(matches) / total if total else None,
        mean_iou=mean_iou,
        border_mean_m=float(borders.mean()) if len(borders) else None,
        border_p95_m=float(np.percentile(borders, 95)) if len(borders) else None,
        verdict=_verdict(kappa.value, kappa.observed, judged_iou),
        warnings=tuple(_warnings(first, second, matches, kappa.value)),
    )


def random_points(extent: Any, number: int, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    """Draw points in a polygon of EPSG:4326, uniform in area.

    Drawn from triangles in the cylindrical equal-area projection of the sphere (longitude, sine of latitude), so that
    neither latitude nor a thin shape makes a point less likely.

    Returns
    -------
    ndarray of float, shape (number, 2)
        Longitude, latitude.
    """
    flat = shapely.transform(
        shapely.force_2d(extent), lambda xy: np.column_stack([xy[:, 0], np.sin(np.radians(xy[:, 1]))])
    )
    parts = polygon_parts(shapely.make_valid(flat))
    triangles = shapely.get_parts(shapely.constrained_delaunay_triangles(np.array(parts, object)))
    areas = shapely.area(triangles)
    corners = shapely.get_coordinates(triangles).reshape(-1, 4, 2)[:, :3]
    chosen = corners[rng.choice(len(triangles), size=number, p=areas / areas.sum())]
    one, other = np.sqrt(rng.random(number))[:, None], rng.random(number)[:, None]
    points = (1 - one) * chosen[:, 0] + one * (1 - other) * chosen[:, 1] + one * other * chosen[:, 2]
    points[:, 1] = np.degrees(np.arcsin(np.clip(points[:, 1], -1, 1)))
    return np.asarray(points, np.float64)


def _class_agreements(
    first: Mapping[int, Any], second: Mapping[int, Any], extent: Any, job: Job
) -> tuple[ClassAgreement, ...]:
    found = []
    for code in sorted({*first, *second}):
        job.check()
        one, other = (shapely.intersection(each.get(code, shapely.Polygon()), extent) for each in (first, second))
        shared = _area(shapely.intersection(one, other))
        one_m2, other_m2 = _area(one), _area(other)
        whole = one_m2 + other_m2 - shared
        iou = min(1.0, shared / whole) if whole > 0 else None
        found.append(ClassAgreement(code, BY_CODE[code].key, one_m2, other_m2, iou))
    return tuple(found)


def _area(geometry: Any) -> float:
    return sum(area_m2(part) for part in polygon_parts(geometry))


def _verdict(kappa: float | None, observed: float, iou: float | None) -> str:
    """Judge by kappa where it is defined, else by plain agreement, and by the mean IoU; the worse of the two counts."""
    figures = (kappa if kappa is not None else observed, iou if iou is not None else 0.0)
    if all(figure >= limit for figure, limit in zip(figures, _ACCEPT, strict=True)):
        return "accept"
    if all(figure >= limit for figure, limit in zip(figures, _RECONCILE, strict=True)):
        return "reconcile"
    return "adjudicate"


def _warnings(first: Map, second: Map, matches: Sequence[Match], kappa: float | None) -> list[Notice]:
    found = []
    if kappa is None:
        message = "Both maps have one and the same class everywhere: kappa is not defined; look at the other figures."
        found.append(Notice("kappa-undefined", message))
    differ = sum(first.codes[m.first] != second.codes[m.second] for m in matches)
    if differ:
        message = f"{differ} of {len(matches)} matched sectors have different classes."
        found.append(Notice("classes-differ", message, {"count": differ, "matched": len(matches)}))
    return found
