"""Two shapes of a sector on the map: as it was and as it would be; and what both need to be looked at."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from mining_monitor.gui.rectangle_tool import remove_band
from mining_monitor.gui.sector_view import SectorView
from mining_monitor.schema.fields import STORAGE_CRS

#: Dashed is what was, full is what would be: colour is never the only sign.
_BEFORE, _AFTER = QColor(213, 94, 0), QColor(0, 158, 115)


class ShapesView:
    """Draws shapes in EPSG:4326."""

    def __init__(self, canvas: QgsMapCanvas, view: SectorView) -> None:
        self.canvas = canvas
        self._view = view
        self._bands = [_band(canvas, _BEFORE, Qt.PenStyle.DashLine), _band(canvas, _AFTER, Qt.PenStyle.SolidLine)]

    def show(self, before: QgsGeometry, after: QgsGeometry) -> None:
        """Outline shapes; a null geometry draws nothing."""
        crs = QgsCoordinateReferenceSystem(STORAGE_CRS)
        for band, geometry in zip(self._bands, (before, after)):
            band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
            if not geometry.isNull() and geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
                band.addGeometry(geometry, crs)

    def clear(self) -> None:
        """Draw nothing."""
        self.show(QgsGeometry(), QgsGeometry())

    def look_at(self, box: QgsRectangle) -> None:
        """Move the map to a rectangle in EPSG:4326."""
        self._view.look_at_box(QgsRectangle(box), QgsCoordinateReferenceSystem(STORAGE_CRS))

    def close(self) -> None:
        """Take everything off the map."""
        for band in self._bands:
            remove_band(band)


def _band(canvas: QgsMapCanvas, colour: QColor, style: Qt.PenStyle) -> QgsRubberBand:
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setColor(colour)
    band.setFillColor(QColor(0, 0, 0, 0))
    band.setLineStyle(style)
    band.setWidth(2)
    return band
