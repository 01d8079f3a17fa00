"""Sentinel-2 products on disk: SAFE folders and .zip of them, L1C and L2A, any baseline (DOMAIN 2.1 to 2.3)."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

import numpy.typing as npt
import rasterio
from rasterio.errors import RasterioError

from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.products import OffsetDecision, ProductBand, ProductDescription
from mining_monitor.contract.results import Notice
from mining_monitor.engine.imagery.crs import crs_text, read_crs
from mining_monitor.engine.imagery.sentinel2.files import ProductFiles, is_product, product_files
from mining_monitor.engine.imagery.sentinel2.metadata import ProductMetadata, crs_of_tile, iso_time, read_metadata
from mining_monitor.engine.imagery.sentinel2.offset import CHECKED_BANDS, Declared, decide_offset
from mining_monitor.engine.imagery.sentinel2.placement import open_in_place, places_of
from mining_monitor.engine.imagery.sentinel2.sources import (
    BAND_IDS,
    CLOUD_PROBABILITY,
    L1C_MASKS,
    SCENE_CLASSES,
    SNOW_PROBABILITY,
    TRUE_COLOUR,
    SceneSource,
    SourceBand,
    ordered_names,
    role_of,
)
from mining_monitor.engine.imagery.sentinel2.words import product_in_words
from mining_monitor.engine.imagery.sentinel2.xmltree import Element, parse_xml

__all__ = ["describe_product", "is_product", "open_product"]

#: How the main metadata of every format begin.
_ROOT = re.compile(r"Level-(1C|2A)(p|Ap)?_User_Product")

ATTRIBUTION = "Contains modified Copernicus Sentinel data {year}"

_IMAGE = re.compile(r".*_(?P<name>B0[1-9]|B1[0-2]|B8A|SCL|TCI|AOT|WVP)(?:_(?P<gsd>10|20|60)m)?\.jp2", re.IGNORECASE)
_PROBABILITY = re.compile(r"(?:MSK_|.*_)(?P<name>CLDPRB|SNWPRB|CLD|SNW)_(?P<gsd>20|60)m\.jp2", re.IGNORECASE)
_PROBABILITY_NAMES = {
    "CLDPRB": CLOUD_PROBABILITY, "CLD": CLOUD_PROBABILITY, "SNWPRB": SNOW_PROBABILITY, "SNW": SNOW_PROBABILITY,
}  # fmt: skip

#: Pixel sizes of L1C, where names do not say them (DOMAIN 2.1).
_L1C_GSD = {"B01": 60.0, "B09": 60.0, "B10": 60.0, "B02": 10.0, "B03": 10.0, "B04": 10.0, "B08": 10.0, "TCI": 10.0}

#: Pixels a side of a band that are looked at for the pixel check.
_SAMPLE_PX = 512


def open_product(path: str) -> tuple[SceneSource, ...]:
    """Open a product: one scene for each of its tiles (one since 2016, up to some dozens before).

    Raises
    ------
    ImageError
        There is no product, or what makes one is missing or damaged.
    """
    files = product_files(path)
    root = parse_xml(files.read(files.main), name=files.main)
    if not _ROOT.fullmatch(root.name):
        raise ImageError(
            f"'{files.main}' of '{path}' is no metadata of a Sentinel-2 product: it begins with '{root.name[:40]}'. "
            "Get the product again from its source.",
            path=path,
        )
    metadata = read_metadata(root, files.root_name)
    granules = sorted({name.split("/")[1] for name in files.names if re.match(r"GRANULE/[^/]+/", name)})
    scenes = [_scene(files, metadata, granule, len(granules) > 1) for granule in granules]
    found = tuple(scene for scene in scenes if scene is not None)
    if not found:
        raise ImageError(
            f"'{path}' holds no image files (GRANULE/.../IMG_DATA/*.jp2): not all of the product was copied.", path=path
        )
    return found


def describe_product(path: str) -> ProductDescription:
    """Say what a product is; raises what ``open_product`` raises."""
    return description_of(path, open_product(path))


def description_of(path: str, scenes: tuple[SceneSource, ...]) -> ProductDescription:
    """Say what scenes that were opened from one path are."""
    first = scenes[0]
    names = ordered_names(name for scene in scenes for name in scene.names())
    sizes = {name: {band.gsd_m for scene in scenes for band in scene.bands if band.name == name} for name in names}
    return ProductDescription(
        path=path,
        product_id=first.facts.get("product_id", first.scene_id),
        level=first.level,
        baseline=first.baseline,
        sensed_at=first.sensed_at,
        satellite=first.satellite,
        tile=" ".join(dict.fromkeys(scene.tile for scene in scenes)),
        crs=tuple(dict.fromkeys(scene.crs for scene in scenes)),
        bands=tuple(ProductBand(name, role_of(name), tuple(sorted(sizes[name]))) for name in names),
        offset=first.decision,
        cloud_percent=first.cloud_percent,
        footprint=first.footprint,
        in_words=product_in_words(first, scenes),
        warnings=tuple(notice for scene in scenes for notice in scene.warnings),
    )


def _scene(files: ProductFiles, metadata: ProductMetadata, granule: str, is_one_of_many: bool) -> SceneSource | None:
    inside = f"GRANULE/{granule}/"
    bands = _bands(files, metadata, inside)
    if not any(band.name in BAND_IDS for band in bands):
        return None
    tile_metadata = _tile_metadata(files, inside)
    tile = _tile_name(granule, bands)
    scene_id = f"{metadata.product_id}_T{tile}" if is_one_of_many and tile else metadata.product_id

    def decide() -> OffsetDecision:
        listed = metadata.offsets.get("B04", next(iter(metadata.offsets.values()), None))
        declared = Declared(listed, None, metadata.quantification, files.main)
        return decide_offset("safe", declared, metadata.baseline, lambda: _sample(bands))

    crs, places = _crs(tile_metadata, tile, bands, files.path), places_of(tile_metadata)
    return SceneSource(
        scene_id=scene_id,
        sensed_at=iso_time(tile_metadata.first("SENSING_TIME")) or metadata.sensed_at,
        satellite=metadata.satellite,
        tile=tile,
        baseline=metadata.baseline,
        level=metadata.level,
        crs=crs,
        bands=bands,
        decide=decide,
        footprint=metadata.footprint,
        cloud_percent=metadata.cloud_percent,
        attribution=ATTRIBUTION.format(year=metadata.sensed_at[:4]).strip(),
        path=files.path,
        facts={"product_id": metadata.product_id, "orbit": metadata.orbit, "source": "product"},
        warnings=_missing(metadata, files, granule, is_one_of_many),
        open_band=lambda band: open_in_place(band, places, crs),
    )


def _bands(files: ProductFiles, metadata: ProductMetadata, inside: str) -> tuple[SourceBand, ...]:
    found = []
    for name in files.names:
        if not name.startswith(inside):
            continue
        folder, file = name[len(inside) :].split("/")[0], PurePosixPath(name).name
        if folder == "IMG_DATA" and (match := _IMAGE.fullmatch(file)):
            found.append(_image_band(files.gdal_path(name), match, metadata))
        elif file.upper() == "MSK_CLASSI_B00.JP2":
            path = files.gdal_path(name)
            found += [
                SourceBand(mask, path, 60.0, index, nodata=None, saturated=None, offset=0.0, quantification=1.0)
                for index, mask in enumerate(L1C_MASKS, start=1)
            ]
        elif match := _PROBABILITY.fullmatch(file):
            logical = _PROBABILITY_NAMES[match["name"].upper()]
            found.append(
                SourceBand(logical, files.gdal_path(name), float(match["gsd"]), nodata=None, saturated=None,
                           offset=0.0, quantification=1.0)
            )  # fmt: skip
    return tuple(found)


def _image_band(path: str, match: re.Match[str], metadata: ProductMetadata) -> SourceBand:
    name = match["name"].upper()
    gsd_m = float(match["gsd"] or _L1C_GSD.get(name, 20.0))
    if name == TRUE_COLOUR:  # 0 is a colour, too: what is valid says B04 (DOMAIN 2.5)
        return SourceBand(name, path, gsd_m, nodata=None, saturated=None, offset=0.0, quantification=1.0)
    if name == SCENE_CLASSES:
        return SourceBand(name, path, gsd_m, saturated=None, offset=0.0, quantification=1.0)
    if name in metadata.other_quantification:
        quantification = metadata.other_quantification[name]
        return SourceBand(name, path, gsd_m, saturated=None, offset=0.0, quantification=quantification)
    offset = metadata.offsets.get(name)
    return SourceBand(name, path, gsd_m, nodata=metadata.nodata, saturated=metadata.saturated, offset=offset)


def _tile_metadata(files: ProductFiles, inside: str) -> Element:
    """Return the metadata of a tile; an empty element where the product has none."""
    names = [name for name in files.names if re.fullmatch(re.escape(inside) + r"[^/]+\.xml", name)]
    return parse_xml(files.read(names[0]), name=names[0]) if names else Element("")


def _tile_name(granule: str, bands: tuple[SourceBand, ...]) -> str:
    for text in (granule, *(PurePosixPath(band.path).name for band in bands)):
        match = re.search(r"(?:^|_)T(\d{2}[A-Z]{3})(?:_|$|\.)", text)
        if match:
            return match.group(1)
    return ""


def _crs(tile_metadata: Element, tile: str, bands: tuple[SourceBand, ...], path: str) -> str:
    """Return the CRS that the tile's metadata name, else that of its name, else that of its files."""
    text = tile_metadata.first("HORIZONTAL_CS_CODE") or crs_of_tile(tile)
    if text:
        return crs_text(read_crs(text, name=path))
    try:
        with rasterio.open(bands[0].path) as dataset:
            return f"EPSG:{dataset.crs.to_epsg()}" if dataset.crs and dataset.crs.to_epsg() else ""
    except (RasterioError, OSError, ValueError) as error:
        raise ImageError(
            f"'{path}' does not say in which coordinate system it lies ({error}). Get it again from its source.",
            path=path,
        ) from error


def _missing(metadata: ProductMetadata, files: ProductFiles, granule: str, is_one_of_many: bool) -> tuple[Notice, ...]:
    """Say which image files the metadata list and the product does not hold."""
    present = {PurePosixPath(name).stem for name in files.names if name.lower().endswith(".jp2")}
    listed = [PurePosixPath(image).name for image in metadata.images]
    if is_one_of_many:
        listed = [name for name in listed if name in granule or name.rsplit("_", 1)[0] in granule]
    gone = sorted(name for name in listed if name and name not in present)
    if not gone:
        return ()
    few = ", ".join(gone[:5]) + (" ..." if len(gone) > 5 else "")
    return (
        Notice(
            "product-incomplete",
            f"'{metadata.product_id}' should hold {len(listed)} images, but {len(gone)} are missing: {few}. The other "
            "bands can be used; get the product again for all.",
            {"product": metadata.product_id, "missing": gone[:50], "count": len(gone)},
        ),
    )


def _sample(bands: tuple[SourceBand, ...]) -> dict[str, npt.NDArray[Any]]:
    """Read a coarse picture of B02, B03 and B04 for the pixel check; what cannot be read is left out."""
    found = {}
    for name in CHECKED_BANDS:
        files = [band for band in bands if band.name == name]
        if not files:
            continue
        band = max(files, key=lambda b: b.gsd_m)
        try:
            with rasterio.open(band.path) as dataset:
                shape = (min(dataset.height, _SAMPLE_PX), min(dataset.width, _SAMPLE_PX))
                values = dataset.read(band.index, out_shape=shape)
        except (RasterioError, OSError, ValueError):
            continue
        found[name] = values[(values != band.nodata) & (values != band.saturated)]
    return found
