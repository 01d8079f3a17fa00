"""Sectors of a GeoPackage, read without GDAL, so that two files can be compared bit by bit."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

#: Bytes of the envelope by its code in the flags of a GeoPackage geometry (OGC 12-128r18, 2.1.3).
_ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}

_HEADER_BYTES = 8


class Sector(NamedTuple):
    """What must be the same whichever way a detection was started."""

    wkb: bytes
    class_code: int
    class_key: str
    confidence: float
    area_m2: float
    state: str
    source: str


def wkb_of(blob: bytes) -> bytes:
    """Return the WKB of a GeoPackage geometry, without its header."""
    return blob[_HEADER_BYTES + _ENVELOPE_BYTES[(blob[3] >> 1) & 0b111] :]


def read_sectors(path: Path, table: str = "sectors") -> list[Sector]:
    """Return all sectors, sorted."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        column = connection.execute(
            "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,)
        ).fetchone()[0]
        rows = connection.execute(
            f'SELECT "{column}", "class", class_key, confidence, area_m2, state, source FROM "{table}"'
        ).fetchall()
    connection.close()
    return sorted(Sector(wkb_of(row[0]), *row[1:]) for row in rows)
