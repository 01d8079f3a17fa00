"""What the simple tools do: draw, split, merge, cut out, fill, absorb. Each returns the changes of one step.

All shapes, lines and points are in EPSG:4326. ``fids`` are the selected sectors; where a tool can do without, it takes
the sectors that the line or shape meets.
"""

from __future__ import annotations

from typing import Collection, Dict, List, Sequence, Tuple

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

from mining_monitor.adapter.edit_fixes import polygons
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.shaping import coverage, gaps, ground
from mining_monitor.adapter.shaping.noding import boundary, faces
from mining_monitor.adapter.shaping.pieces import scene_of
from mining_monitor.adapter.shaping.surroundings import Neighbour, sectors, within
from mining_monitor.adapter.snapshots import Change, Snapshot
from mining_monitor.contract.errors import AnnotationsError

#: How far around a click a hole between sectors is looked for, in degrees, and among how many sectors.
_REACHES_DEG, _MOST_AROUND = (0.0005, 0.002, 0.008, 0.03), 400


def draw(layer: QgsVectorLayer, editor: str, shape: QgsGeometry, code: int) -> List[Change]:
    """Add a sector of a class; it gives way to reviewed ground, drafts give way to it."""
    return coverage.plan(layer, editor, {}, [(shape, {"class": code})])


def split(layer: QgsVectorLayer, editor: str, line: QgsGeometry, fids: Collection[int] = ()) -> List[Change]:
    """Split sectors along a line: the selected ones, or all that it crosses.

    Raises
    ------
    AnnotationsError
        The line crosses none from border to border.
    """
    replacements: Dict[int, QgsGeometry] = {}
    additions: List[Tuple[QgsGeometry, Dict[str, object]]] = []
    for fid, shot, shape in _met(layer, line, fids):
        parts = [face for face in faces([boundary(shape), line]) if shape.contains(face.pointOnSurface())]
        if len([part for part in parts if not ground.is_tiny(part)]) < 2:
            continue
        parts.sort(key=lambda part: -part.area())
        replacements[fid] = parts[0]
        additions += [(part, shot.values) for part in parts[1:]]
    if not replacements:
        raise AnnotationsError(tr("The line splits nothing. Draw it from border to border across a sector."))
    return coverage.plan(layer, editor, replacements, additions, yielding=())


def merge(layer: QgsVectorLayer, editor: str, fids: Sequence[int]) -> List[Change]:
    """Make the selected sectors one: the largest keeps its identity and its values.

    Raises
    ------
    AnnotationsError
        Fewer than two are selected, they do not touch, or they belong to different images.
    """
    shots = sectors(layer, fids)
    if len(shots) < 2:
        raise AnnotationsError(tr("Select two or more sectors that touch, then merge them."))
    if len({scene_of(shot.values) for shot in shots.values()}) > 1:
        raise AnnotationsError(tr("The selected sectors belong to different images and cannot be merged."))
    whole = _union(shots.values())
    if len(polygons(whole)) > 1:
        raise AnnotationsError(tr("The selected sectors do not all touch each other. Merge only those that do."))
    kept = max(shots, key=lambda fid: shots[fid].geometry.area())
    return coverage.plan(layer, editor, {kept: whole}, removals=[fid for fid in shots if fid != kept], yielding=())


def cut_out(layer: QgsVectorLayer, editor: str, shape: QgsGeometry, fids: Collection[int] = ()) -> List[Change]:
    """Take ground from the selected sectors, or from all under a shape; it belongs to none then.

    Raises
    ------
    AnnotationsError
        No sector lies there, or the shape is below 25 m2.
    """
    hole = ground.sound(shape)
    if hole.isNull() or ground.is_tiny(hole):
        raise AnnotationsError(tr("What is cut out must be 25 m² or more."))
    met = [(fid, each) for fid, _, each in _met(layer, hole, fids) if not ground.shared(each, hole).isNull()]
    if not met:
        raise AnnotationsError(tr("There is no sector to cut here."))
    return coverage.plan(layer, editor, {fid: ground.without(each, hole) for fid, each in met}, yielding=())


def fill(layer: QgsVectorLayer, editor: str, point: QgsPointXY) -> List[Change]:
    """Fill the hole around a point: one in a sector, or one between sectors, which goes to the longest border.

    Raises
    ------
    AnnotationsError
        There is no hole.
    """
    place = QgsGeometry.fromPointXY(point)
    for reach in _REACHES_DEG:
        box = QgsRectangle(point.x(), point.y(), point.x(), point.y()).buffered(reach)
        around = within(layer, box)
        if len(around) > _MOST_AROUND:
            break
        if any(each.geometry.contains(place) for each in around):
            raise AnnotationsError(tr("There is a sector here. Click into a hole."))
        for scene in dict.fromkeys(scene_of(each.shot.values) for each in around):
            same = [each for each in around if scene_of(each.shot.values) == scene]
            hole = _hole_at(same, place)
            if not hole.isNull():
                heir = max(same, key=lambda each: gaps.border(each.geometry, hole))
                whole = ground.joined([heir.geometry, hole])
                return coverage.plan(layer, editor, {heir.fid: whole}, yielding=())
    raise AnnotationsError(tr("There is no hole here that sectors enclose."))


def absorb(layer: QgsVectorLayer, editor: str, fids: Sequence[int]) -> List[Change]:
    """Give the selected sectors to the neighbours with which they share the longest border.

    Raises
    ------
    AnnotationsError
        One has no neighbour.
    """
    shots = sectors(layer, fids)
    if not shots:
        raise AnnotationsError(tr("Select the sector that its neighbour shall absorb."))
    heirs: Dict[int, List[Snapshot]] = {}
    known: Dict[int, Neighbour] = {}
    for shot in shots.values():
        near = within(layer, shot.geometry.boundingBox(), skip=shots)
        near = [each for each in near if scene_of(each.shot.values) == scene_of(shot.values)]
        shape = ground.sound(shot.geometry)
        length, heir = max(
            ((gaps.border(each.geometry, shape), each) for each in near), key=lambda pair: pair[0], default=(0.0, None)
        )
        if heir is None or length <= 0:
            raise AnnotationsError(tr("The sector touches no other one that could absorb it."))
        known[heir.fid] = heir
        heirs.setdefault(heir.fid, []).append(shot)
    replacements = {fid: _union([known[fid].shot, *taken]) for fid, taken in heirs.items()}
    return coverage.plan(layer, editor, replacements, removals=list(shots), yielding=())


def _met(layer: QgsVectorLayer, shape: QgsGeometry, fids: Collection[int]) -> List[Tuple[int, Snapshot, QgsGeometry]]:
    """Return the selected sectors, or those of the coverage, that a line or shape meets."""
    if fids:
        found = [(fid, shot, ground.sound(shot.geometry)) for fid, shot in sectors(layer, list(fids)).items()]
    else:
        found = [(each.fid, each.shot, each.geometry) for each in within(layer, shape.boundingBox())]
    return [(fid, shot, each) for fid, shot, each in found if not each.isNull() and each.intersects(shape)]


def _union(shots: Collection[Snapshot]) -> QgsGeometry:
    return ground.joined([ground.sound(shot.geometry) for shot in shots])


def _hole_at(around: Sequence[Neighbour], place: QgsGeometry) -> QgsGeometry:
    """Return the smallest hole around a place: of one sector, cut by what lies inside it, or between sectors."""
    union = ground.joined([each.geometry for each in around])
    found = [hole for hole in ground.holes(union) if hole.contains(place)]
    return min(found, key=lambda hole: hole.area(), default=QgsGeometry())
