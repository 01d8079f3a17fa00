"""Validation: everything that is wrong with sectors, where it is, and what would mend it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyogrio
import shapely

from mining_monitor.contract.annotation_tables import SITES_TABLE
from mining_monitor.contract.annotations import ValidateAnnotationsRequest, ValidationResult
from mining_monitor.contract.door import Progress
from mining_monitor.contract.results import Notice
from mining_monitor.engine.annotation.attributes import attribute_issues
from mining_monitor.engine.annotation.coverage import Ground, outside_footprint, outside_observed
from mining_monitor.engine.annotation.issue_file import require_issue_file, write_issues
from mining_monitor.engine.annotation.issues import Issue, Subject, count, count_by_kind, in_order
from mining_monitor.engine.annotation.raw_features import is_on_earth
from mining_monitor.engine.annotation.rings import part_issues, polygon_parts, ring_issues
from mining_monitor.engine.annotation.sector_table import SectorTable, class_of, read_sectors
from mining_monitor.engine.annotation.site_join import NONE, Sites, find_sites, site_issues
from mining_monitor.engine.progress import Job
from mining_monitor.engine.vector_path import layer_names
from mining_monitor.schema.fields import OBSERVED_TABLE, SECTOR_FIELDS


def validate_annotations(request: ValidateAnnotationsRequest, job: Job) -> ValidationResult:
    """Validate sectors; the list of issues is whole or absent.

    Raises
    ------
    AnnotationsError, ParameterError, OutputError
    """
    clock = time.perf_counter()
    require_issue_file(request.issues, request.input, request.observed)
    job.report(Progress(0.0, "read"))
    table = read_sectors(request.input, request.layer, request.where, keep_odd=True)
    subjects, unreadable = subjects_of(table)
    observed = _observed(request)
    job.report(Progress(0.2, "check"))
    footprints = _footprints(request, table)
    issues = in_order(
        [
            *unreadable,
            *find_issues(subjects, job),
            *outside_observed(subjects, observed, job.check),
            *site_issues(subjects, Sites(footprints)),
            *outside_footprint(subjects, footprints, job.check),
        ]
    )
    job.report(Progress(0.9, "store"))
    if request.issues:
        write_issues(Path(request.issues), issues)
    return ValidationResult(
        sectors=len(table.rows),
        issues=count_by_kind(issues),
        severities=count(issue.severity for issue in issues),
        fixable=sum(issue.fix is not None and issue.fix.is_safe for issue in issues),
        issues_file=request.issues or None,
        seconds=round(time.perf_counter() - clock, 3),
        warnings=() if observed else _without_observed(subjects),
    )


def find_issues(subjects: Sequence[Subject], job: Job) -> list[Issue]:
    """Find what is wrong with sectors by themselves and beside one another."""
    ground = Ground(subjects, job.check)
    return [
        *ring_issues(subjects, job.check),
        *part_issues(subjects, job.check),
        *attribute_issues(subjects, job.check),
        *ground.overlaps(),
        *ground.gaps(),
    ]


def subjects_of(table: SectorTable) -> tuple[list[Subject], list[Issue]]:
    """Turn rows into sectors; rows without usable ground become issues.

    Columns are found by name whatever their case; texts lose the blanks around them.
    """
    names = {field.name.lower(): field.name for field in SECTOR_FIELDS}
    columns = {column: names[column.lower()] for column in table.columns if column.lower() in names}
    subjects: list[Subject] = []
    issues: list[Issue] = []
    for number, (geometry, row) in enumerate(zip(table.geometries, table.rows, strict=True), 1):
        values = {name: _stripped(row.get(column)) for column, name in columns.items()}
        given = values.get("class", values.get("class_key"))
        values.update({"_class": given, "class": class_of({**row, **values})})
        shape, problem = _usable(geometry)
        subject = Subject(number, values, shape)
        if problem:
            issues.append(Issue("no-ground", "error", f"{subject.label} {problem}.", (subject,)))
        subjects.append(subject)
    return subjects, issues


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _usable(geometry: Any) -> tuple[Any, str]:
    if geometry is None or shapely.is_empty(geometry):
        return None, "has no geometry"
    flat = shapely.force_2d(geometry)
    if flat.geom_type not in ("Polygon", "MultiPolygon"):
        return None, f"is a {flat.geom_type.lower()}, not a polygon"
    return (flat, "") if is_on_earth(flat) else (None, "has coordinates beyond the earth")


def _layers(path: str) -> list[str]:
    try:
        return layer_names(path)
    except (pyogrio.errors.DataSourceError, ValueError):
        return []


def _footprints(request: ValidateAnnotationsRequest, table: SectorTable) -> dict[str, Any]:
    """Return the footprints of sites: those in the project, else those beside a file under a published name."""
    if "site_id" not in table.columns:
        return {}
    if SITES_TABLE in _layers(request.input):
        sites = read_sectors(request.input, SITES_TABLE)
        pairs = zip(sites.rows, sites.geometries, strict=True)
        return {str(row["site_id"]): shape for row, shape in pairs if shape is not None and not shapely.is_empty(shape)}
    return dict(find_sites(Path(request.input), "", NONE).footprints)


def _observed(request: ValidateAnnotationsRequest) -> dict[str | None, Any]:
    """Return the observed ground by scene: of the file named, or of the project itself where it is one."""
    path = request.observed or request.input
    if not request.observed and OBSERVED_TABLE not in _layers(path):
        return {}
    layer = OBSERVED_TABLE if not request.observed else ""
    table = read_sectors(path, layer)
    by_scene: dict[str | None, list[Any]] = {}
    for geometry, row in zip(table.geometries, table.rows, strict=True):
        if geometry is not None and not shapely.is_empty(geometry):
            by_scene.setdefault(row.get("scene_id"), []).extend(polygon_parts(shapely.make_valid(geometry)))
    return {scene: shapely.union_all(parts) for scene, parts in by_scene.items()}


def _without_observed(subjects: Sequence[Subject]) -> tuple[Notice, ...]:
    if not any(subject.values.get("source") == "model" for subject in subjects):
        return ()
    message = "What the images show is not in this layer: whether sectors lie in observed ground was not checked."
    return (Notice("without-observed", message),)
