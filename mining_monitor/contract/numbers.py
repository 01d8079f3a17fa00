"""Areas and samples: what is asked of ``engine.monitoring``, and its answers.

Areas are geodesic on WGS 84, in square metres. Classes go by their LAMES code, 0 ``other`` .. 9; 255 = not observed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Dict, Optional, Tuple

from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.results import Notice

#: How a sample is spread over the classes of the map (DOMAIN 3.8).
ALLOCATIONS: Tuple[str, ...] = ("equal", "proportional", "olofsson", "neyman")

#: Least width in metres of a change between two Sentinel-2 scenes, and least area in m2 (DOMAIN 3.4).
TOLERANCE_M = 12.0
MIN_AREA_M2 = 2500.0


@dataclass(frozen=True)
class SectorSource:
    """Sectors of one date or state.

    Attributes
    ----------
    path : str
        Any vector file that GDAL opens, or (where a map is wanted) a class raster: 0..9, 255 = not observed.
    layer, where : str
        A layer in it (default: ``sectors``, else the first) and an OGR SQL filter.
    states : tuple of str
        Review states to include; empty: all but ``rejected``.
    observed_at : str
        ISO 8601 date of sectors that have none of their own.
    """

    path: str
    layer: str = ""
    where: str = ""
    states: Tuple[str, ...] = ()
    observed_at: str = ""


@dataclass(frozen=True)
class AreaRow:
    """Area of one class in one group.

    Attributes
    ----------
    grouping, group : str
        By what (``total``, ``overlay`` or a field such as ``site_id``) and which; empty group: none is given.
    code : int or None
        None: all classes together, the whole extent of a site (``lsm``) apart.
    sum_m2, union_m2 : float
        Sum of the sectors, and of the ground that they cover; the second one is what is reported (DOMAIN 3.1).
    below_sectors, below_m2 : int, float
        Sectors smaller than the minimum mappable unit of their class, contained in the figures above.
    sources : tuple of str
        ``uuid`` (else ``Name``) of each sector that counts.
    """

    grouping: str
    group: str
    code: Optional[int]
    key: str
    sectors: int
    sum_m2: float
    union_m2: float
    below_sectors: int = 0
    below_m2: float = 0.0
    sources: Tuple[str, ...] = ()


@dataclass(frozen=True)
class PlaceRow:
    """How much of a place (the extent, a polygon of the overlay) was observed and mapped."""

    group: str
    area_m2: float
    observed_m2: float
    not_observed_m2: float
    mapped_m2: float


@dataclass(frozen=True)
class AreasResult:
    """Areas by class and group.

    ``observed_m2`` is None where the file does not say what was observed. ``table`` is the CSV that was written.
    """

    rows: Tuple[AreaRow, ...]
    places: Tuple[PlaceRow, ...]
    sectors: int
    sum_m2: float
    union_m2: float
    observed_m2: Optional[float] = None
    mapped_outside_observed_m2: Optional[float] = None
    table: Optional[str] = None
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class AreasRequest:
    """Sum up areas.

    Attributes
    ----------
    source : SectorSource
    by : tuple of str
        Fields of the sectors to group by, beside the classes: ``site_id``, ``system``, ...
    overlay, overlay_layer, overlay_field : str
        Polygons to cut with (concessions, protected areas, districts) and the field that names them.
    attributes, attributes_key, attributes_field : str
        Table (.csv) to join: its column that holds the ``site_id``, and the column to group by (a commodity, say).
        Empty names: ``ID`` and ``Metal/Commodity``, as in the LAMES metadata.
    min_area_m2, min_area_by_class :
        Minimum mappable unit, and where it differs by class key. Nothing is left out; the share below is told.
    extent : Extent or None
        Place to sum up in.
    table : str or None
        .csv to write.
    """

    source: SectorSource
    by: Tuple[str, ...] = ("site_id",)
    overlay: str = ""
    overlay_layer: str = ""
    overlay_field: str = ""
    attributes: str = ""
    attributes_key: str = ""
    attributes_field: str = ""
    min_area_m2: float = MIN_AREA_M2
    min_area_by_class: Optional[Dict[str, float]] = None
    extent: Optional[Extent] = None
    table: Optional[str] = None

    TYPE: ClassVar[str] = "areas"
    RESULT: ClassVar[type] = AreasResult


@dataclass(frozen=True)
class Stratum:
    """One class of a map as a stratum: its area, its share W of the whole, and its points."""

    code: int
    key: str
    area_m2: float
    share: float
    points: int


@dataclass(frozen=True)
class SampleResult:
    """A drawn sample on disk (fields: ``schema/sample.py``)."""

    output: str
    size: int
    seed: int
    allocation: str
    strata: Tuple[Stratum, ...]
    area_m2: float
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class SamplePointsRequest:
    """Draw a stratified random sample in equal-area space (DOMAIN 3.8; CONTRACT 1 ``samplepoints``).

    Attributes
    ----------
    source : SectorSource
        The map: sectors, or a class raster. What is not mapped but observed is the stratum ``other``; ground that was
        not observed gets no point. Where the file does not say what was observed, 1 km around the sectors counts.
    output : str
        .gpkg or .geojson to write.
    size : int
        Points in all; 0: as many as ``standard_error`` wants (Olofsson et al. 2014, eq. 13).
    allocation : str
        One of ``ALLOCATIONS``. ``olofsson``: ``min_per_class`` for rare classes, the rest in proportion.
    seed : int
        The same seed gives the same sample.
    min_per_class : int
    expected_accuracy : dict or None
        Class key -> user's accuracy that is expected (for ``neyman`` and for the size); 0.8 where it is not given.
    standard_error : float
        Of overall accuracy.
    extent : Extent or None
        Place to sample in.
    """

    source: SectorSource
    output: str
    size: int = 0
    allocation: str = "olofsson"
    seed: int = 1
    min_per_class: int = 50
    expected_accuracy: Optional[Dict[str, float]] = None
    standard_error: float = 0.01
    extent: Optional[Extent] = None

    TYPE: ClassVar[str] = "sample-points"
    RESULT: ClassVar[type] = SampleResult


REQUESTS = (AreasRequest, SamplePointsRequest)
