"""A ready segmenter: an ONNX model with its card, warm in ONNX Runtime (protocol in ``segmenter.py``)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from mining_monitor.contract.errors import CancelledError, ModelError
from mining_monitor.engine.models import scores as to
from mining_monitor.engine.models.catalogue import resolve
from mining_monitor.engine.models.loaded import LoadedModel
from mining_monitor.engine.models.model_card import band_role
from mining_monitor.engine.models.probe import run_plan, whole_factor
from mining_monitor.engine.models.runtime import RUNTIME_ERRORS, explain, run_options
from mining_monitor.engine.models.warm import WARM_MODELS
from mining_monitor.schema.classes import OTHER


class _Run:
    """One ``predict`` under way."""

    def __init__(self) -> None:
        self.options: onnxruntime.RunOptions = run_options()
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True
        self.options.terminate = True


class OnnxSegmenter:
    """A segmenter of a loaded model; each job has its own, so that cancelling one leaves the others alone.

    Attributes
    ----------
    card : ModelCard
    notes : tuple of str
        Sentences about what did not work and what was done instead (a graphics card that could not be used).
    tile_size, tile_multiple, overlap, ... :
        See ``Segmenter``.
    """

    def __init__(self, loaded: LoadedModel) -> None:
        card = loaded.card
        self.card = card
        self.name = card.name
        self.sha256 = loaded.sha256
        self.value_range = card.value_range
        is_binary = len(card.class_codes) == 1 and card.scores != "labels"
        self.class_codes = (OTHER, *card.class_codes) if is_binary else card.class_codes
        self.band_roles = _band_roles(loaded)
        self.tile_size = loaded.plan.tile_size
        self.tile_multiple = loaded.probed.tile_multiple
        self.overlap = card.tile_overlap
        self.gsd_m = card.gsd_m
        self.gsd_range_m = card.gsd_range_m
        self.batch_size = loaded.plan.batch or card.batch_size
        self.provider = loaded.runtime.provider
        self.threads = loaded.runtime.threads
        self.at_once = loaded.runtime.at_once
        self.notes = loaded.runtime.notes
        self._loaded = loaded
        self._lock = threading.Lock()
        self._runs: set[_Run] = set()

    def predict(self, tiles: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return class probabilities of a batch, as ``Segmenter.predict`` says."""
        self._check_tiles(tiles)
        with self._running() as run:
            step = self._loaded.plan.batch or max(len(tiles), 1)
            parts = [self._score(tiles[i : i + step], run) for i in range(0, len(tiles), step)]
        if len(parts) == 1:
            return parts[0]
        empty = np.empty((0, len(self.class_codes), *tiles.shape[2:]), np.float32)
        return np.concatenate(parts or [empty])

    def cancel(self) -> None:
        """Stop every running ``predict`` of this segmenter; the next one runs as usual."""
        with self._lock:
            for run in self._runs:
                run.cancel()

    def raw_scores(self, tiles: npt.NDArray[np.float32]) -> npt.NDArray[Any]:
        """Return what the model gives for tiles, as (n, class, row, col), before anything is made of it."""
        with self._running() as run:
            step = self._loaded.plan.batch or max(len(tiles), 1)
            return np.concatenate([self._run(tiles[i : i + step], run) for i in range(0, len(tiles), step)])

    def feed(self, tiles: npt.NDArray[np.float32]) -> dict[str, npt.NDArray[Any]]:
        """Return tiles as the inputs of the ONNX file, by name: scaled, in its order of axes and its type."""
        return {one.name: one.prepare(tiles) for one in self._loaded.plan.inputs}

    def scaled(self, values: npt.NDArray[np.float32], first_band: int) -> npt.NDArray[np.float32] | None:
        """Return the values of the input that begins at ``first_band`` as its card scales them; None: not at all."""
        scaler = next(one.scaler for one in self._loaded.plan.inputs if one.first_band == first_band)
        return scaler.apply(values) if scaler is not None else None

    @contextmanager
    def _running(self) -> Iterator[_Run]:
        run = _Run()
        with self._lock:
            self._runs.add(run)
        try:
            yield run
        finally:
            with self._lock:
                self._runs.discard(run)

    def _check_tiles(self, tiles: npt.NDArray[np.float32]) -> None:
        bands, sides = len(self.band_roles), tiles.shape[2:]
        fits = len(sides) == 2 and tiles.shape[1] == bands
        if fits and self.tile_size is not None:
            fits = sides == (self.tile_size, self.tile_size)
        elif fits:
            fits = not any(side % self.tile_multiple or side == 0 for side in sides)
        if not fits:
            wanted = str(self.tile_size) if self.tile_size else f"a multiple of {self.tile_multiple}"
            raise ModelError(
                f"The model {self.name} takes {bands} bands and tiles with sides of {wanted}, not an array of "
                f"{tiles.shape}.",
                model=self.name,
                shape=list(tiles.shape),
            )

    def _run(self, tiles: npt.NDArray[np.float32], run: _Run) -> npt.NDArray[Any]:
        if run.is_cancelled:
            raise CancelledError("The run was cancelled.")
        try:
            raw = run_plan(self._loaded.runtime, self._loaded.plan, tiles, run.options)
        except RUNTIME_ERRORS as error:
            if run.is_cancelled:
                raise CancelledError("The run was cancelled.") from error
            raise ModelError(
                f"The model {self.name} failed on a tile: {explain(error)}. Check the model.",
                model=self.name,
                reason=explain(error),
            ) from error
        if len(raw) != len(tiles):
            raise ModelError(
                f"The model {self.name} gave scores for {len(raw)} tiles when it got {len(tiles)}: export it with a "
                "free number of tiles, or with 1.",
                model=self.name,
            )
        return raw

    def _score(self, tiles: npt.NDArray[np.float32], run: _Run) -> npt.NDArray[np.float32]:
        raw = self._run(tiles, run)
        if not to.has_only_numbers(raw):
            what = "NaN (not a number)" if np.isnan(raw).any() else "infinite values"
            raise ModelError(
                f"The model {self.name} gave {what} as scores: the pixel values may not be what it was trained on, or "
                "the model is damaged. Check the model.",
                model=self.name,
                value="nan" if np.isnan(raw).any() else "inf",
            )
        self._check_classes(raw.shape[1])
        rows, cols = tiles.shape[2:]
        if self.card.kind == "patch-classification":
            patch = self._probabilities(self._patch_scores(raw), 1)
            return np.ascontiguousarray(np.broadcast_to(patch, (*patch.shape[:2], rows, cols)))
        return self._probabilities(raw, whole_factor(self.card, (rows, cols), (raw.shape[2], raw.shape[3])))

    def _check_classes(self, count: int) -> None:
        expected = 1 if self.card.scores == "labels" else len(self.class_codes)
        if count != expected and not (count == 1 and len(self.class_codes) == 2):
            raise ModelError(
                f"The model {self.name} gave {count} classes, its card names {len(self.card.class_codes)}: correct the "
                "card.",
                model=self.name,
                classes=count,
            )

    def _patch_scores(self, raw: npt.NDArray[Any]) -> npt.NDArray[Any]:
        if raw.shape[2:] != (1, 1):
            raise ModelError(
                f"The model {self.name} gives scores of {raw.shape[2]} x {raw.shape[3]} pixels, but its card calls it "
                "a patch classification: say mining_monitor:kind segmentation.",
                model=self.name,
            )
        return raw

    def _probabilities(self, raw: npt.NDArray[Any], factor: int) -> npt.NDArray[np.float32]:
        """Return probabilities (n, class, row, col), ``factor`` times as large as what the model gave."""
        if self.card.scores == "labels":
            codes, values = self.card.class_codes, self.card.output.class_values
            labels = to.enlarge(raw, factor, smooth=False)
            return to.one_hot(labels, values if len(values) == len(codes) else tuple(range(len(codes))), self.name)
        larger = to.enlarge(raw, factor, smooth=True)
        if raw.shape[1] == 1:
            return to.with_complement(to.sigmoid(larger) if self.card.scores == "logits" else larger)
        if self.card.scores == "logits":
            return to.softmax(larger)
        return np.ascontiguousarray(larger, dtype=np.float32)


def _band_roles(loaded: LoadedModel) -> tuple[str, ...]:
    """Return the role of each band; where the card names none, the ONNX file still says how many there are."""
    roles: list[str] = []
    for described, planned in zip(loaded.card.inputs, loaded.plan.inputs):
        count = planned.end_band - planned.first_band
        roles += [band_role(name) for name in described.bands] or ["any"] * count
    return tuple(roles)


def load_segmenter(model: str, threads: int = 0) -> OnnxSegmenter:
    """Return a ready segmenter of a model given by path or by the name of an installed model.

    The model stays warm: the next call with the same files and threads costs milliseconds.

    Parameters
    ----------
    model : str
        ``.onnx`` file, card ``.json``, or name of an installed model; empty: the default model.
    threads : int
        ONNX Runtime threads; 0: physical cores, at most 4.

    Raises
    ------
    ModelMissingError, ModelCardError, ModelError
        There is no such model; its card, its file or both cannot be used.
    """
    return OnnxSegmenter(WARM_MODELS.get(resolve(model), threads))
