"""The entries of the menu "More" that are about several people, and the pages behind them."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.messages import guarded, tr
from mining_monitor.adapter.shared_project.session import SharedSession
from mining_monitor.gui.annotation_desk import Desk
from mining_monitor.gui.annotation_panel import AnnotationPanel
from mining_monitor.gui.forms import theme_icon
from mining_monitor.gui.two_analysts.clash_page import ClashPage
from mining_monitor.gui.two_analysts.opinion_page import OpinionPage
from mining_monitor.gui.two_analysts.sharing_page import SharingPage


class TwoAnalysts(QObject):
    """Makes the pages and their entries."""

    def __init__(self, panel: AnnotationPanel, desk: Desk, menu: QMenu) -> None:
        super().__init__(panel)
        self.sharing = SharingPage(desk, self)
        self.clashes = ClashPage(desk, self)
        self.opinion = OpinionPage(desk, self)
        self._pages: Any = (self.sharing, self.clashes, self.opinion)
        for page in self._pages:
            panel.pages.addWidget(page.sheet)
        menu.addSeparator()
        for icon, text, tip, slot in (
            ("mIconPostgis", tr("&Work with others…"), tr("Open a shared project, or share this one"),
             self.sharing.start),
            ("mIconWarning", tr("C&lashes"), tr("Edits that wait because somebody else was faster"),
             self.clashes.start),
            ("mActionIdentify", tr("&Second opinion…"), tr("Draw a blind sample, and compare two analysts"),
             self.opinion.start),
        ):  # fmt: skip
            action = menu.addAction(theme_icon(icon), text)
            action.setToolTip(tip)
            action.triggered.connect(lambda _checked=False, run=slot: run())

    def watch(self, session: EditSession) -> None:
        """Follow the session of a shared project."""
        if isinstance(session, SharedSession):
            with guarded():
                self.clashes.watch(session)

    def close(self) -> None:
        """Stop what runs (unload)."""
        for page in self._pages:
            page.work.drop()
