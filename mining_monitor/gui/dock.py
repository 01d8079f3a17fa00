"""A dock of Mining Monitor: the project bar on top, one panel below."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from mining_monitor.gui.project_bar import ProjectBar
from mining_monitor.gui.qt_names import QShortcut

#: Narrow enough for a laptop screen of 1366 px with a map beside it.
MINIMUM_WIDTH_PX = 370


class MonitorDock(QgsDockWidget):
    """A dock with an ``objectName``, so that QGIS remembers where it was."""

    def __init__(self, title: str, object_name: str, panel: QWidget, parent: Optional[QWidget] = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(object_name)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
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
        shortcut = QShortcut(QKeySequence("F1"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(open_help)
        self.bar.help_requested.connect(open_help)
