"""``models check``: run a model on made-up tiles and say in plain words what is wrong with it."""

from __future__ import annotations

import re
import statistics
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.errors import ModelCardError, ModelError, ModelMissingError
from mining_monitor.contract.imagery import BAND_ROLES
from mining_monitor.contract.results import ModelReport
from mining_monitor.engine.models.card import read_card, verify_checksum
from mining_monitor.engine.models.catalogue import locate
from mining_monitor.engine.models.judge import judge_scores, judge_steadiness
from mining_monitor.engine.models.loaded import open_model
from mining_monitor.engine.models.model_card import ModelCard
from mining_monitor.engine.models.onnx_file import inspect_onnx
from mining_monitor.engine.models.probe import TYPICAL_VALUES, probe_tiles
from mining_monitor.engine.models.runtime import CPU
from mining_monitor.engine.models.session import OnnxSegmenter
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE

#: Side of the tile that a free model is timed with.
USUAL_SIDE = 256


class _Report:
    """Sentences found so far."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.notes: list[str] = []
        self.milliseconds: float | None = None


def check_model(model: str, folder: Path | None = None, job: Job | None = None) -> ModelReport:
    """Run a model on made-up tiles and report what is wrong (problems) and what is good to know (notes).

    Parameters
    ----------
    model : str
        As in ``resolve``; ``folder`` holds the user's models.
    job : Job or None
        Cancelling it stops the model.

    Raises
    ------
    ModelMissingError
        There is no such model. Everything else is part of the report.
    CancelledError
        The job was cancelled.
    """
    path = locate(model, folder)
    report = _Report()
    card = _card(path, report)
    name, sha256, onnx_path = path.stem, "", path
    if card is not None:
        name, onnx_path = card.name, card.path
        segmenter = _open(card, report)
        if segmenter is not None:
            _try(segmenter, report, job or Job())
        _look_at_card(card, report)
    try:
        sha256 = inspect_onnx(onnx_path).sha256 if onnx_path.suffix.lower() == ".onnx" else ""
    except ModelError as error:
        _add(report.problems, error.message)
    return ModelReport(
        name=name,
        path=str(onnx_path),
        is_usable=not report.problems,
        problems=tuple(report.problems),
        notes=tuple(report.notes),
        milliseconds_per_tile=report.milliseconds,
        sha256=sha256,
    )


def _add(sentences: list[str], sentence: str) -> None:
    is_plain_word = re.match(r"[a-z]+[ ,]", sentence)
    text = (sentence[:1].upper() if is_plain_word else sentence[:1]) + sentence[1:].rstrip(".") + "."
    if text not in sentences:
        sentences.append(text)


def _card(path: Path, report: _Report) -> ModelCard | None:
    try:
        return read_card(path)
    except ModelCardError as error:
        for problem in error.facts.get("problems") or [error.message]:
            _add(report.problems, problem)
    except ModelError as error:
        _add(report.problems, error.message)
    return None


def _open(card: ModelCard, report: _Report) -> OnnxSegmenter | None:
    try:
        verify_checksum(card)
    except ModelMissingError as error:
        _add(report.problems, error.message)
        return None
    except ModelError as error:
        _add(report.problems, error.message)
        card = replace(card, sha256="")
    try:
        return OnnxSegmenter(open_model(card))
    except ModelCardError as error:
        for problem in error.facts.get("problems") or [error.message]:
            _add(report.problems, problem)
    except ModelError as error:
        _add(report.problems, error.message)
    return None


def _try(segmenter: OnnxSegmenter, report: _Report, job: Job) -> None:
    job.on_cancel(segmenter.cancel)
    multiple = segmenter.tile_multiple
    side = segmenter.tile_size or -(-USUAL_SIDE // multiple) * multiple
    tiles = _test_tiles(segmenter.card, side)
    _look_at_scaling(segmenter, tiles, report)
    try:
        raw = np.concatenate([segmenter.raw_scores(tile[np.newaxis]) for tile in tiles])
        job.check()
        problems, notes = judge_scores(segmenter.card, raw, inspect_onnx(segmenter.card.path).final_operator)
        for problem in problems:
            _add(report.problems, problem)
        for note in notes:
            _add(report.notes, note)
        for tile in tiles:
            segmenter.predict(tile[np.newaxis])
            job.check()
        for problem in judge_steadiness(segmenter, tiles):
            _add(report.problems, problem)
        report.milliseconds = _time(segmenter, tiles[:1], job)
    except ModelError as error:
        _add(report.problems, error.message)
    _say_how_it_runs(segmenter, side, report)


def _test_tiles(card: ModelCard, side: int) -> npt.NDArray[np.float32]:
    """Return four tiles: a landscape, another one, dark ground with small values, and a ramp over the value range."""
    landscapes = probe_tiles(card, side, count=2)
    highest = {"dn": 10000.0, "reflectance": 1.0, "rgb-8bit": 255.0}[card.value_range]
    dark = probe_tiles(card, side, seed=3) * np.float32(10.0 / 255.0)
    ramp = np.broadcast_to(np.linspace(0.0, highest, side, dtype=np.float32), dark.shape)
    return np.concatenate([landscapes, dark, ramp])


def _time(segmenter: OnnxSegmenter, tile: npt.NDArray[np.float32], job: Job) -> float:
    """Return the median of up to five runs in milliseconds; a slow model is timed once."""
    times: list[float] = []
    while len(times) < 5 and sum(times) < 1000.0:
        start = time.perf_counter()
        segmenter.predict(tile)
        times.append((time.perf_counter() - start) * 1000.0)
        job.check()
    return statistics.median(times)


def _look_at_scaling(segmenter: OnnxSegmenter, tiles: npt.NDArray[np.float32], report: _Report) -> None:
    """Note scaling that does not fit the value range: typical pixels should end near 0 with a spread near 1."""
    card, first = segmenter.card, 0
    for one in card.inputs:
        bands = max(one.band_count, 1)
        values = tiles[:2, first : first + bands]
        scaled = segmenter.scaled(values, first)
        first += bands
        centre, spread = TYPICAL_VALUES[card.value_range]
        typical = f"typical pixels ({card.value_range}, {centre - spread:g} to {centre + spread:g})"
        if scaled is None:
            if card.value_range == "dn":
                _add(report.notes, "Values go in as they are, up to 10000: right only if the model was trained on them")
            continue
        if float(scaled.std()) < 0.01 or abs(float(scaled.mean())) > 20.0:
            _add(
                report.problems,
                f"After value_scaling, {typical} lie at {float(scaled.mean()):.3g} +- {float(scaled.std()):.2g}: "
                "mining_monitor:value_range and value_scaling do not fit each other",
            )


def _look_at_card(card: ModelCard, report: _Report) -> None:
    strangers = [role for role in card.band_roles if role not in (*BAND_ROLES, "any")]
    if strangers:
        _add(report.notes, f"Bands that must be chosen by hand, because no image names them: {', '.join(strangers)}")
    if "any" in card.band_roles:
        _add(report.notes, "The card does not name its bands: they are taken in the order of the image")
    if card.gsd_m is None and card.gsd_range_m is None:
        _add(report.notes, "The card gives no ground sampling distance: the model runs at the image's own")
    if not card.held_out:
        _add(report.notes, "The card gives no held-out score, so nobody knows how good the model is")
    if not card.limits:
        _add(report.notes, "The card names no limits")
    if not card.sha256 and card.origin == "json":
        _add(report.notes, "The card states no checksum, so it cannot be told whether the file is the right one")
    outputs = card.document.get("properties", {}).get("mlm:output")
    if outputs and outputs[0].get("post_processing_function"):
        _add(report.notes, "The card asks for post-processing of the scores, which is not run here")
    if not card.licence:
        _add(report.notes, "The card names no licence")


def _say_how_it_runs(segmenter: OnnxSegmenter, side: int, report: _Report) -> None:
    if segmenter.tile_size is None:
        _add(report.notes, f"Any tile size that is a multiple of {segmenter.tile_multiple} works; tried with {side}")
    titles = [BY_CODE[c].title if c in BY_CODE else "(ignored)" for c in segmenter.class_codes]
    _add(report.notes, f"Classes: {', '.join(titles)}")
    if len(set(segmenter.class_codes)) < len(segmenter.class_codes):
        _add(report.notes, "Several classes of the model stand for the same LAMES class")
    if inspect_onnx(segmenter.card.path).external:
        _add(report.notes, "Its weights lie in a file beside it, which the checksum does not cover")
    for note in segmenter.notes:
        _add(report.notes, note)
    where = "the processor" if segmenter.provider == CPU else segmenter.provider
    _add(report.notes, f"It runs on {where} with {segmenter.threads} threads")
