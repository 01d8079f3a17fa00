"""Images and a segmenter whose right answer is known, on every kind of grid."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from affine import Affine
from pyproj import CRS

from mining_monitor.contract.errors import CancelledError
from mining_monitor.engine.imagery.grid import Grid

#: Every kind of georeference that a raster may have; pixels of about 10 m.
GRIDS = {
    "utm": ("EPSG:32719", Affine(10, 0, 500000, 0, -10, 7500000)),
    "degrees": ("EPSG:4326", Affine(1e-4, 0, -70.2, 0, -1e-4, -23.1)),
    "web-mercator": ("EPSG:3857", Affine(12, 0, -7800000, 0, -12, -2600000)),
    "south-up": ("EPSG:32719", Affine(10, 0, 500000, 0, 10, 7490000)),
    "rotated": ("EPSG:32719", Affine.translation(5e5, 7.5e6) @ Affine.rotation(30) @ Affine.scale(10, -10)),
    "mirrored": ("EPSG:32719", Affine(-10, 0, 510000, 0, -10, 7500000)),
}


def make_grid(shape: tuple[int, int], kind: str = "utm") -> Grid:
    crs, transform = GRIDS[kind]
    return Grid(CRS(crs), transform, shape[1], shape[0])


@dataclass
class PixelValues:
    """A segmenter whose class is the pixel's value, whatever lies around it."""

    class_codes: tuple[int, ...] = tuple(range(10))
    tile_size: int | None = 32
    overlap: float = 0.25
    batch_size: int = 3
    at_once: int = 1
    tile_multiple: int = 1
    certainty: float = 1.0
    name: str = "pixel-values"
    sha256: str = "0" * 64
    band_roles: tuple[str, ...] = ("any",)
    value_range: Any = "dn"
    gsd_m: float | None = None
    gsd_range_m: tuple[float, float] | None = None
    provider: str = "Fake"
    tiles: int = 0
    is_cancelled: bool = field(default=False)

    def predict(self, tiles: Any) -> Any:
        if self.is_cancelled:
            raise CancelledError("The run was cancelled.")
        self.tiles += len(tiles)
        codes = np.array(self.class_codes, np.float32)[None, :, None, None]
        rest = (1 - self.certainty) / max(1, len(self.class_codes) - 1)
        return np.where(tiles[:, :1] == codes, np.float32(self.certainty), np.float32(rest))

    def cancel(self) -> None:
        self.is_cancelled = True


def patches(shape: tuple[int, int], seed: int = 1, classes: int = 10, scale: int = 3) -> Any:
    """Return a class map with patches, holes, corners that touch and one-pixel objects."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, classes, (shape[0] // scale + 1, shape[1] // scale + 1))
    fine = np.kron(coarse, np.ones((scale, scale), int))[: shape[0], : shape[1]]
    noise = rng.random(shape) < 0.15
    return np.where(noise, rng.integers(0, classes, shape), fine).astype(np.uint8)
