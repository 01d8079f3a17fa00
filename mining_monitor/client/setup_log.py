"""The log of a set-up: everything that pip said, without secrets."""

from __future__ import annotations

import contextlib
import datetime
from pathlib import Path
from typing import List, Optional, TextIO

from mining_monitor.client.proxy import ProxySettings, without_secrets


class SetupLog:
    """A text file that is written anew by each set-up; the one before is kept as ``<name>.1``.

    A file that cannot be written is no reason to fail: the lines stay in memory (``lines``) for the error.
    """

    def __init__(self, path: Path, proxy: Optional[ProxySettings] = None) -> None:
        self.path = path
        self.lines: List[str] = []
        self._proxy = proxy
        self._file: Optional[TextIO] = None
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_file():
                path.replace(path.with_name(path.name + ".1"))
            self._file = path.open("w", encoding="utf-8")

    def write(self, line: str) -> None:
        """Append one line."""
        text = without_secrets(line, self._proxy)
        self.lines.append(text)
        if self._file is not None:
            with contextlib.suppress(OSError, ValueError):
                self._file.write(text + "\n")
                self._file.flush()

    def note(self, text: str) -> None:
        """Append a line of our own, with the time (UTC)."""
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.write(f"[{now}] {text}")

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
