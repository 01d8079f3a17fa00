"""Requests to stages: the one way in which the door, the command line and a worker run anything."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mining_monitor.contract import requests, results
from mining_monitor.contract.door import PROTOCOL_VERSION
from mining_monitor.contract.errors import DiskFullError, MiningMonitorError
from mining_monitor.contract.imagery import ImageDescription
from mining_monitor.engine.jobs import annotations as annotation_jobs
from mining_monitor.engine.jobs import models, numbers, scenes, training
from mining_monitor.engine.jobs.catalogues import by_host
from mining_monitor.engine.progress import Job
from mining_monitor.engine.versions import software_versions

LOGGER = logging.getLogger(__name__)

Handler = Callable[[Any, Job], Any]


def handle(request: Any, job: Job) -> Any:
    """Run a request and return its result.

    Stages are imported when they are first needed, so that the engine answers within a second of its start.

    Raises
    ------
    MiningMonitorError
        Whatever the stage raises for its user.
    """
    return HANDLERS[type(request)](request, job)


def in_words(error: Exception) -> MiningMonitorError:
    """Return the error that a user reads for whatever a request raised; one that nobody foresaw is logged."""
    if isinstance(error, MiningMonitorError):
        LOGGER.info("%s: %s", error.code, error.message)
        return error
    LOGGER.error("a request failed", exc_info=error)
    if isinstance(error, MemoryError):
        return MiningMonitorError("There is not enough memory. Use a smaller extent.", kind="MemoryError")
    if "No space left" in str(error) or getattr(error, "errno", None) == errno.ENOSPC:
        return DiskFullError("The disk is full; nothing half-made was left. Free some space and run again.")
    kind = type(error).__name__
    text = f"The engine met an error that it does not know ({kind}: {error}). Its log has the details."
    return MiningMonitorError(text, kind=kind)


def _detect(request: requests.DetectRequest, job: Job) -> results.DetectResult:
    from mining_monitor.engine.jobs.detect import run_detection

    return by_host(run_detection, request.image)(request, job)


def _plan(request: requests.PlanDetectRequest, job: Job) -> results.DetectPlan:
    from mining_monitor.engine.jobs.model_choice import plan_detection

    return by_host(lambda asked, _: plan_detection(asked.detect), request.detect.image)(request, job)


def _describe_image(request: requests.DescribeImageRequest, job: Job) -> ImageDescription:
    from mining_monitor.engine.imagery.source import describe_image

    return by_host(lambda asked, _: describe_image(asked.image), request.image)(request, job)


def _list_models(request: requests.ListModelsRequest, job: Job) -> results.ModelList:
    from mining_monitor.engine.models.installed import list_models

    return list_models()


def _check_model(request: requests.CheckModelRequest, job: Job) -> results.ModelReport:
    from mining_monitor.engine.models.check import check_model

    return check_model(request.model, job=job)


def _add_model(request: requests.AddModelRequest, job: Job) -> results.ModelInfo:
    from mining_monitor.engine.models.installed import add_model

    return add_model(request)


def _describe_model(request: requests.DescribeModelRequest, job: Job) -> results.ModelDraft:
    from mining_monitor.engine.models.describe import describe_model

    return describe_model(Path(request.model))


def _export_geojson(request: requests.ExportGeoJsonRequest, job: Job) -> results.ExportResult:
    from mining_monitor.engine.reporting.geojson import export_geojson

    return export_geojson(request, job)


def _sample_scene(request: requests.SampleSceneRequest, job: Job) -> results.SampleSceneResult:
    from mining_monitor.engine.jobs.sample_scene import make_sample_scene

    return make_sample_scene(request, job)


def _info(request: requests.InfoRequest, job: Job) -> results.EngineInfo:
    return engine_info()


def engine_info() -> results.EngineInfo:
    """Return versions, execution providers and model hashes."""
    from mining_monitor.engine.models.installed import list_models
    from mining_monitor.engine.models.runtime import providers

    versions = software_versions()
    return results.EngineInfo(
        version=versions.pop("mining-monitor"),
        protocol=PROTOCOL_VERSION,
        python=versions.pop("python"),
        packages=versions,
        providers=providers(),
        models={model.name: model.sha256 for model in list_models().models},
    )


HANDLERS: dict[type, Handler] = {
    **scenes.HANDLERS,
    **annotation_jobs.HANDLERS,
    **numbers.HANDLERS,
    **models.HANDLERS,
    **training.HANDLERS,
    requests.DetectRequest: _detect,
    requests.PlanDetectRequest: _plan,
    requests.DescribeImageRequest: _describe_image,
    requests.ListModelsRequest: _list_models,
    requests.CheckModelRequest: _check_model,
    requests.AddModelRequest: _add_model,
    requests.DescribeModelRequest: _describe_model,
    requests.ExportGeoJsonRequest: _export_geojson,
    requests.SampleSceneRequest: _sample_scene,
    requests.InfoRequest: _info,
}
