"""One transaction on a project GeoPackage: an edit and its log rows are on disk together, or neither is.

QGIS saves a layer table by table, each in a transaction of its own. So what belongs together is written with Python's
``sqlite3``, as the engine does, with the five spatial functions that the GeoPackage index triggers call (OGC 12-128r19,
annex F.3). ``BEGIN IMMEDIATE`` takes the right to write before anything is read: two programs cannot both go on from
the same last row of the log.
"""

from __future__ import annotations

import contextlib
import sqlite3
import struct
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable, Iterator, Optional, Tuple

from qgis.core import QgsGeometry

from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import DiskFullError, OutputError

#: Seconds to wait for another program that writes; the window stands meanwhile, so it is short.
PATIENCE_S = 1.0

_ENVELOPE_XY = 1
_ENVELOPE_DOUBLES = (0, 4, 6, 6, 8)
_HEADER_BYTES = 8


@contextmanager
def transaction(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a GeoPackage for one transaction: all of it is written, or nothing.

    Raises
    ------
    DiskFullError, OutputError
        The rows cannot be written; the file is as it was. Fact ``is_held``: because another program writes into it.
    """
    connection: Optional[sqlite3.Connection] = None
    try:
        connection = sqlite3.connect(path.resolve().as_uri() + "?mode=rw", uri=True, timeout=PATIENCE_S)
        connection.isolation_level = None
        _add_spatial_functions(connection)
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")
        _fold(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _as_output_error(path, error) from error
    finally:
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            connection.close()


def fold(path: Path) -> None:
    """Bring what another connection has just saved into the file itself; see ``_fold``."""
    with contextlib.suppress(OutputError), reading(path) as connection:
        _fold(connection)


def _fold(connection: sqlite3.Connection) -> None:
    """Bring what the WAL holds into the file itself, so that a copy of the file alone holds every edit.

    It also leaves nothing behind that SQLite could play into another file, should this one be replaced. Where somebody
    is reading at this moment, or there is no WAL, it stays as it is: the next edit does it.
    """
    with contextlib.suppress(sqlite3.Error):
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a GeoPackage for reading.

    Raises
    ------
    OutputError
        It cannot be read.
    """
    connection: Optional[sqlite3.Connection] = None
    try:
        # not mode=ro: what a killed program has left half-written must be rolled back before anybody can read
        connection = sqlite3.connect(path.resolve().as_uri() + "?mode=rw", uri=True, timeout=PATIENCE_S)
        yield connection
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _as_output_error(path, error) from error
    finally:
        if connection is not None:
            connection.close()


def _as_output_error(path: Path, error: Exception) -> OutputError:
    text = "malformed text" if isinstance(error, UnicodeDecodeError) else str(error)
    if "is full" in text:
        return DiskFullError(tr("The disk of {} is full. Free some space.").format(path), path=str(path))
    if "locked" in text:
        return OutputError(
            tr("{} is being written by another program. Try again when it is done.").format(path),
            path=str(path), is_held=True,
        )  # fmt: skip
    return OutputError(tr("{} cannot be written: {}").format(path, text), path=str(path))


def to_blob(geometry: QgsGeometry, srs_id: int) -> bytes:
    """Wrap a geometry as GeoPackage does, with an XY envelope (OGC 12-128r19, 2.1.3)."""
    box = geometry.boundingBox()
    bounds = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
    header = struct.pack("<2sBBi4d", b"GP", 0, (_ENVELOPE_XY << 1) | 1, srs_id, *bounds)
    return header + bytes(geometry.asWkb())


def from_blob(blob: bytes) -> bytes:
    """Return the WKB inside a GeoPackage geometry."""
    return blob[_HEADER_BYTES + 8 * _ENVELOPE_DOUBLES[(blob[3] >> 1) & 7] :]


def envelope(blob: bytes) -> Tuple[float, float, float, float]:
    """Return (min x, max x, min y, max y) of a GeoPackage geometry; from its header where that has them."""
    if (blob[3] >> 1) & 7:
        west, east, south, north = struct.unpack_from(("<" if blob[3] & 1 else ">") + "4d", blob, _HEADER_BYTES)
        return west, east, south, north
    geometry = QgsGeometry()
    geometry.fromWkb(from_blob(blob))
    box = geometry.boundingBox()
    return box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()


def _add_spatial_functions(connection: sqlite3.Connection) -> None:
    for index, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        connection.create_function(name, 1, _bound(index))
    connection.create_function("ST_IsEmpty", 1, lambda blob: None if blob is None else (blob[3] >> 4) & 1)


def _bound(index: int) -> Callable[[Optional[bytes]], Any]:
    return lambda blob: None if blob is None else envelope(blob)[index]
