"""The house of ARCHITECTURE.md: what stands where, and who may import whom."""

from __future__ import annotations

import ast
import re

import pytest

from tests.repository.sources import ENGINE, PACKAGE, PLUGIN_SIDE, ROOT, imported, modules, place, tracked, tree

TOP_LEVEL = {
    "mining_monitor", "resources", "i18n", "tests", "metadata.txt", "Makefile", "README.md",
    "LICENSE", "pyproject.toml", "CHANGELOG.md",
}  # fmt: skip

#: Libraries that belong to the engine and must never enter the QGIS process (QGIS_NOTES 2).
ENGINE_LIBRARIES = {
    "numpy", "rasterio", "shapely", "onnxruntime", "onnx", "scipy", "pyproj", "pyogrio", "geopandas", "torch", "dask",
    "affine", "skimage", "pystac",
}  # fmt: skip

#: Heavy libraries and the one room that imports each (ARCHITECTURE "Who may import whom").
ONE_IMPORTER = {
    "onnxruntime": "engine/models",
    "dask": "engine/scale",
    "distributed": "engine/scale",
    "torch": "engine/training",
}

MAX_MODULE_LINES = 450
MAX_FILE_BYTES = 2_000_000


def test_the_top_level_holds_the_fixed_names_and_dotfiles_only():
    names = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


def test_no_tracked_file_is_a_build_product():
    products = re.compile(r"(__pycache__|\.pyc$|\.qm$|^dist/|^build/|\.venv/|\.egg-info)")
    assert [place(path) for path in tracked() if products.search(str(path.relative_to(ROOT)))] == []


def test_large_tracked_files_are_models():
    large = [path for path in tracked() if path.stat().st_size > MAX_FILE_BYTES]
    assert [place(path) for path in large if path.suffix != ".onnx"] == []


def test_modules_fit_a_reader():
    long = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: lines for name, lines in long.items() if lines > MAX_MODULE_LINES} == {}


@pytest.mark.parametrize("room", PLUGIN_SIDE)
def test_the_plugin_side_imports_no_library_of_the_engine(room):
    offenders = {
        place(path): sorted(found)
        for path in modules(room)
        if (found := {name for name in imported(path) if name.split(".")[0] in ENGINE_LIBRARIES})
    }
    assert offenders == {}


@pytest.mark.parametrize("room", ["engine", "contract", "schema", "client"])
def test_the_engine_side_knows_no_qgis_and_no_qt(room):
    offenders = {
        place(path): sorted(found)
        for path in modules(room)
        if (found := {n for n in imported(path) if n.split(".")[0] in {"qgis", "PyQt5", "PyQt6", "osgeo", "sip"}})
    }
    assert offenders == {}


def test_the_plugin_side_imports_nothing_of_the_engine():
    offenders = {
        place(path): sorted(found)
        for path in modules(*PLUGIN_SIDE)
        if (found := {name for name in imported(path) if name.startswith("mining_monitor.engine")})
    }
    assert offenders == {}


@pytest.mark.parametrize("library", sorted(ONE_IMPORTER))
def test_a_heavy_library_has_one_importer(library):
    home = PACKAGE / ONE_IMPORTER[library]
    offenders = [
        place(path)
        for path in modules()
        if home not in path.parents and any(name.split(".")[0] == library for name in imported(path))
    ]
    assert offenders == []


def test_qt_is_imported_through_qgis():
    direct = {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
    offenders = [
        place(path)
        for path in modules("gui", "adapter", "plugin.py")
        if direct & {n.split(".")[0] for n in imported(path)}
    ]
    assert offenders == []


def test_no_module_is_a_bag_of_helpers():
    assert [place(path) for path in modules() if path.stem in {"utils", "helpers", "util", "misc", "common"}] == []


def test_the_engine_is_run_as_a_module():
    assert (ENGINE / "__main__.py").is_file()


def test_every_module_and_public_function_has_a_docstring():
    missing = []
    for path in modules():
        module = tree(path)
        if path.name != "__init__.py" and not ast.get_docstring(module):
            missing.append(place(path))
        for node in module.body:
            is_public = isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
            if is_public and not ast.get_docstring(node):
                missing.append(place(path, node.lineno))
    assert missing == []


def is_broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or getattr(handler.type, "id", "") in {"Exception", "BaseException"}


def test_a_broad_except_stands_at_the_door_and_the_message_bar_or_raises_a_typed_error():
    """STYLE 5: the two sides of the door, and the message bar."""
    last_resorts = {
        "mining_monitor/engine/server.py",
        "mining_monitor/client/handles.py",
        "mining_monitor/adapter/messages.py",
        # An error may not cross a thread or GDAL's frames: it is kept, and raised by whoever waits for it.
        "mining_monitor/engine/imagery/catalogues/patience.py",
        "mining_monitor/engine/imagery/catalogues/remote_file.py",
    }
    broad = {
        place(path, node.lineno)
        for path in modules()
        if place(path) not in last_resorts
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and is_broad(node) and not isinstance(node.body[-1], ast.Raise)
    }
    assert broad == set()


def test_no_tracked_text_names_a_machine_or_a_registry():
    machine = re.compile(
        r"(^|[^A-Za-z0-9_.])/" + r"(work|farm)/|/ro" + r"ot/|(debian|pypi|npmjs|pythonhosted)[.]" + r"(org|com)"
    )
    offenders = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        offenders += [place(path, number) for number, line in enumerate(text.splitlines(), 1) if machine.search(line)]
    assert offenders == []


def test_the_licence_is_the_gpl_and_is_named_alike_everywhere():
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in licence
    version = "Version 3" if "Version 3, 29 June 2007" in licence else "Version 2"
    assert f"GPL-{version[-1]}.0" in (ROOT / "README.md").read_text(encoding="utf-8")
