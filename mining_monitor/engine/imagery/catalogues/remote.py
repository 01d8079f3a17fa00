"""Files on the network that GDAL reads in place: only the parts that a window needs are fetched.

GDAL's own ``/vsicurl/`` takes headers along to other hosts when it is sent on, cannot be cancelled while it waits, and
does not tell what it fetched; so GDAL reads through rasterio's opener, and ``http`` fetches.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from urllib.parse import urlsplit

import rasterio
from rasterio.abc import MultiByteRangeResourceContainer
from rasterio.errors import RasterioError

from mining_monitor.contract.errors import CancelledError, ImageError
from mining_monitor.engine.imagery.catalogues.addresses import checked_web, shown
from mining_monitor.engine.imagery.catalogues.http import Web
from mining_monitor.engine.imagery.catalogues.remote_file import RemoteFile

#: Formats that are read over the network, by how their files begin; others (VRT, for one) may name further files.
_MAGIC = {
    b"II*\0": "GTiff", b"MM\0*": "GTiff", b"II+\0": "GTiff", b"MM\0+": "GTiff",
    b"\0\0\0\x0cjP  ": "JP2OpenJPEG", b"\xff\x4f\xff\x51": "JP2OpenJPEG",
}  # fmt: skip

_READ_OPTIONS = {"GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR", "GDAL_PAM_ENABLED": "NO"}


def driver_of(beginning: bytes) -> str | None:
    """Return GDAL's driver for a file by its first 12 bytes; None for formats that are not read in place."""
    return next((driver for magic, driver in _MAGIC.items() if beginning.startswith(magic)), None)


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
                    f"'{shown(url)}' is no GeoTIFF or JPEG 2000 image that can be read in place. Download it first, "
                    "or load it with 'Load Sentinel-2 scenes' where it is an item of a catalogue.",
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
