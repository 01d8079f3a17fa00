"""A labelled image to the class map that Detect would make of it, on the image's own pixels."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import MemoryFile

from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.detection.blend import Blender, ClassRows
from mining_monitor.engine.detection.pipeline import TileScorer
from mining_monitor.engine.detection.tiles import layout, tile_shape
from mining_monitor.engine.imagery.bands import choose_bands
from mining_monitor.engine.imagery.extent import ExtentMask, window_of
from mining_monitor.engine.imagery.modelgrid import model_grid
from mining_monitor.engine.imagery.radiometry import conversion_for
from mining_monitor.engine.imagery.reader import StripReader
from mining_monitor.engine.imagery.source import open_image
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.progress import Job

#: Where an image without a position is laid: around the point 0, 0, true to distance.
_NOWHERE = "+proj=aeqd +lat_0=0 +lon_0=0 +datum=WGS84 +units=m"

#: Ground distance of an image without a position where neither request nor model says one.
_USUAL_GSD_M = 10.0


def class_map(
    image: Path, segmenter: Segmenter, job: Job, *, gsd_m: float | None = None, overlap: float | None = None
) -> npt.NDArray[np.uint8]:
    """Return LAMES codes (255 = not observed) of an image, shape (row, col), as Detect maps it.

    Parameters
    ----------
    gsd_m : float or None
        Ground distance of an image that has no position; None: the model's own.

    Raises
    ------
    ImageError, BandsError, ModelError, CancelledError
    """
    with _placed(image, gsd_m or segmenter.gsd_m or _USUAL_GSD_M) as ref, open_image(ref) as opened:
        bands = choose_bands(opened.bands, segmenter.band_roles, (), image=opened.name)
        window = window_of(None, opened.grid, image=opened.name)
        target = model_grid(opened.grid, window, segmenter.gsd_m, segmenter.gsd_range_m, name=opened.name)
        conversion, _ = conversion_for(opened, [band.index for band in bands], segmenter.value_range)
        inside = ExtentMask(None, target.grid, image=opened.name)
        reader = StripReader(opened, [band.index for band in bands], conversion, target, inside=inside)
        width, height = target.grid.width, target.grid.height
        share = segmenter.overlap if overlap is None else overlap
        tiles = layout(width, height, tile_shape(segmenter, width, height), share)
        rows: list[npt.NDArray[np.uint8]] = []

        def take(finished: ClassRows) -> None:
            rows.append(finished.codes)

        TileScorer(reader, segmenter, tiles, Blender(tiles, segmenter.class_codes, 0.0), job).run(take)
        return _nearest(np.concatenate(rows), (opened.grid.height, opened.grid.width))


def read_rgb(image: Path) -> npt.NDArray[np.uint8]:
    """Return red, green, blue of an 8-bit picture, shape (row, col, 3).

    Raises
    ------
    ImageError
        It cannot be read, or is no 8-bit picture with three bands.
    """
    with _opened(image) as dataset:
        if dataset.count < 3 or set(dataset.dtypes[:3]) != {"uint8"}:
            raise ImageError(f"{image.name} is no 8-bit picture in red, green and blue.", path=str(image))
        return np.asarray(dataset.read((1, 2, 3)), np.uint8).transpose(1, 2, 0)


def read_size(image: Path) -> tuple[int, int]:
    """Return rows and columns of an image.

    Raises
    ------
    ImageError
        It cannot be read.
    """
    with _opened(image) as dataset:
        return int(dataset.height), int(dataset.width)


def read_mask(mask: Path, shape: tuple[int, int]) -> npt.NDArray[np.uint8]:
    """Return the first band of a mask; its size must be the image's.

    Raises
    ------
    ImageError
        It cannot be read, is no mask of bytes, or has another size.
    """
    with _opened(mask) as dataset:
        if dataset.dtypes[0] != "uint8":
            raise ImageError(
                f"The mask {mask.name} holds {dataset.dtypes[0]} values; bytes are expected.", path=str(mask)
            )
        values = np.asarray(dataset.read(1), np.uint8)
    if values.shape != shape:
        raise ImageError(
            f"The mask {mask.name} has {values.shape[1]} x {values.shape[0]} pixels, its image {shape[1]} x "
            f"{shape[0]}: give masks on the pixels of their images.",
            path=str(mask),
        )
    return values


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[rasterio.DatasetReader]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(path) as dataset:
                yield dataset
    except (RasterioError, OSError, ValueError) as error:
        raise ImageError(f"{path.name} cannot be read: {error}.", path=str(path)) from error


@contextlib.contextmanager
def _placed(image: Path, gsd_m: float) -> Iterator[ImageRef]:
    """Give an image that the engine opens: the file, or a copy in memory that lies around 0, 0."""
    with _opened(image) as dataset:
        is_placed = dataset.crs is not None
        copied = None if is_placed else (dataset.read(), dataset.colorinterp, _profile(dataset, gsd_m))
    if copied is None:
        yield ImageRef(str(image))
        return
    values, colours, profile = copied
    with MemoryFile(ext=".tif") as memory:
        with memory.open(**profile) as copy:
            copy.colorinterp = colours
            copy.write(values)
        yield ImageRef(memory.name, name=image.name)


def _profile(dataset: rasterio.DatasetReader, gsd_m: float) -> dict[str, Any]:
    width, height = dataset.width, dataset.height
    return {
        "driver": "GTiff", "width": width, "height": height, "count": dataset.count, "dtype": dataset.dtypes[0],
        "nodata": dataset.nodata, "crs": _NOWHERE,
        "transform": Affine(gsd_m, 0, -gsd_m * width / 2, 0, -gsd_m, gsd_m * height / 2),
    }  # fmt: skip


def _nearest(codes: npt.NDArray[np.uint8], shape: tuple[int, int]) -> npt.NDArray[np.uint8]:
    """Return a class map at another size, nearest neighbour, pixel corners kept."""
    if codes.shape == shape:
        return codes
    rows, cols = (
        np.minimum(((np.arange(new) + 0.5) * old / new).astype(np.int64), old - 1)
        for new, old in zip(shape, codes.shape)
    )
    return codes[np.ix_(rows, cols)]
