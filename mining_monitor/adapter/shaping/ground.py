"""Ground in EPSG:4326: polygons only, valid, without what arithmetic alone leaves behind."""

from __future__ import annotations

from typing import Iterable, List

from qgis.core import QgsGeometry, QgsRectangle, QgsWkbTypes

from mining_monitor.adapter.edit_fixes import polygons
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.review_rules import area_m2
from mining_monitor.adapter.shaping.noding import noded
from mining_monitor.contract.errors import AnnotationsError

#: Parts, holes and gaps below this are no ground that anybody meant to draw (as in the engine's rings.py).
SMALLEST_M2 = 25.0

#: Square degrees, about 1e-3 m2: what the rounding of coordinates makes along a common border is far below.
NOISE_DEG2 = 1e-13

#: Where shapes can be, with a little room for rounding at the antimeridian and the poles.
EARTH = QgsRectangle(-180 - 1e-6, -90 - 1e-6, 180 + 1e-6, 90 + 1e-6)

#: Nothing of 25 m2 is larger than this in square degrees, up to 80 degrees of latitude.
_SMALL_DEG2 = 2e-8


def sound(geometry: QgsGeometry) -> QgsGeometry:
    """Return the polygons of a geometry as valid, flat ones; null where it has none.

    Raises
    ------
    AnnotationsError
        A coordinate is no finite number, or lies beyond the earth's 180 and 90 degrees.
    """
    if geometry.isNull():
        return QgsGeometry()
    shape = QgsGeometry(geometry)
    box = shape.boundingBox()
    if not box.isFinite():
        raise AnnotationsError(tr("The shape has a corner without a place. Draw it again."))
    if not shape.isEmpty() and not EARTH.contains(box):
        raise AnnotationsError(tr("The shape reaches beyond the edge of the world. Zoom in and draw it again."))
    part = shape.get()
    part.dropZValue()
    part.dropMValue()
    if QgsWkbTypes.isCurvedType(shape.wkbType()):
        shape.convertToStraightSegment()
    if not shape.isGeosValid():
        shape = shape.makeValid()
    return as_one(polygons(shape))


def as_one(parts: Iterable[QgsGeometry]) -> QgsGeometry:
    """Return polygons that share no ground as one geometry: a polygon where it is one, null where there is none."""
    kept = [part for part in parts if part.area() > NOISE_DEG2]
    if not kept:
        return QgsGeometry()
    if len(kept) == 1:
        return kept[0]
    return QgsGeometry.collectGeometry(kept)


def shared(one: QgsGeometry, other: QgsGeometry) -> QgsGeometry:
    """Return the ground of both; null when that is none, or no more than rounding makes."""
    if one.isNull() or other.isNull() or not one.boundingBox().intersects(other.boundingBox()):
        return QgsGeometry()
    first, second = noded([one, other])  # else GEOS may err by hectares where borders differ by a rounding (seen once)
    return _ground(first.intersection(second))


def without(one: QgsGeometry, other: QgsGeometry) -> QgsGeometry:
    """Return the ground of one that is not of the other; null when none is left."""
    if one.isNull() or other.isNull() or not one.boundingBox().intersects(other.boundingBox()):
        return QgsGeometry(one)
    first, second = noded([one, other])
    return _ground(first.difference(second))


def joined(shapes: Iterable[QgsGeometry]) -> QgsGeometry:
    """Return the ground of all; holes that rounding makes are closed."""
    given = [shape for shape in shapes if not shape.isNull()]
    if len(given) < 2:
        return QgsGeometry(given[0]) if given else QgsGeometry()
    union = _ground(QgsGeometry.unaryUnion(noded(given)))
    return union if union.isNull() else union.removeInteriorRings(NOISE_DEG2)


def _ground(result: QgsGeometry) -> QgsGeometry:
    """Return the polygons of what GEOS has answered.

    Raises
    ------
    AnnotationsError
        GEOS cannot do it.
    """
    if result.isNull() and result.lastError():
        raise AnnotationsError(tr("These shapes cannot be worked out: {}").format(result.lastError()))
    return as_one(polygons(result)) if not result.isNull() else result


def holes(shape: QgsGeometry) -> List[QgsGeometry]:
    """Return the ground inside each inner ring."""
    return [QgsGeometry.fromPolygonXY([ring]) for part in polygons(shape) for ring in part.asPolygon()[1:]]


def is_tiny(shape: QgsGeometry) -> bool:
    """Tell whether a shape is below 25 m2 of ground."""
    return shape.area() < _SMALL_DEG2 and area_m2(shape) < SMALLEST_M2
