"""A safe fix that the engine offers, as changes for an ``EditSession``: one step, checked against what is there."""

from __future__ import annotations

import uuid
from typing import Any, Dict, List, Tuple

from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer, QgsWkbTypes

from mining_monitor.adapter import review_rules
from mining_monitor.adapter.edit_issues import FoundIssue
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.snapshots import Change, Snapshot, rows_by_uuid, snapshots
from mining_monitor.contract.errors import AnnotationsError

#: Kinds whose fix is another shape for one of the sectors concerned.
SHAPE_KINDS = ("invalid-geometry", "multi-part", "tiny-part", "tiny-hole", "overlap", "gap")

#: Kinds whose fix is a value that follows from the others.
VALUE_KINDS = ("class-key", "stale-area")

#: Decimals of the coordinates in the list of issues, and half of their last place twice over, in degrees.
_DECIMALS, _NEAR = 8, 2e-8


def can_mend(issue: FoundIssue) -> bool:
    """Tell whether an issue has a safe fix that can be carried out here."""
    return issue.is_safe and bool(issue.uuids) and issue.kind in (*SHAPE_KINDS, *VALUE_KINDS)


def changes_for(issue: FoundIssue, layer: QgsVectorLayer, editor: str) -> List[Change]:
    """Return the changes that mend an issue.

    Raises
    ------
    AnnotationsError
        The sectors are not in the layer or no longer as they were when they were checked.
    """
    rows = rows_by_uuid(layer, issue.uuids)
    found = snapshots(layer, rows.values(), is_saved=False)
    shots = [found[rows[each]] for each in issue.uuids if each in rows]
    if not can_mend(issue) or len(shots) != len(set(issue.uuids)):
        raise _changed()
    if issue.kind in VALUE_KINDS:
        return [_valued(shots[0], issue.kind, editor)]
    before = QgsGeometry.fromWkt(issue.before) if issue.before else shots[0].geometry
    shot = next((each for each in shots if _is_near(each.geometry, before)), None)
    if shot is None:
        raise _changed()
    after = shot.geometry if issue.kind == "multi-part" else _exact(QgsGeometry.fromWkt(issue.after), shots)
    return _reshaped(shot, after, editor)


def _changed() -> AnnotationsError:
    return AnnotationsError(tr("The sectors were changed since they were checked. Check again."))


def _valued(shot: Snapshot, kind: str, editor: str) -> Change:
    values: Dict[str, Any] = review_rules.altered(shot, editor, is_class=False)
    if kind == "stale-area":
        values["area_m2"] = review_rules.area_m2(shot.geometry)
    return Change(shot, shot.changed(values))


def _reshaped(shot: Snapshot, after: QgsGeometry, editor: str) -> List[Change]:
    """Return the change to another shape; parts beyond the largest become sectors of their own."""
    parts = [part for part in polygons(after) if part.area() > 0 and part.isGeosValid()]
    if not parts:
        raise AnnotationsError(tr("Nothing of the sector would be left. Mend it by hand."))
    parts.sort(key=lambda part: -part.area())
    new = Snapshot(shot.values, parts[0])
    changes = [Change(shot, Snapshot(new.changed(review_rules.reshaped(new, editor)).values, parts[0]))]
    for part in parts[1:]:
        copy = Snapshot({**shot.values, "uuid": str(uuid.uuid4())}, part)
        values = {**copy.values, **review_rules.drawn(copy, editor, is_copy=False)}
        changes.append(Change(None, Snapshot({name: values[name] for name in copy.values}, part)))
    return changes


def polygons(geometry: QgsGeometry) -> List[QgsGeometry]:
    """Return the polygons of a geometry; lines and points that a cut has left are not among them."""
    found = []
    for part in geometry.asGeometryCollection():
        if part.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            continue
        found += part.asGeometryCollection() if part.isMultipart() else [part]
    return found


def _is_near(one: QgsGeometry, other: QgsGeometry) -> bool:
    """Tell whether two geometries are the same but for the decimals of the list of issues."""
    first, second = list(one.vertices()), list(other.vertices())
    return len(first) == len(second) > 0 and all(
        abs(a.x() - b.x()) <= _NEAR and abs(a.y() - b.y()) <= _NEAR for a, b in zip(first, second)
    )


def _exact(geometry: QgsGeometry, shots: List[Snapshot]) -> QgsGeometry:
    """Put corners back to where the sectors have them: the list has rounded them, and borders must stay shared."""
    known = {_key(vertex): QgsPointXY(vertex) for shot in shots for vertex in shot.geometry.vertices()}
    parts = [
        [[known.get(_key(point), point) for point in ring] for ring in polygon.asPolygon()]
        for polygon in polygons(geometry)
    ]
    return QgsGeometry.fromMultiPolygonXY(parts)


def _key(vertex: Any) -> Tuple[float, float]:
    return round(vertex.x(), _DECIMALS), round(vertex.y(), _DECIMALS)
