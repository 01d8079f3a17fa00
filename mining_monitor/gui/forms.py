"""Load the ``.ui`` that lies beside a class, and the small things that every widget needs."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Iterator, Optional

from qgis.core import QgsApplication
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QSignalBlocker, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QIcon, QKeySequence, QPainter, QPalette, QPen, QPixmap
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QShortcut, QWidget

from mining_monitor import paths


def load_form(widget: QWidget, module_file: str) -> None:
    """Build the children of ``widget`` from the ``.ui`` beside its module.

    Parameters
    ----------
    widget : QWidget
        Gets the children as attributes.
    module_file : str
        ``__file__`` of the module that defines the class.
    """
    uic.loadUi(str(Path(module_file).with_suffix(".ui")), widget)


def theme_icon(name: str) -> QIcon:
    """Return an icon of QGIS's own theme, by its file name without ``.svg``."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")


def own_icon(name: str) -> QIcon:
    """Return an icon of this plugin (``resources/icons``)."""
    return QIcon(str(paths.resource("icons", f"{name}.svg")))


def swatch(colour: str, side_px: int = 16, hatched: bool = False) -> QIcon:
    """Return a square in a class colour with a dark outline; hatched for classes that are drawn as a hatch."""
    pixmap = QPixmap(side_px, side_px)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setPen(QPen(QColor("#232323")))
    pattern = Qt.BrushStyle.BDiagPattern if hatched else Qt.BrushStyle.SolidPattern
    painter.setBrush(QBrush(QColor(colour), pattern))
    painter.drawRect(1, 1, side_px - 3, side_px - 3)
    painter.end()
    return QIcon(pixmap)


def soften(label: QLabel) -> None:
    """Draw a label in the theme's softer text colour, so that it reads as an explanation in any theme."""
    palette = label.palette()
    colour = QColor(palette.color(QPalette.ColorRole.WindowText))
    colour.setAlpha(170)
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    label.setPalette(palette)


def enlarge(label: QWidget, factor: float, *, is_bold: bool = True) -> None:
    """Draw a label as a heading: bold, ``factor`` times the interface's font size; or a small text."""
    font = label.font()
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(is_bold)
    label.setFont(font)


def embolden(label: QLabel) -> None:
    """Draw a label in bold."""
    font = label.font()
    font.setBold(True)
    label.setFont(font)


def on_escape(widget: QWidget, act: Callable[[], object]) -> None:
    """Let Escape do something wherever in the widget the keyboard is."""
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)


def let_shrink(*combos: QComboBox) -> None:
    """Let combo boxes be narrower than their longest item: a dock is narrow, and the tooltip says it all."""
    for combo in combos:
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)


def choose_data(combo: QComboBox, data: object) -> bool:
    """Make the item with this user data current, without a signal; tell whether there is one."""
    for index in range(combo.count()):
        if combo.itemData(index) == data:
            with _blocked(combo):
                combo.setCurrentIndex(index)
            return True
    return False


def items(combo: QComboBox) -> Iterator[object]:
    """Yield the user data of a combo box's items."""
    for index in range(combo.count()):
        yield combo.itemData(index)


class _blocked:  # noqa: N801, reads as a word
    """Hold a widget's signals back for a block of code (QSignalBlocker as a context in every PyQt)."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._blocker: Optional[QSignalBlocker] = None

    def __enter__(self) -> QWidget:
        self._blocker = QSignalBlocker(self._widget)
        return self._widget

    def __exit__(self, *_error: object) -> None:
        if self._blocker is not None:
            self._blocker.unblock()


blocked = _blocked
