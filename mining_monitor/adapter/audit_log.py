"""The append-only log of a project: who did what to which sector when, chained by SHA-256 (schema/log.py)."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsProviderRegistry, QgsVectorLayer

from mining_monitor.adapter.compat import plain
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import OutputError
from mining_monitor.schema.fields import LOG_FIELDS, LOG_TABLE
from mining_monitor.schema.log import GENESIS, row_sha256

LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True)
class Act:
    """One thing that was done to one sector.

    Attributes
    ----------
    action : str
        ``class``, ``state``, ``edit``, ``reshape``, ``draw``, ``delete``, ``undo`` or ``redo``.
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


class AuditLog:
    """The table ``log`` of one project file.

    Parameters
    ----------
    path : Path
        A project GeoPackage; ``is_usable`` is False when it has no such table.
    """

    def __init__(self, path: Path) -> None:
        self._layer = QgsVectorLayer(f"{path}|layername={LOG_TABLE}", LOG_TABLE, "ogr")

    @property
    def is_usable(self) -> bool:
        """Whether there is a log to write to."""
        return bool(self._layer.isValid())

    def append(self, who: str, acts: Sequence[Act]) -> None:
        """Write one row for each act, chained to the last row of the table.

        Raises
        ------
        OutputError
            The rows cannot be written.
        """
        if not acts or not self.is_usable:
            return
        seq, previous = self._last()
        features: List[QgsFeature] = []
        for act in acts:
            seq += 1
            row = _row(seq, who, act, previous)
            previous = str(row["row_sha256"])
            features.append(self._feature(row))
        is_written, _ = self._layer.dataProvider().addFeatures(features)
        if not is_written:
            raise OutputError(
                tr("The edit was saved, but its log entry could not be written to {}: {}").format(
                    self._layer.source().split("|")[0], self._layer.dataProvider().lastError()
                )
            )

    def rows(self) -> List[Dict[str, Any]]:
        """Return all rows in order."""
        names = [field.name for field in LOG_FIELDS]
        rows = [{name: plain(feature[name]) for name in names} for feature in self._layer.getFeatures()]
        return sorted(rows, key=lambda row: int(row["seq"]))

    def _last(self) -> Tuple[int, str]:
        provider = self._layer.dataProvider()
        newest = plain(provider.maximumValue(provider.fieldNameIndex("seq")))
        if newest is None:
            return 0, GENESIS
        request = QgsFeatureRequest().setFilterExpression(f'"seq" = {int(newest)}')
        for feature in provider.getFeatures(request):
            return int(newest), str(feature["row_sha256"])
        return 0, GENESIS

    def _feature(self, row: Mapping[str, Any]) -> QgsFeature:
        feature = QgsFeature(self._layer.fields())
        for name, value in row.items():
            feature.setAttribute(name, value)
        return feature


def _row(seq: int, who: str, act: Act, previous: str) -> Dict[str, Any]:
    row: Dict[str, Any] = {
        "seq": seq,
        "at": utc_now(),
        "who": who,
        "action": act.action,
        "uuid": act.uuid,
        "before": _json(act.before),
        "after": _json(act.after),
        "geometry_sha256": geometry_sha256(act.geometry),
        "previous_sha256": previous,
    }
    row["row_sha256"] = row_sha256(row)
    return row


def _json(values: Mapping[str, Any]) -> Optional[str]:
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True) if values else None


def log_of_layer(layer: QgsVectorLayer) -> Optional[AuditLog]:
    """Return the log beside a sectors layer, or None when its file has none."""
    if layer.providerType() != "ogr":
        return None
    path = plain(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path"))
    log = AuditLog(Path(str(path))) if path else None
    return log if log is not None and log.is_usable else None
