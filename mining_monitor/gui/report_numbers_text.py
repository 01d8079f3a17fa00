"""Areas, change and accuracy as rich text for the Report dock."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from qgis.PyQt.QtCore import QUrl

from mining_monitor.adapter.messages import notice_sentence, tr
from mining_monitor.contract.accuracy import AccuracyResult, Estimate
from mining_monitor.contract.change import ChangeResult
from mining_monitor.contract.numbers import AreaRow, AreasResult, SampleResult
from mining_monitor.gui import words

#: Rows that the dock shows; the table on disk has them all.
_MOST_ROWS = 40

TOTAL = "total"

#: Half a 95 % interval in standard errors (DOMAIN 3.8).
_INTERVAL = 1.96

#: Less than this outside the observed ground is rounding, in m2.
_LEAST_OUTSIDE_M2 = 100.0


def areas_text(result: AreasResult) -> str:
    """Return areas by class and group, what lies below the minimum mappable unit, and what was observed."""
    groups = [row for row in result.rows if row.grouping != TOTAL]
    shown = groups or [row for row in result.rows]
    head = [tr("Group") if groups else tr("Class"), tr("Sectors"), tr("Area"), tr("Below unit")]
    rows = [_area_cells(row, bool(groups)) for row in shown[:_MOST_ROWS]]
    parts = [table(head, rows)]
    if len(shown) > _MOST_ROWS:
        parts.append(tr("{} more rows are in the table.").format(words.whole(len(shown) - _MOST_ROWS)))
    total = tr("{union} of ground in all ({sum} before overlaps are counted once).")
    parts.append(total.format(union=words.area_text(result.union_m2), sum=words.area_text(result.sum_m2)))
    parts.append(_observed_text(result))
    if result.places:
        head = [tr("Place"), tr("Area"), tr("Not observed"), tr("Mapped")]
        cells = [
            [place.group or tr("all"), *map(words.area_text, (place.area_m2, place.not_observed_m2, place.mapped_m2))]
            for place in result.places[:_MOST_ROWS]
        ]
        parts.append(table(head, cells))
    return _joined(parts, result.warnings, result.table)


def _area_cells(row: AreaRow, has_groups: bool) -> List[str]:
    title = tr("All classes") if row.code is None else words.class_short_title(row.code)
    name = f"{row.group or tr('none')}: {title}" if has_groups else title
    below = f"{words.whole(row.below_sectors)} ({words.area_text(row.below_m2)})" if row.below_sectors else "0"
    return [name, words.whole(row.sectors), words.area_text(row.union_m2), below]


def _observed_text(result: AreasResult) -> str:
    if result.observed_m2 is None:
        return tr("The file does not say what was observed: no sector does not mean no mine.")
    text = tr("{} was observed; outside of it nothing is known.").format(words.area_text(result.observed_m2))
    outside = result.mapped_outside_observed_m2 or 0.0
    if outside >= _LEAST_OUTSIDE_M2:
        text += " " + tr("{} of the sectors lie outside.").format(words.area_text(outside))
    return text


def change_text(result: ChangeResult) -> str:
    """Return what changed, by kind and by site."""
    kinds = (
        (tr("Expansion"), result.expansion_m2), (tr("No longer mapped"), result.reclamation_m2),
        (tr("Became another class"), result.conversion_m2),
        (tr("Not counted (within tolerance)"), result.suppressed_m2),
        (tr("Not observed at one date"), sum(result.not_observed_m2.values())),
    )  # fmt: skip
    parts = [table([tr("Change"), tr("Area")], [[name, words.area_text(area)] for name, area in kinds])]
    dates = " → ".join(" – ".join(span) or tr("no date") for span in (result.before_at, result.after_at))
    parts.insert(0, html.escape(dates))
    if result.sites:
        titles = status_titles()
        rows = [
            [site.site or tr("none"), titles.get(site.status, site.status), words.area_text(site.after_m2),
             "-" if site.rate is None else tr("{} % a year").format(words.number(100 * site.rate, 1))]
            for site in result.sites[:_MOST_ROWS]
        ]  # fmt: skip
        parts.append(table([tr("Site"), tr("Status"), tr("Area"), tr("Rate")], rows))
    return _joined(parts, result.warnings, result.table)


def status_titles() -> Dict[str, str]:
    """Return what became of a site, by the engine's word."""
    return {
        "new": tr("new"), "expanded": tr("expanded"), "contracted": tr("contracted"), "stable": tr("stable"),
        "dormant": tr("dormant"), "revegetated": tr("no longer mapped"), "not observed": tr("not observed"),
    }  # fmt: skip


def sample_text(result: SampleResult) -> str:
    """Return how many points were drawn in each class; which point is in which is told nobody."""
    head = [tr("Class"), tr("Points"), tr("Share")]
    rows = [
        [words.class_short_title(stratum.code), words.whole(stratum.points),
         tr("{} %").format(words.number(100 * stratum.share, 1))]
        for stratum in result.strata
    ]  # fmt: skip
    text = tr("{} points drawn. Label them next: the window hides the map.").format(words.whole(result.size))
    return _joined([text, table(head, rows)], result.warnings, result.output)


def accuracy_text(result: AccuracyResult) -> str:
    """Return accuracies and corrected areas with their intervals."""
    parts = [f"<b>{html.escape(tr('Overall accuracy {}').format(share_text(result.overall)))}</b>"]
    points = tr("{labelled} points used, {unlabelled} not labelled, {unknown} cannot be told.")
    if result.method == "sample":
        parts.append(
            points.format(
                labelled=words.whole(result.labelled), unlabelled=words.whole(result.unlabelled),
                unknown=words.whole(result.not_interpretable),
            )
        )  # fmt: skip
    if result.second_reader:
        agreed = tr("Two readers agree on {agreed} % of {checked} points.")
        parts.append(
            agreed.format(
                agreed=words.number(100 * result.second_reader["agreed"], 0),
                checked=words.whole(int(result.second_reader["checked"])),
            )
        )
    rows = [
        [words.class_short_title(row.code), share_text(row.users), share_text(row.producers), _corrected(row)]
        for row in result.classes
    ]
    parts.append(table([tr("Class"), tr("User's"), tr("Producer's"), tr("Corrected area")], rows))
    return _joined(parts, result.warnings, result.table)


def share_text(estimate: Estimate) -> str:
    """Return a share in percent with half the width of its interval."""
    if estimate.value is None:
        return tr("undefined")
    text = words.number(100 * estimate.value, 1)
    if estimate.standard_error is None:
        return tr("{} %").format(text)
    return tr("{} ± {} %").format(text, words.number(100 * _INTERVAL * estimate.standard_error, 1))


def _corrected(row: Any) -> str:
    adjusted = row.adjusted_m2
    if adjusted is None or adjusted.value is None:
        return "-"
    text = words.area_text(adjusted.value)
    if adjusted.standard_error is None:
        return text
    return f"{text} ± {words.area_text(_INTERVAL * adjusted.standard_error)}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of texts as rich text; all columns but the first stand right."""

    def cells(tag: str, row: Sequence[str]) -> str:
        return "".join(
            f'<{tag} align="{"left" if i == 0 else "right"}">{html.escape(text)}</{tag}>' for i, text in enumerate(row)
        )

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return f'<table width="100%" cellspacing="0" cellpadding="2"><tr>{cells("th", head)}</tr>{body}</table>'


def _joined(parts: Sequence[str], warnings: Sequence[Any], written: Optional[str]) -> str:
    lines = [part for part in parts if part]
    lines += [html.escape(notice_sentence(notice)) for notice in warnings]
    if written:
        link = html.escape(QUrl.fromLocalFile(written).toString())
        lines.append(f'<a href="{link}">{html.escape(Path(written).name)}</a>')
    return "".join(line if line.startswith("<table") else f"<p>{line}</p>" for line in lines)
