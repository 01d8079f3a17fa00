"""What QGIS's own tools have changed and not saved: completed, read as changes, explained where it cannot be saved."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Dict, Iterable, Iterator, List

from qgis.core import QgsVectorLayer

from mining_monitor.adapter import review_rules
from mining_monitor.adapter.compat import number_of, text_of
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.snapshots import Change, Snapshot, change_values, rows_by_uuid, snapshots
from mining_monitor.contract.errors import OutputError
from mining_monitor.schema.classes import BY_CODE


def stamp(layer: QgsVectorLayer, editor: str) -> List[Snapshot]:
    """Complete what a tool of QGIS cannot know: identity, class key, area, who and when, the review state.

    Returns
    -------
    list of Snapshot
        The sectors to which the tool has given a class, as it has left them.
    """
    buffer = layer.editBuffer()
    reshaped, drawn = set(buffer.changedGeometries()), set(buffer.addedFeatures())
    altered = buffer.changedAttributeValues()
    class_index = layer.fields().indexOf("class")
    shots = snapshots(layer, reshaped | drawn | set(altered), is_saved=False)
    owners = rows_by_uuid(layer, [shots[fid].uuid for fid in drawn if fid in shots])
    layer.beginEditCommand(tr("Edit"))
    for fid, shot in shots.items():
        if fid in drawn:
            new = review_rules.drawn(shot, editor, is_copy=owners.get(shot.uuid) != fid)
        elif fid in reshaped:
            new = review_rules.reshaped(shot, editor)
        else:
            new = review_rules.altered(shot, editor, is_class=class_index in altered[fid])
        change_values(layer, fid, shot, {name: v for name, v in new.items() if shot.values.get(name) != v})
    layer.endEditCommand()
    return [shot for fid, shot in shots.items() if fid in drawn or class_index in altered.get(fid, ())]


def unknown_classes(shots: Iterable[Snapshot]) -> Dict[str, int]:
    """Return the class codes that do not exist, by the name of the sector, or the beginning of its identity."""
    found: Dict[str, int] = {}
    for shot in shots:
        code = number_of(shot.values.get("class"))
        if code is not None and code not in BY_CODE:
            found[text_of(shot.values.get("Name")).strip() or shot.uuid[:8]] = int(code)
    return found


def changes(layer: QgsVectorLayer) -> List[Change]:
    """Return what a commit of the layer would change."""
    buffer = layer.editBuffer()
    changed = set(buffer.changedAttributeValues()) | set(buffer.changedGeometries())
    deleted, drawn = set(buffer.deletedFeatureIds()), list(buffer.addedFeatures())
    before = snapshots(layer, changed | deleted, is_saved=True)
    after = snapshots(layer, [*changed, *drawn], is_saved=False)
    found = [Change(before.get(fid), after.get(fid)) for fid in [*changed, *deleted, *drawn]]
    return [change for change in found if change.before is not None or change.after is not None]


def reasons(layer: QgsVectorLayer) -> str:
    """Return why the last commit failed, in one line."""
    return " ".join(" ".join(layer.commitErrors()).split())[:300]


@contextmanager
def kept(layer: QgsVectorLayer) -> Iterator[None]:
    """Say of an edit by QGIS's own tools that it stays in the layer until it can be saved."""
    try:
        yield
    except OutputError as error:
        raise OutputError(
            tr("The edit could not be saved in '{}' yet. It is kept and saved with the next one: {}").format(
                layer.name(), reasons(layer) or error.message
            )
        ) from error
