"""A WMTS is an image as any other service: confirmed once, drawn at the model's distance, in its place."""

import http.server
import math
import threading
from urllib.parse import parse_qsl, urlsplit

import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer

from mining_monitor.adapter import image_refs, services
from mining_monitor.adapter.raster_copy import RasterCopy
from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.imagery import Extent
from tests.qgis.adapter.test_raster_copy import HALF, png, written

#: Zoom levels that the service has; a pixel of the deepest measures 4.78 units.
DEEPEST = 15
PIXEL = 2 * HALF / 256 / 2**DEEPEST

_MATRIX = """<TileMatrix><ows:Identifier>{z}</ows:Identifier><ScaleDenominator>{scale!r}</ScaleDenominator>
<TopLeftCorner>-20037508.342789244 20037508.342789244</TopLeftCorner><TileWidth>256</TileWidth>
<TileHeight>256</TileHeight><MatrixWidth>{side}</MatrixWidth><MatrixHeight>{side}</MatrixHeight></TileMatrix>"""

_CAPABILITIES = """<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
 xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
<ows:ServiceIdentification><ows:Title>Tiles</ows:Title><ows:ServiceType>OGC WMTS</ows:ServiceType>
<ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion></ows:ServiceIdentification>
<ows:OperationsMetadata>{operations}</ows:OperationsMetadata>
<Contents><Layer><ows:Title>Image</ows:Title><ows:Identifier>image</ows:Identifier>
<ows:WGS84BoundingBox><ows:LowerCorner>-180 -85</ows:LowerCorner><ows:UpperCorner>180 85</ows:UpperCorner>
</ows:WGS84BoundingBox><Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style>
<Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>web</TileMatrixSet></TileMatrixSetLink></Layer>
<TileMatrixSet><ows:Identifier>web</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>
{matrices}</TileMatrixSet></Contents></Capabilities>"""

_OPERATION = """<ows:Operation name="{name}"><ows:DCP><ows:HTTP><ows:Get xlink:href="{url}"><ows:Constraint
 name="GetEncoding"><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get>
</ows:HTTP></ows:DCP></ows:Operation>"""


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked = {key.upper(): value for key, value in parse_qsl(urlsplit(self.path).query)}
        if asked.get("REQUEST") == "GetCapabilities":
            self.answer("text/xml", self.capabilities())
        elif asked.get("REQUEST") == "GetTile":
            self.server.tiles.append(int(asked["TILEMATRIX"]))
            if self.server.failures > 0:
                self.server.failures -= 1
                self.send_error(503)
                return
            row, column = int(asked["TILEROW"]), int(asked["TILECOL"])
            self.answer("image/png", png(int(asked["TILEMATRIX"]) * 10, column % 250 + 1, row % 250 + 1))
        else:
            self.send_error(400)

    def capabilities(self):
        url = f"http://127.0.0.1:{self.server.server_port}/wmts?"
        operations = "".join(_OPERATION.format(name=name, url=url) for name in ("GetCapabilities", "GetTile"))
        matrices = "".join(
            _MATRIX.format(z=z, scale=2 * HALF / 256 / 2**z / 0.00028, side=2**z) for z in range(DEEPEST + 1)
        )
        return _CAPABILITIES.format(operations=operations, matrices=matrices).encode()

    def answer(self, kind, body):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def wmts():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.tiles, server.failures = [], 0
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/wmts?SERVICE%3DWMTS%26REQUEST%3DGetCapabilities"
    uri = f"crs=EPSG:3857&dpiMode=7&format=image/png&layers=image&styles=default&tileMatrixSet=web&url={url}"
    layer = QgsRasterLayer(uri, "tiles", "wms")
    assert layer.isValid(), layer.error().message()
    yield layer, server
    server.shutdown()
    server.server_close()


def around(x, y, pixels):
    half = pixels * PIXEL / 2
    return Extent(x - half, y - half, x + half, y + half, "EPSG:3857")


def test_a_wmts_waits_for_its_confirmation(wmts):
    layer, server = wmts
    host = f"127.0.0.1:{server.server_port}"
    assert services.service_host(layer) == host
    with pytest.raises(ImageError, match=f"comes from the service {host}"):
        image_refs.access(layer)
    services.permit(host)
    assert image_refs.access(layer) is image_refs.Access.PICTURE


@pytest.mark.parametrize("failures", [0, 1], ids=["willing", "busy once"])
def test_a_wmts_is_drawn_in_its_place_at_the_models_distance(tmp_path, wmts, wait_until, failures):
    layer, server = wmts
    services.permit(f"127.0.0.1:{server.server_port}")
    server.tiles.clear()
    server.failures = failures
    # Around the corner of four tiles of the deepest zoom near 23 degrees south; the model wants its ground distance.
    column, row = 10_102, 18_553
    x, y = column * 256 * PIXEL - HALF, HALF - row * 256 * PIXEL
    on_ground = PIXEL / math.cosh(y / 6_378_137.0)
    ref = written(RasterCopy(layer, around(x, y, 100), gsd_m=on_ground, folder=tmp_path / "copy"), wait_until)

    data = gdal.Open(ref.path)
    assert data.RasterXSize == pytest.approx(100, abs=1) and data.RasterYSize == pytest.approx(100, abs=1)
    west, size, _, north, _, _ = data.GetGeoTransform()
    green, blue = (values(data, band) for band in (2, 3))
    cut_x, cut_y = (x - west) / size, (north - y) / size
    for place_x, place_y, there in ((10, 10, (0, 0)), (90, 10, (1, 0)), (10, 90, (0, 1)), (90, 90, (1, 1))):
        at = place_y * data.RasterXSize + place_x
        assert (green[at], blue[at]) == ((column - 1 + there[0]) % 250 + 1, (row - 1 + there[1]) % 250 + 1)
    assert edge(green, data.RasterXSize, 20) == pytest.approx(cut_x, abs=1)
    assert edge(blue[20 :: data.RasterXSize], data.RasterYSize, 0) == pytest.approx(cut_y, abs=1)
    assert set(server.tiles) == {DEEPEST}
    assert ref.attribution == f"127.0.0.1:{server.server_port}"


def values(data, band):
    return data.GetRasterBand(band).ReadRaster()


def edge(numbers, width, row):
    """Return the first pixel of a row whose number differs from that of the first."""
    line = numbers[row * width : (row + 1) * width]
    return next(index for index, value in enumerate(line) if value != line[0])
