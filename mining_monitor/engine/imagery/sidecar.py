"""The mask that lies beside a loaded scene: where it is, by the scene's own tags or the JSON file beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from mining_monitor.engine.files import is_device

#: Tags that the loader writes: the mask's file name, and how the scene was rendered (every loaded scene has it).
MASK_TAG, RENDERING_TAG = "OBSERVED_MASK", "RENDERING"

#: A provenance file is small; anything larger is something else.
_LARGEST_BYTES = 4_000_000


@dataclass(frozen=True)
class SidecarMask:
    """What a file says of its mask.

    Attributes
    ----------
    is_loaded_scene : bool
        The loader made the file; of any other nothing is known.
    path : Path or None
        The mask, a regular file.
    name : str
        The mask's name where the scene has, or had, one; empty: it was loaded without.
    """

    is_loaded_scene: bool = False
    path: Path | None = None
    name: str = ""


def sidecar_mask(image: Path, tags: Mapping[str, str]) -> SidecarMask:
    """Find the mask of a local image; ``tags`` are its own.

    It lies beside the image; where it was written elsewhere, the JSON file beside the image knows where.
    """
    if RENDERING_TAG not in tags:
        return SidecarMask()
    stored = _named_in_json(image)
    name = _last_part(tags.get(MASK_TAG, "")) or _last_part(stored)
    places = [image.with_name(name)] if name else []
    if name and _last_part(stored) == name:
        places.append(Path(stored))
    found = next((place for place in places if place.suffix.lower() in (".tif", ".tiff") and _is_file(place)), None)
    return SidecarMask(True, found, name)


def _last_part(name: str) -> str:
    last = PureWindowsPath(PurePosixPath(name.strip()).name).name
    return "" if last in (".", "..") or "\0" in last else last


def _named_in_json(image: Path) -> str:
    """Return the mask that the provenance of a scene names, as scenes of earlier versions have it only there."""
    path = image.with_name(f"{image.stem}.provenance.json")
    try:
        if not _is_file(path) or path.stat().st_size > _LARGEST_BYTES:
            return ""
        stored: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return ""
    result = stored.get("result") if isinstance(stored, dict) else None
    mask = result.get("mask") if isinstance(result, dict) else None
    return mask if isinstance(mask, str) else ""


def _is_file(path: Path) -> bool:
    try:
        return path.is_file() and not is_device(str(path))
    except (OSError, ValueError):
        return False
