"""``miningmonitor:exportgeojson``: sectors out as GeoJSON, as LAMES publishes them or for a report (CONTRACT 1, 3)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorLayer,
)

from mining_monitor.adapter import engine_access
from mining_monitor.adapter.algorithms.base import (
    MiningMonitorAlgorithm,
    ask_engine,
    temporary_path,
    translated_errors,
)
from mining_monitor.adapter.export_source import export_source
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.contract.results import ExportResult
from mining_monitor.schema.review import REJECTED, STATES

PROFILES = ["lames", "report"]
GENERALISATIONS = ["none", "0.01", "0.05", "0.1"]


class ExportGeoJson(MiningMonitorAlgorithm):
    """Export sectors as GeoJSON."""

    INPUT, PROFILE, STATES, GENERALISE, OUTPUT = "INPUT", "PROFILE", "STATES", "GENERALISE", "OUTPUT"

    def __init__(self) -> None:
        super().__init__()
        self._request: Optional[ExportGeoJsonRequest] = None
        self._folder: Optional[Path] = None

    def name(self) -> str:
        """Return the id that scripts use."""
        return "exportgeojson"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Export sectors as GeoJSON")

    def tags(self) -> List[str]:
        """Return further words to find it by."""
        return self._tags("export", "geojson", "report", "rfc 7946", "save")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Writes sectors as GeoJSON.</p>"
            "<p><b>Profile</b>: <i>report</i> follows RFC 7946 (WGS 84, seven decimals, ISO dates) with review and "
            "provenance fields; <i>lames</i> has the keys, order and padding of the published LAMES files. "
            "<b>States</b>: which review states go into the file. <b>Generalise</b>: replaces each polygon by its cell "
            "of a grid of that many degrees, for places whose exact position must not be published; never random."
            "</p>"
        )

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Writes sectors as GeoJSON, as LAMES publishes them or for a report.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        self.addParameter(
            QgsProcessingParameterVectorLayer(self.INPUT, tr("Sectors"), [QgsProcessing.TypeVectorPolygon])
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.PROFILE, tr("Profile"), PROFILES, defaultValue="report", usesStaticStrings=True
            )
        )
        states = [state for state in STATES if state != REJECTED]
        self.addParameter(
            QgsProcessingParameterEnum(
                self.STATES,
                tr("Review states to include"),
                list(STATES),
                allowMultiple=True,
                defaultValue=states,
                usesStaticStrings=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.GENERALISE,
                tr("Generalise (degrees); empty: artisanal sites only"),
                GENERALISATIONS,
                optional=True,
                usesStaticStrings=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("GeoJSON"), tr("GeoJSON files (*.geojson)"))
        )

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Find the file behind the layer, or save the layer to one, in the main thread."""
        with translated_errors():
            layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
            if layer is None:
                raise AnnotationsError(tr("The sectors cannot be opened: {}").format(parameters.get(self.INPUT)))
            engine_access.shared()
            self._folder = temporary_path("sectors.gpkg").parent
            source = export_source(layer, self._folder)
            self._request = ExportGeoJsonRequest(
                input=source.path, layer=source.layer, where=source.where,
                output=self.parameterAsFileOutput(parameters, self.OUTPUT, context),
                profile=self.parameterAsEnumString(parameters, self.PROFILE, context) or "report",
                states=tuple(self.parameterAsEnumStrings(parameters, self.STATES, context)),
                generalise=self.parameterAsEnumString(parameters, self.GENERALISE, context),
            )  # fmt: skip
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Export, in Processing's thread."""
        result: ExportResult = ask_engine(self._request, feedback)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        feedback.pushInfo(tr("{} sectors in {}").format(result.sectors, result.output))
        feedback.pushInfo(tr("SHA-256 {}").format(result.sha256))
        for reason, count in result.left_out.items():
            feedback.pushInfo(tr("Left out ({}): {}").format(reason, count))
        return {self.OUTPUT: result.output}
