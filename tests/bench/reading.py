"""Reading a window through the engine beside plain rasterio (issue "Imagery", Shown by)."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.shutil import copy
from rasterio.windows import Window as RasterioWindow

from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.source import open_image
from tests.bench.measures import Figure
from tests.bench.rasters import write_mosaic

_BANDS = [1, 2, 3, 4]
_ROUNDS = 7


def reading(folder: Path, scene: npt.NDArray[np.uint16], side: int, threads: int) -> list[Figure]:
    """Compare opening and reading ``side`` x ``side`` x 4 of a COG with nodata: turn by turn, the best of each."""
    plain_file = write_mosaic(folder / "reading.tif", scene, bands=4, width=2 * side, height=2 * side)
    path = folder / "reading-cog.tif"
    copy(plain_file, path, driver="COG", compress="DEFLATE", predictor="YES", nodata=0)
    plain_file.unlink()
    corner = side // 2 - 12  # between blocks, as an extent falls

    def plain() -> npt.NDArray[np.uint16]:
        with rasterio.open(path) as dataset:
            return dataset.read(_BANDS, window=RasterioWindow(corner, corner, side, side))

    def ours() -> npt.NDArray[np.float32]:
        with open_image(ImageRef(str(path))) as image:
            return image.read(_BANDS, Window(corner, corner, side, side)).values

    if not np.array_equal(plain(), ours()):
        raise AssertionError("the engine and rasterio read different numbers")
    seconds = {plain: [], ours: []}
    for _ in range(_ROUNDS):
        for read, found in seconds.items():
            found.append(_seconds(read))
    best_plain, best_ours = min(seconds[plain]), min(seconds[ours])
    what = (
        f"{side} x {side} x 4 uint16 of a deflated COG with nodata, opened and read {_ROUNDS} times each in turn; "
        f"rasterio {1000 * best_plain:.0f} ms, the engine with its valid mask {1000 * best_ours:.0f} ms"
    )
    return [Figure("plain rasterio / window read", what, best_plain / best_ours, "", 0.8, True)]


def _seconds(read: Callable[[], object]) -> float:
    start = time.perf_counter()
    read()
    return time.perf_counter() - start
