"""Items of three catalogues end up as images: right numbers, right offsets, few bytes, no secrets; lies are found."""

import json
import logging
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio

from mining_monitor.contract.codec import to_json
from mining_monitor.contract.errors import (
    BandsError,
    CancelledError,
    CatalogueError,
    ExtentError,
    MiningMonitorError,
    NetworkError,
    ParameterError,
    SignInError,
)
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.products import DescribeProductRequest, LoadSentinel2Request, MaskRules
from mining_monitor.contract.scenes import SceneCoverRequest
from mining_monitor.engine.files import WORK_VARIABLE
from mining_monitor.engine.imagery.catalogues.scene import open_item
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from tests.clock import within
from tests.engine.imagery.catalogues.catalogues import ROOTS, band_path, product_name, put_scene, serve_item
from tests.engine.imagery.catalogues.hosts import Fault
from tests.engine.imagery.catalogues.scene_files import CRS, NORTH, WEST, band_values, cog, square

KINDS = ["earth-search", "planetary-computer", "copernicus"]
NO_MASK = MaskRules(classes=())
WINDOW = Extent(*square(100, 60, 120, 90), crs=CRS)


def address(host, kind, item):
    return f"{host.url}{ROOTS[kind]}/collections/{item['collection']}/items/{item['id']}"


def load(tmp_path, inputs, **more):
    fields = {"extent": WINDOW, "rules": NO_MASK, **more}
    output = tmp_path / "out.tif"
    return handle(LoadSentinel2Request(tuple(inputs), str(output), **fields), Job())


def pixels(result):
    with rasterio.open(result.output) as dataset:
        return dataset.read(), SimpleNamespace(
            descriptions=dataset.descriptions, crs=dataset.crs, bounds=dataset.bounds, width=dataset.width
        )


@pytest.fixture
def dark_levels():
    """Numbers as they are when -1000 was already taken away."""
    return {"B02": 200, "B03": 400, "B04": 718, "B08": 1600, "B11": 2100}


@pytest.mark.parametrize("kind", KINDS)
def test_bands_of_each_catalogue_are_loaded_by_name(signed, tmp_path, kind):
    item = put_scene(signed, kind, applied=False, levels={"B02": 1200})
    result = load(tmp_path, [address(signed, kind, item)], bands=("B04", "nir", "B02"))
    values, dataset = pixels(result)
    for index, name in enumerate(("B04", "B08", "B02")):
        assert np.array_equal(values[index], band_values(name, 512)[60:150, 100:220]), name
    assert dataset.descriptions == ("B04", "B08", "B02") and dataset.crs == CRS
    assert dataset.bounds == pytest.approx(square(100, 60, 120, 90))
    assert (result.observed_at, result.system, result.scene_ids) == (
        "2024-05-17T14:37:29Z",
        "Sentinel-2",
        (item["id"],),
    )
    assert "Copernicus Sentinel data 2024" in result.attribution


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_of_1718_is_a_reflectance_of_0_0718(signed, tmp_path, kind):
    item = put_scene(signed, kind, applied=False)
    signed.files[band_path(kind, item, "B04")] = _flat(kind, 1718)
    result = load(tmp_path, [address(signed, kind, item)], bands=("B04",), rendering="reflectance")
    assert pixels(result)[0] == pytest.approx(0.0718)
    assert (result.offset[0].state, result.offset[0].offset) == ("add", -1000)


def _flat(kind, number):
    from tests.engine.imagery.catalogues.scene_files import jp2

    values = np.full((512, 512), number, "uint16")
    return jp2(values, 10) if kind == "copernicus" else cog(values, 10)


def test_20_m_is_put_on_the_10_m_grid_without_a_shift(signed, tmp_path):
    item = put_scene(signed, "planetary-computer")
    result = load(tmp_path, [address(signed, "planetary-computer", item)], bands=("B04", "B11"))
    values, _ = pixels(result)
    coarse = band_values("B11", 512)[30:75, 50:110]
    assert np.array_equal(values[1], coarse.repeat(2, axis=0).repeat(2, axis=1))


def test_earth_search_pixels_decide_over_a_wrong_flag(host, tmp_path, dark_levels):
    item = put_scene(host, "earth-search", applied=False, levels=dark_levels)
    result = load(tmp_path, [address(host, "earth-search", item)], bands=("B04",), rendering="reflectance")
    assert (result.offset[0].state, result.offset[0].offset) == ("applied", 0)
    assert result.offset[0].facts["checked_pixels"] > 10_000
    assert pixels(result)[0].min() == pytest.approx(0.0718, abs=0.003)
    stored = json.loads(Path(result.provenance).read_text())
    assert "applied" in json.dumps(stored) and "Numbers below 900" in json.dumps(stored)


def test_earth_search_without_dark_pixels_asks_a_person(host, tmp_path):
    item = put_scene(host, "earth-search", applied=True)
    url = address(host, "earth-search", item)
    with pytest.raises(ParameterError, match="not certain") as caught:
        load(tmp_path, [url], bands=("B04",))
    assert caught.value.facts["facts"]["histogram"]["B02"] and not (tmp_path / "out.tif").exists()
    decided = load(tmp_path, [url], bands=("B04",), offset="add", rendering="reflectance")
    assert pixels(decided)[0].min() == pytest.approx(0.0718, abs=0.0001)


def test_a_window_costs_little_more_than_it_weighs(signed, tmp_path):
    item = put_scene(signed, "planetary-computer", bands=(), size=2048)
    side = np.random.default_rng(3).integers(1000, 9000, (2048, 2048)).astype("uint16")
    data = cog(side, 10, block=512)
    base = f"/sentinel2-l2/{item['id']}"
    for band in ("B02", "B03", "B04", "B08"):
        signed.files[f"{base}/{band}.tif"] = data
    before = signed.sent()
    result = load(
        tmp_path, [address(signed, "planetary-computer", item)], extent=Extent(*square(512, 512, 1024, 1024), crs=CRS)
    )
    window = 4 * len(data) * (1024 * 1024) / (2048 * 2048 * 4 / 3)
    headers = 4 * 32_768 + len(json.dumps(item)) + 1000
    sent = signed.sent() - before
    assert sent <= 1.3 * window + headers
    assert result.bytes_read == sent
    assert len(set(signed.paths())) == 6, "the item, the signature, and four bands"


def test_two_scenes_make_a_mosaic_without_a_seam(signed, tmp_path):
    west = put_scene(signed, "planetary-computer", "20240517", size=256)
    east = put_scene(signed, "planetary-computer", "20240612", size=256, west=WEST + 2000)
    urls = [address(signed, "planetary-computer", item) for item in (west, east)]
    before = signed.sent()
    result = load(tmp_path, urls, bands=("B04",), extent=Extent(*square(150, 10, 150, 40), crs=CRS))
    assert result.bytes_read == signed.sent() - before
    values, dataset = pixels(result)
    assert values.min() > 0 and dataset.width == 150
    assert np.array_equal(values[0][:, :106], band_values("B04", 256)[10:50, 150:])
    assert np.array_equal(values[0][:, 106:], band_values("B04", 256)[10:50, 56:100])
    assert set(result.pixels_by_date) == {"2024-05-17", "2024-06-12"} and result.observed_share == pytest.approx(1)


def test_the_median_of_three_dates_leaves_out_what_a_cloud_hides(signed, tmp_path):
    cloud = np.full((256, 256), 9, "uint8")
    days = {"20240517": (1500, None), "20240612": (1700, None), "20240701": (8000, cloud)}
    urls = []
    for day, (level, scl) in days.items():
        item = put_scene(signed, "planetary-computer", day, size=512, levels={"B04": level}, scl=scl)
        urls.append(address(signed, "planetary-computer", item))
    result = load(tmp_path, urls, bands=("B04",), composite="median", rules=MaskRules(), rendering="reflectance")
    values, _ = pixels(result)
    dates = [band_values("B04", 512, level=level)[60:150, 100:220].astype(float) for level in (1500, 1700)]
    assert values[0] == pytest.approx((np.mean(dates, axis=0) - 1000) / 10_000, abs=1e-4)
    assert "2024-07-01" not in {day for day, count in result.pixels_by_date.items() if count}


def test_the_least_cloudy_scene_goes_first(signed, tmp_path):
    half = np.full((256, 256), 4, "uint8")
    half[:, :128] = 9
    cloudy = put_scene(signed, "planetary-computer", "20240517", levels={"B04": 8000}, scl=half)
    clear = put_scene(signed, "planetary-computer", "20240612")
    urls = [address(signed, "planetary-computer", item) for item in (cloudy, clear)]
    result = load(tmp_path, urls, bands=("B04",), composite="least-cloudy", rules=MaskRules())
    assert np.array_equal(pixels(result)[0][0], band_values("B04", 512)[60:150, 100:220])


def test_an_item_that_is_a_file_with_files_beside_it_is_loaded(host, tmp_path):
    item = put_scene(host, "planetary-computer")
    folder = tmp_path / "saved"
    folder.mkdir()
    for asset in item["assets"].values():
        name = asset["href"].rsplit("/", 1)[-1]
        asset["href"] = f"./{name}"
        data = host.files.get(f"/sentinel2-l2/{item['id']}/{name}")
        if data:
            (folder / name).write_bytes(data)
    (folder / "item.json").write_text(json.dumps(item))
    asked = len(host.asked)
    result = load(tmp_path, [str(folder / "item.json")], bands=("B04",))
    assert np.array_equal(pixels(result)[0][0], band_values("B04", 512)[60:150, 100:220])
    assert result.bytes_read == 0 and len(host.asked) == asked


def test_the_true_colour_of_the_product_is_loaded(signed, tmp_path):
    item = put_scene(signed, "planetary-computer")
    picture = np.stack([np.full((512, 512), level, "uint8") for level in (90, 60, 30)])
    signed.files[f"/sentinel2-l2/{item['id']}/TCI.tif"] = cog(picture, 10)
    values, _ = pixels(load(tmp_path, [address(signed, "planetary-computer", item)], rendering="tci"))
    assert values.shape == (3, 90, 120) and [band.max() for band in values] == [90, 60, 30]


def test_a_signature_that_has_ended_is_asked_for_again(signed, monkeypatch):
    from mining_monitor.engine.imagery.catalogues import signing
    from mining_monitor.engine.imagery.catalogues.http import Web

    signer = signing.Signer(Web(), f"{signed.url}/api/stac/v1/collections/c/items/i")
    url = f"{signed.url}/sentinel2-l2/B04.tif"
    clock = [0.0]
    monkeypatch.setattr(signing.time, "time", lambda: clock[0])
    path = "/api/sas/v1/token/127/sentinel2-l2"
    signed.answers[path] = lambda _: b'{"msft:expiry": "1970-01-01T01:00:00Z", "token": "sig=a"}'
    assert signer.sign(url) == signer.sign(url) == f"{url}?sig=a" and signed.paths().count(path) == 1
    clock[0] = 3600 - 119
    signer.sign(url)
    assert signed.paths().count(path) == 2


def test_storage_of_others_is_left_unsigned(signed):
    from mining_monitor.engine.imagery.catalogues.http import Web
    from mining_monitor.engine.imagery.catalogues.signing import Signer

    url = f"{signed.url}/another-container/B04.tif"
    assert Signer(Web(), f"{signed.url}/api/stac/v1/x").sign(url) == url


def test_secrets_of_an_address_stay_out_of_provenance(signed, tmp_path):
    item = put_scene(signed, "planetary-computer")
    result = load(tmp_path, [address(signed, "planetary-computer", item) + "?key=s3cret"], bands=("B04",))
    assert not any(b"s3cret" in path.read_bytes() for path in tmp_path.iterdir())
    assert "s3cret" not in json.dumps(to_json(result))


def test_an_item_is_described(signed):
    item = put_scene(signed, "planetary-computer")
    url = address(signed, "planetary-computer", item)
    found = handle(DescribeProductRequest(url), Job())
    assert (found.level, found.baseline, found.tile, found.satellite, found.crs) == (
        "L2A", "05.10", "19KEP", "Sentinel-2B", (CRS,)
    )  # fmt: skip
    assert {band.name for band in found.bands} >= {"B02", "B03", "B04", "B08", "B11", "SCL"}
    assert (found.offset.state, found.offset.offset) == ("add", -1000)


def test_signatures_are_asked_for_once_and_kept(signed, tmp_path):
    item = put_scene(signed, "planetary-computer")
    load(tmp_path, [address(signed, "planetary-computer", item)])
    assert signed.paths().count("/api/sas/v1/token/127/sentinel2-l2") == 1
    assert all("sig" in asked.query for asked in signed.asked if asked.path.endswith(".tif"))


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"token": 7}', b'{"token": "a b\\r\\nX: y"}', b'{"token": ""}'], ids=repr
)
def test_a_signature_that_is_none_is_one_sentence(signed, tmp_path, body):
    item = put_scene(signed, "planetary-computer")
    signed.answers["/api/sas/v1/token/127/sentinel2-l2"] = lambda _: body
    with pytest.raises(MiningMonitorError, match=r"signature|STAC"):
        load(tmp_path, [address(signed, "planetary-computer", item)])
    assert not list(tmp_path.glob("*"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda item: item["properties"].update({"proj:epsg": 32718}), "EPSG:32718"),
        (
            lambda item: item["assets"]["B04"].update(gsd=20, **{"proj:transform": [20, 0, 0, 0, -20, 0]}),
            "pixels of 20 m",
        ),
    ],
    ids=["zone", "pixel size"],
)
def test_an_item_that_lies_about_its_files_is_found_out(signed, tmp_path, change, words):
    item = put_scene(signed, "planetary-computer")
    change(item)
    url = serve_item(signed, "planetary-computer", item)
    with pytest.raises(CatalogueError, match="The item is wrong") as caught:
        load(tmp_path, [url], bands=("B04",))
    assert words in caught.value.message and caught.value.facts["problem"] == "lies"
    assert not list(tmp_path.glob("*"))


def test_a_file_of_another_band_size_than_said_does_not_shift_pixels(signed, tmp_path):
    item = put_scene(signed, "planetary-computer")
    signed.files[f"/sentinel2-l2/{item['id']}/B04.tif"] = cog(band_values("B04", 512), 10, west=WEST + 990)
    result = load(tmp_path, [address(signed, "planetary-computer", item)], bands=("B02", "B04"))
    assert np.array_equal(pixels(result)[0][1], band_values("B04", 512)[60:150, 1:121])


@pytest.mark.parametrize(
    "href",
    [
        "file:///etc/passwd",
        "/vsicurl/http://127.0.0.1/x",
        "/vsizip//tmp/x.zip/a.tif",
        "/etc/passwd",
        "../../x\0",
        7,
        None,
    ],
)
def test_an_item_that_names_other_places_is_refused(signed, tmp_path, href):
    item = put_scene(signed, "planetary-computer")
    item["assets"]["B04"]["href"] = href
    url = serve_item(signed, "planetary-computer", item)
    with pytest.raises((CatalogueError, BandsError, NetworkError)):
        load(tmp_path, [url], bands=("B04",))
    assert not list(tmp_path.glob("*"))


def test_copernicus_without_an_https_address_is_one_clear_sentence(host, tmp_path):
    item = put_scene(host, "copernicus")
    for asset in item["assets"].values():
        asset.pop("alternate", None)
    url = serve_item(host, "copernicus", item)
    with pytest.raises(CatalogueError, match="storage keys"):
        load(tmp_path, [url], bands=("B04",))


def test_a_scene_of_another_mission_is_refused(host, tmp_path):
    item = put_scene(host, "earth-search")
    item["assets"] = {"vv": {"href": f"{host.url}/vv.tif"}}
    with pytest.raises(CatalogueError, match="names no band"):
        load(tmp_path, [serve_item(host, "earth-search", item)])


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault("status", 503), NetworkError),
        (Fault("silent", seconds=2), NetworkError),
        (Fault("truncated", keep=50), NetworkError),
        (Fault("too-long"), NetworkError),
        (Fault("no-ranges"), NetworkError),
        (Fault("status", 403), SignInError),
        (Fault("wrong-part"), NetworkError),
    ],
    ids=lambda value: value.kind if isinstance(value, Fault) else "",
)
def test_a_band_that_fails_ends_in_one_sentence_and_leaves_nothing(signed, tmp_path, fault, kind):
    item = put_scene(signed, "planetary-computer")
    signed.always[f"/sentinel2-l2/{item['id']}/B04.tif"] = fault
    with pytest.raises(kind) as caught:
        load(tmp_path, [address(signed, "planetary-computer", item)])
    assert "127.0.0.1" in caught.value.message and "sig=" not in caught.value.message
    assert not list(tmp_path.glob("*"))


def test_a_band_that_fails_half_way_is_no_image_with_holes(signed, tmp_path):
    item = put_scene(signed, "planetary-computer", bands=("SCL",), size=2048)
    path = f"/sentinel2-l2/{item['id']}/B04.tif"
    signed.files[path] = cog(np.random.default_rng(1).integers(1000, 9000, (2048, 2048)).astype("uint16"), 10)
    signed.faults[path] = [None, None, *[Fault("status", 503)] * 50]
    with pytest.raises(NetworkError):
        load(tmp_path, [address(signed, "planetary-computer", item)], bands=("B04",), extent=None)
    assert not list(tmp_path.glob("*"))


def test_tokens_reach_the_host_and_nothing_else(host, other_host, tmp_path, monkeypatch, caplog):
    """Not logs, results, provenance, the image, the run folder, errors."""
    caplog.set_level(logging.DEBUG)
    work = tmp_path / "work"
    monkeypatch.setenv(WORK_VARIABLE, str(work))
    item = put_scene(host, "copernicus")
    host.allowed = lambda asked: asked.headers.get("Authorization") == "Bearer t0p-s3cret"
    elsewhere = dict(item["assets"]["B02_10m"])
    other_host.files["/B02.jp2"] = host.files[band_path("copernicus", item, "B02")]
    elsewhere["alternate"] = {"https": {"href": f"{other_host.url}/B02.jp2"}}
    item["assets"]["B02_10m"] = elsewhere
    url = serve_item(host, "copernicus", item)
    seen = []
    job = Job(report=lambda progress: seen.append(str(progress)))
    output = tmp_path / "result" / "out.tif"
    request = LoadSentinel2Request(
        (url,), str(output), ("B02", "B04"), extent=WINDOW, headers={"Authorization": "Bearer t0p-s3cret"}
    )
    result = handle(request, job)
    assert other_host.asked and not any("Authorization" in asked.headers for asked in other_host.asked)
    written = [path for path in (tmp_path / "result").rglob("*") if path.is_file()]
    assert len(written) >= 2
    assert not any(b"s3cret" in path.read_bytes() for path in [*written, *(p for p in work.rglob("*") if p.is_file())])
    assert "s3cret" not in json.dumps(to_json(result)) + caplog.text + "".join(seen)
    with pytest.raises(SignInError) as caught:
        handle(LoadSentinel2Request((url,), str(output), headers={"Authorization": "Bearer wr0ng-s3cret"}), Job())
    assert "s3cret" not in caught.value.message + str(caught.value.facts)


@pytest.mark.clock
def test_cancelling_ends_a_load_within_a_second_while_a_host_is_silent(signed, tmp_path, monkeypatch):
    from mining_monitor.engine.imagery.catalogues import patience

    monkeypatch.setattr(patience, "PATIENCE", patience.Patience(read_s=150))
    item = put_scene(signed, "planetary-computer")
    signed.always[f"/sentinel2-l2/{item['id']}/B04.tif"] = Fault("silent", seconds=150)
    job = Job()
    threading.Timer(0.5, job.cancel).start()
    started = time.monotonic()
    request = LoadSentinel2Request((address(signed, "planetary-computer", item),), str(tmp_path / "out.tif"))
    with pytest.raises(CancelledError):
        handle(request, job)
    assert time.monotonic() - started < within(1.5)
    assert not (tmp_path / "out.tif").exists()


def cover(url, **more):
    return handle(SceneCoverRequest(url, **{"extent": WINDOW, **more}), Job())


@pytest.mark.parametrize("kind", ["earth-search", "planetary-computer"])
def test_the_clear_share_is_that_of_the_extent_and_not_of_the_scene(signed, kind):
    scl = np.full((256, 256), 4, "uint8")
    scl[100:, :] = 9  # most of the scene is cloud
    scl[30:50, 50:80] = 8  # rows 60..100 and columns 100..160 of the 10 m grid: 40 x 60 of 90 x 120 pixels
    scl[60:70, 90:110] = 3  # 20 x 40
    rules = MaskRules(cloud_dilation_m=0, shadow_dilation_m=0)
    item = put_scene(signed, kind, cloud=61.0, scl=scl)
    found = cover(address(signed, kind, item), rules=rules)
    assert found.scene_id == item["id"]
    assert found.by_reason["cloud"] == pytest.approx(2400 / 10_800, abs=1e-3)
    assert found.by_reason["shadow"] == pytest.approx(800 / 10_800, abs=1e-3)
    assert found.clear_share == pytest.approx(7600 / 10_800, abs=1e-3)


def test_only_the_window_of_the_classes_is_read(signed):
    item = put_scene(signed, "planetary-computer", bands=(), size=2048)
    scl = np.random.default_rng(0).integers(4, 8, (1024, 1024)).astype("uint8")
    data = cog(scl, 20, block=256)
    path = f"/sentinel2-l2/{item['id']}/SCL.tif"
    signed.files[path] = data
    found = cover(address(signed, "planetary-computer", item))
    assert signed.sent(path) < len(data) / 8
    assert not any(".tif" in p and "SCL" not in p for p in signed.paths())
    assert found.bytes_read == signed.sent()


def test_ground_beyond_the_scene_is_not_observed(signed):
    item = put_scene(signed, "planetary-computer", size=256)
    url = address(signed, "planetary-computer", item)
    found = cover(url, extent=Extent(*square(206, 10, 100, 40), crs=CRS))
    assert (found.clear_share, found.by_reason["nodata"]) == pytest.approx((0.5, 0.5), abs=1e-3)
    with pytest.raises(ExtentError):
        cover(url, extent=Extent(*square(5000, 10, 100, 40), crs=CRS))


def test_a_polygon_of_the_extent_is_what_counts(signed):
    scl = np.full((256, 256), 4, "uint8")
    scl[:, 80:] = 9
    item = put_scene(signed, "planetary-computer", scl=scl)
    west, south, east, north = square(100, 60, 120, 90)
    left = f"POLYGON (({west} {south}, {west} {north}, {west + 300} {north}, {west + 300} {south}, {west} {south}))"
    found = cover(
        address(signed, "planetary-computer", item), extent=Extent(west, south, east, north, CRS, left),
        rules=MaskRules(cloud_dilation_m=0),
    )  # fmt: skip
    assert found.clear_share == pytest.approx(1.0, abs=1e-3)


def test_an_item_knows_where_it_was_found_but_not_how(host):
    item = put_scene(host, "earth-search", applied=False)
    scene = open_item(address(host, "earth-search", item) + "?token=s3cret")
    assert "s3cret" not in repr(scene)
    assert scene.facts["source"] == "earth-search" and scene.path.startswith(host.url)


def test_a_product_name_says_what_properties_do_not(host):
    item = put_scene(host, "earth-search", applied=False)
    item["properties"] = {"datetime": "2024-05-17T14:37:29Z"}
    scene = open_item(serve_item(host, "earth-search", item))
    assert (scene.tile, scene.crs, scene.baseline, scene.satellite) == ("19KEP", CRS, "05.10", "Sentinel-2B")
    assert item["id"] == product_name() and NORTH > 0


def test_a_token_is_not_shown_to_two_hosts(host, other_host, tmp_path):
    one, two = put_scene(host, "earth-search", bands=()), put_scene(other_host, "earth-search", "20240612", bands=())
    urls = [address(host, "earth-search", one), address(other_host, "earth-search", two)]
    with pytest.raises(ParameterError, match="2 hosts"):
        load(tmp_path, urls, headers={"Authorization": "Bearer s3cret"})
    assert host.asked == other_host.asked == []
