"""Footprints of the scenes found, as a layer for a while; the selected and hovered ones stand out."""

from __future__ import annotations

from typing import Dict, Sequence

from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QColor

from mining_monitor.adapter.compat import make_fields
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.scenes import Scene
from mining_monitor.gui.rectangle_tool import OUTLINE
from mining_monitor.schema.fields import STORAGE_CRS, Field

_FIELDS = (Field("scene_id", "text"), Field("date", "text"), Field("is_marked", "integer"))


class Footprints(QObject):
    """Shows and marks footprints; owns its layer and lets it go when the project does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._layer_id = ""
        self._fids: Dict[str, int] = {}

    def show(self, scenes: Sequence[Scene]) -> None:
        """Replace what is shown."""
        self.clear()
        if not scenes:
            return
        layer = QgsVectorLayer(f"Polygon?crs={STORAGE_CRS}", tr("Scenes found"), "memory")
        provider = layer.dataProvider()
        provider.addAttributes(make_fields(_FIELDS).toList())
        layer.updateFields()
        features = []
        for scene in scenes:
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromWkt(scene.footprint))
            feature.setAttributes([scene.scene_id, scene.sensed_at[:10], 0])
            features.append(feature)
        is_added, added = provider.addFeatures(features)
        if not is_added:
            return
        self._fids = {feature["scene_id"]: feature.id() for feature in added}
        layer.updateExtents()
        layer.setRenderer(_renderer())
        layer.setCustomProperty("skipMemoryLayersCheck", 1)  # QGIS asks nobody to save it
        layer.setReadOnly(True)
        project = QgsProject.instance()
        if project.addMapLayer(layer, False) is None:
            return
        node = project.layerTreeRoot().insertLayer(0, layer)
        node.setExpanded(False)
        self._layer_id = layer.id()

    def mark(self, scene_ids: Sequence[str]) -> None:
        """Draw these footprints so that they stand out."""
        layer = QgsProject.instance().mapLayer(self._layer_id) if self._layer_id else None
        if layer is None:
            return
        column = layer.fields().lookupField("is_marked")
        changes = {fid: {column: int(scene_id in scene_ids)} for scene_id, fid in self._fids.items()}
        if layer.dataProvider().changeAttributeValues(changes):
            layer.triggerRepaint()

    def clear(self) -> None:
        """Take the layer off the map."""
        before, self._layer_id, self._fids = self._layer_id, "", {}
        project = QgsProject.instance()
        if before and project.mapLayer(before) is not None:
            project.removeMapLayer(before)


def _renderer() -> QgsRuleBasedRenderer:
    """A thin dashed line for all, a thick one with a tint for those that are marked."""
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(_symbol(0.3, Qt.PenStyle.DashLine, 0), 0, 0, '"is_marked" = 0'))
    root.appendChild(QgsRuleBasedRenderer.Rule(_symbol(0.9, Qt.PenStyle.SolidLine, 40), 0, 0, '"is_marked" = 1'))
    return QgsRuleBasedRenderer(root)


def _symbol(width_mm: float, style: Qt.PenStyle, alpha: int) -> QgsFillSymbol:
    layer = QgsSimpleFillSymbolLayer()
    fill = QColor(OUTLINE)
    fill.setAlpha(alpha)
    layer.setFillColor(fill)
    layer.setStrokeColor(OUTLINE)
    layer.setStrokeWidth(width_mm)
    layer.setStrokeStyle(style)
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, layer)
    return symbol
