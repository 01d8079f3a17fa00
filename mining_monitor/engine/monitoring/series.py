"""Areas and sites over any number of dates: a chain of comparisons on one set of sites."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy.typing as npt
import shapely

from mining_monitor.contract.change import ChangeResult, SeriesPoint, SiteSeries, TimeSeriesRequest, TimeSeriesResult
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.engine.monitoring.areas import union_m2
from mining_monitor.engine.monitoring.change import ChangeRules, check_rules, compare, summarise
from mining_monitor.engine.monitoring.identity import site_labels
from mining_monitor.engine.monitoring.rates import annual_rate, mean_date, parse_date, years_between
from mining_monitor.engine.monitoring.sector_map import SITE_CODE, SectorMap, load_map, polygonal
from mining_monitor.engine.monitoring.sites import DORMANT, STABLE
from mining_monitor.engine.monitoring.tables import require_table, write_csv
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE, OTHER

#: ``status`` of a site at a date at which nothing of it is mapped, and at the first date.
ABSENT, FIRST = "absent", "first"

_LEAST_DATES = 2


@dataclass(frozen=True)
class DatedMap:
    """Sectors of one date."""

    at: datetime.date
    sectors: SectorMap


def follow(request: TimeSeriesRequest, job: Job) -> TimeSeriesResult:
    """Compare each date with the next one; write a table where it is asked for.

    Raises
    ------
    AnnotationsError, ParameterError, OutputError
    """
    require_table(request.table, (source.path for source in request.states))
    rules = ChangeRules(request.tolerance_m, request.min_area_m2, request.dormant_years)
    check_rules(rules)
    if len(request.states) < _LEAST_DATES:
        raise ParameterError(f"A series takes at least {_LEAST_DATES} dates; name more files.", name="states")
    maps = sorted((_dated(source, job) for source in request.states), key=lambda dated: dated.at)
    twice = [a.at for a, b in zip(maps, maps[1:]) if a.at == b.at]
    if twice:
        raise ParameterError(f"Two files have the date {twice[0]}; give each its own date.", name="states")
    sites = site_labels([dated.sectors for dated in maps])
    changes = [_step(*pair, rules, job) for pair in zip(maps, maps[1:], sites, sites[1:])]
    points = _points(maps, job)
    result = TimeSeriesResult(
        dates=tuple(str(dated.at) for dated in maps),
        points=points,
        changes=tuple(changes),
        sites=_site_series(maps, sites, changes, rules.dormant_years),
        table=request.table,
        warnings=_distinct(changes),
    )
    if request.table:
        write_csv(request.table, ("date", "class", "class_key", "area_m2", "comparable_m2", "rate"), (
            (p.at, p.code, p.key, round(p.area_m2, 3), round(p.comparable_m2, 3), p.rate) for p in points
        ))  # fmt: skip
    return result


def _dated(source: SectorSource, job: Job) -> DatedMap:
    sectors = load_map(source, job)
    at = parse_date(source.observed_at) if source.observed_at else mean_date(sectors)
    if at is None:
        raise ParameterError(f"{source.path} has no date; write DATE=FILE, for example 2021-05=mine.gpkg.", name="date")
    return DatedMap(at, sectors)


def _step(
    before: DatedMap, after: DatedMap, sites_before: npt.NDArray[Any], sites_after: npt.NDArray[Any],
    rules: ChangeRules, job: Job,
) -> ChangeResult:  # fmt: skip
    changes = compare(before.sectors, after.sectors, rules, job, (sites_before, sites_after))
    notices = (*before.sectors.notices, *after.sectors.notices)
    return summarise(changes, rules, notices)


def _distinct(changes: Sequence[ChangeResult]) -> tuple[Any, ...]:
    """Return each notice once."""
    found = {(notice.code, notice.message): notice for change in changes for notice in change.warnings}
    return tuple(found.values())


def _points(maps: Sequence[DatedMap], job: Job) -> tuple[SeriesPoint, ...]:
    """Return the area of each class, and of all, at each date; rates follow ground that every date observed."""
    common = _common_ground([dated.sectors for dated in maps])
    codes = sorted({code for dated in maps for code in dated.sectors.codes.tolist()} - {OTHER, SITE_CODE})
    points: list[SeriesPoint] = []
    before: dict[int | None, SeriesPoint] = {}
    for position, dated in enumerate(maps):
        job.check()
        comparable = dated.sectors if common is None else dated.sectors.cut(common)
        years = years_between(maps[position - 1].at, dated.at) if position else None
        for code in (None, *codes):
            area, shared = _area(dated.sectors, code), _area(comparable, code)
            last = before.get(code)
            rate = None if last is None else annual_rate(last.comparable_m2, shared, years)
            key = "all" if code is None else BY_CODE[code].key
            before[code] = SeriesPoint(str(dated.at), code, key, area, shared, rate)
            points.append(before[code])
    return tuple(points)


def _common_ground(maps: Sequence[SectorMap]) -> Any:
    """Return the ground that every date could observe; None where no date says."""
    grounds = [
        polygonal(shapely.union_all([sectors.observed, *sectors.geometries]))
        for sectors in maps
        if sectors.observed is not None
    ]
    if not grounds:
        return None
    common = grounds[0]
    for ground in grounds[1:]:
        common = polygonal(shapely.intersection(common, ground))
    return common


def _area(sectors: SectorMap, code: int | None) -> float:
    mining = (sectors.codes != OTHER) & (sectors.codes != SITE_CODE)
    return union_m2(sectors.geometries[mining if code is None else sectors.codes == code])


def _site_series(
    maps: Sequence[DatedMap], sites: Sequence[npt.NDArray[Any]], changes: Sequence[ChangeResult], dormant_years: float
) -> tuple[SiteSeries, ...]:
    steps = [{site.site: site.status for site in change.sites} for change in changes]
    series = []
    for name in sorted({str(site) for labels in sites for site in labels}):
        areas = [_area(dated.sectors.only(labels == name), None) for dated, labels in zip(maps, sites, strict=True)]
        if not any(areas):
            continue
        status = [FIRST if areas[0] > 0 else ABSENT]
        quiet_since = maps[0].at
        for dated, step in zip(maps[1:], steps, strict=True):
            word = step.get(name, ABSENT)
            if word not in (STABLE, DORMANT):
                quiet_since = dated.at
            elif (years_between(quiet_since, dated.at) or 0.0) >= dormant_years:
                word = DORMANT
            status.append(word)
        series.append(SiteSeries(name, tuple(status), tuple(areas)))
    return tuple(series)
