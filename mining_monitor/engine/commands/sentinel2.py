"""``loadsentinel2`` and ``describe-product``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.products import DescribeProductRequest, LoadSentinel2Request, MaskRules
from mining_monitor.engine.commands.base import add_command
from mining_monitor.engine.commands.catalogues import add_headers, read_headers


def add_commands(commands: Any) -> None:
    """Add the sub-commands."""
    describe = add_command(commands, "describe-product", "say what a Sentinel-2 product or item is")
    describe.add_argument("path", metavar="PRODUCT")
    add_headers(describe)
    describe.set_defaults(build=lambda o: DescribeProductRequest(o.path, read_headers(o.headers_file)))
    command = add_command(commands, "loadsentinel2", "read bands of Sentinel-2 scenes onto one grid")
    command.add_argument("inputs", metavar="INPUT", nargs="+", help="SAFE folder, .zip, MTD_*.xml or STAC item")
    command.add_argument("--out", required=True, help=".tif to write")
    command.add_argument("--bands", default="", help='"B04,B03,B02" or roles; default: B02 B03 B04 B08')
    command.add_argument("--resolution", type=float, default=10.0, help="10, 20 or 60 m")
    command.add_argument("--extent", nargs=4, type=float, metavar=("W", "S", "E", "N"), help="in --extent-crs")
    command.add_argument("--extent-crs", default="", help="authority code; default: the output's")
    command.add_argument("--crs", default="", help="of the output; default: the zone that holds most of the extent")
    command.add_argument("--rendering", default="dn", help="dn, reflectance, true-colour or tci")
    command.add_argument("--composite", default="first", help="first, least-cloudy or median")
    command.add_argument("--offset", default="auto", help="auto, add, applied or none")
    command.add_argument("--mask", help=".tif to write: 1 observed, 0 not")
    command.add_argument("--hide", default=None, help='of cloud, shadow, cirrus, snow, saturated: "cloud,shadow"')
    command.add_argument("--cloud-probability", type=float, help="percent from which a pixel is cloud")
    command.add_argument("--cloud-dilation", type=float, default=30.0, help="metres")
    command.add_argument("--shadow-dilation", type=float, default=20.0, help="metres")
    command.add_argument("--exclude", help="file with WKT polygons in EPSG:4326, one a line: never observed")
    command.add_argument("--keep", help="the same: known mines in which cloud counts as ground")
    add_headers(command)
    command.set_defaults(build=_load_request)


def _load_request(options: argparse.Namespace) -> LoadSentinel2Request:
    extent = None
    if options.extent:
        west, south, east, north = options.extent
        extent = Extent(west, south, east, north, options.extent_crs)
    return LoadSentinel2Request(
        inputs=tuple(options.inputs),
        output=options.out,
        bands=_words(options.bands),
        resolution_m=options.resolution,
        extent=extent,
        crs=options.crs,
        rendering=options.rendering,
        composite=options.composite,
        offset=options.offset,
        mask=options.mask,
        rules=MaskRules(
            classes=MaskRules().classes if options.hide is None else _words(options.hide),
            cloud_probability=options.cloud_probability,
            cloud_dilation_m=options.cloud_dilation,
            shadow_dilation_m=options.shadow_dilation,
            exclude=_polygons(options.exclude),
            keep=_polygons(options.keep),
        ),
        headers=read_headers(options.headers_file),
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").replace(";", " ").split())


def _polygons(path: str | None) -> tuple[str, ...]:
    if not path:
        return ()
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise ParameterError(f"'{path}' cannot be read: {error}. Name a text file with WKT.", name="MASK") from error
    return tuple(line.strip() for line in lines if line.strip())
