"""Model cards on disk: found beside or inside an ONNX file, read, written (CONTRACT 4)."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlparse

from mining_monitor.contract.errors import ModelCardError, ModelError, ModelMissingError, OutputError
from mining_monitor.engine.files import is_plain_file
from mining_monitor.engine.models.deepness import has_deepness_metadata, stac_document
from mining_monitor.engine.models.item_reader import model_asset, parse_item
from mining_monitor.engine.models.item_writer import make_item
from mining_monitor.engine.models.model_card import ModelCard, Origin
from mining_monitor.engine.models.onnx_file import inspect_onnx

__all__ = ["ModelCard", "card_json", "find_document", "read_card", "verify_checksum", "write_card"]

#: A card is a page of text; whatever is larger is none.
MAX_CARD_BYTES = 4_000_000


def read_card(path: Path) -> ModelCard:
    """Read the card of a model, given by its ONNX file or its card.

    For ``x.onnx`` that is ``x.json`` beside it, else ONNX metadata ``stac_item``, else the metadata that deepness
    writes.

    Raises
    ------
    ModelMissingError
        The file, or the ONNX file that the card names, does not exist.
    ModelCardError
        There is no card or it cannot be used: facts ``problems`` (sentences), ``missing`` (keys), ``questions``
        (class names without a LAMES class).
    ModelError
        The ONNX file cannot be read.
    """
    path = Path(path)
    document, onnx_path, card_path, origin = find_document(path)
    if document is None:
        raise ModelCardError(
            f"{path.name} has no card, so nobody knows its bands, classes and resolution: fill in the form for it.",
            path=str(path),
            problems=[f"{path.name} has no card."],
            missing=[],
            questions=[],
        )
    return parse_item(document, onnx_path, card_path, origin)


def find_document(path: Path) -> tuple[dict[str, Any] | None, Path, Path | None, Origin]:
    """Return the card's JSON values (None: there is none), the ONNX file, the card file and the card's origin."""
    if not is_plain_file(path):
        raise ModelMissingError(f"There is no model {path}: choose another one.", path=str(path))
    if path.suffix.lower() == ".json":
        document = load_json(path)
        return document, onnx_beside(path, document), path, "json"
    beside = path.with_suffix(".json")
    if beside.is_file():
        return load_json(beside), path, beside, "json"
    info = inspect_onnx(path)
    if "stac_item" in info.metadata:
        return parse_json(info.metadata["stac_item"], f"the card inside {path.name}"), path, None, "onnx-metadata"
    if has_deepness_metadata(info):
        return stac_document(info), path, None, "deepness"
    return None, path, None, "json"


def load_json(path: Path) -> dict[str, Any]:
    """Return the JSON object in a card file."""
    try:
        if path.stat().st_size > MAX_CARD_BYTES:
            raise ModelCardError(
                f"{path.name} is too large for a model card: choose the card of a model.", path=str(path)
            )
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelCardError(f"The card {path.name} cannot be read: {error}.", path=str(path)) from error
    return parse_json(text, f"the card {path.name}")


def parse_json(text: str, what: str) -> dict[str, Any]:
    """Return the JSON object in a text; ``what`` names it in the error."""
    try:
        document = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise ModelCardError(
            f"{what[:1].upper()}{what[1:]} is no JSON text ({error}): repair or replace it."
        ) from error
    if not isinstance(document, dict):
        raise ModelCardError(f"{what[:1].upper()}{what[1:]} is no STAC Item: a card is a JSON object.")
    return document


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def onnx_beside(card_path: Path, document: dict[str, Any]) -> Path:
    """Return the ONNX file of a card: the file that its asset names, in the card's folder or below it.

    A web address counts by its last part: the card was downloaded, and the model should lie beside it.
    """
    href = str(model_asset(document)[1].get("href", ""))
    parsed = urlparse(href)
    name = unquote(PurePosixPath(parsed.path).name) if len(parsed.scheme) > 1 else href
    folder = card_path.resolve().parent
    candidates = [folder / name] if name else []
    candidates.append(card_path.with_suffix(".onnx"))
    for candidate in candidates:
        if candidate.is_file() and candidate.resolve().is_relative_to(folder):
            return candidate
    raise ModelMissingError(
        f"The card {card_path.name} names the model {href or card_path.with_suffix('.onnx').name}, which is not in the "
        "card's folder: put the .onnx file beside the card.",
        path=str(card_path),
        href=href,
    )


def card_json(card: ModelCard) -> str:
    """Return the card as JSON text: a STAC Item with the Machine Learning Model extension."""
    return json.dumps(make_item(card), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def write_card(card: ModelCard, path: Path | None = None) -> ModelCard:
    """Write a card, by default beside its ONNX file, with the file's checksum; return it as written.

    Raises
    ------
    OutputError
        The file cannot be written; what was there before is still there.
    """
    target = Path(path) if path is not None else card.path.with_suffix(".json")
    checksum = inspect_onnx(card.path).sha256 if card.path.is_file() else card.sha256
    written = replace(card, sha256=checksum, card_path=target, origin="json")
    text = card_json(written)
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=target.parent, prefix=".card-", delete=False
        ) as file:
            temporary = file.name
            file.write(text)
        Path(temporary).chmod(0o644)
        os.replace(temporary, target)  # noqa: PTH105
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise OutputError(
            f"The card {target} cannot be written ({error.strerror}): choose another folder.", path=str(target)
        ) from error
    return written


def verify_checksum(card: ModelCard) -> str:
    """Return the SHA-256 of the ONNX file after comparing it with the one that the card states.

    Raises
    ------
    ModelError
        They differ: the file is not the one that the card describes.
    """
    actual = inspect_onnx(card.path).sha256
    if card.sha256 and card.sha256 != actual:
        raise ModelError(
            f"{card.path.name} is not the file that its card describes (checksum {actual[:12]}, the card says "
            f"{card.sha256[:12]}): get model and card again from the same source.",
            path=str(card.path),
            sha256=actual,
            expected=card.sha256,
        )
    return actual
