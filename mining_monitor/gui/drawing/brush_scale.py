"""How large a pixel of the map is on the ground, and where on the earth it lies."""

from __future__ import annotations

import math
from typing import Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint

from mining_monitor.adapter.growing import to_lonlat
from mining_monitor.adapter.painting_strokes import Plane

#: Pixels over which the scale is measured.
_SPAN_PX = 64


def lonlat_at(canvas: QgsMapCanvas, pixel: QPoint) -> Optional[QgsPointXY]:
    """Return longitude and latitude of a pixel of the map; None where it shows no place on the earth."""
    place = canvas.getCoordinateTransform().toMapCoordinates(pixel.x(), pixel.y())
    return to_lonlat(place, canvas.mapSettings().destinationCrs())


def pixel_m(canvas: QgsMapCanvas) -> float:
    """Return the ground size of a pixel in the middle of the map, in metres; 0 where it shows no place."""
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    places = [lonlat_at(canvas, point) for point in (middle, QPoint(middle.x(), middle.y() + _SPAN_PX))]
    first, second = places
    if first is None or second is None:
        return 0.0
    step = Plane.at(first).to_metres(second)
    return math.hypot(step.x(), step.y()) / _SPAN_PX
