"""Tables and charts of a report as HTML that prints, and that a screen reader can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from mining_monitor.contract.change import ChangeResult, ClassChange
from mining_monitor.contract.numbers import AreaRow
from mining_monitor.engine.reporting.report_words import WORDS
from mining_monitor.schema.classes import BY_CODE, NOT_OBSERVED


def area_text(area_m2: float) -> str:
    """Return an area in ha below 100 ha and in km² above (UX "Manners")."""
    hectares = area_m2 / 1e4
    return f"{hectares:.2f} ha" if hectares < 100 else f"{hectares / 100:.2f} km²"


def section(anchor: str, title: str, body: str, kind: str = "") -> str:
    """Return a section with its heading; ``body`` is HTML."""
    css = f' class="{kind}"' if kind else ""
    heading = f'<h2 id="{anchor}-h">{escape(title)}</h2>'
    return f'<section id="{anchor}"{css} aria-labelledby="{anchor}-h">{heading}{body}</section>'


def table(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> str:
    """Return a table with a caption and row headings; cells are HTML, ``numbers`` are columns to align right."""

    def css(column: int) -> str:
        return ' class="n"' if column in numbers else ""

    head = "".join(f'<th scope="col"{css(i)}>{escape(text)}</th>' for i, text in enumerate(header))
    body = "".join(
        "<tr>"
        + "".join(f'<th scope="row">{c}</th>' if i == 0 else f"<td{css(i)}>{c}</td>" for i, c in enumerate(row))
        + "</tr>"
        for row in rows
    )
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def class_title(code: int | None) -> str:
    """Return the name of a class with its colour; None: all classes."""
    if code is None:
        return escape(WORDS["all"])
    if code == NOT_OBSERVED:
        return escape(WORDS["not_observed"])
    known = BY_CODE[code]
    return f'<span class="swatch" style="background:{known.safe_colour}"></span>{escape(known.title)}'


def area_table(rows: Sequence[AreaRow], anchor: str, accuracy: Mapping[str, Any] | None = None) -> str:
    """Return areas by class; each links to the sectors behind it."""
    adjusted = {row["code"]: row.get("adjusted_m2") for row in accuracy["classes"]} if accuracy else {}
    header = [WORDS["class"], WORDS["sectors"], WORDS["area"], WORDS["below"]]
    if adjusted:
        header.append(WORDS["interval"])
    body = []
    for row in rows:
        link = f'<a href="#{anchor}-{row.key}">{area_text(row.union_m2)}</a>'
        below = f"{row.below_sectors} ({area_text(row.below_m2)})" if row.below_sectors else "0"
        cells = [class_title(row.code), str(row.sectors), link, below]
        if adjusted:
            cells.append(_interval(adjusted.get(row.code)))
        body.append(cells)
    return table(WORDS["areas"], header, body, (1, 2, 3, 4))


def _interval(estimate: Mapping[str, Any] | None) -> str:
    if not estimate or estimate.get("value") is None:
        return "-"
    if estimate.get("low") is None:
        return area_text(estimate["value"])
    return f"{area_text(estimate['value'])} ({area_text(estimate['low'])} – {area_text(estimate['high'])})"


def matrix_table(change: ChangeResult) -> str:
    """Return the transition matrix in hectares with its margins."""
    header = [WORDS["class"], *(_plain(code) for code in change.codes), WORDS["all"]]
    rows = [
        [class_title(code), *(f"{value / 1e4:,.2f}" for value in values), f"{sum(values) / 1e4:,.2f}"]
        for code, values in zip(change.codes, change.matrix_m2, strict=True)
    ]
    columns = [sum(column) for column in zip(*change.matrix_m2, strict=True)]
    rows.append([escape(WORDS["all"]), *(f"{v / 1e4:,.2f}" for v in columns), f"{sum(columns) / 1e4:,.2f}"])
    return table(f"{WORDS['matrix']}, ha", header, rows, range(1, len(header)))


def _plain(code: int) -> str:
    return WORDS["not_observed"] if code == NOT_OBSERVED else BY_CODE[code].title


def chart(classes: Sequence[ClassChange]) -> str:
    """Return bars of the areas before (outline) and after (filled) by class; the figures stand beside them."""
    if not classes:
        return ""
    most = max(max(row.before_m2, row.after_m2) for row in classes) or 1.0
    row_height, left, width = 44, 210, 400
    parts = []
    for position, row in enumerate(classes):
        title = escape(BY_CODE[row.code].title)
        y = position * row_height + 6
        before, after = (value / most * width for value in (row.before_m2, row.after_m2))
        colour = BY_CODE[row.code].safe_colour
        parts.append(
            f'<text x="{left - 8}" y="{y + 20}" text-anchor="end" font-size="15">{title}</text>'
            f'<rect x="{left}" y="{y}" width="{before:.1f}" height="14" fill="none" stroke="#1d1d1b"/>'
            f'<rect x="{left}" y="{y + 16}" width="{after:.1f}" height="14" fill="{colour}" stroke="#1d1d1b"/>'
            f'<text x="{left + before + 6:.1f}" y="{y + 12}" font-size="13">{area_text(row.before_m2)}</text>'
            f'<text x="{left + after + 6:.1f}" y="{y + 28}" font-size="13">{area_text(row.after_m2)}</text>'
        )
    said = "; ".join(f"{BY_CODE[r.code].title}: {area_text(r.before_m2)}, {area_text(r.after_m2)}" for r in classes)
    return (
        f'<figure><svg viewBox="0 0 800 {len(classes) * row_height + 8}" role="img" aria-labelledby="chart-t chart-d">'
        f'<title id="chart-t">{escape(WORDS["chart"])}</title><desc id="chart-d">{escape(said)}</desc>{"".join(parts)}'
        f"</svg><figcaption>{escape(WORDS['chart'])}</figcaption></figure>"
    )


def accuracy_section(accuracy: Mapping[str, Any] | None) -> str:
    """Return the accuracy statement."""
    if accuracy is None:
        return section("accuracy", WORDS["accuracy"], f"<p>{escape(WORDS['no_accuracy'])}</p>")
    rows = [
        [class_title(row["code"]), _share(row.get("users")), _share(row.get("producers")), f"{row.get('support', 0):g}"]
        for row in accuracy["classes"]
    ]
    header = [WORDS["class"], WORDS["users"], WORDS["producers"], str(accuracy.get("unit", ""))]
    overall = f"<p>{escape(WORDS['overall'])}: {_share(accuracy.get('overall'))}</p>"
    return section("accuracy", WORDS["accuracy"], overall + table(WORDS["accuracy"], header, rows, (1, 2, 3)))


def _share(estimate: Mapping[str, Any] | None) -> str:
    if not estimate or estimate.get("value") is None:
        return escape(WORDS["undefined"])
    if estimate.get("low") is None:
        return f"{100 * estimate['value']:.1f} %"
    return f"{100 * estimate['value']:.1f} % ({100 * estimate['low']:.1f} – {100 * estimate['high']:.1f})"
