"""Thumbnails: small pictures from strangers, made anew so that only pixels reach the user's folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.errors import RasterioError
from rasterio.io import MemoryFile

from mining_monitor.contract.errors import ImageError, ParameterError
from mining_monitor.contract.scenes import DownloadResult, ThumbnailRequest
from mining_monitor.engine.files import require_place, whole_file
from mining_monitor.engine.imagery.catalogues.addresses import checked_web, shown
from mining_monitor.engine.imagery.catalogues.credentials import credentials_for
from mining_monitor.engine.imagery.catalogues.http import Web
from mining_monitor.engine.imagery.catalogues.signing import Signer
from mining_monitor.engine.progress import Job

#: Most bytes that are fetched, and most pixels that are unpacked, for one picture.
_MOST_BYTES = 16 << 20
_MOST_SOURCE_PX = 40_000_000

#: 256 Ki pixels.
_SIDE_PX = 512

_FORMATS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}
_OUTPUTS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}


def fetch_thumbnail(request: ThumbnailRequest, job: Job) -> DownloadResult:
    """Fetch a thumbnail, at most 512 x 512 pixels.

    Raises
    ------
    NetworkError, SignInError, CatalogueError
    ImageError
        It is no PNG or JPEG picture, or an unreasonable one.
    OutputError, DiskFullError, ParameterError
    """
    output = Path(request.output)
    driver = _OUTPUTS.get(output.suffix.lower())
    if driver is None:
        raise ParameterError(f"OUTPUT ends with '{output.suffix}'; write to .png or .jpg.", name="OUTPUT")
    url = checked_web(request.url, what="The thumbnail")
    require_place(output)
    web = Web(credentials_for(url, request.headers))
    body = web.fetch(Signer(web).sign(url), limit=_MOST_BYTES, headers={"Accept": "image/png, image/jpeg"}).body
    job.check()
    pixels = _unpacked(body, url)
    with whole_file(output) as partial:
        _write(pixels, partial, driver)
        data = partial.read_bytes()
    return DownloadResult(str(output), len(data), hashlib.sha256(data).hexdigest())


def _unpacked(body: bytes, url: str) -> npt.NDArray[np.uint8]:
    """Return a picture as (3, row, col), made small."""
    kind = next((name for magic, name in _FORMATS.items() if body.startswith(magic)), None)
    try:
        if kind is None:
            raise ValueError("it is neither PNG nor JPEG")
        with MemoryFile(body) as memory, memory.open(driver=kind) as dataset:
            width, height = dataset.width, dataset.height
            if width * height > _MOST_SOURCE_PX or dataset.dtypes[0] != "uint8":
                raise ValueError(f"it has {width} x {height} pixels of {dataset.dtypes[0]}")
            factor = max(width / _SIDE_PX, height / _SIDE_PX, 1.0)
            shape = (max(int(height / factor), 1), max(int(width / factor), 1))
            bands = [1, 2, 3] if dataset.count >= 3 else [1, 1, 1]
            pixels: npt.NDArray[np.uint8] = dataset.read(bands, out_shape=(3, *shape))
    except (RasterioError, ValueError, OSError) as error:
        raise ImageError(f"The thumbnail '{shown(url)}' cannot be shown: {error}.", url=shown(url)) from error
    return pixels


def _write(pixels: npt.NDArray[np.uint8], path: Path, driver: str) -> None:
    _, height, width = pixels.shape
    with rasterio.Env(GDAL_PAM_ENABLED="NO"), MemoryFile() as memory:
        with memory.open(driver=driver, width=width, height=height, count=3, dtype="uint8") as dataset:
            dataset.write(pixels)
        path.write_bytes(memory.read())
