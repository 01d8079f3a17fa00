"""Sectors on the map while they are reviewed: outlined instead of filled, looked at, hidden while H is held."""

from __future__ import annotations

import math
from typing import Any, Collection, List, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)  # fmt: skip
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

from mining_monitor.gui.rectangle_tool import remove_band

#: Selected sectors are outlined, so that the image below is seen.
UNFILLED = QColor(0, 0, 0, 0)

#: More outlines than these would slow the map down and say nothing.
MOST_OUTLINES = 300

#: How much larger than a sector the map's view of it is.
ROOM = 2.2


#: A map view never shows less ground than this, divided by ``ROOM``.
LEAST_SIDE_M = 300.0

#: Of 255: outside the review a selection is filled, but lightly.
SELECTED_ALPHA = 110

METRES_PER_DEGREE = 111_320.0


class SectorView:
    """What the review draws on the map canvas, and takes off again."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setColor(QColor(31, 111, 235))
        self._band.setFillColor(QColor(0, 0, 0, 0))
        self._band.setSecondaryStrokeColor(QColor(255, 255, 255, 220))
        self._band.setWidth(3)
        self._layers_before: Optional[List[Any]] = None
        self._is_reviewing = False

    def close(self) -> None:
        """Take everything off the map."""
        self.hide_layers(())
        self.set_reviewing(False)
        self._canvas.setSelectionColor(QgsProject.instance().selectionColor())
        remove_band(self._band)

    def set_reviewing(self, on: bool) -> None:
        """While reviewing, a selected sector is not filled: the image below it must be seen."""
        if on == self._is_reviewing:
            return
        self._is_reviewing = on
        self._canvas.setSelectionColor(UNFILLED if on else _clearer(QgsProject.instance().selectionColor()))
        self._band.setVisible(on)
        self._canvas.refresh()

    def show(self, layer: Optional[QgsVectorLayer], fids: Sequence[int]) -> None:
        """Outline sectors."""
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        if layer is None or not self._is_reviewing:
            return
        if self._canvas.mapSettings().selectionColor() != UNFILLED:
            self._canvas.setSelectionColor(UNFILLED)  # QGIS sets its own again when it reads a project
        request = QgsFeatureRequest().setFilterFids(list(fids[:MOST_OUTLINES])).setNoAttributes()
        for feature in layer.getFeatures(request):
            if feature.hasGeometry():
                self._band.addGeometry(feature.geometry(), layer)

    def look_at(self, layer: Optional[QgsVectorLayer], fids: Sequence[int]) -> None:
        """Move the map to sectors, with room around them."""
        if layer is None or not fids:
            return
        box = QgsRectangle()
        request = QgsFeatureRequest().setFilterFids(list(fids[:MOST_OUTLINES])).setNoAttributes()
        for feature in layer.getFeatures(request):
            box.combineExtentWith(feature.geometry().boundingBox())
        self.look_at_box(box, layer.crs())

    def look_at_box(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        """Move the map to a rectangle in degrees, with room around it."""
        if box.isNull() or not box.isFinite():
            return
        _widen(box)
        destination = self._canvas.mapSettings().destinationCrs()
        try:
            box = QgsCoordinateTransform(crs, destination, QgsProject.instance()).transformBoundingBox(box)
        except QgsCsException:
            return
        if box.isFinite() and not box.isNull():
            box.scale(ROOM)
            self._canvas.setExtent(box)
            self._canvas.refresh()

    def hide_layers(self, layers: Collection[QgsVectorLayer]) -> None:
        """Draw the map without these layers; none brings back what was drawn before."""
        if layers and self._layers_before is None:
            self._layers_before = list(self._canvas.layers())
            hidden = {layer.id() for layer in layers}
            self._canvas.setLayers([each for each in self._layers_before if each.id() not in hidden])
            self._band.hide()
        elif not layers and self._layers_before is not None:
            before, self._layers_before = self._layers_before, None
            known = QgsProject.instance().mapLayers()
            self._canvas.setLayers([layer for layer in before if _is_alive(layer, known)])
            self._band.setVisible(self._is_reviewing)


def _clearer(colour: QColor) -> QColor:
    """Let the image be seen through what is selected."""
    clearer = QColor(colour)
    clearer.setAlpha(min(clearer.alpha(), SELECTED_ALPHA))
    return clearer


def _widen(box: QgsRectangle) -> None:
    """Make a rectangle in degrees at least as large as what surrounds a small sector: it must be recognised."""
    height = LEAST_SIDE_M / METRES_PER_DEGREE
    width = height / max(0.05, math.cos(math.radians(box.center().y())))
    if box.height() < height:
        box.setYMinimum(box.center().y() - height / 2)
        box.setYMaximum(box.yMinimum() + height)
    if box.width() < width:
        box.setXMinimum(box.center().x() - width / 2)
        box.setXMaximum(box.xMinimum() + width)


def _is_alive(layer: Any, known: Any) -> bool:
    try:
        return layer.id() in known
    except RuntimeError:
        return False
