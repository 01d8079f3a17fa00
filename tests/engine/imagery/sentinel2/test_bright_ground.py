"""Bright tailings that scene classes call cloud stay ground; a cloud that passes over a known mine is a cloud."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.contract.products import MaskRules
from mining_monitor.engine.imagery.sentinel2 import load as load_module
from tests.engine.imagery.sentinel2.products import Recipe, make_product, plain
from tests.engine.imagery.sentinel2.test_masks import polygon

X0, Y0 = Recipe().origin

#: The mine is the western half. Tailings of 400 m x 400 m in it are called cloud at all dates.
MINE = polygon(0, -2400, 1200, 0)
TAILINGS = (slice(20, 60), slice(20, 60))
#: A cloud passes over the mine on the first dates, another over the forest in the east on all.
PASSING = (slice(120, 160), slice(20, 60))
FOREST = (slice(120, 160), slice(160, 200))

RULES = MaskRules(cloud_dilation_m=0, shadow_dilation_m=0, keep=(MINE,))


def in_box(box, x, y):
    rows, cols = box
    col, row = (x - X0) / 10, (Y0 - y) / 10
    return (row > rows.start) & (row < rows.stop) & (col > cols.start) & (col < cols.stop)


def dates(folder, count, passing):
    """Products of some dates; on the first ``passing`` of them a cloud lies over the mine."""
    for index in range(count):

        def pixels(name, x, y, index=index):
            if name != "SCL":
                return plain(name, x, y) + 100 * index
            is_cloud = in_box(TAILINGS, x, y) | in_box(FOREST, x, y)
            if index < passing:
                is_cloud |= in_box(PASSING, x, y)
            return np.where(is_cloud, 9, 5)

        yield make_product(
            folder, Recipe(sensed_at=f"2021-0{index + 1}-10T14:37:29", pixels=pixels), files=("B04", "SCL")
        )


@pytest.mark.parametrize(("count", "passing"), [(3, 1), (5, 1), (5, 2)])
def test_a_cloud_over_a_mine_is_filled_from_the_next_date_and_tailings_stay(tmp_path, load, count, passing):
    loaded = load(*dates(tmp_path, count, passing), bands=("B04",), rules=RULES)
    assert (loaded.mask[TAILINGS] == 1).all() and (loaded.pixels[0][TAILINGS] == 1718).all()
    assert (loaded.mask[PASSING] == 1).all() and (loaded.pixels[0][PASSING] == 1718 + 100 * passing).all()
    assert (loaded.mask[FOREST] == 0).all()
    assert loaded.scene.pixels_by_date[f"2021-0{passing + 1}-10"] == 1600
    assert loaded.scene.warnings == ()


def test_what_three_of_five_dates_call_cloud_is_ground(tmp_path, load):
    loaded = load(*dates(tmp_path, 5, 3), bands=("B04",), rules=RULES)
    assert (loaded.mask[PASSING] == 1).all() and (loaded.pixels[0][PASSING] == 1718).all()


def test_a_median_leaves_out_the_cloud_and_not_the_tailings(tmp_path, load):
    loaded = load(*dates(tmp_path, 3, 1), bands=("B04",), rules=RULES, composite="median")
    assert (loaded.pixels[0][TAILINGS] == 1818).all()  # of 1718, 1818, 1918
    assert (loaded.pixels[0][PASSING] == 1868).all()  # of 1818, 1918


@pytest.mark.parametrize("count", [1, 2])
def test_too_few_dates_keep_all_and_say_that_they_cannot_tell(tmp_path, load, count):
    loaded = load(*dates(tmp_path, count, 1), bands=("B04",), rules=RULES)
    assert (loaded.mask[PASSING] == 1).all() and (loaded.mask[TAILINGS] == 1).all()
    assert (loaded.mask[FOREST] == 0).all()
    (notice,) = loaded.scene.warnings
    assert (notice.code, notice.facts) == ("keep-unproven", {"dates": count, "least": 3})


def test_two_tiles_of_a_date_are_one_date(tmp_path, load):
    products = [*dates(tmp_path / "a", 1, 1), *dates(tmp_path / "b", 2, 1)]
    loaded = load(*products, bands=("B04",), rules=RULES)
    assert [notice.code for notice in loaded.scene.warnings] == ["keep-unproven"]
    assert (loaded.mask[PASSING] == 1).all()


def test_margins_and_windows_do_not_change_it(tmp_path, load, monkeypatch):
    products = list(dates(tmp_path, 3, 1))
    rules = MaskRules(keep=(MINE,))
    whole = load(*products, bands=("B04",), rules=rules)
    monkeypatch.setattr(load_module, "_LARGEST_SIDE", 32)
    monkeypatch.setattr(load_module, "_MOST_OPEN_FILES", 0)
    pieces = load(*products, bands=("B04",), rules=rules)
    assert (pieces.mask == whole.mask).all() and (pieces.pixels == whole.pixels).all()
    rows, cols = PASSING
    assert (whole.pixels[0, rows.start - 3 : rows.stop + 3, cols.start : cols.stop] == 1818).all()  # with its margin
    assert (whole.pixels[0, rows.start - 5, cols] == 1718).all()
