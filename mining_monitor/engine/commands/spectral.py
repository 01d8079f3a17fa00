"""``spectralindex``."""

from __future__ import annotations

import argparse
from typing import Any

from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.spectral import SpectralIndexRequest
from mining_monitor.engine.commands.base import add_command


def add_commands(commands: Any) -> None:
    """Add the sub-command."""
    command = add_command(commands, "spectralindex", "compute a spectral index from reflectance")
    command.add_argument("image", metavar="IMAGE")
    command.add_argument("--index", required=True, help="NDVI, NDRE, BSI, MNDWI, NDTI, IRON, FERRIC, CLAY ...")
    command.add_argument("--out", required=True, help=".tif to write")
    command.add_argument("--sectors", default="", help="polygons for a table by sector")
    command.add_argument("--table", help=".csv to write; default: beside the raster")
    command.add_argument("--valid-mask", help="raster; 0 or nodata = not observed")
    command.add_argument("--extent", nargs=4, type=float, metavar=("W", "S", "E", "N"), help="in --extent-crs")
    command.add_argument("--extent-crs", default="", help="authority code; default: the image's own")
    command.set_defaults(build=_request)


def _request(options: argparse.Namespace) -> SpectralIndexRequest:
    extent = None
    if options.extent:
        west, south, east, north = options.extent
        extent = Extent(west, south, east, north, options.extent_crs)
    return SpectralIndexRequest(
        options.image, options.index, options.out, options.sectors, options.table, extent, options.valid_mask
    )
