"""Add a model to the user's own: copied, described, tried, and only then there."""

from __future__ import annotations

import errno
import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from mining_monitor.contract.errors import DiskFullError, MiningMonitorError, ModelError, OutputError
from mining_monitor.contract.requests import AddModelRequest
from mining_monitor.contract.results import ModelInfo
from mining_monitor.engine.models.card import load_json, onnx_beside, parse_json, read_card, verify_checksum, write_card
from mining_monitor.engine.models.catalogue import locate, model_info, user_models
from mining_monitor.engine.models.item_reader import parse_item
from mining_monitor.engine.models.loaded import open_model
from mining_monitor.engine.models.model_card import ModelCard
from mining_monitor.engine.models.onnx_file import inspect_onnx


def add_model(request: AddModelRequest, folder: Path | None = None) -> ModelInfo:
    """Copy a model with its card into the user's models and return what the list shows of it.

    The model is opened first; one that cannot be run is not added. Weights in files beside it come along. A model that
    is there already, byte for byte under the same name, is left as it is.

    Raises
    ------
    ModelMissingError, ModelCardError, ModelError
        The model cannot be used, or another one has its name.
    OutputError
        The folder cannot be written; nothing half-made is left.
    """
    card = _card_of(request)
    if request.name:
        card = replace(card, name=request.name)
    stem = file_stem(card.name)
    target = (folder or user_models()) / stem
    if target.exists():
        return _already_there(card, target, stem)
    open_model(card)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=".adding-", dir=target.parent, ignore_cleanup_errors=True
        ) as unfinished:
            _copy(card, Path(unfinished) / stem, stem)
            (Path(unfinished) / stem).rename(target)
    except OSError as error:
        kind = DiskFullError if error.errno == errno.ENOSPC else OutputError
        raise kind(
            f"The model {card.name} cannot be copied to {target.parent} ({error.strerror}): free some space or choose "
            "another folder for models.",
            path=str(target.parent),
        ) from error
    return model_info(read_card(target / f"{stem}.onnx"))


def file_stem(name: str) -> str:
    """Return a model's name as a file name that every system accepts."""
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-. ")[:80]
    is_reserved = re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", stem)
    return f"model-{stem}" if is_reserved or not stem else stem


def _card_of(request: AddModelRequest) -> ModelCard:
    path = locate(request.model)
    if request.card is None:
        card = read_card(path)
    else:
        onnx_path = onnx_beside(path, load_json(path)) if path.suffix.lower() == ".json" else path
        card = parse_item(parse_json(request.card, f"the card for {onnx_path.name}"), onnx_path)
    verify_checksum(card)
    return card


def _already_there(card: ModelCard, target: Path, stem: str) -> ModelInfo:
    try:
        there = read_card(target / f"{stem}.onnx")
        is_same = inspect_onnx(there.path).sha256 == inspect_onnx(card.path).sha256
    except MiningMonitorError:
        is_same = False
    if is_same:
        return model_info(there)
    raise ModelError(
        f"There is another model named {card.name} already ({target}): give this one another name, or remove that one.",
        model=card.name,
        path=str(target),
    )


def _copy(card: ModelCard, folder: Path, stem: str) -> None:
    folder.mkdir()
    onnx_path = folder / f"{stem}.onnx"
    info = inspect_onnx(card.path)
    shutil.copyfile(info.path, onnx_path)
    for weights in info.external:
        beside = folder / weights.relative_to(info.path.parent)
        beside.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(weights, beside)
    write_card(replace(card, path=onnx_path))
