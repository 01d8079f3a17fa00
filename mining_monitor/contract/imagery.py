"""How an image and a place on it are named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

#: Roles that a band can play (CONTRACT 4): STAC common names; ``any`` takes bands in order.
BAND_ROLES: Tuple[str, ...] = (
    "coastal", "blue", "green", "red", "rededge071", "rededge075", "rededge078", "nir", "nir08", "nir09",
    "cirrus", "swir16", "swir22", "pan",
)  # fmt: skip

#: Sentinel-2 band names and the role that each plays (STAC eo common names, as CONTRACT 4 uses them).
SENTINEL2_ROLES = {
    "B01": "coastal", "B02": "blue", "B03": "green", "B04": "red", "B05": "rededge071", "B06": "rededge075",
    "B07": "rededge078", "B08": "nir", "B8A": "nir08", "B09": "nir09", "B10": "cirrus", "B11": "swir16",
    "B12": "swir22",
}  # fmt: skip


@dataclass(frozen=True)
class BandChoice:
    """One band of an image and its role; ``index`` is 1-based as in GDAL."""

    role: str
    index: int


@dataclass(frozen=True)
class ImageRef:
    """An image that the engine can open, with what only the plugin or the user knows of it.

    Attributes
    ----------
    path : str
        Anything that GDAL opens: a file, ``/vsi...``, a subdataset name.
    name : str
        As the user sees it; empty: the file's stem.
    crs : str or None
        WKT or authority code that replaces the file's own CRS, or None.
    nodata : float or None
        Value that replaces the file's own nodata value, or None.
    scene_id, observed_at, system, attribution : str or None
        Provenance (CONTRACT 3): the scene's name, its ISO 8601 date, agency and attribution.
    date2 : str or None
        The last date, where the image is a mosaic of several.
    """

    path: str
    name: str = ""
    crs: Optional[str] = None
    nodata: Optional[float] = None
    scene_id: Optional[str] = None
    observed_at: Optional[str] = None
    system: Optional[str] = None
    attribution: Optional[str] = None
    date2: Optional[str] = None


@dataclass(frozen=True)
class Extent:
    """A rectangle in a CRS, optionally cut by a polygon in the same CRS.

    Attributes
    ----------
    west, south, east, north : float
        In units of ``crs``.
    crs : str
        Authority code or WKT; empty: the image's own.
    polygon : str or None
        WKT (POLYGON or MULTIPOLYGON): ground outside it is not part of the run and stays "not observed".
    """

    west: float
    south: float
    east: float
    north: float
    crs: str = ""
    polygon: Optional[str] = None


@dataclass(frozen=True)
class ImageDescription:
    """What the engine sees in an image: the answer to ``DescribeImage``.

    ``gsd_m`` is the ground sampling distance at the centre, (x, y) in metres (DOMAIN 1.8: ground, not CRS units).
    ``roles`` is the guess from band names and order; empty where nothing could be guessed.
    ``in_words`` says in one English sentence what the image is (UX "Imagery").
    """

    path: str
    width: int
    height: int
    bands: Tuple[str, ...]
    dtypes: Tuple[str, ...]
    roles: Tuple[BandChoice, ...]
    crs: str
    gsd_m: Tuple[float, float]
    nodata: Optional[float] = None
    has_mask: bool = False
    observed_at: Optional[str] = None
    in_words: str = ""
