"""A run's results into a project GeoPackage: made new by rename, or added to in one transaction."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import shapely

from mining_monitor.contract.errors import OutputError
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.merge import NewSector, OldSector, cut_by_protected, supersede
from mining_monitor.engine.files import output_error
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.fields import LOG_TABLE, OBSERVED_TABLE, RUNS_TABLE, SECTORS_TABLE
from mining_monitor.schema.log import GENESIS, row_sha256
from mining_monitor.schema.review import DRAFT


@dataclass(frozen=True)
class Run:
    """A finished run, ready to be stored.

    Attributes
    ----------
    row : mapping
        Values of ``schema.fields.RUN_FIELDS`` by name.
    batches : iterable of sequences of NewSector
        Read once, a batch at a time, so that memory does not grow with the run.
    observed : shapely geometry
        Polygon or MultiPolygon in EPSG:4326; empty when nothing could be seen.
    observed_m2 : float
        Its geodesic area.
    """

    row: Mapping[str, Any]
    batches: Iterable[Sequence[NewSector]]
    observed: Any
    observed_m2: float


@dataclass(frozen=True)
class Stored:
    """What storing did: rows written to ``sectors`` and drafts of earlier runs that they replaced."""

    sectors: int
    superseded: int


def store_run(run: Run, path: Path) -> Stored:
    """Write a run to a project, which is made when there is none.

    What people have worked on stays as it is (merge.py).

    Raises
    ------
    OutputError, DiskFullError
        Nothing was written.
    """
    if path.exists():
        _require_project(path)
        return _append(run, path)
    partial = path.with_name(f".{path.stem}.partial-{os.getpid()}-{uuid.uuid4().hex[:8]}.gpkg")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        geopackage.create_tables(partial)
        stored = _append(run, partial)
        partial.replace(path)
    except OSError as error:
        raise output_error(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()
    return stored


def _require_project(path: Path) -> None:
    try:
        with geopackage.transaction(path) as connection:
            found = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
    except OutputError as error:
        raise OutputError(f"{path} is no GeoPackage of Mining Monitor: {error.message}", path=str(path)) from error
    missing = sorted(set(geopackage.TABLES) - found)
    if missing:
        raise OutputError(
            f"{path} exists and is no project of Mining Monitor: it lacks {', '.join(missing)}. Choose another name.",
            path=str(path),
        )


def _append(run: Run, path: Path) -> Stored:
    scene = run.row.get("scene_id")
    with geopackage.transaction(path) as connection:
        drafts, protected = _old_sectors(connection, scene)
        superseded = _give_way(connection, run, drafts)
        count, digest = 0, hashlib.sha256()
        for batch in run.batches:
            rows = sector_rows(run, cut_by_protected(batch, protected))
            geopackage.insert(connection, SECTORS_TABLE, rows)
            for row in rows:
                digest.update(str(row["uuid"]).encode() + row["geom"])
            count += len(rows)
        geopackage.insert(connection, RUNS_TABLE, [{**run.row, "sectors": count}])
        geopackage.insert(connection, OBSERVED_TABLE, _observed_rows(run))
        summary = {"run_id": run.row["run_id"], "sectors": count, "sectors_sha256": digest.hexdigest()}
        _log(connection, run, _act("detect", None, None, summary))
    return Stored(count, superseded)


def _old_sectors(connection: sqlite3.Connection, scene: str | None) -> tuple[list[OldSector], list[OldSector]]:
    query = 'SELECT fid, uuid, geom, "class", state, source, edited_at FROM sectors WHERE scene_id IS ?'
    drafts: list[OldSector] = []
    protected: list[OldSector] = []
    for fid, identity, blob, code, state, source, edited_at in connection.execute(query, (scene,)):
        if blob is None:
            continue
        old = OldSector(fid, identity or "", shapely.from_wkb(geopackage.from_blob(blob)), code)
        is_untouched = state == DRAFT and source == "model" and not edited_at
        (drafts if is_untouched else protected).append(old)
    return drafts, protected


def _give_way(connection: sqlite3.Connection, run: Run, drafts: Sequence[OldSector]) -> int:
    gone, cut = supersede(drafts, run.observed)
    for old in gone:
        connection.execute("DELETE FROM sectors WHERE fid = ?", (old.fid,))
        _log(connection, run, _act("supersede", old.uuid, _before(old)))
    for old, parts in cut:
        largest, *others = sorted(parts, key=lambda part: -part.area)
        _copy_parts(connection, old.fid, others)
        values = (geopackage.to_blob(shapely.to_wkb(largest)), area_m2(largest), old.fid)
        connection.execute("UPDATE sectors SET geom = ?, area_m2 = ? WHERE fid = ?", values)
        _log(connection, run, _act("cut", old.uuid, _before(old), {"parts": len(parts)}, largest))
    return len(gone) + len(cut)


def _before(old: OldSector) -> dict[str, Any]:
    return {"class": old.code, "wkb": shapely.to_wkb(old.geometry, hex=True)}


def _copy_parts(connection: sqlite3.Connection, fid: int, parts: Sequence[Any]) -> None:
    names = [field.name for field in geopackage.TABLES[SECTORS_TABLE][1]]
    columns = ", ".join(f'"{name}"' for name in names)
    row = connection.execute(f"SELECT {columns} FROM sectors WHERE fid = ?", (fid,)).fetchone()
    copies = [
        {**dict(zip(names, row, strict=True)), "uuid": str(uuid.uuid4()), "geom": shapely.to_wkb(part),
         "area_m2": area_m2(part)}
        for part in parts
    ]  # fmt: skip
    geopackage.insert(connection, SECTORS_TABLE, copies)


def sector_rows(run: Run, sectors: Sequence[NewSector]) -> list[dict[str, Any]]:
    """Return the rows of new drafts: every field of CONTRACT 3 that the run knows."""
    row = run.row
    observed_at = row.get("observed_at")
    common = {
        "date": str(observed_at)[:10] if observed_at else None,
        "system": row.get("system"),
        "state": DRAFT,
        "source": "model",
        **{name: row.get(name) for name in ("run_id", "scene_id", "gsd_m", "observed_at")},
    }
    return [
        {
            **common,
            "geom": shapely.to_wkb(sector.geometry),
            "class": sector.code,
            "class_key": BY_CODE[sector.code].key,
            "uuid": str(uuid.uuid4()),
            "confidence": sector.confidence,
            "area_m2": area_m2(sector.geometry) if sector.area_m2 is None else sector.area_m2,
        }
        for sector in sectors
    ]


def _observed_rows(run: Run) -> list[dict[str, Any]]:
    if shapely.is_empty(run.observed):
        return []
    geometry = run.observed
    if geometry.geom_type == "Polygon":
        geometry = shapely.multipolygons([geometry])
    return [
        {
            "geom": shapely.to_wkb(geometry),
            "area_m2": run.observed_m2,
            **{name: run.row.get(name) for name in ("run_id", "scene_id", "observed_at")},
        }
    ]


def _act(
    action: str, identity: str | None, before: Any = None, after: Any = None, geometry: Any = None
) -> dict[str, Any]:
    return {
        "action": action,
        "uuid": identity,
        "before": None if before is None else json.dumps(before, ensure_ascii=False, sort_keys=True),
        "after": None if after is None else json.dumps(after, ensure_ascii=False, sort_keys=True),
        "geometry_sha256": None if geometry is None else hashlib.sha256(shapely.to_wkb(geometry)).hexdigest(),
    }


def _log(connection: sqlite3.Connection, run: Run, act: dict[str, Any]) -> None:
    """Append to the log, chained to its last row (schema/log.py)."""
    last = connection.execute("SELECT seq, row_sha256 FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = (0, GENESIS) if last is None else last
    row = {
        "seq": seq + 1,
        "at": datetime.now(timezone.utc).isoformat(timespec="milliseconds"),
        "who": run.row.get("operator") or "",
        "previous_sha256": previous,
        **act,
    }
    row["row_sha256"] = row_sha256(row)
    geopackage.insert(connection, LOG_TABLE, [row])
