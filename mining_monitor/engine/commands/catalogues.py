"""``search`` and ``download``: scenes of catalogues."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.scenes import CATALOGUES, DownloadRequest, SearchScenesRequest
from mining_monitor.engine.commands.base import add_command


def add_commands(commands: Any) -> None:
    """Add ``search`` and ``download``."""
    _add_search(commands)
    _add_download(commands)


def _add_search(commands: Any) -> None:
    command = add_command(commands, "search", "search a catalogue for Sentinel-2 scenes")
    names = ", ".join(CATALOGUES)
    command.add_argument("catalogue", metavar="CATALOGUE", help=f"{names}, or the URL of a STAC API")
    command.add_argument("--extent", nargs=4, type=float, required=True, metavar=("W", "S", "E", "N"))
    command.add_argument("--extent-crs", default="EPSG:4326", help="authority code; default: degrees")
    command.add_argument("--start", default="", help="first date, ISO 8601")
    command.add_argument("--end", default="", help="last date, ISO 8601")
    command.add_argument("--max-cloud", type=float, default=30.0, help="percent of the scene")
    command.add_argument("--collection", default="", help="default: Sentinel-2 L2A")
    command.add_argument("--limit", type=int, default=100)
    add_headers(command)
    command.set_defaults(build=_search_request)


def _search_request(options: argparse.Namespace) -> SearchScenesRequest:
    west, south, east, north = options.extent
    return SearchScenesRequest(
        catalogue=options.catalogue,
        extent=Extent(west, south, east, north, options.extent_crs),
        start=options.start,
        end=options.end,
        max_cloud_percent=options.max_cloud,
        collection=options.collection,
        limit=options.limit,
        headers=read_headers(options.headers_file),
    )


def _add_download(commands: Any) -> None:
    command = add_command(commands, "download", "download a file; an earlier attempt is resumed")
    command.add_argument("url", metavar="URL")
    command.add_argument("output", metavar="OUTPUT")
    command.add_argument("--checksum", default="", help="sha256:..., md5:... or the multihash of an item")
    add_headers(command)
    command.set_defaults(
        build=lambda o: DownloadRequest(o.url, o.output, o.checksum, read_headers(o.headers_file)),
    )


def add_headers(command: argparse.ArgumentParser) -> None:
    """Add the option that ``read_headers`` reads."""
    text = 'file with HTTP headers ("Name: value", one a line), so that no token stands in a list of processes'
    command.add_argument("--headers-file", metavar="FILE", help=text)


def read_headers(path: str | None) -> dict[str, str] | None:
    """Read ``Name: value`` lines of a file; None where there is none.

    Raises
    ------
    ParameterError
        The file cannot be read or a line has another form; no line is shown.
    """
    if not path:
        return None
    try:
        with Path(path).open(encoding="utf-8") as file:
            lines = [line.strip() for line in file.read(1 << 16).splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise ParameterError(f"The file of headers '{path}' cannot be read.", name="HEADERS") from error
    headers = {}
    for number, line in enumerate(lines, 1):
        name, colon, value = line.partition(":")
        if not colon or not name.strip():
            raise ParameterError(f"Line {number} of '{path}' is no header; write Name: value.", name="HEADERS")
        headers[name.strip()] = value.strip()
    return headers
