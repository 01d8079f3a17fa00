"""Numbers in words, for a terminal."""

from __future__ import annotations

from mining_monitor.contract import change, numbers, release, report
from mining_monitor.contract.accuracy import AccuracyResult, Estimate
from mining_monitor.engine.cli_text import area_text, say
from mining_monitor.schema.classes import BY_CODE


def _title(code: int | None) -> str:
    return "Not observed" if code == 255 else "All" if code is None else BY_CODE[code].title


def _plain(text: str) -> str:
    """Return a name out of a file without what steers a terminal: line breaks, escapes, changes of direction."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _percent(value: float | None) -> str:
    return "undefined" if value is None else f"{100 * value:.1f} %"


@say.register
def _(result: numbers.AreasResult) -> str:
    lines = [f"{result.sectors} sectors: {area_text(result.union_m2)} of ground ({area_text(result.sum_m2)} in sum)"]
    for row in result.rows:
        if row.grouping == "total" and row.code is not None:
            below = f"; {row.below_sectors} below the minimum mappable unit" if row.below_sectors else ""
            lines.append(f"  {_title(row.code)}: {row.sectors}, {area_text(row.union_m2)}{below}")
    for place in result.places:
        lines.append(
            f"  {_plain(place.group) or 'extent'}: {area_text(place.mapped_m2)} mapped, {area_text(place.observed_m2)} "
            f"observed, {area_text(place.not_observed_m2)} not observed"
        )
    return "\n".join(lines + [f"Note: {notice.message}" for notice in result.warnings] + _written(result.table))


def _written(*paths: str | None) -> list[str]:
    return [f"Written: {path}" for path in paths if path]


@say.register
def _(result: numbers.SampleResult) -> str:
    lines = [f"{result.size} points ({result.allocation}, seed {result.seed}) over {area_text(result.area_m2)}"]
    lines += [f"  {_title(s.code)}: {s.points} points, {_percent(s.share)} of the area" for s in result.strata]
    return "\n".join(lines + [f"Note: {notice.message}" for notice in result.warnings] + _written(result.output))


def _interval(estimate: Estimate) -> str:
    if estimate.value is None or estimate.low is None:
        return _percent(estimate.value)
    return f"{_percent(estimate.value)} ({_percent(estimate.low)} to {_percent(estimate.high)})"


@say.register
def _(result: AccuracyResult) -> str:
    lines = [f"Overall accuracy {_interval(result.overall)}, from {result.method}"]
    for row in result.classes:
        text = f"  {_title(row.code)}: user's {_interval(row.users)}, producer's {_interval(row.producers)}"
        if row.adjusted_m2 is not None and row.adjusted_m2.value is not None:
            half = 1.96 * (row.adjusted_m2.standard_error or 0.0)
            text += f", area {area_text(row.adjusted_m2.value)} +- {area_text(half)}"
        lines.append(text)
    if result.unlabelled:
        lines.append(f"{result.unlabelled} points are not labelled yet")
    if result.undefined:
        lines.append(f"Undefined (0/0): {', '.join(result.undefined)}")
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    return "\n".join(lines + _written(result.output, result.table))


@say.register
def _(result: change.ChangeResult) -> str:
    lines = [
        f"Expansion {area_text(result.expansion_m2)}, reclamation {area_text(result.reclamation_m2)}, "
        f"conversion {area_text(result.conversion_m2)}",
        f"Below {result.tolerance_m:g} m or {result.min_area_m2:g} m2: {area_text(result.suppressed_m2)}",
    ]
    for date, area in result.not_observed_m2.items():
        if area:
            lines.append(f"Mapped at one date and not observed {date}: {area_text(area)}")
    lines += [f"  site {_plain(site.site) or '-'}: {site.status}" for site in result.sites[:20]]
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    return "\n".join(lines + _written(result.output, result.table))


@say.register
def _(result: change.TimeSeriesResult) -> str:
    lines = [f"{point.at}: {area_text(point.area_m2)}" for point in result.points if point.code is None]
    return "\n".join(lines + [f"Note: {notice.message}" for notice in result.warnings] + _written(result.table))


@say.register
def _(result: release.ScanReleaseResult) -> str:
    lines = [f"{leak.file}: {leak.kind}: {leak.found} ({leak.where})" for leak in result.leaks]
    lines += [f"{path}: could not be read" for path in result.unread]
    lines.append(f"{result.scanned} files searched, {len(result.leaks)} leaks")
    return "\n".join(lines)


@say.register
def _(result: report.SiteReportResult) -> str:
    lines = [f"{result.sites} sites, {result.sectors} sectors", f"Content SHA-256 {result.content_sha256}"]
    return (
        "\n".join(lines + [f"Note: {notice.message}" for notice in result.warnings])
        + "\n"
        + "\n".join(_written(result.output, result.table))
    )
