"""The report: what is asked of ``engine.reporting``, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Optional, Tuple

from mining_monitor.contract.numbers import MIN_AREA_M2, TOLERANCE_M, SectorSource
from mining_monitor.contract.results import Notice

#: Languages that reports are written in; the first one where nobody says.
LANGUAGES: Tuple[str, ...] = ("en", "es", "fr", "pt")


@dataclass(frozen=True)
class SiteReportResult:
    """A written report.

    ``content_sha256`` covers everything but the time at which it was made: the same input gives the same one.
    """

    output: str
    sites: int
    sectors: int
    content_sha256: str
    table: Optional[str] = None
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class SiteReportRequest:
    """Write a report on sites (CONTRACT 1 ``sitereport``).

    Attributes
    ----------
    source : SectorSource
    output : str
        .html to write; it needs no other file and no network.
    sites : tuple of str
        ``site_id`` of the sites; empty: all.
    compare : SectorSource or None
        The sectors of an earlier date.
    image, compare_image : str
        Images behind the maps: of the date, and of the earlier one.
    attribution : str
        Text that the owner of the imagery wants printed.
    accuracy : str
        .json that ``assessaccuracy`` wrote; gives areas their intervals.
    table : str or None
        .csv with every figure.
    title, organisation, operator : str
    template : str
        .html with the names of the sections as ``$name``; empty: the one that is shipped.
    tolerance_m, min_area_m2 : float
        What counts as a change.
    language : str
        One of ``LANGUAGES``.
    """

    source: SectorSource
    output: str
    sites: Tuple[str, ...] = ()
    compare: Optional[SectorSource] = None
    image: str = ""
    compare_image: str = ""
    attribution: str = ""
    accuracy: str = ""
    table: Optional[str] = None
    title: str = ""
    organisation: str = ""
    operator: str = ""
    template: str = ""
    tolerance_m: float = TOLERANCE_M
    min_area_m2: float = MIN_AREA_M2
    language: str = LANGUAGES[0]

    TYPE: ClassVar[str] = "site-report"
    RESULT: ClassVar[type] = SiteReportResult


REQUESTS = (SiteReportRequest,)
