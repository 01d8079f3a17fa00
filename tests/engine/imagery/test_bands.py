"""Bands find their roles by name, colour and order."""

from __future__ import annotations

import pytest

from mining_monitor.contract.errors import BandsError
from mining_monitor.contract.imagery import BandChoice
from mining_monitor.engine.imagery.bands import BandInfo, canonical_role, choose_bands, guess_roles


def bands(*names, colours=(), dtype="uint16", alpha=None):
    colours = [*colours, *["undefined"] * (len(names) - len(colours))]
    return [
        BandInfo(i + 1, name, colour, dtype, None, 1.0, 0.0, i + 1 == alpha)
        for i, (name, colour) in enumerate(zip(names, colours))
    ]


@pytest.mark.parametrize(
    ("image", "roles"),
    [
        (bands("B04", "B03", "B02", "B08"), {"red": 1, "green": 2, "blue": 3, "nir": 4}),
        (bands("B4, central wavelength 665 nm", "B8A, central wavelength 865 nm"), {"red": 1, "nir08": 2}),
        (bands("T32_B11_20m", "T32_B12_20m"), {"swir16": 1, "swir22": 2}),
        (bands("SR_B4", "SR_B5", "QA_PIXEL"), {"red": 1, "nir": 2}),
        (bands("Near Infrared", "Red band"), {"nir": 1, "red": 2}),
        (bands("", "", "", colours=("blue", "green", "red")), {"blue": 1, "green": 2, "red": 3}),
        (bands("", "", ""), {"red": 1, "green": 2, "blue": 3}),
        (bands("b1", "b2", "b3"), {"red": 1, "green": 2, "blue": 3}),
        (bands("", "", "", "", alpha=4), {"red": 1, "green": 2, "blue": 3}),
        (bands("", "", "", ""), {"red": 1, "green": 2, "blue": 3, "nir": 4}),
        (bands(*[""] * 5), {}),
        (bands("elevation"), {}),
    ],
    ids=str,
)
def test_roles_are_guessed(image, roles):
    assert {choice.role: choice.index for choice in guess_roles(image).roles} == roles


def test_twelve_bands_are_sentinel2_without_and_thirteen_with_the_cirrus_band():
    twelve = {c.role: c.index for c in guess_roles(bands(*[""] * 12)).roles}
    thirteen = {c.role: c.index for c in guess_roles(bands(*[""] * 13)).roles}
    assert (twelve["red"], twelve["nir08"], twelve["swir16"], twelve["swir22"]) == (4, 9, 11, 12)
    assert (thirteen["cirrus"], thirteen["swir16"], thirteen["swir22"]) == (11, 12, 13)


@pytest.mark.parametrize(
    ("said", "role"), [("B04", "red"), ("b8a", "nir08"), ("RED", "red"), ("rededge2", "rededge075"), ("any", "any")]
)
def test_spellings_of_a_role_are_one_role(said, role):
    assert canonical_role(said) == role


def test_the_model_gets_its_bands_in_its_own_order():
    chosen = choose_bands(bands("B02", "B03", "B04"), ("B04", "green", "blue"), (), image="scene")
    assert chosen == (BandChoice("red", 3), BandChoice("green", 2), BandChoice("blue", 1))


def test_what_the_user_says_wins_over_the_guess():
    chosen = choose_bands(bands("", "", ""), ("red", "green"), (BandChoice("red", 3),), image="scene")
    assert [choice.index for choice in chosen] == [3, 2]


def test_any_takes_the_bands_in_order_and_leaves_out_transparency_and_taken_ones():
    image = bands("", "", "", "", alpha=2)
    assert [c.index for c in choose_bands(image, ("any", "any"), (), image="scene")] == [1, 3]
    assert [c.index for c in choose_bands(image, ("red", "any"), (), image="scene")] == [1, 3]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [(("nir",), ()), (("any",) * 5, ()), (("red",), (BandChoice("red", 9),)), (("red",), (BandChoice("red", 4),))],
    ids=["no such role", "too few", "no such band", "transparency"],
)
def test_bands_that_do_not_fit_are_refused_with_what_both_sides_have(wanted, said):
    with pytest.raises(BandsError) as caught:
        choose_bands(bands("", "", "", "", alpha=4), wanted, said, image="scene")
    assert "scene" in caught.value.message
    assert caught.value.facts["wanted"] == list(wanted)
    assert len(caught.value.facts["has"]) == 4
