"""A product is an image that Detect reads at once, with what it knows of itself."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.radiometry import conversion_for
from mining_monitor.engine.imagery.source import completed_ref, describe_image, open_image
from tests.engine.detection.test_identity import run
from tests.engine.detection.test_real_scenes import Witness
from tests.engine.imagery.sentinel2.products import BAND_ID, Recipe, make_product, plain, zipped


def ground(name, x, y):
    """Numbers that differ by band and place."""
    return plain(name, x, y) + (0 if name in ("SCL", "CLD", "SNW") else np.floor((x - Recipe().origin[0]) / 60))


@pytest.fixture(params=["folder", "zip"])
def product(request, tmp_path):
    made = make_product(tmp_path, Recipe(pixels=ground))
    return zipped(made) if request.param == "zip" else made


def test_a_product_is_described_in_words_with_level_baseline_date_and_offset(product):
    found = describe_image(ImageRef(str(product)))
    assert (found.width, found.height, found.crs) == (240, 240, "EPSG:32719")
    assert found.bands == ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12")
    assert {choice.role: choice.index for choice in found.roles}["red"] == 4
    assert found.observed_at == "2021-02-27T14:37:29Z"
    assert found.nodata == 0
    for words in ("surface reflectance (L2A) of 2021-02-27", "tile 19KEP", "baseline 05.10", "minus 1,000"):
        assert words in found.in_words


def test_all_bands_lie_on_ten_metres(product):
    with open_image(ImageRef(str(product))) as image:
        values = image.read(list(range(1, 13)), Window(0, 0, 240, 240)).values
    for values_of_band, name in zip(values, ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09")):
        expected = 1718 + 100 * (BAND_ID[name] - BAND_ID["B04"]) + np.arange(240) // 6
        assert (values_of_band == expected[None, :]).all(), name


def test_detect_reads_reflectance_straight_from_a_product(product, tmp_path):
    witness = Witness(("B04", "B8A"), "reflectance")
    found = run(str(product), tmp_path, witness)
    column = np.arange(240) // 6
    assert witness.given[0][0, 0, 0, :240] == pytest.approx((718 + column) / 10_000, abs=1e-6)
    assert witness.given[0][0, 1, 0, :240] == pytest.approx((1218 + column) / 10_000, abs=1e-6)
    assert found.warnings == ()


def test_saturated_pixels_of_a_product_are_not_observed(tmp_path):
    """As in a loaded scene; 65534 is still a measurement, and so is 65535 where the metadata do not say otherwise."""

    def glare(name, x, y):
        numbers = np.where(x < Recipe().origin[0] + 600, 65_535, 65_534)
        return np.full(x.shape, 5) if name == "SCL" else np.where(x < Recipe().origin[0] + 1200, numbers, 1718)

    for special, observed in (({"NODATA": 0, "SATURATED": 65_535}, False), ({"NODATA": 0, "SATURATED": 4}, True)):
        folder = tmp_path / str(observed)
        product = make_product(folder, Recipe(pixels=glare, special=special), files=("B04", "B11", "SCL"))
        with open_image(ImageRef(str(product))) as image:
            pixels = image.read([1, 2], Window(0, 0, 240, 1))
        assert pixels.valid[0].tolist() == [observed] * 60 + [True] * 180
        assert pixels.values[0, 0, 60:].tolist() == [65_534] * 60 + [1718] * 120
        assert pixels.values[1, 0, 60:].tolist() == [65_534] * 60 + [1718] * 120


def test_a_true_colour_model_sees_the_recipe(product):
    with open_image(ImageRef(str(product))) as image:
        conversion, notices = conversion_for(image, [4], "rgb-8bit")
        value = conversion.apply(image.read([4], Window(0, 0, 1, 1)).values)[0, 0, 0]
    assert value == pytest.approx(255 * 2.5 * 0.0718, abs=1e-3)
    assert [notice.code for notice in notices] == ["rendered-true-colour"]


def test_scene_date_and_agency_are_filled_in_and_what_the_user_says_wins(product):
    name = "S2B_MSIL2A_20210227T143729_N0510_R096_T19KEP_20210227T143729"
    found = completed_ref(ImageRef(str(product)))
    assert (found.scene_id, found.system) == (name, "Sentinel-2")
    assert found.observed_at == "2021-02-27T14:37:29Z"
    assert found.attribution == "Contains modified Copernicus Sentinel data 2021"
    said = completed_ref(ImageRef(str(product), scene_id="mine", observed_at="2020-01-01", system="me"))
    assert (said.scene_id, said.observed_at, said.system) == ("mine", "2020-01-01", "me")


def test_a_loaded_scene_knows_the_same(tmp_path, load):
    output = load(make_product(tmp_path, files=("B04", "SCL")), bands=("B04",)).scene.output
    found = completed_ref(ImageRef(output))
    assert found.scene_id == "S2B_MSIL2A_20210227T143729_N0510_R096_T19KEP_20210227T143729"
    assert (found.system, found.observed_at) == ("Sentinel-2", "2021-02-27T14:37:29Z")
    words = describe_image(ImageRef(output)).in_words
    assert "By its tags the value is the stored number times 0.0001 minus 0.1." in words


@pytest.mark.parametrize(("part", "names", "size"), [
    ("10m", ("B04", "B03", "B02", "B08"), 240), ("20m", ("B05", "B06", "B07", "B8A", "B11", "B12"), 120),
    ("60m", ("B01", "B09"), 40),
])  # fmt: skip
def test_the_parts_that_qgis_shows_keep_their_order(tmp_path, part, names, size):
    product = make_product(tmp_path)
    found = describe_image(ImageRef(f"SENTINEL2_L2A:{product}/MTD_MSIL2A.xml:{part}:EPSG_32719"))
    assert (found.bands, found.width) == (names, size)
    assert "minus 1,000" in found.in_words


def test_tiles_of_an_old_product_are_one_image(tmp_path):
    """Until 2016 a product held many tiles: two granules side by side, the eastern one with a hole."""

    def hole(name, x, y):
        return np.where(x < Recipe().origin[0] + 2600, 0, plain(name, x, y))

    product = make_product(tmp_path, Recipe("L1C", "02.01"), files=("B04", "B11"))
    east = Recipe("L1C", "02.01", tile="19KFP", origin=(Recipe().origin[0] + 2000, Recipe().origin[1]), pixels=hole)
    other = make_product(tmp_path / "other", east, files=("B04", "B11"))
    granule = next((other / "GRANULE").iterdir())
    granule.rename(product / "GRANULE" / granule.name)
    found = describe_image(ImageRef(str(product)))
    assert (found.width, found.height) == (440, 240)
    with open_image(ImageRef(str(product))) as image:
        pixels = image.read([1, 2], Window(0, 0, 440, 240))
    assert pixels.valid[0].tolist() == [True] * 240 + [False] * 20 + [True] * 180
    assert (pixels.values[0][pixels.valid] == 1718).all()
    assert (pixels.values[1][pixels.valid] == 2518).all()


def test_offsets_that_are_not_certain_are_not_in_the_tags(tmp_path):
    def bright(name, x, y):
        return np.full(x.shape, 5) if name == "SCL" else np.full(x.shape, 2400)

    recipe = Recipe(pixels=bright, has_offset_list=False)
    product = make_product(tmp_path, recipe, files=("B02", "B03", "B04", "SCL"))
    assert "It is not certain whether 1,000 must be subtracted" in describe_image(ImageRef(str(product))).in_words
    with open_image(ImageRef(str(product))) as image:
        _, notices = conversion_for(image, [3], "reflectance")
    assert [notice.code for notice in notices] == ["reflectance-assumed"]


def test_a_product_without_its_images_is_one_sentence(tmp_path):
    product = make_product(tmp_path, files=("B04",))
    for path in product.rglob("*.jp2"):
        path.write_bytes(b"")
    with pytest.raises(ImageError, match=r"Band B04 .* cannot be read"):
        open_image(ImageRef(str(product)))


def test_other_files_are_opened_as_before(tmp_path):
    path = next(make_product(tmp_path, files=("B04",)).rglob("*B04_10m.jp2"))
    with rasterio.open(path) as dataset, open_image(ImageRef(str(path))) as image:
        assert (image.grid.width, image.about) == (dataset.width, "")
