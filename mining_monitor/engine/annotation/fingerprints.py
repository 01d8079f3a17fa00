"""What a run left behind, as one hash: so that a change by another program shows, however small."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from mining_monitor.engine.annotation import geopackage
from mining_monitor.schema.fields import SECTOR_FIELDS

_NAMES = tuple(field.name for field in SECTOR_FIELDS)


def fingerprint(members: Mapping[str, tuple[Mapping[str, Any], bytes | None]]) -> str:
    """Return the hash of sectors, given as values and WKB by ``uuid``; their order does not matter."""
    digest = hashlib.sha256()
    for uuid in sorted(members):
        values, wkb = members[uuid]
        known = [uuid, *(values.get(name) for name in _NAMES)]
        digest.update(json.dumps(known, ensure_ascii=False, default=str).encode("utf-8", errors="replace"))
        digest.update(hashlib.sha256(wkb or b"").digest())
    return digest.hexdigest()


def fingerprint_of_run(connection: sqlite3.Connection, run_id: str) -> str:
    """Return the hash of the sectors of a run as they are now."""
    names = ", ".join(f'"{name}"' for name in _NAMES)
    query = f"SELECT geom, {names} FROM sectors WHERE run_id = ?"  # nosec B608: names of the schema, value bound
    members = {}
    for blob, *values in connection.execute(query, (run_id,)):
        row = dict(zip(_NAMES, values, strict=True))
        members[str(row["uuid"])] = (row, None if blob is None else geopackage.from_blob(blob))
    return fingerprint(members)
