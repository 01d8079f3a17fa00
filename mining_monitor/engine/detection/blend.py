"""Overlapping tiles to one band of rows of scores, and its class map (ARCHITECTURE, steps 6 and 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.errors import ModelError
from mining_monitor.engine.detection.tiles import TileLayout
from mining_monitor.schema.classes import NOT_OBSERVED, OTHER

#: A score this little below the threshold still passes: blending in float32 rounds.
_ROUNDING = 1e-6

#: Rows that are reduced at once, so that the intermediate arrays stay in the processor's cache.
_ROWS_AT_ONCE = 16


@dataclass(frozen=True)
class ClassRows:
    """Finished rows of a class map.

    Attributes
    ----------
    row0 : int
        First row.
    codes : ndarray of uint8, shape (row, col)
        LAMES codes 0..9; 255 = not observed.
    confidence : ndarray of float32, shape (row, col)
        Score of the best class, 0..1; NaN = not observed.
    reason : ndarray of uint8, shape (row, col)
        Why a pixel is not observed (``imagery.reader``).
    """

    row0: int
    codes: npt.NDArray[np.uint8]
    confidence: npt.NDArray[np.float32]
    reason: npt.NDArray[np.uint8]


class Blender:
    """Adds weighted scores of tiles and hands out rows when no later tile touches them.

    Weights of a pixel sum to 1 over all tiles, so blended scores are probabilities again without a division. A tile
    that was skipped holds no valid pixel, so what it would have added is never looked at. Memory: classes x tile
    height x raster width x 4 bytes.

    Parameters
    ----------
    tiles : TileLayout
    class_codes : sequence of int
        LAMES code of each score; 255 never wins and is not kept. Scores of classes that share a code are summed:
        a class that is split into three must not lose against one that is whole.
    min_confidence : float
        Pixels whose best score is lower become ``other``.
    """

    def __init__(self, tiles: TileLayout, class_codes: Sequence[int], min_confidence: float) -> None:
        scores_of: dict[int, list[int]] = {}
        for index, code in enumerate(class_codes):
            if code != NOT_OBSERVED:
                scores_of.setdefault(code, []).append(index)
        if not scores_of:
            raise ModelError("The model's card maps every class to 255 (ignore): correct mining_monitor:class_codes.")
        self._scores_of, self._keeps_all = list(scores_of.values()), len(scores_of) == len(class_codes)
        self._codes = np.array(list(scores_of), np.uint8)
        self._tiles, self._min_confidence = tiles, min_confidence
        self._scores = np.zeros((len(scores_of), tiles.tile_height, max(tiles.width, tiles.tile_width)), np.float32)
        self._row_weights, self._col_weights = tiles.row_weights(), tiles.col_weights()

    def add(self, scores: npt.NDArray[np.float32], row: int, cols: Sequence[int]) -> None:
        """Add the scores (tile, class, row, col) of tiles at indices (row, each of cols) of the layout."""
        row_weights = self._row_weights[row]
        row_parts = _parts(row_weights)
        for tile_scores, col in zip(scores, cols):
            kept = tile_scores if self._keeps_all else self._summed(tile_scores)
            start, col_weights = self._tiles.cols[col], self._col_weights[col]
            target = self._scores[:, :, start : start + self._tiles.tile_width]
            for col_part in _parts(col_weights):
                for row_part in row_parts:
                    part = (slice(None), row_part, col_part)
                    weights = np.multiply.outer(row_weights[row_part], col_weights[col_part])
                    if weights.min() == 1:
                        target[part] = kept[part]
                    else:
                        target[part] += kept[part] * weights

    def _summed(self, scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        return np.stack([scores[same].sum(axis=0) if len(same) > 1 else scores[same[0]] for same in self._scores_of])

    def finish(self, row: int, reason: npt.NDArray[np.uint8]) -> ClassRows:
        """Return the rows that tile row ``row`` finishes, and make room for the next.

        Parameters
        ----------
        row : int
            Index of the tile row, in ascending order.
        reason : ndarray of uint8, shape (row, col)
            Of exactly these rows.
        """
        first, last = self._tiles.finished_rows(row)
        count = last - first
        codes = np.empty((count, self._tiles.width), np.uint8)
        confidence = np.empty((count, self._tiles.width), np.float32)
        for begin in range(0, count, _ROWS_AT_ONCE):
            rows = slice(begin, min(begin + _ROWS_AT_ONCE, count))
            self._reduce(rows, codes[rows], confidence[rows])
        unseen = reason != 0
        if unseen.any():
            codes[unseen] = NOT_OBSERVED
            confidence[unseen] = np.nan
        self._shift(count)
        return ClassRows(first, codes, confidence, reason)

    def _reduce(self, rows: slice, codes: npt.NDArray[np.uint8], confidence: npt.NDArray[np.float32]) -> None:
        scores = self._scores[:, rows, : self._tiles.width]
        np.copyto(confidence, scores[0])
        winner = np.zeros(codes.shape, np.uint8)
        for index in range(1, len(scores)):
            np.copyto(winner, np.uint8(index), where=scores[index] > confidence)
            np.maximum(confidence, scores[index], out=confidence)
        np.take(self._codes, winner, out=codes)
        if self._min_confidence > 0:
            np.copyto(codes, np.uint8(OTHER), where=confidence < self._min_confidence - _ROUNDING)

    def _shift(self, count: int) -> None:
        left = self._scores.shape[1] - count
        if left > 0:
            self._scores[:, :left] = self._scores[:, count:].copy()
        self._scores[:, max(left, 0) :] = 0


def _parts(weights: npt.NDArray[np.float32]) -> list[slice]:
    """Cut a side of a tile where its weight begins and ceases to be 1, because no other tile lies there."""
    alone = np.flatnonzero(weights == 1)
    if not len(alone):
        return [slice(0, len(weights))]
    first, last = int(alone[0]), int(alone[-1]) + 1
    parts = [slice(0, first), slice(first, last), slice(last, len(weights))]
    return [part for part in parts if part.start < part.stop]
