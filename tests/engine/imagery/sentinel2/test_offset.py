"""Whether -1000 is still to be added (DOMAIN 2.3)."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.contract.errors import ParameterError
from mining_monitor.engine.imagery.sentinel2.offset import (
    Declared,
    baseline_number,
    decide_offset,
    decided_by_user,
)


def pixels(darkest: int, brightest: int = 4000):
    values = np.linspace(darkest, brightest, 20_000).astype(np.uint16)
    return lambda: {name: values for name in ("B02", "B03", "B04")}


def shore():
    """Raw numbers of baseline 05.10: clear water hardly above 1000."""
    return pixels(1005)()


DARK, BRIGHT_DESERT, RAW = pixels(120), pixels(1900), pixels(1040)
ADDED, APPLIED, NOTHING = Declared(-1000.0), Declared(is_applied=True), Declared()


@pytest.mark.parametrize(("source", "declared", "baseline", "sample", "state", "offset"), [
    pytest.param("safe", NOTHING, "02.14", None, "none", 0, id="old product"),
    pytest.param("safe", NOTHING, "03.01", None, "none", 0, id="the last baseline without an offset"),
    pytest.param("safe", ADDED, "04.00", None, "add", -1000, id="the first baseline with one"),
    pytest.param("safe", Declared(-900.0), "05.10", DARK, "add", -900, id="what the product lists, not a constant"),
    pytest.param("safe", NOTHING, "05.10", DARK, "applied", 0, id="another processor, dark"),
    pytest.param("safe", NOTHING, "05.10", BRIGHT_DESERT, "ambiguous", -1000, id="another processor, bright"),
    pytest.param("planetary-computer", NOTHING, "03.01", DARK, "none", 0, id="Planetary Computer, old"),
    pytest.param("planetary-computer", NOTHING, "05.10", DARK, "add", -1000, id="Planetary Computer declares nothing"),
    pytest.param("copernicus", ADDED, "05.11", None, "add", -1000, id="Copernicus declares"),
    pytest.param("copernicus", NOTHING, "05.00", None, "add", -1000, id="baseline 05 on a scene of 2017"),
    pytest.param("earth-search", APPLIED, "05.10", DARK, "applied", 0, id="Earth Search, flag right"),
    pytest.param("earth-search", APPLIED, "05.10", shore, "ambiguous", 0, id="Earth Search, flag says applied wrongly"),
    pytest.param("earth-search", Declared(-1000.0, False), "05.10", DARK, "applied", 0,
                 id="Earth Search, flag says not applied wrongly"),
    pytest.param("earth-search", Declared(-1000.0, True), "05.10", DARK, "applied", 0, id="offset and flag"),
    pytest.param("earth-search", Declared(-1000.0, False), "05.10", BRIGHT_DESERT, "add", -1000,
                 id="desert without dark pixels keeps what is declared"),
    pytest.param("earth-search", APPLIED, "05.10", BRIGHT_DESERT, "ambiguous", 0, id="bright desert, flagged"),
    pytest.param("earth-search", NOTHING, "05.10", DARK, "applied", 0, id="Earth Search without a flag"),
    pytest.param("earth-search", APPLIED, "02.09", BRIGHT_DESERT, "none", 0, id="there never was one to apply"),
    pytest.param("earth-search-c1", ADDED, "05.00", RAW, "add", -1000, id="Collection 1 declares -0.1"),
    pytest.param("earth-search-c1", ADDED, "05.00", DARK, "applied", 0, id="Collection 1 declares -0.1 wrongly"),
    pytest.param("other", NOTHING, "", DARK, "none", 0, id="nothing is known, dark"),
    pytest.param("other", NOTHING, "", BRIGHT_DESERT, "ambiguous", 0, id="nothing is known, bright"),
    pytest.param("other", NOTHING, "", None, "ambiguous", 0, id="nothing is known, nothing to check"),
])  # fmt: skip
def test_the_table_decides(source, declared, baseline, sample, state, offset):
    found = decide_offset(source, declared, baseline, sample)
    assert (found.state, found.offset) == (state, offset)
    assert found.evidence


def test_the_evidence_names_baseline_declaration_and_pixels():
    found = decide_offset("earth-search", Declared(-1000.0, False, where="raster:bands"), "05.10", DARK)
    text = " ".join(found.evidence)
    assert "05.10" in text
    assert "Raster:bands declares an offset of -1000 and says that it is not applied." in text
    assert "B02 20.11 %" in text
    assert found.facts["dark_share"]["B04"] == pytest.approx(0.201, abs=0.001)
    assert sum(found.facts["histogram"]["B02"]) == 20_000


def test_pixels_are_not_read_where_the_product_says_it_itself():
    def never():
        raise AssertionError("pixels were read")

    assert decide_offset("safe", ADDED, "05.10", never).state == "add"


def test_half_a_percent_of_dark_pixels_in_two_bands_is_not_enough():
    bands = {"B02": np.full(1000, 1500), "B03": np.full(1000, 1500), "B04": np.full(1000, 1500)}
    for name in ("B02", "B03"):
        bands[name][:100] = 500
    assert decide_offset("earth-search-c1", ADDED, "05.00", lambda: bands).state == "add"
    bands["B04"][:5] = 500
    assert decide_offset("earth-search-c1", ADDED, "05.00", lambda: bands).state == "add"
    bands["B04"][:6] = 500
    assert decide_offset("earth-search-c1", ADDED, "05.00", lambda: bands).state == "applied"


@pytest.mark.parametrize(("choice", "offset"), [("add", -1000), ("applied", 0), ("none", 0)])
def test_a_person_has_the_last_word_and_it_is_kept_with_what_was_found(choice, offset):
    found = decide_offset("earth-search", APPLIED, "05.10", BRIGHT_DESERT)
    said = decided_by_user(found, choice)
    assert (said.state, said.offset) == (choice, offset)
    assert said.facts["found"] == "ambiguous"
    assert said.evidence[-1] == f"A person decided: {choice} (the engine had found: ambiguous)."


def test_no_person_no_change_and_no_other_word():
    found = decide_offset("safe", ADDED, "05.10")
    assert decided_by_user(found, "auto") is found
    with pytest.raises(ParameterError, match="OFFSET is 'subtract'"):
        decided_by_user(found, "subtract")


@pytest.mark.parametrize(("text", "number"), [
    ("05.10", 5.10), ("N0510", 5.10), ("0301", 3.01), ("n0400", 4.0), ("", None), ("five", None), ("5.1.0", None),
])  # fmt: skip
def test_baselines_in_their_spellings(text, number):
    assert baseline_number(text) == number
