"""``sitereport``: a report that stands alone, as HTML and as a table (DOMAIN 4.6)."""

from __future__ import annotations

import datetime
import hashlib
import math
import string
from collections.abc import Sequence
from html import escape
from pathlib import Path

import numpy as np

from mining_monitor import paths
from mining_monitor.contract.change import ChangeResult
from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.report import SiteReportRequest, SiteReportResult
from mining_monitor.contract.results import Notice
from mining_monitor.engine.files import is_plain_file, is_same_file, require_place, whole_file
from mining_monitor.engine.monitoring.areas import Units
from mining_monitor.engine.monitoring.change import ChangeRules, compare, summarise
from mining_monitor.engine.monitoring.sector_map import SectorMap, load_map
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.report_accuracy import read_accuracy
from mining_monitor.engine.reporting.report_cells import Cells, cells_of
from mining_monitor.engine.reporting.report_data import ReportData, dates_text, is_open, site_of
from mining_monitor.engine.reporting.report_figures import Figures, gather
from mining_monitor.engine.reporting.report_history import read_history
from mining_monitor.engine.reporting.report_sections import sections
from mining_monitor.engine.reporting.report_table import write_figures
from mining_monitor.engine.reporting.report_words import load_words
from mining_monitor.engine.versions import software_versions

_DORMANT_YEARS = 3.0


def write_report(request: SiteReportRequest, job: Job) -> SiteReportResult:
    """Write a report; the file needs no other file and no network.

    Raises
    ------
    AnnotationsError, ImageError, ParameterError, OutputError
    """
    _check(request)
    words, template = load_words(request.language), _template(request.template)
    accuracy = read_accuracy(request.accuracy) if request.accuracy else None
    sectors = _chosen(load_map(request.source, job), request.sites, request.source)
    before = None if request.compare is None else _chosen(load_map(request.compare, job), (), request.compare)
    if before is not None and request.sites:
        before = before.only(np.isin([site_of(row) for row in before.rows], request.sites))
    change, cells = (None, {}) if before is None else _change(before, sectors, request, job)
    figures = gather(sectors, Units(request.min_area_m2, {}), change, accuracy, job)
    history = read_history(request.source.path, is_open(sectors))
    data = ReportData(request, words, sectors, before, figures, history, cells)
    parts, unused = sections(data, job)
    text, digest = _fill(template, parts, data)
    with whole_file(Path(request.output)) as partial:
        partial.write_text(text, encoding="utf-8")
    written = write_figures(request.table, figures) if request.table else None
    warnings = (*sectors.notices, *_notices(figures), *_doubts(change), *_unused_notices(unused))
    return SiteReportResult(request.output, len(figures.sites), len(sectors), digest, written, warnings)


def _check(request: SiteReportRequest) -> None:
    if Path(request.output).suffix.lower() not in (".html", ".htm"):
        raise ParameterError(f"OUTPUT is '{request.output}'; name a .html file.", name="OUTPUT")
    if not all(0 <= value < math.inf for value in (request.tolerance_m, request.min_area_m2)):  # nor no number
        raise ParameterError(
            f"The tolerance is {request.tolerance_m:g} m, the least area {request.min_area_m2:g} m2; give 0 or more.",
            name="tolerance_m",
        )
    read = [request.source.path, request.image, request.compare_image, request.accuracy, request.template]
    read += [request.compare.path] if request.compare else []
    if request.table and is_same_file(Path(request.table), Path(request.output)):
        raise ParameterError(f"TABLE is {request.table}, which is also OUTPUT. Choose another name.", name="TABLE")
    for name, path in (("OUTPUT", request.output), ("TABLE", request.table)):
        if path and any(source and is_same_file(Path(path), Path(source)) for source in read):
            raise ParameterError(f"{name} is {path}, which is also read. Choose another name.", name=name)
        if path:
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


def _chosen(sectors: SectorMap, sites: Sequence[str], source: SectorSource) -> SectorMap:
    if sites:
        sectors = sectors.only(np.isin([site_of(row) for row in sectors.rows], list(sites)))
        missing = sorted(set(sites) - {site_of(row) for row in sectors.rows})
        if missing:
            raise ParameterError(f"{source.path} has no site '{missing[0]}'.", name="sites")
    if not len(sectors):
        reasons = "".join(f" {notice.message}" for notice in sectors.notices)
        raise AnnotationsError(f"{source.path} has no sectors to report on.{reasons}")
    return sectors


def _change(before: SectorMap, after: SectorMap, request: SiteReportRequest, job: Job) -> tuple[ChangeResult, Cells]:
    rules = ChangeRules(request.tolerance_m, request.min_area_m2, _DORMANT_YEARS)
    changes = compare(is_open(before), is_open(after), rules, job)
    return summarise(changes, rules), cells_of(changes)


def _notices(figures: Figures) -> tuple[Notice, ...]:
    count = sum(figures.artisanal.values())
    if not count:
        return ()
    message = f"{count} artisanal sites are counted by binned area only; their places are withheld."
    return (Notice("artisanal-withheld", message, {"count": count}),)


def _doubts(change: ChangeResult | None) -> tuple[Notice, ...]:
    """Return what makes figures of change doubtful; what was not observed stands on the page."""
    codes = ("dates-reversed", "dates-unknown", "other-season")
    return () if change is None else tuple(notice for notice in change.warnings if notice.code in codes)


def _unused_notices(images: Sequence[str]) -> tuple[Notice, ...]:
    return tuple(
        Notice("image-behind-no-map", f"{path} lies behind none of the maps: no site is on it.", {"path": path})
        for path in images
    )


def _fill(template: string.Template, parts: dict[str, str], data: ReportData) -> tuple[str, str]:
    """Return the page and the SHA-256 of everything in it but the time and the person that made it."""
    words, request = data.words, data.request
    version = software_versions()["mining-monitor"]
    owners = data.history.attribution(request.attribution)
    attribution = words["attribution"].format(attribution=owners) if owners else ""
    dates = words["subtitle_at"].format(dates=dates_text(is_open(data.sectors)))
    named = {
        "language": words.language, "version": escape(version), "title": escape(request.title or words["title"]),
        "subtitle": escape(" · ".join(filter(None, (request.organisation, dates)))), "skip": escape(words["skip"]),
        "contents_label": escape(words["contents"]), "attribution": escape(attribution), **parts,
    }  # fmt: skip
    try:
        digest = hashlib.sha256(template.substitute(named, generated="", hash="").encode("utf-8")).hexdigest()
    except (KeyError, ValueError) as error:
        raise ParameterError(
            f"The template names '{error.args[0]}', which no report has; known are {', '.join(sorted(named))}, "
            "generated, hash. Write $$ for a dollar sign.",
            name="template",
        ) from error
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    operator = f", {request.operator}" if request.operator else ""
    generated = words["generated"].format(time=now, version=version, operator=operator)
    return template.substitute(
        named, generated=escape(generated), hash=escape(words["hash"].format(hash=digest))
    ), digest
