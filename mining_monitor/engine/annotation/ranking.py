"""Which sectors need a person most: those that the last map contradicts, that people refused, of unusual size."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.reviewing import RankResult, RankSectorsRequest
from mining_monitor.engine.annotation.attributes import unusual_size
from mining_monitor.engine.annotation.proposal_store import geometry_in
from mining_monitor.engine.annotation.rings import mended
from mining_monitor.engine.annotation.store import require_project
from mining_monitor.engine.annotation.timeline import reading
from mining_monitor.engine.files import is_same_file, require_place, whole_file
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_KEY
from mining_monitor.schema.review import REJECTED

#: Less common ground than this share of a sector is a matter of outlines, not of classes.
_LEAST_SHARE = 0.1

_AT_ONCE = 1000

#: The whole-site class lies over sectors by design (DOMAIN 1.2).
_SITE_CODE = BY_KEY["lsm"].code

_COLUMNS = "uuid, geom, \"class\", state, area_m2, scene_id, coalesce(observed_at, date, ''), comment"


@dataclass(frozen=True)
class _Row:
    """A sector with usable ground in EPSG:4326; ``seen_at`` is the image's date as text."""

    uuid: str
    shape: Any
    code: int | None
    state: str
    area_m2: float
    seen_at: str
    comment: str


def rank_sectors(request: RankSectorsRequest, job: Job) -> RankResult:
    """Say what speaks for looking at each sector of a scene; ``contract/reviewing.py`` describes the file.

    Raises
    ------
    AnnotationsError, ParameterError, OutputError
    """
    path, output = Path(request.project), Path(request.output)
    if output.suffix.lower() != ".json" or is_same_file(output, path):
        raise ParameterError(f"OUTPUT is {request.output}; name a .json file.", name="OUTPUT")
    require_place(output)
    if not require_project(path, job.check):
        raise AnnotationsError(f"There is no project {path}. Choose its .gpkg.", path=str(path))
    with reading(path, job.check) as connection:
        mine = _rows(connection, "coalesce(scene_id, '') = ?", request.scene_id, job.check)
        others = _rows(connection, "coalesce(scene_id, '') <> ?", request.scene_id, job.check)
        threshold = _threshold(connection, request.scene_id)
    facts: dict[str, dict[str, Any]] = {row.uuid: _size(row) for row in mine if row.uuid}
    _compare(mine, [row for row in others if row.state != REJECTED], facts, _dispute, job.check)
    _compare(mine, [row for row in others if row.state == REJECTED], facts, _refusal, job.check)
    told = {uuid: each for uuid, each in facts.items() if each}
    with whole_file(output) as partial:
        partial.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    disputed = sum("disputed" in each for each in told.values())
    return RankResult(len(mine), disputed, sum("low_ha" in each for each in told.values()), str(output), threshold)


def _rows(connection: sqlite3.Connection, where: str, scene: str, check: Callable[[], None]) -> list[_Row]:
    query = f"SELECT {_COLUMNS} FROM sectors WHERE {where}"  # nosec B608: constants, value bound
    found = []
    for uuid, blob, code, state, area, _scene, seen_at, comment in connection.execute(query, (scene,)):
        check()
        geometry = geometry_in(blob)
        shape = mended(geometry) if geometry is not None else None
        if shape is not None:
            area = float(area) if isinstance(area, (int, float)) else 0.0
            found.append(_Row(str(uuid or ""), shape, code, str(state), area, str(seen_at)[:10], str(comment or "")))
    return found


def _threshold(connection: sqlite3.Connection, scene: str) -> float:
    """Return the least confidence that the last run of a scene asked for; 0 where nobody says."""
    row = connection.execute(
        "SELECT request FROM runs WHERE coalesce(scene_id, '') = ? ORDER BY started_at DESC, rowid DESC LIMIT 1",
        (scene,),
    ).fetchone()
    try:
        value = json.loads(row[0]).get("min_confidence", 0.0) if row and row[0] else 0.0
        return min(max(float(value), 0.0), 0.99)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return 0.0


def _size(row: _Row) -> dict[str, Any]:
    usual = unusual_size(row.code, row.area_m2)
    return {} if usual is None else {"low_ha": usual[0], "high_ha": usual[1]}


def _compare(
    mine: Sequence[_Row], others: Sequence[_Row], facts: dict[str, dict[str, Any]],
    tell: Callable[[_Row, Sequence[tuple[_Row, float]]], dict[str, Any]], check: Callable[[], None],
) -> None:  # fmt: skip
    """Let ``tell`` judge each sector by the older ones that share its ground, with the share of the sector, 0..1."""
    if not mine or not others:
        return
    tree = shapely.STRtree([row.shape for row in others])
    shapes = np.array([row.shape for row in mine], object)
    for start in range(0, len(mine), _AT_ONCE):
        check()
        met: dict[int, list[tuple[_Row, float]]] = {}
        for index, other in tree.query(shapes[start : start + _AT_ONCE], predicate="intersects").T:
            check()
            row, older = mine[start + index], others[other]
            if (row.code == _SITE_CODE) != (older.code == _SITE_CODE):
                continue
            share = float(shapely.intersection(row.shape, older.shape).area) / row.shape.area
            if share > 0:
                met.setdefault(start + int(index), []).append((older, min(1.0, share)))
        for index, pairs in met.items():
            if mine[index].uuid:
                facts[mine[index].uuid].update(tell(mine[index], pairs))


def _dispute(row: _Row, pairs: Sequence[tuple[_Row, float]]) -> dict[str, Any]:
    """Compare with the last map that has the same ground: the newest one before this, else the newest."""
    dates = sorted({older.seen_at for older, _ in pairs})
    before = [date for date in dates if not row.seen_at or date < row.seen_at]
    last = (before or dates)[-1]
    shares: dict[int, float] = {}
    for older, share in pairs:
        if older.seen_at == last and older.code is not None and older.code != row.code:
            shares[older.code] = shares.get(older.code, 0.0) + share
    total = min(1.0, sum(shares.values()))
    if total < _LEAST_SHARE:
        return {}
    code = max(shares, key=lambda each: shares[each])
    return {"disputed": round(total, 3), "disputed_code": code, "disputed_at": last}


def _refusal(_row: _Row, pairs: Sequence[tuple[_Row, float]]) -> dict[str, Any]:
    older, share = max(pairs, key=lambda pair: pair[1])
    return {"rejected": round(share, 3), "reason": older.comment[:200]} if share >= 5 * _LEAST_SHARE else {}
