"""Classes of a map as strata: the ground of each in equal-area space, and points drawn uniformly from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.results import Notice
from mining_monitor.engine.monitoring.class_raster import ClassRaster
from mining_monitor.engine.monitoring.sector_map import SectorMap, partition, polygonal
from mining_monitor.engine.monitoring.space import from_equal_area, surroundings, to_equal_area
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import NOT_OBSERVED, OTHER

#: How far around the sectors is looked at where nobody says what was observed.
SURROUNDINGS_M = 1000.0

#: Positions that are tried at once for each one that is wanted, and at most.
_TRIES, _MOST_TRIES = 4, 1 << 20


class ClassMap(Protocol):
    """A map that a sample is drawn from and that is judged by it."""

    @property
    def areas_m2(self) -> Mapping[int, float]:
        """Area of each class in the map; 0 is observed ground that is not mapped."""
        ...

    def draw(self, code: int, count: int, rng: np.random.Generator, job: Job) -> npt.NDArray[np.float64]:
        """Return positions (longitude, latitude) drawn uniformly over the ground of a class, shape (count, 2)."""
        ...

    def at(self, lonlat: npt.NDArray[np.float64]) -> npt.NDArray[np.int_]:
        """Return the code at each position; 255 where the map says nothing."""
        ...


class PolygonMap:
    """Sectors as a map: each piece of ground has one class; the rest of the place is ``other``.

    Parameters
    ----------
    sectors : SectorMap
    place : shapely geometry or None
        Where to look, EPSG:4326; None: what was observed, else 1 km around the sectors.
    job : Job
        May be cancelled while the map is made.
    """

    def __init__(self, sectors: SectorMap, place: Any, job: Job) -> None:
        self.notices: tuple[Notice, ...] = sectors.notices
        pieces = partition(sectors if place is None else sectors.cut(place))
        ground = self._ground(sectors, pieces, place, job)
        shapes = [to_equal_area(geometry) for geometry in checked(pieces.geometries, job)]
        self._tree = shapely.STRtree(pieces.geometries)
        self._codes = pieces.codes
        self._ground_degrees = ground
        shapely.prepare(ground)
        self._parts: dict[int, npt.NDArray[Any]] = {
            code: _parts([s for s, c in zip(shapes, pieces.codes, strict=True) if c == code])
            for code in sorted(set(pieces.codes.tolist()) - {OTHER})
        }
        mapped = shapely.union_all([part for parts in self._parts.values() for part in parts])
        rest = polygonal(shapely.difference(to_equal_area(ground), mapped))
        if not shapely.is_empty(rest):
            self._parts[OTHER] = _parts([rest])
        self._areas = {code: float(shapely.area(parts).sum()) for code, parts in sorted(self._parts.items())}

    def _ground(self, sectors: SectorMap, pieces: SectorMap, place: Any, job: Job) -> Any:
        mapped = shapely.union_all(pieces.geometries) if len(pieces) else shapely.Polygon()
        observed = sectors.observed
        if observed is not None:
            seen = polygonal(shapely.union(observed, mapped))
            return seen if place is None else polygonal(shapely.intersection(seen, place))
        message = "The file does not say what was observed: everything here counts as observed."
        self.notices = (*self.notices, Notice("observed-unknown", message, {}))
        if place is not None:
            return place
        around = [surroundings(geometry, SURROUNDINGS_M) for geometry in checked(pieces.geometries, job)]
        return polygonal(shapely.union_all(around))

    @property
    def areas_m2(self) -> Mapping[int, float]:
        """Area of each class in equal-area space."""
        return self._areas

    def draw(self, code: int, count: int, rng: np.random.Generator, job: Job) -> npt.NDArray[np.float64]:
        """Draw by rejection, part by part: exact, and the same for a seed on every machine."""
        parts = self._parts[code]
        areas = shapely.area(parts)
        chosen = rng.choice(len(parts), size=count, p=areas / areas.sum())
        xy = np.empty((count, 2))
        for index in np.unique(chosen):
            job.check()
            wanted = np.flatnonzero(chosen == index)
            xy[wanted] = _draw_in(parts[index], len(wanted), rng, job)
        return from_equal_area(xy)

    def at(self, lonlat: npt.NDArray[np.float64]) -> npt.NDArray[np.int_]:
        """Return the class at positions."""
        codes = np.where(shapely.contains_xy(self._ground_degrees, lonlat[:, 0], lonlat[:, 1]), OTHER, NOT_OBSERVED)
        points, pieces = self._tree.query(shapely.points(lonlat), predicate="intersects")
        codes[points] = self._codes[pieces]
        return np.asarray(codes, dtype=np.int_)


def checked(geometries: npt.NDArray[Any], job: Job) -> Iterator[Any]:
    """Yield geometries as long as the job goes on."""
    for geometry in geometries:
        job.check()
        yield geometry


def _parts(shapes: list[Any]) -> npt.NDArray[Any]:
    """Return the single polygons in an order that depends on their place alone."""
    parts = np.array([part for shape in shapes for part in shapely.get_parts(shape) if part.area > 0], dtype=object)
    if not len(parts):
        return parts
    west, south, east, north = shapely.bounds(parts).T
    return np.asarray(parts[np.lexsort((north, east, south, west))])


def _draw_in(part: Any, count: int, rng: np.random.Generator, job: Job) -> npt.NDArray[np.float64]:
    west, south, east, north = part.bounds
    share = part.area / ((east - west) * (north - south))
    shapely.prepare(part)
    found = np.empty((0, 2))
    while len(found) < count:
        job.check()
        tries = int(min(_MOST_TRIES, _TRIES + 2 * (count - len(found)) / share))
        xy = rng.uniform((west, south), (east, north), size=(tries, 2))
        found = np.concatenate([found, xy[shapely.contains_xy(part, xy[:, 0], xy[:, 1])]])
    return found[:count]


@dataclass
class RasterMap:
    """A class raster as a map."""

    raster: ClassRaster
    areas_m2: Mapping[int, float]
    notices: tuple[Notice, ...] = ()

    @classmethod
    def of(cls, raster: ClassRaster, job: Job) -> RasterMap:
        """Measure the classes of a raster."""
        areas = np.zeros(256)
        for block in raster.blocks(job):
            areas += np.bincount(block.codes.ravel(), weights=block.areas_m2.ravel(), minlength=256)
        return cls(raster, {c: float(areas[c]) for c in range(NOT_OBSERVED) if areas[c] > 0})

    def draw(self, code: int, count: int, rng: np.random.Generator, job: Job) -> npt.NDArray[np.float64]:
        """Draw pixels in proportion to their ground, and a position within each."""
        targets = np.sort(rng.uniform(0, self.areas_m2[code], count))
        within = rng.uniform(0, 1, (count, 2))
        cols, rows = np.zeros(count), np.zeros(count)
        passed, done = 0.0, 0
        for block in self.raster.blocks(job):
            row, col = np.nonzero(block.codes == code)
            reached = passed + np.cumsum(block.areas_m2[row, col])
            if not len(reached):
                continue
            last = int(np.searchsorted(targets, reached[-1]))
            hits = np.searchsorted(reached, targets[done:last], side="right")
            hits = np.minimum(hits, len(reached) - 1)
            cols[done:last], rows[done:last] = col[hits], row[hits] + block.row_off
            passed, done = float(reached[-1]), last
        cols[done:], rows[done:] = cols[max(done - 1, 0)], rows[max(done - 1, 0)]  # rounding of the last sum
        return rng.permutation(self.raster.positions(cols + within[:, 0], rows + within[:, 1]))

    def at(self, lonlat: npt.NDArray[np.float64]) -> npt.NDArray[np.int_]:
        """Return the class at positions."""
        return self.raster.at(lonlat)
