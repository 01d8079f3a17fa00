"""What is too small goes to the neighbour with which it shares most border; raster and polygons agree."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from scipy.ndimage import label

from .known_images import PixelValues, patches

PIXEL_M2 = 100.0


def _rows(*rows):
    return np.array([[int(value) for value in row] for row in rows], np.uint8)


def test_small_goes_to_the_neighbour_with_most_shared_border(detect_array):
    found = detect_array(_rows("55588", "55488", "55588"), min_area_m2=1.5 * PIXEL_M2)

    assert (found.classes == _rows("55588", "55588", "55588")).all()
    assert sorted(sector.code for sector in found.sectors) == [5, 8]


def test_small_amid_other_becomes_other(detect_array):
    image = np.zeros((9, 9), np.uint8)
    image[4, 4] = 5

    found = detect_array(image, min_area_m2=1.5 * PIXEL_M2)

    assert (found.classes == 0).all()
    assert len(found.sectors) == 0


def test_small_amid_the_unobserved_becomes_other_and_stays_observed(detect_array):
    unseen = np.ones((9, 9), bool)
    unseen[4, 4] = False

    found = detect_array(np.full((9, 9), 5, np.uint8), unseen=unseen, min_area_m2=1.5 * PIXEL_M2)

    assert found.classes[4, 4] == 0
    assert (found.classes == 255).sum() == 80


def test_minimum_by_class_holds_for_that_class_only(detect_array):
    image = np.zeros((9, 9), np.uint8)
    image[2, 2], image[6, 6] = 5, 8

    found = detect_array(image, min_area_by_class={"op": 2 * PIXEL_M2})

    assert (found.classes[2, 2], found.classes[6, 6]) == (0, 8)


def test_what_becomes_one_is_one_polygon(detect_array):
    found = detect_array(_rows("55455", "55455", "00000"), min_area_m2=3 * PIXEL_M2)

    assert [sector.code for sector in found.sectors] == [5]
    assert shapely.area(found.pixels).sum() == pytest.approx(10)


def test_no_minimum_changes_nothing(detect_array):
    image = patches((50, 60), seed=3, scale=1)

    assert (detect_array(image, min_area_m2=0.0).classes == image).all()


@pytest.mark.parametrize("seed", range(6))
def test_after_merging_nothing_is_too_small_and_all_agree(detect_array, seed):
    image = patches((140, 90), seed, classes=5, scale=2)
    unseen = np.zeros(image.shape, bool)
    unseen[50:60, 20:70] = True

    found = detect_array(image, PixelValues(), unseen=unseen, min_area_m2=8.5 * PIXEL_M2)

    pixels = shapely.area(found.pixels)
    assert pixels.min() > 8.4
    assert ((found.classes == 255) == unseen).all()
    for code in range(1, 10):
        is_code = [sector.code == code for sector in found.sectors]
        assert sum(is_code) == label(found.classes == code)[1]
        assert pixels[is_code].sum() == pytest.approx((found.classes == code).sum())
