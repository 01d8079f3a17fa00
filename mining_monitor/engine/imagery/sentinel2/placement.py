"""Whether the file of a band lies where the tile's metadata say: a file of another tile or size is no band of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import rasterio

from mining_monitor.engine.imagery.sentinel2.sources import SourceBand
from mining_monitor.engine.imagery.sentinel2.xmltree import Element

#: Files of old baselines are said to begin up to a pixel away from what the metadata say.
_TOLERANCE_PX = 1.001


class MisplacedBandError(ValueError):
    """The file has another size, place or zone than its tile."""


@dataclass(frozen=True)
class Place:
    """Where bands of one pixel size lie: columns, rows, and the upper left corner in metres of the tile's zone."""

    cols: int
    rows: int
    west: float
    north: float


def places_of(tile_metadata: Element) -> dict[float, Place]:
    """Return where the metadata of a tile place its bands, by pixel size in metres; what they do not say is absent."""
    sizes = _numbers(tile_metadata, "Size", "NCOLS", "NROWS")
    corners = _numbers(tile_metadata, "Geoposition", "ULX", "ULY")
    return {
        gsd: Place(int(sizes[gsd][0]), int(sizes[gsd][1]), *corners[gsd])
        for gsd in sizes.keys() & corners.keys()
        if min(sizes[gsd]) >= 1
    }


def open_in_place(band: SourceBand, places: Mapping[float, Place], crs: str) -> Any:
    """Open a band as a rasterio dataset; the caller closes it.

    Raises
    ------
    MisplacedBandError
        It lies elsewhere than the metadata say.
    RasterioError
        It is no image.
    """
    dataset = rasterio.open(band.path)
    place = places.get(band.gsd_m)
    if place is None:
        return dataset
    found = f"{dataset.width} x {dataset.height} pixels from {dataset.transform.c:.0f}, {dataset.transform.f:.0f}"
    own_crs = dataset.crs.to_epsg() if dataset.crs else None
    shift = max(abs(dataset.transform.c - place.west), abs(dataset.transform.f - place.north))
    is_same_zone = own_crs is None or f"EPSG:{own_crs}" == crs
    is_same_size = (dataset.width, dataset.height) == (place.cols, place.rows)
    if is_same_size and is_same_zone and shift <= _TOLERANCE_PX * band.gsd_m:
        return dataset
    dataset.close()
    raise MisplacedBandError(
        f"it has {found} in EPSG:{own_crs}, and the tile {place.cols} x {place.rows} from {place.west:.0f}, "
        f"{place.north:.0f} in {crs}"
    )


def _numbers(root: Element, name: str, *parts: str) -> dict[float, tuple[float, float]]:
    found = {}
    for item in root.all(name):
        try:
            gsd, first, second = (float(text) for text in (item.attributes["resolution"], *map(item.first, parts)))
        except (KeyError, ValueError):
            continue
        if all(math.isfinite(value) for value in (gsd, first, second)):
            found[gsd] = (first, second)
    return found
