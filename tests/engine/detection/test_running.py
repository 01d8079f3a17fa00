"""Tiles, threads, progress, cancel, memory: how a detection runs."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import convolve, gaussian_filter

from mining_monitor.contract.errors import CancelledError, MiningMonitorError, ModelError, ParameterError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.detection.run import plan
from mining_monitor.engine.progress import Job

from .conftest import write_image
from .known_images import PixelValues, make_grid, patches


@pytest.mark.parametrize("shape", [(5, 5), (100, 40), (97, 260)], ids=str)
@pytest.mark.parametrize("overlap", [0.0, 0.3, 0.75])
@pytest.mark.parametrize("tile_size", [32, None], ids=["fixed", "free"])
def test_every_pixel_is_written_once_whatever_the_overlap(detect_array, shape, overlap, tile_size):
    image = patches(shape, seed=2)

    assert (detect_array(image, PixelValues(tile_size=tile_size), overlap=overlap).classes == image).all()


class Unsteady(PixelValues):
    """Takes longer for some tiles than for others, so that calls side by side end in another order."""

    def predict(self, tiles):
        time.sleep(0.02 if int(tiles.sum()) % 2 else 0.0)
        return super().predict(tiles)


def test_tiles_side_by_side_give_the_map_of_tiles_one_by_one(detect_array):
    image = patches((200, 150), seed=4)

    alone = detect_array(image, Unsteady(batch_size=1, certainty=0.7))
    together = detect_array(image, Unsteady(batch_size=1, certainty=0.7, at_once=4))

    assert (together.classes == image).all()
    assert [one.confidence for one in together.sectors] == [one.confidence for one in alone.sectors]


def test_cancel_stops_tiles_that_wait_to_run_side_by_side(detect_array):
    job = Job()

    class Cancelling(PixelValues):
        def predict(self, tiles):
            if self.tiles > 6:
                job.cancel()
            return super().predict(tiles)

    segmenter = Cancelling(tile_size=16, at_once=3)
    with pytest.raises(CancelledError):
        detect_array(patches((400, 400)), segmenter, job=job)
    assert segmenter.tiles <= 18


class Convolution(PixelValues):
    """Fixed random convolutions with zeros beyond the tile, as a padded layer sees them."""

    def predict(self, tiles):
        kernels = np.random.default_rng(3).normal(size=(len(self.class_codes), 9, 9))
        scores = np.stack([np.stack([convolve(tile[0], one, mode="constant") for one in kernels]) for tile in tiles])
        exponent = np.exp(scores - scores.max(axis=1, keepdims=True))
        return (exponent / exponent.sum(axis=1, keepdims=True)).astype(np.float32)


def test_tiles_agree_with_a_single_pass_of_a_convolution(detect_array):
    image = gaussian_filter(np.random.default_rng(0).random((256, 256)), 3)
    image = ((image - image.mean()) / image.std()).astype(np.float32)
    codes = (0, 5, 8)

    tiled = detect_array(image, Convolution(class_codes=codes, tile_size=64, overlap=0.25))
    single = detect_array(image, Convolution(class_codes=codes, tile_size=256))

    assert (tiled.classes == single.classes).mean() >= 0.995


def test_tiles_without_an_observed_pixel_are_not_computed(detect_array):
    unseen = np.zeros((64, 64), bool)
    unseen[:, 32:] = True
    segmenter = PixelValues(tile_size=32, overlap=0.0)

    detect_array(np.full((64, 64), 5, np.uint8), segmenter, unseen=unseen)

    assert segmenter.tiles == 2


def test_cancel_stops_at_the_next_tile(detect_array):
    job = Job()

    class Cancelling(PixelValues):
        def predict(self, tiles):
            if self.tiles > 6:
                job.cancel()
            return super().predict(tiles)

    segmenter = Cancelling(tile_size=16)
    with pytest.raises(CancelledError):
        detect_array(patches((400, 400)), segmenter, job=job)
    assert segmenter.is_cancelled
    assert segmenter.tiles <= 9


def test_progress_counts_all_tiles_and_never_falls(detect_array):
    reports = []

    detect_array(patches((100, 100)), job=Job(report=reports.append))

    fractions = [report.fraction for report in reports]
    assert fractions == sorted(fractions)
    last = [report for report in reports if report.done is not None][-1]
    assert last.done == last.total


def test_a_preview_is_published_while_tiles_are_running(detect_array):
    published = []

    class Slow(PixelValues):
        def predict(self, tiles):
            time.sleep(0.05)
            return super().predict(tiles)

    def look(partial):
        published.append((partial, json.loads(Path(partial.path).read_text(encoding="utf-8"))))

    detect_array(patches((640, 100)), Slow(tile_size=32, overlap=0.0, batch_size=1), job=Job(publish=look))

    partial, collection = published[-1]
    assert len(collection["features"]) == partial.sectors > 0
    assert all(1 <= feature["properties"]["class"] <= 9 for feature in collection["features"])


def test_a_plan_says_what_the_run_does(detect_array, tmp_path):
    image = patches((120, 90))
    path = write_image(tmp_path / "plan.tif", image[None], make_grid(image.shape))
    segmenter = PixelValues()

    planned = plan(DetectRequest(ImageRef(path)), segmenter)
    found = detect_array(image, segmenter)

    assert (planned.width, planned.height, planned.tiles) == (90, 120, found.result.tiles)
    assert planned.area_m2 == pytest.approx(found.result.observed.area_m2, rel=1e-4)
    assert planned.grid_gsd_m == pytest.approx(10.0, rel=1e-2)


def test_scores_of_another_shape_are_a_clear_error(detect_array):
    class Wrong(PixelValues):
        def predict(self, tiles):
            return super().predict(tiles)[:, :3]

    with pytest.raises(ModelError):
        detect_array(np.zeros((20, 20), np.uint8), Wrong())


@pytest.mark.parametrize(
    "asked",
    [{"overlap": 0.9}, {"min_confidence": 1.5}, {"min_area_m2": -1.0}, {"simplify_px": -1.0},
     {"min_area_by_class": {"pit": 5.0}}],
    ids=str,
)  # fmt: skip
def test_parameters_out_of_range_are_refused(detect_array, asked):
    with pytest.raises(ParameterError):
        detect_array(np.zeros((20, 20), np.uint8), **asked)


def test_a_missing_image_is_one_clear_error(tmp_path):
    with pytest.raises(MiningMonitorError, match=r"gone\.tif"):
        plan(DetectRequest(ImageRef(str(tmp_path / "gone.tif"))), PixelValues())


_PEAK = """
import resource, sys, tempfile
from pathlib import Path
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.detection.run import detect
from mining_monitor.engine.progress import Job
from tests.engine.detection.known_images import PixelValues
with tempfile.TemporaryDirectory() as folder:
    segmenter = PixelValues(class_codes=(0, 5, 8), tile_size=128)
    detect(DetectRequest(ImageRef(sys.argv[1])), segmenter, Path(folder), Job())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the resource module is not on Windows")
def test_memory_does_not_depend_on_the_height(tmp_path):
    def peak(height):
        coarse = np.random.default_rng(1).integers(0, 2, (height // 64, 1024 // 64)) * 5
        image = np.kron(coarse, np.ones((64, 64))).astype(np.uint8)
        path = write_image(tmp_path / f"{height}.tif", image[None], make_grid(image.shape), tiled=True)
        root = Path(__file__).parents[3]
        answer = subprocess.run(
            [sys.executable, "-c", _PEAK, path], capture_output=True, text=True, check=True, cwd=root
        )
        return int(answer.stdout.split()[-1])

    assert peak(8192) <= 1.1 * peak(2048)
