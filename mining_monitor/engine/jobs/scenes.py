"""Requests about products, catalogues and scenes."""

from __future__ import annotations

import contextlib
import dataclasses
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
    from mining_monitor.engine.imagery.catalogues.kept_parts import resumable
    from mining_monitor.engine.imagery.catalogues.scene import is_item
    from mining_monitor.engine.imagery.sentinel2.load import load_sentinel2

    catalogues.require_one_host(request.inputs, request.headers)
    what = repr(dataclasses.replace(request, output="", mask=None, headers=None))
    with resumable(what) if any(is_item(path) for path in request.inputs) else contextlib.nullcontext():
        return load_sentinel2(request, str(uuid.uuid4()), job)


def _spectral_index(request: scenes.SpectralIndexRequest, job: Job) -> scenes.SpectralIndexResult:
    from mining_monitor.engine.files import run_folder
    from mining_monitor.engine.jobs.own_mask import index_with_own_mask
    from mining_monitor.engine.monitoring.indices import index_named, spectral_index

    index_named(request.index)
    with run_folder(str(uuid.uuid4())) as folder:
        masked, notices = index_with_own_mask(request, folder, job)
        found = spectral_index(masked, str(uuid.uuid4()), job)
    return dataclasses.replace(found, warnings=(*notices, *found.warnings))


HANDLERS: dict[type, Any] = {
    **{request: _not_yet for request in scenes.REQUESTS},
    **catalogues.HANDLERS,
    scenes.DescribeProductRequest: catalogues.interruptible(_describe_product),
    scenes.LoadSentinel2Request: catalogues.interruptible(_load_sentinel2),
    scenes.SpectralIndexRequest: _spectral_index,
}
