"""The Annotation dock: the list of sectors, class and state buttons, and questions asked in place."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCommandLinkButton,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.sector_list import AREA, CONFIDENCE, NAME, STATE
from mining_monitor.adapter.styles import class_colour
from mining_monitor.gui import words
from mining_monitor.gui.annotation_keys import keys_text
from mining_monitor.gui.annotation_parts import ClassButtons, LineLabel
from mining_monitor.gui.annotation_prompt import PromptPanel
from mining_monitor.gui.drawing.bar import EditingBar
from mining_monitor.gui.forms import blocked, choose_data, enlarge, load_form, soften, swatch, theme_icon
from mining_monitor.gui.project_bar import ProjectSummary
from mining_monitor.schema.classes import LAMES_CLASSES
from mining_monitor.schema.review import STATES

#: A dock of fewer lines of text than this is low: what can be read elsewhere is left out.
LOW_LINES = 36

#: The list is never lower than this many rows.
LEAST_ROWS = 4


class AnnotationPanel(PromptPanel):
    """Shows sectors and passes on what the analyst decides."""

    pages: QStackedWidget
    empty_page: QWidget
    work_page: QWidget
    empty_title: QLabel
    empty_detect: QCommandLinkButton
    empty_open: QCommandLinkButton
    empty_import: QCommandLinkButton
    layer_combo: QComboBox
    state_filter: QComboBox
    class_filter: QComboBox
    shown_label: QLabel
    under_label: LineLabel
    class_buttons: ClassButtons
    approve_button: QPushButton
    reject_button: QPushButton
    next_button: QPushButton
    undo_button: QToolButton
    keys_button: QToolButton
    keys_label: QLabel
    more_button: QToolButton

    layer_chosen = pyqtSignal(str)
    filter_changed = pyqtSignal()
    class_requested = pyqtSignal(int)
    approve_requested = pyqtSignal()
    reject_requested = pyqtSignal()
    next_requested = pyqtSignal()
    undo_requested = pyqtSignal()
    detect_requested = pyqtSignal()
    open_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        enlarge(self.empty_title, 1.3)
        soften(self.shown_label)
        soften(self.under_label)
        self._bar: Optional[EditingBar] = None
        self._under = ""
        self._fill_filters()
        self.prepare_prompt()
        self.approve_button.setIcon(theme_icon("mIconSuccess"))
        self.reject_button.setIcon(theme_icon("mTaskCancel"))
        self.undo_button.setIcon(theme_icon("mActionUndo"))
        self.empty_detect.setIcon(theme_icon("mActionStart"))
        self.empty_open.setIcon(theme_icon("mActionFileOpen"))
        self.empty_import.setIcon(theme_icon("mActionAddOgrLayer"))
        self.keys_label.setText(keys_text())
        enlarge(self.keys_label, 0.85, is_bold=False)
        self.keys_label.setMinimumHeight(1)  # else a wrapped label asks for the height of a narrower one
        self._can_edit = False
        self._decisions = [(button, button.toolTip()) for button in (self.approve_button, self.reject_button)]
        self.sector_table.verticalHeader().hide()
        self.sector_table.viewport().installEventFilter(self)
        for button in (self.approve_button, self.reject_button, self.next_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the map or the list
        for button in (self.undo_button, self.keys_button, self.more_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._connect()
        self.keys_label.hide()
        self.show_layers((), "")

    def refresh_colours(self) -> None:
        """Follow the colour set that the analyst chose."""
        self.class_buttons.refresh_colours()

    def _fill_filters(self) -> None:
        with blocked(self.state_filter):
            self.state_filter.addItem(tr("Every state"), "")
            for state in STATES:
                self.state_filter.addItem(words.state_title(state).capitalize(), state)
        with blocked(self.class_filter):
            self.class_filter.addItem(tr("Every class"), -1)
            for sector_class in LAMES_CLASSES:
                icon = swatch(class_colour(sector_class), hatched=sector_class.key == "lsm")
                self.class_filter.addItem(icon, words.class_title(sector_class.code), sector_class.code)

    def _connect(self) -> None:
        self.approve_button.clicked.connect(self.approve_requested)
        self.reject_button.clicked.connect(self.reject_requested)
        self.next_button.clicked.connect(self.next_requested)
        self.class_buttons.requested.connect(self.class_requested)
        self.undo_button.clicked.connect(self.undo_requested)
        self.keys_button.toggled.connect(self.keys_label.setVisible)
        self.keys_button.toggled.connect(lambda _on: self.make_room())
        self.keys_button.toggled.connect(lambda _on: self.keep_in_view())
        self.layer_combo.currentIndexChanged.connect(lambda _i: self.layer_chosen.emit(self.layer_id()))
        self.state_filter.currentIndexChanged.connect(lambda _i: self.filter_changed.emit())
        self.class_filter.currentIndexChanged.connect(lambda _i: self.filter_changed.emit())
        self.empty_detect.clicked.connect(self.detect_requested)
        self.empty_open.clicked.connect(self.open_requested)

    def set_model(self, model: QAbstractItemModel) -> None:
        """Show a table model; the first column takes the room that is left."""
        self.sector_table.setModel(model)
        header = self.sector_table.horizontalHeader()
        header.setHighlightSections(False)
        for column in range(model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        font = header.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        header.setFont(font)
        metrics = self.sector_table.fontMetrics()
        for column, widest in ((NAME, "00000000"), (AREA, "00.00 km²"), (CONFIDENCE, "100 %"), (STATE, "Approved")):
            header.resizeSection(column, max(7 + metrics.horizontalAdvance(widest), header.sectionSizeHint(column)))
        header.setSectionHidden(NAME, True)
        header.setMinimumSectionSize(40)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.sector_table.setSortingEnabled(True)
        self.sector_table.verticalHeader().setDefaultSectionSize(metrics.height() + 5)
        self.make_room()

    def show_layers(self, layers: Sequence[Tuple[str, str]], chosen_id: str) -> None:
        """Fill the layer list with (id, name); none shows the empty page."""
        with blocked(self.layer_combo):
            self.layer_combo.clear()
            for layer_id, name in layers:
                self.layer_combo.addItem(name, layer_id)
                self.layer_combo.setItemData(self.layer_combo.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
            choose_data(self.layer_combo, chosen_id)
        self.layer_combo.setVisible(len(layers) > 1)
        self._first_page = self.work_page if layers else self.empty_page
        if self.pages.currentWidget() in (self.work_page, self.empty_page):
            self.pages.setCurrentWidget(self._first_page)

    def add_bar(self, bar: EditingBar) -> EditingBar:
        """Put the tools that draw above the list."""
        self.work_page.layout().insertWidget(1, bar)
        self._bar = bar
        return bar

    def show_under_cursor(self, text: str) -> None:
        """Say what lies under the cursor; while there is nothing to say, how to begin."""
        self._under = text
        self._show_line()

    def _show_line(self) -> None:
        can_begin = self.class_buttons.isEnabled() and not self._can_edit
        self.under_label.say(self._under or (how_to_begin() if can_begin else " "))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Leave the room of a low dock to the list."""
        super().resizeEvent(event)
        if self._bar is not None:
            self._bar.set_low(self.height() < LOW_LINES * self.fontMetrics().height())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Keep the selected row in view when a question or the keys take the list's room."""
        if event.type() == QEvent.Type.Resize and (self.is_asking() or self.keys_button.isChecked()):
            self.keep_in_view()
        return False

    def make_room(self) -> None:
        """While a question or the keys stand in the dock, the class buttons make room: keys do the same."""
        is_reading = self.keys_button.isChecked()
        self.class_buttons.setVisible(self.prompt_frame.isHidden() and not is_reading)
        self.under_label.setVisible(not is_reading)
        rows = 2 if is_reading else LEAST_ROWS
        self.sector_table.setMinimumHeight(rows * self.sector_table.verticalHeader().defaultSectionSize())

    def open_page(self, page: QWidget) -> None:
        """Show one of the other pages instead of the list: it stays until ``close_page``."""
        self.pages.setCurrentWidget(page)

    def close_page(self) -> None:
        """Go back to the list."""
        self.pages.setCurrentWidget(self._first_page)
        self.sector_table.setFocus()

    def page_above(self) -> Optional[QWidget]:
        """Return the page that is shown instead of the list; None while the list is shown."""
        page = self.pages.currentWidget()
        return None if page in (self.work_page, self.empty_page) else page

    def can_close(self) -> bool:
        """Tell whether a page, a question or the list of keys stands in the dock."""
        return self.page_above() is not None or super().can_close()

    def close_what_is_open(self) -> None:
        """Leave the page, else put the question away, else the list of keys."""
        page = self.page_above()
        if page is not None:
            page.closed.emit()  # type: ignore[attr-defined]
        else:
            super().close_what_is_open()

    def show_file(self, summary: ProjectSummary) -> None:
        """Offer the project file where there is one, on the page without sectors."""
        if summary.path and summary.counts:
            self.empty_open.setText(tr("&Show {}").format(summary.name))
            self.empty_open.setDescription(words.counts_text(summary.counts))
        else:
            self.empty_open.setText(tr("&Open a project file"))
            self.empty_open.setDescription(tr("A GeoPackage of an earlier day."))

    def layer_id(self) -> str:
        """Return the id of the chosen layer."""
        return str(self.layer_combo.currentData() or "")

    def state_shown(self) -> str:
        """Return the state that the list is filtered by; empty: every state."""
        return str(self.state_filter.currentData() or "")

    def class_shown(self) -> Optional[int]:
        """Return the class code that the list is filtered by, or None."""
        code = int(self.class_filter.currentData())
        return None if code < 0 else code

    def choose_filters(self, state: str, code: int) -> None:
        """Set both filters at once; "" and -1 show everything."""
        choose_data(self.state_filter, state)
        choose_data(self.class_filter, code)
        self.filter_changed.emit()

    def show_shown(self, text: str) -> None:
        """Say how many sectors the list holds."""
        self.shown_label.setText(text)

    def show_selected_class(self, codes: Sequence[int]) -> None:
        """Press the button of the class that all selected sectors have, or that is drawn."""
        self.class_buttons.show_class(codes)

    def set_can(self, *, edit: bool, draw: bool, undo: bool, undo_text: str = "") -> None:
        """Enable what can be done now: to the selected sectors, with the class of what is drawn, undo."""
        self._can_edit = edit
        for button, text in self._decisions:
            button.setEnabled(edit)
            button.setToolTip(text if edit else f"{how_to_begin()}\n{text}")
        self.class_buttons.set_can(edit or draw, how_to_begin())
        self.undo_button.setEnabled(undo)
        self.undo_button.setToolTip(
            tr("Undo: {} (Z)").format(undo_text) if undo_text else tr("Undo the last change (Z)")
        )
        self._show_line()

    def keep_in_view(self) -> None:
        """Scroll to the selected row once the list has its new height."""
        QTimer.singleShot(0, self._scroll_to_selection)

    def _scroll_to_selection(self) -> None:
        rows = self.selected_rows()
        if rows:
            self.sector_table.scrollTo(self.sector_table.model().index(rows[0], 0))

    def toggle_keys(self) -> None:
        """Show or hide the list of keys."""
        self.keys_button.toggle()

    def selected_rows(self) -> List[int]:
        """Return the selected rows of the list, top first."""
        selection = self.sector_table.selectionModel()
        if selection is None:
            return []
        # by ranges: asking for each selected row costs 30 µs, and thousands may be selected
        return sorted({row for part in selection.selection() for row in range(part.top(), part.bottom() + 1)})

    def select_row(self, row: int) -> None:
        """Select one row and bring it into view, whichever keys are held."""
        model = self.sector_table.model()
        if model is not None and 0 <= row < model.rowCount():
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.sector_table.selectionModel().setCurrentIndex(model.index(row, 0), only)
            self.sector_table.scrollTo(model.index(row, 0))


def how_to_begin() -> str:
    """Return what to do while nothing is selected."""
    return tr("Select a sector, or press D to draw one.")
