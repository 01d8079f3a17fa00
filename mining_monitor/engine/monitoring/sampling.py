"""A stratified random sample for an accuracy assessment (DOMAIN 3.8; Olofsson et al. 2014)."""

from __future__ import annotations

import math
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.numbers import ALLOCATIONS, SamplePointsRequest, SampleResult, SectorSource, Stratum
from mining_monitor.engine.monitoring.class_raster import is_raster, open_class_raster
from mining_monitor.engine.monitoring.layers import check_output, write_layer
from mining_monitor.engine.monitoring.places import extent_polygon
from mining_monitor.engine.monitoring.sector_map import load_map
from mining_monitor.engine.monitoring.strata import PolygonMap, RasterMap
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE, BY_KEY
from mining_monitor.schema.sample import SAMPLE_FIELDS, SAMPLE_TABLE

#: User's accuracy that is expected where nobody says (Olofsson et al. 2014, section 5.1.1).
EXPECTED_ACCURACY = 0.8

#: Fewest points of a stratum: one point has no variance.
LEAST_POINTS = 2

MOST_POINTS = 100_000

#: Names of points are derived from it: the same sample has the same names.
_NAMESPACE = uuid.UUID("6f0c8d0e-3c4b-4f61-9f53-6d2c52e0a9b1")


@contextmanager
def open_map(source: SectorSource, extent: Extent | None, job: Job) -> Iterator[PolygonMap | RasterMap]:
    """Open sectors or a class raster as a map.

    Raises
    ------
    AnnotationsError, ImageError, ParameterError, ExtentError
    """
    place = None if extent is None else extent_polygon(extent)
    if is_raster(source.path):
        with open_class_raster(source.path, place) as raster:
            yield RasterMap.of(raster, job)
        return
    yield PolygonMap(load_map(source, job), place, job)


def draw_sample(request: SamplePointsRequest, job: Job) -> SampleResult:
    """Draw a sample and write it as points in an order by lot, so that its first part is a sample too.

    Raises
    ------
    AnnotationsError, ImageError, ParameterError, ExtentError, OutputError
    """
    _check(request)
    with open_map(request.source, request.extent, job) as class_map:
        areas = class_map.areas_m2
        if not areas:
            raise AnnotationsError(
                f"{request.source.path} maps nothing here; there is nothing to sample."
                + "".join(f" {notice.message}" for notice in class_map.notices if notice.code.startswith("left-out"))
            )
        total = sum(areas.values())
        shares = {code: area / total for code, area in areas.items()}
        expected = _expected(request, shares)
        size = request.size or sample_size(shares, expected, request.standard_error)
        counts = allocate(size, shares, request.allocation, request.min_per_class, expected)
        rng = np.random.default_rng(request.seed)
        lonlat = [class_map.draw(code, count, rng, job) for code, count in counts.items()]
        notices = class_map.notices
    numbers = rng.permutation(len(counts)) + 1
    strata = np.repeat(numbers, list(counts.values()))
    stratum_m2 = np.repeat([areas[code] for code in counts], list(counts.values()))
    order = rng.permutation(len(strata))
    _write(request, np.concatenate(lonlat)[order], strata[order], stratum_m2[order])
    rows = tuple(Stratum(c, BY_CODE[c].key, areas[c], shares[c], n) for c, n in counts.items())
    return SampleResult(request.output, len(strata), request.seed, request.allocation, rows, total, notices)


def _check(request: SamplePointsRequest) -> None:
    if request.allocation not in ALLOCATIONS:
        raise ParameterError(
            f"ALLOCATION is '{request.allocation}'; it must be one of {', '.join(ALLOCATIONS)}.", name="ALLOCATION"
        )
    if not 0 <= request.size <= MOST_POINTS:
        raise ParameterError(f"SIZE is {request.size}; it must lie between 0 and {MOST_POINTS}.", name="SIZE")
    if request.seed < 0:
        raise ParameterError(f"SEED is {request.seed}; it must be 0 or more.", name="SEED")
    if not 0 < request.standard_error < 1:
        raise ParameterError("The standard error must lie between 0 and 1.", name="standard_error")
    check_output(request.output, (request.source.path,), SAMPLE_TABLE)


def _expected(request: SamplePointsRequest, shares: Mapping[int, float]) -> dict[int, float]:
    given = request.expected_accuracy or {}
    for key, value in given.items():
        if key not in BY_KEY or not 0 < value < 1:
            raise ParameterError(
                f"The expected accuracy '{key}={value:g}' is none: name a class ({', '.join(BY_KEY)}) and a share "
                "between 0 and 1.",
                name="expected_accuracy",
            )
    return {code: given.get(BY_CODE[code].key, EXPECTED_ACCURACY) for code in shares}


def sample_size(shares: Mapping[int, float], expected: Mapping[int, float], standard_error: float) -> int:
    """Return the points that give overall accuracy this standard error, rounded up.

    Parameters
    ----------
    shares, expected : mapping
        Share of the area and expected user's accuracy, by class.

    References
    ----------
    Olofsson et al. 2014, eq. 13: n = (sum W_i S_i / SE)^2 with S_i = sqrt(U_i (1 - U_i)); DOMAIN 3.8.
    """
    spread = sum(share * math.sqrt(expected[code] * (1 - expected[code])) for code, share in shares.items())
    size = math.ceil((spread / standard_error) ** 2 - 1e-9)
    if size > MOST_POINTS:
        raise ParameterError(f"A standard error of {standard_error:g} takes {size} points; allow a larger one.")
    return max(size, LEAST_POINTS * len(shares))


def allocate(
    size: int, shares: Mapping[int, float], allocation: str, min_per_class: int, expected: Mapping[int, float]
) -> dict[int, int]:
    """Return the points of each class; they add up to ``size`` and each class has at least two.

    ``olofsson``: classes that would get fewer than ``min_per_class`` in proportion get so many, the others share the
    rest in proportion (Olofsson et al. 2014, section 5.1.3). ``neyman``: in proportion to W_i S_i.

    Raises
    ------
    ParameterError
        There are not enough points.
    """
    codes = list(shares)
    if size < LEAST_POINTS * len(codes):
        raise ParameterError(
            f"SIZE is {size}; {len(codes)} classes want at least {LEAST_POINTS * len(codes)} points.", name="SIZE"
        )
    if allocation == "equal":
        weights = dict.fromkeys(codes, 1.0)
    elif allocation == "neyman":
        weights = {code: shares[code] * math.sqrt(expected[code] * (1 - expected[code])) for code in codes}
    else:
        weights = dict(shares)
    floor = LEAST_POINTS
    if allocation == "olofsson":
        floor = max(LEAST_POINTS, min(min_per_class, size // len(codes)))
    return _with_floor(size, weights, floor)


def _with_floor(size: int, weights: Mapping[int, float], floor: int) -> dict[int, int]:
    """Spread points by weight; classes that would fall below the floor get it, the others share what is left."""
    rare: set[int] = set()
    while True:
        rest = {code: weight for code, weight in weights.items() if code not in rare}
        left = size - floor * len(rare)
        total = sum(rest.values())
        below = {code for code, weight in rest.items() if left * weight / total < floor} if rest else set()
        if not below or len(below) == len(rest):
            break
        rare |= below
    counts = dict.fromkeys(weights, floor)
    exact = {code: left * weight / total for code, weight in rest.items()}
    counts.update({code: int(value) for code, value in exact.items()})
    missing = size - sum(counts.values())
    for code in sorted(exact, key=lambda c: (int(exact[c]) - exact[c], c))[:missing]:
        counts[code] += 1
    return counts


def _write(
    request: SamplePointsRequest, lonlat: npt.NDArray[np.float64], strata: npt.NDArray[Any],
    stratum_m2: npt.NDArray[np.float64],
) -> None:  # fmt: skip
    rows = [
        {
            "sample_id": str(uuid.uuid5(_NAMESPACE, f"{request.seed} {seq} {lon:.7f} {lat:.7f}")),
            "seq": seq,
            "stratum": int(stratum),
            "stratum_m2": float(area),
            "seed": request.seed,
            "allocation": request.allocation,
        }
        for seq, ((lon, lat), stratum, area) in enumerate(zip(lonlat, strata, stratum_m2, strict=True), 1)
    ]
    write_layer(request.output, shapely.points(lonlat), rows, SAMPLE_FIELDS, SAMPLE_TABLE, "Point")
