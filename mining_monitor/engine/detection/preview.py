"""A coarse picture of what is finished so far, as GeoJSON, for the map while a detection runs."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.door import Partial
from mining_monitor.engine.detection.rings import Place, polygons_of, rings_of
from mining_monitor.engine.detection.runs import encode
from mining_monitor.engine.detection.trace import Tracer
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.ground import ToLonLat
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import NOT_OBSERVED, OTHER

#: Longer side of the preview in cells.
_CELLS = 256

#: Least seconds between two previews, and how many times its own cost a preview waits: at most 1 % of the run.
_EVERY_S = 2.0
_COST_FACTOR = 100.0


class Preview:
    """Keeps every n-th pixel of the class map and publishes its polygons now and then.

    Parameters
    ----------
    grid : Grid
    folder : Path
        Of the run; the newest two previews stay in it.
    job : Job
    """

    def __init__(self, grid: Grid, folder: Path, job: Job) -> None:
        self._grid, self._folder, self._job = grid, folder, job
        self._step = max(-(-max(grid.width, grid.height) // _CELLS), 1)
        shape = (-(-grid.height // self._step), -(-grid.width // self._step))
        self._cells = np.full(shape, NOT_OBSERVED, np.uint8)
        self._due = time.perf_counter() + _EVERY_S
        self._number = 0

    def add(self, row0: int, codes: npt.NDArray[np.uint8]) -> None:
        """Take finished rows, shape (row, col); publish a preview when one is due."""
        middle = self._step // 2
        first = -(-max(row0 - middle, 0) // self._step)
        rows = np.arange(first, len(self._cells)) * self._step + middle - row0
        rows = rows[(rows >= 0) & (rows < len(codes))]
        cols = np.minimum(np.arange(self._cells.shape[1]) * self._step + middle, self._grid.width - 1)
        self._cells[first : first + len(rows)] = codes[rows][:, cols]
        started = time.perf_counter()
        if started >= self._due:
            self._publish()
            now = time.perf_counter()
            self._due = now + max(_EVERY_S, _COST_FACTOR * (now - started))

    def _publish(self) -> None:
        tracer = Tracer(self._cells.shape[1], self._cells.shape[0], background=(OTHER,))
        place = self._place()
        codes: list[int] = []
        polygons: list[shapely.Polygon] = []
        for regions in (tracer.add(encode(0, self._cells)), tracer.finish()):
            if len(regions):
                codes.extend(regions.value.tolist())
                polygons.extend(polygons_of(rings_of(regions), place))
        self._number += 1
        path = self._folder / f"preview-{self._number}.geojson"
        draft = path.with_suffix(".part")
        draft.write_text(_feature_collection(polygons, codes), encoding="utf-8")
        draft.replace(path)
        with contextlib.suppress(OSError):  # somebody may still read it
            (self._folder / f"preview-{self._number - 2}.geojson").unlink(missing_ok=True)
        self._job.publish(Partial(str(path), len(codes)))

    def _place(self) -> Place:
        to_lonlat, grid, step = ToLonLat(self._grid), self._grid, self._step
        return lambda cols, rows: to_lonlat(np.minimum(cols * step, grid.width), np.minimum(rows * step, grid.height))


def _feature_collection(polygons: list[shapely.Polygon], codes: list[int]) -> str:
    geometries = shapely.to_geojson(np.array(polygons, object)) if polygons else []
    features = ",".join(
        f'{{"type":"Feature","properties":{{"class":{code}}},"geometry":{geometry}}}'
        for code, geometry in zip(codes, geometries)
        if geometry
    )
    return f'{{"type":"FeatureCollection","features":[{features}]}}'
