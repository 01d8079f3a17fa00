"""The Report dock: what a defensible report still needs, and the export."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Dict, Optional, Sequence, Tuple

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QPoint, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.report_language import report_language
from mining_monitor.gui import words
from mining_monitor.gui.checklist import CheckItem
from mining_monitor.gui.forms import blocked, choose_data, embolden, let_shrink, load_form, soften, theme_icon
from mining_monitor.gui.report_numbers import NumbersPanel
from mining_monitor.gui.report_page import LANGUAGE_TITLES, PAGE, PDF, SUFFIXES, PageOptions
from mining_monitor.schema.review import REJECTED, STATES

#: CONTRACT 1: values of GENERALISE, and of PROFILE.
GENERALISE = ("none", "0.01", "0.05", "0.1")
PROFILES = ("report", "lames")


@dataclass(frozen=True)
class ExportOptions:
    """What the form says."""

    profile: str
    states: Tuple[str, ...]
    generalise: str
    output: str
    purpose: str = ""
    recipient: str = ""


class ReportPanel(QWidget):
    """Checklist, choices, one button."""

    scroll: QScrollArea
    layer_label: QLabel
    layer_combo: QComboBox
    check_title: QLabel
    check_label: QLabel
    states_box: QGroupBox
    states_layout: QGridLayout
    profile_combo: QComboBox
    generalise_combo: QComboBox
    output_file: QgsFileWidget
    generalise_label: QLabel
    numbers_place: QVBoxLayout
    purpose_label: QLabel
    purpose_edit: QLineEdit
    recipient_label: QLabel
    recipient_edit: QLineEdit
    page_box: QGroupBox
    sites_edit: QLineEdit
    compare_combo: QComboBox
    image_combo: QComboBox
    compare_image_combo: QComboBox
    language_combo: QComboBox
    accuracy_file: QgsFileWidget
    table_check: QCheckBox
    preview_button: QPushButton
    places_words: QLabel
    footer: QFrame
    result_label: QLabel
    export_button: QPushButton

    export_requested = pyqtSignal()
    preview_requested = pyqtSignal()
    layer_chosen = pyqtSignal(str)
    choice_changed = pyqtSignal()
    link_activated = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        soften(self.places_words)
        embolden(self.check_title)
        self.numbers = NumbersPanel(self)
        self.numbers_place.addWidget(self.numbers)
        self._state_checks: Dict[str, QCheckBox] = {}
        for position, state in enumerate(STATES):
            check = QCheckBox(words.state_title(state).capitalize(), self)
            check.setChecked(state != REJECTED)
            check.toggled.connect(lambda _on: self.choice_changed.emit())
            self.states_layout.addWidget(check, position // 2, position % 2)
            self._state_checks[state] = check
        let_shrink(self.layer_combo, self.profile_combo, self.generalise_combo, self.compare_combo, self.image_combo)
        let_shrink(self.compare_image_combo)
        self._fill_combos()
        self.output_file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._show_kind()
        self.accuracy_file.setFilter(tr("Figures of 'Assess accuracy' (*.json)"))
        self.accuracy_file.setToolTip(tr("What 'Assess accuracy' wrote; gives the areas their intervals."))
        self.export_button.setIcon(theme_icon("mActionSharingExport"))
        self.export_button.clicked.connect(self.export_requested)
        self.preview_button.clicked.connect(self.preview_requested)
        self.layer_combo.currentIndexChanged.connect(lambda _i: self.layer_chosen.emit(self.layer_id()))
        self.output_file.fileChanged.connect(lambda _path: self.choice_changed.emit())
        self.check_label.linkActivated.connect(self.link_activated)
        self.result_label.linkActivated.connect(self.link_activated)
        self.numbers.link_activated.connect(self.link_activated)
        self.numbers.figures_shown.connect(lambda: QTimer.singleShot(0, self._show_figures))  # when they are laid out
        self.numbers.earlier_combo.currentIndexChanged.connect(
            lambda _i: self._same_earlier(self.numbers.earlier_combo)
        )
        self.compare_combo.currentIndexChanged.connect(lambda _i: self._same_earlier(self.compare_combo))
        self.purpose_edit.textChanged.connect(lambda _text: self.choice_changed.emit())
        self.ask_purpose(False)
        self.result_label.hide()

    def _fill_combos(self) -> None:
        for value, text, tip in (
            ("report", tr("Report (all fields, RFC 7946)"), tr("For GIS, web maps and archives")),
            ("lames", tr("LAMES (as published)"), tr("The fields of the LAMES dataset, for training and exchange")),
            (PAGE, tr("Report on sites (web page)"), tr("Maps, areas, change and method; needs no other file")),
            (PDF, tr("Report on sites (PDF)"), tr("The same on A4; screen readers are better served by the web page")),
        ):
            self.profile_combo.addItem(text, value)
            self.profile_combo.setItemData(self.profile_combo.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        for value, text in (
            ("none", tr("exact outlines")),
            ("", tr("exact outlines, artisanal sites in cells")),
            ("0.01", tr("cells of 0.01° (about 1 km)")),
            ("0.05", tr("cells of 0.05° (about 5 km)")),
            ("0.1", tr("cells of 0.1° (about 10 km)")),
        ):
            self.generalise_combo.addItem(text, value)
        for language, title in LANGUAGE_TITLES.items():
            self.language_combo.addItem(title, language)
        choose_data(self.language_combo, report_language())
        self.profile_combo.currentIndexChanged.connect(self._on_profile)
        self.generalise_combo.currentIndexChanged.connect(lambda _i: self.choice_changed.emit())

    def _on_profile(self, _index: int) -> None:
        self._show_kind()
        self.choice_changed.emit()

    def _show_kind(self) -> None:
        """Show what the chosen kind of file asks for: places of sectors, or what a report on sites is made of."""
        is_page = str(self.profile_combo.currentData()) in SUFFIXES
        self.page_box.setVisible(is_page)
        for widget in (self.generalise_label, self.generalise_combo):
            widget.setVisible(not is_page)
        self.output_file.setFilter(self.file_filter())

    def _same_earlier(self, chosen: QComboBox) -> None:
        """Change in the numbers and in the report is since the same date."""
        for combo in (self.compare_combo, self.numbers.earlier_combo):
            if combo is not chosen:
                choose_data(combo, chosen.currentData())

    def _show_figures(self) -> None:
        """Bring what came out into sight, with the buttons above it."""
        top = self.numbers.assess_button.mapTo(self.scroll.widget(), QPoint(0, 0)).y()
        self.scroll.verticalScrollBar().setValue(top)

    def file_filter(self) -> str:
        """Return the filter of the file dialog."""
        filters = {PAGE: tr("Web pages (*.html)"), PDF: tr("PDF files (*.pdf)")}
        return filters.get(str(self.profile_combo.currentData()), tr("GeoJSON (*.geojson)"))

    def suffix(self) -> str:
        """Return the ending of the file that is written."""
        return SUFFIXES.get(str(self.profile_combo.currentData()), ".geojson")

    def page_options(self) -> PageOptions:
        """Return what the form says of a report on sites."""
        return PageOptions(
            sites=tuple(site.strip() for site in self.sites_edit.text().split(",") if site.strip()),
            compare_id=str(self.compare_combo.currentData() or ""),
            image_id=str(self.image_combo.currentData() or ""),
            compare_image_id=str(self.compare_image_combo.currentData() or ""),
            language=str(self.language_combo.currentData()),
            accuracy=self.accuracy_file.filePath().strip(),
            has_table=self.table_check.isChecked(),
        )

    def show_sources(self, earlier: Sequence[Tuple[str, str]], images: Sequence[Tuple[str, str]]) -> None:
        """Fill the lists of earlier sectors and of images, (id, name); what was chosen stays chosen."""
        for combo, layers, none in (
            (self.compare_combo, earlier, tr("none: no change")),
            (self.image_combo, images, tr("none: plain maps")),
            (self.compare_image_combo, images, tr("none: plain maps")),
        ):
            chosen = combo.currentData()
            with blocked(combo):
                combo.clear()
                combo.addItem(none, "")
                for layer_id, name in layers:
                    combo.addItem(name, layer_id)
                choose_data(combo, chosen)

    def options(self) -> ExportOptions:
        """Return what the form says."""
        return ExportOptions(
            profile=str(self.profile_combo.currentData()),
            states=tuple(state for state, check in self._state_checks.items() if check.isChecked()),
            generalise=str(self.generalise_combo.currentData()),
            output=self.output_file.filePath().strip(),
            purpose=self.purpose_edit.text().strip(),
            recipient=self.recipient_edit.text().strip(),
        )

    def layer_id(self) -> str:
        """Return the id of the chosen sectors layer."""
        return str(self.layer_combo.currentData() or "")

    def show_layers(self, layers: Sequence[Tuple[str, str]], chosen_id: str) -> None:
        """Fill the layer list with (id, name)."""
        with blocked(self.layer_combo):
            self.layer_combo.clear()
            for layer_id, name in layers:
                self.layer_combo.addItem(name, layer_id)
            choose_data(self.layer_combo, chosen_id)
        for widget in (self.layer_combo, self.layer_label):
            widget.setVisible(len(layers) > 1)

    def show_checklist(self, items: Sequence[CheckItem]) -> None:
        """Show what is done and what is missing; a missing item may carry a link."""
        lines = []
        for item in items:
            sign = "✓" if item.is_done else "○"
            text = html.escape(item.text)
            if item.link and not item.is_done:
                text = f'{text} <a href="{html.escape(item.link)}">{html.escape(item.link_text)}</a>'
            lines.append(f"<tr><td>{sign}&nbsp;</td><td>{text}</td></tr>")
        self.check_label.setText(f"<table>{''.join(lines)}</table>")

    def show_counts(self, counts: Dict[str, int]) -> None:
        """Write how many sectors are in each state beside its box."""
        for state, check in self._state_checks.items():
            check.setText(f"{words.state_title(state).capitalize()} ({words.whole(counts.get(state, 0))})")

    def choose_generalise(self, value: str) -> None:
        """Choose how exact places are, without a signal."""
        choose_data(self.generalise_combo, value)

    def show_places(self, text: str) -> None:
        """Explain the choice of places."""
        self.places_words.setText(text)
        self.places_words.setVisible(bool(text))

    def ask_purpose(self, is_asked: bool) -> None:
        """Ask why exact places of artisanal sites leave the house, and for whom."""
        for widget in (self.purpose_label, self.purpose_edit, self.recipient_label, self.recipient_edit):
            widget.setVisible(is_asked)

    def show_numbers(self) -> None:
        """Bring the numbers into sight, at the sample."""
        self.scroll.ensureWidgetVisible(self.numbers)
        self.numbers.draw_button.setFocus()

    def show_output(self, path: str) -> None:
        """Suggest a file."""
        with blocked(self.output_file):
            self.output_file.setFilePath(path)

    def show_result(self, rich_text: str) -> None:
        """Show what was written, as rich text; empty hides it."""
        self.result_label.setText(rich_text)
        self.result_label.setVisible(bool(rich_text))

    def set_busy(self, busy: bool) -> None:
        """Hold the form while an export runs."""
        self.scroll.setEnabled(not busy)
        self.show_button(tr("Exporting…") if busy else tr("&Export"), not busy)

    def show_button(self, text: str, enabled: bool, reason: str = "") -> None:
        """Say on the button what will happen, and in its tooltip why it cannot."""
        self.export_button.setText(text)
        self.export_button.setEnabled(enabled)
        self.export_button.setToolTip(reason)
