"""Pieces of ground that changed, as a layer and as a matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.change import ChangeResult
from mining_monitor.engine.monitoring.layers import write_layer
from mining_monitor.engine.monitoring.overlay import objects
from mining_monitor.engine.monitoring.rates import date_of, date_range
from mining_monitor.engine.monitoring.sector_map import SectorMap, name_of
from mining_monitor.engine.monitoring.tables import write_csv
from mining_monitor.engine.monitoring.transitions import Transitions
from mining_monitor.schema.classes import BY_CODE, NOT_OBSERVED
from mining_monitor.schema.sample import CHANGE_FIELDS, CHANGE_TABLE

EXPANSION, RECLAMATION, CONVERSION, UNSEEN = "expansion", "reclamation", "conversion", "not_observed"


@dataclass(frozen=True)
class Changes:
    """Pieces of ground with what counts as a change in each.

    Attributes
    ----------
    found : Transitions
    kinds : ndarray of str
        Kind of change of each piece of ``found``; empty where nothing changed.
    changed : ndarray of polygons
        What of each piece passes tolerance and least area; empty polygons where nothing does.
    changed_m2 : ndarray of float64
    sites_before, sites_after : ndarray of str
        Site of each sector of either date.
    years : float or None
    """

    found: Transitions
    kinds: npt.NDArray[Any]
    changed: npt.NDArray[Any]
    changed_m2: npt.NDArray[np.float64]
    sites_before: npt.NDArray[Any]
    sites_after: npt.NDArray[Any]
    years: float | None

    def site_of(self, piece: int) -> str:
        """Return the site of a piece: that of the sector after, else before."""
        after, before = self.found.second[piece], self.found.first[piece]
        return str(self.sites_after[after] if after >= 0 else self.sites_before[before])


def key_of(code: int) -> str:
    """Return the key of a code; ``not_observed`` for 255."""
    return UNSEEN if code == NOT_OBSERVED else BY_CODE[code].key


def write_matrix(path: str, result: ChangeResult) -> None:
    """Write the matrix in m2 with its margins as CSV.

    Raises
    ------
    OutputError, DiskFullError
    """
    keys = [key_of(code) for code in result.codes]
    matrix = np.array(result.matrix_m2)
    rows = [
        [key, *(round(value, 3) for value in row), round(float(row.sum()), 3)]
        for key, row in zip(keys, matrix, strict=True)
    ]
    rows.append(["total", *(round(float(value), 3) for value in matrix.sum(axis=0)), round(float(matrix.sum()), 3)])
    write_csv(path, ["before \\ after (m2)", *keys, "total"], rows)


def write_changes(path: str, changes: Changes, result: ChangeResult) -> None:
    """Write a polygon for each piece that changed, and for what one date could not observe.

    Raises
    ------
    OutputError, DiskFullError
    """
    found = changes.found
    status = {site.site: site.status for site in result.sites}
    rows: list[dict[str, Any]] = []
    shapes: list[Any] = []
    for piece, kind in enumerate(changes.kinds):
        shape = found.geometries[piece] if kind == UNSEEN else changes.changed[piece]
        if not kind or shapely.is_empty(shape):
            continue
        area = found.area_m2[piece] if kind == UNSEEN else changes.changed_m2[piece]
        shapes.append(shape if shape.geom_type == "MultiPolygon" else shapely.multipolygons([shape]))
        site = changes.site_of(piece)
        rows.append({
            "kind": kind, "area_m2": float(area), "site": site, "site_status": status.get(site),
            **_side("before", found.before, int(found.first[piece]), int(found.code_before[piece])),
            **_side("after", found.after, int(found.second[piece]), int(found.code_after[piece])),
        })  # fmt: skip
    write_layer(path, objects(shapes), rows, CHANGE_FIELDS, CHANGE_TABLE, "MultiPolygon")


def _side(name: str, sectors: SectorMap, index: int, code: int) -> dict[str, Any]:
    """Return class, image date and identity of one date; ground without a sector has the date of what was observed."""
    at = date_of(sectors, index) if index >= 0 else "/".join(sectors.observed_at or date_range(sectors))
    return {
        name: code, f"{name}_key": key_of(code), f"{name}_at": at if code != NOT_OBSERVED else None,
        f"{name}_uuid": name_of(sectors.rows[index]) if index >= 0 else None,
    }  # fmt: skip
