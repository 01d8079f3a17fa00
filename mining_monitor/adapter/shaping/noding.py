"""Corners in common: sectors that touch get the corners of each other, so that borders are the same lines exactly.

Sectors drawn by hand, or cut where a border runs straight on, share a border whose corners differ; overlays of such
shapes leave slivers as thin as rounding. Only copies are changed here, never a sector that no tool changes.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import Dict, Iterable, List, Mapping, Sequence, Set, Tuple

from qgis.core import QgsGeometry, QgsPointXY

from mining_monitor.adapter.edit_fixes import polygons
from mining_monitor.adapter.shaping.corners import Place, corners_of

#: Degrees within which two corners, or a corner and a border, are the same: a tenth of a millimetre.
SAME_DEG = 1e-9

Ring = List[QgsPointXY]
Box = Tuple[float, float, float, float]


def noded(shapes: Sequence[QgsGeometry]) -> List[QgsGeometry]:
    """Return valid polygons with the corners of those that they touch.

    Costs about as much as reading the corners that lie where the extents of two shapes meet.
    """
    zones = _zones(shapes)
    corners = [corners_of(shape) if own else () for shape, own in zip(shapes, zones)]
    held = _held(corners, zones)
    merged = _with_common_corners(shapes, held)
    if any(one is not other for one, other in zip(merged, shapes)):
        corners = [corners_of(shape) if own else () for shape, own in zip(merged, zones)]
        held = _held(corners, zones)
    found = []
    for number, given in enumerate(shapes):
        shape = with_corners(merged[number], _foreign(number, corners[number], held))
        is_sound = shape.equals(given) or shape.isGeosValid()
        found.append(shape if is_sound and shape is not given else QgsGeometry(given))
    return found


def boundary(shape: QgsGeometry) -> QgsGeometry:
    """Return all rings of a shape as lines."""
    return QgsGeometry(shape.constGet().boundary())


def faces(lines: Sequence[QgsGeometry]) -> List[QgsGeometry]:
    """Return every patch of ground that lines enclose, cut where they cross; patches side by side share corners."""
    return polygons(QgsGeometry.polygonize([QgsGeometry.unaryUnion(list(lines))]))


def _zones(shapes: Sequence[QgsGeometry]) -> List[Dict[int, Box]]:
    """Return, for each shape, the boxes in which it may touch another one, by the number of that one."""
    extents = [shape.boundingBox() for shape in shapes]
    boxes = [
        (each.xMinimum() - SAME_DEG, each.yMinimum() - SAME_DEG, each.xMaximum() + SAME_DEG, each.yMaximum() + SAME_DEG)
        for each in extents
    ]
    found: List[Dict[int, Box]] = [{} for _ in boxes]
    for number, (west, south, east, north) in enumerate(boxes):
        for other in range(number + 1, len(boxes)):
            left, bottom, right, top = boxes[other]
            if left <= east and west <= right and bottom <= north and south <= top:
                both = (max(west, left), max(south, bottom), min(east, right), min(north, top))
                found[number][other] = found[other][number] = both
    return found


def _held(corners: Sequence[Sequence[Place]], zones: Sequence[Mapping[int, Box]]) -> List[Dict[int, List[Place]]]:
    """Return, for each shape, its corners in the boxes of ``_zones``; corners are sorted."""
    return [{other: _within(own, box) for other, box in around.items()} for own, around in zip(corners, zones)]


def _within(corners: Sequence[Place], box: Box) -> List[Place]:
    west, south, east, north = box
    first, last = bisect_left(corners, (west,)), bisect_right(corners, (east, math.inf))
    return [place for place in corners[first:last] if south <= place[1] <= north]


def _with_common_corners(
    shapes: Sequence[QgsGeometry], held: Sequence[Mapping[int, Sequence[Place]]]
) -> List[QgsGeometry]:
    """Move corners that lie within ``SAME_DEG`` of another shape's onto it; what has none is returned as it is."""
    own = [set().union(*each.values()) for each in held]
    crowded = _crowded(set().union(*own))
    if not crowded:
        return list(shapes)
    cells: Dict[Tuple[int, int], Place] = {}
    exact: Set[Place] = set()
    found = []
    for shape, places in zip(shapes, own):
        loose = places & crowded
        moved = False
        parts = []
        for part in polygons(shape) if loose else ():
            rings = []
            for ring in part.asPolygon():
                points = [_known(each, cells, exact) if (each.x(), each.y()) in loose else each for each in ring]
                moved = moved or any(one is not other for one, other in zip(points, ring))
                rings.append(points)
            parts.append(rings)
        found.append(_made(parts) if moved else shape)
    return found


def _crowded(places: Set[Place]) -> Set[Place]:
    """Return the places that may have another one within two ``SAME_DEG``; all others stay where they are."""
    columns, rows = _bundles(x for x, _ in places), _bundles(y for _, y in places)
    keys = {place: (columns[place[0]], rows[place[1]]) for place in places}
    counts = Counter(keys.values())
    return {place for place, key in keys.items() if counts[key] > 1}


def _bundles(numbers: Iterable[float]) -> Dict[float, int]:
    """Return the number of a bundle for each coordinate; in another bundle it is more than two ``SAME_DEG`` away."""
    found: Dict[float, int] = {}
    bundle, last = 0, -math.inf
    for number in sorted(set(numbers)):
        bundle += number - last > 2 * SAME_DEG
        found[number] = bundle
        last = number
    return found


def _known(point: QgsPointXY, cells: Dict[Tuple[int, int], Place], exact: Set[Place]) -> QgsPointXY:
    place = (point.x(), point.y())
    if place in exact:
        return point
    column, row = int(place[0] // SAME_DEG), int(place[1] // SAME_DEG)
    for x in (column, column - 1, column + 1):
        for y in (row, row - 1, row + 1):
            other = cells.get((x, y))
            if other is not None:
                return QgsPointXY(*other)
    cells[(column, row)] = place
    exact.add(place)
    return point


def _foreign(number: int, own: Sequence[Place], held: Sequence[Mapping[int, Sequence[Place]]]) -> List[Place]:
    """Return the corners of other shapes that may lie on the border of one."""
    found: Set[Place] = set().union(*(held[other][number] for other in held[number]))
    return list(found.difference(own))


def with_corners(shape: QgsGeometry, places: Iterable[Place]) -> QgsGeometry:
    """Return polygons with more corners, each in the segment on which it lies; others are left out."""
    wanted = _by_segment(shape, places)
    if not wanted:
        return shape
    index, parts = 0, []
    for part in polygons(shape):
        rings = []
        for ring in part.asPolygon():
            rings.append(_filled(ring, index, wanted))
            index += len(ring)
        parts.append(rings)
    return _made(parts)


def line_with_corners(line: QgsGeometry, places: Iterable[Place]) -> Ring:
    """Return the points of a line with more corners, each in the segment on which it lies."""
    return _without_doubles(_filled(line.asPolyline(), 0, _by_segment(line, places)))


def _by_segment(shape: QgsGeometry, places: Iterable[Place]) -> Dict[int, List[Place]]:
    """Return the places that lie on a shape by the number of the vertex that ends their segment."""
    wanted: Dict[int, List[Place]] = {}
    for place in places:
        # the last argument: QGIS calls everything within 1e-4 degrees "on the segment" otherwise
        distance, _, index, _ = shape.closestSegmentWithContext(QgsPointXY(*place), SAME_DEG * SAME_DEG)
        if 0 <= distance <= SAME_DEG * SAME_DEG:
            wanted.setdefault(index, []).append(place)
    return wanted


def _filled(ring: Ring, first: int, wanted: Dict[int, List[Place]]) -> Ring:
    points: Ring = []
    for index, point in enumerate(ring, first):
        start = points[-1] if points else point
        for place in sorted(wanted.get(index, ()), key=lambda p: start.sqrDist(p[0], p[1])):
            points.append(QgsPointXY(*place))
        points.append(point)
    return points


def _made(parts: Sequence[Sequence[Ring]]) -> QgsGeometry:
    clean = [[_without_doubles(ring) for ring in rings] for rings in parts]
    clean = [[ring for ring in rings if len(ring) > 3] for rings in clean]
    if len(clean) == 1:
        return QgsGeometry.fromPolygonXY(clean[0])
    return QgsGeometry.fromMultiPolygonXY(clean)


def _without_doubles(ring: Ring) -> Ring:
    return [point for number, point in enumerate(ring) if not number or point != ring[number - 1]]
