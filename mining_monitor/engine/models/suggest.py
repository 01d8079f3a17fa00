"""Which installed models suit an image, best first, and why."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mining_monitor.contract.imagery import BandChoice, Extent, ImageRef
from mining_monitor.contract.models import ModelSuggestion, ModelSuggestions, SuggestModelsRequest
from mining_monitor.contract.results import ModelInfo, Notice
from mining_monitor.engine.imagery.source import open_image
from mining_monitor.engine.models.catalogue import list_models
from mining_monitor.engine.models.domain import (
    ImageFacts,
    gsd_range,
    image_facts,
    is_outside_region,
    missing_roles,
)

#: What a shortcoming leaves of a model's fitness. Pixels that are finer can be averaged, coarser ones hold no detail.
_UNKNOWN_GSD, _OUTSIDE_REGION, _SCREENING, _PICTURE_FOR_REFLECTANCE = 0.7, 0.7, 0.5, 0.4
_EXPERIMENTAL, _UNMEASURED = 0.85, 0.8
_OTHER_WORLD = 0.7
_FINER_LOSS, _COARSER_LOSS = 0.5, 2.0

#: The default model wins among equals.
_DEFAULT_BONUS = 0.01


def suggest_models(request: SuggestModelsRequest, folder: Path | None = None) -> ModelSuggestions:
    """Rank the installed models for an image; ``folder`` holds the user's models (default: ``user_models()``).

    Raises
    ------
    ImageError, ImageWithoutCrsError, ExtentError
    """
    return suggest_for(request.image, request.extent, (), folder)


def suggest_for(
    image: ImageRef, extent: Extent | None, said: Sequence[BandChoice], folder: Path | None = None
) -> ModelSuggestions:
    """Rank the installed models for an image whose bands the user may have named (``said``)."""
    with open_image(image) as opened:
        facts = image_facts(opened, extent, said)
    ranked = sorted(
        (judge(info, facts) for info in list_models(folder).models), key=lambda one: one.fitness, reverse=True
    )
    chosen = ranked[0].model.name if ranked and ranked[0].fitness > 0 else ""
    return ModelSuggestions(tuple(ranked), chosen)


@dataclass
class _Verdict:
    fitness: float
    reasons: list[Notice]

    def note(self, factor: float, code: str, text: str, **facts: object) -> None:
        self.fitness *= factor
        self.reasons.append(Notice(code, text, facts))


def judge(model: ModelInfo, facts: ImageFacts) -> ModelSuggestion:
    """Return how well a model suits an image: the product of what each shortcoming leaves, 0 where it cannot run."""
    verdict = _Verdict(1.0, [])
    if model.problem:
        verdict.note(0.0, "suggest-problem", f"It cannot be used: {model.problem}", problem=model.problem)
        return ModelSuggestion(model, 0.0, tuple(verdict.reasons))
    missing = missing_roles(model, facts)
    if missing:
        words = f"{len(model.bands)} bands" if missing == ["any"] else ", ".join(missing)
        verdict.note(0.0, "suggest-bands", f"It needs {words}, which the image does not have.", missing=missing)
        return ModelSuggestion(model, 0.0, tuple(verdict.reasons))
    _judge_gsd(model, facts, verdict)
    if is_outside_region(model, facts):
        text = f"It learned elsewhere{f' ({model.region})' if model.region else ''}."
        verdict.note(_OUTSIDE_REGION, "suggest-region", text, region=model.region)
    if model.value_range in ("dn", "reflectance") and facts.is_picture:
        text = "It wants measured reflectance, and the image is an 8-bit picture."
        verdict.note(_PICTURE_FOR_REFLECTANCE, "suggest-picture", text)
    if model.kind == "patch-classification":
        verdict.note(_SCREENING, "suggest-screening", "It only screens: one answer a patch, no outlines.")
    if facts.is_made_up and not model.is_made_up:
        verdict.note(_OTHER_WORLD, "suggest-real", "It learned from real mines, and this scene is made up.")
    if model.is_made_up and not facts.is_made_up:
        verdict.note(_OTHER_WORLD, "suggest-made-up", "All mines that it learned from are made up.")
    if model.is_experimental:
        verdict.note(_EXPERIMENTAL, "suggest-experimental", "It is experimental.")
    if not model.has_score:
        verdict.note(_UNMEASURED, "suggest-unmeasured", "Its card gives no test result.")
    bonus = _DEFAULT_BONUS if model.is_default else 0.0
    return ModelSuggestion(model, min(1.0, verdict.fitness * (1 - _DEFAULT_BONUS) + bonus), tuple(verdict.reasons))


def _judge_gsd(model: ModelInfo, facts: ImageFacts, verdict: _Verdict) -> None:
    between = gsd_range(model)
    if between is None:
        verdict.note(_UNKNOWN_GSD, "suggest-any-gsd", "Its card does not say for which pixel size it was made.")
        return
    low, high = between
    numbers = {"image_gsd_m": facts.gsd_m, "low_m": low, "high_m": high}
    sizes = f"made for pixels of {low:.3g} to {high:.3g} m; the image has {facts.gsd_m:.3g} m"
    if facts.gsd_m < low:
        factor = 1 / (1 + _FINER_LOSS * math.log2(low / facts.gsd_m))
        verdict.note(factor, "suggest-finer", f"It is {sizes} and would be averaged.", **numbers)
    elif facts.gsd_m > high:
        factor = 1 / (1 + _COARSER_LOSS * math.log2(facts.gsd_m / high))
        verdict.note(factor, "suggest-coarser", f"It is {sizes}: detail that it looks for is not there.", **numbers)
    else:
        verdict.note(1.0, "suggest-gsd", f"It is {sizes}.", **numbers)
