"""Where a shared project is: a PostgreSQL connection that QGIS knows, and a schema in its database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsDataSourceUri,
    QgsException,
    QgsProviderConnectionException,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from mining_monitor.adapter.compat import plain, text_of
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import OutputError, ParameterError
from mining_monitor.schema.fields import SECTORS_TABLE

PROVIDER = "postgres"

#: What a schema may be called; it stands in SQL, and a suffix must fit behind it (PostgreSQL cuts at 63 bytes).
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,47}")

#: Schemas with this suffix are being made; nobody opens them.
PARTIAL = "__partial"


@dataclass(frozen=True)
class SharedPlace:
    """One shared project.

    Attributes
    ----------
    uri : str
        Connection as QGIS writes it: host, port, dbname, ``authcfg`` of its authentication manager; no table.
    schema : str
    """

    uri: str
    schema: str

    def __post_init__(self) -> None:
        require_name(self.schema)

    def execute(self, sql: str) -> List[List[Any]]:
        """Run SQL as one transaction and return the rows of the last statement.

        Raises
        ------
        OutputError
            The database refused or did not answer; nothing was changed.
        """
        try:
            rows = _connection(self.uri).executeSql(sql)
        except (QgsProviderConnectionException, QgsException) as error:
            raise self._as_output_error(str(error)) from error
        return [[plain(value) for value in row] for row in rows]

    def layer_source(self, table: str, geometry: Optional[str], key: str, where: str = "") -> str:
        """Return the source of a layer; ``key`` is the column that numbers the rows."""
        uri = QgsDataSourceUri(self.uri)
        uri.setDataSource(self.schema, table, geometry or "", where, key)
        if geometry:
            uri.setSrid("4326")
        return uri.uri(False)

    @classmethod
    def of_layer(cls, layer: QgsVectorLayer) -> Optional[SharedPlace]:
        """Return where a layer of sectors is shared, or None for any other layer."""
        if layer.providerType() != PROVIDER:
            return None
        uri = QgsDataSourceUri(layer.source())
        if uri.table() != SECTORS_TABLE or not _NAME.fullmatch(uri.schema()):
            return None
        return cls(uri.connectionInfo(False), uri.schema())

    def _as_output_error(self, text: str) -> OutputError:
        # what the server says comes after the statement, which may be long and hold everybody's sectors
        found = re.findall(r"ERROR: +(.+)", text) or [" ".join(text.split())[-200:]]
        return OutputError(
            tr("The shared project '{}' does not take this: {}").format(self.schema, found[0][:300]),
            schema=self.schema,
        )


def require_name(schema: str) -> None:
    """Check the name of a shared project.

    Raises
    ------
    ParameterError
    """
    if not _NAME.fullmatch(schema) or schema.endswith(PARTIAL) or schema.startswith("pg_"):
        raise ParameterError(
            tr("'{}' is no name for a shared project. Use small letters, digits and _, up to 48.").format(schema),
            name="schema",
        )


def suggested_name(text: str) -> str:
    """Return a valid name that is like a file's."""
    name = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")[:40]
    return name if re.match(r"[a-z]", name) and not name.startswith("pg_") else f"project_{name}".rstrip("_")


def connections() -> Dict[str, str]:
    """Return the PostgreSQL connections that QGIS knows: URI by name."""
    known = _metadata().connections(False)
    return {name: known[name].uri() for name in sorted(known)}


def projects(uri: str) -> List[str]:
    """Return the shared projects that a database holds and this user may open.

    Raises
    ------
    OutputError
        It does not answer.
    """
    sql = (
        "SELECT n.nspname FROM pg_namespace n JOIN pg_class s ON s.relnamespace = n.oid AND s.relname = 'sectors' "
        "JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'clashes' "
        "WHERE has_schema_privilege(n.oid, 'USAGE') ORDER BY 1"
    )
    try:
        rows = _connection(uri).executeSql(sql)
    except (QgsProviderConnectionException, QgsException) as error:
        text = " ".join(str(error).split())[-300:]
        raise OutputError(tr("The database does not answer: {}").format(text)) from error
    names = (text_of(row[0]) for row in rows)
    return [name for name in names if _NAME.fullmatch(name) and not name.endswith(PARTIAL)]


def quoted(value: Optional[str]) -> str:
    """Return a text as an SQL literal, NULL for None.

    Raises
    ------
    OutputError
        It holds a null character, which PostgreSQL cannot store.
    """
    if value is None:
        return "NULL"
    if "\0" in value:
        raise OutputError(tr("A text holds a null character; PostgreSQL cannot store it."))
    escaped = value.replace("'", "''")
    return f"'{escaped}'" if "\\" not in value else " E'" + escaped.replace("\\", "\\\\") + "'"


def _metadata() -> Any:
    metadata = QgsProviderRegistry.instance().providerMetadata(PROVIDER)
    if metadata is None:
        raise OutputError(tr("This QGIS has no PostgreSQL provider. Install the package qgis-providers."))
    return metadata


def _connection(uri: str) -> Any:
    return _metadata().createConnection(uri, {})
