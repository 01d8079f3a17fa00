"""The sectors of a layer as a table for views: what needs a person most comes first.

Rows are read in slices between events, in one request without geometries, and sorted here: 20,000 rows cost less than
one frame at a time. An edit changes its row where it stands; rows move only when the list is sorted again, so that
nothing jumps away under the analyst's hand.
"""

from __future__ import annotations

import itertools
from typing import Any, Callable, Collection, Dict, List, Optional, Tuple

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.review_queue import OPEN_STATES, Ranking, ReviewQueue
from mining_monitor.adapter.row_reader import RowReader, read_rows
from mining_monitor.adapter.sector_rows import (
    AREA,
    CLASS,
    CONFIDENCE,
    NAME,
    SORT_KEYS,
    STATE,
    SectorRow,
    area_text,
    cell_text,
    tool_tip,
)
from mining_monitor.adapter.styles import class_colour
from mining_monitor.schema.classes import BY_CODE

#: Rows that are read again between two looks at the event loop.
SLICE = 200

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole)
FID_ROLE = _FIRST_ROLE + 1
UUID_ROLE = _FIRST_ROLE + 2
CODE_ROLE = _FIRST_ROLE + 3
STATE_ROLE = _FIRST_ROLE + 4
CONFIDENCE_ROLE = _FIRST_ROLE + 5
AREA_ROLE = _FIRST_ROLE + 6

__all__ = [
    "AREA", "CLASS", "CONFIDENCE", "NAME", "STATE", "SectorListModel", "SectorRow", "area_text",
]  # fmt: skip


class SectorListModel(QAbstractTableModel):
    """Table of a sectors layer.

    Without a sort column (-1) the rows stand in the order of ``queue``: what needs a person most comes first.
    """

    #: All rows were read.
    loaded = pyqtSignal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._layer: Optional[QgsVectorLayer] = None
        self._rows: Dict[int, SectorRow] = {}
        self._shown: List[int] = []
        self._position: Dict[int, int] = {}
        self._states: Optional[Collection[str]] = None
        self._codes: Optional[Collection[int]] = None
        self._text = ""
        self.queue = ReviewQueue()
        self._sort: Tuple[int, bool] = (-1, False)
        self._reader = RowReader(self, self._on_rows)
        self._stale: set[int] = set()
        self._colours: Dict[int, QIcon] = {}
        self._reload_timer = self._timer(self.reload)
        self._refresh_timer = self._timer(self._refresh_stale)

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(slot)
        return timer

    # the layer ----------------------------------------------------------------------------------------------------

    def set_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        """Show another layer, or none; its rows come in slices, ``loaded`` says when all are there."""
        if self._layer is not None:
            self._disconnect(self._layer)
        self._layer = layer
        self.queue.forget()
        self._replace({})
        if layer is not None:
            for signal, slot in self._connections(layer):
                signal.connect(slot)
        self.reload()

    def layer(self) -> Optional[QgsVectorLayer]:
        """Return the layer that is shown."""
        return self._layer

    def _connections(self, layer: QgsVectorLayer) -> List[Tuple[Any, Any]]:
        return [
            (layer.attributeValueChanged, self._on_value),
            (layer.geometryChanged, self._on_geometry),
            (layer.featureAdded, self._on_added),
            (layer.committedFeaturesAdded, self._on_committed),
            (layer.featuresDeleted, self._on_deleted),
            (layer.dataChanged, self._on_data),
            (layer.afterRollBack, self._on_data),
            (layer.subsetStringChanged, self._on_data),
            (layer.willBeDeleted, self._on_gone),
        ]

    def _disconnect(self, layer: QgsVectorLayer) -> None:
        for signal, slot in self._connections(layer):
            try:
                signal.disconnect(slot)
            except (TypeError, RuntimeError):
                continue

    def _on_gone(self) -> None:
        self._layer = None
        self._reader.stop()
        self._replace({})

    # reading ------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read all rows again; the old ones stay until the new ones are there."""
        self._reload_timer.stop()
        if self._layer is None:
            self._reader.stop()
        else:
            self._reader.start(self._layer)

    def load_now(self) -> None:
        """Read all rows at once; for tests and small layers."""
        self.reload()
        self._reader.finish()

    def _on_rows(self, rows: Dict[int, SectorRow]) -> None:
        self._replace(rows)
        self.loaded.emit()

    def _replace(self, rows: Dict[int, SectorRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        column, is_descending = self._sort
        key = SORT_KEYS.get(column, self.queue.key)
        shown = [row for row in self._rows.values() if self._is_wanted(row)]
        shown.sort(key=key, reverse=is_descending)
        self._shown = [row.fid for row in shown]
        self._position = {fid: index for index, fid in enumerate(self._shown)}

    def _is_wanted(self, row: SectorRow) -> bool:
        if self._states is not None and row.state not in self._states:
            return False
        if self._codes is not None and row.code not in self._codes:
            return False
        return not self._text or row.has(self._text)

    # edits of the layer -------------------------------------------------------------------------------------------

    def _on_value(self, fid: int, *_: Any) -> None:
        self._note(fid)

    def _on_geometry(self, fid: int, *_: Any) -> None:
        self._note(fid)

    def _on_added(self, fid: int) -> None:
        self._note(fid)

    def _on_committed(self, _layer_id: str, features: List[Any]) -> None:
        for feature in features:
            self._note(feature.id())
        self._remove([fid for fid in self._rows if fid < 0])

    def _on_deleted(self, fids: List[int]) -> None:
        self._remove(fids)

    def _on_data(self) -> None:
        self._reload_timer.start()

    def _note(self, fid: int) -> None:
        self._stale.add(fid)
        self._refresh_timer.start()

    def _refresh_stale(self) -> None:
        """Read rows that an edit has changed, a slice at a time."""
        if self._layer is None or self._reader.is_reading:
            self._stale.clear()
            self._reload_timer.start()
            return
        part = set(itertools.islice(self._stale, SLICE))
        self._stale -= part
        changed = [self._put(row) for row in read_rows(self._layer, part)]
        places = [place for place in changed if place is not None]
        if places:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))
        if self._stale:
            self._refresh_timer.start()

    def _put(self, row: SectorRow) -> Optional[int]:
        """Take a row, and return its place where it was in the list already."""
        is_known = row.fid in self._rows
        self._rows[row.fid] = row
        position = self._position.get(row.fid)
        if position is not None:
            return position
        if not is_known and self._is_wanted(row):
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown))
            self._position[row.fid] = len(self._shown)
            self._shown.append(row.fid)
            self.endInsertRows()
        return None

    def _remove(self, fids: Collection[int]) -> None:
        for fid in fids:
            self._rows.pop(fid, None)
            self._stale.discard(fid)
            position = self._position.pop(fid, None)
            if position is None:
                continue
            self.beginRemoveRows(QModelIndex(), position, position)
            del self._shown[position]
            for later in self._shown[position:]:
                self._position[later] -= 1
            self.endRemoveRows()

    # what is shown ------------------------------------------------------------------------------------------------

    def set_filter(
        self,
        states: Optional[Collection[str]] = None,
        codes: Optional[Collection[int]] = None,
        text: str = "",
    ) -> None:
        """Show only sectors in these states (None: all), of these classes (None: all), with the text in them."""
        self._states, self._codes, self._text = states, codes, text.strip().lower()
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 puts what needs a person most first."""
        self._sort = (column, order == Qt.SortOrder.DescendingOrder)
        self._rearrange()

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def row_of(self, fid: int) -> int:
        """Return where a sector stands in the list, or -1."""
        return self._position.get(fid, -1)

    def fid_at(self, position: int) -> Optional[int]:
        """Return the sector at a place of the list, or None beyond its end."""
        return self._shown[position] if 0 <= position < len(self._shown) else None

    def sector(self, fid: int) -> Optional[SectorRow]:
        """Return what the list knows of a sector."""
        return self._rows.get(fid)

    def next_open(self, position: int) -> int:
        """Return the place of the next sector after ``position`` that nobody has decided on, around the end, or -1.

        Those that were skipped come when no other is left, the one that was skipped first before the others.
        """
        count, skipped = len(self._shown), []
        for step in range(1, count + 1):
            candidate = (position + step) % count
            row = self._rows[self._shown[candidate]]
            if row.state in OPEN_STATES:
                turn = self.queue.turn(row)
                if not turn:
                    return candidate
                skipped.append((turn, candidate))
        if not skipped:
            return -1
        here = next((turn for turn, place in skipped if place == position), 0)
        later = [pair for pair in skipped if pair[0] > here]
        return min(later or skipped)[1]

    def skip(self, fid: int) -> None:
        """Put a sector off; it stays in its place until the list is sorted again."""
        row, position = self._rows.get(fid), self._position.get(fid)
        if row is not None:
            self.queue.skip(row)
        if position is not None:
            self.dataChanged.emit(self.index(position, 0), self.index(position, self.columnCount() - 1))

    def skipped_count(self) -> int:
        """Return how many open sectors were skipped."""
        return self.queue.count(self._rows.values())

    def set_ranking(self, ranking: Ranking) -> None:
        """Take what the engine knows and sort again; ``loaded`` follows, so that the selection can be shown again."""
        self.queue.ranking = ranking
        self._rearrange()
        self.loaded.emit()

    def counts(self) -> Dict[str, int]:
        """Return how many sectors of the layer are in each state, filtered ones included."""
        counts: Dict[str, int] = {}
        for row in self._rows.values():
            counts[row.state] = counts.get(row.state, 0) + 1
        return counts

    # Qt's side ----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many sectors are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else 5

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = (tr("Class"), tr("Name"), tr("Area"), tr("Confidence"), tr("State"))
        return titles[section] if 0 <= section < len(titles) else None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        fid = self.fid_at(index.row()) if index.isValid() else None
        if fid is None:
            return None
        row = self._rows[fid]
        if role == Qt.ItemDataRole.DisplayRole:
            mark = " ↷" if index.column() == STATE and self.queue.turn(row) else ""
            return cell_text(row, index.column()) + mark
        if role == Qt.ItemDataRole.DecorationRole and index.column() == CLASS:
            return self._colour(row.code)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{tool_tip(row)}\n{self.queue.sentence(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (AREA, CONFIDENCE):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        values = {
            FID_ROLE: row.fid, UUID_ROLE: row.uuid, CODE_ROLE: row.code, STATE_ROLE: row.state,
            CONFIDENCE_ROLE: row.confidence, AREA_ROLE: row.area_m2,
        }  # fmt: skip
        return values.get(int(role))

    def _colour(self, code: Optional[int]) -> Optional[QIcon]:
        if code not in BY_CODE:
            return None
        if code not in self._colours:
            self._colours[code] = _swatch(QColor(class_colour(BY_CODE[code])))
        return self._colours[code]

    def update_colours(self) -> None:
        """Take the colour set of the settings again."""
        self._colours.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0, CLASS), self.index(len(self._shown) - 1, CLASS))


def _swatch(colour: QColor) -> QIcon:
    """Make an icon of a colour that looks the same in a selected row."""
    pixmap = QPixmap(16, 16)
    pixmap.fill(colour)
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
