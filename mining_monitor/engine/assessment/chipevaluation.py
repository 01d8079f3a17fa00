"""Models side by side on chips with one label each: areas under the ROC curve, by kind of negative."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
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
from mining_monitor.engine.assessment.chipscores import chip_scores, top_mean
from mining_monitor.engine.assessment.classes import MINE, against_the_rest
from mining_monitor.engine.assessment.ranking import auc_interval, roc_auc
from mining_monitor.engine.assessment.samples import HARD_KINDS, Chips, negative_kind, read_chips
from mining_monitor.engine.models.session import load_segmenter
from mining_monitor.engine.progress import Job

#: Resamples of an AUC: each sorts all chips.
_MOST_AUC_RESAMPLES = 200


def evaluate_on_chips(request: EvaluateModelsRequest, names: Sequence[str], job: Job) -> ModelsEvaluation:
    """Return the areas under the ROC curve of the colour rule and of each model, by kind of negative.

    Raises
    ------
    AnnotationsError, ParameterError, CancelledError
    """
    chips = _inside(read_chips(Path(request.data), request.limit), request.bbox)
    judged = against_the_rest(request.positive or (MINE,))
    rows = [_rank(ModelAssessment(baselines.NAME, baselines.TITLE), chips, _rule_scores(chips, job), request, job)]
    for index, name in enumerate(names):
        job.check()
        job.report(Progress((index + 1) / (len(names) + 1), "evaluate"))
        row = ModelAssessment(Path(name).stem, "")
        started = time.perf_counter()
        try:
            segmenter = load_segmenter(name, request.threads)
            job.on_cancel(segmenter.cancel)
            row = ModelAssessment(segmenter.name, segmenter.card.title, segmenter.sha256)
            scores = chip_scores(chips.images, segmenter, judged[1].codes, job)
        except CancelledError:
            raise
        except MiningMonitorError as error:
            rows.append(replace(row, problem=error.message))
            continue
        rows.append(_rank(row, chips, scores, request, job, time.perf_counter() - started))
    return ModelsEvaluation(request.data, 0, len(chips), tuple(rows), request.output)


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


def _rule_scores(chips: Chips, job: Job) -> npt.NDArray[np.float32]:
    parts = []
    for first in range(0, len(chips), 256):
        job.check()
        parts.append(top_mean(baselines.mine_score(chips.images[first : first + 256].transpose(0, 3, 1, 2))))
    return np.concatenate(parts) if parts else np.zeros(0, np.float32)


def _rank(
    row: ModelAssessment,
    chips: Chips,
    scores: npt.NDArray[np.float32],
    request: EvaluateModelsRequest,
    job: Job,
    seconds: float = 0.0,
) -> ModelAssessment:
    """Return the row with its AUC against all negatives, and against each kind of them."""
    kinds = np.array([negative_kind(source) for source in chips.source])
    is_of = {kind: kinds == kind for kind in sorted(set(kinds[~chips.positive]))}
    is_of = {"all": np.ones(len(chips), bool), "hard": np.isin(kinds, list(HARD_KINDS)), **is_of}
    figures = []
    for kind, of_kind in is_of.items():
        chosen = chips.positive | of_kind
        part, truth = scores[chosen], chips.positive[chosen]
        auc = roc_auc(part, truth)
        between = auc_interval(part, truth, min(request.resamples, _MOST_AUC_RESAMPLES), request.seed, job.check)
        low, high = between or (None, None)
        positives = int(truth.sum())
        figures.append(RankingFigure(str(kind), positives, len(truth) - positives, Figure(auc, low, high)))
    return replace(row, ranking=tuple(figures), seconds=round(seconds, 3))
