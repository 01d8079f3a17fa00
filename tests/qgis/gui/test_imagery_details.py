"""The details of an image: drawing, comparing, date and source, permission, overviews; and the options about them."""

from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel

from mining_monitor.adapter import catalogues, image_facts, services
from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.spectral import SpectralIndexRequest, SpectralIndexResult
from mining_monitor.gui.imagery_details import ImageryDetails
from mining_monitor.gui.options_page import OptionsForm
from tests.qgis.adapter.makers import make_raster, raster_layer


@pytest.fixture
def details(workspace):
    workspace.imagery.set_in_front(True)
    return workspace.imagery_panel.details


def add(layer, workspace, wait_until):
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: layer.name() in [entry_name(workspace, row) for row in range(count(workspace))])
    workspace.imagery_panel.choose(layer.id())
    workspace.imagery._ask_about(layer.id())
    return layer


def count(workspace):
    return workspace.imagery_panel.image_list.count()


def entry_name(workspace, row):
    return workspace.imagery_panel.image_list.item(row).text().split("\n")[0]


@pytest.fixture
def two(workspace, details, iface, tmp_path, wait_until):
    """Two dates of one place, the newer one chosen."""
    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32719"))
    iface.canvas.resize(300, 300)
    iface.window.resize(900, 500)
    old = add(raster_layer(make_raster(tmp_path / "old.tif"), "2020"), workspace, wait_until)
    new = add(raster_layer(make_raster(tmp_path / "new.tif"), "2024"), workspace, wait_until)
    wait_until(lambda: workspace.words.description(new) is not None and details.compare_combo.count() == 1)
    iface.canvas.setLayers([new, old])
    iface.canvas.setExtent(QgsRectangle(400_000, 7_499_940, 400_080, 7_500_000))
    return old, new


# -- date and source ---------------------------------------------------------------------------------------------------


def test_an_image_and_an_approval_name_the_same_sources(workspace, details):
    def offered(combo):
        return [combo.itemText(row) for row in range(combo.count())]

    assert offered(details.system_combo) == offered(workspace.annotation_panel.system_edit)
    assert "Copernicus Sentinel-2" in offered(details.system_combo)


def test_missing_date_and_source_are_said_and_what_is_entered_stays_with_the_layer(two, details):
    _old, new = two
    assert "no sector can be approved" in details.facts_label.text()
    details.date_edit.setText("2024-03-14")
    details.system_combo.setCurrentText("PlanetScope")
    details.date_edit.editingFinished.emit()
    assert image_facts.known(new) == image_facts.LayerFacts(date="2024-03-14", system="PlanetScope")
    assert details.facts_label.isHidden()


def test_a_date_that_is_none_is_said_below_and_not_kept(two, details):
    _old, new = two
    details.date_edit.setText("14/3/24")
    details.date_edit.editingFinished.emit()
    assert details.facts_label.text() == "'14/3/24' is no date. Write it as 2024-03-14."
    assert image_facts.known(new).date == ""


def test_a_time_of_day_survives_an_edit_of_the_source(workspace, two, details):
    _old, new = two
    image_facts.store(new, image_facts.LayerFacts(date="2024-03-14T14:31:21Z", scene_id="S2B", place="Pecket"))
    workspace.imagery.view.show(new.id())
    details.system_combo.setCurrentText("Sentinel-2")
    details.system_combo.lineEdit().editingFinished.emit()
    assert image_facts.known(new) == image_facts.LayerFacts(
        "2024-03-14T14:31:21Z", "", "Sentinel-2", "S2B", "", "Pecket"
    )


def test_sectors_drawn_by_hand_carry_the_dates_and_the_source_of_their_image(
    workspace, details, sectors, tmp_path, wait_until
):
    image = add(raster_layer(make_raster(tmp_path / "image.tif"), "scene"), workspace, wait_until)
    assert workspace.imagery.view.layer() is image or workspace.imagery.view.layer().id() == image.id()
    details.date_edit.setText("2024-03-14")
    details.date2_edit.setText("2024-03-20")
    details.system_combo.setCurrentText("Pléiades")
    details.date_edit.editingFinished.emit()
    fields = sectors.fields()
    proposed = [sectors.defaultValue(fields.indexOf(name)) for name in ("date", "date2", "system", "scene_id")]
    assert proposed == ["2024-03-14", "2024-03-20", "Pléiades", "scene"]


# -- drawing and comparing -----------------------------------------------------------------------------------------


def test_an_image_of_many_bands_opens_in_true_colour(workspace, details, tmp_path, wait_until):
    path = make_raster(tmp_path / "twelve.tif", bands=12)
    names = ["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12"]
    data = gdal.Open(str(path), gdal.GA_Update)
    for number, name in enumerate(names, 1):
        data.GetRasterBand(number).SetDescription(name)
    data = None

    assert raster_layer(path).renderer().redBand() == 1  # as QGIS opens it
    layer = workspace.imagery.add_file(path)
    wait_until(lambda: [layer.renderer().redBand(), layer.renderer().blueBand()] == [4, 2])

    workspace.imagery.view.draw("swir", layer)
    wait_until(lambda: layer.renderer().redBand() == 12)
    workspace.imagery.view.show(layer.id())
    assert layer.renderer().redBand() == 12  # what a person chose stays


def test_an_index_is_computed_once_and_shown_above_the_image(workspace, two, details, engine, wait_until):
    asked = []

    def compute(request):
        asked.append(request)
        make_raster(Path(request.output), bands=1)
        return SpectralIndexResult(request.output)

    engine.answers[SpectralIndexRequest] = compute
    for _time in range(2):
        details.index_requested.emit("NDTI")
        wait_until(lambda: not workspace.imagery.view._running)
    names = [layer.name() for layer in QgsProject.instance().layerTreeRoot().layerOrder()]
    assert names.count("NDTI - 2024") == 1 and names.index("NDTI - 2024") == names.index("2024") - 1
    assert len(asked) == 1 and "NDTI - 2024" not in [entry_name(workspace, row) for row in range(count(workspace))]


def test_an_index_that_is_asked_for_twice_at_once_is_one_layer(workspace, two, details, engine, wait_until):
    def compute(request):
        make_raster(Path(request.output), bands=1)
        return SpectralIndexResult(request.output)

    engine.answers[SpectralIndexRequest] = compute
    for _time in range(2):
        details.index_requested.emit("NDTI")
    wait_until(lambda: not workspace.imagery.view._running)
    names = [layer.name() for layer in QgsProject.instance().layerTreeRoot().layerOrder()]
    assert names.count("NDTI - 2024") == 1


def test_an_index_that_fails_says_why(workspace, two, details, engine, iface, wait_until):
    engine.answers[SpectralIndexRequest] = ImageError("'2024' has no near infrared.")
    details.index_requested.emit("NDVI")
    wait_until(lambda: not workspace.imagery.view._running)
    assert "no near infrared" in iface.bar.currentItem().text()


def test_the_swipe_shows_the_other_image_right_of_a_line_that_can_be_dragged(
    workspace, two, details, iface, wait_until
):
    details.swipe_button.click()
    item = workspace.imagery.compare._swipe._item
    wait_until(lambda: item.image is not None and not item.image.isNull(), 20)
    assert item.label == "2020" and item.share == 0.5
    width, middle = iface.canvas.width(), QPoint(iface.canvas.width() // 2, 100)
    QTest.mousePress(iface.canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(iface.canvas.viewport(), QPoint(width // 4, 100))
    tool = workspace.imagery.compare._swipe._tool
    tool.moved.emit(0.25)
    QTest.mouseRelease(iface.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(width // 4, 100))
    assert item.share == pytest.approx(0.25, abs=0.02)
    details.swipe_button.click()
    assert not workspace.imagery.compare._swipe.is_on and item.scene() is None


def test_escape_ends_the_swipe_and_gives_the_tool_back(workspace, two, details, iface):
    before = iface.canvas.mapTool()
    details.swipe_button.click()
    QTest.keyClick(iface.canvas, Qt.Key.Key_Escape)
    assert not details.swipe_button.isChecked() and iface.canvas.mapTool() is before


def test_the_second_map_follows_the_first_and_goes_with_its_button(workspace, two, details, iface, wait_until):
    iface.window.show()
    details.beside_button.click()
    second = workspace.imagery.compare._second
    wait_until(lambda: second.map.width() > 40 and second.map.layers())
    iface.canvas.setExtent(QgsRectangle(400_020, 7_499_960, 400_040, 7_499_980))
    wait_until(lambda: second.map.center().distance(iface.canvas.center()) < 0.5)
    assert second.map.scale() == pytest.approx(iface.canvas.scale(), rel=1e-3)
    assert [layer.name() for layer in second.map.layers()] == ["2020"]
    details.beside_button.click()
    assert workspace.imagery.compare._second is None


def test_removing_the_compared_image_ends_the_comparison(workspace, two, details, wait_until):
    old, _new = two
    details.swipe_button.click()
    QgsProject.instance().removeMapLayer(old.id())
    wait_until(lambda: details.compare_combo.count() == 0)
    assert not workspace.imagery.compare._swipe.is_on


# -- permission ------------------------------------------------------------------------------------------------------


@pytest.fixture
def tiles(workspace, details, wait_until):
    source = "type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=5"
    return add(QgsRasterLayer(source, "tiles", "wms"), workspace, wait_until)


def test_a_service_asks_once_and_is_then_an_image_as_any_other(workspace, tiles, details, wait_until):
    assert "127.0.0.1:9" in details.permission_label.text() and not details.permission_frame.isHidden()
    assert "has not been confirmed" in workspace.words.sentence(tiles)
    details.permit_button.click()
    assert details.permission_frame.isHidden() and services.is_permitted("127.0.0.1:9")
    wait_until(lambda: "fetched as a picture" in workspace.imagery_panel.image_list.currentItem().text())


def test_the_detection_dock_names_the_question_and_goes_on_when_it_is_answered(workspace, tiles, details, wait_until):
    workspace.detection.set_in_front(True)
    workspace.detection.choose_image(tiles.id())
    workspace.detection_panel.choose_where("layer")
    workspace.detection.refresh()
    wait_until(lambda: "nobody has confirmed" in workspace.detection_panel.warnings_label.text())
    details.permit_button.click()
    wait_until(lambda: "nobody has confirmed" not in workspace.detection_panel.warnings_label.text())


def test_google_is_no_question(workspace, details, wait_until):
    source = "type=xyz&url=https://mt1.google.com/vt/lyrs%3Ds&zmax=19"
    layer = add(QgsRasterLayer(source, "Google", "wms"), workspace, wait_until)
    assert details.permission_frame.isHidden()
    assert "forbid image analysis" in workspace.words.sentence(layer)


# -- options -----------------------------------------------------------------------------------------------------------


def test_the_options_add_a_catalogue_and_revoke_a_service(qgis_app):
    services.permit("tiles.example.org")
    form = OptionsForm()
    assert form.catalogues_table.rowCount() == 3 and form.services_list.count() == 1
    form.add_catalogue_button.click()
    form.catalogues_table.item(3, 0).setText("Ours")
    form.catalogues_table.item(3, 1).setText("https://stac.example.org/v1")
    form.revoke_button.click()
    form.save()
    assert [(c.title, c.url) for c in catalogues.own_catalogues()] == [("Ours", "https://stac.example.org/v1")]
    assert not services.is_permitted("tiles.example.org")

    again = OptionsForm()
    again.catalogues_table.setCurrentCell(3, 0)
    again.remove_catalogue_button.click()
    again.save()
    assert catalogues.own_catalogues() == ()


def test_known_catalogues_cannot_be_removed_and_a_wrong_address_is_left_out(qgis_app):
    form = OptionsForm()
    form.catalogues_table.setCurrentCell(0, 0)
    assert not form.remove_catalogue_button.isEnabled()
    form.add_catalogue_button.click()
    form.catalogues_table.item(3, 1).setText("file:///etc/passwd")
    form.save()
    assert catalogues.own_catalogues() == ()


def test_the_keyboard_reaches_every_field_of_the_search(workspace, details):
    """No key is used twice on one page."""
    panel = workspace.imagery_panel
    for page in (panel.search, panel.loader, panel.details):
        widgets = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
        keys = [w.text()[w.text().index("&") + 1].lower() for w in widgets if "&" in w.text()]
        assert len(keys) >= 5 and len(keys) == len(set(keys)), sorted(keys)


@pytest.fixture
def tall_details(qgis_app):
    """The details alone, in more room than they need."""
    details = ImageryDetails()
    details.resize(360, 600)
    details.show()
    yield details
    details.deleteLater()


def rows_of(details):
    """Where the rows stand, in pixels from the top."""
    details.layout().activate()
    return [w.mapTo(details, QPoint(0, 0)).y() for w in (details.colour_button, details.date_edit)]


def test_rows_stay_together_when_there_is_nothing_left_to_say(tall_details):
    details = tall_details
    details.say("Date and source are still missing.")
    said = rows_of(details)
    details.say("")
    assert rows_of(details) == said
