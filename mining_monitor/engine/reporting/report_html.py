"""Tables and charts of a report as HTML that prints, and that a screen reader can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from mining_monitor.contract.change import ChangeResult, ClassChange
from mining_monitor.contract.numbers import AreaRow
from mining_monitor.engine.monitoring.sector_map import SITE_CODE
from mining_monitor.engine.reporting.report_words import Words
from mining_monitor.schema.classes import BY_CODE, NOT_OBSERVED

#: Keeps a colour and the name beside it on one line in print, too.
_NO_BREAK = "\N{NO-BREAK SPACE}"


def section(anchor: str, title: str, body: str, kind: str = "") -> str:
    """Return a section with its heading; ``body`` is HTML."""
    css = f' class="{kind}"' if kind else ""
    heading = f'<h2 id="{anchor}-h">{escape(title)}</h2>'
    return f'<section id="{anchor}"{css} aria-labelledby="{anchor}-h">{heading}{body}</section>'


@dataclass(frozen=True)
class Short:
    """A heading of a narrow column: what stands there, and what it stands for."""

    text: str
    title: str


def table(
    caption: str, header: Sequence[str | Short], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()
) -> str:
    """Return a table with a caption and row headings; cells are HTML, ``numbers`` are columns to align right."""

    def css(column: int) -> str:
        return ' class="n"' if column in numbers else ""

    head = "".join(f'<th scope="col"{css(i)}>{_heading(text)}</th>' for i, text in enumerate(header))
    body = "".join(
        "<tr>"
        + "".join(f'<th scope="row">{c}</th>' if i == 0 else f"<td{css(i)}>{c}</td>" for i, c in enumerate(row))
        + "</tr>"
        for row in rows
    )
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _heading(text: str | Short) -> str:
    if isinstance(text, str):
        return escape(text)
    return f'<abbr title="{escape(text.title)}">{escape(text.text)}</abbr>'


def class_title(words: Words, code: int | None) -> str:
    """Return the name of a class with its colour, as HTML; None: all classes."""
    title = escape(words.class_title(code))
    if code is None or code == NOT_OBSERVED:
        return title
    return f'<span class="swatch" style="background:{BY_CODE[code].safe_colour}"></span>{title}'


def legend(words: Words, codes: Sequence[int]) -> str:
    """Return the classes of a map with their colours and the letters that stand on it."""
    items = []
    for code in codes:
        title = class_title(words, code)
        if code == SITE_CODE:
            title = escape(words["site_extent"]).replace("{title}", title)
        else:
            title = title.replace("</span>", f"</span>{BY_CODE[code].key.upper()} ", 1)
            colour, swatch, name = title.rpartition("</span>")
            title = f"{colour}{swatch}{name.replace(' ', _NO_BREAK)}"
        items.append(f"<li>{title}</li>")
    return f'<ul class="legend" aria-label="{escape(words["legend"])}">{"".join(items)}</ul>' if items else ""


def area_table(
    words: Words, rows: Sequence[AreaRow], anchor: str, accuracy: Mapping[str, Any] | None = None
) -> str:  # fmt: skip
    """Return areas by class; each links to the sectors behind it."""
    adjusted = {row["code"]: row.get("adjusted_m2") for row in accuracy["classes"]} if accuracy else {}
    header = [words["class"], words["sectors"], words["area"], words["below"]]
    if adjusted:
        header.append(words["interval"])
    body = []
    for row in rows:
        link = f'<a href="#{anchor}-{row.key}">{words.area(row.union_m2)}</a>'
        below = f"{row.below_sectors} ({words.area(row.below_m2)})" if row.below_sectors else "0"
        cells = [class_title(words, row.code), str(row.sectors), link, below]
        if adjusted:
            interval, key = _interval(words, adjusted.get(row.code)), row.key
            points = f"points-{key}" if accuracy and key in (accuracy.get("points") or {}) else "accuracy-reference"
            cells.append(interval if interval == "-" else f'<a href="#{points}">{interval}</a>')
        body.append(cells)
    return table(words["areas"], header, body, (1, 2, 3, 4))


def _interval(words: Words, estimate: Mapping[str, Any] | None) -> str:
    if not estimate or estimate.get("value") is None:
        return "-"
    if estimate.get("low") is None or estimate.get("high") is None:
        return words.area(estimate["value"])
    return f"{words.area(estimate['value'])} ({words.area(estimate['low'])} – {words.area(estimate['high'])})"


def matrix_table(words: Words, change: ChangeResult, link_of: Callable[[int | None, int | None], str]) -> str:
    """Return the transition matrix in hectares with its margins.

    Parameters
    ----------
    link_of : callable
        From the classes before and after (None: all) to the anchor of what a figure is made of; empty: none.
    """

    def cell(value_m2: float, before: int | None, after: int | None) -> str:
        text, anchor = words.number(value_m2 / 1e4), link_of(before, after)
        return f'<a href="#{anchor}">{text}</a>' if anchor and value_m2 > 0 else text

    header = [words["class"], *(_column(words, code) for code in change.codes), words["all"]]
    rows = [
        [
            _keyed(words, before),
            *(cell(value, before, after) for after, value in zip(change.codes, values, strict=True)),
            cell(sum(values), before, None),
        ]
        for before, values in zip(change.codes, change.matrix_m2, strict=True)
    ]
    columns = [sum(column) for column in zip(*change.matrix_m2, strict=True)]
    sums = [cell(value, None, after) for after, value in zip(change.codes, columns, strict=True)]
    rows.append([escape(words["all"]), *sums, cell(sum(columns), None, None)])
    return table(f"{words['matrix']}, ha", header, rows, range(1, len(header)))


def _column(words: Words, code: int) -> str | Short:
    """Return the heading of a class's column: its key where it has one, as on the maps."""
    if code not in BY_CODE or code == 0:
        return words.class_title(code)
    return Short(BY_CODE[code].key.upper(), words.class_title(code))


def _keyed(words: Words, code: int) -> str:
    """Return the name of a class with its colour and its key."""
    title = class_title(words, code)
    return title if isinstance(_column(words, code), str) else f"{title} ({BY_CODE[code].key.upper()})"


def chart(words: Words, classes: Sequence[ClassChange]) -> str:
    """Return bars of the areas before (outline) and after (filled) by class; the figures stand beside them."""
    if not classes:
        return ""
    most = max(max(row.before_m2, row.after_m2) for row in classes) or 1.0
    row_height, left, width = 44, 260, 400
    parts = []
    for position, row in enumerate(classes):
        y = position * row_height + 6
        before, after = (value / most * width for value in (row.before_m2, row.after_m2))
        title, colour = escape(words.class_title(row.code)), BY_CODE[row.code].safe_colour
        parts.append(
            f'<text x="{left - 8}" y="{y + 20}" text-anchor="end" font-size="15">{title}</text>'
            f'<rect x="{left}" y="{y}" width="{before:.1f}" height="14" fill="none" stroke="#1d1d1b"/>'
            f'<rect x="{left}" y="{y + 16}" width="{after:.1f}" height="14" fill="{colour}" stroke="#1d1d1b"/>'
            f'<text x="{left + before + 6:.1f}" y="{y + 12}" font-size="13">{words.area(row.before_m2)}</text>'
            f'<text x="{left + after + 6:.1f}" y="{y + 28}" font-size="13">{words.area(row.after_m2)}</text>'
        )
    said = "; ".join(
        f"{words.class_title(r.code)}: {words.area(r.before_m2)}, {words.area(r.after_m2)}" for r in classes
    )
    return (
        f'<figure><svg viewBox="0 0 800 {len(classes) * row_height + 8}" role="img" aria-labelledby="chart-t chart-d" '
        f'xmlns="http://www.w3.org/2000/svg"><title id="chart-t">{escape(words["chart"])}</title>'
        f'<desc id="chart-d">{escape(said)}</desc>{"".join(parts)}</svg>'
        f"<figcaption>{escape(words['chart'])}</figcaption></figure>"
    )
