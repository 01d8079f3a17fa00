"""``detect``: sectors in an image."""

from __future__ import annotations

import argparse
from typing import Any

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import BandChoice, Extent, ImageRef
from mining_monitor.contract.requests import DetectRequest, SampleSceneRequest
from mining_monitor.engine.commands.base import add_command


def add_commands(commands: Any) -> None:
    """Add ``detect`` and ``sample-scene``."""
    _add_detect(commands)
    _add_sample_scene(commands)


def _add_detect(commands: Any) -> None:
    command = add_command(commands, "detect", "detect mining sectors in an image", aliases=["detectsectors"])
    command.add_argument("image", metavar="IMAGE")
    command.add_argument("--model", default="", help="ONNX file, card or name; default: what suits the image")
    command.add_argument("--extent", nargs=4, type=float, metavar=("W", "S", "E", "N"), help="in --extent-crs")
    command.add_argument("--extent-crs", default="", help="authority code; default: the image's own")
    command.add_argument("--bands", default="", help='"role=index" pairs, for example "red=3,green=2,blue=1"')
    command.add_argument("--overlap", type=float, help="tile overlap in percent; default: the model card's")
    command.add_argument("--min-confidence", type=float, default=0.0, help="0..1")
    command.add_argument("--min-area", type=float, default=0.0, help="m2")
    command.add_argument("--simplify", type=float, default=0.0, help="pixels")
    command.add_argument("--valid-mask", help="raster; 0 or nodata = not observed; none: not even the image's own")
    command.add_argument("--cloud-model", default="", help="auto, or a model of clouds: they count as not observed")
    command.add_argument("--out", help=".gpkg (made or added to) or .geojson")
    command.add_argument("--class-raster", help="GeoTIFF to write")
    command.add_argument("--confidence-raster", help="GeoTIFF to write")
    command.add_argument("--threads", type=int, default=0)
    command.add_argument("--scene-id")
    command.add_argument("--observed-at", help="date of the image, ISO 8601")
    command.add_argument("--system", help="agency that took the image")
    command.set_defaults(build=_detect_request)


def _detect_request(options: argparse.Namespace) -> DetectRequest:
    extent = None
    if options.extent:
        west, south, east, north = options.extent
        extent = Extent(west, south, east, north, options.extent_crs)
    image = ImageRef(options.image, scene_id=options.scene_id, observed_at=options.observed_at, system=options.system)
    return DetectRequest(
        image=image,
        model=options.model,
        extent=extent,
        bands=parse_bands(options.bands),
        overlap=None if options.overlap is None else options.overlap / 100,
        min_confidence=options.min_confidence,
        min_area_m2=options.min_area,
        simplify_px=options.simplify,
        valid_mask=options.valid_mask,
        cloud_model=options.cloud_model,
        output=options.out,
        class_raster=options.class_raster,
        confidence_raster=options.confidence_raster,
        threads=options.threads,
    )


def parse_bands(text: str) -> tuple[BandChoice, ...]:
    """Read ``role=index`` pairs, separated by commas, semicolons or blanks.

    Raises
    ------
    ParameterError
        A pair has another form.
    """
    choices = []
    for pair in text.replace(",", " ").replace(";", " ").split():
        role, _, index = pair.partition("=")
        if not role or not index.isdecimal() or int(index) < 1:
            raise ParameterError(f"BANDS holds '{pair}'; write role=index, for example red=3.", name="BANDS")
        choices.append(BandChoice(role.strip().lower(), int(index)))
    return tuple(choices)


def _add_sample_scene(commands: Any) -> None:
    command = add_command(commands, "sample-scene", "make a sample scene with its truth")
    command.add_argument("output", metavar="IMAGE")
    command.add_argument("--gsd", type=float, default=10.0, help="metres")
    command.add_argument("--size", nargs=2, type=int, default=(1024, 1024), metavar=("WIDTH", "HEIGHT"))
    command.add_argument("--seed", type=int, default=7)
    command.set_defaults(build=lambda o: SampleSceneRequest(o.output, o.gsd, o.size[0], o.size[1], o.seed))
