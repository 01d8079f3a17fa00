"""Pictures without mines: country to learn to leave alone, and to set synthetic mines into."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from mining_monitor.engine.training.augmentation import Codes, soften

Picture = npt.NDArray[np.uint8]

#: Of pictures sorted by path every fifth is kept back for measuring.
_HELD_OUT_EVERY = 5
_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif")


def read_backgrounds(folder: Path, *, held_out: bool) -> list[Picture]:
    """Read the true-colour pictures below a folder: those to learn from, or those kept back.

    Returns
    -------
    list of ndarray of uint8, shape (3, row, col)
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    wanted = [path for index, path in enumerate(paths) if (index % _HELD_OUT_EVERY == 0) == held_out]
    pictures = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        for path in wanted:
            with rasterio.open(path) as dataset:
                pictures.append(dataset.read((1, 2, 3)))
    return pictures


def fill_square(picture: Picture, side: int, rng: np.random.Generator) -> Picture:
    """Return a square cut of a picture; a smaller picture is continued by its mirror images."""
    rows = _mirror(picture.shape[1], side, int(rng.integers(2 * picture.shape[1])))
    cols = _mirror(picture.shape[2], side, int(rng.integers(2 * picture.shape[2])))
    return np.asarray(picture[:, rows[:, None], cols[None, :]])


def _mirror(length: int, side: int, start: int) -> npt.NDArray[np.int64]:
    """Return `side` indices that run to and fro over 0..length-1."""
    position = (np.arange(side) + start) % (2 * length)
    return np.minimum(position, 2 * length - 1 - position)


def set_into(image: Picture, truth: Codes, background: Picture) -> Picture:
    """Return the background with the image's mines, a soft rim of their ground around them."""
    mines = (truth > 0).astype(np.float32)[None]
    for _ in range(3):
        mines = soften(mines, 1.0)
    share = np.clip(3.0 * mines, 0.0, 1.0)
    return np.asarray(np.rint(background * (1.0 - share) + image * share), np.uint8)


def lend_texture(image: Picture, background: Picture, rng: np.random.Generator) -> Picture:
    """Return the image with the fine texture, and some of the colour, of a real picture all over it.

    Otherwise a network learns that real texture never lies on a mine.
    """
    grey = background.astype(np.float32).mean(axis=0, keepdims=True) + 4.0
    smooth = grey
    for _ in range(int(rng.integers(2, 7))):
        smooth = soften(smooth, 1.0)
    detail = np.clip(grey / smooth, 0.5, 2.0) ** float(rng.uniform(0.4, 1.6))
    share = float(rng.uniform(0.0, 0.4)) if rng.random() < 0.6 else 0.0
    mixed = image * detail * (1.0 - share) + background * share
    return np.asarray(np.clip(np.rint(mixed), 0, 255), np.uint8)
