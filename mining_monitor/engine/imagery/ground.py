"""Ground measure of a grid: sampling distance, areas, positions in EPSG:4326 (DOMAIN 0.5, 1.8, 3.1)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from pyproj import CRS, Geod, Transformer
from pyproj.exceptions import ProjError

from mining_monitor.contract.errors import ImageWithoutCrsError
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.schema.fields import STORAGE_CRS

Coordinates = npt.NDArray[np.float64]

WGS84 = Geod(ellps="WGS84")

#: Cylindrical equal-area on WGS 84: planar areas of small figures equal geodesic ones to 1e-7 (DOMAIN 0.5).
EQUAL_AREA_CRS = "EPSG:6933"

_LATTICE = 65

_LONGEST_SERIES_EDGE_M = 5_000.0


def apply_affine(transform: Affine, cols: Coordinates, rows: Coordinates) -> tuple[Coordinates, Coordinates]:
    """Return CRS coordinates (x, y) of pixel corners (col, row); arrays of float64 of one shape."""
    a, b, c, d, e, f = transform[:6]
    return a * cols + b * rows + c, d * cols + e * rows + f


def transformer(source: CRS, target: CRS | str) -> Transformer:
    """Return the transformer between two CRS, x = east or longitude first.

    Raises
    ------
    ImageWithoutCrsError
        The source cannot be related to the target: an engineering CRS, for instance.
    """
    try:
        return Transformer.from_crs(source, target, always_xy=True)
    except ProjError as error:
        raise ImageWithoutCrsError(
            f"The coordinate system '{source.name}' cannot be related to positions on the earth ({error}). "
            "Set the layer's coordinate system.",
            crs=source.name,
        ) from error


class ToLonLat:
    """Turns pixel corners of a grid into EPSG:4326; the same corner gives the same bits every time."""

    def __init__(self, grid: Grid) -> None:
        self._transform = grid.transform
        self._transformer = transformer(grid.crs, STORAGE_CRS)

    def __call__(self, cols: Coordinates, rows: Coordinates) -> tuple[Coordinates, Coordinates]:
        """Return longitudes (-180 to 180) and latitudes in degrees; inf where the CRS has no answer."""
        x, y = apply_affine(self._transform, np.asarray(cols, float), np.asarray(rows, float))
        lon, lat = (np.asarray(values) for values in self._transformer.transform(x, y))
        beyond = (np.abs(lon) > 180) & np.isfinite(lon)  # rasters from 0 to 360 degrees
        if beyond.any():
            lon = np.where(beyond, lon - 360 * np.round(np.where(beyond, lon, 0) / 360), lon)
        return lon, np.where(np.abs(lat) > 90, np.inf, lat)


def ground_gsd_m(grid: Grid) -> tuple[float, float]:
    """Return the ground sampling distance (x, y) in metres at the grid's centre.

    Geodesic length of a pixel along its row and its column on WGS 84: ground, not CRS units (DOMAIN 1.8).

    Raises
    ------
    ImageWithoutCrsError
        The centre has no position on the earth: the CRS or the transform is wrong.
    """
    col, row = grid.width / 2, grid.height / 2
    cols = np.array([col - 0.5, col + 0.5, col, col])
    rows = np.array([row, row, row - 0.5, row + 0.5])
    lon, lat = ToLonLat(grid)(cols, rows)
    if not (np.isfinite(lon).all() and np.isfinite(lat).all()):
        raise ImageWithoutCrsError(
            f"The image lies outside of what its coordinate system '{grid.crs.name}' covers. "
            "Check the coordinate system and the georeferencing of the layer.",
            crs=grid.crs.name,
        )
    _, _, lengths = WGS84.inv(lon[[0, 2]], lat[[0, 2]], lon[[1, 3]], lat[[1, 3]])
    return float(lengths[0]), float(lengths[1])


def spans_globe(grid: Grid) -> bool:
    """Tell whether a grid encloses a pole or more than half of all longitudes: no polygon in degrees holds that."""
    share = np.linspace(0, 1, 65)[:-1]
    zero, one = np.zeros(64), np.ones(64)
    cols = np.concatenate([share, one, 1 - share, zero]) * grid.width
    rows = np.concatenate([zero, share, one, 1 - share]) * grid.height
    lon = ToLonLat(grid)(cols, rows)[0]
    lon = lon[np.isfinite(lon)]
    steps = np.diff(lon, append=lon[:1])
    steps -= 360 * np.round(steps / 360)
    way = np.cumsum(steps)
    return bool(len(way)) and bool(abs(way[-1]) > 180 or np.ptp(way) > 180)


@dataclass(frozen=True)
class PixelAreas:
    """Ground area of a grid's pixels, interpolated on a lattice of exact ones (relative error about 1e-6).

    Attributes
    ----------
    lattice : ndarray of float64, shape (65, 65)
        m2 a pixel at evenly spaced rows and columns, first to last pixel.
    width, height : int
        Size of the grid.
    """

    lattice: npt.NDArray[np.float64]
    width: int
    height: int

    @classmethod
    def of(cls, grid: Grid) -> PixelAreas:
        """Measure the lattice of a grid."""
        rows, cols = np.meshgrid(
            np.linspace(0, grid.height - 1, _LATTICE), np.linspace(0, grid.width - 1, _LATTICE), indexing="ij"
        )
        corners_x = np.stack([cols, cols + 1, cols + 1, cols])
        corners_y = np.stack([rows, rows, rows + 1, rows + 1])
        x, y = apply_affine(grid.transform, corners_x, corners_y)
        x, y = transformer(grid.crs, EQUAL_AREA_CRS).transform(x, y)
        x, y = x - x[0], y - y[0]
        doubled = (x * np.roll(y, -1, 0) - np.roll(x, -1, 0) * y).sum(axis=0)
        return cls(np.nan_to_num(np.abs(doubled) / 2, posinf=0.0), grid.width, grid.height)

    def at(self, rows: npt.NDArray[np.float64], cols: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the area in m2 of a pixel at (row, col); fractions are positions between pixel centres."""
        r = np.clip(np.asarray(rows, float) / max(self.height - 1, 1), 0, 1) * (_LATTICE - 1)
        c = np.clip(np.asarray(cols, float) / max(self.width - 1, 1), 0, 1) * (_LATTICE - 1)
        r0 = np.minimum(r.astype(np.intp), _LATTICE - 2)
        c0 = np.minimum(c.astype(np.intp), _LATTICE - 2)
        fr, fc = r - r0, c - c0
        m = self.lattice
        upper = m[r0, c0] * (1 - fc) + m[r0, c0 + 1] * fc
        lower = m[r0 + 1, c0] * (1 - fc) + m[r0 + 1, c0 + 1] * fc
        return np.asarray(upper * (1 - fr) + lower * fr)


def polygon_areas_m2(polygons: npt.NDArray[np.object_]) -> npt.NDArray[np.float64]:
    """Return geodesic areas (WGS 84, holes subtracted) of polygons in EPSG:4326, in m2.

    Vectorised: for edges of up to 5 km the ground between a geodesic and the equator is a series with an error of order
    (length / earth radius)^4; rings with longer edges go through GeographicLib. They agree within 1e-8 and
    GeographicLib's rounding of about 1e-4 m2.
    """
    areas = np.zeros(len(polygons))
    rings, owners = shapely.get_rings(polygons, return_index=True)
    if len(rings) == 0:
        return areas
    coordinates = shapely.get_coordinates(rings)
    ends = np.cumsum(shapely.get_num_coordinates(rings))
    starts = np.append(0, ends[:-1])
    ground = _ring_areas_m2(coordinates[:, 0], coordinates[:, 1], starts, ends)
    is_outer = np.append(True, owners[1:] != owners[:-1])
    np.add.at(areas, owners, np.where(is_outer, ground, -ground))
    return areas


def _ring_areas_m2(
    lon: Coordinates, lat: Coordinates, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """Return unsigned areas of closed rings that lie one after the other in flat arrays.

    With S(lat) the area between the equator and a parallel for one radian of longitude, an edge contributes the
    integral of S over longitude: the trapezoid, and the third-order term of how a geodesic bends away from it. Along a
    geodesic of azimuth a, dS/dlon = r^2 cot a and d2S/dlon2 = -r^2 sin(lat) (1 + 3 cot^2 a), r = radius of the
    parallel (Clairaut).
    """
    x, phi = np.radians(lon), np.radians(lat)
    sine = np.sin(phi)
    flat = 1 - WGS84.es * sine**2
    zone = WGS84.b**2 / 2 * (sine / flat + np.arctanh(np.sqrt(WGS84.es) * sine) / np.sqrt(WGS84.es))
    ring = np.repeat(np.arange(len(starts)), ends - starts)
    zone -= zone[starts][ring]  # longitudes of a ring sum to 0, so any reference does; a near one keeps the digits
    parallel2 = (WGS84.a * np.cos(phi)) ** 2 / flat
    dx, dz = np.diff(x, append=0), np.diff(zone, append=0)
    dx[ends - 1] = dz[ends - 1] = 0
    middle2 = np.maximum((parallel2 + np.roll(parallel2, -1)) / 2, 1e-6)
    bend = (sine + np.roll(sine, -1)) / 24 * dx * (middle2 * dx**2 + 3 * dz**2 / middle2)
    edges = dx * (zone + dz / 2) + bend
    areas = np.abs(np.add.reduceat(edges, starts))
    length2 = middle2 * dx**2 + dz**2 / middle2
    for index in np.flatnonzero(np.maximum.reduceat(length2, starts) > _LONGEST_SERIES_EDGE_M**2).tolist():
        part = slice(starts[index], ends[index])
        areas[index] = abs(WGS84.polygon_area_perimeter(lon[part].copy(), lat[part].copy())[0])
    return np.asarray(areas)
