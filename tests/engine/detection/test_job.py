"""A detection tells how far it is, stops when asked, and needs memory by width, never by height."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import shapely

from mining_monitor.contract.errors import (
    BandsError,
    CancelledError,
    DiskFullError,
    ExtentError,
    ImageError,
    ImageWithoutCrsError,
    ModelError,
    ParameterError,
)  # fmt: skip
from mining_monitor.contract.imagery import Extent, ImageRef
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.detection import preview, sectors
from mining_monitor.engine.detection.run import detect, plan
from mining_monitor.engine.progress import Job
from tests.clock import within
from tests.engine.detection.fakes import UTM, ValueSegmenter, patches, write_image

REPOSITORY = Path(__file__).resolve().parents[3]


def test_progress_counts_tiles_and_only_goes_forward(tmp_path):
    told = []
    request = DetectRequest(image=ImageRef(write_image(tmp_path / "a.tif", patches(150, 150))), min_area_m2=2000)
    detect(request, ValueSegmenter(batch=1), tmp_path, Job(report=told.append))
    fractions = [progress.fraction for progress in told]
    assert fractions == sorted(fractions)
    assert fractions[0] == 0
    assert fractions[-1] <= 1
    last = [progress for progress in told if progress.stage == "detect"][-1]
    assert (last.done, last.total) == (36, 36)
    assert last.seconds_left == 0


def test_the_plan_says_what_the_run_then_does(tmp_path):
    request = DetectRequest(image=ImageRef(write_image(tmp_path / "a.tif", patches(150, 130))))
    segmenter = ValueSegmenter(sha256="f" * 64)
    before = plan(request, segmenter)
    found = detect(request, segmenter, tmp_path, Job())
    after = plan(request, segmenter)
    assert (before.tiles, before.tile_size, before.width, before.height) == (found.tiles, 32, 130, 150)
    assert before.area_m2 == pytest.approx(found.observed.area_m2, rel=1e-6)
    assert before.seconds is None
    assert after.seconds > 0
    assert before.bands == found.bands


def test_a_plan_measures_the_polygon_that_was_asked_for(tmp_path):
    path = write_image(tmp_path / "a.tif", patches(100, 100))
    triangle = shapely.Polygon([UTM[1] * corner for corner in ((0, 0), (50, 0), (0, 50))])
    extent = Extent(*triangle.bounds, "", triangle.wkt)
    area = plan(DetectRequest(image=ImageRef(path), extent=extent), ValueSegmenter()).area_m2
    assert area == pytest.approx(50 * 50 / 2 * 100, rel=1e-3)


@pytest.mark.parametrize("when", ["before", "during"])
@pytest.mark.clock
def test_a_cancelled_run_stops_at_once(tmp_path, when):
    class Slow(ValueSegmenter):
        def score(self, tiles):
            time.sleep(0.02)
            return super().score(tiles)

    job, segmenter = Job(), Slow(batch=1)
    request = DetectRequest(image=ImageRef(write_image(tmp_path / "a.tif", patches(900, 900))))
    if when == "before":
        job.cancel()
    else:
        threading.Timer(0.2, job.cancel).start()
    started = time.perf_counter()
    with pytest.raises(CancelledError):
        detect(request, segmenter, tmp_path, job)
    assert time.perf_counter() - started < within(2)
    assert segmenter.cancelled.is_set()
    assert len(segmenter.shapes) < 900
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("read_", "blend_", "take_"))]


def test_a_model_that_fails_ends_the_run_with_its_own_error(tmp_path):
    def fail(tiles):
        raise ModelError("The model gave NaN.")

    request = DetectRequest(image=ImageRef(write_image(tmp_path / "a.tif", patches(90, 90))))
    with pytest.raises(ModelError, match="NaN"):
        detect(request, ValueSegmenter(score=fail), tmp_path, Job())


@pytest.mark.parametrize(("options", "error"), [
    ({"overlap": 0.9}, ParameterError), ({"min_confidence": 1.5}, ParameterError),
    ({"min_area_m2": -1.0}, ParameterError), ({"simplify_px": float("nan")}, ParameterError),
    ({"min_area_by_class": {"moon": 5.0}}, ParameterError), ({"extent": Extent(0, 0, 1, 1)}, ExtentError),
    ({"image": ImageRef("/nowhere/at/all.tif")}, ImageError),
], ids=str)  # fmt: skip
def test_what_cannot_be_done_is_refused_before_it_begins(tmp_path, options, error):
    options = {"image": ImageRef(write_image(tmp_path / "a.tif", patches(40, 40))), **options}
    with pytest.raises(error):
        detect(DetectRequest(**options), ValueSegmenter(), tmp_path, Job())


def test_an_image_without_crs_and_one_without_the_bands_are_refused(tmp_path):
    nowhere = write_image(tmp_path / "a.tif", patches(40, 40), (None, UTM[1]))
    with pytest.raises(ImageWithoutCrsError):
        plan(DetectRequest(image=ImageRef(nowhere)), ValueSegmenter())
    grey = write_image(tmp_path / "b.tif", patches(40, 40))
    with pytest.raises(BandsError, match="wants red, green, blue"):
        plan(DetectRequest(image=ImageRef(grey)), ValueSegmenter(roles=("red", "green", "blue")))


def test_previews_are_published_while_the_run_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(preview, "_EVERY_S", 0.0)
    monkeypatch.setattr(preview, "_COST_FACTOR", 0.0)
    image = patches(600, 500, size=40)
    seen = []
    job = Job(publish=lambda partial: seen.append((partial, json.loads(Path(partial.path).read_text()))))
    detect(DetectRequest(image=ImageRef(write_image(tmp_path / "a.tif", image))), ValueSegmenter(128), tmp_path, job)
    assert len(seen) >= 4
    partial, collection = seen[-1]
    assert partial.sectors == len(collection["features"]) > 0
    shapes = [shapely.geometry.shape(feature["geometry"]) for feature in collection["features"]]
    assert {feature["properties"]["class"] for feature in collection["features"]} == set(range(1, 10))
    whole = shapely.union_all(shapes)
    assert whole.bounds == pytest.approx((-69.99, -24.46, -69.94, -24.40), abs=0.1)
    assert seen[0][0].path != partial.path


MEMORY = """
import resource, sys
import numpy as np, rasterio
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.engine.detection.fakes import ValueSegmenter, UTM
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.detection.run import detect
from mining_monitor.engine.progress import Job
folder, height = Path({folder!r}), {height}
strip = np.kron(np.random.default_rng(0).integers(0, 10, (16, 125)), np.ones((16, 16))).astype(np.uint8)
with rasterio.open(folder / "a.tif", "w", driver="GTiff", width=2000, height=height, count=1, dtype="uint8",
                   crs=UTM[0], transform=UTM[1], tiled=True, blockxsize=256, blockysize=256) as dataset:
    for row in range(0, height, 256):
        dataset.write(strip, 1, window=((row, row + 256), (0, 2000)))
request = DetectRequest(image=ImageRef(str(folder / "a.tif")))
detect(request, ValueSegmenter(256), folder, Job())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of a process's memory is read from getrusage")
def test_memory_does_not_grow_with_height(tmp_path):
    peaks = []
    for height in (1024, 4096):
        folder = tmp_path / str(height)
        folder.mkdir()
        code = MEMORY.format(root=str(REPOSITORY), folder=str(folder), height=height)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=REPOSITORY)
        peaks.append(float(done.stdout))
    assert peaks[1] - peaks[0] < 25


def test_a_full_disk_is_said_in_one_sentence(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sectors.WkbSpool, "append", full)
    request = DetectRequest(image=ImageRef(write_image(tmp_path / "a.tif", patches(90, 90))))
    with pytest.raises(DiskFullError, match="disk is full"):
        detect(request, ValueSegmenter(), tmp_path, Job())
