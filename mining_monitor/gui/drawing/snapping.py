"""Snap while drawing: corners and borders of the sectors nearby are taken exactly, in the layer's own coordinates.

QGIS's snapping (its toolbar, with all its layers and settings) goes first where the analyst has switched it on. Without
it the sectors are snapped to all the same: they are read around the cursor by the layer's spatial index, so that no
index of twenty thousand polygons has to be built before the first click.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Optional, Tuple

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from mining_monitor.adapter.shaping.noding import SAME_DEG

#: Pixels of the screen within which a corner or a border is taken; a corner goes before a border.
REACH_PX = 10


@dataclass(frozen=True)
class Caught:
    """A place in the layer's CRS and on the map; ``kind`` is "vertex", "segment" or empty: taken as it was clicked."""

    point: QgsPointXY
    on_map: QgsPointXY
    kind: str = ""


class Snapper:
    """Turns places on the map into places of a layer."""

    def __init__(self, canvas: QgsMapCanvas, layer: Callable[[], Optional[QgsVectorLayer]]) -> None:
        self._canvas = canvas
        self._find_layer = layer

    @property
    def _layer(self) -> Optional[QgsVectorLayer]:
        return self._find_layer()

    def catch(self, on_map: QgsPointXY, *, snap: bool = True) -> Optional[Caught]:
        """Return where a place on the map is in the layer; None where the CRS does not reach.

        Parameters
        ----------
        snap : bool
            False takes the place as it is.
        """
        try:
            if snap and self._canvas.snappingUtils().config().enabled():
                match = self._canvas.snappingUtils().snapToMap(on_map, None, True)
                if match.isValid():
                    on_map = match.point()
            point = self._transform().transform(on_map)
            found = self._nearest(on_map, point) if snap else None
            if found is None:
                return Caught(point, on_map) if _is_place(point) else None
            kind, place = found
            return Caught(place, self._transform(back=True).transform(place), kind)
        except QgsCsException:
            return None

    def _transform(self, *, back: bool = False) -> QgsCoordinateTransform:
        map_crs = self._canvas.mapSettings().destinationCrs()
        layer_crs = self._layer.crs() if self._layer is not None else map_crs
        ends = (layer_crs, map_crs) if back else (map_crs, layer_crs)
        return QgsCoordinateTransform(*ends, QgsProject.instance())

    def _nearest(self, on_map: QgsPointXY, point: QgsPointXY) -> Optional[Tuple[str, QgsPointXY]]:
        """Return what of the sectors lies within reach: ("vertex" or "segment", its place)."""
        reach_map = REACH_PX * self._canvas.mapUnitsPerPixel()
        if self._layer is None or not reach_map > 0 or not _is_place(point):
            return None
        around = QgsRectangle(on_map.x(), on_map.y(), on_map.x(), on_map.y()).buffered(reach_map)
        box = self._transform().transformBoundingBox(around)
        reach = max(box.width(), box.height()) / 2
        request = QgsFeatureRequest().setFilterRect(box).setNoAttributes()
        corner, border = (reach * reach, None), (reach * reach, None)
        for feature in self._layer.getFeatures(request):
            shape = feature.geometry()
            place, _, _, _, distance = shape.closestVertex(point)
            if 0 <= distance < corner[0]:
                corner = (distance, place)
            distance, place, _, _ = shape.closestSegmentWithContext(point, SAME_DEG * SAME_DEG)
            if 0 <= distance < border[0]:
                border = (distance, place)
        if corner[1] is not None:
            return "vertex", QgsPointXY(corner[1])
        return ("segment", QgsPointXY(border[1])) if border[1] is not None else None


def _is_place(point: QgsPointXY) -> bool:
    return QgsGeometry.fromPointXY(point).boundingBox().isFinite()
