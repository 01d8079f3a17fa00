"""Layers become image references; places become extents; what must not be analysed is refused."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas

from mining_monitor.adapter import image_refs, services
from mining_monitor.adapter.image_refs import Access
from mining_monitor.contract.errors import ExtentError, ImageError, ParameterError
from mining_monitor.contract.imagery import BandChoice, Extent
from tests.qgis.adapter.makers import make_raster, memory_sectors, raster_layer

GOOGLE = [
    "type=xyz&url=https://mt1.google.com/vt/lyrs%3Ds%26x%3D%7Bx%7D%26y%3D%7By%7D%26z%3D%7Bz%7D&zmax=19",
    "type=xyz&url=https%3A%2F%2Fmt0.google.com%2Fvt%3Flyrs%3Ds",
    "type=xyz&url=https://khms0.google.de/kh/v%3D1",
    "type=xyz&url=https://khm.google.com/kh",
    "type=xyz&url=https://tile.googleapis.com/v1/2dtiles/%7Bz%7D/%7Bx%7D/%7By%7D",
]


def test_a_file_keeps_its_path_and_name_and_overrides_nothing(tmp_path):
    layer = raster_layer(make_raster(tmp_path / "a.tif"), "Pit 2021")

    ref = image_refs.image_ref(layer)

    assert (ref.path, ref.name, ref.crs, ref.nodata) == (str(tmp_path / "a.tif"), "Pit 2021", None, None)


def test_the_users_crs_and_nodata_replace_the_files_own(tmp_path):
    layer = raster_layer(make_raster(tmp_path / "a.tif"))
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32718"))
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(7, 7)])

    ref = image_refs.image_ref(layer)

    assert (ref.crs, ref.nodata) == ("EPSG:32718", 7.0)


def test_a_crs_without_a_code_is_given_as_wkt(tmp_path):
    layer = raster_layer(make_raster(tmp_path / "a.tif"))
    layer.setCrs(QgsCoordinateReferenceSystem.fromProj("+proj=laea +lat_0=-23 +lon_0=-69 +datum=WGS84"))

    crs = image_refs.image_ref(layer).crs

    assert crs.startswith("PROJCRS[") and QgsCoordinateReferenceSystem.fromWkt(crs) == layer.crs()


def test_what_a_person_noted_on_the_layer_is_the_images_provenance(tmp_path):
    layer = raster_layer(make_raster(tmp_path / "a.tif"))
    layer.setCustomProperty(image_refs.OBSERVED_AT_PROPERTY, "2021-02-27")
    layer.setCustomProperty(image_refs.SYSTEM_PROPERTY, "Sentinel-2")

    ref = image_refs.image_ref(layer)

    assert (ref.observed_at, ref.system, ref.scene_id) == ("2021-02-27", "Sentinel-2", None)


@pytest.mark.parametrize("source", GOOGLE)
def test_google_tiles_are_refused_with_the_reason(source):
    layer = QgsRasterLayer(source, "Google Satellite", "wms")

    with pytest.raises(ImageError, match="Google's terms forbid"):
        image_refs.check_permitted(layer)


@pytest.mark.parametrize(
    "source",
    ["type=xyz&url=https://tile.openstreetmap.org/{z}/{x}/{y}.png", "/data/maps.google_earth_export.tif",
     "https://tiles.example.org/google/{z}"],
)  # fmt: skip
def test_other_hosts_are_not_taken_for_google(source):
    assert not image_refs.is_google_tiles(source)


def test_a_gdal_service_file_that_points_to_google_is_refused(tmp_path):
    path = tmp_path / "tms.xml"
    path.write_text(
        "<GDAL_WMS><Service name='TMS'><ServerUrl>http://mt1.google.com/vt</ServerUrl></Service></GDAL_WMS>"
    )

    with pytest.raises(ImageError, match="Google"):
        image_refs.check_permitted(QgsRasterLayer(str(path), "tms", "gdal"))


def test_tiles_are_pictures_and_open_options_need_a_copy(tmp_path):
    services.permit("127.0.0.1:9")
    tiles = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=5", "tiles", "wms")
    plain = make_raster(tmp_path / "a.tif")

    assert image_refs.access(tiles) is Access.PICTURE
    assert image_refs.access(raster_layer(plain)) is Access.FILE
    assert image_refs.access(raster_layer(f"{plain}|option:NUM_THREADS=1")) is Access.COPY


def test_a_layer_that_cannot_be_opened_is_a_clear_error(tmp_path):
    with pytest.raises(ImageError, match="'gone' cannot be opened"):
        image_refs.access(QgsRasterLayer(str(tmp_path / "gone.tif"), "gone"))


def test_band_choices_are_read_and_written():
    choices = image_refs.parse_bands("red = 4, B03=3;blue=2")

    assert choices == (BandChoice("red", 4), BandChoice("green", 3), BandChoice("blue", 2))
    assert image_refs.parse_bands(image_refs.format_bands(choices)) == choices
    assert image_refs.parse_bands("  ") == ()


@pytest.mark.parametrize("text", ["red", "red=0", "violet=1", "red=x", "red=1,red=2"])
def test_a_wrong_band_choice_says_which(text):
    with pytest.raises(ParameterError, match=r"red|violet"):
        image_refs.parse_bands(text)


def test_selected_polygons_are_merged_to_one_extent():
    layer = memory_sectors(
        [("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", 5, 0.5), ("POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))", 5, 0.5)]
    )
    layer.selectAll()

    extent = image_refs.selection_extent(layer)

    assert (extent.west, extent.south, extent.east, extent.north, extent.crs) == (0, 0, 2, 1, "EPSG:4326")
    assert extent.polygon.startswith("Polygon ((")


def test_nothing_selected_is_said_plainly():
    with pytest.raises(ExtentError, match="No polygon of 'sectors' is selected"):
        image_refs.selection_extent(memory_sectors())


def test_an_empty_rectangle_is_refused():
    with pytest.raises(ExtentError):
        image_refs.rectangle_extent(QgsRectangle(), QgsCoordinateReferenceSystem("EPSG:4326"))


def test_an_extent_is_moved_to_the_images_crs():
    context = QgsProject.instance().transformContext()
    extent = Extent(-69.1, -22.6, -69.0, -22.5, "EPSG:4326")

    moved = image_refs.extent_in_crs(extent, QgsCoordinateReferenceSystem("EPSG:32719"), context)

    assert moved.width() == pytest.approx(10_300, rel=0.02)


def test_an_extent_that_cannot_be_moved_is_an_error():
    context = QgsProject.instance().transformContext()

    with pytest.raises(ExtentError, match="cannot be transformed"):
        image_refs.extent_in_crs(
            Extent(0, 100, 10, 120, "EPSG:4326"), QgsCoordinateReferenceSystem("EPSG:3857"), context
        )


def test_a_canvas_shows_more_than_the_extent_it_was_asked_for(qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(400, 200)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32719"))
    canvas.setExtent(QgsRectangle(400_000, 7_499_000, 401_000, 7_500_000))
    asked, shown = canvas.mapSettings().extent(), canvas.extent()
    assert shown.width() > asked.width()

    extent = image_refs.canvas_extent(canvas)

    canvas.deleteLater()
    assert (extent.west, extent.east) == (shown.xMinimum(), shown.xMaximum())
    assert (extent.south, extent.north) == (shown.yMinimum(), shown.yMaximum())
