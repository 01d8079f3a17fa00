"""What must not leave the house: words, numbers and places of withheld sectors that no released sector shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer

from mining_monitor.engine.monitoring.sector_map import SectorMap
from mining_monitor.schema.fields import STORAGE_CRS

#: Members whose text would name a place, a person or a record.
_TEXT_FIELDS = ("Name", "site_id", "uuid", "run_id", "scene_id", "comment", "editor", "reviewer")
_DATE_FIELDS = ("date", "date2", "observed_at", "edited_at", "reviewed_at")

#: Shorter words say nothing by themselves.
_LEAST_LETTERS = 3

#: How far around a withheld sector a position gives it away, in degrees: about 50 m.
_NEAR_DEG = 5e-4

#: Coordinates count as the same below this, degrees.
_SAME_DEG = 1e-6


@dataclass(frozen=True)
class Frame:
    """A coordinate system in which positions may stand: boxes of the withheld sectors, (n, 4) west south east north."""

    name: str
    boxes: npt.NDArray[np.float64]
    tree: Any


@dataclass(frozen=True)
class Withheld:
    """What to search for.

    Attributes
    ----------
    words : dict
        Text -> what it is (``Name``, ``date``, ...).
    frames : tuple of Frame
    coordinates : ndarray of float64
        Sorted longitudes and latitudes of the vertices and of the whole extent.
    released : ndarray of float64
        Sorted coordinates that may appear: vertices of released sectors.
    areas_m2 : ndarray of float64
        Sorted.
    grid : Decimal
        Its multiples may appear.
    """

    words: Mapping[str, str]
    frames: tuple[Frame, ...]
    coordinates: npt.NDArray[np.float64]
    released: npt.NDArray[np.float64]
    areas_m2: npt.NDArray[np.float64]
    grid: Decimal

    def may_appear(self, values: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
        """Tell which coordinates are multiples of the grid or belong to released sectors."""
        steps = values / float(self.grid)
        on_grid = np.abs(steps - np.round(steps)) < 1e-6
        return np.asarray(on_grid | is_near(values, self.released, _SAME_DEG))


def gather(sectors: SectorMap, is_withheld: npt.NDArray[np.bool_], grid: str) -> Withheld:
    """Gather what the withheld sectors have and the released ones have not."""
    secret, open_ = sectors.only(is_withheld), sectors.only(~is_withheld)
    known = set(_words(open_.rows))
    words = {word: kind for word, kind in _words(secret.rows).items() if word not in known}
    xy = shapely.get_coordinates(secret.geometries)
    extent = np.array(shapely.total_bounds(secret.geometries)) if len(secret) else np.empty(0)
    coordinates = np.unique(np.concatenate([xy.ravel(), extent]))
    released = np.unique(shapely.get_coordinates(open_.geometries).ravel())
    shared = is_near(coordinates, released, _SAME_DEG)
    stored = [row.get("area_m2") for row in secret.rows]
    areas = [*secret.whole_m2.tolist(), *(float(area) for area in stored if isinstance(area, (int, float)))]
    return Withheld(
        words, tuple(_frames(secret)), coordinates[~shared], released, np.unique(np.array(areas)), Decimal(grid)
    )


def _words(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        for field in _TEXT_FIELDS:
            text = str(row.get(field) or "").strip().lower()
            if len(text) >= _LEAST_LETTERS:
                found[text] = field
        for field in _DATE_FIELDS:
            text = str(row.get(field) or "").strip()[:10]
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
                found[text] = "date"
    return found


def _frames(secret: SectorMap) -> Iterable[Frame]:
    """Yield degrees, Web Mercator and the UTM zone of each sector."""
    if not len(secret):
        return
    boxes = shapely.bounds(secret.geometries)
    yield _frame("degrees", boxes + np.array([-1, -1, 1, 1]) * _NEAR_DEG)
    for code in ("EPSG:3857", *sorted(_utm_codes(boxes))):
        to_crs = Transformer.from_crs(STORAGE_CRS, code, always_xy=True)
        moved = shapely.transform(
            secret.geometries, lambda xy, t=to_crs: np.column_stack(t.transform(xy[:, 0], xy[:, 1]))
        )
        bounds = shapely.bounds(moved)
        bounds = bounds[np.isfinite(bounds).all(axis=1)]
        if len(bounds):
            yield _frame(code, bounds + np.array([-50, -50, 50, 50]))


def _utm_codes(boxes: npt.NDArray[np.float64]) -> set[str]:
    middle_x, middle_y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    zones = np.clip(((middle_x + 180) // 6 + 1).astype(int), 1, 60)
    return {
        f"EPSG:{32600 + zone if y >= 0 else 32700 + zone}" for zone, y in zip(zones.tolist(), middle_y, strict=True)
    }


def _frame(name: str, boxes: npt.NDArray[np.float64]) -> Frame:
    return Frame(name, boxes, shapely.STRtree(shapely.box(*boxes.T)))


def is_near(
    values: npt.NDArray[np.float64], known: npt.NDArray[np.float64], tolerance: float | npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Tell which values lie within a tolerance of any of the sorted ``known`` ones."""
    if not len(known) or not len(values):
        return np.zeros(len(values), dtype=bool)
    right = np.searchsorted(known, values)
    above = np.abs(known[np.minimum(right, len(known) - 1)] - values)
    below = np.abs(known[np.maximum(right - 1, 0)] - values)
    return np.asarray(np.minimum(above, below) <= tolerance)
