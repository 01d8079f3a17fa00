"""What is spelled differently between QGIS 3.22 (Qt 5) and QGIS 4 (Qt 6), once and for all.

Enumerations of Qt are written fully scoped wherever they are used. Those of QGIS that have moved to ``Qgis`` are
read through their old class, where every version keeps the old name (QGIS_NOTES 1).
"""

from __future__ import annotations

from typing import Any, Iterable, Optional, Sequence

from qgis.core import Qgis, QgsField, QgsFields, QgsRasterFileWriter, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

from mining_monitor.schema.fields import Field

#: From here on QgsField wants a QMetaType; before, it knows only QVariant.
_QMETATYPE_SINCE = 33800


#: Kind of a column -> name of its type in QMetaType and in QVariant.
_TYPE_NAMES = {"text": ("QString", "String"), "integer": ("Int", "Int"), "real": ("Double", "Double")}


def _field_type(kind: str) -> Any:
    new, old = _TYPE_NAMES[kind]
    if Qgis.QGIS_VERSION_INT < _QMETATYPE_SINCE:
        return getattr(QVariant, old)
    from qgis.PyQt.QtCore import QMetaType

    return getattr(QMetaType.Type, new)


def make_field(field: Field) -> QgsField:
    """Make the QGIS field of a column of the schema."""
    return QgsField(field.name, _field_type(field.kind))


def make_fields(fields: Iterable[Field]) -> QgsFields:
    """Make QGIS fields of columns of the schema, in their order."""
    made = QgsFields()
    for field in fields:
        made.append(make_field(field))
    return made


def plain(value: Any) -> Any:
    """Return an attribute's value, with None for each of QGIS's ways to say NULL."""
    if value is None or (isinstance(value, QVariant) and value.isNull()):
        return None
    return value


def text_of(value: Any) -> str:
    """Return an attribute's value as trimmed text; NULL is empty."""
    value = plain(value)
    return "" if value is None else str(value).strip()


def number_of(value: Any) -> Optional[float]:
    """Return an attribute's value as a number, or None when it is NULL or no number."""
    value = plain(value)
    try:
        return None if value is None else float(value)
    except (TypeError, ValueError):
        return None


def set_creation_options(writer: QgsRasterFileWriter, options: Sequence[str]) -> None:
    """Set GDAL's creation options; the old name is deprecated where the new one exists."""
    setter = getattr(writer, "setCreationOptions", None) or writer.setCreateOptions
    setter(list(options))


def save_style(layer: QgsVectorLayer, name: str, description: str) -> str:
    """Store the layer's style in its database as the default one; return what went wrong, or an empty text."""
    if hasattr(layer, "saveStyleToDatabaseV2"):
        return str(layer.saveStyleToDatabaseV2(name, description, True, "")[1])
    return str(layer.saveStyleToDatabase(name, description, True, ""))
