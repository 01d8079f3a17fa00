"""Files that are whole or absent: written beside their place, then renamed into it (ARCHITECTURE "The door")."""

from __future__ import annotations

import atexit
import contextlib
import errno
import hashlib
import os
import platform
import shutil
import sqlite3
import stat
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mining_monitor.contract.errors import DiskFullError, OutputError
from mining_monitor.schema.fields import LOG_TABLE, SECTORS_TABLE

#: Names a folder for work in progress, where the system's temporary folder is too small.
WORK_VARIABLE = "MINING_MONITOR_WORK"

#: Bytes that a small GeoPackage takes, with its journal.
_LEAST_ROOM = 1 << 20

#: Seconds to wait for another program before a file counts as held.
_SHORT_WAIT_S = 0.2

_CHUNK = 4 << 20

#: This machine in the names of unfinished files: process numbers of another machine on a shared folder say nothing.
_MACHINE = hashlib.sha256(platform.node().encode()).hexdigest()[:8]

#: What this process is writing and has not finished.
_UNFINISHED: set[Path] = set()


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
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def is_plain_file(path: Path) -> bool:
    """Tell whether there is a file; a name that no file can have (too long, a zero byte) names none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_disk_full(folder: Path) -> bool:
    """Tell whether a disk has no room even for a small file: GDAL has other words for it each time."""
    return shutil.disk_usage(folder).free < _LEAST_ROOM


@contextmanager
def whole_file(path: Path, *, is_new: bool = False) -> Iterator[Path]:
    """Give a path beside ``path`` to write to; it takes the place of ``path`` when the block ends well.

    Raises
    ------
    OutputError, DiskFullError
        The folder or the file cannot be written; an earlier file at ``path`` is as it was.
    FileExistsError
        Only with ``is_new``: somebody else made the file meanwhile; it is as it was.
    """
    partial: Path | None = None
    try:
        target = _target(path)
        if not is_new and _is_project(target):
            raise OSError(errno.EEXIST, "it is a project, whose sectors and history would be lost")
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_partials_of_the_dead(target.parent)
        partial = target.with_name(f".{_partial_prefix()}{os.getpid()}-{uuid.uuid4().hex[:8]}{target.suffix}")
        _UNFINISHED.add(partial)
        yield partial
        if is_new:
            _place_new(partial, target)
        else:
            partial.replace(target)
    except FileExistsError as error:
        if is_new and partial is not None:
            raise
        raise output_error(path, error) from error
    except OSError as error:
        raise output_error(path, error) from error
    finally:
        if partial is not None:
            _remove(partial)
            _UNFINISHED.discard(partial)


def _place_new(partial: Path, target: Path) -> None:
    try:
        os.link(partial, target)  # the one way of renaming that never takes the place of another file
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(errno.EEXIST, "it exists", str(target)) from None
        partial.replace(target)


def require_place(path: Path) -> None:
    """Check that a file could be written, before hours of work go into it.

    Raises
    ------
    OutputError, DiskFullError
    """
    try:
        target = _target(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=target.parent) as file:
            file.write(b"x")
    except OSError as error:
        raise output_error(path, error) from error


def move_file(source: Path, target: Path, check: Callable[[], None]) -> None:
    """Move a file; to another file system it is copied, and ``check``, called often, may raise to stop."""
    with contextlib.suppress(OSError):
        source.replace(target)
        return
    with source.open("rb") as reader, target.open("wb") as writer:
        while chunk := reader.read(_CHUNK):
            writer.write(chunk)
            check()


def is_same_file(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one place, whether or not there is a file yet."""
    try:
        return path.resolve() == other.resolve()
    except (OSError, ValueError, RuntimeError):
        return False


def _target(path: Path) -> Path:
    """Return the file that a path leads to; a folder, a pipe and a device are none."""
    if "\0" in str(path):
        raise OSError(errno.EINVAL, "its name holds a zero byte")
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if target.is_dir():
        raise OSError(errno.EISDIR, "it is a folder")
    if is_device(str(target)):
        raise OSError(errno.EINVAL, "it is a pipe or a device, not a file")
    return target


def _is_project(target: Path) -> bool:
    """Tell whether a file holds sectors and their log; also while another program holds it."""
    if not is_plain_file(target):
        return False
    tables = (SECTORS_TABLE, LOG_TABLE)
    query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN (?, ?)"
    try:
        with contextlib.closing(sqlite3.connect(target, timeout=_SHORT_WAIT_S)) as connection:
            return bool(connection.execute(query, tables).fetchone()[0] == len(tables))
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return "locked" in str(error)


def _partial_prefix() -> str:
    return f"mining-monitor.partial-{_MACHINE}-"


def _remove_partials_of_the_dead(folder: Path) -> None:
    for path in folder.glob(f".{_partial_prefix()}*"):
        pid = path.name.split(_MACHINE, 1)[1].split("-")[1]
        if _is_left_over(pid, path):
            _remove(path)


def _remove(partial: Path) -> None:
    """Remove an unfinished file and what SQLite keeps beside it."""
    for path in (partial, *(partial.with_name(partial.name + end) for end in ("-journal", "-wal", "-shm"))):
        with contextlib.suppress(OSError):
            path.unlink()


def remove_unfinished() -> None:
    """Remove what this process has not finished: called when it must end with jobs that do not stop."""
    for path in list(_UNFINISHED):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            _remove(path)


def work_root() -> Path:
    """Return the folder under which runs work; folders of engines that are gone are removed first.

    Raises
    ------
    OutputError, DiskFullError
        It cannot be made, or somebody else made it.
    """
    root = Path(os.environ.get(WORK_VARIABLE) or tempfile.gettempdir()) / f"mining-monitor-{_user()}"
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if hasattr(os, "getuid") and root.stat().st_uid != os.getuid():
            raise OSError(errno.EPERM, f"another user made it; set {WORK_VARIABLE} to a folder of your own")
    except OSError as error:
        raise output_error(root, error) from error
    for folder in root.glob("run-*-*"):
        if _is_left_over(folder.name.split("-")[1], folder):
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
    _UNFINISHED.add(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _UNFINISHED.discard(folder)


def process_folder(name: str) -> Path:
    """Return a private folder that lasts as long as this process.

    Raises
    ------
    OutputError, DiskFullError
    """
    folder = work_root() / f"run-{os.getpid()}-{name}"
    if folder not in _UNFINISHED:
        _UNFINISHED.add(folder)
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise output_error(folder, error) from error
    return folder


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")


def _is_left_over(pid: str, path: Path) -> bool:
    """Tell whether the process that made a file is gone; a new process may have its number."""
    if not pid.isdecimal():
        return False
    return path not in _UNFINISHED if int(pid) == os.getpid() else not is_alive(int(pid))


def is_alive(pid: int) -> bool:
    """Tell whether a process exists."""
    if os.name == "nt":  # os.kill would end the process there
        return _is_alive_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
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
