"""Ask an interpreter what it is and whether the engine's libraries work in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Tuple

from mining_monitor.client.cleanenv import engine_variables
from mining_monitor.client.running import never, run_lines

#: Oldest Python that the engine runs on, and the newest that its libraries were pinned for.
MINIMUM_PYTHON = (3, 10)
NEWEST_PYTHON = (3, 14)

#: Modules that the engine cannot do without, by the name to import.
ENGINE_MODULES = ("numpy", "onnxruntime", "onnx", "rasterio", "shapely", "pyproj", "pyogrio", "scipy")

_ABOUT = """
import json, struct, sys
def has(name):
    try:
        __import__(name)
    except ImportError:
        return False
    return True
print(json.dumps({
    "version": list(sys.version_info[:3]), "executable": sys.executable, "prefix": sys.prefix,
    "base_prefix": sys.base_prefix, "bits": struct.calcsize("P") * 8,
    "is_free_threaded": bool(__import__("sysconfig").get_config_var("Py_GIL_DISABLED")),
    "has_venv": has("venv"), "has_ensurepip": has("ensurepip"), "has_ssl": has("ssl"), "has_pip": has("pip"),
}))
"""

_CHECK = """
import importlib, importlib.metadata, json, sys
versions, problems = {}, {}
for name in json.loads(sys.argv[1]):
    try:
        importlib.import_module(name)
        versions[name] = importlib.metadata.version(name)
    except Exception as error:
        problems[name] = type(error).__name__ + ": " + str(error)
if not problems:
    try:
        from pyproj import CRS
        import rasterio.crs, rasterio.warp, shapely
        assert CRS.from_epsg(32719).to_epsg() == 32719, "PROJ finds no EPSG codes"
        rasterio.warp.transform_bounds(rasterio.crs.CRS.from_epsg(4326), rasterio.crs.CRS.from_epsg(3857), 0, 0, 1, 1)
        assert shapely.geos_version >= (3, 12) and hasattr(shapely, "coverage_simplify"), "shapely has no coverages"
    except Exception as error:
        problems["geodata"] = type(error).__name__ + ": " + str(error)
print(json.dumps({"version": list(sys.version_info[:3]), "versions": versions, "problems": problems}))
"""


@dataclass(frozen=True)
class PythonFacts:
    """What an interpreter says of itself; ``has_...``: whether that module of the standard library is there."""

    executable: Path
    version: Tuple[int, int, int]
    bits: int
    is_free_threaded: bool
    has_venv: bool
    has_ensurepip: bool
    has_ssl: bool
    has_pip: bool

    @property
    def version_text(self) -> str:
        """The version as people write it."""
        return ".".join(str(part) for part in self.version)

    @property
    def can_make_environment(self) -> bool:
        """Whether an environment for the engine can be made from it."""
        is_fit = MINIMUM_PYTHON <= self.version[:2] <= NEWEST_PYTHON and self.bits == 64 and not self.is_free_threaded
        return is_fit and self.has_venv and (self.has_ensurepip or self.has_pip) and self.has_ssl


@dataclass(frozen=True)
class LibraryCheck:
    """What came of importing the engine's libraries: versions of those that work, problems of those that do not."""

    version: Tuple[int, int, int]
    versions: Dict[str, str]
    problems: Dict[str, str]


def python_facts(
    python: Path, seconds: float = 20.0, *, should_cancel: Callable[[], bool] = never
) -> Optional[PythonFacts]:
    """Ask an interpreter what it is; None when it does not run or is no Python 3; raises CancelledError."""
    answer = _ask(python, (_ABOUT,), seconds, should_cancel)
    if answer is None:
        return None
    try:
        return PythonFacts(
            python, _version(answer), int(answer["bits"]), bool(answer["is_free_threaded"]), bool(answer["has_venv"]),
            bool(answer["has_ensurepip"]), bool(answer["has_ssl"]), bool(answer["has_pip"]),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError):
        return None


def check_libraries(
    python: Path, seconds: float = 120.0, *, should_cancel: Callable[[], bool] = never
) -> Optional[LibraryCheck]:
    """Import the engine's libraries in an interpreter (1-3 s, more on the first start under a virus scanner).

    Returns
    -------
    LibraryCheck or None
        None: the interpreter does not run, or crashed.
    """
    answer = _ask(python, (_CHECK, json.dumps(ENGINE_MODULES)), seconds, should_cancel)
    if answer is None:
        return None
    try:
        return LibraryCheck(_version(answer), dict(answer["versions"]), dict(answer["problems"]))
    except (KeyError, TypeError, ValueError):
        return None


def _version(answer: Dict[str, Any]) -> Tuple[int, int, int]:
    major, minor, micro = (int(part) for part in answer["version"])
    return major, minor, micro


def _ask(
    python: Path, code: Tuple[str, ...], seconds: float, should_cancel: Callable[[], bool]
) -> Optional[Dict[str, Any]]:
    """Run code in an interpreter and return the JSON object among its lines; None when there is none."""
    lines: List[str] = []
    command = [str(python), "-I", "-X", "utf8", "-c", *code]
    try:
        run_lines(
            command, variables=engine_variables(), on_line=lines.append, should_cancel=should_cancel, seconds=seconds
        )
        answer = json.loads(next(line for line in reversed(lines) if line.startswith("{")))
    except (OSError, ValueError, StopIteration):
        return None
    return answer if isinstance(answer, dict) else None
