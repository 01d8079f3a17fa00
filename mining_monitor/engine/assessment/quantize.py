"""``models quantize``: an 8-bit model is kept only where its map agrees with the original's on images held out."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import AnnotationsError, ModelError, OutputError, ParameterError
from mining_monitor.contract.models import QuantizedModel, QuantizeModelRequest
from mining_monitor.engine.assessment.mapping import class_map
from mining_monitor.engine.assessment.samples import IMAGE_SUFFIXES, evenly, pair_key
from mining_monitor.engine.files import is_same_file, require_place
from mining_monitor.engine.models.card import write_card
from mining_monitor.engine.models.quantization import RECIPES, quantize
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.models.session import OnnxSegmenter, load_segmenter
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import NOT_OBSERVED

#: Tiles that ranges are learnt from; more change nothing but the time.
_MOST_TILES = 64

_LIMIT = (
    "weights and activations are 8-bit integers: its map agrees with the original's on {agreement:.2%} of the pixels "
    "of {images} held-out images"
)


@dataclass(frozen=True)
class Agreement:
    """Share of the observed pixels with the same class: over all images, and in the worst one."""

    pooled: float
    lowest: float


class _Recorder:
    """A segmenter that remembers some of the tiles it sees."""

    def __init__(self, segmenter: OnnxSegmenter, most: int) -> None:
        self._segmenter, self._most = segmenter, most
        self.tiles: list[npt.NDArray[np.float32]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._segmenter, name)

    def predict(self, tiles: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        self.tiles += [tile.copy() for tile in tiles[: self._most - len(self.tiles)]]
        return self._segmenter.predict(tiles)


def quantize_model(request: QuantizeModelRequest, job: Job) -> QuantizedModel:
    """Write an INT8 model and its card, or nothing.

    Raises
    ------
    ModelError
        No way of quantising agrees with the original on enough pixels; the sentence has the figure.
    AnnotationsError
        There are no images, or the same ones for both uses.
    ModelMissingError, ParameterError, ImageError, OutputError, CancelledError
    """
    output = Path(request.output)
    _check(request, output)
    calibration, held_out = _images(request.calibration, request.limit), _images(request.held_out, request.limit)
    if any(is_same_file(one, other) for one in calibration for other in held_out):
        raise AnnotationsError(
            "An image is named both for calibration and for the comparison: the comparison must be on others.",
            path=request.held_out,
        )
    original = load_segmenter(request.model)
    job.on_cancel(original.cancel)
    recorder = _Recorder(original, _MOST_TILES)
    for index, image in enumerate(calibration):
        job.report(Progress(0.2 * index / len(calibration), "calibrate"))
        class_map(image, recorder, job)
    expected = [class_map(image, original, job) for image in held_out]
    best = Agreement(0.0, 0.0)
    with tempfile.TemporaryDirectory(prefix=".int8-", dir=output.parent, ignore_cleanup_errors=True) as folder:
        for index, recipe in enumerate(RECIPES):
            job.report(Progress(0.3 + 0.7 * index / len(RECIPES), "quantise", recipe.name))
            job.check()
            partial = Path(folder) / output.name
            quantize(original, recorder.tiles, recipe, partial)
            write_card(replace(original.card, path=partial, name=output.stem, sha256=""))
            smaller = load_segmenter(str(partial))
            job.on_cancel(smaller.cancel)
            found = agreement(expected, [class_map(image, smaller, job) for image in held_out])
            best = max(best, found, key=lambda one: one.pooled)
            if found.pooled >= request.min_agreement:
                return _publish(request, original, smaller, recorder.tiles, found, len(held_out))
    raise ModelError(
        f"The 8-bit model agrees with {original.name} on {best.pooled:.2%} of the pixels of {len(held_out)} held-out "
        f"images, and {request.min_agreement:.2%} are wanted; nothing was written. Keep the original.",
        agreement=best.pooled,
        wanted=request.min_agreement,
    )


def _check(request: QuantizeModelRequest, output: Path) -> None:
    if output.suffix.lower() != ".onnx":
        raise ParameterError(f"The output {output.name} must end with .onnx.", name="output")
    if not 0.5 <= request.min_agreement <= 1:
        raise ParameterError(
            f"min_agreement is {request.min_agreement:g}; it must lie between 0.5 and 1.", name="min_agreement"
        )
    require_place(output)


def _images(where: str, limit: int) -> list[Path]:
    path = Path(where)
    if path.is_file():
        return [path]
    found = sorted(one for one in path.rglob("*") if one.suffix.lower() in IMAGE_SUFFIXES) if path.is_dir() else []
    images = [one for one in found if not pair_key(one.relative_to(path))[1]]
    if not images:
        raise AnnotationsError(f"There are no images in {path}: name a folder with images, or an image.", path=where)
    return [images[index] for index in evenly(len(images), limit)]


def agreement(expected: Sequence[npt.NDArray[np.uint8]], found: Sequence[npt.NDArray[np.uint8]]) -> Agreement:
    """Return how often two sets of class maps give the same class; what is not observed does not count."""
    same = total = 0
    lowest = 1.0
    for first, second in zip(expected, found):
        observed = first != NOT_OBSERVED
        count, equal = int(observed.sum()), int((first == second)[observed].sum())
        same, total = same + equal, total + count
        lowest = min(lowest, equal / count if count else 1.0)
    return Agreement(same / total if total else 0.0, lowest)


def _publish(
    request: QuantizeModelRequest,
    original: OnnxSegmenter,
    smaller: OnnxSegmenter,
    tiles: Sequence[npt.NDArray[np.float32]],
    found: Agreement,
    images: int,
) -> QuantizedModel:
    output, partial = Path(request.output), smaller.card.path
    limit = _LIMIT.format(agreement=found.pooled, images=images)
    title = f"{original.card.title or original.name}, 8-bit"
    card = write_card(replace(smaller.card, title=title, limits=(*original.card.limits, limit)))
    try:
        shutil.move(partial.with_suffix(".json"), output.with_suffix(".json"))
        shutil.move(partial, output)
    except OSError as error:
        raise OutputError(f"{output} cannot be written ({error.strerror}).", path=str(output)) from error
    return QuantizedModel(
        output=str(output),
        card=str(output.with_suffix(".json")),
        agreement=found.pooled,
        lowest_agreement=found.lowest,
        images=images,
        megabytes_before=original.card.path.stat().st_size / 1e6,
        megabytes=output.stat().st_size / 1e6,
        milliseconds_before=_milliseconds(original, tiles[0]),
        milliseconds=_milliseconds(smaller, tiles[0]),
        sha256=card.sha256,
    )


def _milliseconds(segmenter: Segmenter, tile: npt.NDArray[np.float32]) -> float:
    times = []
    for _ in range(5):
        started = time.perf_counter()
        segmenter.predict(tile[np.newaxis])
        times.append(1000 * (time.perf_counter() - started))
    return float(np.median(times))
