"""A model in memory: its card, its session, and how to run it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mining_monitor.engine.models.card import verify_checksum
from mining_monitor.engine.models.model_card import ModelCard
from mining_monitor.engine.models.onnx_file import OnnxFile, inspect_onnx
from mining_monitor.engine.models.plan import Plan, make_plan
from mining_monitor.engine.models.probe import ProbeResult, probe, probe_tiles, run_plan
from mining_monitor.engine.models.runtime import CPU, RUNTIME_ERRORS, Runtime, explain, open_session, run_options

#: Tiles with longer sides are shared by all threads (``open_session``).
LARGEST_SIDE_BY_SIDE = 512


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

    On a graphics card one tile is tried at once; when that fails the processor is used and ``runtime.notes`` says why.

    Raises
    ------
    ModelError
        The file is not the card's, is unsafe, or cannot be run.
    ModelCardError
        Card and file do not fit.
    """
    sha256 = verify_checksum(card)
    info = inspect_onnx(card.path)
    small = _stated_side(card, info) <= LARGEST_SIDE_BY_SIDE
    runtime = open_session(info, threads, side_by_side=small)
    plan = make_plan(card, runtime.inputs(), runtime.outputs())
    failed, notes = [], list(runtime.notes)
    while runtime.provider != CPU:
        reason = _first_run_fails(card, runtime, plan)
        if reason is None:
            break
        failed.append(runtime.provider)
        notes.append(f"{runtime.provider} cannot run this model ({reason}); the processor is used instead.")
        runtime = open_session(info, threads, without=tuple(failed), side_by_side=small)
    runtime = replace(runtime, notes=tuple(notes))
    return LoadedModel(card, sha256, runtime, plan, probe(card, runtime, plan))


def _stated_side(card: ModelCard, info: OnnxFile) -> int:
    """Return the longest side of a tile that card or file state; 0: neither says."""
    shapes = [*(one.shape for one in info.inputs), *(one.shape for one in card.inputs)]
    return max((side for shape in shapes for side in shape), default=0)


def _first_run_fails(card: ModelCard, runtime: Runtime, plan: Plan) -> str | None:
    """Return why a first tile fails, or None when it works."""
    try:
        run_plan(runtime, plan, probe_tiles(card, plan.tile_size or 256), run_options())
    except RUNTIME_ERRORS as error:
        return explain(error)
    return None
