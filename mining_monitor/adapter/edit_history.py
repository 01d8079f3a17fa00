"""An earlier shape of a sector, byte for byte, as the project's log has kept it; the way back to it as a change."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any, List, Optional

from qgis.core import QgsGeometry, QgsVectorLayer

from mining_monitor.adapter import review_rules
from mining_monitor.adapter.audit_log import geometry_sha256
from mining_monitor.adapter.file_transaction import reading
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.snapshots import Change, Snapshot, rows_by_uuid, snapshots
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.history import HistoryEntry
from mining_monitor.schema.fields import LOG_TABLE


def present(layer: QgsVectorLayer, uuid: str) -> Snapshot:
    """Return a sector as it is.

    Raises
    ------
    AnnotationsError
        The layer does not hold it.
    """
    rows = rows_by_uuid(layer, [uuid])
    found = snapshots(layer, rows.values(), is_saved=False)
    if uuid not in rows or rows[uuid] not in found:
        raise AnnotationsError(tr("The sector is no longer in this layer."), uuid=uuid)
    return found[rows[uuid]]


def shape_after(path: Path, uuid: str, entry: HistoryEntry, now: QgsGeometry) -> QgsGeometry:
    """Return the shape of a sector after an act: what the next reshaping replaced, or the present one.

    Parameters
    ----------
    path : Path
        The project file.
    now : QgsGeometry
        The present shape.

    Raises
    ------
    AnnotationsError
        The log no longer has that shape.
    OutputError
        The file cannot be read.
    """
    with reading(path) as connection:
        own: List[sqlite3.Row] = connection.execute(
            f"SELECT geometry_sha256 FROM {LOG_TABLE} WHERE uuid = ? AND seq = ?",  # nosec B608: a name of the schema
            (uuid, entry.seq),
        ).fetchall()
        later: List[sqlite3.Row] = connection.execute(
            f"SELECT before FROM {LOG_TABLE} WHERE uuid = ? AND seq > ? ORDER BY seq",  # nosec B608: as above
            (uuid, entry.seq),
        ).fetchall()
    replaced = (_shape(row[0]) for row in later)
    shape = next((each for each in replaced if each is not None), now)
    if not entry.can_restore or shape.isNull() or (own and own[0][0] != geometry_sha256(shape)):
        raise AnnotationsError(tr("The log no longer has this shape. Choose another act."), uuid=uuid)
    return shape


def _shape(before: Any) -> Optional[QgsGeometry]:
    """Return the geometry that an act has replaced, None where it replaced none."""
    try:
        values = json.loads(before) if before else {}
        text = values.get("wkb") if isinstance(values, dict) else None
        if not isinstance(text, str):
            return None
        shape = QgsGeometry()
        shape.fromWkb(bytes.fromhex(text))
    except (ValueError, TypeError):
        return None
    return None if shape.isNull() else shape


def restoring(path: Path, layer: QgsVectorLayer, uuid: str, entry: HistoryEntry, editor: str) -> Change:
    """Return the change that gives a sector the shape which it had after an act.

    Raises
    ------
    AnnotationsError
        The sector is gone, it has that shape, or the log no longer has it.
    """
    shot = present(layer, uuid)
    shape = shape_after(path, uuid, entry, shot.geometry)
    if bytes(shape.asWkb()) == bytes(shot.geometry.asWkb()):
        raise AnnotationsError(tr("The sector has this shape now."), uuid=uuid)
    new = Snapshot(shot.values, shape)
    return Change(shot, new.changed(review_rules.reshaped(new, editor)))
