"""A file that holds what a sectors layer shows, for the engine to read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import List

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorFileWriter, QgsVectorLayer

from mining_monitor.adapter.compat import plain
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import OutputError
from mining_monitor.schema.fields import SECTORS_TABLE


@dataclass(frozen=True)
class ExportSource:
    """Where the engine reads sectors: a file, a layer in it, an OGR SQL filter."""

    path: str
    layer: str = ""
    where: str = ""


def export_source(layer: QgsVectorLayer, folder: Path) -> ExportSource:
    """Name the file behind a layer, or save what the layer shows to a GeoPackage in ``folder``.

    Saved are layers that are no plain file (memory, databases, archives), that have edits not yet saved, joined or
    virtual fields, or a filter that is more than a condition.

    Raises
    ------
    OutputError
        The layer cannot be saved.
    """
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path, subset = str(plain(parts.get("path")) or ""), layer.subsetString().strip()
    is_file = (
        layer.providerType() == "ogr"
        and Path(path).is_file()
        and not plain(parts.get("vsiPrefix"))
        and not plain(parts.get("layerId"))
        and not layer.isModified()
        and layer.fields().count() == layer.dataProvider().fields().count()
        and not subset.upper().startswith("SELECT ")
    )
    if is_file:
        return ExportSource(path, str(plain(parts.get("layerName")) or ""), subset)
    return ExportSource(str(_saved(layer, folder / "sectors.gpkg")), SECTORS_TABLE)


def _saved(layer: QgsVectorLayer, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = SECTORS_TABLE
    options.layerOptions = ["FID=mm_row"]
    options.attributes = _columns(layer)
    options.skipAttributeCreation = not options.attributes
    outcome = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )
    if outcome[0] != QgsVectorFileWriter.WriterError.NoError:
        raise OutputError(
            tr("'{}' cannot be saved for the export: {}").format(layer.name(), outcome[1]), layer=layer.name()
        )
    return path


def _columns(layer: QgsVectorLayer) -> List[int]:
    """All columns but the row number, which need not be unique in every source."""
    return [index for index, field in enumerate(layer.fields()) if field.name().lower() not in ("fid", "mm_row")]
