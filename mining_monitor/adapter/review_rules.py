"""What a person's act does to a sector's fields (schema/review.py; DOMAIN 2.6, 4.2)."""

from __future__ import annotations

import datetime
import uuid
from typing import Any, Dict, List, Mapping, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsGeometry,
    QgsUnitTypes,
)

from mining_monitor.adapter.audit_log import utc_now
from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.crs_cache import WGS84_ELLIPSOID
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.snapshots import Snapshot
from mining_monitor.adapter.styles import state_titles
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.fields import STORAGE_CRS
from mining_monitor.schema.review import (
    APPROVED,
    DRAFT,
    EDITED,
    PUBLISHED,
    REJECTED,
    may_become,
)

#: Fields that the interface lets a person type.
PLAIN_FIELDS = ("Name", "date", "date2", "system", "site_id", "comment")

#: Fields that say on what an approval rests.
EVIDENCE_FIELDS = ("date", "date2", "system")

#: Fields without which nothing can be approved (DOMAIN 2.6).
APPROVAL_FIELDS = ("date", "system")


def area_m2(geometry: QgsGeometry) -> float:
    """Return the geodesic area of a geometry in EPSG:4326, on the WGS 84 ellipsoid, holes subtracted."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem(STORAGE_CRS), QgsCoordinateTransformContext())
    measure.setEllipsoid(WGS84_ELLIPSOID)
    area = measure.measureArea(geometry)
    return float(measure.convertAreaMeasurement(area, QgsUnitTypes.AreaUnit.AreaSquareMeters))


def is_iso_date(text: str) -> bool:
    """Tell whether a text is a date as 2024-03-14, blanks around it ignored (DOMAIN 1.3)."""
    try:
        return datetime.date.fromisoformat(text.strip()).isoformat() == text.strip()
    except ValueError:
        return False


def missing_for_approval(shot: Snapshot) -> List[str]:
    """Return the fields that a sector lacks to be approved."""
    missing = [name for name in APPROVAL_FIELDS if not text_of(shot.values.get(name))]
    date = text_of(shot.values.get("date"))
    if date and not is_iso_date(date):
        missing.append("date")
    return missing


def check(shots: Sequence[Snapshot], state: str, comment: str) -> None:
    """Check that all sectors may go to a state.

    Raises
    ------
    AnnotationsError
        Facts: ``missing`` fields and the ``uuids`` that lack them, or the ``state`` that does not allow it.
    """
    for shot in shots:
        current = text_of(shot.values.get("state"))
        if current != state and not may_become(current, state):
            raise AnnotationsError(
                tr("A sector that is '{}' cannot become '{}'.").format(state_word(current), state_word(state)),
                state=current, target=state,
            )  # fmt: skip
    if state == REJECTED and not comment.strip() and any(not text_of(s.values.get("comment")) for s in shots):
        raise AnnotationsError(tr("A rejection needs a reason. Write it into the comment."), missing=["comment"])
    if state in (APPROVED, PUBLISHED):
        lacking = {shot.uuid: missing_for_approval(shot) for shot in shots}
        names = [name for name in APPROVAL_FIELDS if any(name in missing for missing in lacking.values())]
        if names:
            uuids = [identity for identity, missing in lacking.items() if missing]
            titles = {"date": tr("image date"), "system": tr("image source")}
            raise AnnotationsError(
                tr("{} of {} sectors cannot be approved: they lack the {}.").format(
                    len(uuids), len(shots), tr(" and the ").join(titles[name] for name in names)
                ),
                missing=names, uuids=uuids,
            )  # fmt: skip


def state_word(state: str) -> str:
    """Return the translated name of a review state, as it stands inside a sentence."""
    return state_titles().get(state, state).lower()


def stamped(editor: str) -> Dict[str, Any]:
    """Return who and when of an edit."""
    return {"editor": editor, "edited_at": utc_now()}


def touched(shot: Snapshot, editor: str) -> Dict[str, Any]:
    """Return what changes beside class or geometry: the state is ``edited``, an earlier review is withdrawn."""
    values = stamped(editor)
    if text_of(shot.values.get("state")) != EDITED:
        values["state"] = EDITED
    for name in ("reviewer", "reviewed_at"):
        if shot.values.get(name) is not None:
            values[name] = None
    return values


def restated(shot: Snapshot, new: Mapping[str, Any], editor: str) -> Dict[str, Any]:
    """Return what changes beside plain fields: another date or source takes an approval's ground away.

    A draft whose image was named is still a draft that nobody has touched: the next run replaces it.
    """
    state = text_of(shot.values.get("state"))
    if state == DRAFT and set(new) <= set(EVIDENCE_FIELDS):
        return {}
    return (
        touched(shot, editor) if state in (APPROVED, PUBLISHED) and set(new) & set(EVIDENCE_FIELDS) else stamped(editor)
    )


def reviewed(shot: Snapshot, state: str, comment: str, editor: str) -> Dict[str, Any]:
    """Return what a review step changes; nothing when the sector is in that state already."""
    values: Dict[str, Any] = {}
    if comment.strip() and text_of(shot.values.get("comment")) != comment.strip():
        values["comment"] = comment.strip()
    if text_of(shot.values.get("state")) == state:
        return {**values, **stamped(editor)} if values else {}
    values["state"] = state
    if state in (APPROVED, REJECTED):
        values.update(reviewer=editor, reviewed_at=utc_now())
    elif state != PUBLISHED:
        values.update(stamped(editor), reviewer=None, reviewed_at=None)
    return values


def altered(shot: Snapshot, editor: str, *, is_class: bool) -> Dict[str, Any]:
    """Return what belongs to an edit of fields in a form or table; another class withdraws an approval."""
    return {**(touched(shot, editor) if is_class else stamped(editor)), **_class_key(shot.values.get("class"))}


def reshaped(shot: Snapshot, editor: str) -> Dict[str, Any]:
    """Return what belongs to another geometry: area, who and when, the state."""
    return {**touched(shot, editor), **_class_key(shot.values.get("class")), "area_m2": area_m2(shot.geometry)}


def drawn(shot: Snapshot, editor: str, *, is_copy: bool) -> Dict[str, Any]:
    """Return what belongs to a sector that was drawn, pasted or split off.

    Parameters
    ----------
    is_copy : bool
        Another sector has the same identity: this one gets its own.
    """
    values = reshaped(shot, editor)
    if is_copy or not shot.uuid:
        values["uuid"] = str(uuid.uuid4())
    if not text_of(shot.values.get("source")):
        values["source"] = "analyst"
    return values


def _class_key(code: Any) -> Dict[str, Optional[str]]:
    try:
        sector_class = BY_CODE.get(int(code))
    except (TypeError, ValueError):
        return {}
    return {"class_key": sector_class.key} if sector_class is not None else {}
