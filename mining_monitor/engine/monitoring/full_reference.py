"""A map against a reference that covers the ground: pixel by pixel, or polygon by polygon."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
import shapely
from pyproj import Transformer
from rasterio.enums import Resampling
from rasterio.features import rasterize
from rasterio.vrt import WarpedVRT

from mining_monitor.contract.accuracy import AssessAccuracyRequest
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.results import Notice
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.imagery.crs import crs_text
from mining_monitor.engine.monitoring.class_raster import ClassRaster, is_raster, open_class_raster
from mining_monitor.engine.monitoring.overlay import Overlay, lay_over, objects
from mining_monitor.engine.monitoring.sector_map import SectorMap, load_map, partition, polygonal, require_sectors
from mining_monitor.engine.monitoring.space import areas_m2
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import NOT_OBSERVED, OTHER
from mining_monitor.schema.fields import STORAGE_CRS


@dataclass(frozen=True)
class Comparison:
    """Shared ground of map and reference.

    Attributes
    ----------
    matrix : ndarray of float64, shape (10, 10)
        Rows map, columns reference, by LAMES code; pixels or m2.
    area_m2 : float
    mapped_m2 : dict
        Of the map, by code.
    sectors : tuple of two SectorMap or None
        Map and reference, cut to the shared ground (polygons only).
    """

    matrix: npt.NDArray[np.float64]
    area_m2: float
    mapped_m2: dict[int, float]
    sectors: tuple[SectorMap, SectorMap] | None = None
    notices: tuple[Notice, ...] = ()


_CODES = 10


def compare_pixels(request: AssessAccuracyRequest, place: Any, job: Job) -> Comparison:
    """Compare on the grid of the reference, or of the map where the reference has no pixels; pixel centres count.

    Raises
    ------
    ImageError, AnnotationsError, ParameterError
    """
    first, other = request.reference, request.source
    is_reference = is_raster(first.path)
    if not is_reference:
        first, other = other, first
    matrix, by_code = np.zeros((_CODES, _CODES)), np.zeros(_CODES)
    with ExitStack() as open_files:
        raster = open_files.enter_context(open_class_raster(first.path, place))
        codes_of = open_files.enter_context(_Codes(other, raster, job))
        for block in raster.blocks(job):
            second = codes_of.rows(block.row_off, len(block.codes))
            mapped, reference = (second, block.codes) if is_reference else (block.codes, second)
            seen = (mapped != NOT_OBSERVED) & (reference != NOT_OBSERVED)
            pairs = mapped[seen].astype(np.int_) * _CODES + reference[seen]
            matrix += np.bincount(pairs, minlength=_CODES**2).reshape(_CODES, _CODES)
            by_code += np.bincount(mapped[seen], weights=block.areas_m2[seen], minlength=_CODES)
        notices = codes_of.notices
    mapped_m2 = {code: float(by_code[code]) for code in np.flatnonzero(by_code).tolist()}
    return Comparison(matrix, float(by_code.sum()), mapped_m2, None, notices)


class _Codes:
    """Codes of a map on the grid of a raster, some rows at a time."""

    def __init__(self, source: SectorSource, raster: ClassRaster, job: Job) -> None:
        self._grid = raster.grid
        self._files = ExitStack()
        self.notices: tuple[Notice, ...] = ()
        self._raster: ClassRaster | None = None
        self._vrt: Any = None
        if is_raster(source.path):
            self._open_raster(source)
        else:
            sectors = load_map(source, job)
            require_sectors(sectors, source.path)
            self._prepare_polygons(sectors)

    def __enter__(self) -> _Codes:
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()

    def _open_raster(self, source: SectorSource) -> None:
        self._files.enter_context(open_class_raster(source.path))  # says what is wrong with it
        dataset = self._files.enter_context(rasterio.open(source.path))
        nodata = dataset.nodata
        self._vrt = self._files.enter_context(
            WarpedVRT(
                dataset, crs=crs_text(self._grid.crs), transform=self._grid.transform, width=self._grid.width,
                height=self._grid.height, resampling=Resampling.nearest,
                src_nodata=NOT_OBSERVED if nodata is None else nodata, nodata=NOT_OBSERVED,
            )
        )  # fmt: skip

    def _prepare_polygons(self, sectors: SectorMap) -> None:
        self.notices = sectors.notices
        pieces = partition(sectors)
        to_grid = Transformer.from_crs(STORAGE_CRS, self._grid.crs, always_xy=True)

        def moved(geometry: Any) -> Any:
            return shapely.transform(geometry, lambda xy: np.column_stack(to_grid.transform(xy[:, 0], xy[:, 1])))

        self._shapes = objects([moved(geometry) for geometry in pieces.geometries])
        self._shape_codes = pieces.codes
        self._tree = shapely.STRtree(self._shapes)
        self._observed = None
        if sectors.observed is not None:
            seen = shapely.union_all([sectors.observed, *pieces.geometries])
            self._observed = moved(shapely.segmentize(seen, 0.01))

    def rows(self, row_off: int, height: int) -> npt.NDArray[np.uint8]:
        """Return the codes of rows of the grid, shape (row, col)."""
        if self._vrt is not None:
            window = rasterio.windows.Window(0, row_off, self._grid.width, height)
            return np.asarray(self._vrt.read(1, window=window), dtype=np.uint8)
        transform = self._grid.transform @ _shift(row_off)
        shape = (height, self._grid.width)
        corners = [transform * corner for corner in ((0, 0), (shape[1], 0), (0, shape[0]), shape[::-1])]
        near = self._tree.query(shapely.MultiPoint(corners).envelope)
        fill = OTHER if self._observed is None else NOT_OBSERVED
        burnt = [] if self._observed is None else [(self._observed, OTHER)]
        burnt += [(self._shapes[index], int(self._shape_codes[index])) for index in np.sort(near)]
        if not burnt:
            return np.full(shape, fill, dtype=np.uint8)
        codes = rasterize(burnt, out_shape=shape, transform=transform, fill=fill, dtype="uint8")
        return np.asarray(codes, dtype=np.uint8)


def _shift(row_off: int) -> Any:
    from affine import Affine

    return Affine.translation(0, row_off)


#: Two layers of the same outlines in different systems differ by slivers; they would make a class of their own.
_NOISE_M2, _NOISE_SHARE = 0.01, 1e-9


def compare_polygons(request: AssessAccuracyRequest, place: Any, job: Job) -> Comparison:
    """Compare two layers of sectors by the ground that they cover.

    Raises
    ------
    AnnotationsError, ParameterError
    """
    mapped, reference = load_map(request.source, job), load_map(request.reference, job)
    require_sectors(mapped, request.source.path)
    require_sectors(reference, request.reference.path)
    notices = (*mapped.notices, *reference.notices)
    ground = _shared_ground(mapped, reference, place)
    if ground is not None:
        mapped, reference = mapped.cut(ground), reference.cut(ground)
    first, second = partition(mapped), partition(reference)
    laid = lay_over(first.geometries, second.geometries, job)
    matrix = _area_matrix(laid, first.codes, second.codes)
    if ground is None:
        message = "Neither file says what was observed and there is no extent: ground that neither maps counts nowhere."
        notices = (*notices, Notice("background-unknown", message, {}))
    else:
        matrix[OTHER, OTHER] += max(0.0, area_m2(ground) - float(matrix.sum()))
    by_code = matrix.sum(axis=1)
    mapped_m2 = {code: float(by_code[code]) for code in np.flatnonzero(by_code).tolist()}
    return Comparison(matrix, float(matrix.sum()), mapped_m2, (mapped, reference), notices)


def _shared_ground(mapped: SectorMap, reference: SectorMap, place: Any) -> Any:
    """Return the ground that both could observe, within the place; None where nobody says."""
    grounds = [] if place is None else [place]
    for sectors in (mapped, reference):
        if sectors.observed is not None:
            grounds.append(polygonal(shapely.union_all([sectors.observed, *sectors.geometries])))
    if not grounds:
        return None
    shared = grounds[0]
    for ground in grounds[1:]:
        shared = polygonal(shapely.intersection(shared, ground))
    return shared


def _area_matrix(
    laid: Overlay, first_codes: npt.NDArray[np.int_], second_codes: npt.NDArray[np.int_]
) -> npt.NDArray[np.float64]:
    matrix = np.zeros((_CODES, _CODES))
    rows = codes_at(first_codes, laid.first)
    columns = codes_at(second_codes, laid.second)
    np.add.at(matrix, (rows, columns), areas_m2(laid.geometries))
    is_noise = matrix < max(_NOISE_M2, _NOISE_SHARE * float(matrix.sum()))
    return np.where(is_noise & ~np.eye(_CODES, dtype=bool), 0.0, matrix)


def codes_at(codes: npt.NDArray[np.int_], index: npt.NDArray[np.int_]) -> npt.NDArray[np.int_]:
    """Return the code of each piece; ``other`` where the map has no sector."""
    padded = np.append(codes, OTHER)
    return np.asarray(padded[index])


def split_by_code(sectors: SectorMap) -> Iterator[tuple[int, npt.NDArray[Any]]]:
    """Yield the polygons of each code."""
    for code in sorted(set(sectors.codes.tolist())):
        yield code, sectors.geometries[sectors.codes == code]
