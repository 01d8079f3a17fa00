"""What a load fetched before it broke, for the next attempt at the same load: on disk until it has succeeded.

Parts count only for the very version of a file (size and validator) that they were fetched from.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import shutil
import threading
import time
import zlib
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.engine.files import is_alive, work_root

LOGGER = logging.getLogger(__name__)

#: Most that one load keeps, and how long nobody has to come back for it.
_LARGEST_BYTES = 2 * 1024**3
_KEPT_SECONDS = 24 * 3600.0

#: Folders that loads of this process have taken.
_TAKEN: set[Path] = set()

_CURRENT: ContextVar[KeptParts | None] = ContextVar("kept_parts", default=None)


class KeptParts:
    """Parts of files in one growing file, with a line for each; any number of threads."""

    def __init__(self, folder: Path) -> None:
        self._data, self._index = folder / "parts.bin", folder / "parts.txt"
        self._lock = threading.Lock()
        self._known: dict[str, tuple[int, int, int]] = {}
        self._end = 0
        self._is_usable = True
        with contextlib.suppress(OSError, ValueError):
            self._end = self._data.stat().st_size
            for line in self._index.read_text("ascii").splitlines():
                key, offset, size, crc = line.split(" ")
                self._known[key] = (int(offset), int(size), int(crc))

    def get(self, file: str, first: int, size: int) -> bytes | None:
        """Return a part as it was fetched, or None; ``file`` names the version of a file."""
        found = self._known.get(_key(file, first, size))
        if found is None:
            return None
        offset, length, crc = found
        try:
            with self._data.open("rb") as data:
                data.seek(offset)
                part = data.read(length)
        except OSError:
            return None
        return part if len(part) == length and zlib.crc32(part) == crc else None

    def put(self, file: str, first: int, size: int, part: bytes) -> None:
        """Keep a part; a disk that cannot take it is no error."""
        with self._lock:
            if not self._is_usable or self._end + len(part) > _LARGEST_BYTES:
                return
            key = _key(file, first, size)
            try:
                with self._data.open("ab") as data:
                    offset = data.tell()
                    data.write(part)
                with self._index.open("a", encoding="ascii") as index:
                    index.write(f"{key} {offset} {len(part)} {zlib.crc32(part)}\n")
            except OSError as error:
                LOGGER.info("nothing more is kept for another attempt: %s", error)
                self._is_usable = False
                return
            self._end = offset + len(part)
            self._known[key] = (offset, len(part), zlib.crc32(part))


def current() -> KeptParts | None:
    """Return where the load that runs in this context keeps what it fetches; None where nothing is kept."""
    return _CURRENT.get()


@contextlib.contextmanager
def resumable(what: str) -> Iterator[None]:
    """Keep what is fetched inside until it has succeeded; what an earlier attempt at the same has left is used.

    Parameters
    ----------
    what : str
        All that tells one load from another; it is hashed, never stored.
    """
    key = hashlib.sha256(what.encode("utf-8", "backslashreplace")).hexdigest()[:32]
    folder = _taken(key)
    if folder is None:
        yield
        return
    token = _CURRENT.set(KeptParts(folder))
    try:
        yield
    except BaseException:
        _leave(folder, key)
        raise
    finally:
        _CURRENT.reset(token)
        shutil.rmtree(folder, ignore_errors=True)
        _TAKEN.discard(folder)


def _key(file: str, first: int, size: int) -> str:
    return hashlib.sha256(f"{file}\n{first}\n{size}".encode("utf-8", "backslashreplace")).hexdigest()


def _taken(key: str) -> Path | None:
    """Take the folder of a load over from an earlier attempt, or make one; None where none can be made."""
    try:
        root = work_root()
        _tidy(root)
        mine = root / f"resume-{key}-{os.getpid()}-{time.monotonic_ns()}"
        for left in (root / f"resume-{key}", *sorted(root.glob(f"resume-{key}-*"))):
            if left.is_dir() and _is_free(left):
                left.rename(mine)
                break
        else:
            mine.mkdir(mode=0o700)
        _TAKEN.add(mine)
    except (OSError, MiningMonitorError) as error:
        LOGGER.info("nothing is kept for another attempt: %s", error)
        return None
    return mine


def _is_free(folder: Path) -> bool:
    """Tell whether no load uses a folder: it was left in order, or its process is gone."""
    pid = [*folder.name.split("-"), "", ""][2]
    if not pid:
        return True
    if not pid.isdecimal() or int(pid) == os.getpid():
        return folder not in _TAKEN
    return not is_alive(int(pid))


def _leave(folder: Path, key: str) -> None:
    """Leave what was fetched for the next attempt; nothing where nothing was."""
    place = folder.with_name(f"resume-{key}")
    try:
        if any(folder.iterdir()):
            shutil.rmtree(place, ignore_errors=True)
            folder.rename(place)
    except OSError as error:
        LOGGER.info("nothing was kept for another attempt: %s", error)


def _tidy(root: Path) -> None:
    """Remove what nobody has come back for."""
    for folder in root.glob("resume-*"):
        with contextlib.suppress(OSError):
            is_old = time.time() - folder.stat().st_mtime > _KEPT_SECONDS
            if is_old and _is_free(folder):
                shutil.rmtree(folder, ignore_errors=True)
