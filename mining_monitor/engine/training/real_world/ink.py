"""Ink: soft shapes with the colours and the grain of ground, laid over a real picture."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from mining_monitor.engine.training.real_world.samples import Picture

Plane = npt.NDArray[np.float32]
Colour = tuple[int, int, int]
#: A donor's brightest pixels, from this quantile on, lend their colour.
_BRIGHT = 0.85


class Ink:
    """A picture that is being drawn over.

    Parameters
    ----------
    picture : ndarray of uint8, shape (3, row, col)
        What is drawn over; it is copied.
    clear : ndarray of float32, shape (row, col)
        Where ink holds, 0 (nowhere) to 1.
    rng : Generator
        Source of all choices.
    donors : sequence of ndarray of uint8, shape (3, row, col)
        Real pictures of bare ground and mines; half of all colours are theirs, so that colour alone tells nothing.
    """

    def __init__(self, picture: Picture, clear: Plane, rng: np.random.Generator, donors: Sequence[Picture]) -> None:
        self.values: Plane = picture.astype(np.float32)
        self.clear, self.rng, self.donors = clear, rng, donors
        self.covered: Plane = np.zeros(clear.shape, np.float32)

    def axes(self, middle: tuple[float, float]) -> tuple[Plane, Plane]:
        """Return coordinates along and across a random direction, zero in the middle, pixels."""
        rows, cols = np.mgrid[0 : self.clear.shape[0], 0 : self.clear.shape[1]].astype(np.float32)
        angle = self.rng.uniform(0, 2 * np.pi)
        rows, cols = rows - middle[0], cols - middle[1]
        along, across = rows * np.cos(angle) + cols * np.sin(angle), cols * np.cos(angle) - rows * np.sin(angle)
        return np.asarray(along, np.float32), np.asarray(across, np.float32)

    def grain(self, sigma: float) -> Plane:
        """Return smooth noise of mean 0 and spread 1."""
        noise = ndimage.gaussian_filter(self.rng.normal(size=self.clear.shape), sigma, mode="reflect")
        return np.asarray(noise / (noise.std() + 1e-9), np.float32)

    def colour(self, *choices: Colour) -> Plane:
        """Return a colour, shape (3,): one of the choices, varied, or that of a bright pixel of a donor."""
        if self.rng.random() < 0.5:
            donor = self.donors[int(self.rng.integers(len(self.donors)))]
            light = donor.astype(np.float32).mean(axis=0)
            rows, cols = np.nonzero(light >= np.quantile(light, _BRIGHT))
            pick = int(self.rng.integers(rows.size))
            return donor[:, rows[pick], cols[pick]].astype(np.float32)
        chosen = np.array(choices[int(self.rng.integers(len(choices)))], np.float32)
        varied = chosen * np.exp(self.rng.normal(0, 0.15)) + self.rng.normal(0, 8, 3)
        return np.asarray(varied, np.float32)

    def lay(self, alpha: npt.ArrayLike, colour: npt.ArrayLike, rough: float = 6.0) -> None:
        """Lay a colour, or one for each pixel, over the picture; a little of what is below shines through.

        Parameters
        ----------
        alpha : array of float, shape (row, col)
            How much ink, 0..1.
        colour : array of float, shape (3,) or (3, row, col)
            0..255.
        rough : float
            Spread of the ground's grain.
        """
        ink = np.asarray(alpha, np.float32) * self.clear
        tone = np.asarray(colour, np.float32)
        tone = tone.reshape(3, 1, 1) if tone.ndim == 1 else tone
        grain = self.grain(self.rng.uniform(1.5, 5)) * self.rng.uniform(0.3, 1) * rough
        speckle = self.rng.normal(0, self.rng.uniform(0.5, 3), ink.shape)
        below = self.values - self.values.mean(axis=(1, 2), keepdims=True)
        ground = tone + grain + speckle + self.rng.uniform(0, 0.25) * below
        self.values = np.asarray(self.values * (1 - ink) + ground * ink, np.float32)
        self.covered = np.maximum(self.covered, ink)

    def shade(self, alpha: npt.ArrayLike) -> None:
        """Darken by a share, 0..1, as the shadow of a cloud does."""
        self.values = np.asarray(self.values * (1 - np.asarray(alpha, np.float32) * self.clear), np.float32)


def inside(distance: npt.ArrayLike, softness: float) -> Plane:
    """Return 1 where a signed distance is below zero, 0 beyond, with an edge of that many pixels."""
    return np.asarray(np.clip(0.5 - np.asarray(distance) / softness, 0, 1), np.float32)


def box(along: Plane, across: Plane, half_length: float, half_width: float) -> Plane:
    """Return the signed distance to a rectangle around zero."""
    return np.maximum(np.abs(along) - half_length, np.abs(across) - half_width)
