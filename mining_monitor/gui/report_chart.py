"""Bars of the areas at two dates by class, painted in the dock's own colours."""

from __future__ import annotations

from typing import Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from mining_monitor.adapter import settings, styles
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.change import ClassChange
from mining_monitor.gui import words
from mining_monitor.schema.classes import BY_CODE

#: Height of a class in text heights, and share of the width that its name takes.
_LINES, _NAME_SHARE = 2.6, 0.36
_GAP = 4


class ChangeChart(QWidget):
    """Two bars a class: before as an outline, after filled; the figures stand beside them."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._classes: Tuple[ClassChange, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_change(self, classes: Sequence[ClassChange]) -> None:
        """Show classes; none hides the chart."""
        self._classes = tuple(classes)
        self.setAccessibleName(tr("Areas before (outline) and after (filled)"))
        said = "; ".join(
            f"{words.class_title(row.code)}: {words.area_text(row.before_m2)} → {words.area_text(row.after_m2)}"
            for row in self._classes
        )
        self.setAccessibleDescription(said)
        self.setToolTip(self.accessibleName())
        self.setVisible(bool(self._classes))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """As high as its classes."""
        return QSize(300, round(self._row_height() * max(1, len(self._classes))) + _GAP)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Never cut."""
        return QSize(200, self.sizeHint().height())

    def _row_height(self) -> float:
        return float(self.fontMetrics().height()) * _LINES

    def bars(self) -> Tuple[Tuple[QRectF, QRectF], ...]:
        """Return the bars before and after of each class, in pixels."""
        left = self.width() * _NAME_SHARE
        room = max(1.0, self.width() - left - self._figure_width() - 2 * _GAP)
        most = max((max(row.before_m2, row.after_m2) for row in self._classes), default=0.0) or 1.0
        height = self._row_height()
        bar = height / 2 - 3
        made = []
        for position, row in enumerate(self._classes):
            top = position * height + 2
            made.append(
                (
                    QRectF(left, top, row.before_m2 / most * room, bar),
                    QRectF(left, top + bar + 1, row.after_m2 / most * room, bar),
                )
            )
        return tuple(made)

    def _figure_width(self) -> float:
        metrics = self.fontMetrics()
        texts = [words.area_text(value) for row in self._classes for value in (row.before_m2, row.after_m2)]
        return float(max((metrics.horizontalAdvance(text) for text in texts), default=0))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Paint names, bars and figures."""
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        metrics, colours = self.fontMetrics(), settings.COLOUR_SET.get()
        vertical = int(Qt.AlignmentFlag.AlignVCenter)
        for row, (before, after) in zip(self._classes, self.bars()):
            name = QRectF(0, before.top(), before.left() - _GAP, after.bottom() - before.top())
            title = metrics.elidedText(
                words.class_short_title(row.code), Qt.TextElideMode.ElideRight, int(name.width())
            )  # fmt: skip
            painter.setPen(ink)
            painter.drawText(name, vertical | int(Qt.AlignmentFlag.AlignRight), title)
            painter.setPen(QPen(ink, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(before)
            painter.setBrush(QColor(styles.class_colour(BY_CODE[row.code], colours)))
            painter.drawRect(after)
            for bar, value in ((before, row.before_m2), (after, row.after_m2)):
                place = QRectF(bar.right() + _GAP, bar.top() - 2, self.width(), bar.height() + 4)
                painter.drawText(place, vertical, words.area_text(value))
        painter.end()
