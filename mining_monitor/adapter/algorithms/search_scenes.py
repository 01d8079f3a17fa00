"""``miningmonitor:searchscenes``: scenes of a catalogue as footprints with their date, cloud cover and address."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from mining_monitor.adapter import catalogues, engine_access
from mining_monitor.adapter.algorithms.base import ask_engine, translated_errors
from mining_monitor.adapter.algorithms.imagery_base import ImageryAlgorithm, asked_extent
from mining_monitor.adapter.compat import make_fields
from mining_monitor.adapter.image_facts import is_date
from mining_monitor.adapter.messages import error_sentence, tr
from mining_monitor.contract.errors import CancelledError, ExtentError, MiningMonitorError, ParameterError
from mining_monitor.contract.scenes import CATALOGUES, Scene, SceneCoverRequest, SceneList, SearchScenesRequest
from mining_monitor.schema.fields import STORAGE_CRS, Field

#: Columns of the result, in order.
FIELDS = tuple(
    Field(name, kind)
    for name, kind in (
        ("scene_id", "text"), ("observed_at", "text"), ("cloud_percent", "real"), ("extent_share", "real"),
        ("clear_share", "real"), ("satellite", "text"), ("tile", "text"), ("baseline", "text"), ("item", "text"),
        ("thumbnail", "text"), ("catalogue", "text"), ("collection", "text"), ("attribution", "text"),
    )
)  # fmt: skip

_DAYS = 60


class SearchScenes(ImageryAlgorithm):
    """Search a catalogue for Sentinel-2 scenes."""

    CATALOGUE, EXTENT, START, END = "CATALOGUE", "EXTENT", "START", "END"
    MAX_CLOUD, LIMIT, CLEAR, OUTPUT = "MAX_CLOUD", "LIMIT", "CLEAR", "OUTPUT"

    def __init__(self) -> None:
        super().__init__()
        self._request: Optional[SearchScenesRequest] = None

    def name(self) -> str:
        """Return the id that scripts use."""
        return "searchscenes"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Search Sentinel-2 scenes")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Searches a catalogue and returns the footprints of the scenes. The field <i>item</i> of a scene is "
            "what 'Load Sentinel-2' takes as its product.</p>"
            "<p><b>Catalogue</b>: {} or the URL of any STAC API. <b>Dates</b>: as 2024-03-14, both included. "
            "<b>Maximum cloud</b>: of the whole scene, as the catalogue states it. <b>Clear share</b>: looks into the "
            "scene classification of each scene for how much of the extent is really clear; that reads a little of "
            "each scene.</p>"
        ).format(", ".join(CATALOGUES))

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Searches a catalogue for Sentinel-2 scenes of a place and time.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters."""
        today = date.today()
        self.addParameter(QgsProcessingParameterString(self.CATALOGUE, tr("Catalogue (name or URL)"), "earth-search"))
        self.addParameter(QgsProcessingParameterExtent(self.EXTENT, tr("Extent")))
        start = (today - timedelta(days=_DAYS)).isoformat()
        self.addParameter(QgsProcessingParameterString(self.START, tr("First date"), start))
        self.addParameter(QgsProcessingParameterString(self.END, tr("Last date"), today.isoformat()))
        double, integer = QgsProcessingParameterNumber.Type.Double, QgsProcessingParameterNumber.Type.Integer
        self.addParameter(
            QgsProcessingParameterNumber(self.MAX_CLOUD, tr("Maximum cloud (%)"), double, 30.0, False, 0.0, 100.0)
        )
        self.addParameter(QgsProcessingParameterNumber(self.LIMIT, tr("Most scenes"), integer, 100, False, 1, 10_000))
        self.addParameter(QgsProcessingParameterBoolean(self.CLEAR, tr("Clear share of the extent"), False))
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Scenes")))

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read the parameters, and the login of the catalogue, in the main thread."""
        with translated_errors():
            engine_access.shared()
            extent = asked_extent(self, parameters, self.EXTENT, context)
            if extent is None:
                raise ExtentError(tr("The extent is empty. Zoom to the place or draw a rectangle."))
            catalogue = self.parameterAsString(parameters, self.CATALOGUE, context).strip()
            if catalogue not in CATALOGUES and not catalogues.is_url(catalogue):
                raise ParameterError(
                    tr("'{}' is no catalogue. Choose one of {}, or give the URL of a STAC API.").format(
                        catalogue, ", ".join(CATALOGUES)
                    ),
                    parameter=self.CATALOGUE,
                )
            self._request = SearchScenesRequest(
                catalogue=catalogue, extent=extent, start=self._date(parameters, self.START, context),
                end=self._date(parameters, self.END, context),
                max_cloud_percent=float(self.parameterAsDouble(parameters, self.MAX_CLOUD, context)),
                limit=int(self.parameterAsInt(parameters, self.LIMIT, context)), headers=catalogues.headers(catalogue),
            )  # fmt: skip
        return True

    def _date(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        text = self.parameterAsString(parameters, name, context).strip()
        if not is_date(text):
            raise ParameterError(tr("'{}' is no date. Write it as 2024-03-14.").format(text), parameter=name)
        return text

    def processAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Search, in Processing's thread."""
        request = self._request
        found: SceneList = ask_engine(request, feedback)
        feedback.pushInfo(tr("{} scenes.").format(len(found.scenes)))
        shares: List[Optional[float]] = [None] * len(found.scenes)
        if self.parameterAsBoolean(parameters, self.CLEAR, context):
            shares = _clear_shares(request, found, feedback)
        fields = make_fields(FIELDS)
        sink, destination = self.parameterAsSink(
            parameters, self.OUTPUT, context, fields, QgsWkbTypes.Type.MultiPolygon,
            QgsCoordinateReferenceSystem(STORAGE_CRS),
        )  # fmt: skip
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, self.OUTPUT))
        for scene, share in zip(found.scenes, shares):
            if not sink.addFeature(_feature(scene, share, fields), QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(tr("The scenes cannot be written: {}").format(sink.lastError()))
        del sink
        return {self.OUTPUT: destination}


def _clear_shares(
    request: SearchScenesRequest, found: SceneList, feedback: QgsProcessingFeedback
) -> List[Optional[float]]:
    """Ask for the clear share of each scene; one that cannot be read is left empty and said."""
    shares: List[Optional[float]] = []
    for number, scene in enumerate(found.scenes):
        feedback.setProgress(100.0 * number / len(found.scenes))
        headers = catalogues.headers_for(request.catalogue, request.headers, scene.item)
        asked = SceneCoverRequest(item=scene.item, extent=request.extent, headers=headers)
        try:
            cover = engine_access.shared().call(asked, should_cancel=feedback.isCanceled)
            shares.append(cover.clear_share)
        except CancelledError as error:
            raise QgsProcessingException(error_sentence(error)) from error
        except MiningMonitorError as error:
            feedback.pushWarning(f"{scene.scene_id}: {error_sentence(error)}")
            shares.append(None)
    return shares


def _feature(scene: Scene, share: Optional[float], fields: Any) -> QgsFeature:
    feature = QgsFeature(fields)
    geometry = QgsGeometry.fromWkt(scene.footprint)
    if not geometry.isNull():
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
    values = {**dataclasses.asdict(scene), "observed_at": scene.sensed_at, "clear_share": share}
    feature.setAttributes([values.get(field.name) for field in FIELDS])
    return feature
