"""Products become rasters: right numbers in the right place (issue 4, Shown by)."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from scipy.ndimage import binary_erosion

from mining_monitor.contract.errors import BandsError, ExtentError, ImageError, OutputError, ParameterError
from mining_monitor.contract.imagery import Extent, ImageRef
from mining_monitor.contract.products import MaskRules
from mining_monitor.engine.imagery.radiometry import conversion_for
from mining_monitor.engine.imagery.source import describe_image, open_image
from tests.engine.detection.test_identity import classes, run
from tests.engine.detection.test_real_scenes import Witness
from tests.engine.imagery.sentinel2.products import BAND_ID, Recipe, make_product, plain, zipped

X0, Y0 = Recipe().origin
LATER = "2021-03-29T14:37:29"


def coordinates(name, x, y):
    """Numbers that tell where they are: 1 for each metre, at the pixels' centres (spectral bands only)."""
    if name in ("SCL", "CLD", "SNW", "AOT", "WVP"):
        return plain(name, x, y)
    return 2000 + (x - X0) / 1 + (0 if name == "B04" else 7 * (Y0 - y))


def columns(name, x, y):
    """Numbers that grow to the east by 1 for each 10 m."""
    return plain(name, x, y) if name in ("SCL", "CLD", "SNW", "AOT", "WVP") else 2000 + np.floor((x - X0) / 10)


def rows(name, x, y):
    """Numbers that grow to the south by 1 for each 10 m."""
    return plain(name, x, y) if name in ("SCL", "CLD", "SNW", "AOT", "WVP") else 2000 + np.floor((Y0 - y) / 10)


@pytest.mark.parametrize(("level", "baseline", "reflectance"), [
    ("L2A", "02.14", 0.1718), ("L2A", "03.01", 0.1718), ("L2A", "04.00", 0.0718), ("L2A", "05.10", 0.0718),
    ("L1C", "02.06", 0.1718), ("L1C", "03.01", 0.1718), ("L1C", "04.00", 0.0718), ("L1C", "05.11", 0.0718),
])  # fmt: skip
@pytest.mark.parametrize("is_zipped", [False, True], ids=["folder", "zip"])
def test_1718_is_what_the_baseline_says(tmp_path, load, level, baseline, reflectance, is_zipped):
    product = make_product(tmp_path, Recipe(level, baseline), files=("B04", "SCL"))
    loaded = load(zipped(product) if is_zipped else product, bands=("B04",))
    assert loaded.pixels.dtype == np.uint16
    assert (loaded.pixels == 1718).all()
    assert loaded.reflectance == pytest.approx(reflectance, abs=1e-9)
    with open_image(ImageRef(loaded.scene.output)) as image:
        conversion, notices = conversion_for(image, [1], "reflectance")
        window = image.grid
        values = conversion.apply(image.read([1], whole(window)).values)
    assert values == pytest.approx(reflectance, abs=1e-6)
    assert notices == ()


def whole(grid):
    from mining_monitor.engine.imagery.grid import Window

    return Window(0, 0, grid.width, grid.height)


def test_red_is_b4_and_every_band_is_itself_in_the_order_asked_for(tmp_path, load):
    product = make_product(tmp_path)
    names = ("B12", "B04", "B8A", "B02", "B09", "B11", "B01", "B08", "B05", "B03", "B07", "B06")
    loaded = load(product, bands=("swir22", "red", "nir08", "b2", *names[4:]))
    assert loaded.descriptions == names
    expected = [1718 + 100 * (BAND_ID[name] - BAND_ID["B04"]) for name in names]
    assert loaded.pixels[:, 0, 0].tolist() == expected
    assert (loaded.pixels == np.array(expected)[:, None, None]).all()
    roles = {choice.role: choice.index for choice in describe_image(ImageRef(loaded.scene.output)).roles}
    assert (roles["red"], roles["blue"], roles["nir"], roles["nir08"]) == (2, 4, 8, 3)


def test_nothing_asked_for_gives_the_four_bands_of_ten_metres(tmp_path, load):
    loaded = load(make_product(tmp_path, files=("B02", "B03", "B04", "B08", "SCL")))
    assert loaded.descriptions == ("B02", "B03", "B04", "B08")
    assert (loaded.scene.width, loaded.scene.height, loaded.scene.crs) == (240, 240, "EPSG:32719")
    assert loaded.profile["transform"][:6] == (10, 0, X0, 0, -10, Y0)


@pytest.mark.parametrize("axis", [columns, rows])
@pytest.mark.parametrize(
    "extent", [None, (X0 + 30, Y0 - 550, X0 + 410, Y0 - 70), (X0 + 33, Y0 - 547, X0 + 405, Y0 - 74)]
)
def test_twenty_metres_lie_on_ten_without_an_error(tmp_path, load, axis, extent):
    product = make_product(tmp_path, Recipe(pixels=axis), files=("B04", "B11", "SCL"))
    loaded = load(product, bands=("B04", "B11"), extent=extent and Extent(*extent, "EPSG:32719"))
    fine, coarse = loaded.pixels.astype(int)
    transform = loaded.profile["transform"]
    where = (transform.c - X0) / 10 if axis is columns else (Y0 - transform.f) / 10
    own = where + np.arange(fine.shape[1 if axis is columns else 0])
    line = own[None, :] if axis is columns else own[:, None]
    assert (fine == 2000 + line).all()
    # a 20 m pixel holds the number of its centre, which lies between the two 10 m pixels that it covers
    assert (coarse == 2000 + 2 * (line // 2) + 1).all()


def test_sixty_metres_lie_on_ten_and_ten_average_to_sixty(tmp_path, load):
    product = make_product(tmp_path, Recipe("L1C", "03.01", pixels=columns), files=("B04", "B09"))
    on_ten = load(product, bands=("B04", "B09")).pixels.astype(int)
    assert (on_ten[1] == 2000 + 6 * (np.arange(240)[None, :] // 6) + 3).all()
    on_sixty = load(product, bands=("B04", "B09"), resolution_m=60.0)
    assert on_sixty.profile["transform"][:6] == (60, 0, X0, 0, -60, Y0)
    assert (on_sixty.pixels[0] == np.rint(2000 + 6 * np.arange(40) + 2.5)[None, :]).all()
    assert (on_sixty.pixels[1] == (2000 + 6 * np.arange(40) + 3)[None, :]).all()


def test_the_scene_classes_of_a_coarser_output_are_never_mixed(tmp_path, load):
    def classes(name, x, y):
        return np.where((x - X0) % 120 < 60, 4, 11) if name == "SCL" else plain(name, x, y)

    product = make_product(tmp_path, Recipe(pixels=classes), files=("B04", "SCL"))
    for size in (10.0, 20.0, 60.0):
        loaded = load(product, bands=("B04", "SCL"), resolution_m=size)
        assert set(np.unique(loaded.pixels[1])) == {4, 11}
        assert loaded.scales[1] == 1
        assert loaded.offsets[1] == 0


def test_zero_is_nodata_and_never_bleeds(tmp_path, load):
    def hole(name, x, y):
        inside = (np.abs(x - X0 - 1200) < 300) & (np.abs(y - Y0 + 1200) < 300)
        return plain(name, x, y) if name == "SCL" else np.where(inside, 0, 1718)

    product = make_product(tmp_path, Recipe(pixels=hole), files=("B04", "B11", "SCL"))
    loaded = load(product, bands=("B04", "B11"))
    assert loaded.profile["nodata"] == 0
    assert set(np.unique(loaded.pixels)) == {0, 1718}
    assert np.count_nonzero(loaded.pixels[0] == 0) == 60 * 60
    assert (loaded.mask == (loaded.pixels[0] != 0)).all()
    assert loaded.scene.not_observed_by_reason == {"nodata": pytest.approx(3600 / 240**2)}
    warped = load(product, bands=("B04", "B11"), crs="EPSG:32720")
    assert set(np.unique(warped.pixels)) == {0, 1718}
    coarse = load(make_product(tmp_path / "1c", Recipe("L1C", pixels=hole), files=("B04", "B09")), bands=("B04",),
                  resolution_m=60.0)  # fmt: skip
    assert set(np.unique(coarse.pixels)) == {0, 1718}
    reflectance = load(product, bands=("B04",), rendering="reflectance").pixels
    assert np.isnan(reflectance).sum() == 3600
    assert np.nanmax(reflectance) == pytest.approx(0.0718)


def test_saturated_pixels_are_kept_and_not_observed(tmp_path, load):
    def bright(name, x, y):
        return np.where((name == "B04") & (x < X0 + 100) & (y > Y0 - 100), 65_535, plain(name, x, y))

    product = make_product(tmp_path, Recipe(pixels=bright), files=("B02", "B04", "SCL"))
    loaded = load(product, bands=("B02", "B04"))
    assert (loaded.pixels[1][:10, :10] == 65_535).all()
    assert loaded.pixels[0][0, 0] == 1518
    assert loaded.scene.not_observed_by_reason == {"saturated": pytest.approx(100 / 240**2)}
    assert loaded.mask.sum() == 240**2 - 100


def test_the_special_values_of_the_earliest_products_become_ours(tmp_path, load):
    def special(name, x, y):
        return np.where(x < X0 + 100, 1, np.where(x < X0 + 200, 0, 170))

    recipe = Recipe("L1C", "02.00", quantification=1000, special={"NODATA": 1, "SATURATED": 0}, pixels=special)
    loaded = load(make_product(tmp_path, recipe, files=("B04",)), bands=("B04",))
    assert loaded.pixels[0, 0, [5, 15, 25]].tolist() == [0, 65_535, 170]
    assert loaded.reflectance[0, 0, 25] == pytest.approx(0.17)
    assert loaded.mask[0, [5, 15, 25]].tolist() == [0, 0, 1]


def test_reflectance_is_not_clipped(tmp_path, load):
    def extremes(name, x, y):
        return np.where(x < X0 + 1200, 950, 12_500)

    product = make_product(tmp_path, Recipe("L1C", pixels=extremes), files=("B04",))
    found = load(product, bands=("B04",), rendering="reflectance").pixels
    assert np.unique(found).tolist() == pytest.approx([-0.005, 1.15])


def test_two_tiles_of_one_zone_join_without_a_seam(tmp_path, load):
    west = make_product(tmp_path / "w", Recipe(pixels=columns), files=("B04", "B11", "SCL"))
    east_recipe = Recipe(pixels=columns, tile="19KFP", origin=(X0 + 2000, Y0 + 200))
    east = make_product(tmp_path / "e", east_recipe, files=("B04", "B11", "SCL"))
    loaded = load(west, east, bands=("B04", "B11"))
    assert (loaded.scene.width, loaded.scene.height) == (440, 260)
    fine, coarse = loaded.pixels[:, 25:235].astype(int)
    assert (fine == 2000 + np.arange(440)).all()
    assert (coarse == 2000 + 2 * (np.arange(440) // 2) + 1).all()
    assert loaded.scene.pixels_by_date == {"2021-02-27": 240 * 240 + 240 * 240 - 220 * 40}
    assert len(loaded.scene.scene_ids) == 2


def test_two_zones_join_with_a_seam_under_half_a_pixel(tmp_path, load):
    """The eastern tile lies in zone 20; its numbers tell its position in zone 19, so any shift shows in metres."""
    from pyproj import Transformer

    to_19 = Transformer.from_crs("EPSG:32720", "EPSG:32719", always_xy=True)
    to_20 = Transformer.from_crs("EPSG:32719", "EPSG:32720", always_xy=True)
    x0, y0 = 799_980.0, 7_400_020.0

    def place_19(name, x, y):
        return plain(name, x, y) if name == "SCL" else 5000 + (x - x0) + 2 * (y0 - y)

    def place_20(name, x, y):
        if name == "SCL":
            return plain(name, x, y)
        x19, y19 = to_19.transform(x, y)
        return 5000 + (x19 - x0) + 2 * (y0 - y19)

    west = make_product(tmp_path / "w", Recipe(pixels=place_19, tile="19KHP", origin=(x0, y0)), files=("B04", "SCL"))
    corner = to_20.transform(x0 + 1800, y0)
    east_origin = (round(corner[0], -1), round(corner[1], -1))
    recipe = Recipe(pixels=place_20, tile="20KKV", crs="EPSG:32720", origin=east_origin)
    east = make_product(tmp_path / "e", recipe, files=("B04", "SCL"))
    loaded = load(west, east, bands=("B04",))
    assert loaded.scene.crs == "EPSG:32719"
    transform, found = loaded.profile["transform"], loaded.pixels[0].astype(float)
    col, row = np.meshgrid(np.arange(found.shape[1]) + 0.5, np.arange(found.shape[0]) + 0.5)
    expected = 5000 + (transform.c + 10 * col - x0) + 2 * (y0 - transform.f + 10 * row)
    seen = found > 0
    error_m = np.abs(found - expected)
    is_native = (col < 240) & (10 * row < y_top(transform, y0) + 2400) & (10 * row > y_top(transform, y0))
    assert error_m[is_native].max() == 0
    warped = seen & ~is_native
    assert np.count_nonzero(warped) > 20_000
    inner = warped & binary_erosion(seen, np.ones((5, 5)))
    assert np.count_nonzero(inner & (col < 242) & (col > 240)) > 200  # right beside the western tile
    assert error_m[inner].max() <= 2.0  # half a pixel would be 5 to the east, 10 to the south


def y_top(transform, y0):
    """Metres from the top of an image down to a northing."""
    return transform.f - y0


def test_old_and_new_baselines_join_in_shared_numbers(tmp_path, load):
    def raised(name, x, y):
        return plain(name, x, y) + (1000 if name.startswith("B") else 0)

    old = make_product(tmp_path / "old", Recipe(baseline="02.14"), files=("B04", "SCL"))
    new = make_product(
        tmp_path / "new", Recipe(pixels=raised, tile="19KFP", origin=(X0 + 2400, Y0)), files=("B04", "SCL")
    )
    loaded = load(old, new, bands=("B04",))
    assert np.unique(loaded.reflectance).tolist() == pytest.approx([0.1718])
    assert np.unique(loaded.pixels).tolist() == [2718]
    assert [decision.offset for decision in loaded.scene.offset] == [0, -1000]
    assert "mixed-offsets" in [notice.code for notice in loaded.scene.warnings]


def test_true_colour_is_the_recipe_that_models_are_fed_with(tmp_path, load):
    product = make_product(tmp_path, Recipe(pixels=coordinates), files=("B02", "B03", "B04", "TCI", "SCL"))
    picture = load(product, rendering="true-colour")
    numbers = load(product, bands=("B04", "B03", "B02"))
    with open_image(ImageRef(numbers.scene.output)) as image:
        conversion, _ = conversion_for(image, [1, 2, 3], "rgb-8bit")
        fed = conversion.apply(image.read([1, 2, 3], whole(image.grid)).values)
    assert picture.pixels.dtype == np.uint8
    assert (picture.pixels == np.rint(fed)).all()
    assert picture.descriptions == ("B04", "B03", "B02")


def test_the_tci_is_the_products_own_and_b04_says_what_is_valid(tmp_path, load):
    def dark(name, x, y):
        numbers = np.where(x < X0 + 500, 1000, 2779)  # reflectance 0, and 127.5 of 0.3558
        return plain(name, x, y) if name == "SCL" else np.where(y > Y0 - 200, 0, numbers)

    product = make_product(tmp_path, Recipe(pixels=dark), files=("B04", "TCI", "SCL"))
    loaded = load(product, rendering="tci")
    assert loaded.pixels[:, 100, [10, 100]].tolist() == [[0, 128]] * 3  # dark water is black, and valid
    assert not loaded.valid[:20].any()
    assert loaded.valid[20:].all()
    assert loaded.profile["nodata"] is None


def test_another_crs_keeps_ground_metres(tmp_path, load):
    product = make_product(tmp_path, files=("B04", "SCL"))
    loaded = load(product, bands=("B04",), crs="EPSG:3857")
    assert loaded.scene.crs == "EPSG:3857"
    assert loaded.scene.gsd_m == pytest.approx(10, abs=0.01)
    assert loaded.profile["transform"].a == pytest.approx(10 / np.cos(np.radians(23.51)), rel=0.005)


def test_an_extent_in_degrees_and_its_polygon_are_what_counts(tmp_path, load):
    product = make_product(tmp_path, files=("B04", "SCL"))
    box = (-69.0, -23.52, -68.99, -23.512)
    polygon = f"POLYGON (({box[0]} {box[1]}, {box[2]} {box[1]}, {box[0]} {box[3]}, {box[0]} {box[1]}))"
    loaded = load(product, bands=("B04",), extent=Extent(*box, "EPSG:4326", polygon))
    assert loaded.mask.mean() == pytest.approx(0.5, abs=0.02)
    assert loaded.scene.observed_share == pytest.approx(1, abs=0.01)


def test_what_lies_beyond_the_scene_is_not_observed(tmp_path, load):
    product = make_product(tmp_path, files=("B04", "SCL"))
    loaded = load(product, bands=("B04",), extent=Extent(X0 - 2400, Y0 - 2400, X0 + 2400, Y0, "EPSG:32719"))
    assert loaded.scene.observed_share == pytest.approx(0.5, abs=1e-3)
    assert loaded.scene.not_observed_by_reason["nodata"] == pytest.approx(0.5, abs=1e-3)


def test_the_file_is_cloud_optimised_and_says_where_it_comes_from(tmp_path, load):
    product = make_product(tmp_path, Recipe(side=1200), files=("B02", "B03", "B04", "B08", "SCL"))
    loaded = load(product)
    with rasterio.open(loaded.scene.output) as image:
        assert image.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert image.overviews(1) == [2, 4]
        assert image.block_shapes[0] == (512, 512)
        assert [colour.name for colour in image.colorinterp] == ["blue", "green", "red", "undefined"]
    assert loaded.tags["SCENE_ID"] == product.name[:-5]
    assert loaded.tags["OFFSET_DECISION"] == "add"
    found = describe_image(ImageRef(loaded.scene.output))
    assert found.observed_at == "2021-02-27T14:37:29Z"
    kept = json.loads(Path(loaded.scene.provenance).read_text())
    assert kept["scenes"][0]["offset"]["evidence"] == list(loaded.scene.offset[0].evidence)
    assert kept["result"]["pixels_by_date"] == {"2021-02-27": 1200 * 1200}
    assert kept["numbers"][0] == {"band": "B02", "offset": -1000.0, "quantification": 10_000.0}


def test_tokens_are_kept_nowhere(tmp_path, load):
    product = make_product(tmp_path, files=("B04", "SCL"))
    loaded = load(product, bands=("B04",), headers={"Authorization": "Bearer 5ecr3t"})
    for path in Path(loaded.scene.output).parent.iterdir():
        assert b"5ecr3t" not in path.read_bytes()


@pytest.mark.parametrize(("changes", "error", "words"), [
    ({"bands": ("B13",)}, BandsError, "has no band B13"),
    ({"bands": ("B10",)}, BandsError, r"\(L2A\) has no band B10"),
    ({"bands": ("B04", "red")}, ParameterError, "names a band twice"),
    ({"bands": ("TCI",)}, ParameterError, "choose the rendering 'tci'"),
    ({"rendering": "jpeg"}, ParameterError, "RENDERING is 'jpeg'"),
    ({"rendering": "true-colour", "bands": ("B08",)}, ParameterError, "made of B04, B03 and B02"),
    ({"composite": "mean"}, ParameterError, "COMPOSITE is 'mean'"),
    ({"composite": "median", "bands": ("SCL",)}, ParameterError, "no median"),
    ({"resolution_m": 15.0}, ParameterError, "RESOLUTION is 15"),
    ({"offset": "perhaps"}, ParameterError, "OFFSET is 'perhaps'"),
    ({"crs": "EPSG:0"}, ImageError, "no coordinate system"),
    ({"extent": Extent(0, 0, 1, 1, "EPSG:4326")}, ExtentError, "does not meet"),
    ({"extent": Extent(5, 5, 1, 1, "EPSG:32719")}, ExtentError, "is empty"),
])  # fmt: skip
def test_what_cannot_be_done_is_said_before_anything_is_written(tmp_path, load, changes, error, words):
    product = make_product(tmp_path, files=("B02", "B03", "B04", "B08", "SCL", "TCI"))
    with pytest.raises(error, match=words):
        load(product, **changes)
    assert [path for path in (tmp_path / "out").glob("*") if path.is_file()] == []


@pytest.mark.parametrize("output", ["out.png", "folder.tif", "readonly/out.tif"])
def test_places_that_cannot_be_written_are_refused(tmp_path, output):
    from mining_monitor.contract.products import LoadSentinel2Request
    from mining_monitor.engine.imagery.sentinel2.load import load_sentinel2
    from mining_monitor.engine.progress import Job

    product = make_product(tmp_path, files=("B04", "SCL"))
    (tmp_path / "folder.tif").mkdir()
    (tmp_path / "readonly").write_text("a file where a folder should be")
    request = LoadSentinel2Request((str(product),), str(tmp_path / output), bands=("B04",))
    with pytest.raises((OutputError, ParameterError)):
        load_sentinel2(request, "test", Job())


def test_a_truncated_band_is_named(tmp_path, load):
    noise = np.random.default_rng(1)

    def rough(name, x, y):
        return noise.integers(1000, 9000, x.shape) if name == "B04" else plain(name, x, y)

    product = make_product(tmp_path, Recipe(pixels=rough), files=("B04", "SCL"))
    path = next(product.rglob("*B04_10m.jp2"))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(ImageError, match=r"Band B04 \(10 m\) of 'S2B_MSIL2A.*damaged"):
        load(product, bands=("B04",))
    assert [p for p in (tmp_path / "out").glob("*") if p.is_file()] == []


def test_levels_that_do_not_fit_together_are_named(tmp_path, load):
    products = [make_product(tmp_path / level, Recipe(level), files=("B04", "SCL")) for level in ("L1C", "L2A")]
    codes = [notice.code for notice in load(*products, bands=("B04",)).scene.warnings]
    assert codes == ["no-scene-classes", "mixed-levels"]


def test_pictures_and_probabilities_are_warped_to_another_crs(tmp_path, load):
    def cloudy(name, x, y):
        return np.where(x < X0 + 1200, 80, 0) if name == "CLD" else plain(name, x, y)

    product = make_product(tmp_path, Recipe(pixels=cloudy), files=("B04", "TCI", "SCL", "CLD"))
    rules = MaskRules(cloud_probability=50, cloud_dilation_m=0)
    loaded = load(product, rendering="tci", crs="EPSG:32720", rules=rules)
    assert set(np.unique(loaded.pixels[0][loaded.valid])) == {round(255 * 0.0718 / 0.3558)}
    inside = loaded.valid.sum()
    assert loaded.mask.sum() / inside == pytest.approx(0.5, abs=0.01)
    shares = loaded.scene.not_observed_by_reason
    assert shares["cloud"] / (1 - shares["nodata"]) == pytest.approx(0.5, abs=0.01)


def test_detect_does_not_look_under_the_mask(tmp_path, load):
    def cloudy(name, x, y):
        return np.where(x < X0 + 1200, 9, 5) if name == "SCL" else plain(name, x, y)

    product = make_product(tmp_path, Recipe(pixels=cloudy), files=("B04", "SCL"))
    loaded = load(product, bands=("B04",), rules=MaskRules(cloud_dilation_m=0))
    found = run(loaded.scene.output, tmp_path, Witness(("B04",), "reflectance"), valid_mask=loaded.scene.mask)
    assert (classes(found)[:, :120] == 255).all()
    assert (classes(found)[:, 120:] != 255).all()
    assert found.not_observed_m2["mask"] == pytest.approx(2400 * 1200, rel=1e-3)
