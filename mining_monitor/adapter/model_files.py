"""What the plugin must know of a model before the engine runs it: the ground sampling distance for pictures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Optional

from mining_monitor.adapter import engine_access
from mining_monitor.contract.requests import DescribeModelRequest, ListModelsRequest

#: Member of a card's ``properties`` (CONTRACT 4).
_GSD_MEMBER = "mining_monitor:gsd_m"


def model_gsd_m(model: str) -> Optional[float]:
    """Return the ground sampling distance that a model was trained at, in metres, or None when it names none.

    Asks the engine, so it may wait for its start; a card beside the model answers at once.

    Parameters
    ----------
    model : str
        Path of an ``.onnx`` or a card, the name of an installed model, or empty for the default.
    """
    path = Path(model)
    if path.suffix.lower() == ".json":
        return _gsd_of_card(_read(path))
    if path.suffix.lower() == ".onnx":
        beside = path.with_suffix(".json")
        if beside.is_file():
            return _gsd_of_card(_read(beside))
        draft = engine_access.shared().call(DescribeModelRequest(str(path)))
        return _gsd_of_card(draft.card)
    for info in engine_access.shared().call(ListModelsRequest()).models:
        if model in (info.name, info.title) or (not model and info.is_default):
            return info.gsd_m
    return None


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError):
        return ""


def _gsd_of_card(text: str) -> Optional[float]:
    try:
        card: Any = json.loads(text)
        value = card["properties"][_GSD_MEMBER]
    except (ValueError, KeyError, TypeError):
        return None
    return float(value) if isinstance(value, (int, float)) and value > 0 else None
