"""The labelling window: two maps of one point, a key a class, progress. It shows; the controller decides."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter import settings, styles
from mining_monitor.adapter.messages import tr
from mining_monitor.gui import words
from mining_monitor.gui.forms import blocked, load_form, swatch
from mining_monitor.gui.labelling.maps import ImageMap, TwoMaps
from mining_monitor.gui.labelling.rounds import Round
from mining_monitor.schema.classes import LAMES_CLASSES
from mining_monitor.schema.sample import NOT_INTERPRETABLE

#: The extent of a whole site is no class that a point can have: its sectors and the ground between them are.
_NO_LABEL = ("lsm",)

_NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_COLUMNS = 5

#: Size at first, in pixels, where the screen has room for it.
_SIZE = (1100, 760)


def round_titles() -> Dict[Round, str]:
    """Return what each round is called."""
    return {
        Round.FIRST: tr("Label"), Round.CHECK: tr("Check as a second person"), Round.DECIDE: tr("Decide differences"),
    }  # fmt: skip


class LabellingWindow(QDialog):
    """Shows one point at a time; not modal."""

    round_combo: QComboBox
    reader_edit: QLineEdit
    progress_bar: QProgressBar
    progress_label: QLabel
    maps_layout: QHBoxLayout
    point_label: QLabel
    classes_layout: QGridLayout
    unknown_button: QPushButton
    skip_button: QPushButton
    back_button: QPushButton
    undo_button: QPushButton
    unsure_check: QCheckBox
    comment_edit: QLineEdit
    assess_button: QPushButton

    label_given = pyqtSignal(str)
    skip_pressed = pyqtSignal()
    back_pressed = pyqtSignal()
    undo_pressed = pyqtSignal()
    round_changed = pyqtSignal()
    comment_given = pyqtSignal()
    closed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        load_form(self, __file__)
        self.setObjectName("MiningMonitorLabelling")
        self.setModal(False)
        self.first_map, self.second_map = ImageMap(tr("First date"), self), ImageMap(tr("Second date"), self)
        self.maps = TwoMaps(self.first_map, self.second_map)
        self.class_buttons: Dict[str, QPushButton] = {}
        for round_, title in round_titles().items():
            self.round_combo.addItem(title, round_.value)
        for each in (self.first_map, self.second_map):
            self.maps_layout.addWidget(each, 1)
            each.canvas.installEventFilter(self)
        self._make_class_buttons()
        self.progress_label.setMinimumWidth(170)
        self.comment_edit.setPlaceholderText(tr("what speaks for it, what was in doubt"))
        self._connect()
        self.installEventFilter(self)
        room = self.screen().availableSize() if parent is None else parent.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - 60), min(_SIZE[1], room.height() - 130))

    def _make_class_buttons(self) -> None:
        colours = settings.COLOUR_SET.get()
        shown = [each for each in LAMES_CLASSES if each.key not in _NO_LABEL]
        for position, each in enumerate(shown):
            title = words.class_short_title(each.code).replace("&", "&&")
            button = QPushButton(swatch(styles.class_colour(each, colours)), f"{each.code}  {title}", self)
            button.setAccessibleName(words.class_title(each.code))
            tip = (words.class_title(each.code), words.class_definition(each.code), words.class_mistake(each.code))
            button.setToolTip(" ".join(f"{text}." if not text.endswith(".") else text for text in tip if text))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, key=each.key: self.label_given.emit(key))
            self.classes_layout.addWidget(button, position // _COLUMNS, position % _COLUMNS)
            self.class_buttons[each.key] = button

    def _connect(self) -> None:
        self.unknown_button.setCheckable(True)
        self.unknown_button.setToolTip(tr("The images do not show what it is; the point counts in no figure."))
        self.unsure_check.setToolTip(tr("Your label counts, and it is noted that you were not sure."))
        self.skip_button.setToolTip(tr("Look at it again at the end."))
        for button in (self.unknown_button, self.skip_button, self.back_button, self.undo_button, self.assess_button):
            button.setAutoDefault(False)
        self.unknown_button.clicked.connect(lambda _on=False: self.label_given.emit(NOT_INTERPRETABLE))
        self.skip_button.clicked.connect(self.skip_pressed)
        self.back_button.clicked.connect(self.back_pressed)
        self.undo_button.clicked.connect(self.undo_pressed)
        self.round_combo.currentIndexChanged.connect(lambda _i: self.round_changed.emit())
        self.reader_edit.editingFinished.connect(self.round_changed)
        self.comment_edit.editingFinished.connect(self.comment_given)

    # -- what is said and asked ---------------------------------------------------------------------------------

    def round(self) -> Round:
        """Return the chosen round."""
        return Round(str(self.round_combo.currentData()))

    def reader(self) -> str:
        """Return who is reading; the settings' name where none is given. ``:`` and ``|`` part comments."""
        name = " ".join(self.reader_edit.text().replace(":", " ").replace("|", " ").split())
        return name or settings.editor()

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far the round is."""
        self.progress_bar.setMaximum(max(1, total))
        self.progress_bar.setValue(done if total else 0)
        self.progress_label.setText(text)

    def show_point(self, text: str, label: str, *, comment: str, is_unsure: bool, is_first: bool) -> None:
        """Show what is known of the point: nothing of the map, of other readers only in the last round."""
        self.point_label.setText(text)
        self.show_label(label)
        with blocked(self.comment_edit):
            self.comment_edit.setText(comment)
        with blocked(self.unsure_check):
            self.unsure_check.setChecked(is_unsure)
        self.unsure_check.setVisible(is_first)

    def show_label(self, label: str) -> None:
        """Press the button of the label that is saved."""
        for key, button in {**self.class_buttons, NOT_INTERPRETABLE: self.unknown_button}.items():
            button.setChecked(key == label)

    def set_labelling(self, is_on: bool) -> None:
        """Offer labels, or only what is left when all is done."""
        for widget in (*self.class_buttons.values(), self.unknown_button, self.skip_button, self.comment_edit,
                       self.unsure_check):  # fmt: skip
            widget.setEnabled(is_on)

    # -- keys -------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Take the keys of labelling from the maps, which would pan and zoom with them."""
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat() and self._act(event):
            return True
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent) -> bool:
        """Do what a key says and tell whether it says anything; Return in the comment goes back to the maps."""
        key = event.key()
        is_text = self.comment_edit.hasFocus() or self.reader_edit.hasFocus()
        if is_text:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.first_map.canvas.setFocus()
                return True
            return False
        if event.modifiers() not in _NO_MODIFIERS:
            return False
        actions: Dict[int, QWidget] = {
            Qt.Key.Key_U: self.unknown_button, Qt.Key.Key_Space: self.skip_button, Qt.Key.Key_B: self.back_button,
            Qt.Key.Key_Z: self.undo_button, Qt.Key.Key_N: self.unsure_check,
        }  # fmt: skip
        for each in LAMES_CLASSES:
            if each.key in self.class_buttons:
                actions[getattr(Qt.Key, f"Key_{each.code}")] = self.class_buttons[each.key]
        button = actions.get(key)
        if button is not None and button.isEnabled():
            button.click()
        return button is not None

    def let_go(self) -> None:
        """Take the maps off their layers, before the window is deleted."""
        self.removeEventFilter(self)
        for each in self.maps.maps:
            each.canvas.removeEventFilter(self)
        self.maps.let_go()

    def reject(self) -> None:
        """Tell that labelling is over, by Escape or the cross; everything is saved already."""
        self.closed.emit()
        super().reject()
