"""Where each figure of a report comes from: sectors by uuid, and the rows of the project's log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from mining_monitor.contract.numbers import AreaRow
from mining_monitor.engine.monitoring.sector_map import SectorMap, name_of
from mining_monitor.engine.reporting.report_cells import cells_table
from mining_monitor.engine.reporting.report_data import ReportData, before_by_class, earlier_of, site_anchor, site_title
from mining_monitor.engine.reporting.report_html import class_title, section, table
from mining_monitor.schema.classes import BY_KEY


def sources_section(data: ReportData) -> str:
    """Return the section that names the sectors behind each figure."""
    words = data.words
    header = [words["site"], words["class"], words["identity"]]
    body = f"<p>{escape(words['sources_text'])}</p>"
    body += table(words["sources"], header, list(_source_rows(data)))
    if data.cells:
        body += cells_table(words, data.cells)
    return section("sources", words["sources"], body)


def _source_rows(data: ReportData) -> Iterator[list[str]]:
    """Yield the sectors behind each figure; of a sum the row leads on to the classes below it."""
    words = data.words
    groups: list[tuple[str, str, Sequence[AreaRow], SectorMap | None]] = []
    groups.append(("total", words["all_sites"], data.figures.totals, None))
    groups += [
        (site_anchor(number), site_title(words, site.name), site.areas, earlier_of(data, site))
        for number, site in enumerate(data.figures.sites, 1)
    ]
    for anchor, title, areas, earlier in groups:
        for row in areas:
            is_sum = row.code is None or anchor == "total"  # the classes of the sites name them
            names = f"{words['sectors']}: {row.sectors}" if is_sum else ", ".join(n for n in row.sources if n) or "-"
            place = f'<span id="{anchor}-{row.key}">{escape(title)}</span>'
            yield [place, class_title(words, row.code), escape(names)]
        if earlier is not None and len(earlier):
            names = ", ".join(name for name in map(name_of, earlier.rows) if name) or "-"
            yield [escape(title), escape(words["before_sectors"]), escape(names)]
    for key, names in before_by_class(data):
        place = f'<span id="before-{key}">{escape(words["before_sectors"])}</span>'
        yield [place, class_title(words, BY_KEY[key].code), escape(names)]


def log_section(data: ReportData) -> str:
    """Return the section that names the rows of the log behind each sector."""
    words, history = data.words, data.history
    if not history.log_rows:
        return section("log", words["log"], f"<p>{escape(words['log_none'])}</p>")
    head = words["log_head"].format(count=history.log_rows, hash=history.log_sha256)
    body = f'<p>{escape(words["log_text"])}</p><p class="hash">{escape(head)}</p>'
    rows = [
        [escape(uuid), ", ".join(str(number) for number in numbers)]
        for uuid, numbers in sorted((history.log or {}).items())
    ]
    if rows:
        body += table(words["log"], [words["identity"], words["log"]], rows)
    return section("log", words["log"], body)
