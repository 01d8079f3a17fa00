"""The files of this repository, as the tests of its house walk them."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "mining_monitor"
ENGINE = PACKAGE / "engine"

#: Rooms that run inside QGIS.
PLUGIN_SIDE = ("plugin.py", "paths.py", "__init__.py", "gui", "adapter", "client", "contract", "schema")

#: Rooms that talk to people.
ROOMS_WITH_TEXT = ("plugin.py", "gui", "adapter")


def tracked() -> list[Path]:
    """Files that git tracks and that exist."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]


def modules(*rooms: str) -> list[Path]:
    """Python files of the named rooms of the package (all of it when none is named)."""
    found: list[Path] = []
    for room in rooms or (".",):
        path = PACKAGE / room
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    return found


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(path: Path) -> set[str]:
    """Top-level packages and full dotted names that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def place(path: Path, line: int = 0) -> str:
    """Name a file, and a line of it, for a message."""
    return f"{path.relative_to(ROOT)}{f':{line}' if line else ''}"
