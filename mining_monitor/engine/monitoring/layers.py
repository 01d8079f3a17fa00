"""Layers that are written: a GeoPackage or GeoJSON file of one layer, whole or absent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely

from mining_monitor.contract.errors import DiskFullError, OutputError, ParameterError
from mining_monitor.engine.files import is_disk_full, is_same_file, require_place, whole_file
from mining_monitor.engine.vector_path import require_own_layer, vector_path
from mining_monitor.schema.fields import STORAGE_CRS, Field

_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".json": "GeoJSON"}


def check_output(path: str, inputs: Sequence[str], layer: str) -> None:
    """Check, before the work, that a layer can be written to a file and takes the place of nothing else.

    Raises
    ------
    ParameterError, OutputError
    """
    target = Path(path)
    if not path or target.suffix.lower() not in _DRIVERS:
        raise ParameterError(f"OUTPUT is '{path}'; name a .gpkg or .geojson file.", name="OUTPUT")
    if any(is_same_file(target, Path(each)) for each in inputs):
        raise ParameterError(f"OUTPUT is {path}, which is also read. Choose another name.", name="OUTPUT")
    require_own_layer(target, layer)
    require_place(target)


def write_layer(
    path: str, geometries: npt.NDArray[Any], rows: Sequence[Mapping[str, Any]], fields: Sequence[Field],
    layer: str, geometry_type: str,
) -> None:  # fmt: skip
    """Write geometries (EPSG:4326) with their attributes.

    Raises
    ------
    OutputError, DiskFullError
    """
    target = Path(path)
    driver = _DRIVERS[target.suffix.lower()]
    with whole_file(target) as partial:
        try:
            pyogrio.raw.write(
                vector_path(partial),
                geometry=shapely.to_wkb(geometries),
                field_data=[_column(rows, field) for field in fields],
                fields=[field.name for field in fields],
                layer=layer,
                driver=driver,
                geometry_type=geometry_type,
                crs=STORAGE_CRS,
                dataset_options={"VERSION": "1.2"} if driver == "GPKG" else {},
                layer_options={"RFC7946": "YES"} if driver == "GeoJSON" else {"GEOMETRY_NAME": "geom"},
            )
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, RuntimeError, ValueError) as error:
            if is_disk_full(partial.parent):
                raise DiskFullError(f"The disk is full: {path} was not written. Free some space.", path=path) from error
            raise OutputError(f"{path} cannot be written: {error}. Choose another file.", path=path) from error


def _column(rows: Sequence[Mapping[str, Any]], field: Field) -> npt.NDArray[Any]:
    values = [row.get(field.name) for row in rows]
    if field.kind == "integer":
        return np.array([0 if value is None else value for value in values], dtype=np.int32)
    if field.kind == "real":
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    return np.array(values, dtype=object)
