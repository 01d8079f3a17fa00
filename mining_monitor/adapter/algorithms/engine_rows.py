"""Rows of a file that the engine has written, into a sink of Processing."""

from __future__ import annotations

from typing import Any, Callable, Dict, Optional, Sequence

from qgis.core import QgsFeature, QgsFeatureSink, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

from mining_monitor.adapter.compat import make_fields
from mining_monitor.adapter.messages import tr
from mining_monitor.schema.fields import Field

#: Changes the values of a row before it is written.
Change = Callable[[Dict[str, Any]], Dict[str, Any]]


def copy_rows(
    path: str,
    table: str,
    fields: Sequence[Field],
    sink: QgsFeatureSink,
    feedback: QgsProcessingFeedback,
    change: Optional[Change] = None,
) -> int:
    """Copy a table to a sink, in the order of its rows; return how many there were.

    Raises
    ------
    QgsProcessingException
        The table cannot be read, the sink refuses a row, or the user has cancelled.
    """
    source = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    if not source.isValid():
        raise QgsProcessingException(tr("The engine's result {} cannot be read.").format(path))
    made, names, count = make_fields(fields), [field.name for field in fields], 0
    for row in source.getFeatures():
        if feedback.isCanceled():
            raise QgsProcessingException(tr("Cancelled."))
        values = {name: row[name] for name in names}
        if change is not None:
            values = change(values)
        feature = QgsFeature(made)
        feature.setGeometry(row.geometry())
        feature.setAttributes([values[name] for name in names])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(tr("The rows cannot be written: {}").format(sink.lastError()))
        count += 1
    return count
