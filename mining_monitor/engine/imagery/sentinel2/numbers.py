"""Stored numbers of several scenes in one: offset and quantification by band, and how numbers change between them.

Scenes before and after baseline 04.00 differ by 1000: a mosaic of both is written with one offset.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.products import OffsetDecision
from mining_monitor.engine.imagery.sentinel2.sources import BAND_IDS, SourceBand

#: The largest stored number; it stands for "saturated".
SATURATED = 65_535.0


@dataclass(frozen=True)
class Numbers:
    """Reflectance (or another quantity) = (number + ``offset``) / ``quantification``."""

    offset: float
    quantification: float

    @property
    def scale_tag(self) -> float:
        """GDAL's scale: value = number * scale + offset."""
        return 1.0 / self.quantification

    @property
    def offset_tag(self) -> float:
        """GDAL's offset."""
        return self.offset / self.quantification


def numbers_of(band: SourceBand, decision: OffsetDecision) -> Numbers:
    """Return how a band's numbers are meant: what is listed for this very band, where an offset is to be added."""
    if band.name not in BAND_IDS:
        return Numbers(band.offset or 0.0, band.quantification or 1.0)
    offset = 0.0
    if decision.state in ("add", "ambiguous"):
        offset = band.offset or decision.offset
    return Numbers(offset, band.quantification or decision.quantification)


def common_numbers(found: Sequence[Numbers]) -> Numbers:
    """Return numbers that all can be expressed in: their own where they agree, else the lowest offset."""
    if len(set(found)) == 1:
        return found[0]
    quantification = max(one.quantification for one in found)
    return Numbers(min(one.offset_tag for one in found) * quantification, quantification)


def convert_numbers(values: npt.NDArray[np.float32], source: Numbers, target: Numbers) -> npt.NDArray[np.float32]:
    """Express numbers in others; nothing changes where both are the same."""
    if source == target:
        return values
    factor = target.quantification / source.quantification
    return ((values + np.float32(source.offset)) * np.float32(factor) - np.float32(target.offset)).astype(np.float32)
