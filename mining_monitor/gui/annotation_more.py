"""The menu "More" of the Annotation dock, and the pages behind it."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from mining_monitor.adapter.messages import tr
from mining_monitor.gui.annotation_check import AnnotationCheck
from mining_monitor.gui.annotation_desk import Desk
from mining_monitor.gui.annotation_history import AnnotationHistory
from mining_monitor.gui.annotation_import import AnnotationImport
from mining_monitor.gui.annotation_log import AnnotationLog
from mining_monitor.gui.annotation_panel import AnnotationPanel
from mining_monitor.gui.forms import theme_icon
from mining_monitor.gui.reviewing.deleted import Deleted
from mining_monitor.gui.reviewing.proposal_banner import ProposalBanner
from mining_monitor.gui.reviewing.proposals import Proposals


class AnnotationMore(QObject):
    """Makes the pages and the menu that opens them."""

    def __init__(self, panel: AnnotationPanel, desk: Desk, canvas: QgsMapCanvas) -> None:
        super().__init__(panel)
        self._desk = desk
        self.check = AnnotationCheck(desk, self)
        self.importing = AnnotationImport(desk, self)
        self.history = AnnotationHistory(desk, self)
        self.log = AnnotationLog(desk, self)
        self.proposals = Proposals(desk, canvas, self)
        self.deleted = Deleted(desk, self.history.show_of, self)
        self._pages = (self.check, self.importing, self.history, self.log, self.proposals, self.deleted)
        for page in self._pages:
            panel.pages.addWidget(page.sheet)
        panel.pages.addWidget(self.importing.mapping.form)
        self.menu = QMenu(panel)
        self.menu.setToolTipsVisible(True)
        for icon, text, tip, slot in (
            ("mIconSuccess", tr("&Check the sectors"), tr("Look for overlaps, gaps, missing dates"),
             self.check.start),
            ("mActionAddOgrLayer", tr("&Import annotations…"), tr("Read polygons that were drawn elsewhere"),
             self.importing.start),
            ("mActionReshape", tr("&Proposals of the last run"), tr("What it would change where people have worked"),
             self.proposals.start),
            ("mIconHistory", tr("&History of the sector"), tr("Who changed it, when, from what; earlier shapes"),
             self.history.start),
            ("mActionDeleteSelected", tr("&Deleted sectors"), tr("What was deleted, by whom; the way back"),
             self.deleted.start),
            ("locked", tr("&Verify the log"), tr("Find out whether anything was changed behind the log's back"),
             self.log.start),
        ):  # fmt: skip
            action = self.menu.addAction(theme_icon(icon), text)
            action.setToolTip(tip)
            action.triggered.connect(lambda _checked=False, run=slot: run())
        panel.more_button.setMenu(self.menu)
        panel.empty_import.clicked.connect(self.importing.start)
        self.banner = ProposalBanner(panel, desk, self.proposals)

    def close(self) -> None:
        """Stop what runs and take everything off the map (unload)."""
        for page in self._pages:
            page.work.drop()
        self.proposals.keys.leave()
        self._desk.shapes.close()
