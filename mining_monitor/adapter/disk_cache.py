"""Bytes that were fetched once, kept on disk within a limit of size and age."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import tempfile
import threading
import time
from pathlib import Path
from typing import List, Optional, Tuple

LOGGER = logging.getLogger(__name__)

#: Writes between two looks at the size of the whole.
_WRITES_BETWEEN_LOOKS = 64


class DiskCache:
    """Files named by the hash of their key; the oldest ones go first.

    A cache that cannot be written is no error: it just remembers nothing.

    Parameters
    ----------
    folder : Path
    limit_bytes : int
        Of all files together.
    days : float
        After which a file is asked for again.
    """

    def __init__(self, folder: Path, *, limit_bytes: int, days: float) -> None:
        self._folder = Path(folder)
        self._limit_bytes = limit_bytes
        self._seconds = days * 86_400.0
        self._lock = threading.Lock()
        self._writes = 0

    def _path(self, key: str) -> Path:
        return self._folder / hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()

    def get(self, key: str) -> Optional[bytes]:
        """Return what is kept under a key, or None."""
        path = self._path(key)
        try:
            if time.time() - path.stat().st_mtime > self._seconds:
                path.unlink()
                return None
            return path.read_bytes()
        except OSError:
            return None

    def put(self, key: str, body: bytes) -> None:
        """Keep bytes, whole or not at all."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=str(self._folder), suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(body)
                Path(name).replace(self._path(key))
            except OSError:
                Path(name).unlink()
                raise
        except OSError as error:
            LOGGER.info("nothing is kept in %s: %s", self._folder, error)
            return
        with self._lock:
            self._writes += 1
            is_time = self._writes % _WRITES_BETWEEN_LOOKS == 1
        if is_time:
            self.trim()

    def trim(self) -> None:
        """Remove the oldest files until the rest is within the limit."""
        files: List[Tuple[float, int, Path]] = []
        with contextlib.suppress(OSError):
            for entry in os.scandir(self._folder):
                with contextlib.suppress(OSError):
                    status = entry.stat()
                    files.append((status.st_mtime, status.st_size, Path(entry.path)))
        total = sum(size for _time, size, _path in files)
        for _time, size, path in sorted(files):
            if total <= self._limit_bytes:
                return
            with contextlib.suppress(OSError):
                path.unlink()
                total -= size
