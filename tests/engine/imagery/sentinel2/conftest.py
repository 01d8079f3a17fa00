"""What the tests of products share: a short way to load, and to read what was loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import rasterio

from mining_monitor.contract.products import LoadedScene, LoadSentinel2Request
from mining_monitor.engine.imagery.sentinel2.load import load_sentinel2
from mining_monitor.engine.progress import Job


@dataclass(frozen=True)
class Loaded:
    """A loaded scene and its pixels."""

    scene: LoadedScene
    pixels: np.ndarray
    mask: np.ndarray
    valid: np.ndarray
    profile: dict
    tags: dict
    descriptions: tuple
    scales: tuple
    offsets: tuple

    @property
    def reflectance(self) -> np.ndarray:
        """By the file's own tags, NaN where there is none."""
        values = self.pixels * np.array(self.scales)[:, None, None] + np.array(self.offsets)[:, None, None]
        return np.where(self.pixels == 0, np.nan, values)


@pytest.fixture
def load(tmp_path):
    """Return a function that loads products and reads the result: load(product, ..., bands=(...))."""

    def load_products(*products: Path, job: Job | None = None, **changes) -> Loaded:
        output = tmp_path / "out" / f"loaded-{len(list(tmp_path.glob('out/*.tif')))}.tif"
        mask = output.with_suffix(".mask.tif")
        request = LoadSentinel2Request(tuple(map(str, products)), str(output), mask=str(mask), **changes)
        scene = load_sentinel2(request, "test", job or Job())
        with rasterio.open(output) as image, rasterio.open(mask) as observed:
            return Loaded(
                scene, image.read(), observed.read(1), image.dataset_mask() > 0, dict(image.profile), image.tags(),
                image.descriptions, image.scales, image.offsets,
            )  # fmt: skip

    return load_products
