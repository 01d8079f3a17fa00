"""``miningmonitor:samplepoints``: a stratified random sample for an accuracy assessment (CONTRACT 1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from mining_monitor.adapter import styles
from mining_monitor.adapter.algorithms.numbers_base import NumbersAlgorithm
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.numbers import ALLOCATIONS, SamplePointsRequest, SampleResult
from mining_monitor.schema.sample import SAMPLE_FIELDS, SAMPLE_TABLE


class SamplePoints(NumbersAlgorithm):
    """Draw a stratified random sample."""

    INPUT, SIZE, ALLOCATION, SEED, OUTPUT = "INPUT", "SIZE", "ALLOCATION", "SEED", "OUTPUT"

    def name(self) -> str:
        """Return the id that scripts use."""
        return "samplepoints"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Draw sample points")

    def tags(self) -> List[str]:
        """Return further words to find it by."""
        return self._tags("sample", "random", "stratified", "olofsson", "validation")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Draws random points in each class of a map, for a person to label from imagery. With the labels, "
            "<i>Assess accuracy</i> tells how good the map is and corrects its areas.</p>"
            "<p><b>Map</b>: sectors or a class raster. Ground that was observed and is not mapped is a class too; "
            "ground that was not observed gets no point. <b>Points</b>: how many; 0 takes as many as a standard error "
            "of 0.01 needs. <b>Allocation</b>: <i>olofsson</i> gives rare classes 50 points and the others the rest in "
            "proportion to their area; <i>neyman</i> gives more to classes in which errors are likely. <b>Seed</b>: "
            "the same seed gives the same points.</p>"
            "<p>The points do not tell the class of the map, so that nobody is led by it. Labels go into the field "
            "<i>label</i> as class keys (op, wr, other ...) or <i>unknown</i>; a second person uses "
            "<i>checked_label</i>. The order is by lot: a part of the points is a sample too.</p>"
        )

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Draws random points in each class of a map, for a person to label.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        integer = QgsProcessingParameterNumber.Type.Integer
        kinds = [QgsProcessing.TypeVectorPolygon, QgsProcessing.TypeRaster]
        self.addParameter(QgsProcessingParameterMapLayer(self.INPUT, tr("Map"), types=kinds))
        self.addParameter(
            QgsProcessingParameterNumber(
                self.SIZE, tr("Points (0: as many as are needed)"), integer, 0, minValue=0, maxValue=100_000
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.ALLOCATION, tr("Allocation"), list(ALLOCATIONS), defaultValue="olofsson", usesStaticStrings=True
            )
        )
        self.addParameter(QgsProcessingParameterNumber(self.SEED, tr("Seed"), integer, 1, minValue=0))
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Sample points"), QgsProcessing.TypeVectorPoint)
        )

    def make_request(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, folder: Path
    ) -> SamplePointsRequest:
        """Return what is asked of the engine."""
        return SamplePointsRequest(
            source=self.source(parameters, self.INPUT, context),
            output=str(folder / "sample.gpkg"),
            size=self.parameterAsInt(parameters, self.SIZE, context),
            allocation=self.parameterAsEnumString(parameters, self.ALLOCATION, context) or "olofsson",
            seed=self.parameterAsInt(parameters, self.SEED, context),
        )

    def outputs(
        self, result: SampleResult, parameters: Dict[str, Any], context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:  # fmt: skip
        """Copy the points to the sink."""
        titles = styles.class_titles()
        for stratum in result.strata:
            feedback.pushInfo(
                tr("{}: {} points, {:.1f} % of the area").format(
                    titles[stratum.code], stratum.points, 100 * stratum.share
                )
            )
        destination = self.fill_sink(
            result.output, SAMPLE_TABLE, SAMPLE_FIELDS, QgsWkbTypes.Type.Point, parameters, self.OUTPUT, context,
            feedback,
        )  # fmt: skip
        return {self.OUTPUT: destination}
