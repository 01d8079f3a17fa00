"""Where tiles lie: a regular lattice, the last row and column shifted inside; weights that sum to 1 over a pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.models.segmenter import Segmenter

#: Largest overlap as a share of the tile (CONTRACT 4).
LARGEST_OVERLAP = 0.75

#: Side of a tile when the model takes any: fewer calls and less overlap than 256 at a memory that stays small.
FREE_TILE = 512

#: Bytes that the scores of a band of rows may take; smaller free tiles are chosen on wide rasters.
SCORE_BYTES = 224 * 1024 * 1024


@dataclass(frozen=True)
class TileLayout:
    """Tiles over a raster.

    Attributes
    ----------
    width, height : int
        The raster.
    tile_width, tile_height : int
        Of every tile; larger than the raster only where the raster is smaller than a tile.
    cols, rows : tuple of int
        First column and row of the tiles, ascending; the first is 0, the last ends with the raster.
    """

    width: int
    height: int
    tile_width: int
    tile_height: int
    cols: tuple[int, ...]
    rows: tuple[int, ...]

    @property
    def count(self) -> int:
        """Number of tiles."""
        return len(self.cols) * len(self.rows)

    def finished_rows(self, index: int) -> tuple[int, int]:
        """Return the raster rows, half-open, that no tile row after ``index`` touches and none before finished."""
        first = self.rows[index]
        is_last = index + 1 == len(self.rows)
        return first, self.height if is_last else self.rows[index + 1]

    def row_weights(self) -> npt.NDArray[np.float32]:
        """Return the blending weights of each row of the tiles of every tile row, shape (tile row, tile_height)."""
        return _weights(self.rows, self.tile_height)

    def col_weights(self) -> npt.NDArray[np.float32]:
        """Return the blending weights of each column of every tile of a tile row, shape (tile, tile_width)."""
        return _weights(self.cols, self.tile_width)


def layout(width: int, height: int, tile: tuple[int, int], overlap: float) -> TileLayout:
    """Lay tiles of (height, width) over a raster so that neighbours share at least ``overlap`` of a tile.

    Tiles are spread evenly: the last one lies inside the raster, and the surplus goes to all overlaps alike.
    """
    tile_height, tile_width = tile
    share = min(max(overlap, 0.0), LARGEST_OVERLAP)
    cols, rows = _starts(width, tile_width, share), _starts(height, tile_height, share)
    return TileLayout(width, height, tile_width, tile_height, cols, rows)


def tile_shape(segmenter: Segmenter, width: int, height: int) -> tuple[int, int]:
    """Return the (height, width) of tiles that suit a model and a raster.

    A model with a size of its own gets it. A free one gets 512, less where the raster is smaller or so wide that the
    scores of a band of rows would not fit ``SCORE_BYTES``; always multiples of ``tile_multiple``.
    """
    if segmenter.tile_size is not None:
        return segmenter.tile_size, segmenter.tile_size
    step = max(segmenter.tile_multiple, 1)
    room = SCORE_BYTES / (4 * max(len(segmenter.class_codes), 1) * width)
    tallest = max(min(FREE_TILE, int(room)), min(FREE_TILE // 2, height))
    return _fitted(height, tallest, step), _fitted(width, FREE_TILE, step)


def _fitted(side: int, largest: int, step: int) -> int:
    if side <= largest:
        return -(-side // step) * step
    return max(largest // step, 1) * step


def _starts(length: int, tile: int, overlap: float) -> tuple[int, ...]:
    if length <= tile:
        return (0,)
    stride = max(tile - int(np.ceil(tile * overlap - 1e-9)), 1)
    steps = -(-(length - tile) // stride)
    return tuple((i * (length - tile)) // steps for i in range(steps + 1))


def _weights(starts: tuple[int, ...], tile: int) -> npt.NDArray[np.float32]:
    """Weigh positions by a raised cosine over the tile, then divide by the sum of all tiles at that position."""
    bell = np.sin(np.pi * (np.arange(tile) + 0.5) / tile) ** 2
    total = np.zeros(starts[-1] + tile)
    for start in starts:
        total[start : start + tile] += bell
    return np.stack([bell / total[start : start + tile] for start in starts]).astype(np.float32)
