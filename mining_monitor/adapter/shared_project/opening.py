"""A shared project on the map: a group of layers, one of sectors for each scene, as for a project file."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from qgis.core import QgsExpression, QgsProject, QgsSingleSymbolRenderer, QgsVectorLayer

from mining_monitor.adapter import forms, styles
from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.image_refs import SCENE_PROPERTY
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.project_file import Scene
from mining_monitor.adapter.project_store import KIND_PROPERTY
from mining_monitor.adapter.shared_project.place import PROVIDER, SharedPlace
from mining_monitor.adapter.shared_project.tables import VERSION
from mining_monitor.contract.errors import OutputError
from mining_monitor.schema.fields import OBSERVED_TABLE, RUNS_TABLE, SECTORS_TABLE


def scenes(place: SharedPlace) -> List[Scene]:
    """Return the scenes of a shared project: of its runs, then those only drawn by hand.

    Raises
    ------
    OutputError
        The database does not answer.
    """
    found: Dict[str, Scene] = {}
    runs = place.execute(f"SELECT scene_id, image_name, observed_at FROM {place.schema}.{RUNS_TABLE} ORDER BY fid")  # nosec B608
    for row in runs:
        scene = Scene(*map(text_of, row))
        found[scene.scene_id] = scene
    drawn = place.execute(f"SELECT DISTINCT coalesce(scene_id, '') FROM {place.schema}.{SECTORS_TABLE} ORDER BY 1")  # nosec B608
    for row in drawn:
        found.setdefault(text_of(row[0]), Scene(text_of(row[0])))
    return list(found.values()) or [Scene("")]


def show(place: SharedPlace, project: QgsProject) -> List[QgsVectorLayer]:
    """Show a shared project and return its layers of sectors; what is on the map already stays.

    Raises
    ------
    OutputError
        It cannot be opened.
    """
    group_name = tr("Mining Monitor - {}").format(tr("{} (shared)").format(place.schema))
    shown = []
    for scene in scenes(place):
        layer = _find(place, scene, project)
        if layer is None:
            layer = _sectors(place, scene)
            root = project.layerTreeRoot()
            group = root.findGroup(group_name) or root.insertGroup(0, group_name)
            for each, position in ((layer, 0), (_observed(place, scene), -1)):
                if each is not None and project.addMapLayer(each, False) is not None:
                    group.insertLayer(position, each)
        shown.append(layer)
    return shown


def _find(place: SharedPlace, scene: Scene, project: QgsProject) -> Optional[QgsVectorLayer]:
    for layer in project.mapLayers().values():
        is_ours = isinstance(layer, QgsVectorLayer) and layer.customProperty(KIND_PROPERTY, "") == "sectors"
        if is_ours and str(layer.customProperty(SCENE_PROPERTY, "")) == scene.scene_id:
            there = SharedPlace.of_layer(layer)
            if there is not None and there.schema == place.schema and _same_server(there, place):
                return layer
    return None


def _same_server(one: SharedPlace, other: SharedPlace) -> bool:
    from qgis.core import QgsDataSourceUri

    uris = [QgsDataSourceUri(place.uri) for place in (one, other)]
    parts = [(uri.service(), uri.host(), uri.port(), uri.database()) for uri in uris]
    return parts[0] == parts[1]


def _open(place: SharedPlace, table: str, scene: Scene, name: str) -> QgsVectorLayer:
    where = f'"scene_id" = {QgsExpression.quotedString(scene.scene_id)}'
    if not scene.scene_id:
        where = "coalesce(\"scene_id\", '') = ''"
    return QgsVectorLayer(place.layer_source(table, "geom", "fid", where), scene.title(name), PROVIDER)


def _sectors(place: SharedPlace, scene: Scene) -> QgsVectorLayer:
    layer = _open(place, SECTORS_TABLE, scene, tr("Sectors"))
    if not layer.isValid():
        reason = layer.dataProvider().error().summary() if layer.dataProvider() is not None else ""
        raise OutputError(
            tr("The shared project '{}' cannot be opened: {}").format(place.schema, reason or tr("no sectors"))
        )
    styles.apply_sectors_style(layer)
    forms.apply_form(layer)
    forms.set_scene(layer, scene.scene_id, scene.observed_at)
    _hide_version(layer)
    _mark(layer, "sectors", scene)
    return layer


def _hide_version(layer: QgsVectorLayer) -> None:
    """Nobody edits the version of a row, nor needs to see it."""
    from qgis.core import QgsEditorWidgetSetup

    index = layer.fields().indexOf(VERSION)
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))


def _observed(place: SharedPlace, scene: Scene) -> Optional[QgsVectorLayer]:
    layer = _open(place, OBSERVED_TABLE, scene, tr("Observed"))
    if not layer.isValid():
        return None
    layer.setRenderer(QgsSingleSymbolRenderer(styles.observed_symbol()))
    layer.setReadOnly(True)
    _mark(layer, "observed", scene)
    return layer


def _mark(layer: Any, kind: str, scene: Scene) -> None:
    layer.setCustomProperty(KIND_PROPERTY, kind)
    layer.setCustomProperty(SCENE_PROPERTY, scene.scene_id)
