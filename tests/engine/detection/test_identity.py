"""A model whose class is the pixel's value gives the image back: nothing is lost, shifted or invented (PEERS 4)."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
import shapely
from pyproj import Geod

from .known_images import GRIDS, PixelValues, patches


@pytest.mark.parametrize("kind", GRIDS)
@pytest.mark.parametrize("shape", [(1, 1), (7, 90), (64, 64), (131, 77), (300, 33)], ids=str)
def test_class_raster_and_polygons_are_the_image(detect_array, kind, shape):
    image = patches(shape)

    found = detect_array(image, kind=kind)

    assert (found.classes == image).all()
    assert shapely.area(found.pixels).sum() == pytest.approx((image > 0).sum(), rel=1e-9)
    assert shapely.is_valid(found.polygons).all()
    assert all(polygon.geom_type == "Polygon" and polygon.exterior.is_ccw for polygon in found.polygons)
    assert shapely.coverage_is_valid(shapely.transform(found.pixels, np.round))


@pytest.mark.parametrize("kind", GRIDS)
def test_each_polygon_lies_on_pixels_of_its_class(detect_array, kind):
    image = patches((60, 70), seed=4)

    found = detect_array(image, kind=kind)

    for sector, polygon in zip(found.sectors, shapely.transform(found.pixels, np.round)):
        point = polygon.representative_point()
        assert image[int(point.y), int(point.x)] == sector.code


@pytest.mark.parametrize("kind", GRIDS)
def test_shared_borders_share_every_vertex_in_degrees(detect_array, kind):
    found = detect_array(patches((60, 70), seed=8), kind=kind)

    assert shapely.coverage_is_valid(found.polygons)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32"])
def test_every_type_of_number_is_read_as_it_is(detect_array, dtype):
    image = patches((45, 50))

    assert (detect_array(image.astype(dtype)).classes == image).all()


@pytest.mark.parametrize("simplify_px", [0.0, 1.0, 3.0])
def test_one_pixel_objects_survive(detect_array, simplify_px):
    image = np.zeros((50, 50), np.uint8)
    image[3::7, 5::9] = 5

    found = detect_array(image, simplify_px=simplify_px)

    assert len(found.sectors) == (image == 5).sum()
    assert shapely.area(found.pixels) == pytest.approx(1.0, rel=1e-6)


@pytest.mark.parametrize("simplify_px", [0.8, 1.0, 2.5, 8.0])
@pytest.mark.parametrize("kind", ["utm", "rotated"])
def test_simplified_polygons_stay_a_coverage(detect_array, kind, simplify_px):
    image = patches((600, 90), seed=9, scale=9)

    exact = detect_array(image, kind=kind)
    simple = detect_array(image, kind=kind, simplify_px=simplify_px)

    corners = shapely.transform(simple.pixels, lambda points: np.round(points, 6))
    assert len(simple.sectors) == len(exact.sectors)
    assert shapely.is_valid(simple.polygons).all()
    assert shapely.coverage_is_valid(corners)
    assert shapely.area(corners).sum() == pytest.approx(shapely.area(shapely.union_all(corners)))
    assert shapely.get_num_coordinates(simple.polygons).sum() < shapely.get_num_coordinates(exact.polygons).sum()


def test_ignored_classes_never_win(detect_array):
    segmenter = PixelValues(class_codes=(0, 5, 255), certainty=0.9)

    assert (detect_array(np.full((20, 20), 255, np.uint8), segmenter).classes == 0).all()


def test_less_than_the_minimum_confidence_is_other(detect_array):
    image, segmenter = np.full((40, 40), 5, np.uint8), PixelValues(certainty=0.6)

    assert (detect_array(image, segmenter, min_confidence=0.6).classes == 5).all()
    assert (detect_array(image, segmenter, min_confidence=0.61).classes == 0).all()


def test_a_polygon_carries_the_mean_score_and_the_geodesic_area(detect_array):
    found = detect_array(np.full((50, 20), 3, np.uint8), PixelValues(certainty=0.7))

    (sector,) = found.sectors

    assert sector.confidence == pytest.approx(0.7, abs=1e-6)
    assert sector.area_m2 == pytest.approx(
        abs(Geod(ellps="WGS84").geometry_area_perimeter(found.polygons[0])[0]), rel=1e-6
    )
    assert [(total.key, total.sectors) for total in found.result.totals] == [("lh", 1)]


def test_the_confidence_raster_holds_the_winning_score_and_nan(detect_array, tmp_path):
    image = np.full((30, 40), 5, np.uint8)
    unseen = np.zeros(image.shape, bool)
    unseen[:, :10] = True

    found = detect_array(
        image, PixelValues(certainty=0.8), unseen=unseen, confidence_raster=str(tmp_path / "confidence.tif")
    )

    with rasterio.open(found.result.confidence_raster) as dataset:
        confidence = dataset.read(1)
    assert np.isnan(confidence[:, :10]).all()
    assert confidence[:, 10:] == pytest.approx(0.8, abs=1e-6)
