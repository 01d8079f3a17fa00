"""Models side by side on labelled data: ``models evaluate``."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.codec import to_json
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import CancelledError, MiningMonitorError, ParameterError
from mining_monitor.contract.models import (
    EvaluateModelsRequest,
    ModelAssessment,
    ModelsEvaluation,
)
from mining_monitor.contract.results import Notice
from mining_monitor.engine.assessment import baselines
from mining_monitor.engine.assessment.chipevaluation import evaluate_on_chips, evaluate_on_pictures
from mining_monitor.engine.assessment.classes import (
    JudgedClass,
    against_the_rest,
    class_by_class,
    index_table,
    value_table,
)
from mining_monitor.engine.assessment.mapping import class_map, read_mask, read_size
from mining_monitor.engine.assessment.metrics import confusion_matrix
from mining_monitor.engine.assessment.pooling import pool
from mining_monitor.engine.assessment.samples import Sample, find_samples
from mining_monitor.engine.files import require_place, whole_file
from mining_monitor.engine.models.catalogue import list_models
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.models.session import load_segmenter
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import NOT_OBSERVED

#: The class that the colour rule gives when classes are told apart: it knows no sectors.
_RULE_CODE = 2

#: Below this many images the interval over images says little.
_FEW_IMAGES = 5

Codes = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class _Data:
    """Labelled images as all models see them: masks in LAMES codes, ``judged`` None = class by class."""

    request: EvaluateModelsRequest
    samples: Sequence[Sample]
    masks: Sequence[Codes]
    judged: tuple[JudgedClass, ...] | None
    present: frozenset[int]


def evaluate_models(request: EvaluateModelsRequest, job: Job) -> ModelsEvaluation:
    """Measure models, and a colour rule beside them, on labelled data.

    A model that cannot be run gets a row with its ``problem``; the others are measured all the same.

    Raises
    ------
    AnnotationsError
        There is no labelled data.
    ParameterError, ImageError, ModelMissingError, OutputError, CancelledError
    """
    _check(request)
    if request.output:
        require_place(Path(request.output))
    names = request.models or tuple(info.path for info in list_models().models if not info.problem)
    if request.data.lower().endswith(".npz"):
        result = evaluate_on_chips(request, names, job)
    elif request.against:
        result = evaluate_on_pictures(request, names, job)
    else:
        result = _on_images(request, names, job)
    if request.output:
        with whole_file(Path(request.output)) as partial:
            partial.write_text(json.dumps(to_json(result), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return result


def _check(request: EvaluateModelsRequest) -> None:
    for name, value, low, high in (
        ("resamples", request.resamples, 0, 100_000),
        ("limit", request.limit, 0, 10_000_000),
        ("seed", request.seed, 0, 2**63),
        ("gsd_m", 1.0 if request.gsd_m is None else request.gsd_m, 0.01, 1000.0),
    ):
        if not low <= value <= high:
            raise ParameterError(f"{name} is {value:g}; it must lie between {low:g} and {high:g}.", name=name)
    if request.output and not request.output.lower().endswith(".json"):
        raise ParameterError(f"The report {request.output} must end with .json.", name="output")


def _on_images(request: EvaluateModelsRequest, names: Sequence[str], job: Job) -> ModelsEvaluation:
    samples = find_samples(Path(request.data), request.split, request.limit, has_no_mines=request.has_no_mines)
    table = value_table(request.values)
    masks = []
    for sample in samples:
        job.check()
        masks.append(_labels(sample, table))
    present = {int(code) for mask in masks for code in np.unique(mask)} - {NOT_OBSERVED}
    judged = against_the_rest(request.positive) if request.positive else None
    data = _Data(request, samples, masks, judged, frozenset(present))
    rows = []
    for index, name in enumerate(("", *names)):

        def report(share: float, index: int = index) -> None:
            job.check()
            job.report(Progress((index + share) / (len(names) + 1), "evaluate"))

        try:
            rows.append(_judge_rule(data, job, report) if not name else _judge_model(name, data, job, report))
        except CancelledError:
            raise
        except MiningMonitorError as error:
            rows.append(_failed(name, error))
    notices = []
    if 1 < len(samples) < _FEW_IMAGES or (len(samples) == 1 and request.resamples):
        text = f"Only {len(samples)} images: intervals over images say little."
        notices.append(Notice("few-images", text, {"images": len(samples)}))
    return ModelsEvaluation(request.data, len(samples), 0, tuple(rows), request.output, tuple(notices))


def _labels(sample: Sample, table: Codes) -> Codes:
    size = read_size(sample.image)
    return np.zeros(size, np.uint8) if sample.mask is None else table[read_mask(sample.mask, size)]


def _failed(name: str, error: MiningMonitorError) -> ModelAssessment:
    if not name:
        return ModelAssessment(baselines.NAME, baselines.TITLE, problem=error.message)
    return ModelAssessment(Path(name).stem, "", problem=error.message)


def _judge_rule(data: _Data, job: Job, report: Callable[[float], None]) -> ModelAssessment:
    rule = baselines.RuleSegmenter(data.judged[1].codes[0] if data.judged else _RULE_CODE)
    return _judge(ModelAssessment(baselines.NAME, baselines.TITLE), data, rule, job, report)


def _judge_model(name: str, data: _Data, job: Job, report: Callable[[float], None]) -> ModelAssessment:
    segmenter = load_segmenter(name, data.request.threads)
    job.on_cancel(segmenter.cancel)
    row = ModelAssessment(segmenter.name, segmenter.card.title, segmenter.sha256)
    return _judge(row, data, segmenter, job, report)


def _judge(
    row: ModelAssessment, data: _Data, segmenter: Segmenter, job: Job, report: Callable[[float], None]
) -> ModelAssessment:
    """Return the row with the figures of the maps that a segmenter makes."""
    started = time.perf_counter()
    classes = data.judged or class_by_class({*data.present, *segmenter.class_codes})
    table = index_table(classes)
    matrices = []
    for index, (sample, mask) in enumerate(zip(data.samples, data.masks)):
        report(index / len(data.samples))
        found = class_map(sample.image, segmenter, job, gsd_m=data.request.gsd_m)
        matrices.append(confusion_matrix(table[mask], table[found], len(classes)))
    pixels = pool(matrices, classes, resamples=data.request.resamples, seed=data.request.seed)
    return replace(row, pixels=pixels, seconds=round(time.perf_counter() - started, 3))
