"""The three comparisons of the issue: speed, memory, agreement."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
import rasterio
from rasterio.windows import Window

from mining_monitor import paths
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.models.session import load_segmenter
from mining_monitor.schema.classes import NOT_OBSERVED
from tests.bench.processes import running_engine
from tests.bench.rasters import write_mosaic
from tests.bench.unet import write_unet

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


def fixed_tiles(folder: Path, model: Path) -> Path:
    """Copy a model that takes any size, with a card that wants tiles of ``TILE_PX``; return the copy's card."""
    card = json.loads(model.with_suffix(".json").read_text(encoding="utf-8"))
    (shape,) = (entry["input"]["shape"] for entry in card["properties"]["mlm:input"])
    shape[-2:] = [TILE_PX, TILE_PX]
    copy = folder / model.name
    copy.write_bytes(model.read_bytes())
    copy.with_suffix(".json").write_text(json.dumps(card), encoding="utf-8")
    return copy.with_suffix(".json")


def agreement(folder: Path, scene: npt.NDArray[np.uint16], side: int, threads: int) -> list[Figure]:
    """Compare Detect's class raster from overlapping tiles with one pass of a shipped model over the whole image."""
    model = paths.shipped_models() / "sample-world-10m.onnx"  # the one that learned from such scenes finds most in them
    image = write_mosaic(folder / "agree.tif", scene, bands=3, width=side, height=side, dtype="uint8")
    classes = folder / "agree-classes.tif"
    with running_engine(folder) as engine:
        request = DetectRequest(
            ImageRef(str(image)), str(fixed_tiles(folder, model)), overlap=OVERLAP, threads=threads,
            class_raster=str(classes),
        )  # fmt: skip
        result, _ = engine.timed(request)
    with rasterio.open(image) as source, rasterio.open(classes) as mapped:
        pixels, found = source.read().astype(np.float32), mapped.read(1)
    segmenter = load_segmenter(str(model), threads)
    expected = np.array(segmenter.class_codes, np.uint8)[segmenter.predict(pixels[None])[0].argmax(axis=0)]
    observed = found != NOT_OBSERVED
    same = 100.0 * np.count_nonzero((found == expected) & observed) / np.count_nonzero(observed)
    shares = np.bincount(expected.ravel(), minlength=10)
    what = (
        f"{segmenter.name} on {side} x {side}: {result.tiles} tiles of {TILE_PX} with {OVERLAP:.0%} overlap against "
        f"one pass; {100 * (1 - shares[0] / shares.sum()):.1f} % of the pixels are sectors"
    )
    return [Figure("tiled = single pass", what, float(same), "% of pixels", 99.5, True)]
