"""Models side by side on chips with one label each: areas under the ROC curve, by kind of negative."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import CancelledError, MiningMonitorError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.models import (
    EvaluateModelsRequest,
    Figure,
    ModelAssessment,
    ModelsEvaluation,
    RankingFigure,
)
from mining_monitor.engine.assessment import baselines
from mining_monitor.engine.assessment.chipscores import chip_scores, picture_score
from mining_monitor.engine.assessment.classes import MINE, against_the_rest
from mining_monitor.engine.assessment.mapping import read_rgb
from mining_monitor.engine.assessment.ranking import auc_interval, roc_auc
from mining_monitor.engine.assessment.samples import HARD_KINDS, Chips, find_samples, negative_kind, read_chips
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.models.session import load_segmenter
from mining_monitor.engine.progress import Job

#: Resamples of an AUC: each sorts all chips.
_MOST_AUC_RESAMPLES = 200


@dataclass(frozen=True)
class _Ranked:
    """What is to be ranked: one truth and one kind for each, and how a segmenter scores them all."""

    positive: npt.NDArray[np.bool_]
    kinds: npt.NDArray[np.str_]
    score: Callable[[Segmenter], npt.NDArray[np.float32]]
    rule_code: int


def evaluate_on_chips(request: EvaluateModelsRequest, names: Sequence[str], job: Job) -> ModelsEvaluation:
    """Return the areas under the ROC curve of the colour rule and of each model, by kind of negative.

    Raises
    ------
    AnnotationsError, ParameterError, CancelledError
    """
    chips = _inside(read_chips(Path(request.data), request.limit), request.bbox)
    codes = against_the_rest(request.positive or (MINE,))[1].codes
    kinds = np.array([negative_kind(source) for source in chips.source])
    ranked = _Ranked(
        chips.positive, kinds, lambda segmenter: chip_scores(chips.images, segmenter, codes, job), codes[0]
    )
    return ModelsEvaluation(request.data, 0, len(chips), _rows(ranked, request, names, job), request.output)


def evaluate_on_pictures(request: EvaluateModelsRequest, names: Sequence[str], job: Job) -> ModelsEvaluation:
    """Return the same for whole pictures: those of ``data`` show the wanted classes, those of ``against`` do not.

    Pictures go in pixel by pixel. The kind of a negative is the name of its folder.

    Raises
    ------
    AnnotationsError, ParameterError, ImageError, CancelledError
    """
    codes = against_the_rest(request.positive or (MINE,))[1].codes
    shown = find_samples(Path(request.data), request.split, request.limit, has_no_mines=True)
    others = [
        (one.image, one.image.parent.name)
        for folder in request.against
        for one in find_samples(Path(folder), "", request.limit, has_no_mines=True)
    ]
    pictures = [one.image for one in shown] + [image for image, _ in others]
    positive = np.arange(len(pictures)) < len(shown)
    kinds = np.array(["positive"] * len(shown) + [kind for _, kind in others])

    def score(segmenter: Segmenter) -> npt.NDArray[np.float32]:
        scores = [picture_score(read_rgb(picture), segmenter, codes, job) for picture in pictures]
        return np.array(scores, np.float32)

    rows = _rows(_Ranked(positive, kinds, score, codes[0]), request, names, job)
    return ModelsEvaluation(request.data, len(pictures), 0, rows, request.output)


def _rows(
    ranked: _Ranked, request: EvaluateModelsRequest, names: Sequence[str], job: Job
) -> tuple[ModelAssessment, ...]:
    rows = []
    for index, name in enumerate(("", *names)):
        job.check()
        job.report(Progress(index / (len(names) + 1), "evaluate"))
        row = ModelAssessment(Path(name).stem, "") if name else ModelAssessment(baselines.NAME, baselines.TITLE)
        started = time.perf_counter()
        try:
            if name:
                segmenter = load_segmenter(name, request.threads)
                job.on_cancel(segmenter.cancel)
                row = ModelAssessment(segmenter.name, segmenter.card.title, segmenter.sha256)
                scores = ranked.score(segmenter)
            else:
                scores = ranked.score(baselines.RuleSegmenter(ranked.rule_code))
        except CancelledError:
            raise
        except MiningMonitorError as error:
            rows.append(replace(row, problem=error.message))
            continue
        rows.append(_rank(row, ranked, scores, request, job, time.perf_counter() - started))
    return tuple(rows)


def _inside(chips: Chips, bbox: Extent | None) -> Chips:
    """Return the chips in a rectangle of degrees; chips without a position stay as negatives only."""
    if bbox is None:
        return chips
    if bbox.crs not in ("", "EPSG:4326", "OGC:CRS84"):
        raise ParameterError(f"The rectangle of the chips is in {bbox.crs}; give degrees (EPSG:4326).", name="bbox")
    lon, lat = chips.lonlat.T
    unknown = np.isnan(lon) | np.isnan(lat)
    with np.errstate(invalid="ignore"):
        inside = (lon >= bbox.west) & (lon <= bbox.east) & (lat >= bbox.south) & (lat <= bbox.north)
    return chips.part(inside | (unknown & ~chips.positive))


def _rank(
    row: ModelAssessment,
    ranked: _Ranked,
    scores: npt.NDArray[np.float32],
    request: EvaluateModelsRequest,
    job: Job,
    seconds: float,
) -> ModelAssessment:
    """Return the row with its AUC against all negatives, and against each kind of them."""
    positive, kinds = ranked.positive, ranked.kinds
    is_of = {str(kind): kinds == kind for kind in sorted(set(kinds[~positive]))}
    is_of = {"all": np.ones(len(kinds), bool), "hard": np.isin(kinds, list(HARD_KINDS)), **is_of}
    figures = []
    for kind, of_kind in is_of.items():
        chosen = positive | of_kind
        part, truth = scores[chosen], positive[chosen]
        if truth.all() and kind != "all":
            continue
        auc = roc_auc(part, truth)
        between = auc_interval(part, truth, min(request.resamples, _MOST_AUC_RESAMPLES), request.seed, job.check)
        low, high = between or (None, None)
        positives = int(truth.sum())
        figures.append(RankingFigure(str(kind), positives, len(truth) - positives, Figure(auc, low, high)))
    return replace(row, ranking=tuple(figures), seconds=round(seconds, 3))
