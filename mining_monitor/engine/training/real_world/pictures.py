"""Picture files of the data folder, read as red green blue bytes."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from mining_monitor.engine.training.real_world.samples import Picture


def read_rgb(path: Path) -> Picture:
    """Return the first three bands of a picture, or its one band three times, uint8, shape (3, row, col).

    Raises
    ------
    ValueError
        When the picture is not of bytes.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path) as dataset:
            values = dataset.read((1, 2, 3)) if dataset.count >= 3 else np.repeat(dataset.read([1]), 3, axis=0)
    if values.dtype != np.uint8:
        raise ValueError(f"{path.name} holds {values.dtype}; expected bytes (uint8) of red, green and blue.")
    return np.asarray(values)


def read_mask(path: Path) -> npt.NDArray[np.uint8]:
    """Return the first band of a mask, uint8, shape (row, col)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path) as dataset:
            return np.asarray(dataset.read(1), np.uint8)


def read_reflectance_rgb(path: Path, bands: tuple[int, int, int], gain: float = 2.5) -> Picture:
    """Return Sentinel-2 numbers as true colour, ``255 * gain * number / 10000`` (DOMAIN 2.5), 0 clipped to 255."""
    with rasterio.open(path) as dataset:
        numbers = dataset.read(bands).astype(np.float32)
    return np.asarray(np.rint(np.clip(numbers * np.float32(255 * gain / 10000), 0, 255)), np.uint8)


def shrink(picture: Picture, factor: int) -> Picture:
    """Return a picture at a whole fraction of its size, mean of the pixels."""
    rows, cols = picture.shape[1] // factor, picture.shape[2] // factor
    cut = picture[:, : rows * factor, : cols * factor].astype(np.float32)
    return np.asarray(np.rint(cut.reshape(3, rows, factor, cols, factor).mean(axis=(2, 4))), np.uint8)
