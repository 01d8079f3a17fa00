"""What is wrong with a product is said in one sentence, and no file is taken for a band that it is not."""

from __future__ import annotations

import pytest

from mining_monitor.contract.errors import ImageError, ParameterError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.sentinel2.offset import Declared, decide_offset
from mining_monitor.engine.imagery.sentinel2.product import open_product
from mining_monitor.engine.imagery.sentinel2.sources import open_scenes
from mining_monitor.engine.imagery.source import open_image
from tests.engine.imagery.sentinel2.products import Recipe, make_product, write_band, zipped

FEW = ("B02", "B03", "B04", "SCL")

OTHERS = [
    pytest.param(Recipe(side=120), "120 x 120 pixels from 499980, .* tile 240 x 240", id="another size"),
    pytest.param(Recipe(origin=(599_980.0, 7_400_020.0)), "from 599980, .* from 499980", id="another place"),
    pytest.param(Recipe(crs="EPSG:32720"), "in EPSG:32720, .* in EPSG:32719", id="another zone"),
]


def with_foreign_b04(folder, recipe):
    """Return a product whose 10 m B04 was taken from elsewhere."""
    product = make_product(folder, files=FEW)
    file = next(product.rglob("*_B04_10m.jp2"))
    file.unlink()
    write_band(file, "B04", 10, recipe)
    return product


@pytest.mark.parametrize(("recipe", "words"), OTHERS)
def test_a_band_file_of_another_size_place_or_zone_is_not_loaded(tmp_path, load, recipe, words):
    with pytest.raises(ImageError, match=rf"Band B04 \(10 m\) of .*{words}"):
        load(str(with_foreign_b04(tmp_path, recipe)), bands=("B02", "B04"))


@pytest.mark.parametrize(("recipe", "words"), OTHERS)
def test_a_band_file_of_another_size_place_or_zone_is_no_part_of_an_image(tmp_path, recipe, words):
    with pytest.raises(ImageError, match=words):
        open_image(ImageRef(str(with_foreign_b04(tmp_path, recipe))))


def test_the_other_bands_of_such_a_product_can_be_loaded(tmp_path, load):
    loaded = load(str(with_foreign_b04(tmp_path, Recipe(side=120))), bands=("B02",))
    assert loaded.pixels.shape[-2:] == (240, 240)


def test_half_of_an_archive_is_said_to_be_damaged_and_not_to_be_something_else(tmp_path):
    archive = zipped(make_product(tmp_path, files=("B04",)))
    content = archive.read_bytes()
    archive.write_bytes(content[: len(content) // 2])
    with pytest.raises(ImageError, match=r"The product '.*\.zip' cannot be read .*Get it again"):
        open_scenes(str(archive))


def test_a_place_that_does_not_exist_is_said_not_to_exist(tmp_path):
    with pytest.raises(ImageError, match=r"There is no product .*Check that the folder or file exists"):
        open_scenes(str(tmp_path / "gone"))


def test_a_page_that_was_saved_in_place_of_metadata_is_no_metadata(tmp_path):
    product = make_product(tmp_path, files=("B04",))
    (product / "MTD_MSIL2A.xml").write_text("<html><body>503</body></html>", encoding="utf-8")
    with pytest.raises(ImageError, match="begins with 'html'"):
        open_product(str(product))


def test_an_offset_that_an_old_baseline_lists_is_not_explained_by_the_baseline():
    found = decide_offset("safe", Declared(-1000.0, None), "03.01")
    assert (found.state, found.offset) == ("add", -1000.0)
    assert found.evidence[0] == "Baseline 03.01 is older than 04.00, but what the product lists counts."


def test_a_product_that_is_named_twice_is_not_counted_twice(tmp_path, load):
    product = make_product(tmp_path, files=("B04",))
    with pytest.raises(ParameterError, match=r"INPUT names '.*\.SAFE' twice"):
        load(str(product), str(product / "MTD_MSIL2A.xml"))
