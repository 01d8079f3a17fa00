"""The Report dock: what a defensible report still needs, and the export."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Dict, Optional, Sequence, Tuple

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter.messages import tr
from mining_monitor.gui import words
from mining_monitor.gui.checklist import CheckItem
from mining_monitor.gui.forms import blocked, choose_data, embolden, let_shrink, load_form, soften, theme_icon
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
    places_words: QLabel
    footer: QFrame
    result_label: QLabel
    export_button: QPushButton

    export_requested = pyqtSignal()
    layer_chosen = pyqtSignal(str)
    choice_changed = pyqtSignal()
    link_activated = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        soften(self.places_words)
        embolden(self.check_title)
        self._state_checks: Dict[str, QCheckBox] = {}
        for position, state in enumerate(STATES):
            check = QCheckBox(words.state_title(state).capitalize(), self)
            check.setChecked(state != REJECTED)
            check.toggled.connect(lambda _on: self.choice_changed.emit())
            self.states_layout.addWidget(check, position // 2, position % 2)
            self._state_checks[state] = check
        let_shrink(self.layer_combo, self.profile_combo, self.generalise_combo)
        self._fill_combos()
        self.output_file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.output_file.setFilter(tr("GeoJSON (*.geojson)"))
        self.export_button.setIcon(theme_icon("mActionSharingExport"))
        self.export_button.clicked.connect(self.export_requested)
        self.layer_combo.currentIndexChanged.connect(lambda _i: self.layer_chosen.emit(self.layer_id()))
        self.output_file.fileChanged.connect(lambda _path: self.choice_changed.emit())
        self.check_label.linkActivated.connect(self.link_activated)
        self.result_label.linkActivated.connect(self.link_activated)
        self.result_label.hide()

    def _fill_combos(self) -> None:
        for value, text, tip in (
            ("report", tr("Report (all fields, RFC 7946)"), tr("For GIS, web maps and archives")),
            ("lames", tr("LAMES (as published)"), tr("The fields of the LAMES dataset, for training and exchange")),
        ):
            self.profile_combo.addItem(text, value)
            self.profile_combo.setItemData(self.profile_combo.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        for value, text in (
            ("none", tr("exact outlines")),
            ("0.01", tr("cells of 0.01° (about 1 km)")),
            ("0.05", tr("cells of 0.05° (about 5 km)")),
            ("0.1", tr("cells of 0.1° (about 10 km)")),
        ):
            self.generalise_combo.addItem(text, value)
        self.profile_combo.currentIndexChanged.connect(lambda _i: self.choice_changed.emit())
        self.generalise_combo.currentIndexChanged.connect(lambda _i: self.choice_changed.emit())

    def options(self) -> ExportOptions:
        """Return what the form says."""
        return ExportOptions(
            profile=str(self.profile_combo.currentData()),
            states=tuple(state for state, check in self._state_checks.items() if check.isChecked()),
            generalise=str(self.generalise_combo.currentData()),
            output=self.output_file.filePath().strip(),
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
        self.show_button(tr("Exporting…") if busy else tr("&Export GeoJSON"), not busy)

    def show_button(self, text: str, enabled: bool, reason: str = "") -> None:
        """Say on the button what will happen, and in its tooltip why it cannot."""
        self.export_button.setText(text)
        self.export_button.setEnabled(enabled)
        self.export_button.setToolTip(reason)
