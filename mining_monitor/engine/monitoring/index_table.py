"""An index by sector: how many pixels, how many of them observed, and how the values are spread."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
import shapely
from pyproj import CRS
from rasterio.features import rasterize
from rasterio.windows import Window
from rasterio.windows import transform as window_transform

from mining_monitor.engine.annotation.sector_table import SectorTable, class_of
from mining_monitor.engine.imagery.crs import read_crs
from mining_monitor.engine.imagery.ground import transformer
from mining_monitor.engine.monitoring.tables import write_csv
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.fields import STORAGE_CRS

#: Percentiles of a sector's values.
PERCENTILES = (10, 50, 90)

HEADER = (
    "uuid", "Name", "class", "class_key", "index", "pixels", "observed", "observed_share", "mean", "std", "min", "p10",
    "median", "p90", "max",
)  # fmt: skip

#: Pixels of a sector's box that are looked at together.
_BOX_PIXELS = 4_000_000

_DIGITS = 6


def write_index_table(path: Path, raster: Path, sectors: SectorTable, index: str, job: Job) -> None:
    """Write the table; a pixel belongs to a sector whose outline holds its centre.

    Raises
    ------
    OutputError, DiskFullError
    """
    with rasterio.open(raster) as dataset:
        crs = CRS.from_wkt(dataset.crs.to_wkt())
        to_crs = transformer(read_crs(STORAGE_CRS, name="sectors"), crs)

        def moved(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            return np.column_stack(to_crs.transform(points[:, 0], points[:, 1]))

        def rows() -> Iterator[list[Any]]:
            for geometry, row in zip(sectors.geometries, sectors.rows):
                job.check()
                values = _values(dataset, None if geometry is None else shapely.transform(geometry, moved), job)
                yield [*_names(row), index, *_statistics(values)]

        write_csv(path, HEADER, rows())


def _names(row: Mapping[str, Any]) -> list[Any]:
    code = class_of(row)
    return [row.get("uuid"), row.get("Name"), code, None if code is None else BY_CODE[code].key]


def _values(dataset: Any, geometry: shapely.Geometry | None, job: Job) -> npt.NDArray[np.float32]:
    """Return the values inside, NaN where not observed; empty where the sector misses the raster."""
    nothing = np.zeros(0, np.float32)
    if geometry is None or geometry.is_empty or not np.isfinite(shapely.get_coordinates(geometry)).all():
        return nothing
    corners = shapely.get_coordinates(shapely.box(*geometry.bounds))
    pixels = np.array([~dataset.transform * (float(x), float(y)) for x, y in corners])
    left, top = (max(math.floor(value), 0) for value in pixels.min(axis=0))
    right, bottom = math.ceil(pixels[:, 0].max()), math.ceil(pixels[:, 1].max())
    right, bottom = min(right, dataset.width), min(bottom, dataset.height)
    if left >= right or top >= bottom:
        return nothing
    step = max(_BOX_PIXELS // (right - left), 1)
    parts = []
    for row in range(top, bottom, step):
        job.check()
        window = Window(left, row, right - left, min(step, bottom - row))
        shape = (int(window.height), int(window.width))
        inside = rasterize(
            [(geometry, 1)], out_shape=shape, transform=window_transform(window, dataset.transform), dtype="uint8"
        )
        parts.append(dataset.read(1, window=window)[inside > 0])
    return np.concatenate(parts) if parts else nothing


def _statistics(values: npt.NDArray[np.float32]) -> list[Any]:
    seen = values[np.isfinite(values)].astype(np.float64)
    counts: list[Any] = [len(values), len(seen), round(len(seen) / len(values), _DIGITS) if len(values) else None]
    if not len(seen):
        return [*counts, *[None] * 7]
    p10, median, p90 = np.percentile(seen, PERCENTILES).tolist()
    found = (seen.mean(), seen.std(), seen.min(), p10, median, p90, seen.max())
    return [*counts, *(round(float(value), _DIGITS) for value in found)]
