"""Class rows to what a detection leaves: rasters, sectors, observed ground (ARCHITECTURE, steps 7 and 8)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.results import Notice
from mining_monitor.engine.detection.blend import ClassRows
from mining_monitor.engine.detection.census import RegionCensus, RunSpool
from mining_monitor.engine.detection.merge import merged_values
from mining_monitor.engine.detection.outlines import SectorOutlines
from mining_monitor.engine.detection.preview import Preview
from mining_monitor.engine.detection.rasters import class_writer, confidence_writer
from mining_monitor.engine.detection.rings import densified, polygons_of, rings_of
from mining_monitor.engine.detection.runs import Runs, encode, recode
from mining_monitor.engine.detection.sectors import SectorFile, cut_at_antimeridian
from mining_monitor.engine.detection.trace import TracedRegions, Tracer
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.ground import PixelAreas, ToLonLat, ground_gsd_m, polygon_areas_m2
from mining_monitor.engine.imagery.reader import MASKED, NODATA
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import NOT_OBSERVED


@dataclass(frozen=True)
class ObservedGround:
    """What a run could see.

    Attributes
    ----------
    wkb : bytes
        MultiPolygon in EPSG:4326; empty where nothing was seen.
    area_m2 : float
        Geodesic (WGS 84).
    """

    wkb: bytes
    area_m2: float


@dataclass(frozen=True)
class ClassMap:
    """Everything that comes out of the rows of a class map."""

    class_raster: Path
    confidence_raster: Path | None
    sectors: SectorFile
    observed: ObservedGround
    not_observed_m2: dict[str, float]
    notices: tuple[Notice, ...]


class MapBuilder:
    """Takes class rows from the top; memory holds what is still open, the rest is on disk.

    Parameters
    ----------
    grid : Grid
    folder : Path
        Of the run; gets ``class.tif``, ``confidence.tif``, ``sectors.wkb`` and previews.
    job : Job
    min_area_m2 : ndarray of float64, shape (256,)
        By class code; all 0: no merging, and polygons are traced as rows come in.
    simplify_px : float
    wants_confidence : bool
    """

    def __init__(
        self, grid: Grid, folder: Path, job: Job, *, min_area_m2: npt.NDArray[np.float64], simplify_px: float,
        wants_confidence: bool,
    ) -> None:  # fmt: skip
        self._grid, self._job, self._min_area_m2 = grid, job, min_area_m2
        gsd = ground_gsd_m(grid)
        self._areas = PixelAreas.of(grid)
        self._undo = contextlib.ExitStack()
        self._classes = class_writer(folder / "class.tif", grid)
        self._undo.callback(self._classes.abandon)
        self._confidence = confidence_writer(folder / "confidence.tif", grid) if wants_confidence else None
        if self._confidence is not None:
            self._undo.callback(self._confidence.abandon)
        self._outlines = SectorOutlines(grid, folder, simplify_px=simplify_px, gsd_m=max(gsd))
        self._undo.callback(self._outlines.abandon)
        self._observed = _ObservedTracer(grid, self._outlines.longest_px)
        self._preview = Preview(grid, folder, job)
        self._unseen_m2 = np.zeros(256)
        self._census: RegionCensus | None = None
        self._spool: RunSpool | None = None
        if min_area_m2.any():
            self._census = RegionCensus(grid.width, self._areas, min_area_m2, pixel_shape=gsd[0] / gsd[1])
            self._spool = RunSpool(folder / "runs.npy")
            self._undo.callback(self._spool.close)

    def add(self, rows: ClassRows) -> None:
        """Take the next rows."""
        if self._confidence is not None:
            self._confidence.write(rows.confidence)
        runs = encode(rows.row0, rows.codes, rows.confidence)
        self._observed.add(runs)
        self._count_unseen(rows)
        self._preview.add(rows.row0, rows.codes)
        if self._census is not None and self._spool is not None:
            self._spool.append(runs, self._census.add(runs))
        else:
            self._classes.write(rows.codes)
            self._outlines.add(runs)

    def finish(self, report: Callable[[float], None]) -> ClassMap:
        """Merge, trace what is left, simplify, close; ``report`` gets the share done, 0..1."""
        if self._census is not None and self._spool is not None:
            self._merge(self._census, self._spool, report)
        sectors, notices = self._outlines.finish(self._job, report)
        self._classes.close()
        if self._confidence is not None:
            self._confidence.close()
        if self._spool is not None:
            self._spool.close()
        self._undo.pop_all()
        unseen = {"nodata": float(self._unseen_m2[NODATA]), "mask": float(self._unseen_m2[MASKED])}
        return ClassMap(
            self._classes.path, self._confidence.path if self._confidence else None, sectors,
            self._observed.finish(), unseen, notices,
        )  # fmt: skip

    def close(self) -> None:
        """Close all files that a failure left open."""
        self._undo.close()

    def _merge(self, census: RegionCensus, spool: RunSpool, report: Callable[[float], None]) -> None:
        value = merged_values(census.regions(), self._min_area_m2)
        self._census = None
        for runs, label in spool:
            self._job.check()
            merged = recode(runs, value[label])
            self._classes.write(merged.codes())
            self._outlines.add(merged)
            report(0.5 * runs.row0 / self._grid.height)

    def _count_unseen(self, rows: ClassRows) -> None:
        if not rows.reason.any():
            return
        runs: Runs = encode(rows.row0, rows.reason)
        area = self._areas.at(runs.row.astype(float), runs.col + (runs.length - 1) / 2) * runs.length
        self._unseen_m2 += np.bincount(runs.value, area, 256)


class _ObservedTracer:
    """Polygons of all that is not 255."""

    def __init__(self, grid: Grid, longest_px: float) -> None:
        self._tracer = Tracer(grid.width, grid.height)
        self._to_lonlat, self._longest_px = ToLonLat(grid), longest_px
        self._values = np.ones(256, np.uint8)
        self._values[NOT_OBSERVED] = NOT_OBSERVED
        self._parts: list[shapely.Polygon] = []

    def add(self, runs: Runs) -> None:
        self._take(self._tracer.add(recode(runs, self._values[runs.value])))

    def _take(self, regions: TracedRegions) -> None:
        if len(regions):
            rings = densified(rings_of(regions), self._longest_px)
            parts = polygons_of(rings, self._to_lonlat)
            parts = parts[np.isfinite(shapely.bounds(parts)).all(axis=1)]
            self._parts.extend(cut_at_antimeridian(parts)[0])

    def finish(self) -> ObservedGround:
        self._take(self._tracer.finish())
        area = float(polygon_areas_m2(np.array(self._parts, object)).sum()) if self._parts else 0.0
        return ObservedGround(shapely.to_wkb(shapely.MultiPolygon(self._parts)), area)
