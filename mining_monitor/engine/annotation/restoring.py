"""Give a sector an earlier shape: an act like any other, logged, nothing lost."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.history import RestoreResult, RestoreSectorRequest
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.log_writer import LogWriter, utc_now
from mining_monitor.engine.annotation.rings import enclosed_area_m2
from mining_monitor.engine.annotation.store import require_project
from mining_monitor.engine.annotation.timeline import (
    Act,
    Sector,
    acts_by_uuid,
    geometry_of,
    is_one_piece,
    known_values,
    log_rows,
    runs_in,
    sectors,
    shape_after,
    values_at_start,
)
from mining_monitor.engine.progress import Job
from mining_monitor.schema.fields import SECTORS_TABLE
from mining_monitor.schema.review import EDITED


def restore_sector(request: RestoreSectorRequest, job: Job) -> RestoreResult:
    """Give a sector the shape that it had after an act; a sector that was deleted comes back with its values.

    The sector is ``edited`` afterwards and wants a review; its identity stays.

    Raises
    ------
    AnnotationsError
        There is no such sector or act, or the log no longer has the shape.
    OutputError, DiskFullError
        Nothing was written.
    """
    path = Path(request.project)
    if not require_project(path, job.check):
        raise AnnotationsError(f"There is no project {path}. Choose its .gpkg.", path=str(path))
    with geopackage.transaction(path, job.check) as connection:
        rows = log_rows(connection)
        acts = acts_by_uuid(rows).get(request.uuid, [])
        found = next(sectors(connection, request.uuid), None)
        wkb = _wanted(request, rows, acts, found)
        shape = geometry_of(wkb)
        if shape is None or wkb is None:
            raise _lost(request)
        if not is_one_piece(shape):
            raise _several(request)
        log = LogWriter(connection, request.operator)
        if found is None:
            _bring_back(connection, request, acts, wkb, log)
        else:
            _reshape(connection, request, found, wkb, log)
        log.write()
    return RestoreResult(request.uuid, enclosed_area_m2(shape), found is None, log.seq)


def _wanted(
    request: RestoreSectorRequest, rows: Sequence[Mapping[str, Any]], acts: Sequence[Act], found: Sector | None
) -> bytes | None:
    current = found.wkb if found is not None else None
    for index, act in enumerate(acts):
        if act.seq == request.seq:
            wkb = shape_after(acts, index, current)
            is_same = wkb is not None and hashlib.sha256(wkb).hexdigest() == act.row["geometry_sha256"]
            if not is_same:
                raise _lost(request)
            return wkb
    start = values_at_start(acts, found.values if found is not None else {})
    run = runs_in(rows).get(str(start.get("run_id")))
    if run is not None and run.seq == request.seq:
        return shape_after(acts, -1, current)
    raise AnnotationsError(
        f"The log has no act {request.seq} on the sector {request.uuid}; choose one from its history.",
        uuid=request.uuid, seq=request.seq,
    )  # fmt: skip


def _lost(request: RestoreSectorRequest) -> AnnotationsError:
    return AnnotationsError(
        f"After act {request.seq} the sector {request.uuid} had no shape that the log still has. Choose another act.",
        uuid=request.uuid, seq=request.seq,
    )  # fmt: skip


def _several(request: RestoreSectorRequest) -> AnnotationsError:
    return AnnotationsError(
        f"After act {request.seq} the sector {request.uuid} had several parts, or its outline crossed itself into "
        "several; each is a sector of its own since. Choose a later act.",
        uuid=request.uuid, seq=request.seq,
    )  # fmt: skip


def _stamped(request: RestoreSectorRequest, wkb: bytes) -> dict[str, Any]:
    return {
        "area_m2": enclosed_area_m2(geometry_of(wkb)), "state": EDITED, "editor": request.operator or None,
        "edited_at": utc_now(), "reviewer": None, "reviewed_at": None,
    }  # fmt: skip


def _reshape(
    connection: sqlite3.Connection, request: RestoreSectorRequest, found: Sector, wkb: bytes, log: LogWriter
) -> None:
    new = _stamped(request, wkb)
    before = {name: found.values.get(name) for name in new if found.values.get(name) != new[name]}
    after = {name: new[name] for name in before}
    if found.wkb is not None:
        before["wkb"] = found.wkb.hex()
    columns = ", ".join(f'"{name}" = ?' for name in new)
    query = f"UPDATE sectors SET geom = ?, {columns} WHERE fid = ?"  # nosec B608: names of the schema, values bound
    connection.execute(query, (geopackage.to_blob(wkb), *new.values(), found.fid))
    log.add("restore", request.uuid, before, {**after, "from_seq": request.seq}, shapely.from_wkb(wkb))


def _bring_back(
    connection: sqlite3.Connection, request: RestoreSectorRequest, acts: Sequence[Act], wkb: bytes, log: LogWriter
) -> None:
    values = known_values(acts)
    row = {**values, "uuid": request.uuid, **_stamped(request, wkb)}
    geopackage.insert(connection, SECTORS_TABLE, [{**row, "geom": wkb}])
    after = {name: value for name, value in row.items() if value is not None}
    log.add("restore", request.uuid, None, {**after, "from_seq": request.seq}, shapely.from_wkb(wkb))
