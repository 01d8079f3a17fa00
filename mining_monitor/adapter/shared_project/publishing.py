"""A project file into PostGIS, with its log as it is; and a copy of a shared project back into a file."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Sequence

from qgis.core import QgsGeometry

from mining_monitor.adapter import project_file
from mining_monitor.adapter.file_transaction import from_blob, reading, to_blob, transaction
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.shared_project.functions import functions_sql, grants_sql
from mining_monitor.adapter.shared_project.place import PARTIAL, SharedPlace, quoted
from mining_monitor.adapter.shared_project.tables import indices_sql, tables_sql
from mining_monitor.contract.errors import AnnotationsError, OutputError
from mining_monitor.schema.fields import (
    LOG_FIELDS,
    LOG_TABLE,
    OBSERVED_FIELDS,
    OBSERVED_TABLE,
    RUN_FIELDS,
    RUNS_TABLE,
    SECTOR_FIELDS,
    SECTORS_TABLE,
)
from mining_monitor.schema.log import first_broken_row

#: Rows that go into one statement.
SLICE = 200

#: Table -> its columns and whether it has a geometry.
_TABLES: Dict[str, Any] = {
    SECTORS_TABLE: (SECTOR_FIELDS, "Polygon"),
    OBSERVED_TABLE: (OBSERVED_FIELDS, "MultiPolygon"),
    RUNS_TABLE: (RUN_FIELDS, ""),
    LOG_TABLE: (LOG_FIELDS, ""),
}

_SRS_ID = 4326

#: How often a copy is begun anew because others have written meanwhile.
TRIES = 5


def _nothing() -> None:
    """Pause for nobody."""


def publish(path: Path, place: SharedPlace, members: Sequence[str] = (), pause: Callable[[], None] = _nothing) -> int:
    """Bring a project file to PostGIS and return how many sectors it has; the schema is whole or absent.

    Parameters
    ----------
    members : sequence of str
        Roles of the database that may work on it, beside the one that publishes.
    pause : callable
        Called between slices; an exception of it ends the work, and nothing is left.

    Raises
    ------
    AnnotationsError
        The file's log is broken, or sectors have no identity of their own.
    OutputError
        The database refuses, or the schema is there already.
    """
    if place.execute(f"SELECT 1 FROM pg_namespace WHERE nspname = {quoted(place.schema)}"):  # nosec B608: quoted
        raise OutputError(tr("There is a project '{}' already. Choose another name.").format(place.schema))
    _check(path)
    partial = place.schema + PARTIAL
    try:
        place.execute(f"DROP SCHEMA IF EXISTS {partial} CASCADE;\n" + tables_sql(partial))
        count = 0
        for table, (fields, geometry) in _TABLES.items():
            names = [field.name for field in fields]
            for rows in _slices(path, table, names, bool(geometry)):
                place.execute(_insert(f"{partial}.{table}", names, rows, geometry))
                count += len(rows) if table == SECTORS_TABLE else 0
                pause()
        grants = "".join(grants_sql(place.schema, _identifier(role)) for role in members)
        place.execute(
            indices_sql(partial) + f"ALTER SCHEMA {partial} RENAME TO {place.schema};\n"
            + functions_sql(place.schema) + grants
        )  # fmt: skip
    except BaseException:
        with contextlib.suppress(OutputError):
            place.execute(f"DROP SCHEMA IF EXISTS {partial} CASCADE")
        raise
    return count


def take_home(place: SharedPlace, path: Path, pause: Callable[[], None] = _nothing) -> int:
    """Copy a shared project into a new project file and return how many sectors it has.

    The file's log is the shared one, row for row: history, verification, agreement and reports work on it.

    Raises
    ------
    OutputError
        The file is there already, others write without a pause, or a side does not answer; no file is left then.
    """
    for _try in range(TRIES):
        newest = _newest(place)
        project_file.create(path)
        try:
            count = _copy(place, path, pause)
            if _newest(place) == newest:
                _check(path)
                return count
        except BaseException:
            _remove(path)
            raise
        _remove(path)
    raise OutputError(tr("Others are changing '{}' at this moment. Try again in a minute.").format(place.schema))


def _copy(place: SharedPlace, path: Path, pause: Callable[[], None]) -> int:
    count = 0
    for table, (fields, geometry) in _TABLES.items():
        names = [field.name for field in fields]
        order = "seq" if table == LOG_TABLE else "fid"
        offset, is_done = 0, False
        while not is_done:
            rows = _fetch(place, table, names, bool(geometry), f"ORDER BY {order} LIMIT {SLICE} OFFSET {offset}")
            _store(path, table, names, rows)
            count += len(rows) if table == SECTORS_TABLE else 0
            offset, is_done = offset + len(rows), len(rows) < SLICE
            pause()
    return count


def _newest(place: SharedPlace) -> Any:
    return place.execute(f"SELECT max(seq) FROM {place.schema}.{LOG_TABLE}")[0][0]  # nosec B608: a checked name


def _remove(path: Path) -> None:
    for each in (path, *path.parent.glob(f"{path.name}-*")):
        each.unlink(missing_ok=True)


def _check(path: Path) -> None:
    names = [field.name for field in LOG_FIELDS]
    with reading(path) as connection:
        sectors, distinct = connection.execute(
            f"SELECT count(*), count(DISTINCT nullif(uuid, '')) FROM {SECTORS_TABLE}"  # nosec B608: schema's name
        ).fetchone()
        log = connection.execute(f"SELECT {', '.join(names)} FROM {LOG_TABLE} ORDER BY seq").fetchall()  # nosec B608
    if sectors != distinct:
        raise AnnotationsError(
            tr("{} of {} sectors have no identity of their own (uuid). Check the sectors first.").format(
                sectors - distinct, sectors
            ),
            path=str(path),
        )
    broken = first_broken_row([dict(zip(names, row)) for row in log])
    if broken is not None:
        raise AnnotationsError(
            tr("The log of {} is broken at row {}. Verify it before others work on it.").format(path, broken + 1),
            path=str(path), row=broken + 1,
        )  # fmt: skip


def _slices(path: Path, table: str, names: Sequence[str], has_geometry: bool) -> Iterator[List[Dict[str, Any]]]:
    """Yield rows of a table of a file, geometries as hexadecimal ``wkb``."""
    columns = ", ".join(f'"{name}"' for name in names)
    with reading(path) as connection:
        geometry = ""
        if has_geometry:
            found = connection.execute(
                "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,)
            ).fetchone()
            geometry = f', "{found[0]}"' if found else ", NULL"
        order = "seq" if table == LOG_TABLE else "rowid"
        cursor = connection.execute(f"SELECT {columns}{geometry} FROM {table} ORDER BY {order}")  # nosec B608
        while rows := cursor.fetchmany(SLICE):
            yield [
                {
                    **dict(zip(names, row)),
                    **({"wkb": from_blob(row[-1]).hex() if row[-1] else None} if geometry else {}),
                }
                for row in rows
            ]


def _insert(table: str, names: Sequence[str], rows: Sequence[Dict[str, Any]], geometry: str) -> str:
    """Return one statement that inserts rows; the values travel as JSON, so that none of them is SQL."""
    text = quoted(json.dumps(list(rows), ensure_ascii=False))
    columns = ", ".join(f'"{name}"' for name in names)
    shape = "ST_GeomFromWKB(decode(i ->> 'wkb', 'hex'), 4326)"
    if geometry == "MultiPolygon":
        shape = f"ST_Multi({shape})"
    extra, value = (", geom", f", {shape}") if geometry else ("", "")
    values = ", ".join(f'(jsonb_populate_record(NULL::{table}, i))."{name}"' for name in names)
    return (
        f"INSERT INTO {table} ({columns}{extra}) SELECT {values}{value} "  # nosec B608: names of the schema
        f"FROM jsonb_array_elements({text}::jsonb) i"
    )


def _fetch(place: SharedPlace, table: str, names: Sequence[str], has_geometry: bool, rest: str) -> List[Dict[str, Any]]:
    columns = ", ".join(f't."{name}"' for name in names)
    shape = ", encode(ST_AsBinary(t.geom, 'NDR'), 'hex') AS wkb" if has_geometry else ""
    sql = f"SELECT row_to_json(r)::text FROM (SELECT {columns}{shape} FROM {place.schema}.{table} t {rest}) r"  # nosec B608
    return [json.loads(row[0]) for row in place.execute(sql)]


def _store(path: Path, table: str, names: Sequence[str], rows: Sequence[Dict[str, Any]]) -> None:
    def blob(text: Any) -> Any:
        geometry = QgsGeometry()
        geometry.fromWkb(bytes.fromhex(text or ""))
        return None if geometry.isNull() else to_blob(geometry, _SRS_ID)

    has_geometry = bool(rows) and "wkb" in rows[0]
    columns = [*names, *(["geom"] if has_geometry else [])]
    marks = ", ".join("?" for _ in columns)
    listed = ", ".join(f'"{name}"' for name in columns)
    with transaction(path) as connection:
        connection.executemany(
            f"INSERT INTO {table} ({listed}) VALUES ({marks})",  # nosec B608: names of the schema, values bound
            [[*(row[name] for name in names), *([blob(row["wkb"])] if has_geometry else [])] for row in rows],
        )


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
