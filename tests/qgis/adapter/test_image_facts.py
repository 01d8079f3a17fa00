"""What is known of an image is kept with its layer, found beside its file, and reaches the sectors."""

import json

import pytest
from qgis.core import QgsProject

from mining_monitor.adapter import image_facts, overviews, raster_styles, scene_layers, scene_requests, tasks
from mining_monitor.adapter.image_facts import LayerFacts
from mining_monitor.contract.errors import ExtentError, ImageError, ParameterError
from mining_monitor.contract.imagery import BandChoice
from mining_monitor.gui.provenance import ImageFacts, Provenance
from tests.qgis.adapter.makers import make_raster, memory_sectors, raster_layer

FACTS = LayerFacts("2021-02-27T14:37:29Z", "2021-03-04", "Sentinel-2", "S2B_X", "Contains Copernicus data", "Pecket")


@pytest.fixture
def layer(tmp_path):
    return raster_layer(make_raster(tmp_path / "a.tif"))


def test_facts_are_kept_with_the_layer_and_empty_ones_are_removed(layer):
    image_facts.store(layer, FACTS)
    assert image_facts.known(layer) == FACTS and FACTS.is_complete
    image_facts.store(layer, LayerFacts(date="2021-02-27"))
    assert image_facts.known(layer) == LayerFacts(date="2021-02-27")
    assert image_facts.SYSTEM_PROPERTY not in layer.customPropertyKeys()


@pytest.mark.parametrize("date", ["27.2.2021", "2021-02-30", "2021", "20210227", "2021-2-7", "soon"])
def test_a_date_that_is_none_is_refused_and_nothing_is_changed(layer, date):
    image_facts.store(layer, FACTS)
    with pytest.raises(ParameterError, match=r"is no date\. Write it as 2024-03-14"):
        image_facts.store(layer, LayerFacts(date=date))
    assert image_facts.known(layer) == FACTS


def test_the_last_date_does_not_lie_before_the_first(layer):
    with pytest.raises(ParameterError, match="before the first"):
        image_facts.store(layer, LayerFacts("2021-02-27", "2021-02-26"))


def test_the_loaders_json_beside_the_image_fills_in_what_nobody_wrote(layer, tmp_path):
    (tmp_path / "a.tif.json").write_text(json.dumps({
        "observed_at": "2021-02-27T14:37:29Z", "last_observed_at": "2021-03-04T00:00:00Z", "system": "Sentinel-2",
        "scene_ids": ["S2B_X", "S2A_Y"], "attribution": "Contains Copernicus data",
    }))  # fmt: skip
    image_facts.store(layer, LayerFacts(system="Ours"))
    found = image_facts.complete(layer, observed_at="1999-01-01")
    assert (found.date, found.date2, found.system, found.scene_id) == (
        "2021-02-27T14:37:29Z", "2021-03-04T00:00:00Z", "Ours", "S2B_X",
    )  # fmt: skip


def test_what_is_found_again_does_not_count_as_a_change_of_the_project_but_what_is_written_does(layer):
    project = QgsProject.instance()
    project.addMapLayer(layer)
    project.setDirty(False)
    image_facts.complete(layer, observed_at="2020-05-06")
    assert not project.isDirty()
    image_facts.store(layer, FACTS)
    assert project.isDirty()


@pytest.mark.parametrize("text", ["{", "[1]", '{"observed_at": 5}', '{"observed_at": "x", "scene_ids": 3}', "\0"])
def test_a_damaged_json_is_nothing_known(layer, tmp_path, text):
    (tmp_path / "a.tif.json").write_text(text)
    assert image_facts.complete(layer) == LayerFacts()


def test_the_date_in_the_files_tags_is_taken_where_nothing_else_is_known(layer):
    assert image_facts.complete(layer, observed_at="2020-05-06T01:02:03Z").date == "2020-05-06T01:02:03Z"
    assert image_facts.complete(layer, observed_at="nonsense").date == "2020-05-06T01:02:03Z"


def test_sectors_of_a_scene_are_offered_the_date_and_source_of_its_image(layer):
    image_facts.store(layer, FACTS)
    QgsProject.instance().addMapLayer(layer)
    sectors = memory_sectors([("POLYGON((0 0, 1 0, 1 1, 0 0))", 5, 0.5, {"scene_id": "S2B_X"})])
    fid = next(sectors.getFeatures()).id()
    assert Provenance(sectors).suggestion([fid]) == ImageFacts("2021-02-27", "Sentinel-2")


# -- drawing -----------------------------------------------------------------------------------------------------------


def roles(*names):
    return [BandChoice(name, index) for index, name in enumerate(names, start=1)]


def test_combinations_find_their_bands_by_role_wherever_they_stand():
    bands = roles("blue", "green", "red", "nir08", "swir16")
    assert raster_styles.bands_for(raster_styles.TRUE_COLOUR, bands) == (3, 2, 1)
    assert raster_styles.bands_for(raster_styles.SWIR, bands) == (5, 4, 3)
    assert raster_styles.bands_for(raster_styles.SWIR, roles("red", "green", "blue")) is None
    assert raster_styles.indices_for(roles("red", "nir")) == ("NDVI",)


def test_the_stretch_is_what_is_seen_without_the_extremes(tmp_path, wait_until):
    from osgeo import gdal

    path = make_raster(tmp_path / "a.tif", bands=3, width=100, height=100)
    data = gdal.Open(str(path), gdal.GA_Update)
    values = bytearray(bytes(range(50, 150)) * 100)
    values[0], values[1] = 0, 255
    for band in (1, 2, 3):
        data.GetRasterBand(band).WriteRaster(0, 0, 100, 100, bytes(values))
    data = None
    layer = raster_layer(path)
    task = raster_styles.StretchTask(layer, (3, 2, 1))
    ends = []
    task.succeeded.connect(ends.append)
    task.failed.connect(ends.append)
    tasks.start(task)
    wait_until(lambda: ends)
    raster_styles.draw_bands(layer, ends[0])
    contrast = layer.renderer().redContrastEnhancement()
    assert layer.renderer().redBand() == 3
    assert contrast.minimumValue() == pytest.approx(52, abs=2) and contrast.maximumValue() == pytest.approx(147, abs=2)


def test_true_colour_has_one_stretch_for_all_bands_and_even_ground_stays_even(tmp_path):
    layer = raster_layer(make_raster(tmp_path / "a.tif", bands=3))  # 10 to 17, 20 to 27, 30 to 37
    joint = raster_styles.StretchTask(layer, (3, 2, 1), is_joint=True).work()
    assert [each.band for each in joint] == [3, 2, 1]
    assert {(round(each.low), round(each.high)) for each in joint} == {(10, 37)}
    (alone,) = raster_styles.StretchTask(layer, (3,)).work()
    assert alone.high - alone.low == pytest.approx(0.25 * 37, rel=0.05)  # 7 of 37 would be noise blown up


def masked_scene(tmp_path, hidden_rows):
    """Ground of 100 to 149 below a cloud of 9,000 in the upper rows, and its mask."""
    from osgeo import gdal

    paths = []
    for name, kind, nodata in (("image", gdal.GDT_UInt16, 0), ("mask", gdal.GDT_Byte, None)):
        path = tmp_path / f"{name}.tif"
        data = gdal.GetDriverByName("GTiff").Create(str(path), 100, 100, 1, kind)
        data.SetGeoTransform((400_000, 10, 0, 7_500_000, 0, -10))
        data.SetProjection("EPSG:32719")
        for row in range(100):
            is_hidden = row < hidden_rows
            ground = [9000] * 100 if is_hidden else [100 + col // 2 for col in range(100)]
            numbers = ground if name == "image" else [int(not is_hidden)] * 100
            data.GetRasterBand(1).WriteRaster(
                0, row, 100, 1, b"".join(n.to_bytes(2 if nodata == 0 else 1, "little") for n in numbers)
            )
        if nodata is not None:
            data.GetRasterBand(1).SetNoDataValue(nodata)
        data = None
        paths.append(path)
    return raster_layer(paths[0]), str(paths[1])


def test_a_cloud_does_not_darken_the_ground(tmp_path):
    layer, mask = masked_scene(tmp_path, 40)
    (with_cloud,) = raster_styles.StretchTask(layer, (1,)).work()
    (without,) = raster_styles.StretchTask(layer, (1,), mask=mask).work()
    assert with_cloud.high > 8000
    assert (without.low, without.high) == (pytest.approx(101, abs=1), pytest.approx(148, abs=1))


def test_an_image_under_cloud_alone_and_one_whose_mask_is_gone_are_drawn_as_they_are(tmp_path):
    layer, mask = masked_scene(tmp_path, 100)
    (all_cloud,) = raster_styles.StretchTask(layer, (1,), mask=mask).work()
    assert all_cloud.high >= 9000 >= all_cloud.low
    (no_mask,) = raster_styles.StretchTask(layer, (1,), mask=str(tmp_path / "gone.tif")).work()
    assert no_mask == all_cloud


def test_a_scene_without_a_single_value_is_said(tmp_path, wait_until):
    from osgeo import gdal

    path = make_raster(tmp_path / "a.tif", bands=3, width=10, height=10)
    data = gdal.Open(str(path), gdal.GA_Update)
    for band in (1, 2, 3):
        data.GetRasterBand(band).SetNoDataValue(0)
        data.GetRasterBand(band).WriteRaster(0, 0, 10, 10, bytes(100))
    data = None
    task = raster_styles.StretchTask(raster_layer(path), (1, 2, 3))
    ends = []
    task.failed.connect(ends.append)
    task.succeeded.connect(ends.append)
    tasks.start(task)
    wait_until(lambda: ends)
    assert isinstance(ends[0], ImageError)


def test_an_index_goes_above_its_image_in_its_colours_and_is_no_image_itself(layer, tmp_path):
    project = QgsProject.instance()
    project.addMapLayer(layer)
    made = scene_layers.show_index(str(make_raster(tmp_path / "i.tif", bands=1)), "NDVI", layer, project)
    order = [each.name() for each in project.layerTreeRoot().layerOrder()]
    assert order == ["NDVI - image", "image"]
    assert made.customProperty("mining_monitor/kind") == "index"
    assert made.renderer().classificationMax() == 0.9


def test_a_ratio_is_drawn_over_what_the_image_has_of_it(layer):
    raster_styles.draw_index(layer, "CLAY", raster_styles.Stretch(1, 1.0, 1.6))
    ramp = layer.renderer().shader().rasterShaderFunction()
    assert [round(item.value, 6) for item in ramp.colorRampItemList()] == [1.0, 1.2, 1.4, 1.6]


# -- overviews ---------------------------------------------------------------------------------------------------------


def test_overviews_are_built_beside_the_file_which_is_not_touched(tmp_path, wait_until):
    from osgeo import gdal

    path = tmp_path / "large.tif"
    data = gdal.GetDriverByName("GTiff").Create(str(path), 2100, 2000, 1, gdal.GDT_Byte)
    data.SetGeoTransform((400_000, 10, 0, 7_500_000, 0, -10))
    data.GetRasterBand(1).Fill(7)
    data = None
    layer = raster_layer(path)
    missing = overviews.missing(layer)
    assert missing.path == path and 1_000_000 < missing.size_bytes < 2_000_000
    before = path.read_bytes()
    ends = []
    task = overviews.OverviewTask(layer)
    task.succeeded.connect(ends.append)
    task.failed.connect(ends.append)
    tasks.start(task)
    wait_until(lambda: ends, 30)
    assert ends == [str(path)]
    assert path.read_bytes() == before and (tmp_path / "large.tif.ovr").stat().st_size > 0
    assert overviews.missing(raster_layer(path)) is None


def test_small_images_need_none(layer):
    assert overviews.missing(layer) is None


# -- requests ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [("B2,b03; B8a", ("B02", "B03", "B8A")), ("", ()), ("SCL nir", ("SCL", "nir")), ("  ", ())],
)
def test_bands_are_written_as_people_write_them(text, names):
    assert scene_requests.parse_band_names(text) == names


def test_a_name_for_a_place_is_a_file_that_is_not_taken(tmp_path):
    project = QgsProject.instance()
    project.setFileName(str(tmp_path / "p.qgz"))
    first = scene_requests.output_path(project, "Río Ñandú / 3", "2024-03-14T12:00:00Z")
    assert first == tmp_path / "imagery" / "Río_Ñandú___3_2024-03-14.tif"
    first.parent.mkdir()
    first.write_text("")
    assert scene_requests.output_path(project, "Río Ñandú / 3", "2024-03-14").name == "Río_Ñandú___3_2024-03-14-2.tif"
    assert scene_requests.output_path(project, "../../etc", "").parent == tmp_path / "imagery"


def test_selected_polygons_alone_go_into_a_mask(tmp_path):
    sites = memory_sectors([("POLYGON((0 0, 1 0, 1 1, 0 0))", 2, 1.0), ("POLYGON((5 5, 6 5, 6 6, 5 5))", 2, 1.0)])
    assert len(scene_requests.polygons_wgs84(sites)) == 2
    sites.selectByIds([next(sites.getFeatures()).id()])
    assert scene_requests.polygons_wgs84(sites) == ("Polygon ((0 0, 1 0, 1 1, 0 0))",)
    assert scene_requests.polygons_wgs84(None) == ()


def test_too_many_polygons_are_said(monkeypatch):
    monkeypatch.setattr(scene_requests, "_MAX_POLYGONS", 1)
    sites = memory_sectors([("POLYGON((0 0, 1 0, 1 1, 0 0))", 2, 1.0)] * 2)
    with pytest.raises(ExtentError, match="more than 1 polygons"):
        scene_requests.polygons_wgs84(sites)


@pytest.mark.parametrize(
    ("name", "is_product"),
    [("S2B_MSIL2A_20240314T143121_N0510_R053_T19KCP_20240314T190000.SAFE/", True),
     ("S2A_MSIL1C_20200101T000000_N0208_R001_T19KCP_20200101T000000.zip", True), ("MTD_MSIL2A.xml", True),
     ("notes.zip", False), ("image.tif", False), ("folder/", False), ("metadata.xml", False)],
)  # fmt: skip
def test_products_are_known_by_their_name(tmp_path, name, is_product):
    path = tmp_path / name.rstrip("/")
    path.mkdir() if name.endswith("/") else path.write_text("")
    assert scene_requests.is_product(path) is is_product
