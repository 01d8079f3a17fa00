"""What the engine cannot open is copied: values as they are, pictures at the model's ground sampling distance."""

import http.server
import struct
import threading
import zlib

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRasterLayer

from mining_monitor.adapter import raster_copy
from mining_monitor.adapter.raster_copy import RasterCopy
from mining_monitor.contract.errors import CancelledError, ExtentError, ImageError
from mining_monitor.contract.imagery import Extent
from tests.qgis.adapter.makers import make_raster, raster_layer


def png(red, green, blue, size=256):
    """A PNG of one colour, by hand."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\x00" + bytes((red, green, blue)) * size) * size
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def tiles():
    """A tile server on loopback: the colour tells the tile's column and row; tiles in ``missing`` are 404."""

    class Handler(http.server.BaseHTTPRequestHandler):
        missing = frozenset()

        def do_GET(self):
            z, x, y = (int(part) for part in self.path.strip("/").removesuffix(".png").split("/"))
            if (x, y) in type(self).missing or "all" in type(self).missing:
                self.send_error(404)
                return
            body = png(z * 10, x % 250 + 1, y % 250 + 1)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Handler.missing = frozenset()
    uri = f"type=xyz&url=http://127.0.0.1:{server.server_port}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=18&zmin=0"
    yield QgsRasterLayer(uri, "tiles", "wms"), Handler
    server.shutdown()
    server.server_close()


def written(copy, wait_until, **options):
    """Write a copy as a task does: in a thread, while the event loop runs."""
    outcome = {}

    def work():
        try:
            outcome["ref"] = copy.write(**options)
        except Exception as error:
            outcome["error"] = error

    threading.Thread(target=work, daemon=True).start()
    wait_until(lambda: outcome, 30)
    if "error" in outcome:
        raise outcome["error"]
    return outcome["ref"]


def test_one_unit_of_web_mercator_is_shorter_on_the_ground():
    metres = raster_copy.metres_per_unit(QgsCoordinateReferenceSystem("EPSG:3857"), QgsPointXY(0, 8_399_737.9))

    assert metres == pytest.approx((0.5, 0.5), rel=0.01)  # cos 60 degrees


def test_a_degree_is_measured_on_the_ground_in_both_directions():
    x_metres, y_metres = raster_copy.metres_per_unit(QgsCoordinateReferenceSystem("EPSG:4326"), QgsPointXY(-69, -60))

    assert (x_metres, y_metres) == pytest.approx((55_800, 111_412), rel=1e-3)


def test_a_copy_keeps_values_and_place_on_the_layers_own_pixels(tmp_path, wait_until):
    source = make_raster(tmp_path / "a.tif", bands=4, width=8, height=6)
    layer = raster_layer(f"{source}|option:NUM_THREADS=1")
    extent = Extent(400_012, 7_499_958, 400_038, 7_499_981, "EPSG:32719")

    ref = written(RasterCopy(layer, extent, gsd_m=None, folder=tmp_path / "copy"), wait_until)

    data = gdal.Open(ref.path)
    assert data.GetGeoTransform() == (400_010, 10, 0, 7_499_990, 0, -10)
    assert (data.RasterXSize, data.RasterYSize, data.RasterCount) == (3, 4, 4)
    assert data.GetRasterBand(2).ReadRaster(0, 0, 3, 1) == bytes([21, 22, 23])
    assert data.GetRasterBand(1).DataType == gdal.GDT_Byte


def test_a_picture_is_rendered_at_the_models_ground_sampling_distance(tmp_path, tiles, wait_until):
    layer, _ = tiles
    extent = Extent(-69.01, -60.005, -69.0, -60.0, "EPSG:4326")

    ref = written(RasterCopy(layer, extent, gsd_m=10.0, folder=tmp_path / "copy"), wait_until)

    data = gdal.Open(ref.path)
    width_m, height_m = 558, 557
    assert (data.RasterXSize, data.RasterYSize) == pytest.approx((width_m / 10, height_m / 10), abs=1.5)
    assert data.RasterCount == 4
    assert data.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    assert set(data.GetRasterBand(4).ReadRaster()) == {255}
    assert ref.name == "tiles" and ref.crs == "EPSG:3857"


def test_the_picture_lies_where_the_tiles_lie(tmp_path, tiles, wait_until):
    layer, _ = tiles
    half = 20_037_508.342789244
    tile = half * 2 / 2**12  # zoom 12: one tile
    west, north = -half + 1000 * tile, half - 2000 * tile
    size = tile / 256
    extent = Extent(west - 4 * size, north - 4 * size, west + 4 * size, north + 4 * size, "EPSG:3857")
    gsd = raster_copy.metres_per_unit(layer.crs(), QgsPointXY(west, north))[0] * size

    ref = written(RasterCopy(layer, extent, gsd_m=gsd, folder=tmp_path / "copy"), wait_until)

    data = gdal.Open(ref.path)
    green = data.GetRasterBand(2).ReadRaster(0, 0, 8, 1)
    blue = data.GetRasterBand(3).ReadRaster(0, 0, 1, 8)
    assert data.RasterXSize == data.RasterYSize == 8
    # QGIS 3.44 rounds where it draws a tile: the seam may lie one pixel earlier
    for values, first, second in ((green, 999 % 250 + 1, 1000 % 250 + 1), (blue, 1999 % 250 + 1, 2000 % 250 + 1)):
        assert list(values) in ([first] * 4 + [second] * 4, [first] * 3 + [second] * 5)


def test_missing_tiles_are_transparent_not_black(tmp_path, tiles, wait_until):
    layer, server = tiles
    half = 20_037_508.342789244
    tile = half * 2 / 2**12
    west, north = -half + 1000 * tile, half - 2000 * tile
    size = tile / 256
    server.missing = frozenset({(1000, 2000), (1000, 1999)})
    extent = Extent(west - 4 * size, north - 4 * size, west + 4 * size, north + 4 * size, "EPSG:3857")
    gsd = raster_copy.metres_per_unit(layer.crs(), QgsPointXY(west, north))[0] * size

    ref = written(RasterCopy(layer, extent, gsd_m=gsd, folder=tmp_path / "copy"), wait_until)

    data = gdal.Open(ref.path)
    alpha = data.GetRasterBand(4).ReadRaster(0, 0, 8, 1)
    assert list(alpha)[:3] == [255] * 3 and list(alpha)[4:] == [0] * 4


def test_a_service_that_delivers_nothing_is_an_error_and_leaves_no_file(tmp_path, tiles, wait_until):
    layer, server = tiles
    server.missing = frozenset({"all"})
    copy = RasterCopy(layer, Extent(0, 0, 0.01, 0.01, "EPSG:4326"), gsd_m=10.0, folder=tmp_path / "copy")

    with pytest.raises(ImageError, match="'tiles' delivered no picture here"):
        written(copy, wait_until)
    assert not copy.path.exists()


def test_a_picture_that_is_too_large_says_how_large(tmp_path, tiles):
    layer, _ = tiles

    with pytest.raises(ExtentError, match=r"picture of \d+ x \d+ pixels at 0.5 m, more than 100 million"):
        RasterCopy(layer, Extent(-69.1, -23.1, -69.0, -23.0, "EPSG:4326"), gsd_m=0.5, folder=tmp_path)


def test_a_picture_wants_to_know_the_models_resolution(tmp_path, tiles):
    with pytest.raises(ImageError, match="without a resolution of its own"):
        RasterCopy(tiles[0], Extent(0, 0, 0.1, 0.1, "EPSG:4326"), gsd_m=None, folder=tmp_path)


def test_an_extent_beside_the_layer_is_refused(tmp_path):
    layer = raster_layer(f"{make_raster(tmp_path / 'a.tif')}|option:NUM_THREADS=1")

    with pytest.raises(ExtentError, match="does not meet 'image'"):
        RasterCopy(layer, Extent(0, 0, 10, 10, "EPSG:32719"), gsd_m=None, folder=tmp_path)


def test_a_cancelled_copy_ends_and_leaves_no_file(tmp_path, tiles, wait_until):
    layer, _ = tiles
    copy = RasterCopy(layer, Extent(0, 0, 0.5, 0.5, "EPSG:4326"), gsd_m=10.0, folder=tmp_path / "copy")
    threading.Timer(0.3, copy.cancel).start()

    with pytest.raises(CancelledError):
        written(copy, wait_until)
    assert not copy.path.exists()
