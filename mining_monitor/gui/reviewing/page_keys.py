"""Single keys of a page of the Annotation dock, in its list and on the map."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt

_NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class PageKeys(QObject):
    """Turns keys into calls while a page is open; keys that it does not know go where they went before.

    Parameters
    ----------
    actions : dict
        Key -> what it does.
    is_active : callable
        Asked for every key.
    """

    def __init__(
        self, actions: Dict[Any, Callable[[], object]], is_active: Callable[[], bool], parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._is_active = is_active
        self._watched: List[QObject] = []

    def watch(self, widget: QObject) -> None:
        """Take the keys of a widget, before those who watch it already."""
        if widget not in self._watched:
            widget.installEventFilter(self)
            self._watched.append(widget)

    def leave(self) -> None:
        """Give all keys back."""
        while self._watched:
            self._watched.pop().removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Handle the keys of the page; everything else passes."""
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not self._is_active():
            return False
        action = self._actions.get(event.key()) if event.modifiers() in _NO_MODIFIERS else None
        if action is None:
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
            action()
        return True
