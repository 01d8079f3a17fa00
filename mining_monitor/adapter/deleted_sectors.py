"""Sectors that people have deleted, as the project's log has kept them, and the way back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List

from qgis.core import QgsGeometry, QgsVectorLayer

from mining_monitor.adapter import review_rules
from mining_monitor.adapter.compat import number_of, text_of
from mining_monitor.adapter.file_transaction import reading
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.snapshots import ROW_FIELDS, Change, Snapshot
from mining_monitor.contract.errors import AnnotationsError

#: The newest of them; older ones are in the log.
MOST = 1000

#: The last act on each sector that is no longer there. Drafts that a new run has replaced belong to nobody.
_GONE = """
SELECT l.uuid, l.who, l.at, l.before FROM log l
JOIN (SELECT uuid, max(seq) AS seq FROM log WHERE coalesce(uuid, '') <> '' GROUP BY uuid) last ON last.seq = l.seq
WHERE l.uuid NOT IN (SELECT uuid FROM sectors WHERE uuid IS NOT NULL) AND l.action <> 'supersede'
ORDER BY l.seq DESC LIMIT ?
"""


@dataclass(frozen=True)
class DeletedSector:
    """A sector that is gone: what it was, who removed it, when (UTC)."""

    uuid: str
    who: str
    at: str
    values: Dict[str, Any]
    geometry: QgsGeometry

    @property
    def name(self) -> str:
        """Its name, may be empty."""
        return text_of(self.values.get("Name"))

    @property
    def code(self) -> int:
        """Its LAMES code; -1 where it had none."""
        code = number_of(self.values.get("class"))
        return -1 if code is None else int(code)


def deleted_sectors(path: Path, scene_id: str) -> List[DeletedSector]:
    """Return the sectors of a scene that were deleted, the last one first.

    Raises
    ------
    OutputError
        The file cannot be read.
    """
    with reading(path) as connection:
        rows: List[Any] = connection.execute(_GONE, (MOST,)).fetchall()
    found = (_deleted(row) for row in rows)
    return [each for each in found if not each.geometry.isNull() and text_of(each.values.get("scene_id")) == scene_id]


def _deleted(row: Any) -> DeletedSector:
    geometry = QgsGeometry()
    try:
        values = json.loads(row[3]) if row[3] else {}
        values = dict(values) if isinstance(values, dict) else {}
        geometry.fromWkb(bytes.fromhex(str(values.pop("wkb", "") or "")))
    except (ValueError, TypeError):
        values = {}
    return DeletedSector(text_of(row[0]), text_of(row[1]), text_of(row[2]), values, geometry)


def bringing_back(sector: DeletedSector, layer: QgsVectorLayer, editor: str) -> Change:
    """Return the change that brings a sector back with its values and its identity; it wants a review then.

    Raises
    ------
    AnnotationsError
        Its shape is damaged.
    """
    if sector.geometry.isNull() or sector.geometry.isEmpty():
        raise AnnotationsError(tr("The log no longer has the shape of this sector."), uuid=sector.uuid)
    names = [field.name() for field in layer.fields() if field.name().lower() not in ROW_FIELDS]
    was = Snapshot({**dict.fromkeys(names), **{n: v for n, v in sector.values.items() if n in names}}, sector.geometry)
    was = was.changed({"uuid": sector.uuid})
    return Change(None, was.changed(review_rules.reshaped(was, editor)))
