"""A sector before and after an edit, and the way back from one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Optional, Sequence, Set, Tuple

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from mining_monitor.adapter.audit_log import Act
from mining_monitor.adapter.compat import plain, text_of

#: Row numbers belong to the file, not to the sector.
ROW_FIELDS = ("fid", "ogc_fid", "gid")

#: More identifiers than this are looked for by reading them all.
MAX_LISTED = 200


@dataclass(frozen=True)
class Snapshot:
    """A sector at one moment: its values by field name (None for NULL) and its geometry."""

    values: Dict[str, Any]
    geometry: QgsGeometry

    @property
    def uuid(self) -> str:
        """Its identity."""
        return text_of(self.values.get("uuid"))

    def changed(self, values: Dict[str, Any]) -> Snapshot:
        """Return the sector with other values; names that it does not have are left out."""
        return Snapshot({**self.values, **{k: v for k, v in values.items() if k in self.values}}, self.geometry)


@dataclass(frozen=True)
class Change:
    """What happened to one sector; ``before`` is None when it was drawn, ``after`` when it was deleted."""

    before: Optional[Snapshot]
    after: Optional[Snapshot]

    @property
    def uuid(self) -> str:
        """Identity of the sector."""
        snapshot = self.after or self.before
        return snapshot.uuid if snapshot is not None else ""

    @property
    def inverse(self) -> Change:
        """The change that undoes this one."""
        return Change(self.after, self.before)

    @property
    def is_reshape(self) -> bool:
        """Whether the geometry of a sector that stays was changed."""
        return self.before is not None and self.after is not None and not _same(self.before, self.after)

    def changed_values(self) -> Tuple[Dict[str, Any], Dict[str, Any]]:
        """Return the values before and after of the fields that differ."""
        before = self.before.values if self.before is not None else {}
        after = self.after.values if self.after is not None else {}
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        return (
            {name: before[name] for name in names if before.get(name) is not None},
            {name: after[name] for name in names if after.get(name) is not None},
        )

    def act(self, action: str = "") -> Act:
        """Return the log entry; the action is named after what changed unless it is given."""
        before, after = self.changed_values()
        if self.before is not None and (self.after is None or self.is_reshape):
            before["wkb"] = bytes(self.before.geometry.asWkb()).hex()
        return Act(
            action or self._action(after), self.uuid, before, after,
            self.after.geometry if self.after is not None else None,
        )  # fmt: skip

    def _action(self, after: Dict[str, Any]) -> str:
        if self.before is None:
            return "draw"
        if self.after is None:
            return "delete"
        if self.is_reshape:
            return "reshape"
        if "class" in after:
            return "class"
        return "state" if "state" in after else "edit"


def _same(one: Snapshot, other: Snapshot) -> bool:
    return bytes(one.geometry.asWkb()) == bytes(other.geometry.asWkb())


def snapshot(feature: QgsFeature, names: Sequence[str]) -> Snapshot:
    """Take a snapshot of a feature whose columns have these names, without its row number."""
    pairs = zip(names, feature.attributes())
    values = {name: plain(value) for name, value in pairs if name.lower() not in ROW_FIELDS}
    return Snapshot(values, QgsGeometry(feature.geometry()))


def snapshots(layer: QgsVectorLayer, fids: Iterable[int], *, is_saved: bool) -> Dict[int, Snapshot]:
    """Return snapshots by row.

    Parameters
    ----------
    is_saved : bool
        True: as the data source has them; False: with the edits of the layer.
    """
    wanted = list(fids)
    if not wanted:
        return {}
    request = QgsFeatureRequest().setFilterFids(wanted)
    source = layer.dataProvider() if is_saved else layer
    names = [field.name() for field in layer.fields()]
    return {feature.id(): snapshot(feature, names) for feature in source.getFeatures(request)}


def rows_by_uuid(layer: QgsVectorLayer, uuids: Iterable[str]) -> Dict[str, int]:
    """Return the row of each sector that the layer holds now.

    Where a split or a paste has doubled an identity, the saved row keeps it: rows not yet saved are below 0.
    """
    return {identity: max(rows) for identity, rows in _rows_sharing(layer, set(uuids)).items()}


def _rows_sharing(layer: QgsVectorLayer, wanted: Set[str]) -> Dict[str, List[int]]:
    wanted.discard("")
    found: Dict[str, List[int]] = {}
    if not wanted:
        return found
    index = layer.fields().indexOf("uuid")
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
    if len(wanted) <= MAX_LISTED:
        quoted = ", ".join(QgsExpression.quotedValue(identity) for identity in sorted(wanted))
        request.setFilterExpression(f'"uuid" IN ({quoted})')
    for feature in layer.getFeatures(request):
        identity = text_of(feature.attribute(index))
        if identity in wanted:
            found.setdefault(identity, []).append(feature.id())
    return found


def as_feature(shot: Snapshot, layer: QgsVectorLayer) -> QgsFeature:
    """Make a feature of a layer from a snapshot."""
    feature = QgsFeature(layer.fields())
    feature.setGeometry(shot.geometry)
    for name, value in shot.values.items():
        if layer.fields().indexOf(name) >= 0:
            feature.setAttribute(name, value)
    return feature


def change_values(layer: QgsVectorLayer, row: int, shot: Optional[Snapshot], values: Dict[str, Any]) -> bool:
    """Change values of a sector in edit mode, in one call; False when QGIS refuses.

    Parameters
    ----------
    shot : Snapshot or None
        The sector as it is: spares QGIS a look-up for each value. The layer's default values are not applied.
    """
    fields = layer.fields()
    new = {fields.indexOf(name): value for name, value in values.items() if fields.indexOf(name) >= 0}
    old = {index: shot.values.get(fields[index].name()) for index in new} if shot is not None else {}
    return not new or bool(layer.changeAttributeValues(row, new, old, True))


def apply_change(layer: QgsVectorLayer, change: Change, row: Optional[int]) -> bool:
    """Bring a sector of a layer in edit mode to ``change.after``; False when QGIS refuses.

    Parameters
    ----------
    row : int or None
        Its row now; None when the layer does not hold it.
    """
    if change.after is None:
        return row is None or bool(layer.deleteFeature(row))
    if row is None:
        return bool(layer.addFeature(as_feature(change.after, layer)))
    before, after = change.changed_values()
    is_done = change_values(layer, row, change.before, {name: after.get(name) for name in {**before, **after}})
    if change.is_reshape:
        is_done = layer.changeGeometry(row, QgsGeometry(change.after.geometry), True) and is_done
    return is_done


def conflicts(layer: QgsVectorLayer, changes: Iterable[Change], rows: Dict[str, int]) -> List[str]:
    """Return the sectors that are no longer as ``change.before`` says: somebody else has changed them."""
    changes = list(changes)
    now = snapshots(layer, rows.values(), is_saved=True)
    found: List[str] = []
    for change in changes:
        current = now.get(rows[change.uuid]) if change.uuid in rows else None
        if not _fits(change.before, current, change):
            found.append(change.uuid)
    return found


def _fits(expected: Optional[Snapshot], current: Optional[Snapshot], change: Change) -> bool:
    if expected is None or current is None:
        return expected is None and current is None
    before, after = change.changed_values()
    names = {**before, **after}
    if any(expected.values.get(name) != current.values.get(name) for name in names):
        return False
    return not change.is_reshape or _same(expected, current)
