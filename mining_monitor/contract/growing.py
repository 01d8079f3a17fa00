"""Magic select: regions that grow from a click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Tuple

from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.results import Notice


@dataclass(frozen=True)
class GrownStep:
    """One region: its outline (WKT, one polygon in EPSG:4326) and its geodesic area."""

    wkt: str
    area_m2: float


@dataclass(frozen=True)
class GrowRegionResult:
    """Regions round a click, smallest first.

    Attributes
    ----------
    steps : tuple of GrownStep
        Each region holds the one before: the steps of a wheel.
    guess : int
        Index of the region whose border stands out most.
    cell_m : float
        Ground size of what was looked at as one: the image's pixel or several.
    has_scores : bool
        Whether a run's class map had a say.
    """

    steps: Tuple[GrownStep, ...]
    guess: int
    cell_m: float
    has_scores: bool
    seconds: float = 0.0
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class GrowRegionRequest:
    """Grow a region from a click along the edges of an image, and of the last run's class map where there is one.

    Attributes
    ----------
    image : ImageRef
    points : tuple of (float, float)
        Longitude and latitude of the click; further ones belong to the same region.
    radius_m : float
        How far round the points to look; the window is limited in pixels.
    class_raster, confidence_raster : str
        What a run has written (CONTRACT 1); empty: none.
    valid_mask : str
        Raster that is 0 where the image shows no ground (clouds); empty: none.
    """

    image: ImageRef
    points: Tuple[Tuple[float, float], ...]
    radius_m: float = 1500.0
    class_raster: str = ""
    confidence_raster: str = ""
    valid_mask: str = ""

    TYPE: ClassVar[str] = "grow-region"
    RESULT: ClassVar[type] = GrowRegionResult


REQUESTS = (GrowRegionRequest,)
