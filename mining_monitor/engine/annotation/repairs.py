"""Carry out the fixes that a person has agreed to, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import shapely

from mining_monitor.contract.errors import ParameterError
from mining_monitor.engine.annotation.issues import Issue, Subject
from mining_monitor.engine.annotation.rings import polygon_parts
from mining_monitor.schema.classes import BY_CODE

#: What the plain consent "repair" covers: outlines that no program can compute with.
REPAIRED_KINDS = ("invalid-geometry",)

#: Parts that are left where a cut only touched: nothing that anybody could see, in degrees squared.
_NOTHING = 1e-14


@dataclass(frozen=True)
class Repair:
    """One fix on one sector, as it goes into the log: the values and the geometry that it replaced."""

    issue: Issue
    subject: Subject
    values: Mapping[str, Any]
    geometry: Any


@dataclass(frozen=True)
class Repaired:
    """Sectors after the repairs, in their order; the ``issue_id`` of what was mended; what was done to whom."""

    subjects: list[Subject]
    applied: frozenset[str]
    repairs: tuple[Repair, ...]


def chosen(
    issues: Sequence[Issue], *, repair: bool, accept: Collection[str], always: Collection[str] = ()
) -> list[Issue]:
    """Return the issues whose fix was agreed to, and those of the kinds ``always``.

    Raises
    ------
    ParameterError
        Something was accepted that was not proposed.
    """
    fixable = [issue for issue in issues if issue.fix is not None]
    known = {issue.issue_id for issue in fixable} | {issue.kind for issue in fixable}
    unknown = [name for name in accept if name not in known]
    if unknown:
        raise ParameterError(
            f"ACCEPT holds '{unknown[0]}', which is no repair that this file was offered; accept an issue_id or a "
            f"kind: {', '.join(sorted({issue.kind for issue in fixable})) or 'there are none'}.",
            name="ACCEPT",
        )
    return [
        issue
        for issue in fixable
        if _is_real(issue)
        and ((repair and issue.kind in REPAIRED_KINDS) or issue.issue_id in accept or issue.kind in (*accept, *always))
    ]


def _is_real(issue: Issue) -> bool:
    fix = issue.fix
    return fix is not None and bool(fix.values or fix.geometries or fix.add or fix.remove)


def apply_fixes(subjects: Sequence[Subject], agreed: Sequence[Issue]) -> Repaired:
    """Carry out fixes: whole geometries first, then ground gained and lost, then fields.

    A fix that would leave a sector without ground is not carried out.
    """
    now = {subject.number: subject for subject in subjects}
    applied: set[str] = set()
    repairs: list[Repair] = []
    rings_first = sorted(agreed, key=lambda issue: not (issue.fix and issue.fix.geometries))
    for issue in rings_first:
        changed = _changed(now, issue)
        if changed is None:
            continue
        for subject in changed:
            old = now[subject.number]
            is_new_shape = subject.geometry is not old.geometry
            values = {
                name: old.values.get(name) for name in subject.values if subject.values[name] != old.values.get(name)
            }
            repairs.append(Repair(issue, old, values, old.geometry if is_new_shape else None))
            now[subject.number] = subject
        applied.add(issue.issue_id)
    return Repaired([now[subject.number] for subject in subjects], frozenset(applied), tuple(repairs))


def _changed(now: Mapping[int, Subject], issue: Issue) -> list[Subject] | None:
    """Return the sectors that a fix changes, changed; None when it cannot be carried out."""
    fix = issue.fix
    if fix is None:
        return None
    numbers = sorted({*fix.values, *fix.geometries, *fix.add, *fix.remove})
    result = []
    for number in numbers:
        subject = now[number]
        geometry = fix.geometries.get(number, subject.geometry)
        if number in fix.add:
            geometry = _polygonal(shapely.union(shapely.make_valid(geometry), fix.add[number]))
        if number in fix.remove:
            geometry = _polygonal(shapely.difference(shapely.make_valid(geometry), fix.remove[number]))
        if geometry is None:
            return None
        values = {**subject.values, **fix.values.get(number, {})}
        if values.get("class") != subject.values.get("class") and values.get("class") in BY_CODE:
            values["class_key"] = BY_CODE[values["class"]].key
        result.append(replace(subject, values=values, geometry=geometry))
    return result


def _polygonal(geometry: Any) -> Any:
    parts = [part for part in polygon_parts(geometry) if part.area > _NOTHING]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)
