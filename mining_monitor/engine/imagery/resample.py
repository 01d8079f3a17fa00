"""Resampling that knows what is valid: area average to coarser pixels, bilinear to finer ones, in numpy alone.

Each output pixel depends on the image only, never on the band of rows it is computed with, so results do not change
with tile size or memory.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

#: Share of a pixel's weight that must be valid for the pixel to count as observed.
MAJORITY = 0.5


@dataclass(frozen=True)
class Axis:
    """Weights that turn ``source`` pixels of one axis into ``target`` pixels over the same extent.

    Attributes
    ----------
    source, target : int
        Number of pixels before and after.
    weights : scipy.sparse.csr_array of float32, shape (target, source)
        Rows sum to 1: shares of overlap when pixels get coarser, distances between centres when they get finer.
    """

    source: int
    target: int
    weights: sparse.csr_array

    @property
    def is_identity(self) -> bool:
        """Whether nothing changes."""
        return self.source == self.target

    def needs(self, first: int, last: int) -> tuple[int, int]:
        """Return the source pixels, as a half-open range, that target pixels first..last (half-open) draw on."""
        columns = self.weights.indices[self.weights.indptr[first] : self.weights.indptr[last]]
        return int(columns.min()), int(columns.max()) + 1

    def part(self, first: int, last: int, begin: int, end: int) -> sparse.csr_array:
        """Return the weights of target pixels first..last on source pixels begin..end (both half-open)."""
        return self.weights[first:last, begin:end]


def axis(source: int, target: int) -> Axis:
    """Return the weights between two pixel counts over the same extent."""
    ratio = source / target
    rows = np.arange(target)
    if target < source:
        lows, highs = rows * ratio, (rows + 1) * ratio
        begin = np.floor(lows + 1e-9).astype(np.int64)
        counts = np.minimum(np.ceil(highs - 1e-9).astype(np.int64), source) - begin
        owners = np.repeat(rows, counts)
        pixels = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(begin, counts)
        shares = np.minimum(pixels + 1, highs[owners]) - np.maximum(pixels, lows[owners])
    else:
        centres = np.clip((rows + 0.5) * ratio - 0.5, 0, source - 1)
        lower = np.minimum(np.floor(centres).astype(np.int64), max(source - 2, 0))
        upper = np.minimum(lower + 1, source - 1)
        owners, pixels = np.concatenate([rows, rows]), np.concatenate([lower, upper])
        shares = np.concatenate([1 - (centres - lower), centres - lower])
    weights = sparse.csr_array((shares, (owners, pixels)), shape=(target, source), dtype=np.float64)
    weights.eliminate_zeros()
    weights = sparse.diags_array(1 / weights.sum(axis=1)) @ weights
    return Axis(source, target, sparse.csr_array(weights, dtype=np.float32))


def resample(
    values: npt.NDArray[np.float32], valid: npt.NDArray[np.bool_], rows: sparse.csr_array, cols: sparse.csr_array
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
    """Resample values of shape (band, row, col) with their valid mask.

    Invalid pixels have no weight, so they never bleed into valid ones; a target pixel is valid where valid pixels
    hold at least half of its weight.

    Returns
    -------
    values : ndarray of float32, shape (band, target row, target col)
    valid : ndarray of bool, shape (target row, target col)
    """
    share = _apply(valid.astype(np.float32), rows, cols)
    is_whole = bool(valid.all())
    safe = np.maximum(share, 1e-6)
    out = np.empty((len(values), *share.shape), np.float32)
    for band, target in zip(values, out):
        target[:] = _apply(band if is_whole else np.where(valid, band, np.float32(0)), rows, cols)
        if not is_whole:
            target /= safe
    return out, share >= MAJORITY - 1e-6


def _apply(plane: npt.NDArray[np.float32], rows: sparse.csr_array, cols: sparse.csr_array) -> npt.NDArray[np.float32]:
    fewer_rows = rows @ plane
    return np.asarray((cols @ fewer_rows.T).T, np.float32)
