"""Runs a detection on a real GeoTIFF of an array: the result together with what its files hold."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import rasterio
import shapely
from pyproj import Transformer

from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.detection.run import detect
from mining_monitor.engine.progress import Job

from .known_images import PixelValues, make_grid


def write_image(path: Any, bands: Any, grid: Any, **profile: Any) -> str:
    """Write bands, shape (band, row, col), as a GeoTIFF."""
    made = {
        "driver": "GTiff", "count": len(bands), "height": grid.height, "width": grid.width, "dtype": bands.dtype,
        "crs": grid.crs.to_wkt(), "transform": grid.transform, **profile,
    }  # fmt: skip
    with rasterio.open(path, "w", **made) as dataset:
        dataset.write(bands)
    return str(path)


@pytest.fixture
def detect_array(tmp_path: Any) -> Any:
    """Give ``detect_array(values, segmenter, unseen=..., masked=..., kind=..., job=..., **asked)``.

    ``unseen`` are pixels that become nodata, ``masked`` those that a valid mask takes out.
    """
    count = [0]

    def run(values, segmenter=None, *, unseen=None, masked=None, kind="utm", job=None, profile=None, **asked):
        count[0] += 1
        folder = tmp_path / str(count[0])
        (folder / "run").mkdir(parents=True)
        values = np.asarray(values)
        bands = values[None] if values.ndim == 2 else values
        grid = make_grid(bands.shape[1:], kind)
        if unseen is not None:
            bands, profile = np.where(unseen, bands.dtype.type(199), bands), {"nodata": 199, **(profile or {})}
        if masked is not None:
            mask = (~masked).astype(np.uint8)[None]
            asked["valid_mask"] = write_image(folder / "mask.tif", mask, grid)
        image = write_image(folder / "image.tif", bands, grid, **(profile or {}))
        result = detect(
            DetectRequest(ImageRef(image), **asked), segmenter or PixelValues(), folder / "run", job or Job()
        )
        with rasterio.open(result.class_raster) as dataset:
            classes, nodata = dataset.read(1), dataset.nodata
        sectors = list(result.sectors)
        polygons = shapely.from_wkb(np.array([sector.wkb for sector in sectors], object))
        assert len(result.sectors) == len(sectors)
        assert nodata == 255
        return SimpleNamespace(
            result=result, classes=classes, sectors=sectors, polygons=polygons, grid=grid,
            pixels=to_pixels(polygons, grid),
        )  # fmt: skip

    return run


def to_pixels(polygons: Any, grid: Any) -> Any:
    """Bring polygons in EPSG:4326 back to pixel corners (column, row) of a grid."""
    transformer = Transformer.from_crs(4326, grid.crs, always_xy=True)
    to_corner = ~grid.transform

    def bring(points: Any) -> Any:
        x, y = transformer.transform(points[:, 0], points[:, 1])
        a, b, c, d, e, f = to_corner[:6]
        return np.stack([a * x + b * y + c, d * x + e * y + f], axis=1)

    return shapely.transform(polygons, bring)
