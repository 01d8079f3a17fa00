"""Polygons of a running detection on the map: a layer for a while, never part of the project's data."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Optional

from qgis.core import QgsFeatureRenderer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from mining_monitor.adapter import styles
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.door import Partial

#: A preview is read in the main thread, so a large one is left out: the result comes soon.
LARGEST_BYTES = 600_000
SHORTEST_SECONDS = 1.0


class Preview(QObject):
    """Shows the newest partial result, at most one a second."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._layer_id = ""
        self._shown_at = 0.0
        self._renderer: Optional[QgsFeatureRenderer] = None

    def show(self, partial: Partial) -> None:
        """Replace the preview by a newer one."""
        path = Path(partial.path)
        now = time.monotonic()
        if now - self._shown_at < SHORTEST_SECONDS or not partial.sectors:
            return
        try:
            if path.stat().st_size > LARGEST_BYTES:
                return
        except OSError:
            return
        options = QgsVectorLayer.LayerOptions(False)
        options.skipCrsValidation = True
        layer = QgsVectorLayer(str(path), tr("Detecting… (preview)"), "ogr", options)
        if not layer.isValid():
            return
        self._shown_at = now
        if self._renderer is None:
            self._renderer = styles.sectors_renderer()
        layer.setRenderer(self._renderer.clone())
        layer.setReadOnly(True)
        layer.setFlags(layer.flags() | QgsVectorLayer.LayerFlag.Private)
        project = QgsProject.instance()
        if project.addMapLayer(layer, False) is None:
            return
        before, self._layer_id = self._layer_id, layer.id()
        project.layerTreeRoot().insertLayer(0, layer)
        _remove(before)

    def clear(self) -> None:
        """Take the preview off the map."""
        before, self._layer_id = self._layer_id, ""
        self._shown_at = 0.0
        self._renderer = None
        _remove(before)


def _remove(layer_id: str) -> None:
    project = QgsProject.instance()
    if layer_id and project.mapLayer(layer_id) is not None:
        project.removeMapLayer(layer_id)
