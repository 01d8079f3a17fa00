"""Requests about products, catalogues and scenes."""

from __future__ import annotations

import contextlib
import dataclasses
import uuid
from typing import Any

from mining_monitor.contract.products import (
    DescribeProductRequest,
    LoadedScene,
    LoadSentinel2Request,
    ProductDescription,
)
from mining_monitor.contract.spectral import SpectralIndexRequest, SpectralIndexResult
from mining_monitor.engine.jobs import catalogues
from mining_monitor.engine.progress import Job


def _describe_product(request: DescribeProductRequest, job: Job) -> ProductDescription:
    from mining_monitor.engine.imagery.sentinel2.product import description_of
    from mining_monitor.engine.imagery.sentinel2.sources import open_scenes

    return description_of(request.path, tuple(open_scenes(request.path, request.headers)))


def _load_sentinel2(request: LoadSentinel2Request, job: Job) -> LoadedScene:
    from mining_monitor.engine.imagery.catalogues.kept_parts import resumable
    from mining_monitor.engine.imagery.catalogues.scene import is_item
    from mining_monitor.engine.imagery.sentinel2.load import load_sentinel2

    catalogues.require_one_host(request.inputs, request.headers)
    what = repr(dataclasses.replace(request, output="", mask=None, headers=None))
    with resumable(what) if any(is_item(path) for path in request.inputs) else contextlib.nullcontext():
        return load_sentinel2(request, str(uuid.uuid4()), job)


def _spectral_index(request: SpectralIndexRequest, job: Job) -> SpectralIndexResult:
    from mining_monitor.engine.files import run_folder
    from mining_monitor.engine.jobs.own_mask import index_with_own_mask
    from mining_monitor.engine.monitoring.indices import index_named, spectral_index

    index_named(request.index)
    with run_folder(str(uuid.uuid4())) as folder:
        masked, notices = index_with_own_mask(request, folder, job)
        found = spectral_index(masked, str(uuid.uuid4()), job)
    return dataclasses.replace(found, warnings=(*notices, *found.warnings))


HANDLERS: dict[type, Any] = {
    **catalogues.HANDLERS,
    DescribeProductRequest: catalogues.interruptible(_describe_product),
    LoadSentinel2Request: catalogues.interruptible(_load_sentinel2),
    SpectralIndexRequest: _spectral_index,
}
