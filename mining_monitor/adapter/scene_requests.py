"""From what the analyst chooses to the requests of ``contract.products``, and where a loaded scene goes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import List, Optional, Sequence, Tuple

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject, QgsVectorLayer

from mining_monitor.adapter import project_file
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import ExtentError, ParameterError
from mining_monitor.contract.imagery import SENTINEL2_ROLES
from mining_monitor.schema.fields import STORAGE_CRS

#: How the numbers of a loaded image are written (LoadSentinel2Request.rendering).
RENDERINGS = ("dn", "reflectance", "true-colour", "tci")
COMPOSITES = ("first", "least-cloudy", "median")
OFFSETS = ("auto", "add", "applied", "none")
RESOLUTIONS_M = (10, 20, 60)

#: What may be masked (MaskRules.classes), and what is by default (DOMAIN 2.4).
MASKS = ("cloud", "shadow", "cirrus", "saturated", "snow")
DEFAULT_MASKS = ("cloud", "shadow", "cirrus", "saturated")

#: Band lists that are offered, most useful first.
BAND_SETS = (
    "B02,B03,B04,B08", "B02,B03,B04,B08,B11,B12", "B02,B03,B04", "B01,B02,B03,B04,B05,B06,B07,B08,B8A,B09,B11,B12",
)  # fmt: skip

_EXTRA_BANDS = ("SCL", "AOT", "WVP", "TCI")

#: Most polygons that go into a mask rule.
_MAX_POLYGONS = 2000


def parse_band_names(text: str) -> Tuple[str, ...]:
    """Read a list such as ``B04, B03; nir``; empty: as the engine chooses.

    Raises
    ------
    ParameterError
        A name is no band of Sentinel-2.
    """
    roles = set(SENTINEL2_ROLES.values())
    names: List[str] = []
    for part in re.split(r"[,;\s]+", text.strip()):
        name = part.upper()
        if not part:
            continue
        if re.fullmatch(r"B\d", name):
            name = f"B0{name[1]}"
        if name not in SENTINEL2_ROLES and name not in _EXTRA_BANDS and part.lower() not in roles:
            raise ParameterError(
                tr("'{}' is no band of Sentinel-2. Write names such as B02,B03,B04,B08.").format(part),
                parameter="BANDS", value=text,
            )  # fmt: skip
        name = name if name in SENTINEL2_ROLES or name in _EXTRA_BANDS else part.lower()
        if name in names:
            raise ParameterError(tr("The band {} is named twice.").format(name), parameter="BANDS", value=text)
        names.append(name)
    return tuple(names)


def imagery_folder(project: QgsProject) -> Path:
    """Return where loaded images go: a folder beside the project file."""
    return project_file.project_path(project).parent / "imagery"


def output_path(project: QgsProject, place: str, date: str) -> Path:
    """Return a name for a loaded image that is not taken: place and date."""
    stem = " ".join(part for part in (place.strip() or tr("Sentinel-2"), date[:10]) if part)
    stem = "".join(c if c.isalnum() or c in "-_." else "_" for c in stem)[:80].strip("._") or "scene"
    folder = imagery_folder(project)
    candidate, number = folder / f"{stem}.tif", 2
    while candidate.exists():
        candidate = folder / f"{stem}-{number}.tif"
        number += 1
    return candidate


def mask_path(output: Path) -> Path:
    """Return where the mask of a loaded image goes."""
    return output.with_name(f"{output.stem}-observed.tif")


def polygons_wgs84(layer: Optional[QgsVectorLayer]) -> Tuple[str, ...]:
    """Return a layer's polygons (the selected ones where some are) as WKT in EPSG:4326, for mask rules.

    Raises
    ------
    ExtentError
        There are too many, or they cannot be transformed.
    """
    if layer is None:
        return ()
    context = QgsProject.instance().transformContext()
    to_wgs84 = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(STORAGE_CRS), context)
    features = layer.selectedFeatures() if layer.selectedFeatureCount() else layer.getFeatures()
    found: List[str] = []
    for feature in features:
        if not feature.hasGeometry():
            continue
        if len(found) >= _MAX_POLYGONS:
            raise ExtentError(
                tr("'{layer}' has more than {limit} polygons. Select those that matter here.").format(
                    layer=layer.name(), limit=_MAX_POLYGONS
                )
            )
        geometry = QgsGeometry(feature.geometry())
        if geometry.transform(to_wgs84) != 0:
            raise ExtentError(tr("The polygons of '{}' cannot be transformed to WGS 84.").format(layer.name()))
        geometry.get().dropZValue()
        geometry.get().dropMValue()
        found.append(geometry.asWkt(9))
    return tuple(found)


def is_product(path: Path) -> bool:
    """Tell whether a file or folder looks like a Sentinel-2 product or a STAC item, by its name."""
    name = path.name.upper()
    if path.is_dir():
        return name.endswith(".SAFE") or any(path.glob("MTD_MSI*.xml"))
    if name.endswith(".ZIP"):
        return bool(re.match(r"S2[A-D]_", name))
    return bool(re.fullmatch(r"MTD_MSIL(1C|2A)\.XML|S2[A-D]_OPER_MTD_.*\.XML", name))


def common_place(tiles: Sequence[str]) -> str:
    """Return a first name for a place: the tile, as Sentinel-2's grid calls it."""
    names = sorted({tile.strip().lstrip("T") for tile in tiles if tile.strip()})
    return ", ".join(names[:2]) + ("…" if len(names) > 2 else "")
