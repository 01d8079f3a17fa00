"""Thumbnails are pictures, small ones, and nothing else."""

import numpy as np
import pytest
import rasterio
from rasterio.io import MemoryFile

from mining_monitor.contract.errors import CatalogueError, ImageError, NetworkError, ParameterError
from mining_monitor.contract.scenes import ThumbnailRequest
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")


def picture(driver, width, height, bands=3):
    values = np.broadcast_to(np.array([200, 100, 50, 255], "uint8")[:bands, None, None], (bands, height, width))
    with MemoryFile() as memory:
        with memory.open(driver=driver, width=width, height=height, count=bands, dtype="uint8") as dataset:
            dataset.write(values)
        return memory.read()


def fetch(host, body, output):
    host.files["/t"] = body
    return handle(ThumbnailRequest(f"{host.url}/t", str(output)), Job())


@pytest.mark.parametrize("driver", ["PNG", "JPEG"])
@pytest.mark.parametrize("suffix", [".png", ".jpg"])
@pytest.mark.parametrize(
    ("size", "small"), [((343, 343), (343, 343)), ((1200, 600), (512, 256)), ((1, 1), (1, 1))], ids=str
)
def test_a_picture_is_made_small(host, tmp_path, driver, suffix, size, small):
    output = tmp_path / f"t{suffix}"
    result = fetch(host, picture(driver, *size), output)
    with rasterio.open(output) as dataset:
        assert (dataset.width, dataset.height, dataset.count) == (*small, 3)
        assert np.abs(dataset.read()[:, 0, 0].astype(int) - (200, 100, 50)).max() <= 4
    assert result.size == output.stat().st_size and [p.name for p in tmp_path.iterdir()] == [output.name]


@pytest.mark.parametrize("bands", [1, 2, 4])
def test_grey_and_transparent_pictures_are_pictures(host, tmp_path, bands):
    fetch(host, picture("PNG", 20, 10, bands), tmp_path / "t.png")
    with rasterio.open(tmp_path / "t.png") as dataset:
        assert dataset.read()[:, 0, 0].tolist() == ([200, 100, 50] if bands == 4 else [200, 200, 200])


def huge_png():
    import struct
    import zlib

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<svg onload='alert(1)'/>",
        b"<html>",
        b"II*\0" + b"\0" * 100,
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"\xff\xd8\xff\xe0",
        huge_png(),
    ],
    ids=["empty", "svg", "html", "tiff", "broken png", "broken jpeg", "bomb"],
)
def test_what_is_no_picture_is_one_sentence_and_no_file(host, tmp_path, body):
    with pytest.raises(ImageError, match="cannot be shown"):
        fetch(host, body, tmp_path / "t.png")
    assert not list(tmp_path.iterdir())


def test_a_picture_of_many_bytes_is_left(host, tmp_path):
    with pytest.raises(NetworkError, match="more than"):
        fetch(host, b"\xff\xd8\xff" + b"x" * (17 << 20), tmp_path / "t.png")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "s3://x/y", "data:image/png;base64,x"])
def test_only_web_addresses_are_fetched(tmp_path, url):
    with pytest.raises(CatalogueError):
        handle(ThumbnailRequest(url, str(tmp_path / "t.png")), Job())


def test_another_kind_of_file_is_not_written(host, tmp_path):
    with pytest.raises(ParameterError):
        fetch(host, picture("PNG", 9, 9), tmp_path / "t.svg")
