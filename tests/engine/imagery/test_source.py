"""Images open with what they are and where they are valid."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from mining_monitor.contract.errors import ImageError, ImageWithoutCrsError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.source import describe_image, open_image
from tests.engine.detection.fakes import GRIDS, UTM, write_image

WHOLE = Window(0, 0, 4, 3)


def numbers(dtype="uint8", bands=1):
    return np.arange(12 * bands).reshape(bands, 3, 4).astype(dtype)


def read(path, indexes=(1,), **ref):
    with open_image(ImageRef(path, **ref)) as image:
        return image.read(indexes, WHOLE)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32", "float64", "int32"])
def test_numbers_of_every_type_come_as_stored(tmp_path, dtype):
    path = write_image(tmp_path / "a.tif", numbers(dtype))
    pixels = read(path)
    assert pixels.values.dtype == np.float32
    assert pixels.values[0].tolist() == numbers()[0].tolist()
    assert pixels.valid.all()


def test_sixteen_bands_are_read_in_the_order_asked_for(tmp_path):
    path = write_image(tmp_path / "a.tif", numbers("uint16", 16))
    assert read(path, (16, 1)).values[:, 0, 0].tolist() == [180.0, 0.0]


def test_a_nodata_value_is_invalid_in_any_band_that_is_used(tmp_path):
    path = write_image(tmp_path / "a.tif", numbers(bands=2), nodata=13)
    assert read(path, (1,)).valid.all()
    assert np.argwhere(~read(path, (1, 2)).valid).tolist() == [[0, 1]]


def test_nan_is_invalid_whether_declared_or_not(tmp_path):
    values = numbers("float32")
    values[0, 1, 2] = np.nan
    for name, profile in (("declared", {"nodata": np.nan}), ("silent", {})):
        path = write_image(tmp_path / f"{name}.tif", values, **profile)
        assert np.argwhere(~read(path).valid).tolist() == [[1, 2]]


def test_a_nodata_value_of_the_reference_replaces_the_files(tmp_path):
    path = write_image(tmp_path / "a.tif", numbers(), nodata=3)
    assert np.argwhere(~read(path, nodata=7.0).valid).tolist() == [[1, 3]]


def test_a_mask_band_decides_what_is_valid(tmp_path):
    mask = np.full((3, 4), 255, np.uint8)
    mask[2, 1] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        path = write_image(tmp_path / "a.tif", numbers(bands=3), after=lambda dataset: dataset.write_mask(mask))
    assert np.argwhere(~read(path, (1, 2, 3)).valid).tolist() == [[2, 1]]


@pytest.mark.parametrize("profile", [{"photometric": "RGB", "alpha": "YES"}, {}], ids=["tagged", "untagged"])
def test_transparency_is_never_a_picture_band_and_hides_pixels(tmp_path, profile):
    pixels = numbers(bands=4)
    pixels[3] = 255
    pixels[3, 0, 3] = 0
    path = write_image(tmp_path / "a.tif", pixels, **profile)
    assert np.argwhere(~read(path, (1, 2, 3)).valid).tolist() == [[0, 3]]
    assert [choice.role for choice in describe_image(ImageRef(path)).roles] == ["red", "green", "blue"]


@pytest.mark.parametrize(("name", "gsd"), [
    ("utm", (10.003, 10.003)), ("degrees", (10.17, 11.08)), ("web mercator", (9.9996, 9.9752)),
    ("south-up", (10.003, 10.003)), ("rotated", (10.003, 10.003)),
])  # fmt: skip
def test_the_sampling_distance_is_measured_on_the_ground(tmp_path, name, gsd):
    path = write_image(tmp_path / "a.tif", numbers(), GRIDS[name])
    assert describe_image(ImageRef(path)).gsd_m == pytest.approx(gsd, rel=1e-3)


def test_a_crs_of_the_reference_replaces_the_files(tmp_path):
    path = write_image(tmp_path / "a.tif", numbers(), (None, UTM[1]))
    assert describe_image(ImageRef(path, crs="EPSG:32719")).crs == "EPSG:32719"


def test_an_image_without_a_crs_is_refused_with_what_to_do(tmp_path):
    path = write_image(tmp_path / "mine.tif", numbers(), (None, UTM[1]))
    with pytest.raises(ImageWithoutCrsError, match=r"'mine' has no coordinate system.*Set the coordinate system"):
        open_image(ImageRef(path))


@pytest.mark.parametrize("content", [b"", b"no image at all"], ids=["empty", "text"])
def test_a_file_that_is_no_image_is_one_clear_error(tmp_path, content):
    (tmp_path / "a.tif").write_bytes(content)
    with pytest.raises(ImageError, match=r"a\.tif"):
        open_image(ImageRef(str(tmp_path / "a.tif")))


def test_an_item_of_a_catalogue_is_told_how_it_becomes_an_image(tmp_path):
    path = tmp_path / "item.json"
    path.write_text('{"type": "Feature", "stac_version": "1.0.0", "assets": {}}', encoding="utf-8")
    with pytest.raises(ImageError, match=r"'.*item\.json' cannot be opened as an image: .* \(loadsentinel2\) first"):
        open_image(ImageRef(str(path)))


def test_a_missing_file_is_one_clear_error(tmp_path):
    with pytest.raises(ImageError, match="Check that the file exists"):
        open_image(ImageRef(str(tmp_path / "gone.tif")))


def test_a_truncated_file_is_one_clear_error(tmp_path):
    rng = np.random.default_rng(0)
    path = Path(write_image(tmp_path / "a.tif", rng.integers(0, 255, (600, 600), np.uint8), compress="deflate"))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with (
        pytest.raises(ImageError, match=r"damaged, incomplete or gone|cannot be opened"),
        open_image(ImageRef(str(path))) as image,
    ):
        image.read([1], Window(0, 0, 600, 600))


def test_a_place_outside_of_its_crs_is_refused(tmp_path):
    path = write_image(tmp_path / "a.tif", numbers(), ("EPSG:32719", Affine(10, 0, 4e9, 0, -10, 9e9)))
    with pytest.raises(ImageWithoutCrsError, match="outside"):
        describe_image(ImageRef(path))


def test_an_image_is_described_in_one_sentence(tmp_path):
    path = write_image(tmp_path / "a.tif", numbers(bands=3), photometric="RGB")
    words = describe_image(ImageRef(path)).in_words
    assert words.startswith("4 x 3 pixels of 10 m on the ground, 3 bands of 8 bits, read from their colours as red")
    assert words.endswith("WGS 84 / UTM zone 19S.")


def test_the_lames_patch_is_ten_metre_true_colour_with_transparency(shared_data):
    description = describe_image(ImageRef(str(shared_data / "lames" / "s2_tci_patch.tif")))
    assert description.gsd_m == pytest.approx((10, 10), abs=0.02)
    assert [choice.index for choice in description.roles] == [1, 2, 3]
    assert description.has_mask


def test_the_sentinel2_chips_find_their_bands_by_order(shared_data):
    for path in sorted((shared_data / "sentinel2_chips").glob("*.tif"))[:3]:
        roles = {choice.role: choice.index for choice in describe_image(ImageRef(str(path))).roles}
        assert (roles["red"], roles["nir"], roles["swir16"]) == (4, 8, 11)
