"""What a project GeoPackage holds, counted by SQLite beside QGIS: no layer, no geometry, a few milliseconds."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Dict, Iterator

from mining_monitor.gui.checklist import SectorFacts
from mining_monitor.schema.review import APPROVED, PUBLISHED

_FACTS = """
SELECT coalesce(state, ''), count(*), sum(trim(coalesce(date, '')) = ''), sum(trim(coalesce(system, '')) = ''),
       sum(state IN (?, ?) AND trim(coalesce(reviewer, '')) = ''),
       sum(state IN (?, ?) AND trim(coalesce(reviewer, '')) <> '' AND reviewer = editor),
       sum(class_key = 'asm')
FROM sectors WHERE ? = '' OR scene_id = ? GROUP BY 1
"""


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True, timeout=0.2)
    try:
        yield connection
    finally:
        connection.close()


def counts_by_state(path: Path) -> Dict[str, int]:
    """Return how many sectors are in each review state; empty where the file cannot be read."""
    return sector_facts(path).counts


def sector_facts(path: Path, scene_id: str = "") -> SectorFacts:
    """Return what the checklist looks at, for one scene or (empty) for the whole file."""
    decided = (APPROVED, PUBLISHED)
    try:
        with _reading(path) as connection:
            rows = connection.execute(_FACTS, (*decided, *decided, scene_id, scene_id)).fetchall()
    except (sqlite3.Error, UnicodeDecodeError):
        return SectorFacts()
    sums = [sum(int(row[column] or 0) for row in rows) for column in range(2, 7)]
    return SectorFacts({str(row[0]): int(row[1]) for row in rows}, *sums)


def is_project_file(path: Path) -> bool:
    """Tell whether a file is a GeoPackage with sectors."""
    try:
        with _reading(path) as connection:
            row = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'sectors'").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    return bool(row and row[0])
