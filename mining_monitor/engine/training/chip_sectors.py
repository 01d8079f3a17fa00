"""Sectors in the pixels of an image, as chips need them: what lies on top, its site, and what was observed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer

from mining_monitor.engine.imagery.source import RasterImage
from mining_monitor.engine.monitoring.sector_map import SITE_CODE, SectorMap, partition
from mining_monitor.schema.fields import STORAGE_CRS

#: A degree of an outline is cut into pieces of this length, so that it follows its straight line in another CRS.
_SEGMENT_DEG = 0.01


@dataclass(frozen=True)
class PixelSectors:
    """Sectors in pixels (column, row) of an image, those that lie below first."""

    polygons: npt.NDArray[Any]
    codes: npt.NDArray[np.int_]
    sites: tuple[str, ...]
    observed: Any


def in_pixels(sectors: SectorMap, image: RasterImage) -> PixelSectors:
    """Move sectors to pixels: whole sites below, then each piece of ground with the sector that lies on top."""
    to_crs = Transformer.from_crs(STORAGE_CRS, image.grid.crs, always_xy=True)
    to_pixels = ~image.grid.transform

    def moved(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(to_pixels * to_crs.transform(xy[:, 0], xy[:, 1]))

    below, above = sectors.only(sectors.codes == SITE_CODE), partition(sectors)
    geometries = np.concatenate([below.geometries, above.geometries])
    polygons = shapely.transform(shapely.segmentize(geometries, _SEGMENT_DEG), moved)
    is_here = np.array([bool(np.isfinite(shapely.get_coordinates(polygon)).all()) for polygon in polygons], bool)
    rows = [*below.rows, *above.rows]
    observed = sectors.observed
    if observed is not None:
        observed = shapely.transform(shapely.segmentize(observed, _SEGMENT_DEG), moved)
        observed = shapely.union_all([observed, *polygons[is_here]])  # where somebody drew, somebody looked
        shapely.prepare(observed)
    sites = [_site(row, geometry) for row, geometry in zip(rows, geometries, strict=True)]
    codes = np.concatenate([below.codes, above.codes])
    return PixelSectors(
        polygons[is_here], codes[is_here], tuple(s for s, here in zip(sites, is_here, strict=True) if here), observed
    )


def _site(row: Mapping[str, Any], geometry: Any) -> str:
    """Return a sector's site; without one, the 1-degree cell that it lies in."""
    named = str(row.get("site_id") or "").strip()
    if named:
        return named
    centre = shapely.centroid(geometry)
    return f"cell {int(np.floor(centre.x))} {int(np.floor(centre.y))}"
