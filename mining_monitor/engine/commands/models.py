"""``models``: list, check, add, suggest; evaluate, export-checkpoint and quantize for those who make them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import Extent, ImageRef
from mining_monitor.contract.models import (
    EvaluateModelsRequest,
    ExportCheckpointRequest,
    QuantizeModelRequest,
    SuggestModelsRequest,
)
from mining_monitor.contract.requests import AddModelRequest, CheckModelRequest, ListModelsRequest
from mining_monitor.engine import models_text  # noqa: F401  (says the results in words)
from mining_monitor.engine.commands.base import add_command


def add_commands(commands: Any) -> None:
    """Add ``models`` and what it can do."""
    models = commands.add_parser("models", help="list, check, add, suggest, evaluate or make models").add_subparsers(
        dest="models_command", required=True, metavar="list|check|add|suggest|evaluate|export-checkpoint|quantize"
    )
    add_command(models, "list", "list the installed models").set_defaults(build=lambda _: ListModelsRequest())
    check = add_command(models, "check", "run a model on a probe tile and say what is wrong with it")
    check.add_argument("model", metavar="MODEL")
    check.set_defaults(build=lambda o: CheckModelRequest(o.model))
    add = add_command(models, "add", "copy a model with its card into your models")
    add.add_argument("model", metavar="MODEL")
    add.add_argument("--card", help="card (.json) for an ONNX file that has none")
    add.add_argument("--name", default="")
    add.set_defaults(build=_add_model_request)
    suggest = add_command(models, "suggest", "say which installed models suit an image, and why")
    suggest.add_argument("image", metavar="IMAGE")
    suggest.set_defaults(build=lambda o: SuggestModelsRequest(ImageRef(o.image)))
    _add_evaluate(models)
    _add_export(models)
    _add_quantize(models)


def _add_model_request(options: argparse.Namespace) -> AddModelRequest:
    card = None
    if options.card:
        try:
            card = Path(options.card).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ParameterError(f"{options.card} cannot be read: {error}.", name="--card") from error
    return AddModelRequest(options.model, card, options.name)


def _add_evaluate(models: Any) -> None:
    command = add_command(models, "evaluate", "measure models, and a colour rule beside them, on labelled data")
    command.add_argument("data", metavar="DATA", help="folder of images and masks, or .npz of chips")
    command.add_argument("--model", action="append", default=[], help="may be repeated; default: all installed models")
    command.add_argument("--split", default="", help="only this part: a folder's name, or split in index.csv")
    command.add_argument("--values", default="", help='mask value = LAMES code, for example "0=0,1=8"')
    command.add_argument("--positive", default="", help="classes against the rest, for example tsf, or mine for all")
    command.add_argument("--no-mines", action="store_true", help="pictures without masks on which there is no mine")
    command.add_argument("--against", action="append", default=[], help="folder of pictures without what DATA shows")
    command.add_argument("--gsd", type=float, help="metres, for images without a position; default: the model's own")
    command.add_argument("--bbox", nargs=4, type=float, metavar=("W", "S", "E", "N"), help="degrees, for chips")
    command.add_argument("--resamples", type=int, default=1000, help="of the bootstrap; 0: no intervals")
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--limit", type=int, default=0, help="images at most; 0: all")
    command.add_argument("--out", help=".json to write")
    command.add_argument("--threads", type=int, default=0)
    command.set_defaults(build=_evaluate_request)


def _evaluate_request(options: argparse.Namespace) -> EvaluateModelsRequest:
    bbox = None
    if options.bbox:
        west, south, east, north = options.bbox
        bbox = Extent(west, south, east, north, "EPSG:4326")
    return EvaluateModelsRequest(
        data=options.data,
        models=tuple(options.model),
        split=options.split,
        values=_pairs(options.values),
        has_no_mines=options.no_mines,
        against=tuple(options.against),
        positive=tuple(options.positive.replace(",", " ").split()),
        gsd_m=options.gsd,
        bbox=bbox,
        resamples=options.resamples,
        seed=options.seed,
        limit=options.limit,
        output=options.out,
        threads=options.threads,
    )


def _pairs(text: str) -> dict[str, int] | None:
    values = {}
    for pair in text.replace(",", " ").split():
        value, _, code = pair.partition("=")
        if not value.isdecimal() or not code.isdecimal():
            raise ParameterError(
                f"--values holds '{pair}'; write mask value = LAMES code, for example 1=8.", name="values"
            )
        values[value] = int(code)
    return values or None


def _add_export(models: Any) -> None:
    command = add_command(
        models, "export-checkpoint", "turn a segmentation-models-pytorch checkpoint into an ONNX file with a card"
    )
    command.add_argument("checkpoint", metavar="CHECKPOINT", help="state dict: .pt, .pth or .ckpt")
    command.add_argument("output", metavar="OUTPUT", help=".onnx to write; the card goes beside it")
    command.add_argument("--architecture", default="", help="unet, unetplusplus, fpn, deeplabv3 or deeplabv3plus")
    command.add_argument("--encoder", default="", help="its name, for example resnet50; default: recognised")
    command.add_argument("--classes", default="", help='LAMES code of each output, for example "0,3,4,5,6,7,8,9"')
    command.add_argument("--gsd", type=float, default=0.5, help="metres that it was trained at")
    command.add_argument("--value-scale", type=float, default=1.0, help="0..255 is divided by it before it goes in")
    command.add_argument("--name", default="")
    command.add_argument("--bound", type=float, default=1e-3, help="largest difference, as a share of the scores")
    command.set_defaults(build=_export_request)


def _export_request(options: argparse.Namespace) -> ExportCheckpointRequest:
    codes = options.classes.replace(",", " ").split()
    if not all(code.isdecimal() for code in codes):
        raise ParameterError(
            f"--classes holds '{options.classes}'; write LAMES codes, for example 0,2.", name="classes"
        )
    return ExportCheckpointRequest(
        options.checkpoint, options.output, options.architecture, options.encoder, tuple(map(int, codes)), options.gsd,
        options.value_scale, options.name, options.bound,
    )  # fmt: skip


def _add_quantize(models: Any) -> None:
    command = add_command(models, "quantize", "make an 8-bit model; it is kept only where it agrees with the original")
    command.add_argument("model", metavar="MODEL")
    command.add_argument("output", metavar="OUTPUT", help=".onnx to write; the card goes beside it")
    command.add_argument("--calibration", required=True, help="folder of images, or an image, to learn ranges from")
    command.add_argument("--held-out", required=True, help="other images, to compare on")
    command.add_argument("--min-agreement", type=float, default=0.99, help="share of pixels with the same class")
    command.add_argument("--limit", type=int, default=32, help="images of each folder at most")
    command.set_defaults(
        build=lambda o: QuantizeModelRequest(o.model, o.output, o.calibration, o.held_out, o.min_agreement, o.limit)
    )
