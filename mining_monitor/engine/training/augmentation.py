"""Domain randomisation: a synthetic chip becomes one of the many ways in which a picture may look.

All functions take and return chips of shape (3, row, col), float32, 0..255, and change copies.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from mining_monitor.schema.classes import NOT_OBSERVED

Chip = npt.NDArray[np.float32]
Codes = npt.NDArray[np.uint8]

#: Share of the three channels in the brightness (ITU-R BT.601).
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)[:, None, None]


def randomise_chip(
    image: npt.NDArray[np.uint8], truth: Codes, rng: np.random.Generator, strength: float = 1.0
) -> tuple[Chip, Codes]:
    """Turn, colour, blur and damage a chip at random.

    Parameters
    ----------
    image : ndarray of uint8, shape (3, row, col)
        True colour; square.
    truth : ndarray of uint8, shape (row, col)
        LAMES codes, 255 = ignore.
    rng : Generator
        Source of all choices.
    strength : float
        How far colours go, 0 (as they are) to 1.

    Returns
    -------
    image : ndarray of float32, shape (3, row, col)
        0..255, whole numbers.
    truth : ndarray of uint8, shape (row, col)
        Turned alike; 255 where the picture was emptied.
    """
    turned, codes = turn(image, truth, rng)
    chip = turned.astype(np.float32)
    if rng.random() < 0.35 * strength:
        chip = soften(chip, float(rng.uniform(0.1, 0.6)))
    chip = recolour(chip, rng, strength)
    chip = stretch(chip, rng, strength)
    chip = add_haze(chip, rng, strength)
    if rng.random() < 0.6:
        chip += rng.normal(0.0, float(rng.uniform(0.5, 3.5)) * strength, chip.shape).astype(np.float32)
    if rng.random() < 0.06:
        chip, codes = empty_corner(chip, codes, rng)
    return np.rint(np.clip(chip, 0, 255)).astype(np.float32), codes


def turn(image: npt.NDArray[np.uint8], truth: Codes, rng: np.random.Generator) -> tuple[npt.NDArray[np.uint8], Codes]:
    """Return image and truth in one of the eight orientations of a square."""
    turns = int(rng.integers(4))
    image, truth = np.rot90(image, turns, (1, 2)), np.rot90(truth, turns)
    if rng.random() < 0.5:
        image, truth = image[:, :, ::-1], truth[:, ::-1]
    return image, truth


def soften(chip: Chip, weight: float) -> Chip:
    """Blur with a 3 x 3 kernel; `weight` is a neighbour's share against the middle's 1."""
    padded = np.pad(chip, ((0, 0), (1, 1), (1, 1)), mode="edge")
    rows = padded[:, 1:-1] + weight * (padded[:, :-2] + padded[:, 2:])
    both = rows[:, :, 1:-1] + weight * (rows[:, :, :-2] + rows[:, :, 2:])
    return np.asarray(both / (1 + 2 * weight) ** 2, np.float32)


def recolour(chip: Chip, rng: np.random.Generator, strength: float = 1.0) -> Chip:
    """Change white balance, saturation and, a little, the mixture of the channels."""
    balance = np.exp(rng.normal(0.0, 0.10 * strength, (3, 1, 1))).astype(np.float32)
    luma = (chip * _LUMA).sum(axis=0, keepdims=True)
    saturation = float(rng.uniform(1 - 0.5 * strength, 1 + 0.4 * strength))
    if rng.random() < 0.05 * strength:
        saturation = 0.1
    mixed = luma + (chip - luma) * np.float32(saturation)
    if rng.random() < 0.15 * strength:
        matrix = np.eye(3) + rng.normal(0.0, 0.1, (3, 3))
        mixed = np.einsum("ij,jrc->irc", matrix / matrix.sum(axis=1, keepdims=True), mixed)
    return np.asarray(mixed * balance, np.float32)


def stretch(chip: Chip, rng: np.random.Generator, strength: float = 1.0) -> Chip:
    """Change gain, gamma and contrast; sometimes as a viewer's stretch between two percentiles does."""
    if rng.random() < 0.3 * strength:
        low, high = np.percentile(chip, [rng.uniform(0, 4), rng.uniform(95, 100)])
        share = float(rng.uniform(0.2, 1.0))
        full = (chip - low) * (float(rng.uniform(160, 255)) / max(float(high - low), 8.0))
        chip = np.asarray(chip + (full - chip) * share, np.float32)
    gain, gamma = float(np.exp(rng.normal(0.0, 0.20 * strength))), float(np.exp(rng.normal(0.0, 0.15 * strength)))
    unit = np.clip(chip, 0, None) / np.float32(255)
    return np.asarray(255 * gain * unit**gamma, np.float32)


def add_haze(chip: Chip, rng: np.random.Generator, strength: float = 1.0) -> Chip:
    """Lay bluish haze over the chip: less contrast, more light."""
    if rng.random() < 0.5:
        return chip
    amount = float(rng.uniform(0.0, 0.2 * strength))
    colour = np.array([140, 150, 165], np.float32)[:, None, None] * float(rng.uniform(0.5, 1.2))
    return np.asarray(chip * (1 - amount) + colour * amount, np.float32)


def empty_corner(chip: Chip, truth: Codes, rng: np.random.Generator) -> tuple[Chip, Codes]:
    """Empty the chip beyond a slanting line, as at the edge of a swath; the truth there is ignored."""
    side = truth.shape[0]
    rows, cols = np.mgrid[0:side, 0:side]
    angle = float(rng.uniform(0, 2 * np.pi))
    beyond = (rows - side / 2) * np.sin(angle) + (cols - side / 2) * np.cos(angle) > side * rng.uniform(0.1, 0.45)
    return np.where(beyond, np.float32(0), chip), np.where(beyond, np.uint8(NOT_OBSERVED), truth)
