"""The sheet that landscape and mine are painted on: heights, colours and truth of one frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mining_monitor.engine.sample_world.frame import CodeArray, FloatArray, Frame, MaskArray
from mining_monitor.engine.sample_world.palette import reflectance, tint_factors


@dataclass(frozen=True)
class Canvas:
    """Arrays of one frame; painters change them in place.

    Attributes
    ----------
    frame : Frame
        Where the points lie.
    bands : tuple of str
        Common names of the colour bands.
    height : ndarray of float32, shape (row, col)
        Ground in metres above the world's datum.
    objects : ndarray of float32, shape (row, col)
        Height of what stands on it (trees, buildings, heaps) in metres.
    albedo : ndarray of float32, shape (band, row, col)
        Reflectance before light and air.
    shine : ndarray of float32, shape (row, col)
        1 where the surface is level water, which the relief does not shade.
    truth : ndarray of uint8, shape (row, col)
        LAMES codes.
    """

    frame: Frame
    bands: tuple[str, ...]
    height: FloatArray
    objects: FloatArray
    albedo: FloatArray
    shine: FloatArray
    truth: CodeArray

    def crop(self, rows: slice, cols: slice) -> Canvas:
        """Return a view of a part; painting it paints the whole."""
        return Canvas(
            self.frame.crop(rows, cols),
            self.bands,
            self.height[rows, cols],
            self.objects[rows, cols],
            self.albedo[:, rows, cols],
            self.shine[rows, cols],
            self.truth[rows, cols],
        )

    def around(self, x: float, y: float, radius_m: float) -> Canvas | None:
        """Return the view of a square around a point, or None when the canvas reaches it by less than two pixels."""
        cols = _span(self.frame.x, x - radius_m, x + radius_m)
        rows = _span(-self.frame.y, -y - radius_m, -y + radius_m)
        if cols.stop - cols.start < 2 or rows.stop - rows.start < 2:
            return None
        return self.crop(rows, cols)

    def material(self, name: str) -> FloatArray:
        """Return a material's colour in this canvas' bands."""
        return reflectance(name, self.bands)

    def tint(self, colour: FloatArray, rng: np.random.Generator, spread: float = 0.12) -> FloatArray:
        """Return a colour changed a little at random (`spread` = relative)."""
        return np.clip(colour * tint_factors(self.bands, rng, spread), 0.005, 0.9).astype(np.float32)

    def blend(self, colour: FloatArray, alpha: FloatArray, tone: FloatArray | None = None) -> None:
        """Cover with a colour; what stood there goes.

        Parameters
        ----------
        colour : ndarray of float32, shape (band,)
            Reflectance.
        alpha : ndarray of float32, shape (row, col)
            Cover, 0..1.
        tone : ndarray of float32, shape (row, col), optional
            Brightness factor of the colour.
        """
        if not alpha.any():
            return
        for index, value in enumerate(colour):
            target = value if tone is None else value * tone
            self.albedo[index] += (target - self.albedo[index]) * alpha
        self.shine[...] *= 1.0 - alpha
        self.objects[...] *= np.maximum(1.0 - 1.5 * alpha, 0.0)

    def flood(self, colour: FloatArray, alpha: FloatArray, tone: FloatArray | None = None) -> None:
        """Cover with water: like `blend`, and level in the light."""
        self.blend(colour, alpha, tone)
        self.smooth(alpha)

    def smooth(self, alpha: FloatArray) -> None:
        """Make the surface level in the light, as far as `alpha` says (pads, beaches of tailings)."""
        np.maximum(self.shine, alpha, out=self.shine)

    def put(self, height_m: FloatArray | float, alpha: FloatArray) -> None:
        """Stand an object of a height on the ground."""
        np.maximum(self.objects, alpha * height_m, out=self.objects)

    def mark(self, inside: MaskArray, code: int) -> None:
        """Write a LAMES code where `inside` is true."""
        self.truth[inside] = code


def _span(axis: np.ndarray, low: float, high: float) -> slice:
    return slice(int(np.searchsorted(axis, low)), int(np.searchsorted(axis, high, side="right")))


def blank_canvas(frame: Frame, bands: tuple[str, ...]) -> Canvas:
    """Return an empty canvas: height 0, black, no class."""
    shape = frame.shape
    return Canvas(
        frame,
        bands,
        np.zeros(shape, np.float32),
        np.zeros(shape, np.float32),
        np.zeros((len(bands), *shape), np.float32),
        np.zeros(shape, np.float32),
        np.zeros(shape, np.uint8),
    )
