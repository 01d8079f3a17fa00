"""``miningmonitor:validateannotations``: sectors in, a list of what is wrong with them out (CONTRACT 1)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterVectorLayer,
    QgsWkbTypes,
)

from mining_monitor.adapter import engine_access
from mining_monitor.adapter.algorithms.base import (
    MiningMonitorAlgorithm,
    ask_engine,
    temporary_path,
    translated_errors,
)
from mining_monitor.adapter.algorithms.engine_rows import copy_rows
from mining_monitor.adapter.compat import make_fields
from mining_monitor.adapter.export_source import export_source
from mining_monitor.adapter.issue_words import counts_in_words, in_words
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.annotation_tables import ISSUE_FIELDS, ISSUES_TABLE
from mining_monitor.contract.annotations import ValidateAnnotationsRequest, ValidationResult
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.schema.fields import STORAGE_CRS


class ValidateAnnotations(MiningMonitorAlgorithm):
    """Look for what is wrong with sectors."""

    INPUT, ISSUES = "INPUT", "ISSUES"

    def __init__(self) -> None:
        super().__init__()
        self._request: Optional[ValidateAnnotationsRequest] = None
        self._folder: Optional[Path] = None

    def name(self) -> str:
        """Return the id that scripts use."""
        return "validateannotations"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Validate annotations")

    def tags(self) -> List[str]:
        """Return further words to find it by."""
        return self._tags("validate", "check", "topology", "overlap", "quality")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Looks for what is wrong with sectors: outlines that cross themselves, overlaps above 1 m², gaps and "
            "parts below 25 m², names and identities used twice, missing or impossible dates, unknown classes, sizes "
            "that do not fit the class, approvals without evidence, sectors outside the observed ground.</p>"
            "<p>Each issue has a point to zoom to, a sentence, and what would mend it; <i>is_safe</i> is 1 where "
            "nothing that a person meant can be lost by that. Nothing is changed.</p>"
        )

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Lists what is wrong with sectors, where, and what would mend it.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        self.addParameter(
            QgsProcessingParameterVectorLayer(self.INPUT, tr("Sectors"), [QgsProcessing.TypeVectorPolygon])
        )
        self.addParameter(QgsProcessingParameterFeatureSink(self.ISSUES, tr("Issues"), QgsProcessing.TypeVectorPoint))

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Find the file behind the layer, or save the layer to one, in the main thread."""
        with translated_errors():
            layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
            if layer is None:
                raise AnnotationsError(tr("The sectors cannot be opened: {}").format(parameters.get(self.INPUT)))
            engine_access.shared()
            self._folder = temporary_path("issues.gpkg").parent
            source = export_source(layer, self._folder)
            self._request = ValidateAnnotationsRequest(
                source.path, str(self._folder / "issues.gpkg"), source.layer, source.where
            )
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Validate, in Processing's thread."""
        if self._request is None or self._folder is None:
            raise QgsProcessingException(tr("The algorithm was not prepared."))
        try:
            result: ValidationResult = ask_engine(self._request, feedback)
            feedback.pushInfo(tr("Issues: {}").format(counts_in_words(result.issues)))
            sink, destination = self.parameterAsSink(
                parameters, self.ISSUES, context, make_fields(ISSUE_FIELDS), QgsWkbTypes.Type.Point,
                QgsCoordinateReferenceSystem(STORAGE_CRS),
            )  # fmt: skip
            if sink is None:
                raise QgsProcessingException(self.invalidSinkError(parameters, self.ISSUES))
            copy_rows(self._request.issues, ISSUES_TABLE, ISSUE_FIELDS, sink, feedback, in_words)
            del sink
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)
        return {self.ISSUES: destination}
