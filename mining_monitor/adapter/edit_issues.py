"""What the engine finds wrong with sectors, read from its list in a task's thread."""

from __future__ import annotations

import dataclasses
import shutil
import sqlite3
import struct
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple

from mining_monitor.adapter.compat import number_of, text_of
from mining_monitor.adapter.engine_access import shared
from mining_monitor.adapter.file_transaction import reading
from mining_monitor.adapter.issue_words import in_words, issue_titles
from mining_monitor.adapter.messages import is_english, tr
from mining_monitor.adapter.tasks import WorkTask
from mining_monitor.contract.annotation_tables import ISSUE_FIELDS, ISSUES_TABLE

_POINT_BYTES = 16


@dataclass(frozen=True)
class FoundIssue:
    """One thing that is wrong (contract/annotation_tables.py, ``ISSUE_FIELDS``).

    Attributes
    ----------
    title : str
        The kind, in the language of QGIS.
    uuids : tuple of str
        The sectors concerned, the one to look at first.
    fix : str
        What would mend it, a sentence; empty: only a person can.
    before, after : str
        What the fix changes: WKT in EPSG:4326, or text.
    where : str
        The ground concerned as WKT, may be empty.
    place : (float, float) or None
        Longitude and latitude to zoom to.
    """

    issue_id: str
    kind: str
    title: str
    severity: str
    uuids: Tuple[str, ...]
    name: str
    message: str
    fix: str
    is_safe: bool
    applied: bool
    before: str
    after: str
    area_change_m2: float
    where: str
    place: Optional[Tuple[float, float]]


@dataclass(frozen=True)
class Findings:
    """The engine's answer and its list."""

    result: Any
    issues: Sequence[FoundIssue]


class IssuesTask(WorkTask):
    """Asks the engine for a list of issues and reads it.

    Parameters
    ----------
    request : ValidateAnnotationsRequest or ImportAnnotationsRequest
        Its ``issues`` is replaced by a temporary file.
    folder : Path or None
        Removed at the end.
    """

    def __init__(self, title: str, request: Any, folder: Optional[Path] = None) -> None:
        super().__init__(title)
        self.request = request
        self._folder = folder
        self._access = shared()

    def work(self) -> Findings:
        """Ask and read."""
        folder = Path(tempfile.mkdtemp(prefix="mining-monitor-"))
        try:
            path = folder / "issues.gpkg"
            request = dataclasses.replace(self.request, issues=str(path))
            result = self._access.call(request, should_cancel=self.isCanceled, on_progress=self.tell)
            return Findings(result, read_issues(path))
        finally:
            for each in (folder, self._folder):
                if each is not None:
                    shutil.rmtree(each, ignore_errors=True)


def read_issues(path: Path) -> List[FoundIssue]:
    """Read a list of issues that the engine has written.

    Raises
    ------
    OutputError
        The file cannot be read.
    """
    names = [field.name for field in ISSUE_FIELDS]
    columns = ", ".join(f'"{name}"' for name in [*names, "geom"])
    with reading(path) as connection:
        rows: List[sqlite3.Row] = connection.execute(
            f"SELECT {columns} FROM {ISSUES_TABLE} ORDER BY rowid"  # nosec B608: names of the contract
        ).fetchall()
    titles = issue_titles()
    return [_issue(dict(zip(names, row)), row[-1], titles) for row in rows]


def _issue(row: Dict[str, Any], blob: Any, titles: Dict[str, str]) -> FoundIssue:
    values = in_words(row)
    others = [each for each in text_of(row["other"]).split(",") if each]
    first, kind = text_of(row["uuid"]), text_of(row["kind"])
    return FoundIssue(
        issue_id=text_of(row["issue_id"]), kind=kind, title=titles.get(kind, kind), severity=text_of(row["severity"]),
        uuids=tuple(([first] if first else []) + others), name=text_of(row["name"]),
        message=text_of(values["message"]), fix=_fix_sentence(row), is_safe=bool(row["is_safe"]),
        applied=bool(row["applied"]), before=text_of(row["before"]), after=text_of(row["after"]),
        area_change_m2=number_of(row["area_change_m2"]) or 0.0, where=text_of(row["where"]), place=_place(blob),
    )  # fmt: skip


def _place(blob: Any) -> Optional[Tuple[float, float]]:
    """Return the coordinates of a point of a GeoPackage, which are its last bytes."""
    if not isinstance(blob, bytes) or len(blob) < _POINT_BYTES:
        return None
    x, y = struct.unpack("<dd", blob[-_POINT_BYTES:])
    return (x, y) if abs(x) <= 180 and abs(y) <= 90 else None


def _fix_sentence(row: Dict[str, Any]) -> str:
    sentence = text_of(row["fix"])
    return sentence if is_english() or not sentence else fix_titles().get(text_of(row["kind"]), sentence)


def fix_titles() -> Dict[str, str]:
    """Return what would mend an issue, by its kind."""
    return {
        "invalid-geometry": tr("Keep the ground that the outline encloses."),
        "multi-part": tr("Make each part a sector of its own, with the same attributes."),
        "tiny-part": tr("Drop the parts below 25 m²."),
        "tiny-hole": tr("Fill the holes below 25 m²."),
        "overlap": tr("Cut the shared ground out of the larger sector."),
        "gap": tr("Give the gap to the neighbour that shares most border with it."),
        "class-key": tr("Set class_key to what belongs to the class."),
        "stale-area": tr("Calculate the area anew."),
        "bad-date": tr("Write the date as it was probably meant."),
        "bad-date2": tr("Write the second date as it was probably meant."),
        "duplicate-name": tr("Number the later ones."),
        "duplicate-uuid": tr("Give the later ones an identity of their own."),
    }
