"""What happens to images that Processing has loaded, in the main thread."""

from __future__ import annotations

from typing import Any, List

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
)

from mining_monitor.adapter import image_facts, raster_styles, scene_layers
from mining_monitor.adapter.image_facts import MASK_PROPERTY
from mining_monitor.adapter.project_store import KIND_PROPERTY
from mining_monitor.contract.products import LoadedScene

#: QGIS keeps no reference to a post-processor, and the algorithm may be gone before its layers are loaded.
_KEPT: List[QgsProcessingLayerPostProcessorInterface] = []

#: A batch has at most this many results whose layers are still to be loaded.
_MOST = 500


def kept(styler: QgsProcessingLayerPostProcessorInterface) -> QgsProcessingLayerPostProcessorInterface:
    """Keep a post-processor alive until its layer has been loaded."""
    _KEPT.append(styler)
    del _KEPT[:-_MOST]
    return styler


class SceneStyler(QgsProcessingLayerPostProcessorInterface):
    """Tells a loaded scene's layer what is known of it."""

    def __init__(self, scene: LoadedScene) -> None:
        super().__init__()
        self._scene = scene

    def postProcessLayer(  # noqa: N802
        self, layer: Any, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Keep date, agency, scene and mask."""
        if isinstance(layer, QgsRasterLayer):
            image_facts.store(layer, scene_layers.facts_of(self._scene, ""))
            if self._scene.mask:
                layer.setCustomProperty(MASK_PROPERTY, self._scene.mask)


class IndexStyler(QgsProcessingLayerPostProcessorInterface):
    """Draws an index raster in its colours."""

    def __init__(self, index: str) -> None:
        super().__init__()
        self._index = index

    def postProcessLayer(  # noqa: N802
        self, layer: Any, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Apply the colours."""
        if isinstance(layer, QgsRasterLayer):
            layer.setCustomProperty(KIND_PROPERTY, scene_layers.INDEX_KIND)
            raster_styles.draw_index(layer, self._index)
