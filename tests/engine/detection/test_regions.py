"""Minimum area, simplification, and polygons that do not depend on how the raster was cut up."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio.features
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import ndimage

from mining_monitor.engine.detection.census import RegionCensus
from mining_monitor.engine.detection.merge import merged_values
from mining_monitor.engine.detection.rings import densified, polygons_of, rings_of
from mining_monitor.engine.detection.runs import encode, recode
from mining_monitor.engine.detection.simplify import BATCH_VERTICES, groups_of
from mining_monitor.engine.detection.trace import Tracer
from mining_monitor.engine.imagery.ground import PixelAreas
from tests.engine.detection.fakes import GRIDS, patches, write_image
from tests.engine.detection.test_identity import classes, polygons, run

PIXEL = 100.0  # m2 of a 10 m pixel, near enough

small_maps = arrays(
    np.uint8, array_shapes(min_dims=2, max_dims=2, max_side=14), elements=st.sampled_from([0, 3, 5, 255])
)


def trace(image, step, longest_px=None):
    """Return polygons in pixel coordinates and pixel counts, by first pixel."""
    tracer = Tracer(image.shape[1], image.shape[0], background=(0,))
    parts = [tracer.add(encode(row, image[row : row + step])) for row in range(0, len(image), step)]
    parts.append(tracer.finish())
    found = []
    for regions in (part for part in parts if len(part)):
        rings = rings_of(regions)
        shapes = polygons_of(densified(rings, longest_px) if longest_px else rings)
        found.extend(zip(regions.first.tolist(), shapes, regions.pixels.tolist(), regions.value.tolist()))
    return sorted(found, key=lambda region: region[0])


@given(small_maps, st.integers(1, 14))
def test_outlines_do_not_depend_on_the_bands_of_rows(image, step):
    whole = [(first, shape.wkb, pixels) for first, shape, pixels, _ in trace(image, len(image))]
    assert [(first, shape.wkb, pixels) for first, shape, pixels, _ in trace(image, step)] == whole


@given(small_maps, st.sampled_from([None, 1, 2, 5]))
def test_outlines_are_those_of_gdal_and_a_valid_coverage(image, longest_px):
    found = trace(image, 4, longest_px)
    shapes = np.array([shape for _, shape, _, _ in found], object)
    expected = [
        (int(value), shapely.geometry.shape(geometry).normalize())
        for geometry, value in rasterio.features.shapes(image, mask=(image != 0) & (image != 255))
    ]
    assert shapely.is_valid(shapes).all()
    assert [shape.area for shape in shapes] == [pixels for *_, pixels, _ in found]
    assert len(shapes) == 0 or shapely.coverage_is_valid(shapes)
    assert len(found) == len(expected)
    tree = shapely.STRtree(shapes)
    for value, shape in expected:
        assert any(shapes[i].equals(shape) and found[i][3] == value for i in tree.query(shape))


def test_a_straight_border_has_vertices_only_where_a_third_region_begins():
    image = np.zeros((8, 12), np.uint8)
    image[0:4] = 5
    image[4:8, 0:6] = 9
    image[4:8, 6:12] = 3
    upper, *_ = (shape for _, shape, _, _ in trace(image, 3))
    assert sorted(upper.exterior.coords[:-1]) == [(0, 0), (0, 4), (6, 4), (12, 0), (12, 4)]


def test_no_minimum_area_changes_nothing_and_a_tiny_one_neither(tmp_path):
    image = patches(60, 60)
    path = write_image(tmp_path / "a.tif", image)
    for option in ({}, {"min_area_m2": 1.0}, {"min_area_by_class": {"op": 0.0}}):
        assert (classes(run(path, tmp_path, **option)) == image).all()


def test_a_small_region_goes_to_the_neighbour_with_most_shared_border(tmp_path):
    image = np.zeros((20, 20), np.uint8)
    image[:, 10:] = 9
    image[8:11, 9:12] = 5  # of its 12 sides 7 touch 9 and 5 touch 0
    found = run(write_image(tmp_path / "a.tif", image), tmp_path, min_area_m2=20 * PIXEL)
    expected = np.where(image == 5, 9, image)
    assert (classes(found) == expected).all()
    assert len(found.sectors) == 1
    assert found.sectors.area_m2[0] == pytest.approx((expected == 9).sum() * PIXEL, rel=1e-3)


def test_other_counts_as_a_neighbour_and_not_observed_does_not(tmp_path):
    image = np.full((20, 30), 7, np.uint8)
    image[5:8, 5:8] = 5
    image[4, 6] = 0  # the one observed neighbour
    image[12:14, 20:22] = 9  # none at all
    found = run(write_image(tmp_path / "a.tif", image, nodata=7), tmp_path, min_area_m2=20 * PIXEL)
    assert len(found.sectors) == 0
    assert ((classes(found) == 255) == (image == 7)).all()
    assert (classes(found)[image != 7] == 0).all()


def test_smallest_regions_go_first_and_grow_their_neighbour(tmp_path):
    image = np.zeros((12, 40), np.uint8)
    image[2:8, 4:10] = 5  # 36 pixels: enough once it has got the next one
    image[3:5, 10:12] = 9  # 4 pixels beside it
    found = run(write_image(tmp_path / "a.tif", image), tmp_path, min_area_m2=38 * PIXEL)
    assert (classes(found)[3:5, 10:12] == 0).all()  # 6 sides to other, 2 to the pit
    assert len(found.sectors) == 0
    image[2:8, 10:12] = 9  # 12 pixels: 6 sides to the pit, 10 to other
    image[1, 4:14] = image[8, 4:14] = 5  # now the pit holds it on three sides
    found = run(write_image(tmp_path / "a.tif", image), tmp_path, min_area_m2=38 * PIXEL)
    assert (classes(found)[2:8, 10:12] == 5).all()
    assert len(found.sectors) == 1


def test_regions_of_one_class_that_a_merge_brings_together_become_one(tmp_path):
    image = np.full((9, 21), 9, np.uint8)
    image[:, 10] = 5
    found = run(write_image(tmp_path / "a.tif", image), tmp_path, min_area_m2=20 * PIXEL)
    assert len(found.sectors) == 1
    assert (classes(found) == 9).all()


def test_the_minimum_area_may_differ_by_class(tmp_path):
    image = np.zeros((20, 40), np.uint8)
    image[2:5, 2:5], image[2:5, 12:15], image[2:12, 22:32] = 4, 5, 9
    options = {"min_area_m2": 20 * PIXEL, "min_area_by_class": {"mf": 0.0, "wr": 200 * PIXEL}}
    found = run(write_image(tmp_path / "a.tif", image), tmp_path, **options)
    assert [sector.code for sector in found.sectors] == [4]


@pytest.mark.parametrize("name", list(GRIDS))
@pytest.mark.parametrize("seed", range(3))
def test_after_merging_no_region_is_too_small_and_raster_and_polygons_agree(tmp_path, name, seed):
    image = patches(80, 90, seed=seed, codes=(0, 3, 5, 9))
    image[30:50, 30:50][patches(20, 20, seed=seed) == 3] = 250
    path = write_image(tmp_path / "a.tif", image, GRIDS[name], nodata=250)
    limit = 12 * PIXEL
    found = run(path, tmp_path, min_area_m2=limit, confidence_raster="wanted")
    raster = classes(found)
    assert ((raster == 255) == (image == 250)).all()
    regions = sum(ndimage.label(raster == code)[1] for code in range(1, 10))
    assert regions == len(found.sectors)
    assert found.sectors.area_m2.min() >= limit * (1 - 1e-6)
    assert shapely.coverage_is_valid(polygons(found))
    assert found.sectors.confidence == pytest.approx(np.ones(regions), abs=1e-5)


@pytest.mark.parametrize("tolerance", [0.8, 1.0, 2.0, 5.0])
@pytest.mark.parametrize("codes", [(0, 3, 5, 9), (3, 5, 9)], ids=["with other", "dense"])
def test_simplified_polygons_share_their_borders_and_none_vanishes(tmp_path, tolerance, codes):
    image = patches(90, 110, codes=codes)
    path = write_image(tmp_path / "a.tif", image)
    exact, simple = run(path, tmp_path), run(path, tmp_path, simplify_px=tolerance)
    shapes = polygons(simple)
    assert len(simple.sectors) == len(exact.sectors)
    assert [s.code for s in simple.sectors] == [s.code for s in exact.sectors]
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    assert shapely.area(shapes).sum() == pytest.approx(shapely.union_all(shapes).area, rel=1e-9)
    assert shapely.get_num_coordinates(shapes).sum() < shapely.get_num_coordinates(polygons(exact)).sum()
    assert (simple.sectors.area_m2 > 0).all()
    if 0 not in codes:
        assert simple.observed.area_m2 == pytest.approx(90 * 110 * 100.055, rel=1e-3)


def test_polygons_simplified_apart_never_come_to_overlap():
    boxes = np.array([[0, 0, 3, 3], [3, 3, 5, 5], [9, 9, 12, 12], [4, 0, 8, 4], [20, 20, 21, 21]], float)
    groups = [sorted(group.tolist()) for group in groups_of(boxes, np.full(5, 100_000))]
    assert sorted(groups) == [[0, 1, 3], [2, 4]]


def test_a_polygon_along_a_long_straight_edge_follows_the_pixels_on_the_map(tmp_path):
    image = np.zeros((6, 4000), np.uint8)
    image[2:4] = 5
    found = run(write_image(tmp_path / "a.tif", image), tmp_path)
    (shape,) = polygons(found)
    assert len(shape.exterior.coords) > 100
    assert found.sectors.area_m2[0] == pytest.approx(found.observed.area_m2 / 3, rel=1e-6)


@given(arrays(np.float64, (12, 4), elements=st.integers(0, 40).map(float)))
def test_boxes_that_meet_are_simplified_together(corners):
    bounds = np.concatenate([np.minimum(corners[:, :2], corners[:, 2:]), np.maximum(corners[:, :2], corners[:, 2:])], 1)
    batches = list(groups_of(bounds, np.full(12, BATCH_VERTICES)))
    batch_of = {index: number for number, batch in enumerate(batches) for index in batch.tolist()}
    boxes = shapely.box(*bounds.T)
    assert sorted(batch_of) == list(range(12))
    for left, right in shapely.STRtree(boxes).query(boxes).T.tolist():
        assert batch_of[left] == batch_of[right]


def merged(image, step, limit):
    """Return the class map after merging regions of fewer than ``limit`` pixels."""
    min_area = np.zeros(256)
    min_area[1:10] = limit
    census = RegionCensus(
        image.shape[1], PixelAreas(np.ones((65, 65)), image.shape[1], image.shape[0]), min_area, pixel_shape=1.0
    )
    bands = [encode(row, image[row : row + step]) for row in range(0, len(image), step)]
    labels = [census.add(band) for band in bands]
    value = merged_values(census.regions(), min_area)
    return np.concatenate([recode(band, value[label]).codes() for band, label in zip(bands, labels)])


@given(small_maps, st.integers(1, 14), st.integers(2, 30))
def test_merging_leaves_no_small_region_and_does_not_depend_on_the_bands_of_rows(image, step, limit):
    found = merged(image, step, limit)
    assert (found == merged(image, len(image), limit)).all()
    assert ((found == 255) == (image == 255)).all()
    for code in (3, 5):
        labels, count = ndimage.label(found == code)
        assert count == 0 or np.bincount(labels.ravel())[1:].min() >= limit


@given(small_maps)
def test_merging_changes_only_regions_that_were_too_small(image):
    found = merged(image, 4, 3)
    for code in (0, 3, 5):
        labels, count = ndimage.label(image == code)
        for region in range(1, count + 1):
            if code == 0 or (labels == region).sum() >= 3:
                assert (found[labels == region] == code).all()
