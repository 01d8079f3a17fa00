"""Which project file this QGIS is at work on, marked on disk: a mark whose QGIS is gone tells of a crash.

Every edit is saved as it ends, so that a crash loses none; what is lost is the way back to them. The mark is held by
Qt's lock file, which knows on every system whether the process that made it is still there.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, List, Optional

from qgis.PyQt.QtCore import QLockFile

from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.file_transaction import reading
from mining_monitor.adapter.settings import data_folder
from mining_monitor.contract.errors import OutputError


@dataclass(frozen=True)
class LostSession:
    """A review that ended without a word.

    Attributes
    ----------
    project : Path
        The project file, which is there.
    at, who : str
        When (UTC) and by whom the last act was saved; empty where the log says nothing.
    """

    project: Path
    at: str
    who: str


class OpenSession:
    """The mark of this QGIS.

    Parameters
    ----------
    folder : Path or None, optional
        Default: in the profile.
    """

    def __init__(self, folder: Optional[Path] = None) -> None:
        self._folder = folder if folder is not None else data_folder() / "sessions"
        self._lock: Optional[QLockFile] = None
        self._marked: Optional[Path] = None

    def lost(self) -> List[LostSession]:
        """Return the sessions whose QGIS is gone, and forget them; to be asked before the first mark."""
        found: List[LostSession] = []
        for mark in sorted(self._folder.glob("*.json")):
            lock = QLockFile(str(mark.with_suffix(".lock")))
            lock.setStaleLockTime(0)
            if not lock.tryLock(0):
                continue  # another QGIS, still at work
            project = _project_in(mark)
            with contextlib.suppress(OSError):
                mark.unlink()
            lock.unlock()
            if project is not None and project not in [each.project for each in found]:
                found.append(_lost(project))
        return found

    def mark(self, project: Path) -> None:
        """Say on disk that this QGIS is at work on a project file; a disk that refuses is no reason to stop."""
        if project == self._marked:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._lock is None:
                lock = QLockFile(str(self._file(".lock")))
                lock.setStaleLockTime(0)
                if not lock.tryLock(0):
                    return
                self._lock = lock
            self._file(".json").write_text(json.dumps({"project": str(project)}), encoding="utf-8")
            self._marked = project
        except OSError:
            return

    def clear(self) -> None:
        """Take the mark away: the session ended as it should, or no project file is open."""
        self._marked = None
        if self._lock is not None:
            with contextlib.suppress(OSError):
                self._file(".json").unlink()
            self._lock.unlock()
            self._lock = None

    def _file(self, suffix: str) -> Path:
        return self._folder / f"{os.getpid()}{suffix}"


def _project_in(mark: Path) -> Optional[Path]:
    try:
        content: Any = json.loads(mark.read_text(encoding="utf-8"))
        project = Path(str(content["project"]))
        return project if project.is_file() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _lost(project: Path) -> LostSession:
    try:
        with reading(project) as connection:
            row = connection.execute("SELECT at, who FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    except OutputError:
        row = None
    return LostSession(project, text_of(row[0]) if row else "", text_of(row[1]) if row else "")
