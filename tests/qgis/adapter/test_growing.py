"""What magic select asks of the engine: the image under the click, what a run has said of it, or a refusal."""

import pytest
from osgeo import gdal
from qgis.core import QgsPointXY, QgsRasterLayer

from mining_monitor.adapter.growing import Growth, grow_request, image_at
from mining_monitor.adapter.project_store import KIND_PROPERTY
from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.growing import GrownStep, GrowRegionResult
from tests.qgis.adapter.makers import make_raster, raster_layer

#: In the middle of the raster that ``make_raster`` writes.
HERE = QgsPointXY(-69.9737, -22.6093)
ELSEWHERE = QgsPointXY(10.0, 50.0)


@pytest.fixture
def image(tmp_path, qgis_app):
    return raster_layer(make_raster(tmp_path / "image.tif", width=200, height=200, west=399_000, north=7_500_500))


def result_raster(tmp_path, kind):
    layer = raster_layer(
        make_raster(tmp_path / f"{kind}.tif", bands=1, width=200, height=200, west=399_000, north=7_500_500)
    )
    layer.setCustomProperty(KIND_PROPERTY, kind)
    return layer


def test_the_topmost_image_at_the_place_is_taken_and_rasters_of_results_are_none(tmp_path, image):
    classes = result_raster(tmp_path, "class_raster")
    other = raster_layer(make_raster(tmp_path / "other.tif", crs="EPSG:4326", size=0.01, west=9, north=51))

    assert image_at([other, classes, image], HERE) is image
    with pytest.raises(ImageError, match="no image where you clicked"):
        image_at([classes], HERE)
    with pytest.raises(ImageError, match="no image where you clicked"):
        image_at([image], ELSEWHERE)


def test_the_last_runs_rasters_go_along_where_they_cover_the_place(tmp_path, image):
    classes, confidence = result_raster(tmp_path, "class_raster"), result_raster(tmp_path, "confidence_raster")

    request = grow_request([image], [HERE], 300.0, [confidence, classes])

    assert (request.image.path, request.class_raster, request.confidence_raster) == (
        image.source(), classes.source(), confidence.source(),
    )  # fmt: skip
    assert request.points == ((HERE.x(), HERE.y()),) and request.radius_m == 300
    assert grow_request([image], [HERE], 300.0, [confidence]).confidence_raster == ""


def test_an_image_that_the_engine_cannot_open_is_refused_with_what_to_do(image, tmp_path):
    gdal.Translate("/vsimem/grow.tif", image.source())
    try:
        memory = QgsRasterLayer("/vsimem/grow.tif", "Basemap", "gdal")
        with pytest.raises(ImageError, match=r"'Basemap' comes from a service.*Imagery dock"):
            grow_request([memory, image], [HERE], 300.0)
    finally:
        gdal.Unlink("/vsimem/grow.tif")


def test_tiles_of_a_service_that_nobody_has_confirmed_are_refused(qgis_app):
    tiles = QgsRasterLayer("type=xyz&zmax=3&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png", "Tiles", "wms")
    assert tiles.isValid()
    with pytest.raises(ImageError, match=r"127\.0\.0\.1"):
        grow_request([tiles], [HERE], 300.0)


def test_the_wheel_stops_at_both_ends_and_another_click_keeps_the_size():
    steps = tuple(GrownStep(f"POLYGON((0 0, {n} 0, {n} {n}, 0 0))", float(n)) for n in (1, 2, 4, 8))
    growth = Growth(GrowRegionResult(steps, 1, 10.0, False))

    assert growth.turn(2) and growth.area_m2 == 8 and not growth.turn(1)
    assert growth.turn(-9) and growth.area_m2 == 1 and not growth.turn(-1)
    growth.take_size_of(5.0)
    assert growth.area_m2 == 4 and growth.shape.area() == 8


@pytest.mark.parametrize("guess", [-3, 99])
def test_an_answer_out_of_its_range_does_no_harm(guess):
    assert Growth(GrowRegionResult((GrownStep("POLYGON((0 0, 1 0, 1 1, 0 0))", 1.0),), guess, 1.0, False)).index == 0
    assert Growth(GrowRegionResult((), guess, 1.0, False)).shape.isNull()
