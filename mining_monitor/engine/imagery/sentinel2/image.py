"""A product as one image that Detect can read at once: a virtual raster over its files, bands named, offset in tags."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import rasterio
import shapely

from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.results import Notice
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.sentinel2.grid import footprint, scene_grid
from mining_monitor.engine.imagery.sentinel2.numbers import Numbers, numbers_of
from mining_monitor.engine.imagery.sentinel2.placement import MisplacedBandError
from mining_monitor.engine.imagery.sentinel2.product import is_product, open_product
from mining_monitor.engine.imagery.sentinel2.sources import BAND_IDS, SYSTEM, SceneSource, SourceBand
from mining_monitor.engine.imagery.sentinel2.words import product_in_words

#: Bands of GDAL's subdatasets, in its order (DOMAIN 2.1): positions that QGIS shows stay what they are.
_SUBDATASET_BANDS = {
    "10m": ("B04", "B03", "B02", "B08"),
    "20m": ("B05", "B06", "B07", "B8A", "B11", "B12"),
    "60m": ("B01", "B09", "B10"),
}
_SUBDATASET = re.compile(r"SENTINEL2_L(?:1C|2A)(?:_TILE)?:.*?\.xml:(\d\dm)(?::EPSG_(\d+))?", re.IGNORECASE)

#: The largest number that a band can hold; where the metadata call it saturated, it is not observed.
_LARGEST = 65_535


@dataclass(frozen=True)
class ProductImage:
    """A product that was opened as one image.

    Attributes
    ----------
    ref : ImageRef
        With name, scene, date, agency and attribution filled in where they were empty.
    dataset : rasterio.DatasetReader
    in_words : str
        What the product is and how its numbers become reflectance.
    warnings : tuple of Notice
    """

    ref: ImageRef
    dataset: Any
    in_words: str
    warnings: tuple[Notice, ...]


def is_product_image(path: str) -> bool:
    """Tell whether a path is opened here: a product, or a subdataset of 10, 20 or 60 m of one."""
    return is_product(path) and (not path.upper().startswith("SENTINEL2_") or _SUBDATASET.fullmatch(path) is not None)


def open_product_image(ref: ImageRef) -> ProductImage:
    """Open a product: all its bands on the grid of the finest, each pixel of 20 m as 2 x 2, nothing interpolated.

    Raises
    ------
    ImageError
        It is damaged, or lies in several UTM zones: such a product has to be loaded first.
    """
    scenes = open_product(ref.path)
    part = _SUBDATASET.fullmatch(ref.path)
    if part and part[2]:
        scenes = tuple(scene for scene in scenes if scene.crs == f"EPSG:{part[2]}") or scenes
    first = scenes[0]
    if len({scene.crs for scene in scenes}) > 1:
        raise ImageError(
            f"'{first.facts.get('product_id')}' lies in {len({scene.crs for scene in scenes})} UTM zones: it is no "
            "single image. Load it with 'Load Sentinel-2 scenes' first.",
            path=ref.path,
        )
    gsd_m = float(part[1][:2]) if part else 10.0
    names = [name for name in first.names() if name in BAND_IDS]
    if part:
        names = [name for name in _SUBDATASET_BANDS.get(part[1].lower(), ()) if name in names]
    if not names:
        raise ImageError(f"'{ref.path}' has no bands. Choose the product itself.", path=ref.path)
    _require_place(scenes, names, gsd_m)
    dataset = rasterio.open(_virtual_raster(scenes, names, gsd_m))
    filled = dataclasses.replace(
        ref,
        name=ref.name or str(first.facts.get("product_id", first.scene_id)),
        scene_id=ref.scene_id or str(first.facts.get("product_id", first.scene_id)),
        observed_at=ref.observed_at or first.sensed_at or None,
        system=ref.system or SYSTEM,
        attribution=ref.attribution or first.attribution,
    )
    warnings = tuple(notice for scene in scenes for notice in scene.warnings)
    return ProductImage(filled, dataset, product_in_words(first, scenes), warnings)


def _require_place(scenes: Sequence[SceneSource], names: Sequence[str], gsd_m: float) -> None:
    """Raise ``ImageError`` where a file lies elsewhere than its tile; what cannot be read says so when it is read."""
    for scene in scenes:
        for name in names:
            try:
                scene.open(scene.band(name, gsd_m)).close()
            except ImageError as error:
                if isinstance(error.__cause__, MisplacedBandError):
                    raise


def _virtual_raster(scenes: Sequence[SceneSource], names: Sequence[str], gsd_m: float) -> str:
    """Return GDAL's XML of a raster that takes each band from its files."""
    finest = min((scenes[0].band(name, gsd_m) for name in names), key=lambda band: band.gsd_m)
    grids = [scene_grid(scene, finest.name, gsd_m) for scene in scenes]
    size = grids[0].transform.a
    west, south, east, north = shapely.total_bounds([footprint(grid, grids[0].crs) for grid in grids]).tolist()
    width, height = round((east - west) / size), round((north - south) / size)
    bands = [
        _virtual_band(number, name, scenes, grids, (west, north), gsd_m) for number, name in enumerate(names, start=1)
    ]
    return (
        f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}"><SRS>{escape(scenes[0].crs)}</SRS>'
        f"<GeoTransform>{west!r},{size!r},0,{north!r},0,{-size!r}</GeoTransform>{''.join(bands)}</VRTDataset>"
    )


def _virtual_band(
    number: int,
    name: str,
    scenes: Sequence[SceneSource],
    grids: Sequence[Grid],
    corner: tuple[float, float],
    gsd_m: float,
) -> str:
    band = scenes[0].band(name, gsd_m)
    numbers = numbers_of(band, scenes[0].decision)
    sources = []
    for scene, grid in zip(scenes, grids):
        file = scene.band(name, gsd_m)
        size = grid.transform.a
        factor = file.gsd_m / size
        col, row = round((grid.transform.c - corner[0]) / size), round((corner[1] - grid.transform.f) / size)
        hidden = _hidden(file, len(scenes) > 1)
        kind = "ComplexSource" if hidden else "SimpleSource"
        sources.append(
            f'<{kind}><SourceFilename relativeToVRT="0">{escape(file.path)}</SourceFilename>'
            f"<SourceBand>{file.index}</SourceBand>"
            f'<SrcRect xOff="0" yOff="0" xSize="{grid.width / factor:g}" ySize="{grid.height / factor:g}"/>'
            f'<DstRect xOff="{col}" yOff="{row}" xSize="{grid.width}" ySize="{grid.height}"/>{hidden}</{kind}>'
        )
    return (
        f'<VRTRasterBand dataType="UInt16" band="{number}"><Description>{name}</Description>'
        f"{_nodata(band.nodata)}{_tags(numbers, scenes[0].decision.state)}{''.join(sources)}</VRTRasterBand>"
    )


def _hidden(file: SourceBand, is_laid_over_others: bool) -> str:
    """Return GDAL's rules for numbers that are no measurement: saturated ones become nodata, others stay as they are.

    Between two pairs of the table GDAL interpolates: each number below the saturated one is itself.
    """
    if file.nodata is None:
        return ""
    rules = f"<NODATA>{file.nodata:g}</NODATA>" if is_laid_over_others else ""
    if file.saturated == _LARGEST:
        rules += f"<LUT>0:0,{_LARGEST - 1}:{_LARGEST - 1},{_LARGEST}:{file.nodata:g}</LUT>"
    return rules


def _nodata(value: float | None) -> str:
    return "" if value is None else f"<NoDataValue>{value:g}</NoDataValue>"


def _tags(numbers: Numbers, state: str) -> str:
    """Return scale and offset; none where it is not certain what they are, so that Detect says so."""
    if state == "ambiguous":
        return ""
    return f"<Offset>{numbers.offset_tag!r}</Offset><Scale>{numbers.scale_tag!r}</Scale>"
