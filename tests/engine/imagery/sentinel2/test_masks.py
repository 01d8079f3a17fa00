"""What of a scene is not observed, and why (DOMAIN 2.4)."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from pyproj import Transformer

from mining_monitor.contract.errors import BandsError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.products import MaskRules
from mining_monitor.engine.imagery.sentinel2.cover import cover_shares
from mining_monitor.engine.imagery.sentinel2.masks import CODES, MaskLayers, check_rules, reasons
from mining_monitor.engine.imagery.sentinel2.product import open_product
from mining_monitor.engine.progress import Job
from tests.engine.imagery.sentinel2.products import Recipe, make_product, plain

X0, Y0 = Recipe().origin
EXACT = MaskRules(cloud_dilation_m=0, shadow_dilation_m=0)
TOTAL = 240 * 240


def layers(classes, probability=None):
    classes = np.asarray(classes, np.uint8)
    is_data = np.ones(classes.shape, bool)
    cloud = None if probability is None else np.asarray(probability, np.uint8)
    return MaskLayers(is_data, ~is_data, classes, cloud)


def test_the_scene_classes_that_hide_the_ground():
    found = reasons(layers([range(12)]), EXACT, 20.0)[0]
    assert found.tolist() == [
        CODES["nodata"], CODES["saturated"], 0, CODES["shadow"], 0, 0, 0, 0, CODES["cloud"], CODES["cloud"],
        CODES["cirrus"], 0,
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "hidden"), [
    ((), {0}), (("snow",), {0, 11}), (("cloud",), {0, 8, 9}), (("cirrus", "shadow"), {0, 3, 10}),
    (("saturated",), {0, 1}),
])  # fmt: skip
def test_only_what_is_asked_for_is_hidden(words, hidden):
    rules = MaskRules(words, cloud_dilation_m=0, shadow_dilation_m=0)
    found = reasons(layers([range(12)]), rules, 20.0)[0]
    assert set(np.flatnonzero(found)) == hidden


def test_margins_are_metres_on_the_ground_whatever_the_pixels_measure():
    for gsd in (10.0, 20.0):
        side = int(400 / gsd) + 1
        classes = np.full((side, side), 5)
        classes[side // 2, side // 2] = 9
        rules = MaskRules(("cloud",), cloud_dilation_m=60)
        found = reasons(layers(classes), rules, gsd) == CODES["cloud"]
        rows, cols = np.nonzero(found)
        distance = np.hypot(rows - side // 2, cols - side // 2) * gsd
        assert distance.max() == 60
        assert found.sum() == np.count_nonzero(
            np.hypot(*np.meshgrid(*[np.arange(side) - side // 2] * 2)) * gsd <= 60
        )  # fmt: skip


def test_shadow_has_a_margin_of_its_own_and_cirrus_none():
    classes = np.full((1, 21), 5)
    classes[0, 3], classes[0, 17] = 3, 10
    found = reasons(layers(classes), MaskRules(shadow_dilation_m=40), 20.0)[0]
    assert found.tolist() == [0] + [5] * 5 + [0] * 11 + [6] + [0] * 3


def test_a_cloud_probability_finds_what_the_classes_miss():
    found = reasons(layers([[5, 5, 5]], [[39, 40, 90]]), MaskRules(cloud_probability=40, cloud_dilation_m=0), 20.0)
    assert found.tolist() == [[0, CODES["cloud"], CODES["cloud"]]]


def test_bright_tailings_in_known_mines_are_ground_and_shadow_there_is_shadow():
    classes = [[8, 9, 9, 3, 5]]
    keep = np.array([[False, True, True, True, True]])
    found = reasons(layers(classes, [[0, 0, 99, 0, 99]]), MaskRules(cloud_probability=50, cloud_dilation_m=0,
                    shadow_dilation_m=0), 20.0, keep=keep)[0]  # fmt: skip
    assert found.tolist() == [CODES["cloud"], 0, 0, CODES["shadow"], 0]


def test_of_several_reasons_the_strongest_is_told():
    one = MaskLayers(np.array([[False, True, True]]), np.array([[True, True, True]]), np.array([[9, 9, 9]], np.uint8))
    found = reasons(one, EXACT, 20.0, exclude=np.array([[True, True, False]]))[0]
    assert found.tolist() == [CODES["nodata"], CODES["excluded"], CODES["saturated"]]


def clouds(name, x, y):
    """A cloud of 400 m x 400 m with shadow to its west, in the middle of the tile."""
    dx, dy = x - X0 - 1200, y - Y0 + 1200
    if name == "SCL":
        inside = (np.abs(dy) < 200) & (np.abs(dx) < 200)
        shade = (np.abs(dy) < 200) & (dx > -400) & (dx < -200)
        return np.where(inside, 9, np.where(shade, 3, 5))
    return plain(name, x, y)


@pytest.fixture(scope="module")
def cloudy(tmp_path_factory):
    return make_product(tmp_path_factory.mktemp("cloudy"), Recipe(pixels=clouds), files=("B04", "SCL", "CLD"))


def polygon(west, south, east, north):
    """WKT in degrees of a rectangle in metres from the tile's corner."""
    to_degrees = Transformer.from_crs("EPSG:32719", "EPSG:4326", always_xy=True)
    box = shapely.segmentize(shapely.box(X0 + west, Y0 + south, X0 + east, Y0 + north), 100)
    return shapely.transform(box, lambda p: np.column_stack(to_degrees.transform(p[:, 0], p[:, 1]))).wkt


def test_masked_pixels_keep_their_values_and_are_counted(cloudy, load):
    loaded = load(cloudy, bands=("B04",), rules=EXACT)
    assert (loaded.pixels == 1718).all()
    assert loaded.mask.sum() == TOTAL - 40 * 40 - 20 * 40
    assert loaded.scene.not_observed_by_reason == pytest.approx({"cloud": 1600 / TOTAL, "shadow": 800 / TOTAL})
    assert loaded.scene.observed_share == pytest.approx(1 - 2400 / TOTAL)
    assert (loaded.mask[100:140, 80:140] == 0).all()


def test_the_margin_does_not_depend_on_windows(cloudy, load, monkeypatch):
    whole = load(cloudy, bands=("B04",)).mask
    from mining_monitor.engine.imagery.sentinel2 import load as module

    monkeypatch.setattr(module, "_LARGEST_SIDE", 32)
    assert (load(cloudy, bands=("B04",)).mask == whole).all()


def test_clouds_beside_the_extent_reach_into_it(cloudy, load):
    extent = Extent(X0 + 1400, Y0 - 1400, X0 + 2000, Y0 - 1000, "EPSG:32719")
    loaded = load(cloudy, bands=("B04",), extent=extent)
    assert loaded.mask.shape == (40, 60)
    assert (loaded.mask[:, :3] == 0).all()
    assert (loaded.mask[:, 3:] == 1).all()


@pytest.mark.parametrize("crs", ["", "EPSG:32720", "EPSG:3857"])
def test_polygons_exclude_and_keep_ground_in_any_crs(cloudy, load, crs):
    keep, exclude = polygon(1000, -1400, 1400, -1000), polygon(0, -200, 200, 0)
    rules = MaskRules(cloud_dilation_m=0, shadow_dilation_m=0, keep=(keep,), exclude=(exclude,))
    found = load(cloudy, bands=("B04",), rules=rules, crs=crs).scene.not_observed_by_reason
    total = 1.0 if not crs else 1 - found["nodata"]
    assert found.get("cloud", 0) == pytest.approx(0, abs=2e-4)
    assert found["excluded"] / total == pytest.approx(400 / TOTAL, rel=0.03)
    assert found["shadow"] / total == pytest.approx(800 / TOTAL, rel=0.03)


def test_the_clear_share_counts_inside_the_extent_alone(cloudy):
    (scene,) = open_product(str(cloudy))
    inside = Extent(X0 + 1000, Y0 - 1400, X0 + 1400, Y0 - 1000, "EPSG:32719")
    assert cover_shares(scene, inside, EXACT, Job()) == {"clear": 0.0, "cloud": 1.0}
    assert cover_shares(scene, None, EXACT, Job())["clear"] == pytest.approx(1 - 2400 / TOTAL)
    half = Extent(X0 + 1000, Y0 - 1400, X0 + 1800, Y0 - 1000, "EPSG:32719")
    assert cover_shares(scene, half, EXACT, Job()) == {"clear": 0.5, "cloud": 0.5}


def test_l1c_has_no_scene_classes_and_says_so(tmp_path, load):
    product = make_product(tmp_path, Recipe("L1C", "03.01"), files=("B04",))
    loaded = load(product, bands=("B04",))
    assert [notice.code for notice in loaded.scene.warnings] == ["no-scene-classes"]
    assert loaded.scene.observed_share == 1
    (scene,) = open_product(str(product))
    with pytest.raises(BandsError, match=r"\(L1C\) has no band SCL"):
        cover_shares(scene, None, EXACT, Job())


def test_the_masks_of_newer_l1c_count_as_scene_classes(tmp_path, load):
    def sky(name, x, y):
        if name == "SCL":
            return np.select([x < X0 + 600, x < X0 + 1200, x < X0 + 1800], [9, 10, 11], 5)
        return plain(name, x, y)

    product = make_product(tmp_path, Recipe("L1C", "05.11", pixels=sky), files=("B04", "CLASSI"))
    rules = MaskRules(("cloud", "cirrus", "snow"), cloud_dilation_m=0)
    loaded = load(product, bands=("B04",), rules=rules)
    assert loaded.scene.warnings == ()
    assert loaded.scene.not_observed_by_reason == {"cloud": 0.25, "cirrus": 0.25, "snow": 0.25}
    assert (loaded.mask == (np.arange(240) >= 180)[None, :]).all()
    (scene,) = open_product(str(product))
    assert cover_shares(scene, None, rules, Job()) == {"clear": 0.25, "cloud": 0.25, "cirrus": 0.25, "snow": 0.25}


def test_an_extent_under_cloud_says_so(cloudy, load):
    extent = Extent(X0 + 1050, Y0 - 1350, X0 + 1350, Y0 - 1050, "EPSG:32719")
    loaded = load(cloudy, bands=("B04",), extent=extent)
    assert loaded.scene.observed_share == 0
    assert [notice.code for notice in loaded.scene.warnings] == ["nothing-observed"]


@pytest.mark.parametrize(("rules", "words"), [
    (MaskRules(("haze",)), "MASK names 'haze'"), (MaskRules(cloud_dilation_m=-1), "margin around cloud is -1 m"),
    (MaskRules(shadow_dilation_m=float("nan")), "margin around shadow is nan"),
    (MaskRules(cloud_probability=101), "cloud probability is 101"), (MaskRules(keep=("POINT (1 1)",)), "has no area"),
    (MaskRules(exclude=("POLYGON ((",)), "is no WKT"), (MaskRules(exclude=("",)), "is no WKT|has no area"),
])  # fmt: skip
def test_rules_that_cannot_be_followed_are_refused(rules, words):
    with pytest.raises(ParameterError, match=words):
        check_rules(rules)
