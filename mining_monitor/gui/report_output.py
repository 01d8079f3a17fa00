"""The file of an export: its name, whether it replaces another one, and what the button says about it."""

from __future__ import annotations

from pathlib import Path

from mining_monitor.adapter.messages import tr
from mining_monitor.gui import words


def suggested(path: Path, name: str, suffix: str) -> str:
    """Return a file beside ``path`` named like a layer."""
    stem = "".join(c if c.isalnum() or c in "-_." else "_" for c in name)
    while "__" in stem or "_-_" in stem:
        stem = stem.replace("_-_", "-").replace("__", "_")
    return str(path.with_name(f"{stem}{suffix}"))


def with_suffix(output: str, suffix: str) -> str:
    """Return a file with its extension; empty stays empty."""
    known = (suffix, ".json") if suffix == ".geojson" else (suffix,)
    return output if not output or output.lower().endswith(known) else output + suffix


def free(path: Path) -> str:
    """Return a name beside ``path`` that nothing has yet."""
    number = 2
    while path.with_name(f"{path.stem}-{number}{path.suffix}").exists():
        number += 1
    return str(path.with_name(f"{path.stem}-{number}{path.suffix}"))


def button_text(count: int, *, is_page: bool, replaces: bool) -> str:
    """Return what a click will do."""
    if is_page:
        if not count:
            return tr("&Write report")
        text = tr("&Write report on {}, replacing the file") if replaces else tr("&Write report on {}")
    elif not count:
        return tr("&Export GeoJSON")
    else:
        text = tr("&Export {} as GeoJSON")
        text = tr("&Export {} as GeoJSON, replacing the file") if replaces else text
    return text.format(words.sectors_text(count))
