"""What could not be seen is never classified, and its area is told by reason."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from mining_monitor.contract.imagery import Extent

from .known_images import GRIDS, PixelValues, patches


def test_declared_nodata_gives_no_polygon(detect_array):
    segmenter = PixelValues()

    found = detect_array(np.full((40, 40), 8, np.uint8), segmenter, unseen=np.ones((40, 40), bool))

    assert len(found.sectors) == 0
    assert segmenter.tiles == 0
    assert (found.classes == 255).all()
    assert shapely.is_empty(shapely.from_wkb(found.result.observed.wkb))
    assert found.result.observed.area_m2 == 0.0


def test_nodata_and_masked_ground_are_told_apart(detect_array):
    image = np.full((40, 50), 8, np.uint8)
    unseen, masked = np.zeros(image.shape, bool), np.zeros(image.shape, bool)
    unseen[:, 30:] = True
    masked[:10, :10] = True

    found = detect_array(image, unseen=unseen, masked=masked)

    assert (found.classes == np.where(unseen | masked, 255, 8)).all()
    assert shapely.area(found.pixels).sum() == pytest.approx(1100, rel=1e-9)
    assert found.result.not_observed_m2 == pytest.approx({"nodata": 80000, "mask": 10000}, rel=2e-3)
    assert found.result.observed.area_m2 == pytest.approx(110000, rel=2e-3)


def test_nan_is_not_observed(detect_array):
    image = np.full((20, 20), 5, np.float32)
    image[3, 4] = np.nan

    found = detect_array(image)

    assert found.classes[3, 4] == 255
    assert (found.classes == 5).sum() == 399


def test_outside_an_asked_polygon_is_neither_observed_nor_missed(detect_array):
    image = np.full((30, 30), 5, np.uint8)
    corner = "POLYGON ((500000 7500000, 500100 7500000, 500100 7499900, 500000 7499900, 500000 7500000))"

    found = detect_array(image, extent=Extent(500000, 7499800, 500200, 7500000, "EPSG:32719", corner))

    assert found.classes.shape == (20, 20)
    assert (found.classes[:10, :10] == 5).all()
    assert (found.classes == 255).sum() == 300
    assert sum(found.result.not_observed_m2.values()) == 0.0


def test_an_extent_in_another_crs_meets_the_same_pixels(detect_array):
    image = patches((60, 70))

    found = detect_array(image, kind="degrees", extent=Extent(-70.198, -23.103, -70.196, -23.101, "EPSG:4326"))

    assert (found.classes == image[10:30, 20:40]).all()


@pytest.mark.parametrize("kind", GRIDS)
def test_observed_ground_is_the_ground_of_the_polygons(detect_array, kind):
    unseen = patches((70, 90), seed=5) > 6

    found = detect_array(np.full(unseen.shape, 5, np.uint8), unseen=unseen, kind=kind)

    observed = shapely.from_wkb(found.result.observed.wkb)
    assert observed.is_valid
    assert sum(sector.area_m2 for sector in found.sectors) == pytest.approx(found.result.observed.area_m2, rel=1e-8)
    share = found.result.observed.area_m2 / (found.result.observed.area_m2 + sum(found.result.not_observed_m2.values()))
    assert share == pytest.approx((~unseen).mean(), rel=2e-3)
