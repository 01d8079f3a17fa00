"""What QGIS says of sectors that change, said of changes that did not go through its edit buffer."""

from __future__ import annotations

from typing import Callable, List, Mapping, Sequence

from qgis.core import QgsVectorLayer

from mining_monitor.adapter.snapshots import Change, Snapshot, as_feature

#: Sectors between two looks at the event loop.
SLICE = 100


def pause_for_nobody() -> None:
    """Do nothing: a ``pause`` where no window waits."""


def announce(
    layer: QgsVectorLayer, changes: Sequence[Change], rows: Mapping[str, int], new_rows: Mapping[str, int],
    pause: Callable[[], None] = pause_for_nobody,
) -> None:  # fmt: skip
    """Tell a layer of changes that its data source has already, as QGIS does after an edit.

    Parameters
    ----------
    rows, new_rows : mapping
        Row number by uuid: of the sectors that were there, of those that are new.
    pause : callable
        Called after every ``SLICE`` sectors.
    """
    _announce_removed(layer, [rows[each.uuid] for each in changes if each.after is None and each.uuid in rows], pause)
    for number, change in enumerate(changes, 1):
        if change.after is not None and change.uuid in new_rows:
            _announce_new(layer, change.after, new_rows[change.uuid])
        elif change.after is not None and change.uuid in rows:
            _announce_changed(layer, change, change.after, rows[change.uuid])
        if number % SLICE == 0:
            pause()
    if any(change.before is None or change.after is None or change.is_reshape for change in changes):
        layer.updateExtents(True)
    layer.afterCommitChanges.emit()
    layer.triggerRepaint()


def _announce_removed(layer: QgsVectorLayer, rows: List[int], pause: Callable[[], None]) -> None:
    """Say which sectors are gone: their selection ends at once, or the window follows it sector by sector."""
    if rows:
        layer.deselect(rows)
    for start in range(0, len(rows), SLICE):
        part = rows[start : start + SLICE]
        for row in part:
            layer.featureDeleted.emit(row)
        layer.featuresDeleted.emit(part)
        if len(part) == SLICE:
            pause()


def _announce_new(layer: QgsVectorLayer, shot: Snapshot, row: int) -> None:
    feature = as_feature(shot, layer)
    feature.setId(row)
    layer.featureAdded.emit(row)
    layer.committedFeaturesAdded.emit(layer.id(), [feature])


def _announce_changed(layer: QgsVectorLayer, change: Change, after: Snapshot, row: int) -> None:
    old, new = change.changed_values()
    for name in {**old, **new}:
        layer.attributeValueChanged.emit(row, layer.fields().indexOf(name), new.get(name))
    if change.is_reshape:
        layer.geometryChanged.emit(row, after.geometry)
