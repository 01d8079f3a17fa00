"""Build the engine's environment: a folder beside its place, checked, then renamed into place."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Dict, List, Optional

from mining_monitor.client.folders import (
    Marker,
    environment_folder,
    environment_python,
    home_folder,
    partial_folder,
    read_marker,
    requirements_file,
    requirements_sha256,
    site_packages,
    write_marker,
)
from mining_monitor.client.interpreters import Host, find_base_python
from mining_monitor.client.pip_command import APART, Pip, failed_fetches, pip_variables, question_command, read_answer
from mining_monitor.client.pip_output import PipOutput
from mining_monitor.client.pip_problems import pip_problem
from mining_monitor.client.probe import PythonFacts, check_libraries, python_facts
from mining_monitor.client.proxy import ProxySettings
from mining_monitor.client.removal import put_aside, remove_leftovers, remove_outdated, remove_soon, rename_patiently
from mining_monitor.client.running import never, run_lines
from mining_monitor.client.setup_log import SetupLog
from mining_monitor.client.setup_progress import OnProgress, SetupProgress, SetupStage, rising, stage_fraction
from mining_monitor.contract.errors import CancelledError, EnvironmentSetupError

#: Measured on Linux x86-64 (CPython 3.10-3.13): 160 MB of wheels become 545 MB in 15 to 30 s beside a near package
#: server; on Windows 126 MB of wheels hold 393 MB. A line of 50 Mbit/s adds half a minute.
DOWNLOAD_MB = 160
INSTALLED_MB = 545

#: Free space that a set-up needs, in MB: the environment, what pip holds meanwhile, and a margin.
NEEDED_MB = 900

#: Packages that ``venv`` brings; the engine does not need them.
_TOOLS = ("pip", "setuptools", "wheel")


@dataclass(frozen=True)
class SetupRequest:
    """What to build and from what.

    Attributes
    ----------
    profile : Path
        QGIS's profile folder.
    wheels : Path or None
        A folder of wheels: nothing is downloaded then.
    proxy : ProxySettings or None
        None: the system's.
    """

    profile: Path
    requirements: Path = field(default_factory=requirements_file)
    wheels: Optional[Path] = None
    proxy: Optional[ProxySettings] = None
    plugin_version: str = ""
    host: Host = field(default_factory=Host)
    needed_mb: int = NEEDED_MB


def build_environment(
    request: SetupRequest, on_progress: OnProgress, should_cancel: Callable[[], bool] = never
) -> Path:
    """Make the environment and return its folder; one that is there is replaced when the new one is whole.

    It takes a minute or two: call it from a task. Stop the engine first: on Windows a running engine holds its files.
    Environments of other versions of the plugin are removed at the end.

    Parameters
    ----------
    on_progress : callable
        Takes SetupProgress, in the calling thread.
    should_cancel : callable
        Asked about ten times a second.

    Raises
    ------
    CancelledError
        ``should_cancel`` said so. Nothing half-made is left.
    EnvironmentSetupError
        It failed; the sentence says why and what to do, and names the log. Nothing half-made is left.
    """
    log = SetupLog(home_folder(request.profile) / "logs" / "setup.log", request.proxy)
    build = _Build(request, log, rising(on_progress), should_cancel)
    try:
        folder = build.run()
        remove_outdated(request.profile, request.requirements)
        return folder
    except OSError as error:
        log.note(f"failed: {error}")
        raise _disk_error(error, log) from error
    except (EnvironmentSetupError, CancelledError) as error:
        log.note(f"ended: {error}")
        raise
    finally:
        log.close()
        if build.partial.exists():
            remove_soon(build.partial)


def check_space(folder: Path, needed_mb: int) -> None:
    """Raise EnvironmentSetupError when less than ``needed_mb`` are free where ``folder`` lies."""
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    if free_mb < needed_mb:
        raise EnvironmentSetupError(
            f"The engine needs about {needed_mb} MB in {folder}, and {free_mb} MB are free. Free some space, then "
            "try again.",
            reason="disk-full", needed_mb=needed_mb, free_mb=free_mb, folder=str(folder),
        )  # fmt: skip


class _Build:
    """One set-up under way."""

    def __init__(
        self, request: SetupRequest, log: SetupLog, on_progress: OnProgress, should_cancel: Callable[[], bool]
    ) -> None:
        self.folder = environment_folder(request.profile, request.requirements)
        self.partial = partial_folder(self.folder)
        self._request = request
        self._log = log
        self._on_progress = on_progress
        self._should_cancel = should_cancel
        self._variables = pip_variables(request.host.variables, request.proxy)
        self._began = time.monotonic()
        self._marker_before = read_marker(self.folder)

    def run(self) -> Path:
        request = self._request
        self._tell(SetupStage.PYTHON, 0.0, "Looking for Python")
        base = find_base_python(request.host, lambda python: python_facts(python, should_cancel=self._should_cancel))
        self._log.note(f"Python {base.version_text}: {base.executable}")
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(request.profile)
        check_space(self.folder.parent, request.needed_mb)
        _check_wheels(request.wheels)
        self._make_venv(base)
        self._install(self._find_pip(base), base)
        versions = self._check(self.partial, 0.0, self._should_cancel)
        write_marker(self.partial, self._marker(base, versions))
        if self._should_cancel():
            raise CancelledError("The set-up was cancelled.")
        if not self._is_made_meanwhile():
            self._move_into_place()
        self._tell(SetupStage.DONE, 1.0, "The engine is ready")
        return self.folder

    def _tell(self, stage: SetupStage, share: float, message: str) -> None:
        self._on_progress(SetupProgress(stage, stage_fraction(stage, share), message))

    def _run(
        self, command: List[str], on_line: Callable[[str], None], on_tick: Callable[[], None] = lambda: None
    ) -> int:
        shown = command[: command.index("-c")] if "-c" in command else command
        self._log.note("> " + " ".join(shown))
        return run_lines(
            command, variables=self._variables, on_line=on_line, should_cancel=self._should_cancel, on_tick=on_tick
        )

    def _make_venv(self, base: PythonFacts) -> None:
        self._tell(SetupStage.ENVIRONMENT, 0.0, "Making an environment of its own for the engine")
        make = [str(base.executable), *APART, "-m", "venv"]
        if base.has_ensurepip and self._run([*make, str(self.partial)], self._log.write) == 0:
            return
        bare = [*make, "--clear", "--without-pip", str(self.partial)]
        if not base.has_pip or self._run(bare, self._log.write) != 0:
            problem = pip_problem(self._log.lines, 1, base.version_text)
            text = f"{base.executable} could not make an environment in {self.folder.parent}."
            raise self._error("venv", text if problem.reason == "unknown" else f"{text} {problem.message}")

    def _find_pip(self, base: PythonFacts) -> Pip:
        python = environment_python(self.partial)
        for asked, target in ((python, None), (base.executable, python)):
            lines: List[str] = []
            if self._run(question_command(asked, self._request.requirements), lines.append) == 0:
                pip = read_answer(asked, lines, target)
                if pip is not None:
                    return pip
            for line in lines:
                self._log.write(line)
        text = f"{base.executable} has no pip that works in a new environment."
        raise self._error("pip", f"{text} Install or update its pip (22.3 or newer), then try again.")

    def _install(self, pip: Pip, base: PythonFacts) -> None:
        output = PipOutput(len(pip.packages), self._on_progress)
        before = self._installed_count()

        def take(line: str) -> None:
            output.take(line)
            if not line.startswith("Progress "):
                self._log.write(line)

        wheels, pip_log = self._request.wheels, self.partial / "pip.log"
        output.begin()
        code = self._run(
            pip.install_command(self._request.requirements, wheels, pip_log), take,
            lambda: output.installed(self._installed_count() - before),
        )  # fmt: skip
        if code != 0:
            for line in failed_fetches(pip_log):
                self._log.write(line)
            problem = pip_problem(self._log.lines, code, base.version_text, is_offline=wheels is not None)
            raise self._error(problem.reason, problem.message)
        pip_log.unlink()

    def _installed_count(self) -> int:
        return sum(1 for _ in site_packages(self.partial).glob("*.dist-info"))

    def _check(self, folder: Path, share: float, should_cancel: Callable[[], bool]) -> Dict[str, str]:
        self._tell(SetupStage.CHECK, share, "Checking that the engine's libraries load")
        found = check_libraries(environment_python(folder), should_cancel=should_cancel)
        if found is not None and not found.problems:
            return found.versions
        problems = found.problems if found is not None else {"python": "the new interpreter does not run"}
        for name, problem in problems.items():
            self._log.write(f"{name}: {problem}")
        text = f"The engine's packages were installed but do not load ({', '.join(sorted(problems))})."
        if self._request.host.platform == "win32":
            remedy = (
                "Install the Microsoft Visual C++ Redistributable or allow QGIS in the virus scanner, then try again."
            )
        else:
            remedy = "Try again; if it happens again, this computer's system may be too old for them."
        raise self._error("import", f"{text} {remedy}")

    def _is_made_meanwhile(self) -> bool:
        """Tell whether another QGIS has finished the same environment since this set-up began."""
        marker = read_marker(self.folder)
        return marker is not None and marker != self._marker_before

    def _move_into_place(self) -> None:
        """Swap the new environment in, check it where it lies now, and put the old one back when that fails."""
        aside = self._put_old_aside()
        rename_patiently(self.partial, self.folder)
        try:
            self._check(self.folder, 0.6, never)
        except EnvironmentSetupError:
            remove_soon(put_aside(self.folder))
            if aside is not None:
                rename_patiently(aside, self.folder)
            raise
        if aside is not None:
            remove_soon(aside)

    def _put_old_aside(self) -> Optional[Path]:
        if not self.folder.exists():
            return None
        try:
            return put_aside(self.folder)
        except OSError as error:
            text = f"The old environment {self.folder} is in use. Close other QGIS windows, then try again."
            raise self._error("in-use", text) from error

    def _marker(self, base: PythonFacts, versions: Dict[str, str]) -> Marker:
        found = (path.name[: -len(".dist-info")].split("-") for path in site_packages(self.partial).glob("*.dist-info"))
        there = {name.replace("_", "-").lower(): version for name, version, *_ in found if name not in _TOOLS}
        size = sum(path.stat().st_size for path in self.partial.rglob("*") if path.is_file() and not path.is_symlink())
        seconds = round(time.monotonic() - self._began, 1)
        self._log.note(f"ready after {seconds} s, {size / 1e6:.0f} MB, {len(there)} packages")
        return Marker(
            requirements_sha256=requirements_sha256(self._request.requirements),
            python=base.version_text,
            base_python=str(base.executable),
            packages={**there, **versions},
            plugin_version=self._request.plugin_version,
            seconds=seconds,
            megabytes=round(size / 1e6, 1),
        )

    def _error(self, reason: str, text: str) -> EnvironmentSetupError:
        return EnvironmentSetupError(f"{text} Details are in {self._log.path}.", reason=reason, log=str(self._log.path))


def _check_wheels(wheels: Optional[Path]) -> None:
    if wheels is not None and not any(wheels.glob("*.whl")):
        raise EnvironmentSetupError(
            f"There are no wheels in {wheels}. Choose the folder that holds the .whl files.",
            reason="no-wheels", folder=str(wheels),
        )  # fmt: skip


def _disk_error(error: OSError, log: SetupLog) -> EnvironmentSetupError:
    problem = pip_problem([repr(error), str(error)], 1, "")
    text = problem.message if problem.reason != "unknown" else f"The engine's environment could not be made: {error}."
    return EnvironmentSetupError(f"{text} Details are in {log.path}.", reason=problem.reason, log=str(log.path))
