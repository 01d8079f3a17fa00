"""Untouched drafts that give way to a new run, or to what a person has taken from it: removed or cut, and logged."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Sequence
from typing import Any

import shapely

from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.log_writer import LogWriter
from mining_monitor.engine.annotation.merge import OldSector
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.schema.fields import SECTORS_TABLE


def give_way(
    connection: sqlite3.Connection,
    superseded: tuple[Sequence[OldSector], Sequence[tuple[OldSector, Sequence[Any]]]],
    log: LogWriter,
    check: Callable[[], None],
) -> int:
    """Remove or cut untouched drafts as ``supersede`` has told; return how many."""
    gone, cut = superseded
    for old in gone:
        check()
        log.add("supersede", old.uuid, _before(connection, old))
        connection.execute("DELETE FROM sectors WHERE fid = ?", (old.fid,))
    for old, parts in cut:
        check()
        largest, *others = sorted(parts, key=lambda part: -part.area)
        before, area = _before(connection, old), area_m2(largest)
        _copy_parts(connection, old, others, log)
        values = (geopackage.to_blob(shapely.to_wkb(largest)), area, old.fid)
        connection.execute("UPDATE sectors SET geom = ?, area_m2 = ? WHERE fid = ?", values)
        before = {name: before[name] for name in ("class", "area_m2", "wkb") if name in before}
        after = {"class": old.code, "area_m2": area, "parts": len(parts)}
        log.add("cut", old.uuid, before, after, largest)
    return len(gone) + len(cut)


def _values(connection: sqlite3.Connection, fid: int) -> dict[str, Any]:
    names = [field.name for field in geopackage.TABLES[SECTORS_TABLE][1]]
    columns = ", ".join(f'"{name}"' for name in names)
    query = f"SELECT {columns} FROM sectors WHERE fid = ?"  # nosec B608: names of the schema, values bound
    return dict(zip(names, connection.execute(query, (fid,)).fetchone(), strict=True))


def _before(connection: sqlite3.Connection, old: OldSector) -> dict[str, Any]:
    """Return all that a sector was, so that the log can bring it back."""
    values = {name: value for name, value in _values(connection, old.fid).items() if value is not None}
    blob = connection.execute("SELECT geom FROM sectors WHERE fid = ?", (old.fid,)).fetchone()[0]
    return {**values, "wkb": geopackage.from_blob(blob).hex()}


def _copy_parts(connection: sqlite3.Connection, old: OldSector, parts: Sequence[Any], log: LogWriter) -> None:
    row = _values(connection, old.fid)
    copies = [
        {**row, "uuid": str(uuid.uuid4()), "geom": shapely.to_wkb(part), "area_m2": area_m2(part)} for part in parts
    ]
    geopackage.insert(connection, SECTORS_TABLE, copies)
    for copy, part in zip(copies, parts, strict=True):
        after = {name: value for name, value in copy.items() if value is not None and name != "geom"}
        log.add("part", copy["uuid"], None, {**after, "part_of": old.uuid}, part)
