"""Files that are whole or absent: written beside their place, then renamed into it (ARCHITECTURE "The door")."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mining_monitor.contract.errors import DiskFullError, OutputError

#: Names a folder for work in progress, where the system's temporary folder is too small.
WORK_VARIABLE = "MINING_MONITOR_WORK"


def output_error(path: Path, error: OSError) -> OutputError:
    """Return the sentence for a file that could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(
            f"The disk is full: {path} was not written and nothing half-made was left. Free some space and run again.",
            path=str(path),
        )
    reason = error.strerror or str(error)
    return OutputError(f"{path} cannot be written: {reason}. Choose another folder or file.", path=str(path))


def is_device(path: str) -> bool:
    """Tell whether a path names a pipe, a socket or a device: opening one may wait for ever or never end."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside ``path`` to write to; it takes the place of ``path`` when the block ends well.

    Raises
    ------
    OutputError, DiskFullError
        The folder or the file cannot be written; an earlier file at ``path`` is as it was.
    """
    partial = path.with_name(f".{path.stem}.partial-{os.getpid()}-{uuid.uuid4().hex[:8]}{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        partial.replace(path)
    except OSError as error:
        raise output_error(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()


def move_into_place(source: Path, target: Path) -> None:
    """Move a finished file to where the user wants it, across file systems too; whole or absent."""
    with whole_file(target) as partial:
        shutil.move(str(source), str(partial))


def work_root() -> Path:
    """Return the folder under which runs work; folders of engines that are gone are removed first."""
    root = Path(os.environ.get(WORK_VARIABLE) or tempfile.gettempdir()) / f"mining-monitor-{_user()}"
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(root, error) from error
    for folder in root.glob("run-*-*"):
        pid = folder.name.split("-")[1]
        if pid.isdigit() and not _is_alive(int(pid)):
            shutil.rmtree(folder, ignore_errors=True)
    return root


@contextmanager
def run_folder(run_id: str) -> Iterator[Path]:
    """Make a private folder for one run and remove it at the end, however the run ends."""
    folder = work_root() / f"run-{os.getpid()}-{run_id}"
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise output_error(folder, error) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")


def _is_alive(pid: int) -> bool:
    if pid == os.getpid():
        return True
    if os.name == "nt":  # os.kill would end the process there
        return _is_alive_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_alive_windows(pid: int) -> bool:
    import ctypes

    query_limited_information = 0x1000
    handle = ctypes.windll.kernel32.OpenProcess(query_limited_information, False, pid)  # type: ignore[attr-defined]
    if handle:
        ctypes.windll.kernel32.CloseHandle(handle)  # type: ignore[attr-defined]
    return bool(handle)
