"""A run's results into a project GeoPackage: made new by rename, or added to in one transaction."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from mining_monitor.contract.errors import OutputError
from mining_monitor.contract.proposals import ProposalCounts
from mining_monitor.contract.results import ClassTotal
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.fingerprints import fingerprint_of_run, record_of_run
from mining_monitor.engine.annotation.giving_way import give_way
from mining_monitor.engine.annotation.log_writer import LogWriter
from mining_monitor.engine.annotation.merge import SLIVER_DEG, Cutter, NewSector, OldSector, supersede
from mining_monitor.engine.annotation.proposal_store import compare_run, reviewed_sectors
from mining_monitor.engine.annotation.proposals import Comparison
from mining_monitor.engine.files import output_error, whole_file
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.fields import OBSERVED_TABLE, RUNS_TABLE, SECTORS_TABLE
from mining_monitor.schema.review import DRAFT

#: Pieces of a cut polygon that are thinner than this share of a pixel are no sectors.
_PIXEL = 0.9

_METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class Run:
    """A finished run, ready to be stored.

    Attributes
    ----------
    row : mapping
        Values of ``schema.fields.RUN_FIELDS`` by name.
    batches : iterable of sequences of NewSector
        Read a batch at a time, so that memory does not grow with the run.
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
    """What storing did: rows written to ``sectors`` by class, drafts of earlier runs that they replaced, proposals.

    ``proposals`` is None where people had not worked on the scene yet.
    """

    totals: tuple[ClassTotal, ...]
    superseded: int
    proposals: ProposalCounts | None = None

    @property
    def sectors(self) -> int:
        """Rows written to ``sectors``."""
        return sum(total.sectors for total in self.totals)


def store_run(run: Run, path: Path, check: Callable[[], None] = lambda: None) -> Stored:
    """Write a run to a project, which is made when there is none.

    What people have worked on stays as it is (merge.py).

    Parameters
    ----------
    run : Run
    path : Path
    check : callable
        Called often; may raise to stop, e.g. ``Job.check``.

    Raises
    ------
    OutputError, DiskFullError
        Nothing was written.
    """
    while not require_project(path, check):
        # Another engine may make the same project meanwhile: then the run goes into that one.
        with contextlib.suppress(FileExistsError):
            return _make(run, path, check)
    return _append(run, path, path, check)


def _make(run: Run, path: Path, check: Callable[[], None]) -> Stored:
    with whole_file(path, is_new=True) as partial:
        geopackage.create_tables(partial)
        stored = _append(run, partial, path, check)
    return stored


def require_project(path: Path, check: Callable[[], None] = lambda: None) -> bool:
    """Tell whether there is a project at a path.

    Raises
    ------
    OutputError
        There is a file that is no project of this version, or that cannot be read.
    """
    try:
        if not path.exists():
            return False
    except (OSError, ValueError) as error:
        raise output_error(path, OSError(str(error))) from error
    found = geopackage.read_columns(path, check)
    for table, (geometry_type, fields) in geopackage.TABLES.items():
        needed = {field.name for field in fields} | ({"geom"} if geometry_type else set())
        missing = sorted(needed - found.get(table, set()))
        if missing:
            what = f"its table '{table}' lacks {', '.join(missing)}" if table in found else f"it lacks '{table}'"
            raise OutputError(
                f"{path} exists and is no project of Mining Monitor: {what}. Choose another name.", path=str(path)
            )
    return True


def _append(run: Run, path: Path, name: Path, check: Callable[[], None]) -> Stored:
    scene = run.row.get("scene_id")
    with geopackage.transaction(path, check, name=name) as connection:
        log = LogWriter(connection, run.row.get("operator") or "")
        drafts, protected = _old_sectors(connection, scene, check)
        sliver_deg = max(SLIVER_DEG, _PIXEL * float(run.row.get("gsd_m") or 0.0) / _METRES_PER_DEGREE)
        given_way = supersede(drafts, run.observed, check, sliver_deg)
        superseded = give_way(connection, given_way, log, check)
        cutter, totals, digest = Cutter(protected, sliver_deg), _Totals(), hashlib.sha256()
        reviewed = reviewed_sectors(connection, scene, check) if protected else []
        comparison, drafts_stored = Comparison(reviewed, run.observed, check), list[tuple[str, NewSector]]()
        for batch in run.batches:
            check()
            comparison.see(batch)
            cut = cutter.cut(batch)
            rows = sector_rows(run, cut)
            geopackage.insert(connection, SECTORS_TABLE, rows)
            if reviewed:
                drafts_stored += [(row["uuid"], sector) for row, sector in zip(rows, cut, strict=True)]
            for row in rows:
                digest.update(str(row["uuid"]).encode() + row["geom"])
            totals.add(rows)
        count = totals.count
        geopackage.insert(connection, RUNS_TABLE, [{**run.row, "sectors": count, "counts": totals.as_json()}])
        geopackage.insert(connection, OBSERVED_TABLE, _observed_rows(run))
        summary = {
            "run_id": run.row["run_id"], "sectors": count, "sectors_sha256": digest.hexdigest(),
            "fingerprint": fingerprint_of_run(connection, str(run.row["run_id"])),
            "record": record_of_run(connection, str(run.row["run_id"])),
        }  # fmt: skip
        log.add("detect", None, None, summary)
        proposed = compare_run(connection, run.row, comparison, drafts_stored, log) if reviewed else None
        log.write()
        check()
    return Stored(totals.by_class(), superseded, proposed)


class _Totals:
    """Sectors and areas by class, of what is really written."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[int, float]] = {}

    def add(self, rows: Sequence[Mapping[str, Any]]) -> None:
        for row in rows:
            count, area = self._found.get(row["class"], (0, 0.0))
            self._found[row["class"]] = count + 1, area + row["area_m2"]

    @property
    def count(self) -> int:
        return sum(count for count, _ in self._found.values())

    def by_class(self) -> tuple[ClassTotal, ...]:
        return tuple(ClassTotal(code, BY_CODE[code].key, *self._found[code]) for code in sorted(self._found))

    def as_json(self) -> str:
        totals = {total.key: {"sectors": total.sectors, "area_m2": total.area_m2} for total in self.by_class()}
        return json.dumps(totals, sort_keys=True)


def _old_sectors(
    connection: sqlite3.Connection, scene: str | None, check: Callable[[], None]
) -> tuple[list[OldSector], list[OldSector]]:
    query = 'SELECT fid, uuid, geom, "class", state, source, edited_at FROM sectors WHERE scene_id IS ?'
    drafts: list[OldSector] = []
    protected: list[OldSector] = []
    for fid, identity, blob, code, state, source, edited_at in connection.execute(query, (scene,)):
        check()
        geometry = _geometry_of(blob)
        if geometry is None:
            continue
        old = OldSector(fid, identity or "", geometry, code)
        is_untouched = state == DRAFT and source == "model" and not edited_at
        (drafts if is_untouched else protected).append(old)
    return drafts, protected


def _geometry_of(blob: bytes | None) -> Any:
    """Return the geometry of a row, or None where there is none that can be read: such a row stays as it is."""
    try:
        geometry = shapely.from_wkb(geopackage.from_blob(blob)) if blob else None
    except (shapely.errors.ShapelyError, IndexError):
        return None
    is_usable = geometry is not None and not geometry.is_empty and np.isfinite(shapely.bounds(geometry)).all()
    return geometry if is_usable else None


def sector_rows(run: Run, sectors: Sequence[NewSector]) -> list[dict[str, Any]]:
    """Return the rows of new drafts: every field of CONTRACT 3 that the run knows."""
    row = run.row
    observed_at = row.get("observed_at")
    common = {
        "date": str(observed_at)[:10] if observed_at else None,
        "date2": str(row["date2"])[:10] if row.get("date2") else None,
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
