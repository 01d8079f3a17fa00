"""What the algorithms about areas, samples and change share: layers become sources, results become layers."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from mining_monitor.adapter import engine_access
from mining_monitor.adapter.algorithms.base import (
    MiningMonitorAlgorithm,
    ask_engine,
    temporary_path,
    translated_errors,
)
from mining_monitor.adapter.algorithms.engine_rows import copy_rows
from mining_monitor.adapter.compat import make_fields, plain
from mining_monitor.adapter.export_source import export_source
from mining_monitor.adapter.image_refs import Access, access
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import AnnotationsError, OutputError, ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.schema.fields import OBSERVED_TABLE, SECTORS_TABLE, STORAGE_CRS, Field


class NumbersAlgorithm(MiningMonitorAlgorithm):
    """Common part of the algorithms about numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._request: Any = None
        self._folder: Optional[Path] = None

    def groupId(self) -> str:  # noqa: N802
        """Return the id of the group."""
        return "numbers"

    def group(self) -> str:
        """Return the name of the group."""
        return tr("Areas, accuracy and change")

    def prepareAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take everything from layers and settings, in the main thread."""
        with translated_errors():
            engine_access.shared()
            self._folder = temporary_path("numbers.gpkg").parent
            self._request = self.make_request(parameters, context, self._folder)
        return True

    def make_request(self, parameters: Dict[str, Any], context: QgsProcessingContext, folder: Path) -> Any:
        """Return what is asked of the engine; files that it needs go into ``folder``."""
        raise NotImplementedError

    def processAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine, in Processing's thread."""
        if self._request is None or self._folder is None:
            raise QgsProcessingException(tr("The algorithm was not prepared."))
        try:
            result = ask_engine(self._request, feedback)
            return self.outputs(result, parameters, context, feedback)
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def outputs(
        self, result: Any, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Say what came out and return it by parameter."""
        raise NotImplementedError

    def source(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> SectorSource:
        """Return the source behind a layer parameter.

        Raises
        ------
        AnnotationsError, ParameterError, OutputError
        """
        layer = self.parameterAsLayer(parameters, name, context)
        if layer is None or self._folder is None:
            raise AnnotationsError(tr("The layer cannot be opened: {}").format(parameters.get(name)))
        return layer_source(layer, self._folder / name.lower())

    def file_output(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> Optional[str]:
        """Return the path of an optional output file, or None."""
        if parameters.get(name) in (None, ""):
            return None
        return self.parameterAsFileOutput(parameters, name, context) or None

    def fill_sink(
        self, path: str, table: str, fields: Sequence[Field], kind: Any, parameters: Dict[str, Any], name: str,
        context: QgsProcessingContext, feedback: QgsProcessingFeedback,
    ) -> str:  # fmt: skip
        """Copy the engine's table to a sink and return where that is."""
        crs = QgsCoordinateReferenceSystem(STORAGE_CRS)
        sink, destination = self.parameterAsSink(parameters, name, context, make_fields(fields), kind, crs)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, name))
        copy_rows(path, table, fields, sink, feedback)
        del sink
        return str(destination)

    def _tags(self, *words: str) -> List[str]:
        return super()._tags(*tr("area,accuracy,change,report").split(","), *words)


def layer_source(layer: QgsMapLayer, folder: Path) -> SectorSource:
    """Name the file behind a layer for the engine; what is no plain file is saved first, with what was observed.

    Raises
    ------
    ParameterError
        A raster layer is no file.
    OutputError
        A vector layer cannot be saved.
    """
    if isinstance(layer, QgsRasterLayer):
        if access(layer) is not Access.FILE:
            raise ParameterError(
                tr("The class raster '{}' is no raster file. Save it as a GeoTIFF first.").format(layer.name())
            )
        return SectorSource(layer.source())
    source = export_source(layer, folder)
    if folder in Path(source.path).parents:
        _keep_observed(layer, source.path)
    return SectorSource(source.path, source.layer, source.where)


def _keep_observed(layer: QgsVectorLayer, saved: str) -> None:
    """Copy the table of what was observed beside sectors that had to be saved."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = str(plain(parts.get("path")) or "")
    if layer.providerType() != "ogr" or not path or str(plain(parts.get("layerName")) or "") not in ("", SECTORS_TABLE):
        return
    observed = QgsVectorLayer(f"{path}|layername={OBSERVED_TABLE}", OBSERVED_TABLE, "ogr")
    if not observed.isValid():
        return
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", OBSERVED_TABLE
    options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    outcome = QgsVectorFileWriter.writeAsVectorFormatV3(
        observed, saved, QgsProject.instance().transformContext(), options
    )
    if outcome[0] != QgsVectorFileWriter.WriterError.NoError:
        raise OutputError(tr("What was observed cannot be saved for the engine: {}").format(outcome[1]))
