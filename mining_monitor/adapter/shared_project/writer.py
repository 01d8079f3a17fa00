"""Changes of sectors into a shared project: with the versions that this analyst has seen, all of a step or nothing."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Sequence

from qgis.core import QgsGeometry, QgsVectorLayer

from mining_monitor.adapter.announcing import SLICE, announce, pause_for_nobody
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.shared_project.aside import done_aside
from mining_monitor.adapter.shared_project.place import SharedPlace, quoted
from mining_monitor.adapter.shared_project.tables import VERSION
from mining_monitor.adapter.snapshots import Change, Snapshot
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.schema.fields import LOG_TABLE, SECTORS_TABLE

#: Seconds for which somebody may still be working on what the map showed before: a dragged vertex, an open form.
GRACE_S = 15.0


class ClashError(AnnotationsError):
    """Somebody else has changed a sector of this step; nothing was overwritten, and the step is kept."""

    def __init__(self, message: str, clash: int) -> None:
        super().__init__(message, clash=clash)
        self.clash = clash


@dataclass(frozen=True)
class Settling:
    """A clash that a step decides, and how: ``mine`` or ``both``."""

    clash: int
    decision: str


@dataclass
class _Seen:
    """The version of a sector that the map shows, and until when the one before it counts."""

    version: int
    before: Optional[int] = None
    until: float = 0.0


@dataclass(frozen=True)
class Written:
    """Where a sector is after a step: its row, its version; both None when it was deleted."""

    fid: Optional[int]
    version: Optional[int]


class SharedWriter:
    """Writes steps and knows which version of each sector this analyst has seen.

    Parameters
    ----------
    layer : QgsVectorLayer
        The sectors; told of what was written.
    place : SharedPlace
    """

    def __init__(self, layer: QgsVectorLayer, place: SharedPlace) -> None:
        self._layer = layer
        self.place = place
        self._seen: Dict[str, _Seen] = {}
        self._rows: Dict[int, str] = {}
        self._last_seq = 0
        self.look()

    # versions -----------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Take up what the project holds now as seen."""
        schema = self.place.schema
        found = self.place.execute(f"SELECT uuid, fid, {VERSION} FROM {schema}.{SECTORS_TABLE}")  # nosec B608
        self._seen = {str(uuid): _Seen(int(version)) for uuid, _fid, version in found}
        self._rows = {int(fid): str(uuid) for uuid, fid, _version in found}
        self._last_seq = self._newest()

    def _newest(self) -> int:
        rows = self.place.execute(f"SELECT coalesce(max(seq), 0) FROM {self.place.schema}.{LOG_TABLE}")  # nosec B608
        return int(rows[0][0])

    def catch_up(self) -> List[str]:
        """Take up what others have done since the last look, and return the sectors concerned."""
        schema = self.place.schema
        rows = self.place.execute(
            f"SELECT l.uuid, max(l.seq), max(s.fid), max(s.{VERSION}) FROM {schema}.{LOG_TABLE} l "  # nosec B608
            f"LEFT JOIN {schema}.{SECTORS_TABLE} s ON s.uuid = l.uuid WHERE l.seq > {self._last_seq} GROUP BY l.uuid"
        )
        changed = []
        for uuid, seq, fid, version in rows:
            self._last_seq = max(self._last_seq, int(seq))
            if self._adopt(str(uuid), fid, version):
                changed.append(str(uuid))
        return changed

    def _adopt(self, uuid: str, fid: Optional[int], version: Optional[int]) -> bool:
        seen = self._seen.get(uuid)
        if version is None:
            return self._seen.pop(uuid, None) is not None
        if seen is not None and seen.version == int(version):
            return False
        before = self.version(uuid)
        self._seen[uuid] = _Seen(int(version), before, time.monotonic() + GRACE_S)
        self._rows[int(fid or 0)] = uuid
        return True

    def version(self, uuid: str) -> Optional[int]:
        """Return the version of a sector that an edit of this moment is based on; None for one that is not there."""
        seen = self._seen.get(uuid)
        if seen is None:
            return None
        return seen.before if time.monotonic() < seen.until else seen.version

    def believe(self, versions: Mapping[str, Optional[int]]) -> None:
        """Count these versions as seen: both shapes were shown and somebody has chosen."""
        for uuid, version in versions.items():
            if version is None:
                self._seen.pop(uuid, None)
            else:
                self._seen[uuid] = _Seen(int(version))

    def uuid_of(self, fid: int) -> str:
        """Return the identity of a row that is, or was, there; empty for one never seen."""
        return self._rows.get(fid, "")

    def rows_of(self, uuids: Iterable[str]) -> Dict[str, int]:
        """Return the rows that sectors have, or had until they were deleted."""
        wanted = set(uuids)
        return {uuid: fid for fid, uuid in self._rows.items() if uuid in wanted}

    # writing ------------------------------------------------------------------------------------------------------

    def write(
        self, who: str, changes: Sequence[Change], rows: Mapping[str, int], action: str, pause: Callable[[], None],
        title: str = "",
    ) -> None:  # fmt: skip
        """Write changes, which the database logs, then tell the layer; as ``SectorWriter.write`` does for a file.

        Raises
        ------
        ClashError
            Nothing was written, the step waits for a decision.
        OutputError
            Nothing was written.
        """
        pause()
        written = self.store(who, changes, action, title, pause=pause)
        pause()
        self.announce(changes, rows, written, pause)

    def store(
        self, who: str, changes: Sequence[Change], action: str = "", title: str = "",
        settling: Optional[Settling] = None, pause: Callable[[], None] = pause_for_nobody,
    ) -> Dict[str, Written]:  # fmt: skip
        """Write one step, in one statement; raises as ``write`` does.

        A step of more than ``SLICE`` sectors is prepared in slices and written beside the window.
        """
        step = []
        for number, change in enumerate(changes, 1):
            step.append(json.dumps(self._item(change), ensure_ascii=False))
            if number % SLICE == 0:
                pause()
        values = (quoted(who), quoted(action), quoted(title), quoted(f"[{', '.join(step)}]") + "::jsonb")
        settles = (str(settling.clash), quoted(settling.decision)) if settling is not None else ("NULL", "NULL")
        sql = f"SELECT {self.place.schema}.write_step({', '.join((*values, *settles))})::text"  # nosec B608: quoted
        is_long = len(step) > SLICE
        rows = done_aside(lambda: self.place.execute(sql), pause) if is_long else self.place.execute(sql)
        answer = json.loads(rows[0][0])
        if "clash" in answer:
            raise ClashError(
                tr("'{}' was not written: someone else has changed the same sector. Choose between both.").format(
                    title or tr("Edit")
                ),
                int(answer["clash"]),
            )
        written = {str(uuid): Written(fid, version) for uuid, fid, version in answer["written"]}
        self.believe({uuid: each.version for uuid, each in written.items()})
        self._rows.update({int(each.fid): uuid for uuid, each in written.items() if each.fid is not None})
        return written

    def _item(self, change: Change) -> Dict[str, Any]:
        version = self.version(change.uuid)
        if change.after is None:
            return {"uuid": change.uuid, "op": "delete", "version": version}
        if change.before is None:
            values = {name: value for name, value in change.after.values.items() if name != VERSION}
            wkb = bytes(change.after.geometry.asWkb()).hex()
            return {"uuid": change.uuid, "op": "insert", "version": version, "values": values, "wkb": wkb}
        before, after = change.changed_values()
        values = {name: after.get(name) for name in {**before, **after} if name != VERSION}
        wkb = bytes(change.after.geometry.asWkb()).hex() if change.is_reshape else None
        return {"uuid": change.uuid, "op": "update", "version": version, "values": values, "wkb": wkb}

    def announce(
        self, changes: Sequence[Change], rows: Mapping[str, int], written: Mapping[str, Written],
        pause: Callable[[], None] = pause_for_nobody,
    ) -> None:  # fmt: skip
        """Say what QGIS would have said had the changes gone through its edit buffer."""
        new_rows = {change.uuid: int(written[change.uuid].fid or 0) for change in changes if change.before is None}
        announce(self._layer, changes, rows, new_rows, pause)

    def deleted(self, uuid: str) -> Optional[Snapshot]:
        """Return a sector that someone has deleted, as it was last; None when the log does not know it."""
        rows = self.place.execute(
            f"SELECT before FROM {self.place.schema}.{LOG_TABLE} WHERE uuid = {quoted(uuid)} "  # nosec B608: quoted
            "AND before LIKE '%\"wkb\"%' ORDER BY seq DESC LIMIT 1"
        )
        if not rows or not rows[0][0]:
            return None
        values = json.loads(rows[0][0])
        geometry = QgsGeometry()
        geometry.fromWkb(bytes.fromhex(str(values.pop("wkb"))))
        names = [field.name() for field in self._layer.fields()]
        return Snapshot({**dict.fromkeys(names), **values, "uuid": uuid}, geometry)
