"""The report on sites from the dock: what is asked, what is shown, what is opened."""

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.report import SiteReportRequest, SiteReportResult
from mining_monitor.gui import report_controller
from tests.qgis.adapter.makers import make_sectors_file
from tests.qgis.gui.conftest import SQUARE


@pytest.fixture
def opened(monkeypatch):
    """Files that would have been opened in the browser."""
    files = []

    class Desktop:
        @staticmethod
        def openUrl(url):
            files.append(Path(url.toLocalFile()))

    monkeypatch.setattr(report_controller, "QDesktopServices", Desktop)
    return files


@pytest.fixture
def report(workspace, sectors, engine, opened):
    def write(request):
        Path(request.output).write_text("<html><head><title>R</title></head><body><h1>R</h1></body></html>")
        return SiteReportResult(request.output, 2, 3, "cd" * 32, request.table)

    engine.answers[SiteReportRequest] = write
    workspace.report.set_in_front(True)
    return workspace.report_panel


def choose(panel, value):
    panel.profile_combo.setCurrentIndex(panel.profile_combo.findData(value))


def asked(engine):
    return [request for request in engine.requests if isinstance(request, SiteReportRequest)]


def test_the_form_shows_what_the_chosen_file_asks_for(report):
    assert report.page_box.isHidden() and not report.generalise_combo.isHidden()
    choose(report, "page")
    assert not report.page_box.isHidden() and report.generalise_combo.isHidden()
    assert report.options().output.endswith(".html")
    choose(report, "pdf")
    assert report.options().output.endswith(".pdf")
    assert report.export_button.text().replace("&", "") == "Write report on 3 sectors"


def test_a_report_is_asked_for_as_the_form_says_and_opened(report, engine, opened, image, tmp_path, wait_until):
    earlier = make_sectors_file(tmp_path / "then.gpkg", [(SQUARE, 5, 0.9, {})])
    layer = QgsVectorLayer(f"{earlier}|layername=sectors", "Then", "ogr")
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: report.compare_combo.findData(layer.id()) > 0 and report.image_combo.findData(image.id()) > 0)
    choose(report, "page")
    report.compare_combo.setCurrentIndex(report.compare_combo.findData(layer.id()))
    report.image_combo.setCurrentIndex(report.image_combo.findData(image.id()))
    report.compare_image_combo.setCurrentIndex(report.compare_image_combo.findData(image.id()))
    report.language_combo.setCurrentIndex(report.language_combo.findData("pt"))
    report.sites_edit.setText("821, 14")
    report.accuracy_file.setFilePath(str(tmp_path / "accuracy.json"))
    report.table_check.setChecked(True)
    output = Path(report.options().output)
    report.export_button.click()
    wait_until(lambda: opened)

    (request,) = asked(engine)
    assert (request.source.layer, request.source.where) == ("sectors", "\"scene_id\" = 'scene'")
    assert "rejected" not in request.source.states and request.sites == ("821", "14")
    assert (request.compare.path, request.image, request.language) == (str(earlier), image.source(), "pt")
    assert request.compare_image == image.source()
    assert report.numbers.earlier_id() == layer.id()  # the numbers compare with the same sectors
    assert (request.table, request.operator) == (str(output.with_suffix(".csv")), "Ana")
    assert request.accuracy == str(tmp_path / "accuracy.json")
    assert opened == [output]
    text = report.result_label.text()
    assert "2 sites, 3 sectors written to" in text and output.name in text and "cdcdcdcd" in text
    assert report.export_button.isEnabled()


def test_a_preview_shows_the_pages_as_they_print_and_leaves_nothing(workspace, report, opened, tmp_path, wait_until):
    choose(report, "pdf")
    report.table_check.setChecked(True)
    report.preview_button.click()
    wait_until(lambda: workspace.report.window is not None)
    window = workspace.report.window
    (label,) = window.pages()
    wait_until(lambda: label.pixmap().width() > window.width() // 2)
    assert window.isVisible() and window.count_label.text() == "1 page"
    assert label.pixmap().width() / label.pixmap().height() == pytest.approx(210 / 297, abs=0.01)
    dark = [label.pixmap().toImage().pixelColor(x, y).lightness() for x in range(40, 160) for y in range(40, 120)]
    assert min(dark) < 128  # the heading stands on the page
    assert opened == [] and report.export_button.isEnabled()

    window.open_button.click()
    (page,) = opened
    assert page.suffix == ".html" and page.is_file()
    assert not list(tmp_path.glob("*.pdf")) and not list(tmp_path.glob("*.csv"))
    report.preview_button.click()
    wait_until(lambda: report.export_button.isEnabled())
    assert workspace.report.window is window
    workspace.report.close()
    assert not page.exists() and workspace.report.window is None


def test_a_pdf_is_printed_from_the_page_of_the_engine(report, engine, opened, wait_until):
    choose(report, "pdf")
    output = Path(report.options().output)
    report.export_button.click()
    wait_until(lambda: opened)
    (request,) = asked(engine)
    assert output.read_bytes().startswith(b"%PDF-")
    assert not Path(request.output).parent.exists()


def test_a_report_that_fails_is_told_and_the_form_is_free_again(report, engine, opened, wait_until):
    engine.answers[SiteReportRequest] = AnnotationsError("mine.gpkg has no sectors to report on.")
    choose(report, "page")
    report.export_button.click()
    wait_until(lambda: not report.result_label.isHidden())
    assert "no sectors to report on" in report.result_label.text()
    assert report.export_button.isEnabled() and opened == []
