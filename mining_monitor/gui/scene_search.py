"""The form of a search and the table of what it found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QDate, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QTableView,
    QToolButton,
    QWidget,
)

from mining_monitor.adapter.messages import tr
from mining_monitor.contract.scenes import Scene
from mining_monitor.gui.forms import choose_data, let_shrink, load_form, theme_icon
from mining_monitor.gui.scene_table import DATE, THUMBNAIL_PX, SceneTable

#: How far back a search looks when nobody says.
DEFAULT_DAYS = 60


@dataclass(frozen=True)
class SearchChoice:
    """What the form says; dates are ISO 8601."""

    catalogue: str
    start: str
    end: str
    max_cloud_percent: float


class SceneSearch(QWidget):
    """Search form, table, and the way to load what is selected."""

    back_button: QPushButton
    catalogue_combo: QComboBox
    catalogues_button: QToolButton
    from_date: QDateEdit
    to_date: QDateEdit
    cloud_spin: QSpinBox
    search_button: QPushButton
    state_label: QLabel
    scene_table: QTableView
    clear_frame: QFrame
    clear_label: QLabel
    stop_button: QPushButton
    load_button: QPushButton

    back_requested = pyqtSignal()
    search_requested = pyqtSignal()
    load_requested = pyqtSignal()
    quick_load_requested = pyqtSignal(int)
    stop_requested = pyqtSignal()
    settings_requested = pyqtSignal()
    hovered = pyqtSignal(int)
    selection_changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self.table = SceneTable(self)
        self.back_button.setIcon(theme_icon("mActionArrowLeft"))
        self.catalogues_button.setIcon(theme_icon("mActionOptions"))
        self.search_button.setIcon(theme_icon("search"))
        let_shrink(self.catalogue_combo)
        today = QDate.currentDate()
        self.to_date.setDate(today)
        self.from_date.setDate(today.addDays(-DEFAULT_DAYS))
        self._set_table()
        self._connect()
        self.show_clear_progress("")
        self.show_state(tr("Move the map to the place, then search."))
        self._show_load()

    def _set_table(self) -> None:
        view = self.scene_table
        view.setModel(self.table)
        view.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        view.setMouseTracking(True)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(THUMBNAIL_PX + 4)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(36)
        header.setStretchLastSection(True)
        view.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_requested)
        self.search_button.clicked.connect(self.search_requested)
        self.load_button.clicked.connect(self.load_requested)
        self.stop_button.clicked.connect(self.stop_requested)
        self.catalogues_button.clicked.connect(self.settings_requested)
        self.scene_table.entered.connect(lambda index: self.hovered.emit(index.row()))
        self.scene_table.doubleClicked.connect(lambda index: self.quick_load_requested.emit(index.row()))
        self.scene_table.selectionModel().selectionChanged.connect(lambda _on, _off: self._on_selection())
        self.table.modelReset.connect(self._show_load)

    def _on_selection(self) -> None:
        self._show_load()
        self.selection_changed.emit()

    def _show_load(self) -> None:
        count = len(self.selected())
        self.load_button.setEnabled(count > 0)
        text = tr("&Load {} scenes…").format(count) if count > 1 else tr("&Load…")
        self.load_button.setText(text)
        self.load_button.setToolTip("" if count else tr("Choose one scene, or several for a mosaic or a median."))

    def show_catalogues(self, entries: Sequence[Tuple[str, str]], chosen: str) -> None:
        """Offer catalogues, as (key, title)."""
        self.catalogue_combo.clear()
        for key, title in entries:
            self.catalogue_combo.addItem(title, key)
        choose_data(self.catalogue_combo, chosen)

    def choice(self) -> SearchChoice:
        """Return what the form says; dates in the wrong order are put right."""
        form = Qt.DateFormat.ISODate
        dates = sorted((self.from_date.date().toString(form), self.to_date.date().toString(form)))
        return SearchChoice(
            str(self.catalogue_combo.currentData() or ""), dates[0], dates[1], float(self.cloud_spin.value())
        )

    def selected(self) -> List[Scene]:
        """Return the selected scenes, as they stand in the table."""
        rows = sorted(index.row() for index in self.scene_table.selectionModel().selectedRows())
        return [self.table.scene(row) for row in rows]

    def show_scenes(self, scenes: Sequence[Scene]) -> None:
        """Fill the table."""
        self.table.show(scenes)

    def show_state(self, sentence: str) -> None:
        """Say what was found, or what to do."""
        self.state_label.setText(sentence)
        self.state_label.setVisible(bool(sentence))

    def show_clear_progress(self, sentence: str) -> None:
        """Show how far the look at the clouds is; an empty text ends it."""
        self.clear_label.setText(sentence)
        self.clear_frame.setVisible(bool(sentence))

    def set_busy(self, is_busy: bool) -> None:
        """Hold the search button back while a search runs."""
        self.search_button.setEnabled(not is_busy)
