"""A page of the Annotation dock beside the list of sectors: a sentence, a list, a detail, one thing to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter.messages import tr
from mining_monitor.gui.forms import blocked, enlarge, let_shrink, on_escape, theme_icon

#: More rows than these say nothing more, and take long to fill in.
MOST_ROWS = 300

#: What a column beside the first one has room for; the rest is in the detail.
_WIDEST = "2026-11-22 00:00MM"

_KEY_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class SheetRow:
    """A row: its key, its texts, an icon of QGIS's theme, whether it is ticked (None: it has no box)."""

    key: int
    cells: Tuple[str, ...]
    icon: str = ""
    ticked: Optional[bool] = None
    tooltip: str = ""


class AnnotationSheet(QWidget):
    """Shows a list and says what was chosen in it."""

    closed = pyqtSignal()
    row_chosen = pyqtSignal(int)
    ticked = pyqtSignal(int, bool)
    filter_changed = pyqtSignal()
    action_requested = pyqtSignal()
    other_requested = pyqtSignal()
    cancel_requested = pyqtSignal()

    #: Whether choosing a row selects its sector, so that keys may act on it while the page is open.
    selects_sectors = False

    def __init__(self, title: str, columns: Sequence[str], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.title_label = QLabel(title)
        enlarge(self.title_label, 1.1)
        self.back_button = QPushButton(theme_icon("mActionArrowLeft"), tr("&Sectors"))
        self.back_button.setToolTip(tr("Back to the list of sectors"))
        self.sentence = _text()
        self.progress = QProgressBar()
        self.cancel_button = QPushButton(tr("Cancel"))
        self.kind_filter = QComboBox()
        self.kind_filter.setAccessibleName(tr("Kind shown"))
        let_shrink(self.kind_filter)
        self.table = QTreeWidget()
        self.detail = _text()
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.other_button = QPushButton()
        self.action_button = QPushButton()
        self._make_table(title, columns)
        self._lay_out()
        self._connect()
        self.set_busy(False)
        self.set_kinds(())
        self.set_buttons("", "")

    def _make_table(self, title: str, columns: Sequence[str]) -> None:
        self.table.setAccessibleName(title)
        self.table.setHeaderLabels(list(columns))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.header().setStretchLastSection(False)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        policy = self.table.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # without rows the sentence stays on top
        self.table.setSizePolicy(policy)

    def _lay_out(self) -> None:
        head, busy, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.back_button)
        head.addWidget(self.title_label, 1)
        busy.addWidget(self.progress, 1)
        busy.addWidget(self.cancel_button)
        foot.addWidget(self.other_button)
        foot.addStretch(1)
        foot.addWidget(self.action_button)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.sentence)
        layout.addLayout(busy)
        layout.addWidget(self.kind_filter)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        on_escape(self, self.closed)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.action_button.clicked.connect(self.action_requested)
        self.other_button.clicked.connect(self.other_requested)
        self.kind_filter.currentIndexChanged.connect(lambda _index: self.filter_changed.emit())
        self.table.currentItemChanged.connect(self._on_row)
        self.table.itemActivated.connect(lambda item, _column: self._on_row(item))
        self.table.itemChanged.connect(self._on_tick)

    def _on_row(self, item: Optional[QTreeWidgetItem], _before: Optional[QTreeWidgetItem] = None) -> None:
        if item is not None:
            self.row_chosen.emit(int(item.data(0, _KEY_ROLE)))

    def _on_tick(self, item: QTreeWidgetItem, _column: int) -> None:
        self.ticked.emit(int(item.data(0, _KEY_ROLE)), item.checkState(0) == Qt.CheckState.Checked)

    def set_busy(self, is_busy: bool, percent: Optional[int] = None) -> None:
        """Show that the engine works (without a share: that it has begun), or no longer."""
        self.progress.setVisible(is_busy)
        self.cancel_button.setVisible(is_busy)
        self.progress.setRange(0, 0 if percent is None else 100)
        self.progress.setValue(percent or 0)

    def set_kinds(self, kinds: Sequence[Tuple[str, str]]) -> None:
        """Offer (key, title) to filter by; fewer than two hides the filter."""
        with blocked(self.kind_filter):
            self.kind_filter.clear()
            for key, title in kinds:
                self.kind_filter.addItem(title, key)
        self.kind_filter.setVisible(len(kinds) > 1)

    def kind_shown(self) -> str:
        """Return the key that the list is filtered by; empty: all."""
        return str(self.kind_filter.currentData() or "")

    def set_buttons(self, action: str, other: str) -> None:
        """Name what can be done; empty hides the button."""
        for button, text in ((self.action_button, action), (self.other_button, other)):
            button.setText(text)
            button.setVisible(bool(text))

    def show_rows(self, rows: Sequence[SheetRow], current: int = -1) -> None:
        """Fill the list, with the first ``MOST_ROWS`` rows."""
        with blocked(self.table):
            self.table.clear()
            self.table.addTopLevelItems([_item(row) for row in rows[:MOST_ROWS]])
        self.table.setVisible(bool(rows))
        for column in range(1, self.table.columnCount()):
            self.table.resizeColumnToContents(column)
            widest = self.table.fontMetrics().horizontalAdvance(_WIDEST)
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), widest))
        self.detail.clear()
        self.choose(current)

    def keys(self) -> List[int]:
        """Return the keys of the rows shown, top first."""
        items = (self.table.topLevelItem(number) for number in range(self.table.topLevelItemCount()))
        return [int(item.data(0, _KEY_ROLE)) for item in items]

    def current(self) -> Optional[int]:
        """Return the key of the row that was chosen."""
        item = self.table.currentItem()
        return int(item.data(0, _KEY_ROLE)) if item is not None else None

    def choose(self, key: int) -> None:
        """Choose a row."""
        keys = self.keys()
        if key in keys:
            self.table.setCurrentItem(self.table.topLevelItem(keys.index(key)))


def _text() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)  # names come from files
    return label


def _item(row: SheetRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([" ".join(cell.split())[:200] for cell in row.cells])
    item.setData(0, _KEY_ROLE, row.key)
    if row.icon:
        item.setIcon(0, theme_icon(row.icon))
    if row.ticked is not None:
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked)
    if row.tooltip:
        item.setToolTip(0, row.tooltip[:1000].replace("<", "‹"))
    return item
