"""A WMS 1.3.0 on the loopback interface that shows one image: GetCapabilities and GetMap, no more."""

from __future__ import annotations

import contextlib
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from osgeo import gdal, osr

_CAPABILITIES = """<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>One image</Title><OnlineResource xlink:href="{url}"/></Service>
<Capability><Request>
<GetCapabilities><Format>text/xml</Format>
<DCPType><HTTP><Get><OnlineResource xlink:href="{url}"/></Get></HTTP></DCPType>
</GetCapabilities>
<GetMap><Format>image/png</Format>
<DCPType><HTTP><Get><OnlineResource xlink:href="{url}"/></Get></HTTP></DCPType></GetMap>
</Request><Exception><Format>XML</Format></Exception>
<Layer><Title>One image</Title><CRS>{crs}</CRS>
<EX_GeographicBoundingBox><westBoundLongitude>{west}</westBoundLongitude><eastBoundLongitude>{east}</eastBoundLongitude>
<southBoundLatitude>{south}</southBoundLatitude><northBoundLatitude>{north}</northBoundLatitude></EX_GeographicBoundingBox>
<BoundingBox CRS="{crs}" minx="{box[0]}" miny="{box[1]}" maxx="{box[2]}" maxy="{box[3]}"/>
<Layer queryable="0"><Name>image</Name><Title>Image</Title></Layer></Layer></Capability></WMS_Capabilities>
"""


class _Handler(http.server.BaseHTTPRequestHandler):
    image: Path

    def do_GET(self) -> None:
        asked = {key.upper(): value for key, value in parse_qsl(urlsplit(self.path).query)}
        if asked.get("REQUEST") == "GetCapabilities":
            self.answer("text/xml", self.capabilities())
        elif asked.get("REQUEST") == "GetMap":
            self.answer("image/png", self.map(asked))
        else:
            self.send_error(400)

    def answer(self, kind: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def capabilities(self) -> bytes:
        raster = gdal.Open(str(self.image))
        left, width, _, top, _, height = raster.GetGeoTransform()
        box = (left, top + height * raster.RasterYSize, left + width * raster.RasterXSize, top)
        own, degrees = osr.SpatialReference(raster.GetProjection()), osr.SpatialReference()
        degrees.ImportFromEPSG(4326)
        for reference in (own, degrees):
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        west, south, east, north = osr.CoordinateTransformation(own, degrees).TransformBounds(*box, 21)
        url = f"http://127.0.0.1:{self.server.server_address[1]}/wms?"
        return _CAPABILITIES.format(
            url=url, crs=f"EPSG:{own.GetAuthorityCode(None)}", box=box, west=west, east=east, south=south, north=north
        ).encode()

    def map(self, asked: dict[str, str]) -> bytes:
        west, south, east, north = map(float, asked["BBOX"].split(","))
        path = f"/vsimem/{threading.get_ident()}.png"
        warped = gdal.Warp(
            "", str(self.image), format="MEM", outputBounds=(west, south, east, north), dstAlpha=True,
            width=int(asked["WIDTH"]), height=int(asked["HEIGHT"]), resampleAlg="near",
        )  # fmt: skip
        gdal.Translate(path, warped, format="PNG")
        size = gdal.VSIStatL(path).size
        file = gdal.VSIFOpenL(path, "rb")
        body = bytes(gdal.VSIFReadL(1, size, file))
        gdal.VSIFCloseL(file)
        gdal.Unlink(path)
        return body

    def log_message(self, *_anything: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def wms_of(image: Path) -> Iterator[tuple[str, str]]:
    """Serve an image; yield QGIS's URI of the layer, and the host to confirm."""
    handler = type("Handler", (_Handler,), {"image": image})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    reference = osr.SpatialReference(gdal.Open(str(image)).GetProjection())
    host = f"127.0.0.1:{server.server_address[1]}"
    try:
        yield (
            (
                f"crs=EPSG:{reference.GetAuthorityCode(None)}&format=image/png&layers=image&styles=&"
                f"url=http://{host}/wms?"
            ),
            host,
        )
    finally:
        server.shutdown()
        server.server_close()
