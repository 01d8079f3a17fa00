"""A STAC item as a scene that the loader reads: bands in place, offset decided, nothing taken on trust."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy.typing as npt
import rasterio
from rasterio.errors import RasterioError

from mining_monitor.contract.errors import CatalogueError, ImageError
from mining_monitor.contract.products import OffsetDecision
from mining_monitor.engine.files import is_plain_file
from mining_monitor.engine.imagery.catalogues.addresses import is_web, shown
from mining_monitor.engine.imagery.catalogues.credentials import credentials_for
from mining_monitor.engine.imagery.catalogues.http import JSON_LIMIT, Web
from mining_monitor.engine.imagery.catalogues.items import Asset, Item, asset_address, read_item
from mining_monitor.engine.imagery.catalogues.jsontree import parse
from mining_monitor.engine.imagery.catalogues.remote import RemoteImages, driver_of
from mining_monitor.engine.imagery.catalogues.signing import Signer
from mining_monitor.engine.imagery.sentinel2.offset import CHECKED_BANDS, decide_offset
from mining_monitor.engine.imagery.sentinel2.sources import SceneSource, SourceBand

#: Longer side of the picture that the pixel check of DOMAIN 2.3 looks at: an overview, so that it costs little.
_SAMPLE_PX = 512

_PICTURES = (".tif", ".tiff", ".jp2", ".zip", ".safe", ".png", ".jpg", ".jpeg", ".vrt", ".xml")

_KEEPERS = {
    "earth-search": "Earth Search by Element 84", "earth-search-c1": "Earth Search by Element 84",
    "planetary-computer": "Microsoft Planetary Computer", "copernicus": "Copernicus Data Space Ecosystem",
}  # fmt: skip


def is_item(path: str) -> bool:
    """Tell whether a path or URL can be a STAC item: JSON by its name, or an address that does not end as an image."""
    if is_web(path):
        return not urlsplit(path).path.lower().endswith(_PICTURES)
    return Path(path).suffix.lower() in (".json", ".geojson") and is_plain_file(Path(path))


def fetch_item(address: str, web: Web) -> Item:
    """Read an item from a URL or a file.

    Raises
    ------
    NetworkError, SignInError, CatalogueError
    """
    if is_web(address):
        body = web.fetch(address, limit=JSON_LIMIT, headers={"Accept": "application/geo+json, application/json"}).body
    else:
        try:
            with Path(address).open("rb") as file:
                body = file.read(JSON_LIMIT)
        except OSError as error:
            reason = error.strerror or str(error)
            raise CatalogueError(f"The item '{address}' cannot be read: {reason}.", path=address) from error
    return read_item(parse(body, what=f"'{shown(address)}'"))


def open_item(address: str, headers: Mapping[str, str] | None = None, web: Web | None = None) -> SceneSource:
    """Open an item as a scene.

    Parameters
    ----------
    address : str
        URL, or path of a file.
    headers : mapping or None
        For the item's host and its download hosts (``credentials_for``).
    web : Web or None
        None: one of its own, with those headers.

    Raises
    ------
    NetworkError, SignInError, CatalogueError
    """
    web = web or Web(credentials_for(address, headers))
    return ItemScene(address, fetch_item(address, web), web).source()


class ItemScene:
    """The files of an item and how they are read.

    Parameters
    ----------
    address : str
        Of the item.
    item : Item
    web : Web
    """

    def __init__(self, address: str, item: Item, web: Web) -> None:
        self.address, self.item, self.web = address, item, web
        is_signed = item.source == "planetary-computer"
        self._images = RemoteImages(web, Signer(web, address).sign) if is_signed else RemoteImages(web)
        self._asset_of = {(asset.band, asset.gsd_m): asset for asset in reversed(item.assets)}

    def source(self) -> SceneSource:
        """Return the scene for the loader."""
        item = self.item
        if not item.assets:
            raise CatalogueError(
                f"'{item.item_id}' names no band of Sentinel-2. Choose a scene of Sentinel-2 Level-2A.",
                item=item.item_id,
            )  # fmt: skip
        return SceneSource(
            scene_id=item.item_id,
            sensed_at=item.sensed_at,
            satellite=item.satellite,
            tile=item.tile,
            baseline=item.baseline,
            level=item.level,
            crs=item.crs or self._crs_of_a_file(),
            bands=tuple(_band(asset) for asset in self._asset_of.values()),
            decide=self.decide,
            footprint=item.footprint.wkt,
            cloud_percent=item.cloud_percent,
            attribution=attribution(item),
            path=shown(self.address),
            facts={"source": item.source, "collection": item.collection, "item": shown(self.address)},
            open_band=self.open_band,
            environment=self.environment,
            bytes_read=lambda: self.web.bytes_read,
        )

    @contextmanager
    def environment(self) -> Iterator[None]:
        """Make the context that reading happens in: what fails on the network ends it with the reason."""
        with self._images.reading():
            yield

    def open_band(self, band: SourceBand) -> Any:
        """Open the file of a band, and check that it is what the item says.

        Raises
        ------
        NetworkError, SignInError, ImageError
        CatalogueError
            The item names no address that may be read, or the file has another CRS or pixel size than it says.
        """
        asset = self._asset_of[band.name, band.gsd_m]
        dataset = self._open(asset)
        found = dataset.crs.to_epsg() if dataset.crs else None
        size = dataset.transform.a
        if self.item.crs and found and self.item.crs != f"EPSG:{found}":
            dataset.close()
            raise self._lies(asset, f"{self.item.crs}", f"EPSG:{found}")
        if abs(size - asset.gsd_m) > 0.01 * asset.gsd_m:
            dataset.close()
            raise self._lies(asset, f"pixels of {asset.gsd_m:g} m", f"pixels of {size:g} m")
        return dataset

    def decide(self) -> OffsetDecision:
        """Decide about the offset (DOMAIN 2.3)."""
        return decide_offset(self.item.source, self.item.declared, self.item.baseline, self._sample)

    def _sample(self) -> dict[str, npt.NDArray[Any]]:
        """Return valid numbers of B02, B03 and B04 from an overview of the whole scene."""
        found = {}
        for name in CHECKED_BANDS:
            assets = [asset for asset in self.item.assets if asset.band == name]
            if not assets:
                return {}
            with self.open_band(_band(assets[0])) as dataset:
                factor = max(dataset.width, dataset.height) / _SAMPLE_PX
                shape = (max(round(dataset.height / max(factor, 1)), 1), max(round(dataset.width / max(factor, 1)), 1))
                values = dataset.read(1, out_shape=shape)
            found[name] = values[values != (assets[0].nodata or 0)]
        return found

    def _open(self, asset: Asset) -> Any:
        address = asset_address(asset, self.address, self.item.item_id)
        if is_web(address):
            return self._images.open(address)
        try:
            with Path(address).open("rb") as file:
                driver = driver_of(file.read(12))
            if driver is None:
                raise ValueError("it is neither a GeoTIFF nor JPEG 2000")
            return rasterio.open(address, driver=driver)
        except (RasterioError, OSError, ValueError) as error:
            raise ImageError(
                f"'{address}' of '{self.item.item_id}' cannot be opened: {str(error).rstrip('.')}. Copy it again.",
                path=address,
            ) from error

    def _crs_of_a_file(self) -> str:
        with self.environment(), self._open(self.item.assets[0]) as dataset:
            epsg = dataset.crs.to_epsg() if dataset.crs else None
        if epsg is None:
            raise CatalogueError(
                f"Neither '{self.item.item_id}' nor its files say their coordinate system. Choose another scene.",
                item=self.item.item_id,
            )  # fmt: skip
        return f"EPSG:{epsg}"

    def _lies(self, asset: Asset, said: str, found: str) -> CatalogueError:
        return CatalogueError(
            f"'{self.item.item_id}' says that {asset.key} has {said}, but its file has {found}. The item is wrong: "
            "choose the scene from another catalogue.",
            item=self.item.item_id, asset=asset.key, said=said, found=found, problem="lies",
        )  # fmt: skip


def _band(asset: Asset) -> SourceBand:
    nodata = 0.0 if asset.nodata is None else asset.nodata
    return SourceBand(asset.band, shown(asset.href), asset.gsd_m, nodata=nodata)


def attribution(item: Item) -> str:
    """Return the text to print beside what is made of a scene."""
    keeper = _KEEPERS.get(item.source)
    text = f"Contains modified Copernicus Sentinel data {item.sensed_at[:4]}"
    return f"{text}; {keeper}" if keeper else text
