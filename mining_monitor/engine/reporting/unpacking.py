"""Files as the contents that somebody could read from them: archives, compressed streams and encodings undone."""

from __future__ import annotations

import base64
import binascii
import contextlib
import gzip
import html
import io
import re
import urllib.parse
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import rasterio
from rasterio.errors import RasterioError

from mining_monitor.engine.files import is_device
from mining_monitor.engine.monitoring.class_raster import is_raster

#: Larger files are not read as a whole, and archives are not unpacked beyond it.
MOST_BYTES = 256 << 20

#: Archives in archives.
_DEEPEST = 4

_IMAGES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".jp2", ".webp")

_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){20,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{32,}={0,2}")
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_PNG_TEXT = re.compile(rb"(?:zTXt|iTXt).{1,90}?(x[\x01\x5e\x9c\xda].*)", re.DOTALL)
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True)
class Content:
    """Bytes at a place: a file, a member of an archive, a stream in it; ``name`` is that of the file or member."""

    where: str
    name: str
    data: bytes


def contents(path: Path, check: Callable[[], None]) -> Iterator[Content]:
    """Yield the contents of a file, the file itself first.

    Raises
    ------
    OSError
        It cannot be read, or is too large.
    """
    if "\0" in str(path) or is_device(str(path)):
        raise OSError(f"{path} is no file")
    if path.stat().st_size > MOST_BYTES:
        raise OSError(f"{path} is larger than {MOST_BYTES >> 20} MiB")
    yield from _unpacked(Content(str(path), path.name, path.read_bytes()), 0, check)
    if path.suffix.lower() in _IMAGES or is_raster(path.name):
        tags = _image_facts(path)
        if tags:
            yield Content(f"{path} (image header)", path.name, tags.encode("utf-8"))


def _unpacked(content: Content, depth: int, check: Callable[[], None]) -> Iterator[Content]:
    check()
    yield content
    if depth >= _DEEPEST:
        return
    for inner in _inner(content):
        yield from _unpacked(inner, depth + 1, check)


def _inner(content: Content) -> Iterator[Content]:
    data = content.data
    if data[:4] == b"PK\x03\x04":
        yield from _members(content)
        return
    if data[:2] == b"\x1f\x8b":
        with contextlib.suppress(OSError, EOFError, zlib.error):
            unpacked = gzip.GzipFile(fileobj=io.BytesIO(data)).read(MOST_BYTES)
            yield Content(f"{content.where} (gzip)", content.name.removesuffix(".gz"), unpacked)
        return
    if data[:5] == b"%PDF-":
        yield from _streams(content, _PDF_STREAM, 0)
    if data[:4] == b"\x89PNG":
        yield from _streams(content, _PNG_TEXT, 1)
    for match in _HEX.finditer(data):
        yield Content(f"{content.where} (hexadecimal)", content.name, binascii.unhexlify(match.group()))
    for match in _BASE64.finditer(data):
        with contextlib.suppress(binascii.Error, ValueError):
            decoded = base64.b64decode(match.group() + b"=" * (-len(match.group()) % 4), validate=True)
            yield Content(f"{content.where} (base64)", content.name, decoded)


def _members(content: Content) -> Iterator[Content]:
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            for info in archive.infolist():
                if info.is_dir() or info.file_size > left:
                    continue
                left -= info.file_size
                data = archive.read(info)
                yield Content(f"{content.where}/{info.filename}", info.filename, data)
            if archive.comment:
                yield Content(f"{content.where} (comment)", content.name, archive.comment)
    except (zipfile.BadZipFile, RuntimeError, zlib.error, EOFError, NotImplementedError):
        return


def _streams(content: Content, pattern: re.Pattern[bytes], skip: int) -> Iterator[Content]:
    for match in pattern.finditer(content.data):
        with contextlib.suppress(zlib.error):
            unpacked = zlib.decompressobj().decompress(match.group(1)[skip:], MOST_BYTES)
            yield Content(f"{content.where} (stream)", content.name, unpacked)


def _image_facts(path: Path) -> str:
    """Return corners and tags of an image, EXIF among them, as text."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with rasterio.open(path) as dataset:
                facts = [
                    f"{k}={v}" for space in ("", *dataset.tag_namespaces()) for k, v in dataset.tags(ns=space).items()
                ]
                if not dataset.transform.is_identity:
                    facts.append(" ".join(f"{value:.9f}" for value in dataset.bounds))
                facts += [f"{gcp.x:.9f} {gcp.y:.9f}" for gcp in dataset.gcps[0]]
    except (RasterioError, ValueError):
        return ""
    return "\n".join(facts)


def texts(content: Content) -> Iterator[str]:
    """Yield the readings of some bytes as text: as they are, and with escapes undone."""
    data = content.data
    text = data.decode("utf-8", errors="replace")
    yield text
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (len(data) > 3 and data[1::2].count(0) * 4 > len(data)):
        yield data.decode("utf-16", errors="replace")
    undone = urllib.parse.unquote(html.unescape(_ESCAPED.sub(lambda m: chr(int(m.group(1), 16)), text)))
    if undone != text:
        yield undone
