"""From QGIS's layers, extents and selections to the images and places that the engine knows."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import (
    Qgis,
    QgsProviderRegistry,
    QgsRasterLayer,
)

from mining_monitor.adapter import image_facts, services
from mining_monitor.adapter.bands import band_names, format_bands, parse_bands
from mining_monitor.adapter.compat import plain
from mining_monitor.adapter.extents import (
    canvas_extent,
    crs_text,
    extent_crs,
    extent_in_crs,
    layer_extent,
    rectangle_extent,
    selection_extent,
)
from mining_monitor.adapter.image_facts import OBSERVED_AT_PROPERTY, SCENE_PROPERTY, SYSTEM_PROPERTY
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.services import check_permitted, is_google_tiles
from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.imagery import ImageRef

__all__ = [
    "OBSERVED_AT_PROPERTY", "SCENE_PROPERTY", "SYSTEM_PROPERTY", "Access", "access", "band_names", "canvas_extent",
    "check_permitted", "crs_text", "extent_crs", "extent_in_crs", "format_bands", "has_lost_mask", "image_ref",
    "is_google_tiles", "is_picture", "layer_extent", "parse_bands", "provenance", "rectangle_extent",
    "selection_extent", "valid_mask",
]  # fmt: skip

#: GDAL names that mean something only in this process.
_PROCESS_ONLY = ("MEM:", "/vsimem/", "IN_MEMORY")


class Access(enum.Enum):
    """How the pixels of a layer reach the engine."""

    #: The engine opens what the layer opens.
    FILE = "file"
    #: The values are copied to a GeoTIFF first: memory, databases, coverages, open options, credentials.
    COPY = "copy"
    #: A picture is rendered at the model's ground sampling distance first: tiles, WMS.
    PICTURE = "picture"


def access(layer: QgsRasterLayer) -> Access:
    """Tell how the pixels of a layer reach the engine.

    Raises
    ------
    ImageError
        The layer is not valid, or its image may not be analysed.
    """
    provider = layer.dataProvider() if layer.isValid() else None
    if provider is None:
        raise ImageError(
            tr("The layer '{}' cannot be opened. Check its source in the layer properties.").format(layer.name()),
            layer=layer.name(),
        )
    check_permitted(layer)
    if provider.name() != "gdal":
        return Access.PICTURE if is_picture(provider) else Access.COPY
    parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
    if plain(parts.get("openOptions")) or plain(parts.get("authcfg")) or plain(parts.get("credentialOptions")):
        return Access.COPY
    if layer.source().startswith(_PROCESS_ONLY):
        return Access.COPY
    return Access.FILE


def is_picture(provider: Any) -> bool:
    """Tell whether a raster provider draws pictures (ARGB32) instead of delivering values."""
    return provider.dataType(1) in (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)


def image_ref(layer: QgsRasterLayer) -> ImageRef:
    """Name an image that the engine can open itself (``Access.FILE``).

    The CRS and the nodata value that the user set on the layer replace the file's own.

    Raises
    ------
    ImageError
        The engine cannot open the layer: copy it first (``raster_copy``).
    """
    if access(layer) is not Access.FILE:
        raise ImageError(
            tr("The layer '{}' is no file that the engine can open.").format(layer.name()), layer=layer.name()
        )
    return ImageRef(path=layer.source(), crs=_crs_override(layer), nodata=_nodata_override(layer), **provenance(layer))


def provenance(layer: QgsRasterLayer) -> Dict[str, Any]:
    """Return what a layer knows of its image beside the pixels: members of ImageRef."""
    facts = image_facts.known(layer)
    return {
        "name": facts.place or layer.name(),
        "scene_id": facts.scene_id or None,
        "observed_at": facts.date or _temporal_date(layer),
        "system": facts.system or None,
        "attribution": facts.attribution or services.attribution(layer),
        "date2": facts.date2 or None,
    }


def valid_mask(layer: QgsRasterLayer) -> Optional[str]:
    """Return the raster that says what of an image was observed (clouds); None where it has none, or it is gone.

    A project that was moved has it beside the image.
    """
    stored = image_facts.text_property(layer, image_facts.MASK_PROPERTY)
    if not stored:
        return None
    beside = Path(layer.source()).with_name(Path(stored).name)
    return next((str(path) for path in (Path(stored), beside) if path.is_file()), None)


def has_lost_mask(layer: QgsRasterLayer) -> bool:
    """Tell whether an image was loaded with a mask that is no longer there: its clouds would count as ground."""
    return bool(image_facts.text_property(layer, image_facts.MASK_PROPERTY)) and valid_mask(layer) is None


def _temporal_date(layer: QgsRasterLayer) -> Optional[str]:
    """Return the date of a layer with a fixed temporal range that lies within one day."""
    properties = layer.temporalProperties()
    if properties is None or not properties.isActive():
        return None
    span = properties.fixedTemporalRange()
    begin, end = span.begin(), span.end()
    if not begin.isValid() or (end.isValid() and begin.daysTo(end) > 1):
        return None
    return str(begin.date().toString("yyyy-MM-dd"))


def _crs_override(layer: QgsRasterLayer) -> Optional[str]:
    own = layer.dataProvider().crs()
    return crs_text(layer.crs()) or None if layer.crs().isValid() and layer.crs() != own else None


def _nodata_override(layer: QgsRasterLayer) -> Optional[float]:
    """Return the single value that the user declared as nodata, the same for all bands, or None."""
    provider = layer.dataProvider()
    found = set()
    for band in range(1, provider.bandCount() + 1):
        ranges = provider.userNoDataValues(band)
        if len(ranges) != 1 or ranges[0].min() != ranges[0].max():
            return None
        found.add(float(ranges[0].min()))
    return found.pop() if len(found) == 1 else None
