"""Generalise a location for release: grid cells, months, binned areas; never jitter (DOMAIN 4.5; GBIF/Chapman 2020)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import shapely

from mining_monitor.schema.classes import BY_KEY

#: Values of GENERALISE (CONTRACT 1).
GRIDS = ("none", "0.01", "0.05", "0.1")

#: Classes whose places are generalised unless somebody says why not, and the grid for them (DOMAIN 4.5: "high").
SENSITIVE_CODES = (BY_KEY["asm"].code,)
SENSITIVE_GRID = "0.1"

#: Members that say what was done (Darwin Core).
DARWIN_CORE_TERMS = ("dataGeneralizations", "informationWithheld")

#: Upper bounds of the area bins in hectares.
_BINS_HA = (1, 5, 10, 50, 100, 500, 1000)

#: Members that tell where or who: withheld. ``uuid`` would join to a full-resolution file.
_WITHHELD = ("Name", "site_id", "uuid", "run_id", "scene_id", "comment", "editor", "reviewer", "area_m2")
_DATES = ("date", "date2", "observed_at", "edited_at", "reviewed_at")


def to_cells(geometry: Any, grid: str) -> Any:
    """Return the grid cells that the geometry's box touches, as one rectangle; every vertex a multiple of ``grid``.

    Cells are counted in whole numbers and written with the grid's own decimals, so that no binary rounding shows.
    """
    step = Decimal(grid)
    west, south, east, north = shapely.bounds(geometry)
    left, bottom = math.floor(Decimal(west) / step), math.floor(Decimal(south) / step)
    right, top = math.ceil(Decimal(east) / step), math.ceil(Decimal(north) / step)
    right, top = max(right, left + 1), max(top, bottom + 1)
    x0, x1, y0, y1 = (float(number * step) for number in (left, right, bottom, top))
    return shapely.polygons([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)])


def generalise_row(row: Mapping[str, Any], grid: str) -> dict[str, Any]:
    """Return the members without what would give the place away, and the Darwin Core terms that say so."""
    area = row.get("area_m2")
    result = {name: (None if name in _WITHHELD else value) for name, value in row.items()}
    for name in _DATES:
        if result.get(name):
            result[name] = str(result[name]).strip()[:7]
    confidence = result.get("confidence")
    if isinstance(confidence, float):
        result["confidence"] = round(confidence, 1)  # all its digits would join to a full-resolution file
    result["area_range"] = None if area is None else area_range(float(area))
    result["dataGeneralizations"] = (
        f"Polygon replaced by cells of a {grid} degree grid; dates to the month; area binned."
    )
    result["informationWithheld"] = "Exact geometry, names, identifiers, people, comments and exact area."
    return result


def area_range(area_m2: float) -> str:
    """Return the bin of an area in hectares."""
    hectares = area_m2 / 10_000
    lower = 0
    for upper in _BINS_HA:
        if hectares < upper:
            return f"{lower}-{upper} ha"
        lower = upper
    return f"over {lower} ha"
