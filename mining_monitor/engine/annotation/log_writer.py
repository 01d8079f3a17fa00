"""Rows for a project's log, chained to its last one (schema/log.py)."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from datetime import datetime, timezone
from typing import Any

import shapely

from mining_monitor.engine.annotation import geopackage
from mining_monitor.schema.fields import LOG_TABLE
from mining_monitor.schema.log import GENESIS, row_sha256


def utc_now() -> str:
    """Return the time as the log and the fields ``edited_at`` and ``reviewed_at`` write it."""
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds")


class LogWriter:
    """Collects rows for the log and writes them at once, in the caller's transaction.

    Parameters
    ----------
    connection : sqlite3.Connection
        From ``geopackage.transaction``.
    who : str
    """

    def __init__(self, connection: sqlite3.Connection, who: str) -> None:
        self._connection, self._who = connection, who
        last = connection.execute("SELECT seq, row_sha256 FROM log ORDER BY seq DESC LIMIT 1").fetchone()
        self.seq: int = last[0] if last else 0
        self._previous: str = last[1] if last else GENESIS
        self._rows: list[dict[str, Any]] = []

    def add(
        self, action: str, identity: str | None, before: Any = None, after: Any = None, geometry: Any = None
    ) -> None:
        """Add a row; ``geometry`` is the sector's after the act."""
        self.seq += 1
        row = {
            "seq": self.seq,
            "at": utc_now(),
            "who": self._who,
            "action": action,
            "uuid": identity,
            "before": None if before is None else json.dumps(before, ensure_ascii=False, sort_keys=True),
            "after": None if after is None else json.dumps(after, ensure_ascii=False, sort_keys=True),
            "geometry_sha256": None if geometry is None else hashlib.sha256(shapely.to_wkb(geometry)).hexdigest(),
            "previous_sha256": self._previous,
        }
        row["row_sha256"] = self._previous = row_sha256(row)
        self._rows.append(row)

    def write(self) -> None:
        """Write what was added."""
        geopackage.insert(self._connection, LOG_TABLE, self._rows)
        self._rows = []
