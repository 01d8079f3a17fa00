"""A model in memory: its card, its session, and how to run it."""

from __future__ import annotations

from dataclasses import dataclass

from mining_monitor.engine.models.card import verify_checksum
from mining_monitor.engine.models.model_card import ModelCard
from mining_monitor.engine.models.onnx_file import inspect_onnx
from mining_monitor.engine.models.plan import Plan, make_plan
from mining_monitor.engine.models.probe import ProbeResult, probe
from mining_monitor.engine.models.runtime import Runtime, open_session


@dataclass(frozen=True)
class LoadedModel:
    """A model in memory, shared by all segmenters made of it."""

    card: ModelCard
    sha256: str
    runtime: Runtime
    plan: Plan
    probed: ProbeResult


def open_model(card: ModelCard, threads: int = 0) -> LoadedModel:
    """Open the ONNX file of a card and find out how to run it.

    Raises
    ------
    ModelError
        The file is not the card's, is unsafe, or cannot be run.
    ModelCardError
        Card and file do not fit.
    """
    sha256 = verify_checksum(card)
    runtime = open_session(inspect_onnx(card.path), threads)
    plan = make_plan(card, runtime.inputs(), runtime.outputs())
    return LoadedModel(card, sha256, runtime, plan, probe(card, runtime, plan))
