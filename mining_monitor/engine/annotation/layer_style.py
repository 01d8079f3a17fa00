"""The LAMES colours inside a project file: any QGIS shows its sectors as published, without the plugin.

QGIS looks for a layer's style in the table ``layer_styles`` of the same file. The plugin stores its own beside this
one, in the language and colours of its user.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from pathlib import Path

import numpy as np
import pyogrio

from mining_monitor.engine.vector_path import vector_path
from mining_monitor.paths import resource
from mining_monitor.schema.fields import SECTORS_TABLE

LOGGER = logging.getLogger(__name__)

STYLES_TABLE = "layer_styles"

_NAME = "LAMES"

#: Columns that QGIS creates and reads, in its order; ``id`` is the key.
_TEXTS = (
    "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD",
)  # fmt: skip


def store_style(path: Path, geometry_column: str = "geom") -> None:
    """Write the LAMES style as the default one of a project's sectors.

    Parameters
    ----------
    path : Path
        A GeoPackage of one's own, not yet published: half a style is never seen.
    geometry_column : str
        Of the table ``sectors``.

    Raises
    ------
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, sqlite3.Error
        The file cannot be written.
    """
    try:
        qml = resource("styles", "sectors_lames.qml").read_text(encoding="utf-8")
    except OSError as error:
        LOGGER.warning("the project has no style: %s", error)
        return
    _create_table(path)
    row = ("", "", SECTORS_TABLE, geometry_column, _NAME, qml, "", True, "LAMES sector classes", "", None)
    marks = ", ".join("?" for _ in row)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            f"INSERT INTO {STYLES_TABLE} ({', '.join((*_TEXTS, 'useAsDefault', 'description', 'owner', 'ui'))},"  # nosec B608
            f" update_time) VALUES ({marks}, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
            row,
        )


def _create_table(path: Path) -> None:
    text = np.array([], dtype=object)
    columns = {
        **dict.fromkeys(_TEXTS, text),
        "useAsDefault": np.array([], dtype=np.bool_),
        **dict.fromkeys(("description", "owner", "ui"), text),
        "update_time": np.array([], dtype="datetime64[ms]"),
    }
    pyogrio.raw.write(
        vector_path(path),
        geometry=None,
        field_data=list(columns.values()),
        fields=list(columns),
        layer=STYLES_TABLE,
        driver="GPKG",
        append=True,
        layer_options={"FID": "id"},
    )
