"""Whether the engine can be started, and what to do when it cannot."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Set

from mining_monitor.client.folders import (
    Marker,
    environment_folder,
    environment_folders,
    environment_python,
    read_marker,
    requirements_sha256,
    site_packages,
)
from mining_monitor.client.probe import ENGINE_MODULES, MINIMUM_PYTHON, LibraryCheck, check_libraries

#: Names an interpreter that is used instead of the plugin's own environment (CONTRACT 5).
VARIABLE = "MINING_MONITOR_ENGINE"


class EngineState(enum.Enum):
    """What the engine's environment is; the value is a code for translation."""

    READY = "ready"
    MISSING = "missing"
    OUTDATED = "outdated"
    DAMAGED = "damaged"
    FOREIGN_MISSING = "foreign-missing"
    FOREIGN_INCOMPLETE = "foreign-incomplete"


@dataclass(frozen=True)
class EngineStatus:
    """The state, an English sentence that says what to do, the interpreter and the facts of the sentence.

    ``python`` is the interpreter to use; None unless the state is READY. ``is_foreign``: it was named by the user.
    """

    state: EngineState
    message: str
    python: Optional[Path] = None
    is_foreign: bool = False
    facts: Dict[str, Any] = field(default_factory=dict)

    @property
    def is_ready(self) -> bool:
        """Whether the engine can be started."""
        return self.state is EngineState.READY


def named_interpreter(setting: Optional[str], variables: Mapping[str, str]) -> Optional[Path]:
    """Return the interpreter that the user named: the environment variable wins over the setting."""
    name = variables.get(VARIABLE, "").strip() or (setting or "").strip()
    return Path(name).expanduser().absolute() if name else None


def foreign_status(python: Path) -> EngineStatus:
    """Check an interpreter that the user named, by importing the libraries in it (1-3 s)."""
    if not python.is_file():
        return EngineStatus(
            EngineState.FOREIGN_MISSING,
            f"The interpreter chosen for the engine, {python}, is not there. Choose another one in the settings, or "
            "none to let the plugin set up its own.",
            is_foreign=True, facts={"interpreter": str(python)},
        )  # fmt: skip
    found = check_libraries(python)
    facts: Dict[str, Any] = {"interpreter": str(python)}
    if found is None:
        problem = "it does not run as Python"
    elif found.version[:2] < MINIMUM_PYTHON:
        problem = f"it is Python {_dotted(found.version)}, and the engine needs {_dotted(MINIMUM_PYTHON)} or newer"
    elif found.problems:
        facts["packages"] = sorted(found.problems)
        problem = f"it lacks {_problems_text(found)}"
    else:
        facts["packages"] = found.versions
        return EngineStatus(EngineState.READY, f"The engine uses {python}.", python, True, facts)
    remedy = "Choose another one in the settings, or none to let the plugin set up its own."
    message = f"The engine cannot use the chosen interpreter {python}: {problem}. {remedy}"
    return EngineStatus(EngineState.FOREIGN_INCOMPLETE, message, is_foreign=True, facts=facts)


def own_status(profile: Path, requirements: Path, *, is_deep: bool = False) -> EngineStatus:
    """Check the plugin's own environment.

    Parameters
    ----------
    is_deep : bool
        False: look at files only (a few ms). True: import the libraries as well (1-3 s).
    """
    folder = environment_folder(profile, requirements)
    facts: Dict[str, Any] = {"folder": str(folder)}
    if not folder.is_dir():
        return _absent_status(profile, facts)
    python = environment_python(folder)
    problem = _damage_of(folder, python, requirements)
    if not problem and is_deep:
        problem = _import_problem(check_libraries(python))
    if problem:
        facts["problem"] = problem
        message = f"The engine's environment in {folder} is damaged: {problem}. Repair it; your data is not touched."
        return EngineStatus(EngineState.DAMAGED, message, facts=facts)
    return EngineStatus(EngineState.READY, f"The engine is ready in {folder}.", python, facts=facts)


def _absent_status(profile: Path, facts: Dict[str, Any]) -> EngineStatus:
    older = [path for path in environment_folders(profile) if read_marker(path) is not None]
    if older:
        facts["outdated"] = [str(path) for path in older]
        message = (
            "The engine's environment belongs to another version of the plugin. Update it; your data is not touched."
        )
        return EngineStatus(EngineState.OUTDATED, message, facts=facts)
    return EngineStatus(
        EngineState.MISSING, "The engine is not set up yet. Set it up to detect and export.", facts=facts
    )


def _damage_of(folder: Path, python: Path, requirements: Path) -> str:
    """Say what files tell about damage; empty when nothing."""
    marker = read_marker(folder)
    if marker is None:
        return "its marker is missing, so it was never finished or files were removed"
    if marker.requirements_sha256 != requirements_sha256(requirements):
        return "its libraries are not those that this version of the plugin needs"
    if not python.is_file():
        return f"its interpreter {python} does not work any more; the Python that it was made from may be gone"
    home = _base_home(folder)
    if home is not None and not home.is_dir():
        return f"the Python that it was made from ({home}) is gone, as after an update of QGIS"
    missing = _missing_packages(folder, marker)
    return f"packages were removed from it: {', '.join(sorted(missing))}" if missing else ""


def _base_home(folder: Path) -> Optional[Path]:
    try:
        text = (folder / "pyvenv.cfg").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return folder / "pyvenv.cfg"
    found = re.search(r"^home\s*=\s*(.+)$", text, re.MULTILINE)
    return Path(found.group(1).strip()) if found else None


def _missing_packages(folder: Path, marker: Marker) -> Set[str]:
    there = {_plain(path.name.split("-")[0]) for path in site_packages(folder).glob("*.dist-info")}
    return {name for name in marker.packages if _plain(name) not in there}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _import_problem(found: Optional[LibraryCheck]) -> str:
    if found is None:
        return "its interpreter does not run"
    missing = [name for name in ENGINE_MODULES if name not in found.versions]
    return f"it fails to load {_problems_text(found)}" if found.problems or missing else ""


def _problems_text(found: LibraryCheck) -> str:
    absent = sorted(name for name, text in found.problems.items() if text.startswith("ModuleNotFoundError"))
    broken = [f"{name} ({text})" for name, text in sorted(found.problems.items()) if name not in absent]
    return "; ".join([", ".join(absent), *broken] if absent else broken)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
