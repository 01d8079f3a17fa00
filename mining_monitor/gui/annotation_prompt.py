"""Questions that the Annotation dock asks in place: why a sector is rejected, on which image an approval rests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter.messages import tr
from mining_monitor.gui.forms import blocked, enlarge, on_escape

#: Agencies that LAMES names and the commonest free ones (DOMAIN 1.3).
SYSTEMS = ("Copernicus Sentinel-2", "Maxar Technologies", "CNES / Airbus", "Planet Labs", "USGS Landsat")


@dataclass(frozen=True)
class PromptAnswer:
    """What was filled in where the dock asked: a reason, or the image's date and source."""

    reason: str = ""
    date: str = ""
    system: str = ""
    for_all: bool = False


class PromptPanel(QWidget):
    """The part of the Annotation panel that asks; the form is the panel's."""

    sector_table: QTableView
    prompt_frame: QFrame
    prompt_label: QLabel
    reason_label: QLabel
    reason_edit: QComboBox
    date_label: QLabel
    date_edit: QLineEdit
    system_label: QLabel
    system_edit: QComboBox
    all_check: QCheckBox
    prompt_cancel: QPushButton
    prompt_accept: QPushButton
    keys_button: QToolButton

    prompt_answered = pyqtSignal()
    prompt_dismissed = pyqtSignal()

    def make_room(self) -> None:
        """Give way to a question, and come back after it."""
        raise NotImplementedError

    def keep_in_view(self) -> None:
        """Scroll to the selected row once the list has its new height."""
        raise NotImplementedError

    def prepare_prompt(self) -> None:
        """Fill the form's part that asks, and hide it."""
        self.system_edit.addItems(["", *SYSTEMS])
        enlarge(self.all_check, 0.85, is_bold=False)  # a long sentence in some languages
        self.prompt_accept.clicked.connect(self.prompt_answered)
        self.prompt_cancel.clicked.connect(self.prompt_dismissed)
        on_escape(self.prompt_frame, self.prompt_dismissed)
        self.date_edit.returnPressed.connect(self.prompt_answered)
        self.reason_edit.lineEdit().returnPressed.connect(self.prompt_answered)
        self.system_edit.lineEdit().returnPressed.connect(self.prompt_answered)
        self.prompt_frame.hide()

    def ask_reason(self, sentence: str, suggestions: Sequence[str]) -> None:
        """Ask, in place, why sectors are rejected."""
        with blocked(self.reason_edit):
            self.reason_edit.clear()
            self.reason_edit.addItems(list(suggestions))
            self.reason_edit.setCurrentText("")
        self._show_prompt(sentence, tr("Reject"), reason=True)
        self.reason_edit.setFocus()

    def ask_provenance(self, sentence: str, date: str, system: str) -> None:
        """Ask, in place, for the image's date and source, which an approval needs."""
        self.date_edit.setText(date)
        self.system_edit.setCurrentText(system)
        self._show_prompt(sentence, tr("Approve"), reason=False)
        (self.system_edit if date else self.date_edit).setFocus()

    def _show_prompt(self, sentence: str, accept: str, *, reason: bool) -> None:
        self.prompt_label.setText(sentence)
        self.prompt_accept.setText(accept)
        for widget in (self.reason_label, self.reason_edit):
            widget.setVisible(reason)
        for widget in (self.date_label, self.date_edit, self.system_label, self.system_edit, self.all_check):
            widget.setVisible(not reason)
        self.prompt_frame.show()
        self.make_room()
        self.keep_in_view()

    def hide_prompt(self) -> None:
        """Take the question away and give the keyboard back to the list."""
        self.prompt_frame.hide()
        self.make_room()
        self.sector_table.setFocus()

    def answer(self) -> PromptAnswer:
        """Return what was filled in."""
        return PromptAnswer(
            reason=self.reason_edit.currentText().strip(),
            date=self.date_edit.text().strip(),
            system=self.system_edit.currentText().strip(),
            for_all=self.all_check.isChecked(),
        )

    def is_asking(self) -> bool:
        """Tell whether a question stands in the dock."""
        return not self.prompt_frame.isHidden()

    def can_close(self) -> bool:
        """Tell whether a question or the list of keys stands in the dock."""
        return self.is_asking() or self.keys_button.isChecked()

    def close_what_is_open(self) -> None:
        """Put the question away, else the list of keys."""
        if self.is_asking():
            self.prompt_dismissed.emit()
        else:
            self.keys_button.setChecked(False)

    def show_question(self, sentence: str) -> None:
        """Ask in other words: the answer was not complete."""
        self.prompt_label.setText(f"⚠ {sentence}")
