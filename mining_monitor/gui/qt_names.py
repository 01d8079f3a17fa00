"""Classes that moved from QtWidgets to QtGui in Qt 6."""

from __future__ import annotations

try:
    from qgis.PyQt.QtGui import QAction
except ImportError:
    from qgis.PyQt.QtWidgets import QAction

__all__ = ["QAction"]
