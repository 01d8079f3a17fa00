"""The list of issues as a file: GeoPackage or GeoJSON with a point to zoom to, or CSV."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely

from mining_monitor.contract.annotation_tables import ISSUE_FIELDS, ISSUES_TABLE
from mining_monitor.contract.errors import OutputError, ParameterError
from mining_monitor.engine.annotation.issues import Issue, wkt_of
from mining_monitor.engine.annotation.outputs import require_output, require_room
from mining_monitor.engine.annotation.recognition import storable
from mining_monitor.engine.files import whole_file
from mining_monitor.engine.vector_path import vector_path
from mining_monitor.schema.fields import STORAGE_CRS

_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".json": "GeoJSON", ".csv": "CSV"}

#: One cell holds so many characters at most: a table stays a table.
_LONGEST = 1 << 20


def require_issue_file(path: str, *read: str) -> None:
    """Check that issues can be written to a file, which is none of those that are read; an empty name is none.

    Raises
    ------
    ParameterError, OutputError, DiskFullError
    """
    if path and Path(path).suffix.lower() not in _DRIVERS:
        raise ParameterError(
            f"ISSUES ends with '{Path(path).suffix}'; write to .gpkg, .geojson or .csv.", name="ISSUES"
        )
    if path:
        require_output(path, "ISSUES", ISSUES_TABLE, read)


def issue_row(issue: Issue, applied: Collection[str] = ()) -> dict[str, Any]:
    """Return an issue as values of ``ISSUE_FIELDS``."""
    subjects, fix = issue.subjects, issue.fix
    first = subjects[0] if subjects else None
    return {
        "issue_id": issue.issue_id, "kind": issue.kind, "severity": issue.severity,
        "feature": first.number if first else None, "uuid": first.uuid if first else None,
        "name": first.name if first else issue.detail or None,
        "other": ",".join(subject.uuid for subject in subjects[1:]) or None,
        "message": issue.message, "fix": fix.what if fix else None, "is_safe": int(fix.is_safe) if fix else None,
        "applied": int(issue.issue_id in applied), "before": fix.before if fix else None,
        "after": fix.after if fix else None, "area_m2": issue.area_m2,
        "area_change_m2": fix.area_change_m2 if fix else None, "where": wkt_of(issue.where) or None,
        "facts": json.dumps(dict(issue.facts), ensure_ascii=False, default=str),
    }  # fmt: skip


def write_issues(path: Path, issues: Sequence[Issue], applied: Collection[str] = ()) -> None:
    """Write the list; the file is whole or absent.

    Raises
    ------
    OutputError, DiskFullError
    """
    rows = [issue_row(issue, applied) for issue in issues]
    columns = [_column([row[field.name] for row in rows], field.kind) for field in ISSUE_FIELDS]
    driver = _DRIVERS[path.suffix.lower()]
    has_geometry = driver != "CSV"
    points = [issue.point for issue in issues]
    with whole_file(path) as partial:
        try:
            pyogrio.raw.write(
                vector_path(partial),
                geometry=np.array([None if p is None else shapely.to_wkb(p) for p in points], object)
                if has_geometry
                else None,
                field_data=[values for values, _ in columns],
                field_mask=[mask for _, mask in columns],
                fields=[field.name for field in ISSUE_FIELDS],
                layer=ISSUES_TABLE if driver == "GPKG" else None,
                driver=driver,
                geometry_type="Point" if has_geometry else None,
                crs=STORAGE_CRS if has_geometry else None,
                layer_options={"GEOMETRY_NAME": "geom"} if driver == "GPKG" else {},
            )
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, RuntimeError) as error:
            require_room(path)
            raise OutputError(
                f"{path} takes no list of issues: {error}. Choose another file or folder.", path=str(path)
            ) from error


def _column(values: Sequence[Any], kind: str) -> tuple[Any, Any]:
    mask = np.array([value is None for value in values], bool)
    if kind == "text":
        return np.array([None if v is None else storable(str(v)[:_LONGEST]) for v in values], object), mask
    dtype = np.int32 if kind == "integer" else np.float64
    return np.array([0 if value is None else value for value in values], dtype), mask
