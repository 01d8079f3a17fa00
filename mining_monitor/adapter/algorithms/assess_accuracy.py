"""``miningmonitor:assessaccuracy``: a map against a labelled sample, polygons or a class raster (CONTRACT 1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
)

from mining_monitor.adapter import styles
from mining_monitor.adapter.algorithms.numbers_base import NumbersAlgorithm
from mining_monitor.adapter.extents import rectangle_extent
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.accuracy import AccuracyResult, AssessAccuracyRequest, ClassAccuracy, Estimate
from mining_monitor.contract.imagery import Extent


class AssessAccuracy(NumbersAlgorithm):
    """Compare a map with a reference."""

    INPUT, REFERENCE, EXTENT, OUTPUT, TABLE = "INPUT", "REFERENCE", "EXTENT", "OUTPUT", "TABLE"

    def name(self) -> str:
        """Return the id that scripts use."""
        return "assessaccuracy"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Assess accuracy")

    def tags(self) -> List[str]:
        """Return further words to find it by."""
        return self._tags("confusion matrix", "error matrix", "iou", "precision", "recall", "validation")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Tells how good a map is.</p>"
            "<p><b>Reference</b>: points that a person has labelled (see <i>Draw sample points</i>) give accuracies "
            "and corrected areas, each with its 95 % interval (Olofsson et al. 2014). Polygons or a class raster that "
            "cover the ground give precision, recall and IoU of each class, for polygons also how well outlines and "
            "single sectors meet. <b>Extent</b>: only what lies in it.</p>"
            "<p>Ground that one side could not observe is compared nowhere. Figures that are 0/0 are undefined, never "
            "0, and are listed.</p>"
        )

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Compares a map with a reference, and corrects its areas where the reference is a sample.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        kinds = [QgsProcessing.TypeVectorPolygon, QgsProcessing.TypeRaster]
        self.addParameter(QgsProcessingParameterMapLayer(self.INPUT, tr("Map"), types=kinds))
        references = [QgsProcessing.TypeVectorPoint, *kinds]
        self.addParameter(QgsProcessingParameterMapLayer(self.REFERENCE, tr("Reference"), types=references))
        self.addParameter(QgsProcessingParameterExtent(self.EXTENT, tr("Extent (empty: everything)"), optional=True))
        for name, title, files in (
            (self.OUTPUT, tr("All figures"), tr("JSON files (*.json)")),
            (self.TABLE, tr("Table by class"), tr("CSV files (*.csv)")),
        ):
            self.addParameter(
                QgsProcessingParameterFileDestination(name, title, files, optional=True, createByDefault=False)
            )

    def make_request(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, folder: Path
    ) -> AssessAccuracyRequest:
        """Return what is asked of the engine."""
        return AssessAccuracyRequest(
            source=self.source(parameters, self.INPUT, context),
            reference=self.source(parameters, self.REFERENCE, context),
            extent=self._extent(parameters, context),
            output=self.file_output(parameters, self.OUTPUT, context),
            table=self.file_output(parameters, self.TABLE, context),
        )

    def _extent(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[Extent]:
        if parameters.get(self.EXTENT) in (None, ""):
            return None
        rectangle = self.parameterAsExtent(parameters, self.EXTENT, context)
        return rectangle_extent(rectangle, self.parameterAsExtentCrs(parameters, self.EXTENT, context))

    def outputs(
        self, result: AccuracyResult, parameters: Dict[str, Any], context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:  # fmt: skip
        """Say the figures; the files are written."""
        feedback.pushInfo(tr("Overall accuracy: {}").format(_in_words(result.overall)))
        for row in result.classes:
            feedback.pushInfo(_class_in_words(row))
        if result.unlabelled:
            feedback.pushInfo(tr("{} points are not labelled yet.").format(result.unlabelled))
        if result.undefined:
            feedback.pushInfo(tr("Undefined (0/0): {}").format(", ".join(result.undefined)))
        written = {self.OUTPUT: result.output, self.TABLE: result.table}
        return {name: path for name, path in written.items() if path}


def _class_in_words(row: ClassAccuracy) -> str:
    text = tr("{}: user's accuracy {}, producer's accuracy {}").format(
        styles.class_titles()[row.code], _in_words(row.users), _in_words(row.producers)
    )
    if row.adjusted_m2 is None or row.adjusted_m2.value is None or row.adjusted_m2.low is None:
        return text
    mapped, value = (row.mapped_m2 or 0.0) / 1e4, row.adjusted_m2.value / 1e4
    low, high = row.adjusted_m2.low / 1e4, (row.adjusted_m2.high or 0.0) / 1e4
    return text + "; " + tr("mapped {:.1f} ha, corrected {:.1f} ha ({:.1f} to {:.1f})").format(mapped, value, low, high)


def _in_words(estimate: Estimate) -> str:
    if estimate.value is None:
        return tr("undefined")
    if estimate.low is None or estimate.high is None:
        return f"{100 * estimate.value:.1f} %"
    return tr("{:.1f} % ({:.1f} to {:.1f})").format(100 * estimate.value, 100 * estimate.low, 100 * estimate.high)
