"""Imported sectors into a project: each with its log row, nothing over what is there."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely

from mining_monitor.contract.annotation_tables import SITES_TABLE
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.issues import Subject
from mining_monitor.engine.annotation.log_writer import LogWriter
from mining_monitor.engine.annotation.repairs import Repair
from mining_monitor.engine.annotation.rings import enclosed_area_m2, polygon_parts
from mining_monitor.engine.annotation.store import require_project
from mining_monitor.engine.files import whole_file
from mining_monitor.schema.fields import SECTOR_FIELDS, SECTORS_TABLE

#: Sectors that are written in one step: well below a second, so that an import can be cancelled.
_AT_ONCE = 1000


@dataclass(frozen=True)
class Import:
    """What goes into a project.

    Attributes
    ----------
    subjects : sequence of Subject
        As they are to be stored.
    originals : mapping
        Number -> the sector as it was read.
    repairs : sequence of Repair
    site_rows : sequence of mappings
        Rows of the table ``sites``.
    source : mapping
        ``file`` (name without folder) and ``sha256``, for the log.
    operator : str
    """

    subjects: Sequence[Subject]
    originals: Mapping[int, Subject]
    repairs: Sequence[Repair]
    site_rows: Sequence[Mapping[str, Any]]
    source: Mapping[str, Any]
    operator: str


@dataclass(frozen=True)
class Stored:
    """Rows written to ``sectors``, and features left out because the project holds them already."""

    rows: Sequence[Mapping[str, Any]]
    already_there: int


def store_import(data: Import, path: Path, check: Callable[[], None] = lambda: None) -> Stored:
    """Write imported sectors to a project, which is made when there is none.

    A sector whose ``uuid`` the project has, or that of one of its parts, is left out: importing twice changes nothing.

    Raises
    ------
    OutputError, DiskFullError
        Nothing was written.
    """
    while not require_project(path, check):
        with contextlib.suppress(FileExistsError), whole_file(path, is_new=True) as partial:
            geopackage.create_tables(partial)
            return _append(data, partial, path, check)
    return _append(data, path, path, check)


def _append(data: Import, path: Path, name: Path, check: Callable[[], None]) -> Stored:
    with geopackage.transaction(path, check, name=name) as connection:
        there = {row[0] for row in connection.execute("SELECT uuid FROM sectors")}
        new = [subject for subject in data.subjects if there.isdisjoint(_identities(subject))]
        log = LogWriter(connection, data.operator)
        repairs = _by_number(data.repairs)
        rows: list[dict[str, Any]] = []
        for start in range(0, len(new), _AT_ONCE):
            some: list[dict[str, Any]] = []
            for subject in new[start : start + _AT_ONCE]:
                check()
                some += sector_rows(subject)
                _log_import(log, data, subject, repairs.get(subject.number, ()))
            geopackage.insert(connection, SECTORS_TABLE, some)
            log.write()
            rows += some
        if data.site_rows:
            geopackage.require_table(connection, SITES_TABLE)
            ids = [(row["site_id"],) for row in data.site_rows]
            connection.executemany("DELETE FROM sites WHERE site_id = ?", ids)
            geopackage.insert(connection, SITES_TABLE, [dict(row) for row in data.site_rows])
        check()
    return Stored(rows, len(data.subjects) - len(new))


def sector_rows(subject: Subject) -> list[dict[str, Any]]:
    """Return the rows of a sector: one for each of its parts; the largest keeps the identity."""
    parts = sorted(polygon_parts(subject.geometry), key=lambda part: -part.area)
    rows = []
    for identity, part in zip(_identities(subject, len(parts)), parts, strict=True):
        row = {**_values(subject, part), "uuid": identity, "geom": shapely.to_wkb(part, byte_order=1)}
        rows.append(row)
    return rows


def _identities(subject: Subject, parts: int | None = None) -> list[str]:
    """Return the identities of a sector's parts, in the order of ``sector_rows``."""
    number = len(polygon_parts(subject.geometry)) if parts is None else parts
    others = (str(uuid.uuid5(uuid.UUID(int=0), f"{subject.uuid}/{index}")) for index in range(1, number))
    return [subject.uuid, *others]


def _values(subject: Subject, geometry: Any) -> dict[str, Any]:
    """Return all fields of a sector; the area is that of the ground which its outline encloses."""
    values = {field.name: subject.values.get(field.name) for field in SECTOR_FIELDS}
    return {**values, "area_m2": enclosed_area_m2(geometry)}


def _by_number(repairs: Sequence[Repair]) -> dict[int, list[Repair]]:
    found: dict[int, list[Repair]] = {}
    for repair in repairs:
        found.setdefault(repair.subject.number, []).append(repair)
    return found


def _log_import(log: LogWriter, data: Import, subject: Subject, mine: Sequence[Repair]) -> None:
    """Log what was read, each repair, and the parts that became sectors of their own."""
    known = _values(data.originals[subject.number], data.originals[subject.number].geometry)
    about = {**data.source, "feature": subject.number}
    first = data.originals[subject.number].geometry
    log.add("import", subject.uuid, None, {**_present(known), **about}, first)
    for index, repair in enumerate(mine):
        following = mine[index + 1].subject if index + 1 < len(mine) else subject
        values = _values(following, following.geometry)
        before, after = _difference(known, values)
        if repair.geometry is not None:
            before["wkb"] = shapely.to_wkb(repair.geometry, hex=True, byte_order=1)
        why = {"issue": repair.issue.kind, "fix": repair.issue.fix.what if repair.issue.fix else ""}
        log.add("repair", subject.uuid, before, {**after, **why}, following.geometry)
        known = values
    rows = sector_rows(subject)
    if len(rows) > 1:
        before, after = _difference(known, rows[0])
        before["wkb"] = shapely.to_wkb(subject.geometry, hex=True, byte_order=1)
        log.add("split", subject.uuid, before, {**after, "parts": len(rows)}, shapely.from_wkb(rows[0]["geom"]))
        for row in rows[1:]:
            after = {**_present(row), **about, "part_of": subject.uuid}
            log.add("import", row["uuid"], None, after, shapely.from_wkb(row["geom"]))


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None and name != "geom"}


def _difference(known: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    names = [name for name in known if known[name] != new[name]]
    return {name: known[name] for name in names}, {name: new[name] for name in names}
