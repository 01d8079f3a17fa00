"""What a crash has left between log and sectors: edits by QGIS's own tools are logged before they are saved."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Dict, List, Mapping, Optional, Sequence

from qgis.core import QgsGeometry

from mining_monitor.adapter.audit_log import NOT_SAVED, Act, AuditLog, geometry_sha256
from mining_monitor.adapter.file_transaction import from_blob, reading
from mining_monitor.schema.fields import SECTORS_TABLE

LOGGER = logging.getLogger(__name__)

#: Only the newest rows can belong to an edit that was under way; a paste of more sectors than this is rare.
NEWEST_ROWS = 500

#: A younger row may belong to an edit that another program is saving at this moment.
SETTLED = timedelta(seconds=30)

#: What this plugin logs before it is saved; rows of the engine are written with what they say.
_ACTIONS = ("draw", "delete", "reshape", "class", "state", "edit")


@dataclass(frozen=True)
class _Saved:
    """A sector as the file has it."""

    values: Dict[str, Any]
    geometry: QgsGeometry


def repair(log: AuditLog) -> int:
    """Add a row to the log for each edit that it holds and that never reached the file, and return how many.

    Raises
    ------
    OutputError
        The file cannot be read or written.
    """
    newest = _newest_by_sector(log.last_rows(NEWEST_ROWS))
    saved = _read(log, list(newest))
    found = (_way_back(row, saved.get(uuid)) for uuid, row in newest.items())
    acts = [act for act in found if act is not None]
    if acts:
        LOGGER.warning("%d edits in the log were never saved; the log says so now", len(acts))
        log.append(str(newest[acts[0].uuid]["who"] or ""), acts)
    return len(acts)


def _read(log: AuditLog, uuids: Sequence[str]) -> Dict[str, _Saved]:
    """Read sectors of all scenes by uuid."""
    if not uuids:
        return {}
    marks = ", ".join("?" for _ in uuids)
    with reading(log.path) as connection:
        geometry = connection.execute(
            "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (SECTORS_TABLE,)
        ).fetchone()
        cursor = connection.execute(f"SELECT * FROM {SECTORS_TABLE} WHERE uuid IN ({marks})", uuids)  # nosec B608
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row)) for row in cursor]
    return {str(row["uuid"]): _Saved(row, _geometry(row.pop(geometry[0], None))) for row in rows if geometry}


def _geometry(blob: Optional[bytes]) -> QgsGeometry:
    geometry = QgsGeometry()
    if blob:
        geometry.fromWkb(from_blob(blob))
    return geometry


def _newest_by_sector(rows: List[Dict[str, Any]]) -> Dict[str, Dict[str, Any]]:
    """Return the last row of each sector, where that is an edit of ours that has settled."""
    newest = {str(row["uuid"]): row for row in rows if row["uuid"]}
    limit = (datetime.now(timezone.utc) - SETTLED).isoformat(timespec="milliseconds")
    return {uuid: row for uuid, row in newest.items() if row["action"] in _ACTIONS and str(row["at"]) < limit}


def _way_back(row: Mapping[str, Any], current: Optional[_Saved]) -> Optional[Act]:
    """Return the row that takes back one whose edit was not saved; None where it was, or nobody can tell."""
    before, after = _values(row["before"]), _values(row["after"])
    wkb = before.pop("wkb", None)
    if row["action"] == "draw":
        return Act(NOT_SAVED, str(row["uuid"]), after, {}, None) if current is None else None
    if current is None:
        return None  # deleted without a word to the log
    names = {**before, **after}
    values_are_old = all(current.values.get(name) == before.get(name) for name in names)
    values_are_new = all(current.values.get(name) == after.get(name) for name in names)
    if row["action"] == "delete":
        is_unsaved = values_are_old
    elif wkb is not None:
        shape = geometry_sha256(current.geometry)
        is_unsaved = values_are_old and shape != row["geometry_sha256"] and shape == _shape(str(wkb))
    else:
        is_unsaved = values_are_old and not values_are_new
    return Act(NOT_SAVED, str(row["uuid"]), after, before, current.geometry) if is_unsaved else None


def _values(text: Any) -> Dict[str, Any]:
    values = json.loads(text) if text else {}
    return dict(values) if isinstance(values, dict) else {}


def _shape(wkb: str) -> Optional[str]:
    geometry = QgsGeometry()
    geometry.fromWkb(bytes.fromhex(wkb))
    return geometry_sha256(geometry)
