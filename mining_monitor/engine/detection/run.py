"""Detection: an image and a model become sectors (ARCHITECTURE "The way of a detection", steps 5 to 8)."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import BandChoice
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.contract.results import ClassTotal, DetectPlan, Notice
from mining_monitor.engine.detection.blend import Blender
from mining_monitor.engine.detection.mapbuilder import ClassMap, MapBuilder, ObservedGround
from mining_monitor.engine.detection.outlines import LONGEST_EDGE_M
from mining_monitor.engine.detection.pipeline import SCORING_SHARE, ScoringClock, TileScorer
from mining_monitor.engine.detection.rasters import output_error
from mining_monitor.engine.detection.sectors import SectorFile, cut_at_antimeridian
from mining_monitor.engine.detection.tiles import LARGEST_OVERLAP, TileLayout, layout, tile_shape
from mining_monitor.engine.imagery.bands import choose_bands
from mining_monitor.engine.imagery.extent import ExtentMask, window_of
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.ground import ToLonLat, polygon_areas_m2
from mining_monitor.engine.imagery.modelgrid import ModelGrid, model_grid
from mining_monitor.engine.imagery.radiometry import Conversion, conversion_for
from mining_monitor.engine.imagery.reader import StripReader
from mining_monitor.engine.imagery.source import RasterImage, open_image
from mining_monitor.engine.imagery.validmask import ValidMask
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import class_code

LOGGER = logging.getLogger(__name__)

#: Wall seconds a tile of finished runs, by model and tile size: what a plan's estimate rests on.
_SECONDS_A_TILE: dict[tuple[str, int, int], float] = {}


@dataclass(frozen=True)
class Timing:
    """Wall seconds of a run: in all, in the model, waiting for pixels, waiting for blending, after the last tile."""

    total_s: float
    predict_s: float
    read_wait_s: float
    blend_wait_s: float
    finish_s: float


@dataclass(frozen=True)
class Detection:
    """What a detection found; files lie in the run folder.

    Attributes
    ----------
    class_raster : Path
        uint8, 0..9, 255 = not observed (also its nodata value), with LAMES colours; agrees with the sectors pixel by
        pixel unless they are simplified.
    confidence_raster : Path or None
        float32, 0..1, NaN = not observed; only when the request asks for one.
    sectors : SectorFile
        Polygons in EPSG:4326.
    observed : ObservedGround
    not_observed_m2 : dict
        Ground by reason, ``nodata`` and ``mask``; what the extent's polygon leaves out does not count.
    totals : tuple of ClassTotal
    grid : Grid
        Of the class raster.
    image_gsd_m, gsd_m : float
        Ground sampling distance of the image and of the class raster at the centre of the run.
    bands : tuple of BandChoice
    tiles, tile_size : int
        Tiles that were scored, and their width.
    warnings : tuple of Notice
    timing : Timing
    """

    class_raster: Path
    confidence_raster: Path | None
    sectors: SectorFile
    observed: ObservedGround
    not_observed_m2: dict[str, float]
    totals: tuple[ClassTotal, ...]
    grid: Grid
    image_gsd_m: float
    gsd_m: float
    bands: tuple[BandChoice, ...]
    tiles: int
    tile_size: int
    warnings: tuple[Notice, ...]
    timing: Timing


@dataclass(frozen=True)
class _Prepared:
    image: RasterImage
    bands: tuple[BandChoice, ...]
    conversion: Conversion
    target: ModelGrid
    inside: ExtentMask
    tiles: TileLayout
    notices: tuple[Notice, ...]


def plan(request: DetectRequest, segmenter: Segmenter) -> DetectPlan:
    """Say what a detection would do; reads a few windows of the image at most.

    Raises
    ------
    ImageError, BandsError, ExtentError, ParameterError
    """
    with _prepared(request, segmenter) as prepared:
        tiles = prepared.tiles
        seconds = _SECONDS_A_TILE.get((segmenter.sha256, tiles.tile_width, tiles.tile_height))
        return DetectPlan(
            area_m2=_asked_area_m2(prepared),
            width=tiles.width,
            height=tiles.height,
            tiles=tiles.count,
            tile_size=tiles.tile_width,
            image_gsd_m=_mean(prepared.target.native_gsd_m),
            grid_gsd_m=_mean(prepared.target.gsd_m),
            bands=prepared.bands,
            model_name=segmenter.name,
            seconds=None if seconds is None else seconds * tiles.count,
            warnings=prepared.notices,
        )


def detect(request: DetectRequest, segmenter: Segmenter, folder: Path, job: Job) -> Detection:
    """Run a model over an image and return its sectors.

    Parameters
    ----------
    request : DetectRequest
        ``output``, ``class_raster`` and the like are the caller's affair, except that ``confidence_raster`` says
        whether a confidence raster is written at all.
    segmenter : Segmenter
    folder : Path
        Existing folder of this run alone; everything is written into it. After an error it holds rubbish: remove it.
    job : Job
        Told of progress and previews; checked at every tile.

    Raises
    ------
    ImageError, BandsError, ExtentError, ParameterError, ModelError, OutputError, CancelledError
    """
    started = time.perf_counter()
    job.on_cancel(segmenter.cancel)
    job.report(Progress(0.0, "open", "Opening the image"))
    with _prepared(request, segmenter) as prepared:
        try:
            found, clock = _run(request, segmenter, prepared, folder, job)
        except OSError as error:
            raise output_error(folder / "class.tif", error) from error
    tiles = prepared.tiles
    if clock.tiles:
        _SECONDS_A_TILE[segmenter.sha256, tiles.tile_width, tiles.tile_height] = clock.scored_s / clock.tiles
    total = time.perf_counter() - started
    timing = Timing(total, clock.predict_s, clock.read_wait_s, clock.blend_wait_s, total - clock.scored_s)
    LOGGER.info("%d sectors from %d tiles in %.1f s", len(found.sectors), clock.tiles, total)
    return Detection(
        class_raster=found.class_raster,
        confidence_raster=found.confidence_raster,
        sectors=found.sectors,
        observed=found.observed,
        not_observed_m2=found.not_observed_m2,
        totals=found.sectors.totals(),
        grid=prepared.target.grid,
        image_gsd_m=_mean(prepared.target.native_gsd_m),
        gsd_m=_mean(prepared.target.gsd_m),
        bands=prepared.bands,
        tiles=clock.tiles,
        tile_size=tiles.tile_width,
        warnings=(*prepared.notices, *found.notices),
        timing=timing,
    )


@contextlib.contextmanager
def _prepared(request: DetectRequest, segmenter: Segmenter) -> Iterator[_Prepared]:
    overlap = _checked(request, segmenter)
    with open_image(request.image) as image:
        bands = choose_bands(image.bands, segmenter.band_roles, request.bands, image=image.name)
        window = window_of(request.extent, image.grid, image=image.name)
        target = model_grid(image.grid, window, segmenter.gsd_m, segmenter.gsd_range_m, name=image.name)
        inside = ExtentMask(request.extent, target.grid, image=image.name)
        conversion, notices = conversion_for(image, [band.index for band in bands], segmenter.value_range)
        shape = tile_shape(segmenter, target.grid.width, target.grid.height)
        tiles = layout(target.grid.width, target.grid.height, shape, overlap)
        yield _Prepared(image, bands, conversion, target, inside, tiles, (*target.notices, *notices))


def _checked(request: DetectRequest, segmenter: Segmenter) -> float:
    """Return the overlap; refuse parameters that are out of their range."""
    overlap = segmenter.overlap if request.overlap is None else request.overlap
    limits = {
        "overlap": (overlap, 0.0, LARGEST_OVERLAP),
        "min_confidence": (request.min_confidence, 0.0, 1.0),
        "min_area_m2": (request.min_area_m2, 0.0, np.inf),
        "simplify_px": (request.simplify_px, 0.0, 100.0),
    }
    limits.update({f"min_area_by_class {k}": (v, 0.0, np.inf) for k, v in (request.min_area_by_class or {}).items()})
    for name, (value, low, high) in limits.items():
        if not low <= value <= high:
            raise ParameterError(f"{name} is {value}; it must lie between {low:g} and {high:g}.", parameter=name)
    return overlap


def _min_areas(request: DetectRequest) -> npt.NDArray[np.float64]:
    """Return the minimum area by class code, shape (256,); ``other`` has none unless it is named."""
    areas = np.zeros(256)
    areas[1:10] = request.min_area_m2
    for key, value in (request.min_area_by_class or {}).items():
        code = class_code(key)
        if code is None:
            raise ParameterError(f"'{key}' in min_area_by_class is no LAMES class.", parameter="min_area_by_class")
        areas[code] = value
    return areas


def _run(
    request: DetectRequest, segmenter: Segmenter, prepared: _Prepared, folder: Path, job: Job
) -> tuple[ClassMap, ScoringClock]:
    builder = MapBuilder(
        prepared.target.grid, folder, job, min_area_m2=_min_areas(request), simplify_px=request.simplify_px,
        wants_confidence=request.confidence_raster is not None,
    )  # fmt: skip
    with contextlib.closing(builder):
        clock = _score(request, segmenter, prepared, builder, job)
        job.check()

        def report(share: float) -> None:
            job.report(Progress(SCORING_SHARE + (1 - SCORING_SHARE) * share, "polygons", "Tracing polygons"))

        report(0.0)
        return builder.finish(report), clock


def _score(
    request: DetectRequest, segmenter: Segmenter, prepared: _Prepared, builder: MapBuilder, job: Job
) -> ScoringClock:
    """Run the model over the image; its large arrays are gone when this returns."""
    mask = ValidMask(request.valid_mask, prepared.target.grid) if request.valid_mask else None
    with contextlib.closing(mask) if mask else contextlib.nullcontext():
        indexes = [band.index for band in prepared.bands]
        reader = StripReader(
            prepared.image, indexes, prepared.conversion, prepared.target, inside=prepared.inside, mask=mask
        )
        blender = Blender(prepared.tiles, segmenter.class_codes, request.min_confidence)
        scorer = TileScorer(reader, segmenter, prepared.tiles, blender, job)
        scorer.run(builder.add)
        return scorer.clock


def _asked_area_m2(prepared: _Prepared) -> float:
    """Return the geodesic area of the extent that was asked for, as far as the image goes."""
    grid = prepared.target.grid
    outline = shapely.box(0, 0, grid.width, grid.height)
    if prepared.inside.geometry is not None:
        outline = shapely.intersection(outline, prepared.inside.geometry)
    longest = max(LONGEST_EDGE_M / max(prepared.target.gsd_m), max(grid.width, grid.height) / 256)
    to_lonlat = ToLonLat(grid)
    placed = shapely.transform(
        shapely.segmentize(outline, longest), lambda p: np.column_stack(to_lonlat(p[:, 0], p[:, 1]))
    )
    parts = shapely.get_parts(placed)
    parts = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    return float(polygon_areas_m2(cut_at_antimeridian(parts)[0]).sum())


def _mean(gsd_m: tuple[float, float]) -> float:
    return float(np.sqrt(gsd_m[0] * gsd_m[1]))
