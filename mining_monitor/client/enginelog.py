"""Where the engine's standard error goes: a file with a bound, and its last lines in memory."""

from __future__ import annotations

import collections
import datetime
import threading
from pathlib import Path
from typing import BinaryIO, Deque, Optional, Tuple

MAX_BYTES = 1_000_000
TAIL_LINES = 40


class EngineLog:
    """A log file that keeps one older file beside it (``engine.log``, ``engine.log.1``).

    Parameters
    ----------
    path : Path or None
        None: only the last lines are kept. A file that cannot be written is no error: the run matters more.
    """

    def __init__(self, path: Optional[Path] = None, max_bytes: int = MAX_BYTES) -> None:
        self.path = path
        self._max_bytes = max_bytes
        self._tail: Deque[str] = collections.deque(maxlen=TAIL_LINES)
        self._lock = threading.Lock()
        self._file: Optional[BinaryIO] = None
        self._size = 0

    def write(self, data: bytes) -> None:
        """Append one line, without its newline."""
        with self._lock:
            self._tail.append(data.decode("utf-8", "replace"))
            self._to_file(data + b"\n")

    def note(self, text: str) -> None:
        """Append a line of our own, with the time (UTC)."""
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self._lock:
            self._to_file(f"{now} {text}\n".encode())

    def tail(self) -> Tuple[str, ...]:
        """Return the engine's last lines, oldest first."""
        with self._lock:
            return tuple(self._tail)

    def forget_tail(self) -> None:
        """Empty the tail: what follows is another process's."""
        with self._lock:
            self._tail.clear()

    def close(self) -> None:
        """Close the file; the next line opens it again."""
        with self._lock:
            if self._file is not None:
                self._file.close()
            self._file = None

    def _to_file(self, data: bytes) -> None:
        if self.path is None:
            return
        try:
            if self._file is None:
                self._open()
            if self._size + len(data) > self._max_bytes:
                self._rotate()
            if self._file is not None:
                self._file.write(data)
                self._file.flush()
                self._size += len(data)
        except OSError:
            self._file = None

    def _open(self) -> None:
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("ab")
            self._size = self._file.tell()

    def _rotate(self) -> None:
        if self._file is not None and self.path is not None:
            self._file.close()
            self._file = None
            self.path.replace(self.path.with_name(self.path.name + ".1"))
            self._open()
