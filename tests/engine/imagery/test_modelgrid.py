"""A model runs on the image's own pixels, or on these scaled to its ground distance."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from pyproj import CRS

from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.imagery.ground import PixelAreas, polygon_areas_m2
from mining_monitor.engine.imagery.modelgrid import model_grid
from tests.engine.detection.fakes import GRIDS


def grid(name="utm", width=300, height=200):
    crs, transform = GRIDS[name]
    return Grid(CRS(crs), transform, width, height)


def lay(image, gsd_m, gsd_range_m=None):
    return model_grid(image, Window(0, 0, image.width, image.height), gsd_m, gsd_range_m, name="scene")


@pytest.mark.parametrize("gsd_m", [None, 10.0, 8.1, 13.0])
def test_pixels_within_the_models_range_are_left_alone(gsd_m):
    image = grid()
    assert lay(image, gsd_m).grid == image


@pytest.mark.parametrize("name", list(GRIDS))
@pytest.mark.parametrize("gsd_m", [3.0, 25.0])
def test_scaled_pixels_measure_the_models_distance_in_both_axes(name, gsd_m):
    image = grid(name)
    target = lay(image, gsd_m)
    assert target.gsd_m == pytest.approx((gsd_m, gsd_m), rel=0.02)
    corner = (target.grid.width, target.grid.height)
    assert (target.grid.transform * corner) == pytest.approx(image.transform * (300, 200), rel=1e-12)
    assert (target.grid.transform * (0, 0)) == pytest.approx(image.transform * (0, 0))


def test_web_mercator_is_measured_on_the_ground_not_in_its_own_units():
    assert lay(grid("web mercator"), 10.0).is_native  # 16.56 units, 9.99 m at 53 degrees south


def test_pixels_that_are_not_square_on_the_ground_are_scaled_per_axis():
    crs, _ = GRIDS["utm"]
    image = Grid(CRS(crs), Affine(10, 0, 400_000, 0, -20, 7_300_000), 300, 200)
    target = lay(image, 10.0)
    assert (target.grid.width, target.grid.height) == (300, 400)
    assert [notice.code for notice in target.notices] == ["gsd-coarser"]


def test_an_image_coarser_than_the_model_is_warned_of_with_both_numbers():
    (notice,) = lay(grid(), 0.5).notices
    assert notice.code == "gsd-coarser"
    assert "10 m" in notice.message
    assert "0.5 m" in notice.message
    assert notice.facts["model_gsd_m"] == 0.5


def test_an_image_finer_than_the_model_is_averaged_without_a_warning():
    assert lay(grid(), 30.0).notices == ()


def test_the_cards_range_replaces_the_default_one():
    assert lay(grid(), 5.0, (4.0, 20.0)).is_native
    assert not lay(grid(), 9.0, (8.0, 9.5)).is_native


@pytest.mark.parametrize("name", list(GRIDS))
def test_pixel_areas_add_up_to_the_polygon_of_the_grid(name):
    import shapely

    from mining_monitor.engine.imagery.ground import ToLonLat

    image = grid(name)
    areas = PixelAreas.of(image)
    rows, cols = np.meshgrid(np.arange(200.0), np.arange(300.0), indexing="ij")
    outline = shapely.segmentize(shapely.box(0, 0, 300, 200), 1.0)
    placed = shapely.transform(outline, lambda p: np.column_stack(ToLonLat(image)(p[:, 0], p[:, 1])))
    assert areas.at(rows, cols).sum() == pytest.approx(polygon_areas_m2(np.array([placed]))[0], rel=1e-6)


def test_polygon_areas_agree_with_geographiclib():
    import shapely

    from mining_monitor.engine.imagery.ground import WGS84

    rng = np.random.default_rng(3)
    polygons = []
    for size in (1e-3, 1e-2, 1.0):
        for _ in range(20):
            lon, lat = rng.uniform(-170, 170), rng.uniform(-80, 80)
            angle = np.sort(rng.uniform(0, 2 * np.pi, 6))
            hole = shapely.Point(lon, lat).buffer(size / 100)
            ring = np.column_stack([lon + size * np.cos(angle), lat + size * np.sin(angle)])
            polygons.append(shapely.Polygon(ring).difference(hole))
    polygons = np.array([p for p in polygons if p.geom_type == "Polygon"])
    expected = [abs(WGS84.geometry_area_perimeter(shapely.orient_polygons(p))[0]) for p in polygons]
    assert polygon_areas_m2(polygons) == pytest.approx(expected, rel=1e-7)
