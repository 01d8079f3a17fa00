"""Find a Python from which the engine's environment can be made: QGIS's own, else another on this computer."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Iterable, Iterator, List, Mapping, Optional

from mining_monitor.client.probe import MINIMUM_PYTHON, NEWEST_PYTHON, PythonFacts, python_facts
from mining_monitor.contract.errors import EnvironmentSetupError


@dataclass(frozen=True)
class Host:
    """What is known of the program that runs us: in QGIS ``executable`` may be QGIS itself."""

    platform: str = sys.platform
    executable: Path = field(default_factory=lambda: Path(sys.executable or "."))
    exec_prefix: Path = field(default_factory=lambda: Path(sys.base_exec_prefix))
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)


def candidate_interpreters(host: Host) -> List[Path]:
    """Return the interpreters that exist, those of QGIS first; a file appears once.

    On Windows ``sys.executable`` is ``qgis-bin.exe`` and the interpreter is ``apps\\Python3x\\python.exe``, QGIS's
    ``sys.exec_prefix``. ``python-qgis.bat`` is not used: it sets PYTHONHOME, and an environment made under that
    cannot start without it. On macOS the interpreter lies in the application's bundle. The stubs of the Microsoft
    Store and of macOS (``/usr/bin/python3``) open a shop window instead of running and are left out. On Linux
    ``sys.executable`` inside QGIS is only a guess from PATH, so the prefix comes first.
    """
    paths = {"win32": _windows, "darwin": _macos}.get(host.platform, _linux)(host)
    found: List[Path] = []
    seen = set()
    for path in paths:
        if path.is_file() and path.resolve() not in seen:
            seen.add(path.resolve())
            found.append(path)
    return found


def find_base_python(host: Host, ask: Callable[[Path], Optional[PythonFacts]] = python_facts) -> PythonFacts:
    """Return the first interpreter from which an environment can be made.

    Raises
    ------
    EnvironmentSetupError
        There is none; the sentence says what is wrong with the best one and what to install.
    """
    seen: List[PythonFacts] = []
    for path in candidate_interpreters(host):
        facts = ask(path)
        if facts is not None and facts.can_make_environment:
            return facts
        if facts is not None:
            seen.append(facts)
    raise _no_python_error(host, seen)


def _names() -> List[str]:
    """Interpreter names on POSIX, QGIS's own version first, then the newest."""
    own = f"python3.{sys.version_info[1]}"
    others = [f"python3.{minor}" for minor in range(NEWEST_PYTHON[1], MINIMUM_PYTHON[1] - 1, -1)]
    return [own, "python3", *(name for name in others if name != own)]


def _itself(host: Host) -> Iterator[Path]:
    if host.executable.name.lower().startswith("python"):
        yield host.executable


def _windows(host: Host) -> Iterator[Path]:
    folders = [host.exec_prefix, host.executable.parent]
    folders += _newest(host.executable.parent.parent.glob("apps/Python3*"))
    for folder in folders:
        yield folder / "python.exe"
        yield folder / "python3.exe"
    yield from _itself(host)
    for variable, pattern in (
        ("LOCALAPPDATA", "Programs/Python/Python3*"), ("PROGRAMFILES", "Python3*"), ("SYSTEMDRIVE", "Python3*"),
    ):  # fmt: skip
        root = host.variables.get(variable, "")
        if root:
            for folder in _newest(Path(root + os.sep).glob(pattern)):
                yield folder / "python.exe"
    for folder in _path_folders(host):
        if "windowsapps" not in str(folder).lower():
            yield folder / "python.exe"


def _macos(host: Host) -> Iterator[Path]:
    bundle = next((parent for parent in host.executable.parents if parent.name == "Contents"), None)
    folders = [host.exec_prefix / "bin"]
    if bundle is not None:
        folders += [
            bundle / "MacOS" / "bin", bundle / "MacOS", bundle / "Frameworks" / "bin",
            bundle / "Frameworks" / "Python.framework" / "Versions" / "Current" / "bin",
            bundle / "Resources" / "python" / "bin",
        ]  # fmt: skip
    inside = len(folders)
    folders += _newest(Path("/Library/Frameworks/Python.framework/Versions").glob("3.*/bin"))
    folders += [Path("/opt/homebrew/bin"), Path("/usr/local/bin"), *_path_folders(host)]
    for index, folder in enumerate(folders):
        if index == inside:
            yield from _itself(host)
        for name in _names():
            if folder != Path("/usr/bin"):
                yield folder / name


def _linux(host: Host) -> Iterator[Path]:
    for name in _names():
        yield host.exec_prefix / "bin" / name
    yield from _itself(host)
    for folder in (Path("/usr/bin"), Path("/usr/local/bin"), *_path_folders(host)):
        for name in _names():
            yield folder / name


def _path_folders(host: Host) -> List[Path]:
    return [Path(part) for part in host.variables.get("PATH", "").split(os.pathsep) if part]


def _newest(folders: Iterable[Path]) -> List[Path]:
    def version(path: Path) -> List[int]:
        return [int(digits) for digits in "".join(c if c.isdigit() else " " for c in str(path)).split()]

    return sorted(folders, key=version, reverse=True)


def _no_python_error(host: Host, seen: List[PythonFacts]) -> EnvironmentSetupError:
    oldest, newest = (".".join(str(part) for part in version) for version in (MINIMUM_PYTHON, NEWEST_PYTHON))
    wanted = f"Python {oldest} to {newest} (64 bit)"
    own = seen[0] if seen else None
    install = {
        "win32": f"Install {wanted} from python.org for this user, then try again.",
        "darwin": f"Install {wanted} from python.org, then try again.",
    }.get(host.platform, f"Install {wanted} with its venv module (python3-venv), then try again.")
    choose = "Or choose an interpreter that has the engine's packages in the settings."
    if own is None:
        text, reason = "No Python that runs was found for the engine.", "python-missing"
    elif own.version[:2] < MINIMUM_PYTHON:
        text = f"QGIS brings Python {own.version_text}, and the engine needs {wanted}."
        install = f"Update QGIS, or do this: {install[0].lower()}{install[1:]}"
        reason = "python-too-old"
    elif own.version[:2] > NEWEST_PYTHON:
        text = f"QGIS brings Python {own.version_text}, for which the engine's libraries are not made yet."
        reason = "python-too-new"
    elif not own.has_venv or not (own.has_ensurepip or own.has_pip):
        text = f"{own.executable} (Python {own.version_text}) cannot make environments: its module venv is missing."
        is_debian = host.platform.startswith("linux")
        install = (
            "Install the package python3-venv (sudo apt install python3-venv), then try again."
            if is_debian
            else install
        )
        reason = "python-without-venv"
    else:
        text = f"{own.executable} (Python {own.version_text}, {own.bits} bit) cannot be used for the engine."
        reason = "python-unfit"
    return EnvironmentSetupError(
        f"{text} {install} {choose}", reason=reason, interpreters=[str(facts.executable) for facts in seen]
    )
