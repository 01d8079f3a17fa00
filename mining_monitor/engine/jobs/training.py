"""Requests about training data; stages are imported when they are first needed."""

from __future__ import annotations

from typing import Any

from mining_monitor.contract import training
from mining_monitor.engine.progress import Job


def _training_chips(request: training.TrainingChipsRequest, job: Job) -> training.TrainingChips:
    from mining_monitor.engine.training.annotated_chips import cut_chips

    return cut_chips(request, job)


HANDLERS: dict[type, Any] = {training.TrainingChipsRequest: _training_chips}
