"""Reads the rows of a sectors layer in slices between events."""

from __future__ import annotations

import time
from typing import Any, Callable, Dict, Iterable, Iterator, Optional, Tuple

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

from mining_monitor.adapter.sector_rows import ROW_FIELDS, SectorRow, make_row

#: Seconds of reading between two looks at the event loop.
_SLICE_S = 0.015

#: Rows between two looks at the clock.
_ROWS = 64


def _columns(layer: QgsVectorLayer) -> Tuple[int, ...]:
    return tuple(layer.fields().indexOf(name) for name in ROW_FIELDS)


def _request(layer: QgsVectorLayer) -> QgsFeatureRequest:
    columns = [column for column in _columns(layer) if column >= 0]
    return QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(columns)


def read_rows(layer: QgsVectorLayer, fids: Iterable[int]) -> Iterator[SectorRow]:
    """Yield the rows with these numbers, edits included."""
    columns = _columns(layer)
    for feature in layer.getFeatures(_request(layer).setFilterFids(list(fids))):
        yield make_row(feature, columns)


class RowReader(QObject):
    """Reads all rows of a layer; hands them over when the last one is there.

    Parameters
    ----------
    on_rows : callable
        Takes the rows by number.
    """

    def __init__(self, parent: QObject, on_rows: Callable[[Dict[int, SectorRow]], None]) -> None:
        super().__init__(parent)
        self._on_rows = on_rows
        self._layer: Optional[QgsVectorLayer] = None
        self._source: Optional[Iterator[Any]] = None
        self._rows: Dict[int, SectorRow] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(lambda: self._read(time.monotonic() + _SLICE_S))

    @property
    def is_reading(self) -> bool:
        """Whether rows are still to come."""
        return self._source is not None

    def start(self, layer: QgsVectorLayer) -> None:
        """Begin with the first row, whatever was being read."""
        self._layer, self._rows = layer, {}
        self._source = iter(layer.getFeatures(_request(layer)))
        self._timer.start()

    def stop(self) -> None:
        """Read no further; nothing is handed over."""
        self._timer.stop()
        self._layer, self._source, self._rows = None, None, {}

    def finish(self) -> None:
        """Read the rest at once."""
        self._timer.stop()
        self._read(None)

    def _read(self, deadline: Optional[float]) -> None:
        if self._source is None or self._layer is None:
            return
        columns = _columns(self._layer)
        for count, feature in enumerate(self._source, 1):
            row = make_row(feature, columns)
            self._rows[row.fid] = row
            if deadline is not None and count % _ROWS == 0 and time.monotonic() > deadline:
                self._timer.start()
                return
        rows = self._rows
        self.stop()
        self._on_rows(rows)
