"""A model whose class is the pixel's value gives the image back, whatever the image is like."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from mining_monitor.contract.imagery import BandChoice, Extent, ImageRef
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.detection.run import detect, plan
from mining_monitor.engine.imagery.ground import WGS84
from mining_monitor.engine.progress import Job
from tests.engine.detection.fakes import GRIDS, UTM, ValueSegmenter, patches, write_image


def run(path, folder, segmenter=None, **options):
    request = DetectRequest(image=options.pop("image", None) or ImageRef(path), **options)
    return detect(request, segmenter or ValueSegmenter(), Path(tempfile.mkdtemp(dir=folder)), Job())


def classes(detection):
    with rasterio.open(detection.class_raster) as dataset:
        return dataset.read(1)


def polygons(detection):
    return shapely.from_wkb([sector.wkb for sector in detection.sectors])


@pytest.mark.parametrize("name", list(GRIDS))
@pytest.mark.parametrize("size", [(32, 32), (33, 65), (101, 77), (7, 90), (1, 1)], ids=str)
def test_every_pixel_comes_back_in_every_crs_and_size(tmp_path, name, size):
    image = patches(*size)
    found = run(write_image(tmp_path / "a.tif", image, GRIDS[name]), tmp_path)
    assert (classes(found) != image).sum() == 0
    with rasterio.open(found.class_raster) as dataset:
        assert dataset.nodata == 255
        assert f"EPSG:{dataset.crs.to_epsg()}" == GRIDS[name][0]
        assert dataset.transform.almost_equals(GRIDS[name][1])
        assert dataset.colormap(1)[5] == (0x77, 0xE2, 0xA2, 255)


@pytest.mark.parametrize("name", list(GRIDS))
def test_polygons_are_a_valid_coverage_of_exactly_the_pixels(tmp_path, name):
    crs, transform = GRIDS[name]
    image = patches(60, 50)
    found = run(write_image(tmp_path / "a.tif", image, (crs, transform)), tmp_path)
    shapes = polygons(found)
    assert shapely.is_valid(shapes).all()
    assert (shapely.get_type_id(shapes) == shapely.GeometryType.POLYGON).all()
    assert shapely.is_ccw(shapely.get_exterior_ring(shapes)).all()
    assert shapely.coverage_is_valid(shapes)

    back = Transformer.from_crs(4326, crs, always_xy=True)
    in_pixels = shapely.transform(
        shapes, lambda p: np.column_stack(~transform * np.array(back.transform(p[:, 0], p[:, 1])))
    )
    codes = np.array([sector.code for sector in found.sectors])
    for code in range(1, 10):
        area = shapely.area(in_pixels[codes == code]).sum()
        assert area == pytest.approx((image == code).sum(), rel=1e-9)


@pytest.mark.parametrize("name", list(GRIDS))
def test_areas_are_those_of_the_stored_polygons_on_the_ellipsoid(tmp_path, name):
    found = run(write_image(tmp_path / "a.tif", patches(40, 50), GRIDS[name]), tmp_path)
    for sector in found.sectors:
        expected = abs(WGS84.geometry_area_perimeter(shapely.orient_polygons(shapely.from_wkb(sector.wkb)))[0])
        assert sector.area_m2 == pytest.approx(expected, rel=1e-7, abs=1e-3)
    total = {total.code: (total.sectors, total.area_m2) for total in found.totals}
    assert sum(count for count, _ in total.values()) == len(found.sectors)
    assert sum(area for _, area in total.values()) == pytest.approx(sum(s.area_m2 for s in found.sectors))


def test_one_pixel_objects_survive(tmp_path):
    image = np.zeros((70, 70), np.uint8)
    image[::5, ::5] = 5
    found = run(write_image(tmp_path / "a.tif", image), tmp_path)
    assert len(found.sectors) == 14 * 14
    assert found.sectors.area_m2.tolist() == pytest.approx([100.055] * 196, rel=1e-3)


def test_polygons_that_touch_at_corners_and_around_holes_stay_valid(tmp_path):
    checkers = (np.indices((24, 24)).sum(axis=0) % 2 * 5).astype(np.uint8)
    rings = np.full((24, 24), 9, np.uint8)
    rings[4:8, 4:8] = rings[8:12, 8:12] = 3
    rings[5, 5] = rings[6, 6] = 0
    for name, image in (("checkers", checkers), ("rings", rings)):
        found = run(write_image(tmp_path / f"{name}.tif", image), tmp_path)
        assert shapely.is_valid(polygons(found)).all()
        assert (classes(found) == image).all()


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32"])
@pytest.mark.parametrize("tile", [None, 32, 64], ids=["free", "32", "64"])
def test_every_type_of_number_and_tile_gives_the_same(tmp_path, dtype, tile):
    image = patches(75, 90)
    found = run(write_image(tmp_path / "a.tif", image.astype(dtype)), tmp_path, ValueSegmenter(tile))
    assert (classes(found) == image).all()


def test_free_tiles_keep_to_the_multiple_and_stay_near_the_raster(tmp_path):
    segmenter = ValueSegmenter(None, tile_multiple=32)
    path = write_image(tmp_path / "a.tif", patches(75, 700))
    found = run(path, tmp_path, segmenter)
    assert {shape[2:] for shape in segmenter.shapes} == {(96, 512)}
    assert found.tiles == 2
    assert plan(DetectRequest(image=ImageRef(path)), segmenter).tiles == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(1, 40), st.floats(0, 0.75), st.integers(1, 5))
def test_every_pixel_is_written_exactly_once(tmp_path, height, width, tile, overlap, batch):
    rng = np.random.default_rng(height * 100 + width)
    image = rng.integers(0, 10, (height, width)).astype(np.uint8)
    segmenter = ValueSegmenter(tile, batch)
    found = run(
        write_image(tmp_path / "a.tif", image), tmp_path, segmenter, overlap=overlap, confidence_raster="wanted"
    )
    assert (classes(found) == image).all()
    with rasterio.open(found.confidence_raster) as dataset:
        assert dataset.read(1) == pytest.approx(np.ones((height, width)), abs=1e-5)


def test_the_confidence_of_a_polygon_is_the_mean_score_of_its_own_pixels(tmp_path):
    class Unsure(ValueSegmenter):
        def score(self, tiles):
            scores = np.zeros((len(tiles), 10, *tiles.shape[2:]), np.float32)
            scores[:, 5] = tiles[:, 0] / 100
            scores[:, 0] = 1 - scores[:, 5]
            return scores

    image = np.full((40, 50), 10, np.uint8)
    image[5:7, 5:10] = [60, 70, 80, 90, 100]
    image[20:30, 40:] = 75
    image[35, 35] = 55
    found = run(write_image(tmp_path / "a.tif", image), tmp_path, Unsure())
    assert [sector.confidence for sector in found.sectors] == pytest.approx([0.8, 0.75, 0.55], abs=1e-5)


def test_pixels_below_the_least_confidence_become_other_and_equal_ones_stay(tmp_path):
    class Half(ValueSegmenter):
        def score(self, tiles):
            return super().score(tiles) * np.float32(0.5)

    path = write_image(tmp_path / "a.tif", patches(50, 50))
    assert (classes(run(path, tmp_path, Half(), min_confidence=0.5)) == patches(50, 50)).all()
    assert not classes(run(path, tmp_path, Half(), min_confidence=0.51)).any()


def test_the_class_to_ignore_never_wins(tmp_path):
    segmenter = ValueSegmenter(score=lambda tiles: np.stack([tiles[:, 0] * 0 + v for v in (0.5, 0.3, 0.2)], axis=1))
    segmenter.class_codes = (255, 9, 4)
    found = run(write_image(tmp_path / "a.tif", patches(40, 40)), tmp_path, segmenter)
    assert (classes(found) == 9).all()
    assert found.sectors.confidence.tolist() == pytest.approx([0.3])


def test_bands_go_to_the_model_by_role(tmp_path):
    image = np.stack([np.zeros((20, 20), np.uint8), patches(20, 20), np.zeros((20, 20), np.uint8)])
    path = write_image(tmp_path / "a.tif", image, photometric="RGB")
    assert (classes(run(path, tmp_path, ValueSegmenter(roles=("green", "red")))) == image[1]).all()
    said = (BandChoice("red", 2),)
    assert (classes(run(path, tmp_path, ValueSegmenter(roles=("red",)), bands=said)) == image[1]).all()


def test_an_extent_in_another_crs_gives_that_part_of_the_image(tmp_path):
    image = patches(100, 120)
    west, north = UTM[1] * (30, 20)
    east, south = UTM[1] * (90, 70)
    to_degrees = Transformer.from_crs(UTM[0], 4326, always_xy=True)
    extent = Extent(*to_degrees.transform_bounds(west, south, east, north), "EPSG:4326")
    found = run(write_image(tmp_path / "a.tif", image), tmp_path, extent=extent)
    col, row = (round(v) for v in ~UTM[1] * (found.grid.transform * (0, 0)))
    assert 28 <= col <= 30
    assert 18 <= row <= 20
    assert (classes(found) == image[row : row + found.grid.height, col : col + found.grid.width]).all()


def test_classes_come_back_through_a_scaled_grid(tmp_path):
    image = np.zeros((60, 60), np.uint8)
    image[12:36, 24:48] = 5
    path = write_image(tmp_path / "a.tif", image)
    found = run(path, tmp_path, ValueSegmenter(gsd_m=20.0))
    assert found.gsd_m == pytest.approx(20, rel=0.02)
    assert (classes(found) == image[::2, ::2]).all()
    assert found.sectors.area_m2.sum() == pytest.approx(24 * 24 * 100, rel=1e-3)


def test_a_tile_row_without_height_to_spare_needs_no_second_image_row(tmp_path):
    image = patches(32, 200)
    assert run(write_image(tmp_path / "a.tif", image), tmp_path, overlap=0.0).tiles == 7


def test_an_image_across_the_antimeridian_gives_polygons_on_either_side(tmp_path):
    image = np.full((20, 40), 5, np.uint8)
    grid = ("EPSG:32660", Affine(100, 0, 831_978, 0, -100, 300_000))
    found = run(write_image(tmp_path / "a.tif", image, grid), tmp_path)
    shapes = polygons(found)
    assert len(shapes) == 2
    assert shapely.is_valid(shapes).all()
    assert (shapely.bounds(shapes)[:, 2] - shapely.bounds(shapes)[:, 0] < 1).all()
    assert found.sectors.area_m2.sum() == pytest.approx(found.observed.area_m2, rel=1e-9)
    assert found.observed.area_m2 == pytest.approx(20 * 40 * 1e4, rel=0.01)
