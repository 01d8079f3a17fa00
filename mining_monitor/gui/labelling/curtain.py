"""Hides what tells the map's class while somebody labels, and shows it again."""

from __future__ import annotations

from typing import List

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

from mining_monitor.adapter.project_store import KIND_PROPERTY


class Curtain:
    """Takes sectors and class rasters off the main map."""

    def __init__(self) -> None:
        self._hidden: List[str] = []

    def close(self) -> None:
        """Hide what is shown now."""
        root = QgsProject.instance().layerTreeRoot()
        for layer in QgsProject.instance().mapLayers().values():
            node = root.findLayer(layer.id())
            if node is not None and node.itemVisibilityChecked() and _tells_class(layer):
                node.setItemVisibilityChecked(False)
                self._hidden.append(layer.id())

    def open(self) -> None:
        """Show again what was hidden; what was removed meanwhile is left alone."""
        root = QgsProject.instance().layerTreeRoot()
        for layer_id in self._hidden:
            node = root.findLayer(layer_id)
            if node is not None:
                node.setItemVisibilityChecked(True)
        self._hidden = []


def _tells_class(layer: QgsMapLayer) -> bool:
    if isinstance(layer, QgsVectorLayer):
        return any(layer.fields().indexOf(name) >= 0 for name in ("class", "class_key", "label"))
    return isinstance(layer, QgsRasterLayer) and bool(layer.customProperty(KIND_PROPERTY, ""))
