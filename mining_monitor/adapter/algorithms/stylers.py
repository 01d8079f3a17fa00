"""What happens to layers that Processing has loaded, in the main thread."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsVectorLayer,
)

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
