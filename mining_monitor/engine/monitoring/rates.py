"""Dates of a map and rates of change (DOMAIN 3.4)."""

from __future__ import annotations

import datetime
import math
import re

import numpy as np

from mining_monitor.engine.monitoring.sector_map import SectorMap

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?")

_DAYS_PER_YEAR = 365.25

#: Seasons differ when the days of the year lie farther apart (DOMAIN 3.4: same month, 30 days more or less).
_SEASON_DAYS = 30


def parse_date(text: object) -> datetime.date | None:
    """Return the day of an ISO 8601 date; the middle of a month or a year; None where it is no date."""
    match = _ISO.fullmatch(str(text or "").strip())
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        if month is None:
            return datetime.date(int(year), 7, 1)
        if day is None:
            return datetime.date(int(year), int(month), 15)
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def date_of(sectors: SectorMap, index: int) -> str:
    """Return the image date of a sector as text; the map's where it has none; empty where nobody says."""
    row = sectors.rows[index]
    for name in ("observed_at", "date"):
        if parse_date(row.get(name)) is not None:
            return str(row[name]).strip()[:10]
    return sectors.observed_at[-1] if sectors.observed_at else ""


def date_range(sectors: SectorMap) -> tuple[str, ...]:
    """Return the first and the last image date of a map; one where they are the same, none where nobody says."""
    dates = {date_of(sectors, index) for index in range(len(sectors))} | set(sectors.observed_at)
    known = sorted(date for date in dates if parse_date(date) is not None)
    return () if not known else tuple(dict.fromkeys((known[0], known[-1])))


def mean_date(sectors: SectorMap) -> datetime.date | None:
    """Return the mean image date of the mapped ground (weighted by area), else of what was observed."""
    dated = [(parse_date(date_of(sectors, i)), sectors.whole_m2[i]) for i in range(len(sectors))]
    days = [(date.toordinal(), weight) for date, weight in dated if date is not None]
    if not days:
        days = [(date.toordinal(), 1.0) for text in sectors.observed_at if (date := parse_date(text)) is not None]
    if not days:
        return None
    ordinals, weights = np.array(days, dtype=np.float64).T
    mean = np.average(ordinals, weights=weights) if weights.sum() > 0 else ordinals.mean()
    return datetime.date.fromordinal(round(float(mean)))


def years_between(first: datetime.date | None, second: datetime.date | None) -> float | None:
    """Return the years from one date to another; None where one is not known."""
    if first is None or second is None:
        return None
    return (second - first).days / _DAYS_PER_YEAR


def is_other_season(first: datetime.date | None, second: datetime.date | None) -> bool:
    """Tell whether two dates lie in different seasons."""
    if first is None or second is None:
        return False
    apart = abs(first.timetuple().tm_yday - second.timetuple().tm_yday)
    return min(apart, 366 - apart) > _SEASON_DAYS


def annual_rate(before_m2: float, after_m2: float, years: float | None) -> float | None:
    """Return ln(A2 / A1) / (t2 - t1); None where an area or the time is 0 or not known.

    References
    ----------
    DOMAIN 3.4; Puyravaud 2003, "Standardizing the calculation of the annual rate of deforestation".
    """
    if not years or years <= 0 or before_m2 <= 0 or after_m2 <= 0:
        return None
    return math.log(after_m2 / before_m2) / years


def yearly(before_m2: float, after_m2: float, years: float | None) -> float | None:
    """Return the difference of areas by the years between them."""
    return (after_m2 - before_m2) / years if years and years > 0 else None
