"""``miningmonitor:detectchange``: expansion, reclamation and conversion between two dates (CONTRACT 1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorLayer,
    QgsWkbTypes,
)

from mining_monitor.adapter.algorithms.numbers_base import NumbersAlgorithm
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.change import ChangeResult, DetectChangeRequest
from mining_monitor.contract.numbers import MIN_AREA_M2, TOLERANCE_M
from mining_monitor.schema.sample import CHANGE_FIELDS, CHANGE_TABLE


class DetectChange(NumbersAlgorithm):
    """Compare sectors of two dates."""

    BEFORE, AFTER, TOLERANCE, MIN_AREA = "BEFORE", "AFTER", "TOLERANCE", "MIN_AREA"
    OUTPUT, MATRIX = "OUTPUT", "MATRIX"

    def name(self) -> str:
        """Return the id that scripts use."""
        return "detectchange"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Detect change")

    def tags(self) -> List[str]:
        """Return further words to find it by."""
        return self._tags("expansion", "reclamation", "conversion", "transition matrix", "time")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Compares the sectors of two dates: where mines expanded, where they were given back, where one class "
            "became another one, and what one date could not observe, which is never called reclaimed.</p>"
            "<p><b>Tolerance</b>: narrower changes are differences of position, not of the ground: 12 m between two "
            "Sentinel-2 scenes, 20 m between Sentinel-2 and finer imagery. <b>Minimum area</b>: smaller changes are "
            "left out. Both are told. <b>Matrix</b>: what each class became; its rows sum to the areas before and its "
            "columns to the areas after.</p>"
            "<p>Every polygon of change has the image dates, classes and identities of both dates.</p>"
        )

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Finds expansion, reclamation and conversion between the sectors of two dates.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        polygons, real = [QgsProcessing.TypeVectorPolygon], QgsProcessingParameterNumber.Type.Double
        self.addParameter(QgsProcessingParameterVectorLayer(self.BEFORE, tr("Sectors before"), polygons))
        self.addParameter(QgsProcessingParameterVectorLayer(self.AFTER, tr("Sectors after"), polygons))
        self.addParameter(
            QgsProcessingParameterNumber(self.TOLERANCE, tr("Tolerance (m)"), real, TOLERANCE_M, minValue=0)
        )
        self.addParameter(
            QgsProcessingParameterNumber(self.MIN_AREA, tr("Minimum area (m²)"), real, MIN_AREA_M2, minValue=0)
        )
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Change"), QgsProcessing.TypeVectorPolygon))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.MATRIX, tr("Transition matrix"), tr("CSV files (*.csv)"), optional=True, createByDefault=False
            )
        )

    def make_request(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, folder: Path
    ) -> DetectChangeRequest:
        """Return what is asked of the engine."""
        return DetectChangeRequest(
            before=self.source(parameters, self.BEFORE, context),
            after=self.source(parameters, self.AFTER, context),
            tolerance_m=self.parameterAsDouble(parameters, self.TOLERANCE, context),
            min_area_m2=self.parameterAsDouble(parameters, self.MIN_AREA, context),
            output=str(folder / "change.gpkg"),
            table=self.file_output(parameters, self.MATRIX, context),
        )

    def outputs(
        self, result: ChangeResult, parameters: Dict[str, Any], context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:  # fmt: skip
        """Copy the polygons to the sink and say the sums."""
        for text, area in (
            (tr("Expansion: {:.2f} ha"), result.expansion_m2),
            (tr("Reclamation: {:.2f} ha"), result.reclamation_m2),
            (tr("Conversion: {:.2f} ha"), result.conversion_m2),
            (tr("Narrower than the tolerance or smaller than the minimum area: {:.2f} ha"), result.suppressed_m2),
            (tr("Mapped before and not observed after: {:.2f} ha"), result.not_observed_m2.get("after", 0.0)),
            (tr("Mapped after and not observed before: {:.2f} ha"), result.not_observed_m2.get("before", 0.0)),
        ):
            feedback.pushInfo(text.format(area / 1e4))
        destination = self.fill_sink(
            result.output or "", CHANGE_TABLE, CHANGE_FIELDS, QgsWkbTypes.Type.MultiPolygon, parameters, self.OUTPUT,
            context, feedback,
        )  # fmt: skip
        outputs: Dict[str, Any] = {self.OUTPUT: destination}
        if result.table:
            outputs[self.MATRIX] = result.table
        return outputs
