"""Spectral indices of an image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Optional, Tuple

from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.results import Notice


@dataclass(frozen=True)
class SpectralIndexResult:
    """An index raster (float32, NaN = not observed) and, when sectors were given, the path of a table by sector."""

    output: str
    table: Optional[str] = None
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class SpectralIndexRequest:
    """Compute a spectral index of an image from reflectance (DOMAIN 3); ``index`` by its usual abbreviation.

    ``valid_mask`` is a raster: where it is 0 or nodata the ground counts as not observed. None: the image's own, as
    in ``DetectRequest``.
    """

    image: str
    index: str
    output: str
    sectors: str = ""
    table: Optional[str] = None
    extent: Optional[Extent] = None
    valid_mask: Optional[str] = None

    TYPE: ClassVar[str] = "spectral-index"
    RESULT: ClassVar[type] = SpectralIndexResult


REQUESTS = (SpectralIndexRequest,)
