"""Products, catalogues and places that behave badly: each ends in a sentence, and the dock goes on."""

import dataclasses
import time
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt

from mining_monitor.adapter import settings
from mining_monitor.contract.errors import DiskFullError, EngineDiedError, NetworkError
from mining_monitor.contract.products import DescribeProductRequest, LoadSentinel2Request
from mining_monitor.contract.scenes import (
    DownloadResult,
    SceneCoverRequest,
    SceneList,
    SearchScenesRequest,
    ThumbnailRequest,
)
from tests.clock import working
from tests.qgis.gui.test_scenes import EARLIER, PRODUCT, SCENE, dock, form, loaded, search, sent

__all__ = ["dock", "form", "search"]


@pytest.mark.parametrize(
    "footprint",
    ["", "POLYGON((nan nan, 1 1, 2 2, nan nan))", "POINT(1 2)", "POLYGON((", "GEOMETRYCOLLECTION EMPTY", "x" * 100_000],
    ids=["empty", "nan", "point", "cut", "collection", "long"],
)
def test_a_footprint_that_is_none_does_not_keep_the_scene_from_being_loaded(
    workspace, dock, engine, wait_until, footprint
):
    broken = dataclasses.replace(SCENE, footprint=footprint, sensed_at="", cloud_percent=None, tile="")
    engine.answers[SearchScenesRequest] = SceneList((broken, EARLIER))
    workspace.imagery.open_search()
    dock.search.search_button.click()
    wait_until(lambda: dock.search.table.rowCount() == 2)
    dock.search.scene_table.selectAll()
    dock.search.quick_load_requested.emit(dock.search.table.row_of(SCENE.scene_id))
    wait_until(lambda: sent(engine, LoadSentinel2Request))


def test_a_thumbnail_that_is_no_picture_is_left_out(workspace, dock, engine, wait_until):
    def fetch(request):
        Path(request.output).write_bytes(b"<html>no picture</html>")
        return DownloadResult(request.output, 23, "")

    engine.answers[ThumbnailRequest] = fetch
    workspace.imagery.open_search()
    dock.search.search_button.click()
    wait_until(lambda: len(sent(engine, ThumbnailRequest)) == 2 and dock.search.clear_frame.isHidden())
    assert dock.search.table._pictures == {}


@pytest.mark.clock
def test_a_thousand_scenes_are_shown_at_once(workspace, dock, engine, wait_until):
    engine.answers[SearchScenesRequest] = SceneList(
        tuple(dataclasses.replace(SCENE, scene_id=f"s{number}", thumbnail="") for number in range(1000))
    )
    engine.answers[SceneCoverRequest] = DiskFullError("No.")
    workspace.imagery.open_search()
    dock.search.search_button.click()
    wait_until(lambda: dock.search.table.rowCount() == 1000)
    wait_until(lambda: dock.search.clear_frame.isHidden(), 120)
    assert len(sent(engine, SceneCoverRequest)) == 30
    begun = time.thread_time()
    dock.search.scene_table.selectRow(500)
    assert time.thread_time() - begun < working(0.15)


def test_a_result_that_is_not_there_is_said_and_no_layer_is_made(workspace, form, engine, iface, wait_until):
    engine.answers[LoadSentinel2Request] = lambda r: dataclasses.replace(loaded(r), output=r.output + ".gone")
    form.load_button.click()
    wait_until(lambda: not workspace.imagery.loading.is_loading)
    assert "QGIS cannot open" in iface.bar.currentItem().text() and QgsProject.instance().mapLayers() == {}


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (DiskFullError("The disk is full; 3 GB are needed."), "disk is full"),
        (EngineDiedError("The engine stopped."), "engine stopped"),
        (NetworkError("A host is silent."), "kept for a day: load it again"),
    ],
    ids=["disk-full", "engine-killed", "network"],
)  # fmt: skip
def test_a_load_that_breaks_says_so_in_its_form_and_can_be_tried_again(
    workspace, form, engine, wait_until, error, words
):
    engine.answers[LoadSentinel2Request] = error
    form.load_button.click()
    wait_until(lambda: not workspace.imagery.loading.is_loading)
    assert words in form.warnings_label.text() and form.load_button.isEnabled()
    engine.answers[LoadSentinel2Request] = loaded
    form.load_button.click()
    wait_until(lambda: QgsProject.instance().mapLayers())


def test_a_folder_that_cannot_be_made_is_said(workspace, form, engine, iface, tmp_path):
    (tmp_path / "file").write_text("")
    form.output_file.setFilePath(str(tmp_path / "file" / "sub" / "s2.tif"))
    form.load_button.click()
    assert not sent(engine, LoadSentinel2Request)
    assert str(tmp_path / "file") in iface.bar.currentItem().text()


def test_a_file_that_is_open_in_the_project_is_not_overwritten(workspace, form, engine, iface, wait_until):
    form.load_button.click()
    wait_until(lambda: QgsProject.instance().mapLayers())
    (layer,) = QgsProject.instance().mapLayers().values()
    workspace.imagery.open_products(["/data/a.SAFE"])
    wait_until(lambda: "offset" in form.words_label.text())
    form.output_file.setFilePath(layer.source())
    form.load_button.click()
    assert "is open in this project" in iface.bar.currentItem().text()
    assert len(sent(engine, LoadSentinel2Request)) == 1


def test_an_empty_map_has_no_place_to_search(workspace, dock, engine, iface):
    iface.canvas.setExtent(QgsRectangle())
    workspace.imagery.open_search()
    dock.search.search_button.click()
    if not sent(engine, SearchScenesRequest):  # QGIS 3.22 refuses an empty extent and keeps the one before
        assert "extent is empty" in iface.bar.currentItem().text()


def test_a_rotated_map_is_searched_as_it_is_seen(workspace, dock, engine, iface, wait_until):
    iface.canvas.setRotation(30)
    workspace.imagery.open_search()
    dock.search.search_button.click()
    wait_until(lambda: sent(engine, SearchScenesRequest))
    assert sent(engine, SearchScenesRequest)[0].extent.polygon.startswith("Polygon ((")


def test_unloading_in_the_middle_of_everything_leaves_nothing(workspace, dock, engine, wait_until):
    engine.seconds = 3.0
    workspace.imagery.open_search()
    dock.search.search_button.click()
    workspace.imagery.loading.open_products(["/data/a.SAFE"])
    workspace.imagery.loading.load()
    wait_until(lambda: sent(engine, LoadSentinel2Request) and sent(engine, SearchScenesRequest))
    workspace.close()
    wait_until(lambda: True)
    assert QgsProject.instance().mapLayers() == {}


def test_without_an_engine_products_and_searches_say_what_is_missing(workspace, dock, engine, iface):
    workspace.imagery.set_engine_ready(False)
    workspace.imagery.open_products(["/data/a.SAFE"])
    assert "Set up the engine first" in iface.bar.currentItem().text()
    workspace.imagery.open_search()
    dock.search.search_button.click()
    assert not sent(engine, DescribeProductRequest) and not sent(engine, SearchScenesRequest)


def test_text_of_a_product_is_shown_as_text(workspace, dock, engine, wait_until):
    nasty = dataclasses.replace(PRODUCT, in_words="<b>bold</b> <img src='file:///etc/passwd'>", tile="<i>x</i>")
    engine.answers[DescribeProductRequest] = nasty
    workspace.imagery.open_products(["/data/<b>a</b>.SAFE"])
    wait_until(lambda: "bold" in dock.loader.words_label.text())
    for label in (
        dock.loader.title_label,
        dock.loader.words_label,
        dock.loader.warnings_label,
        dock.search.state_label,
    ):
        assert label.textFormat() == Qt.TextFormat.PlainText
    tip = dock.search.table.tool_tip(dataclasses.replace(SCENE, scene_id="<img src='x'>"))
    assert tip.startswith("&lt;img src='x'&gt;<br>")
    assert settings.PROJECT_FOLDER.get() in dock.loader.output_file.filePath()


def test_a_login_is_not_shown_to_hosts_that_the_catalogue_names(workspace, dock, engine, wait_until, monkeypatch):
    from mining_monitor.adapter import catalogues

    secret = {"Authorization": "Bearer s3cret"}
    monkeypatch.setattr(catalogues, "headers", lambda _key: secret)
    own = f"{catalogues.CATALOGUES['earth-search']}/items/1"
    engine.answers[SearchScenesRequest] = SceneList((dataclasses.replace(SCENE, item=own), EARLIER))
    workspace.imagery.open_search()
    dock.search.search_button.click()
    wait_until(lambda: len(sent(engine, SceneCoverRequest)) == 2 and len(sent(engine, ThumbnailRequest)) == 2)
    assert sent(engine, SearchScenesRequest)[0].headers == secret
    assert {r.item: r.headers for r in sent(engine, SceneCoverRequest)} == {own: secret, EARLIER.item: None}
    assert [r.headers for r in sent(engine, ThumbnailRequest)] == [None, None]
