"""What is wrong with a sector's fields: class, dates, agency, names, identity, review (DOMAIN 1.2, 1.3, 4.2)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import shapely

from mining_monitor.engine.annotation.dates import is_iso_date, mended_date
from mining_monitor.engine.annotation.issues import Fix, Issue, Subject, labels
from mining_monitor.engine.annotation.rings import SMALLEST_M2, enclosed_area_m2
from mining_monitor.schema.classes import BY_CODE, OTHER
from mining_monitor.schema.review import APPROVED, PUBLISHED, REJECTED, STATES

_DATE_FIELDS = ("date", "date2")
_LAMES_NAME = re.compile(r"(\d+)_(\d+)")

#: Hectares that sectors of a class have in LAMES: half the smallest, ten times the 95th percentile (DOMAIN 1.2).
_PLAUSIBLE_HA = {
    3: (0.72, 3420.0), 4: (0.0039, 66.0), 5: (0.115, 2750.0), 6: (0.13, 245.0), 7: (0.0125, 64.0), 8: (0.6, 4930.0),
    9: (0.013, 2660.0),
}  # fmt: skip

#: The field ``area_m2`` may differ from the geodesic area by this share: what editors round.
_STALE_SHARE = 0.001


def attribute_issues(subjects: Sequence[Subject], check: Callable[[], None] = lambda: None) -> list[Issue]:
    """Find what is wrong with the fields of sectors, one by one and together."""
    found: list[Issue] = []
    for subject in subjects:
        check()
        found += _class_issues(subject)
        found += _date_issues(subject)
        found += _agency_issues(subject)
        found += _review_issues(subject)
        found += _size_issues(subject)
    return [*found, *_duplicate_names(subjects), *_duplicate_uuids(subjects)]


def _text(subject: Subject, name: str) -> str:
    value = subject.values.get(name)
    return "" if value is None else str(value).strip()


def _class_issues(subject: Subject) -> Iterator[Issue]:
    code = subject.code
    if code is None:
        given = subject.values.get("_class")
        what = f"'{given}' as class, which is none of LAMES" if given not in (None, "") else "no class"
        yield Issue("unknown-class", "error", f"{subject.label} has {what}.", (subject,), facts={"value": str(given)})
        return
    if code == OTHER:
        message = f"{subject.label} has class 0 (other): ground that is no mining sector."
        yield Issue("class-other", "hint", message, (subject,))
    key = subject.values.get("class_key")
    if key not in (None, "", BY_CODE[code].key):
        fix = _set(subject, "class_key", key, BY_CODE[code].key, is_safe=True)
        message = f"{subject.label} has class {code} but class_key '{key}'."
        yield Issue("class-key", "error", message, (subject,), fix=fix)


def _set(subject: Subject, name: str, before: Any, after: Any, *, is_safe: bool) -> Fix:
    what = f"Set {name} to '{after}'." if isinstance(after, str) else f"Set {name} to {after:.1f}."
    values = {subject.number: {name: after}}
    return Fix(what, is_safe, values=values, before=f"{name}: {before}", after=f"{name}: {after}")


def _date_issues(subject: Subject) -> Iterator[Issue]:
    for name in _DATE_FIELDS:
        text = _text(subject, name)
        if text and not is_iso_date(text):
            after = mended_date(text)
            fix = _set(subject, name, text, after, is_safe=False) if after else None
            message = f"The field {name} of {subject.label} is '{text}', which is no date as 2024-03-14."
            kind, facts = f"bad-{name}", {"field": name, "value": text}
            yield Issue(kind, "error", message, (subject,), detail=name, facts=facts, fix=fix)
    if not _text(subject, "date"):
        yield Issue("missing-date", "warning", f"{subject.label} has no image date.", (subject,))


def _agency_issues(subject: Subject) -> Iterator[Issue]:
    agencies = [agency for agency in _text(subject, "system").split(",") if agency.strip()]
    if not agencies:
        yield Issue("missing-system", "warning", f"{subject.label} does not say who took its image.", (subject,))
    elif len(agencies) > 1 and not _text(subject, "date2"):
        message = f"{subject.label} names {len(agencies)} agencies but only one image date."
        yield Issue("dual-agency", "warning", message, (subject,), facts={"system": _text(subject, "system")})
    match, site = _LAMES_NAME.fullmatch(subject.name), _text(subject, "site_id")
    if match and site and match[1] != site:
        message = f"{subject.label} belongs to site '{site}' but its name says '{match[1]}'."
        yield Issue("name-site", "warning", message, (subject,))


def _review_issues(subject: Subject) -> Iterator[Issue]:
    state = _text(subject, "state")
    if state and state not in STATES:
        message = f"{subject.label} has the review state '{state}', which there is not."
        yield Issue("unknown-state", "error", message, (subject,), facts={"state": state})
    if state in (APPROVED, PUBLISHED):
        lacking = [name for name in ("date", "system", "reviewer") if not _text(subject, name)]
        if lacking:
            message = f"{subject.label} is {state} but lacks: {', '.join(lacking)}."
            yield Issue("unfounded-approval", "error", message, (subject,), facts={"missing": lacking})
    if state == REJECTED and not _text(subject, "comment"):
        yield Issue("unfounded-rejection", "warning", f"{subject.label} is rejected without a reason.", (subject,))


def _size_issues(subject: Subject) -> Iterator[Issue]:
    area = enclosed_area_m2(subject.geometry) if subject.geometry is not None else 0.0
    if not area:
        return
    given = subject.values.get("area_m2")
    is_stale = isinstance(given, (int, float)) and abs(given - area) > max(1.0, _STALE_SHARE * area)
    if is_stale and shapely.is_valid(subject.geometry):
        fix = _set(subject, "area_m2", given, area, is_safe=True)
        message = f"The field area_m2 of {subject.label} is {given:.1f}; its ground measures {area:.1f} m2."
        yield Issue("stale-area", "warning", message, (subject,), area_m2=area, fix=fix)
    usual = unusual_size(subject.code, area)
    if usual is not None:
        low, high = usual
        name = BY_CODE[subject.code or 0].title.lower()
        message = (
            f"{subject.label} measures {area / 1e4:.4g} ha; a sector of the class '{name}' has between {low:g} and "
            f"{high:g} ha."
        )
        yield Issue("implausible-size", "hint", message, (subject,), area_m2=area, facts={"low": low, "high": high})


def unusual_size(code: int | None, area_m2: float) -> tuple[float, float] | None:
    """Return the hectares that sectors of a class have, where an area lies beyond them; else None."""
    low, high = _PLAUSIBLE_HA.get(code if code is not None else -1, (0.0, float("inf")))
    return (low, high) if area_m2 >= SMALLEST_M2 and not low <= area_m2 / 1e4 <= high else None


def _groups(subjects: Sequence[Subject], key: Callable[[Subject], str]) -> list[list[Subject]]:
    groups: dict[str, list[Subject]] = {}
    for subject in subjects:
        if key(subject):
            groups.setdefault(key(subject), []).append(subject)
    return [group for group in groups.values() if len(group) > 1]


def _duplicate_names(subjects: Sequence[Subject]) -> Iterator[Issue]:
    """Yield one issue for each name that several sectors of one image bear; parts of one import share theirs."""
    taken = {subject.name for subject in subjects}
    for group in _groups(subjects, lambda s: f"{s.name}\0{s.values.get('scene_id') or ''}" if s.name else ""):
        values = {}
        for subject in group[1:]:
            new = _free_name(subject.name, taken)
            taken.add(new)
            values[subject.number] = {"Name": new}
        names = ", ".join(str(value["Name"]) for value in values.values())
        fix = Fix(
            f"Call the later ones {names}.", False, values=values, before=f"Name: {group[0].name}",
            after=f"Name: {names}",
        )  # fmt: skip
        where = _together(group)
        message = f"{len(group)} sectors are called '{group[0].name}'."
        facts = {"name": group[0].name, "count": len(group)}
        yield Issue("duplicate-name", "warning", message, tuple(group), where, facts=facts, fix=fix)


def _together(group: Sequence[Subject]) -> Any:
    shapes = [subject.geometry for subject in group if subject.geometry is not None]
    return shapely.envelope(shapely.geometrycollections(shapes)) if shapes else None


def _free_name(name: str, taken: set[str]) -> str:
    match = _LAMES_NAME.fullmatch(name)
    stem = match[1] if match else name
    numbers = [int(m[2]) for m in map(_LAMES_NAME.fullmatch, taken) if m and m[1] == stem]
    number = max(numbers, default=1) + 1
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"


def _duplicate_uuids(subjects: Sequence[Subject]) -> Iterator[Issue]:
    """Yield one issue for each identity of several sectors; the same file gives the later ones the same new ones."""
    taken = {subject.uuid for subject in subjects}
    for group in _groups(subjects, lambda subject: subject.uuid):
        values = {s.number: {"uuid": _free_uuid(s, taken)} for s in group[1:]}
        fix = Fix(f"Give {labels(group[1:])} an identity of its own.", True, values=values, before=group[0].uuid)
        message = f"{labels(group)} share the identity {group[0].uuid}."
        detail = "+".join(str(subject.number) for subject in group)
        yield Issue("duplicate-uuid", "error", message, tuple(group), _together(group), detail, fix=fix)


def _free_uuid(subject: Subject, taken: set[str]) -> str:
    """Return an identity made from the one that a sector shares and from its own shape; it is ``taken`` then."""
    shape = "" if subject.geometry is None else shapely.to_wkb(subject.geometry, hex=True, byte_order=1)
    number, free = 0, subject.uuid
    while free in taken:
        number += 1
        free = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{subject.uuid}\n{shape}\n{number}"))
    taken.add(free)
    return free
