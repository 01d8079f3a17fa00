"""The brush: paints ground for a class, or erases it; a stroke is one step that undo takes back."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QWheelEvent

from mining_monitor.adapter import gestures, settings
from mining_monitor.adapter.gestures import gesture
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.painting_strokes import LARGEST_RADIUS_M, SMALLEST_RADIUS_M, Trail, disc, stroke
from mining_monitor.adapter.styles import class_colour
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import Desk
from mining_monitor.gui.drawing.brush_keys import ENDING, LARGER, NOTCH, SMALLER
from mining_monitor.gui.drawing.brush_scale import lonlat_at, pixel_m
from mining_monitor.gui.drawing.ended_stroke import EndedStroke
from mining_monitor.gui.rectangle_tool import remove_band
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.fields import STORAGE_CRS

#: Radius in metres that was used last; 0: what suits the map.
RADIUS_M = settings.Setting("drawing/brush_radius_m", 0.0)

#: A brush below or above these sizes on the screen is one of another map scale.
_LEAST_PX, _MOST_SHARE = 3, 0.5

#: Share of the map's width that a new brush has, and how a step of the wheel changes it.
_FIRST_SHARE, _STEP = 0.015, 1.15

_FILL_ALPHA = 110
_NO_CLASS, _SHADE = QColor(255, 255, 255), QColor(0, 0, 0, 160)


class BrushTool(QgsMapTool):
    """Press and move to paint; wheel or [ ] for the size; Shift for the opposite; Escape drops the stroke.

    Parameters
    ----------
    canvas : QgsMapCanvas
    desk : Desk
        The layer at work and its edits.
    chosen_class : callable
        Returns the LAMES code to paint with; ``refresh`` after it has changed.
    erases : bool
        Whether it takes ground away instead.
    """

    #: What can be done now, for the status bar.
    hinted = pyqtSignal(str)
    #: Escape without a stroke.
    given_up = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, desk: Desk, chosen_class: Callable[[], int], *, erases: bool = False
    ) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._canvas, self._desk, self._chosen_class = canvas, desk, chosen_class
        self._is_eraser = erases
        self._crs = QgsCoordinateReferenceSystem(STORAGE_CRS)
        self._trail: Optional[Trail] = None
        self._ended: List[EndedStroke] = []  # not saved yet, the oldest first
        self._erases_now = erases
        self._turned = 0
        self._place: Optional[QgsPointXY] = None
        self.radius_m = 0.0
        self.circle, self._done, self._tip = (_band(canvas) for _ in range(3))
        self.circle.setSecondaryStrokeColor(_SHADE)

    # -- coming and going ------------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Begin with a size that suits the map."""
        super().activate()
        self._canvas.installEventFilter(self)
        self.radius_m = self._fitting(RADIUS_M.get())
        self.refresh()

    def deactivate(self) -> None:
        """Drop what is not finished and take everything off the map."""
        self._canvas.removeEventFilter(self)
        self.drop()
        self.circle.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        super().deactivate()

    def close(self) -> None:
        """Remove what the tool has put on the map (unload)."""
        for band in (self.circle, self._done, self._tip):
            remove_band(band)

    def refresh(self) -> None:
        """Follow the chosen class and the size: circle and hint."""
        self._colour()
        self._show_circle()
        self._hint()

    def _fitting(self, radius_m: float) -> float:
        pixel = pixel_m(self._canvas)
        if pixel <= 0:
            return radius_m or 20.0
        least, most = _LEAST_PX * pixel, _MOST_SHARE * self._canvas.width() * pixel
        fits = least <= radius_m <= most
        return radius_m if fits else max(least, _FIRST_SHARE * self._canvas.width() * pixel)

    def _hint(self) -> None:
        size = tr("{:.3g} m wide; wheel or [ ] for the size").format(2 * self.radius_m)
        if self._is_eraser:
            text = tr("Erase: press and move. {}. Shift paints, Esc drops the stroke.").format(size)
        else:
            title = words.class_title(self._chosen_class())
            text = tr("Paint {}: press and move. {}, 1-9 for the class. Shift erases, Esc drops the stroke.").format(
                title, size
            )
        self.hinted.emit(text)

    # -- size ------------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """Change the size; with Ctrl the map zooms as ever."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        event.accept()
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        if notches:
            self._turned -= notches * NOTCH
            self.resize_by(notches)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Take the keys of the brush."""
        event.setAccepted(self.take_key(event.key()))

    def take_key(self, key: int) -> bool:
        """Do what a key says: [ ] the size, Escape drops the stroke, Enter saves one that waits; else False."""
        if key in SMALLER + LARGER:
            self.resize_by(1 if key in LARGER else -1)
        elif key in ENDING and self._ended:
            with gesture():
                self._save()
        elif key == Qt.Key.Key_Escape and self._trail is not None:
            self._drop_trail()
        elif key == Qt.Key.Key_Escape and self._ended:
            self.drop()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            return False
        return True

    def wants_key(self, key: int) -> bool:
        """Tell whether ``take_key`` would do something."""
        return key in (*SMALLER, *LARGER, Qt.Key.Key_Escape) or (key in ENDING and bool(self._ended))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Hear Escape while the mouse is down: the canvas does not pass keys on then."""
        is_escape = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        if is_escape and self._trail is not None:
            self._drop_trail()
            return True
        return False

    def resize_by(self, steps: int) -> None:
        """Make the brush larger (above 0) or smaller, but not while a stroke is drawn."""
        if self._trail is None:
            self.radius_m = min(max(self.radius_m * _STEP**steps, SMALLEST_RADIUS_M), LARGEST_RADIUS_M)
            RADIUS_M.set(self.radius_m)
            self._show_circle()
            self._hint()

    # -- a stroke --------------------------------------------------------------------------------------------------

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Begin a stroke."""
        if event.button() != Qt.MouseButton.LeftButton or self._desk.session() is None:
            return
        is_other = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._erases_now = self._is_eraser != is_other
        self._colour()
        self._trail = Trail(self.radius_m)
        self._go_to(lonlat_at(self._canvas, event.pos()))

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Move the circle and go on with the stroke."""
        self._go_to(lonlat_at(self._canvas, event.pos()))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """End the stroke: all of it is one edit; one that waits is saved before it."""
        if event.button() != Qt.MouseButton.LeftButton or self._trail is None:
            return
        trail, erases = self._trail, self._erases_now
        place = lonlat_at(self._canvas, event.pos())
        if place is not None:
            trail.places.append(place)
        self._drop_trail()
        with gesture():
            shape, layer = stroke(trail.places, trail.radius_m, pixel_m(self._canvas) / 2), self._desk.layer()
            if layer is not None and not shape.isNull():
                selected = self._desk.selected()
                self._ended.append(EndedStroke(shape, erases, self._chosen_class(), selected, layer.id()))
            self._save()

    def drop(self) -> None:
        """Forget the stroke, and those that could not be saved yet."""
        self._ended.clear()
        self._drop_trail()

    def _drop_trail(self) -> None:
        self._trail = None
        self._erases_now = self._is_eraser
        self._tip.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        self._show_done()
        self._colour()

    def _go_to(self, place: Optional[QgsPointXY]) -> None:
        self._place = place
        self._show_circle()
        if self._trail is None or place is None or not self._trail.add(place):
            return
        if len(self._trail.places) % self._trail.PIECE == 0:
            self._show_done()
        self._tip.setToGeometry(self._trail.tip(), self._crs)

    def _show_done(self) -> None:
        """Show what is painted and not saved, but for the tip of the stroke."""
        self._done.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        closed = self._trail.closed if self._trail is not None else []
        for piece in [*(each.shape for each in self._ended), *closed]:
            self._done.addGeometry(piece, self._crs)

    def _save(self) -> None:
        """Save the strokes that were ended; where another program holds the file, they stay on the map."""
        try:
            while self._ended:
                ended = self._ended.pop(0)
                with gestures.unfinished(lambda ended=ended: self._keep(ended)):
                    self._carry_out(ended)
        finally:
            self._show_done()

    def _keep(self, ended: EndedStroke) -> bool:
        self._ended.insert(0, ended)
        return True

    def _carry_out(self, ended: EndedStroke) -> None:
        session, layer = self._desk.session(), self._desk.layer()
        if session is None or layer is None:
            return
        outcome = ended.outcome(layer, settings.editor())
        session.apply(outcome.title, outcome.changes)
        if outcome.kept:
            self.hinted.emit(
                tr("{} in review, approved or published kept their ground. Select one to change it.").format(
                    words.sectors_text(outcome.kept)
                )
            )

    # -- looks -----------------------------------------------------------------------------------------------------

    def _show_circle(self) -> None:
        shape = QgsGeometry() if self._place is None else disc(self._place, self.radius_m)
        if shape.isNull():
            self.circle.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        else:
            self.circle.setToGeometry(shape, self._crs)

    def _colour(self) -> None:
        sector_class = BY_CODE.get(self._chosen_class())
        colour = _NO_CLASS if self._erases_now or sector_class is None else QColor(class_colour(sector_class))
        fill = QColor(colour)
        fill.setAlpha(_FILL_ALPHA)
        for band in (self._done, self._tip):
            band.setFillColor(fill)
            band.setStrokeColor(QColor(0, 0, 0, 0))
        self.circle.setStrokeColor(colour)
        self.circle.setLineStyle(Qt.PenStyle.DashLine if self._erases_now else Qt.PenStyle.SolidLine)


def _band(canvas: QgsMapCanvas) -> QgsRubberBand:
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setFillColor(QColor(0, 0, 0, 0))
    band.setWidth(2)
    return band
