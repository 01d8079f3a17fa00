"""Windows of files on the network: little is fetched, and what is broken never passes for pixels."""

import threading
from contextlib import suppress
from unittest.mock import patch

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from mining_monitor.contract.errors import ImageError, MiningMonitorError, NetworkError, SignInError
from mining_monitor.engine.imagery.catalogues import remote_file
from mining_monitor.engine.imagery.catalogues.credentials import credentials_for
from mining_monitor.engine.imagery.catalogues.http import Web
from mining_monitor.engine.imagery.catalogues.remote import RemoteImages
from mining_monitor.engine.imagery.catalogues.remote_file import RemoteFile
from tests.engine.imagery.catalogues.hosts import Fault
from tests.engine.imagery.catalogues.scene_files import band_values, cog, jp2

SECRET = {"X-Api-Key": "k3y-s3cret"}


@pytest.fixture(scope="module")
def noise():
    """A band that hardly packs: what goes over the network is what a window weighs."""
    return np.random.default_rng(5).integers(1000, 9000, (2048, 2048)).astype("uint16")


@pytest.fixture(scope="module")
def noise_cog(noise):
    return cog(noise, 10, block=512)


def read(images, url, window=None):
    with images.reading(), images.open(url) as dataset:
        return dataset.read(1, window=window)


@pytest.mark.parametrize(
    "window",
    [Window(512, 512, 1024, 1024), Window(0, 0, 2048, 512), Window(1024, 0, 512, 2048), Window(1536, 1536, 512, 512)],
    ids=str,
)
def test_a_window_costs_little_more_than_it_weighs(host, noise, noise_cog, window):
    host.files["/B04.tif"] = noise_cog
    images = RemoteImages(Web())
    values = read(images, f"{host.url}/B04.tif", window)
    rows, cols = window.toslices()
    assert np.array_equal(values, noise[rows, cols])
    packed = values.nbytes * len(noise_cog) / (noise.nbytes * 4 / 3)  # overviews weigh a third
    assert host.sent() <= 1.3 * packed + 32_768
    assert images.web.bytes_read == host.sent()


def test_a_window_off_the_blocks_costs_the_blocks_that_it_meets(host, noise, noise_cog):
    host.files["/B04.tif"] = noise_cog
    values = read(RemoteImages(Web()), f"{host.url}/B04.tif", Window(700, 700, 600, 600))
    assert np.array_equal(values, noise[700:1300, 700:1300])
    assert host.sent() <= 1.1 * (4 * 512 * 512 * 2) + 32_768


def test_only_the_file_itself_is_asked_for(host, noise_cog):
    host.files["/folder/B04.tif"] = noise_cog
    read(RemoteImages(Web()), f"{host.url}/folder/B04.tif", Window(0, 0, 16, 16))
    assert set(host.paths()) == {"/folder/B04.tif"}
    assert {asked.method for asked in host.asked} == {"GET"}


def test_a_picture_of_the_whole_comes_from_an_overview(host, noise_cog):
    host.files["/B04.tif"] = noise_cog
    images = RemoteImages(Web())
    with images.reading(), images.open(f"{host.url}/B04.tif") as dataset:
        assert dataset.read(1, out_shape=(256, 256)).min() >= 1000
    assert host.sent() < len(noise_cog) / 20


def test_a_second_look_at_the_headers_costs_nothing(host, noise_cog):
    host.files["/B04.tif"] = noise_cog
    images = RemoteImages(Web())
    read(images, f"{host.url}/B04.tif", Window(0, 0, 512, 512))
    before = len(host.asked)
    with images.reading(), images.open(f"{host.url}/B04.tif") as dataset:
        assert dataset.width == 2048
    assert len(host.asked) == before


def test_jpeg_2000_is_read_in_place(host):
    values = band_values("B04", 256)
    host.files["/B04.jp2"] = jp2(values, 10)
    assert np.array_equal(read(RemoteImages(Web()), f"{host.url}/B04.jp2"), values)


def test_threads_read_one_file(host, noise, noise_cog):
    host.files["/B04.tif"] = noise_cog
    images = RemoteImages(Web())
    found = {}

    def part(index):
        with images.reading(), images.open(f"{host.url}/B04.tif") as dataset:
            found[index] = dataset.read(1, window=Window(index * 256, 0, 256, 256))

    threads = [threading.Thread(target=part, args=(index,)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.array_equal(found[i], noise[:256, i * 256 : (i + 1) * 256]) for i in range(4))


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_asked_again_in_the_middle(host, noise, noise_cog, status):
    host.files["/B04.tif"] = noise_cog
    images = RemoteImages(Web())
    with images.reading(), images.open(f"{host.url}/B04.tif") as dataset:
        host.faults["/B04.tif"] = [Fault("status", status, (("Retry-After", "0"),))]
        assert np.array_equal(dataset.read(1, window=Window(0, 0, 512, 512)), noise[:512, :512])


@pytest.mark.parametrize("at", ["start", "middle"])
@pytest.mark.parametrize(
    ("fault", "name"),
    [(Fault("status", 503), "busy"), (Fault("status", 404), "missing"), (Fault("silent", seconds=2), "time-out"),
     (Fault("truncated", keep=500), "truncated"), (Fault("too-long"), "truncated"), (Fault("no-ranges"), "no-ranges"),
     (Fault("wrong-part"), "wrong-part"), (Fault("short-part"), "wrong-part")],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_broken_answer_is_a_sentence_and_never_pixels(host, noise_cog, fault, name, at):
    host.files["/B04.tif"] = noise_cog
    images = RemoteImages(Web())
    with pytest.raises(NetworkError) as caught:
        if at == "start":
            host.always["/B04.tif"] = fault
        with images.reading(), images.open(f"{host.url}/B04.tif?sig=s3cret") as dataset:
            host.always["/B04.tif"] = fault
            dataset.read(1)
    assert caught.value.facts["problem"] == name
    assert "s3cret" not in caught.value.message + str(caught.value.facts)


def test_uncompressed_pixels_of_a_broken_answer_are_not_zeros_that_look_like_nodata(host):
    import io

    buffer = io.BytesIO()
    with rasterio.MemoryFile() as memory:
        with memory.open(
            driver="GTiff", width=512, height=512, count=1, dtype="uint16", tiled=True, blockxsize=256, blockysize=256,
            crs="EPSG:32719", transform=rasterio.transform.from_origin(5e5, 7e6, 10, 10),
        ) as dataset:  # fmt: skip
            dataset.write(np.full((1, 512, 512), 7, "uint16"))
        buffer.write(memory.read())
    host.files["/a.tif"] = buffer.getvalue()
    images = RemoteImages(Web())
    with pytest.raises(NetworkError), images.reading(), images.open(f"{host.url}/a.tif") as dataset:
        host.always["/a.tif"] = Fault("status", 503)
        with suppress(rasterio.errors.RasterioError):
            dataset.read(1)
    with pytest.raises(NetworkError):
        images.check()


def test_a_file_that_is_replaced_while_it_is_read_is_not_mixed(host, noise_cog):
    host.files["/B04.tif"] = noise_cog
    images = RemoteImages(Web())
    replaced = pytest.raises(NetworkError, match="replaced while it was read")
    with replaced, images.reading(), images.open(f"{host.url}/B04.tif") as dataset:
        host.always["/B04.tif"] = Fault("other-etag")
        dataset.read(1)


def test_a_file_that_ends_early_is_told(host, noise_cog):
    host.files["/B04.tif"] = noise_cog[: len(noise_cog) // 2]
    with pytest.raises(NetworkError, match="ends before it is complete"):
        read(RemoteImages(Web()), f"{host.url}/B04.tif")


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>not found</html>", b"II*\0" + b"\xff" * 50_000, b"\x89PNG\r\n\x1a\n" + b"0" * 200,
     b'<VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
     b"<SourceFilename>/etc/hostname</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"],
    ids=["empty", "html", "noise", "png", "vrt"],
)  # fmt: skip
def test_what_is_no_image_is_one_sentence(host, content):
    host.files["/a.tif"] = content
    with pytest.raises((ImageError, NetworkError)) as caught:
        read(RemoteImages(Web()), f"{host.url}/a.tif")
    assert "/a.tif" in caught.value.message


def test_keys_do_not_follow_a_redirect_to_another_host(host, other_host, noise_cog):
    other_host.files["/B04.tif"] = noise_cog
    host.always["/B04.tif"] = Fault("status", 302, (("Location", f"{other_host.url}/B04.tif"),))
    images = RemoteImages(Web(credentials_for(host.url, SECRET)))
    assert read(images, f"{host.url}/B04.tif", Window(0, 0, 600, 600)).min() >= 1000
    assert all(asked.headers.get("X-Api-Key") == "k3y-s3cret" for asked in host.asked)
    assert other_host.asked and not any("X-Api-Key" in asked.headers for asked in other_host.asked)


def test_a_host_that_wants_credentials_says_so(host):
    host.allowed = lambda asked: asked.headers.get("X-Api-Key") == "k3y-s3cret"
    host.files["/B04.tif"] = cog(band_values("B04", 256), 10)
    with pytest.raises(SignInError):
        read(RemoteImages(Web()), f"{host.url}/B04.tif")
    assert read(RemoteImages(Web(credentials_for(host.url, SECRET))), f"{host.url}/B04.tif").shape == (256, 256)


def test_any_failure_is_of_the_kind_that_users_read(host, noise_cog):
    host.files["/B04.tif"] = noise_cog
    images = RemoteImages(Web(), sign=lambda url: 1 / 0)
    with pytest.raises(MiningMonitorError, match="could not be read"):
        read(images, f"{host.url}/B04.tif")


class Shelf:
    """A ``Web`` that has one file and counts what it gives."""

    def __init__(self, data):
        self.data, self.given = data, []

    def fetch_range(self, url, first, size):
        part = self.data[first : first + size]
        self.given.append((first, len(part)))
        return part, len(self.data), "v1"


BYTES = bytes(np.random.default_rng(4).integers(0, 256, 100_000).astype("uint8"))
SPANS = st.tuples(st.integers(0, 100_500), st.integers(0, 70_000))


@settings(deadline=None)
@given(length=st.sampled_from([1, 100, 16_384, 16_385, 100_000]), spans=st.lists(SPANS, max_size=6))
def test_any_part_is_the_files(length, spans):
    file = RemoteFile(Shelf(BYTES[:length]), "https://x.example/a.tif")
    for first, size in spans:
        assert file.read(first, size) == BYTES[:length][first : first + size]
    assert file.size() == length and file.failure is None


@settings(deadline=None)
@given(
    spans=st.lists(st.tuples(st.integers(0, 90_000), st.integers(1, 10_000)), min_size=1, max_size=12),
    largest=st.sampled_from([1, 9_000, 1 << 22]),
)
def test_any_parts_at_once_are_the_files_and_little_more_is_fetched(spans, largest):
    shelf = Shelf(BYTES)
    file = RemoteFile(shelf, "https://x.example/a.tif")
    firsts, sizes = zip(*spans)
    with patch.object(remote_file, "_LARGEST", largest):
        assert file.read_many(firsts, sizes) == [BYTES[first : first + size] for first, size in spans]
    if largest < 1 << 22:  # parts that overlap may be fetched twice then
        return
    covered = np.zeros(len(BYTES), bool)
    for first, size in spans:
        covered[first : first + size] = True
    assert sum(size for _, size in shelf.given) <= covered.sum() + 4096 * len(spans)
