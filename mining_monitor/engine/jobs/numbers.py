"""Requests about areas, samples, accuracy, change and release; stages are imported when they are first needed."""

from __future__ import annotations

from typing import Any

from mining_monitor.contract import change, numbers, release, report
from mining_monitor.contract.accuracy import AccuracyResult, AssessAccuracyRequest
from mining_monitor.engine.progress import Job


def _areas(request: numbers.AreasRequest, job: Job) -> numbers.AreasResult:
    from mining_monitor.engine.monitoring.areas import sum_areas

    return sum_areas(request, job)


def _sample_points(request: numbers.SamplePointsRequest, job: Job) -> numbers.SampleResult:
    from mining_monitor.engine.monitoring.sampling import draw_sample

    return draw_sample(request, job)


def _assess_accuracy(request: AssessAccuracyRequest, job: Job) -> AccuracyResult:
    from mining_monitor.engine.monitoring.judgement import assess_accuracy

    return assess_accuracy(request, job)


def _detect_change(request: change.DetectChangeRequest, job: Job) -> change.ChangeResult:
    from mining_monitor.engine.monitoring.change import detect_change

    return detect_change(request, job)


def _time_series(request: change.TimeSeriesRequest, job: Job) -> change.TimeSeriesResult:
    from mining_monitor.engine.monitoring.series import follow

    return follow(request, job)


def _scan_release(request: release.ScanReleaseRequest, job: Job) -> release.ScanReleaseResult:
    from mining_monitor.engine.reporting.leaks import scan_release

    return scan_release(request, job)


def _site_report(request: report.SiteReportRequest, job: Job) -> report.SiteReportResult:
    from mining_monitor.engine.reporting.site_report import write_report

    return write_report(request, job)


HANDLERS: dict[type, Any] = {
    numbers.AreasRequest: _areas,
    numbers.SamplePointsRequest: _sample_points,
    AssessAccuracyRequest: _assess_accuracy,
    change.DetectChangeRequest: _detect_change,
    change.TimeSeriesRequest: _time_series,
    release.ScanReleaseRequest: _scan_release,
    report.SiteReportRequest: _site_report,
}
