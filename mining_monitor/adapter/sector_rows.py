"""One row of the list of sectors: what it shows, how it sorts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Dict, Optional, Tuple

from mining_monitor.adapter.compat import number_of, text_of
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.styles import class_short_titles, class_titles, state_titles
from mining_monitor.schema.review import APPROVED, DRAFT, EDITED, IN_REVIEW, PUBLISHED, REJECTED

#: Columns, in order.
CLASS, NAME, AREA, CONFIDENCE, STATE = range(5)

#: Fields that a row is made of.
ROW_FIELDS = ("uuid", "Name", "class", "area_m2", "confidence", "state", "comment", "site_id")

#: Order of the states when the list is sorted by them.
_STATE_ORDER = {DRAFT: 0, IN_REVIEW: 1, EDITED: 2, "": 0, REJECTED: 3, APPROVED: 4, PUBLISHED: 5}


@dataclass(frozen=True)
class SectorRow:
    """What the list shows of a sector; ``confidence`` is None for one drawn by hand."""

    fid: int
    uuid: str
    name: str
    code: Optional[int]
    area_m2: Optional[float]
    confidence: Optional[float]
    state: str
    comment: str = ""
    site: str = ""

    def has(self, text: str) -> bool:
        """Tell whether a text in lower case is in the name, the site or the comment, or begins the identity."""
        return text in f"{self.name}\n{self.site}\n{self.comment}".lower() or self.uuid.lower().startswith(text)


def area_text(area_m2: Optional[float]) -> str:
    """Write an area: hectares below 100 ha, square kilometres above (UX)."""
    if area_m2 is None:
        return ""
    hectares = area_m2 / 1e4
    return f"{hectares:.2f} ha" if hectares < 100 else f"{hectares / 100:.2f} km²"


#: Sorting key of each column.
SORT_KEYS: Dict[int, Callable[[SectorRow], Any]] = {
    CLASS: lambda row: (-1 if row.code is None else row.code, -(row.area_m2 or 0.0)),
    NAME: lambda row: (row.name.lower() or row.uuid,),
    AREA: lambda row: (row.area_m2 or 0.0,),
    CONFIDENCE: lambda row: (-1.0 if row.confidence is None else row.confidence,),
    STATE: lambda row: (_STATE_ORDER.get(row.state, 0), -(row.area_m2 or 0.0)),
}


def make_row(feature: Any, columns: Tuple[int, ...]) -> SectorRow:
    """Make the row of a feature; ``columns`` are the places of ``ROW_FIELDS`` in it, -1 for one that is absent."""
    values = feature.attributes()
    found = [values[c] if 0 <= c < len(values) else None for c in columns]
    uuid, name, code, area, confidence, state, comment, site = found
    number = number_of(code)
    return SectorRow(
        feature.id(), text_of(uuid), text_of(name), None if number is None else int(number), number_of(area),
        number_of(confidence), text_of(state), text_of(comment), text_of(site),
    )  # fmt: skip


def cell_text(row: SectorRow, column: int) -> str:
    """Return what a cell shows."""
    if column == CLASS:
        return class_short_titles().get(-1 if row.code is None else row.code, "?")
    if column == NAME:
        return row.name or row.uuid[:8]
    if column == AREA:
        return area_text(row.area_m2)
    if column == CONFIDENCE:
        return "" if row.confidence is None else f"{100 * row.confidence:.0f} %"
    return state_titles().get(row.state, row.state)


def tool_tip(row: SectorRow) -> str:
    """Return the class in full and what the confidence means."""
    title = class_titles().get(-1 if row.code is None else row.code, "?")
    if row.confidence is None:
        return tr("{}: drawn by hand").format(title)
    return f"{title}: " + tr("Mean score of the class over the polygon: {:.2f}").format(row.confidence)
