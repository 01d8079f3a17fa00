"""Ground on which two annotators differ: what an adjudicator looks at, largest first (DOMAIN 4.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely

from mining_monitor.contract.annotation_tables import CONFLICT_FIELDS, CONFLICTS_TABLE
from mining_monitor.contract.errors import OutputError, ParameterError
from mining_monitor.engine.annotation.outputs import require_output, require_room
from mining_monitor.engine.annotation.rings import SMALLEST_M2, polygon_parts
from mining_monitor.engine.files import whole_file
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.vector_path import vector_path
from mining_monitor.schema.classes import BY_CODE, OTHER
from mining_monitor.schema.fields import STORAGE_CRS

_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".json": "GeoJSON"}


@dataclass(frozen=True)
class Conflict:
    """One connected piece of ground with the class that each has given it; 0 where one has drawn nothing."""

    geometry: Any
    first: int
    second: int
    area_m2: float


def find_conflicts(
    first: Mapping[int, Any], second: Mapping[int, Any], extent: Any, check: Callable[[], None] = lambda: None
) -> list[Conflict]:
    """Return the ground of at least 25 m2 on which two maps differ, largest first.

    Parameters
    ----------
    first, second : mapping
        LAMES code -> union of the sectors of that class, EPSG:4326.
    extent : shapely geometry
        Ground that both have looked at.
    """
    one, two = _with_nothing(first, extent), _with_nothing(second, extent)
    agreed = shapely.union_all([shapely.intersection(one[code], two[code]) for code in one.keys() & two.keys()])
    found = []
    for code, ground in one.items():
        for other, counterpart in two.items():
            check()
            if code != other:  # ground that one has drawn twice is agreed on where either class is the other's
                shared = shapely.difference(shapely.intersection(ground, counterpart), agreed)
                pieces = ((piece, area_m2(piece)) for piece in polygon_parts(shared))
                found += [Conflict(piece, code, other, area) for piece, area in pieces if area >= SMALLEST_M2]
    return sorted(found, key=lambda conflict: -conflict.area_m2)


def _with_nothing(grounds: Mapping[int, Any], extent: Any) -> dict[int, Any]:
    """Return the grounds inside the extent, and under 0 what is left of it."""
    inside = {code: shapely.intersection(ground, extent) for code, ground in grounds.items() if code != OTHER}
    taken = shapely.union_all(list(inside.values())) if inside else shapely.Polygon()
    return {**inside, OTHER: shapely.difference(extent, taken)}


def require_conflict_file(path: str, *read: str) -> None:
    """Check that conflicts can be written to a file, which is none of those that are read; an empty name is none.

    Raises
    ------
    ParameterError, OutputError, DiskFullError
    """
    if path and Path(path).suffix.lower() not in _DRIVERS:
        raise ParameterError(f"OUTPUT ends with '{Path(path).suffix}'; write to .gpkg or .geojson.", name="OUTPUT")
    if path:
        require_output(path, "OUTPUT", CONFLICTS_TABLE, read)


def write_conflicts(path: Path, conflicts: Sequence[Conflict]) -> None:
    """Write conflicts; the file is whole or absent.

    Raises
    ------
    OutputError, DiskFullError
    """
    driver = _DRIVERS[path.suffix.lower()]
    keys = [[BY_CODE[code].key for code in codes] for codes in ((c.first, c.second) for c in conflicts)]
    columns = [
        np.array([c.first for c in conflicts], np.int32),
        np.array([c.second for c in conflicts], np.int32),
        np.array([key[0] for key in keys], object),
        np.array([key[1] for key in keys], object),
        np.array([c.area_m2 for c in conflicts], np.float64),
        *(np.array([None] * len(conflicts), object) for _ in ("decision", "decided_by", "decided_at")),
    ]
    with whole_file(path) as partial:
        try:
            pyogrio.raw.write(
                vector_path(partial),
                geometry=np.array([shapely.to_wkb(c.geometry) for c in conflicts], object),
                field_data=columns,
                fields=[field.name for field in CONFLICT_FIELDS],
                layer=CONFLICTS_TABLE if driver == "GPKG" else None,
                driver=driver,
                geometry_type="Polygon",
                crs=STORAGE_CRS,
            )
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, RuntimeError) as error:
            require_room(path)
            raise OutputError(
                f"{path} takes no conflicts: {error}. Choose another file or folder.", path=str(path)
            ) from error
