"""Catalogues and their scenes: search, how much of an extent a scene shows, downloads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Dict, Optional, Tuple

from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.products import MaskRules
from mining_monitor.contract.results import Notice

#: Catalogues that are known by name; any other is given by the URL of its STAC API.
CATALOGUES: Dict[str, str] = {
    "earth-search": "https://earth-search.aws.element84.com/v1",
    "planetary-computer": "https://planetarycomputer.microsoft.com/api/stac/v1",
    "copernicus": "https://stac.dataspace.copernicus.eu/v1",
}


@dataclass(frozen=True)
class Scene:
    """One search result.

    ``item`` is the URL of the STAC item, ``footprint`` WKT in EPSG:4326, ``cloud_percent`` the scene's own figure,
    ``extent_share`` the part of the asked extent that the footprint covers, 0..1.
    """

    scene_id: str
    catalogue: str
    collection: str
    item: str
    sensed_at: str
    satellite: str
    tile: str
    baseline: str
    footprint: str
    extent_share: float
    cloud_percent: Optional[float] = None
    thumbnail: str = ""
    attribution: str = ""


@dataclass(frozen=True)
class SceneList:
    """Search results, newest first; ``matched`` is what the catalogue holds when it says so."""

    scenes: Tuple[Scene, ...]
    matched: Optional[int] = None
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class SearchScenesRequest:
    """Search a STAC API.

    Attributes
    ----------
    catalogue : str
        A key of ``CATALOGUES`` or the URL of a STAC API.
    extent : Extent
        With its CRS.
    start, end : str
        ISO 8601 dates, both included.
    max_cloud_percent : float
        Of the scene, as the catalogue states it.
    collection : str
        Empty: Sentinel-2 L2A of the catalogue.
    limit : int
    headers : dict or None
        HTTP headers (tokens) for the catalogue's host; never stored or logged.
    """

    catalogue: str
    extent: Extent
    start: str
    end: str
    max_cloud_percent: float = 30.0
    collection: str = ""
    limit: int = 100
    headers: Optional[Dict[str, str]] = None

    TYPE: ClassVar[str] = "search-scenes"
    RESULT: ClassVar[type] = SceneList


@dataclass(frozen=True)
class SceneCover:
    """How much of an extent a scene really shows, from its SCL; shares of the extent, 0..1."""

    scene_id: str
    clear_share: float
    by_reason: Dict[str, float]
    bytes_read: int = 0


@dataclass(frozen=True)
class SceneCoverRequest:
    """Ask for the clear share of an extent in one scene (STAC item URL or file, or a product)."""

    item: str
    extent: Extent
    rules: MaskRules = MaskRules()  # noqa: RUF009  it is frozen
    headers: Optional[Dict[str, str]] = None

    TYPE: ClassVar[str] = "scene-cover"
    RESULT: ClassVar[type] = SceneCover


@dataclass(frozen=True)
class DownloadResult:
    """A file on disk that is whole: its size and SHA-256, and whether an earlier part of it was used."""

    output: str
    size: int
    sha256: str
    resumed: bool = False


@dataclass(frozen=True)
class DownloadRequest:
    """Fetch one file (an asset, a product .zip) with progress; what was fetched before is resumed and checked.

    ``checksum`` is the multihash of STAC's ``file:checksum``, or ``sha256:<hex>`` / ``md5:<hex>``; empty: unknown.
    """

    url: str
    output: str
    checksum: str = ""
    headers: Optional[Dict[str, str]] = None

    TYPE: ClassVar[str] = "download"
    RESULT: ClassVar[type] = DownloadResult


@dataclass(frozen=True)
class ThumbnailRequest:
    """Fetch a thumbnail of at most 256 KiB pixels into a file (PNG or JPEG)."""

    url: str
    output: str
    headers: Optional[Dict[str, str]] = None

    TYPE: ClassVar[str] = "thumbnail"
    RESULT: ClassVar[type] = DownloadResult


REQUESTS = (SearchScenesRequest, SceneCoverRequest, DownloadRequest, ThumbnailRequest)
