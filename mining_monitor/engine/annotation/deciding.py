"""A person takes or refuses proposals; only then does anything that people have worked on change."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import shapely

from mining_monitor.contract.annotation_tables import PROPOSAL_FIELDS, PROPOSALS_TABLE
from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.proposals import DecideProposalsRequest, DecisionResult
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.giving_way import give_way
from mining_monitor.engine.annotation.log_writer import LogWriter, utc_now
from mining_monitor.engine.annotation.merge import OldSector, supersede
from mining_monitor.engine.annotation.proposal_store import (
    OPEN,
    REFUSED,
    TAKEN,
    geometry_in,
    reviewed_sectors,
)
from mining_monitor.engine.annotation.proposals import ADD, CHANGE, DISAPPEAR, KINDS, Comparison
from mining_monitor.engine.annotation.store import require_project
from mining_monitor.engine.annotation.timeline import Sector, sectors
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE, BY_KEY
from mining_monitor.schema.review import DRAFT, EDITED, IN_REVIEW, REJECTED, may_become

_COLUMNS = tuple(field.name for field in PROPOSAL_FIELDS)

#: What a sector that was changed by a run takes over from it.
_PROVENANCE = ("run_id", "scene_id", "gsd_m", "observed_at", "system")


def decide_proposals(request: DecideProposalsRequest, job: Job) -> DecisionResult:
    """Take or refuse open proposals: all of it, or nothing.

    A taken change gives the sector its new outline and class and keeps its ``uuid``; it is ``edited`` then and wants a
    review. A taken disappearance rejects the sector and keeps it. A taken addition makes the draft a person's own.
    A refused addition is rejected, with the reason; refused changes are not proposed again. A sector that somebody has
    changed since the proposal was made is left alone, and its proposal stays open.

    Raises
    ------
    AnnotationsError, ParameterError, OutputError
    """
    _check(request)
    path = Path(request.project)
    if not require_project(path, job.check):
        raise AnnotationsError(f"There is no project {path}. Choose its .gpkg.", path=str(path))
    conflicts, changed, decided = [], [], 0
    with geopackage.transaction(path, job.check) as connection:
        desk = _Desk(connection, request, job)
        for row in _open_proposals(connection, request):
            job.check()
            is_done = desk.take(row) if request.take else desk.refuse(row)
            if not is_done:
                conflicts.append(str(row["proposal_id"]))
                continue
            decided += 1
            changed.append(str(row["uuid"]))
            values = (TAKEN if request.take else REFUSED, request.operator, utc_now(), request.comment or None)
            connection.execute(
                "UPDATE proposals SET state = ?, decided_by = ?, decided_at = ?, comment = ? WHERE proposal_id = ?",
                (*values, row["proposal_id"]),
            )
        desk.log.write()
        job.check()
    return DecisionResult(decided, tuple(conflicts), tuple(changed))


def _check(request: DecideProposalsRequest) -> None:
    wrong = [kind for kind in request.kinds if kind not in KINDS]
    if wrong:
        raise ParameterError(f"KINDS holds '{wrong[0]}'; known are {', '.join(KINDS)}.", name="KINDS")
    wrong = [key for key in request.classes if key not in BY_KEY]
    if wrong:
        raise ParameterError(f"CLASSES holds '{wrong[0]}'; known are {', '.join(BY_KEY)}.", name="CLASSES")


def _open_proposals(connection: sqlite3.Connection, request: DecideProposalsRequest) -> list[dict[str, Any]]:
    """Return the open proposals that were meant.

    Raises
    ------
    AnnotationsError
        One that was named is not there or is decided already.
    """
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (PROPOSALS_TABLE,)).fetchone():
        rows: list[dict[str, Any]] = []
    else:
        names = ", ".join(f'"{name}"' for name in _COLUMNS)
        query = f"SELECT {names}, geom FROM proposals WHERE state = ? ORDER BY fid"  # nosec B608: names of the schema
        found = connection.execute(query, (OPEN,)).fetchall()
        rows = [dict(zip((*_COLUMNS, "geom"), values, strict=True)) for values in found]
    missing = sorted(set(request.ids) - {str(row["proposal_id"]) for row in rows})
    if missing:
        raise AnnotationsError(
            f"There is no open proposal {missing[0]} in {request.project}; it may be decided already.", ids=missing
        )
    codes = {BY_KEY[key].code for key in request.classes}

    def is_meant(row: Mapping[str, Any]) -> bool:
        code = row["class_after"] if row["class_after"] is not None else row["class_before"]
        if request.ids:
            return row["proposal_id"] in request.ids
        return (not request.kinds or row["kind"] in request.kinds) and (not codes or code in codes)

    return [row for row in rows if is_meant(row)]


def _bytes(text: Any) -> bytes:
    try:
        return bytes.fromhex(str(text or ""))
    except ValueError:
        return b""


class _Desk:
    """Carries out decisions in one transaction."""

    def __init__(self, connection: sqlite3.Connection, request: DecideProposalsRequest, job: Job) -> None:
        self._connection, self._request, self._job = connection, request, job
        self.log = LogWriter(connection, request.operator)

    def take(self, row: Mapping[str, Any]) -> bool:
        """Take a proposal; False when its sector is not what it was."""
        sector = self._unchanged(row)
        if sector is None:
            return False
        if row["kind"] == DISAPPEAR:
            return self._take_disappearance(row, sector)
        if row["kind"] == CHANGE:
            return self._take_change(row, sector)
        self._update(sector, {**self._touched(), "state": EDITED}, "take", row)
        return True

    def refuse(self, row: Mapping[str, Any]) -> bool:
        """Refuse a proposal; a refused draft is rejected and kept."""
        sector = self._unchanged(row) if row["kind"] == ADD else self._sector(row)
        if sector is None:
            return bool(row["kind"] != ADD)
        values: dict[str, Any] = {}
        if row["kind"] == ADD:
            reason = self._request.comment.strip() or "The proposal was refused."
            values = {"state": REJECTED, "comment": reason, **self._reviewed()}
        self._update(sector, values, "refuse", row)
        return True

    def _sector(self, row: Mapping[str, Any]) -> Sector | None:
        return next(sectors(self._connection, str(row["uuid"])), None)

    def _unchanged(self, row: Mapping[str, Any]) -> Sector | None:
        """Return the sector of a proposal, or None when somebody has changed it since."""
        sector = self._sector(row)
        if sector is None or sector.wkb is None or geometry_in(row["geom"]) is None:
            return None
        expected = geopackage.from_blob(row["geom"]) if row["kind"] == ADD else _bytes(row["before_wkb"])
        code = row["class_after"] if row["kind"] == ADD else row["class_before"]
        is_draft = row["kind"] != ADD or sector.values.get("state") == DRAFT
        is_same = sector.wkb == expected and sector.values.get("class") == code
        return sector if is_same and is_draft else None

    def _touched(self) -> dict[str, Any]:
        return {
            "state": EDITED, "editor": self._request.operator or None, "edited_at": utc_now(), "reviewer": None,
            "reviewed_at": None,
        }  # fmt: skip

    def _reviewed(self) -> dict[str, Any]:
        return {"reviewer": self._request.operator or None, "reviewed_at": utc_now()}

    def _take_disappearance(self, row: Mapping[str, Any], sector: Sector) -> bool:
        run = self._run(row)
        when = f" of {str(run.get('observed_at'))[:10]}" if run.get("observed_at") else ""
        reason = self._request.comment.strip() or f"No longer seen in the image{when}."
        state = REJECTED if may_become(str(sector.values.get("state")), REJECTED) else IN_REVIEW
        self._update(sector, {"state": state, "comment": reason, **self._reviewed()}, "take", row)
        return True

    def _take_change(self, row: Mapping[str, Any], sector: Sector) -> bool:
        run, proposed = self._run(row), geometry_in(row["geom"])
        scene = run.get("scene_id", sector.values.get("scene_id"))
        reviewed = reviewed_sectors(self._connection, scene, self._job.check)
        after = Comparison(reviewed, shapely.Polygon()).without_others(proposed, str(row["uuid"]))
        is_same_shape = shapely.to_wkb(proposed, byte_order=1) == sector.wkb
        if is_same_shape:  # another class for the same outline
            after = proposed
        code = row["class_after"]
        if after is None or code not in BY_CODE:
            return False
        values = {
            **self._touched(), "class": code, "class_key": BY_CODE[code].key, "area_m2": area_m2(after),
            "confidence": row["confidence"], **{name: run[name] for name in _PROVENANCE if run.get(name) is not None},
        }  # fmt: skip
        if run.get("observed_at"):
            values["date"] = str(run["observed_at"])[:10]
        self._update(sector, values, "take", row, after)
        self._clear_drafts(scene, after)
        return True

    def _run(self, row: Mapping[str, Any]) -> dict[str, Any]:
        names = ", ".join(_PROVENANCE)
        query = f"SELECT {names} FROM runs WHERE run_id = ?"  # nosec B608: names of the schema, value bound
        found = self._connection.execute(query, (row["run_id"],)).fetchone()
        return dict(zip(_PROVENANCE, found, strict=True)) if found else {}

    def _clear_drafts(self, scene: str | None, ground: Any) -> None:
        """Let untouched drafts give way on ground that a sector has taken."""
        query = (
            'SELECT fid, uuid, geom, "class" FROM sectors WHERE scene_id IS ? AND state = ? AND source = ?'
            " AND edited_at IS NULL"
        )
        rows = self._connection.execute(query, (scene, DRAFT, "model")).fetchall()
        found = [(fid, identity, geometry_in(blob), code) for fid, identity, blob, code in rows]
        drafts = [OldSector(fid, uuid or "", shape, code) for fid, uuid, shape, code in found if shape is not None]
        given_way = supersede(drafts, ground, self._job.check)
        give_way(self._connection, given_way, self.log, self._job.check)

    def _update(
        self, sector: Sector, new: Mapping[str, Any], action: str, row: Mapping[str, Any], geometry: Any = None
    ) -> None:
        """Change a sector and log it: all values that differ, and the shape that was replaced."""
        changed = {name: value for name, value in new.items() if sector.values.get(name) != value}
        before: dict[str, Any] = {name: sector.values.get(name) for name in changed}
        wkb = sector.wkb or b""
        if geometry is not None and shapely.to_wkb(geometry, byte_order=1) != wkb:
            before["wkb"], wkb = wkb.hex(), shapely.to_wkb(geometry, byte_order=1)
        columns = ", ".join(['"geom" = ?', *(f'"{name}" = ?' for name in changed)])
        query = f"UPDATE sectors SET {columns} WHERE fid = ?"  # nosec B608: names of the schema, values bound
        if changed or "wkb" in before:
            self._connection.execute(query, (geopackage.to_blob(wkb), *changed.values(), sector.fid))
        after = {**changed, "proposal_id": row["proposal_id"], "kind": row["kind"]}
        self.log.add(action, str(row["uuid"]), before or None, after, shapely.from_wkb(wkb))
