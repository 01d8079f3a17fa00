"""The ground round a click, as cells of an image: read within limits, with what a run has said of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT

from mining_monitor.contract.errors import ExtentError, ImageError, ParameterError
from mining_monitor.contract.growing import GrowRegionRequest
from mining_monitor.engine.annotation.growing_flood import Cells
from mining_monitor.engine.files import is_device
from mining_monitor.engine.imagery.bands import guess_roles
from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.imagery.ground import apply_affine, ground_gsd_m, transformer
from mining_monitor.engine.imagery.source import RasterImage
from mining_monitor.engine.imagery.validmask import ValidMask
from mining_monitor.schema.classes import NOT_OBSERVED
from mining_monitor.schema.fields import STORAGE_CRS

#: Cells a side of the window: flooding them takes about a third of a second.
SIDE_CELLS = 320

#: Pixels a side of a cell at most: a window that would need larger ones is made smaller.
MAX_FACTOR = 8

#: Pixels on each side of the click at least.
_LEAST_PX = 24

#: Bands that tell sectors from their surroundings; the first of any others where no role is known.
_ROLES, _MOST_BANDS = ("red", "green", "blue", "nir", "swir16", "swir22"), 4

#: Rows of cells that are read at once.
_STRIP_CELLS = 32


@dataclass(frozen=True)
class Ground:
    """Cells round the seeds.

    Attributes
    ----------
    cells : Cells
    grid : Grid
        Of the cells, in the image's CRS.
    seeds : tuple of (int, int)
        Row and column of each seed.
    cell_m : float
        Side of a cell on the ground.
    """

    cells: Cells
    grid: Grid
    seeds: tuple[tuple[int, int], ...]
    cell_m: float


def read_ground(image: RasterImage, request: GrowRegionRequest, check: Callable[[], None] = lambda: None) -> Ground:
    """Read the ground round the seeds of a request.

    Raises
    ------
    ExtentError
        A seed lies beside the image or where it has no data.
    ImageError, ParameterError
    """
    pixels = _seed_pixels(image, request)
    window, factor = _window(image, pixels, request.radius_m)
    grid = _cell_grid(image.grid.window(window), factor)
    values, valid = _read(image, window, factor, check)
    if request.valid_mask:
        mask = ValidMask(request.valid_mask, grid)
        try:
            valid &= mask.observed(0, grid.height)
        finally:
            mask.close()
    seeds = tuple(
        (min((row - window.row_off) // factor, grid.height - 1), min((col - window.col_off) // factor, grid.width - 1))
        for col, row in pixels
    )
    if not all(valid[seed] for seed in seeds):
        raise ExtentError(
            f"'{image.name}' has no data where you clicked. Click on ground that the image shows.", image=image.name
        )
    values[:, ~valid] = 0
    gsd_x, gsd_y = ground_gsd_m(grid)
    mean = (gsd_x + gsd_y) / 2
    classes, confidence = _scores(request, grid)
    return Ground(Cells(values, valid, classes, confidence, (gsd_x / mean, gsd_y / mean)), grid, seeds, mean)


def _seed_pixels(image: RasterImage, request: GrowRegionRequest) -> list[tuple[int, int]]:
    """Return column and row of each seed."""
    points = np.asarray(request.points, float).reshape(-1, 2)
    if not len(points):
        raise ParameterError("No place to grow from was given. Click on the map.", name="points")
    if not math.isfinite(request.radius_m) or request.radius_m <= 0:
        raise ParameterError(f"The radius is {request.radius_m:g} m; it must be above 0.", name="radius_m")
    x, y = transformer(image.grid.crs, STORAGE_CRS).transform(points[:, 0], points[:, 1], direction="INVERSE")
    x, y = np.asarray(x, float), np.asarray(y, float)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise ExtentError(f"You clicked beside '{image.name}'. Click on the image.", image=image.name)
    turns = (0, 360, -360) if image.grid.crs.is_geographic else (0,)  # a grid may go on beyond 180 degrees
    for turn in turns:
        cols, rows = apply_affine(~image.grid.transform, x + turn, y)
        inside = (cols >= 0) & (rows >= 0) & (cols < image.grid.width) & (rows < image.grid.height)
        if inside.all():
            return [(int(col), int(row)) for col, row in zip(cols, rows)]
    raise ExtentError(f"You clicked beside '{image.name}'. Click on the image.", image=image.name)


def _window(image: RasterImage, pixels: list[tuple[int, int]], radius_m: float) -> tuple[Window, int]:
    """Return the window of the image round the seeds, and how many pixels a side become one cell."""
    cols, rows = [col for col, _ in pixels], [row for _, row in pixels]
    near = Window(max(cols[0] - 1, 0), max(rows[0] - 1, 0), 2, 2)
    gsd = ground_gsd_m(image.grid.window(near))
    reach = [max(_LEAST_PX, math.ceil(min(radius_m / each, 1e7))) for each in gsd]
    most = SIDE_CELLS * MAX_FACTOR
    left, width = _span(cols, reach[0], most, image.grid.width)
    top, height = _span(rows, reach[1], most, image.grid.height)
    if max(max(cols) - left, max(rows) - top) >= most:
        raise ExtentError("The places lie too far apart to be one sector. Zoom in and click again.", image=image.name)
    return Window(left, top, width, height), max(1, math.ceil(max(width, height) / SIDE_CELLS))


def _span(places: list[int], reach: int, most: int, size: int) -> tuple[int, int]:
    low, high = min(places) - reach, max(places) + reach
    excess = max(0, high - low - most)
    low = max(0, min(low + excess // 2, min(places)))
    return low, min(high - excess // 2, low + most, size) - low


def _cell_grid(grid: Grid, factor: int) -> Grid:
    width, height = math.ceil(grid.width / factor), math.ceil(grid.height / factor)
    return Grid(grid.crs, grid.transform * Affine.scale(factor), width, height)


def _read(
    image: RasterImage, window: Window, factor: int, check: Callable[[], None]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
    """Read a window as means of cells; a cell is valid where all its pixels in the image are."""
    indexes = _band_indexes(image)
    values, valid = [], []
    for row in range(0, window.height, _STRIP_CELLS * factor):
        check()
        height = min(_STRIP_CELLS * factor, window.height - row)
        pixels = image.read(indexes, Window(window.col_off, window.row_off + row, window.width, height))
        picture = np.where(pixels.valid, pixels.values, 0)
        values.append(_blocks(picture, factor).mean(axis=(2, 4)))
        valid.append(np.asarray(_blocks(pixels.valid[None], factor).all(axis=(2, 4)), bool)[0])
    return np.concatenate(values, axis=1).astype(np.float32), np.concatenate(valid, axis=0)


def _blocks(planes: npt.NDArray[np.generic], factor: int) -> npt.NDArray[np.generic]:
    """Return planes as (band, cell row, row, cell col, col); the last cells repeat the image's last pixels."""
    bands, height, width = planes.shape
    padded = np.pad(planes, ((0, 0), (0, -height % factor), (0, -width % factor)), mode="edge")
    return padded.reshape(bands, -1, factor, padded.shape[2] // factor, factor)


def _band_indexes(image: RasterImage) -> list[int]:
    roles = {choice.role: choice.index for choice in guess_roles(image.bands).roles}
    known = [roles[role] for role in _ROLES if role in roles]
    picture = [band.index for band in image.bands if not band.is_alpha] or [image.bands[0].index]
    return known if len(known) >= 3 else picture[:_MOST_BANDS]


def _scores(
    request: GrowRegionRequest, grid: Grid
) -> tuple[npt.NDArray[np.uint8] | None, npt.NDArray[np.float32] | None]:
    classes = _warped(request.class_raster, grid, NOT_OBSERVED) if request.class_raster else None
    if classes is None or (classes == NOT_OBSERVED).all():
        return None, None
    confidence = _warped(request.confidence_raster, grid, np.nan) if request.confidence_raster else None
    return classes.astype(np.uint8), None if confidence is None else confidence.astype(np.float32)


def _warped(path: str, grid: Grid, absent: float) -> npt.NDArray[np.float64]:
    """Read the first band of a raster on a grid, nearest neighbour; ``absent`` where it has no value."""
    try:
        if is_device(path):
            raise OSError("it is a pipe or a device")
        own = rasterio.crs.CRS.from_wkt(grid.crs.to_wkt())
        with rasterio.open(path) as source, WarpedVRT(
            source, src_crs=source.crs or own, crs=own, transform=grid.transform, width=grid.width,
            height=grid.height, resampling=Resampling.nearest, add_alpha=source.nodata is None,
        ) as warped:  # fmt: skip
            values = warped.read(1).astype(np.float64)
            values[warped.read_masks(1) == 0] = absent
    except (RasterioError, OSError, ValueError) as error:
        raise ImageError(
            f"The result raster '{path}' cannot be read: {error}. Remove its layer, then the image alone is used.",
            path=path,
        ) from error
    return np.asarray(np.where(np.isfinite(values) & (np.abs(values) <= NOT_OBSERVED), values, absent))
