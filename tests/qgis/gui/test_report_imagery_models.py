"""Report, Imagery and the model form."""

import json
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer

from mining_monitor.contract.errors import ModelCardError
from mining_monitor.contract.requests import (
    AddModelRequest,
    DescribeModelRequest,
    ExportGeoJsonRequest,
    SampleSceneRequest,
)  # fmt: skip
from mining_monitor.contract.results import ExportResult, ModelDraft, SampleSceneResult
from mining_monitor.gui.image_words import sentence_of_layer
from mining_monitor.gui.model_form import ModelForm
from tests.qgis.adapter.makers import make_raster
from tests.qgis.gui import answers
from tests.qgis.gui.conftest import SQUARE


@pytest.fixture
def report(workspace, sectors, engine):
    engine.answers[ExportGeoJsonRequest] = lambda request: ExportResult(
        request.output, 3, "ab" * 32, {"state rejected": 2, "state draft": 0, "no geometry": 1}
    )
    workspace.report.set_in_front(True)
    return workspace.report_panel


def test_export_says_what_was_written_and_left_out(workspace, report, engine, wait_until):
    assert report.export_button.text().replace("&", "") == "Export 3 sectors as GeoJSON"
    report.export_button.click()
    wait_until(lambda: not report.result_label.isHidden())
    text = report.result_label.text()
    assert "3 sectors written to" in text and "Left out: 2 rejected, 1 no geometry." in text and "abababab" in text
    (request,) = [r for r in engine.requests if isinstance(r, ExportGeoJsonRequest)]
    assert (request.layer, request.profile, request.generalise) == ("sectors", "report", "none")
    assert "rejected" not in request.states and request.where == "\"scene_id\" = 'scene'"


def test_an_earlier_file_is_replaced_only_after_the_dock_has_said_so(workspace, report, engine, tmp_path, wait_until):
    earlier = tmp_path / "sectors.geojson"
    earlier.write_text("{}")
    report.output_file.setFilePath(str(earlier))

    assert report.export_button.text().replace("&", "") == "Export 3 sectors as GeoJSON, replacing the file"
    assert "sectors.geojson exists already and will be replaced." in report.result_label.text()

    report.link_activated.emit("keep:")
    assert report.options().output == str(tmp_path / "sectors-2.geojson")
    assert report.export_button.text().replace("&", "") == "Export 3 sectors as GeoJSON"
    assert report.result_label.isHidden()
    report.export_button.click()
    wait_until(lambda: not report.result_label.isHidden())
    (request,) = [r for r in engine.requests if isinstance(r, ExportGeoJsonRequest)]
    assert request.output == str(tmp_path / "sectors-2.geojson")


def test_artisanal_sites_become_cells_by_default_and_exact_ones_warn(workspace, report, tmp_path):
    path = tmp_path / "asm.gpkg"
    answers.make_project_file(path, [(SQUARE, 1, 0.9, {"uuid": "a"})])
    workspace.project.use(path)
    workspace.report.refresh()
    assert report.options().generalise == "" and report.options().purpose == ""
    assert "1 artisanal sites" in report.places_words.text() and report.export_button.isEnabled()
    report.profile_combo.setCurrentIndex(report.profile_combo.findData("lames"))  # knows exact places, or cells for all
    assert "can put people at risk" in report.places_words.text() and not report.export_button.isEnabled()
    report.profile_combo.setCurrentIndex(report.profile_combo.findData("report"))
    report.generalise_combo.setCurrentIndex(0)
    assert "can put people at risk" in report.places_words.text()


def test_no_state_no_export(workspace, report):
    for check in report._state_checks.values():
        check.setChecked(False)
    assert not report.export_button.isEnabled()
    assert report.export_button.toolTip() == "No sector is in the chosen states."


def test_links_of_the_checklist_lead_to_the_review(workspace, report):
    workspace.report._on_link("state:draft")
    assert workspace.annotation_panel.state_shown() == "draft"


def test_imagery_welcomes_and_then_lists(workspace, image, wait_until):
    panel = workspace.imagery_panel
    workspace.imagery.set_in_front(True)
    assert panel.pages.currentWidget() is panel.list_page
    assert panel.image_list.item(0).text() == "Pecket\nThree bands of a small test."
    QgsProject.instance().clear()
    wait_until(lambda: panel.pages.currentWidget() is panel.welcome_page)


def test_files_that_are_no_image_are_named(workspace, iface, tmp_path):
    (tmp_path / "notes.txt").write_text("no image")
    workspace.imagery.add_files([str(tmp_path / "notes.txt")])
    assert iface.bar.currentItem() is not None
    assert QgsProject.instance().mapLayers() == {}


def test_the_sample_scene_is_drawn_once_and_opened(workspace, engine, wait_until):
    def draw(request):
        make_raster(Path(request.output))
        return SampleSceneResult(request.output, request.output)

    engine.answers[SampleSceneRequest] = draw
    for _time in range(2):
        workspace.imagery_panel.sample_requested.emit()
        wait_until(lambda: workspace.detection_panel.image() is not None)
        QgsProject.instance().clear()
    assert len([r for r in engine.requests if isinstance(r, SampleSceneRequest)]) == 1


def test_layers_say_what_they_are_without_the_engine(qgis_app, tmp_path):
    make_raster(tmp_path / "a.tif")
    text = sentence_of_layer(QgsRasterLayer(str(tmp_path / "a.tif"), "a"))
    assert text == "8 × 6 pixels, 3 bands, 8 bit, 10 m on the ground, EPSG:32719"


@pytest.fixture
def draft():
    card = {
        "properties": {
            "mlm:input": [{"input": {"shape": [-1, 3, -1, -1], "dim_order": ["batch", "bands", "height", "width"]}}],
            "mlm:output": [{"result": {"shape": [-1, 2, -1, -1], "dim_order": ["batch", "class", "height", "width"]}}],
        }
    }
    return ModelDraft("/m/bare.onnx", ("image: float32",), ("scores: float32",), json.dumps(card), ())


def test_the_form_of_a_bare_model_asks_for_one_thing_after_the_other(qgis_app, draft):
    form = ModelForm(draft)
    assert not form.isModal() and form.classes_table.rowCount() == 2
    assert "Name the bands" in form.problem()
    form.bands_edit.setText("red, green")
    assert form.problem() == "The model takes 3 bands; you have named 2."
    form.bands_edit.setText("red, green; blue")
    assert "pixel size" in form.problem()
    form.gsd_spin.setValue(10)
    assert form.problem() == "Choose what class 1 is."
    form.classes_table.cellWidget(0, 1).setCurrentIndex(1)
    form.classes_table.cellWidget(1, 1).setCurrentIndex(6)
    assert form.problem() == ""
    properties = json.loads(form.card())["properties"]
    assert properties["mining_monitor:class_codes"] == [0, 5]
    assert properties["mlm:input"][0]["bands"] == ["red", "green", "blue"]
    assert (properties["mining_monitor:gsd_m"], properties["mining_monitor:value_range"]) == (10.0, "rgb-8bit")


def test_adding_a_bare_model_opens_the_form_and_saves_its_card(workspace, engine, draft, wait_until):
    asked = []

    def add(request):
        asked.append(request)
        if request.card is None:
            raise ModelCardError("bare.onnx has no card.")
        return answers.MODEL

    engine.answers[AddModelRequest] = add
    engine.answers[DescribeModelRequest] = draft
    workspace.detection.models.add_file("/m/bare.onnx")
    wait_until(lambda: workspace.detection.models._form is not None)
    workspace.detection.models._form.saved.emit("/m/bare.onnx", "{}")
    wait_until(lambda: len(asked) == 2)
    assert asked[1].card == "{}"
