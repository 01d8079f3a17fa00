"""Change between dates: what is asked of ``engine.monitoring``, and its answers; areas as in contract/numbers.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Dict, Optional, Tuple

from mining_monitor.contract.numbers import MIN_AREA_M2, TOLERANCE_M, SectorSource
from mining_monitor.contract.results import Notice


@dataclass(frozen=True)
class Transition:
    """Ground that was of one class and became another one; ``significant_m2`` passes tolerance and least area."""

    before: int
    after: int
    area_m2: float
    significant_m2: float


@dataclass(frozen=True)
class ClassChange:
    """A class at both dates, on ground that both could observe; rates per year, None where undefined.

    ``rate`` is ln(after / before) / years (DOMAIN 3.4), ``yearly_m2`` the difference by the years.
    """

    code: int
    key: str
    before_m2: float
    after_m2: float
    rate: Optional[float] = None
    yearly_m2: Optional[float] = None


@dataclass(frozen=True)
class SiteChange:
    """A site through time.

    ``status``: ``new``, ``expanded``, ``contracted``, ``stable``, ``dormant``, ``revegetated`` or ``not observed``.
    ``before_ids`` and ``after_ids`` are the names that the sectors carry: several where sites grew together or split.
    """

    site: str
    status: str
    before_m2: float
    after_m2: float
    expansion_m2: float
    reclamation_m2: float
    conversion_m2: float
    not_observed_m2: float
    rate: Optional[float] = None
    before_ids: Tuple[str, ...] = ()
    after_ids: Tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangeResult:
    """Change between two dates.

    Attributes
    ----------
    codes : tuple of int
        Of the matrix's rows (before) and columns (after); 255 = not observed at that date.
    matrix_m2 : tuple of tuple of float
        Rows sum to the totals before, columns to the totals after. Ground that is ``other`` at both dates counts
        only where it is known what was observed.
    expansion_m2, reclamation_m2, conversion_m2 : float
        Wider than ``tolerance_m`` and larger than ``min_area_m2``; ``suppressed_m2`` did not pass.
    not_observed_m2 : dict
        ``before``, ``after``: mapped ground of the other date that this date could not observe.
    before_at, after_at : tuple of str
        First and last image date of each.
    """

    codes: Tuple[int, ...]
    matrix_m2: Tuple[Tuple[float, ...], ...]
    transitions: Tuple[Transition, ...]
    expansion_m2: float
    reclamation_m2: float
    conversion_m2: float
    suppressed_m2: float
    not_observed_m2: Dict[str, float]
    classes: Tuple[ClassChange, ...]
    sites: Tuple[SiteChange, ...]
    before_at: Tuple[str, ...] = ()
    after_at: Tuple[str, ...] = ()
    years: Optional[float] = None
    tolerance_m: float = TOLERANCE_M
    min_area_m2: float = MIN_AREA_M2
    output: Optional[str] = None
    table: Optional[str] = None
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class DetectChangeRequest:
    """Compare sectors of two dates (CONTRACT 1 ``detectchange``).

    Attributes
    ----------
    before, after : SectorSource
    tolerance_m : float
        Changes narrower than this are differences of co-registration (DOMAIN 3.4: 12 m Sentinel-2 to Sentinel-2,
        20 m Sentinel-2 to high resolution).
    min_area_m2 : float
    output : str or None
        .gpkg or .geojson: polygons of change (fields: ``schema/sample.py``).
    table : str or None
        .csv: the matrix.
    dormant_years : float
        A site that has not changed for so long is dormant, not stable.
    """

    before: SectorSource
    after: SectorSource
    tolerance_m: float = TOLERANCE_M
    min_area_m2: float = MIN_AREA_M2
    output: Optional[str] = None
    table: Optional[str] = None
    dormant_years: float = 3.0

    TYPE: ClassVar[str] = "detect-change"
    RESULT: ClassVar[type] = ChangeResult


@dataclass(frozen=True)
class SeriesPoint:
    """A class (None: all) at one date: its area, the part of it on ground that every date observed, and change."""

    at: str
    code: Optional[int]
    key: str
    area_m2: float
    comparable_m2: float
    rate: Optional[float] = None


@dataclass(frozen=True)
class SiteSeries:
    """A site's status and area at each date of a series, in their order."""

    site: str
    status: Tuple[str, ...]
    area_m2: Tuple[float, ...]


@dataclass(frozen=True)
class TimeSeriesResult:
    """Areas over time; ``changes`` are the steps from each date to the next."""

    dates: Tuple[str, ...]
    points: Tuple[SeriesPoint, ...]
    changes: Tuple[ChangeResult, ...]
    sites: Tuple[SiteSeries, ...]
    table: Optional[str] = None
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class TimeSeriesRequest:
    """Follow sectors over any number of dates, each a source of its own; the order does not matter."""

    states: Tuple[SectorSource, ...]
    tolerance_m: float = TOLERANCE_M
    min_area_m2: float = MIN_AREA_M2
    table: Optional[str] = None
    dormant_years: float = 3.0

    TYPE: ClassVar[str] = "time-series"
    RESULT: ClassVar[type] = TimeSeriesResult


REQUESTS = (DetectChangeRequest, TimeSeriesRequest)
