"""The two ways to compare images, driven from the details of an image."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, Qt

from mining_monitor.gui.forms import blocked
from mining_monitor.gui.imagery_details import ImageryDetails
from mining_monitor.gui.scene_compare import SecondMap, Swipe


class ImageryCompare(QObject):
    """Switches swiping and the second map on and off."""

    def __init__(self, panel: ImageryDetails, iface: Any) -> None:
        super().__init__(panel)
        self._panel = panel
        self._iface = iface
        self._swipe = Swipe(iface.mapCanvas(), self)
        self._second: Optional[SecondMap] = None
        self._swipe.ended.connect(self._on_swipe_ended)
        panel.swipe_toggled.connect(self._on_swipe)
        panel.beside_toggled.connect(self._on_beside)
        panel.other_changed.connect(self._on_other)

    def close(self) -> None:
        """Take everything off the window (unload)."""
        self._swipe.stop()
        self._drop_second()

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
            self._second = SecondMap(self._iface.mapCanvas(), self._iface.mainWindow())
            self._iface.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._second)
            self._second.closed.connect(self._drop_second)
            window = self._iface.mainWindow()
            window.resizeDocks([self._second], [max(320, window.width() // 3)], Qt.Orientation.Horizontal)
        self._second.show()
        self._second.show_layer(other)

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
            second.let_go()
            self._iface.removeDockWidget(second)
            second.deleteLater()
