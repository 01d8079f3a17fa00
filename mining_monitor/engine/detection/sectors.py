"""Finished polygons on disk: geometry in a file, the rest in arrays, read back in raster order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.results import ClassTotal
from mining_monitor.engine.detection.rings import Polygons
from mining_monitor.engine.detection.runs import Ints
from mining_monitor.engine.imagery.ground import polygon_areas_m2
from mining_monitor.schema.classes import BY_CODE

_BATCH = 2000


@dataclass(frozen=True)
class Sector:
    """One polygon of a detection.

    Attributes
    ----------
    wkb : bytes
        A Polygon in EPSG:4326, valid, outer ring counter-clockwise.
    code : int
        LAMES class, 1..9.
    confidence : float
        Mean winning score of its own pixels, 0..1.
    area_m2 : float
        Geodesic area of the polygon (WGS 84).
    """

    wkb: bytes
    code: int
    confidence: float
    area_m2: float


@dataclass(frozen=True)
class SectorFile:
    """Sectors in raster order (first pixel, row by row); iterating reads them from disk in batches.

    Attributes
    ----------
    path : Path
        WKB, one after the other.
    offset, size : ndarray of int64, shape (sector,)
        Place of each geometry in the file.
    code : ndarray of uint8
    confidence, area_m2 : ndarray of float64
    """

    path: Path
    offset: Ints
    size: Ints
    code: npt.NDArray[np.uint8]
    confidence: npt.NDArray[np.float64]
    area_m2: npt.NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.code)

    def __iter__(self) -> Iterator[Sector]:
        for batch in self.batches():
            yield from batch

    def batches(self, size: int = _BATCH) -> Iterator[list[Sector]]:
        """Yield sectors in lists of at most ``size``."""
        with self.path.open("rb") as file:
            for first in range(0, len(self), size):
                part = slice(first, first + size)
                yield [
                    Sector(_read(file, offset, length), code, confidence, area)
                    for offset, length, code, confidence, area in zip(
                        self.offset[part].tolist(), self.size[part].tolist(), self.code[part].tolist(),
                        self.confidence[part].tolist(), self.area_m2[part].tolist(),
                    )
                ]  # fmt: skip

    def totals(self) -> tuple[ClassTotal, ...]:
        """Return counts and areas of the classes that occur, by code."""
        counts = np.bincount(self.code, minlength=256)
        areas = np.bincount(self.code, self.area_m2, minlength=256)
        return tuple(
            ClassTotal(code, BY_CODE[code].key, int(counts[code]), float(areas[code]))
            for code in np.flatnonzero(counts).tolist()
        )


def _read(file: BinaryIO, offset: int, size: int) -> bytes:
    file.seek(offset)
    return file.read(size)


class WkbSpool:
    """Appends geometries to a file; remembers where each lies."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("w+b")
        self._sizes: list[Ints] = []

    def append(self, polygons: Polygons) -> None:
        """Write polygons."""
        wkb = shapely.to_wkb(polygons)
        self._file.write(b"".join(wkb))
        self._sizes.append(np.fromiter(map(len, wkb), np.int64, len(wkb)))

    def places(self) -> tuple[Ints, Ints]:
        """Return offsets and sizes of all geometries so far."""
        size = np.concatenate([np.empty(0, np.int64), *self._sizes])
        return np.cumsum(size) - size, size

    def read(self, offsets: Ints, sizes: Ints) -> Polygons:
        """Read geometries back."""
        self._file.flush()
        return np.asarray(
            shapely.from_wkb([_read(self._file, o, s) for o, s in zip(offsets.tolist(), sizes.tolist())]), object
        )

    def close(self) -> None:
        """Flush and close."""
        self._file.close()


class SectorWriter:
    """Takes polygons in EPSG:4326 in any order and becomes a ``SectorFile``."""

    def __init__(self, path: Path) -> None:
        self._spool = WkbSpool(path)
        self._columns: list[tuple[npt.NDArray[np.generic], ...]] = []
        self.without_position = 0

    def add(
        self, polygons: Polygons, code: npt.NDArray[np.uint8], confidence: npt.NDArray[np.float64], first: Ints
    ) -> None:
        """Add polygons with their class, confidence and first pixel; the antimeridian cuts a polygon in two."""
        if not len(polygons):
            return
        has_position = np.isfinite(shapely.bounds(polygons)).all(axis=1)
        self.without_position += int((~has_position).sum())
        kept = np.flatnonzero(has_position)
        parts, source = cut_at_antimeridian(polygons[kept])
        source = kept[source]
        self._spool.append(parts)
        self._columns.append((code[source], confidence[source], first[source], polygon_areas_m2(parts)))

    def close(self) -> SectorFile:
        """Return what was written, in raster order."""
        offset, size = self._spool.places()
        self._spool.close()
        kinds = (np.uint8, np.float64, np.int64, np.float64)
        code, confidence, first, area = (
            np.concatenate([np.empty(0, kind), *(columns[i] for columns in self._columns)])
            for i, kind in enumerate(kinds)
        )
        order = np.argsort(first, kind="stable")
        return SectorFile(
            self._spool.path, offset[order], size[order], code[order].astype(np.uint8), confidence[order], area[order]
        )

    def abandon(self) -> None:
        """Close the file without a result."""
        self._spool.close()


def cut_at_antimeridian(polygons: Polygons) -> tuple[Polygons, Ints]:
    """Cut polygons that jump from 180 to -180 degrees into their parts on either side (RFC 7946, 3.1.9).

    Returns
    -------
    parts : ndarray of Polygon
    source : ndarray of int64
        Index of the polygon that each part comes from.
    """
    bounds = shapely.bounds(polygons)
    jumps = bounds[:, 2] - bounds[:, 0] > 180
    source = np.arange(len(polygons))
    if not jumps.any():
        return polygons, source
    parts, owners = [polygons[~jumps]], [source[~jumps]]
    unrolled = shapely.transform(polygons[jumps], _unrolled)
    for west, shift in ((0, 0), (180, -360)):
        cut = shapely.intersection(shapely.make_valid(unrolled), shapely.box(west, -90, west + 180, 90))
        pieces, index = shapely.get_parts(cut, return_index=True)
        is_polygon = shapely.get_type_id(pieces) == shapely.GeometryType.POLYGON
        moved = shapely.transform(pieces[is_polygon], lambda p, shift=shift: p + np.array([shift, 0.0]))
        parts.append(shapely.orient_polygons(moved))
        owners.append(source[jumps][index[is_polygon]])
    return np.concatenate(parts), np.concatenate(owners)


def _unrolled(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    moved: npt.NDArray[np.float64] = points + np.column_stack(
        [np.where(points[:, 0] < 0, 360.0, 0.0), np.zeros(len(points))]
    )
    return moved
