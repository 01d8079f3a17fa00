"""What a report is written from, and what its sections call sites and sectors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mining_monitor.contract.report import SiteReportRequest
from mining_monitor.engine.monitoring.rates import date_range
from mining_monitor.engine.monitoring.sector_map import SITE_CODE, SectorMap, name_of
from mining_monitor.engine.reporting.generalise import SENSITIVE_CODES
from mining_monitor.engine.reporting.report_cells import Cells
from mining_monitor.engine.reporting.report_figures import Figures, SiteFigures
from mining_monitor.engine.reporting.report_history import History
from mining_monitor.engine.reporting.report_words import Words
from mining_monitor.schema.classes import BY_CODE


@dataclass(frozen=True)
class ReportData:
    """What a report is written from; ``before`` are the sectors of the earlier date, ``cells`` those of the matrix."""

    request: SiteReportRequest
    words: Words
    sectors: SectorMap
    before: SectorMap | None
    figures: Figures
    history: History
    cells: Cells


def site_of(row: object) -> str:
    """Return the ``site_id`` of a sector as text."""
    value = row.get("site_id") if hasattr(row, "get") else None
    return "" if value is None else str(value).strip()


def is_open(sectors: SectorMap) -> SectorMap:
    """Return the sectors whose places may be shown: all but artisanal ones (DOMAIN 4.5)."""
    return sectors.only(~np.isin(sectors.codes, SENSITIVE_CODES))


def dates_text(sectors: SectorMap) -> str:
    """Return the image dates of sectors."""
    return " – ".join(date_range(sectors)) or "-"


def site_title(words: Words, name: str) -> str:
    """Return what a site is called; the sectors of no site have a title, too."""
    return f"{words['site']} {name}" if name else words["no_site"]


def site_anchor(number: int) -> str:
    """Return the id of a site's section in the page."""
    return f"site-{number}"


def earlier_of(data: ReportData, site: SiteFigures) -> SectorMap | None:
    """Return the sectors of a site at the date before, by the names that it had then."""
    if data.before is None:
        return None
    ids = {site.name, *(site.change.before_ids if site.change else ())}
    return is_open(data.before.only(np.array([site_of(row) in ids for row in data.before.rows], dtype=bool)))


def before_by_class(data: ReportData) -> list[tuple[str, str]]:
    """Return the sectors of the date before by the key of their class."""
    if data.before is None:
        return []
    names: dict[str, list[str]] = {}
    before = is_open(data.before)
    for code, row in zip(before.codes.tolist(), before.rows, strict=True):
        if code != SITE_CODE:
            names.setdefault(BY_CODE[code].key, []).append(name_of(row))
    return [(key, ", ".join(filter(None, listed)) or f"{len(listed)}") for key, listed in sorted(names.items())]
