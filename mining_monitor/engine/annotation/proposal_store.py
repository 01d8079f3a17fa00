"""Proposals in a project: made when a run is stored, or on request against another scene."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import shapely

from mining_monitor.contract.annotation_tables import PROPOSALS_TABLE
from mining_monitor.contract.proposals import ProposalCounts
from mining_monitor.contract.results import Notice
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.issues import count
from mining_monitor.engine.annotation.log_writer import LogWriter, utc_now
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.proposals import (
    ADD,
    CHANGE,
    DISAPPEAR,
    KINDS,
    Comparison,
    Proposal,
    Reviewed,
    additions,
    is_repeated,
)
from mining_monitor.engine.annotation.rings import mended
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.review import DRAFT

OPEN, TAKEN, REFUSED, SUPERSEDED = "open", "taken", "refused", "superseded"


def write_proposals(
    connection: sqlite3.Connection, run: Mapping[str, Any], scene: str | None, proposals: Sequence[Proposal],
    log: LogWriter,
) -> list[Proposal]:  # fmt: skip
    """Store the proposals of a run for a scene; open ones of earlier runs give way, what was refused stays refused.

    Returns
    -------
    list of Proposal
        Those that were stored.
    """
    geopackage.require_table(connection, PROPOSALS_TABLE)
    refused = refused_proposals(connection, scene)
    new = [proposal for proposal in proposals if not is_repeated(proposal, refused)]
    connection.execute("UPDATE proposals SET state = ? WHERE state = ? AND scene_id IS ?", (SUPERSEDED, OPEN, scene))
    rows = [_row(proposal, run.get("run_id"), scene) for proposal in new]
    geopackage.insert(connection, PROPOSALS_TABLE, rows)
    if new:
        log.add("propose", None, None, {"run_id": run.get("run_id"), "kinds": count(p.kind for p in new)})
    return new


def _row(proposal: Proposal, run_id: Any, scene: str | None) -> dict[str, Any]:
    geometry = proposal.after if proposal.after is not None else proposal.before
    before = proposal.before
    return {
        "proposal_id": str(uuid.uuid4()), "kind": proposal.kind, "state": OPEN, "uuid": proposal.uuid,
        "class_before": proposal.code_before, "class_after": proposal.code_after, "iou": proposal.iou,
        "area_before_m2": _area(before), "area_after_m2": _area(proposal.after), "confidence": proposal.confidence,
        "run_id": run_id, "scene_id": scene, "created_at": utc_now(),
        "before_wkb": None if before is None else shapely.to_wkb(before, hex=True, byte_order=1),
        "geom": shapely.to_wkb(geometry, byte_order=1),
    }  # fmt: skip


def _area(geometry: Any) -> float | None:
    shape = mended(geometry) if geometry is not None else None
    return None if shape is None else area_m2(shape)


def refused_proposals(connection: sqlite3.Connection, scene: str | None) -> list[Proposal]:
    """Return what people have refused in a scene."""
    query = "SELECT kind, uuid, class_before, class_after, geom FROM proposals WHERE state = ? AND scene_id IS ?"
    found = []
    for kind, identity, before, after, blob in connection.execute(query, (REFUSED, scene)):
        geometry = geometry_in(blob)
        if geometry is not None:
            found.append(Proposal(kind, identity, None, geometry, before, after, 0.0))
    return found


def compare_run(
    connection: sqlite3.Connection, run: Mapping[str, Any], comparison: Comparison,
    drafts: Sequence[tuple[str, NewSector]], log: LogWriter,
) -> ProposalCounts:  # fmt: skip
    """Store what a run proposes for its own scene, after its drafts are stored."""
    changes, agreed = comparison.proposals()
    scene = run.get("scene_id")
    stored = write_proposals(connection, run, scene, [*changes, *additions(drafts, changes)], log)
    return counts_of(stored, agreed)


def counts_of(proposals: Sequence[Proposal], agreed: int) -> ProposalCounts:
    """Count proposals by kind and by class."""
    codes = (p.code_after if p.code_after is not None else p.code_before for p in proposals)
    classes = count(BY_CODE[code].key for code in codes if code in BY_CODE)
    return ProposalCounts({kind: sum(p.kind == kind for p in proposals) for kind in KINDS}, classes, agreed)


def reviewed_sectors(
    connection: sqlite3.Connection, scene: str | None, check: Callable[[], None] = lambda: None
) -> list[Reviewed]:
    """Return the sectors of a scene that people have worked on."""
    query = 'SELECT uuid, geom, "class", state, source, edited_at FROM sectors WHERE scene_id IS ?'
    found = []
    for identity, blob, code, state, source, edited_at in connection.execute(query, (scene,)):
        check()
        geometry = geometry_in(blob)
        is_untouched = state == DRAFT and source == "model" and not edited_at
        if geometry is not None and not is_untouched:
            found.append(Reviewed(str(identity or ""), geometry, code, str(state)))
    return found


def geometry_in(blob: bytes | None) -> Any:
    """Return the geometry of a row, or None where there is none that can be read."""
    try:
        geometry = shapely.from_wkb(geopackage.from_blob(blob)) if blob else None
    except (shapely.errors.ShapelyError, IndexError):
        return None
    return geometry if geometry is not None and not geometry.is_empty else None


def proposal_notices(counts: ProposalCounts | None) -> tuple[Notice, ...]:
    """Say what a run proposes, where it proposes anything."""
    total = sum(counts.kinds.values()) if counts is not None else 0
    if counts is None or not total:
        return ()
    kinds = counts.kinds
    text = (
        f"Where people have worked, the run proposes {kinds[ADD]} additions, {kinds[CHANGE]} changes and "
        f"{kinds[DISAPPEAR]} disappearances, and agrees with {counts.agreed} sectors. Nothing was changed: take or "
        "refuse each."
    )
    return (Notice("proposals", text, {**kinds, "agreed": counts.agreed}),)
