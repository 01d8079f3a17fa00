"""What can be done with the chosen image, and what is known of it: rendering, comparison, date, source, permission."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence, Tuple

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from mining_monitor.adapter.messages import tr
from mining_monitor.gui.annotation_prompt import SYSTEMS
from mining_monitor.gui.forms import blocked, choose_data, let_shrink, load_form, soften, theme_icon


@dataclass(frozen=True)
class DateAndSource:
    """What the fields say."""

    date: str = ""
    date2: str = ""
    system: str = ""


@dataclass(frozen=True)
class Views:
    """Which ways of drawing an image has the bands for."""

    true_colour: bool = False
    swir: bool = False
    indices: Tuple[str, ...] = ()


class ImageryDetails(QWidget):
    """Rendering, comparison, date and source of one image."""

    permission_frame: QFrame
    permission_label: QLabel
    permit_button: QPushButton
    show_label: QLabel
    colour_button: QPushButton
    swir_button: QPushButton
    index_button: QPushButton
    compare_label: QLabel
    compare_combo: QComboBox
    swipe_button: QToolButton
    beside_button: QToolButton
    date_edit: QLineEdit
    date2_edit: QLineEdit
    system_combo: QComboBox
    ask_button: QToolButton
    facts_label: QLabel
    overviews_frame: QFrame
    overviews_label: QLabel
    overviews_button: QPushButton

    colour_requested = pyqtSignal()
    swir_requested = pyqtSignal()
    index_requested = pyqtSignal(str)
    swipe_toggled = pyqtSignal(bool)
    beside_toggled = pyqtSignal(bool)
    other_changed = pyqtSignal()
    facts_edited = pyqtSignal()
    ask_requested = pyqtSignal()
    permit_requested = pyqtSignal()
    overviews_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        soften(self.facts_label)
        let_shrink(self.compare_combo, self.system_combo)
        self.system_combo.addItems(["", *SYSTEMS])
        self.swipe_button.setIcon(theme_icon("mActionSplitFeatures"))
        self.beside_button.setIcon(theme_icon("mActionNewMap"))
        self._index_menu = QMenu(self.index_button)
        self.index_button.setMenu(self._index_menu)
        self.show_permission("")
        self.show_overviews("")
        self._connect()

    def _connect(self) -> None:
        self.colour_button.clicked.connect(self.colour_requested)
        self.swir_button.clicked.connect(self.swir_requested)
        self.swipe_button.toggled.connect(self.swipe_toggled)
        self.beside_button.toggled.connect(self.beside_toggled)
        self.compare_combo.currentIndexChanged.connect(lambda _index: self.other_changed.emit())
        for edit in (self.date_edit, self.date2_edit, self.system_combo.lineEdit()):
            edit.editingFinished.connect(self.facts_edited)
        self.system_combo.activated.connect(lambda _index: self.facts_edited.emit())
        self.ask_button.clicked.connect(self.ask_requested)
        self.permit_button.clicked.connect(self.permit_requested)
        self.overviews_button.clicked.connect(self.overviews_requested)

    def facts(self) -> DateAndSource:
        """Return what the fields say."""
        return DateAndSource(
            self.date_edit.text().strip(), self.date2_edit.text().strip(), self.system_combo.currentText().strip()
        )

    def show_facts(self, facts: DateAndSource, *, can_ask: bool) -> None:
        """Fill the fields, but never one that is being written in."""
        for edit, text in ((self.date_edit, facts.date), (self.date2_edit, facts.date2)):
            if not edit.hasFocus():
                edit.setText(text)
        if not self.system_combo.lineEdit().hasFocus():
            with blocked(self.system_combo):
                self.system_combo.setCurrentText(facts.system)
        self.ask_button.setVisible(can_ask)
        missing = not (facts.date and facts.system)
        self.say(tr("Date and source are still missing: no sector can be approved without them.") if missing else "")

    def say(self, sentence: str) -> None:
        """Show a sentence below the fields."""
        self.facts_label.setText(sentence)
        self.facts_label.setVisible(bool(sentence))

    def show_views(self, views: Views) -> None:
        """Enable what the image has the bands for; the tooltip says why not."""
        lacks = tr("The image lacks the bands for this, or nobody knows which they are. It needs {}.")
        for button, is_possible, hint, needs in (
            (
                self.colour_button, views.true_colour, tr("Red, green and blue, stretched to what the map shows"),
                tr("red, green and blue"),
            ),
            (
                self.swir_button, views.swir,
                tr("Short-wave infrared, near infrared and red: bare ground and water stand out"),
                tr("short-wave infrared, near infrared and red (of Sentinel-2, load B12 or B11, B08 and B04)"),
            ),
            (
                self.index_button, bool(views.indices), tr("A spectral index as a layer of its own"),
                tr("at least red with near infrared, green or blue"),
            ),
        ):  # fmt: skip
            button.setEnabled(is_possible)
            button.setToolTip(hint if is_possible else lacks.format(needs))
        self._index_menu.clear()
        for index in views.indices:
            action = self._index_menu.addAction(f"{index}: {index_title(index)}")
            action.triggered.connect(lambda _checked=False, name=index: self.index_requested.emit(name))

    def show_others(self, others: Sequence[Tuple[str, str]]) -> None:
        """Offer images to compare with, as (layer id, name)."""
        before = self.compare_combo.currentData()
        with blocked(self.compare_combo):
            self.compare_combo.clear()
            for layer_id, name in others:
                self.compare_combo.addItem(name, layer_id)
            choose_data(self.compare_combo, before)
        for widget in (self.compare_label, self.compare_combo, self.swipe_button, self.beside_button):
            widget.setVisible(bool(others))
        if self.compare_combo.currentData() != before:
            self.other_changed.emit()

    def other(self) -> str:
        """Return the id of the layer to compare with, or an empty text."""
        return str(self.compare_combo.currentData() or "")

    def show_permission(self, sentence: str) -> None:
        """Ask whether a service's terms permit analysis; an empty text takes the question away."""
        self.permission_label.setText(sentence)
        self.permission_frame.setVisible(bool(sentence))

    def show_overviews(self, sentence: str, *, is_busy: bool = False) -> None:
        """Offer to build overviews; an empty text takes the offer away."""
        self.overviews_label.setText(sentence)
        self.overviews_frame.setVisible(bool(sentence))
        self.overviews_button.setEnabled(not is_busy)


def index_title(index: str) -> str:
    """Return what an index is about."""
    titles = {
        "NDVI": tr("vegetation"), "NDRE": tr("vegetation, red edge"), "BSI": tr("bare soil"), "MNDWI": tr("open water"),
        "NDTI": tr("turbid water"), "IRON": tr("iron oxide"), "FERRIC": tr("ferric iron"),
        "FERROUS": tr("ferrous silicates"), "CLAY": tr("clay and hydroxyl"), "HEMATITE": tr("hematite and goethite"),
        "JAROSITE": tr("hematite and jarosite"), "IRONMIX": tr("iron oxides, mixed"),
    }  # fmt: skip
    return titles.get(index, index)
