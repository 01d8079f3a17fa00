"""The project GeoPackage on the QGIS side: made empty for drawing by hand, named, remembered, shown as layers."""

from __future__ import annotations

import contextlib
import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from mining_monitor.adapter import forms, settings, styles
from mining_monitor.adapter.compat import make_fields, plain, text_of
from mining_monitor.adapter.image_refs import SCENE_PROPERTY
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import OutputError
from mining_monitor.contract.results import DetectResult
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

#: What a layer of ours is: ``sectors``, ``observed`` or ``class_raster``.
KIND_PROPERTY = "mining_monitor/kind"

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


@dataclass(frozen=True)
class Loaded:
    """The layers of one scene on the map."""

    sectors: QgsVectorLayer
    observed: Optional[QgsVectorLayer] = None
    class_raster: Optional[QgsRasterLayer] = None


# the file -------------------------------------------------------------------------------------------------------------


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
    """Return the scenes of a project file in the order of their runs, then those only drawn by hand."""
    found: Dict[str, Scene] = {}
    runs = table(path, RUNS_TABLE)
    for run in runs.getFeatures() if runs.isValid() else ():
        scene = Scene(text_of(run["scene_id"]), text_of(run["image_name"]), text_of(run["observed_at"]))
        found[scene.scene_id] = scene
    sectors = table(path, SECTORS_TABLE)
    if sectors.isValid():
        for value in sorted(map(text_of, sectors.uniqueValues(sectors.fields().indexOf("scene_id")))):
            found.setdefault(value, Scene(value))
    return list(found.values())


def scene_of_run(path: Path, run_id: str) -> Optional[Scene]:
    """Return the scene that a run looked at."""
    runs = table(path, RUNS_TABLE)
    if not runs.isValid():
        return None
    request = QgsFeatureRequest().setFilterExpression(f'"run_id" = {QgsExpression.quotedValue(run_id)}')
    for run in runs.getFeatures(request):
        return Scene(text_of(run["scene_id"]), text_of(run["image_name"]), text_of(run["observed_at"]))
    return None


# layers ---------------------------------------------------------------------------------------------------------------


def show_result(result: DetectResult, project: QgsProject) -> Loaded:
    """Show what a detection has written: its scene's sectors, what it could see, its class raster.

    Raises
    ------
    OutputError
        The result cannot be opened.
    """
    if not result.output:
        raise OutputError(tr("The detection has written no project file."))
    path = Path(result.output)
    scene = scene_of_run(path, result.run_id) or Scene(result.scene_id)
    return show_scene(path, scene, project, class_raster=result.class_raster)


def show_scene(path: Path, scene: Scene, project: QgsProject, *, class_raster: Optional[str] = None) -> Loaded:
    """Show one scene of a project file, in the file's group; layers that are there already are brought up to date.

    Raises
    ------
    OutputError
        The file has no sectors table.
    """
    sectors = show_sectors(path, scene, project)
    observed = show_observed(path, scene, project)
    raster = show_class_raster(class_raster, path, scene, project) if class_raster else None
    return Loaded(sectors, observed, raster)


def show_sectors(path: Path, scene: Scene, project: QgsProject) -> QgsVectorLayer:
    """Show a scene's sectors; with the two below, ``show_scene`` in steps that each hold the event loop briefly.

    Raises
    ------
    OutputError
        The file has no sectors table.
    """
    remember(project, path)
    sectors = _find(project, path, "sectors", scene.scene_id)
    if sectors is not None:
        refresh(sectors)
        return sectors
    sectors = _open_sectors(path, scene)
    _add(project, _group(project, path), sectors, 0)
    return sectors


def show_observed(path: Path, scene: Scene, project: QgsProject) -> Optional[QgsVectorLayer]:
    """Show what the runs of a scene could see; None where the file does not say."""
    observed = _find(project, path, "observed", scene.scene_id)
    if observed is not None:
        refresh(observed)
        return observed
    observed = _open_observed(path, scene)
    if observed is not None:
        _add(project, _group(project, path), observed, -1)
    return observed


def show_class_raster(raster: str, path: Path, scene: Scene, project: QgsProject) -> Optional[QgsRasterLayer]:
    """Show the class raster of a run; None where it cannot be opened."""
    return _show_class_raster(raster, scene, project, _group(project, path))


def _open_sectors(path: Path, scene: Scene) -> QgsVectorLayer:
    layer = table(path, SECTORS_TABLE, scene.scene_id)
    if not layer.isValid():
        raise OutputError(tr("{} has no sectors: it is no project of Mining Monitor.").format(path), path=str(path))
    layer.setName(scene.title(tr("Sectors")))
    styles.apply_sectors_style(layer)
    forms.apply_form(layer)
    _store_style(layer)
    forms.set_scene(layer, scene.scene_id, scene.observed_at)
    _mark(layer, "sectors", scene)
    return layer


def _open_observed(path: Path, scene: Scene) -> Optional[QgsVectorLayer]:
    layer = table(path, OBSERVED_TABLE, scene.scene_id)
    if not layer.isValid():
        return None
    layer.setName(scene.title(tr("Observed")))
    layer.setRenderer(QgsSingleSymbolRenderer(styles.observed_symbol()))
    layer.setReadOnly(True)
    _mark(layer, "observed", scene)
    return layer


def _show_class_raster(
    path: str, scene: Scene, project: QgsProject, group: QgsLayerTreeGroup
) -> Optional[QgsRasterLayer]:
    layer = QgsRasterLayer(path, scene.title(tr("Classes")), "gdal")
    if not layer.isValid():
        LOGGER.warning("the class raster %s cannot be opened", path)
        return None
    styles.apply_class_raster_style(layer)
    _mark(layer, "class_raster", scene)
    _add(project, group, layer, -1)
    node = group.findLayer(layer.id())
    if node is not None:
        node.setItemVisibilityChecked(False)  # the polygons say the same; the raster is there to be looked up
    return layer


def _mark(layer: Any, kind: str, scene: Scene) -> None:
    layer.setCustomProperty(KIND_PROPERTY, kind)
    layer.setCustomProperty(SCENE_PROPERTY, scene.scene_id)


def _store_style(layer: QgsVectorLayer) -> None:
    """Keep the style in the file, so that any QGIS shows it without the plugin; once."""
    try:
        if layer.listStylesInDatabase()[0] > 0:
            return
        message = layer.saveStyleToDatabase("Mining Monitor", tr("LAMES sector classes"), True, "")
    except (TypeError, RuntimeError) as error:
        message = str(error)
    if message:
        LOGGER.info("the style is not stored in %s: %s", layer.source(), message)


def _group(project: QgsProject, path: Path) -> QgsLayerTreeGroup:
    root = project.layerTreeRoot()
    name = tr("Mining Monitor - {}").format(path.stem)
    return root.findGroup(name) or root.insertGroup(0, name)


def _add(project: QgsProject, group: QgsLayerTreeGroup, layer: Any, position: int) -> None:
    if project.addMapLayer(layer, False) is None:
        raise OutputError(tr("QGIS does not take the layer '{}'.").format(layer.name()))
    group.insertLayer(position, layer)


def _find(project: QgsProject, path: Path, kind: str, scene_id: str) -> Optional[QgsVectorLayer]:
    for layer in layers(project, kind):
        if layer_path(layer) == path and str(layer.customProperty(SCENE_PROPERTY, "")) == scene_id:
            return layer
    return None


def layers(project: QgsProject, kind: str = "sectors") -> List[Any]:
    """Return the project's layers of a kind, those of the tree's top first."""
    ordered = project.layerTreeRoot().layerOrder()
    return [layer for layer in ordered if layer.isValid() and layer.customProperty(KIND_PROPERTY, "") == kind]


def refresh(layer: QgsVectorLayer) -> None:
    """Show what another program has written to a layer's file."""
    layer.dataProvider().reloadData()
    layer.updateExtents(True)
    layer.dataChanged.emit()
    layer.triggerRepaint()


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
