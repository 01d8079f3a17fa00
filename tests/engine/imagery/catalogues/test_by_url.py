"""A cloud-optimised GeoTIFF is an image by its URL: described, detected on, with one sentence where the host fails."""

import dataclasses
import sqlite3
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.transform import from_origin

from mining_monitor.contract.errors import CancelledError, ImageError, MiningMonitorError, NetworkError, SignInError
from mining_monitor.contract.imagery import Extent, ImageRef
from mining_monitor.contract.requests import DescribeImageRequest, DetectRequest
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.source import open_image
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.models.installed import list_models
from mining_monitor.engine.progress import Job
from tests.clock import within
from tests.engine.imagery.catalogues.catalogues import put_scene, serve_item
from tests.engine.imagery.catalogues.hosts import Fault
from tests.engine.imagery.catalogues.scene_files import CRS, band_values, cog, square


@pytest.fixture
def url(host):
    values = np.stack([band_values(band, 600) for band in ("B04", "B03", "B02")])
    host.files["/scene.tif"] = cog(values, 10)
    return f"{host.url}/scene.tif"


@pytest.mark.parametrize("prefix", ["", "/vsicurl/"])
def test_an_image_on_the_network_is_described(url, host, prefix):
    found = handle(DescribeImageRequest(ImageRef(f"{prefix}{url}?sig=s3cret")), Job())
    assert (found.width, found.height, found.crs, len(found.bands)) == (600, 600, CRS, 3)
    assert found.gsd_m == pytest.approx((10, 10), rel=1e-3)
    assert host.sent() < len(host.files["/scene.tif"]) / 2


def test_windows_are_the_files(url):
    with open_image(ImageRef(url)) as image:
        pixels = image.read([3, 1], Window(100, 50, 40, 30))
    assert np.array_equal(pixels.values[0], band_values("B02", 600)[50:80, 100:140])
    assert np.array_equal(pixels.values[1], band_values("B04", 600)[50:80, 100:140])


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault("status", 404), NetworkError),
        (Fault("status", 503), NetworkError),
        (Fault("silent", seconds=1), NetworkError),
        (Fault("no-ranges"), NetworkError),
        (Fault("status", 401), SignInError),
        (Fault("truncated", keep=9), NetworkError),
    ],
    ids=lambda value: f"{value.kind}-{value.status}" if isinstance(value, Fault) else "",
)
@pytest.mark.parametrize("at", ["opening", "reading"])
def test_a_host_that_fails_is_one_sentence(url, host, fault, kind, at):
    if at == "opening":
        host.always["/scene.tif"] = fault
    with pytest.raises(kind) as caught, open_image(ImageRef(f"{url}?sig=s3cret")) as image:
        host.always["/scene.tif"] = fault
        image.read([1], Window(0, 0, 600, 600))
    assert "127.0.0.1" in caught.value.message and "s3cret" not in caught.value.message + str(caught.value.facts)


def test_what_is_no_image_is_one_sentence(host):
    host.files["/page"] = b"<html></html>"
    with pytest.raises(ImageError, match="no GeoTIFF"):
        open_image(ImageRef(f"{host.url}/page"))


def test_an_item_of_a_catalogue_is_no_image_and_the_sentence_says_how_it_becomes_one(host):
    item = serve_item(host, "earth-search", put_scene(host, "earth-search", size=64))
    with pytest.raises(ImageError, match="load it with 'Load Sentinel-2 scenes' where it is an item"):
        handle(DescribeImageRequest(ImageRef(item)), Job())


def test_detect_runs_on_a_url_and_keeps_its_secret(url, host, tmp_path):
    if not list_models().models:
        pytest.skip("no model is installed")
    project = tmp_path / "sectors.gpkg"
    extent = Extent(*square(100, 100, 128, 128), crs=CRS)
    request = DetectRequest(ImageRef(f"{url}?sig=s3cret"), extent=extent, output=str(project))
    result = handle(request, Job())
    assert result.tiles >= 1 and project.exists()
    assert b"s3cret" not in project.read_bytes()
    with sqlite3.connect(project) as database:
        (stored,) = database.execute("select request from runs").fetchone()
    assert url in stored


@pytest.mark.parametrize("kind", ["describe", "detect"])
@pytest.mark.clock
def test_cancelling_ends_it_within_a_second_while_the_host_is_silent(url, host, tmp_path, kind):
    if kind == "detect" and not list_models().models:
        pytest.skip("no model is installed")
    host.always["/scene.tif"] = Fault("silent", seconds=150)
    image = ImageRef(url)
    request = (
        DescribeImageRequest(image) if kind == "describe" else DetectRequest(image, output=str(tmp_path / "s.gpkg"))
    )
    job = Job()
    threading.Timer(0.5, job.cancel).start()
    started = time.monotonic()
    with pytest.raises(CancelledError):
        handle(request, job)
    assert time.monotonic() - started < within(1.5) and not list(tmp_path.iterdir())


def raster(**more):
    fields = {
        "driver": "GTiff", "width": 40, "height": 30, "count": 3, "dtype": "uint16", "crs": CRS,
        "transform": from_origin(5e5, 7.4e6, 10, 10),
    }  # fmt: skip
    profile = {**fields, **{name: value for name, value in more.items() if name != "fill"}}
    values = np.full((profile["count"], profile["height"], profile["width"]), more.get("fill", 1500), profile["dtype"])
    with rasterio.MemoryFile() as memory:
        with memory.open(**profile) as dataset:
            dataset.write(values)
        return memory.read()


ODD = {
    "without a CRS": {"crs": None},
    "in degrees": {"crs": "EPSG:4326", "transform": from_origin(-69, -23, 1e-4, 1e-4)},
    "rotated": {"transform": Affine(7, 7, 5e5, 7, -7, 7.4e6)},
    "south-up": {"transform": Affine(10, 0, 5e5, 0, 10, 7.3e6)},
    "all NaN": {"dtype": "float32", "fill": np.nan},
    "all nodata": {"nodata": 0, "fill": 0},
    "one pixel": {"width": 1, "height": 1},
    "sixteen bands": {"count": 16},
    "striped": {"compress": "lzw", "blockysize": 1},
    "complex": {"dtype": "complex64"},
    "without a position": {"transform": Affine.identity(), "crs": None},
}


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("name", ODD)
def test_an_odd_image_is_the_same_by_its_url_as_on_the_disk(host, tmp_path, name):
    data = raster(**ODD[name])
    path = tmp_path / "odd.tif"
    path.write_bytes(data)
    host.files["/odd.tif"] = data
    found = []
    for place in (str(path), f"{host.url}/odd.tif"):
        try:
            with open_image(ImageRef(place, name="odd")) as image:
                pixels = image.read([1], Window(0, 0, image.grid.width, image.grid.height))
                said = image.describe()
            found.append((dataclasses.replace(said, path=""), pixels.values.tobytes(), pixels.valid.tolist()))
        except MiningMonitorError as error:
            found.append((error.code, error.message))
    assert found[0] == found[1]


CHIPS = sorted((Path(__file__).parents[5] / "shared" / "data" / "sentinel2_chips").glob("*.tif"))[:3]


@pytest.mark.skipif(not CHIPS, reason="the data folder is not here")
def test_real_chips_are_the_same_by_their_url(host):
    for chip in CHIPS:
        host.files[f"/{chip.name}"] = chip.read_bytes()
        window, bands = Window(30, 40, 200, 100), list(range(1, 13))
        with open_image(ImageRef(str(chip))) as local, open_image(ImageRef(f"{host.url}/{chip.name}")) as remote:
            assert remote.describe().roles == local.describe().roles
            assert np.array_equal(remote.read(bands, window).values, local.read(bands, window).values)
