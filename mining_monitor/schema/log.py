"""The append-only log's hash chain (ARCHITECTURE "What is stored"; DOMAIN 4.4)."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Mapping, Sequence

#: ``previous_sha256`` of the first row.
GENESIS = "0" * 64

#: Columns that ``row_sha256`` covers, in order.
HASHED_COLUMNS = (
    "seq", "at", "who", "action", "uuid", "before", "after", "geometry_sha256", "previous_sha256",
)  # fmt: skip


def row_sha256(row: Mapping[str, Any]) -> str:
    """Return the hash of a log row: SHA-256 over the JSON list of its hashed columns.

    Parameters
    ----------
    row : mapping
        Values by column name; ``row_sha256`` itself is ignored. Missing values count as null.
    """
    values = [row.get(column) for column in HASHED_COLUMNS]
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def first_broken_row(rows: Sequence[Mapping[str, Any]]) -> int | None:
    """Return the index of the first row whose hash or link does not fit, or None when all fit."""
    previous = GENESIS
    for index, row in enumerate(rows):
        if row.get("previous_sha256") != previous or row.get("row_sha256") != row_sha256(row):
            return index
        previous = str(row["row_sha256"])
    return None
