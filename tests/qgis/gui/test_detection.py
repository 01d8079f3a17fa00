"""The Detection dock: its button is true, a run shows its result, warnings are sentences."""

import dataclasses
import json
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle

from mining_monitor.contract.door import Partial, Progress
from mining_monitor.contract.errors import ModelMissingError
from mining_monitor.contract.requests import DetectRequest, PlanDetectRequest
from mining_monitor.contract.results import Notice
from mining_monitor.gui.detection_options import default_smallest_area_m2
from mining_monitor.gui.detection_words import progress_sentence
from mining_monitor.gui.imagery_controller import raster_layers
from mining_monitor.gui.preview import Preview
from mining_monitor.gui.result_view import result_sentence
from tests.qgis.adapter.makers import make_raster
from tests.qgis.gui import answers
from tests.qgis.gui.conftest import SQUARE


def sent(engine, kind):
    return [request for request in engine.requests if isinstance(request, kind)]


@pytest.fixture
def panel(workspace, image):
    workspace.detection.set_in_front(True)
    workspace.detection_panel.choose_where("layer")
    return workspace.detection_panel


def test_the_button_says_what_will_happen_and_warnings_are_sentences(workspace, panel, wait_until):
    workspace.detection.refresh()
    wait_until(lambda: "km²" in panel.detect_button.text())
    assert panel.detect_button.text().replace("&", "") == "Detect on 38.2 km² (about 40 s)"
    assert panel.warnings_label.text() == "⚠ The image is coarser than the model: 20 m instead of 10 m."


@pytest.mark.parametrize(("code", "sign"), [("own-mask", "ℹ"), ("product-mask", "ℹ"), ("mask-lost", "⚠")])
def test_what_is_as_it_should_be_bears_no_warning_sign(workspace, panel, engine, wait_until, code, sign):
    notice = Notice(code, "This is what was done.", {})
    engine.answers[PlanDetectRequest] = dataclasses.replace(answers.PLAN, warnings=(notice,))
    workspace.detection.refresh()
    wait_until(lambda: panel.warnings_label.text() == f"{sign} This is what was done.")


def test_bands_are_guessed_by_role_and_go_into_the_request(workspace, panel, engine, wait_until):
    workspace.detection.detect()
    wait_until(lambda: not workspace.detection.is_running)
    (request,) = sent(engine, DetectRequest)
    assert [(b.role, b.index) for b in request.bands] == [("B04", 3), ("green", 2), ("blue", 1)]
    assert (request.model, request.operator, request.extent) == ("/m/rgb.onnx", "Ana", None)
    assert (request.min_area_m2, request.simplify_px, request.overlap) == (2500.0, 1.0, None)


def test_an_image_that_the_program_chooses_brings_its_own_words_and_bands(workspace, panel, wait_until, tmp_path):
    before = panel.image_words.text()
    other = QgsRasterLayer(str(make_raster(tmp_path / "other.tif", bands=1)), "other")
    QgsProject.instance().addMapLayer(other)

    workspace.detection.choose_image(other.id())

    assert panel.image() is other
    assert panel.image_words.text() != before
    wait_until(lambda: workspace.words.description(other) is not None)


def test_a_role_without_a_band_stops_the_button_and_says_where_to_choose(workspace, panel):
    combo = panel.options_form._band_combos["B04"]
    combo.setCurrentIndex(0)
    assert not panel.detect_button.isEnabled()
    assert panel.detect_button.toolTip() == "Choose the bands under Options."


def test_a_run_puts_its_sectors_on_the_map_and_its_line_in_the_dock(workspace, panel, wait_until, tmp_path):
    panel.detect_button.click()
    assert workspace.detection.is_running
    wait_until(lambda: workspace.project.layers())
    assert panel.result_label.text() == "1 sector, 1.00 km²."
    assert panel.review_button.isVisibleTo(panel)
    wait_until(lambda: workspace.docks["Report"].bar.counts_label.text() == "1 draft")
    assert list(tmp_path.glob("*.gpkg"))


def test_cancel_ends_the_run_at_once_and_says_so(workspace, panel, engine, wait_until):
    engine.seconds = 600
    panel.detect_button.click()
    wait_until(lambda: sent(engine, DetectRequest))
    panel.cancel_button.click()
    wait_until(lambda: not workspace.detection.is_running)
    assert "cancelled" in panel.warnings_label.text()
    assert workspace.project.layers() == []


def test_closing_the_project_cancels_the_run(workspace, panel, engine, iface, wait_until):
    engine.seconds = 600
    panel.detect_button.click()
    wait_until(lambda: sent(engine, DetectRequest))
    QgsProject.instance().clear()
    wait_until(lambda: not workspace.detection.is_running)
    assert workspace.project.layers() == []


def test_an_error_is_one_sentence_that_stays(workspace, panel, engine, wait_until):
    engine.answers[DetectRequest] = ModelMissingError("There is no model rgb: choose another one.")
    panel.detect_button.click()
    wait_until(lambda: not workspace.detection.is_running)
    wait_until(lambda: "km²" in panel.detect_button.text())
    assert "There is no model rgb: choose another one." in panel.warnings_label.text()


def test_the_toolbar_button_without_an_image_opens_the_imagery_dock(workspace, engine):
    asked = []
    workspace.detection.image_needed.connect(lambda: asked.append(True))
    workspace.actions["detect"].trigger()
    assert asked == [True] and not sent(engine, DetectRequest)


def test_without_the_engine_the_dock_offers_its_set_up(workspace, panel):
    workspace.detection.set_engine_ready(False)
    assert "engine" in panel.needs_label.text() and panel.needs_button.isVisibleTo(panel)
    assert not panel.detect_button.isEnabled()


def test_a_drawn_rectangle_is_the_place_in_the_crs_of_the_map(workspace, panel, image, iface):
    iface.canvas.setDestinationCrs(image.crs())
    panel.choose_where("rectangle")
    workspace.detection.place._on_drawn(QgsRectangle(1, 2, 3, 4))
    extent = workspace.detection.place.extent(image)
    assert (extent.west, extent.south, extent.east, extent.north) == (1, 2, 3, 4)
    assert extent.crs == "EPSG:32719"


def test_plans_are_asked_once_for_the_same_question(workspace, panel, engine, wait_until):
    workspace.detection.refresh()
    wait_until(lambda: sent(engine, PlanDetectRequest))
    wait_until(lambda: "km²" in panel.detect_button.text())
    workspace.detection.refresh()
    wait_until(lambda: "km²" in panel.detect_button.text())
    assert len(sent(engine, PlanDetectRequest)) == 1


def test_models_show_purpose_pixel_size_score_and_limits(panel):
    assert panel.model_words.text().split("\n") == [
        "Eight classes in true colour.", "Made for pixels of 10 m (runs from 8 m to 14 m).",
        "Tested: macro F1 0.41 (held-out sites).", "Limits: heap leaching is often missed.",
    ]  # fmt: skip
    assert not panel.model_combo.model().item(1).isEnabled()


def test_results_say_what_was_not_observed(qgis_app):
    assert result_sentence(answers.RESULT) == "57 sectors, 12.4 km²; 1.10 km² not observed (no data)."
    empty = dataclasses.replace(answers.RESULT, sectors=0, totals=(), not_observed_m2=0.0)
    assert result_sentence(empty) == "No mining sector found in 100 km² observed."


def test_the_table_leaves_ground_that_is_no_sector_to_the_end(panel):
    panel.show_result(answers.RESULT)
    table = panel.result_view.table
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    assert rows[0] == ["Open pit", "20", "900.0"] and rows[-1][0] == "Other"


@pytest.mark.parametrize(
    ("progress", "text"),
    [(Progress(0.3, "predict", "", 12, 40, 21.0), "Tile 12 of 40, about 20 s left"),
     (Progress(0.0, "model"), "Loading the model…")],
)  # fmt: skip
def test_progress_is_tiles_and_time_left(qgis_app, progress, text):
    assert progress_sentence(progress) == text


def test_the_smallest_area_follows_the_pixel_size():
    assert default_smallest_area_m2(10.0) == 2500.0
    assert default_smallest_area_m2(0.5) == 6.2


def test_polygons_of_a_running_detection_are_on_the_map_and_gone_at_its_end(qgis_app, tmp_path):
    ring = [[-70, -23], [-69, -23], [-69, -22], [-70, -23]]
    feature = {"type": "Feature", "properties": {"class": 5}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    path = tmp_path / "partial.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    preview = Preview()
    preview.show(Partial(str(path), 1))
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.featureCount() == 1 and layer.readOnly()
    preview.show(Partial(str(path), 1))
    assert len(QgsProject.instance().mapLayers()) == 1
    preview.clear()
    assert QgsProject.instance().mapLayers() == {}


def test_class_and_confidence_rasters_are_kept_as_results_not_images(workspace, panel, engine, wait_until, tmp_path):
    def detect(request):
        for path in (request.class_raster, request.confidence_raster):
            make_raster(Path(path), bands=1)
        path = answers.make_project_file(Path(request.output), [(SQUARE, 5, 0.9, {"uuid": "a"})])
        return dataclasses.replace(
            answers.RESULT, output=str(path), class_raster=request.class_raster,
            confidence_raster=request.confidence_raster,
        )  # fmt: skip

    engine.answers[DetectRequest] = detect
    panel.options_form.class_raster_check.setChecked(True)
    panel.options_form.confidence_raster_check.setChecked(True)
    workspace.detection.detect()
    wait_until(lambda: len([x for x in QgsProject.instance().mapLayers().values() if is_raster(x)]) == 3)
    assert sorted(path.name for path in tmp_path.glob("Pecket-*.tif")) == [
        "Pecket-classes.tif",
        "Pecket-confidence.tif",
    ]
    assert [layer.name() for layer in raster_layers()] == ["Pecket"]


def is_raster(layer):
    return isinstance(layer, QgsRasterLayer)


def fine_model():
    return dataclasses.replace(
        answers.MODEL,
        name="fine",
        title="Fine",
        path="/m/fine.onnx",
        is_default=False,
        gsd_m=0.5,
        gsd_range_m=(0.4, 1.2),
    )


@pytest.fixture
def two_models(engine):
    """A second model, which suits every image best."""
    from mining_monitor.contract.models import ModelSuggestion, ModelSuggestions, SuggestModelsRequest
    from mining_monitor.contract.requests import ListModelsRequest
    from mining_monitor.contract.results import ModelList, Notice

    coarse = Notice("suggest-finer", "It is made for pixels of 8 to 14 m; the image has 0.5 m and would be averaged.")
    engine.answers[ListModelsRequest] = ModelList((answers.MODEL, fine_model()))
    engine.answers[SuggestModelsRequest] = ModelSuggestions(
        (ModelSuggestion(fine_model(), 0.99), ModelSuggestion(answers.MODEL, 0.3, (coarse,))), "fine"
    )
    return engine


def test_the_model_that_suits_the_image_is_chosen_and_not_remembered(two_models, workspace, image, wait_until):
    from mining_monitor.adapter import settings

    panel = workspace.detection_panel
    wait_until(lambda: panel.model().name == "fine")
    workspace.detection.models.remember()
    assert settings.LAST_MODEL.get() == ""


def test_a_model_chosen_by_hand_stays_and_the_better_one_is_named(two_models, workspace, image, wait_until):
    from mining_monitor.adapter import settings

    panel = workspace.detection_panel
    wait_until(lambda: panel.model().name == "fine")
    panel.model_combo.setCurrentIndex(0)
    panel.model_combo.activated.emit(0)
    words = panel.model_words.text()
    assert "On this image: It is made for pixels of 8 to 14 m" in words
    assert "'Fine' suits this image better." in words
    workspace.detection.models.remember()
    workspace.detection.models.refresh()
    wait_until(lambda: not workspace.detection.models.is_asking)
    assert (panel.model().name, settings.LAST_MODEL.get()) == ("rgb", "rgb")


def test_clouds_are_left_out_when_it_is_asked(panel, workspace, image):
    from mining_monitor.gui.detection_request import Draft, make_request

    assert make_request(Draft(image, None, None, panel.options()), None).cloud_model == ""
    panel.options_form.clouds_check.setChecked(True)
    assert make_request(Draft(image, None, None, panel.options()), None).cloud_model == "auto"
