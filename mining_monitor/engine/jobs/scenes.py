"""Requests about products, catalogues and scenes."""

from __future__ import annotations

import uuid
from typing import Any

from mining_monitor.contract import scenes
from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.engine.jobs import catalogues
from mining_monitor.engine.progress import Job


def _not_yet(request: Any, job: Job) -> Any:
    raise MiningMonitorError(f"This version cannot answer '{request.TYPE}' yet.", type=request.TYPE)


def _describe_product(request: scenes.DescribeProductRequest, job: Job) -> scenes.ProductDescription:
    from mining_monitor.engine.imagery.sentinel2.product import description_of
    from mining_monitor.engine.imagery.sentinel2.sources import open_scenes

    return description_of(request.path, tuple(open_scenes(request.path, request.headers)))


def _load_sentinel2(request: scenes.LoadSentinel2Request, job: Job) -> scenes.LoadedScene:
    from mining_monitor.engine.imagery.sentinel2.load import load_sentinel2

    catalogues.require_one_host(request.inputs, request.headers)
    return load_sentinel2(request, str(uuid.uuid4()), job)


def _spectral_index(request: scenes.SpectralIndexRequest, job: Job) -> scenes.SpectralIndexResult:
    from mining_monitor.engine.monitoring.indices import spectral_index

    return spectral_index(request, str(uuid.uuid4()), job)


HANDLERS: dict[type, Any] = {
    **{request: _not_yet for request in scenes.REQUESTS},
    **catalogues.HANDLERS,
    scenes.DescribeProductRequest: catalogues.interruptible(_describe_product),
    scenes.LoadSentinel2Request: catalogues.interruptible(_load_sentinel2),
    scenes.SpectralIndexRequest: _spectral_index,
}
