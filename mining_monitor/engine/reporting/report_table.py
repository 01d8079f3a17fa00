"""The table beside a report: every area with its interval and the sectors that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mining_monitor.contract.change import ChangeResult
from mining_monitor.contract.numbers import AreaRow
from mining_monitor.engine.monitoring.tables import write_csv
from mining_monitor.engine.reporting.report_figures import Figures

_COLUMNS = (
    "grouping", "group", "class", "class_key", "sectors", "sum_m2", "union_m2", "union_ha", "below_sectors",
    "below_m2", "corrected_m2", "corrected_low_m2", "corrected_high_m2", "uuids",
)  # fmt: skip

#: ``grouping`` of the areas of change.
CHANGE = "change"


def write_figures(path: str, figures: Figures) -> str:
    """Write the figures as CSV and return the path.

    Corrected areas stand with the totals, which the accuracy assessment is about. ``uuids``: separated by blanks
    (``Name`` where a sector has no ``uuid``).

    Raises
    ------
    OutputError, DiskFullError
    """
    return write_csv(path, _COLUMNS, _rows(figures))


def _rows(figures: Figures) -> Iterator[tuple[Any, ...]]:
    adjusted = {row["code"]: row.get("adjusted_m2") for row in figures.accuracy["classes"]} if figures.accuracy else {}
    for row in figures.totals:
        yield _row(row, adjusted.get(row.code) if row.code is not None else None)
    for site in figures.sites:
        for row in site.areas:
            yield _row(row, None)
    if figures.change is not None:
        yield from _change_rows(figures.change)


def _row(row: AreaRow, adjusted: Mapping[str, Any] | None) -> tuple[Any, ...]:
    return (
        row.grouping, row.group, row.code, row.key, row.sectors, round(row.sum_m2, 3), round(row.union_m2, 3),
        round(row.union_m2 / 1e4, 4), row.below_sectors, round(row.below_m2, 3),
        *(_rounded((adjusted or {}).get(name)) for name in ("value", "low", "high")),
        " ".join(name for name in row.sources if name),
    )  # fmt: skip


def _change_rows(change: ChangeResult) -> Iterator[tuple[Any, ...]]:
    groups: list[tuple[str, Any]] = [("", change), *((site.site, site) for site in change.sites)]
    for group, figures in groups:
        for kind in ("expansion", "reclamation", "conversion"):
            area = float(getattr(figures, f"{kind}_m2"))
            head = (CHANGE, group, None, kind, None, round(area, 3), round(area, 3), round(area / 1e4, 4))
            yield (*head, *([None] * (len(_COLUMNS) - len(head))))


def _rounded(value: Any) -> float | None:
    return None if value is None else round(float(value), 3)
