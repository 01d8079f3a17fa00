"""Scenes on disk open as what they are, and large ones need no large memory."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
import rasterio

from mining_monitor.engine.sample_world import generate_scene, write_large_scene, write_scene


def test_a_true_colour_scene_reads_back_with_bands_nodata_and_class_colours(tmp_path):
    scene = generate_scene(7, width=300, height=200, nodata_share=0.1)

    write_scene(scene, tmp_path / "image.tif", tmp_path / "truth.tif")

    with rasterio.open(tmp_path / "image.tif") as image:
        np.testing.assert_array_equal(image.read(), scene.values)
        assert image.descriptions == ("red", "green", "blue")
        assert image.transform == scene.transform
        assert image.crs.to_string() == scene.crs
        assert (image.nodata, image.block_shapes[0]) == (0, (256, 256))
    with rasterio.open(tmp_path / "truth.tif") as truth:
        np.testing.assert_array_equal(truth.read(1), scene.truth)
        assert truth.nodata == 255
        assert truth.colormap(1)[5] == (0x77, 0xE2, 0xA2, 255)
        assert truth.tags()["class_8"] == "tsf"


def test_reflectance_carries_scale_and_offset(tmp_path):
    scene = generate_scene(7, width=64, height=64, product="reflectance")

    write_scene(scene, tmp_path / "image.tif", tmp_path / "truth.tif")

    with rasterio.open(tmp_path / "image.tif") as image:
        assert image.dtypes == ("uint16",) * 6
        assert image.scales == pytest.approx((0.0001,) * 6)
        assert image.offsets == pytest.approx((-0.1,) * 6)
        assert image.descriptions == scene.band_names


def test_a_scene_written_by_blocks_equals_the_scene_in_memory(tmp_path):
    options = dict(width=520, height=300, supersample=1, site_kind="gold")

    write_large_scene(9, tmp_path / "image.tif", tmp_path / "truth.tif", block_px=256, **options)

    scene = generate_scene(9, **options)
    with rasterio.open(tmp_path / "image.tif") as image, rasterio.open(tmp_path / "truth.tif") as truth:
        assert np.abs(image.read().astype(int) - scene.values).max() <= 1
        np.testing.assert_array_equal(truth.read(1), scene.truth)
        assert image.transform == scene.transform


def test_memory_of_a_scene_written_by_blocks_does_not_grow_with_its_height(tmp_path):
    peaks = []
    for height in (256, 768):
        tracemalloc.start()
        write_large_scene(4, tmp_path / f"{height}.tif", block_px=256, width=128, height=height, supersample=1)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < 1.15 * peaks[0]


def test_a_block_that_does_not_fit_the_tiles_is_refused(tmp_path):
    with pytest.raises(ValueError, match="multiple of 256"):
        write_large_scene(1, tmp_path / "image.tif", block_px=300, width=8, height=8)
