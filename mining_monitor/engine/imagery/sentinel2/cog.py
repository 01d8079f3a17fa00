"""Cloud-optimised GeoTIFFs: pixels come in any order, overviews and layout are made by GDAL in a process of its own.

GDAL copies a whole file in one call that nobody can stop; a process can be ended within a second. A small file takes
less time than the process would need to start.
"""

from __future__ import annotations

import contextlib
import errno
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.enums import ColorInterp
from rasterio.errors import RasterioError
from rasterio.shutil import copy
from rasterio.windows import Window as RasterioWindow

from mining_monitor.contract.errors import DiskFullError, OutputError
from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.progress import Job

_BLOCK = 512
_ERRORS = (RasterioError, CPLE_BaseError, OSError, ValueError)
_POLL_SECONDS = 0.1

#: Numbers in a file that is copied at once, in about half a second.
_SMALL = 4_000_000

_COLOURS = {"B04": ColorInterp.red, "B03": ColorInterp.green, "B02": ColorInterp.blue}

#: A disk with less room than this is full.
_HARDLY_ANY_BYTES = 256 * 1024

_SCRIPT = """
import json, sys
import rasterio
from rasterio.shutil import copy
source, target, options = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
with rasterio.Env(GDAL_CACHEMAX=64 * 1024 * 1024):
    copy(source, target, driver="COG", **options)
"""


@dataclass(frozen=True)
class Layout:
    """What a file holds beside pixels.

    Attributes
    ----------
    dtype : str
    nodata : float or None
    names : tuple of str
        Band descriptions.
    scales, offsets : tuple of float
        GDAL's tags, value = number * scale + offset.
    tags : dict
    has_mask : bool
        Whether a mask says what is valid, instead of ``nodata``.
    is_category, is_colour : bool
        Overviews by nearest pixel; bands are red, green, blue.
    """

    dtype: str
    nodata: float | None
    names: tuple[str, ...]
    scales: tuple[float, ...] = ()
    offsets: tuple[float, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)
    has_mask: bool = False
    is_category: bool = False
    is_colour: bool = False


class Draft:
    """A plain tiled GeoTIFF that takes windows in any order; ``publish`` turns it into the real file.

    Parameters
    ----------
    path : Path
        Of the draft.
    grid : Grid
    layout : Layout
    target : Path
        Of the real file, for messages.
    """

    def __init__(self, path: Path, grid: Grid, layout: Layout, target: Path) -> None:
        self.path, self._grid, self._layout, self._target = path, grid, layout, target
        count = len(layout.names)
        try:
            with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
                self._dataset: Any = rasterio.open(
                    path, "w", driver="GTiff", width=grid.width, height=grid.height, count=count, dtype=layout.dtype,
                    nodata=layout.nodata, crs=rasterio.crs.CRS.from_wkt(grid.crs.to_wkt()), transform=grid.transform,
                    tiled=True, blockxsize=_BLOCK, blockysize=_BLOCK, bigtiff="if_safer", sparse_ok=True,
                    interleave="pixel" if layout.is_colour else "band",
                    **({"photometric": "RGB"} if layout.is_colour else {}),
                )  # fmt: skip
            self._describe()
        except _ERRORS as error:
            raise write_error(target, error) from error

    def write(self, window: Window, values: npt.NDArray[Any], valid: npt.NDArray[np.bool_] | None = None) -> None:
        """Write a window, shape (band, row, col), and what of it is valid where the layout has a mask.

        Raises
        ------
        DiskFullError, OutputError
        """
        region = RasterioWindow(window.col_off, window.row_off, window.width, window.height)
        try:
            self._dataset.write(values, window=region)
            if self._layout.has_mask and valid is not None:
                with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
                    self._dataset.write_mask(valid, window=region)
        except _ERRORS as error:
            raise write_error(self._target, error) from error

    def tag(self, **tags: str) -> None:
        """Add tags that are known at the end only."""
        self._dataset.update_tags(**tags)

    def close(self) -> None:
        """Close the draft; ``publish`` does it, too."""
        with contextlib.suppress(*_ERRORS):
            self._dataset.close()

    def publish(self, partial: Path, job: Job) -> None:
        """Write the cloud-optimised file to ``partial`` and check that it can be read; the draft is removed.

        Raises
        ------
        CancelledError
            Within a fraction of a second after somebody asked for it.
        DiskFullError, OutputError
        """
        try:
            self._dataset.close()
            _copy(self.path, partial, self._layout, job)
            with rasterio.open(partial) as written:
                last = RasterioWindow(0, self._grid.height - 1, self._grid.width, 1)
                if not np.array_equal(written.read(1, window=last), self._last_row(last), equal_nan=True):
                    raise OSError("what was written last does not read back")
        except _ERRORS as error:
            raise write_error(self._target, error, self.path.stat().st_size) from error
        self.path.unlink(missing_ok=True)

    def _last_row(self, window: RasterioWindow) -> npt.NDArray[Any]:
        with rasterio.open(self.path) as draft:
            return np.asarray(draft.read(1, window=window))

    def _describe(self) -> None:
        layout, dataset = self._layout, self._dataset
        dataset.descriptions = layout.names
        if layout.scales:
            dataset.scales, dataset.offsets = layout.scales, layout.offsets
        if len(layout.names) > 1:  # programs that know nothing of Sentinel-2 show true colour, too
            dataset.colorinterp = [_COLOURS.get(name, ColorInterp.undefined) for name in layout.names]
        dataset.update_tags(**layout.tags)


def _copy(source: Path, target: Path, layout: Layout, job: Job) -> None:
    options = {
        "compress": "DEFLATE", "level": "1", "predictor": "YES" if not layout.is_category else "NO",
        "blocksize": str(_BLOCK), "overview_resampling": "NEAREST" if layout.is_category else "AVERAGE",
        "overviews": "IGNORE_EXISTING", "bigtiff": "IF_SAFER", "num_threads": "2",
    }  # fmt: skip
    if _numbers_in(source) <= _SMALL:
        job.check()
        copy(source, target, driver="COG", **options)
        return
    command = [sys.executable, "-c", _SCRIPT, str(source), str(target), json.dumps(options)]
    quiet = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, creationflags=quiet
    ) as process:
        while True:
            try:
                _, said = process.communicate(timeout=_POLL_SECONDS)
                break
            except subprocess.TimeoutExpired:
                try:
                    job.check()
                except BaseException:
                    process.kill()
                    raise
    if process.returncode:
        lines = said.decode("utf-8", "replace").strip().splitlines() or [f"status {process.returncode}"]
        raise OSError(next((line for line in lines if "no space left" in line.lower()), lines[-1]))


def _numbers_in(path: Path) -> int:
    with rasterio.open(path) as dataset:
        return int(dataset.width * dataset.height * dataset.count)


def write_error(path: Path, error: Exception, draft_bytes: int = 0) -> OutputError:
    """Return the error that says why a file could not be written.

    GDAL does not always tell a full disk: one with less room than the draft of ``draft_bytes`` was.
    """
    is_full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "no space left" in str(error).lower()
    if is_full or _free_bytes(path.parent) < max(draft_bytes, _HARDLY_ANY_BYTES):
        return DiskFullError(
            f"The disk is full: {path} was not written and nothing half-made was left. Free some space and run again.",
            path=str(path),
        )
    return OutputError(f"{path} cannot be written: {error}. Choose another folder or file.", path=str(path))


def _free_bytes(folder: Path) -> float:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return float("inf")
