"""Outlines of sectors: traced, simplified as one coverage where asked, placed in EPSG:4326, kept on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.results import Notice
from mining_monitor.engine.detection.rings import Polygons, densified, polygons_of, rings_of
from mining_monitor.engine.detection.runs import Ints, Runs
from mining_monitor.engine.detection.sectors import SectorFile, SectorWriter, WkbSpool
from mining_monitor.engine.detection.simplify import groups_of, simplified
from mining_monitor.engine.detection.trace import TracedRegions, Tracer
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.ground import ToLonLat
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import OTHER

#: Longest straight edge in metres before it gets vertices: its chord then stays within 1 cm of the curve that it is in
#: another CRS (sagitta = length^2 / 8 / earth radius), the precision of published coordinates (DOMAIN 1.4).
LONGEST_EDGE_M = 700.0


class SectorOutlines:
    """Takes runs of a final class map and becomes a ``SectorFile``.

    Parameters
    ----------
    grid : Grid
    folder : Path
        Gets ``sectors.wkb``.
    simplify_px : float
        Tolerance in pixels; 0 keeps pixel edges exactly, with vertices at corners and where three regions meet.
    gsd_m : float
        Ground sampling distance of the grid.
    """

    def __init__(self, grid: Grid, folder: Path, *, simplify_px: float, gsd_m: float) -> None:
        self._tracer = Tracer(grid.width, grid.height, background=(OTHER,))
        self._to_lonlat, self._simplify_px = ToLonLat(grid), simplify_px
        self.longest_px = max(LONGEST_EDGE_M / gsd_m, 1.0)
        self._writer = SectorWriter(folder / "sectors.wkb")
        self._pixels = _PixelOutlines(folder / "outlines.wkb") if simplify_px > 0 else None

    def add(self, runs: Runs) -> None:
        """Take the next rows."""
        self._take(self._tracer.add(runs))

    def finish(self, job: Job, report: Callable[[float], None]) -> tuple[SectorFile, tuple[Notice, ...]]:
        """Trace what is left, simplify, and return the sectors; ``report`` gets the share done, 0.5..1."""
        self._take(self._tracer.finish())
        kept = self._simplify(self._pixels, job, report) if self._pixels else 0
        sectors = self._writer.close()
        return sectors, (*self._kept_notice(kept), *self._lost_notice())

    def abandon(self) -> None:
        """Close all files after a failure."""
        self._writer.abandon()
        if self._pixels:
            self._pixels.spool.close()

    def _take(self, regions: TracedRegions) -> None:
        if not len(regions):
            return
        confidence = np.clip(regions.score / regions.pixels, 0, 1)
        rings = rings_of(regions)
        if self._pixels:
            self._pixels.append(polygons_of(rings), regions.value, confidence, regions.first)
        else:
            polygons = polygons_of(densified(rings, self.longest_px), self._to_lonlat)
            self._writer.add(polygons, regions.value, confidence, regions.first)

    def _simplify(self, pixels: _PixelOutlines, job: Job, report: Callable[[float], None]) -> int:
        kept = done = 0
        for group in pixels.groups():
            job.check()
            simple, unchanged = simplified(group.polygons, self._simplify_px)
            kept += unchanged
            placed = shapely.orient_polygons(shapely.transform(simple, self._place), exterior_cw=False)
            self._writer.add(placed, group.code, group.confidence, group.first)
            done += len(group.code)
            report(0.5 + 0.5 * done / pixels.count)
        pixels.close()
        return kept

    def _place(self, points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(self._to_lonlat(points[:, 0], points[:, 1]))

    def _kept_notice(self, kept: int) -> tuple[Notice, ...]:
        if not kept:
            return ()
        text = (
            f"{kept} polygons keep their pixel edges: simplified by {self._simplify_px:g} pixels they would vanish, or "
            "they touch more others than can be simplified at once."
        )
        return (Notice("kept-pixel-edges", text, {"polygons": kept, "simplify_px": self._simplify_px}),)

    def _lost_notice(self) -> tuple[Notice, ...]:
        lost = self._writer.without_position
        if not lost:
            return ()
        text = (
            f"{lost} polygons lie where the image's coordinate system has no position on the earth; they are left out."
        )
        return (Notice("without-position", text, {"polygons": lost}),)


@dataclass(frozen=True)
class _Group:
    polygons: Polygons
    code: npt.NDArray[np.uint8]
    confidence: npt.NDArray[np.float64]
    first: Ints


class _PixelOutlines:
    """Polygons in pixel coordinates on disk, to be simplified group by group."""

    def __init__(self, path: Path) -> None:
        self.spool = WkbSpool(path)
        self.count = 0
        self._bounds = [np.empty((0, 4))]
        self._vertices = [np.empty(0, np.int64)]
        self._code = [np.empty(0, np.uint8)]
        self._confidence = [np.empty(0)]
        self._first = [np.empty(0, np.int64)]

    def append(
        self, polygons: Polygons, code: npt.NDArray[np.uint8], confidence: npt.NDArray[np.float64], first: Ints
    ) -> None:
        self.spool.append(polygons)
        self.count += len(polygons)
        self._bounds.append(shapely.bounds(polygons))
        self._vertices.append(shapely.get_num_coordinates(polygons).astype(np.int64))
        self._code.append(code)
        self._confidence.append(confidence)
        self._first.append(first)

    def groups(self) -> Iterator[_Group]:
        offset, size = self.spool.places()
        code, confidence = np.concatenate(self._code), np.concatenate(self._confidence)
        first = np.concatenate(self._first)
        for batch in groups_of(np.concatenate(self._bounds), np.concatenate(self._vertices)):
            polygons = self.spool.read(offset[batch], size[batch])
            yield _Group(polygons, code[batch], confidence[batch], first[batch])

    def close(self) -> None:
        self.spool.close()
        self.spool.path.unlink(missing_ok=True)
