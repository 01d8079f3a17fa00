"""The project GeoPackage on the map: a group of layers for a file, one of sectors for each scene."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generator, List, Optional

from qgis.core import (
    QgsLayerTreeGroup,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from mining_monitor.adapter import compat, forms, image_facts, styles
from mining_monitor.adapter.image_refs import SCENE_PROPERTY
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.project_file import (
    Scene,
    counts_by_state,
    create,
    image_files,
    layer_path,
    project_path,
    remember,
    scene_of_run,
    scenes,
    table,
)
from mining_monitor.adapter.write_ahead import write_ahead
from mining_monitor.contract.errors import OutputError
from mining_monitor.contract.results import DetectResult
from mining_monitor.schema.fields import (
    OBSERVED_TABLE,
    SECTORS_TABLE,
)

LOGGER = logging.getLogger(__name__)

__all__ = [
    "KIND_PROPERTY", "Loaded", "Scene", "counts_by_state", "create", "has_own_style", "image_files", "layer_path",
    "layers", "project_path", "refresh", "remember", "scene_of_run", "scenes", "show_class_raster", "show_images",
    "show_observed", "show_result", "show_scene", "show_sectors", "store_style", "table",
]  # fmt: skip

#: What a layer of ours is: ``sectors``, ``observed`` or ``class_raster``.
KIND_PROPERTY = "mining_monitor/kind"

#: Name of the style that the plugin stores in a project file.
OWN_STYLE = "Mining Monitor"


@dataclass(frozen=True)
class Loaded:
    """The layers of one scene on the map."""

    sectors: QgsVectorLayer
    observed: Optional[QgsVectorLayer] = None
    class_raster: Optional[QgsRasterLayer] = None


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
    sectors = _at_once(show_sectors(path, scene, project))
    observed = show_observed(path, scene, project)
    raster = show_class_raster(class_raster, path, scene, project) if class_raster else None
    return Loaded(sectors, observed, raster)


def show_sectors(path: Path, scene: Scene, project: QgsProject) -> Generator[None, None, QgsVectorLayer]:
    """Show a scene's sectors, in steps that each hold the event loop briefly; the layer is what the generator returns.

    With the two below this is ``show_scene`` for a caller that lets the window live between two steps. A generator
    that is dropped half way leaves nothing on the map.

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
    with write_ahead(path):
        yield
        sectors = _open_sectors(path, scene)
        yield
    _add(project, _group(project, path), sectors, 0)
    return sectors


def _at_once(steps: Generator[None, None, QgsVectorLayer]) -> QgsVectorLayer:
    """Run the steps to their end; what a generator returns is known to who drives it only."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            layer: QgsVectorLayer = end.value
            return layer


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
    store_style(layer)
    facts = image_facts.of_scene(scene.scene_id, QgsProject.instance())
    forms.set_scene(layer, scene.scene_id, scene.observed_at or facts.date, date2=facts.date2, system=facts.system)
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


def has_own_style(layer: QgsVectorLayer) -> bool:
    """Tell whether the plugin has stored a style in the layer's file; the engine's, in English, does not count."""
    try:
        return OWN_STYLE in layer.listStylesInDatabase()[2]
    except (TypeError, RuntimeError, IndexError):
        return False


def store_style(layer: QgsVectorLayer) -> None:
    """Keep the style in the file, so that any QGIS shows it without the plugin; once."""
    if has_own_style(layer):
        return
    try:
        message = compat.save_style(layer, OWN_STYLE, tr("LAMES sector classes"))
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
    node = group.insertLayer(position, layer)
    node.setExpanded(position == 0)  # the sectors' legend says what the colours mean
    group.setExpanded(False)  # only a change is shown
    group.setExpanded(True)


def add_image(layer: QgsRasterLayer, project: QgsProject) -> bool:
    """Add an image below the groups of sectors, which it would hide; False when QGIS does not take it."""
    if project.addMapLayer(layer, False) is None:
        return False
    project.layerTreeRoot().insertLayer(place_for_images(project), layer)
    return True


def place_for_images(project: QgsProject) -> int:
    """Return the position in the layer tree below the last group of sectors."""
    nodes = project.layerTreeRoot().children()
    ours = [place for place, node in enumerate(nodes) if _is_ours(node)]
    return ours[-1] + 1 if ours else 0


def show_images(path: Path, project: QgsProject) -> List[QgsRasterLayer]:
    """Open the images that a project file's runs looked at, where they still are and nobody has opened them yet."""
    sources = {Path(layer.source()) for layer in project.mapLayers().values() if isinstance(layer, QgsRasterLayer)}
    shown = []
    for name, image in image_files(path):
        layer = QgsRasterLayer(image, name or Path(image).stem, "gdal")
        if Path(image) not in sources and layer.isValid() and add_image(layer, project):
            shown.append(layer)
    return shown


def _is_ours(node: Any) -> bool:
    if not isinstance(node, QgsLayerTreeGroup):
        return False
    found = (leaf.layer() for leaf in node.findLayers())
    return any(isinstance(layer, QgsVectorLayer) and layer.customProperty(KIND_PROPERTY, "") for layer in found)


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
