"""Small widgets of the Annotation dock that give way where the dock is narrow: a line of text, class buttons."""

from __future__ import annotations

import html
from typing import Dict, Optional, Sequence

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from mining_monitor.adapter.styles import class_colour
from mining_monitor.gui import words
from mining_monitor.gui.forms import swatch
from mining_monitor.schema.classes import BY_CODE, LAMES_CLASSES

#: What a class button has beside its text: the frame, the swatch, the room between.
_BESIDE_PX = 11

#: Side of the swatch on a class button.
_SWATCH_PX = 12

#: Columns of class buttons: by the width of the dock in digits of its font, least first.
_COLUMNS = ((0, 3), (75, 5), (130, 9))


class LineLabel(QLabel):
    """One line of plain text; what does not fit is elided, and the tooltip has it all."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str, more: str = "") -> None:
        """Show a text; ``more`` explains it in the tooltip."""
        self.setText(text)
        parts = [f"<p>{html.escape(part)}</p>" for part in (text, more) if part]
        self.setToolTip("".join(parts) if text else "")

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Return the size of one line."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Return no width: the line gives way."""
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Draw the line with what fits."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.style().drawItemText(
            QPainter(self), self.rect(), flags, self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )


class WordedProgress(QProgressBar):
    """A bar whose text is a label upon it: the text of a plain one cannot be read in QGIS's dark themes."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def setFormat(self, text: str) -> None:  # noqa: N802, Qt's name
        """Show a text as it is."""
        super().setFormat(text)
        self._label.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Keep the label as large as the bar."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())


class ClassButton(QPushButton):
    """Gives a class: its colour, its code, which is its key, and as much of its name as there is room for."""

    def __init__(self, code: int, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._title = f"{code} {words.class_short_title(code)}"
        self.setText(self._title)
        self.setAccessibleName(f"{code} {words.class_title(code)}")
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the map or the list
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(_SWATCH_PX, _SWATCH_PX))
        self.setStyleSheet("text-align: left; padding: 2px;")

    def explain(self, why_not: str = "") -> None:
        """Set the tooltip: title, definition, the common mistake, or first why it cannot be pressed now."""
        code = int(self._title.split()[0])
        mistake = words.class_mistake(code)
        text = f"<b>{words.class_title(code)}</b> ({code})<br>{words.class_definition(code)}"
        text = f"{text}<br><i>{mistake}</i>" if mistake else text
        self.setToolTip(f"{html.escape(why_not)}<br><br>{text}" if why_not else text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Return room for the swatch and the code."""
        return QSize(self.iconSize().width() + 3 * _BESIDE_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Show as much of the name as fits."""
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - _BESIDE_PX
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)


class ClassButtons(QWidget):
    """A button for each class, in as many columns as there is room for."""

    #: The code of a class was pressed.
    requested = pyqtSignal(int)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.buttons: Dict[int, ClassButton] = {}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3)
        self._grid.setVerticalSpacing(2)
        for code in (each.code for each in LAMES_CLASSES if each.code > 0):
            button = self.buttons[code] = ClassButton(code, self)
            button.explain()
            button.clicked.connect(lambda _on=False, code=code: self.requested.emit(code))
        self.refresh_colours()
        self._arrange(_COLUMNS[0][1])

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for position, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, position // columns, position % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        digits = self.width() / self.fontMetrics().horizontalAdvance("0")
        self._arrange([columns for least, columns in _COLUMNS if digits >= least][-1])

    def refresh_colours(self) -> None:
        """Follow the colour set that the analyst chose."""
        for code, button in self.buttons.items():
            is_hatched = BY_CODE[code].key == "lsm"
            button.setIcon(swatch(class_colour(BY_CODE[code]), _SWATCH_PX, hatched=is_hatched))

    def show_class(self, codes: Sequence[int]) -> None:
        """Press the button of the class that all of these are."""
        one = codes[0] if codes and len(set(codes)) == 1 else None
        for code, button in self.buttons.items():
            button.setChecked(code == one)

    def set_can(self, can: bool, why_not: str) -> None:
        """Let the buttons be pressed, or say in their tooltips why not."""
        for button in self.buttons.values():
            button.setEnabled(can)
            button.explain("" if can else why_not)
