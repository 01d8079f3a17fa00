"""What nobody could see is 255, gives no polygon, and is counted by reason."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine

from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.imagery import Extent, ImageRef
from tests.engine.detection.fakes import GRIDS, UTM, ValueSegmenter, patches, write_image
from tests.engine.detection.test_identity import classes, polygons, run


def alpha(dataset):
    mask = np.full((50, 60), 255, np.uint8)
    mask[10:30, 20:50] = 0
    dataset.write_mask(mask)


def holed(value, dtype="uint8"):
    image = patches(50, 60, codes=(0, 4, 5, 9)).astype(dtype)
    image[10:30, 20:50] = value
    return image


@pytest.mark.parametrize(("image", "profile", "ref"), [
    (holed(7), {"nodata": 7}, {}),
    (holed(0), {}, {"nodata": 0.0}),
    (holed(np.nan, "float32"), {"nodata": np.nan}, {}),
    (holed(-9999, "int16"), {"nodata": -9999}, {}),
    (holed(-3.4028234663852886e38, "float32"), {"nodata": -3.4028234663852886e38}, {}),
    (holed(3), {"after": alpha}, {}),
], ids=["declared", "by the user", "NaN", "negative", "lowest float", "mask band"])  # fmt: skip
def test_nodata_is_not_observed_and_gives_no_polygon(tmp_path, image, profile, ref):
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        path = write_image(tmp_path / "a.tif", image, **profile)
    found = run(path, tmp_path, image=ImageRef(path, **ref))
    hole = np.zeros((50, 60), bool)
    hole[10:30, 20:50] = True
    if ref:
        hole |= image == 0
    assert ((classes(found) == 255) == hole).all()
    assert (classes(found)[~hole] == image[~hole]).all()
    assert found.not_observed_m2["nodata"] == pytest.approx(hole.sum() * 100, rel=1e-3)
    assert found.observed.area_m2 == pytest.approx((~hole).sum() * 100, rel=1e-3)
    assert shapely.from_wkb(found.observed.wkb).geom_type == "MultiPolygon"
    assert shapely.from_wkb(found.observed.wkb).is_valid


def test_an_image_of_nodata_alone_is_a_valid_empty_result(tmp_path):
    segmenter = ValueSegmenter()
    path = write_image(tmp_path / "a.tif", np.full((70, 80), 5, np.uint8), nodata=5)
    found = run(path, tmp_path, segmenter, confidence_raster="wanted")
    assert (len(found.sectors), found.totals, found.tiles) == (0, (), 0)
    assert segmenter.shapes == []
    assert (classes(found) == 255).all()
    assert shapely.from_wkb(found.observed.wkb).is_empty
    assert found.observed.area_m2 == 0
    assert found.not_observed_m2["nodata"] == pytest.approx(70 * 80 * 100, rel=1e-3)
    with rasterio.open(found.confidence_raster) as dataset:
        assert np.isnan(dataset.read(1)).all()


def test_tiles_without_a_valid_pixel_are_not_scored(tmp_path):
    image = np.full((32, 320), 5, np.uint8)
    image[:, 40:280] = 0
    segmenter = ValueSegmenter(overlap=0.0)
    found = run(write_image(tmp_path / "a.tif", image, nodata=0), tmp_path, segmenter)
    assert found.tiles == 4
    assert ((classes(found) == 5) == (image == 5)).all()


def test_invalid_pixels_reach_the_model_as_zero(tmp_path):
    image = patches(40, 40, codes=(3, 4)).astype(np.float32)
    image[5, 5] = np.nan
    seen = []
    run(write_image(tmp_path / "a.tif", image), tmp_path, ValueSegmenter(64, score=lambda t: (
        seen.append(t.copy()), ValueSegmenter.score(ValueSegmenter(), t))[1]))  # fmt: skip
    assert seen[0][0, 0, 5, 5] == 0
    assert np.isfinite(seen[0]).all()


@pytest.mark.parametrize("name", list(GRIDS))
def test_a_valid_mask_of_other_resolution_hides_ground(tmp_path, name):
    crs, transform = GRIDS[name]
    image = patches(48, 48)
    mask = np.ones((12, 12), np.uint8)
    mask[3:6, 0:4] = 0
    write_image(tmp_path / "mask.tif", mask, (crs, transform * Affine.scale(4)))
    path = write_image(tmp_path / "a.tif", image, (crs, transform))
    found = run(path, tmp_path, valid_mask=str(tmp_path / "mask.tif"))
    hidden = np.kron(mask, np.ones((4, 4))) == 0
    assert ((classes(found) == 255) == hidden).all()
    assert found.not_observed_m2["nodata"] == 0
    assert found.not_observed_m2["mask"] == pytest.approx(
        found.observed.area_m2 * hidden.sum() / (~hidden).sum(), rel=1e-3
    )


def test_a_valid_mask_in_another_crs_hides_the_same_ground(tmp_path):
    from pyproj import Transformer

    west, north = Transformer.from_crs(UTM[0], 4326, always_xy=True).transform(*(UTM[1] * (24, 10)))
    mask = np.array([[0, 0, 1, 1]], np.uint8).repeat(4, axis=0)
    write_image(tmp_path / "mask.tif", mask, ("EPSG:4326", Affine(1e-3, 0, west - 2e-3, 0, -1e-3, north + 1e-3)))
    found = run(write_image(tmp_path / "a.tif", patches(30, 48)), tmp_path, valid_mask=str(tmp_path / "mask.tif"))
    assert (classes(found)[:, :23] == 255).all()
    assert (classes(found)[:5, 25:40] != 255).all()


@pytest.mark.parametrize(("values", "nodata"), [([2, 1], 2), ([0, 1], None), ([0.0, 1.0], None)])
def test_a_valid_mask_hides_where_it_is_nodata_or_zero_and_where_it_does_not_reach(tmp_path, values, nodata):
    mask = np.array([values], np.float32 if isinstance(values[0], float) else np.uint8)
    write_image(tmp_path / "mask.tif", mask, (UTM[0], UTM[1] * Affine.scale(10, 20)), nodata=nodata)
    found = run(write_image(tmp_path / "a.tif", np.full((20, 30), 5, np.uint8)), tmp_path,
                valid_mask=str(tmp_path / "mask.tif"))  # fmt: skip
    assert (classes(found) == np.repeat([[255, 5, 255]], 10, axis=1).repeat(20, axis=0)).all()


def test_a_broken_valid_mask_is_named(tmp_path):
    path = write_image(tmp_path / "a.tif", patches(20, 20))
    with pytest.raises(ImageError, match=r"valid mask .*gone\.tif"):
        run(path, tmp_path, valid_mask=str(tmp_path / "gone.tif"))


def test_outside_of_the_extents_polygon_is_not_part_of_the_run(tmp_path):
    image = patches(100, 100)
    image[40, 40] = 7
    corners = [UTM[1] * corner for corner in ((20, 20), (60, 20), (60, 60), (20, 60))]
    extent = Extent(400_000, 7_299_000, 401_000, 7_300_000, "", shapely.Polygon(corners).wkt)
    found = run(write_image(tmp_path / "a.tif", image, nodata=7), tmp_path, extent=extent)
    inside = np.zeros((100, 100), bool)
    inside[20:60, 20:60] = True
    assert (classes(found)[~inside] == 255).all()
    assert (classes(found)[inside & (image != 7)] == image[inside & (image != 7)]).all()
    assert found.not_observed_m2["nodata"] == pytest.approx((image[inside] == 7).sum() * 100, rel=1e-3)


def test_nodata_never_bleeds_into_what_is_seen_when_the_grid_is_scaled(tmp_path):
    image = np.full((64, 64), 5, np.uint16)
    image[:, 30:40] = 60000
    path = write_image(tmp_path / "a.tif", image, nodata=60000)
    for gsd_m in (30.0, 4.0):
        found = run(path, tmp_path, ValueSegmenter(gsd_m=gsd_m))
        assert set(np.unique(classes(found))) == {5, 255}
        assert found.observed.area_m2 == pytest.approx(54 * 64 * 100, rel=0.06)
        assert len(polygons(found)) == 2
