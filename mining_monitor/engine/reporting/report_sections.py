"""The sections of a report, as HTML by the name that a template has for them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from mining_monitor.contract.change import ChangeResult, SiteChange
from mining_monitor.contract.door import Progress
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.monitoring.areas import union_m2
from mining_monitor.engine.monitoring.change_layer import key_of
from mining_monitor.engine.monitoring.sector_map import SITE_CODE
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.report_accuracy import accuracy_section
from mining_monitor.engine.reporting.report_cells import cell_anchor
from mining_monitor.engine.reporting.report_data import (
    ReportData,
    before_by_class,
    dates_text,
    earlier_of,
    is_open,
    site_anchor,
    site_title,
)
from mining_monitor.engine.reporting.report_figures import SiteFigures
from mining_monitor.engine.reporting.report_html import (
    area_table,
    chart,
    legend,
    matrix_table,
    section,
    table,
)
from mining_monitor.engine.reporting.report_map import MapWords, draw_map, map_bounds, picture
from mining_monitor.engine.reporting.report_sources import log_section, sources_section
from mining_monitor.engine.reporting.report_words import Words
from mining_monitor.engine.versions import software_versions
from mining_monitor.schema.classes import BY_CODE


def sections(data: ReportData, job: Job) -> tuple[dict[str, str], list[str]]:
    """Return the sections, and the images that lie behind none of the maps.

    Raises
    ------
    ImageError, CancelledError
    """
    figures, words = data.figures, data.words
    sites: list[str] = []
    shown: set[str] = set()
    for number, site in enumerate(figures.sites, 1):
        job.check()
        job.report(Progress(number / (len(figures.sites) + 1), "report"))
        sites.append(_site_section(data, site, number, shown))
    parts = {
        "contents": _contents(data),
        "summary": _summary(data),
        "sites": "".join(sites),
        "imagery": _imagery(data),
        "accuracy": accuracy_section(words, figures.accuracy),
        "method": _method(data),
        "limits": section("limits", words["limits"], f'<p class="limits">{escape(_limits(data))}</p>'),
        "reviewers": _reviewers(data),
        "signoff": _signoff(words),
        "sources": sources_section(data) + log_section(data),
    }
    wanted = {data.request.image, data.request.compare_image if data.before is not None else ""}
    return parts, sorted(wanted - shown - {""})


def _contents(data: ReportData) -> str:
    words = data.words
    links = [("summary", words["summary"])]
    links += [(site_anchor(number), site_title(words, site.name)) for number, site in enumerate(data.figures.sites, 1)]
    names = ("imagery", "accuracy", "method", "limits", "reviewers", "signoff", "sources", "log")
    links += [(name, words[name]) for name in names]
    return "<ul>" + "".join(f'<li><a href="#{anchor}">{escape(text)}</a></li>' for anchor, text in links) + "</ul>"


def _limits(data: ReportData) -> str:
    return data.words["limits_text"] + (f" {data.words['artisanal']}" if data.figures.artisanal else "")


def _summary(data: ReportData) -> str:
    figures, words = data.figures, data.words
    body = area_table(words, figures.totals, "total", figures.accuracy)
    if figures.artisanal:
        rows = [[escape(bin_), str(count)] for bin_, count in figures.artisanal.items()]
        body += table(words["artisanal"], [words["area"], words["sectors"]], rows, (1,))
    body += f'<h3 id="observed">{escape(words["observed_ground"])}</h3>{_observed(data)}'
    if figures.change is not None and data.before is not None:
        title = words["change"].format(before=dates_text(is_open(data.before)))
        body += f"<h3>{escape(title)}</h3>{_change_table(words, figures.change, title)}"
        body += matrix_table(words, figures.change, _matrix_links(data)) + chart(words, figures.change.classes)
    return section("summary", words["summary"], body)


def _matrix_links(data: ReportData) -> Callable[[int | None, int | None], str]:
    """Return what a figure of the matrix leads to: the sectors of its classes, else what was observed."""
    anchors = {f"total-{row.key}" for row in data.figures.totals} | {
        f"before-{key}" for key, _ in before_by_class(data)
    }

    def link_of(before: int | None, after: int | None) -> str:
        if before is None and after is None:
            return "sources"
        margin = f"before-{key_of(before)}" if before is not None else f"total-{key_of(after or 0)}"
        if None in (before, after) and margin in anchors:
            return margin
        return cell_anchor(before, after) if (before, after) in data.cells else "observed"

    return link_of


def _observed(data: ReportData) -> str:
    """Say what was mapped beside what was observed: no sector is not the same as no mine."""
    words, sectors = data.words, is_open(data.sectors)
    sectors = sectors.only(sectors.codes != SITE_CODE)
    if sectors.observed is None:
        return f"<p>{escape(words['observed_unknown'])}</p>"
    mapped = union_m2(sectors.geometries)
    inside = sectors.cut(sectors.observed)
    outside = max(0.0, mapped - union_m2(inside.geometries))
    observed = words.area(area_m2(sectors.observed))
    text = words["observed_known"].format(observed=observed, mapped=words.area(mapped - outside))
    if round(outside / 1e4, 2) > 0:
        text += " " + words["observed_outside"].format(outside=words.area(outside))
    return f"<p>{escape(text)}</p>"


def _change_table(words: Words, change: ChangeResult, title: str) -> str:
    kinds = ("expansion", "reclamation", "conversion", "suppressed")
    rows = [[escape(words[kind]), _linked(words, getattr(change, f"{kind}_m2"), "total-all")] for kind in kinds]
    rows.append([escape(words["not_observed"]), words.area(sum(change.not_observed_m2.values()))])
    return table(title, [words["kind"], words["area"]], rows, (1,))


def _linked(words: Words, area: float, anchor: str) -> str:
    return f'<a href="#{anchor}">{words.area(area)}</a>'


def _site_section(data: ReportData, site: SiteFigures, number: int, shown: set[str]) -> str:
    words, anchor = data.words, site_anchor(number)
    body = _maps(data, site, number, shown) + area_table(words, site.areas, anchor)
    if site.change is not None and data.before is not None:
        body += _site_change(words, site.change, anchor, words["change"].format(before=_before_dates(data, site)))
    if site.tailings:
        rows = [[escape(name or "-"), words.area(area), escape(date or "-")] for name, area, date in site.tailings]
        body += table(words["tailings"], [words["facility"], words["area"], words["observed"]], rows, (1,))
    return section(anchor, site_title(words, site.name), body, "site")


def _site_change(words: Words, change: SiteChange, anchor: str, title: str) -> str:
    rate = words["undefined"] if change.rate is None else f"{words.number(100 * change.rate, 1)} %"
    rows = [[escape(words["status"]), escape(words.status.get(change.status, change.status))]]
    for kind in ("expansion", "reclamation", "conversion"):
        rows.append([escape(words[kind]), _linked(words, getattr(change, f"{kind}_m2"), f"{anchor}-all")])
    rows.append([escape(words["not_observed"]), words.area(change.not_observed_m2)])
    rows.append([escape(words["rate"]), rate])
    return table(title, [words["kind"], words["area"]], rows, (1,))


def _before_dates(data: ReportData, site: SiteFigures) -> str:
    earlier = earlier_of(data, site)
    if earlier is not None and len(earlier):
        return dates_text(earlier)
    return dates_text(is_open(data.before or site.sectors))


def _maps(data: ReportData, site: SiteFigures, number: int, shown: set[str]) -> str:
    """Return the maps of a site; images that lie behind them are added to ``shown``."""
    words, bounds = data.words, map_bounds(site.sectors.geometries)
    pages = [(words["map"], site.sectors, data.request.image)]
    earlier = earlier_of(data, site)
    if earlier is not None:
        pages.insert(0, (words["before"], earlier, data.request.compare_image))
    drawn, codes = [], set(site.sectors.codes.tolist())
    titles = {code: words.class_title(code) for code in BY_CODE}
    for offset, (caption, sectors, image) in enumerate(pages):
        codes |= set(sectors.codes.tolist())
        dates = dates_text(sectors) if len(sectors) else "-"
        title = caption.format(site=site_title(words, site.name), dates=dates)
        if not site.name and sectors is site.sectors:
            title = f"{words['no_site']}, {dates}"
        listed = ", ".join(sorted({titles[code] for code in sectors.codes.tolist()})) or "-"
        area = words.area(float(sectors.whole_m2[sectors.codes != SITE_CODE].sum()))
        text = words["map_text"].format(count=len(sectors), area=area, classes=listed)
        behind = picture(image, bounds) if image else None
        shown |= {image} if behind is not None else set()
        svg = draw_map(sectors, bounds, MapWords(title, text, titles), 2 * number + offset, behind)
        drawn.append(f"<figure>{svg}<figcaption>{escape(title)}</figcaption></figure>")
    return f'<div class="maps">{"".join(drawn)}</div>{legend(words, sorted(codes))}'


def _imagery(data: ReportData) -> str:
    words = data.words
    rows = [
        [escape(i.date or "-"), escape(i.scene or "-"), escape(i.system or "-"), escape(i.gsd_m or "-"), str(i.sectors)]
        for i in data.figures.images
    ]
    header = [words["observed"], words["scene"], words["system"], words["gsd"], words["sectors"]]
    return section("imagery", words["imagery"], table(words["imagery"], header, rows, (3, 4)))


def _method(data: ReportData) -> str:
    words, request = data.words, data.request
    text = words["method_text"].format(
        tolerance=words.number(request.tolerance_m, 0), min_area=words.number(request.min_area_m2, 0)
    )
    body = f"<p>{escape(text)}</p>"
    if data.history.runs:
        header = [words["model"], "SHA-256", words["image"], words["started"], words["run"]]
        rows = [
            [escape(value or "-") for value in (run.model, run.model_sha256, run.image, run.started_at, run.run_id)]
            for run in data.history.runs
        ]
        body += table(words["runs"], header, rows)
    else:
        body += f"<p>{escape(words['no_runs'])}</p>"
    versions = ", ".join(f"{name} {version}" for name, version in software_versions().items())
    return section("method", words["method"], f'{body}<p class="small">{escape(versions)}</p>')


def _reviewers(data: ReportData) -> str:
    words, figures = data.words, data.figures
    counts = [[escape(words.states.get(state, state)), str(count)] for state, count in figures.states.items()]
    states = table(words["states"], [words["states"], words["sectors"]], counts, (1,))
    if not figures.people:
        return section("reviewers", words["reviewers"], f"<p>{escape(words['nobody'])}</p>{states}")
    rows = [
        [escape(editor or "-"), escape(reviewer or "-"), escape(day or "-"), str(count)]
        for editor, reviewer, day, count in figures.people
    ]
    header = [words["editor"], words["reviewer"], words["reviewed_at"], words["sectors"]]
    return section("reviewers", words["reviewers"], table(words["reviewers"], header, rows, (3,)) + states)


def _signoff(words: Words) -> str:
    header = "".join(f'<th scope="col">{escape(words[key])}</th>' for key in ("name", "date", "signature"))
    body = (
        f"<caption>{escape(words['signoff'])}</caption><thead><tr>{header}</tr></thead>"
        f"<tbody><tr>{'<td>&nbsp;</td>' * 3}</tr></tbody>"
    )
    return section("signoff", words["signoff"], f'<table class="signoff">{body}</table>')
