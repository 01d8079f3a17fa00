"""Folders of labelled pictures become samples, and what cannot be one is refused by name."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.engine.training.real_world.mixture import read_samples
from mining_monitor.engine.training.real_world.pictures import read_rgb, shrink
from mining_monitor.engine.training.real_world.readers import read_lames_folder
from mining_monitor.engine.training.real_world.samples import ANYTHING, allow

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")


def write(path, values):
    path.parent.mkdir(parents=True, exist_ok=True)
    count, height, width = values.shape
    with rasterio.open(
        path, "w", driver="GTiff", width=width, height=height, count=count, dtype=values.dtype.name
    ) as dataset:
        dataset.write(values)


def chip(folder, part, name, codes, bands=3):
    codes = np.array(codes, np.uint8)
    write(folder / part / "img" / f"{name}.tif", np.full((bands, *codes.shape), 90, np.uint8))
    write(folder / part / "msk" / f"{name}.tif", codes[None])


def test_a_lames_folder_keeps_its_parts_its_sites_and_its_codes(tmp_path):
    chip(tmp_path, "train", "821_0", [[0, 5], [8, 255]])
    chip(tmp_path, "val", "17_4", [[1]])

    samples = list(read_lames_folder(tmp_path))

    assert [(s.site, s.part) for s in samples] == [("lames-821", "train"), ("lames-17", "dev")]
    assert samples[0].allowed.tolist() == [[allow(0), allow(2)], [allow(8), ANYTHING]]
    assert samples[1].picture.shape == (3, 1, 1)


def test_only_the_first_three_of_sixteen_bands_are_read(tmp_path):
    chip(tmp_path, "train", "1_0", [[0, 0]], bands=16)

    assert next(iter(read_lames_folder(tmp_path))).picture.shape == (3, 1, 2)


def test_a_code_that_lames_does_not_have_is_refused(tmp_path):
    chip(tmp_path, "train", "1_0", [[0, 77]])

    with pytest.raises(ValueError, match="77"):
        list(read_lames_folder(tmp_path))


def test_a_mask_of_another_size_is_refused_with_the_picture_named(tmp_path):
    chip(tmp_path, "train", "9_0", [[0, 0]])
    write(tmp_path / "train" / "msk" / "9_0.tif", np.zeros((1, 3, 3), np.uint8))

    with pytest.raises(ValueError, match="9_0"):
        list(read_lames_folder(tmp_path))


def test_a_folder_without_pairs_is_refused(tmp_path):
    with pytest.raises(AnnotationsError):
        list(read_lames_folder(tmp_path))


def test_numbers_that_are_no_bytes_are_refused(tmp_path):
    write(tmp_path / "a.tif", np.full((3, 2, 2), np.nan, np.float32))

    with pytest.raises(ValueError, match="float32"):
        read_rgb(tmp_path / "a.tif")


def test_an_empty_data_folder_gives_empty_groups(tmp_path):
    assert all(not group for group in read_samples(tmp_path).values())


def test_shrinking_takes_the_mean():
    picture = np.arange(3 * 4 * 4, dtype=np.uint8).reshape(3, 4, 4)

    assert shrink(picture, 2)[0].tolist() == [[2, 4], [10, 12]]
