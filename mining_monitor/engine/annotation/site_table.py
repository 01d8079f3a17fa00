"""The published table of site metadata (DOMAIN 1.6): Windows-1252, semicolons, decimal commas, spreadsheet damage."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.engine.annotation.site_position import Coordinate, read_coordinate
from mining_monitor.engine.files import is_device

_MAX_BYTES = 64 << 20
_COLUMNS = 31
_NULLS = {"", "-", "n/a", "na", "none", "?"}

#: Columns of metal, grade and production for the four commodities.
_COMMODITIES = ((10, 11, 12), (13, 14, 15), (16, 17, 18), (19, 20, 21))

#: Fragments of the spellings in the table, in the order in which they decide (DOMAIN 1.6: 19 spellings, 7 values).
_STATUSES = (
    ("landfill", "landfill"), ("reclam", "reclamation"), ("explor", "exploration"), ("decom", "decommissioned"),
    ("closed", "decommissioned"), ("abandon", "decommissioned"), ("care", "care and maintenance"),
    ("restart", "care and maintenance"), ("stopped", "care and maintenance"), ("suspend", "care and maintenance"),
    ("operation", "operational"), ("active", "operational"),
)  # fmt: skip

#: A spelling that takes back what it names: "inactive", "not in operation". It means none of the seven values.
_NEGATED = re.compile(r"\binactiv|\b(?:not|non|never|ceased|no longer|out of)\b")

#: What may stand behind an amount and leave it what it is: ``%%``, ``(equivalent)``, a footnote, ``t/a0``. Anything
#: else may be more of the number, or a unit that makes it another one.
_HARMLESS_REST = re.compile(r"^(?:%|\*+|\(.*|0)$")

_AMOUNT = re.compile(r"^(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>%|ppm|t/a|kg/a|oz|g/t)?(?P<rest>.*)$")
_GROUPED = re.compile(r"^\d{1,3}\.\d{3}$")

#: Increments of one below this may be real figures.
_AUTOFILL_FROM = 100


@dataclass(frozen=True)
class Amount:
    """A grade or a production: ``value`` None where the text is empty or ambiguous; ``unit`` empty when not stated."""

    value: float | None
    unit: str
    original: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Commodity:
    """A metal with its grade and yearly production."""

    metal: str
    grade: Amount
    production: Amount


@dataclass(frozen=True)
class SiteRecord:
    """One row of the table; texts trimmed, null where it says so in any of its ways."""

    site_id: str
    name: str
    mine: str
    status: str
    status_original: str
    mining_type: str
    processing: str
    latitude: Coordinate
    longitude: Coordinate
    position_original: str
    company: str
    rom_mt_a: float | None
    commodities: tuple[Commodity, ...]
    shareholders: tuple[str, ...]
    sources: tuple[str, ...]
    flags: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Autofill:
    """A column in which a spreadsheet has counted up one value over the rows of a mine."""

    mine: str
    column: str
    first: float
    site_ids: tuple[str, ...]
    values: tuple[float, ...]


@dataclass(frozen=True)
class SiteTable:
    """The records of a table and the damage that was found in it."""

    records: tuple[SiteRecord, ...]
    autofills: tuple[Autofill, ...]


def read_site_table(path: Path) -> SiteTable:
    """Read the table.

    Raises
    ------
    AnnotationsError
        It cannot be read, or it is another table.
    """
    rows = _rows(path)
    start = next((i for i, row in enumerate(rows) if row and row[0].strip() == "ID"), None)
    if start is None or len(rows[start]) < _COLUMNS or "Status" not in rows[start][3]:
        raise AnnotationsError(
            f"{path} is no table of site metadata as LAMES publishes it: it lacks the header 'ID;ID Name;Name_Mine;"
            "Status;...' with 31 columns. Choose metadata.csv.",
            path=str(path),
        )
    cells = [row + [""] * (_COLUMNS - len(row)) for row in rows[start + 1 :] if row and row[0].strip()]
    autofills = _autofills(cells)
    damaged = {site for autofill in autofills for site in autofill.site_ids}
    return SiteTable(tuple(_record(row, damaged) for row in cells), tuple(autofills))


def _rows(path: Path) -> list[list[str]]:
    try:
        if is_device(str(path)) or path.stat().st_size > _MAX_BYTES:
            raise AnnotationsError(f"{path} is no table of site metadata; choose metadata.csv.", path=str(path))
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise AnnotationsError(f"{path} cannot be read: {error}. Choose metadata.csv.", path=str(path)) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    try:
        return list(csv.reader(io.StringIO(text), delimiter=";"))
    except csv.Error as error:
        raise AnnotationsError(f"{path} is no table: {error}. Choose metadata.csv.", path=str(path)) from error


def clean(text: str) -> str:
    """Return a cell without blanks around it; empty for each of the table's ways to say null."""
    text = " ".join(text.split())
    return "" if text.lower() in _NULLS else text


def status_of(text: str) -> str:
    """Return which of ``SITE_STATUSES`` a spelling means; ``unknown`` when it says nothing or nothing known."""
    lower = clean(text).lower()
    if _NEGATED.search(lower):
        return "unknown"
    return next((status for fragment, status in _STATUSES if fragment in lower), "unknown")


def read_amount(text: str) -> Amount:
    """Read a number with its unit: decimal comma or point, ``%%``, units glued on.

    ``107.247`` could be a decimal or thousands: it is flagged ``ambiguous`` and not read. What goes on behind the
    number, as ``1,234,567``, ``1,00E+05``, ``20-30`` or ``1,2 Mt`` do, is ``unread``: a part of it would be wrong.
    """
    original = text.strip()
    plain = clean(text)
    if not plain:
        return Amount(None, "", original)
    match = _AMOUNT.match(plain)
    if match is None:
        return Amount(None, "", original, ("unread",))
    rest, value = match["rest"].strip(), float(match["number"].replace(",", "."))
    if (rest and not _HARMLESS_REST.match(rest)) or (rest == "0" and not match["unit"]) or not math.isfinite(value):
        return Amount(None, "", original, ("unread",))
    if _GROUPED.match(match["number"]) and match["unit"] in (None, "t/a", "kg/a", "oz"):
        return Amount(None, "", original, ("ambiguous",))
    return Amount(value, match["unit"] or "", original, ("odd-text",) if rest else ())


def _record(row: Sequence[str], damaged: set[str]) -> SiteRecord:
    site_id = row[0].strip()
    latitude, longitude = read_coordinate(row[6], "latitude"), read_coordinate(row[7], "longitude")
    if not clean(row[6]) and not clean(row[7]):
        latitude = longitude = Coordinate(None)
    rom = read_amount(row[9])
    commodities = tuple(
        Commodity(clean(row[metal]), read_amount(row[grade]), read_amount(row[production]))
        for metal, grade, production in _COMMODITIES
        if clean(row[metal])
    )
    flags = {*latitude.flags, *longitude.flags, *rom.flags}
    flags |= {flag for c in commodities for amount in (c.grade, c.production) for flag in amount.flags}
    flags |= {"autofill"} if site_id in damaged else set()
    return SiteRecord(
        site_id, clean(row[1]), clean(row[2]), status_of(row[3]), row[3].strip(), clean(row[4]).replace("->", "→"),
        clean(row[5]), latitude, longitude, f"{row[6].strip()} {row[7].strip()}".strip(), clean(row[8]), rom.value,
        commodities, tuple(filter(None, map(clean, row[22:27]))), tuple(filter(None, map(clean, row[27:31]))),
        tuple(sorted(flags)),
    )  # fmt: skip


def _autofills(rows: Sequence[Sequence[str]]) -> list[Autofill]:
    """Find columns where the figure of a mine grows by one from row to row (DOMAIN 1.6)."""
    by_mine: dict[str, list[Sequence[str]]] = {}
    for row in rows:
        if clean(row[2]):
            by_mine.setdefault(clean(row[2]), []).append(row)
    figures = [
        (f"{what} {number}", columns[place])
        for number, columns in enumerate(_COMMODITIES, 1)
        for place, what in ((1, "grade"), (2, "production"))
    ]
    found = [
        _autofill(mine, label, [(row[0].strip(), read_amount(row[column])) for row in group])
        for mine, group in by_mine.items()
        for label, column in figures
    ]
    return [autofill for autofill in found if autofill is not None]


def _autofill(mine: str, column: str, amounts: Sequence[tuple[str, Amount]]) -> Autofill | None:
    """Tell whether the figures of a mine are one figure counted up: whole numbers, steps of 0 or 1, at least one 1."""
    pairs = [(site, amount.value) for site, amount in amounts if amount.value is not None]
    values = [value for _, value in pairs]
    if len(values) < 2 or min(values) < _AUTOFILL_FROM or not all(value.is_integer() for value in values):
        return None
    is_counted = len(set(values)) > 1 and set(range(int(min(values)), int(max(values)) + 1)) == set(map(int, values))
    if not is_counted:
        return None
    return Autofill(mine, column, values[0], tuple(site for site, _ in pairs), tuple(values))
