"""Rasters of any size for the benchmarks: a sample scene, repeated in mirror images."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.windows import Window

from mining_monitor.engine.sample_world import generate_scene

_BLOCK_PX = 512


def landscape(side: int = 1024, seed: int = 11) -> npt.NDArray[np.uint16]:
    """Return a true-colour sample scene with its mean as a fourth band: (4, side, side)."""
    values = generate_scene(seed, width=side, height=side).values.astype(np.uint16)
    return np.concatenate([values, values.mean(axis=0, keepdims=True).astype(np.uint16)])


def write_mosaic(
    path: Path, scene: npt.NDArray[np.uint16], *, bands: int, width: int, height: int, dtype: str = "uint16"
) -> Path:
    """Write a tiled GeoTIFF of UTM pixels of 10 m that repeats a scene, every other time mirrored.

    Parameters
    ----------
    scene : ndarray of uint16, shape (band, side, side)
        Its side is a multiple of 512.
    """
    double = np.concatenate([scene, scene[:, :, ::-1]], axis=2)
    double = np.concatenate([double, double[:, ::-1, :]], axis=1)[:bands].astype(dtype)
    side = double.shape[1]
    profile = {
        "driver": "GTiff", "width": width, "height": height, "count": bands, "dtype": dtype, "crs": "EPSG:32719",
        "transform": Affine(10.0, 0.0, 300_000.0, 0.0, -10.0, 7_400_000.0), "tiled": True, "blockxsize": _BLOCK_PX,
        "blockysize": _BLOCK_PX, "compress": "deflate", "zlevel": 1, "BIGTIFF": "IF_SAFER",
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as image:
        image.descriptions = ("red", "green", "blue", "nir")[:bands]
        for row in range(0, height, _BLOCK_PX):
            for col in range(0, width, _BLOCK_PX):
                rows, cols = min(_BLOCK_PX, height - row), min(_BLOCK_PX, width - col)
                top, left = row % side, col % side
                image.write(double[:, top : top + rows, left : left + cols], window=Window(col, row, cols, rows))
    return path
