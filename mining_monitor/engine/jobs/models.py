"""Requests about models beyond running one: stages are imported when they are first needed."""

from __future__ import annotations

import importlib.util
from typing import Any

from mining_monitor.contract import models
from mining_monitor.contract.errors import ModelError
from mining_monitor.engine.progress import Job


def _evaluate(request: models.EvaluateModelsRequest, job: Job) -> models.ModelsEvaluation:
    from mining_monitor.engine.assessment.evaluation import evaluate_models

    return evaluate_models(request, job)


def _export(request: models.ExportCheckpointRequest, job: Job) -> models.ExportedModel:
    if importlib.util.find_spec("torch") is None:
        raise ModelError(
            "Checkpoints need PyTorch, which the engine does not bring: install torch, onnx and "
            "segmentation-models-pytorch into an environment with the engine, and run the command there.",
            package="torch",
        )
    from mining_monitor.engine.training.checkpoint_export import export_checkpoint

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
