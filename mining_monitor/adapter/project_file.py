"""The project GeoPackage as a file: its name, its tables, its scenes, what it counts."""

from __future__ import annotations

import contextlib
import json
import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeatureRequest,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from mining_monitor.adapter import settings
from mining_monitor.adapter.compat import make_fields, plain, text_of
from mining_monitor.adapter.file_transaction import reading
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import OutputError
from mining_monitor.schema.fields import (
    LOG_FIELDS,
    LOG_TABLE,
    OBSERVED_FIELDS,
    OBSERVED_TABLE,
    RUN_FIELDS,
    RUNS_TABLE,
    SECTOR_FIELDS,
    SECTORS_TABLE,
    STORAGE_CRS,
)

LOGGER = logging.getLogger(__name__)

_ENTRY_SCOPE, _ENTRY_KEY = "mining_monitor", "project_file"

_TABLES: Tuple[Tuple[str, Any, Any], ...] = (
    (SECTORS_TABLE, QgsWkbTypes.Type.Polygon, SECTOR_FIELDS),
    (OBSERVED_TABLE, QgsWkbTypes.Type.MultiPolygon, OBSERVED_FIELDS),
    (RUNS_TABLE, QgsWkbTypes.Type.NoGeometry, RUN_FIELDS),
    (LOG_TABLE, QgsWkbTypes.Type.NoGeometry, LOG_FIELDS),
)


@dataclass(frozen=True)
class Scene:
    """One image of a project: its id, the name that the user gave it and its ISO 8601 date (or empty)."""

    scene_id: str
    image_name: str = ""
    observed_at: str = ""

    def title(self, what: str) -> str:
        """Return a layer's name, such as "Sectors - Pecket - 2021-02-27"."""
        return " - ".join(part for part in (what, self.image_name or self.scene_id, self.observed_at[:10]) if part)


def project_path(project: QgsProject) -> Path:
    """Return the project file of a QGIS project: the remembered one, else a new name beside it or in the folder set."""
    remembered, is_known = project.readEntry(_ENTRY_SCOPE, _ENTRY_KEY, "")
    if is_known and remembered:
        return Path(project.readPath(remembered))
    if project.fileName() and not project.fileName().lower().startswith(("postgresql:", "geopackage:", "oracle:")):
        return Path(project.fileName()).with_suffix(".gpkg")
    folder = settings.PROJECT_FOLDER.get()
    return (Path(folder) if folder else Path.home()) / f"mining-{date.today().isoformat()}.gpkg"


def remember(project: QgsProject, path: Path) -> None:
    """Make a file the project file of a QGIS project; relative when the project is saved relative."""
    if not project.writeEntry(_ENTRY_SCOPE, _ENTRY_KEY, project.writePath(str(path))):
        LOGGER.warning("the project file could not be remembered")


def create(path: Path) -> None:
    """Make an empty project file with its four tables, by rename: whole or not at all.

    Raises
    ------
    OutputError
        It exists already, or cannot be written.
    """
    if path.exists():
        raise OutputError(tr("{} exists already.").format(path), path=str(path))
    partial = path.with_name(f".{path.stem}.partial.gpkg")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        for table, geometry_type, fields in _TABLES:
            _create_table(partial, table, geometry_type, fields)
        partial.replace(path)
    except OSError as error:
        raise OutputError(tr("{} cannot be written: {}").format(path, error), path=str(path)) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()


def _create_table(path: Path, table: str, geometry_type: Any, fields: Any) -> None:
    action = QgsVectorFileWriter.ActionOnExistingFile
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", table
    options.layerOptions = ["FID=fid", "GEOMETRY_NAME=geom"]
    options.actionOnExistingFile = action.CreateOrOverwriteLayer if path.exists() else action.CreateOrOverwriteFile
    crs = QgsCoordinateReferenceSystem(STORAGE_CRS)
    context = QgsProject.instance().transformContext()
    writer = QgsVectorFileWriter.create(str(path), make_fields(fields), geometry_type, crs, context, options)
    message = writer.errorMessage() if writer.hasError() != QgsVectorFileWriter.WriterError.NoError else ""
    del writer
    if message:
        raise OutputError(tr("{} cannot be written: {}").format(path, message), path=str(path))


def layer_path(layer: Any) -> Optional[Path]:
    """Return the file of a layer, or None when it has none."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
        return None
    path = plain(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path"))
    return Path(str(path)) if path else None


def table(path: Path, name: str, scene_id: str = "") -> QgsVectorLayer:
    """Open a table of a project file, or one scene's rows of it; not valid when it is absent.

    The filter goes into the source and the style in the file is not read: that halves the time the main thread needs.
    """
    options = QgsVectorLayer.LayerOptions(False)
    options.skipCrsValidation = True
    where = f'|subset="scene_id" = {QgsExpression.quotedValue(scene_id)}' if scene_id else ""
    return QgsVectorLayer(f"{path}|layername={name}{where}", name, "ogr", options)


def scenes(path: Path) -> List[Scene]:
    """Return the scenes of a project file in the order of their runs, then those only drawn by hand.

    Read beside QGIS: opening a layer for it would hold the window ten times as long.
    """
    found: Dict[str, Scene] = {}
    for row in _rows(path, f"SELECT scene_id, image_name, observed_at FROM {RUNS_TABLE} ORDER BY rowid"):  # nosec B608: a name of the schema
        scene = Scene(*map(text_of, row))
        found[scene.scene_id] = scene
    for (value,) in _rows(path, f"SELECT DISTINCT coalesce(scene_id, '') FROM {SECTORS_TABLE} ORDER BY 1"):  # nosec B608
        found.setdefault(text_of(value), Scene(text_of(value)))
    return list(found.values())


def image_files(path: Path) -> List[Tuple[str, str]]:
    """Return name and file of the images that the runs of a project looked at and that are still there."""
    found: Dict[str, str] = {}
    for request, name in _rows(path, f"SELECT request, image_name FROM {RUNS_TABLE} ORDER BY rowid"):  # nosec B608: a name of the schema
        with contextlib.suppress(ValueError, KeyError, TypeError, OSError):
            image = str(json.loads(text_of(request))["image"]["path"])
            if Path(image).is_file():
                found[image] = text_of(name)
    return [(name, image) for image, name in found.items()]


def _rows(path: Path, query: str) -> List[Any]:
    """Return the rows of a query, none where the file has no such table."""
    try:
        with reading(path) as connection:
            return list(connection.execute(query).fetchall())
    except OutputError:
        return []


def scene_of_run(path: Path, run_id: str) -> Optional[Scene]:
    """Return the scene that a run looked at."""
    runs = table(path, RUNS_TABLE)
    if not runs.isValid():
        return None
    request = QgsFeatureRequest().setFilterExpression(f'"run_id" = {QgsExpression.quotedValue(run_id)}')
    for run in runs.getFeatures(request):
        return Scene(text_of(run["scene_id"]), text_of(run["image_name"]), text_of(run["observed_at"]))
    return None


def counts_by_state(layer: QgsVectorLayer) -> Dict[str, int]:
    """Count a layer's sectors by review state; one pass without geometries."""
    index = layer.fields().indexOf("state")
    if index < 0:
        return {}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
    counts: Dict[str, int] = {}
    for feature in layer.getFeatures(request):
        state = text_of(feature.attribute(index))
        counts[state] = counts.get(state, 0) + 1
    return counts
