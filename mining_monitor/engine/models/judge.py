"""What a model's raw scores give away: logits called probabilities, constant answers, answers that change."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.models.model_card import ModelCard
from mining_monitor.engine.models.segmenter import Segmenter

#: Probabilities may be off by this much (float16 arithmetic).
TOLERANCE = 0.01


def judge_scores(card: ModelCard, raw: npt.NDArray[Any], final_operator: str) -> tuple[list[str], list[str]]:
    """Return problems and notes about raw scores.

    Parameters
    ----------
    raw : ndarray, shape (tile, class, row, col)
        What came out for different tiles, before softmax or anything else.
    final_operator : str
        See ``OnnxFile.final_operator``.
    """
    if not np.isfinite(raw).all():
        share = 1.0 - float(np.isfinite(raw).mean())
        return [f"{share:.0%} of its scores are NaN or infinite: the model or the scaling of its values is broken"], []
    if float(np.ptp(raw, axis=(0, 2, 3)).max()) <= 1e-6 * max(1.0, float(np.abs(raw).max())):
        is_certain = bool((np.abs(raw - np.rint(raw)) < 1e-6).all()) and (raw.shape[1] == 1 or _sums_to_one(raw))
        if card.scores == "labels" or (card.scores == "probabilities" and is_certain):
            return [], ["It gives one class for all test tiles, which may be right: they are no real image"]
        return ["it gives the same scores for every pixel of every test tile: it does not look at the image"], []
    if card.scores == "labels":
        return _judge_labels(raw), []
    if card.scores == "logits":
        return _judge_logits(raw, final_operator), []
    return _judge_probabilities(raw)


def judge_steadiness(segmenter: Segmenter, tiles: npt.NDArray[np.float32]) -> list[str]:
    """Return problems of a model whose answer depends on chance or on the other tiles of a batch."""
    problems = []
    first = tiles[:1]
    once, again = segmenter.predict(first), segmenter.predict(first)
    if float(np.abs(once - again).max()) > 1e-3:
        problems.append("it gives different scores for the same tile each time: export it in evaluation mode")
    elif float(np.abs(segmenter.predict(tiles[:2])[:1] - once).max()) > 1e-2:
        problems.append("its scores for a tile depend on the tiles that run with it: export it in evaluation mode")
    return problems


def _looks_like_probabilities(raw: npt.NDArray[Any]) -> bool:
    return bool(raw.min() >= -TOLERANCE and raw.max() <= 1.0 + TOLERANCE)


def _sums_to_one(raw: npt.NDArray[Any]) -> bool:
    return raw.shape[1] > 1 and bool(np.abs(raw.sum(axis=1, dtype=np.float64) - 1.0).max() <= 2 * TOLERANCE)


def _looks_like_labels(raw: npt.NDArray[Any]) -> bool:
    return raw.shape[1] == 1 and bool((raw == np.rint(raw)).all() and raw.min() >= 0 and raw.max() > 1)


def _judge_labels(raw: npt.NDArray[Any]) -> list[str]:
    if raw.shape[1] > 1:
        return [f"the card says labels, but the model gives {raw.shape[1]} scores a pixel: say logits or probabilities"]
    if not (raw == np.rint(raw)).all():
        return ["the card says labels, but the model gives fractions: say logits or probabilities"]
    return []


def _judge_logits(raw: npt.NDArray[Any], final_operator: str) -> list[str]:
    if _looks_like_labels(raw):
        return ["the card says logits, but the model gives whole numbers, one a pixel: say labels"]
    ends_in_probabilities = final_operator in ("Softmax", "Sigmoid", "HardSigmoid")
    if _looks_like_probabilities(raw) and (_sums_to_one(raw) or ends_in_probabilities):
        return [
            "the card says logits, but the scores lie between 0 and 1"
            + (" and add up to 1" if _sums_to_one(raw) else "")
            + " already: say probabilities, or confidence will be far too low"
        ]
    return []


def _judge_probabilities(raw: npt.NDArray[Any]) -> tuple[list[str], list[str]]:
    if _looks_like_labels(raw):
        return ["the card says probabilities, but the model gives whole numbers, one a pixel: say labels"], []
    if not _looks_like_probabilities(raw):
        return [
            f"the card says probabilities, but the scores go from {float(raw.min()):.3g} to {float(raw.max()):.3g}: "
            "say logits"
        ], []
    if raw.shape[1] > 1 and not _sums_to_one(raw):
        sums = raw.sum(axis=1, dtype=np.float64)
        return [], [
            f"The scores of a pixel add up to {sums.min():.2g} to {sums.max():.2g}, not to 1: the class is right, but "
            "confidence is no probability"
        ]
    return [], []
