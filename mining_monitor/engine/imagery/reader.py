"""Windows of an image on a model's grid: converted, resampled, with the reason why a pixel is not observed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.imagery.extent import ExtentMask
from mining_monitor.engine.imagery.grid import Block, Window
from mining_monitor.engine.imagery.modelgrid import ModelGrid
from mining_monitor.engine.imagery.radiometry import Conversion
from mining_monitor.engine.imagery.resample import axis, resample
from mining_monitor.engine.imagery.source import RasterImage
from mining_monitor.engine.imagery.validmask import ValidMask

#: Values of ``Strip.reason``: why a pixel is not observed; 0 = it is.
OBSERVED, NODATA, MASKED, OUTSIDE = 0, 1, 2, 3

#: Source values that are held at once while resampling, in bytes of float32.
_CHUNK_BYTES = 48 * 1024 * 1024


@dataclass(frozen=True)
class Strip:
    """A band of rows over the full width of the model's grid.

    Attributes
    ----------
    block : Block
        Values in the model's ``value_range`` and their valid mask.
    reason : ndarray of uint8, shape (row, col)
        ``OBSERVED``, ``NODATA``, ``MASKED`` (valid mask) or ``OUTSIDE`` (of the extent's polygon).
    """

    block: Block
    reason: npt.NDArray[np.uint8]


class StripReader:
    """Reads an image on a model's grid, a band of rows at a time; each source row is read about once.

    Parameters
    ----------
    image : RasterImage
        Stays open and belongs to the caller.
    indexes : sequence of int
        Bands, 1-based, in the model's order.
    conversion : Conversion
        From raw numbers to the model's ``value_range``; applied before resampling.
    target : ModelGrid
    inside : ExtentMask
    mask : ValidMask or None
        Belongs to the caller.
    """

    def __init__(
        self,
        image: RasterImage,
        indexes: Sequence[int],
        conversion: Conversion,
        target: ModelGrid,
        *,
        inside: ExtentMask,
        mask: ValidMask | None = None,
    ) -> None:
        self._image, self._indexes, self._conversion = image, list(indexes), conversion
        self._target, self._inside, self._mask = target, inside, mask
        self._rows = axis(target.window.height, target.grid.height)
        self._cols = axis(target.window.width, target.grid.width)
        self._all_cols = self._cols.part(0, target.grid.width, 0, target.window.width)

    def read(self, row0: int, row1: int) -> Strip:
        """Read rows row0..row1 (half-open) of the model's grid.

        Raises
        ------
        ImageError
            The image or the mask is damaged.
        """
        grid = self._target.grid.window(Window(0, row0, self._target.grid.width, row1 - row0))
        values, valid = self._values(row0, row1)
        reason = np.where(valid, np.uint8(OBSERVED), np.uint8(NODATA))
        if self._mask is not None:
            reason[(reason == OBSERVED) & ~self._mask.observed(row0, row1)] = MASKED
        inside = self._inside.inside(row0, row1)
        if inside is not None:
            reason[~inside] = OUTSIDE
        observed = reason == OBSERVED
        if not observed.all():
            values *= observed
        return Strip(Block(values, observed, grid), reason)

    def _values(self, row0: int, row1: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        if self._target.is_native:
            return self._native(row0, row1)
        step = max(int(_CHUNK_BYTES / self._bytes_per_target_row()), 1)
        parts = [self._resampled(first, min(first + step, row1)) for first in range(row0, row1, step)]
        return np.concatenate([part[0] for part in parts], axis=1), np.concatenate([part[1] for part in parts])

    def _bytes_per_target_row(self) -> float:
        rows = max(self._rows.source / self._rows.target, 1.0)
        return rows * self._cols.source * len(self._indexes) * 4

    def _native(self, row0: int, row1: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        window = self._target.window
        pixels = self._image.read(
            self._indexes, Window(window.col_off, window.row_off + row0, window.width, row1 - row0)
        )
        if not pixels.valid.all():
            np.copyto(pixels.values, np.float32(0), where=~pixels.valid)  # NaN times 0 would stay NaN
        return self._conversion.apply(pixels.values), pixels.valid

    def _resampled(self, row0: int, row1: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        begin, end = self._rows.needs(row0, row1)
        values, valid = self._native(begin, end)
        return resample(values, valid, self._rows.part(row0, row1, begin, end), self._all_cols)
