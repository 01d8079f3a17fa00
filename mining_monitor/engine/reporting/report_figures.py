"""The figures of a report: what is known of each site, each with the sectors that it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.change import ChangeResult, SiteChange
from mining_monitor.contract.numbers import AreaRow
from mining_monitor.engine.monitoring.areas import Units, area_rows
from mining_monitor.engine.monitoring.rates import date_of
from mining_monitor.engine.monitoring.sector_map import SITE_CODE, SectorMap, name_of
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.generalise import SENSITIVE_CODES, area_range
from mining_monitor.schema.classes import BY_KEY

_TSF = BY_KEY["tsf"].code


@dataclass(frozen=True)
class SiteFigures:
    """One site: its sectors, its areas by class (the first row: all classes), what changed, its tailings facilities."""

    name: str
    sectors: SectorMap
    areas: Sequence[AreaRow]
    change: SiteChange | None
    tailings: Sequence[tuple[str, float, str]]


@dataclass(frozen=True)
class ImageRow:
    """An image that sectors were drawn on."""

    date: str
    scene: str
    system: str
    gsd_m: str
    sectors: int


@dataclass(frozen=True)
class Figures:
    """Everything that a report says in numbers."""

    sites: Sequence[SiteFigures]
    totals: Sequence[AreaRow]
    images: Sequence[ImageRow]
    people: Sequence[tuple[str, str, str, int]]
    states: Mapping[str, int]
    artisanal: Mapping[str, int]
    change: ChangeResult | None
    accuracy: Mapping[str, Any] | None


def gather(
    sectors: SectorMap, units: Units, change: ChangeResult | None, accuracy: Mapping[str, Any] | None, job: Job
) -> Figures:
    """Gather the figures; artisanal sites are only counted, by binned area (DOMAIN 4.5)."""
    is_sensitive = np.isin(sectors.codes, SENSITIVE_CODES)
    artisanal = _counts(area_range(area) for area in sectors.whole_m2[is_sensitive].tolist())
    open_ = sectors.only(~is_sensitive)
    labels = np.array([_text(row.get("site_id")) for row in open_.rows], dtype=object)
    by_site = {site.site: site for site in change.sites} if change else {}
    sites = [_site(open_, labels, str(name), units, by_site, job) for name in sorted(set(labels.tolist()))]
    totals = area_rows(open_, units, "total", [""] * len(open_), job)
    states = _counts(_text(row.get("state")) or "-" for row in open_.rows)
    return Figures(sites, totals, _images(open_), _people(open_), states, artisanal, change, accuracy)


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _counts(values: Any) -> dict[str, int]:
    listed = list(values)
    return {value: listed.count(value) for value in sorted(set(listed))}


def _site(
    sectors: SectorMap, labels: npt.NDArray[Any], name: str, units: Units, changes: Mapping[str, SiteChange], job: Job
) -> SiteFigures:
    own = sectors.only(labels == name)
    areas = area_rows(own, units, "site_id", [name] * len(own), job)
    found = changes.get(name) or next((c for c in changes.values() if name in c.after_ids), None)
    tailings = [
        (name_of(row), float(own.whole_m2[index]), date_of(own, index))
        for index, row in enumerate(own.rows)
        if own.codes[index] == _TSF
    ]
    return SiteFigures(name, own, areas, found, tailings)


def _images(sectors: SectorMap) -> list[ImageRow]:
    rows: dict[tuple[str, str, str, str], int] = {}
    for index, row in enumerate(sectors.rows):
        gsd = row.get("gsd_m")
        key = (
            date_of(sectors, index), _text(row.get("scene_id")), _text(row.get("system")),
            f"{gsd:g}" if isinstance(gsd, (int, float)) else "",
        )  # fmt: skip
        rows[key] = rows.get(key, 0) + 1
    return [ImageRow(*key, count) for key, count in sorted(rows.items())]


def _people(sectors: SectorMap) -> list[tuple[str, str, str, int]]:
    """Return editor, reviewer, last day of review and number of sectors."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in sectors.rows:
        editor, reviewer = _text(row.get("editor")), _text(row.get("reviewer"))
        if editor or reviewer:
            found.setdefault((editor, reviewer), []).append(_text(row.get("reviewed_at"))[:10])
    return [(editor, reviewer, max(days), len(days)) for (editor, reviewer), days in sorted(found.items())]


def mining(sectors: SectorMap) -> npt.NDArray[np.bool_]:
    """Tell which sectors count in totals: all but whole-site extents."""
    return np.asarray(sectors.codes != SITE_CODE)
