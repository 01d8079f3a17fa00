"""Draw a place, a line or a shape on the map, snapped to the sectors."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from mining_monitor.gui.drawing.entries import LINE, PLACE, SHAPE
from mining_monitor.gui.drawing.snapping import Caught, Snapper
from mining_monitor.gui.rectangle_tool import FILL, OUTLINE, remove_band

#: A corner and a border look different: a square, a cross.
_MARKS = {"vertex": QgsVertexMarker.IconType.ICON_BOX, "segment": QgsVertexMarker.IconType.ICON_X}

#: Pixels that the mouse may move within a click, and between two corners of a free line.
_CLICK_PX, _STEP_PX = 8, 4

_ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKING_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Z)


class CaptureTool(QgsMapTool):
    """Click the corners; right-click, double click or Enter ends. Or draw freely: press, move, release.

    Ctrl held: no snapping. A line or shape that is drawn freely is not snapped at all; it is ended by the release.
    """

    #: What was drawn, in the layer's CRS: a point, a line, a polygon.
    drawn = pyqtSignal(QgsGeometry)
    #: Escape with nothing drawn.
    given_up = pyqtSignal()
    #: The corners so far are others.
    progressed = pyqtSignal(int)

    def __init__(self, canvas: QgsMapCanvas, snapper: Snapper, draws: str) -> None:
        super().__init__(canvas)
        self._snapper, self._draws = snapper, draws
        self._corners: List[Caught] = []
        self._ended: List[Caught] = []
        self._hover: Optional[Caught] = None
        self._was_double = False
        self._pressed: Optional[QPoint] = None
        self._is_free = False
        self._last = QPoint()
        kind = QgsWkbTypes.GeometryType
        self._kind = kind.PolygonGeometry if draws == SHAPE else kind.LineGeometry
        self._band = QgsRubberBand(canvas, self._kind)
        self._band.setStrokeColor(OUTLINE)
        self._band.setFillColor(FILL)
        self._band.setWidth(2)
        self._mark = QgsVertexMarker(canvas)
        self._mark.setColor(QColor(213, 94, 0))
        self._mark.setPenWidth(2)
        self._mark.hide()
        self.setCursor(Qt.CursorShape.CrossCursor)

    # -- what is drawn ----------------------------------------------------------------------------------------------

    @property
    def corners(self) -> int:
        """How many corners there are so far."""
        return len(self._corners)

    @property
    def can_end(self) -> bool:
        """Whether the corners make a line or a shape."""
        return self.corners >= {LINE: 2, SHAPE: 3}.get(self._draws, 1)

    def finish(self) -> bool:
        """End the line or shape; False while it has too few corners."""
        if not self.can_end:
            return False
        ended = list(self._corners)
        self.drop()
        self._ended = ended
        self.drawn.emit(_geometry(self._draws, [corner.point for corner in ended]))
        self._ended = []
        return True

    def keep(self) -> bool:
        """Go on with the line or shape that has just been ended; False when there is none: a place is one click."""
        if self._draws == PLACE or not self._ended:
            return False
        self._corners = list(self._ended)
        self._show()
        return True

    def take_back(self) -> bool:
        """Take the last corner back; False when there is none."""
        if not self._corners:
            return False
        self._corners.pop()
        self._show()
        return True

    def drop(self) -> None:
        """Forget what was drawn so far."""
        self._corners.clear()
        self._show()

    def close(self) -> None:
        """Take everything off the map for good."""
        self.drop()
        remove_band(self._band)
        scene = self._mark.scene()
        if scene is not None:
            scene.removeItem(self._mark)

    # -- the mouse --------------------------------------------------------------------------------------------------

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """A press may begin a free line; a click counts when the button is released."""
        self._was_double = False
        can_begin = event.button() == Qt.MouseButton.LeftButton and self._draws != PLACE and not self._corners
        self._pressed, self._is_free = event.pos() if can_begin else None, False

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Show where a click would be."""
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._draw_freely(event.pos())
        else:
            self._hover = self._caught(event)
        self._show()

    def _draw_freely(self, place: QPoint) -> None:
        """Go on with a free line, once the mouse has left the place of a click."""
        if not self._is_free:
            if (place - self._pressed).manhattanLength() < _CLICK_PX:
                return
            self._is_free, self._last = True, self._pressed
            self._follow(self._pressed)
        if (place - self._last).manhattanLength() >= _STEP_PX:
            self._follow(place)

    def _follow(self, place: QPoint) -> None:
        caught = self._snapper.catch(self.toMapCoordinates(place), snap=False)
        self._last = place
        if caught is not None:
            self._corners.append(caught)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Take a corner, or end."""
        was_free, self._pressed, self._is_free = self._is_free, None, False
        if self._was_double:
            return
        if was_free:
            self._follow(event.pos())
            if not self.finish():
                self.drop()
            return
        if event.button() == Qt.MouseButton.RightButton:
            self.finish()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.add(self._caught(event))

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """End: the first click of the two has taken its corner."""
        self._was_double = True
        self.finish()

    def add(self, caught: Optional[Caught]) -> None:
        """Take a corner; a place is drawn with one."""
        if caught is None or (self._corners and self._corners[-1].point == caught.point):
            return
        self._corners.append(caught)
        self._show()
        if self._draws == PLACE:
            self.finish()

    def _caught(self, event: QgsMapMouseEvent) -> Optional[Caught]:
        is_free = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        on_map = self.toMapCoordinates(event.pos())
        return self._snapper.catch(on_map, snap=not is_free and self._draws != PLACE)

    # -- the keys ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Enter ends, Backspace takes back, Escape gives up."""
        if self.take_key(event.key()):
            event.accept()

    def wants_key(self, key: int) -> bool:
        """Tell whether a key means something to the tool now; Z is its own while there are corners."""
        return key == Qt.Key.Key_Escape or (bool(self._corners) and key in _ENDING + _TAKING_BACK)

    def take_key(self, key: int) -> bool:
        """Do what a key says; False when it says nothing here."""
        if key in _ENDING:
            return self.finish()
        if key in _TAKING_BACK:
            return self.take_back()
        if key != Qt.Key.Key_Escape:
            return False
        if self._corners:
            self.drop()
        else:
            self.given_up.emit()
        return True

    def deactivate(self) -> None:
        """Leave nothing on the map."""
        self.drop()
        self._hover = None
        self._mark.hide()
        super().deactivate()

    # -- what is seen -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self._band.reset(self._kind)
        hover = [self._hover] if self._hover is not None and self._corners else []
        for corner in [*self._corners, *hover]:
            self._band.addPoint(corner.on_map, True)
        kind = self._hover.kind if self._hover is not None else ""
        self._mark.setVisible(kind in _MARKS)
        if kind in _MARKS and self._hover is not None:
            self._mark.setIconType(_MARKS[kind])
            self._mark.setCenter(self._hover.on_map)
        self.progressed.emit(self.corners)


def _geometry(draws: str, points: List[QgsPointXY]) -> QgsGeometry:
    if draws == PLACE:
        return QgsGeometry.fromPointXY(points[0])
    if draws == LINE:
        return QgsGeometry.fromPolylineXY(points)
    return QgsGeometry.fromPolygonXY([[*points, points[0]]])
