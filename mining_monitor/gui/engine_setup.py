"""The engine's set-up as the analyst meets it: what it costs, where it goes, how far it is (UX "First run")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from mining_monitor.gui.forms import enlarge, load_form, soften


@dataclass(frozen=True)
class SetupChoice:
    """How to set up: a folder of wheels (offline) and an interpreter of the user's own; empty: neither."""

    wheel_folder: str = ""
    interpreter: str = ""


class EngineSetup(QWidget):
    """State of the engine's environment, and one button that mends it."""

    title_label: QLabel
    state_label: QLabel
    cost_label: QLabel
    how_box: QgsCollapsibleGroupBox
    wheels_file: QgsFileWidget
    interpreter_file: QgsFileWidget
    progress_label: QLabel
    progress_bar: QProgressBar
    cancel_button: QPushButton
    start_button: QPushButton

    start_requested = pyqtSignal()
    cancel_requested = pyqtSignal()
    choice_changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        enlarge(self.title_label, 1.15)
        soften(self.cost_label)
        self.wheels_file.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.how_box.setCollapsed(True)
        self.start_button.clicked.connect(self.start_requested)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.wheels_file.fileChanged.connect(lambda _path: self.choice_changed.emit())
        self.interpreter_file.fileChanged.connect(lambda _path: self.choice_changed.emit())
        self.set_busy(False)

    def choice(self) -> SetupChoice:
        """Return what the two file fields say."""
        return SetupChoice(self.wheels_file.filePath().strip(), self.interpreter_file.filePath().strip())

    def show_choice(self, choice: SetupChoice) -> None:
        """Fill the two file fields."""
        self.wheels_file.setFilePath(choice.wheel_folder)
        self.interpreter_file.setFilePath(choice.interpreter)

    def show_state(self, sentence: str, cost: str) -> None:
        """Say what is the matter, and what mending it costs and where it goes."""
        self.state_label.setText(sentence)
        self.cost_label.setText(cost)
        self.cost_label.setVisible(bool(cost))

    def set_busy(self, busy: bool) -> None:
        """Show progress and Cancel while the set-up runs."""
        self.start_button.setVisible(not busy)
        self.how_box.setVisible(not busy)
        for widget in (self.progress_bar, self.cancel_button, self.progress_label):
            widget.setVisible(busy)
        if busy:
            self.show_progress(0.0, "")

    def show_progress(self, fraction: float, message: str) -> None:
        """Show how far the set-up is; a negative fraction means that nobody knows."""
        self.progress_bar.setRange(0, 0 if fraction < 0 else 1000)
        if fraction >= 0:
            self.progress_bar.setValue(round(1000 * fraction))
        self.progress_label.setText(message)
