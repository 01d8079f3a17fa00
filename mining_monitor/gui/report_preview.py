"""The report as it will print, page below page, before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mining_monitor.adapter.messages import tr
from mining_monitor.gui import words

#: Share of the window's width that a page takes, and the room between two pages, in pixels.
_SHARE, _GAP_PX = 0.94, 12


class ReportPreview(QDialog):
    """Shows pages; not modal."""

    open_requested = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("MiningMonitorReportPreview")
        self.setWindowTitle(tr("Preview of the report"))
        self._page = ""
        self._images: List[QImage] = []
        self.count_label = QLabel(self)
        self.open_button = QPushButton(tr("&Open in the browser"), self)
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(lambda _on=False: self.open_requested.emit(self._page))
        self.scroll = QScrollArea(self)
        self.scroll.setWidgetResizable(True)
        self.scroll.setAccessibleName(tr("Pages; the page in the browser can be read by a screen reader"))
        self._body = QWidget(self.scroll)
        self._pages = QVBoxLayout(self._body)
        self._pages.setSpacing(_GAP_PX)
        self.scroll.setWidget(self._body)
        head = QHBoxLayout()
        head.addWidget(self.count_label, 1)
        head.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.scroll, 1)
        room = (parent or self).screen().availableSize()
        self.resize(min(760, room.width() - 60), min(900, room.height() - 130))

    def show_pages(self, page: Path, images: List[QImage], count: int) -> None:
        """Show the first pages of a report that has ``count``."""
        self._page, self._images = str(page), images
        text = tr("1 page") if count == 1 else tr("{} pages").format(words.whole(count))
        if len(images) < count:
            text = tr("the first {shown} of {count} pages").format(
                shown=words.whole(len(images)), count=words.whole(count)
            )
        self.count_label.setText(text)
        while self._pages.count():
            self._pages.takeAt(0).widget().deleteLater()
        for number in range(len(images)):
            label = QLabel(self._body)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setAccessibleName(tr("Page {}").format(words.whole(number + 1)))
            self._pages.addWidget(label)
        self.show()
        self.raise_()
        self._fit()
        self.scroll.verticalScrollBar().setValue(0)

    def pages(self) -> List[QLabel]:
        """Return the widgets of the pages."""
        return [self._pages.itemAt(index).widget() for index in range(self._pages.count())]

    def _fit(self) -> None:
        width = max(100, int(self.scroll.viewport().width() * _SHARE) - 2 * _GAP_PX)
        ratio = self.devicePixelRatioF()
        for label, image in zip(self.pages(), self._images):
            pixmap = QPixmap.fromImage(
                image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
            )
            pixmap.setDevicePixelRatio(ratio)
            label.setPixmap(pixmap)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Pages are as wide as the window."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self._fit)  # when the pages' room has its size

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Page keys turn pages."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Space: 1}
        if event.key() not in steps or not self._images:
            super().keyPressEvent(event)
            return
        bar = self.scroll.verticalScrollBar()
        bar.setValue(bar.value() + steps[event.key()] * (self.pages()[0].height() + _GAP_PX))
