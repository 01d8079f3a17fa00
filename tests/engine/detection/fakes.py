"""Segmenters and images of known content."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine

from mining_monitor.contract.errors import CancelledError


class ValueSegmenter:
    """Scores 1 for the class whose code the first band holds: the class map must equal the image."""

    name = "values"
    sha256 = "0" * 64
    value_range = "dn"
    tile_multiple = 1
    at_once = 1
    overlap = 0.15
    gsd_m: float | None = None
    gsd_range_m: tuple[float, float] | None = None
    provider = "CPUExecutionProvider"

    def __init__(self, tile: int | None = 32, batch: int = 3, roles: Sequence[str] = ("any",), **changes: Any) -> None:
        self.tile_size, self.batch_size, self.band_roles = tile, batch, tuple(roles)
        self.class_codes = tuple(range(10))
        self.shapes: list[tuple[int, ...]] = []
        self.cancelled = threading.Event()
        for name, value in changes.items():
            setattr(self, name, value)

    def predict(self, tiles):
        if self.cancelled.is_set():
            raise CancelledError("cancelled")
        self.shapes.append(tiles.shape)
        return self.score(tiles)

    def score(self, tiles):
        codes = np.array(self.class_codes).reshape(1, -1, 1, 1)
        return (np.rint(tiles[:, :1]) == codes).astype(np.float32)

    def cancel(self) -> None:
        self.cancelled.set()


UTM = ("EPSG:32719", Affine(10, 0, 400_000, 0, -10, 7_300_000))

#: (CRS, transform) of the ways in which a raster can lie on the earth.
GRIDS = {
    "utm": UTM,
    "degrees": ("EPSG:4326", Affine(1e-4, 0, -69.5, 0, -1e-4, -24.0)),
    "web mercator": ("EPSG:3857", Affine(16.56, 0, -7_924_037, 0, -16.56, -6_973_185)),
    "south-up": ("EPSG:32719", Affine(10, 0, 400_000, 0, 10, 7_300_000)),
    "rotated": ("EPSG:32719", Affine(8, 6, 400_000, 6, -8, 7_300_000)),
}


def write_image(path: Path, pixels: np.ndarray, grid: tuple[str | None, Affine] = UTM, **profile: Any) -> str:
    """Write pixels of shape (row, col) or (band, row, col) as GeoTIFF; return the path as text."""
    pixels = pixels[None] if pixels.ndim == 2 else pixels
    after = profile.pop("after", None)
    with rasterio.open(
        path, "w", driver="GTiff", count=len(pixels), height=pixels.shape[1], width=pixels.shape[2],
        dtype=pixels.dtype, crs=grid[0], transform=grid[1], **profile,
    ) as dataset:  # fmt: skip
        dataset.write(pixels)
        if after is not None:
            after(dataset)
    return str(path)


def patches(height: int, width: int, seed: int = 1, codes: Sequence[int] = tuple(range(10)), size: int = 7):
    """Return a class map of irregular patches with single pixels strewn in, uint8 (row, col)."""
    rng = np.random.default_rng(seed)
    coarse = rng.choice(codes, (height // size + 2, width // size + 2)).astype(np.uint8)
    rows = (np.arange(height)[:, None] + rng.integers(0, size, (height, width)) // 3) // size
    cols = (np.arange(width)[None, :] + rng.integers(0, size, (height, width)) // 3) // size
    found = coarse[rows, cols]
    dots = rng.random((height, width)) < 0.01
    found[dots] = rng.choice(codes, int(dots.sum()))
    return found
