"""Which band of an image plays which role, and where what is made of it goes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import List, Tuple

from qgis.core import QgsProject, QgsRasterLayer

from mining_monitor.adapter import image_refs, raster_styles, scene_requests
from mining_monitor.contract.imagery import SENTINEL2_ROLES, BandChoice
from mining_monitor.gui.image_words import ImageWords

_BAND_NAME = re.compile(r"\b(B\d[0-9A]?)\b", re.IGNORECASE)


def roles_of(layer: QgsRasterLayer, image_words: ImageWords) -> Tuple[BandChoice, ...]:
    """Return which band plays which role: as the engine says, else from Sentinel-2 names, else three bands are RGB."""
    description = image_words.description(layer)
    if description is not None and description.roles:
        return description.roles
    provider = layer.dataProvider()
    if provider is None or image_refs.is_picture(provider):
        return ()
    found: List[BandChoice] = []
    for band in range(1, layer.bandCount() + 1):
        match = _BAND_NAME.search(layer.bandName(band).split(":", 1)[-1])
        name = match.group(1).upper() if match else ""
        name = f"B0{name[1]}" if len(name) == 2 else name
        if name in SENTINEL2_ROLES:
            found.append(BandChoice(SENTINEL2_ROLES[name], band))
    if not found and layer.bandCount() in (3, 4) and raster_styles.is_bytes(layer):
        return (BandChoice("red", 1), BandChoice("green", 2), BandChoice("blue", 3))
    return tuple(found)


def index_path(layer: QgsRasterLayer, index: str) -> Path:
    """Return where an index of an image goes: beside its file where that is ours, else with the loaded images."""
    source = Path(layer.source())
    folder = scene_requests.imagery_folder(QgsProject.instance())
    stem = source.stem if source.suffix else layer.name()
    safe = "".join(c if c.isalnum() or c in "-_." else "_" for c in stem)[:80] or "image"
    return folder / f"{safe}-{index}.tif"
