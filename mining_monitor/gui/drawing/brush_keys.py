"""Keys and wheel of the tools that have a size."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt

#: A notch of a wheel in Qt's units.
NOTCH = 120

SMALLER = (Qt.Key.Key_BracketLeft, Qt.Key.Key_Minus)
LARGER = (Qt.Key.Key_BracketRight, Qt.Key.Key_Plus, Qt.Key.Key_Equal)
ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
