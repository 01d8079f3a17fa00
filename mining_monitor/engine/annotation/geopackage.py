"""A project GeoPackage at the level of its tables: made empty by GDAL, filled in one SQLite transaction.

GDAL writes each layer in a transaction of its own; a run touches four tables, and half a run may never be on disk.
So the rows go in through ``sqlite3``, with the five spatial functions that the GeoPackage index triggers call
(OGC 12-128r19, annex F.3).
"""

from __future__ import annotations

import contextlib
import errno
import sqlite3
import struct
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely

from mining_monitor.contract.annotation_tables import PROPOSAL_FIELDS, PROPOSALS_TABLE, SITE_FIELDS, SITES_TABLE
from mining_monitor.contract.errors import DiskFullError, OutputError
from mining_monitor.engine.annotation.layer_style import store_style
from mining_monitor.engine.files import is_disk_full
from mining_monitor.engine.vector_path import vector_path
from mining_monitor.schema.fields import (
    LOG_FIELDS,
    LOG_TABLE,
    OBSERVED_FIELDS,
    OBSERVED_TABLE,
    RUN_FIELDS,
    RUNS_TABLE,
    SECTOR_FIELDS,
    SECTORS_TABLE,
    STORAGE_CRS,
    Field,
)

#: Table name -> geometry type (None: no geometry) and fields.
TABLES: dict[str, tuple[str | None, tuple[Field, ...]]] = {
    SECTORS_TABLE: ("Polygon", SECTOR_FIELDS),
    OBSERVED_TABLE: ("MultiPolygon", OBSERVED_FIELDS),
    RUNS_TABLE: (None, RUN_FIELDS),
    LOG_TABLE: (None, LOG_FIELDS),
}

#: Tables that are made when there is something to put into them; a project without them is whole.
LATER_TABLES: dict[str, tuple[str | None, tuple[Field, ...]]] = {
    PROPOSALS_TABLE: ("Polygon", PROPOSAL_FIELDS),
    SITES_TABLE: ("MultiPolygon", SITE_FIELDS),
}

_DTYPES: dict[str, Any] = {"text": object, "integer": np.int32, "real": np.float64}
#: What a damaged file makes Python's sqlite3 raise; the second where SQLite's own message quotes the damaged bytes.
SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)

#: Old enough for the GDAL of every QGIS since 3.22.
_GEOPACKAGE_VERSION = "1.2"
_SRS_ID = 4326
_ENVELOPE_XY = 1

#: Seconds to wait for another program that writes, and between two looks at whether the run was cancelled.
_PATIENCE_S, _LOOK_EVERY_S = 30.0, 0.2


def create_tables(path: Path) -> None:
    """Make a GeoPackage with the four empty tables and the style of the sectors.

    Raises
    ------
    OutputError, DiskFullError
        The file cannot be written.
    """
    try:
        for table, (geometry_type, fields) in TABLES.items():
            _create_table(path, table, geometry_type, fields)
        store_style(path)
    except SQLITE_ERRORS as error:
        if "full" in str(error):
            raise OSError(errno.ENOSPC, "No space left on device") from error
        raise _as_output_error(path, error) from error
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError, RuntimeError) as error:
        if is_disk_full(path.parent):
            raise OSError(errno.ENOSPC, "No space left on device") from error
        raise OutputError(
            f"{path.parent} takes no GeoPackage: {error}. Choose another folder.", path=str(path)
        ) from error


def _create_table(path: Path, table: str, geometry_type: str | None, fields: Sequence[Field]) -> None:
    empty = {field.name: np.array([], dtype=_DTYPES[field.kind]) for field in fields}
    pyogrio.raw.write(
        vector_path(path),
        geometry=np.array([], dtype=object) if geometry_type else None,
        field_data=list(empty.values()),
        fields=list(empty),
        layer=table,
        driver="GPKG",
        geometry_type=geometry_type,
        crs=STORAGE_CRS if geometry_type else None,
        append=path.exists(),
        layer_options={"GEOMETRY_NAME": "geom"} if geometry_type else {},
        dataset_options={} if path.exists() else {"VERSION": _GEOPACKAGE_VERSION},
    )


def read_columns(path: Path, check: Callable[[], None] = lambda: None) -> dict[str, set[str]]:
    """Return the columns of a GeoPackage's tables by table name; geometry columns only when they are EPSG:4326.

    Raises
    ------
    OutputError
        The file is no SQLite file with the tables of a GeoPackage, or it is damaged.
    """
    query = (
        "SELECT c.table_name, i.name FROM gpkg_contents c, pragma_table_info(c.table_name) i"
        " LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name AND g.column_name = i.name"
        " WHERE g.srs_id IS NULL OR g.srs_id = ?"
    )
    columns: dict[str, set[str]] = {}
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=_LOOK_EVERY_S)) as connection:
            for table, column in _patiently(connection, query, (_SRS_ID,), check):
                columns.setdefault(table, set()).add(column)
    except SQLITE_ERRORS as error:
        raise _as_output_error(path, error) from error
    return columns


@contextmanager
def transaction(
    path: Path, check: Callable[[], None] = lambda: None, *, name: Path | None = None
) -> Iterator[sqlite3.Connection]:
    """Open a GeoPackage for one transaction: all of it is written, or nothing.

    Parameters
    ----------
    path, name : Path
        The file, and what messages call it.
    check : callable
        Called while another program holds the file; may raise to stop waiting.

    Raises
    ------
    DiskFullError, OutputError
        The rows cannot be written; the file is as it was.
    """
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(path, timeout=_LOOK_EVERY_S, isolation_level=None)
        _add_spatial_functions(connection)
        _patiently(connection, "BEGIN IMMEDIATE", (), check)
        connection.execute(f"PRAGMA busy_timeout = {int(1000 * _PATIENCE_S)}")  # for readers that delay the commit
        yield connection
        connection.execute("COMMIT")
    except SQLITE_ERRORS as error:
        raise _as_output_error(name or path, error) from error
    finally:
        if connection is not None:
            _undo(connection, path)


def _undo(connection: sqlite3.Connection, path: Path) -> None:
    """Roll back what was not committed; also where a full disk stopped SQLite's own way back."""
    with contextlib.suppress(*SQLITE_ERRORS):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    connection.close()
    if path.with_name(path.name + "-journal").exists():
        with contextlib.suppress(*SQLITE_ERRORS), contextlib.closing(sqlite3.connect(path)) as again:
            again.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _patiently(
    connection: sqlite3.Connection, statement: str, values: tuple[Any, ...], check: Callable[[], None]
) -> list[Any]:
    """Run a statement as soon as no other program holds the file; ``check`` may raise to stop waiting."""
    give_up = time.monotonic() + _PATIENCE_S
    while True:
        check()
        try:
            return connection.execute(statement, values).fetchall()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > give_up:
                raise


def _as_output_error(path: Path, error: Exception) -> OutputError:
    text = "malformed text" if isinstance(error, UnicodeDecodeError) else str(error)
    if path.is_dir():
        return OutputError(f"{path} is a folder, not a project. Choose a .gpkg.", path=str(path))
    if "full" in text:
        return DiskFullError(f"The disk of {path} is full; the project is as it was. Free some space.", path=str(path))
    if "locked" in text:
        return OutputError(f"{path} is being written by another program; try again when it is done.", path=str(path))
    if "not a database" in text or "malformed" in text or "no such table: gpkg" in text:
        return OutputError(f"{path} is damaged or no GeoPackage ({text}). Choose another file.", path=str(path))
    return OutputError(f"{path} cannot be written: {text}. Choose another file.", path=str(path))


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, given as values by column name; ``geom`` holds WKB in EPSG:4326.

    The extent of the table in ``gpkg_contents`` grows with the rows.
    """
    if not rows:
        return
    geometry_type, fields = TABLES.get(table) or LATER_TABLES[table]
    columns = [field.name for field in fields]
    if geometry_type:
        rows = [{**row, "geom": None if row["geom"] is None else to_blob(row["geom"])} for row in rows]
        columns = ["geom", *columns]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" for _ in columns)
    connection.executemany(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks})',  # nosec B608: names of the schema, values bound
        [[row.get(name) for name in columns] for row in rows],
    )
    _touch_contents(connection, table, [row["geom"] for row in rows if row["geom"]] if geometry_type else [])


def require_table(connection: sqlite3.Connection, table: str) -> None:
    """Make one of ``LATER_TABLES`` where the project has none yet, in the caller's transaction."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        return
    geometry_type, fields = LATER_TABLES[table]
    kinds = {"text": "TEXT", "integer": "INTEGER", "real": "REAL"}
    columns = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    columns += [f"geom {str(geometry_type).upper()}"] if geometry_type else []
    columns += [f'"{field.name}" {kinds[field.kind]}' for field in fields]
    connection.execute(f'CREATE TABLE "{table}" ({", ".join(columns)})')
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, ?, ?, ?)",
        (table, "features" if geometry_type else "attributes", table, _SRS_ID if geometry_type else 0),
    )
    if geometry_type:
        connection.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
            (table, str(geometry_type).upper(), _SRS_ID),
        )
    with contextlib.suppress(sqlite3.OperationalError):  # GDAL's own count of rows; absent in files of other programs
        connection.execute("INSERT INTO gpkg_ogr_contents (table_name, feature_count) VALUES (?, NULL)", (table,))


def _touch_contents(connection: sqlite3.Connection, table: str, blobs: Sequence[bytes]) -> None:
    connection.execute(
        "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?", (table,)
    )
    if not blobs:
        return
    boxes = np.array([_envelope(blob) for blob in blobs])
    west, east, south, north = boxes[:, 0].min(), boxes[:, 1].max(), boxes[:, 2].min(), boxes[:, 3].max()
    connection.execute(
        "UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), max_x = max(coalesce(max_x, ?2), ?2),"
        " min_y = min(coalesce(min_y, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4) WHERE table_name = ?5",
        (float(west), float(east), float(south), float(north), table),
    )


def to_blob(wkb: bytes) -> bytes:
    """Wrap WKB as a GeoPackage geometry with an XY envelope (OGC 12-128r19, 2.1.3)."""
    bounds = shapely.bounds(shapely.from_wkb(wkb))
    flags = (_ENVELOPE_XY << 1) | 1
    header = struct.pack("<2sBBi4d", b"GP", 0, flags, _SRS_ID, bounds[0], bounds[2], bounds[1], bounds[3])
    return header + wkb


def from_blob(blob: bytes) -> bytes:
    """Return the WKB inside a GeoPackage geometry."""
    envelope_doubles = (0, 4, 6, 6, 8)[(blob[3] >> 1) & 7]
    return blob[8 + 8 * envelope_doubles :]


def is_well_wrapped(blob: bytes) -> bool:
    """Tell whether the header of a GeoPackage geometry fits what is in it: programs look for ground by the header."""
    try:
        order = "<" if blob[3] & 1 else ">"
        is_known = blob[:3] == b"GP\0" and struct.unpack_from(f"{order}i", blob, 4)[0] == _SRS_ID
        west, south, east, north = shapely.bounds(shapely.from_wkb(from_blob(blob)))
        return is_known and _is_empty(blob) == 0 and _envelope(blob) == (west, east, south, north)
    except (IndexError, struct.error, shapely.errors.ShapelyError):
        return False


def _envelope(blob: bytes) -> tuple[float, float, float, float]:
    """Return (min x, max x, min y, max y); read from the geometry where the header has none."""
    if (blob[3] >> 1) & 7:
        order = "<" if blob[3] & 1 else ">"
        return struct.unpack_from(order + "4d", blob, 8)
    west, south, east, north = shapely.bounds(shapely.from_wkb(from_blob(blob)))
    return west, east, south, north


def _add_spatial_functions(connection: sqlite3.Connection) -> None:
    for index, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        connection.create_function(name, 1, _bound(index), deterministic=True)
    connection.create_function("ST_IsEmpty", 1, _is_empty, deterministic=True)


def _bound(index: int) -> Any:
    return lambda blob: None if blob is None else _envelope(blob)[index]


def _is_empty(blob: bytes | None) -> int | None:
    return None if blob is None else (blob[3] >> 4) & 1
