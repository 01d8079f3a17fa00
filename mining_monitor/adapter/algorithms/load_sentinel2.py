"""``miningmonitor:loadsentinel2``: a Sentinel-2 product or catalogue item in, a COG out (CONTRACT 1)."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from mining_monitor.adapter import engine_access
from mining_monitor.adapter.algorithms.base import ask_engine, translated_errors
from mining_monitor.adapter.algorithms.imagery_base import ImageryAlgorithm, asked_extent, tif_output
from mining_monitor.adapter.algorithms.imagery_stylers import SceneStyler, kept
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.scene_requests import RESOLUTIONS_M, parse_band_names
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.products import LoadedScene, LoadSentinel2Request


class LoadSentinel2(ImageryAlgorithm):
    """Load bands of one or more Sentinel-2 products onto one grid."""

    INPUT, BANDS, RESOLUTION, EXTENT = "INPUT", "BANDS", "RESOLUTION", "EXTENT"
    OUTPUT, MASK = "OUTPUT", "MASK"

    def __init__(self) -> None:
        super().__init__()
        self._request: Optional[LoadSentinel2Request] = None

    def name(self) -> str:
        """Return the id that scripts use."""
        return "loadsentinel2"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Load Sentinel-2")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Reads bands of a Sentinel-2 product onto one grid and writes a cloud-optimised GeoTIFF with band "
            "names, scale, offset and nodata, and a JSON file with its provenance beside it.</p>"
            "<p><b>Product</b>: a SAFE folder, a .zip of one (never unpacked), its MTD_MSIL1C.xml or MTD_MSIL2A.xml, "
            "or a STAC item (file or URL); several, separated by semicolons, become a mosaic. <b>Bands</b>: names "
            "such as B02,B03,B04,B08; empty takes these four. <b>Resolution</b>: 10, 20 or 60 m. <b>Extent</b>: only "
            "this window is read. <b>Observed</b>: a raster that is 1 where the ground was seen and 0 under clouds, "
            "shadows, cirrus and saturated or missing pixels; it is the valid mask of the detection.</p>"
            "<p>Whether the offset of -1000 of newer processing baselines still has to be applied is decided from the "
            "metadata and the pixels; the decision and its evidence are printed and stored.</p>"
        )

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Reads bands of a Sentinel-2 product or catalogue item into a cloud-optimised GeoTIFF.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        product = QgsProcessingParameterFile(self.INPUT, tr("Product: SAFE folder, .zip, MTD_*.xml or STAC item"))
        # QGIS's own filter (*.*) would refuse folders and addresses of items whose last part has no dot
        product.setFileFilter(tr("Sentinel-2 products and STAC items (MTD_*.xml *.zip *.json);;All files (*)"))
        self.addParameter(product)
        self.addParameter(QgsProcessingParameterString(self.BANDS, tr("Bands (empty: B02,B03,B04,B08)"), optional=True))
        resolutions = [str(resolution) for resolution in RESOLUTIONS_M]
        self.addParameter(
            QgsProcessingParameterEnum(
                self.RESOLUTION, tr("Resolution (m)"), resolutions, defaultValue="10", usesStaticStrings=True
            )
        )
        self.addParameter(
            QgsProcessingParameterExtent(self.EXTENT, tr("Extent (empty: the whole product)"), optional=True)
        )
        self.addParameter(QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Image")))
        self.addParameter(
            QgsProcessingParameterRasterDestination(self.MASK, tr("Observed"), optional=True, createByDefault=False)
        )

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read the parameters in the main thread."""
        with translated_errors():
            engine_access.shared()
            mask = self.parameterAsOutputLayer(parameters, self.MASK, context)
            self._request = LoadSentinel2Request(
                inputs=_inputs(self.parameterAsString(parameters, self.INPUT, context)),
                output=tif_output(self.parameterAsOutputLayer(parameters, self.OUTPUT, context)),
                bands=parse_band_names(self.parameterAsString(parameters, self.BANDS, context)),
                resolution_m=float(self.parameterAsEnumString(parameters, self.RESOLUTION, context) or "10"),
                extent=asked_extent(self, parameters, self.EXTENT, context),
                mask=tif_output(mask) if mask else None,
            )
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Load, in Processing's thread."""
        scene: LoadedScene = ask_engine(self._request, feedback)
        for line in _in_words(scene):
            feedback.pushInfo(line)
        if context.willLoadLayerOnCompletion(scene.output):
            context.layerToLoadOnCompletionDetails(scene.output).setPostProcessor(kept(SceneStyler(scene)))
        outputs = {self.OUTPUT: scene.output}
        if scene.mask:
            outputs[self.MASK] = scene.mask
        return outputs


def _inputs(text: str) -> Tuple[str, ...]:
    found = tuple(part.strip() for part in text.split(";") if part.strip())
    if not found:
        raise ParameterError(tr("Name a Sentinel-2 product or a STAC item."), parameter="INPUT")
    return found


def _in_words(scene: LoadedScene) -> List[str]:
    dates = " - ".join(dict.fromkeys((scene.observed_at[:10], scene.last_observed_at[:10])))
    lines = [
        tr("{scenes}, {dates}: {width} x {height} pixels of {gsd:.3g} m, bands {bands}.").format(
            scenes=", ".join(scene.scene_ids), dates=dates, width=scene.width, height=scene.height, gsd=scene.gsd_m,
            bands=", ".join(scene.bands),
        ),
        tr("{:.1f} % of the extent was observed.").format(100.0 * scene.observed_share),
    ]  # fmt: skip
    for decision in scene.offset:
        lines.extend(decision.evidence)
    return lines
