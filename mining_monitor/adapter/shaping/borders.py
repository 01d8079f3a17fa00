"""Reshape a border by a drawn line: both sectors that share it change, the outer border of one changes alone.

The line replaces the stretch of the border between its first and its last crossing with it. The ground between the two
changes hands; ground of third sectors does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Iterator, List, Optional, Sequence, Set, Tuple

from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.shaping import coverage, ground
from mining_monitor.adapter.shaping.corners import Place
from mining_monitor.adapter.shaping.noding import (
    SAME_DEG,
    Ring,
    boundary,
    faces,
    line_with_corners,
    noded,
    with_corners,
)
from mining_monitor.adapter.shaping.pieces import scene_of
from mining_monitor.adapter.shaping.surroundings import Neighbour, within
from mining_monitor.adapter.snapshots import Change
from mining_monitor.contract.errors import AnnotationsError


@dataclass(frozen=True)
class _Stretch:
    """A border that the line crosses twice: its sectors (one or two), the border, the line between the crossings."""

    owners: Tuple[int, ...]
    border: Ring
    drawn: Ring
    length: float


def move(layer: QgsVectorLayer, editor: str, line: QgsGeometry, fids: Collection[int] = ()) -> List[Change]:
    """Let a line replace the stretch of a border between its first and last crossing.

    Raises
    ------
    AnnotationsError
        The line crosses no border twice.
    """
    around = _around(layer, line, fids)
    shapes = noded([each.geometry for each in around])
    crossings = _crossings(shapes, line)
    shapes = [with_corners(shape, crossings) for shape in shapes]
    found = list(_stretches(shapes, line_with_corners(line, crossings), crossings))
    if fids:
        found = [each for each in found if any(around[owner].fid in fids for owner in each.owners)] or found
    if not found:
        raise AnnotationsError(tr("The line must cross the same border twice: begin and end it beside the border."))
    chosen = max(found, key=lambda each: (each.length, len(each.owners)))
    replacements = {around[owner].fid: shape for owner, shape in zip(chosen.owners, _moved(shapes, chosen))}
    return coverage.plan(layer, editor, replacements, yielding=())


def _around(layer: QgsVectorLayer, line: QgsGeometry, fids: Collection[int]) -> List[Neighbour]:
    """Return the sectors that the line meets and those around them, of one scene."""
    met = [each for each in within(layer, line.boundingBox()) if each.geometry.intersects(line)]
    met.sort(key=lambda each: each.fid not in fids)
    if not met:
        return []
    box = met[0].geometry.boundingBox()
    for each in met[1:]:
        box.combineExtentWith(each.geometry.boundingBox())
    scene = scene_of(met[0].shot.values)
    rest = [each for each in within(layer, box) if scene_of(each.shot.values) == scene]
    reach = QgsGeometry.collectGeometry([each.geometry for each in met]).boundingBox()
    return [each for each in rest if each.geometry.boundingBox().intersects(reach)]


def _crossings(shapes: Sequence[QgsGeometry], line: QgsGeometry) -> Set[Place]:
    """Return where the line meets borders; these places become corners of both."""
    found: Set[Place] = set()
    for shape in shapes:
        met = boundary(shape).intersection(line)  # kept: its vertices live as long as it does
        for vertex in met.vertices():
            place = (vertex.x(), vertex.y())
            if not any(abs(place[0] - x) <= SAME_DEG and abs(place[1] - y) <= SAME_DEG for x, y in found):
                found.add(place)
    return found


def _stretches(shapes: Sequence[QgsGeometry], line: Ring, crossings: Set[Place]) -> Iterator[_Stretch]:
    """Find the borders that the line crosses twice: between two sectors, and of one towards no sector."""
    rims = [boundary(shape) for shape in shapes]
    drawn = QgsGeometry.fromPolylineXY(line)
    crossed = [number for number, rim in enumerate(rims) if rim.intersects(drawn)]
    for place, one in enumerate(crossed):
        for other in crossed[place + 1 :]:
            yield from _on_border((one, other), rims[one].intersection(rims[other]), line, crossings)
        others = [rim for number, rim in enumerate(rims) if number != one and _meet(rim, rims[one])]
        free = rims[one].difference(QgsGeometry.unaryUnion(others)) if others else rims[one]
        yield from _on_border((one,), free, line, crossings)


def _meet(one: QgsGeometry, other: QgsGeometry) -> bool:
    return one.boundingBox().buffered(SAME_DEG).intersects(other.boundingBox())


def _on_border(owners: Tuple[int, ...], border: QgsGeometry, line: Ring, crossings: Set[Place]) -> Iterator[_Stretch]:
    for part in _lines(border):
        points = part.asPolyline()
        own = {(point.x(), point.y()) for point in points} & crossings
        places = [index for index, point in enumerate(line) if (point.x(), point.y()) in own]
        if len(places) > 1:
            drawn = line[places[0] : places[-1] + 1]
            yield _Stretch(owners, points, drawn, QgsGeometry.fromPolylineXY(drawn).length())


def _lines(border: QgsGeometry) -> List[QgsGeometry]:
    """Return the unbroken lines of a border; points where corners touch are left out."""
    parts = [part for part in border.asGeometryCollection() if part.length() > 0]
    if not parts:
        return []
    merged = QgsGeometry.collectGeometry([single for part in parts for single in part.asGeometryCollection()])
    return merged.mergeLines().asGeometryCollection()


def _moved(shapes: Sequence[QgsGeometry], stretch: _Stretch) -> List[QgsGeometry]:
    """Return the new shapes of the stretch's sectors."""
    drawn = QgsGeometry.fromPolylineXY(stretch.drawn)
    swapped = _swapped(stretch, drawn)
    old = [shapes[owner] for owner in stretch.owners]
    kept: List[List[QgsGeometry]] = [[] for _ in old]
    for face in faces([*(boundary(shape) for shape in old), drawn]):
        inside = face.pointOnSurface()
        owner = next((number for number, shape in enumerate(old) if shape.contains(inside)), None)
        if any(patch.contains(inside) for patch in swapped):
            owner = _other(owner, len(old))
        if owner is not None:
            kept[owner].append(face)
    return [ground.joined(parts) for parts in kept]


def _other(owner: Optional[int], count: int) -> Optional[int]:
    """Return who has ground after it changed hands; with one sector the other side is nobody's."""
    if count == 1:
        return 0 if owner is None else None
    return None if owner is None else 1 - owner


def _swapped(stretch: _Stretch, drawn: QgsGeometry) -> List[QgsGeometry]:
    """Return the ground between the drawn line and the stretch; of a closed border the nearer stretch is meant."""
    border = stretch.border
    start, end = sorted(_index(border, stretch.drawn[at]) for at in (0, -1))
    ways = [border[start : end + 1]]
    if border[0] == border[-1]:
        ways.append([*border[end:], *border[1 : start + 1]])
    found = [faces([QgsGeometry.fromPolylineXY(way), drawn]) for way in ways if len(way) > 1]
    return min((each for each in found if each), key=lambda each: sum(face.area() for face in each), default=[])


def _index(border: Ring, point: QgsPointXY) -> int:
    return min(range(len(border)), key=lambda number: border[number].sqrDist(point))
