"""Corners in common: sectors that touch get the corners of each other, so that borders are the same lines exactly.

Sectors drawn by hand, or cut where a border runs straight on, share a border whose corners differ; overlays of such
shapes leave slivers as thin as rounding. Only copies are changed here, never a sector that no tool changes.
"""

from __future__ import annotations

from typing import Dict, Iterable, List, Sequence, Set, Tuple

from qgis.core import QgsGeometry, QgsPointXY

from mining_monitor.adapter.edit_fixes import polygons

#: Degrees within which two corners, or a corner and a border, are the same: a tenth of a millimetre.
SAME_DEG = 1e-9

Ring = List[QgsPointXY]
Place = Tuple[float, float]
Box = Tuple[float, float, float, float]


def noded(shapes: Sequence[QgsGeometry]) -> List[QgsGeometry]:
    """Return valid polygons with the corners of those that they touch."""
    zones = _zones(shapes)
    merged = _with_common_corners(shapes, zones)
    corners = [_corners(shape) if own else set() for shape, own in zip(merged, zones)]
    found = [with_corners(shape, _foreign(number, zones[number], corners)) for number, shape in enumerate(merged)]
    return [
        shape if shape.equals(given) or shape.isGeosValid() else QgsGeometry(given)
        for shape, given in zip(found, shapes)
    ]


def boundary(shape: QgsGeometry) -> QgsGeometry:
    """Return all rings of a shape as lines."""
    return QgsGeometry(shape.constGet().boundary())


def faces(lines: Sequence[QgsGeometry]) -> List[QgsGeometry]:
    """Return every patch of ground that lines enclose, cut where they cross; patches side by side share corners."""
    return polygons(QgsGeometry.polygonize([QgsGeometry.unaryUnion(list(lines))]))


def _corners(shape: QgsGeometry) -> Set[Place]:
    return {(vertex.x(), vertex.y()) for vertex in shape.vertices()}


def _zones(shapes: Sequence[QgsGeometry]) -> List[List[Box]]:
    """Return, for each shape, the boxes in which it may touch another one."""
    boxes = [shape.boundingBox().buffered(SAME_DEG) for shape in shapes]
    found: List[List[Box]] = [[] for _ in boxes]
    for number, one in enumerate(boxes):
        for other in range(number + 1, len(boxes)):
            both = one.intersect(boxes[other])
            if one.intersects(boxes[other]):
                edges = (both.xMinimum(), both.yMinimum(), both.xMaximum(), both.yMaximum())
                found[number].append(edges)
                found[other].append(edges)
    return found


def _holds(zones: Sequence[Box], x: float, y: float) -> bool:
    return any(west <= x <= east and south <= y <= north for west, south, east, north in zones)


def _with_common_corners(shapes: Sequence[QgsGeometry], zones: Sequence[Sequence[Box]]) -> List[QgsGeometry]:
    """Move corners that lie within ``SAME_DEG`` of another shape's onto it."""
    cells: Dict[Tuple[int, int], Place] = {}
    exact: Set[Place] = set()
    found = []
    for shape, own in zip(shapes, zones):
        moved = False
        parts = []
        for part in polygons(shape) if own else ():
            rings = []
            for ring in part.asPolygon():
                points = [_known(each, cells, exact) if _holds(own, each.x(), each.y()) else each for each in ring]
                moved = moved or any(one is not other for one, other in zip(points, ring))
                rings.append(points)
            parts.append(rings)
        found.append(_made(parts) if moved else QgsGeometry(shape))
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


def _foreign(number: int, zones: Sequence[Box], corners: Sequence[Set[Place]]) -> List[Place]:
    """Return the corners of other shapes that may lie on the border of one."""
    if not zones:
        return []
    found: Set[Place] = set()
    for other, places in enumerate(corners):
        if other != number:
            found |= {place for place in places - corners[number] if _holds(zones, *place)}
    return list(found)


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
