"""``miningmonitor:spectralindex``: a spectral index of an image, and its statistics by sector (CONTRACT 1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from mining_monitor.adapter import engine_access
from mining_monitor.adapter.algorithms.base import ask_engine, translated_errors
from mining_monitor.adapter.algorithms.imagery_base import ImageryAlgorithm, tif_output
from mining_monitor.adapter.algorithms.imagery_stylers import IndexStyler, kept
from mining_monitor.adapter.image_refs import Access, access
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.raster_styles import INDICES
from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.spectral import SpectralIndexRequest, SpectralIndexResult


class SpectralIndex(ImageryAlgorithm):
    """Compute a spectral index."""

    INPUT, INDEX, SECTORS, OUTPUT, TABLE = "INPUT", "INDEX", "SECTORS", "OUTPUT", "TABLE"

    def __init__(self) -> None:
        super().__init__()
        self._request: Optional[SpectralIndexRequest] = None

    def name(self) -> str:
        """Return the id that scripts use."""
        return "spectralindex"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Spectral index")

    def tags(self) -> Any:
        """Return further words to find it by."""
        return self._tags("ndvi", "index", "vegetation", "water", "iron", "zonal")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Computes a spectral index from reflectance, never from raw numbers: scale and offset of the image are "
            "applied first. Ground that was not observed stays empty.</p>"
            "<p><b>Index</b>: by its usual abbreviation, such as {}. <b>Sectors</b>: polygons for a table of the index "
            "by sector, which is written beside the result as .csv.</p>"
        ).format(", ".join(INDICES))

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Computes a spectral index such as NDVI from the reflectance of an image.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        self.addParameter(QgsProcessingParameterRasterLayer(self.INPUT, tr("Image")))
        self.addParameter(QgsProcessingParameterString(self.INDEX, tr("Index"), "NDVI"))
        polygons = [QgsProcessing.TypeVectorPolygon]
        self.addParameter(
            QgsProcessingParameterVectorLayer(self.SECTORS, tr("Sectors, for a table"), polygons, optional=True)
        )
        self.addParameter(QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Index raster")))
        self.addOutput(QgsProcessingOutputFile(self.TABLE, tr("Table by sector")))

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Find the files behind the layers in the main thread."""
        with translated_errors():
            engine_access.shared()
            layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
            if layer is None:
                raise ImageError(tr("The image cannot be opened: {}").format(parameters.get(self.INPUT)))
            if access(layer) is not Access.FILE:
                raise ImageError(
                    tr("'{}' is no raster file with bands. Save it as a GeoTIFF first.").format(layer.name())
                )
            output = tif_output(self.parameterAsOutputLayer(parameters, self.OUTPUT, context))
            sectors = ""
            if parameters.get(self.SECTORS) not in (None, ""):
                sectors = self.parameterAsCompatibleSourceLayerPath(
                    parameters, self.SECTORS, context, ["gpkg", "geojson", "shp"], "gpkg", feedback
                )
            self._request = SpectralIndexRequest(
                image=layer.source(),
                index=self.parameterAsString(parameters, self.INDEX, context).strip().upper(),
                output=output,
                sectors=sectors,
                table=str(Path(output).with_suffix(".csv")) if sectors else None,
            )
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Compute, in Processing's thread."""
        request = self._request
        result: SpectralIndexResult = ask_engine(request, feedback)
        if context.willLoadLayerOnCompletion(result.output):
            context.layerToLoadOnCompletionDetails(result.output).setPostProcessor(kept(IndexStyler(request.index)))
        outputs = {self.OUTPUT: result.output}
        if result.table:
            outputs[self.TABLE] = result.table
        return outputs
