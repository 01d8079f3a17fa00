"""Every kind of label that the trainer learns from is read from files as its readers expect them."""

from __future__ import annotations

import csv

import numpy as np
import pytest
import rasterio

from mining_monitor.engine.training.real_world.canvases import draw_batch
from mining_monitor.engine.training.real_world.mixture import read_samples, training_groups
from mining_monitor.engine.training.real_world.samples import ANYTHING, allow

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
ROWS = ["a,1,train,-44.5,-20.5", "b,2,val,-50.5,-20.5"]


def write(path, values, driver="PNG"):
    path.parent.mkdir(parents=True, exist_ok=True)
    values = values if values.ndim == 3 else values[None]
    count, height, width = values.shape
    profile = {"driver": driver, "width": width, "height": height, "count": count, "dtype": values.dtype.name}
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(values)


def grey(side, value=90):
    return np.full((3, side, side), value, np.uint8)


def table(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([header.split(","), *(row.split(",") for row in rows)])


@pytest.fixture
def data(tmp_path):
    """One or two pictures of every set."""
    mask = np.zeros((96, 96), np.uint8)
    mask[40:60, 40:60], mask[:5, :5] = 1, 255
    for name in ("a", "b"):
        write(tmp_path / f"tailings_s2/img/{name}.png", grey(96))
        write(tmp_path / f"tailings_s2/msk/{name}.png", mask)
    table(tmp_path / "tailings_s2/index.csv", "name,site_group,split,lon,lat", ROWS)
    for name in ("1", "2"):
        write(tmp_path / f"tailings_dams/img/{name}.jpg", grey(96), "JPEG")
    table(tmp_path / "tailings_dams/index.csv", "id,site_group,split,lon,lat", ["1,,,-40.5,-10.5", "2,,,-50.1,-20.1"])
    for kind in ("Forest", "River"):
        for k in range(8):
            write(tmp_path / f"negatives/eurosat/{kind}/{kind}_{k}.jpg", grey(64), "JPEG")
    write(tmp_path / "sentinel2_chips/one.tif", np.full((12, 64, 64), 1000, np.uint16), "GTiff")
    sand = np.zeros((80, 80), np.uint8)
    sand[:10, :10] = 255
    write(tmp_path / "mine_masks/sandmine_0_img.png", grey(80))
    write(tmp_path / "mine_masks/sandmine_0_msk.png", sand)
    x = np.full((44, 48, 48, 3), 80, np.uint8)
    sources = ["v3_positives"] * 4 + ["random_negatives"] * 20 + ["landslide_negatives"] * 20
    lonlat = np.full((44, 2), np.nan)
    lonlat[:3] = [(-75.2, -10.0), (-60.2, -6.0), (-57.2, -4.0)]
    (tmp_path / "asm_chips").mkdir()
    np.savez(
        tmp_path / "asm_chips/earthrise_chips48_rgb.npz",
        x=x, y=np.array([1] * 4 + [0] * 40), source=np.array(sources), lonlat=lonlat,
    )  # fmt: skip
    truth = np.full((64, 64), 5, np.uint8)
    truth[:8], truth[8:16] = 255, 8
    (tmp_path / "world").mkdir()
    np.savez(tmp_path / "world/7.npz", image=grey(64), truth=truth)
    return tmp_path


@pytest.fixture
def samples(data):
    return read_samples(data, made_up=data / "world")


def test_pixel_masks_say_storage_not_storage_and_not_known(samples):
    learned = next(s for s in samples["storages"] if s.site == "storage-1")

    assert (learned.allowed == allow(8)).sum() == 400
    assert (learned.allowed[:5, :5] == ANYTHING).all()
    assert not (learned.allowed[70:, 70:] & allow(8)).any()
    assert [s.part for s in samples["storages"] if s.site == "storage-2"] == ["test"]


def test_a_centre_point_says_what_is_in_the_middle_and_nothing_else(samples):
    dam = next(s for s in samples["dams"] if s.site == "cell-041-11")

    assert dam.must_hold == 8 and (dam.allowed == ANYTHING).all()


def test_a_centre_point_in_the_cell_of_a_held_out_mask_is_held_out(samples):
    assert [s.part for s in samples["dams"] if s.site == "cell-051-21"] == ["test"]


def test_a_chip_label_says_that_a_mine_is_somewhere_or_nowhere(samples):
    east = [s for s in samples["artisanal"] if s.part != "test"]

    assert [s.must_hold for s in samples["artisanal"]] == [1, 1, 1]
    assert len(east) == 2 and all((s.allowed == allow(0, 1)).all() for s in east)
    assert {s.must_lack for s in samples["look_alikes"]} == {1}
    assert {s.part for s in samples["look_alikes"] if s.kind == "landslide"} == {"test"}


def test_a_mask_of_mines_of_unknown_kind_lets_them_be_both(samples):
    allowed = samples["sand"][0].allowed

    assert (allowed[:10, :10] == allow(1, 2)).all() and (allowed[20:, 20:] == allow(0)).all()


def test_made_up_scenes_are_exact_but_where_they_are_empty(samples):
    allowed = samples["made_up"][0].allowed

    assert (allowed[:8] == ANYTHING).all() and (allowed[8:16] == allow(8)).all() and (allowed[16:] == allow(2)).all()


def test_numbers_of_twelve_bands_are_rendered_as_true_colour(samples):
    assert np.unique(samples["dry_land"][0].picture).tolist() == [64]


def test_every_set_can_fill_a_batch_with_every_other(samples):
    learned = {name: [s for s in group if s.part == "train"] for name, group in samples.items()}
    wanted = {name: 1.0 for name in ("countryside", "storages", "dams", "sand", "made_up") if learned[name]}

    batch = draw_batch(training_groups(samples, wanted, 96), 96, np.random.default_rng(0), 1.0)

    assert len(wanted) == 5
    assert batch.images.shape == (5, 3, 96, 96) and np.isfinite(batch.images).all()
    assert any(bag.is_present for bag in batch.bags) and not all(bag.is_present for bag in batch.bags)
