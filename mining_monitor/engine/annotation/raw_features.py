"""Features as a file has them, before anybody has said what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.results import Notice
from mining_monitor.schema.fields import STORAGE_CRS

#: Layers that cross the antimeridian go on to 360 degrees; anything larger is no place.
LONGEST_DEG, HIGHEST_DEG = 360.0, 90.0 + 1e-9

#: Positions of a closed ring: three corners and the first one again.
_SHORTEST_RING = 4


@dataclass(frozen=True)
class Flaw:
    """What was wrong with a feature as it lies in the file: a kind of issue, a sentence, numbers for it."""

    kind: str
    message: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class RawFeature:
    """One feature.

    Attributes
    ----------
    number : int
        From 1, in the order of the file.
    properties : mapping
        As the file has them.
    geometry : shapely Polygon or MultiPolygon or None
        EPSG:4326, 2-D; may be invalid. None: ``missing`` says why.
    missing : str
        Why there is no polygon; a reason for ``left_out``.
    flaws : tuple of Flaw
    """

    number: int
    properties: Mapping[str, Any]
    geometry: Any
    missing: str = ""
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True)
class RawFile:
    """What a file holds: ``kind`` is ``geojson``, ``kml`` or ``layer``; ``name`` is the layer's."""

    kind: str
    name: str
    features: Sequence[RawFeature]
    notices: tuple[Notice, ...] = ()


class RingError(ValueError):
    """A ring that encloses nothing; its text is a reason for ``left_out``."""


def ring_of(positions: Any) -> tuple[Any, bool]:
    """Make a linear ring from a list of positions.

    Parameters
    ----------
    positions : sequence of (x, y) or (x, y, z)

    Returns
    -------
    ring : shapely LinearRing
    was_open : bool
        The last position was not the first one; it was added.

    Raises
    ------
    RingError
    """
    try:
        xy = np.array([(position[0], position[1]) for position in positions], dtype=np.float64)
    except (TypeError, ValueError, IndexError, KeyError, OverflowError) as error:
        raise RingError("coordinates are no numbers") from error
    if not np.isfinite(xy).all():
        raise RingError("coordinates are no finite numbers")
    was_open = len(xy) > 0 and not (xy[0] == xy[-1]).all()
    if was_open:
        xy = np.vstack([xy, xy[:1]])
    if len(xy) < _SHORTEST_RING or len(np.unique(xy, axis=0)) < _SHORTEST_RING - 1:
        raise RingError("a ring has fewer than three corners")
    return shapely.linearrings(xy), was_open


def polygon_of(rings: Sequence[Any]) -> tuple[Any, bool]:
    """Make a polygon from the positions of its rings, the exterior first; see ``ring_of``.

    A hole that encloses nothing is left out.

    Raises
    ------
    RingError
    """
    if not isinstance(rings, (list, tuple)) or not rings:
        raise RingError("a polygon has no rings")
    exterior, was_open = ring_of(rings[0])
    holes = []
    for positions in rings[1:]:
        try:
            hole, hole_was_open = ring_of(positions)
        except RingError as error:
            if "corners" not in str(error):
                raise
            continue
        holes.append(hole)
        was_open = was_open or hole_was_open
    return shapely.polygons(exterior, holes or None), was_open


def joined(polygons: Sequence[Any]) -> Any:
    """Return one polygon as it is, several as a MultiPolygon."""
    return polygons[0] if len(polygons) == 1 else shapely.multipolygons(list(polygons))


def is_on_earth(geometry: Any) -> bool:
    """Tell whether all coordinates are degrees."""
    xy = shapely.get_coordinates(geometry)
    return bool((np.abs(xy) <= (LONGEST_DEG, HIGHEST_DEG)).all())


def degrees_from(crs: str) -> Callable[[Any], Any] | None:
    """Return a function from (x, y) of a coordinate reference system to EPSG:4326; None where they are in it.

    Raises
    ------
    ProjError
        Nobody knows the system, it is of another planet, or of heights alone: no place on the ground follows from it.
    """
    source = CRS.from_user_input(crs)
    if source.equals(CRS.from_user_input(STORAGE_CRS), ignore_axis_order=True):
        return None
    has_places = source.is_geographic or source.is_projected or not source.is_vertical
    if source.is_geocentric or not has_places:
        raise CRSError(f"{source.type_name} has no places")
    transformer = Transformer.from_crs(source, STORAGE_CRS, always_xy=True)

    def transform(xy: Any) -> Any:
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    return transform


def to_degrees(crs: str, path: str) -> Callable[[Any], Any] | None:
    """Return a function from geometries in ``crs`` to EPSG:4326; None where they are in it.

    Raises
    ------
    AnnotationsError
        Nobody knows the coordinate reference system.
    """
    try:
        transform = degrees_from(crs)
    except ProjError as error:
        raise AnnotationsError(
            f"{path} names a coordinate reference system that the engine does not know: {crs[:80]}. Save the layer in "
            "WGS 84 and import that file.",
            path=path,
        ) from error
    if transform is None or "CRS84" in crs:
        return None
    return lambda geometry: shapely.transform(geometry, transform)
