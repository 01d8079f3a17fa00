"""Sectors around a change, read by the layer's spatial index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Dict, Iterable, List, Sequence

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsRectangle, QgsVectorLayer

from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.shaping import ground
from mining_monitor.adapter.shaping.pieces import Piece, scene_of, takes_part
from mining_monitor.adapter.snapshots import Snapshot, snapshot, snapshots
from mining_monitor.contract.errors import AnnotationsError

#: Degrees around a change in which a sector touches it.
REACH_DEG = 1e-8


@dataclass(frozen=True)
class Neighbour:
    """A sector of the coverage near a change: as it is, and its ground as valid polygons."""

    fid: int
    shot: Snapshot
    geometry: QgsGeometry

    @property
    def state(self) -> str:
        """Its review state."""
        return text_of(self.shot.values.get("state"))


def sectors(layer: QgsVectorLayer, fids: Collection[int]) -> Dict[int, Snapshot]:
    """Return sectors as they are.

    Raises
    ------
    AnnotationsError
        One is no longer there.
    """
    found = snapshots(layer, fids, is_saved=False)
    if len(found) != len(set(fids)):
        raise AnnotationsError(tr("The sector is no longer in this layer."))
    return found


def within(layer: QgsVectorLayer, box: QgsRectangle, skip: Collection[int] = ()) -> List[Neighbour]:
    """Return the sectors of the coverage whose extent meets a rectangle."""
    if box.isNull() or not box.isFinite():
        return []
    names = [each.name() for each in layer.fields()]
    found = []
    for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(box.buffered(REACH_DEG))):
        if feature.id() in skip or not feature.hasGeometry():
            continue
        shot = snapshot(feature, names)
        shape = ground.sound(shot.geometry) if takes_part(shot.values) else QgsGeometry()
        if not shape.isNull():
            found.append(Neighbour(feature.id(), shot, shape))
    return found


def neighbours(
    layer: QgsVectorLayer, pieces: Sequence[Piece], gone: Iterable[Snapshot], skip: Collection[int]
) -> List[Neighbour]:
    """Return the sectors of the pieces' scene around all that changes."""
    box = QgsRectangle()
    for shape in (*(p.geometry for p in pieces), *(p.old for p in pieces), *(shot.geometry for shot in gone)):
        if not shape.isNull():
            box.combineExtentWith(shape.boundingBox())
    scenes = {scene_of(piece.values) for piece in pieces}
    return [each for each in within(layer, box, skip) if scene_of(each.shot.values) in scenes]
