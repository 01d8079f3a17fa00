"""The same requests from a shell: ``python -m mining_monitor.engine`` (CONTRACT 2)."""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from mining_monitor import paths
from mining_monitor.contract.codec import to_json
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import BandChoice, Extent, ImageRef
from mining_monitor.contract.requests import (
    AddModelRequest,
    CheckModelRequest,
    DetectRequest,
    ExportGeoJsonRequest,
    InfoRequest,
    ListModelsRequest,
    SampleSceneRequest,
)
from mining_monitor.engine.cli_text import say
from mining_monitor.engine.progress import Job


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 0, or 1 after one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names in another encoding than the terminal's
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    if options.command == "serve":
        from mining_monitor.engine.server import main as serve

        serve()
    logging.basicConfig(level=logging.DEBUG if options.verbose else logging.CRITICAL, stream=sys.stderr)
    from mining_monitor.engine.jobs.dispatch import handle, in_words

    try:
        with _shell_job(options) as job:
            result = handle(options.build(options), job)
        text = json.dumps(to_json(result), ensure_ascii=False, indent=1) if options.json else say(result)
    except (Exception, KeyboardInterrupt) as error:  # the door's twin (STYLE 5)
        print(in_words(error).message if isinstance(error, Exception) else "Stopped.", file=sys.stderr)
        return 1
    try:
        print(text, flush=True)
    except BrokenPipeError:  # "| head" has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0 if getattr(result, "is_usable", True) else 1


@contextmanager
def _shell_job(options: argparse.Namespace) -> Iterator[Job]:
    """Make a job that shows progress on a terminal and that Ctrl+C or a signal cancels; the second one insists."""
    shows = sys.stderr.isatty() and not options.json

    def report(progress: Progress) -> None:
        if shows:
            tiles = f" {progress.done}/{progress.total} tiles" if progress.total else ""
            print(f"\r{progress.fraction:4.0%} {progress.stage}{tiles}   ", end="", file=sys.stderr, flush=True)

    job = Job(report=report)
    asked = []

    def stop(*_: object) -> None:
        asked.append(True)
        job.cancel()
        if len(asked) > 1:
            raise KeyboardInterrupt

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
    yield job
    if shows:
        print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and ends with status 1 (CONTRACT 2)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._negative_number_matcher = re.compile(r"^-(\d|\.\d|inf|nan)")  # -5e-05 is a number too

    def error(self, message: str) -> NoReturn:
        self.exit(1, f"{message[:1].upper()}{message[1:]}. See: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="mining_monitor.engine", description="Map mining sectors from imagery.")
    parser.add_argument("--version", action="version", version=paths.version())
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_detect(commands)
    _add_exportgeojson(commands)
    _add_models(commands)
    _add_sample_scene(commands)
    info = _command(commands, "info", "show versions, execution providers and model hashes")
    info.set_defaults(build=lambda _: InfoRequest())
    commands.add_parser("serve", help="answer requests as JSON lines on standard input and output")
    return parser


def _command(commands: Any, name: str, text: str, **kwargs: Any) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text, **kwargs)
    command.add_argument("--json", action="store_true", help="print the result as JSON")
    command.add_argument("--verbose", action="store_true", help="log details to standard error")
    return command


def _add_detect(commands: Any) -> None:
    command = _command(commands, "detect", "detect mining sectors in an image", aliases=["detectsectors"])
    command.add_argument("image", metavar="IMAGE")
    command.add_argument("--model", default="", help="ONNX file, card or name of an installed model")
    command.add_argument("--extent", nargs=4, type=float, metavar=("W", "S", "E", "N"), help="in --extent-crs")
    command.add_argument("--extent-crs", default="", help="authority code; default: the image's own")
    command.add_argument("--bands", default="", help='"role=index" pairs, for example "red=3,green=2,blue=1"')
    command.add_argument("--overlap", type=float, help="tile overlap in percent; default: the model card's")
    command.add_argument("--min-confidence", type=float, default=0.0, help="0..1")
    command.add_argument("--min-area", type=float, default=0.0, help="m2")
    command.add_argument("--simplify", type=float, default=0.0, help="pixels")
    command.add_argument("--valid-mask", help="raster; 0 or nodata = not observed")
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


def _add_exportgeojson(commands: Any) -> None:
    command = _command(commands, "exportgeojson", "write sectors as GeoJSON")
    command.add_argument("input", metavar="INPUT")
    command.add_argument("output", metavar="OUTPUT")
    command.add_argument("--layer", default="")
    command.add_argument("--profile", choices=("lames", "report"), default="report")
    command.add_argument("--states", default="", help="comma-separated review states; default: all but rejected")
    command.add_argument("--generalise", choices=("none", "0.01", "0.05", "0.1"), default="none", help="degrees")
    command.set_defaults(
        build=lambda o: ExportGeoJsonRequest(
            o.input, o.output, o.layer, o.profile, tuple(o.states.replace(",", " ").split()), o.generalise
        )
    )


def _add_models(commands: Any) -> None:
    models = commands.add_parser("models", help="list, check or add models").add_subparsers(
        dest="models_command", required=True, metavar="list|check|add"
    )
    _command(models, "list", "list the installed models").set_defaults(build=lambda _: ListModelsRequest())
    check = _command(models, "check", "run a model on a probe tile and say what is wrong with it")
    check.add_argument("model", metavar="MODEL")
    check.set_defaults(build=lambda o: CheckModelRequest(o.model))
    add = _command(models, "add", "copy a model with its card into your models")
    add.add_argument("model", metavar="MODEL")
    add.add_argument("--card", help="card (.json) for an ONNX file that has none")
    add.add_argument("--name", default="")
    add.set_defaults(build=_add_model_request)


def _add_model_request(options: argparse.Namespace) -> AddModelRequest:
    card = None
    if options.card:
        try:
            card = Path(options.card).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ParameterError(f"{options.card} cannot be read: {error}.", name="--card") from error
    return AddModelRequest(options.model, card, options.name)


def _add_sample_scene(commands: Any) -> None:
    command = _command(commands, "sample-scene", "make a sample scene with its truth")
    command.add_argument("output", metavar="IMAGE")
    command.add_argument("--gsd", type=float, default=10.0, help="metres")
    command.add_argument("--size", nargs=2, type=int, default=(1024, 1024), metavar=("WIDTH", "HEIGHT"))
    command.add_argument("--seed", type=int, default=7)
    command.set_defaults(build=lambda o: SampleSceneRequest(o.output, o.gsd, o.size[0], o.size[1], o.seed))
