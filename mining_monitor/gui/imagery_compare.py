"""The two ways to compare images, driven from the details of an image."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget

from mining_monitor.gui.forms import blocked
from mining_monitor.gui.imagery_details import ImageryDetails
from mining_monitor.gui.scene_compare import SecondMap, Swipe

#: A second map narrower than this shows nothing.
_SMALLEST_PX = 260


class ImageryCompare(QObject):
    """Switches swiping and the second map on and off."""

    def __init__(self, panel: ImageryDetails, iface: Any) -> None:
        super().__init__(panel)
        self._panel = panel
        self._iface = iface
        self._swipe = Swipe(iface.mapCanvas(), self)
        self._second: Optional[SecondMap] = None
        self._sizes: Dict[QDockWidget, int] = {}
        self._swipe.ended.connect(self._on_swipe_ended)
        panel.swipe_toggled.connect(self._on_swipe)
        panel.beside_toggled.connect(self._on_beside)
        panel.other_changed.connect(self._on_other)

    def close(self) -> None:
        """Take everything off the window (unload)."""
        self._swipe.close()
        self._drop_second()
        self._sizes = {}

    def _other(self) -> Optional[QgsRasterLayer]:
        layer = QgsProject.instance().mapLayer(self._panel.other())
        return layer if isinstance(layer, QgsRasterLayer) else None

    def _on_swipe(self, is_on: bool) -> None:
        other = self._other()
        if is_on and other is not None:
            self._swipe.start(other)
        else:
            self._swipe.stop()
            self._on_swipe_ended()

    def _on_swipe_ended(self) -> None:
        with blocked(self._panel.swipe_button):
            self._panel.swipe_button.setChecked(False)

    def _on_beside(self, is_on: bool) -> None:
        other = self._other()
        if not is_on or other is None:
            self._drop_second()
            return
        if self._second is None:
            window = self._iface.mainWindow()
            self._second = SecondMap(self._iface.mapCanvas(), window)
            beside = _docks_on_the_left(window)
            widths = [dock.width() for dock in beside]
            width = max(_SMALLEST_PX, self._iface.mapCanvas().width() // 2)
            window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._second, Qt.Orientation.Horizontal)
            self._second.closed.connect(self._drop_second)
            self._sizes = {**dict(zip(beside, widths)), self._second: width}
            QTimer.singleShot(0, self._resize)  # when the window has laid them out
        self._second.show()
        self._second.show_layer(other)

    def _resize(self) -> None:
        """Give the second map half of the main one, or its room back to that; the other docks keep their width."""
        sizes, self._sizes = self._sizes, {}
        if sizes:
            docks, widths = list(sizes), list(sizes.values())
            self._iface.mainWindow().resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def _on_other(self) -> None:
        other = self._other()
        if other is None:
            self.close()
            return
        if self._swipe.is_on:
            self._swipe.start(other)
        if self._second is not None:
            self._second.show_layer(other)

    def _drop_second(self) -> None:
        second, self._second = self._second, None
        with blocked(self._panel.beside_button):
            self._panel.beside_button.setChecked(False)
        if second is not None:
            window = self._iface.mainWindow()
            beside = [dock for dock in _docks_on_the_left(window) if dock is not second]
            self._sizes = {dock: dock.width() for dock in beside}
            second.let_go()
            self._iface.removeDockWidget(second)
            second.deleteLater()
            QTimer.singleShot(0, self._resize)


def _docks_on_the_left(window: Any) -> List[QDockWidget]:
    """Return the docks whose width must not suffer from a new one."""
    left = Qt.DockWidgetArea.LeftDockWidgetArea
    return [
        dock
        for dock in window.findChildren(QDockWidget)
        if window.dockWidgetArea(dock) == left and dock.isVisible() and not dock.isFloating()
    ]
