"""Loaded scenes on the map: grouped by place and date, drawn well from the first moment, with what is known of them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsLayerTreeGroup, QgsProject, QgsRasterLayer

from mining_monitor.adapter import forms, image_facts, project_store, raster_styles
from mining_monitor.adapter.image_facts import MASK_PROPERTY, WORDS_PROPERTY, LayerFacts
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.project_store import KIND_PROPERTY
from mining_monitor.contract.errors import OutputError
from mining_monitor.contract.products import LoadedScene

LOGGER = logging.getLogger(__name__)

#: ``mining_monitor/kind`` of an index raster: a result, not an image.
INDEX_KIND = "index"


def facts_of(scene: LoadedScene, place: str) -> LayerFacts:
    """Return what a loaded scene says of itself."""
    last = scene.last_observed_at if scene.last_observed_at[:10] != scene.observed_at[:10] else ""
    more = len(scene.scene_ids) - 1
    scene_id = scene.scene_ids[0] + (f" +{more}" if more > 0 else "") if scene.scene_ids else ""
    return LayerFacts(scene.observed_at, last, scene.system, scene_id, scene.attribution, place.strip())


def title(place: str, date: str, what: str = "") -> str:
    """Return a name such as "Pecket - 2021-02-27"."""
    return " - ".join(part for part in (place.strip(), date[:10], what) if part)


def group(project: QgsProject, name: str) -> QgsLayerTreeGroup:
    """Return the group of a place and date; made below the groups of sectors, which images would hide."""
    root = project.layerTreeRoot()
    found = root.findGroup(name)
    if found is not None:
        return found
    return root.insertGroup(project_store.place_for_images(project), name)


def show_loaded(
    scene: LoadedScene, place: str, project: QgsProject, in_words: str = "", *, is_picture: bool = False
) -> QgsRasterLayer:
    """Add a loaded scene to its group.

    Parameters
    ----------
    in_words : str
        What it is, for the list of images.
    is_picture : bool
        It is a true-colour picture of 8 bits, not the stored values.

    Raises
    ------
    OutputError
        The file cannot be opened.
    """
    name = title(place or tr("Sentinel-2"), scene.observed_at, tr("true colour") if is_picture else "")
    layer = QgsRasterLayer(scene.output, name, "gdal")
    if not layer.isValid():
        raise OutputError(tr("The image was loaded, but QGIS cannot open {}.").format(scene.output), path=scene.output)
    image_facts.store(layer, facts_of(scene, place))
    if scene.mask:
        layer.setCustomProperty(MASK_PROPERTY, scene.mask)
    if in_words:
        layer.setCustomProperty(WORDS_PROPERTY, in_words)
    _add(project, group(project, title(place or tr("Sentinel-2"), scene.observed_at)), layer, 0)
    return layer


def show_index(path: str, index: str, image: QgsRasterLayer, project: QgsProject) -> QgsRasterLayer:
    """Add an index raster above the image that it was made from.

    Raises
    ------
    OutputError
        The file cannot be opened.
    """
    layer = QgsRasterLayer(path, f"{index} - {image.name()}", "gdal")
    if not layer.isValid():
        raise OutputError(tr("The index was computed, but QGIS cannot open {}.").format(path), path=path)
    layer.setCustomProperty(KIND_PROPERTY, INDEX_KIND)
    image_facts.store(layer, image_facts.known(image))
    raster_styles.draw_index(layer, index)
    node = project.layerTreeRoot().findLayer(image.id())
    parent = node.parent() if node is not None else project.layerTreeRoot()
    position = parent.children().index(node) if node is not None else 0
    _add(project, parent, layer, position)
    return layer


def find_index(path: str, project: QgsProject) -> Optional[QgsRasterLayer]:
    """Return the layer of an index raster that is on the map already."""
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and Path(layer.source()) == Path(path):
            return layer
    return None


def _add(project: QgsProject, parent: Any, layer: QgsRasterLayer, position: int) -> None:
    if project.addMapLayer(layer, False) is None:
        raise OutputError(tr("QGIS does not take the layer '{}'.").format(layer.name()))
    node = parent.insertLayer(position, layer)
    node.setExpanded(False)  # a legend of stretches says little


def tell_sectors(image: QgsRasterLayer, project: QgsProject) -> None:
    """Let polygons that are drawn by hand from now on carry what is known of their image."""
    facts = image_facts.known(image)
    names = {name for name in (facts.scene_id, image.name(), facts.place) if name}
    for layer in project_store.layers(project):
        scene_id = image_facts.text_property(layer, image_facts.SCENE_PROPERTY)
        if scene_id in names:
            forms.set_scene(layer, scene_id, facts.date, date2=facts.date2, system=facts.system)
