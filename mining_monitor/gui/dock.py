"""A dock of Mining Monitor: the project bar on top, one panel below."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from mining_monitor.gui.project_bar import ProjectBar

#: Narrow enough for a laptop screen of 1366 px with a map beside it.
MINIMUM_WIDTH_PX = 370


class MonitorDock(QgsDockWidget):
    """A dock with an ``objectName``, so that QGIS remembers where it was."""

    def __init__(self, title: str, object_name: str, panel: QWidget, parent: Optional[QWidget] = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(object_name)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self._open_help: Optional[Callable[[], None]] = None
        self.bar = ProjectBar(self)
        self.panel = panel
        body = QWidget(self)
        body.setMinimumWidth(MINIMUM_WIDTH_PX)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(panel, 1)
        self.setWidget(body)

    def on_help(self, open_help: Callable[[], None]) -> None:
        """Call ``open_help`` on F1 and from the bar's menu."""
        self._open_help = open_help
        self.bar.help_requested.connect(open_help)

    def event(self, event: QEvent) -> bool:
        """Take F1 for the dock; a shortcut of the same key quarrels with QGIS's own, and neither acts."""
        is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if self._open_help is None or not is_key or event.key() != Qt.Key.Key_F1 or event.modifiers():
            return bool(super().event(event))
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._open_help()
        return True
