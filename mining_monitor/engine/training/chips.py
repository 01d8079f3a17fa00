"""Chips for training: cut from scenes at random, often around mines, at random scales."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.training.augmentation import Chip, Codes, randomise_chip
from mining_monitor.engine.training.backgrounds import Picture, fill_square, lend_texture, set_into
from mining_monitor.schema.classes import NOT_OBSERVED

#: Index of ignored pixels in the targets.
IGNORE_INDEX = 255
_MINE_SHARE = 0.88
_SCALES = (0.75, 1.35)
#: Shares of the chips that are plain backgrounds, mines set into one, and scenes with a background's texture.
_PLAIN_SHARE, _SET_SHARE, _TEXTURE_SHARE = 0.12, 0.15, 0.45


@dataclass(frozen=True)
class ChipSource:
    """Scenes in memory to cut chips from.

    Attributes
    ----------
    images : list of ndarray of uint8, shape (3, row, col)
        True colour.
    truths : list of ndarray of uint8, shape (row, col)
        LAMES codes.
    class_codes : tuple of int
        Codes of the model's classes, in order.
    chip_px : int
        Side of a chip.
    backgrounds : list of ndarray of uint8, shape (3, row, col)
        Pictures without mines; may be empty.
    """

    images: list[npt.NDArray[np.uint8]]
    truths: list[Codes]
    class_codes: tuple[int, ...]
    chip_px: int
    backgrounds: list[Picture] = field(default_factory=list)

    def batch(
        self, size: int, rng: np.random.Generator, strength: float = 1.0
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
        """Return randomised images, shape (size, 3, row, col), 0..255, and targets, shape (size, row, col)."""
        pairs = [self.chip(rng, strength) for _ in range(size)]
        targets = [class_targets(codes, self.class_codes) for _, codes in pairs]
        return np.stack([image for image, _ in pairs]), np.stack(targets)

    def chip(self, rng: np.random.Generator, strength: float = 1.0) -> tuple[Chip, Codes]:
        """Return one randomised chip and its codes."""
        kind = float(rng.random()) if self.backgrounds else 1.0
        if kind < _PLAIN_SHARE:
            return randomise_chip(self._background(rng), np.zeros((self.chip_px,) * 2, np.uint8), rng, strength)
        image, truth = self._cut(rng)
        if kind < _PLAIN_SHARE + _SET_SHARE:
            image = lend_texture(set_into(image, truth, self._background(rng)), self._background(rng), rng)
        elif kind < _PLAIN_SHARE + _SET_SHARE + _TEXTURE_SHARE:
            image = lend_texture(image, self._background(rng), rng)
        return randomise_chip(image, truth, rng, strength)

    def _background(self, rng: np.random.Generator) -> Picture:
        return fill_square(self.backgrounds[int(rng.integers(len(self.backgrounds)))], self.chip_px, rng)

    def _cut(self, rng: np.random.Generator) -> tuple[Picture, Codes]:
        """Cut a chip out of a scene at a random place and scale."""
        index = int(rng.integers(len(self.images)))
        image, truth = self.images[index], self.truths[index]
        low, high = np.log(_SCALES)
        scale = float(np.exp(rng.uniform(low, high))) if rng.random() < 0.5 else 1.0
        side = min(round(self.chip_px / scale), *truth.shape)
        row, col = _corner(truth, side, rng)
        part, codes = image[:, row : row + side, col : col + side], truth[row : row + side, col : col + side]
        return resize(part, codes, self.chip_px)


def _corner(truth: Codes, side: int, rng: np.random.Generator) -> tuple[int, int]:
    """Return the upper left pixel of a chip; mostly one that holds a randomly chosen class of the scene."""
    rows, cols = truth.shape
    if rng.random() < _MINE_SHARE:
        present = [code for code in np.unique(truth) if code not in (0, NOT_OBSERVED)]
        if present:
            hits = np.flatnonzero(truth == present[int(rng.integers(len(present)))])
            row, col = divmod(int(hits[int(rng.integers(len(hits)))]), cols)
            row, col = row - int(rng.integers(side)), col - int(rng.integers(side))
            return min(max(row, 0), rows - side), min(max(col, 0), cols - side)
    return int(rng.integers(rows - side + 1)), int(rng.integers(cols - side + 1))


def resize(image: npt.NDArray[np.uint8], truth: Codes, side: int) -> tuple[npt.NDArray[np.uint8], Codes]:
    """Return image (bilinear) and truth (nearest) at another size; square."""
    old = truth.shape[0]
    if old == side:
        return image, truth
    position = np.clip((np.arange(side) + 0.5) * old / side - 0.5, 0, old - 1)
    base = np.minimum(position.astype(np.int64), old - 2)
    share = (position - base).astype(np.float32)
    rows = image[:, base] * (1 - share)[None, :, None] + image[:, base + 1] * share[None, :, None]
    both = rows[:, :, base] * (1 - share) + rows[:, :, base + 1] * share
    nearest = np.minimum(((np.arange(side) + 0.5) * old / side).astype(np.int64), old - 1)
    return np.rint(both).astype(np.uint8), truth[np.ix_(nearest, nearest)]


def class_targets(codes: Codes, class_codes: tuple[int, ...]) -> npt.NDArray[np.int64]:
    """Return class indices of LAMES codes; codes that the model does not know are ignored."""
    table = np.full(256, IGNORE_INDEX, np.int64)
    table[list(class_codes)] = np.arange(len(class_codes))
    return table[codes]
