"""``value_scaling`` of the Machine Learning Model extension: how pixel values become what a model was trained on.

References
----------
STAC Machine Learning Model extension 1.5, "Value Scaling Object".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

#: Members that each type of scaling needs.
SCALING_MEMBERS: dict[str, tuple[str, ...]] = {
    "min-max": ("minimum", "maximum"),
    "z-score": ("mean", "stddev"),
    "clip": ("minimum", "maximum"),
    "clip-min": ("minimum",),
    "clip-max": ("maximum",),
    "offset": ("value",),
    "scale": ("value",),
    "none": (),
}


@dataclass(frozen=True)
class BandScaling:
    """How the values of one band are scaled; ``type`` is one of ``SCALING_MEMBERS``, ``none`` leaves them alone."""

    type: str
    minimum: float | None = None
    maximum: float | None = None
    mean: float | None = None
    stddev: float | None = None
    value: float | None = None

    def members(self) -> dict[str, float]:
        """Return the members that the type needs."""
        return {name: float(getattr(self, name)) for name in SCALING_MEMBERS[self.type]}


@dataclass(frozen=True)
class Scaler:
    """Scale all bands at once: ``clip((values - offset) / divisor, lowest, highest)``, arrays of shape (band, 1, 1)."""

    offset: npt.NDArray[np.float32]
    divisor: npt.NDArray[np.float32]
    lowest: npt.NDArray[np.float32] | None
    highest: npt.NDArray[np.float32] | None

    def apply(self, values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return scaled values of shape (n, band, row, col); the input stays as it is."""
        scaled = np.subtract(values, self.offset, dtype=np.float32)
        np.divide(scaled, self.divisor, out=scaled)
        if self.lowest is not None:
            np.maximum(scaled, self.lowest, out=scaled)
        if self.highest is not None:
            np.minimum(scaled, self.highest, out=scaled)
        return scaled


def make_scaler(scaling: Sequence[BandScaling], bands: int) -> Scaler | None:
    """Return the scaler of ``bands`` bands, or None when values go in as they are.

    ``scaling`` is empty (nothing), one for all bands, or one a band.
    """
    each = list(scaling) * bands if len(scaling) == 1 else list(scaling)
    if all(one.type == "none" for one in each):
        return None
    steps = np.array([_step(one) for one in each], np.float32).reshape(bands, 4, 1, 1)
    lowest, highest = steps[:, 2], steps[:, 3]
    return Scaler(
        steps[:, 0],
        steps[:, 1],
        lowest if np.isfinite(lowest).any() else None,
        highest if np.isfinite(highest).any() else None,
    )


def _step(scaling: BandScaling) -> tuple[float, float, float, float]:
    """Return offset, divisor, lowest and highest."""
    inf = float("inf")
    given = scaling.members()
    if scaling.type == "min-max":
        return given["minimum"], given["maximum"] - given["minimum"], -inf, inf
    if scaling.type == "z-score":
        return given["mean"], given["stddev"], -inf, inf
    if scaling.type == "offset":
        return given["value"], 1.0, -inf, inf
    if scaling.type == "scale":
        return 0.0, given["value"], -inf, inf
    return 0.0, 1.0, given.get("minimum", -inf), given.get("maximum", inf)
