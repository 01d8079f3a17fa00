"""The plugin's page in QGIS's options: who you are, where files go, colours, the engine."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.gui import QgsAuthConfigSelect, QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from mining_monitor.adapter import settings
from mining_monitor.adapter.messages import tr
from mining_monitor.gui.forms import choose_data, load_form, own_icon
from mining_monitor.gui.imagery_options import ImageryOptions

#: ``objectName`` of the page, by which QGIS opens it.
PAGE_NAME = "mMiningMonitorOptions"


class OptionsForm(QWidget):
    """The page's fields; reads the settings when made, writes them on ``save``."""

    name_edit: QLineEdit
    folder_file: QgsFileWidget
    colours_combo: QComboBox
    threads_spin: QSpinBox
    interpreter_file: QgsFileWidget
    wheels_file: QgsFileWidget
    engine_state: QLabel
    catalogues_table: QTableWidget
    add_catalogue_button: QPushButton
    remove_catalogue_button: QPushButton
    login_select: QgsAuthConfigSelect
    services_list: QListWidget
    revoke_button: QPushButton

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        for widget in (self.folder_file, self.wheels_file):
            widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.colours_combo.addItem(tr("LAMES (as published)"), settings.LAMES_COLOURS)
        self.colours_combo.addItem(tr("Safe for colour-blind readers"), settings.SAFE_COLOURS)
        self.name_edit.setPlaceholderText(settings.editor())
        self.name_edit.setText(settings.EDITOR_NAME.get())
        self.folder_file.setFilePath(settings.PROJECT_FOLDER.get())
        choose_data(self.colours_combo, settings.COLOUR_SET.get())
        self.threads_spin.setValue(settings.THREADS.get())
        self.interpreter_file.setFilePath(settings.ENGINE_INTERPRETER.get())
        self.wheels_file.setFilePath(settings.WHEEL_FOLDER.get())
        self.engine_state.hide()
        self._imagery = ImageryOptions(self)

    def save(self) -> bool:
        """Write the settings; tell whether the engine is another one now."""
        self._imagery.save()
        before = settings.ENGINE_INTERPRETER.get()
        settings.EDITOR_NAME.set(self.name_edit.text().strip())
        settings.PROJECT_FOLDER.set(self.folder_file.filePath().strip())
        settings.COLOUR_SET.set(str(self.colours_combo.currentData()))
        settings.THREADS.set(self.threads_spin.value())
        settings.ENGINE_INTERPRETER.set(self.interpreter_file.filePath().strip())
        settings.WHEEL_FOLDER.set(self.wheels_file.filePath().strip())
        return bool(settings.ENGINE_INTERPRETER.get() != before)


class OptionsPage(QgsOptionsPageWidget):
    """What QGIS shows in its dialog."""

    def __init__(self, parent: Optional[QWidget], on_saved: Callable[[bool], None]) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE_NAME)
        self._on_saved = on_saved
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.form = OptionsForm(self)
        scroll = QScrollArea(self)  # a laptop's screen is lower than the page
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        layout.addWidget(scroll)

    def apply(self) -> None:
        """Store what the page says; QGIS calls it on OK."""
        self._on_saved(self.form.save())


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time the dialog opens."""

    def __init__(self, on_saved: Callable[[bool], None]) -> None:
        super().__init__()
        self._on_saved = on_saved
        self.setTitle("Mining Monitor")

    def icon(self) -> QIcon:
        """Return the icon of the page."""
        return own_icon("icon")

    def createWidget(self, parent: QWidget) -> OptionsPage:  # noqa: N802, QGIS's name
        """Make the page."""
        return OptionsPage(parent, self._on_saved)
