"""Compare a run with what people have worked on in another scene, on request."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import shapely

from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.proposals import ProposalCounts, ProposeChangesRequest
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.log_writer import LogWriter
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.proposal_store import (
    counts_of,
    geometry_in,
    reviewed_sectors,
    write_proposals,
)
from mining_monitor.engine.annotation.proposals import Comparison, additions
from mining_monitor.engine.annotation.store import require_project
from mining_monitor.engine.progress import Job
from mining_monitor.schema.review import DRAFT


def propose_changes(request: ProposeChangesRequest, job: Job) -> ProposalCounts:
    """Compare the drafts of a run with what people have worked on in another scene, and store the proposals.

    Against its own scene a run is compared when it is stored.

    Raises
    ------
    AnnotationsError, ParameterError, OutputError
    """
    path = Path(request.project)
    if not require_project(path, job.check):
        raise AnnotationsError(f"There is no project {path}. Choose its .gpkg.", path=str(path))
    with geopackage.transaction(path, job.check) as connection:
        run = _run(connection, request)
        drafts = _drafts(connection, request.run_id, job.check)
        reviewed = reviewed_sectors(connection, request.scene_id, job.check)
        comparison = Comparison(reviewed, _observed(connection, request.run_id), job.check)
        comparison.see([sector for _, sector in drafts])
        changes, agreed = comparison.proposals()
        held = [sector.geometry for sector in reviewed]
        new = additions(drafts, changes, held)
        log = LogWriter(connection, str(run.get("operator") or ""))
        stored = write_proposals(connection, run, request.scene_id, [*changes, *new], log)
        log.write()
        job.check()
    return counts_of(stored, agreed)


def _run(connection: sqlite3.Connection, request: ProposeChangesRequest) -> dict[str, Any]:
    row = connection.execute(
        "SELECT run_id, scene_id, operator FROM runs WHERE run_id = ?", (request.run_id,)
    ).fetchone()
    if row is None:
        raise ParameterError(f"{request.project} has no run '{request.run_id}'; choose one of its runs.", name="RUN")
    scenes = [found for (found,) in connection.execute("SELECT DISTINCT scene_id FROM sectors") if found]
    if request.scene_id not in scenes or request.scene_id == row[1]:
        others = ", ".join(sorted(scene for scene in scenes if scene != row[1])) or "none"
        raise ParameterError(
            f"'{request.scene_id}' is no other scene of {request.project}; against its own scene a run is compared "
            f"when it is stored. Other scenes: {others}.",
            name="SCENE",
        )
    return dict(zip(("run_id", "scene_id", "operator"), row, strict=True))


def _drafts(connection: sqlite3.Connection, run_id: str, check: Callable[[], None]) -> list[tuple[str, NewSector]]:
    query = 'SELECT uuid, geom, "class", confidence, area_m2 FROM sectors WHERE run_id = ? AND state = ?'
    found = []
    for identity, blob, code, confidence, area in connection.execute(query, (run_id, DRAFT)):
        check()
        geometry = geometry_in(blob)
        if geometry is not None:
            found.append((str(identity), NewSector(geometry, code, confidence, area)))
    return found


def _observed(connection: sqlite3.Connection, run_id: str) -> Any:
    blobs = connection.execute("SELECT geom FROM observed WHERE run_id = ?", (run_id,)).fetchall()
    return shapely.union_all([g for (blob,) in blobs if (g := geometry_in(blob)) is not None])
