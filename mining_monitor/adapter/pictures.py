"""Pictures of map services as RGBA strips: tiles pixel by pixel, everything else as its provider draws it."""

from __future__ import annotations

import contextlib
import logging
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Iterator, List

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsRasterBlock,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtGui import QImage, QPainter

from mining_monitor.adapter import compat
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.pixel_grids import PixelGrid, TileGrid
from mining_monitor.adapter.tile_fetch import TileFetcher
from mining_monitor.contract.errors import CancelledError, OutputError

LOGGER = logging.getLogger(__name__)

#: Side of a block that is asked of a provider at once.
_BLOCK_PIXELS = 1024
#: How often a block is asked for that came back empty, and the pause before, in seconds.
_ATTEMPTS, _PAUSE_S = 3, 0.5
#: Shortest time from one block to the next: a block is a map of a WMS, or some 20 tiles of a WMTS.
_INTERVAL_S = 0.3

#: Order of the bytes of a pixel in Format_RGBA8888, which is that of the bands.
_BANDS = 4


@dataclass(frozen=True)
class Patch:
    """A part of a picture: its place in pixels, and a QImage in Format_RGBA8888."""

    column: int
    row: int
    image: QImage


def blank(width: int, height: int) -> QImage:
    """Return a transparent picture."""
    image = QImage(width, height, QImage.Format.Format_RGBA8888)
    image.fill(0)
    return image


def tile_patches(grid: TileGrid, fetcher: TileFetcher) -> Iterator[Patch]:
    """Yield a picture in strips of one row of tiles each; a tile that is missing stays transparent.

    Raises
    ------
    CancelledError, ImageError
    """
    size = grid.tile_pixels
    first_row, last_row = grid.top // size, (grid.top + grid.height - 1) // size
    first_column, last_column = grid.left // size, (grid.left + grid.width - 1) // size
    for tile_row in range(first_row, last_row + 1):
        top = max(tile_row * size, grid.top)
        bottom = min((tile_row + 1) * size, grid.top + grid.height)
        strip = blank(grid.width, bottom - top)
        painter = QPainter(strip)
        try:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            for tile_column in range(first_column, last_column + 1):
                body = fetcher.tile(grid.zoom, tile_column % 2**grid.zoom, tile_row)
                tile = QImage.fromData(body) if body else QImage()
                if not tile.isNull():
                    tile = tile if tile.width() == size else tile.scaled(size, size)
                    painter.drawImage(tile_column * size - grid.left, tile_row * size - top, tile)
        finally:
            painter.end()
        yield Patch(0, top - grid.top, strip)


def provider_patches(
    provider: Any, grid: PixelGrid, feedback: QgsRasterBlockFeedback, should_cancel: Callable[[], bool]
) -> Iterator[Patch]:
    """Yield a picture in blocks, as a provider draws it; a block with holes is asked for again until they stay.

    Raises
    ------
    CancelledError
    """
    next_at = 0.0
    for row in range(0, grid.height, _BLOCK_PIXELS):
        for column in range(0, grid.width, _BLOCK_PIXELS):
            width, height = min(_BLOCK_PIXELS, grid.width - column), min(_BLOCK_PIXELS, grid.height - row)
            place = _part(grid, column, row, width, height)
            image, holes = blank(width, height), width * height
            for attempt in range(_ATTEMPTS):
                _wait(max(next_at - time.monotonic(), _PAUSE_S * attempt), should_cancel)
                next_at = time.monotonic() + _INTERVAL_S
                image, before = _draw(provider, place, width, height, feedback), holes
                holes = _holes(image)
                is_settled = attempt > 0 and holes == before < width * height  # what is missing is missing there
                if holes == 0 or is_settled:
                    break
            _wait(0.0, should_cancel)
            yield Patch(column, row, image)


def _wait(seconds: float, should_cancel: Callable[[], bool]) -> None:
    """Wait, unless nobody wants the picture any more."""
    until = time.monotonic() + seconds
    while True:
        if should_cancel():
            raise CancelledError(tr("Cancelled."))
        left = until - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(0.05, left))


def _part(grid: PixelGrid, column: int, row: int, width: int, height: int) -> QgsRectangle:
    x_size, y_size = grid.rectangle.width() / grid.width, grid.rectangle.height() / grid.height
    west, north = grid.rectangle.xMinimum() + column * x_size, grid.rectangle.yMaximum() - row * y_size
    return QgsRectangle(west, north - height * y_size, west + width * x_size, north)


def _draw(provider: Any, place: QgsRectangle, width: int, height: int, feedback: QgsRasterBlockFeedback) -> QImage:
    block = provider.block(1, place, width, height, feedback)  # kept: its bytes are not copied (QGIS_NOTES 3)
    if block is None or not block.isValid() or block.isEmpty():
        return blank(width, height)
    image = block.image()
    if image.isNull() or (image.width(), image.height()) != (width, height):
        return blank(width, height)
    return image.convertToFormat(QImage.Format.Format_RGBA8888)


def pixel_bytes(image: QImage) -> bytes:
    """Return the bytes of a picture, row by row without padding."""
    pointer = image.constBits()
    pointer.setsize(image.height() * image.bytesPerLine())
    return bytes(pointer)


def _holes(image: QImage) -> int:
    """Return how many pixels are transparent: ground of which the service has not delivered a picture."""
    return pixel_bytes(image)[3::_BANDS].count(0)


class PictureFile:
    """A GeoTIFF with red, green, blue and alpha that is written patch by patch.

    Raises
    ------
    OutputError
        It cannot be made or written.
    """

    def __init__(self, path: Path, grid: PixelGrid, crs: QgsCoordinateReferenceSystem, options: List[str]) -> None:
        self._path = path
        self.has_pixels = False
        writer = QgsRasterFileWriter(str(path))
        writer.setOutputFormat("GTiff")
        compat.set_creation_options(writer, [*options, "ALPHA=YES", "PHOTOMETRIC=RGB"])
        self._provider = writer.createMultiBandRaster(
            Qgis.DataType.Byte, grid.width, grid.height, grid.rectangle, crs, _BANDS
        )
        made = self._provider
        if made is None or not made.isValid() or not (made.isEditable() or made.setEditable(True)):
            raise self._error()

    def _error(self) -> OutputError:
        return OutputError(tr("The picture could not be written to {}.").format(self._path), path=str(self._path))

    def write(self, patch: Patch) -> None:
        """Write one patch into all bands."""
        body = pixel_bytes(patch.image)
        self.has_pixels = self.has_pixels or bool(body[3::_BANDS].strip(b"\0"))
        for band in range(_BANDS):
            block = QgsRasterBlock(Qgis.DataType.Byte, patch.image.width(), patch.image.height())
            block.setData(QByteArray(body[band::_BANDS]))
            if not self._provider.writeBlock(block, band + 1, patch.column, patch.row):
                raise self._error()

    def close(self) -> None:
        """Bring everything to the disk."""
        provider, self._provider = self._provider, None
        if provider is not None and not provider.setEditable(False):
            raise self._error()

    def discard(self) -> None:
        """Leave nothing half-made."""
        self._provider = None
        with contextlib.suppress(OSError):
            self._path.unlink()
