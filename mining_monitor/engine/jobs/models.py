"""Requests about models beyond running one: stages are imported when they are first needed."""

from __future__ import annotations

from typing import Any

from mining_monitor.contract import models
from mining_monitor.engine.progress import Job


def _evaluate(request: models.EvaluateModelsRequest, job: Job) -> models.ModelsEvaluation:
    from mining_monitor.engine.assessment.evaluation import evaluate_models

    return evaluate_models(request, job)


def _export(request: models.ExportCheckpointRequest, job: Job) -> models.ExportedModel:
    from mining_monitor.engine.training.checkpoints import export_checkpoint

    return export_checkpoint(request, job)


def _quantize(request: models.QuantizeModelRequest, job: Job) -> models.QuantizedModel:
    from mining_monitor.engine.assessment.quantize import quantize_model

    return quantize_model(request, job)


def _suggest(request: models.SuggestModelsRequest, job: Job) -> models.ModelSuggestions:
    from mining_monitor.engine.models.suggest import suggest_models

    return suggest_models(request)


HANDLERS: dict[type, Any] = {
    models.EvaluateModelsRequest: _evaluate,
    models.ExportCheckpointRequest: _export,
    models.QuantizeModelRequest: _quantize,
    models.SuggestModelsRequest: _suggest,
}
