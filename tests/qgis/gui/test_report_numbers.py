"""Areas, change, sample and accuracy from the Report dock: what is asked of the engine and what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from mining_monitor.contract.accuracy import AccuracyResult, AssessAccuracyRequest, ClassAccuracy, Estimate
from mining_monitor.contract.change import ChangeResult, ClassChange, DetectChangeRequest, SiteChange
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.numbers import (
    AreaRow,
    AreasRequest,
    AreasResult,
    PlaceRow,
    SamplePointsRequest,
    SampleResult,
    Stratum,
)
from mining_monitor.contract.results import Notice
from mining_monitor.gui import report_numbers_controller
from tests.qgis.adapter.makers import make_sectors_file
from tests.qgis.gui.conftest import SQUARE
from tests.qgis.gui.sample_makers import make_sample

AREAS = AreasResult(
    rows=(
        AreaRow("total", "", None, "all", 3, 4.2e6, 4.0e6, 1, 900.0), AreaRow("total", "", 5, "op", 1, 3e6, 3e6),
        AreaRow("site_id", "821", 5, "op", 1, 3e6, 3e6),
    ),
    places=(PlaceRow("Concession A", 9e6, 8e6, 1e6, 2e6),), sectors=3, sum_m2=4.2e6, union_m2=4.0e6, observed_m2=8e6,
    mapped_outside_observed_m2=5.0, warnings=(Notice("x", "Two dates lie over each other.", {}),),
)  # fmt: skip
CHANGE = ChangeResult(
    codes=(0, 5), matrix_m2=((0.0, 1e5), (0.0, 2e5)), transitions=(), expansion_m2=1e5, reclamation_m2=0.0,
    conversion_m2=0.0, suppressed_m2=3e3, not_observed_m2={"before": 2e4, "after": 0.0},
    classes=(ClassChange(5, "op", 2e5, 3e5, 0.2, 1e4), ClassChange(9, "wr", 1e5, 0.0)),
    sites=(SiteChange("821", "expanded", 2e5, 3e5, 1e5, 0.0, 0.0, 0.0, 0.041),),
    before_at=("2019-02-01", "2019-02-01"), after_at=("2024-02-27", "2024-02-27"),
)  # fmt: skip
ACCURACY = AccuracyResult(
    method="sample", unit="points", codes=(0, 5), matrix=((90.0, 2.0), (1.0, 49.0)),
    proportions=((0.9, 0.02), (0.0, 0.08)),
    overall=Estimate(0.9472, 0.0092, 0.929, 0.965),
    classes=(
        ClassAccuracy(5, "op", Estimate(0.98, 0.02, 0.94, 1.0), Estimate(None), 0.9, 0.9, 0.9, 51.0, 3e6,
                      Estimate(2.5e6, 1e5, 2.304e6, 2.696e6)),
    ),
    macro={}, labelled=142, unlabelled=8, not_interpretable=3, second_reader={"checked": 30.0, "agreed": 0.9},
)  # fmt: skip


@pytest.fixture
def numbers(workspace, sectors, engine):
    engine.answers[AreasRequest] = AREAS
    engine.answers[DetectChangeRequest] = CHANGE
    engine.answers[AssessAccuracyRequest] = lambda request: _written(request)
    workspace.report.set_in_front(True)
    yield workspace.report_panel.numbers
    workspace.report.numbers.labelling.close()


def _written(request):
    Path(request.output).write_text("{}", encoding="utf-8")
    return AccuracyResult(**{**vars(ACCURACY), "output": request.output, "table": request.table})


def asked(engine, kind):
    return [request for request in engine.requests if isinstance(request, kind)]


def is_idle(workspace):
    return lambda: workspace.report.numbers._task is None


def click(workspace, button, wait_until):
    button.click()
    wait_until(is_idle(workspace))


def test_areas_by_class_are_a_click_away_with_what_was_observed_beside(
    workspace, numbers, engine, tmp_path, wait_until
):
    click(workspace, numbers.areas_button, wait_until)
    (request,) = asked(engine, AreasRequest)
    assert (request.by, request.overlay, request.attributes) == ((), "", "")
    assert request.source.path == str(tmp_path / "mine.gpkg") and "rejected" not in request.source.states
    assert request.source.where == "\"scene_id\" = 'scene'"
    assert request.table == str(tmp_path / "mine-areas.csv")
    text = numbers.figures_label.text()
    assert "4.00 km²" in text and "4.20 km²" in text and "8.00 km² was observed" in text
    assert "lie outside" not in text  # 5 m² are rounding
    assert "Two dates lie over each other." in text and "1.00 km²" in text  # not observed in the concession
    assert numbers.chart.isHidden()


def test_areas_are_cut_by_polygons_of_another_layer_named_by_its_display_field(
    workspace, numbers, engine, tmp_path, wait_until
):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=holder:string", "Concessions", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(SQUARE))
    feature.setAttribute("holder", "A")
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: numbers.by_combo.findText("polygons of Concessions") > 0)
    saved = []

    def answer(request):
        saved.append((Path(request.overlay).is_file(), request.overlay_layer, request.overlay_field))
        return AREAS

    engine.answers[AreasRequest] = answer
    numbers.by_combo.setCurrentIndex(numbers.by_combo.findText("polygons of Concessions"))
    click(workspace, numbers.areas_button, wait_until)
    assert saved == [(True, "sectors", "holder")]
    (request,) = asked(engine, AreasRequest)
    assert not Path(request.overlay).exists()  # what was saved for the engine is gone


def test_areas_by_commodity_ask_for_the_table_of_sites(workspace, numbers, engine, monkeypatch, wait_until):
    chosen = iter([("", ""), ("/data/metadata.csv", "")])
    monkeypatch.setattr(
        report_numbers_controller.QFileDialog, "getOpenFileName", staticmethod(lambda *_args: next(chosen))
    )
    numbers.by_combo.setCurrentIndex(numbers.by_combo.findData("table"))
    numbers.areas_button.click()
    assert not asked(engine, AreasRequest)
    click(workspace, numbers.areas_button, wait_until)
    assert asked(engine, AreasRequest)[0].attributes == "/data/metadata.csv"


def test_change_is_shown_by_kind_and_site_and_as_bars_to_scale(workspace, numbers, engine, tmp_path, wait_until):
    numbers.change_button.click()
    assert not asked(engine, DetectChangeRequest)  # nothing to compare with is chosen
    path = make_sectors_file(tmp_path / "then.gpkg", [(SQUARE, 5, 0.9, {})])
    layer = QgsVectorLayer(f"{path}|layername=sectors", "Then", "ogr")
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: numbers.earlier_combo.findData(layer.id()) > 0)
    numbers.earlier_combo.setCurrentIndex(numbers.earlier_combo.findData(layer.id()))
    click(workspace, numbers.change_button, wait_until)

    (request,) = asked(engine, DetectChangeRequest)
    assert (request.before.path, request.after.path) == (str(path), str(tmp_path / "mine.gpkg"))
    text = numbers.figures_label.text()
    assert "2019-02-01" in text and "expanded" in text and "4.1 % a year" in text and "2.00 ha" in text
    chart = numbers.chart
    assert not chart.isHidden()
    chart.resize(400, chart.sizeHint().height())
    (pit_before, pit_after), (dump_before, dump_after) = chart.bars()
    assert pit_after.width() / pit_before.width() == pytest.approx(1.5)
    assert dump_before.width() / pit_before.width() == pytest.approx(0.5) and dump_after.width() == 0
    assert dump_after.bottom() <= chart.height() and "Open pit: 20.0 ha → 30.0 ha" in chart.accessibleDescription()
    assert not chart.grab().toImage().isNull()


def test_a_sample_is_drawn_into_a_new_file_and_offered(workspace, numbers, engine, tmp_path, wait_until):
    def draw(request):
        make_sample(Path(request.output))
        return SampleResult(request.output, 60, 1, "olofsson", (Stratum(5, "op", 1e6, 0.25, 60),), 4e6)

    engine.answers[SamplePointsRequest] = draw
    make_sample(tmp_path / "mine-sample.gpkg")
    numbers.points_spin.setValue(60)
    assert not numbers.label_button.isEnabled()
    click(workspace, numbers.draw_button, wait_until)
    (request,) = asked(engine, SamplePointsRequest)
    assert request.size == 60 and request.output == str(tmp_path / "mine-sample-2.gpkg")
    assert numbers.sample() == request.output and numbers.label_button.isEnabled()
    assert "60 points drawn" in numbers.figures_label.text()
    numbers.label_button.click()
    assert workspace.report.numbers.labelling.window.isVisible()


def test_accuracy_goes_from_the_window_into_dock_report_and_checklist(workspace, numbers, engine, tmp_path, wait_until):
    path = make_sample(tmp_path / "shared.gpkg", label={1: "op"})
    numbers.sample_file.setFilePath(str(path))
    numbers.label_button.click()
    click(workspace, workspace.report.numbers.labelling.window.assess_button, wait_until)

    (request,) = asked(engine, AssessAccuracyRequest)
    assert request.reference.path == str(path) and request.source.path == str(tmp_path / "mine.gpkg")
    text = numbers.figures_label.text()
    assert "Overall accuracy 94.7 ± 1.8 %" in text and "142 points used, 8 not labelled, 3 cannot be told." in text
    assert "Two readers agree on 90 % of 30 points." in text and "2.50 km² ± 19.6 ha" in text and "undefined" in text
    panel = workspace.report_panel
    assert panel.accuracy_file.filePath() == str(tmp_path / "shared-accuracy.json")
    assert "overall accuracy 94.7 ± 1.8 %" in panel.check_label.text()
    assert "94.7" in workspace.report.numbers.labelling.window.point_label.text()


def test_the_checklist_leads_to_the_sample(workspace, numbers):
    assert "sample:" in workspace.report_panel.check_label.text()
    workspace.report_panel.link_activated.emit("sample:")


def test_a_failure_is_told_and_the_buttons_are_free_again(workspace, numbers, engine, iface, wait_until):
    engine.answers[AreasRequest] = AnnotationsError("mine.gpkg cannot be read.")
    click(workspace, numbers.areas_button, wait_until)
    assert "mine.gpkg cannot be read." in iface.messageBar().currentItem().text()
    assert numbers.areas_button.isEnabled() and numbers.figures_label.isHidden()


def test_without_sectors_nothing_can_be_counted(workspace, engine):
    workspace.report.set_in_front(True)
    numbers = workspace.report_panel.numbers
    assert not numbers.areas_button.isEnabled() and not numbers.draw_button.isEnabled()
    assert numbers.areas_button.toolTip() == "There are no sectors yet."


def test_exact_places_of_artisanal_sites_want_a_purpose_that_is_recorded(
    workspace, numbers, engine, tmp_path, wait_until
):
    from mining_monitor.contract.requests import ExportGeoJsonRequest
    from tests.qgis.gui import answers

    path = tmp_path / "asm.gpkg"
    answers.make_project_file(path, [(SQUARE, 1, 0.9, {"uuid": "a"})])
    workspace.project.use(path)
    workspace.report.refresh()
    panel = workspace.report_panel
    assert panel.purpose_edit.isHidden() and panel.export_button.isEnabled()
    panel.generalise_combo.setCurrentIndex(0)
    assert not panel.purpose_edit.isHidden() and not panel.export_button.isEnabled()
    assert "recorded beside the file" in panel.export_button.toolTip() and numbers.areas_button.isEnabled()
    panel.purpose_edit.setText("Reclamation plan, consent of the cooperative")
    panel.recipient_edit.setText("District office")
    panel.export_button.click()
    wait_until(lambda: asked(engine, ExportGeoJsonRequest))
    (request,) = asked(engine, ExportGeoJsonRequest)
    assert (request.generalise, request.recipient, request.operator) == ("none", "District office", "Ana")
    assert request.purpose == "Reclamation plan, consent of the cooperative"
