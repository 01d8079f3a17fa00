"""What a scene is to the loader, wherever it comes from: a SAFE product, a zip of one, an item of a catalogue.

A catalogue makes ``SceneSource`` objects of its items and is named in ``open_scene``; the loader knows nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import rasterio
from rasterio.errors import RasterioError

from mining_monitor.contract.errors import BandsError, ImageError
from mining_monitor.contract.imagery import SENTINEL2_ROLES
from mining_monitor.contract.products import OffsetDecision
from mining_monitor.contract.results import Notice
from mining_monitor.engine.imagery.bands import canonical_role
from mining_monitor.engine.imagery.catalogues.addresses import without_secrets

#: Spectral bands in the order of ``band_id`` in ESA's metadata (DOMAIN 2.2).
BAND_IDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")

#: Logical names beside the spectral bands: scene classification, cloud and snow probability, true colour.
SCENE_CLASSES, CLOUD_PROBABILITY, SNOW_PROBABILITY, TRUE_COLOUR = "SCL", "CLD", "SNW", "TCI"

#: Masks that L1C has since baseline 04.00: opaque cloud, cirrus, snow.
L1C_MASKS = ("MSK_CLOUD", "MSK_CIRRUS", "MSK_SNOW")

SYSTEM = "Sentinel-2"


@dataclass(frozen=True)
class SourceBand:
    """One file of a band; a band that comes in several resolutions has several.

    Attributes
    ----------
    name : str
        ``B04``, ``SCL``, ``CLD`` (cloud probability), ``SNW``, ``TCI``, ``AOT``, ``WVP``, ``L1C_MASKS``.
    path : str
        Anything that GDAL opens.
    gsd_m : float
        Size of its pixels in the units of the scene's CRS.
    index : int
        1-based band of the file; ``TCI`` is bands 1 to 3.
    nodata, saturated : float or None
        Special values as the metadata declare them, never scaled.
    offset : float or None
        DN that the metadata list for this very band; None: the scene's ``OffsetDecision`` says it.
    quantification : float or None
        The same; None: the decision's.
    """

    name: str
    path: str
    gsd_m: float
    index: int = 1
    nodata: float | None = 0.0
    saturated: float | None = 65_535.0
    offset: float | None = None
    quantification: float | None = None


def _open_path(band: SourceBand) -> Any:
    return rasterio.open(band.path)


@dataclass(frozen=True)
class SceneSource:
    """A Sentinel-2 scene of one tile in one UTM zone, whose pixels can be read.

    Attributes
    ----------
    scene_id : str
        Product identifier.
    sensed_at : str
        ISO 8601 with time, UTC.
    satellite, tile, baseline, level : str
        ``Sentinel-2B``, ``19KEP``, ``05.10``, ``L1C`` or ``L2A``.
    crs : str
        Authority code.
    bands : tuple of SourceBand
    decide : callable
        Returns the ``OffsetDecision``; may read pixels, and is called once (``decision`` keeps the answer).
    footprint : str
        WKT in EPSG:4326.
    cloud_percent : float or None
    attribution : str
    path : str
        What was opened, for messages and provenance.
    facts : dict
        What else goes into provenance.
    warnings : tuple of Notice
    open_band : callable
        Opens a ``SourceBand`` as a rasterio dataset.
    environment : callable
        Makes a context that opening and reading happen in (headers, time-outs).
    bytes_read : callable
        Returns what was fetched over the network so far.
    """

    scene_id: str
    sensed_at: str
    satellite: str
    tile: str
    baseline: str
    level: str
    crs: str
    bands: tuple[SourceBand, ...]
    decide: Callable[[], OffsetDecision]
    footprint: str = ""
    cloud_percent: float | None = None
    attribution: str = ""
    path: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[Notice, ...] = ()
    open_band: Callable[[SourceBand], Any] = _open_path
    environment: Callable[[], AbstractContextManager[Any]] = nullcontext
    bytes_read: Callable[[], int] = lambda: 0
    _decided: list[OffsetDecision] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def decision(self) -> OffsetDecision:
        """The decision about the offset, made when it is first asked for."""
        if not self._decided:
            with self.environment():
                self._decided.append(self.decide())
        return self._decided[0]

    def names(self) -> tuple[str, ...]:
        """Return the logical names of its bands, each once, in the order of the spectrum."""
        return ordered_names(band.name for band in self.bands)

    def band(self, name: str, gsd_m: float) -> SourceBand:
        """Return the file of a band for a wanted resolution: the coarsest that is as fine, else the finest.

        Raises
        ------
        BandsError
            The scene has no such band.
        """
        files = [band for band in self.bands if band.name == name]
        if not files:
            raise BandsError(
                f"'{self.scene_id}' ({self.level}) has no band {name}. It has {', '.join(self.names())}.",
                image=self.scene_id, wanted=[name], has=list(self.names()),
            )  # fmt: skip
        fine = [band for band in files if band.gsd_m <= gsd_m + 1e-6]
        return max(fine, key=lambda b: b.gsd_m) if fine else min(files, key=lambda b: b.gsd_m)

    def open(self, band: SourceBand) -> Any:
        """Open a band; the caller closes it.

        Raises
        ------
        ImageError
            The file is missing or damaged.
        """
        try:
            with self.environment():
                return self.open_band(band)
        except (RasterioError, OSError, ValueError) as error:
            raise damaged(self, band, error) from error


def damaged(scene: SceneSource, band: SourceBand, error: Exception) -> ImageError:
    """Return the error that says which band of which scene could not be read."""
    return ImageError(
        f"Band {band.name} ({band.gsd_m:g} m) of '{scene.scene_id}' cannot be read: it is missing, damaged or "
        f"incomplete ({str(error).rstrip('.')}). Get the product again from its source.",
        image=scene.scene_id, band=band.name, path=scene.path,
    )  # fmt: skip


def ordered_names(names: Any) -> tuple[str, ...]:
    """Return names, each once: spectral bands in the order of the spectrum, then the others as they come."""
    found = list(dict.fromkeys(names))
    return (*(name for name in BAND_IDS if name in found), *(name for name in found if name not in BAND_IDS))


def role_of(name: str) -> str:
    """Return the role that a band plays; other logical names are their own role, in lower case."""
    return SENTINEL2_ROLES.get(name, name.lower())


def band_name(text: str) -> str:
    """Return the Sentinel-2 name of a band: ``red``, ``b4``, ``B04`` give ``B04``; other names in upper case."""
    role = canonical_role(text.strip())
    for name, known in SENTINEL2_ROLES.items():
        if known == role:
            return name
    return text.strip().upper()


def open_scenes(path: str, headers: Mapping[str, str] | None = None) -> Sequence[SceneSource]:
    """Open what a path or a URL names: a product gives one scene for each UTM zone and tile, an item gives one.

    Raises
    ------
    ImageError
        It is neither a Sentinel-2 product nor an item, or it is damaged.
    """
    from mining_monitor.engine.imagery.sentinel2.files import require_readable_archive
    from mining_monitor.engine.imagery.sentinel2.product import is_product, open_product

    if is_product(path):
        return open_product(path)
    from mining_monitor.engine.imagery.catalogues.scene import is_item, open_item  # what products do not need

    if is_item(path):
        return (open_item(path, headers),)
    require_readable_archive(path)
    raise ImageError(
        f"'{without_secrets(path)}' is no Sentinel-2 product. Choose a .SAFE folder, its .zip, its MTD_MSIL1C.xml or "
        "MTD_MSIL2A.xml, or a STAC item.",
        path=without_secrets(path),
    )  # fmt: skip


def open_scene(path: str, headers: Mapping[str, str] | None = None) -> SceneSource:
    """Open the first scene of ``open_scenes``; raises what it raises."""
    return open_scenes(path, headers)[0]
