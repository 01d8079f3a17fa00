"""Raw numbers to what a model wants: raw, reflectance, or 8-bit true colour (CONTRACT 4 ``value_range``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.results import Notice
from mining_monitor.engine.imagery.bands import BandInfo
from mining_monitor.engine.imagery.source import RasterImage

ValueRange = Literal["dn", "reflectance", "rgb-8bit"]

#: Quantification of Sentinel-2 and most 16-bit reflectance products (DOMAIN 2.2).
QUANTIFICATION = 10_000.0

#: True colour of Sentinel Hub and of the LAMES patches: 255 * 2.5 * reflectance (DOMAIN 2.5).
TRUE_COLOUR_GAIN = 255 * 2.5

#: Numbers that begin above this still hold the offset of baseline 04.00 (DOMAIN 2.3: below 1000 is negative then).
SUSPICIOUS_DARKEST = 1000.0

#: Floats above this are no reflectance: bright targets exceed 1 a little, never by much (DOMAIN 2.2).
_BRIGHTEST = 3.0


@dataclass(frozen=True)
class Conversion:
    """A linear change of numbers, band by band, with an optional clip to 0..255.

    Attributes
    ----------
    gain, offset : tuple of float
        ``value * gain + offset``, in the order of the bands that are read.
    is_clipped : bool
        Whether the outcome is clipped to 0..255.
    """

    gain: tuple[float, ...]
    offset: tuple[float, ...]
    is_clipped: bool = False

    def apply(self, values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Convert values of shape (band, row, col) in place and return them."""
        if any(gain != 1 for gain in self.gain):
            values *= np.asarray(self.gain, np.float32)[:, None, None]
        if any(self.offset):
            values += np.asarray(self.offset, np.float32)[:, None, None]
        if self.is_clipped:
            np.clip(values, 0, 255, out=values)
        return values


def conversion_for(
    image: RasterImage, indexes: Sequence[int], value_range: ValueRange
) -> tuple[Conversion, tuple[Notice, ...]]:
    """Return how numbers of the bands become ``value_range``, and what the user should know of it.

    ``dn`` leaves the numbers alone. ``reflectance`` applies scale and offset tags; without tags, whole numbers of
    16 bits and more are divided by 10,000, bytes are taken for true colour (255 * 2.5 * reflectance) and floats for
    reflectance. ``rgb-8bit`` leaves bytes alone and renders everything else from its reflectance.
    """
    bands = [image.bands[index - 1] for index in indexes]
    nothing = Conversion((1.0,) * len(bands), (0.0,) * len(bands))
    if value_range == "dn":
        return nothing, ()
    if value_range == "rgb-8bit" and all(_is_picture(band) for band in bands):
        return nothing, ()
    gains, offsets, notices = _reflectance(image, bands)
    if value_range == "reflectance":
        return Conversion(gains, offsets), notices
    if _holds_bytes(image, bands):
        return Conversion(nothing.gain, nothing.offset, is_clipped=True), (_bytes_notice(image),)
    return true_colour(gains, offsets), (*notices, _rendered_notice(image, bands))


def true_colour(gains: Sequence[float], offsets: Sequence[float]) -> Conversion:
    """Return the one way from numbers to 8-bit true colour: 255 x 2.5 x (number x gain + offset), clipped to 0..255."""
    return Conversion(
        tuple(gain * TRUE_COLOUR_GAIN for gain in gains), tuple(offset * TRUE_COLOUR_GAIN for offset in offsets), True
    )


def _is_picture(band: BandInfo) -> bool:
    return band.dtype == "uint8" and not _has_tags(band)


def _has_tags(band: BandInfo) -> bool:
    return band.scale != 1 or band.offset != 0


def _holds_bytes(image: RasterImage, bands: Sequence[BandInfo]) -> bool:
    """Tell whether wide numbers hold bytes: whole, none above 255, most above what dark reflectance would give."""
    if any(_has_tags(band) for band in bands):
        return False
    values = image.peek([band.index for band in bands])
    if values.size == 0 or values.min() < 0 or values.max() > 255:
        return False
    is_float = all(np.issubdtype(np.dtype(band.dtype), np.floating) for band in bands)
    return bool(values.max() > _BRIGHTEST) if is_float else True


def _reflectance(
    image: RasterImage, bands: Sequence[BandInfo]
) -> tuple[tuple[float, ...], tuple[float, ...], tuple[Notice, ...]]:
    if any(_has_tags(band) for band in bands):
        return tuple(band.scale for band in bands), tuple(band.offset for band in bands), ()
    zeros = (0.0,) * len(bands)
    kinds = {np.dtype(band.dtype) for band in bands}
    if all(np.issubdtype(kind, np.floating) for kind in kinds):
        return (1.0,) * len(bands), zeros, _unlike_reflectance(image, bands)
    if kinds == {np.dtype("uint8")}:
        notice = Notice(
            "reflectance-from-bytes",
            f"'{image.name}' has 8-bit values; reflectance was taken as value / 637.5, the true-colour rule. "
            "A model for reflectance does better on the original bands.",
            {"image": image.name, "divisor": TRUE_COLOUR_GAIN},
        )
        return (1 / TRUE_COLOUR_GAIN,) * len(bands), zeros, (notice,)
    darkest = _darkest(image, bands)
    suspicion = (
        f" Its numbers begin at {darkest:,.0f}, so the offset is likely still in them: load the scene again with it."
        if darkest >= SUSPICIOUS_DARKEST
        else ""
    )
    notice = Notice(
        "reflectance-assumed",
        f"'{image.name}' has no scale tags; reflectance was taken as value / 10,000 without an offset. "
        f"Sentinel-2 scenes of baseline 04.00 and later need -1,000 first.{suspicion}",
        {"image": image.name, "divisor": QUANTIFICATION, "darkest": darkest},
    )
    return (1 / QUANTIFICATION,) * len(bands), zeros, (notice,)


def _darkest(image: RasterImage, bands: Sequence[BandInfo]) -> float:
    """Return where the numbers begin (0.1 %), the lowest of the bands; 0 where nothing is valid."""
    values = image.peek([band.index for band in bands])
    return float(np.quantile(values, 0.001, axis=1).min()) if values.size else 0.0


def _unlike_reflectance(image: RasterImage, bands: Sequence[BandInfo]) -> tuple[Notice, ...]:
    values = image.peek([band.index for band in bands])
    high = float(np.percentile(values, 99)) if values.size else 0.0
    if high <= _BRIGHTEST:
        return ()
    return (
        Notice(
            "values-unlike-reflectance",
            f"'{image.name}' should hold reflectance (0 to about 1), but 1 % of its values are above {high:.4g}. "
            "Set scale tags on the image.",
            {"image": image.name, "p99": high},
        ),
    )


def _bytes_notice(image: RasterImage) -> Notice:
    return Notice(
        "bytes-assumed",
        f"'{image.name}' has wide numbers that lie within 0 to 255; they were taken for 8-bit true colour as they are.",
        {"image": image.name},
    )


def _rendered_notice(image: RasterImage, bands: Sequence[BandInfo]) -> Notice:
    return Notice(
        "rendered-true-colour",
        f"'{image.name}' has {bands[0].dtype} values; the model wants 8-bit true colour, so they were rendered as "
        "255 x 2.5 x reflectance, clipped to 0..255.",
        {"image": image.name, "dtype": bands[0].dtype, "gain": TRUE_COLOUR_GAIN},
    )
