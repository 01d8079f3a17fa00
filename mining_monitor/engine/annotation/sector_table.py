"""Read sectors: any vector file that GDAL opens, as rows in EPSG:4326."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from pyproj.exceptions import ProjError

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.engine.annotation.geopackage import SQLITE_ERRORS
from mining_monitor.engine.annotation.raw_features import degrees_from
from mining_monitor.engine.files import is_device
from mining_monitor.engine.vector_path import layer_names, vector_path
from mining_monitor.schema.classes import BY_CODE, class_code
from mining_monitor.schema.fields import SECTORS_TABLE


@dataclass(frozen=True)
class SectorTable:
    """Sectors as read.

    Attributes
    ----------
    name : str
        Name of the layer.
    geometries : ndarray of shapely geometries, EPSG:4326 (longitude, latitude)
    rows : sequence of mappings
        Attributes by name; null is None.
    columns : tuple of str
        Names of the attributes that the source has.
    """

    name: str
    geometries: Any
    rows: Sequence[Mapping[str, Any]]
    columns: tuple[str, ...]


def read_sectors(path: str, layer: str = "", where: str = "", *, keep_odd: bool = False) -> SectorTable:
    """Read a layer of polygons.

    Parameters
    ----------
    keep_odd : bool
        Geometries that lie outside their coordinate reference system come with coordinates that are not finite;
        otherwise one of them is an error.

    Raises
    ------
    AnnotationsError
        The file cannot be read, has no such layer, no CRS, or no polygons.
    """
    if "\0" in path or is_device(path):
        raise AnnotationsError(f"{path!r} is no file; choose a GeoPackage or GeoJSON file.", path=path)
    _settle(path)
    name = layer or _default_layer(path)
    try:
        meta, _, wkb, columns = pyogrio.raw.read(
            vector_path(path), layer=name, where=where or None, datetime_as_string=True, force_2d=False
        )
    except Exception as error:
        raise _unreadable(path, error, f"{path} cannot be read: {_reason(error)}.") from error
    if wkb is None:
        raise AnnotationsError(f"The table '{name}' of {path} has no geometry; choose a polygon layer.", path=path)
    with np.errstate(invalid="ignore"):  # coordinates that are no numbers
        shapes = shapely.from_wkb(wkb, on_invalid="ignore")
    geometries = _to_storage_crs(shapes, meta.get("crs"), path, keep_odd=keep_odd)
    names = tuple(str(field) for field in meta["fields"])
    rows = [dict(zip(names, (_plain(v) for v in values), strict=True)) for values in zip(*columns, strict=True)]
    if not names:
        rows = [{} for _ in geometries]
    return SectorTable(name, geometries, rows, names)


def _reason(error: Exception) -> str:
    """Return what GDAL says without its advice to programmers."""
    return str(error).split("; It might help", 1)[0].rstrip(".;")


def _unreadable(path: str, error: Exception, sentence: str) -> AnnotationsError:
    """Return the sentence for a file that GDAL does not read; one that is only held for now is called so."""
    if "database is locked" in str(error):
        sentence = f"{path} is being written by another program; try again when it is done."
    return AnnotationsError(sentence, path=path)


def _settle(path: str) -> None:
    """Let SQLite take back what a killed program left half-written; GDAL opens a file to read and may not."""
    with contextlib.suppress(OSError, *SQLITE_ERRORS):  # OSError: a name that no file can have
        if Path(f"{path}-journal").is_file() or Path(f"{path}-wal").is_file():
            with contextlib.closing(sqlite3.connect(path, timeout=2.0)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _default_layer(path: str) -> str:
    try:
        layers = layer_names(path)
    except Exception as error:
        sentence = (
            f"{path} is no vector file that can be opened: {_reason(error)}. Choose a GeoPackage or GeoJSON file."
        )
        raise _unreadable(path, error, sentence) from error
    if not layers:
        raise AnnotationsError(f"{path} has no layers.", path=path)
    return SECTORS_TABLE if SECTORS_TABLE in layers else layers[0]


def _to_storage_crs(geometries: Any, crs: str | None, path: str, *, keep_odd: bool) -> Any:
    if not crs:
        raise AnnotationsError(f"{path} has no coordinate reference system; set one first.", path=path)
    try:
        to_degrees = degrees_from(crs)
    except ProjError as error:
        raise AnnotationsError(
            f"{path} has a coordinate reference system that the engine does not know: {crs[:80]}. Set another one.",
            path=path,
        ) from error
    if to_degrees is None:
        return geometries
    moved = shapely.transform(geometries, to_degrees)
    if not keep_odd and not np.isfinite(shapely.get_coordinates(moved)).all():
        raise AnnotationsError(f"Some coordinates of {path} lie outside its coordinate reference system.", path=path)
    return moved


def _plain(value: Any) -> Any:
    """Turn a numpy value into a plain one; what is not finite is null."""
    if value is None:
        return None
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not np.isfinite(value):
        return None
    return value


def class_of(row: Mapping[str, Any]) -> int | None:
    """Return the LAMES code of a row, from a code, a key or a title; None where there is none of 0..9."""
    value = row.get("class")
    if value in (None, ""):
        value = row.get("class_key")
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return class_code(value) if isinstance(value, str) else None
    return int(number) if number in BY_CODE else None
