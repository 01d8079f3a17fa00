"""One score a chip: how surely something of the wanted classes is in it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.errors import ModelError
from mining_monitor.engine.detection.tiles import layout
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.progress import Job

#: A chip's score is the mean of this share of its pixels, the highest ones: one pixel is noise, all are mostly forest.
TOP_SHARE = 0.1

_AT_ONCE = 32


def chip_scores(
    images: npt.NDArray[np.uint8], segmenter: Segmenter, codes: tuple[int, ...], job: Job
) -> npt.NDArray[np.float32]:
    """Return the score of each chip, 0..1.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, row, col, 3)
        Red, green, blue. A model with a tile of its own gets the middle of larger chips, and smaller ones continued
        by their mirror images.
    codes : tuple of int
        LAMES codes whose probabilities count together.

    Raises
    ------
    ModelError
        The model takes no 8-bit true colour.
    """
    parts = [top_mean(scores) for scores in _pixel_scores(images, segmenter, codes, job)]
    return np.concatenate(parts) if parts else np.zeros(0, np.float32)


def picture_score(image: npt.NDArray[np.uint8], segmenter: Segmenter, codes: tuple[int, ...], job: Job) -> float:
    """Return the score of one picture of any size, shape (row, col, 3); a model with a small tile sees all of it."""
    side = segmenter.tile_size
    tiles = image[np.newaxis]
    if side is not None and min(image.shape[:2]) > side:
        places = layout(image.shape[1], image.shape[0], (side, side), 0.0)
        tiles = np.stack([image[row : row + side, col : col + side] for row in places.rows for col in places.cols])
    scores = [one.ravel() for one in _pixel_scores(tiles, segmenter, codes, job)]
    return float(top_mean(np.concatenate(scores)[np.newaxis, np.newaxis])[0])


def _pixel_scores(
    images: npt.NDArray[np.uint8], segmenter: Segmenter, codes: tuple[int, ...], job: Job
) -> Iterator[npt.NDArray[np.float32]]:
    """Yield the summed probabilities of the codes, shape (n, row, col), some images at a time."""
    if segmenter.value_range != "rgb-8bit" or set(segmenter.band_roles) != {"red", "green", "blue"}:
        raise ModelError(
            f"{segmenter.name} takes {', '.join(segmenter.band_roles)} as {segmenter.value_range}; the chips are 8-bit "
            "true colour.",
            model=segmenter.name,
        )
    order = [("red", "green", "blue").index(role) for role in segmenter.band_roles]
    wanted = [index for index, code in enumerate(segmenter.class_codes) if code in codes]
    for first in range(0, len(images), _AT_ONCE):
        job.check()
        batch = images[first : first + _AT_ONCE].transpose(0, 3, 1, 2)[:, order].astype(np.float32)
        tiles, inside = fit(batch, segmenter)
        scores = segmenter.predict(tiles)[:, wanted][:, :, inside[0], inside[1]]
        yield np.asarray(scores.sum(axis=1), np.float32)


def top_mean(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return the mean of the highest ``TOP_SHARE`` of the pixels of each chip, (n, row, col) -> (n,)."""
    flat = scores.reshape(len(scores), -1)
    count = max(1, round(TOP_SHARE * flat.shape[1]))
    return np.asarray(np.partition(flat, flat.shape[1] - count, axis=1)[:, -count:].mean(axis=1), np.float32)


def fit(batch: npt.NDArray[np.float32], segmenter: Segmenter) -> tuple[npt.NDArray[np.float32], tuple[slice, slice]]:
    """Return chips in a size that the model takes, and where the chip's own pixels lie in it."""
    for axis in (2, 3):
        side = batch.shape[axis]
        wanted = segmenter.tile_size or -(-side // segmenter.tile_multiple) * segmenter.tile_multiple
        if side > wanted:
            start = (side - wanted) // 2
            batch = batch.take(range(start, start + wanted), axis=axis)
    slices = []
    padding = [(0, 0), (0, 0)]
    for axis in (2, 3):
        side = batch.shape[axis]
        wanted = segmenter.tile_size or -(-side // segmenter.tile_multiple) * segmenter.tile_multiple
        before = (wanted - side) // 2
        padding.append((before, wanted - side - before))
        slices.append(slice(before, before + side))
    return np.pad(batch, padding, mode="symmetric"), (slices[0], slices[1])
