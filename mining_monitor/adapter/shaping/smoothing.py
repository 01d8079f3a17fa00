"""Smooth borders: each stretch between two sectors once, so that what was shared stays shared.

A stretch is smoothed by corner cutting (Chaikin 1974, QGIS's own ``smooth``); its ends, where three sectors meet, stay.
Borders with reviewed neighbours that are not selected stay as they are; a stretch that would cross another one, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Dict, List, Sequence, Tuple

from qgis.core import QgsGeometry, QgsRectangle, QgsVectorLayer

from mining_monitor.adapter.compat import number_of
from mining_monitor.adapter.edit_fixes import polygons
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.shaping import coverage, ground
from mining_monitor.adapter.shaping.noding import SAME_DEG, boundary, faces, noded
from mining_monitor.adapter.shaping.pieces import scene_of
from mining_monitor.adapter.shaping.surroundings import Neighbour, sectors, within
from mining_monitor.adapter.snapshots import Change
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.schema.review import DRAFT, EDITED

#: Rounds of corner cutting, and at which share of a side the cut begins.
_ROUNDS, _SHARE = 2, 0.25

#: Corners that stand out by less than this many degrees (about 0.2 m) are not worth keeping afterwards.
_FINE_DEG = 2e-6

#: Where nobody knows how large a pixel was.
_USUAL_GSD_M, _METRES_PER_DEGREE = 10.0, 111_320.0

#: A sector whose area would change by more than this keeps its border.
_MOST_CHANGE = 0.2


@dataclass
class _Arc:
    """A stretch of border: as it is, as it shall be, between which sectors."""

    before: QgsGeometry
    after: QgsGeometry
    sides: Tuple[int, ...]

    @property
    def is_moved(self) -> bool:
        """Whether it shall be another line."""
        return self.after is not self.before


def smooth(layer: QgsVectorLayer, editor: str, fids: Collection[int]) -> List[Change]:
    """Smooth the borders of the selected sectors.

    Raises
    ------
    AnnotationsError
        Nothing is selected, or nothing can be smoothed.
    """
    around = _around(layer, fids)
    shapes = noded([each.geometry for each in around])
    chosen = {number for number, each in enumerate(around) if each.fid in fids}
    free = {number for number, each in enumerate(around) if each.state in (DRAFT, EDITED)} | chosen
    arcs = _arcs(shapes, chosen, free, _step_deg([around[number] for number in chosen]))
    _keep_apart(arcs)
    new = _rebuilt(shapes, arcs)
    if not new:
        raise AnnotationsError(
            tr("Nothing can be smoothed here: the borders are simple, or reviewed sectors hold them.")
        )
    return coverage.plan(layer, editor, {around[number].fid: shape for number, shape in new.items()}, yielding=())


def _around(layer: QgsVectorLayer, fids: Collection[int]) -> List[Neighbour]:
    shots = sectors(layer, list(fids))
    if not shots:
        raise AnnotationsError(tr("Select the sectors whose borders shall be smoothed."))
    box = QgsRectangle()
    for shot in shots.values():
        box.combineExtentWith(shot.geometry.boundingBox())
    scenes = {scene_of(shot.values) for shot in shots.values()}
    if len(scenes) > 1:
        raise AnnotationsError(tr("The selected sectors belong to different images. Smooth those of one at a time."))
    known = {each.fid: each for each in within(layer, box) if scene_of(each.shot.values) in scenes}
    for fid, shot in shots.items():
        known.setdefault(fid, Neighbour(fid, shot, ground.sound(shot.geometry)))
    return [each for each in known.values() if not each.geometry.isNull()]


def _step_deg(chosen: Sequence[Neighbour]) -> float:
    """Return how far from a corner the rounding may begin: two pixels of the coarsest image."""
    known = [number_of(each.shot.values.get("gsd_m")) for each in chosen]
    return 2.0 * (max((gsd for gsd in known if gsd and gsd > 0), default=0.0) or _USUAL_GSD_M) / _METRES_PER_DEGREE


def _arcs(shapes: Sequence[QgsGeometry], chosen: Collection[int], free: Collection[int], step_deg: float) -> List[_Arc]:
    """Return all stretches of border around the chosen sectors, those smoothed that may be."""
    rims = [boundary(shape) for shape in shapes]
    near = [n for n in range(len(rims)) if any(_meet(rims[n], rims[each]) for each in chosen)]
    net = QgsGeometry.unaryUnion([rims[n] for n in near]).mergeLines()
    found = []
    for line in net.asGeometryCollection():
        middle = line.interpolate(line.length() / 2)
        sides = tuple(n for n in near if _holds(rims[n], middle))
        is_free = bool(set(sides) & set(chosen)) and set(sides) <= set(free) and len(sides) <= 2
        found.append(_Arc(line, _smoothed(line, step_deg) if is_free else line, sides))
    return found


def _meet(one: QgsGeometry, other: QgsGeometry) -> bool:
    return one.boundingBox().buffered(SAME_DEG).intersects(other.boundingBox())


def _holds(rim: QgsGeometry, middle: QgsGeometry) -> bool:
    return _meet(rim, middle) and rim.distance(middle) <= SAME_DEG


def _smoothed(line: QgsGeometry, step_deg: float) -> QgsGeometry:
    if line.constGet().nCoordinates() < 3:
        return line
    fine = line.densifyByDistance(step_deg)  # long sides stay straight but for their ends
    closed = line.constGet().isClosed()
    if closed:  # a ring has no end that must stay
        round_ = QgsGeometry.fromPolygonXY([fine.asPolyline()]).smooth(_ROUNDS, _SHARE).simplify(_FINE_DEG)
        new = boundary(round_) if not round_.isNull() else QgsGeometry()
    else:
        new = fine.smooth(_ROUNDS, _SHARE).simplify(_FINE_DEG)
    is_usable = not new.isNull() and new.constGet().nCoordinates() >= (4 if closed else 2) and new.isSimple()
    return new if is_usable and not new.equals(line) else line


def _keep_apart(arcs: List[_Arc]) -> None:
    """Take back each smoothed stretch that crosses another one, until none does."""
    is_done = False
    while not is_done:
        is_done = True
        for number, arc in enumerate(arcs):
            for other in arcs[number + 1 :]:
                if (arc.is_moved or other.is_moved) and _cross(arc.after, other.after):
                    arc.after, other.after = arc.before, other.before
                    is_done = False


def _cross(one: QgsGeometry, other: QgsGeometry) -> bool:
    """Tell whether two lines meet anywhere but at their ends."""
    if not _meet(one, other):
        return False
    met = one.intersection(other)
    if met.isNull() or met.isEmpty():
        return False
    return met.length() > SAME_DEG or any(not (_is_end(one, each) and _is_end(other, each)) for each in met.vertices())


def _is_end(line: QgsGeometry, vertex: object) -> bool:
    curve = line.constGet()
    return any(end.distance(vertex) <= SAME_DEG for end in (curve.startPoint(), curve.endPoint()))


def _rebuilt(shapes: Sequence[QgsGeometry], arcs: List[_Arc]) -> Dict[int, QgsGeometry]:
    """Return the sectors of which a stretch has moved; where one would not be itself, its stretches are taken back."""
    while True:
        new: Dict[int, QgsGeometry] = {}
        bad = False
        for number in sorted({side for arc in arcs if arc.is_moved for side in arc.sides}):
            own = [arc for arc in arcs if number in arc.sides]
            shape = _shape(shapes[number], own)
            if shape is None:
                bad = True
                for arc in own:
                    arc.after = arc.before
                break
            new[number] = shape
        if not bad:
            return new


def _shape(old: QgsGeometry, arcs: Sequence[_Arc]) -> QgsGeometry | None:
    """Return a sector within its new border, or None where that is not one polygon much like the old one."""
    inside = [face for face in faces([arc.after for arc in arcs]) if ground.shared(face, old).area() > face.area() / 2]
    shape = ground.joined(inside)
    if (
        shape.isNull()
        or len(polygons(shape)) != len(polygons(old))
        or len(ground.holes(shape)) != len(ground.holes(old))
    ):
        return None
    return shape if abs(shape.area() - old.area()) <= _MOST_CHANGE * old.area() else None
