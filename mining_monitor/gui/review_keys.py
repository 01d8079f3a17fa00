"""The keys of the review, on the map and in the dock (UX "Annotation")."""

from __future__ import annotations

from typing import Callable, Dict, Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

#: They take back, hide and close; whatever the dock shows, no selected sector changes.
SAFE_KEYS = (Qt.Key.Key_Z, Qt.Key.Key_H, Qt.Key.Key_Escape)

CLASS_KEYS = {getattr(Qt.Key, f"Key_{digit}"): digit for digit in range(1, 10)}
_NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ReviewKeys(QObject):
    """Watches widgets (map canvas, sector list) and turns keys into signals while the review is open.

    Parameters
    ----------
    is_active : callable
        Asked for every key: while it says no, all keys go where they went before.
    can_close : callable
        Tells whether something stands in the dock that Escape puts away; else Escape goes where it went before.
    acts_now : callable
        Tells whether a key (Qt.Key) may act on what is selected now; else ``refused`` is all that comes of it.
    """

    class_pressed = pyqtSignal(int)
    approve_pressed = pyqtSignal()
    reject_pressed = pyqtSignal()
    next_pressed = pyqtSignal()
    previous_pressed = pyqtSignal()
    undo_pressed = pyqtSignal()
    skip_pressed = pyqtSignal()
    fix_pressed = pyqtSignal()
    comment_pressed = pyqtSignal()
    search_pressed = pyqtSignal()
    keys_pressed = pyqtSignal()
    redo_pressed = pyqtSignal()
    close_pressed = pyqtSignal()
    hide_changed = pyqtSignal(bool)
    refused = pyqtSignal()

    def __init__(
        self,
        is_active: Callable[[], bool],
        can_close: Callable[[], bool],
        acts_now: Callable[[int], bool],
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._is_active, self._can_close, self._acts_now = is_active, can_close, acts_now
        self._hidden = False
        self._letters: Dict[int, Callable[[], None]] = {
            Qt.Key.Key_A: self.approve_pressed.emit,
            Qt.Key.Key_R: self.reject_pressed.emit,
            Qt.Key.Key_Z: self.undo_pressed.emit,
            Qt.Key.Key_K: self.skip_pressed.emit,
            Qt.Key.Key_V: self.fix_pressed.emit,
            Qt.Key.Key_C: self.comment_pressed.emit,
            Qt.Key.Key_Space: self.next_pressed.emit,
        }

    def watch(self, widget: QObject) -> None:
        """Take the keys of a widget."""
        widget.installEventFilter(self)

    def leave(self, widget: QObject) -> None:
        """Give the keys of a widget back."""
        widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Handle keys of the review; everything else passes."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut or (kind == QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_H):
            self._show_again(event)
            return False
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not self._is_active():
            return False
        action = self._action(event)
        if action is None:
            return False
        if not self._acts_now(event.key()):
            action = _nothing if event.isAutoRepeat() else self.refused.emit
        event.accept()
        if kind == QEvent.Type.KeyPress:
            action()
        return True

    def _action(self, event: QKeyEvent) -> Optional[Callable[[], None]]:
        key, modifiers = event.key(), event.modifiers()
        if event.text() == "?":
            return self.keys_pressed.emit
        if event.text() == "/":
            return self.search_pressed.emit
        if key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.ShiftModifier:
            return self.previous_pressed.emit
        if key == Qt.Key.Key_Z and modifiers == Qt.KeyboardModifier.ShiftModifier:
            return self.redo_pressed.emit
        if modifiers not in _NO_MODIFIERS:
            return None
        if key == Qt.Key.Key_H:
            return _nothing if event.isAutoRepeat() else self._hide
        if event.isAutoRepeat() and key != Qt.Key.Key_Space:
            return _nothing if key in self._letters or key in CLASS_KEYS else None
        if key == Qt.Key.Key_Escape and self._can_close():
            return self.close_pressed.emit
        if key in CLASS_KEYS:
            return lambda: self.class_pressed.emit(CLASS_KEYS[key])
        return self._letters.get(key)

    def _hide(self) -> None:
        self._hidden = True
        self.hide_changed.emit(True)

    def _show_again(self, event: QEvent) -> None:
        is_repeat = event.type() == QEvent.Type.KeyRelease and event.isAutoRepeat()
        if self._hidden and not is_repeat:
            self._hidden = False
            self.hide_changed.emit(False)


def _nothing() -> None:
    return None
