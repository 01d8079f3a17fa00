"""``miningmonitor:detectsectors``: an image in, LAMES-classed polygons out (CONTRACT 1)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from mining_monitor.adapter import engine_access, settings, styles
from mining_monitor.adapter.algorithms.base import (
    MiningMonitorAlgorithm,
    has_destination,
    progress_teller,
    push_notices,
    temporary_path,
    translated_errors,
)
from mining_monitor.adapter.algorithms.stylers import ClassRasterStyler, SectorsStyler, kept
from mining_monitor.adapter.compat import make_fields
from mining_monitor.adapter.image_refs import (
    Access,
    access,
    image_ref,
    parse_bands,
    provenance,
    rectangle_extent,
    valid_mask,
)
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.model_files import model_gsd_m
from mining_monitor.adapter.raster_copy import RasterCopy
from mining_monitor.adapter.tasks import detect
from mining_monitor.contract.errors import ImageError, MiningMonitorError, ParameterError
from mining_monitor.contract.imagery import Extent, ImageRef
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.contract.results import DetectResult
from mining_monitor.schema.fields import SECTOR_FIELDS, SECTORS_TABLE, STORAGE_CRS


class DetectSectors(MiningMonitorAlgorithm):
    """Detect mining sectors with a segmentation model."""

    INPUT, EXTENT, MODEL, BANDS = "INPUT", "EXTENT", "MODEL", "BANDS"
    OVERLAP, MIN_CONFIDENCE, MIN_AREA, SIMPLIFY = "OVERLAP", "MIN_CONFIDENCE", "MIN_AREA", "SIMPLIFY"
    VALID_MASK, OUTPUT = "VALID_MASK", "OUTPUT"
    CLASS_RASTER, CONFIDENCE_RASTER = "CLASS_RASTER", "CONFIDENCE_RASTER"

    def __init__(self) -> None:
        super().__init__()
        self._request: Optional[DetectRequest] = None
        self._copy: Optional[RasterCopy] = None
        self._folder: Optional[Path] = None

    def name(self) -> str:
        """Return the id that scripts use."""
        return "detectsectors"

    def displayName(self) -> str:  # noqa: N802
        """Return the name in the toolbox."""
        return tr("Detect mining sectors")

    def tags(self) -> List[str]:
        """Return further words to find it by."""
        return self._tags("detect", "onnx", "segmentation", "deep learning", "ai", "sentinel")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help beside the parameters."""
        return tr(
            "<p>Finds open pits, waste rock dumps, tailings facilities and the other LAMES sector classes in an image "
            "and draws them as polygons that share their borders. Nothing leaves this computer.</p>"
            "<p><b>Model</b>: an .onnx file or a model card (.json); empty takes the default model. <b>Bands</b>: "
            "which band plays which role, such as red=4,green=3,blue=2; empty takes them from the band names and "
            "their order. <b>Overlap</b>: how far the model's tiles overlap, in per cent of a tile; empty takes the "
            "model's own. <b>Minimum confidence</b>: pixels below it become no sector. <b>Minimum area</b>: smaller "
            "polygons go to the neighbour with which they share most border. <b>Simplify</b>: tolerance in pixels; 0 "
            "keeps the edges of the pixels. <b>Valid mask</b>: where it is 0 or nodata the ground counts as not "
            "observed.</p>"
            "<p>The result is a draft: every polygon wants a person's review before it is reported. Ground that could "
            'not be seen is 255 in the class raster, never "no mine".</p>'
        )

    def shortDescription(self) -> str:  # noqa: N802
        """Return one sentence for the toolbox."""
        return tr("Finds mining sectors in an image and draws them as polygons of the LAMES classes.")

    def initAlgorithm(self, config: Optional[Dict[str, Any]] = None) -> None:  # noqa: N802
        """Declare the parameters of CONTRACT 1."""
        self.addParameter(QgsProcessingParameterRasterLayer(self.INPUT, tr("Image")))
        self.addParameter(
            QgsProcessingParameterExtent(self.EXTENT, tr("Extent (empty: the whole image)"), optional=True)
        )
        model = QgsProcessingParameterFile(self.MODEL, tr("Model (empty: the one that suits the image)"), optional=True)
        model.setFileFilter(tr("Models (*.onnx *.json)"))
        self.addParameter(model)
        self.addParameter(
            QgsProcessingParameterString(self.BANDS, tr("Bands, as role=index (empty: guessed)"), optional=True)
        )
        for parameter in self._thresholds():
            self.addParameter(parameter)
        mask = QgsProcessingParameterRasterLayer(self.VALID_MASK, tr("Valid mask"), optional=True)
        mask.setFlags(mask.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(mask)
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Sectors"), QgsProcessing.TypeVectorPolygon)
        )
        for name, title in ((self.CLASS_RASTER, tr("Class raster")), (self.CONFIDENCE_RASTER, tr("Confidence raster"))):
            self.addParameter(
                QgsProcessingParameterRasterDestination(name, title, optional=True, createByDefault=False)
            )

    def _thresholds(self) -> List[QgsProcessingParameterNumber]:
        real = QgsProcessingParameterNumber.Type.Double
        overlap = QgsProcessingParameterNumber(
            self.OVERLAP, tr("Overlap of tiles (per cent; empty: the model's)"), real,
            optional=True, minValue=0, maxValue=75,
        )  # fmt: skip
        confidence = QgsProcessingParameterNumber(
            self.MIN_CONFIDENCE, tr("Minimum confidence (0 to 1)"), real, 0.0, minValue=0, maxValue=1
        )
        area = QgsProcessingParameterNumber(self.MIN_AREA, tr("Minimum area (m²)"), real, 0.0, minValue=0)
        simplify = QgsProcessingParameterNumber(self.SIMPLIFY, tr("Simplify (pixels)"), real, 0.0, minValue=0)
        for parameter in (overlap, simplify):
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        return [overlap, confidence, area, simplify]

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take everything from layers and settings, in the main thread."""
        with translated_errors():
            layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
            if layer is None:
                raise ImageError(tr("The image cannot be opened: {}").format(parameters.get(self.INPUT)))
            model = self.parameterAsString(parameters, self.MODEL, context).strip()
            extent = self._extent(parameters, context)
            engine_access.shared()
            self._folder = temporary_path("detection").parent
            image = self._image(layer, extent, model)
            self._request = self._make_request(parameters, context, image, extent, model)
        return True

    def _extent(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[Extent]:
        if parameters.get(self.EXTENT) in (None, ""):
            return None
        rectangle = self.parameterAsExtent(parameters, self.EXTENT, context)
        return rectangle_extent(rectangle, self.parameterAsExtentCrs(parameters, self.EXTENT, context))

    def _image(self, layer: QgsRasterLayer, extent: Optional[Extent], model: str) -> ImageRef:
        if access(layer) is Access.FILE:
            return image_ref(layer)
        if self._folder is None:
            raise MiningMonitorError("there is no folder for the copy")
        self._copy = RasterCopy(layer, extent, gsd_m=lambda: model_gsd_m(model), folder=self._folder / "copy")
        return ImageRef(path=str(self._copy.path), **provenance(layer))

    def _make_request(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, image: ImageRef,
        extent: Optional[Extent], model: str,
    ) -> DetectRequest:  # fmt: skip
        def number(name: str) -> float:
            return float(self.parameterAsDouble(parameters, name, context))

        def destination(name: str) -> Optional[str]:
            is_named = has_destination(parameters.get(name))
            return self.parameterAsOutputLayer(parameters, name, context) or None if is_named else None

        overlap = number(self.OVERLAP) / 100.0 if parameters.get(self.OVERLAP) not in (None, "") else None
        return DetectRequest(
            image=image, model=model, extent=extent,
            bands=parse_bands(self.parameterAsString(parameters, self.BANDS, context)),
            overlap=overlap, min_confidence=number(self.MIN_CONFIDENCE), min_area_m2=number(self.MIN_AREA),
            simplify_px=number(self.SIMPLIFY), valid_mask=self._mask(parameters, context),
            output=str(temporary_path("sectors.gpkg")), class_raster=destination(self.CLASS_RASTER),
            confidence_raster=destination(self.CONFIDENCE_RASTER), threads=settings.THREADS.get(),
            operator=settings.editor(),
        )  # fmt: skip

    def _mask(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        layer = self.parameterAsRasterLayer(parameters, self.VALID_MASK, context)
        if layer is None:  # an image that was loaded with its clouds masked keeps them masked
            image = self.parameterAsRasterLayer(parameters, self.INPUT, context)
            return valid_mask(image) if image is not None else None
        if access(layer) is not Access.FILE:
            raise ParameterError(
                tr("The valid mask '{}' is no raster file. Save it as a GeoTIFF first.").format(layer.name()),
                parameter=self.VALID_MASK,
            )
        return layer.source()

    def processAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Detect and copy the polygons to the output, in Processing's thread."""
        request = self._request
        if request is None or request.output is None:
            raise QgsProcessingException(tr("The algorithm was not prepared."))
        if self._copy is not None:
            feedback.canceled.connect(self._copy.cancel)
        try:
            destination = self._detect(request, parameters, context, feedback)
        finally:
            self._tidy(request)
        self._style_later(context, destination, request.class_raster)
        return self._outputs(destination, request)

    def _detect(
        self, request: DetectRequest, parameters: Dict[str, Any], context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str:  # fmt: skip
        """Detect, copy the sectors to the sink and return where that is."""
        with translated_errors():
            result: DetectResult = detect(
                engine_access.shared(), request, self._copy,
                should_cancel=feedback.isCanceled, on_progress=progress_teller(feedback),
            )  # fmt: skip
        push_notices(feedback, result.warnings)
        feedback.pushInfo(_in_words(result))
        sink, destination = self.parameterAsSink(
            parameters, self.OUTPUT, context, make_fields(SECTOR_FIELDS), QgsWkbTypes.Type.Polygon,
            QgsCoordinateReferenceSystem(STORAGE_CRS),
        )  # fmt: skip
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, self.OUTPUT))
        _copy_sectors(str(result.output or request.output), sink, feedback)
        del sink
        return str(destination)

    def _outputs(self, destination: str, request: DetectRequest) -> Dict[str, Any]:
        outputs: Dict[str, Any] = {self.OUTPUT: destination}
        if request.class_raster:
            outputs[self.CLASS_RASTER] = request.class_raster
        if request.confidence_raster:
            outputs[self.CONFIDENCE_RASTER] = request.confidence_raster
        return outputs

    def _tidy(self, request: DetectRequest) -> None:
        """Remove the copy of the image and the engine's file: the sink has what was in it."""
        folders = [Path(str(request.output)).parent]
        if self._copy is not None:
            folders.append(self._copy.path.parent)
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    def _style_later(self, context: QgsProcessingContext, destination: str, class_raster: Optional[str]) -> None:
        """Ask Processing to style the layers when it has loaded them, in the main thread."""
        if context.willLoadLayerOnCompletion(destination):
            context.layerToLoadOnCompletionDetails(destination).setPostProcessor(kept(SectorsStyler()))
        if class_raster and context.willLoadLayerOnCompletion(class_raster):
            context.layerToLoadOnCompletionDetails(class_raster).setPostProcessor(kept(ClassRasterStyler()))


def _copy_sectors(path: str, sink: QgsFeatureSink, feedback: QgsProcessingFeedback) -> None:
    """Copy the engine's sectors to the sink, in the order of CONTRACT 3."""
    source = QgsVectorLayer(f"{path}|layername={SECTORS_TABLE}", SECTORS_TABLE, "ogr")
    if not source.isValid():
        raise QgsProcessingException(tr("The engine's result {} cannot be read.").format(path))
    fields = make_fields(SECTOR_FIELDS)
    names = [field.name for field in SECTOR_FIELDS]
    for row in source.getFeatures():
        if feedback.isCanceled():
            raise QgsProcessingException(tr("Cancelled."))
        feature = QgsFeature(fields)
        feature.setGeometry(row.geometry())
        feature.setAttributes([row[name] for name in names])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(tr("The sectors cannot be written: {}").format(sink.lastError()))


def _in_words(result: DetectResult) -> str:
    counts: List[Tuple[str, str]] = [
        (styles.class_titles()[total.code], f"{total.sectors}, {total.area_m2 / 1e4:.1f} ha")
        for total in result.totals
        if total.sectors
    ]
    parts = "; ".join(f"{title}: {text}" for title, text in counts) or tr("none")
    return tr("{} sectors ({}). Observed {:.2f} km², not observed {:.2f} km². {:.1f} s, model {}.").format(
        result.sectors, parts, result.observed_m2 / 1e6, result.not_observed_m2 / 1e6, result.seconds,
        result.model_name,
    )  # fmt: skip
