"""A person's decision on proposals: the engine carries it out, and it is undone like any other step."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple

from qgis.core import QgsGeometry

from mining_monitor.adapter.audit_log import Act, AuditLog
from mining_monitor.adapter.engine_access import shared
from mining_monitor.adapter.file_transaction import from_blob, reading, transaction
from mining_monitor.adapter.snapshots import ROW_FIELDS, Change, Snapshot
from mining_monitor.adapter.tasks import WorkTask
from mining_monitor.contract.proposals import DecideProposalsRequest
from mining_monitor.schema.fields import SECTORS_TABLE

#: What the engine logs of a decision (engine/annotation/deciding.py, giving_way.py).
_ACTIONS = ("take", "refuse", "cut", "supersede", "part")

#: Identifiers in one query.
_AT_ONCE = 500


@dataclass(frozen=True)
class Decision:
    """What a decision did.

    Attributes
    ----------
    decided : tuple of str
        ``proposal_id``.
    conflicts : tuple of str
        ``proposal_id`` of those that stay open: their sector was changed since.
    changes : sequence of Change
        Of sectors; a refused change has none.
    """

    decided: Tuple[str, ...]
    conflicts: Tuple[str, ...]
    changes: Sequence[Change]


class DecideTask(WorkTask):
    """Takes or refuses proposals and reads back what that changed."""

    def __init__(self, title: str, request: DecideProposalsRequest) -> None:
        super().__init__(title)
        self.request = request
        self._access = shared()

    def work(self) -> Decision:
        """Ask the engine, then read the log's new rows."""
        path = Path(self.request.project)
        with reading(path) as connection:
            start = int(connection.execute("SELECT coalesce(max(seq), 0) FROM log").fetchone()[0])
        result = self._access.call(self.request, should_cancel=self.isCanceled, on_progress=self.tell)
        decided = tuple(each for each in self.request.ids if each not in set(result.conflicts))
        return Decision(decided, tuple(result.conflicts), changes_since(path, start, self.request.operator))


def changes_since(path: Path, seq: int, who: str) -> List[Change]:
    """Return what the engine has changed for somebody after an act of the log, worked out backwards from what is there.

    Raises
    ------
    OutputError
        The file cannot be read.
    """
    marks = ", ".join("?" for _ in _ACTIONS)
    with reading(path) as connection:
        rows: List[Any] = connection.execute(
            f"SELECT uuid, action, before FROM log WHERE seq > ? AND who = ? AND action IN ({marks})"  # nosec B608
            " AND uuid IS NOT NULL ORDER BY seq DESC",
            (seq, who, *_ACTIONS),
        ).fetchall()
        names = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({SECTORS_TABLE})")]
        now = _sectors(connection, sorted({str(row[0]) for row in rows}))
    names = [name for name in names if name.lower() not in (*ROW_FIELDS, "geom")]
    then: Dict[str, Optional[Snapshot]] = dict(now)
    for uuid, action, before in rows:
        then[str(uuid)] = None if action == "part" else _earlier(then.get(str(uuid)), before, names)
    changes = [Change(shot, now.get(uuid)) for uuid, shot in then.items()]
    return [change for change in changes if any(change.changed_values()) or change.is_reshape]


def _sectors(connection: Any, uuids: Sequence[str]) -> Dict[str, Snapshot]:
    found: Dict[str, Snapshot] = {}
    for start in range(0, len(uuids), _AT_ONCE):
        part = uuids[start : start + _AT_ONCE]
        marks = ", ".join("?" for _ in part)
        cursor = connection.execute(f"SELECT * FROM {SECTORS_TABLE} WHERE uuid IN ({marks})", part)  # nosec B608
        names = [str(column[0]) for column in cursor.description]
        for row in cursor.fetchall():
            values = {name: value for name, value in zip(names, row) if name.lower() not in ROW_FIELDS}
            blob = values.pop("geom", None)
            found[str(values["uuid"])] = Snapshot(values, _geometry(from_blob(blob) if blob else b""))
    return found


def _earlier(shot: Optional[Snapshot], text: Any, names: Sequence[str]) -> Snapshot:
    """Return a sector as it was before an act whose log row keeps what the act replaced."""
    before = json.loads(text) if text else {}
    wkb = before.pop("wkb", None)
    values = dict(shot.values) if shot is not None else dict.fromkeys(names)
    values.update({name: value for name, value in before.items() if name in values})
    geometry = _geometry(bytes.fromhex(wkb)) if wkb else (shot.geometry if shot is not None else QgsGeometry())
    return Snapshot(values, geometry)


def _geometry(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    if wkb:
        geometry.fromWkb(wkb)
    return geometry


def follow_undo(path: Path, ids: Sequence[str], is_taken: bool, who: str, action: str) -> None:
    """Open proposals again whose decision was undone, or settle them again; logged.

    Parameters
    ----------
    action : str
        ``undo`` or ``redo``.

    Raises
    ------
    OutputError
        Nothing was written.
    """
    if not ids:
        return
    settled = "taken" if is_taken else "refused"
    state, before = ("open", settled) if action == "undo" else (settled, "open")
    log = AuditLog(path)
    row = Act(action, "", {"proposals": before}, {"proposals": state, "ids": list(ids)}, None)
    planned = log.plan(who, [row])
    with transaction(path) as connection:
        connection.executemany("UPDATE proposals SET state = ? WHERE proposal_id = ?", [(state, each) for each in ids])
        log.add(connection, planned)
