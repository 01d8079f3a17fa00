"""The thin bar on top of each dock: which project file, and how many sectors in which state (UX "The way")."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLabel, QMenu, QToolButton, QWidget

from mining_monitor.adapter.messages import tr
from mining_monitor.gui import words
from mining_monitor.gui.forms import load_form, theme_icon


@dataclass(frozen=True)
class ProjectSummary:
    """What the bar shows: the file (empty: none yet) and sectors by review state."""

    path: str = ""
    name: str = ""
    counts: Dict[str, int] = field(default_factory=dict)


class ProjectBar(QFrame):
    """File name in bold, counts beside it, a menu at the end."""

    file_label: QLabel
    counts_label: QLabel
    menu_button: QToolButton

    open_requested = pyqtSignal()
    new_requested = pyqtSignal()
    help_requested = pyqtSignal()
    settings_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        font = self.file_label.font()
        font.setBold(True)
        self.file_label.setFont(font)
        self.menu_button.setIcon(theme_icon("mActionFileOpen"))
        self._menu = QMenu(self)
        for text, icon, signal in (
            (tr("&Open a project file…"), "mActionFileOpen", self.open_requested),
            (tr("&New project file…"), "mActionFileNew", self.new_requested),
            (tr("&Settings…"), "mActionOptions", self.settings_requested),
            (tr("&Help (F1)"), "mActionHelpContents", self.help_requested),
        ):
            action = self._menu.addAction(theme_icon(icon), text)
            action.triggered.connect(lambda _checked=False, s=signal: s.emit())
        self.menu_button.setMenu(self._menu)
        self.show_summary(ProjectSummary())

    def show_summary(self, summary: ProjectSummary) -> None:
        """Show a project's name and counts; the path is the tooltip."""
        if not summary.path:
            self.file_label.setText(tr("No project file yet"))
            self.counts_label.setText("")
            self.setToolTip(tr("The first detection makes one."))
            return
        self.file_label.setText(summary.name)
        self.counts_label.setText(words.counts_text(summary.counts))
        self.counts_label.setToolTip(words.counts_text(summary.counts))
        self.setToolTip(summary.path)
