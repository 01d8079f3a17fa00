"""What happens to layers that Processing has loaded, in the main thread."""

from __future__ import annotations

from typing import Any, List

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from mining_monitor.adapter import forms, styles


class SectorsStyler(QgsProcessingLayerPostProcessorInterface):
    """Styles a sectors layer that Processing has loaded."""

    def postProcessLayer(  # noqa: N802
        self, layer: Any, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Apply colours and form."""
        if isinstance(layer, QgsVectorLayer):
            styles.apply_sectors_style(layer)
            forms.apply_form(layer)


class ClassRasterStyler(QgsProcessingLayerPostProcessorInterface):
    """Styles a class raster that Processing has loaded."""

    def postProcessLayer(  # noqa: N802
        self, layer: Any, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Apply the class colours."""
        if isinstance(layer, QgsRasterLayer):
            styles.apply_class_raster_style(layer)


#: A context deletes C++'s half of its post-processors when it ends and keeps no reference to Python's; the algorithm
#: that made them may be gone before its layers are loaded (a batch, a step of a model).
_ALIVE: List[QgsProcessingLayerPostProcessorInterface] = []


def kept(styler: QgsProcessingLayerPostProcessorInterface) -> QgsProcessingLayerPostProcessorInterface:
    """Keep a styler alive for as long as the context that is given it lives, and return it."""
    _ALIVE[:] = [other for other in _ALIVE if not sip.isdeleted(other)]
    _ALIVE.append(styler)
    return styler
