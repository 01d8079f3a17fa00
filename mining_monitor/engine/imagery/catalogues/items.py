"""STAC items of Sentinel-2, read without trust: Earth Search, Planetary Computer, Copernicus, and others like them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import shapely

from mining_monitor.contract.errors import CatalogueError
from mining_monitor.engine.imagery.catalogues import addresses
from mining_monitor.engine.imagery.catalogues.addresses import host_of, is_web, resolve
from mining_monitor.engine.imagery.catalogues.bandnames import NATIVE_GSD_M, logical_band
from mining_monitor.engine.imagery.catalogues.jsontree import (
    as_list,
    as_object,
    as_text,
    first_number,
    first_text,
)
from mining_monitor.engine.imagery.catalogues.properties import (
    PRODUCT,
    baseline_of,
    crs_of,
    footprint_of,
    level_of,
    percent_of,
    satellite_of,
    tile_of,
    utc_time,
)
from mining_monitor.engine.imagery.sentinel2.offset import Declared, Source

_MOST_ASSETS = 500


@dataclass(frozen=True)
class Asset:
    """A file of an item.

    Attributes
    ----------
    key : str
        As the item names it.
    band : str
        Logical name; empty: none that is known.
    href : str
        As the item has it: not yet looked at (``addresses.resolve``).
    gsd_m : float
    scale, offset : float or None
        As declared for the first band of the file.
    nodata : float or None
    media : str
    checksum : str
    """

    key: str
    band: str
    href: str
    gsd_m: float
    scale: float | None
    offset: float | None
    nodata: float | None
    media: str
    checksum: str


@dataclass(frozen=True)
class Item:
    """A Sentinel-2 scene as its item tells.

    Attributes
    ----------
    item_id, collection, sensed_at, satellite, tile, baseline, level : str
        ``sensed_at`` ISO 8601 in UTC; the others as in ``contract.scenes``; empty where nobody says.
    crs : str
        Authority code; empty where nobody says.
    footprint : shapely geometry
        EPSG:4326.
    cloud_percent : float or None
    source : str
        Who keeps the files (``sentinel2.offset``).
    assets : tuple of Asset
        Those with a known band; the best file first where several hold the same.
    is_offset_applied : bool or None
        ``earthsearch:boa_offset_applied``.
    thumbnail : str
        As the item has it.
    link : str
        The item's own address as it says; empty where it says none.
    """

    item_id: str
    collection: str
    sensed_at: str
    satellite: str
    tile: str
    baseline: str
    level: str
    crs: str
    footprint: shapely.Geometry
    cloud_percent: float | None
    source: Source
    assets: tuple[Asset, ...]
    is_offset_applied: bool | None
    thumbnail: str
    link: str

    @property
    def declared(self) -> Declared:
        """What the item declares of the offset for its reflectance bands: of B04, else of the first that says it."""
        bands = [asset for asset in self.assets if asset.band.startswith("B")]
        bands.sort(key=lambda asset: asset.band != "B04")
        said = next((asset for asset in bands if asset.offset is not None), None)
        scale = next((asset.scale for asset in bands if asset.scale), None) or 0.0001
        scale = scale if 1e-6 < scale < 0.1 else 0.0001
        offset = None if said is None or said.offset is None else round(said.offset / scale, 6) + 0.0
        flag = "earthsearch:boa_offset_applied"
        where = flag if self.is_offset_applied is not None else "raster:bands" if said else "the item"
        return Declared(offset, self.is_offset_applied, 1 / scale, where)


def read_item(tree: dict[str, Any]) -> Item:
    """Read an item.

    Raises
    ------
    CatalogueError
        It is no item of a Sentinel-2 scene: no id, footprint or date.
    """
    item_id = as_text(tree.get("id"))
    properties = as_object(tree.get("properties"))
    name = first_text(properties.get("s2:product_uri"), properties.get("title"), item_id)
    product = PRODUCT.search(name) or PRODUCT.search(item_id)
    sensed_at = utc_time(first_text(properties.get("datetime"), properties.get("start_datetime")))
    footprint = footprint_of(tree.get("geometry"))
    if tree.get("type") != "Feature" or not item_id or not sensed_at or footprint is None:
        raise CatalogueError(
            f"'{item_id or 'the file'}' is no STAC item of a scene: it lacks a name, a date or a footprint. "
            "Choose another scene.",
            item=item_id,
        )  # fmt: skip
    assets = _assets(as_object(tree.get("assets")))
    tile = tile_of(properties, product)
    return Item(
        item_id=item_id,
        collection=as_text(tree.get("collection")),
        sensed_at=sensed_at,
        satellite=satellite_of(properties, product, item_id),
        tile=tile,
        baseline=baseline_of(properties, product),
        level=level_of(properties, product, tree),
        crs=crs_of(properties, tile),
        footprint=footprint,
        cloud_percent=percent_of(properties.get("eo:cloud_cover")),
        source=_source(tree, properties, assets),
        assets=assets,
        is_offset_applied=_flag(properties.get("earthsearch:boa_offset_applied")),
        thumbnail=_thumbnail(as_object(tree.get("assets"))),
        link=_own_link(tree),
    )


def _assets(tree: dict[str, Any]) -> tuple[Asset, ...]:
    found = []
    for key, value in list(tree.items())[:_MOST_ASSETS]:
        asset = as_object(value)
        band = logical_band(str(key), asset)
        href = _best_href(asset)
        if band and href:
            found.append(_asset(str(key), band, href, asset))
    return tuple(sorted(found, key=lambda a: (not is_web(a.href), "jp2" in a.media, a.key)))


def _asset(key: str, band: str, href: str, tree: dict[str, Any]) -> Asset:
    raster = as_object(next(iter(as_list(tree.get("raster:bands"))), {}))
    bands = as_object(next(iter(as_list(tree.get("bands"))), {}))
    transform = as_list(tree.get("proj:transform"))
    by_key = re.search(r"[_-](10|20|60)m", key)
    gsd_m = first_number(
        raster.get("spatial_resolution"), tree.get("raster:spatial_resolution"), bands.get("raster:spatial_resolution"),
        transform[0] if transform else None, float(by_key.group(1)) if by_key else None, tree.get("gsd"),
        bands.get("gsd"),
    )  # fmt: skip

    def said(name: str) -> float | None:
        return first_number(raster.get(name), tree.get(f"raster:{name}"), bands.get(f"raster:{name}"))

    return Asset(
        key=key[:100],
        band=band,
        href=href,
        gsd_m=gsd_m if gsd_m and 1 <= gsd_m <= 1000 else NATIVE_GSD_M[band],
        scale=said("scale"),
        offset=said("offset"),
        nodata=first_number(raster.get("nodata"), tree.get("nodata"), bands.get("nodata")),
        media=as_text(tree.get("type")).lower(),
        checksum=as_text(tree.get("file:checksum")),
    )


def _best_href(asset: dict[str, Any]) -> str:
    """Return the https address of an asset, among its alternates where the first one needs keys (s3)."""
    alternates = [as_object(value).get("href") for value in as_object(asset.get("alternate")).values()]
    hrefs = [href for href in (asset.get("href"), *alternates) if isinstance(href, str)]
    return next((href for href in hrefs if is_web(href)), hrefs[0] if hrefs else "")


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _source(tree: dict[str, Any], properties: dict[str, Any], assets: tuple[Asset, ...]) -> Source:
    """Tell the keeper of the files by what the item holds, because an item that was saved has no address."""
    if as_text(tree.get("collection")) == "sentinel-2-c1-l2a":
        return "earth-search-c1"
    if any(str(name).startswith("earthsearch:") for name in properties):
        return "earth-search"
    hosts = {host_of(asset.href) for asset in assets}
    is_esa = any(host.endswith(".copernicus.eu") for host in hosts)
    if is_esa or any(re.fullmatch(r"B\w{2}_[126]0m", asset.key) for asset in assets):
        return "copernicus"
    return "planetary-computer" if any(host.endswith(addresses.BLOB_HOSTS) for host in hosts) else "other"


def _thumbnail(tree: dict[str, Any]) -> str:
    """Return the picture of an item: the asset of that role or name, else a preview."""
    assets = {str(key): as_object(value) for key, value in list(tree.items())[:_MOST_ASSETS]}
    by_role = [a for a in assets.values() if "thumbnail" in as_list(a.get("roles"))]
    named = [assets[key] for key in ("thumbnail", "rendered_preview", "preview", "overview") if key in assets]
    pictures = [a for a in (*by_role, *named) if not as_text(a.get("type")).startswith("image/tiff")]
    return next((href for a in pictures if is_web(href := _best_href(a))), "")


def _own_link(tree: dict[str, Any]) -> str:
    for link in as_list(tree.get("links"))[:_MOST_ASSETS]:
        if as_object(link).get("rel") == "self":
            return as_text(as_object(link).get("href"), 2000)
    return ""


def asset_address(asset: Asset, item_address: str, item_id: str) -> str:
    """Return the URL or path of an asset.

    Raises
    ------
    CatalogueError
        ``addresses.resolve`` refuses it.
    """
    return resolve(asset.href, item_address, what=f"{asset.key} of '{item_id}'")
