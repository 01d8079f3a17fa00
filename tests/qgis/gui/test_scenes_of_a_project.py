"""What the window works on: a run that found nothing, a project in an empty QGIS, what was said of an image."""

import dataclasses
import json
import sqlite3

import pytest
from qgis.core import QgsProject, QgsRasterLayer

from mining_monitor.adapter import image_facts, project_store
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.project_store import Scene
from mining_monitor.gui.provenance import Provenance
from tests.qgis.adapter.makers import make_raster
from tests.qgis.gui.answers import RESULT, make_project_file

SQUARE = "POLYGON((-70 -33,-70 -32.99,-69.99 -32.99,-69.99 -33,-70 -33))"


def scene_layers(workspace):
    return [layer.customProperty("mining_monitor/scene_id") for layer in workspace.project.layers()]


@pytest.mark.parametrize(("scene_id", "works_on"), [("nothing here", "scene"), ("scene", "scene")])
def test_a_run_that_found_nothing_takes_nobody_away_from_earlier_sectors(
    workspace, tmp_path, wait_until, scene_id, works_on
):
    path = make_project_file(tmp_path / "mine.gpkg", [(SQUARE, 5, 0.9, {"uuid": "s", "scene_id": "scene"})])
    workspace.project.show_run(dataclasses.replace(RESULT, output=str(path)), Scene("scene"))
    wait_until(lambda: scene_layers(workspace) == ["scene"])

    workspace.project.show_run(dataclasses.replace(RESULT, output=str(path)), Scene(scene_id))
    wait_until(lambda: scene_id in scene_layers(workspace))

    assert workspace.project.current().customProperty("mining_monitor/scene_id") == works_on


def test_a_run_that_found_something_is_worked_on_next(workspace, tmp_path, wait_until):
    both = [(SQUARE, 5, 0.9, {"uuid": name, "scene_id": name}) for name in ("first", "second")]
    path = make_project_file(tmp_path / "mine.gpkg", both)
    for name in ("first", "second"):
        workspace.project.show_run(dataclasses.replace(RESULT, output=str(path)), Scene(name))
        wait_until(lambda name=name: name in scene_layers(workspace))
        assert workspace.project.current().customProperty("mining_monitor/scene_id") == name


def test_a_run_that_ends_while_another_is_being_shown_loses_neither(workspace, tmp_path, wait_until):
    both = [(SQUARE, 5, 0.9, {"uuid": name, "scene_id": name}) for name in ("first", "second")]
    path = make_project_file(tmp_path / "mine.gpkg", both)
    for name in ("first", "second"):
        workspace.project.show_run(dataclasses.replace(RESULT, output=str(path)), Scene(name))
    wait_until(lambda: sorted(scene_layers(workspace)) == ["first", "second"])
    assert workspace.project.current().customProperty("mining_monitor/scene_id") == "second"


def test_what_was_being_shown_does_not_come_into_the_project_opened_next(workspace, tmp_path, wait_until):
    path = make_project_file(tmp_path / "mine.gpkg", [(SQUARE, 5, 0.9, {"uuid": "s", "scene_id": "scene"})])
    told = []
    workspace.project.show_run(dataclasses.replace(RESULT, output=str(path)), Scene("scene"))
    workspace.project.changed.connect(lambda: told.append(True))
    QgsProject.instance().clear()
    wait_until(lambda: told)
    assert list(QgsProject.instance().mapLayers()) == []


@pytest.mark.parametrize("has_layers", [False, True])
def test_a_project_opened_in_an_empty_qgis_shows_in_its_images_crs(workspace, tmp_path, has_layers):
    path = make_project_file(tmp_path / "mine.gpkg", [(SQUARE, 5, 0.9, {"uuid": "s", "scene_id": "scene"})])
    image = QgsRasterLayer(str(make_raster(tmp_path / "image.tif")))
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO runs (run_id, request, image_name) VALUES ('r', ?, 'scene')",
            (json.dumps({"image": {"path": image.source()}}),),
        )
    connection.close()
    if has_layers:
        QgsProject.instance().addMapLayer(QgsRasterLayer(str(make_raster(tmp_path / "other.tif"))))
        before = QgsProject.instance().crs()
    else:
        QgsProject.instance().clear()

    workspace.project.use(path)

    assert QgsProject.instance().crs() == (before if has_layers else image.crs())


def test_what_is_said_for_all_sectors_is_known_of_their_image(tmp_path, qgis_app):
    path = make_project_file(tmp_path / "mine.gpkg", [(SQUARE, 5, 0.9, {"uuid": "s", "scene_id": "Pecket"})])
    image = QgsRasterLayer(str(make_raster(tmp_path / "image.tif")), "Pecket")
    QgsProject.instance().addMapLayer(image)
    session = EditSession(project_store.table(path, "sectors"), editor=lambda: "Ana")
    fids = [feature.id() for feature in session.layer.getFeatures()]

    Provenance(session.layer).fill(session, fids, "2021-02-27", "Copernicus Sentinel-2", for_all=False)
    assert image_facts.known(image).date == ""
    Provenance(session.layer).fill(session, fids, "2021-02-27", "Copernicus Sentinel-2", for_all=True)
    session.close()

    facts = image_facts.known(image)
    assert (facts.date, facts.system) == ("2021-02-27", "Copernicus Sentinel-2")
    image_facts.tell_scene("Pecket", QgsProject.instance(), "1999-01-01", "Somebody")
    assert image_facts.known(image) == facts
