"""The letters of the editing bar and the keys of the tool at work, on the map and in the list alike."""

from __future__ import annotations

from typing import Callable

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeyEvent

_NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class DrawingKeys(QObject):
    """Asks for every key, before the review does, whether the drawing wants it.

    Parameters
    ----------
    take : callable
        Gets a key (Qt.Key) and whether it is only asked; returns whether the key is its own.
    """

    def __init__(self, take: Callable[[int, bool], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Handle keys of the drawing; everything else passes."""
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        is_asked = kind == QEvent.Type.ShortcutOverride
        if not _is_plain(event) or not self._take(event.key(), is_asked):
            return False
        event.accept()
        return True


def _is_plain(event: QKeyEvent) -> bool:
    return event.modifiers() in _NO_MODIFIERS and not (event.isAutoRepeat() and event.key() != Qt.Key.Key_Backspace)
