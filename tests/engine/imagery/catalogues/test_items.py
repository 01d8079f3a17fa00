"""Items of the three catalogues become the same bands; what lies or is broken is found."""

import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mining_monitor.contract.errors import CatalogueError, MiningMonitorError
from mining_monitor.engine.imagery.catalogues.bandnames import logical_band
from mining_monitor.engine.imagery.catalogues.items import read_item
from mining_monitor.engine.imagery.catalogues.jsontree import parse
from mining_monitor.engine.imagery.sentinel2.offset import decide_offset
from tests.engine.imagery.catalogues.catalogues import item_of, product_name
from tests.engine.imagery.catalogues.scene_files import footprint

KINDS = ["earth-search", "planetary-computer", "copernicus"]
BANDS = ["B02", "B03", "B04", "B08", "B11", "SCL"]
SQUARE = footprint(512)


def an_item(kind="planetary-computer", name=None, **more):
    return item_of(kind, name or product_name(), "https://files.example/s", SQUARE, **more)


@pytest.mark.parametrize("kind", KINDS)
def test_asset_keys_of_each_catalogue_are_the_same_bands(kind):
    item = read_item(an_item(kind))
    found = {asset.band: asset for asset in reversed(item.assets)}
    assert {band: found[band].href.rsplit("/", 1)[-1].split(".")[0] for band in BANDS} == {band: band for band in BANDS}
    assert all(found[band].href.startswith("https://files.example/") for band in BANDS)
    assert {band: found[band].gsd_m for band in BANDS} == {
        "B02": 10,
        "B03": 10,
        "B04": 10,
        "B08": 10,
        "B11": 20,
        "SCL": 20,
    }
    assert item.source == ("other" if kind == "planetary-computer" else kind)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_scene_is_reads_the_same_from_each_catalogue(kind):
    item = read_item(an_item(kind, product_name("20240517", "05.10")))
    assert (item.sensed_at, item.satellite, item.tile, item.baseline, item.level, item.crs, item.cloud_percent) == (
        "2024-05-17T14:37:29Z",
        "Sentinel-2B",
        "19KEP",
        "05.10",
        "L2A",
        "EPSG:32719",
        7.5,
    )


@pytest.mark.parametrize(
    ("key", "declared", "band"),
    [
        ("red", {"name": "red", "common_name": "red"}, "B04"),
        ("rededge1", {"name": "rededge1", "common_name": "rededge"}, "B05"),
        ("rededge3", {"name": "rededge3", "common_name": "rededge"}, "B07"),
        ("nir", {"name": "nir", "common_name": "nir"}, "B08"),
        ("nir08", {"name": "nir08", "common_name": "nir08"}, "B8A"),
        ("nir09", {"name": "nir09", "common_name": "nir09"}, "B09"),
        ("B8A", {"name": "B8A", "common_name": "rededge"}, "B8A"),
        ("B05", {"name": "B05", "common_name": "rededge"}, "B05"),
        ("B09", {"name": "B09"}, "B09"),
        ("B4", {"name": "B4"}, "B04"),
        ("B8A_20m", {"name": "B8A"}, "B8A"),
        ("B01_60m", {"name": "B01"}, "B01"),
        ("asset-1", {"name": "B11", "common_name": "swir16"}, "B11"),
        ("asset-1", {"name": "whatever", "common_name": "swir22"}, "B12"),
        ("asset-1", {"name": "whatever", "common_name": "rededge"}, ""),
        ("red", {"name": "B02"}, "B02"),
        ("red-jp2", {"name": "red"}, "B04"),
    ],
)
def test_a_band_is_found_by_its_name_then_its_key_then_its_common_name(key, declared, band):
    assert logical_band(key, {"eo:bands": [declared]}) == band
    assert logical_band(key, {"bands": [{**declared, "eo:common_name": declared.get("common_name")}]}) == band


@pytest.mark.parametrize(
    ("key", "band"),
    [
        ("SCL", "SCL"),
        ("scl", "SCL"),
        ("SCL_20m", "SCL"),
        ("visual", "TCI"),
        ("TCI_10m", "TCI"),
        ("AOT_10m", "AOT"),
        ("WVP", "WVP"),
        ("cloud", "CLD"),
        ("snow", "SNW"),
        ("B13", ""),
        ("B", ""),
        ("thumbnail", ""),
        ("", ""),
        ("product_metadata", ""),
        ("B99999999999", ""),
    ],
)
def test_assets_without_a_declaration_are_found_by_key(key, band):
    assert logical_band(key, {}) == band


def test_true_colour_is_not_taken_for_a_band():
    bands = [{"name": "B04"}, {"name": "B03"}, {"name": "B02"}]
    assert logical_band("visual", {"eo:bands": bands}) == "TCI"


def test_the_https_file_goes_before_the_one_that_needs_keys():
    item = read_item(an_item("earth-search"))
    first = next(asset for asset in item.assets if asset.band == "B04")
    assert (first.key, first.href) == ("red", "https://files.example/s/B04.tif")


@pytest.mark.parametrize(
    ("names", "tile", "crs"),
    [
        ({"grid:code": "MGRS-33UVR"}, "33UVR", "EPSG:32633"),
        ({"s2:mgrs_tile": "01FBE"}, "01FBE", "EPSG:32701"),
        ({"mgrs:utm_zone": 6, "mgrs:latitude_band": "M", "mgrs:grid_square": "AA"}, "06MAA", "EPSG:32706"),
        ({"proj:epsg": 32633, "grid:code": "MGRS-33UVR"}, "33UVR", "EPSG:32633"),
        ({"proj:code": "EPSG:4326", "grid:code": "MGRS-33UVR"}, "33UVR", "EPSG:32633"),
        ({"proj:epsg": float("nan"), "grid:code": 7}, "", ""),
        ({"proj:epsg": 32799}, "", ""),
    ],
)
def test_tile_and_zone_come_from_what_is_said(names, tile, crs):
    tree = an_item(item_id="some-scene")
    tree["properties"] = {"datetime": "2024-05-17T14:37:29Z", **names}
    item = read_item(tree)
    assert (item.tile, item.crs) == (tile, crs)


def dark(low=300, size=10_000):
    return {band: np.linspace(low, 4000, size) for band in ("B02", "B03", "B04")}


def bright(low=1100, size=10_000):
    return {band: np.linspace(low, 6000, size) for band in ("B02", "B03", "B04")}


@pytest.mark.parametrize(
    ("kind", "baseline", "more", "pixels", "state", "offset"),
    [
        pytest.param(
            "earth-search", "05.10", {"applied": True}, dark, "applied", 0, id="the flag says applied, and it is"
        ),
        pytest.param(
            "earth-search",
            "05.10",
            {"applied": True},
            bright,
            "ambiguous",
            0,
            id="the flag says applied, nothing is dark",
        ),
        pytest.param(
            "earth-search", "05.10", {"applied": False}, dark, "applied", 0, id="the flag says not applied, but it is"
        ),
        pytest.param("planetary-computer", "05.10", {}, None, "add", -1000, id="Planetary Computer declares nothing"),
        pytest.param("copernicus", "05.11", {}, None, "add", -1000, id="Copernicus declares scale and offset"),
        pytest.param(
            "earth-search",
            "05.00",
            {"collection": "sentinel-2-c1-l2a"},
            bright,
            "add",
            -1000,
            id="Collection 1 declares -0.1",
        ),
        pytest.param(
            "planetary-computer",
            "05.00",
            {"day": "20170603"},
            None,
            "add",
            -1000,
            id="baseline 05.00 on a scene of 2017",
        ),
        pytest.param(
            "earth-search",
            "05.10",
            {"applied": False},
            lambda: bright(1900),
            "add",
            -1000,
            id="a desert without dark pixels",
        ),
        pytest.param(
            "earth-search", "05.10", {"offset": None}, bright, "ambiguous", 0, id="nothing declared and nothing dark"
        ),
        pytest.param("planetary-computer", "03.01", {}, None, "none", 0, id="baseline 03.01"),
        pytest.param("copernicus", "02.14", {"day": "20170603"}, None, "none", 0, id="baseline 02.14"),
    ],
)
def test_the_offset_is_decided_by_declaration_baseline_and_pixels(
    kind, baseline, more, pixels, state, offset, monkeypatch
):
    from mining_monitor.engine.imagery.catalogues import addresses

    monkeypatch.setattr(addresses, "BLOB_HOSTS", ("files.example",))
    name = product_name(more.pop("day", "20240517"), baseline)
    item = read_item(an_item(kind, name, **more))
    asked = []

    def sample():
        asked.append(True)
        return pixels()

    decision = decide_offset(item.source, item.declared, item.baseline, sample)
    assert (decision.state, decision.offset if state != "ambiguous" else 0) == (state, offset)
    assert decision.quantification == pytest.approx(10_000)
    assert any(baseline in sentence for sentence in decision.evidence)
    assert bool(asked) is (pixels is not None)


HOSTILE = [None, True, 0, -1, 1e308, "x", "\0\r\n", [], [[]], {}, {"a": {}}, [None], "../../etc/passwd", "9" * 500]
JSON_VALUES = st.recursive(
    st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20), st.integers(), st.floats(allow_nan=True)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(data=st.data(), kind=st.sampled_from(KINDS))
def test_no_item_breaks_the_reader(data, kind):
    tree = json.loads(json.dumps(an_item(kind)))
    for _ in range(data.draw(st.integers(1, 4))):
        node = tree
        while isinstance(node, dict) and node:
            key = data.draw(st.sampled_from(sorted(node)))
            if not isinstance(node[key], dict) or data.draw(st.booleans()):
                break
            node = node[key]
        if isinstance(node, dict) and node:
            node[key] = data.draw(JSON_VALUES)
    try:
        item = read_item(tree)
    except CatalogueError:
        return
    assert item.footprint.area > 0 and item.sensed_at.endswith("Z")
    assert all(1 <= asset.gsd_m <= 1000 for asset in item.assets)
    assert math.isfinite(item.declared.quantification) and item.declared.quantification > 1


@pytest.mark.parametrize(
    "change",
    [
        {"geometry": None},
        {"geometry": {"type": "Point", "coordinates": [0, 0]}},
        {"id": ""},
        {"type": "FeatureCollection"},
        {"properties": {}},
        {"properties": {"datetime": "yesterday"}},
        {"geometry": {"type": "Polygon", "coordinates": [[[500000, 7e6], [500100, 7e6], [500100, 7.1e6]]]}},
    ],
    ids=str,
)
def test_what_is_no_scene_is_refused(change):
    with pytest.raises(CatalogueError, match="no STAC item of a scene"):
        read_item({**an_item(), **change})


@pytest.mark.parametrize("text", [b"", b"<html>", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"a":' * 50_000, b"7"])
def test_what_is_no_json_is_one_sentence(text):
    with pytest.raises(MiningMonitorError, match="no STAC"):
        parse(text, what="'https://x.example/a'")
