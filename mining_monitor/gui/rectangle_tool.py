"""Draw a rectangle on the map by dragging: the place of a detection."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

#: The blue of the plugin's icon: it is no class colour.
OUTLINE = QColor(31, 111, 235)
FILL = QColor(31, 111, 235, 30)


class RectangleTool(QgsMapTool):
    """Press, drag, release; Escape gives up. The rectangle is in the canvas' CRS."""

    drawn = pyqtSignal(QgsRectangle)
    given_up = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._start: Optional[QgsPointXY] = None
        self.band = make_band(canvas)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Begin a rectangle."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._start = self.toMapCoordinates(event.pos())

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Show the rectangle so far."""
        if self._start is not None:
            show_rectangle(self.band, QgsRectangle(self._start, self.toMapCoordinates(event.pos())))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """End the rectangle; a mere click counts for nothing."""
        if self._start is None:
            return
        rectangle = QgsRectangle(self._start, self.toMapCoordinates(event.pos()))
        self._start = None
        if rectangle.width() > 0 and rectangle.height() > 0:
            self.drawn.emit(rectangle)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Give up on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._start = None
            self.given_up.emit()


def make_band(canvas: QgsMapCanvas) -> QgsRubberBand:
    """Make the rubber band that shows the place of a detection."""
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(OUTLINE)
    band.setFillColor(FILL)
    band.setWidth(2)
    return band


def show_rectangle(band: QgsRubberBand, rectangle: QgsRectangle) -> None:
    """Show a rectangle in the canvas' CRS."""
    band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
    corners = (
        QgsPointXY(rectangle.xMinimum(), rectangle.yMinimum()), QgsPointXY(rectangle.xMaximum(), rectangle.yMinimum()),
        QgsPointXY(rectangle.xMaximum(), rectangle.yMaximum()), QgsPointXY(rectangle.xMinimum(), rectangle.yMaximum()),
    )  # fmt: skip
    for index, corner in enumerate(corners):
        band.addPoint(corner, index == len(corners) - 1)
    band.show()


def remove_band(band: QgsRubberBand) -> None:
    """Take a rubber band off the map for good."""
    band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
    scene = band.scene()
    if scene is not None:
        scene.removeItem(band)
