"""A detection in QGIS's message bar, for an analyst who keeps the docks closed."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton

from mining_monitor.adapter.message_height import show_whole
from mining_monitor.adapter.messages import TITLE, tr
from mining_monitor.contract.results import DetectResult
from mining_monitor.gui.result_view import result_sentence


class RunMessage(QObject):
    """One item with progress and Cancel while a run lasts, then one with the result and Review."""

    cancel_requested = pyqtSignal()
    review_requested = pyqtSignal()

    def __init__(self, bar: Any, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._item: Any = None
        self._progress: Optional[QProgressBar] = None

    def start(self) -> None:
        """Show the item of a run."""
        self.end()
        item = self._bar.createMessage(TITLE, tr("Detecting mining sectors…"))
        self._progress = QProgressBar(item)
        self._progress.setRange(0, 1000)
        self._progress.setMaximumWidth(220)
        button = QPushButton(tr("Cancel"), item)
        button.clicked.connect(self.cancel_requested)
        item.layout().addWidget(self._progress)
        item.layout().addWidget(button)
        self._item = item
        item.destroyed.connect(self._on_destroyed)
        self._bar.pushWidget(item, Qgis.MessageLevel.Info, 0)
        show_whole(item)

    def show_progress(self, fraction: float, text: str) -> None:
        """Show how far the run is."""
        if self._item is not None and self._progress is not None:
            self._progress.setValue(round(1000 * fraction))
            self._item.setText(text)

    def end(self) -> None:
        """Take the item away."""
        item, self._item, self._progress = self._item, None, None
        if item is not None:
            self._bar.popWidget(item)

    def show_result(self, result: DetectResult) -> None:
        """Show what was found, with the next step."""
        item = self._bar.createMessage(TITLE, result_sentence(result))
        if result.sectors:
            button = QPushButton(tr("Review"), item)
            button.clicked.connect(lambda _checked=False: self._on_review(item))
            item.layout().addWidget(button)
        self._bar.pushWidget(item, Qgis.MessageLevel.Success, 0)
        show_whole(item)

    def _on_review(self, item: Any) -> None:
        self._bar.popWidget(item)
        self.review_requested.emit()

    def close(self) -> None:
        """Take everything away (unload)."""
        self.end()

    def _on_destroyed(self, _object: object = None) -> None:
        self._item, self._progress = None, None
