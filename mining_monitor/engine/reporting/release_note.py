"""Why a file at full resolution was made and for whom: a note beside it (DOMAIN 4.5)."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.engine.files import whole_file
from mining_monitor.engine.versions import software_versions
from mining_monitor.schema.classes import BY_CODE

#: Added to the name of the file.
NOTE_SUFFIX = ".release.json"

#: Stands for a purpose that nobody gave.
NOT_STATED = "not stated"


def note_release(request: ExportGeoJsonRequest, path: Path, sha256: str, codes: Sequence[int | None]) -> Path:
    """Write the note of an export at full resolution and return its path.

    Raises
    ------
    OutputError, DiskFullError
    """
    note: dict[str, Any] = {
        "file": path.name,
        "sha256": sha256,
        "released_at": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "released_by": request.operator.strip() or None,
        "recipient": request.recipient.strip() or None,
        "purpose": request.purpose.strip() or NOT_STATED,
        "profile": request.profile,
        "states": list(request.states),
        "sectors": _by_class(codes),
        "software": software_versions()["mining-monitor"],
    }
    target = path.with_name(path.name + NOTE_SUFFIX)
    with whole_file(target) as partial:
        partial.write_text(json.dumps(note, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return target


def _by_class(codes: Sequence[int | None]) -> dict[str, int]:
    keys = ["none" if code is None else BY_CODE[code].key for code in codes]
    return {key: keys.count(key) for key in sorted(set(keys))}
