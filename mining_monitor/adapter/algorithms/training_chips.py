"""``miningmonitor:trainingchips``: an image and its sectors as chips to learn from (CONTRACT 1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from mining_monitor.adapter.algorithms.numbers_base import NumbersAlgorithm
from mining_monitor.adapter.image_refs import Access, access
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import ImageError, ParameterError
from mining_monitor.contract.training import PARTS, TrainingChips, TrainingChipsRequest, parse_split


class TrainingChipsAlgorithm(NumbersAlgorithm):
    """Cut chips and masks in the LAMES layout."""

    IMAGE, SECTORS, SIZE, OVERLAP, SPLIT, OUTPUT = "IMAGE", "SECTORS", "SIZE", "OVERLAP", "SPLIT", "OUTPUT"

    def name(self) -> str:
        """Return the id that scripts use."""
        return "trainingchips"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Export training chips")

    def groupId(self) -> str:  # noqa: N802
        """Return the id of the group."""
        return "models"

    def group(self) -> str:
        """Return the name of the group."""
        return tr("Models")

    def tags(self) -> List[str]:
        """Return further words to find it by."""
        return self._tags("training", "chips", "patches", "masks", "deep learning", "dataset")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Cuts an image and the sectors that were drawn or reviewed on it into chips and masks, from which a "
            "model can learn.</p>"
            "<p>The folder gets <i>train</i>, <i>val</i> and <i>test</i>, each with <i>img</i> and <i>msk</i>. Chips "
            "keep the image's pixels; masks hold the LAMES codes 0 to 9. <i>index.csv</i> says where each chip lies, "
            "<i>remap.json</i> which output of a network stands for which code.</p>"
            "<p><b>Split</b>: shares of train, val and test. Whole sites (field <i>site_id</i>, else cells of one "
            "degree) go to one part, and no pixel is in two parts. Chips of which a part was not observed are left "
            "out: a mask cannot say that nobody knows. Rejected sectors do not count; to leave out more, filter the "
            "layer.</p>"
        )

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Cuts an image and its sectors into chips and masks from which a model can learn.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        integer, real = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double
        self.addParameter(QgsProcessingParameterRasterLayer(self.IMAGE, tr("Image")))
        self.addParameter(
            QgsProcessingParameterVectorLayer(self.SECTORS, tr("Sectors"), [QgsProcessing.TypeVectorPolygon])
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.SIZE, tr("Size of a chip (pixels)"), integer, 256, minValue=16, maxValue=4096
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.OVERLAP, tr("Overlap of chips (per cent)"), real, 0.0, minValue=0, maxValue=75
            )
        )
        self.addParameter(QgsProcessingParameterString(self.SPLIT, tr("Split: train, val, test"), "70 15 15"))
        self.addParameter(QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Folder of chips")))

    def make_request(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, folder: Path
    ) -> TrainingChipsRequest:
        """Return what is asked of the engine."""
        layer = self.parameterAsRasterLayer(parameters, self.IMAGE, context)
        if layer is None:
            raise ImageError(tr("The image cannot be opened: {}").format(parameters.get(self.IMAGE)))
        if access(layer) is not Access.FILE:
            raise ImageError(tr("'{}' is no raster file with bands. Save it as a GeoTIFF first.").format(layer.name()))
        text = self.parameterAsString(parameters, self.SPLIT, context)
        try:
            split = parse_split(text)
        except ValueError:
            raise ParameterError(
                tr("The split '{}' cannot be read. Write three shares such as 70 15 15.").format(text)
            ) from None
        return TrainingChipsRequest(
            image=layer.source(),
            sectors=self.source(parameters, self.SECTORS, context),
            output=self.parameterAsString(parameters, self.OUTPUT, context),
            size=self.parameterAsInt(parameters, self.SIZE, context),
            overlap=self.parameterAsDouble(parameters, self.OVERLAP, context) / 100,
            split=split,
        )

    def outputs(
        self, result: TrainingChips, parameters: Dict[str, Any], context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:  # fmt: skip
        """Say how many chips each part got."""
        for part in PARTS:
            feedback.pushInfo(tr("{}: {} chips, {} sites").format(part, result.chips[part], result.sites[part]))
        if result.not_observed:
            feedback.pushInfo(tr("Left out, not observed all over: {}").format(result.not_observed))
        if result.shared:
            feedback.pushInfo(tr("Left out, shared with another part: {}").format(result.shared))
        return {self.OUTPUT: result.folder}
