"""Files on the network that GDAL reads in place: only the parts that a window needs are fetched.

GDAL's own ``/vsicurl/`` takes headers along to other hosts when it is sent on, cannot be cancelled while it waits, and
does not tell what it fetched; so GDAL reads through rasterio's opener, and ``http`` fetches.
"""

from __future__ import annotations

import io
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar
from urllib.parse import urlsplit

import rasterio
from rasterio.abc import MultiByteRangeResourceContainer
from rasterio.errors import RasterioError

from mining_monitor.contract.errors import CancelledError, ImageError, MiningMonitorError
from mining_monitor.engine.imagery.catalogues.addresses import checked_web, host_of, shown
from mining_monitor.engine.imagery.catalogues.http import Web
from mining_monitor.engine.imagery.catalogues.problems import network_error

T = TypeVar("T")

#: Formats that are read over the network, by how their files begin; others (VRT, for one) may name further files.
_MAGIC = {
    b"II*\0": "GTiff", b"MM\0*": "GTiff", b"II+\0": "GTiff", b"MM\0+": "GTiff",
    b"\0\0\0\x0cjP  ": "JP2OpenJPEG", b"\xff\x4f\xff\x51": "JP2OpenJPEG",
}  # fmt: skip

#: Headers and directories come in pieces of this size, which are kept; pixels come as they are asked for.
_PIECE = 1 << 14
_PIECES_KEPT = 512

#: Parts that lie closer together are fetched in one go.
_GAP = 1 << 12
_AT_ONCE = 4

_READ_OPTIONS = {"GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR", "GDAL_PAM_ENABLED": "NO"}


class RemoteFile:
    """A file of which parts are fetched; any number of readers.

    A failure stays: what GDAL may have kept of a broken answer must never pass for pixels.

    Attributes
    ----------
    failure : MiningMonitorError or None
        The first one; readers get nothing afterwards.
    """

    def __init__(self, web: Web, url: str, sign: Callable[[str], str] = str) -> None:
        self._web, self._url, self._sign = web, url, sign
        self._pieces: OrderedDict[int, bytes] = OrderedDict()
        self._lock = threading.RLock()
        self._total: int | None = None
        self._validator = ""
        self.failure: MiningMonitorError | None = None

    def size(self) -> int:
        """Return the size of the file in bytes; 0 after a failure."""
        if self._total is None:
            self._guarded(lambda: self._piece(0), b"")
        return self._total or 0

    def read(self, first: int, size: int) -> bytes:
        """Return bytes; fewer at the end of the file, none after a failure."""
        return self._guarded(lambda: self._read(first, size), b"")

    def read_many(self, firsts: Sequence[int], sizes: Sequence[int]) -> list[bytes]:
        """Return several parts, each of its size; zeros after a failure, because GDAL copies that many bytes."""
        nothing: list[bytes] = []
        parts = self._guarded(lambda: self._read_many(firsts, sizes), nothing)
        whole = len(parts) == len(sizes) and all(len(part) == size for part, size in zip(parts, sizes))
        if not whole and self.failure is None:
            self.failure = network_error(
                f"{host_of(self._url)} has a file at '{shown(self._url)}' that ends before it is complete.",
                host_of(self._url), self._url, "truncated",
            )  # fmt: skip
        return parts if whole else [bytes(size) for size in sizes]

    def _guarded(self, fetch: Callable[[], T], nothing: T) -> T:
        """GDAL calls this: nothing may be raised through its frames."""
        if self.failure is not None:
            return nothing
        try:
            return fetch()
        except MiningMonitorError as error:
            self.failure = error
        except Exception as error:
            text = f"'{shown(self._url)}' could not be read ({type(error).__name__}). Try again later."
            self.failure = network_error(text, host_of(self._url), self._url, "unknown")
        return nothing

    def _read(self, first: int, size: int) -> bytes:
        if self._total is not None:
            size = min(size, self._total - first)
        if size <= 0:
            return b""
        if size > _PIECE and self._total is not None:
            return self._fetch(first, size)
        last = first + size - 1
        pieces = [self._piece(number) for number in range(first // _PIECE, last // _PIECE + 1)]
        start = first % _PIECE
        return b"".join(pieces)[start : start + size]

    def _read_many(self, firsts: Sequence[int], sizes: Sequence[int]) -> list[bytes]:
        groups = _grouped(firsts, sizes)
        if len(groups) == 1:
            fetched = [self._fetch(*groups[0])]
        else:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                fetched = list(pool.map(lambda group: self._fetch(*group), groups))
        parts = []
        for first, size in zip(firsts, sizes):
            index = next(i for i, (start, length) in enumerate(groups) if start <= first < start + length)
            offset = first - groups[index][0]
            parts.append(fetched[index][offset : offset + size])
        return parts

    def _piece(self, number: int) -> bytes:
        with self._lock:
            if number not in self._pieces:
                self._pieces[number] = self._fetch(number * _PIECE, _PIECE)
                if len(self._pieces) > _PIECES_KEPT:
                    self._pieces.popitem(last=False)
            self._pieces.move_to_end(number)
            return self._pieces[number]

    def _fetch(self, first: int, size: int) -> bytes:
        data, total, validator = self._web.fetch_range(self._sign(self._url), first, size)
        with self._lock:
            if self._total is None:
                self._total, self._validator = total, validator
        if total != self._total or (validator and self._validator and validator != self._validator):
            text = f"'{shown(self._url)}' was replaced while it was read. Start again."
            raise network_error(text, host_of(self._url), self._url, "changed")
        return data


def driver_of(beginning: bytes) -> str | None:
    """Return GDAL's driver for a file by its first 12 bytes; None for formats that are not read in place."""
    return next((driver for magic, driver in _MAGIC.items() if beginning.startswith(magic)), None)


def _grouped(firsts: Sequence[int], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Return (first, size) of what is fetched in one go, in order."""
    groups: list[tuple[int, int]] = []
    for first, size in sorted(zip(firsts, sizes)):
        if groups and first <= groups[-1][0] + groups[-1][1] + _GAP:
            start = groups[-1][0]
            groups[-1] = (start, max(groups[-1][1], first + size - start))
        else:
            groups.append((first, size))
    return groups


class _Reader(io.RawIOBase):
    """One of GDAL's handles of a remote file."""

    def __init__(self, file: RemoteFile) -> None:
        super().__init__()
        self._file, self._position = file, 0

    def read(self, size: int = -1) -> bytes:
        """Return bytes from the position on."""
        wanted = size if size >= 0 else max(self._file.size() - self._position, 0)
        data = self._file.read(self._position, wanted)
        self._position += len(data)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move the position."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position}.get(whence)
        self._position = max((self._file.size() if base is None else base) + offset, 0)
        return self._position

    def tell(self) -> int:
        """Return the position."""
        return self._position

    def get_byte_ranges(self, offsets: Sequence[int], sizes: Sequence[int]) -> list[bytes]:
        """Return several parts: rasterio asks for these where GDAL knows what a window needs."""
        return self._file.read_many(offsets, sizes)


class _OneFile(MultiByteRangeResourceContainer):  # type: ignore[misc]
    """A folder with one file, for rasterio: no side-car file is looked for on the network."""

    def __init__(self, name: str, file: RemoteFile) -> None:
        self._name, self._file = name, file

    def open(self, path: str, mode: str = "rb", **options: Any) -> _Reader:
        """Open the file."""
        if not self.isfile(path) or "r" not in mode:
            raise FileNotFoundError(path)
        return _Reader(self._file)

    def isfile(self, path: str) -> bool:
        """Tell whether a path is the file's."""
        return path.rsplit("/", 1)[-1] == self._name

    def isdir(self, path: str) -> bool:
        """Tell whether a path is a folder's: none is."""
        return False

    def ls(self, path: str) -> list[str]:
        """Return what is in the folder."""
        return [self._name]

    def mtime(self, path: str) -> int:
        """Return no time."""
        return 0

    def rm(self, path: str) -> None:
        """Refuse."""
        raise PermissionError(path)

    def size(self, path: str) -> int:
        """Return the size of the file in bytes."""
        if not self.isfile(path):
            raise FileNotFoundError(path)
        return self._file.size()


class RemoteImages:
    """Images on the network that one request reads.

    Attributes
    ----------
    web : Web
        Counts the bytes.
    """

    def __init__(self, web: Web, sign: Callable[[str], str] = str) -> None:
        self.web, self._sign = web, sign
        self._files: dict[str, RemoteFile] = {}

    def open(self, url: str) -> Any:
        """Open a GeoTIFF or JPEG 2000 file as a rasterio dataset.

        Raises
        ------
        NetworkError, SignInError, CatalogueError
            It could not be fetched.
        ImageError
            It is no such file.
        """
        file = self._files.get(url) or RemoteFile(self.web, url, self._sign)
        name = re.sub(r"[^A-Za-z0-9._-]", "_", urlsplit(url).path.rsplit("/", 1)[-1])[-100:] or "image"
        driver = driver_of(file.read(0, 12))
        if file.failure is not None:
            raise file.failure
        try:
            if driver is None:
                raise ValueError("another format")
            with rasterio.Env(**_READ_OPTIONS):
                dataset = rasterio.open(name, opener=_OneFile(name, file), driver=driver)
        except (RasterioError, OSError, ValueError):
            if file.failure is None:
                raise ImageError(
                    f"'{shown(url)}' is no GeoTIFF or JPEG 2000 image that can be read in place. Download it first.",
                    url=shown(url),
                ) from None
        if file.failure is not None:
            raise file.failure
        self._files[url] = file
        return dataset

    def check(self) -> None:
        """Raise the first failure of any file: what was read since is not to be trusted."""
        for file in self._files.values():
            if file.failure is not None:
                raise file.failure

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Make a context to read in: it ends with the true reason where a file could not be fetched.

        Raises
        ------
        NetworkError, SignInError, CancelledError
        """
        try:
            with rasterio.Env(**_READ_OPTIONS):
                yield
        except CancelledError:
            raise
        except Exception:
            self.check()
            raise
        self.check()


def open_by_url(url: str) -> tuple[Any, Callable[[], AbstractContextManager[None]]]:
    """Open an image by its URL; returns the dataset, and what makes the context to read it in.

    Raises
    ------
    NetworkError, SignInError, CatalogueError, ImageError
        As ``RemoteImages.open``.
    """
    images = RemoteImages(Web())
    return images.open(checked_web(url, what="The image")), images.reading
