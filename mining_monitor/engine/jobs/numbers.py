"""Requests about areas, samples, accuracy, change and release; stages are imported when they are first needed."""

from __future__ import annotations

from typing import Any

from mining_monitor.contract import numbers
from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.engine.progress import Job


def _not_yet(request: Any, job: Job) -> Any:
    raise MiningMonitorError(f"This version cannot answer '{request.TYPE}' yet.", type=request.TYPE)


def _areas(request: numbers.AreasRequest, job: Job) -> numbers.AreasResult:
    from mining_monitor.engine.monitoring.areas import sum_areas

    return sum_areas(request, job)


HANDLERS: dict[type, Any] = {
    **{request: _not_yet for request in numbers.REQUESTS},
    numbers.AreasRequest: _areas,
}
