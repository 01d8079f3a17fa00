"""``detectchange``: expansion, reclamation and conversion between two dates, and what became of each site.

DOMAIN 3.4.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.change import ChangeResult, ClassChange, DetectChangeRequest, SiteChange, Transition
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.results import Notice
from mining_monitor.engine.files import is_same_file
from mining_monitor.engine.monitoring.change_layer import (
    CONVERSION,
    EXPANSION,
    RECLAMATION,
    UNSEEN,
    Changes,
    write_changes,
    write_matrix,
)
from mining_monitor.engine.monitoring.identity import site_labels
from mining_monitor.engine.monitoring.layers import check_output
from mining_monitor.engine.monitoring.rates import (
    annual_rate,
    date_range,
    is_other_season,
    mean_date,
    parse_date,
    yearly,
    years_between,
)
from mining_monitor.engine.monitoring.sector_map import SectorMap, load_map, require_sectors
from mining_monitor.engine.monitoring.sites import SiteFigures, site_changes
from mining_monitor.engine.monitoring.space import areas_m2
from mining_monitor.engine.monitoring.tolerance import significant, within
from mining_monitor.engine.monitoring.transitions import Transitions, find_transitions
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE, NOT_OBSERVED, OTHER
from mining_monitor.schema.sample import CHANGE_TABLE


@dataclass(frozen=True)
class ChangeRules:
    """What counts as a change: least width, least area; after how many years without one a site is dormant."""

    tolerance_m: float
    min_area_m2: float
    dormant_years: float


def detect_change(request: DetectChangeRequest, job: Job) -> ChangeResult:
    """Compare two dates; write polygons of change and the matrix where they are asked for.

    Raises
    ------
    AnnotationsError, ParameterError, OutputError
    """
    rules = ChangeRules(request.tolerance_m, request.min_area_m2, request.dormant_years)
    _check(request, rules)
    before, after = load_map(request.before, job), load_map(request.after, job)
    require_sectors(before, request.before.path, may_be_empty=True)
    require_sectors(after, request.after.path)
    changes = compare(before, after, rules, job)
    result = summarise(changes, rules, (*before.notices, *after.notices))
    if request.output:
        write_changes(request.output, changes, result)
    if request.table:
        write_matrix(request.table, result)
    return replace(result, output=request.output, table=request.table)


def _check(request: DetectChangeRequest, rules: ChangeRules) -> None:
    check_rules(rules)
    inputs = (request.before.path, request.after.path)
    if request.output:
        check_output(request.output, inputs, CHANGE_TABLE)
    if request.table and any(is_same_file(Path(request.table), Path(path)) for path in inputs):
        raise ParameterError(f"MATRIX is {request.table}, which is also read. Choose another name.", name="MATRIX")
    if request.table and request.output and is_same_file(Path(request.table), Path(request.output)):
        raise ParameterError(f"MATRIX is {request.table}, which is also OUTPUT. Choose another name.", name="MATRIX")
    for source in (request.before, request.after):
        if source.observed_at and parse_date(source.observed_at) is None:
            raise ParameterError(f"'{source.observed_at}' is no ISO date; write for example 2021-02-27.", name="date")


def check_rules(rules: ChangeRules) -> None:
    """Check the rules.

    Raises
    ------
    ParameterError
    """
    for name, value in (("TOLERANCE", rules.tolerance_m), ("MIN_AREA", rules.min_area_m2)):
        if not 0 <= value < math.inf:  # also where it is no number
            raise ParameterError(f"{name} is {value:g}; give 0 or more.", name=name)
    if not 0 < rules.dormant_years < math.inf:
        raise ParameterError("The years after which a site is dormant must be above 0.", name="dormant_years")


def compare(
    before: SectorMap, after: SectorMap, rules: ChangeRules, job: Job,
    sites: Sequence[npt.NDArray[Any]] | None = None,
) -> Changes:  # fmt: skip
    """Find what changed.

    Parameters
    ----------
    before, after : SectorMap
    sites : sequence of two ndarray or None
        Site of each sector of both; None: found here.
    """
    found = find_transitions(before, after, job)
    kinds = np.array([_kind(b, a) for b, a in zip(found.code_before, found.code_after, strict=True)], dtype=object)
    changed = np.array([shapely.Polygon() for _ in kinds] or [], dtype=object)
    for members in _alike(found, kinds):
        ground = significant(found.geometries[members], rules.tolerance_m, rules.min_area_m2, job)
        changed[members] = within(found.geometries[members], ground)
    return Changes(
        found=found,
        kinds=kinds,
        changed=changed,
        changed_m2=areas_m2(changed),
        **_sites(before, after, found, sites),
        years=years_between(mean_date(before), mean_date(after)),
    )


def _kind(before: int, after: int) -> str:
    if NOT_OBSERVED in (before, after):
        return UNSEEN if OTHER not in (before, after) else ""
    if before == after:
        return ""
    if before == OTHER:
        return EXPANSION
    return RECLAMATION if after == OTHER else CONVERSION


def _alike(found: Transitions, kinds: npt.NDArray[Any]) -> list[npt.NDArray[np.bool_]]:
    """Return the pieces that are judged together: all expansion, all reclamation, each conversion by its classes."""
    groups = [kinds == EXPANSION, kinds == RECLAMATION]
    pairs = {(int(b), int(a)) for b, a in zip(found.code_before, found.code_after, strict=True)}
    for b, a in sorted(pairs):
        groups.append((kinds == CONVERSION) & (found.code_before == b) & (found.code_after == a))
    return [group for group in groups if group.any()]


def _sites(
    before: SectorMap, after: SectorMap, found: Transitions, sites: Sequence[npt.NDArray[Any]] | None
) -> dict[str, npt.NDArray[Any]]:
    """Return the site of each sector of the partitions of both dates."""
    if sites is None:
        sites = site_labels((found.before, found.after))
        return {"sites_before": sites[0], "sites_after": sites[1]}
    by_row = [
        {id(row): site for row, site in zip(m.rows, s, strict=True)}
        for m, s in zip((before, after), sites, strict=True)
    ]
    parts = (found.before, found.after)
    labels = [
        np.array([lookup[id(row)] for row in p.rows], dtype=object) for p, lookup in zip(parts, by_row, strict=True)
    ]
    return {"sites_before": labels[0], "sites_after": labels[1]}


def summarise(changes: Changes, rules: ChangeRules, notices: tuple[Notice, ...] = ()) -> ChangeResult:
    """Return the figures of a comparison."""
    found = changes.found
    codes, matrix = _matrix(found)
    total = {
        kind: float(changes.changed_m2[changes.kinds == kind].sum()) for kind in (EXPANSION, RECLAMATION, CONVERSION)
    }
    is_change = np.isin(changes.kinds, (EXPANSION, RECLAMATION, CONVERSION))
    unseen = {
        "before": float(found.area_m2[(found.code_before == NOT_OBSERVED)].sum()),
        "after": float(found.area_m2[(found.code_after == NOT_OBSERVED)].sum()),
    }
    first, second = mean_date(found.before), mean_date(found.after)
    return ChangeResult(
        codes=codes,
        matrix_m2=tuple(tuple(float(value) for value in row) for row in matrix),
        transitions=_transitions(changes),
        expansion_m2=total[EXPANSION],
        reclamation_m2=total[RECLAMATION],
        conversion_m2=total[CONVERSION],
        suppressed_m2=float(found.area_m2[is_change].sum() - changes.changed_m2[is_change].sum()),
        not_observed_m2=unseen,
        classes=_class_changes(found, changes.years),
        sites=tuple(_site_changes(changes, rules)),
        before_at=date_range(found.before),
        after_at=date_range(found.after),
        years=changes.years,
        tolerance_m=rules.tolerance_m,
        min_area_m2=rules.min_area_m2,
        warnings=(*notices, *_notices(found, first, second)),
    )


def _matrix(found: Transitions) -> tuple[tuple[int, ...], npt.NDArray[np.float64]]:
    """Return codes and areas: rows before, columns after, 255 last where it is needed."""
    background = {code for pair, area in found.background_m2.items() if area > 0 for code in pair}
    codes = sorted({OTHER, *found.code_before.tolist(), *found.code_after.tolist(), *background})
    index = {code: position for position, code in enumerate(codes)}
    matrix = np.zeros((len(codes), len(codes)))
    for before, after, area in zip(found.code_before.tolist(), found.code_after.tolist(), found.area_m2, strict=True):
        matrix[index[before], index[after]] += area
    for (before, after), area in found.background_m2.items():
        if area > 0:
            matrix[index[before], index[after]] += area
    return tuple(codes), matrix


def _transitions(changes: Changes) -> tuple[Transition, ...]:
    found = changes.found
    areas: dict[tuple[int, int], list[float]] = {}
    for piece, kind in enumerate(changes.kinds):
        if kind and kind != UNSEEN:
            pair = (int(found.code_before[piece]), int(found.code_after[piece]))
            sums = areas.setdefault(pair, [0.0, 0.0])
            sums[0] += float(found.area_m2[piece])
            sums[1] += float(changes.changed_m2[piece])
    return tuple(Transition(before, after, *sums) for (before, after), sums in sorted(areas.items()))


def _class_changes(found: Transitions, years: float | None) -> tuple[ClassChange, ...]:
    """Return each class at both dates, on ground that both could observe."""
    both = (found.code_before != NOT_OBSERVED) & (found.code_after != NOT_OBSERVED)
    rows = []
    for code in sorted({*found.code_before[both].tolist(), *found.code_after[both].tolist()} - {OTHER}):
        before = float(found.area_m2[both & (found.code_before == code)].sum())
        after = float(found.area_m2[both & (found.code_after == code)].sum())
        rates = annual_rate(before, after, years), yearly(before, after, years)
        rows.append(ClassChange(code, BY_CODE[code].key, before, after, *rates))
    return tuple(rows)


def _site_changes(changes: Changes, rules: ChangeRules) -> list[SiteChange]:
    found = changes.found
    figures: dict[str, SiteFigures] = {}
    for piece, kind in enumerate(changes.kinds):
        site = figures.setdefault(changes.site_of(piece), SiteFigures())
        before, after = int(found.code_before[piece]), int(found.code_after[piece])
        site.add(before, after, float(found.area_m2[piece]), str(kind), float(changes.changed_m2[piece]))
    for names, sites, sectors in (
        ("before_ids", changes.sites_before, found.before), ("after_ids", changes.sites_after, found.after)
    ):  # fmt: skip
        for label, row in zip(sites, sectors.rows, strict=True):
            name = str(row.get("site_id") or "").strip()
            if name and str(label) in figures:
                getattr(figures[str(label)], names).add(name)
    return site_changes(figures, changes.years, rules.dormant_years)


def _notices(found: Transitions, first: datetime.date | None, second: datetime.date | None) -> tuple[Notice, ...]:
    notices = []
    for name, sectors in (("before", found.before), ("after", found.after)):
        if sectors.observed is None:
            message = f"The sectors {name} do not say what was observed: everything counts as observed then."
            notices.append(Notice("observed-unknown-at", message, {"date": name}))
    if first is None or second is None:
        notices.append(Notice("dates-unknown", "A date has no image date: rates per year stay undefined.", {}))
    elif first >= second:
        message = f"The sectors before ({first}) are not older than those after ({second}); check the order."
        notices.append(Notice("dates-reversed", message, {"before": str(first), "after": str(second)}))
    elif is_other_season(first, second):
        message = f"The dates lie in different seasons ({first}, {second}); plants and shadows may pass for change."
        notices.append(Notice("other-season", message, {"before": str(first), "after": str(second)}))
    return tuple(notices)
