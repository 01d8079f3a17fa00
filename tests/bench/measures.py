"""The three comparisons of the issue: speed, memory, agreement."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
import rasterio
from rasterio.windows import Window

from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.requests import DetectRequest
from tests.bench.processes import running_engine
from tests.bench.rasters import write_mosaic
from tests.bench.unet import CLASS_CODES, write_unet

TILE_PX = 256
OVERLAP = 0.15


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was measured, its value, and the limit that the issue sets."""

    name: str
    compared: str
    value: float
    unit: str
    limit: float
    is_at_least: bool

    @property
    def holds(self) -> bool:
        return bool(self.value >= self.limit if self.is_at_least else self.value <= self.limit)


def tile_starts(length: int, tile: int = TILE_PX, overlap: float = OVERLAP) -> list[int]:
    """Starts of tiles along a side: as few as cover it with at least that overlap, evenly spaced."""
    if length <= tile:
        return [0]
    count = -(-(length - tile) // int(tile * (1 - overlap))) + 1
    return [round(i * (length - tile) / (count - 1)) for i in range(count)]


def raw_session(model: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def raw_seconds(session: onnxruntime.InferenceSession, image: Path, tiles: int) -> float:
    """Return the time in ``session.run`` alone, for as many tiles of the image as Detect ran."""
    with rasterio.open(image) as source:
        starts = [(row, col) for row in tile_starts(source.height) for col in tile_starts(source.width)]
        spent = 0.0
        for index in range(tiles):
            row, col = starts[index % len(starts)]
            pixels = source.read(window=Window(col, row, TILE_PX, TILE_PX)).astype(np.float32)[None]
            start = time.perf_counter()
            session.run(None, {"image": pixels})
            spent += time.perf_counter() - start
    return spent


def speed(folder: Path, scene: npt.NDArray[np.uint16], side: int, threads: int) -> list[Figure]:
    """Compare raw ONNX Runtime with Detect's whole wall time on the same tiles, before and after it."""
    model = write_unet(folder / "bench-unet.onnx", tile=TILE_PX)
    image = write_mosaic(folder / "speed.tif", scene, bands=3, width=side, height=side)
    session = raw_session(model, threads)
    warm = write_mosaic(folder / "warm.tif", scene, bands=3, width=2 * TILE_PX, height=2 * TILE_PX)
    raw_seconds(session, warm, 4)
    with running_engine(folder) as engine:
        engine.timed(DetectRequest(ImageRef(str(warm)), str(model), overlap=OVERLAP, threads=threads))
        request = DetectRequest(
            ImageRef(str(image)), str(model), overlap=OVERLAP, threads=threads, output=str(folder / "speed.gpkg")
        )
        before = raw_seconds(session, image, len(tile_starts(side)) ** 2)
        result, wall = engine.timed(request)
    tiles = result.tiles
    after = raw_seconds(session, image, tiles)
    raw = (before * tiles / len(tile_starts(side)) ** 2 + after) / 2
    what = (
        f"{side} x {side} x 3, {tiles} tiles of {TILE_PX}, {OVERLAP:.0%} overlap, {threads} threads, "
        f"{1000 * raw / tiles:.1f} ms a tile; raw {raw:.1f} s (before {before:.1f}, after {after:.1f}), "
        f"Detect {wall:.1f} s with {result.sectors} polygons into a GeoPackage"
    )
    return [Figure("raw ONNX Runtime / Detect", what, raw / wall, "", 0.85, True)]


def memory(folder: Path, scene: npt.NDArray[np.uint16], width: int, threads: int) -> list[Figure]:
    """Compare the engine's peak above its idle for a scene, and for one of twice the height."""
    model = write_unet(folder / "bench-unet4.onnx", bands=4, tile=TILE_PX)
    peaks, facts = [], []
    for height in (width, 2 * width):
        image = write_mosaic(folder / f"memory-{height}.tif", scene, bands=4, width=width, height=height)
        with running_engine(folder) as engine:
            idle = engine.resident_mb()
            engine.forget_peak()
            request = DetectRequest(
                ImageRef(str(image)), str(model), overlap=OVERLAP, threads=threads,
                output=str(folder / f"memory-{height}.gpkg"), class_raster=str(folder / f"memory-{height}-classes.tif"),
                min_area_m2=1000.0,
            )  # fmt: skip
            result, wall = engine.timed(request)
            peaks.append(engine.peak_mb() - idle)
        facts.append(
            f"{width} x {height}: {peaks[-1]:.0f} MB above {idle:.0f}, {result.sectors} polygons, {wall:.0f} s"
        )
        image.unlink()
    return [
        Figure("peak memory above idle", f"{facts[0]} (4 bands uint16)", peaks[0], "MB", 800.0, False),
        Figure("twice the height", "; ".join(facts), 100 * (peaks[1] / peaks[0] - 1), "% more", 10.0, False),
    ]


def agreement(folder: Path, scene: npt.NDArray[np.uint16], side: int, threads: int) -> list[Figure]:
    """Compare Detect's class raster from overlapping tiles with one pass over the whole image."""
    tiled = write_unet(folder / "agree-tiled.onnx", tile=TILE_PX)
    whole = write_unet(folder / "agree-whole.onnx", tile=None)
    image = write_mosaic(folder / "agree.tif", scene, bands=3, width=side, height=side)
    classes = folder / "agree-classes.tif"
    with running_engine(folder) as engine:
        request = DetectRequest(
            ImageRef(str(image)), str(tiled), overlap=OVERLAP, threads=threads, class_raster=str(classes)
        )
        result, _ = engine.timed(request)
    with rasterio.open(image) as source, rasterio.open(classes) as mapped:
        pixels, found = source.read().astype(np.float32), mapped.read(1)
    scores = raw_session(whole, threads).run(None, {"image": pixels[None]})[0][0]
    expected = np.array(CLASS_CODES, np.uint8)[scores.argmax(axis=0)]
    observed = found != 255
    same = 100.0 * np.count_nonzero((found == expected) & observed) / np.count_nonzero(observed)
    what = f"{side} x {side}, {result.tiles} tiles of {TILE_PX} with {OVERLAP:.0%} overlap against one pass"
    return [Figure("tiled = single pass", what, float(same), "% of pixels", 99.5, True)]
