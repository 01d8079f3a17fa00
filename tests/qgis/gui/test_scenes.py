"""The Imagery dock with products and catalogues: the form says what it is, the request is what the form says."""

import dataclasses
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt

from mining_monitor.adapter import catalogues, image_facts, image_refs, settings
from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.products import (
    DescribeProductRequest,
    LoadedScene,
    LoadSentinel2Request,
    OffsetDecision,
    ProductBand,
    ProductDescription,
)
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.contract.results import Notice
from mining_monitor.contract.scenes import (
    DownloadResult,
    Scene,
    SceneCover,
    SceneCoverRequest,
    SceneList,
    SearchScenesRequest,
    ThumbnailRequest,
)
from mining_monitor.gui import scene_table
from tests.qgis.adapter.makers import make_raster, memory_sectors

OFFSET = OffsetDecision("add", -1000.0, 10000.0, ("The metadata declare an offset of -1000 for each band.",))
PRODUCT = ProductDescription(
    path="/data/a.SAFE", product_id="S2B_MSIL2A_X", level="L2A", baseline="05.10",
    sensed_at="2024-03-14T14:31:21Z", satellite="Sentinel-2B", tile="19KCP", crs=("EPSG:32719",),
    bands=(ProductBand("B02", "blue", (10.0,)), ProductBand("B04", "red", (10.0,))), offset=OFFSET,
    cloud_percent=3.0, footprint="POLYGON((-70 -23, -69 -23, -69 -22, -70 -22, -70 -23))",
    in_words="Sentinel-2B L2A, 14 Mar 2024, baseline 05.10.",
    warnings=(Notice("scl-missing", "It has no scene classification."),),
)  # fmt: skip
SCENE = Scene(
    scene_id="S2B_19KCP_20240314", catalogue="earth-search", collection="sentinel-2-l2a",
    item="https://example.org/items/1", sensed_at="2024-03-14T14:31:21Z", satellite="Sentinel-2B", tile="19KCP",
    baseline="05.10", footprint=PRODUCT.footprint, extent_share=1.0, cloud_percent=3.2,
    thumbnail="https://example.org/1.png",
)  # fmt: skip
EARLIER = dataclasses.replace(
    SCENE, scene_id="S2A_19KCP_20240309", item="https://example.org/items/2", sensed_at="2024-03-09T14:31:21Z",
    cloud_percent=21.0, extent_share=0.4,
)  # fmt: skip


def loaded(request):
    make_raster(Path(request.output), bands=4)
    if request.mask:
        make_raster(Path(request.mask), bands=1)
    return LoadedScene(
        output=request.output, mask=request.mask, width=8, height=6, crs="EPSG:32719", gsd_m=10.0,
        bands=("B02", "B03", "B04", "B08"), scene_ids=("S2B_MSIL2A_X",), observed_at="2024-03-14T14:31:21Z",
        last_observed_at="2024-03-14T14:31:21Z", system="Sentinel-2", attribution="Contains Copernicus data 2024",
        offset=(OFFSET,), observed_share=0.97, not_observed_by_reason={"cloud": 0.03},
        pixels_by_date={"2024-03-14": 48}, warnings=(Notice("edge", "A part lies outside the product."),),
    )  # fmt: skip


def sent(engine, kind):
    return [request for request in engine.requests if isinstance(request, kind)]


@pytest.fixture
def dock(workspace, engine, iface):
    engine.answers[DescribeProductRequest] = PRODUCT
    engine.answers[LoadSentinel2Request] = loaded
    engine.answers[SearchScenesRequest] = SceneList((SCENE, EARLIER), matched=17)
    engine.answers[SceneCoverRequest] = lambda r: SceneCover(
        r.item, 0.5 if r.item.endswith("2") else 0.99, {"cloud": 0.01}
    )
    engine.answers[ThumbnailRequest] = ImageError("There is no thumbnail.")
    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    iface.canvas.resize(400, 400)
    iface.canvas.setExtent(QgsRectangle(-69.6, -22.6, -69.4, -22.4))
    workspace.imagery.set_in_front(True)
    return workspace.imagery_panel


@pytest.fixture
def form(workspace, dock, wait_until):
    """The form of a product that the engine has described."""
    workspace.imagery.open_products(["/data/a.SAFE"])
    wait_until(lambda: "offset" in dock.loader.words_label.text())
    return dock.loader


def test_a_product_says_what_it_is_with_the_evidence_for_its_offset(form, dock):
    text = form.words_label.text()
    assert dock.pages.currentWidget() is form
    assert text.startswith("Sentinel-2B L2A, 14 Mar 2024, baseline 05.10.\n")
    assert "still has to be added" in text and OFFSET.evidence[0] in text and "Bands: B02, B04" in text
    assert form.warnings_label.text() == "⚠ It has no scene classification."
    assert form.offset_combo.isHidden()
    assert form.place_edit.text() == "19KCP" and form.output_file.filePath().endswith("imagery/19KCP_2024-03-14.tif")


def test_the_request_is_what_the_form_says(workspace, form, engine, iface, wait_until):
    sites = memory_sectors([("POLYGON((-69.5 -22.5, -69.4 -22.5, -69.4 -22.4, -69.5 -22.5))", 2, 1.0)], "sites")
    QgsProject.instance().addMapLayer(sites)
    form.place_edit.setText("Pecket")
    form.bands_combo.setCurrentText("B4 B3 B2")
    form.resolution_combo.setCurrentIndex(1)
    form.where_combo.setCurrentIndex(0)
    form.keep_combo.setLayer(sites)
    form.cloud_spin.setValue(80)
    form._checks["snow"].setChecked(True)
    west = iface.canvas.extent().xMinimum()  # before the map goes to what was loaded
    form.load_button.click()
    wait_until(lambda: not workspace.imagery.loading.is_loading)

    (request,) = sent(engine, LoadSentinel2Request)
    assert (request.inputs, request.bands, request.resolution_m) == (("/data/a.SAFE",), ("B04", "B03", "B02"), 20.0)
    assert (request.rendering, request.offset, request.composite) == ("dn", "auto", "first")
    assert request.extent.crs == "EPSG:4326" and request.extent.west == west
    assert request.rules.classes == ("cloud", "shadow", "cirrus", "saturated", "snow")
    assert (request.rules.cloud_dilation_m, request.rules.exclude) == (80.0, ())
    assert request.rules.keep[0].startswith("Polygon ((-69.5")
    assert request.output.endswith("imagery/Pecket_2024-03-14.tif")
    assert request.mask.endswith("imagery/Pecket_2024-03-14-observed.tif")


@pytest.fixture
def image(workspace, form, dock, wait_until):
    """What was loaded, on the map and drawn."""
    form.place_edit.setText("Pecket")
    form.where_combo.setCurrentIndex(1)
    form.load_button.click()
    wait_until(lambda: dock.pages.currentWidget() is dock.list_page and dock.image_list.count())
    (layer,) = QgsProject.instance().mapLayers().values()
    wait_until(lambda: workspace.words.description(layer) is not None and dock.details.colour_button.isEnabled())
    return layer


def test_what_is_loaded_goes_to_a_group_of_its_place_and_date_and_knows_itself(image, dock):
    node = QgsProject.instance().layerTreeRoot().findLayer(image.id())
    assert node.parent().name() == "Pecket - 2024-03-14" and image.name() == "Pecket - 2024-03-14"
    facts = image_refs.provenance(image)
    assert facts == {
        "name": "Pecket", "scene_id": "S2B_MSIL2A_X", "observed_at": "2024-03-14T14:31:21Z", "system": "Sentinel-2",
        "attribution": "Contains Copernicus data 2024", "date2": None,
    }  # fmt: skip
    assert dock.pages.currentWidget() is dock.list_page
    assert dock.image_list.item(0).text() == (
        "Pecket - 2024-03-14\nSentinel-2 L2A, 2024-03-14, 10 m, reflectance (offset -1,000 applied), 97 % clear here"
    )


def test_a_picture_is_named_as_one_and_drawn_as_it_is(workspace, form, dock, engine, wait_until):
    form.place_edit.setText("Pecket")
    form.rendering_combo.setCurrentIndex(2)
    assert form.bands_combo.isHidden()
    form.load_button.click()
    wait_until(lambda: QgsProject.instance().mapLayers() and not workspace.imagery.loading.is_loading)
    (layer,) = QgsProject.instance().mapLayers().values()
    wait_until(lambda: layer.renderer().redContrastEnhancement().maximumValue() != 17)  # QGIS's own stretch ends there
    assert sent(engine, LoadSentinel2Request)[0].rendering == "true-colour"
    assert sent(engine, LoadSentinel2Request)[0].bands == ()
    assert layer.name() == "Pecket - 2024-03-14 - true colour"
    contrast = layer.renderer().redContrastEnhancement()
    assert (contrast.minimumValue(), contrast.maximumValue()) == (0.0, 255.0)


def test_true_colour_takes_the_bands_by_role(image, dock):
    dock.details.colour_button.click()
    renderer = image.renderer()
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (3, 2, 1)
    assert not dock.details.swir_button.isEnabled()
    assert [action.text() for action in dock.details.index_button.menu().actions()] == [
        "NDTI: turbid water",
        "IRON: iron oxide",
    ]


def test_warnings_of_the_load_are_shown(image, iface):
    assert "A part lies outside the product." in iface.bar.currentItem().text()


def test_clouds_go_into_the_detection_as_not_observed(workspace, image, engine, wait_until):
    workspace.detection.choose_image(image.id())
    wait_until(lambda: workspace.words.description(image) is not None)
    workspace.detection_panel.choose_where("layer")
    workspace.detection.detect()
    wait_until(lambda: not workspace.detection.is_running)

    (request,) = sent(engine, DetectRequest)
    assert request.valid_mask.endswith("Pecket_2024-03-14-observed.tif")
    assert (request.image.observed_at, request.image.system) == ("2024-03-14T14:31:21Z", "Sentinel-2")


def test_a_mask_that_is_gone_is_said_where_the_image_is_named_and_found_again_beside_a_moved_one(
    workspace, image, tmp_path
):
    mask = Path(image.source()).with_name("Pecket_2024-03-14-observed.tif")
    mask.unlink()
    assert "its mask is gone: clouds would count as ground" in workspace.words.sentence(image)
    assert image_refs.valid_mask(image) is None
    image.setCustomProperty(image_facts.MASK_PROPERTY, f"/somewhere/else/{mask.name}")
    make_raster(mask, bands=1)
    assert image_refs.valid_mask(image) == str(mask)
    assert "mask" not in workspace.words.sentence(image)


def test_an_ambiguous_offset_is_asked_for_and_nothing_is_loaded_before(workspace, dock, engine, iface, wait_until):
    undecided = dataclasses.replace(OFFSET, state="ambiguous")
    engine.answers[DescribeProductRequest] = dataclasses.replace(PRODUCT, offset=undecided)
    workspace.imagery.open_products(["/data/a.SAFE"])
    wait_until(lambda: not dock.loader.offset_combo.isHidden())

    dock.loader.load_button.click()
    assert "offset" in iface.bar.currentItem().text() and not sent(engine, LoadSentinel2Request)
    dock.loader.offset_combo.setCurrentIndex(2)
    dock.loader.load_button.click()
    wait_until(lambda: sent(engine, LoadSentinel2Request))
    assert sent(engine, LoadSentinel2Request)[0].offset == "applied"


@pytest.mark.parametrize("text", ["B13", "red red"])
def test_a_wrong_band_is_said_and_nothing_starts(workspace, form, engine, iface, text):
    form.bands_combo.setCurrentText(text)
    form.load_button.click()
    assert not workspace.imagery.loading.is_loading and not sent(engine, LoadSentinel2Request)
    assert "band" in iface.bar.currentItem().text()


def test_a_product_that_cannot_be_read_says_why_in_its_form(workspace, dock, engine, wait_until):
    engine.answers[DescribeProductRequest] = ImageError("/data/a.SAFE has no MTD_MSIL2A.xml.")
    workspace.imagery.open_products(["/data/a.SAFE"])
    wait_until(lambda: "no MTD" in dock.loader.warnings_label.text())


def test_a_cancelled_load_leaves_nothing_on_the_map_and_says_so(workspace, form, dock, engine, wait_until):
    engine.seconds = 600
    form.load_button.click()
    wait_until(lambda: sent(engine, LoadSentinel2Request))
    assert not dock.busy_frame.isHidden() and not form.load_button.isEnabled()
    dock.busy_cancel.click()
    wait_until(lambda: not workspace.imagery.loading.is_loading)
    assert form.warnings_label.text() == "⚠ Cancelled. Nothing was written."
    assert QgsProject.instance().mapLayers() == {} and form.load_button.isEnabled()


def test_a_dropped_safe_folder_opens_its_form(workspace, dock, tmp_path):
    folder = tmp_path / "S2B_MSIL2A_20240314T143121_N0510_R053_T19KCP_20240314T190000.SAFE"
    folder.mkdir()
    workspace.imagery.add_files([str(folder)])
    assert dock.pages.currentWidget() is dock.loader


# -- search -------------------------------------------------------------------------------------------------------


@pytest.fixture
def search(workspace, dock, wait_until):
    """A search that has found two scenes and looked into both."""
    workspace.imagery.open_search()
    dock.search.search_button.click()
    wait_until(lambda: dock.search.table.rowCount() == 2)
    wait_until(lambda: dock.search.clear_frame.isHidden())
    return dock.search


def cells(search, column):
    model = search.table
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_a_search_asks_about_what_the_map_shows(search, engine):
    (request,) = sent(engine, SearchScenesRequest)
    assert (request.catalogue, request.max_cloud_percent, request.headers) == ("earth-search", 30.0, None)
    assert request.start < request.end and request.extent.crs == "EPSG:4326"
    assert search.state_label.text().startswith("The newest 2 of 17 scenes.")


def test_scenes_stand_newest_first_with_clouds_of_the_scene_and_clear_share_here(search):
    assert cells(search, scene_table.DATE) == ["2024-03-14", "2024-03-09"]
    assert cells(search, scene_table.CLOUD) == ["3 %", "21 %"]
    assert cells(search, scene_table.COVERS) == ["100 %", "40 %"]
    assert cells(search, scene_table.CLEAR) == ["99 %", "50 %"]


def test_the_table_sorts_by_what_is_clear_here_and_the_selection_follows(search):
    search.scene_table.selectRow(0)
    search.scene_table.sortByColumn(scene_table.CLEAR, Qt.SortOrder.AscendingOrder)
    assert cells(search, scene_table.CLEAR) == ["50 %", "99 %"]
    assert [scene.scene_id for scene in search.selected()] == [SCENE.scene_id]


def footprints():
    (layer,) = [x for x in QgsProject.instance().mapLayers().values() if x.name() == "Scenes found"]
    return {f["scene_id"]: f["is_marked"] for f in layer.getFeatures()}


def test_footprints_are_on_the_map_and_the_selected_one_stands_out(search):
    assert footprints() == {SCENE.scene_id: 0, EARLIER.scene_id: 0}
    search.scene_table.selectRow(1)
    assert footprints() == {SCENE.scene_id: 0, EARLIER.scene_id: 1}
    search.hovered.emit(0)
    assert footprints() == {SCENE.scene_id: 1, EARLIER.scene_id: 1}


def test_going_back_takes_the_footprints_off_the_map(search, dock):
    search.back_button.click()
    assert QgsProject.instance().mapLayers() == {}
    assert dock.pages.currentWidget() is dock.welcome_page


def test_a_double_click_loads_what_the_map_shows_at_once(workspace, search, engine, wait_until):
    search.scene_table.doubleClicked.emit(search.table.index(0, 0))
    wait_until(lambda: sent(engine, LoadSentinel2Request) and not workspace.imagery.loading.is_loading)
    (request,) = sent(engine, LoadSentinel2Request)
    assert request.inputs == (SCENE.item,)
    assert request.extent == sent(engine, SearchScenesRequest)[0].extent


def test_the_search_says_that_a_scene_is_on_the_map_and_what_comes_next(workspace, search, dock, wait_until):
    search.scene_table.doubleClicked.emit(search.table.index(0, 0))
    wait_until(lambda: "is on the map" in search.state_label.text())
    (name,) = [layer.name() for layer in QgsProject.instance().mapLayers().values() if "2024-03" in layer.name()]
    assert search.state_label.text() == f"{name} is on the map. Load another scene, or go back to detect in it."
    assert dock.pages.currentWidget() is search


def test_several_scenes_become_a_median(workspace, search, dock, engine, wait_until):
    search.scene_table.selectAll()
    assert search.load_button.text().replace("&", "") == "Load 2 scenes…"
    search.load_button.click()
    assert dock.pages.currentWidget() is dock.loader and not dock.loader.composite_combo.isHidden()
    dock.loader.composite_combo.setCurrentIndex(2)
    dock.loader.load_button.click()
    wait_until(lambda: sent(engine, LoadSentinel2Request))
    (request,) = sent(engine, LoadSentinel2Request)
    assert (request.composite, request.inputs) == ("median", (SCENE.item, EARLIER.item))


def test_looking_at_clouds_can_be_stopped(workspace, dock, engine, wait_until):
    workspace.imagery.open_search()
    dock.search.search_button.click()
    wait_until(lambda: dock.search.table.rowCount() == 2)
    engine.seconds = 600
    wait_until(lambda: sent(engine, SceneCoverRequest))
    dock.search.stop_button.click()
    assert dock.search.clear_frame.isHidden()
    wait_until(
        lambda: not [p for p in workspace.imagery.searching._pending if isinstance(p.request, SceneCoverRequest)]
    )
    assert len(sent(engine, SceneCoverRequest)) <= 2


def test_a_scene_that_cannot_be_looked_into_shows_a_question_mark_and_why(workspace, dock, engine, wait_until):
    engine.answers[SceneCoverRequest] = ImageError("The server does not answer.")
    workspace.imagery.open_search()
    dock.search.search_button.click()
    wait_until(lambda: cells(dock.search, scene_table.CLEAR) == ["?", "?"])
    assert "The server does not answer." in dock.search.table.tool_tip(SCENE)


def test_a_thumbnail_is_shown_beside_the_date(workspace, dock, engine, wait_until):
    from qgis.PyQt.QtGui import QImage

    def fetch(request):
        picture = QImage(20, 20, QImage.Format.Format_RGB32)
        picture.fill(255)
        assert picture.save(request.output, "PNG")
        return DownloadResult(request.output, 1, "")

    engine.answers[ThumbnailRequest] = fetch
    workspace.imagery.open_search()
    dock.search.search_button.click()
    table = dock.search.table
    wait_until(lambda: table.rowCount() and table.data(table.index(0, 0), Qt.ItemDataRole.DecorationRole) is not None)


def test_a_search_that_fails_says_so_and_can_be_tried_again(workspace, dock, engine, wait_until):
    engine.answers[SearchScenesRequest] = ImageError("The catalogue does not answer (HTTP 503).")
    workspace.imagery.open_search()
    dock.search.search_button.click()
    wait_until(lambda: "HTTP 503" in dock.search.state_label.text())
    assert dock.search.search_button.isEnabled()


def test_no_scene_is_a_sentence_with_a_remedy(workspace, dock, engine, wait_until):
    engine.answers[SearchScenesRequest] = SceneList(())
    workspace.imagery.open_search()
    dock.search.search_button.click()
    wait_until(lambda: dock.search.state_label.text().startswith("No scene matches."))


def test_catalogues_of_the_user_are_offered_and_remembered(workspace, dock, engine, wait_until):
    catalogues.set_own([("Ours", "https://stac.example.org/v1/")])
    workspace.imagery.open_search()
    combo = dock.search.catalogue_combo
    assert [combo.itemText(i) for i in range(combo.count())][-1] == "Ours"
    combo.setCurrentIndex(combo.count() - 1)
    dock.search.search_button.click()
    wait_until(lambda: sent(engine, SearchScenesRequest))
    assert sent(engine, SearchScenesRequest)[0].catalogue == "https://stac.example.org/v1"
    assert catalogues.LAST.get() == "https://stac.example.org/v1"


def test_the_project_closing_under_a_search_is_no_trouble(workspace, search, wait_until):
    QgsProject.instance().clear()
    search.scene_table.selectRow(0)
    search.hovered.emit(1)
    assert settings.PROJECT_FOLDER.get()
    assert image_facts.of_scene("nobody", QgsProject.instance()) == image_facts.LayerFacts()
