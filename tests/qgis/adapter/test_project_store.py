"""The project file: made whole, remembered, shown scene by scene."""

import sqlite3

import pytest
from qgis.core import QgsProject

from mining_monitor.adapter import project_store, settings
from mining_monitor.adapter.project_store import Scene
from mining_monitor.contract.errors import OutputError
from mining_monitor.schema.fields import LOG_FIELDS, OBSERVED_FIELDS, RUN_FIELDS, SECTOR_FIELDS
from tests.qgis.adapter.makers import sector_feature, sector_values

SQUARE = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"


@pytest.fixture
def path(tmp_path, qgis_app):
    path = tmp_path / "Zambia.gpkg"
    project_store.create(path)
    layer = project_store.table(path, "sectors")
    rows = [sector_values(5, 0.5, uuid="a", scene_id="one"), sector_values(9, 0.5, uuid="b", scene_id="it's two")]
    layer.dataProvider().addFeatures([sector_feature(layer.fields(), SQUARE, row) for row in rows])
    return path


def test_a_new_file_has_the_tables_and_columns_of_the_schema_in_order(path):
    with sqlite3.connect(path) as connection:
        columns = {
            table: [row[1] for row in connection.execute(f"PRAGMA table_info('{table}')")]
            for table in ("sectors", "observed", "runs", "log")
        }
        kinds = dict(connection.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))

    assert columns["sectors"] == ["fid", "geom", *(f.name for f in SECTOR_FIELDS)]
    assert columns["observed"] == ["fid", "geom", *(f.name for f in OBSERVED_FIELDS)]
    assert columns["runs"] == ["fid", *(f.name for f in RUN_FIELDS)]
    assert columns["log"] == ["fid", *(f.name for f in LOG_FIELDS)]
    assert kinds == {"sectors": "POLYGON", "observed": "MULTIPOLYGON"}


def test_a_file_that_exists_is_never_overwritten(path):
    before = path.read_bytes()
    with pytest.raises(OutputError, match="exists already"):
        project_store.create(path)
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_one_sentence_and_leaves_nothing(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        project_store.create(blocked / "p.gpkg")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_each_scene_has_a_layer_that_shows_only_its_sectors(path):
    project = QgsProject.instance()
    for scene in project_store.scenes(path):
        project_store.show_scene(path, scene, project)

    shown = {layer.name(): [f["uuid"] for f in layer.getFeatures()] for layer in project_store.layers(project)}
    assert shown == {"Sectors - one": ["a"], "Sectors - it's two": ["b"]}


def test_showing_a_scene_again_brings_its_layer_up_to_date(path):
    project = QgsProject.instance()
    first = project_store.show_scene(path, Scene("one"), project).sectors
    other = project_store.table(path, "sectors")
    other.dataProvider().addFeatures(
        [sector_feature(other.fields(), SQUARE, sector_values(3, 0.1, uuid="c", scene_id="one"))]
    )

    again = project_store.show_scene(path, Scene("one"), project).sectors

    assert again.id() == first.id()
    assert sorted(f["uuid"] for f in again.getFeatures()) == ["a", "c"]
    assert len(project_store.layers(project)) == 1


def test_what_is_drawn_in_a_scenes_layer_stays_in_it(path):
    from qgis.core import QgsGeometry, QgsVectorLayerUtils

    scene = Scene("it's two", "Two", "2021-02-27")
    layer = project_store.show_scene(path, scene, QgsProject.instance()).sectors
    layer.startEditing()
    geometry = QgsGeometry.fromWkt(SQUARE)
    feature = QgsVectorLayerUtils.createFeature(layer, geometry, {layer.fields().indexOf("class"): 4})
    layer.addFeature(feature)
    assert layer.commitChanges()

    assert sorted(f["class_key"] for f in layer.getFeatures()) == ["mf", "wr"]
    assert layer.name() == "Sectors - Two - 2021-02-27"


def test_layers_of_one_file_stand_in_one_group(path):
    project = QgsProject.instance()
    project_store.show_scene(path, Scene("one"), project)
    project_store.show_scene(path, Scene("it's two"), project)

    groups = [node.name() for node in project.layerTreeRoot().findGroups()]
    assert groups == ["Mining Monitor - Zambia"]


def test_a_stored_style_names_no_person_and_no_scene(path):
    settings.EDITOR_NAME.set("Ana Pérez")
    project_store.show_scene(path, Scene("one"), QgsProject.instance())

    with sqlite3.connect(path) as connection:
        (style,) = connection.execute("SELECT styleQML FROM layer_styles").fetchone()
    assert "categorizedSymbol" in style and "Pérez" not in style and "'one'" not in style


def test_a_file_without_sectors_is_refused(tmp_path, qgis_app):
    with pytest.raises(OutputError, match="no project of Mining Monitor"):
        project_store.show_scene(tmp_path / "none.gpkg", Scene("x"), QgsProject.instance())


def test_the_project_file_is_remembered_and_moves_with_the_qgis_project(path, tmp_path):
    project = QgsProject.instance()
    project.setFileName(str(tmp_path / "work.qgz"))
    assert project_store.project_path(project) == tmp_path / "work.gpkg"

    project_store.remember(project, path)

    assert project_store.project_path(project) == path
    assert project.readEntry("mining_monitor", "project_file")[0] == "./Zambia.gpkg"


def test_an_unsaved_project_takes_the_folder_of_the_settings(tmp_path, qgis_app):
    settings.PROJECT_FOLDER.set(str(tmp_path))

    assert project_store.project_path(QgsProject.instance()).parent == tmp_path


def test_states_are_counted(path):
    assert project_store.counts_by_state(project_store.table(path, "sectors")) == {"draft": 2}
