"""Two edits of one sector: the later one waits, both shapes are shown, and a person chooses."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import QgsGeometry, QgsVectorLayer

from mining_monitor.adapter import review_rules
from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.shared_project.place import quoted
from mining_monitor.adapter.shared_project.tables import CLASHES_TABLE, VERSION
from mining_monitor.adapter.shared_project.writer import Settling, SharedWriter
from mining_monitor.adapter.snapshots import Change, Snapshot, rows_by_uuid, snapshots
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.schema.fields import LOG_TABLE

MINE, THEIRS, BOTH = "mine", "theirs", "both"

#: Fields that say who and when; they differ in every clash and decide none.
_STAMPS = ("editor", "edited_at", "reviewer", "reviewed_at", VERSION)


@dataclass(frozen=True)
class ClashPair:
    """A sector of the later step: as that step wants it and as the project has it; None where it is deleted.

    Attributes
    ----------
    is_clash : bool
        False: the sector belongs to the step (a merge, a split), and nobody else has touched it.
    who, at : str
        Whose edit was first, and when (UTC, ISO 8601).
    """

    uuid: str
    mine: Optional[Snapshot]
    theirs: Optional[Snapshot]
    is_clash: bool
    who: str = ""
    at: str = ""

    def differing(self) -> List[Tuple[str, Any, Any]]:
        """Return (field, mine, theirs) for what differs, without who and when."""
        mine = self.mine.values if self.mine is not None else {}
        theirs = self.theirs.values if self.theirs is not None else {}
        names = [name for name in {**theirs, **mine} if name not in _STAMPS]
        return [(n, mine.get(n), theirs.get(n)) for n in names if mine.get(n) != theirs.get(n)]


@dataclass(frozen=True)
class Clash:
    """A step that was not written."""

    number: int
    at: str
    who: str
    title: str
    pairs: Tuple[ClashPair, ...]

    @property
    def can_be_both(self) -> bool:
        """Whether there is a sector left that can carry the other opinion as a comment."""
        return any(pair.is_clash and pair.theirs is not None and pair.mine is not None for pair in self.pairs)


def open_clashes(writer: SharedWriter, layer: QgsVectorLayer) -> List[Clash]:
    """Return the clashes that nobody has decided, oldest first, with the sectors as they are now.

    Raises
    ------
    OutputError
        The database does not answer.
    """
    rows = writer.place.execute(
        f"SELECT id, at, who, title, step::text, to_json(sectors)::text FROM {writer.place.schema}.{CLASHES_TABLE} "
        "WHERE decision IS NULL ORDER BY id"  # nosec B608: a checked name
    )
    return [
        Clash(int(number), at, who, title, _pairs(writer, layer, json.loads(step), set(json.loads(sectors))))
        for number, at, who, title, step, sectors in rows
    ]


def _pairs(writer: SharedWriter, layer: QgsVectorLayer, step: List[Dict[str, Any]], clashing: Any) -> Any:
    rows = rows_by_uuid(layer, [item["uuid"] for item in step])
    now = {shot.uuid: shot for shot in snapshots(layer, rows.values(), is_saved=True).values()}
    found = []
    for item in step:
        uuid = str(item["uuid"])
        who, at = _last_edit(writer, uuid) if uuid in clashing else ("", "")
        found.append(ClashPair(uuid, _mine(writer, item, now.get(uuid)), now.get(uuid), uuid in clashing, who, at))
    return tuple(found)


def _mine(writer: SharedWriter, item: Dict[str, Any], theirs: Optional[Snapshot]) -> Optional[Snapshot]:
    """Return a sector as a step wants it: what the step says, on top of what it says nothing of."""
    if item["op"] == "delete":
        return None
    base = theirs or writer.deleted(str(item["uuid"])) or Snapshot({"uuid": item["uuid"]}, QgsGeometry())
    geometry = base.geometry
    if item.get("wkb"):
        geometry = QgsGeometry()
        geometry.fromWkb(bytes.fromhex(item["wkb"]))
    return Snapshot({**base.values, **item["values"]}, geometry)


def _last_edit(writer: SharedWriter, uuid: str) -> Tuple[str, str]:
    rows = writer.place.execute(
        f"SELECT who, at FROM {writer.place.schema}.{LOG_TABLE} WHERE uuid = {quoted(uuid)} "  # nosec B608: quoted
        "ORDER BY seq DESC LIMIT 1"
    )
    return (text_of(rows[0][0]), text_of(rows[0][1])) if rows else ("", "")


def changes_of(clash: Clash, decision: str, who: str) -> List[Change]:
    """Return what a decision changes, from the sectors as they were shown.

    Raises
    ------
    AnnotationsError
        Both are wanted where one has deleted the sector.
    """
    if decision == MINE:
        return [Change(p.theirs, p.mine) for p in clash.pairs if p.theirs is not None or p.mine is not None]
    if decision == BOTH and not clash.can_be_both:
        raise AnnotationsError(tr("One of you has deleted the sector: choose one of both."))
    if decision != BOTH:
        return []
    found = []
    for pair in clash.pairs:
        if pair.is_clash and pair.theirs is not None and pair.mine is not None:
            text = "\n".join(
                part for part in (text_of(pair.theirs.values.get("comment")), _remark(clash, pair)) if part
            )
            new = {"comment": text, **review_rules.stamped(who)}
            found.append(Change(pair.theirs, pair.theirs.changed(new)))
    return found


def _remark(clash: Clash, pair: ClashPair) -> str:
    """Say in the comment what the other one wanted; the shape itself stays with the clash."""
    mine, theirs = pair.mine, pair.theirs
    said = [f"{name} = {value}" for name, value, _theirs in pair.differing() if name not in ("comment", "area_m2")]
    if mine is not None and mine.values.get("comment") and mine.values["comment"] != (theirs.values.get("comment")):
        said.append(f"'{text_of(mine.values['comment'])}'")
    if mine is not None and bytes(mine.geometry.asWkb()) != bytes(theirs.geometry.asWkb()):
        said.append(tr("another shape, {:.2f} ha").format(review_rules.area_m2(mine.geometry) / 1e4))
    return tr("{who} ({date}, clash {number}): {what}").format(
        who=clash.who, date=clash.at[:10], number=clash.number, what="; ".join(said) or clash.title
    )


def decide(writer: SharedWriter, clash: Clash, decision: str, who: str) -> List[Change]:
    """Carry out a decision in one transaction and return what it has changed.

    Raises
    ------
    ClashError
        Somebody has changed the sector again since it was shown: a new clash, nothing overwritten.
    AnnotationsError, OutputError
    """
    changes = changes_of(clash, decision, who)
    if decision == THEIRS:
        schema = writer.place.schema
        writer.place.execute(f"SELECT {schema}.settle({clash.number}, '{THEIRS}', {quoted(who)})")  # nosec B608
        return []
    rows = writer.rows_of(pair.uuid for pair in clash.pairs)
    # only what was on the screen counts as seen
    writer.believe({pair.uuid: pair.theirs and pair.theirs.values.get(VERSION) for pair in clash.pairs})
    written = writer.store(who, changes, "", clash.title, Settling(clash.number, decision))
    writer.announce(changes, rows, written)
    return changes
