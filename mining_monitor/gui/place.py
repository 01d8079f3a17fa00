"""Where a detection looks: what the map shows, the image, a drawn rectangle, selected polygons."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QObject, pyqtSignal

from mining_monitor.adapter import image_refs
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import ExtentError
from mining_monitor.contract.imagery import Extent
from mining_monitor.gui.detection_panel import (
    WHERE_CANVAS,
    WHERE_LAYER,
    WHERE_POLYGON,
    WHERE_RECTANGLE,
    DetectionPanel,
)  # fmt: skip
from mining_monitor.gui.rectangle_tool import RectangleTool, remove_band, show_rectangle


class Place(QObject):
    """Turns the choice of the panel into an ``Extent``; owns the rectangle and its map tool."""

    changed = pyqtSignal()

    def __init__(self, panel: DetectionPanel, iface: Any) -> None:
        super().__init__(panel)
        self._panel = panel
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._rectangle: Optional[Extent] = None
        self._tool = RectangleTool(self._canvas)
        self._tool_before: Any = None
        self._tool.drawn.connect(self._on_drawn)
        self._tool.given_up.connect(self._put_away)
        self._tool.deactivated.connect(self._on_deactivated)
        panel.draw_requested.connect(self._on_draw)
        panel.choice_changed.connect(self._on_choice)
        self._canvas.extentsChanged.connect(self._on_map)
        self._canvas.selectionChanged.connect(self._on_selection)

    def close(self) -> None:
        """Take the tool and the rectangle off the map (unload)."""
        self._canvas.extentsChanged.disconnect(self._on_map)
        self._canvas.selectionChanged.disconnect(self._on_selection)
        self._put_away()
        remove_band(self._tool.band)
        self._tool.deleteLater()

    def extent(self, layer: QgsRasterLayer) -> Optional[Extent]:
        """Return the chosen place; None means the whole image.

        Raises
        ------
        ExtentError
            Nothing is drawn or selected yet.
        """
        where = self._panel.where()
        if where == WHERE_LAYER:
            return None
        if where == WHERE_CANVAS:
            return image_refs.canvas_extent(self._canvas)
        if where == WHERE_RECTANGLE:
            if self._rectangle is None:
                raise ExtentError(tr("Draw a rectangle on the map first."))
            return self._rectangle
        chosen = self.polygon_layer()
        if chosen is None:
            raise ExtentError(tr("Select one or more polygons on the map first."))
        return image_refs.selection_extent(chosen)

    def polygon_layer(self) -> Optional[QgsVectorLayer]:
        """Return the active layer if polygons are selected in it, else the first layer where some are."""
        layers = [self._iface.activeLayer(), *QgsProject.instance().layerTreeRoot().layerOrder()]
        for layer in layers:
            if _has_selected_polygons(layer):
                return layer
        return None

    def words(self) -> str:
        """Return what the choice still needs, or what it is; empty where the button says it all."""
        where = self._panel.where()
        if where == WHERE_RECTANGLE and self._rectangle is None:
            return tr("Drag on the map to draw it. Escape gives up.")
        if where == WHERE_POLYGON:
            layer = self.polygon_layer()
            if layer is None:
                return tr("Select polygons with QGIS's own selection tools.")
            return tr("{count} selected in '{layer}'.").format(count=layer.selectedFeatureCount(), layer=layer.name())
        return ""

    def _on_choice(self) -> None:
        is_rectangle = self._panel.where() == WHERE_RECTANGLE
        self._tool.band.setVisible(is_rectangle and self._rectangle is not None)
        if is_rectangle and self._rectangle is None:
            self._panel.draw_button.setChecked(True)
        elif not is_rectangle:
            self._panel.draw_button.setChecked(False)

    def _on_draw(self, wanted: bool) -> None:
        if wanted:
            if self._canvas.mapTool() is not self._tool:
                self._tool_before = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)
        else:
            self._put_away()

    def _on_drawn(self, rectangle: QgsRectangle) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        self._rectangle = image_refs.rectangle_extent(rectangle, crs)
        show_rectangle(self._tool.band, rectangle)
        self._put_away()
        self.changed.emit()

    def _put_away(self) -> None:
        self._panel.draw_button.setChecked(False)
        if self._canvas.mapTool() is self._tool:
            self._canvas.unsetMapTool(self._tool)
            if self._tool_before is not None:
                self._canvas.setMapTool(self._tool_before)
        self._tool_before = None

    def _on_deactivated(self) -> None:
        self._panel.draw_button.setChecked(False)

    def _on_map(self) -> None:
        if self._panel.where() == WHERE_CANVAS:
            self.changed.emit()

    def _on_selection(self, _layer: object = None) -> None:
        if self._panel.where() == WHERE_POLYGON:
            self.changed.emit()


def _has_selected_polygons(layer: object) -> bool:
    if not isinstance(layer, QgsVectorLayer) or not layer.selectedFeatureCount():
        return False
    return bool(QgsWkbTypes.geometryType(layer.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry)
