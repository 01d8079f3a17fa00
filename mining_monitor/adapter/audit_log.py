"""The append-only log of a project: who did what to which sector when, chained by SHA-256 (schema/log.py)."""

from __future__ import annotations

import hashlib
import itertools
import json
import logging
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsGeometry, QgsProviderRegistry, QgsVectorLayer

from mining_monitor.adapter.compat import plain
from mining_monitor.adapter.file_transaction import reading, transaction
from mining_monitor.contract.errors import OutputError
from mining_monitor.schema.fields import LOG_FIELDS, LOG_TABLE
from mining_monitor.schema.log import GENESIS, row_sha256

LOGGER = logging.getLogger(__name__)

#: Rows that are prepared between two looks at the event loop.
SLICE = 100

#: What a row says of an edit that was logged and then not saved; it holds the way back, as the row of an undo does.
NOT_SAVED = "not_saved"

_COLUMNS = tuple(field.name for field in LOG_FIELDS)


@dataclass(frozen=True)
class Act:
    """One thing that was done to one sector.

    Attributes
    ----------
    action : str
        ``class``, ``state``, ``edit``, ``reshape``, ``draw``, ``delete``, ``undo``, ``redo`` or ``not_saved``.
    uuid : str
    before, after : mapping
        Only what changed; a geometry that was replaced is kept as hexadecimal ``wkb`` in ``before``.
    geometry : QgsGeometry or None
        The sector's geometry afterwards; None when it was deleted.
    """

    action: str
    uuid: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    geometry: Optional[QgsGeometry]


def utc_now() -> str:
    """Return the time as the log and the fields ``edited_at`` and ``reviewed_at`` write it."""
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds")


def geometry_sha256(geometry: Optional[QgsGeometry]) -> Optional[str]:
    """Return the hash of a geometry's WKB (little-endian, as the engine writes it), or None for no geometry."""
    if geometry is None or geometry.isNull():
        return None
    return hashlib.sha256(bytes(geometry.asWkb())).hexdigest()


@dataclass(frozen=True)
class PlannedRows:
    """Log rows that are ready to be written.

    Attributes
    ----------
    last : tuple
        Number and hash of the row to which they are chained.
    rows : sequence of dicts
        Values by column name.
    """

    last: Tuple[int, str]
    rows: Sequence[Dict[str, Any]]


class AuditLog:
    """The table ``log`` of one project file.

    Every row is written under the right to write the file, and no number can be there twice: a chain has no forks,
    however many programs write.

    Parameters
    ----------
    path : Path
        A project GeoPackage; ``is_usable`` is False when it has no such table.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._is_usable = _has_log(path)

    @property
    def is_usable(self) -> bool:
        """Whether there is a log to write to."""
        return self._is_usable

    def append(self, who: str, acts: Sequence[Act]) -> None:
        """Write one row for each act, chained to the last row of the table.

        Raises
        ------
        OutputError
            The rows cannot be written.
        """
        if not acts or not self.is_usable:
            return
        planned = self.plan(who, acts)
        with transaction(self.path) as connection:
            self.add(connection, planned)

    def plan(self, who: str, acts: Iterable[Act], pause: Callable[[], None] = lambda: None) -> PlannedRows:
        """Prepare rows, chained to what is the last row now; the costly part, done before the file is held.

        Parameters
        ----------
        pause : callable
            Called after every ``SLICE`` rows.
        """
        with reading(self.path) as connection:
            last = _last(connection)
        rows: List[Dict[str, Any]] = []
        end, coming = last, iter(acts)
        while part := list(itertools.islice(coming, SLICE)):
            rows += _chained(end, [_row(who, act) for act in part])
            end = (int(rows[-1]["seq"]), str(rows[-1]["row_sha256"]))
            pause()
        return PlannedRows(last, rows)

    def add(self, connection: sqlite3.Connection, planned: PlannedRows) -> None:
        """Insert prepared rows within a transaction; where another program was faster, they are chained to its row."""
        _forbid_forks(connection)
        last, rows = _last(connection), planned.rows
        if last != planned.last:
            rows = _chained(last, rows)
        names = ", ".join(f'"{name}"' for name in _COLUMNS)
        marks = ", ".join("?" for _ in _COLUMNS)
        connection.executemany(
            f"INSERT INTO {LOG_TABLE} ({names}) VALUES ({marks})",  # nosec B608: names of the schema, values bound
            [[row[name] for name in _COLUMNS] for row in rows],
        )

    def rows(self) -> List[Dict[str, Any]]:
        """Return all rows in order.

        Raises
        ------
        OutputError
            The file cannot be read.
        """
        return self.last_rows(-1)

    def last_rows(self, count: int) -> List[Dict[str, Any]]:
        """Return the newest rows, oldest first; -1: all of them."""
        names = ", ".join(f'"{name}"' for name in _COLUMNS)
        query = f"SELECT {names} FROM {LOG_TABLE} ORDER BY seq DESC LIMIT ?"  # nosec B608: names of the schema
        with reading(self.path) as connection:
            found = connection.execute(query, (count,)).fetchall()
        return [dict(zip(_COLUMNS, row)) for row in reversed(found)]


def _has_log(path: Path) -> bool:
    try:
        with reading(path) as connection:
            found = connection.execute(f"PRAGMA table_info({LOG_TABLE})").fetchall()
    except OutputError:
        return False
    return set(_COLUMNS) <= {row[1] for row in found}


def _last(connection: sqlite3.Connection) -> Tuple[int, str]:
    query = f"SELECT seq, row_sha256 FROM {LOG_TABLE} ORDER BY seq DESC LIMIT 1"  # nosec B608: a name of the schema
    found = connection.execute(query).fetchone()
    return (int(found[0]), str(found[1])) if found else (0, GENESIS)


def _forbid_forks(connection: sqlite3.Connection) -> None:
    """See to it that the file itself refuses a second row of the same number, whoever writes it."""
    try:
        connection.execute(f"CREATE UNIQUE INDEX IF NOT EXISTS {LOG_TABLE}_seq ON {LOG_TABLE} (seq)")
    except sqlite3.IntegrityError:
        LOGGER.warning("the log has two rows of one number: it was forked before")


def _chained(last: Tuple[int, str], rows: Sequence[Mapping[str, Any]]) -> List[Dict[str, Any]]:
    seq, previous = last
    chained: List[Dict[str, Any]] = []
    for row in rows:
        seq += 1
        linked = {**row, "seq": seq, "previous_sha256": previous}
        linked["row_sha256"] = previous = row_sha256(linked)
        chained.append(linked)
    return chained


def _row(who: str, act: Act) -> Dict[str, Any]:
    return {
        "at": utc_now(),
        "who": who,
        "action": act.action,
        "uuid": act.uuid,
        "before": _json(act.before),
        "after": _json(act.after),
        "geometry_sha256": geometry_sha256(act.geometry),
    }


def _json(values: Mapping[str, Any]) -> Optional[str]:
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True) if values else None


def log_of_layer(layer: QgsVectorLayer) -> Optional[AuditLog]:
    """Return the log beside a sectors layer, or None when its file has none."""
    if layer.providerType() != "ogr":
        return None
    path = plain(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path"))
    log = AuditLog(Path(str(path))) if path else None
    return log if log is not None and log.is_usable else None
