"""What is wrong with a sector, where, and what would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely

#: Decimals of a coordinate in the list of issues: about 1 mm.
_WKT_DECIMALS = 8


@dataclass(frozen=True)
class Subject:
    """A sector as the checks see it.

    Attributes
    ----------
    number : int
        From 1, in the order of the file.
    values : mapping
        Fields of CONTRACT 3 by name; what the file does not have is absent, null is None.
    geometry : shapely geometry or None
        EPSG:4326, 2-D; may be invalid, may have several parts.
    """

    number: int
    values: Mapping[str, Any]
    geometry: Any

    @property
    def name(self) -> str:
        """What a person calls it."""
        return str(self.values.get("Name") or "").strip()

    @property
    def label(self) -> str:
        """Its name for a sentence; its number where it has none."""
        return f"'{self.name}'" if self.name else f"No. {self.number}"

    @property
    def code(self) -> int | None:
        """Its LAMES code, None where there is none of 0..9."""
        value = self.values.get("class")
        return value if isinstance(value, int) and 0 <= value <= 9 else None

    @property
    def uuid(self) -> str:
        """Its identity, or empty."""
        return str(self.values.get("uuid") or "")


@dataclass(frozen=True)
class Fix:
    """What would mend an issue.

    Attributes
    ----------
    what : str
        A sentence.
    is_safe : bool
        Nothing that a person meant can be lost by it.
    values : mapping
        Number of the sector -> fields to set.
    geometries, add, remove : mapping
        Number of the sector -> its new geometry; ground that it gains; ground that it loses.
    before, after : str
        The same for a person: WKT or text.
    area_change_m2 : float
    """

    what: str
    is_safe: bool
    values: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    geometries: Mapping[int, Any] = field(default_factory=dict)
    add: Mapping[int, Any] = field(default_factory=dict)
    remove: Mapping[int, Any] = field(default_factory=dict)
    before: str = ""
    after: str = ""
    area_change_m2: float = 0.0


@dataclass(frozen=True)
class Issue:
    """One thing that is wrong.

    Attributes
    ----------
    kind : str
        Stable; a code for translation.
    severity : str
        ``error``, ``warning`` or ``hint``.
    message : str
    subjects : tuple of Subject
        The sectors concerned, the one to look at first; empty for what is wrong with no sector.
    where : shapely geometry or None
        The ground concerned, EPSG:4326.
    detail : str
        Tells issues of one kind on one sector apart (a field, a site).
    """

    kind: str
    severity: str
    message: str
    subjects: tuple[Subject, ...] = ()
    where: Any = None
    detail: str = ""
    area_m2: float | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    fix: Fix | None = None

    @property
    def issue_id(self) -> str:
        """An identifier that is the same whenever the same file is looked at again."""
        who = "+".join(subject.uuid or f"#{subject.number}" for subject in self.subjects)
        return ":".join(part for part in (self.kind, who, self.detail) if part)

    @property
    def point(self) -> Any:
        """A point to zoom to, or None."""
        where = self.where
        if where is None and self.subjects:
            where = self.subjects[0].geometry
        if where is None or shapely.is_empty(where):
            return None
        point = shapely.point_on_surface(shapely.make_valid(where))
        return None if shapely.is_empty(point) else point


def count_by_kind(issues: Iterable[Issue]) -> dict[str, int]:
    """Count issues by kind, in the order of the kinds' names."""
    return count(issue.kind for issue in issues)


def count(keys: Iterable[str]) -> dict[str, int]:
    """Count equal texts, in their order."""
    found: dict[str, int] = {}
    for key in keys:
        found[key] = found.get(key, 0) + 1
    return dict(sorted(found.items()))


def in_order(issues: Iterable[Issue]) -> list[Issue]:
    """Sort issues: errors first, then by the order of the file."""
    ranks = {"error": 0, "warning": 1, "hint": 2}
    return sorted(issues, key=lambda i: (ranks[i.severity], i.subjects[0].number if i.subjects else 0, i.issue_id))


def wkt_of(geometry: Any) -> str:
    """Return a geometry as text for the list of issues; empty for None."""
    return "" if geometry is None else str(shapely.to_wkt(geometry, rounding_precision=_WKT_DECIMALS))


def labels(subjects: Sequence[Subject], most: int = 5) -> str:
    """Name sectors in a sentence."""
    names = [subject.label for subject in subjects[:most]]
    return ", ".join(names) + (f" and {len(subjects) - most} more" if len(subjects) > most else "")
