"""``assessaccuracy``: a map against a labelled sample, polygons or a class raster (DOMAIN 1.9, 3.8, 4.3)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.accuracy import AccuracyResult, AssessAccuracyRequest, ClassAccuracy, Estimate
from mining_monitor.contract.codec import to_json
from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.engine.annotation.sector_table import SectorTable, read_sectors
from mining_monitor.engine.assessment.metrics import averages, class_figures
from mining_monitor.engine.files import is_same_file, whole_file
from mining_monitor.engine.monitoring.accuracy import (
    LabelledPoints,
    StratifiedEstimator,
    counts,
    kappa,
    proportions,
    scaled,
)
from mining_monitor.engine.monitoring.class_raster import is_raster
from mining_monitor.engine.monitoring.full_reference import Comparison, compare_pixels, compare_polygons
from mining_monitor.engine.monitoring.outlines import boundary_f1, match_objects
from mining_monitor.engine.monitoring.places import extent_polygon
from mining_monitor.engine.monitoring.reference_sample import PointsOfClass, is_sample, match_sample
from mining_monitor.engine.monitoring.sampling import open_map
from mining_monitor.engine.monitoring.tables import write_csv
from mining_monitor.engine.progress import Job
from mining_monitor.engine.versions import software_versions
from mining_monitor.schema.classes import BY_CODE

Matrix = npt.NDArray[np.float64]

_COLUMNS = (
    "class", "class_key", "users", "users_low", "users_high", "producers", "producers_low", "producers_high", "f1",
    "iou", "one_vs_rest", "boundary_f1", "support", "mapped_m2", "adjusted_m2", "adjusted_low_m2", "adjusted_high_m2",
    "objects_matched", "objects_mapped", "objects_reference",
)  # fmt: skip


def assess_accuracy(request: AssessAccuracyRequest, job: Job) -> AccuracyResult:
    """Compare a map with a reference; write .json and .csv where they are asked for.

    Raises
    ------
    AnnotationsError, ImageError, ParameterError, ExtentError, OutputError
    """
    _check(request)
    place = None if request.extent is None else extent_polygon(request.extent)
    points: Mapping[str, PointsOfClass] = {}
    table = None if is_raster(request.reference.path) else _reference_table(request)
    if table is not None and is_sample(table):
        result, points = _by_sample(request, table, place, job)
    elif table is None or is_raster(request.source.path):
        result = _by_comparison(request, compare_pixels(request, place, job), "pixels", job)
    else:
        result = _by_comparison(request, compare_polygons(request, place, job), "polygons", job)
    result = replace(result, output=request.output, table=request.table)
    if request.table:
        write_csv(request.table, _COLUMNS, [_table_row(row) for row in result.classes])
    if request.output:
        _write_json(request, result, points)
    return result


def _check(request: AssessAccuracyRequest) -> None:
    if not 0 <= request.boundary_tolerance_m < math.inf:  # also where it is no number
        raise ParameterError(
            f"The tolerance of outlines is {request.boundary_tolerance_m:g} m; give 0 or more.",
            name="boundary_tolerance_m",
        )
    if request.output and request.table and is_same_file(Path(request.output), Path(request.table)):
        raise ParameterError(f"TABLE is {request.table}, which is also OUTPUT. Choose another name.", name="TABLE")
    if not 0 < request.min_iou <= 1:
        raise ParameterError(f"min_iou is {request.min_iou:g}; it must lie between 0 and 1.", name="min_iou")
    for path in filter(None, (request.output, request.table)):
        if any(is_same_file(Path(path), Path(each.path)) for each in (request.source, request.reference)):
            raise ParameterError(f"OUTPUT is {path}, which is also read. Choose another name.", name="OUTPUT")


def _reference_table(request: AssessAccuracyRequest) -> SectorTable:
    table = read_sectors(request.reference.path, request.reference.layer, request.reference.where)
    if not len(table.geometries):
        raise AnnotationsError(f"{request.reference.path} is empty; there is nothing to compare with.")
    return table


# a sample -----------------------------------------------------------------------------------------------------------


def _by_sample(
    request: AssessAccuracyRequest, table: SectorTable, place: Any, job: Job
) -> tuple[AccuracyResult, Mapping[str, PointsOfClass]]:  # fmt: skip
    with open_map(request.source, request.extent, job) as class_map:
        sample = match_sample(table, class_map, place, job)
        mapped_m2, notices = dict(class_map.areas_m2), class_map.notices
    points = sample.points
    codes = sorted({*points.mapped.tolist(), *points.reference.tolist(), *mapped_m2})
    estimator = StratifiedEstimator(points)
    matrix, shares = counts(points, codes), proportions(points, codes)
    figures = _figures(shares) if np.isfinite(shares).all() else {}
    area = float(points.stratum_m2.sum())
    classes = tuple(
        _sampled_class(points, estimator, code, index, figures, mapped_m2.get(code, 0.0), area)
        for index, code in enumerate(codes)
    )
    result = AccuracyResult(
        method="sample",
        unit="points",
        codes=tuple(codes),
        matrix=_tuples(matrix),
        proportions=_tuples(np.nan_to_num(shares)),
        overall=estimator.share(points.mapped == points.reference),
        classes=classes,
        macro=_macro(shares) if figures else {},
        undefined=_undefined(classes),
        kappa=kappa(matrix),
        area_m2=area,
        labelled=len(points.mapped),
        unlabelled=sample.unlabelled,
        not_interpretable=sample.not_interpretable,
        outside=sample.outside,
        second_reader=sample.second_reader,
        warnings=(*notices, *sample.notices),
    )
    return result, sample.named


def _sampled_class(
    points: LabelledPoints, estimator: StratifiedEstimator, code: int, index: int,
    figures: dict[str, Matrix], mapped_m2: float, area: float,
) -> ClassAccuracy:  # fmt: skip
    is_mapped, is_there = points.mapped == code, points.reference == code
    right = is_mapped & is_there
    return ClassAccuracy(
        code=code,
        key=BY_CODE[code].key,
        users=estimator.ratio(right, is_mapped),
        producers=estimator.ratio(right, is_there),
        f1=_defined(figures, "f1", index),
        iou=_defined(figures, "iou", index),
        one_vs_rest=_defined(figures, "accuracy", index),
        support=float(is_there.sum()),
        mapped_m2=mapped_m2,
        adjusted_m2=scaled(estimator.share(is_there), area),
    )


def _defined(figures: dict[str, Matrix], name: str, index: int) -> float | None:
    value = float(figures[name][index]) if figures else float("nan")
    return value if np.isfinite(value) else None


# a full reference -----------------------------------------------------------------------------------------------------


def _by_comparison(request: AssessAccuracyRequest, found: Comparison, method: str, job: Job) -> AccuracyResult:
    total = float(found.matrix.sum())
    if total <= 0:
        raise AnnotationsError("Map and reference share no ground that both could observe; nothing can be compared.")
    codes = [code for code in range(len(found.matrix)) if found.matrix[code].any() or found.matrix[:, code].any()]
    matrix = found.matrix[np.ix_(codes, codes)]
    figures = _figures(matrix)
    classes = tuple(
        ClassAccuracy(
            code=code,
            key=BY_CODE[code].key,
            users=Estimate(_defined(figures, "precision", index)),
            producers=Estimate(_defined(figures, "recall", index)),
            f1=_defined(figures, "f1", index),
            iou=_defined(figures, "iou", index),
            one_vs_rest=_defined(figures, "accuracy", index),
            support=float(matrix[:, index].sum()),
            mapped_m2=found.mapped_m2.get(code, 0.0),
            **_shapes_of(request, found, code, job),
        )
        for index, code in enumerate(codes)
    )
    return AccuracyResult(
        method=method,
        unit="pixels" if method == "pixels" else "m2",
        codes=tuple(codes),
        matrix=_tuples(matrix),
        proportions=_tuples(matrix / total),
        overall=Estimate(float(np.trace(matrix)) / total),
        classes=classes,
        macro=_macro(matrix),
        undefined=_undefined(classes),
        kappa=kappa(matrix),
        area_m2=found.area_m2,
        boundary_tolerance_m=request.boundary_tolerance_m if found.sectors else None,
        warnings=found.notices,
    )


def _shapes_of(request: AssessAccuracyRequest, found: Comparison, code: int, job: Job) -> dict[str, Any]:
    """Return how outlines and single sectors of a class meet; nothing for ``other`` and for pixels."""
    if found.sectors is None or code == 0:
        return {}
    mapped, reference = (sectors.geometries[sectors.codes == code] for sectors in found.sectors)
    return {
        "boundary_f1": boundary_f1(mapped, reference, request.boundary_tolerance_m, job),
        "objects": match_objects(mapped, reference, request.min_iou),
    }


# both -----------------------------------------------------------------------------------------------------------------


def _macro(matrix: Matrix) -> dict[str, float]:
    flipped: Any = matrix.T  # rows reference
    return {name: float(value) for name, value in averages(flipped).items() if np.isfinite(value)}


def _figures(matrix: Matrix) -> dict[str, Matrix]:
    """Return the figures by class of counts, shares or areas, rows map."""
    flipped: Any = matrix.T  # rows reference
    return class_figures(flipped)


def _undefined(classes: Sequence[ClassAccuracy]) -> tuple[str, ...]:
    """Return what is 0/0 and counts in no mean (DOMAIN 1.9)."""
    names = []
    for row in classes:
        figures = {"user's accuracy": row.users.value, "producer's accuracy": row.producers.value}
        figures.update({"f1": row.f1, "iou": row.iou})
        names += [f"{figure} of {row.key}" for figure, value in figures.items() if value is None]
    return tuple(names)


def _tuples(matrix: Matrix) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(float(value) for value in row) for row in matrix)


def _table_row(row: ClassAccuracy) -> tuple[Any, ...]:
    adjusted = row.adjusted_m2 or Estimate(None)
    matched = row.objects or {}
    return (
        row.code, row.key, row.users.value, row.users.low, row.users.high, row.producers.value, row.producers.low,
        row.producers.high, row.f1, row.iou, row.one_vs_rest, row.boundary_f1, row.support, row.mapped_m2,
        adjusted.value, adjusted.low, adjusted.high, matched.get("matched"), matched.get("mapped"),
        matched.get("reference"),
    )  # fmt: skip


def _write_json(
    request: AssessAccuracyRequest, result: AccuracyResult, points: Mapping[str, PointsOfClass]
) -> None:  # fmt: skip
    names = {"map": request.source, "reference": request.reference}
    document = {
        "accuracy": to_json(result),
        "inputs": {key: {"file": Path(source.path).name, "layer": source.layer} for key, source in names.items()},
        "software": software_versions(),
    }
    if points:
        document["points"] = points
    document["accuracy"].pop("output")
    document["accuracy"].pop("table")
    with whole_file(Path(request.output or "")) as partial:
        partial.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
