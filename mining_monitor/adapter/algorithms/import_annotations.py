"""``miningmonitor:importannotations``: polygons that people drew elsewhere, as sectors (CONTRACT 1)."""

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
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)

from mining_monitor.adapter import engine_access, settings
from mining_monitor.adapter.algorithms.base import (
    MiningMonitorAlgorithm,
    ask_engine,
    has_destination,
    temporary_path,
)
from mining_monitor.adapter.algorithms.engine_rows import copy_rows
from mining_monitor.adapter.algorithms.stylers import SectorsStyler, kept
from mining_monitor.adapter.compat import make_fields
from mining_monitor.adapter.issue_words import counts_in_words, in_words
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.annotation_tables import ISSUE_FIELDS, ISSUES_TABLE
from mining_monitor.contract.annotations import ImportAnnotationsRequest, ImportResult
from mining_monitor.schema.fields import SECTOR_FIELDS, SECTORS_TABLE, STORAGE_CRS


class ImportAnnotations(MiningMonitorAlgorithm):
    """Import polygons that people drew elsewhere."""

    INPUT, REPAIR, OUTPUT, ISSUES = "INPUT", "REPAIR", "OUTPUT", "ISSUES"

    def __init__(self) -> None:
        super().__init__()
        self._request: Optional[ImportAnnotationsRequest] = None
        self._folder: Optional[Path] = None

    def name(self) -> str:
        """Return the id that scripts use."""
        return "importannotations"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Import annotations")

    def tags(self) -> List[str]:
        """Return further words to find it by."""
        return self._tags("import", "geojson", "kml", "google earth", "repair")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Reads polygons that people drew elsewhere as sectors: LAMES GeoJSON in all its published shapes, KML "
            "and KMZ from Google Earth, GeoPackages and any other polygon file.</p>"
            "<p><b>Repair</b>: mend outlines that cross themselves; without it they are imported as they are. "
            "<b>Issues</b>: everything that was found, each with its place, and for repairs the shape before and "
            "after. Dates, names and classes are never changed here.</p>"
            "<p>Footprints and the table of site metadata are joined where they lie beside a LAMES file under their "
            "published names.</p>"
        )

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Reads polygons that people drew elsewhere as sectors, and lists what is wrong with them.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        file = QgsProcessingParameterFile(self.INPUT, tr("File with polygons"))
        file.setFileFilter(tr("Annotations (*.geojson *.json *.kml *.kmz *.gpkg *.shp);;All files (*)"))
        self.addParameter(file)
        self.addParameter(QgsProcessingParameterBoolean(self.REPAIR, tr("Repair outlines"), defaultValue=False))
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Sectors"), QgsProcessing.TypeVectorPolygon)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.ISSUES, tr("Issues"), QgsProcessing.TypeVectorPoint, optional=True, createByDefault=True
            )
        )

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take the parameters and the settings, in the main thread."""
        engine_access.shared()
        self._folder = temporary_path("sectors.gpkg").parent
        self._request = ImportAnnotationsRequest(
            input=self.parameterAsFile(parameters, self.INPUT, context),
            output=str(self._folder / "sectors.gpkg"),
            issues=str(self._folder / "issues.gpkg"),
            repair=self.parameterAsBoolean(parameters, self.REPAIR, context),
            operator=settings.editor(),
        )
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Import, in Processing's thread."""
        if self._request is None or self._folder is None:
            raise QgsProcessingException(tr("The algorithm was not prepared."))
        try:
            result: ImportResult = ask_engine(self._request, feedback)
            _tell(result, feedback)
            return self._outputs(self._request, parameters, context, feedback)
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _outputs(
        self, request: ImportAnnotationsRequest, parameters: Dict[str, Any], context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:  # fmt: skip
        crs = QgsCoordinateReferenceSystem(STORAGE_CRS)
        sink, destination = self.parameterAsSink(
            parameters, self.OUTPUT, context, make_fields(SECTOR_FIELDS), QgsWkbTypes.Type.Polygon, crs
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, self.OUTPUT))
        copy_rows(request.output, SECTORS_TABLE, SECTOR_FIELDS, sink, feedback)
        del sink
        outputs: Dict[str, Any] = {self.OUTPUT: destination}
        if context.willLoadLayerOnCompletion(destination):
            context.layerToLoadOnCompletionDetails(destination).setPostProcessor(kept(SectorsStyler()))
        if has_destination(parameters.get(self.ISSUES)):
            issues, issues_id = self.parameterAsSink(
                parameters, self.ISSUES, context, make_fields(ISSUE_FIELDS), QgsWkbTypes.Type.Point, crs
            )
            if issues is None:
                raise QgsProcessingException(self.invalidSinkError(parameters, self.ISSUES))
            copy_rows(request.issues, ISSUES_TABLE, ISSUE_FIELDS, issues, feedback, in_words)
            del issues
            outputs[self.ISSUES] = issues_id
        return outputs


def _tell(result: ImportResult, feedback: QgsProcessingFeedback) -> None:
    feedback.pushInfo(tr("{} sectors from {} features.").format(result.sectors, result.read))
    feedback.pushInfo(tr("Issues: {}").format(counts_in_words(result.issues)))
    feedback.pushInfo(tr("{} of {} repairs carried out.").format(result.applied, result.proposed))
    for reason, count in result.left_out.items():
        feedback.pushInfo(tr("Left out ({}): {}").format(reason, count))
