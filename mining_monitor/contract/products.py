"""Sentinel-2 products: what one is, and its bands on one grid, before there is a tidy raster (DOMAIN 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Dict, Optional, Tuple

from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.results import Notice


@dataclass(frozen=True)
class OffsetDecision:
    """Whether the -1000 of Sentinel-2 still has to be added, and why (DOMAIN 2.3).

    Attributes
    ----------
    state : str
        ``add`` (the numbers are raw), ``applied`` (already subtracted), ``none`` (there never was one) or
        ``ambiguous`` (the user must say; ``offset`` is what the declaration says).
    offset : float
        DN to add before the division by ``quantification``.
    quantification : float
    evidence : tuple of str
        Sentences: baseline, declaration, pixel check with its figures.
    facts : dict
        The same as numbers, for provenance.
    """

    state: str
    offset: float
    quantification: float
    evidence: Tuple[str, ...] = ()
    facts: Optional[Dict[str, Any]] = None


@dataclass(frozen=True)
class ProductBand:
    """One band of a product: Sentinel-2 name (``B04``, ``SCL``), role, and the ground sampling distances it has."""

    name: str
    role: str
    gsd_m: Tuple[float, ...]


@dataclass(frozen=True)
class ProductDescription:
    """A Sentinel-2 product as its metadata tell; ``crs``: one for each UTM zone, ``footprint``: WGS 84 WKT."""

    path: str
    product_id: str
    level: str
    baseline: str
    sensed_at: str
    satellite: str
    tile: str
    crs: Tuple[str, ...]
    bands: Tuple[ProductBand, ...]
    offset: OffsetDecision
    cloud_percent: Optional[float] = None
    footprint: str = ""
    in_words: str = ""
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class DescribeProductRequest:
    """Ask what a SAFE folder, a .zip of one, an ``MTD_*.xml`` or a STAC item (file or URL) is."""

    path: str
    headers: Optional[Dict[str, str]] = None

    TYPE: ClassVar[str] = "describe-product"
    RESULT: ClassVar[type] = ProductDescription


@dataclass(frozen=True)
class MaskRules:
    """What counts as not observed (DOMAIN 2.4).

    Attributes
    ----------
    classes : tuple of str
        Of ``cloud``, ``shadow``, ``cirrus``, ``snow``, ``saturated``; nodata always counts. Empty: only nodata.
    cloud_probability : float or None
        Percent from which a pixel is cloud where the product has a cloud probability; None: SCL alone.
    cloud_dilation_m, shadow_dilation_m : float
        Ground metres that are added around them.
    exclude : tuple of str
        WKT polygons in EPSG:4326 whose ground is not observed.
    keep : tuple of str
        WKT polygons in EPSG:4326 (known mines) in which what SCL calls cloud counts as ground: bright tailings, salt.
        Where three or more dates are loaded together, only what at least 3 of 5 of them call cloud (DOMAIN 2.4).
    """

    classes: Tuple[str, ...] = ("cloud", "shadow", "cirrus", "saturated")
    cloud_probability: Optional[float] = None
    cloud_dilation_m: float = 30.0
    shadow_dilation_m: float = 20.0
    exclude: Tuple[str, ...] = ()
    keep: Tuple[str, ...] = ()


@dataclass(frozen=True)
class LoadedScene:
    """What was loaded: a cloud-optimised GeoTIFF with band names, scale, offset and nodata, and its mask.

    Attributes
    ----------
    output : str
    mask : str or None
        uint8 on the same grid: 1 observed, 0 not observed (the VALID_MASK of ``detectsectors``).
    bands : tuple of str
        In order, as they are named in the file.
    scene_ids, observed_at, last_observed_at, system, attribution :
        Provenance: products used, first and last date (ISO 8601), agency (``Sentinel-2``), text to print.
    offset : tuple of OffsetDecision
        One for each scene, in the order of ``scene_ids``.
    observed_share : float
        Of the asked extent, 0..1; ``not_observed_by_reason`` are shares of it, 0..1 (``nodata``, ``cloud`` ...).
    pixels_by_date : dict
        Date -> pixels taken from it; one entry for a single date.
    bytes_read : int
        Fetched over the network; 0 for local products.
    provenance : str
        Path of a JSON file beside ``output`` that holds all this and the request.
    """

    output: str
    mask: Optional[str]
    width: int
    height: int
    crs: str
    gsd_m: float
    bands: Tuple[str, ...]
    scene_ids: Tuple[str, ...]
    observed_at: str
    last_observed_at: str
    system: str
    attribution: str
    offset: Tuple[OffsetDecision, ...]
    observed_share: float
    not_observed_by_reason: Dict[str, float]
    pixels_by_date: Dict[str, int]
    bytes_read: int = 0
    provenance: str = ""
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class LoadSentinel2Request:
    """Read bands of one or more Sentinel-2 products onto one grid (CONTRACT 1, ``loadsentinel2``).

    Attributes
    ----------
    inputs : tuple of str
        SAFE folders, .zip, ``MTD_*.xml``, STAC items (files or URLs). Several are joined to a mosaic.
    output : str
        .tif to write (COG).
    bands : tuple of str
        Sentinel-2 names or roles in the wanted order; empty: B02 B03 B04 B08.
    resolution_m : float
        10, 20 or 60.
    extent : Extent or None
        None: everything.
    crs : str
        Authority code of the output; empty: the UTM zone that holds most of the extent.
    rendering : str
        ``dn`` (as stored, with scale and offset tags), ``reflectance`` (float32, NaN = nodata) or ``true-colour``
        (8 bits, 255 x 2.5 x reflectance of B04 B03 B02, DOMAIN 2.5) or ``tci`` (the product's own).
    composite : str
        How several inputs share a pixel: ``first`` (in the order given), ``least-cloudy`` (the scene whose extent is
        clearest first) or ``median`` (per pixel, over what is observed).
    offset : str
        ``auto`` (DOMAIN 2.3), or what a person has decided: ``add``, ``applied``, ``none``.
    mask : str or None
        .tif to write: 1 observed, 0 not. ``rules`` say what is masked; masked pixels keep their values in ``output``.
    headers : dict or None
        HTTP headers for the hosts of the items (tokens); never stored or logged.
    """

    inputs: Tuple[str, ...]
    output: str
    bands: Tuple[str, ...] = ()
    resolution_m: float = 10.0
    extent: Optional[Extent] = None
    crs: str = ""
    rendering: str = "dn"
    composite: str = "first"
    offset: str = "auto"
    mask: Optional[str] = None
    rules: MaskRules = MaskRules()
    headers: Optional[Dict[str, str]] = None

    TYPE: ClassVar[str] = "load-sentinel2"
    RESULT: ClassVar[type] = LoadedScene


REQUESTS = (DescribeProductRequest, LoadSentinel2Request)
