"""Who did what to which sector when; whether the log that says so is whole."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.history import (
    HistoryEntry,
    LogReport,
    SectorHistory,
    SectorHistoryRequest,
    VerifyLogRequest,
)
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.fingerprints import fingerprint, record_of_run, sector_sha256
from mining_monitor.engine.annotation.issues import wkt_of
from mining_monitor.engine.annotation.rings import enclosed_area_m2
from mining_monitor.engine.annotation.timeline import (
    Act,
    Sector,
    acts_by_uuid,
    geometry_of,
    is_one_piece,
    log_rows,
    reading,
    runs_in,
    sectors,
    shape_after,
    values_at_start,
)
from mining_monitor.engine.progress import Job
from mining_monitor.schema.log import GENESIS, first_broken_row, row_sha256

#: Most identities that a report lists; the message has the number of all.
_LISTED = 100


def verify_log(request: VerifyLogRequest, job: Job) -> LogReport:
    """Check that the log's chain is whole and that the sectors are as the log left them.

    Every value of every row of the log is covered, and every value and shape of every sector. The first row that does
    not fit is named; rows cut off the end are found by SQLite's own count of rows ever written.

    Raises
    ------
    AnnotationsError, OutputError
    """
    with reading(Path(request.project), job.check) as connection:
        damage = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        rows = log_rows(connection)
        job.check()
        broken = _broken_position(rows)
        missing = _cut_off(connection, rows)
        outside = tuple(sorted(_changed_outside(connection, rows, job)))
    position = None if broken is None else broken + 1
    seq = rows[broken]["seq"] if broken is not None and broken < len(rows) else None
    if position is None and missing:
        position, seq = len(rows) + 1, len(rows) + 1
    return LogReport(
        is_usable=position is None and not outside and damage == "ok",
        rows=len(rows),
        broken_seq=seq if isinstance(seq, int) else None,
        broken_position=position,
        changed_outside=outside[:_LISTED],
        message=_sentence(rows, position, missing, outside, damage),
    )


def _broken_position(rows: Sequence[Mapping[str, Any]]) -> int | None:
    try:
        return first_broken_row(rows)
    except TypeError:  # a cell that holds bytes: nothing that this program has written
        return next((i for i, row in enumerate(rows) if any(isinstance(v, bytes) for v in row.values())), 0)


def _cut_off(connection: sqlite3.Connection, rows: Sequence[Mapping[str, Any]]) -> int:
    """Return how many rows are missing at the end of the log."""
    has_count = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").fetchone()
    if not has_count:
        return 0
    written = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'log'").fetchone()
    last = connection.execute("SELECT max(rowid) FROM log").fetchone()[0] or 0
    return max(0, int(written[0]) - int(last)) if written else 0


def _sentence(
    rows: Sequence[Mapping[str, Any]], position: int | None, missing: int, outside: Sequence[str], damage: str
) -> str:
    if damage != "ok":
        return f"The file is damaged ({damage[:120]}). Work on a copy, and compare it with a backup."
    if position is not None and position > len(rows):
        return f"{missing} rows are missing at the end of the log, after row {len(rows)}."
    if position is not None:
        row = rows[position - 1]
        before = rows[position - 2] if position > 1 else {"row_sha256": GENESIS}
        is_link = row["previous_sha256"] != before["row_sha256"]
        what = "does not follow the row before it: a row was changed, removed or put in" if is_link else "was changed"
        return f"Row {position} of {len(rows)} of the log (act {row['seq']}, {row['at']}) {what}."
    if outside:
        return (
            f"The log is whole ({len(rows)} rows), but {len(outside)} sectors are not as it left them: another program "
            "has changed them."
        )
    return f"The log is whole: {len(rows)} rows, and every sector is as it left them."


def _changed_outside(connection: sqlite3.Connection, rows: Sequence[Mapping[str, Any]], job: Job) -> Iterator[str]:
    """Yield the identities of sectors that are not as the log left them; ``run:<id>`` for what a run left."""
    acts = acts_by_uuid(rows)
    runs = runs_in(rows)
    members: dict[str, dict[str, bytes]] = {}
    there: set[str] = set()
    for sector in sectors(connection):
        job.check()
        uuid = str(sector.values.get("uuid") or "")
        mine = acts.get(uuid, [])
        there.add(uuid)
        is_wrapped = sector.wkb is None or geopackage.is_well_wrapped(sector.blob)
        if not is_wrapped or (mine and not _is_as_logged(mine, sector)):
            yield uuid
        _remember(members, uuid, mine, sector.values, sector.wkb)
        if not mine and str(sector.values.get("run_id")) not in runs:
            yield uuid or f"row {sector.fid}"
    for uuid in acts.keys() - there:
        mine = acts[uuid]
        if mine[-1].removes:
            _remember(members, uuid, mine, {}, None)
        else:
            yield uuid
    for run_id, act in runs.items():
        expected = act.after.get("fingerprint")
        left = members.get(run_id, {})
        record = act.after.get("record")
        is_left = not expected or fingerprint(left[uuid] for uuid in sorted(left)) == expected
        if not is_left or (record and record_of_run(connection, run_id) != record):
            yield f"run:{run_id}"


def _is_as_logged(acts: Sequence[Act], sector: Sector) -> bool:
    known: dict[str, Any] = {}
    for act in acts:
        known = act.values_after(known)
    if any(sector.values.get(name) != value for name, value in known.items()):
        return False
    return str(acts[-1].row["geometry_sha256"]) == hashlib.sha256(sector.wkb or b"").hexdigest()


def _remember(
    members: dict[str, dict[str, bytes]], uuid: str, acts: Sequence[Act], values: Mapping[str, Any], wkb: bytes | None
) -> None:
    """Count a sector among those that its run left, with the values and the shape that it had then."""
    if acts and acts[0].creates:
        return
    start = values_at_start(acts, values)
    if start.get("run_id"):
        members.setdefault(str(start["run_id"]), {})[uuid] = sector_sha256(start, shape_after(acts, -1, wkb))


def sector_history(request: SectorHistoryRequest, job: Job) -> SectorHistory:
    """Tell who changed a sector, when, from what; oldest first.

    Raises
    ------
    AnnotationsError
        The project does not know the sector.
    """
    with reading(Path(request.project), job.check) as connection:
        rows = log_rows(connection)
        found = next(sectors(connection, request.uuid), None)
    job.check()
    acts = acts_by_uuid(rows).get(request.uuid, [])
    if not acts and found is None:
        raise AnnotationsError(f"{request.project} knows no sector {request.uuid}.", uuid=request.uuid)
    current = found.wkb if found is not None else None
    entries = [_entry(acts, index, current) for index in range(len(acts))]
    start = values_at_start(acts, found.values if found is not None else {})
    run = runs_in(rows).get(str(start.get("run_id")))
    if run is not None and not (acts and acts[0].creates):
        entries.insert(0, _detected(run, start, shape_after(acts, -1, current)))
    return SectorHistory(request.uuid, tuple(entries), found is not None, _broken_position(rows) is None)


def _entry(acts: Sequence[Act], index: int, current: bytes | None) -> HistoryEntry:
    act = acts[index]
    wkb = shape_after(acts, index, current)
    shape = geometry_of(wkb)
    is_same = wkb is not None and hashlib.sha256(wkb).hexdigest() == act.row["geometry_sha256"]
    is_whole = is_same and row_sha256(act.row) == act.row["row_sha256"]
    return HistoryEntry(
        seq=act.seq,
        at=str(act.row["at"] or ""),
        who=str(act.row["who"] or ""),
        action=str(act.row["action"] or ""),
        before={name: value for name, value in act.before.items() if name != "wkb"},
        after=dict(act.after),
        wkt=wkt_of(shape) or None,
        area_m2=enclosed_area_m2(shape) if shape is not None else None,
        can_restore=shape is not None and is_one_piece(shape) and is_whole,
    )


def _detected(run: Act, values: Mapping[str, Any], wkb: bytes | None) -> HistoryEntry:
    shape = geometry_of(wkb)
    return HistoryEntry(
        seq=run.seq,
        at=str(run.row["at"] or ""),
        who=str(run.row["who"] or ""),
        action="detect",
        before={},
        after={name: values[name] for name in ("class", "confidence", "run_id") if values.get(name) is not None},
        wkt=wkt_of(shape) or None,
        area_m2=enclosed_area_m2(shape) if shape is not None else None,
        can_restore=shape is not None and is_one_piece(shape),
    )
