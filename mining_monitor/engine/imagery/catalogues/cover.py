"""How much of an extent a scene really shows: from its scene classes, not from the catalogue's cloud figure."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS

from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.scenes import SceneCover, SceneCoverRequest
from mining_monitor.engine.imagery.catalogues.ground_area import covered_share, ground_area
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.ground import apply_affine, transformer
from mining_monitor.engine.imagery.sentinel2.cover import cover_shares
from mining_monitor.engine.imagery.sentinel2.grid import scene_grid
from mining_monitor.engine.imagery.sentinel2.masks import check_rules
from mining_monitor.engine.imagery.sentinel2.sources import SCENE_CLASSES, SceneSource, open_scenes
from mining_monitor.engine.progress import Job
from mining_monitor.schema.fields import STORAGE_CRS

_RESOLUTION_M = 20.0

#: Pieces that a side of an extent is cut into before it is transformed.
_PIECES = 32


def scene_cover(request: SceneCoverRequest, job: Job) -> SceneCover:
    """Measure the clear share of an extent in a scene; only the window of the scene classes is read.

    Ground of the extent beyond the scene counts as ``nodata``.

    Raises
    ------
    NetworkError, SignInError, CatalogueError, ImageError
        The scene cannot be read.
    BandsError
        It has no scene classes (Level-1C).
    ExtentError, ParameterError
    """
    check_rules(request.rules)
    area = ground_area(request.extent)
    scene = _largest_part(open_scenes(request.item, request.headers), area)
    job.check()
    west, south, east, north = area.bounds
    extent = Extent(west, south, east, north, STORAGE_CRS, area.wkt)
    shares = cover_shares(scene, extent, request.rules, job)
    part = _share_on_grid(area, scene_grid(scene, SCENE_CLASSES, _RESOLUTION_M))
    reasons = {name: share * part for name, share in shares.items() if name != "clear"}
    if part < 1:
        reasons["nodata"] = reasons.get("nodata", 0.0) + 1 - part
    return SceneCover(scene.scene_id, shares["clear"] * part, reasons, scene.bytes_read())


def _largest_part(scenes: Sequence[SceneSource], area: shapely.Geometry) -> SceneSource:
    """Return the part of a product (of one UTM zone) that shows most of an area."""
    if len(scenes) == 1:
        return scenes[0]
    return max(scenes, key=lambda s: covered_share(area, shapely.from_wkt(s.footprint)) if s.footprint else 0.0)


def _share_on_grid(area: shapely.Geometry, grid: Grid) -> float:
    """Return the share of an area in EPSG:4326 that lies on a grid, 0..1."""

    def to_pixels(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        x, y = transformer(CRS.from_user_input(STORAGE_CRS), grid.crs.to_wkt()).transform(points[:, 0], points[:, 1])
        return np.column_stack(apply_affine(~grid.transform, np.asarray(x), np.asarray(y)))

    west, south, east, north = area.bounds
    pixels = shapely.transform(shapely.segmentize(area, max(east - west, north - south) / _PIECES), to_pixels)
    return float(shapely.clip_by_rect(pixels, 0, 0, grid.width, grid.height).area / pixels.area)
