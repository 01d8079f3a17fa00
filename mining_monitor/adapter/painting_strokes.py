"""The ground that a round brush of so many metres passes over: shapes in EPSG:4326 from places in EPSG:4326.

A stroke is buffered in a plane that is true to metres at its first place: x = longitude, y = latitude, each times the
metres of a degree there. Over a stroke of 10 km the radius is true within about 0.2 % (at 60 degrees of latitude).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import List, Sequence

from qgis.core import QgsGeometry, QgsPointXY

from mining_monitor.adapter.edit_fixes import polygons

#: WGS 84: semi-major axis in metres, first eccentricity squared.
_A, _E2 = 6_378_137.0, 0.006_694_379_990_141

#: Segments of a quarter of the brush.
_SEGMENTS = 8

#: Near a pole a degree of longitude is no length to measure with.
_LEAST_COSINE = 0.01

#: A brush is not less than half a metre and not more than 50 km wide.
SMALLEST_RADIUS_M, LARGEST_RADIUS_M = 0.25, 25_000.0


@dataclass(frozen=True)
class Plane:
    """A plane in metres round a place: metres of one degree of longitude and of latitude (WGS 84)."""

    origin: QgsPointXY
    lon_m: float
    lat_m: float

    @classmethod
    def at(cls, place: QgsPointXY) -> Plane:
        """Return the plane of a place."""
        phi = math.radians(max(-90.0, min(90.0, place.y())))
        flat = 1 - _E2 * math.sin(phi) ** 2
        meridian, normal = _A * (1 - _E2) / flat**1.5, _A / math.sqrt(flat)
        cosine = max(math.cos(phi), _LEAST_COSINE)
        return cls(QgsPointXY(place), math.radians(normal * cosine), math.radians(meridian))

    def to_metres(self, place: QgsPointXY) -> QgsPointXY:
        """Return x and y in metres from the origin."""
        return QgsPointXY(
            (place.x() - self.origin.x()) * self.lon_m, (place.y() - self.origin.y()) * self.lat_m
        )  # fmt: skip

    def to_degrees(self, shape: QgsGeometry) -> QgsGeometry:
        """Return polygons of the plane in degrees; null where there is none."""
        parts = [
            [[QgsPointXY(p.x() / self.lon_m + self.origin.x(), p.y() / self.lat_m + self.origin.y()) for p in ring]
             for ring in part.asPolygon()]
            for part in polygons(shape)
        ]  # fmt: skip
        if len(parts) == 1:
            return QgsGeometry.fromPolygonXY(parts[0])
        return QgsGeometry.fromMultiPolygonXY(parts) if parts else QgsGeometry()


def disc(place: QgsPointXY, radius_m: float) -> QgsGeometry:
    """Return the circle of the brush round a place; null where the place is none."""
    return stroke([place], radius_m)


def stroke(places: Sequence[QgsPointXY], radius_m: float, tolerance_m: float = 0.0) -> QgsGeometry:
    """Return the ground that the brush has passed over.

    Parameters
    ----------
    places : sequence of QgsPointXY
        Longitude and latitude, in the order of the movement; one is a dab.
    radius_m : float
    tolerance_m : float, optional
        The outline is simplified to this.

    Returns
    -------
    QgsGeometry
        Valid; null when no place is finite.
    """
    known = [p for p in places if math.isfinite(p.x()) and math.isfinite(p.y())]
    if not known:
        return QgsGeometry()
    plane = Plane.at(known[0])
    way = [plane.to_metres(place) for place in known]
    line = QgsGeometry.fromPolylineXY(way).simplify(radius_m / 20) if len(way) > 1 else QgsGeometry()
    if line.isNull() or line.length() == 0:
        line = QgsGeometry.fromPointXY(way[0])
    shape = line.buffer(radius_m, _SEGMENTS)
    if tolerance_m > 0:
        simple = shape.simplify(min(tolerance_m, radius_m / 4))
        shape = simple if simple.isGeosValid() and simple.area() > 0 else shape
    return plane.to_degrees(shape)


class Trail:
    """A stroke while it is drawn, in pieces, so that each movement costs the same, however long it gets.

    Attributes
    ----------
    places : list of QgsPointXY
        Of the whole stroke, in EPSG:4326.
    closed : list of QgsGeometry
        What was passed over until a while ago; it lies together where that is cheap.
    """

    #: Places of a piece; corners of what another piece is joined to at most.
    PIECE, _MOST_CORNERS = 24, 600

    def __init__(self, radius_m: float) -> None:
        self.radius_m = radius_m
        self.places: List[QgsPointXY] = []
        self.closed: List[QgsGeometry] = []

    def add(self, place: QgsPointXY) -> bool:
        """Go on to a place; False when it is too near the last one to make a difference."""
        if self.places:
            step = Plane.at(place).to_metres(self.places[-1])
            if math.hypot(step.x(), step.y()) < self.radius_m / 8:
                return False
        self.places.append(place)
        if len(self.places) % self.PIECE == 0:
            self._close(stroke(self.places[-self.PIECE - 1 :], self.radius_m))
        return True

    def _close(self, piece: QgsGeometry) -> None:
        last = self.closed[-1] if self.closed else None
        if last is not None and last.constGet().nCoordinates() < self._MOST_CORNERS:
            whole = last.combine(piece)
            if not whole.isNull():
                self.closed[-1] = whole
                return
        self.closed.append(piece)

    def tip(self) -> QgsGeometry:
        """Return what the last places have passed over, which is in no closed piece yet."""
        open_from = max(len(self.places) - len(self.places) % self.PIECE - 1, 0)
        return stroke(self.places[open_from:], self.radius_m)
