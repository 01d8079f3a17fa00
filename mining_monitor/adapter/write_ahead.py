"""A project file that is open for editing is in SQLite's WAL mode; a closed one is one whole file again.

Who decides: QGIS opens a GeoPackage on a local disk in WAL mode for writing, and takes it back to the usual journal
when the last of its connections closes: what was edited is then in the file itself, with no ``-wal`` or ``-shm`` beside
it, so that the file alone is the evidence (measured with the desktop of 3.22; on a network drive, where WAL does not
work, it stays with the journal). After a kill the two stay; whoever opens the file next brings them in. While it is
open, too, what an edit has saved is brought into the file itself as soon as nobody reads (file_transaction.py).

What this module adds: QGIS reads a file that is *not* in WAL mode without locks, and such a connection cannot read any
more ("unable to open database file": no count, an empty extent, an empty map) as soon as another one brings the file
into WAL mode, by storing a style or by beginning to edit. So the file is brought into WAL mode before its layers are
opened, and layers that somebody else has opened earlier are opened anew.
"""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, List

from qgis.core import QgsProject, QgsVectorLayer

from mining_monitor.adapter.file_transaction import fold
from mining_monitor.adapter.project_file import layer_path, table
from mining_monitor.schema.fields import RUNS_TABLE


def is_write_ahead(path: Path) -> bool:
    """Tell whether a file is in WAL mode; False where it cannot be read.

    SQLite is asked: a program that opens and closes the file itself loses all locks that it has on it (POSIX), and the
    next other program that closes the file, such as the engine, takes ``-wal`` and ``-shm`` away from under QGIS.
    """
    try:
        with contextlib.closing(sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal")
    except sqlite3.Error:
        return False


@contextmanager
def write_ahead(path: Path) -> Iterator[None]:
    """Have the file in WAL mode, where QGIS does so at all; layers that are opened meanwhile keep it there."""
    keeper = table(path, RUNS_TABLE)
    is_kept = keeper.isValid() and keeper.startEditing()
    try:
        yield
    finally:
        if is_kept:
            keeper.rollBack()
        fold(path)


def take_up(layer: QgsVectorLayer) -> None:
    """Bring the file of a layer that is about to be edited into WAL mode, all layers of that file with it."""
    path = layer_path(layer)
    if path is None or is_write_ahead(path):
        return
    with write_ahead(path):
        for each in _layers_of(path, layer):
            each.dataProvider().reloadData()
            each.updateExtents(True)


def _layers_of(path: Path, layer: QgsVectorLayer) -> List[QgsVectorLayer]:
    others = [each for each in QgsProject.instance().mapLayers().values() if layer_path(each) == path]
    return [each for each in others if each.isValid() and each.id() != layer.id()] + [layer]
