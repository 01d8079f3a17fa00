"""The models that are there: those that came with the plugin, and the user's own."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import ModelError, ModelMissingError
from mining_monitor.contract.results import ModelInfo, ModelList
from mining_monitor.engine.files import is_plain_file
from mining_monitor.engine.models.card import read_card, verify_checksum
from mining_monitor.engine.models.model_card import ModelCard
from mining_monitor.engine.models.onnx_file import inspect_onnx
from mining_monitor.paths import shipped_models

#: Names the folder of the user's models; the plugin sets it to a folder in the QGIS profile.
MODELS_VARIABLE = "MINING_MONITOR_MODELS"

#: In the shipped folder: ``{"default": "<name>"}``; without it the first model by name is the default.
INDEX = "models.json"


def user_models() -> Path:
    """Return the folder of the user's models; it need not exist."""
    named = os.environ.get(MODELS_VARIABLE)
    if named:
        return Path(named).expanduser()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "mining_monitor" / "models"


def list_models(folder: Path | None = None) -> ModelList:
    """Return all installed models: shipped ones first, the default first of all.

    A model that cannot be used is listed with its ``problem``; nothing is raised. ``folder`` holds the user's models
    (default: ``user_models()``).
    """
    default = _default_file()
    shipped = sorted(_onnx_files(_shipped()), key=lambda path: (path != default, path.name.lower()))
    infos = [_describe(path, is_shipped=True, is_default=path == default) for path in shipped]
    infos += [_describe(path) for path in _onnx_files(folder or user_models())]
    return ModelList(tuple(infos))


def resolve(name_or_path: str, folder: Path | None = None) -> ModelCard:
    """Return the card of a model given by name, by ``.onnx`` or by card ``.json``; empty: the default model.

    Raises
    ------
    ModelMissingError
        There is no such file or no installed model of that name.
    ModelCardError, ModelError
        It is there but its card or file cannot be used.
    """
    return read_card(locate(name_or_path, folder))


def locate(name_or_path: str, folder: Path | None = None) -> Path:
    """Return the ``.onnx`` or ``.json`` file of a model given as in ``resolve``, whether it can be used or not.

    Raises
    ------
    ModelMissingError
        There is no such file or no installed model of that name.
    ModelError
        The file is of another kind.
    """
    if not name_or_path:
        return _locate_default()
    path = Path(name_or_path)
    with contextlib.suppress(RuntimeError):  # the home of nobody
        path = path.expanduser()
    if path.suffix.lower() in (".onnx", ".json") and is_plain_file(path):
        return path
    for candidate in (*_onnx_files(_shipped()), *_onnx_files(folder or user_models())):
        if name_or_path in (candidate.stem, _card_name(candidate)):
            return candidate
    if is_plain_file(path):
        raise ModelError(f"{path.name} is no model: choose an .onnx file or its card (.json).", path=str(path))
    names = sorted({_card_name(p) for p in (*_onnx_files(_shipped()), *_onnx_files(folder or user_models()))})
    raise ModelMissingError(
        f"There is no model {name_or_path!r}: choose a file, or one of the installed models "
        f"({', '.join(names) or 'none'}).",
        model=name_or_path,
        installed=names,
    )


def _locate_default() -> Path:
    default = _default_file()
    if default is None:
        raise ModelMissingError(
            "No model came with this installation: name one, or reinstall the plugin.", model="", installed=[]
        )
    return default


def _shipped() -> Path:
    try:
        return shipped_models()
    except FileNotFoundError:
        # A checkout without metadata.txt, or the engine alone: there are only the user's models.
        return Path(os.devnull)


def _default_file() -> Path | None:
    folder = _shipped()
    files = _onnx_files(folder)
    named = _read_json(folder / INDEX).get("default", "")
    for path in files:
        if named in (path.stem, _card_name(path)):
            return path
    return files[0] if files else None


def _onnx_files(folder: Path) -> list[Path]:
    """Return the ONNX files in a folder and one level below, by name; hidden folders are unfinished installations."""

    def found() -> Iterator[Path]:
        for entry in folder.iterdir():
            if entry.name.startswith("."):
                continue
            if entry.suffix.lower() == ".onnx" and entry.is_file():
                yield entry
            elif entry.is_dir():
                yield from (one for one in entry.glob("*.onnx") if one.is_file())

    try:
        return sorted(found(), key=lambda path: (path.name.lower(), str(path))) if folder.is_dir() else []
    except OSError:
        return []


def _read_json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def _card_name(path: Path) -> str:
    """Return the name in the card beside an ONNX file, or the file's stem; cheap, for look-ups."""
    properties = _read_json(path.with_suffix(".json")).get("properties")
    name = properties.get("mlm:name") if isinstance(properties, dict) else None
    return name if isinstance(name, str) and name else path.stem


def _describe(path: Path, *, is_shipped: bool = False, is_default: bool = False) -> ModelInfo:
    try:
        card = read_card(path)
        verify_checksum(card)
    except ModelError as error:
        return ModelInfo(
            name=_card_name(path), title=path.stem, description="", path=str(path), card_path="", sha256=_sha256(path),
            kind="", bands=(), gsd_m=None, gsd_range_m=None, class_codes=(), is_shipped=is_shipped,
            is_default=is_default, problem=error.message,
        )  # fmt: skip
    return model_info(card, is_shipped=is_shipped, is_default=is_default)


def _sha256(path: Path) -> str:
    try:
        return inspect_onnx(path).sha256
    except ModelError:
        return ""


def model_info(card: ModelCard, *, is_shipped: bool = False, is_default: bool = False) -> ModelInfo:
    """Return what the model list shows of a card."""
    return ModelInfo(
        name=card.name,
        title=card.title or card.name,
        description=card.description,
        path=str(card.path),
        card_path=str(card.card_path or ""),
        sha256=inspect_onnx(card.path).sha256,
        kind=card.kind,
        bands=card.band_roles,
        gsd_m=card.gsd_m,
        gsd_range_m=card.gsd_range_m,
        class_codes=card.class_codes,
        score=score_line(card.held_out),
        limits=card.limits,
        licence=card.licence,
        region=card.region,
        region_bbox=card.region_bbox,
        value_range=card.value_range,
        has_score=bool(card.held_out),
        is_experimental=card.is_experimental,
        is_made_up=card.is_made_up,
        is_shipped=is_shipped,
        is_default=is_default,
    )


def _plain_figures(held_out: dict[str, Any]) -> list[str]:
    """Return precision and recall of "mine or not" in words, where a card has them: they need no explanation."""
    values = [held_out.get(key) for key in ("mine_precision", "mine_recall")]
    figures = [float(v) for v in values if isinstance(v, (int, float)) and not isinstance(v, bool)]
    if len(figures) < len(values):
        return []
    found = [f"{figures[0]:.0%} of what it marks is mine", f"it finds {figures[1]:.0%} of the mines' area"]
    mean = held_out.get("macro_f1")
    is_known = isinstance(mean, (int, float)) and not isinstance(mean, bool)
    return [*found, f"the classes agree to {mean:.2f} (macro F1; 1 is perfect)"] if is_known else found


def score_line(held_out: dict[str, Any]) -> str:
    """Return held-out figures in one line: ``macro F1 0.17, pixel accuracy 0.592 (by site, 19 sites)``.

    Four figures at most, areas first, and how well chips with artisanal mines are told from others where that is known.
    """
    plain = _plain_figures(held_out)
    words = {"f1": "F1", "iou": "IoU", "miou": "mean IoU", "auc": "AUC"}
    figures = []
    for key in sorted(held_out, key=lambda key: ("f1" not in key, "iou" not in key, "accuracy" not in key)):
        value = held_out[key]
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            label = " ".join(words.get(part, part) for part in key.split("_"))
            figures.append(f"{label} {value:.3g}")
    split = held_out.get("split")
    figures = plain or figures[:4]
    artisanal = held_out.get("artisanal_auc_random")
    if isinstance(artisanal, float) and not any(figure.startswith("artisanal") for figure in figures):
        figures.append(f"artisanal AUC {artisanal:.3g}")
    return ", ".join(figures) + (f" ({split})" if figures and isinstance(split, str) else "")
