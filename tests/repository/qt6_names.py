"""Which Qt 6 names exist, read from PyQt6's stubs without loading Qt; which of the code's do not.

No QGIS 4 can be installed here, so what is written for it is checked against the names (QGIS_NOTES 1).
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

#: Names that moved to QtGui in Qt 6 and that QGIS's own ``qgis.PyQt.QtWidgets`` offers in both.
OFFERED_BY_QGIS = {"QAction", "QActionGroup", "QShortcut"}

#: Names that sip gives to PyQt5 only, or to both, and that no stub lists.
WITHOUT_STUB = {"pyqtSignal", "pyqtSlot", "pyqtProperty", "QVariant", "NULL", "QT_VERSION_STR", "PYQT_VERSION_STR"}

#: Methods that PyQt6 no longer has.
GONE = {"exec_": "exec", "print_": "print"}

Members = dict[str, "Members"]


@functools.cache
def _module(stubs: Path, name: str) -> dict[str, ast.stmt]:
    path = stubs / "PyQt6" / f"{name}.pyi"
    if not path.is_file():
        return {}
    body = ast.parse(path.read_text(encoding="utf-8"), str(path)).body
    return {_name_of(node): node for node in body}


def _name_of(node: ast.stmt) -> str:
    if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
        return node.name
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id
    return ""


def _member(stubs: Path, module: str, owner: ast.ClassDef, name: str) -> tuple[bool, ast.ClassDef | None]:
    """Tell whether a class or one of its bases has a member, and which class it is."""
    for node in owner.body:
        if _name_of(node) == name:
            return True, node if isinstance(node, ast.ClassDef) else None
    for base in owner.bases:
        parts = ast.unparse(base).split(".")
        home = parts[0] if len(parts) > 1 else module
        found = _module(stubs, home).get(parts[-1])
        if parts[0] in ("enum", "PyQt6"):
            continue
        if isinstance(found, ast.ClassDef):
            has, kind = _member(stubs, home, found, name)
            if has:
                return has, kind
    return name.startswith("__") or (name in {"value", "name"} and _is_enum(owner)), None


def _is_enum(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base).startswith("enum.") for base in node.bases)


def _imports(module: ast.Module) -> Iterator[tuple[ast.ImportFrom, str, ast.alias]]:
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            for alias in node.names:
                yield node, (node.module or "").rsplit(".", 1)[1], alias


def findings(stubs: Path, source: str) -> list[str]:
    """Return "line: what" for each Qt name of a module that Qt 6 does not know."""
    module = ast.parse(source)
    guarded = {id(inner) for node in ast.walk(module) if isinstance(node, ast.Try) for inner in ast.walk(node)}
    classes: dict[str, tuple[str, ast.ClassDef]] = {}
    found: list[str] = []
    for node, home, alias in _imports(module):
        if home in ("uic", "sip", "Qsci"):
            continue
        names = _module(stubs, home)
        if not names:
            found.append(f"{node.lineno}: there is no module {home} in PyQt6")
            continue
        at = "QtGui" if alias.name in OFFERED_BY_QGIS else home
        entry = _module(stubs, at).get(alias.name)
        if entry is None and alias.name not in WITHOUT_STUB and id(node) not in guarded:
            found.append(f"{node.lineno}: {home}.{alias.name} is not in PyQt6")
        if isinstance(entry, ast.ClassDef):
            classes[alias.asname or alias.name] = (at, entry)
    found += [
        line
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute)
        for line in _attribute(stubs, node, classes)
    ]
    return found


def _attribute(stubs: Path, node: ast.Attribute, classes: dict[str, tuple[str, ast.ClassDef]]) -> Iterator[str]:
    if node.attr in GONE:
        yield f"{node.lineno}: .{node.attr}() is gone in PyQt6: use .{GONE[node.attr]}()"
    chain: list[str] = []
    value: ast.expr = node
    while isinstance(value, ast.Attribute):
        chain.append(value.attr)
        value = value.value
    if not (isinstance(value, ast.Name) and value.id in classes):
        return
    home, owner = classes[value.id]
    for name in reversed(chain):
        has, kind = _member(stubs, home, owner, name)
        if not has:
            yield f"{node.lineno}: {value.id}.{'.'.join(reversed(chain))}: no '{name}' in PyQt6 (a scoped enum?)"
        if kind is None:
            return
        owner = kind
