"""The adapter with the real engine: the request of a layer, the copied picture, the project file, the export."""

import json
import os
import sqlite3
import subprocess
from pathlib import Path

import pytest
from osgeo import gdal, osr
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

from mining_monitor.adapter import engine_access, project_store, tasks
from mining_monitor.adapter.audit_log import AuditLog
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.image_refs import image_ref
from mining_monitor.contract.errors import CancelledError, MiningMonitorError, ModelError
from mining_monitor.contract.requests import DetectRequest, ExportGeoJsonRequest, InfoRequest
from mining_monitor.schema.classes import LAMES_CLASSES
from mining_monitor.schema.log import first_broken_row
from tests.clock import within
from tests.qgis.adapter.makers import raster_layer

ROOT = Path(__file__).resolve().parents[3]

MAKE_MODEL = """
import sys
from pathlib import Path
from tests.engine import onnx_makers
path = Path(sys.argv[1])
onnx_makers.identity(path)
onnx_makers.write_card(path, bands=("any",), codes=range(10), scores="probabilities", value_range="dn")
"""


def engine_python():
    named = os.environ.get("MINING_MONITOR_ENGINE")
    return Path(named) if named else ROOT / ".venv" / "engine" / "bin" / "python"


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """An identity model: class = pixel value."""
    if not engine_python().is_file():
        pytest.skip("the engine's environment is not built: make engine")
    path = tmp_path_factory.mktemp("model") / "identity.onnx"
    subprocess.run([engine_python(), "-c", MAKE_MODEL, str(path)], check=True, cwd=ROOT, capture_output=True)
    return path


@pytest.fixture
def engine(qgis_app, monkeypatch, model):
    monkeypatch.setenv("MINING_MONITOR_ENGINE", str(engine_python()))
    access = engine_access.EngineAccess()
    engine_access.use(access)
    return access


@pytest.fixture
def scene(tmp_path):
    """Class codes as pixels: 20 x 10 pixels of 10 m, left half 5 (pit), right half 9 (waste), one pixel 8."""
    path = tmp_path / "scene.tif"
    data = gdal.GetDriverByName("GTiff").Create(str(path), 20, 10, 1, gdal.GDT_Byte)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32719)
    data.SetProjection(reference.ExportToWkt())
    data.SetGeoTransform((400_000, 10, 0, 7_500_000, 0, -10))
    rows = [bytearray([5] * 10 + [9] * 10) for _ in range(10)]
    rows[3][14] = 8
    data.GetRasterBand(1).WriteRaster(0, 0, 20, 10, bytes(b"".join(rows)))
    data = None
    return path


def run_task(task, wait_until):
    ends = []
    task.succeeded.connect(lambda result: ends.append(result))
    task.failed.connect(lambda error: ends.append(error))
    tasks.start(task)
    wait_until(lambda: ends, 60)
    if isinstance(ends[0], BaseException):
        raise ends[0]
    return ends[0]


def detected(scene, model, tmp_path, wait_until, **options):
    layer = raster_layer(scene, "Pit 2021")
    request = DetectRequest(
        image=image_ref(layer), model=str(model), output=str(tmp_path / "project.gpkg"), operator="Ana", **options
    )
    return run_task(tasks.DetectTask(request), wait_until)


def test_a_detection_ends_as_styled_layers_of_the_project(engine, scene, model, tmp_path, wait_until):
    result = detected(scene, model, tmp_path, wait_until, class_raster=str(tmp_path / "classes.tif"))

    loaded = project_store.show_result(result, QgsProject.instance())

    rows = sorted((f["class_key"], round(f["area_m2"], -2), f["state"]) for f in loaded.sectors.getFeatures())
    assert [(key, state) for key, _, state in rows] == [("op", "draft"), ("tsf", "draft"), ("wr", "draft")]
    assert [area for _, area, _ in rows] == pytest.approx([10_000, 100, 9_900], abs=100)
    assert loaded.sectors.name() == "Sectors - Pit 2021"
    assert loaded.sectors.renderer().classAttribute() == "class"
    assert loaded.observed.featureCount() == 1
    assert loaded.class_raster.dataProvider().sample(loaded.class_raster.extent().center(), 1)[0] in (5.0, 9.0)
    group = QgsProject.instance().layerTreeRoot().findGroup("Mining Monitor - project")
    assert next(node.name() for node in group.children()) == "Sectors - Pit 2021"
    assert project_store.project_path(QgsProject.instance()) == tmp_path / "project.gpkg"


def test_what_a_person_has_reviewed_stays_when_the_scene_is_detected_again(engine, scene, model, tmp_path, wait_until):
    result = detected(scene, model, tmp_path, wait_until)
    layer = project_store.show_result(result, QgsProject.instance()).sectors
    session = EditSession(layer, editor=lambda: "Ana")
    pit = next(f for f in layer.getFeatures() if f["class_key"] == "op")
    session.set_class([pit.id()], 3)

    again = project_store.show_result(detected(scene, model, tmp_path, wait_until), QgsProject.instance())

    assert again.sectors is layer or again.sectors.id() == layer.id()
    rows = sorted((f["class_key"], f["state"]) for f in layer.getFeatures())
    assert rows == [("lh", "edited"), ("tsf", "draft"), ("wr", "draft")]
    assert [f["uuid"] for f in layer.getFeatures() if f["class_key"] == "lh"] == [pit["uuid"]]
    session.undo()
    log = AuditLog(tmp_path / "project.gpkg").rows()
    assert first_broken_row(log) is None
    assert [row["action"] for row in log if row["action"] in ("detect", "class", "undo")] == [
        "detect", "class", "detect", "undo",
    ]  # fmt: skip
    session.close()


def test_a_file_that_stores_its_style_shows_it_without_the_plugin(engine, scene, model, tmp_path, wait_until):
    project_store.show_result(detected(scene, model, tmp_path, wait_until), QgsProject.instance())

    plain = QgsVectorLayer(f"{tmp_path / 'project.gpkg'}|layername=sectors", "plain", "ogr")

    assert plain.renderer().type() == "categorizedSymbol" and plain.renderer().classAttribute() == "class"
    assert plain.editorWidgetSetup(plain.fields().indexOf("class")).type() == "ValueMap"


def test_a_file_of_the_command_line_shows_the_lames_colours_in_plain_qgis(engine, scene, model, tmp_path):
    output = tmp_path / "by-hand.gpkg"
    subprocess.run(
        [engine_python(), "-m", "mining_monitor.engine", "detect", scene, "--model", model, "--out", output],
        check=True, cwd=ROOT, capture_output=True,
    )  # fmt: skip

    plain = QgsVectorLayer(f"{output}|layername=sectors", "plain", "ogr")

    categories = plain.renderer().categories()
    colours = {int(category.value() or 0): category.symbol().color().name() for category in categories}
    assert plain.renderer().classAttribute() == "class"
    assert all(colours[each.code] == each.colour.lower() for each in LAMES_CLASSES if each.code)


def test_the_plugins_own_style_takes_the_place_of_the_engines(engine, scene, model, tmp_path, wait_until):
    project_store.show_result(detected(scene, model, tmp_path, wait_until), QgsProject.instance())

    layer = QgsVectorLayer(f"{tmp_path / 'project.gpkg'}|layername=sectors", "plain", "ogr")

    names = layer.listStylesInDatabase()[2]
    assert sorted(names) == ["LAMES", "Mining Monitor"]
    with sqlite3.connect(tmp_path / "project.gpkg") as connection:
        defaults = connection.execute("SELECT styleName FROM layer_styles WHERE useAsDefault").fetchall()
    connection.close()
    assert defaults == [("Mining Monitor",)]


def test_processing_gives_the_same_sectors_as_the_task(engine, scene, model, tmp_path, wait_until):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from mining_monitor.adapter.algorithms.detect_sectors import DetectSectors

    algorithm = DetectSectors()
    algorithm.initAlgorithm()
    parameters = {"INPUT": str(scene), "MODEL": str(model), "OUTPUT": str(tmp_path / "out.gpkg"),
                  "CLASS_RASTER": str(tmp_path / "c.tif"), "CONFIDENCE_RASTER": str(tmp_path / "p.tif")}  # fmt: skip
    feedback = QgsProcessingFeedback(False)
    outputs, is_good = algorithm.run(parameters, QgsProcessingContext(), feedback)
    assert is_good, feedback.textLog()

    detected(scene, model, tmp_path, wait_until)

    def rows(path):
        layer = QgsVectorLayer(str(path), "x", "ogr")
        return sorted((f["class"], f["confidence"], f["area_m2"], f.geometry().asWkt()) for f in layer.getFeatures())

    assert rows(outputs["OUTPUT"]) == rows(f"{tmp_path / 'project.gpkg'}|layername=sectors")
    assert gdal.Open(outputs["CLASS_RASTER"]).ReadRaster() == gdal.Open(str(scene)).ReadRaster()
    assert Path(outputs["CONFIDENCE_RASTER"]).is_file()


def test_the_export_of_the_project_is_geojson(engine, scene, model, tmp_path, wait_until):
    result = detected(scene, model, tmp_path, wait_until)
    request = ExportGeoJsonRequest(result.output, str(tmp_path / "out.geojson"))

    run_task(tasks.RequestTask("Export", request), wait_until)

    features = json.loads((tmp_path / "out.geojson").read_text())["features"]
    assert sorted(f["properties"]["class_key"] for f in features) == ["op", "tsf", "wr"]


def test_a_model_that_is_gone_is_one_clear_sentence(engine, scene, tmp_path, wait_until):
    with pytest.raises(ModelError, match=r"gone\.onnx"):
        detected(scene, tmp_path / "gone.onnx", tmp_path, wait_until)
    assert not (tmp_path / "project.gpkg").exists()


def test_a_question_beside_the_task_manager_is_answered_in_the_main_thread(engine, wait_until):
    from qgis.PyQt.QtCore import QThread

    answers, threads = [], []
    pending = engine.submit(InfoRequest())
    pending.finished.connect(lambda info: (answers.append(info), threads.append(QThread.currentThread())))
    wait_until(lambda: answers, 60)

    assert "onnxruntime" in answers[0].packages
    assert threads == [QgsApplication.instance().thread()]


def test_stopping_the_engine_ends_a_run_as_cancelled_or_died(engine, scene, model, tmp_path, wait_until):
    ends = []
    pending = engine.submit(InfoRequest())
    pending.failed.connect(ends.append)
    pending.finished.connect(ends.append)
    engine.stop()
    wait_until(lambda: ends)

    assert isinstance(ends[0], MiningMonitorError)
    assert not engine.is_running


@pytest.mark.clock
def test_a_cancelled_task_says_so_within_a_second(engine, scene, model, tmp_path, wait_until):
    import time

    layer = raster_layer(scene, "Pit 2021")
    engine.call(InfoRequest())
    task = tasks.DetectTask(DetectRequest(image=image_ref(layer), model=str(model), output=str(tmp_path / "p.gpkg")))
    ends = []
    task.failed.connect(lambda error: ends.append((error, time.monotonic())))
    task.succeeded.connect(lambda result: ends.append((result, time.monotonic())))
    tasks.start(task)
    start = time.monotonic()
    task.cancel()
    wait_until(lambda: ends)

    assert isinstance(ends[0][0], CancelledError) and ends[0][1] - start < within(1.5)


def test_dates_and_agency_of_the_image_are_written_to_every_new_sector(engine, scene, model, tmp_path, wait_until):
    from mining_monitor.adapter import image_facts

    layer = raster_layer(scene, "Pit 2021")
    image_facts.store(layer, image_facts.LayerFacts("2021-02-27", "2021-03-04", "Sentinel-2", attribution="Copernicus"))
    output = tmp_path / "p.gpkg"
    run_task(tasks.DetectTask(DetectRequest(image=image_ref(layer), model=str(model), output=str(output))), wait_until)

    sectors = project_store.table(output, "sectors")
    rows = {(f["date"], f["date2"], f["system"]) for f in sectors.getFeatures()}
    assert rows == {("2021-02-27", "2021-03-04", "Sentinel-2")}
    assert [run["attribution"] for run in project_store.table(output, "runs").getFeatures()] == ["Copernicus"]
