"""Scenes: pictures of a sample world with pixel-exact LAMES truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from affine import Affine

from mining_monitor.engine.sample_world.canvas import blank_canvas
from mining_monitor.engine.sample_world.frame import CodeArray, FloatArray, Frame, MaskArray, frame_of_pixels
from mining_monitor.engine.sample_world.landcover import paint_landcover
from mining_monitor.engine.sample_world.light import LIGHT_MARGIN_PX, light_up
from mining_monitor.engine.sample_world.mines import paint_mines
from mining_monitor.engine.sample_world.noise import mix_seed
from mining_monitor.engine.sample_world.palette import BAND_NAMES
from mining_monitor.engine.sample_world.plan import plan_site
from mining_monitor.engine.sample_world.sky import blur, cover_with_clouds, sensor_noise, swath_edge
from mining_monitor.engine.sample_world.terrain import raise_terrain
from mining_monitor.engine.sample_world.world import World, make_world
from mining_monitor.schema.classes import LAMES_CLASSES, NOT_OBSERVED

Product = Literal["rgb", "reflectance"]

#: Bands of a true-colour picture.
RGB_BANDS: tuple[str, ...] = ("red", "green", "blue")
#: Reflectance = DN * scale + offset, as in Sentinel-2 products of baseline 04.00 and later (DOMAIN 2.2).
DN_SCALE, DN_OFFSET = 0.0001, -0.1
#: Where the world's origin lies: UTM zone 19 south, in the Atacama.
DEFAULT_CRS, DEFAULT_ORIGIN = "EPSG:32719", (380_000.0, 7_420_000.0)
#: True colour = 255 * gain * reflectance (DOMAIN 2.5).
RGB_GAIN = 2.5

_BLOCK_PX = 1024
#: Pixels coarser than this are averaged from 2 x 2 samples.
_SUPERSAMPLE_GSD_M = 3.0


@dataclass(frozen=True)
class Scene:
    """A picture with its truth.

    Attributes
    ----------
    values : ndarray, shape (band, row, col)
        uint8 true colour 1..255, or uint16 DN; 0 in every band where the swath ends (nodata).
    truth : ndarray of uint8, shape (row, col)
        LAMES codes 0..9; 255 exactly where `valid` is False.
    valid : ndarray of bool, shape (row, col)
        True where the ground can be seen: neither nodata nor under an opaque cloud.
    transform : Affine
        From (column, row) to coordinates in the CRS.
    crs : str
        Authority code of the CRS.
    gsd_m : float
        Pixel size in metres.
    band_names : tuple of str
        Common names of the bands.
    """

    values: npt.NDArray[Any]
    truth: CodeArray
    valid: MaskArray
    transform: Affine
    crs: str
    gsd_m: float
    band_names: tuple[str, ...]


@dataclass(frozen=True)
class View:
    """What part of a world to take a picture of, and how.

    Attributes
    ----------
    world : World
        The landscape.
    shape : (int, int)
        Rows and columns.
    row, col : int
        World index of the upper left pixel.
    product : {"rgb", "reflectance"}
        8-bit true colour, or uint16 DN of six bands.
    nodata_share : float
        Mean width of the empty wedge at the left, as a share of the picture.
    supersample : int
        Samples per pixel and axis.
    """

    world: World
    shape: tuple[int, int]
    row: int
    col: int
    product: Product
    nodata_share: float
    supersample: int

    @property
    def band_names(self) -> tuple[str, ...]:
        """Common names of the picture's bands."""
        return RGB_BANDS if self.product == "rgb" else BAND_NAMES

    @property
    def transform(self) -> Affine:
        """Transform of the whole picture."""
        gsd = self.world.gsd_m
        return Affine(gsd, 0, DEFAULT_ORIGIN[0] + self.col * gsd, 0, -gsd, DEFAULT_ORIGIN[1] - self.row * gsd)


def make_view(
    seed: int,
    *,
    width: int = 1024,
    height: int = 1024,
    gsd_m: float = 10.0,
    product: Product = "rgb",
    biome: str | None = None,
    site_kind: str | None = None,
    cloud_cover: float = 0.0,
    nodata_share: float = 0.0,
    supersample: int | None = None,
) -> View:
    """Choose a world by its seed and look at the middle of its first mine.

    Parameters
    ----------
    seed : int
        Same seed and arguments, same picture.
    width, height : int
        Columns and rows.
    gsd_m : float
        Pixel size in metres; made for 10 and 0.5.
    product : {"rgb", "reflectance"}
        8-bit true colour, or uint16 DN of blue, green, red, nir, swir16, swir22.
    biome, site_kind : str, optional
        Keys of `biome.BIOMES` and `plan.SITE_KINDS`; drawn when None.
    cloud_cover, nodata_share : float
        Shares of the picture, 0..1.
    supersample : int, optional
        Samples per pixel and axis; default 2 for pixels above 3 m, else 1.
    """
    world = make_world(seed, gsd_m=gsd_m, biome=biome, cloud_cover=cloud_cover, site_kind=site_kind)
    x, y = _first_mine(world, min(width, height) * gsd_m)
    row, col = -round(y / gsd_m) - height // 2, round(x / gsd_m) - width // 2
    samples = supersample or (2 if gsd_m > _SUPERSAMPLE_GSD_M else 1)
    return View(world, (height, width), row, col, product, nodata_share, samples)


def _first_mine(world: World, extent_m: float) -> tuple[float, float]:
    """Return the middle of the first site, or of one of its features when the picture cannot hold the site."""
    middle = 0.5 * world.site_spacing_m
    features = plan_site(world, 0, 0).features
    if extent_m > 0.8 * world.site_spacing_m or not features:
        return middle, middle
    place = features[mix_seed(world.seed, 98) % len(features)].place
    return place.x, place.y


def generate_scene(seed: int, *, on_block: Callable[[float], None] | None = None, **options: Any) -> Scene:
    """Make a scene in memory.

    Parameters
    ----------
    seed : int
        Same seed and arguments, same scene.
    on_block : callable, optional
        Called before each block with the share that is done, 0..1; what it raises ends the work (cancel).
    **options
        ``width``, ``height``, ``gsd_m``, ``product`` and the others of `make_view`.

    Notes
    -----
    Costs about 6 s for 1024 x 1024 true colour at 10 m on one core. For pictures that should not be held in memory see
    `files.write_large_scene`.
    """
    view = make_view(seed, **options)
    shape = view.shape
    dtype = np.uint8 if view.product == "rgb" else np.uint16
    values = np.empty((len(view.band_names), *shape), dtype)
    truth = np.empty(shape, np.uint8)
    for rows, cols in block_slices(shape):
        if on_block is not None:
            on_block((rows.start * shape[1] + cols.start * (rows.stop - rows.start)) / (shape[0] * shape[1]))
        values[:, rows, cols], truth[rows, cols] = render_block(view, rows, cols)
    return Scene(values, truth, truth != NOT_OBSERVED, view.transform, DEFAULT_CRS, view.world.gsd_m, view.band_names)


def block_slices(shape: tuple[int, int], block_px: int = _BLOCK_PX) -> Iterator[tuple[slice, slice]]:
    """Yield row and column slices that cover a picture once, row by row."""
    for row in range(0, shape[0], block_px):
        for col in range(0, shape[1], block_px):
            yield slice(row, min(row + block_px, shape[0])), slice(col, min(col + block_px, shape[1]))


def render_block(view: View, rows: slice, cols: slice) -> tuple[npt.NDArray[Any], CodeArray]:
    """Render a part of a view.

    Every value depends on its position and the world alone, so blocks fit together without seams (up to rounding).

    Returns
    -------
    values : ndarray, shape (band, row, col)
        As in `Scene`.
    truth : ndarray of uint8, shape (row, col)
        As in `Scene`.
    """
    world, samples = view.world, view.supersample
    step, margin = world.gsd_m / samples, LIGHT_MARGIN_PX * samples
    shape = (rows.stop - rows.start, cols.stop - cols.start)
    fine_shape = (shape[0] * samples + 2 * margin, shape[1] * samples + 2 * margin)
    first_row, first_col = view.row + rows.start, view.col + cols.start
    frame = frame_of_pixels(first_row * samples - margin, first_col * samples - margin, fine_shape, step)
    canvas = blank_canvas(frame, view.band_names)
    terrain = raise_terrain(canvas, world)
    paint_landcover(canvas, world, terrain)
    paint_mines(canvas, world)
    del terrain
    seen = _shrink(blur(light_up(canvas, world), 0.3), margin, samples)
    truth = _majority(canvas.truth[margin:-margin, margin:-margin], samples)
    del canvas
    pixels = frame_of_pixels(first_row, first_col, shape, world.gsd_m)
    if world.cloud_cover > 0:
        seen, hidden = cover_with_clouds(seen, pixels, world)
        truth[hidden] = NOT_OBSERVED
    values = _quantise(seen, view, pixels, first_row, first_col)
    covered = swath_edge(rows, cols, view.shape, view.nodata_share)
    values[:, ~covered] = 0
    truth[~covered] = NOT_OBSERVED
    return values, truth


def _shrink(seen: FloatArray, margin: int, samples: int) -> FloatArray:
    """Cut the margin off and average samples to pixels."""
    inner = seen[:, margin:-margin, margin:-margin]
    bands, rows, cols = inner.shape
    parts = inner.reshape(bands, rows // samples, samples, cols // samples, samples)
    return np.asarray(parts.mean(axis=(2, 4)), np.float32)


def _majority(codes: CodeArray, samples: int) -> CodeArray:
    """Return the code that most samples of a pixel have; the lowest code wins a tie."""
    if samples == 1:
        return codes.copy()
    rows, cols = codes.shape[0] // samples, codes.shape[1] // samples
    parts = codes.reshape(rows, samples, cols, samples)
    best, votes = np.zeros((rows, cols), np.uint8), np.zeros((rows, cols), np.int64)
    for sector_class in LAMES_CLASSES:
        count = (parts == sector_class.code).sum(axis=(1, 3))
        best[count > votes] = sector_class.code
        np.maximum(votes, count, out=votes)
    return best


def _quantise(seen: FloatArray, view: View, pixels: Frame, row: int, col: int) -> npt.NDArray[Any]:
    """Add the sensor's noise and round to what the product stores."""
    for band, name in enumerate(view.band_names):
        noise = sensor_noise(pixels, view.world.seed, BAND_NAMES.index(name), row, col)
        seen[band] += noise * (0.0012 + 0.006 * seen[band])
    if view.product == "rgb":
        return np.asarray(np.clip(np.rint(seen * np.float32(255 * RGB_GAIN)), 1, 255), np.uint8)
    return np.asarray(np.clip(np.rint((seen - DN_OFFSET) / DN_SCALE), 1, 65534), np.uint16)
