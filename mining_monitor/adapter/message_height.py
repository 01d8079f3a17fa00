"""Messages of ours that are longer than a line are shown whole: QGIS's message bar has the height of one line."""

from __future__ import annotations

import math
from typing import Any

from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QTextEdit

#: Longer texts get scroll arrows: the bar lies over the map.
MOST_LINES = 8

__all__ = ["MOST_LINES", "show_whole"]


def show_whole(item: Any) -> None:
    """Let a message bar item be as high as its text needs, as long as the bar shows it."""
    for text in item.findChildren(QTextEdit):
        if not text.findChildren(_Height):
            _Height(text)


class _Height(QObject):
    """Follows a text whenever it is broken into other lines: it is new, or the bar is wider or narrower."""

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text, self._of_qgis = text, text.styleSheet()
        self._shown = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fit)
        text.document().documentLayout().documentSizeChanged.connect(lambda _size: self._timer.start())
        self._timer.start()

    def _fit(self) -> None:
        document, line = self._text.document(), self._text.fontMetrics().lineSpacing()
        whole, edge = document.size().height(), 2 * document.documentMargin()
        lines = round((whole - edge) / line)
        height = 0 if lines < 2 else math.ceil(min(whole, MOST_LINES * line + edge))
        if height == self._shown:
            return
        self._shown = height
        policy = Qt.ScrollBarPolicy
        is_whole = 0 < lines <= MOST_LINES
        self._text.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if is_whole else policy.ScrollBarAsNeeded)
        more = f"QTextEdit {{ min-height: {height}px; max-height: {height}px; }}" if height else ""
        self._text.setStyleSheet(f"{self._of_qgis} {more}")
