"""Keys and wheel of the tools that have a size and a class."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt

#: A notch of a wheel in Qt's units.
NOTCH = 120

SMALLER = (Qt.Key.Key_BracketLeft, Qt.Key.Key_Minus)
LARGER = (Qt.Key.Key_BracketRight, Qt.Key.Key_Plus, Qt.Key.Key_Equal)
ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_CLASS_KEYS = {getattr(Qt.Key, f"Key_{digit}"): digit for digit in range(1, 10)}


def class_of_key(key: int) -> int:
    """Return the code of the class that a key stands for, 0 for none."""
    return _CLASS_KEYS.get(key, 0)
