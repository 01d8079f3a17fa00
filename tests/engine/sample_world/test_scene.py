"""The sample world is deterministic, georeferenced, seamless and true to its classes."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.engine.sample_world import generate_scene
from mining_monitor.engine.sample_world.biome import BIOMES
from mining_monitor.engine.sample_world.scene import make_view, render_block
from mining_monitor.schema.classes import BY_CODE, NOT_OBSERVED

SECTORS = {3, 4, 5, 6, 7, 8, 9}


@pytest.fixture(scope="module")
def complete_scene():
    return generate_scene(7, width=384, height=384, biome="steppe", site_kind="complete")


def test_the_same_seed_gives_the_same_scene_and_another_seed_another_one():
    first = generate_scene(3, width=64, height=48)
    again = generate_scene(3, width=64, height=48)
    other = generate_scene(4, width=64, height=48)

    np.testing.assert_array_equal(first.values, again.values)
    np.testing.assert_array_equal(first.truth, again.truth)
    assert first.transform == again.transform
    assert (first.values != other.values).any()


def test_truth_holds_lames_codes_and_every_sector_of_a_complete_mine(complete_scene):
    codes = set(np.unique(complete_scene.truth).tolist())

    assert codes <= set(BY_CODE) | {NOT_OBSERVED}
    assert SECTORS | {0} <= codes
    assert 2 not in codes, "a site's extent overlaps its sectors by design and is no pixel class"


def test_a_river_with_artisanal_workings_is_class_1():
    scene = generate_scene(6, width=256, height=256, biome="rainforest", site_kind="artisanal")

    assert set(np.unique(scene.truth).tolist()) == {0, 1}


@pytest.mark.parametrize("gsd_m", [10.0, 0.5])
def test_a_block_is_the_same_alone_and_inside_a_larger_picture(gsd_m):
    view = make_view(5, width=160, height=160, gsd_m=gsd_m, site_kind="complete", cloud_cover=0.2)

    whole, whole_truth = render_block(view, slice(0, 160), slice(0, 160))
    part, part_truth = render_block(view, slice(40, 120), slice(70, 150))

    difference = np.abs(whole[:, 40:120, 70:150].astype(int) - part)
    assert difference.max() <= 1, "more than rounding"
    np.testing.assert_array_equal(whole_truth[40:120, 70:150], part_truth)


def test_nodata_is_zero_in_every_band_and_not_observed():
    scene = generate_scene(2, width=128, height=96, nodata_share=0.2)
    empty = (scene.values == 0).all(axis=0)

    assert 0.05 < empty.mean() < 0.4
    assert (scene.values[:, ~empty] > 0).all(), "0 means nodata and nothing else"
    np.testing.assert_array_equal(empty, scene.truth == NOT_OBSERVED)
    np.testing.assert_array_equal(scene.valid, scene.truth != NOT_OBSERVED)


def test_the_ground_under_opaque_clouds_is_not_observed_but_has_values():
    scene = generate_scene(13, width=256, height=256, biome="rainforest", cloud_cover=0.4)

    hidden = ~scene.valid
    assert 0.1 < hidden.mean() < 0.8
    assert (scene.truth[hidden] == NOT_OBSERVED).all()
    assert scene.values[:, hidden].mean() > 2 * scene.values[:, ~hidden].mean()


@pytest.mark.parametrize("gsd_m", [10.0, 0.5])
def test_pixels_are_square_north_up_and_in_utm(gsd_m):
    scene = generate_scene(1, width=32, height=16, gsd_m=gsd_m)

    t = scene.transform
    assert (t.a, t.b, t.d, t.e) == (gsd_m, 0, 0, -gsd_m)
    assert scene.crs == "EPSG:32719"
    assert 166_000 < t.c < 834_000 and 1_100_000 < t.f < 10_000_000
    assert scene.gsd_m == gsd_m


def test_reflectance_is_stored_as_dn_with_an_offset():
    rgb = generate_scene(8, width=64, height=64, product="rgb")
    dn = generate_scene(8, width=64, height=64, product="reflectance")

    assert dn.values.dtype == np.uint16
    assert dn.band_names == ("blue", "green", "red", "nir", "swir16", "swir22")
    np.testing.assert_array_equal(rgb.truth, dn.truth)
    red = dn.values[dn.band_names.index("red")] * 0.0001 - 0.1
    expected = np.clip(255 * 2.5 * red, 1, 255)
    assert np.abs(rgb.values[0] - expected).max() < 0.6, "more than the rounding of both products"


def test_plants_shine_in_the_near_infrared_and_water_does_not():
    forest = generate_scene(31, width=96, height=96, biome="rainforest", site_kind="none", product="reflectance")
    rho = forest.values * 0.0001 - 0.1
    red, nir = rho[2], rho[3]

    ndvi = (nir - red) / (nir + red)
    assert np.median(ndvi) > 0.6


@pytest.mark.parametrize("biome", sorted(BIOMES))
def test_every_country_can_be_drawn(biome):
    scene = generate_scene(1, width=24, height=24, biome=biome, supersample=1)

    assert scene.values.std() > 0


def test_an_unknown_country_is_refused():
    with pytest.raises(KeyError):
        generate_scene(1, width=8, height=8, biome="atlantis")


def test_a_pixel_size_of_zero_is_refused():
    with pytest.raises(ValueError, match="positive"):
        generate_scene(1, width=8, height=8, gsd_m=0)
