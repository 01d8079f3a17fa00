"""What a run left behind, as one hash: so that a change by another program shows, however small."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from mining_monitor.engine.annotation import geopackage
from mining_monitor.schema.fields import OBSERVED_FIELDS, OBSERVED_TABLE, RUN_FIELDS, RUNS_TABLE, SECTOR_FIELDS

_NAMES = tuple(field.name for field in SECTOR_FIELDS)


def sector_sha256(values: Mapping[str, Any], wkb: bytes | None) -> bytes:
    """Return the hash of a sector: all its values and its WKB."""
    known = json.dumps([values.get(name) for name in _NAMES], ensure_ascii=False, default=str)
    return hashlib.sha256(known.encode("utf-8", errors="replace") + hashlib.sha256(wkb or b"").digest()).digest()


def fingerprint(hashes: Iterable[bytes]) -> str:
    """Return one hash of the hashes of sectors, which come in the order of their ``uuid``."""
    digest = hashlib.sha256()
    for sha256 in hashes:
        digest.update(sha256)
    return digest.hexdigest()


def fingerprint_of_run(connection: sqlite3.Connection, run_id: str) -> str:
    """Return the hash of the sectors of a run as they are now; read row by row, whatever their number."""
    names = ", ".join(f'"{name}"' for name in _NAMES)
    query = f"SELECT geom, {names} FROM sectors WHERE run_id = ? ORDER BY uuid"  # nosec B608: names of the schema
    rows = connection.execute(query, (run_id,))
    return fingerprint(
        sector_sha256(dict(zip(_NAMES, values, strict=True)), geopackage.from_blob(blob) if blob else None)
        for blob, *values in rows
    )


def record_of_run(connection: sqlite3.Connection, run_id: str) -> str:
    """Return the hash of what a project tells of a run beside its sectors: its row, and the ground that it observed."""
    digest = hashlib.sha256()
    for table, fields, more in ((RUNS_TABLE, RUN_FIELDS, ()), (OBSERVED_TABLE, OBSERVED_FIELDS, ("geom",))):
        names = ", ".join(f'"{name}"' for name in (*(field.name for field in fields), *more))
        query = f"SELECT {names} FROM {table} WHERE run_id = ? ORDER BY fid"  # nosec B608: names of the schema
        for row in connection.execute(query, (run_id,)):
            plain = [value.hex() if isinstance(value, bytes) else value for value in row]
            digest.update(json.dumps(plain, ensure_ascii=False).encode("utf-8", errors="replace"))
    return digest.hexdigest()
