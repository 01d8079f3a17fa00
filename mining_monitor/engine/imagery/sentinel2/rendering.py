"""Numbers to what is stored: as they are, reflectance, or 8-bit true colour by the one recipe (DOMAIN 2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.errors import ParameterError
from mining_monitor.engine.imagery.radiometry import true_colour
from mining_monitor.engine.imagery.sentinel2.cog import Layout
from mining_monitor.engine.imagery.sentinel2.numbers import SATURATED, Numbers
from mining_monitor.engine.imagery.sentinel2.sources import TRUE_COLOUR, band_name

RENDERINGS = ("dn", "reflectance", "true-colour", "tci")

DEFAULT_BANDS = ("B02", "B03", "B04", "B08")

#: Red, green, blue.
COLOUR_BANDS = ("B04", "B03", "B02")


def wanted_bands(bands: Sequence[str], rendering: str) -> tuple[str, ...]:
    """Return the bands to read; the picture renderings have their own.

    Raises
    ------
    ParameterError
        The rendering or a band is unknown, or a band is named twice.
    """
    if rendering not in RENDERINGS:
        raise ParameterError(
            f"RENDERING is '{rendering[:40]}'; it must be one of {', '.join(RENDERINGS)}.", name="RENDERING"
        )
    if rendering in ("true-colour", "tci"):
        if bands and tuple(band_name(band) for band in bands) != COLOUR_BANDS:
            raise ParameterError(
                f"A {rendering} picture is made of B04, B03 and B02. Leave BANDS empty or choose another rendering.",
                name="BANDS",
            )
        return COLOUR_BANDS
    names = tuple(band_name(band) for band in bands) or DEFAULT_BANDS
    if len(set(names)) < len(names):
        raise ParameterError(f"BANDS names a band twice: {', '.join(names)}.", name="BANDS")
    if TRUE_COLOUR in names:
        raise ParameterError("TCI is no band but a picture of three: choose the rendering 'tci'.", name="BANDS")
    return names


def layout_of(rendering: str, bands: Sequence[str], numbers: Sequence[Numbers], tags: dict[str, str]) -> Layout:
    """Return how an output of a rendering is laid out."""
    names = tuple(bands)
    if rendering == "dn":
        scales = tuple(one.scale_tag for one in numbers)
        return Layout("uint16", 0, names, scales, tuple(one.offset_tag for one in numbers), tags)
    if rendering == "reflectance":
        return Layout("float32", float("nan"), names, tags=tags)
    return Layout("uint8", None, names, tags=tags, has_mask=True, is_colour=True)


def render(
    rendering: str, values: npt.NDArray[np.float32], valid: npt.NDArray[np.bool_], numbers: Sequence[Numbers]
) -> npt.NDArray[Any]:
    """Turn numbers of shape (band, row, col) into what is stored.

    Parameters
    ----------
    rendering : str
        ``dn``: whole numbers from 1 to 65535, 0 = nodata. ``reflectance``: float32, NaN = nodata, neither clipped
        below 0 nor above 1. ``true-colour``: 255 x 2.5 x reflectance, clipped, rounded. ``tci``: bytes as they are.
    valid : ndarray of bool, shape (band, row, col)
    numbers : sequence of Numbers
        How the numbers of each band are meant.
    """
    if rendering == "dn":
        return np.where(valid, np.clip(np.rint(values), 1, SATURATED), 0).astype(np.uint16)
    if rendering == "tci":
        return np.where(valid, np.clip(np.rint(values), 0, 255), 0).astype(np.uint8)
    scales, offsets = [one.scale_tag for one in numbers], [one.offset_tag for one in numbers]
    if rendering == "true-colour":
        colours = true_colour(scales, offsets).apply(values.copy())
        return np.where(valid, np.rint(colours), 0).astype(np.uint8)
    reflectance = values * np.asarray(scales, np.float32)[:, None, None]
    reflectance += np.asarray(offsets, np.float32)[:, None, None]
    return np.where(valid, reflectance, np.float32(np.nan)).astype(np.float32)
