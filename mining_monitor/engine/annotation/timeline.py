"""A project's log as data: its rows, and what a sector was after each act on it."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely

from mining_monitor.contract.errors import AnnotationsError, CancelledError, OutputError
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.rings import mended
from mining_monitor.engine.annotation.store import require_project
from mining_monitor.schema.fields import LOG_FIELDS, SECTOR_FIELDS

#: Steps of SQLite between two looks for Cancel: a few milliseconds.
_STEPS = 100_000

_FIELDS = {field.name for field in SECTOR_FIELDS}
_LOG_NAMES = tuple(field.name for field in LOG_FIELDS)
_SECTOR_NAMES = tuple(field.name for field in SECTOR_FIELDS)


@dataclass(frozen=True)
class Sector:
    """A row of ``sectors``: its ``fid``, its values by field name, its WKB (None: unreadable), its cell."""

    fid: int
    values: Mapping[str, Any]
    wkb: bytes | None
    blob: Any = None


@dataclass(frozen=True)
class Act:
    """One row of the log on one sector; ``before`` and ``after`` hold only what changed."""

    row: Mapping[str, Any]
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    @property
    def seq(self) -> int:
        """Its number."""
        return int(self.row["seq"] or 0)

    @property
    def wkb_before(self) -> bytes | None:
        """The shape that it replaced, where it replaced one."""
        text = self.before.get("wkb")
        try:
            return bytes.fromhex(text) if isinstance(text, str) else None
        except ValueError:
            return None

    @property
    def removes(self) -> bool:
        """Whether the sector was gone afterwards."""
        return self.row["geometry_sha256"] is None

    @property
    def creates(self) -> bool:
        """Whether the sector came with this act, with all its values."""
        return not self.removes and "uuid" in self.after and "uuid" not in self.before

    def values_after(self, known: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values after the act, given what was known before it."""
        changed = {name: self.after.get(name) for name in {*self.before, *self.after} if name in _FIELDS}
        start = dict.fromkeys(_FIELDS) if self.creates else known  # what a new sector's act does not name is null
        return {**start, **changed}

    def values_before(self, known: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values before the act, given what was known after it."""
        changed = {name: self.before.get(name) for name in {*self.before, *self.after} if name in _FIELDS}
        return {**known, **changed}


@contextmanager
def reading(project: Path, check: Callable[[], None]) -> Iterator[sqlite3.Connection]:
    """Open a project for reading, as it is at this moment; odd bytes in texts are kept as question marks.

    Parameters
    ----------
    check : callable
        Called often, also while SQLite works; may raise CancelledError to stop.

    Raises
    ------
    AnnotationsError
        There is no such project.
    OutputError
        It is no project, or it is damaged.
    """
    if not require_project(project, check):
        raise AnnotationsError(f"There is no project {project}. Choose its .gpkg.", path=str(project))
    try:
        with contextlib.closing(sqlite3.connect(project, isolation_level=None, timeout=10)) as connection:
            connection.text_factory = lambda data: data.decode("utf-8", errors="replace")
            connection.set_progress_handler(lambda: _is_stopped(check), _STEPS)
            connection.execute("BEGIN")
            yield connection
    except geopackage.SQLITE_ERRORS as error:
        check()
        raise OutputError(
            f"{project} cannot be read: {error}. It may be damaged; open a copy of it.", path=str(project)
        ) from error


def _is_stopped(check: Callable[[], None]) -> bool:
    try:
        check()
    except CancelledError:
        return True
    return False


def log_rows(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """Return the rows of the log in the order in which they were written."""
    names = ", ".join(f'"{name}"' for name in _LOG_NAMES)
    query = f"SELECT {names} FROM log ORDER BY rowid"  # nosec B608: names of the schema
    return [dict(zip(_LOG_NAMES, row, strict=True)) for row in connection.execute(query)]


def sectors(connection: sqlite3.Connection, uuid: str | None = None) -> Iterator[Sector]:
    """Yield the rows of ``sectors``, or those of one identity."""
    names = ", ".join(f'"{name}"' for name in _SECTOR_NAMES)
    query = f"SELECT fid, geom, {names} FROM sectors"  # nosec B608: names of the schema, values bound
    condition = (" WHERE uuid = ?", (uuid,)) if uuid is not None else ("", ())
    for fid, blob, *values in connection.execute(query + condition[0], condition[1]):
        yield Sector(fid, dict(zip(_SECTOR_NAMES, values, strict=True)), _wkb(blob), blob)


def _wkb(blob: Any) -> bytes | None:
    try:
        return geopackage.from_blob(blob) if isinstance(blob, bytes) and len(blob) > 8 else None
    except IndexError:
        return None


def acts_by_uuid(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Act]]:
    """Group the rows of the log that concern one sector, oldest first."""
    found: dict[str, list[Act]] = {}
    for row in rows:
        if row["uuid"]:
            found.setdefault(str(row["uuid"]), []).append(Act(row, _json(row["before"]), _json(row["after"])))
    return found


def _json(text: Any) -> dict[str, Any]:
    try:
        value = json.loads(text, parse_constant=lambda _: None) if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def runs_in(rows: Sequence[Mapping[str, Any]]) -> dict[str, Act]:
    """Return the log's row of each detection by ``run_id``."""
    acts = [Act(row, {}, _json(row["after"])) for row in rows if row["action"] == "detect"]
    return {str(act.after.get("run_id")): act for act in acts}


def shape_after(acts: Sequence[Act], index: int, current: bytes | None) -> bytes | None:
    """Return the WKB of a sector after the act ``index`` (-1: before the first one), or None where it was gone.

    The log keeps each shape that an act replaced: the shape after an act is the one that the next reshaping replaced,
    or the present one.
    """
    if index >= 0 and acts[index].removes:
        return None
    replaced = (act.wkb_before for act in acts[index + 1 :])
    return next((wkb for wkb in replaced if wkb is not None), current)


def values_at_start(acts: Sequence[Act], current: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that a sector had before all acts on it."""
    values = dict(current)
    for act in reversed(acts):
        values = act.values_before(values)
    return values


def known_values(acts: Sequence[Act]) -> dict[str, Any]:
    """Return what the log knows of the values that a sector had when it was last there."""
    values: dict[str, Any] = {}
    for act in acts:
        values = act.values_before(values) if act.removes else act.values_after(values)
    return values


def is_one_piece(geometry: Any) -> bool:
    """Tell whether an outline is one connected piece of ground, as each sector is."""
    shape = mended(geometry)
    return shape is not None and shape.geom_type == "Polygon"


def geometry_of(wkb: bytes | None) -> Any:
    """Return the geometry of a WKB, or None where it is none."""
    try:
        return shapely.from_wkb(wkb) if wkb else None
    except shapely.errors.ShapelyError:
        return None
