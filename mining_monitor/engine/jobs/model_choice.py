"""The model of a detection: the one that was named, or the one that suits the image; and if it is at home there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mining_monitor.contract.requests import DetectRequest
from mining_monitor.contract.results import DetectPlan, Notice
from mining_monitor.engine.detection.run import plan
from mining_monitor.engine.imagery.source import open_image
from mining_monitor.engine.jobs.cloud_mask import cloud_notices
from mining_monitor.engine.jobs.own_mask import mask_notices
from mining_monitor.engine.models.catalogue import model_info
from mining_monitor.engine.models.domain import domain_notices, image_facts
from mining_monitor.engine.models.session import OnnxSegmenter, load_segmenter
from mining_monitor.engine.models.suggest import suggest_for


@dataclass(frozen=True)
class ChosenModel:
    """A ready model and what the user should know of it before the run."""

    segmenter: OnnxSegmenter
    notices: tuple[Notice, ...]


def choose_model(request: DetectRequest) -> ChosenModel:
    """Load the model of a request; where it names none, the installed one that suits the image best.

    Where none suits the image, the default model is taken, so that its own error tells why.

    Raises
    ------
    ModelMissingError, ModelCardError, ModelError, ImageError, ExtentError
    """
    name = request.model
    if not name:
        ranked = suggest_for(request.image, request.extent, request.bands)
        name = next((one.model.path for one in ranked.suggestions if one.fitness > 0), "")
    segmenter = load_segmenter(name, request.threads)
    with open_image(request.image) as image:
        facts = image_facts(image, request.extent, request.bands)
    return ChosenModel(segmenter, domain_notices(model_info(segmenter.card), facts))


def plan_detection(request: DetectRequest) -> DetectPlan:
    """Say what a detection would do, and with which model; what is outside the model's domain comes first.

    Raises
    ------
    MiningMonitorError
        Whatever the detection itself would raise.
    """
    chosen = choose_model(request)
    planned = plan(request, chosen.segmenter)
    clouds = (*mask_notices(request), *cloud_notices(request))
    return replace(planned, warnings=(*chosen.notices, *clouds, *planned.warnings))
