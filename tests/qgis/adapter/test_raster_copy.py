"""What the engine cannot open is copied: values as they are, pictures at the model's ground sampling distance."""

import http.server
import math
import struct
import threading
import zlib

import pytest
from osgeo import gdal
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsPointXY, QgsRasterLayer

from mining_monitor.adapter import raster_copy, services
from mining_monitor.adapter.raster_copy import RasterCopy
from mining_monitor.contract.errors import CancelledError, ExtentError, ImageError
from mining_monitor.contract.imagery import Extent
from tests.qgis.adapter.makers import make_raster, raster_layer

#: Half the world in Web Mercator; a tile of zoom 12.
HALF = 20_037_508.342789244
TILE = 2 * HALF / 2**12

#: Pixels by which QGIS draws a tile larger than it is.
SEAM = 1 if Qgis.QGIS_VERSION_INT >= 34200 else 0


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
    services.permit(f"127.0.0.1:{server.server_port}")
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


def test_tiles_keep_their_own_pixels_at_the_zoom_that_is_fine_enough(tmp_path, tiles, wait_until):
    layer, _ = tiles
    extent = Extent(-69.01, -60.005, -69.0, -60.0, "EPSG:4326")

    ref = written(RasterCopy(layer, extent, gsd_m=10.0, folder=tmp_path / "copy"), wait_until)

    data = gdal.Open(ref.path)
    zoom_13 = 2 * HALF / 256 / 2**13  # 19.1 m of Web Mercator are 9.6 m on the ground at 60 degrees
    assert data.GetGeoTransform()[1] == pytest.approx(zoom_13)
    assert set(data.GetRasterBand(1).ReadRaster()) == {130}  # the server paints zoom * 10
    assert (data.RasterXSize, data.RasterYSize) == pytest.approx((558 / 9.55, 557 / 9.55), abs=2)
    assert data.RasterCount == 4
    assert data.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    assert set(data.GetRasterBand(4).ReadRaster()) == {255}
    assert ref.name == "tiles" and ref.crs == "EPSG:3857"


def test_tiles_are_never_drawn_finer_than_they_are(tmp_path, tiles):
    layer = QgsRasterLayer(tiles[0].source().replace("zmax=18", "zmax=10"), "coarse", "wms")

    grid = RasterCopy(layer, Extent(0, 0, 0.1, 0.1, "EPSG:4326"), gsd_m=10.0, folder=tmp_path).grid()

    assert grid.rectangle.width() / grid.width == pytest.approx(2 * HALF / 256 / 2**10)


@pytest.mark.parametrize(("dx", "dy"), [(0.0, 0.0), (0.25, 0.3), (0.5, 0.5), (0.9, 0.1)])
def test_each_pixel_of_the_picture_is_the_pixel_of_the_tile_that_lies_there(tmp_path, tiles, wait_until, dx, dy):
    layer, _ = tiles
    west, north, size = -HALF + 1000 * TILE, HALF - 2000 * TILE, TILE / 256
    left, top = west + dx * size, north - dy * size
    extent = Extent(left - 4 * size, top - 4 * size, left + 4 * size, top + 4 * size, "EPSG:3857")
    gsd = raster_copy.metres_per_unit(layer.crs(), QgsPointXY(west, north))[0] * size

    ref = written(RasterCopy(layer, extent, gsd_m=gsd * 1.001, folder=tmp_path / "copy"), wait_until)

    data = gdal.Open(ref.path)
    origin_x, pixel, _, origin_y, _, _ = data.GetGeoTransform()
    columns = [math.floor((origin_x + (i + 0.5) * pixel + HALF) / TILE) for i in range(data.RasterXSize)]
    rows = [math.floor((HALF - origin_y + (i + 0.5) * pixel) / TILE) for i in range(data.RasterYSize)]
    assert pixel == pytest.approx(size)
    assert set(columns) == {999, 1000} and set(rows) == {1999, 2000}
    green = data.GetRasterBand(2).ReadRaster(0, 0, data.RasterXSize, 1)
    blue = data.GetRasterBand(3).ReadRaster(0, 0, 1, data.RasterYSize)
    for found, expected in ((green, columns), (blue, rows)):
        wrong = [i for i, (value, tile) in enumerate(zip(found, expected)) if value != tile % 250 + 1]
        assert len(wrong) <= SEAM


def test_missing_tiles_are_transparent_not_black(tmp_path, tiles, wait_until):
    layer, server = tiles
    west, north, size = -HALF + 1000 * TILE, HALF - 2000 * TILE, TILE / 256
    server.missing = frozenset({(1000, 2000), (1000, 1999)})
    extent = Extent(west - 4 * size, north - 4 * size, west + 4 * size, north + 4 * size, "EPSG:3857")
    gsd = raster_copy.metres_per_unit(layer.crs(), QgsPointXY(west, north))[0] * size

    ref = written(RasterCopy(layer, extent, gsd_m=gsd * 1.001, folder=tmp_path / "copy"), wait_until)

    data = gdal.Open(ref.path)
    alpha = list(data.GetRasterBand(4).ReadRaster(0, 0, 8, 1))
    assert alpha[:4] == [255] * 4 and alpha[4 + SEAM :] == [0] * (4 - SEAM)


def test_a_service_that_delivers_nothing_is_an_error_and_leaves_no_file(tmp_path, tiles, wait_until):
    layer, server = tiles
    server.missing = frozenset({"all"})
    copy = RasterCopy(layer, Extent(0, 0, 0.01, 0.01, "EPSG:4326"), gsd_m=10.0, folder=tmp_path / "copy")

    with pytest.raises(ImageError, match="'tiles' delivered no picture here"):
        written(copy, wait_until)
    assert not copy.path.exists()


def test_a_picture_that_is_too_large_says_how_large(tmp_path, tiles):
    layer, _ = tiles

    with pytest.raises(ExtentError, match=r"picture of \d+ x \d+ pixels at 0\.\d+ m, more than 100 million"):
        RasterCopy(layer, Extent(-69.1, -23.1, -69.0, -23.0, "EPSG:4326"), gsd_m=0.6, folder=tmp_path)


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


CAPABILITIES = """<?xml version="1.0"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>t</Title><OnlineResource xlink:href="{url}"/></Service>
<Capability><Request><GetCapabilities><Format>text/xml</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{url}?"/>
</Get></HTTP></DCPType></GetCapabilities><GetMap><Format>image/png</Format><DCPType><HTTP><Get>
<OnlineResource xlink:href="{url}?"/></Get></HTTP></DCPType></GetMap></Request>
<Exception><Format>XML</Format></Exception>
<Layer queryable="0"><Name>a</Name><Title>a</Title><CRS>EPSG:3857</CRS><EX_GeographicBoundingBox>
<westBoundLongitude>-180</westBoundLongitude><eastBoundLongitude>180</eastBoundLongitude>
<southBoundLatitude>-85</southBoundLatitude><northBoundLatitude>85</northBoundLatitude></EX_GeographicBoundingBox>
<BoundingBox CRS="EPSG:3857" minx="-20037508" miny="-20037508" maxx="20037508" maxy="20037508"/></Layer>
</Capability></WMS_Capabilities>"""


@pytest.fixture
def wms():
    """A WMS on loopback that paints what it is asked for in one colour; ``failures`` GetMaps fail first."""

    class Handler(http.server.BaseHTTPRequestHandler):
        failures, maps = 0, 0

        def do_GET(self):
            kind = type(self)
            status, body = 200, CAPABILITIES.format(url=f"http://127.0.0.1:{self.server.server_port}/wms").encode()
            if "GetMap" in self.path:
                kind.maps += 1
                query = dict(part.split("=", 1) for part in self.path.split("?", 1)[1].split("&"))
                status = 200 if kind.maps > kind.failures else 503
                body = rgb(int(query["WIDTH"]), int(query["HEIGHT"]), (200, 100, 50)) if status == 200 else b""
            self.send_response(status)
            self.send_header("Content-Type", "image/png" if "GetMap" in self.path else "text/xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    host = f"127.0.0.1:{server.server_port}"
    services.permit(host)
    source = f"crs=EPSG:3857&dpiMode=7&format=image/png&layers=a&styles&url=http://{host}/wms"
    layer = QgsRasterLayer(source, "map", "wms")
    assert layer.isValid()
    yield layer, Handler
    server.shutdown()
    server.server_close()


def rgb(width, height, colour):
    """A PNG of one colour with its own width and height."""
    from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
    from qgis.PyQt.QtGui import QColor, QImage

    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(*colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


def test_a_wms_is_drawn_at_the_models_distance_on_the_ground(tmp_path, wms, wait_until):
    layer, _server = wms
    extent = Extent(-69.01, -60.005, -69.0, -60.0, "EPSG:4326")

    ref = written(RasterCopy(layer, extent, gsd_m=5.0, folder=tmp_path / "copy"), wait_until)

    data = gdal.Open(ref.path)
    assert (data.RasterXSize, data.RasterYSize) == pytest.approx((558 / 5, 557 / 5), abs=1.5)
    assert [set(data.GetRasterBand(band).ReadRaster()) for band in (1, 2, 3, 4)] == [{200}, {100}, {50}, {255}]
    assert ref.attribution.startswith("127.0.0.1:")


def test_a_wms_that_fails_once_is_asked_again(tmp_path, wms, wait_until):
    layer, server = wms
    server.failures = server.maps + 1
    extent = Extent(-69.01, -60.005, -69.0, -60.0, "EPSG:4326")

    ref = written(RasterCopy(layer, extent, gsd_m=5.0, folder=tmp_path / "copy"), wait_until)

    data = gdal.Open(ref.path)
    assert set(data.GetRasterBand(4).ReadRaster()) == {255}
    assert server.maps >= 2
