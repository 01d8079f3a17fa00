"""Blind double annotation: ground drawn by lot for a second annotator, and what comes of the comparison (DOMAIN 4.3).

The second one gets a project without sectors, whose ``observed`` table holds the cells: what to look at, in an order
drawn by lot, without a word on what the first one has drawn, nor on whether there is anything to draw.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from mining_monitor.contract.agreement import (
    AgreementResult,
    BlindSample,
    CompareBlindSampleRequest,
    DrawBlindSampleRequest,
)
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import AnnotationsError, OutputError, ParameterError
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.agreement import compare_maps, cut_map, read_map, require_points, require_seed
from mining_monitor.engine.annotation.conflicts import find_conflicts, require_conflict_file, write_conflicts
from mining_monitor.engine.annotation.log_writer import LogWriter, utc_now
from mining_monitor.engine.annotation.rings import mended, polygon_parts
from mining_monitor.engine.annotation.sector_table import read_sectors
from mining_monitor.engine.files import require_place, whole_file
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.progress import Job
from mining_monitor.schema.fields import OBSERVED_TABLE, RUNS_TABLE, SECTORS_TABLE

#: Limits of what makes sense to draw.
_MOST_CELLS, _CELL_M, _MOST_CANDIDATES = 2000, (20.0, 20_000.0), 2_000_000

#: Share of the cells that are drawn among those in which the first has drawn something.
_MAPPED_SHARE = 2 / 3

#: A cell of which less than this was observed is not drawn.
_LEAST_OBSERVED = 0.5

_METRES_PER_DEGREE = 111_319.49


@dataclass(frozen=True)
class _Ground:
    """What the first annotator has looked at and drawn, EPSG:4326; and the newest run there, None without one."""

    observed: Any
    sectors: tuple[Any, ...]
    run: dict[str, Any] | None


def draw_blind_sample(request: DrawBlindSampleRequest, job: Job) -> BlindSample:
    """Draw cells and make the second annotator's project.

    Raises
    ------
    AnnotationsError, ParameterError, OutputError
    """
    _check(request)
    path = Path(request.output)
    job.report(Progress(0.0, "read"))
    ground = _read(request, job)
    job.report(Progress(0.3, "check"))
    cells = grid_cells(ground.observed, request.cell_m)
    job.check()
    tree = shapely.STRtree(cells)
    touched = tree.query(np.array(ground.sectors, object), predicate="intersects")[1] if ground.sectors else []
    mapped = np.zeros(len(cells), bool)
    mapped[np.unique(np.asarray(touched, np.int64))] = True
    drawn = draw_cells(mapped, request.cells, np.random.default_rng(request.seed))
    if not len(drawn):
        raise AnnotationsError(
            f"No cell of {request.cell_m:g} m fits into the ground that {request.project} has observed. "
            "Choose smaller cells."
        )
    chosen = [cells[index] for index in drawn]
    job.report(Progress(0.8, "store"))
    _store(path, request, chosen, ground.run)
    area = sum(area_m2(cell) for cell in chosen)
    return BlindSample(str(path), len(chosen), int(mapped.sum()), int((~mapped).sum()), area)


def _check(request: DrawBlindSampleRequest) -> None:
    if not 1 <= request.cells <= _MOST_CELLS:
        raise ParameterError(f"CELLS is {request.cells}; it must lie between 1 and {_MOST_CELLS}.", name="CELLS")
    if not _CELL_M[0] <= request.cell_m <= _CELL_M[1]:
        low, high = _CELL_M
        raise ParameterError(f"CELL_M is {request.cell_m:g}; it must lie between {low:g} and {high:g}.", name="CELL_M")
    require_seed(request.seed)
    path = Path(request.output)
    if path.suffix.lower() != ".gpkg":
        raise ParameterError(f"OUTPUT ends with '{path.suffix}'; write to .gpkg.", name="OUTPUT")
    require_place(path)
    if path.exists():
        raise OutputError(f"{path} exists already; choose a new name for the second annotator.", path=str(path))


def _read(request: DrawBlindSampleRequest, job: Job) -> _Ground:
    where = _scene_filter(request.scene_id)
    sectors = read_map(request.project, SECTORS_TABLE, where, job).shapes
    table = read_sectors(request.project, OBSERVED_TABLE, where)
    seen = [mended(shapely.force_2d(shape)) for shape in table.geometries if shape is not None]
    job.check()
    observed = shapely.union_all([shape for shape in seen if shape is not None])
    if shapely.is_empty(observed):
        if not sectors:
            raise AnnotationsError(f"{request.project} holds no ground and no sectors to draw from.")
        observed = shapely.box(*shapely.total_bounds(np.array(sectors, object)))
    return _Ground(observed, sectors, _newest_run(request.project, request.scene_id))


def _scene_filter(scene_id: str) -> str:
    quoted = scene_id.replace("'", "''")
    return f"scene_id = '{quoted}'" if scene_id else ""


def _newest_run(project: str, scene_id: str) -> dict[str, Any] | None:
    import sqlite3

    query = f"SELECT * FROM {RUNS_TABLE} WHERE ?1 = '' OR scene_id = ?1 ORDER BY rowid DESC LIMIT 1"  # nosec B608
    try:
        with closing(sqlite3.connect(project, timeout=5.0)) as connection:
            connection.row_factory = sqlite3.Row
            row = connection.execute(query, (scene_id,)).fetchone()
    except geopackage.SQLITE_ERRORS:
        return None
    return dict(row) if row is not None else None


def grid_cells(ground: Any, cell_m: float) -> list[Any]:
    """Return squares over a ground, cut to it, those left out of which less than half was observed.

    Parameters
    ----------
    ground : shapely geometry, EPSG:4326
    cell_m : float
        Side in metres; squares are meant at the ground's middle latitude.

    Raises
    ------
    ParameterError
        There would be too many of them.
    """
    west, south, east, north = shapely.bounds(ground)
    latitude = math.radians((south + north) / 2)
    height = cell_m / _METRES_PER_DEGREE
    width = height / max(math.cos(latitude), 0.01)
    columns, rows = math.ceil((east - west) / width), math.ceil((north - south) / height)
    if columns * rows > _MOST_CANDIDATES:
        raise ParameterError(
            f"CELL_M is {cell_m:g}: that makes {columns * rows} cells. Choose larger ones.", name="CELL_M"
        )
    lefts, bottoms = np.meshgrid(west + width * np.arange(columns), south + height * np.arange(rows))
    boxes = shapely.box(lefts.ravel(), bottoms.ravel(), lefts.ravel() + width, bottoms.ravel() + height)
    shapely.prepare(ground)
    boxes = boxes[shapely.intersects(boxes, ground)]
    cut = shapely.intersection(boxes, ground)
    is_seen = shapely.area(cut) >= _LEAST_OBSERVED * width * height
    return [shape for cell in cut[is_seen] if (shape := _polygonal(cell)) is not None]


def _polygonal(shape: Any) -> Any:
    parts = polygon_parts(shape)
    return shapely.multipolygons(parts) if parts else None


def draw_cells(mapped: Any, number: int, rng: np.random.Generator) -> Any:
    """Draw cells by lot, two thirds of them among the mapped ones, and return their indices in an order by lot.

    Where one kind has too few, the other one fills up.

    Parameters
    ----------
    mapped : ndarray of bool, shape (n,)
    """
    kinds = [rng.permutation(np.flatnonzero(mapped)), rng.permutation(np.flatnonzero(~mapped))]
    wanted = [round(number * _MAPPED_SHARE), number - round(number * _MAPPED_SHARE)]
    for one, other in ((0, 1), (1, 0)):
        missing = wanted[one] - len(kinds[one])
        if missing > 0:
            wanted[one], wanted[other] = len(kinds[one]), wanted[other] + missing
    drawn = np.concatenate([kind[:count] for kind, count in zip(kinds, wanted, strict=True)])
    return rng.permutation(drawn)


def _store(path: Path, request: DrawBlindSampleRequest, cells: Sequence[Any], run: dict[str, Any] | None) -> None:
    """Write a project without sectors whose observed ground is the cells; it opens the same image."""
    run_id, scene_id = f"blind-{request.seed}", (run or {}).get("scene_id") or request.scene_id
    observed_at = (run or {}).get("observed_at")
    image: Any = None
    try:
        image = json.loads((run or {}).get("request") or "{}").get("image")
    except (ValueError, AttributeError):
        image = None
    kept = ("image_name", "image_sha256", "gsd_m", "system", "attribution")
    said = {"image": image, "blind_sample": {"cells": len(cells), "cell_m": request.cell_m, "seed": request.seed}}
    row = {
        "run_id": run_id, "scene_id": scene_id, "observed_at": observed_at, "started_at": utc_now(),
        "finished_at": utc_now(), "operator": request.operator, "request": json.dumps(said, ensure_ascii=False),
        "observed_m2": sum(area_m2(cell) for cell in cells), "sectors": 0,
        **{name: (run or {}).get(name) for name in kept},
    }  # fmt: skip
    with whole_file(path, is_new=True) as partial:
        geopackage.create_tables(partial)
        with geopackage.transaction(partial, name=path) as connection:
            geopackage.insert(connection, RUNS_TABLE, [row])
            seen = [
                {"geom": shapely.to_wkb(cell), "run_id": run_id, "scene_id": scene_id, "observed_at": observed_at,
                 "area_m2": area_m2(cell)}
                for cell in cells
            ]  # fmt: skip
            geopackage.insert(connection, OBSERVED_TABLE, seen)
            log = LogWriter(connection, request.operator)
            log.add("blind_sample", None, after={**said["blind_sample"], "scene_id": scene_id})
            log.write()


def compare_blind_sample(request: CompareBlindSampleRequest, job: Job) -> AgreementResult:
    """Compare what both annotators have drawn in the cells of a blind sample.

    Both maps are cut to the cells; the cells' own edges do not count as borders.

    Raises
    ------
    AnnotationsError, ParameterError, OutputError
    """
    require_points(request.points)
    require_seed(request.seed)
    require_conflict_file(request.output, request.project, request.sample)
    job.report(Progress(0.0, "read"))
    cells = read_sectors(request.sample, OBSERVED_TABLE)
    extent = shapely.union_all([shape for shape in cells.geometries if shape is not None])
    if shapely.is_empty(extent) or not any(str(row.get("run_id")).startswith("blind-") for row in cells.rows):
        raise AnnotationsError(f"{request.sample} is no blind sample: it holds no cells. Draw one first.")
    scenes = {str(row.get("scene_id") or "") for row in cells.rows}
    where = _scene_filter(scenes.pop()) if len(scenes) == 1 else ""
    maps = [
        cut_map(read_map(path, SECTORS_TABLE, only, job), extent, job)
        for path, only in ((request.project, where), (request.sample, ""))
    ]
    job.report(Progress(0.4, "check"))
    result = compare_maps(maps[0], maps[1], extent, request.points, request.seed, job, is_cut=True)
    conflicts = find_conflicts(maps[0].grounds(), maps[1].grounds(), extent, job.check)
    job.report(Progress(0.9, "store"))
    if request.output:
        write_conflicts(Path(request.output), conflicts)
    return replace(result, conflicts=len(conflicts), output=request.output or None)
