"""Products of any baseline are found, and what their metadata say is what counts (DOMAIN 2.1 to 2.3)."""

from __future__ import annotations

import zipfile

import pytest

from mining_monitor.contract.errors import BandsError, ImageError
from mining_monitor.contract.imagery import Extent, ImageRef
from mining_monitor.engine.imagery.sentinel2.files import plain_path
from mining_monitor.engine.imagery.sentinel2.product import describe_product, is_product, open_product
from mining_monitor.engine.imagery.sentinel2.xmltree import parse_xml
from mining_monitor.engine.imagery.source import open_image
from tests.engine.imagery.sentinel2.products import Recipe, as_of_2015, make_product, zipped

FEW = ("B02", "B03", "B04", "B05", "SCL", "TCI")


@pytest.fixture(scope="module")
def product(tmp_path_factory):
    return make_product(tmp_path_factory.mktemp("products"), files=FEW)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return zipped(make_product(tmp_path_factory.mktemp("archives"), files=FEW))


def test_a_product_says_what_it_is(product):
    found = describe_product(str(product))
    assert (found.level, found.baseline, found.tile, found.satellite) == ("L2A", "05.10", "19KEP", "Sentinel-2B")
    assert (found.sensed_at, found.cloud_percent, found.crs) == ("2021-02-27T14:37:29Z", 12.5, ("EPSG:32719",))
    assert found.footprint.startswith("POLYGON ((-69 -23.5, -68.9 -23.5")
    assert {band.name: band.gsd_m for band in found.bands} == {
        "B02": (10, 20, 60), "B03": (10, 20, 60), "B04": (10, 20, 60), "B05": (20, 60), "TCI": (10, 20, 60),
        "SCL": (20, 60),
    }  # fmt: skip
    assert {band.name: band.role for band in found.bands}["B04"] == "red"
    assert "surface reflectance (L2A) of 2021-02-27, tile 19KEP, processing baseline 05.10" in found.in_words
    assert "the stored number minus 1,000, divided by 10,000" in found.in_words


@pytest.mark.parametrize(("level", "baseline", "offset"), [
    ("L1C", "02.06", 0), ("L1C", "03.01", 0), ("L1C", "04.00", -1000), ("L1C", "05.11", -1000),
    ("L2A", "02.14", 0), ("L2A", "03.01", 0), ("L2A", "04.00", -1000), ("L2A", "05.10", -1000),
])  # fmt: skip
def test_each_baseline_has_its_offset(tmp_path, level, baseline, offset):
    (scene,) = open_product(str(make_product(tmp_path, Recipe(level, baseline), files=("B04",))))
    assert (scene.level, scene.baseline, scene.decision.offset) == (level, baseline, offset)
    assert scene.decision.state == ("add" if offset else "none")
    assert scene.attribution == "Contains modified Copernicus Sentinel data 2021"


def test_offsets_are_read_band_by_band(tmp_path):
    recipe = Recipe(offsets={"B02": -900, "B12": -1100}, quantification=20_000)
    (scene,) = open_product(str(make_product(tmp_path, recipe, files=("B02", "B04", "B12"))))
    assert {band.name: band.offset for band in scene.bands} == {"B02": -900, "B04": -1000, "B12": -1100}
    assert scene.decision.quantification == 20_000


def test_the_special_values_of_the_earliest_products_are_read(tmp_path):
    recipe = Recipe("L1C", "02.00", quantification=1000, special={"NODATA": 1, "SATURATED": 0})
    (scene,) = open_product(str(make_product(tmp_path, recipe, files=("B04",))))
    (band,) = scene.bands
    assert (band.nodata, band.saturated, scene.decision.quantification) == (1, 0, 1000)


@pytest.mark.parametrize("how", ["folder", "metadata", "parent", "subdataset"])
def test_a_product_in_a_folder_is_named_in_several_ways(product, how):
    path = {
        "folder": str(product),
        "metadata": str(product / "MTD_MSIL2A.xml"),
        "parent": str(product.parent),
        "subdataset": f"SENTINEL2_L2A:{product}/MTD_MSIL2A.xml:10m:EPSG_32719",
    }[how]
    assert is_product(path)
    (scene,) = open_product(path)
    assert scene.scene_id == product.name[:-5]


def test_an_archive_is_read_where_it_lies(archive):
    before = sorted(archive.parent.rglob("*"))
    assert is_product(str(archive))
    (scene,) = open_product(str(archive))
    with scene.open(scene.band("B05", 10)) as dataset:
        assert (dataset.read(1) == 1818).all()
    assert sorted(archive.parent.rglob("*")) == before
    assert scene.scene_id == archive.stem


@pytest.mark.parametrize("path", [
    "/vsizip/{archive}/X.SAFE/MTD_MSIL2A.xml", "/vsizip/{{{archive}}}/X.SAFE/MTD_MSIL2A.xml",
    "SENTINEL2_L2A:/vsizip/{archive}/X.SAFE/MTD_MSIL2A.xml:TCI:EPSG_32719",
])  # fmt: skip
def test_names_inside_an_archive_lead_to_the_archive(archive, path):
    assert plain_path(path.format(archive=archive)) == str(archive)


def test_a_band_comes_at_the_coarsest_size_that_is_fine_enough(product):
    (scene,) = open_product(str(product))
    wanted = {("B04", 10): 10, ("B04", 20): 20, ("B04", 60): 60, ("B05", 10): 20, ("SCL", 10): 20, ("SCL", 60): 60}
    assert {key: scene.band(*key).gsd_m for key in wanted} == wanted


def test_a_missing_band_is_named_with_those_that_exist(product):
    (scene,) = open_product(str(product))
    with pytest.raises(BandsError, match=r"has no band B12\. It has B02, B03, B04, B05, TCI, SCL"):
        scene.band("B12", 20)


def test_bands_that_the_metadata_list_and_nobody_copied_are_named(tmp_path):
    product = make_product(tmp_path, files=("B02", "B03", "B04"))
    next(product.rglob("*B03_10m.jp2")).unlink()
    (notice,) = describe_product(str(product)).warnings
    assert notice.code == "product-incomplete"
    assert "T19KEP_20210227T143729_B03_10m" in notice.message


def test_files_of_other_kinds_are_no_products(tmp_path, product):
    (tmp_path / "empty.zip").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    (tmp_path / "no.zip").write_bytes(b"this is no archive")
    (tmp_path / "style.xml").write_text("<a/>")
    for path in (tmp_path, tmp_path / "empty.zip", tmp_path / "no.zip", tmp_path / "style.xml", tmp_path / "gone",
                 next(product.rglob("*B04_10m.jp2")), "https://example.org/a.SAFE", "a\0b.SAFE", ""):  # fmt: skip
        assert not is_product(str(path))


@pytest.mark.parametrize("path", ["gone.SAFE", "empty.SAFE", "no.zip", "other.zip"])
def test_what_is_no_product_is_refused_in_a_sentence(tmp_path, path):
    (tmp_path / "empty.SAFE").mkdir()
    (tmp_path / "no.zip").write_bytes(b"this is no archive")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("readme.txt", "hello")
    with pytest.raises(ImageError, match=path):
        open_product(str(tmp_path / path))


def test_a_product_without_images_is_refused(tmp_path):
    product = make_product(tmp_path, files=("none",))
    with pytest.raises(ImageError, match="holds no image files"):
        open_product(str(product))


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY l2 "&lol;&lol;&lol;">]><a>&l2;</a>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"""


@pytest.mark.parametrize("content", [
    pytest.param(BOMB, id="entities that grow"), pytest.param(OUTSIDE, id="entity of another file"),
    pytest.param(b"", id="empty"), pytest.param(b"<a><b></a>", id="broken"), pytest.param(b"\xff\xfe\0", id="binary"),
    pytest.param(b"<a>" * 1000 + b"</a>" * 1000, id="deep"), pytest.param(b"{}", id="JSON"),
    pytest.param(b'<?xml version="1.0" encoding="no-such"?><a/>', id="unknown encoding"),
])  # fmt: skip
def test_hostile_metadata_are_refused(tmp_path, content):
    product = make_product(tmp_path, files=("B04",))
    (product / "MTD_MSIL2A.xml").write_bytes(content)
    with pytest.raises(ImageError, match=r"MTD_MSIL2A\.xml' cannot be read"):
        open_product(str(product))


def test_metadata_that_grow_without_end_are_not_read_to_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr("mining_monitor.engine.imagery.sentinel2.files.LARGEST_BYTES", 10_000)
    product = make_product(tmp_path, files=("B04",))
    archive = product.with_name("bomb.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(f"{product.name}/MTD_MSIL2A.xml", b"<a>" + b" " * 1_000_000 + b"</a>")
    with pytest.raises(ImageError, match="larger than metadata are"):
        open_product(str(archive))


def test_names_that_lead_out_of_an_archive_do_not_count(tmp_path):
    product = make_product(tmp_path, files=("B04",))
    archive = product.with_name("traversal.zip")
    with zipfile.ZipFile(archive, "w") as target:
        for name in (
            "../a.SAFE/MTD_MSIL2A.xml",
            "/etc/MTD_MSIL2A.xml",
            "a/../../MTD_MSIL2A.xml",
            "C:/a/MTD_MSIL2A.xml",
        ):
            target.writestr(zipfile.ZipInfo(name), (product / "MTD_MSIL2A.xml").read_bytes())
    assert not is_product(str(archive))
    with pytest.raises(ImageError, match="holds no MTD_MSIL1C"):
        open_product(str(archive))


def test_numbers_that_are_none_take_their_usual_value():
    root = parse_xml(b"<a><BOA_QUANTIFICATION_VALUE>nan</BOA_QUANTIFICATION_VALUE></a>", name="x")
    from mining_monitor.engine.imagery.sentinel2.metadata import read_metadata

    found = read_metadata(root, "S2A_MSIL2A_X")
    assert (found.quantification, found.nodata, found.saturated, found.footprint) == (10_000, 0, 65_535, "")
    assert found.satellite == "Sentinel-2A"


def test_names_and_numbers_of_hostile_metadata_stay_small(tmp_path):
    product = make_product(tmp_path, Recipe(offsets={"B04": float("inf"), "B02": 1e300}), files=("B02", "B04"))
    main = product / "MTD_MSIL2A.xml"
    text = main.read_text().replace(f"<PRODUCT_URI>{product.name}", f"<PRODUCT_URI>a\n\u202e{'x' * 10_000}")
    main.write_text(text.replace(">10000</BOA", ">1e-300</BOA"), encoding="utf-8")
    (scene,) = open_product(str(product))
    assert scene.scene_id == "a" + "x" * 199
    assert [band.offset for band in scene.bands] == [None] * 6
    assert scene.decision.quantification == 10_000


def test_products_of_2015_have_other_names_many_tiles_and_two_zones(tmp_path, load):
    product = make_product(tmp_path, Recipe("L1C", "02.01", tile="18KZA"), files=("B04", "B11"))
    other = Recipe("L1C", "02.01", tile="20KKA", crs="EPSG:32720", origin=(199_980.0, 7_400_020.0))
    (granule,) = (make_product(tmp_path / "other", other, files=("B04", "B11")) / "GRANULE").iterdir()
    granule.rename(product / "GRANULE" / granule.name)
    old = as_of_2015(product)
    assert is_product(str(old))
    west, east = open_product(str(old))
    assert (west.tile, west.crs, east.tile, east.crs) == ("18KZA", "EPSG:32719", "20KKA", "EPSG:32720")
    assert west.scene_id == f"{old.name[:-5]}_T18KZA"
    assert describe_product(str(old)).crs == ("EPSG:32719", "EPSG:32720")
    with pytest.raises(ImageError, match=r"lies in 2 UTM zones.*Load it"):
        open_image(ImageRef(str(old)))
    loaded = load(old, bands=("B04", "B11"), crs="EPSG:32720", extent=Extent(-66.1, -23.6, -65.8, -23.3, "EPSG:4326"))
    assert loaded.scene.scene_ids == (f"{old.name[:-5]}_T20KKA",)
    assert (loaded.pixels[0] == 1718).any()
