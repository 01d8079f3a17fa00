"""Remove and rename folders of ours so that a half-removed one is never taken for a whole one."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shutil
import stat
import sys
import time
from pathlib import Path
from typing import Any, Callable, Dict, List

from mining_monitor.client.folders import MARKER_NAME, environment_folder, environment_folders
from mining_monitor.client.process import start_thread

_RENAME_TRIES = 10
_RENAME_PAUSE_S = 0.3
_STALE_SECONDS = 6 * 3600
_PARTIAL = re.compile(r"\.partial-(\d+)")
_COUNTER = itertools.count(1)


def rename_patiently(source: Path, target: Path) -> None:
    """Rename a folder; on Windows a virus scanner may hold fresh files for a moment.

    Raises
    ------
    OSError
        It did not work within about 3 s.
    """
    for attempt in range(_RENAME_TRIES):
        try:
            source.rename(target)
            return
        except PermissionError:
            if attempt == _RENAME_TRIES - 1 or sys.platform != "win32":
                raise
            time.sleep(_RENAME_PAUSE_S)


def put_aside(folder: Path) -> Path:
    """Rename a folder out of the way in one step and return its new path; the caller removes it."""
    aside = folder.with_name(f"engine.old-{os.getpid()}-{next(_COUNTER)}")
    rename_patiently(folder, aside)
    return aside


def remove_folder(folder: Path) -> None:
    """Remove a folder as far as possible; read-only files too. What stays is removed by a later set-up."""
    with contextlib.suppress(OSError):
        (folder / MARKER_NAME).unlink()
    listener: Dict[str, Any] = {"onexc" if sys.version_info >= (3, 12) else "onerror": _make_writable_and_retry}
    shutil.rmtree(folder, **listener)


def remove_soon(folder: Path, seconds: float = 0.5) -> None:
    """Start removing a folder and wait at most ``seconds`` for it."""
    start_thread(lambda: remove_folder(folder), "mining-monitor-removal").join(seconds)


def _make_writable_and_retry(function: Callable[..., Any], path: str, _: Any) -> None:
    try:
        Path(path).chmod(stat.S_IWRITE | stat.S_IREAD | stat.S_IEXEC)
        function(path)
    except OSError:
        return


def remove_leftovers(profile: Path) -> List[Path]:
    """Remove what interrupted set-ups left: folders put aside, and half-made ones whose process is gone.

    Returns
    -------
    list of Path
        What was removed.
    """
    removed = []
    for folder in environment_folders(profile):
        if ".old-" in folder.name or (".partial-" in folder.name and not _is_in_work(folder)):
            remove_folder(folder)
            removed.append(folder)
    return removed


def remove_outdated(profile: Path, requirements: Path) -> List[Path]:
    """Remove environments of other versions of the plugin and leftovers; one that is in use on Windows stays."""
    current = environment_folder(profile, requirements)
    removed = remove_leftovers(profile)
    for folder in environment_folders(profile):
        if folder != current and ".partial-" not in folder.name:
            try:
                remove_folder(put_aside(folder))
            except OSError:
                continue
            removed.append(folder)
    return removed


def _is_in_work(folder: Path) -> bool:
    """Tell whether another process may still be building a half-made folder."""
    found = _PARTIAL.search(folder.name)
    number = int(found.group(1)) if found else 0
    if sys.platform != "win32":
        return number != os.getpid() and _is_alive(number)
    try:
        return number != os.getpid() and time.time() - folder.stat().st_mtime < _STALE_SECONDS
    except OSError:
        return False


def _is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
