"""The line in the Annotation dock that says how many proposals wait, and leads to them."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mining_monitor.adapter import project_store
from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.messages import guarded, tr
from mining_monitor.adapter.proposal_list import open_count
from mining_monitor.gui.annotation_desk import Desk
from mining_monitor.gui.annotation_panel import AnnotationPanel
from mining_monitor.gui.forms import theme_icon
from mining_monitor.gui.reviewing import proposal_words
from mining_monitor.gui.reviewing.proposals import Proposals


class ProposalBanner:
    """A button above the list of sectors, shown while proposals are open for the layer at work."""

    def __init__(self, panel: AnnotationPanel, desk: Desk, proposals: Proposals) -> None:
        self._desk = desk
        self.button = QPushButton(panel)
        self.button.setIcon(theme_icon("mIconWarning"))
        self.button.setStyleSheet("text-align: left; padding: 4px 6px;")
        self.button.setToolTip(tr("What the last run would change where people have worked: take or refuse each"))
        self.button.clicked.connect(proposals.start)
        self.button.hide()
        layout = _layout(panel.work_page)
        layout.insertWidget(1, self.button)
        proposals.changed.connect(self.refresh)
        desk.project.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Count again."""
        layer = self._desk.layer() or self._desk.project.current()
        count = 0
        with guarded():
            path = project_store.layer_path(layer) if layer is not None else None
            if layer is not None and path is not None and path.is_file():
                count = open_count(path, text_of(layer.customProperty(project_store.SCENE_PROPERTY, "")))
        self.button.setText(tr("{} of the last run").format(proposal_words.proposals_text(count)))
        self.button.setVisible(count > 0)


def _layout(page: QWidget) -> QVBoxLayout:
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout
