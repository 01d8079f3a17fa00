"""Empty QGIS profiles with the plugin in them, and the real programs of QGIS started on them.

Standard library only: the tests of `qgis_process` and of the zip, and the demo, share it.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import shutil
import subprocess
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

#: Evaluation data that is never committed; tests that want it skip without it.
SHARED_DATA = ROOT.parent / "shared" / "data"

_INI = """[PythonPlugins]
mining_monitor={enabled}

[qgis]
checkVersion=false
showTips=false
askToSaveMemoryLayers=false

[app]
checkVersion=false

[locale]
overrideFlag=true
userLocale=en_US
"""

_DISPLAY_SECONDS = 15


def find_program(*names: str) -> str:
    """Return the first of the programs that exists.

    Raises
    ------
    FileNotFoundError
        QGIS is not installed: ``make qgis``.
    """
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    raise FileNotFoundError(f"none of {', '.join(names)} is installed: make qgis")


def make_profile(profiles: Path, *, archive: Path | None = None) -> Path:
    """Make an empty default profile with the plugin enabled in it.

    Parameters
    ----------
    profiles : Path
        Folder for ``--profiles-path`` and ``QGIS_CUSTOM_CONFIG_PATH``.
    archive : Path or None
        The zip to unpack there, as QGIS's "Install from ZIP" does; None: this checkout is linked.

    Returns
    -------
    Path
        The profile's folder.
    """
    profile = profiles / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True, exist_ok=True)
    (profile / "QGIS" / "QGIS3.ini").write_text(_INI.format(enabled="true"), encoding="utf-8")
    if archive is None:
        spec = importlib.util.spec_from_file_location("link", ROOT / ".ci" / "link.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.link(profile)
    else:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(profile / "python" / "plugins")
    return profile


def qgis_variables(profiles: Path, **more: str) -> dict[str, str]:
    """Return the environment of a QGIS program that sees only that profile."""
    runtime = profiles / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "QGIS_", "QT_", "GDAL_"))}
    return {
        **kept,
        "QGIS_CUSTOM_CONFIG_PATH": str(profiles),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        **more,
    }


def run_qgis_process(
    profiles: Path, *arguments: str, timeout: float = 300.0, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the real ``qgis_process``; Debian's wrapper passes a flag that it does not know (QGIS_NOTES 1)."""
    program = find_program("qgis_process.bin", "qgis_process")
    environment = qgis_variables(profiles, QT_QPA_PLATFORM="offscreen", **variables)
    return subprocess.run(
        [program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=timeout,
        stdin=subprocess.DEVNULL,
    )


def run_algorithm(profiles: Path, algorithm: str, timeout: float = 300.0, **parameters: object) -> dict[str, Any]:
    """Run a Processing algorithm in ``qgis_process`` and return its results.

    Raises
    ------
    AssertionError
        It ended with another status than 0; the message holds what it said.
    """
    pairs = [f"{key}={value}" for key, value in parameters.items()]
    done = run_qgis_process(profiles, "--json", "run", algorithm, "--", *pairs, timeout=timeout)
    assert done.returncode == 0, (
        f"{algorithm} ended with {done.returncode}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
    )
    answer = json.loads(done.stdout[done.stdout.index("{") :])
    results: dict[str, Any] = answer["results"]
    return results


@contextlib.contextmanager
def virtual_display(size: str = "1600x1000") -> Iterator[str]:
    """Start Xvfb and openbox on a free display, and yield its name; both end afterwards."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    manager = None
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb gave no display")
        display = f":{number}"
        if shutil.which("openbox"):
            manager = subprocess.Popen(
                ["openbox"],
                env={**os.environ, "DISPLAY": display},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        yield display
    finally:
        for process in (manager, server):
            if process is not None:
                end(process)


def end(process: subprocess.Popen[Any], seconds: float = 5.0) -> None:
    """End a process that this program started, politely first."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def run_desktop(
    profiles: Path,
    script: Path,
    answer: Path,
    *,
    timeout: float,
    display: str,
    without: tuple[str, ...] = (),
    **variables: str,
) -> dict[str, Any]:
    """Start the real desktop with a script that writes ``answer`` (JSON) and quits; return what it wrote.

    ``variables`` are added to the environment, those named in ``without`` are taken out of it.

    Raises
    ------
    AssertionError
        QGIS ended, or time ran out, without an answer; the message holds the end of its output.
    """
    log = profiles / "qgis.log"
    command = [find_program("qgis.bin", "qgis"), "--nologo", "--noversioncheck", "--profiles-path", str(profiles)]
    environment = qgis_variables(profiles, DISPLAY=display, **variables)
    for name in without:
        environment.pop(name, None)
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--code", str(script)], env=environment, stdout=output, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            deadline = time.monotonic() + timeout
            while process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.2)
        finally:
            status = process.poll()
            end(process)
    if not answer.is_file():
        raise AssertionError(
            f"QGIS left no answer in {timeout:g} s (status {status}):\n{log.read_text(errors='replace')[-4000:]}"
        )
    value: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    return value
