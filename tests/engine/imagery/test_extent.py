"""An extent in any CRS becomes a window of the image."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from affine import Affine
from pyproj import CRS, Transformer

from mining_monitor.contract.errors import ExtentError
from mining_monitor.contract.imagery import Extent
from mining_monitor.engine.imagery.extent import ExtentMask, window_of
from mining_monitor.engine.imagery.grid import Grid, Window
from tests.engine.detection.fakes import GRIDS

CRS_19S, NORTH_UP = GRIDS["utm"]
IMAGE = Grid(CRS(CRS_19S), NORTH_UP, 100, 80)


def box(west, south, east, north, crs="", polygon=None):
    return Extent(west, south, east, north, crs, polygon)


def test_no_extent_is_the_whole_image():
    assert window_of(None, IMAGE, image="scene") == Window(0, 0, 100, 80)


@pytest.mark.parametrize(("extent", "window"), [
    (box(400_100, 7_299_800, 400_200, 7_299_900), Window(10, 10, 10, 10)),
    (box(400_101, 7_299_801, 400_199, 7_299_899), Window(10, 10, 10, 10)),
    (box(400_099, 7_299_799, 400_201, 7_299_901), Window(9, 9, 12, 12)),
    (box(0, 0, 9e5, 9e6), Window(0, 0, 100, 80)),
    (box(400_995, 7_299_195, 409_000, 7_299_201), Window(99, 79, 1, 1)),
    (box(400_101, 7_299_899.5, 400_101.5, 7_299_900), Window(10, 10, 1, 1)),
], ids=["on pixels", "inside pixels", "beyond pixels", "larger", "corner", "within one pixel"])  # fmt: skip
def test_a_window_snaps_outwards_and_stays_on_the_image(extent, window):
    assert window_of(extent, IMAGE, image="scene") == window


@pytest.mark.parametrize("name", list(GRIDS))
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32718"])
def test_an_extent_in_another_crs_covers_the_same_ground(name, crs):
    image_crs, transform = GRIDS[name]
    image = Grid(CRS(image_crs), transform, 100, 80)
    corners = [transform * corner for corner in ((20, 30), (60, 30), (60, 50), (20, 50))]
    x, y = Transformer.from_crs(image_crs, crs, always_xy=True).transform(*zip(*corners))
    window = window_of(box(min(x), min(y), max(x), max(y), crs), image, image="scene")
    assert window.col_off <= 20
    assert window.row_off <= 30
    assert window.col_off + window.width >= 60
    assert window.row_off + window.height >= 50
    if name != "rotated" and crs != "EPSG:32718":
        assert (window.width, window.height) == pytest.approx((40, 20), abs=4)


def test_a_view_of_the_whole_world_is_the_whole_image():
    for extent in (box(-180, -90, 180, 90, "EPSG:4326"), box(-9e7, -9e7, 9e7, 9e7, "EPSG:3857")):
        assert window_of(extent, IMAGE, image="scene") == Window(0, 0, 100, 80)


@pytest.mark.parametrize("extent", [
    box(500_000, 7_000_000, 500_100, 7_000_100), box(10, 10, 11, 11, "EPSG:4326"), box(0, 0, 0, 1),
    box(math.inf, 0, 1, 1), box(-1e30, -1e30, -1e29, -1e29, "EPSG:3857"), box(400_000, 7_300_000, 400_010, 7_300_010),
], ids=["beside", "elsewhere", "empty", "infinite", "nowhere", "touching"])  # fmt: skip
def test_an_extent_that_misses_is_refused(extent):
    with pytest.raises(ExtentError):
        window_of(extent, IMAGE, image="scene")


def test_an_extent_across_the_antimeridian_is_understood():
    image = Grid(CRS("EPSG:32660"), Affine(1000, 0, 600_000, 0, -1000, 300_000), 400, 300)
    window = window_of(box(179.5, 0.5, -179.5, 1.5, "EPSG:4326"), image, image="scene")
    assert window.width == pytest.approx(112, abs=3)


def test_a_polygon_keeps_the_pixels_whose_centres_lie_inside():
    polygon = "POLYGON ((400096 7299904, 400204 7299904, 400204 7299796, 400096 7299796, 400096 7299904))"
    mask = ExtentMask(box(400_000, 7_299_000, 401_000, 7_300_000, "", polygon), IMAGE, image="scene")
    inside = np.concatenate([mask.inside(0, 13), mask.inside(13, 80)])
    assert np.argwhere(inside).min(axis=0).tolist() == [10, 10]
    assert np.argwhere(inside).max(axis=0).tolist() == [19, 19]
    assert inside.sum() == 100


def test_a_polygon_in_another_crs_is_cut_the_same_in_any_bands_of_rows():
    ring = [NORTH_UP * p for p in ((10, 5), (90, 20), (50, 75))]
    x, y = Transformer.from_crs(CRS_19S, 4326, always_xy=True).transform(*zip(*ring))
    polygon = shapely.Polygon(list(zip(x, y)))
    mask = ExtentMask(box(*polygon.bounds, "EPSG:4326", polygon.wkt), IMAGE, image="scene")
    whole = mask.inside(0, 80)
    assert (np.concatenate([mask.inside(row, row + 16) for row in range(0, 80, 16)]) == whole).all()
    assert whole.sum() == pytest.approx(shapely.Polygon([(10, 5), (90, 20), (50, 75)]).area, rel=0.02)
