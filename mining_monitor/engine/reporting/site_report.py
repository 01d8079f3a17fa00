"""``sitereport``: a report that stands alone, as HTML and as a table (DOMAIN 4.6)."""

from __future__ import annotations

import datetime
import hashlib
import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np

from mining_monitor import paths
from mining_monitor.contract.change import ChangeResult
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.report import SiteReportRequest, SiteReportResult
from mining_monitor.contract.results import Notice
from mining_monitor.engine.files import is_plain_file, is_same_file, require_place, whole_file
from mining_monitor.engine.monitoring.areas import Units, write_areas
from mining_monitor.engine.monitoring.change import ChangeRules, compare, summarise
from mining_monitor.engine.monitoring.rates import date_range
from mining_monitor.engine.monitoring.sector_map import SectorMap, load_map
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.generalise import SENSITIVE_CODES
from mining_monitor.engine.reporting.report_figures import Figures, SiteFigures, gather, read_accuracy
from mining_monitor.engine.reporting.report_html import (
    accuracy_section,
    area_table,
    area_text,
    chart,
    matrix_table,
    section,
    table,
)
from mining_monitor.engine.reporting.report_map import MapWords, draw_map, map_bounds, picture
from mining_monitor.engine.reporting.report_words import LANGUAGE, STATUS, WORDS
from mining_monitor.engine.versions import software_versions
from mining_monitor.schema.classes import BY_CODE

_DORMANT_YEARS = 3.0


@dataclass(frozen=True)
class _Inputs:
    """What was read for a report."""

    request: SiteReportRequest
    sectors: SectorMap
    before: SectorMap | None
    figures: Figures


def write_report(request: SiteReportRequest, job: Job) -> SiteReportResult:
    """Write a report; the file needs no other file and no network.

    Raises
    ------
    AnnotationsError, ImageError, ParameterError, OutputError
    """
    _check(request)
    template = _template(request.template)
    accuracy = read_accuracy(request.accuracy) if request.accuracy else None
    sectors = _chosen(load_map(request.source, job), request.sites, request.source)
    before = None if request.compare is None else _chosen(load_map(request.compare, job), (), request.compare)
    if before is not None and request.sites:
        before = before.only(np.isin([_site_of(row) for row in before.rows], request.sites))
    units = Units(request.min_area_m2, {})
    change = None if before is None else _change(before, sectors, request, job)
    figures = gather(sectors, units, change, accuracy, job)
    inputs = _Inputs(request, sectors, before, figures)
    parts = _sections(inputs, job)
    text, digest = _fill(template, parts, request)
    with whole_file(Path(request.output)) as partial:
        partial.write_text(text, encoding="utf-8")
    rows = [*figures.totals, *(row for site in figures.sites for row in site.areas)]
    written = write_areas(request.table, rows) if request.table else None
    return SiteReportResult(
        request.output, len(figures.sites), len(sectors), digest, written, (*sectors.notices, *_notices(figures))
    )


def _check(request: SiteReportRequest) -> None:
    if Path(request.output).suffix.lower() not in (".html", ".htm"):
        raise ParameterError(f"OUTPUT is '{request.output}'; name a .html file.", name="OUTPUT")
    sources = [request.source.path, *([request.compare.path] if request.compare else []), request.image]
    for path in filter(None, (request.output, request.table)):
        if any(source and is_same_file(Path(path), Path(source)) for source in sources):
            raise ParameterError(f"OUTPUT is {path}, which is also read. Choose another name.", name="OUTPUT")
        require_place(Path(path))


def _template(path: str) -> string.Template:
    file = Path(path) if path else paths.resource("report", "report.html")
    if not is_plain_file(file):
        raise ParameterError(f"{file} is no template; choose a .html file.", name="template")
    try:
        template = string.Template(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ParameterError(f"{file} cannot be read as a template: {error}.", name="template") from error
    return template


def _site_of(row: object) -> str:
    value = row.get("site_id") if hasattr(row, "get") else None
    return "" if value is None else str(value).strip()


def _chosen(sectors: SectorMap, sites: Sequence[str], source: SectorSource) -> SectorMap:
    if sites:
        sectors = sectors.only(np.isin([_site_of(row) for row in sectors.rows], list(sites)))
        missing = sorted(set(sites) - {_site_of(row) for row in sectors.rows})
        if missing:
            raise ParameterError(f"{source.path} has no site '{missing[0]}'.", name="sites")
    if not len(sectors):
        raise AnnotationsError(f"{source.path} has no sectors to report on.")
    return sectors


def _change(before: SectorMap, after: SectorMap, request: SiteReportRequest, job: Job) -> ChangeResult:
    rules = ChangeRules(request.tolerance_m, request.min_area_m2, _DORMANT_YEARS)
    open_before, open_after = (m.only(~np.isin(m.codes, SENSITIVE_CODES)) for m in (before, after))
    return summarise(compare(open_before, open_after, rules, job), rules)


def _notices(figures: Figures) -> tuple[Notice, ...]:
    count = sum(figures.artisanal.values())
    if not count:
        return ()
    return (Notice("artisanal-withheld", f"{count} artisanal sites: {WORDS['artisanal']}", {"count": count}),)


# sections -----------------------------------------------------------------------------------------------------------


def _sections(inputs: _Inputs, job: Job) -> dict[str, str]:
    figures, request = inputs.figures, inputs.request
    sites = []
    for number, site in enumerate(figures.sites, 1):
        job.check()
        job.report(Progress(number / (len(figures.sites) + 1), "report"))
        sites.append(_site_section(inputs, site, number))
    method = WORDS["method_text"].format(tolerance=request.tolerance_m, min_area=request.min_area_m2)
    versions = ", ".join(f"{name} {version}" for name, version in software_versions().items())
    return {
        "contents": _contents(figures),
        "summary": _summary(inputs),
        "sites": "".join(sites),
        "imagery": _imagery(figures),
        "accuracy": accuracy_section(figures.accuracy),
        "method": section("method", WORDS["method"], f"<p>{escape(method)}</p><p class='small'>{escape(versions)}</p>"),
        "limits": section("limits", WORDS["limits"], f"<p class='limits'>{escape(_limits(figures))}</p>"),
        "reviewers": _reviewers(figures),
        "signoff": _signoff(),
        "sources": _sources(figures),
    }


def _limits(figures: Figures) -> str:
    return WORDS["limits_text"] + (f" {WORDS['artisanal']}" if figures.artisanal else "")


def _anchor(name: str) -> str:
    return "site-" + (re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-") or "none") + f"-{len(name)}"


def _title(name: str) -> str:
    return f"{WORDS['site']} {name}" if name else WORDS["no_site"]


def _contents(figures: Figures) -> str:
    links = [("summary", WORDS["summary"]), *((_anchor(s.name), _title(s.name)) for s in figures.sites)]
    links += [(key, WORDS[key]) for key in ("imagery", "accuracy", "method", "limits", "reviewers", "sources")]
    return "<ul>" + "".join(f'<li><a href="#{anchor}">{escape(text)}</a></li>' for anchor, text in links) + "</ul>"


def _summary(inputs: _Inputs) -> str:
    figures = inputs.figures
    body = area_table(figures.totals, "total", figures.accuracy)
    if figures.artisanal:
        rows = [[escape(bin_), str(count)] for bin_, count in figures.artisanal.items()]
        body += table(WORDS["artisanal"], [WORDS["area"], WORDS["sectors"]], rows, (1,))
    if figures.change is not None and inputs.before is not None:
        body += f"<h3>{escape(WORDS['change'].format(before=_dates(inputs.before)))}</h3>"
        body += _change_table(figures.change) + matrix_table(figures.change) + chart(figures.change.classes)
    return section("summary", WORDS["summary"], body)


def _change_table(change: ChangeResult) -> str:
    rows = [
        [escape(WORDS["expansion"]), area_text(change.expansion_m2)],
        [escape(WORDS["reclamation"]), area_text(change.reclamation_m2)],
        [escape(WORDS["conversion"]), area_text(change.conversion_m2)],
        [escape(WORDS["not_observed"]), area_text(sum(change.not_observed_m2.values()))],
    ]
    return table(WORDS["change"].format(before="/".join(change.before_at) or "-"), ["", WORDS["area"]], rows, (1,))


def _dates(sectors: SectorMap) -> str:
    return " – ".join(date_range(sectors)) or "-"


def _site_section(inputs: _Inputs, site: SiteFigures, number: int) -> str:
    body = _maps(inputs, site, number) + area_table(site.areas, _anchor(site.name))
    if site.change is not None:
        change = site.change
        rate = WORDS["undefined"] if change.rate is None else f"{100 * change.rate:+.1f} %"
        body += table(WORDS["change"].format(before=_dates(inputs.before) if inputs.before else "-"), ["", ""], [
            [escape(WORDS["status"]), escape(STATUS.get(change.status, change.status))],
            [escape(WORDS["expansion"]), area_text(change.expansion_m2)],
            [escape(WORDS["reclamation"]), area_text(change.reclamation_m2)],
            [escape(WORDS["conversion"]), area_text(change.conversion_m2)],
            [escape(WORDS["not_observed"]), area_text(change.not_observed_m2)],
            [escape(WORDS["rate"]), rate],
        ])  # fmt: skip
    if site.tailings:
        rows = [[escape(name or "-"), area_text(area), escape(date)] for name, area, date in site.tailings]
        body += table(WORDS["tailings"], [WORDS["facility"], WORDS["area"], WORDS["observed"]], rows, (1,))
    return section(_anchor(site.name), _title(site.name), body, "site")


def _maps(inputs: _Inputs, site: SiteFigures, number: int) -> str:
    bounds = map_bounds(site.sectors.geometries)
    pages = [(WORDS["map"], site.sectors, inputs.request.image)]
    if inputs.before is not None:
        ids = {site.name, *(site.change.before_ids if site.change else ())}
        keep = np.array([_site_of(row) in ids for row in inputs.before.rows], dtype=bool)
        earlier = inputs.before.only(keep & ~np.isin(inputs.before.codes, SENSITIVE_CODES))
        pages.insert(0, (WORDS["before"], earlier, inputs.request.compare_image))
    figures = []
    for offset, (caption, sectors, image) in enumerate(pages):
        title = caption.format(site=_title(site.name), dates=_dates(sectors) if len(sectors) else "-")
        keys = sorted({BY_CODE[code].title for code in sectors.codes.tolist()})
        area = area_text(float(sectors.whole_m2.sum()))
        text = WORDS["map_text"].format(count=len(sectors), area=area, classes=", ".join(keys) or "-")
        behind = picture(image, bounds) if image else None
        svg = draw_map(sectors, bounds, MapWords(title, text), 2 * number + offset, behind)
        credit = f". {inputs.request.attribution}" if behind is not None and inputs.request.attribution else ""
        figures.append(f"<figure>{svg}<figcaption>{escape(title + credit)}</figcaption></figure>")
    return f'<div class="maps">{"".join(figures)}</div>'


def _imagery(figures: Figures) -> str:
    rows = [
        [escape(i.date or "-"), escape(i.scene or "-"), escape(i.system or "-"), escape(i.gsd_m or "-"), str(i.sectors)]
        for i in figures.images
    ]
    header = [WORDS["observed"], WORDS["scene"], WORDS["system"], WORDS["gsd"], WORDS["sectors"]]
    return section("imagery", WORDS["imagery"], table(WORDS["imagery"], header, rows, (3, 4)))


def _reviewers(figures: Figures) -> str:
    states = table(WORDS["states"], [WORDS["states"], WORDS["sectors"]], [
        [escape(state), str(count)] for state, count in figures.states.items()
    ], (1,))  # fmt: skip
    if not figures.people:
        return section("reviewers", WORDS["reviewers"], f"<p>{escape(WORDS['nobody'])}</p>{states}")
    rows = [[escape(editor or "-"), escape(reviewer or "-"), escape(day or "-"), str(count)]
            for editor, reviewer, day, count in figures.people]  # fmt: skip
    header = [WORDS["editor"], WORDS["reviewer"], WORDS["reviewed_at"], WORDS["sectors"]]
    return section("reviewers", WORDS["reviewers"], table(WORDS["reviewers"], header, rows, (3,)) + states)


def _signoff() -> str:
    header = "".join(f'<th scope="col">{escape(WORDS[key])}</th>' for key in ("name", "date", "signature"))
    cells = "<td></td>" * 3
    body = (
        f"<caption>{escape(WORDS['signoff'])}</caption><thead><tr>{header}</tr></thead><tbody><tr>{cells}</tr></tbody>"
    )
    return section("signoff", WORDS["signoff"], f'<table class="signoff">{body}</table>')


def _sources(figures: Figures) -> str:
    rows = []
    groups = [("total", WORDS["all"], figures.totals)]
    groups += [(_anchor(site.name), _title(site.name), site.areas) for site in figures.sites]
    for anchor, title, areas in groups:
        for row in areas:
            label = WORDS["all"] if row.code is None else BY_CODE[row.code].title
            if row.code is None or anchor == "total":  # the classes of the sites name them
                names = WORDS["sectors"] + f": {row.sectors}"
            else:
                names = ", ".join(name for name in row.sources if name) or "-"
            rows.append([f'<span id="{anchor}-{row.key}">{escape(title)}</span>', escape(label), escape(names)])
    body = f"<p>{escape(WORDS['sources_text'])}</p>"
    body += table(WORDS["sources"], [WORDS["site"], WORDS["class"], WORDS["identity"]], rows)
    return section("sources", WORDS["sources"], body)


# the page -----------------------------------------------------------------------------------------------------------


def _fill(template: string.Template, parts: dict[str, str], request: SiteReportRequest) -> tuple[str, str]:
    """Return the page and the SHA-256 of everything in it but the time at which it was made."""
    version = software_versions()["mining-monitor"]
    attribution = WORDS["attribution"].format(attribution=request.attribution) if request.attribution else ""
    words = {
        "language": LANGUAGE, "version": escape(version), "title": escape(request.title or WORDS["title"]),
        "subtitle": escape(request.organisation), "skip": escape(WORDS["skip"]),
        "contents_label": escape(WORDS["contents"]), "attribution": escape(attribution), **parts,
    }  # fmt: skip
    try:
        digest = hashlib.sha256(template.substitute(words, generated="", hash="").encode("utf-8")).hexdigest()
    except (KeyError, ValueError) as error:
        raise ParameterError(
            f"The template names '{error.args[0]}', which no report has; known are {', '.join(sorted(words))}, "
            "generated, hash. Write $$ for a dollar sign.",
            name="template",
        ) from error
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    operator = f", {request.operator}" if request.operator else ""
    generated = WORDS["generated"].format(time=now, version=version, operator=operator)
    digest_text = WORDS["hash"].format(hash=digest)
    return template.substitute(words, generated=escape(generated), hash=escape(digest_text)), digest
