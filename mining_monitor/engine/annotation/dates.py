"""Dates of images as people write them (DOMAIN 1.3)."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIMED = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")


def is_iso_date(text: str) -> bool:
    """Tell whether a text is a calendar date as 2024-03-14, blanks around it ignored."""
    match = _ISO.fullmatch(text.strip())
    return match is not None and _is_day(*map(int, match.groups()))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def mended_date(text: str) -> str | None:
    """Return the one date that a text can mean, or None.

    ``2017-13-01`` is read as year, day, month (DOMAIN 1.3), a timestamp loses its time. ``01/02/2017`` stays unread:
    day and month could be either way round.
    """
    text = text.strip()
    timed = _TIMED.fullmatch(text)
    if timed and is_iso_date(timed[1]):
        return timed[1]
    match = _ISO.fullmatch(text)
    if match:
        year, day, month = map(int, match.groups())
        return f"{year:04d}-{month:02d}-{day:02d}" if _is_day(year, month, day) else None
    return _from_slashes(text)


def _from_slashes(text: str) -> str | None:
    numbers = re.split(r"[./-]", text)
    if len(numbers) != 3 or not all(number.isdecimal() for number in numbers):
        return None
    if len(numbers[0]) == 4:
        year, month, day = map(int, numbers)
        return f"{year:04d}-{month:02d}-{day:02d}" if _is_day(year, month, day) else None
    first, second, year = map(int, numbers)
    if len(numbers[2]) != 4 or (first <= 12 and second <= 12 and first != second):
        return None
    day, month = (first, second) if first > 12 or first == second else (second, first)
    return f"{year:04d}-{month:02d}-{day:02d}" if _is_day(year, month, day) else None
