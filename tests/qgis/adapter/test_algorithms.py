"""The Processing algorithms speak the contract, through the real Processing framework."""

import threading
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from mining_monitor.adapter import services
from mining_monitor.adapter.algorithms.stylers import SectorsStyler
from mining_monitor.contract.errors import BandsError, CancelledError
from mining_monitor.contract.imagery import BandChoice
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.contract.results import Notice
from mining_monitor.schema.fields import SECTOR_FIELDS
from tests.qgis.adapter.makers import make_raster, make_sectors_file, memory_sectors, raster_layer

SQUARE = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"


@pytest.fixture
def run(registry, fake_engine, wait_until):
    """Run an algorithm as the toolbox does: prepared in the main thread, processed in a thread of the task manager."""

    def run_algorithm(name, parameters, feedback=None):
        algorithm = registry.createAlgorithmById(f"miningmonitor:{name}")
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        feedback = feedback or QgsProcessingFeedback(False)
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        if task.isCanceled():  # the preparation failed, as AlgorithmDialog finds out too
            raise QgsProcessingException(feedback.textLog())
        ends = []
        task.executed.connect(lambda is_good, results: ends.append((is_good, results)))
        QgsApplication.taskManager().addTask(task)
        wait_until(lambda: ends, 30)
        is_good, results = ends[0]
        if not is_good:
            raise QgsProcessingException(feedback.textLog())
        return results

    return run_algorithm


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("detectsectors", ["INPUT", "EXTENT", "MODEL", "BANDS", "OVERLAP", "MIN_CONFIDENCE", "MIN_AREA", "SIMPLIFY",
                           "VALID_MASK", "OUTPUT", "CLASS_RASTER", "CONFIDENCE_RASTER"]),
        ("exportgeojson", ["INPUT", "PROFILE", "STATES", "GENERALISE", "OUTPUT"]),
    ],
)  # fmt: skip
def test_ids_and_parameters_are_those_of_the_contract(registry, name, parameters):
    algorithm = registry.algorithmById(f"miningmonitor:{name}")

    assert sorted(p.name() for p in algorithm.parameterDefinitions()) == sorted(parameters)
    assert algorithm.shortHelpString() and algorithm.tags() and algorithm.group()


def test_every_parameter_goes_into_the_request(run, fake_engine, tmp_path):
    image, mask = make_raster(tmp_path / "a.tif"), make_raster(tmp_path / "mask.tif", bands=1)

    run("detectsectors", {
        "INPUT": str(image), "EXTENT": "400010,400050,7499960,7500000 [EPSG:32719]", "MODEL": "/models/m.onnx",
        "BANDS": "red=1,green=2,blue=3", "OVERLAP": 25, "MIN_CONFIDENCE": 0.4, "MIN_AREA": 900, "SIMPLIFY": 1.5,
        "VALID_MASK": str(mask), "OUTPUT": str(tmp_path / "out.gpkg"), "CLASS_RASTER": str(tmp_path / "c.tif"),
    })  # fmt: skip

    request = fake_engine.requests[-1]
    assert (request.image.path, request.model, request.valid_mask) == (str(image), "/models/m.onnx", str(mask))
    assert request.bands == (BandChoice("red", 1), BandChoice("green", 2), BandChoice("blue", 3))
    assert (request.overlap, request.min_confidence, request.min_area_m2, request.simplify_px) == (0.25, 0.4, 900, 1.5)
    extent = request.extent
    assert (extent.west, extent.south, extent.east, extent.north) == (400010, 7499960, 400050, 7500000)
    assert extent.crs == "EPSG:32719"
    assert (request.class_raster, request.confidence_raster) == (str(tmp_path / "c.tif"), None)


def test_only_an_image_is_needed_and_the_rest_is_the_engines_choice(run, fake_engine, tmp_path):
    run("detectsectors", {"INPUT": str(make_raster(tmp_path / "a.tif")), "OUTPUT": "memory:"})

    request = fake_engine.requests[-1]
    defaults = DetectRequest(image=request.image, output=request.output, operator=request.operator)
    assert request == defaults


def test_the_output_has_the_fields_of_the_contract_in_order_and_the_engines_values(run, fake_engine, tmp_path):
    fake_engine.sectors = [("POLYGON((10 50, 11 50, 11 51, 10 50))", 9, 0.25), (SQUARE, 5, 0.75)]

    outputs = run("detectsectors", {"INPUT": str(make_raster(tmp_path / "a.tif")), "OUTPUT": str(tmp_path / "o.gpkg")})

    layer = QgsVectorLayer(outputs["OUTPUT"], "o", "ogr")
    names = [field.name() for field in layer.fields()]
    assert names[-len(SECTOR_FIELDS) :] == [field.name for field in SECTOR_FIELDS]
    assert layer.crs().authid() == "EPSG:4326"
    rows = [(f["class"], f["class_key"], f["confidence"], f["state"]) for f in layer.getFeatures()]
    assert rows == [(9, "wr", 0.25, "draft"), (5, "op", 0.75, "draft")]
    assert [f.geometry().area() for f in layer.getFeatures()] == [0.5, 1.0]


def test_a_shapefile_takes_the_sectors_too(run, fake_engine, tmp_path):
    outputs = run("detectsectors", {"INPUT": str(make_raster(tmp_path / "a.tif")), "OUTPUT": str(tmp_path / "o.shp")})

    assert QgsVectorLayer(outputs["OUTPUT"], "o", "ogr").featureCount() == 1


def test_an_engines_error_reaches_the_user_as_its_sentence(run, fake_engine, tmp_path):
    fake_engine.answers[DetectRequest] = BandsError("The model wants nir; the image has red, green, blue.")

    with pytest.raises(QgsProcessingException, match="The model wants nir"):
        run("detectsectors", {"INPUT": str(make_raster(tmp_path / "a.tif")), "OUTPUT": "memory:"})


def test_a_wrong_band_list_is_refused_before_anything_runs(run, fake_engine, tmp_path):
    with pytest.raises(QgsProcessingException, match="'purple=1' is no band choice"):
        run("detectsectors", {"INPUT": str(make_raster(tmp_path / "a.tif")), "BANDS": "purple=1", "OUTPUT": "memory:"})
    assert fake_engine.requests == []


def test_cancel_ends_the_run(run, fake_engine, tmp_path):
    fake_engine.seconds = 600
    feedback = QgsProcessingFeedback(False)
    threading.Timer(0.2, feedback.cancel).start()

    with pytest.raises(QgsProcessingException, match=r"Cancelled\."):
        run("detectsectors", {"INPUT": str(make_raster(tmp_path / "a.tif")), "OUTPUT": "memory:"}, feedback)


def test_warnings_are_shown_in_the_log(run, fake_engine, tmp_path):
    warnings = []

    class Feedback(QgsProcessingFeedback):
        def pushWarning(self, text):
            warnings.append(text)

    def with_notice(request):
        import dataclasses

        notice = Notice("gsd-coarser", "The image has 30 m, the model wants 10 m.")
        return dataclasses.replace(fake_engine._detect(request), warnings=(notice,))

    fake_engine.answers[DetectRequest] = with_notice
    run("detectsectors", {"INPUT": str(make_raster(tmp_path / "a.tif")), "OUTPUT": "memory:"}, Feedback(False))

    assert warnings == ["The image has 30 m, the model wants 10 m."]


def test_a_layer_that_processing_loads_is_styled_by_class(fake_engine):
    layer = memory_sectors([(SQUARE, 5, 0.5)])

    SectorsStyler().postProcessLayer(layer, QgsProcessingContext(), QgsProcessingFeedback(False))

    assert layer.renderer().classAttribute() == "class"


def test_export_reads_a_geopackage_where_it_lies(run, fake_engine, tmp_path):
    path = make_sectors_file(tmp_path / "p.gpkg", [(SQUARE, 5, 0.5)])

    run("exportgeojson", {"INPUT": f"{path}|layername=sectors", "OUTPUT": str(tmp_path / "o.geojson")})

    request = fake_engine.requests[-1]
    assert (request.input, request.layer, request.where) == (str(path), "sectors", "")
    assert (request.profile, request.generalise) == ("report", "")
    assert request.states == ("draft", "edited", "in_review", "approved", "published")


def test_export_takes_the_words_of_the_contract(run, fake_engine, tmp_path):
    path = make_sectors_file(tmp_path / "p.gpkg", [(SQUARE, 5, 0.5)])

    run("exportgeojson", {
        "INPUT": str(path), "PROFILE": "lames", "STATES": "approved,published", "GENERALISE": "0.05",
        "OUTPUT": str(tmp_path / "o.geojson"),
    })  # fmt: skip

    request = fake_engine.requests[-1]
    assert (request.profile, request.states, request.generalise) == ("lames", ("approved", "published"), "0.05")


def test_a_filter_travels_with_the_request(run, fake_engine, tmp_path):
    path = make_sectors_file(tmp_path / "p.gpkg", [(SQUARE, 5, 0.5)])
    layer = QgsVectorLayer(f"{path}|layername=sectors", "s", "ogr")
    assert layer.setSubsetString("\"scene_id\" = 'scene'")
    QgsProject.instance().addMapLayer(layer)

    run("exportgeojson", {"INPUT": layer.id(), "OUTPUT": str(tmp_path / "o.geojson")})

    request = fake_engine.requests[-1]
    assert (request.input, request.where) == (str(path), "\"scene_id\" = 'scene'")


@pytest.mark.parametrize("kind", ["memory", "edited"])
def test_what_is_no_plain_file_is_saved_first_with_its_edits(run, fake_engine, tmp_path, kind):
    if kind == "memory":
        layer = memory_sectors([(SQUARE, 5, 0.5)])
    else:
        path = make_sectors_file(tmp_path / "p.gpkg", [(SQUARE, 5, 0.5)])
        layer = QgsVectorLayer(f"{path}|layername=sectors", "s", "ogr")
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("class"), 8)
    QgsProject.instance().addMapLayer(layer)
    seen = []
    fake_export = fake_engine.answers[type_of_export()]

    def look(request):
        saved = QgsVectorLayer(f"{request.input}|layername={request.layer}", "x", "ogr")
        seen.extend(f["class"] for f in saved.getFeatures())
        return fake_export(request)

    fake_engine.answers[type_of_export()] = look
    run("exportgeojson", {"INPUT": layer.id(), "OUTPUT": str(tmp_path / "o.geojson")})

    assert seen == [8]


def type_of_export():
    from mining_monitor.contract.requests import ExportGeoJsonRequest

    return ExportGeoJsonRequest


def test_a_cancelled_export_says_so(run, fake_engine, tmp_path):
    fake_engine.answers[type_of_export()] = CancelledError("x")
    path = make_sectors_file(tmp_path / "p.gpkg", [(SQUARE, 5, 0.5)])

    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("exportgeojson", {"INPUT": str(path), "OUTPUT": str(tmp_path / "o.geojson")})


def test_tiles_are_rendered_at_the_distance_of_the_models_card(run, fake_engine, tmp_path):
    """The service is not there: the grid that was asked for is what counts."""
    (tmp_path / "m.onnx").write_bytes(b"")
    (tmp_path / "m.json").write_text('{"properties": {"mining_monitor:gsd_m": 10.0}}')
    services.permit("127.0.0.1:9")
    tiles = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=15", "tiles", "wms")
    QgsProject.instance().addMapLayer(tiles)
    parameters = {"INPUT": tiles.id(), "MODEL": str(tmp_path / "m.onnx"), "OUTPUT": "memory:"}

    with pytest.raises(QgsProcessingException, match=r"picture of \d+ x \d+ pixels at [0-9.]+ m, more than"):
        run("detectsectors", parameters)
    with pytest.raises(QgsProcessingException, match="did not deliver its picture"):
        run("detectsectors", {**parameters, "EXTENT": "10,10.01,50,50.01 [EPSG:4326]"})
    assert fake_engine.requests == []


def test_google_tiles_are_refused_before_anything_is_asked(run, fake_engine):
    google = QgsRasterLayer("type=xyz&url=https://mt1.google.com/vt/lyrs%3Ds&zmax=19", "Google Satellite", "wms")
    QgsProject.instance().addMapLayer(google)

    with pytest.raises(QgsProcessingException, match="Google's terms forbid image analysis"):
        run("detectsectors", {"INPUT": google.id(), "EXTENT": "10,10.01,50,50.01 [EPSG:4326]", "OUTPUT": "memory:"})
    assert fake_engine.requests == []


def test_a_layer_with_open_options_is_copied_for_the_engine_and_removed_again(run, fake_engine, tmp_path):
    layer = raster_layer(f"{make_raster(tmp_path / 'a.tif')}|option:NUM_THREADS=1", "Pit")
    QgsProject.instance().addMapLayer(layer)
    seen = []
    fake_detect = fake_engine.answers[DetectRequest]

    def look(request):
        copied = raster_layer(request.image.path)
        seen.append((request.image.name, copied.width(), copied.height(), copied.bandCount()))
        return fake_detect(request)

    fake_engine.answers[DetectRequest] = look
    run("detectsectors", {"INPUT": layer.id(), "OUTPUT": "memory:"})

    assert seen == [("Pit", 8, 6, 3)]
    assert not Path(fake_engine.requests[-1].image.path).exists()
