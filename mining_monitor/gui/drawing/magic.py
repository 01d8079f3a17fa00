"""Magic select: a click grows a region along the edges of the image, the wheel grows and shrinks it, Enter takes it."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsProject, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QGuiApplication, QKeyEvent, QWheelEvent

from mining_monitor.adapter import engine_access, gestures, painting, settings
from mining_monitor.adapter.engine_access import PendingRequest
from mining_monitor.adapter.gestures import gesture, gesture_slot
from mining_monitor.adapter.growing import Growth, grow_request
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.styles import class_colour
from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.contract.growing import GrowRegionResult
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import Desk
from mining_monitor.gui.drawing.brush_keys import ENDING, LARGER, NOTCH, SMALLER
from mining_monitor.gui.drawing.brush_scale import lonlat_at, pixel_m
from mining_monitor.gui.rectangle_tool import remove_band
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.fields import STORAGE_CRS

#: How far round a click to look, as a share of the larger side of the map, and at least, in metres.
_REACH_SHARE, _LEAST_REACH_M = 0.5, 50.0

_FILL_ALPHA = 90
_OUTLINE = QColor(255, 255, 255)


class MagicTool(QgsMapTool):
    """Click, turn the wheel, press Enter or double-click. Shift and a click add ground to the same region.

    Parameters
    ----------
    canvas : QgsMapCanvas
    desk : Desk
        The layer at work and its edits.
    chosen_class : callable
        Returns the LAMES code of what will be drawn; ``refresh`` after it has changed.
    """

    #: What can be done now, for the status bar.
    hinted = pyqtSignal(str)
    #: Escape without a region.
    given_up = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, desk: Desk, chosen_class: Callable[[], int]) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._canvas, self._desk, self._chosen_class = canvas, desk, chosen_class
        self._crs = QgsCoordinateReferenceSystem(STORAGE_CRS)
        self._points: List[QgsPointXY] = []
        self._pending: Optional[PendingRequest] = None
        self.growth: Optional[Growth] = None
        self._turned = 0
        self._next_point: Optional[QgsPointXY] = None
        self._click_timer = QTimer(self)  # a click beside a region begins another one unless it becomes a double click
        self._click_timer.setSingleShot(True)
        self._click_timer.timeout.connect(self._on_single_click)
        self.band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self.band.setSecondaryStrokeColor(QColor(0, 0, 0, 160))
        self.band.setWidth(2)

    # -- coming and going ------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Say how it works."""
        super().activate()
        self.refresh()

    def deactivate(self) -> None:
        """Forget the region."""
        self.drop()
        super().deactivate()

    def close(self) -> None:
        """Remove what the tool has put on the map (unload)."""
        self.drop()
        remove_band(self.band)

    def drop(self) -> None:
        """Forget the region and what was asked of the engine."""
        self._click_timer.stop()
        if self._pending is not None:
            self._pending.drop()
        self._pending, self.growth, self._points = None, None, []
        self.band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def refresh(self) -> None:
        """Follow the chosen class: colour and hint."""
        sector_class = BY_CODE.get(self._chosen_class())
        fill = QColor(class_colour(sector_class)) if sector_class is not None else QColor(_OUTLINE)
        fill.setAlpha(_FILL_ALPHA)
        self.band.setFillColor(fill)
        self.band.setStrokeColor(_OUTLINE)
        self._show()

    # -- mouse and keys --------------------------------------------------------------------------------------------

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Begin a region, or add a place to it with Shift; a click on the region itself does nothing."""
        place = lonlat_at(self._canvas, event.pos())
        if event.button() != Qt.MouseButton.LeftButton or place is None or self._desk.session() is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.grow([*self._points, place])
        elif self.growth is None:
            self.grow([place])
        elif not self.growth.shape.contains(place):
            self._next_point = place
            self._click_timer.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Take the region."""
        self._click_timer.stop()
        self._next_point = None
        if self.growth is not None:
            self.take()

    def _on_single_click(self) -> None:
        place, self._next_point = self._next_point, None
        if place is not None:
            self.grow([place])

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """Grow or shrink the region; without one, or with Ctrl, the map zooms as ever."""
        if self.growth is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        event.accept()
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        if notches:
            self._turned -= notches * NOTCH
            self.turn(notches)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Take the keys of the region."""
        event.setAccepted(self.take_key(event.key()))

    def take_key(self, key: int) -> bool:
        """Do what a key says: Enter takes, Escape drops, + - and [ ] are the wheel; else False."""
        if not self.wants_key(key):
            return False
        if key in ENDING:
            self.take()
        elif key in SMALLER + LARGER:
            self.turn(1 if key in LARGER else -1)
        elif self.growth is None and self._pending is None:
            self.given_up.emit()
        else:
            self.drop()
            self._show()
        return True

    def wants_key(self, key: int) -> bool:
        """Tell whether ``take_key`` would do something."""
        is_growing = self.growth is not None and key in (*ENDING, *SMALLER, *LARGER)
        return is_growing or key == Qt.Key.Key_Escape

    # -- a region --------------------------------------------------------------------------------------------------

    @gesture_slot
    def grow(self, points: List[QgsPointXY]) -> None:
        """Ask the engine for the regions round places (longitude, latitude); the one asked before is dropped."""
        size = self.growth.area_m2 if self.growth is not None and len(points) > 1 else None
        self.drop()
        side = max(self._canvas.width(), self._canvas.height())
        reach_m = max(_REACH_SHARE * side * pixel_m(self._canvas), _LEAST_REACH_M)
        results = QgsProject.instance().mapLayers().values()
        request = grow_request(self._canvas.layers(), points, reach_m, list(results))
        pending = engine_access.shared().submit(request)
        self._points, self._pending = points, pending
        pending.finished.connect(lambda result: self._on_grown(pending, result, size))
        pending.failed.connect(lambda error: self._on_failed(pending, error))
        self._show()

    def _on_grown(self, pending: PendingRequest, result: GrowRegionResult, size: Optional[float]) -> None:
        if pending is not self._pending:
            return
        self._pending = None
        growth = Growth(result)
        if growth.is_empty or growth.shape.isNull():
            self.drop()
            gestures.answer(tr("Nothing grows here. Click on another place."))
        else:
            self.growth = growth
            if size is not None:
                growth.take_size_of(size)
        self._show()

    def _on_failed(self, pending: PendingRequest, error: MiningMonitorError) -> None:
        if pending is self._pending:
            self.drop()
            self._show()
            gestures.tell(error)

    def turn(self, notches: int) -> None:
        """Show a larger (above 0) or smaller region."""
        if self.growth is not None and self.growth.turn(notches):
            self._show()

    def take(self) -> None:
        """Make the region a sector: one step that undo takes back."""
        session, layer, growth = self._desk.session(), self._desk.layer(), self.growth
        if session is None or layer is None or growth is None:
            return
        shape = QgsGeometry(growth.shape)
        with gesture():
            outcome = painting.added(layer, settings.editor(), shape, self._chosen_class())
            with gestures.unfinished(lambda: True):  # the region is still there
                session.apply(outcome.title, outcome.changes)
            # what was meant, not what was cut off another sector
            self._desk.select_soon([change.uuid for change in outcome.changes if change.before is None][:1])
            self.drop()
            self._show()

    def _show(self) -> None:
        if self.growth is not None:
            self.band.setToGeometry(self.growth.shape, self._crs)
        self.hinted.emit(self._hint())

    def _hint(self) -> str:
        title = words.class_title(self._chosen_class())
        if self._pending is not None:
            return tr("Magic select: looking at the ground round your click…")
        if self.growth is None:
            return tr("Magic select, {}: click into the sector. Its region grows along the edges of the image.").format(
                title
            )
        return tr(
            "{title}, {area}: wheel or + - for the size, 1-9 for the class, Shift+click adds a place, Enter or double "
            "click takes it, Esc drops it."
        ).format(title=title, area=words.area_text(self.growth.area_m2))
