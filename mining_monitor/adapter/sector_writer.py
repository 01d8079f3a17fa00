"""Changes of sectors straight into the project file: rows and log in one transaction, the layer told afterwards.

QGIS's own way, the edit buffer, saves the sectors alone and holds the main thread for as long as that takes. What the
plugin itself decides (class, state, values, undo) goes this way instead; the layer then says what has changed, so that
lists, tables and forms follow as after any edit.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsProviderRegistry, QgsVectorLayer

from mining_monitor.adapter.announcing import SLICE, announce
from mining_monitor.adapter.audit_log import AuditLog, PlannedRows
from mining_monitor.adapter.compat import plain
from mining_monitor.adapter.file_transaction import reading, to_blob, transaction
from mining_monitor.adapter.snapshots import Change, Snapshot, rows_by_uuid
from mining_monitor.contract.errors import OutputError
from mining_monitor.schema.fields import SECTORS_TABLE


@dataclass(frozen=True)
class _Table:
    """How the sectors table calls its key and its geometry, and the coordinate system of the latter."""

    key: str
    geometry: str
    srs_id: int
    columns: Tuple[str, ...]


class SectorWriter:
    """Writes changes of one sectors layer into its GeoPackage.

    Parameters
    ----------
    layer : QgsVectorLayer
    log : AuditLog
        Of the same file.
    table : _Table
    """

    def __init__(self, layer: QgsVectorLayer, log: AuditLog, table: _Table) -> None:
        self._layer = layer
        self._log = log
        self._table = table

    @classmethod
    def of_layer(cls, layer: QgsVectorLayer, log: Optional[AuditLog]) -> Optional[SectorWriter]:
        """Return the writer of a layer, or None where its sectors are in no table of the log's file."""
        if log is None or layer.providerType() != "ogr" or not layer.dataProvider().capabilities():
            return None
        parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        name = str(plain(parts.get("layerName")) or SECTORS_TABLE)
        if Path(str(plain(parts.get("path")) or "")) != log.path or name != SECTORS_TABLE:
            return None
        try:
            with reading(log.path) as connection:
                table = _describe(connection)
        except OutputError:
            return None
        return cls(layer, log, table) if table is not None else None

    def write(
        self, who: str, changes: Sequence[Change], rows: Mapping[str, int], action: str, pause: Callable[[], None]
    ) -> None:
        """Write changes and their log rows, then tell the layer.

        Parameters
        ----------
        rows : mapping
            Row number by uuid of the sectors that are there.
        action : str
            For the log; empty: named after what changed.
        pause : callable
            Called between slices of the work before and after the transaction, never within it.

        Raises
        ------
        OutputError
            Nothing was written.
        """
        planned = self._log.plan(who, (change.act(action) for change in changes), pause)
        statements = self._statements(changes, rows, pause)
        self._store(statements, planned)
        pause()
        new_rows = rows_by_uuid(self._layer, [change.uuid for change in changes if change.uuid not in rows])
        announce(self._layer, changes, rows, new_rows, pause)

    def _statements(
        self, changes: Sequence[Change], rows: Mapping[str, int], pause: Callable[[], None]
    ) -> Dict[str, List[List[Any]]]:
        """Return the values of each row by statement; rows that change the same columns share one."""
        statements: Dict[str, List[List[Any]]] = {}
        for number, change in enumerate(changes, 1):
            row = rows.get(change.uuid)
            if change.after is None:
                statement, values = self._delete(row)
            elif row is None:
                statement, values = self._insert(change.after)
            else:
                statement, values = self._update(change, row)
            if statement:
                statements.setdefault(statement, []).append(values)
            if number % SLICE == 0:
                pause()
        return statements

    def _store(self, statements: Mapping[str, Sequence[Sequence[Any]]], planned: PlannedRows) -> None:
        """Write sectors and log within one transaction."""
        with transaction(self._log.path) as connection:
            for statement, values in statements.items():
                done = connection.executemany(statement, values)
                if done.rowcount != len(values):
                    raise sqlite3.OperationalError("a sector is gone; another program has removed it")
            connection.execute(
                "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?",
                (SECTORS_TABLE,),
            )
            self._log.add(connection, planned)

    def _delete(self, row: Optional[int]) -> Tuple[str, List[Any]]:
        return f"DELETE FROM {SECTORS_TABLE} WHERE {_quoted(self._table.key)} = ?", [row]  # nosec B608

    def _update(self, change: Change, row: int) -> Tuple[str, List[Any]]:
        before, after = change.changed_values()
        values = {name: after.get(name) for name in {**before, **after} if name in self._table.columns}
        if change.is_reshape and change.after is not None:
            values[self._table.geometry] = to_blob(change.after.geometry, self._table.srs_id)
        if not values:
            return "", []
        names = sorted(values)
        pairs = ", ".join(f"{_quoted(name)} = ?" for name in names)
        statement = f"UPDATE {SECTORS_TABLE} SET {pairs} WHERE {_quoted(self._table.key)} = ?"  # nosec B608
        return statement, [*(values[name] for name in names), row]

    def _insert(self, shot: Snapshot) -> Tuple[str, List[Any]]:
        values = {name: value for name, value in shot.values.items() if name in self._table.columns}
        values[self._table.geometry] = to_blob(shot.geometry, self._table.srs_id)
        names = sorted(values)
        marks = ", ".join("?" for _ in names)
        statement = f"INSERT INTO {SECTORS_TABLE} ({', '.join(map(_quoted, names))}) VALUES ({marks})"  # nosec B608
        return statement, [values[name] for name in names]


def _describe(connection: sqlite3.Connection) -> Optional[_Table]:
    query = "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?"
    geometry = connection.execute(query, (SECTORS_TABLE,)).fetchone()
    columns: List[Any] = connection.execute(f"PRAGMA table_info({SECTORS_TABLE})").fetchall()
    keys = [str(column[1]) for column in columns if column[5]]
    if geometry is None or len(keys) != 1:
        return None
    names = tuple(str(column[1]) for column in columns if str(column[1]) not in (keys[0], geometry[0]))
    return _Table(keys[0], str(geometry[0]), int(geometry[1]), names)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
