"""What the review adds to the list of sectors: search, progress, why a sector comes now, its comment."""

from __future__ import annotations

from typing import Mapping

from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)  # fmt: skip

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.review_queue import OPEN_STATES
from mining_monitor.gui import words
from mining_monitor.gui.annotation_panel import AnnotationPanel
from mining_monitor.gui.annotation_parts import LineLabel, WordedProgress
from mining_monitor.gui.forms import soften, theme_icon
from mining_monitor.schema.review import STATES

#: A search begins when somebody stops typing.
PAUSE_MS = 200


class QueueBar(QObject):
    """Widgets above and below the list of an Annotation panel."""

    searched = pyqtSignal(str)
    queue_requested = pyqtSignal()
    fix_requested = pyqtSignal()
    skip_requested = pyqtSignal()
    comment_written = pyqtSignal(str)

    def __init__(self, panel: AnnotationPanel) -> None:
        super().__init__(panel)
        self._table = panel.sector_table
        self.search_edit = QLineEdit(panel)
        self.queue_button = QToolButton(panel)
        self.progress = WordedProgress(panel)
        self.skip_button = QPushButton(tr("S&kip") + " (K)", panel)
        self.why_label = LineLabel(panel)
        self.fix_button = QPushButton(tr("Fix (V)"), panel)
        self.comment_edit = QLineEdit(panel)
        self._comment = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.search_edit.text()))
        self._name()
        self._lay_out(panel)
        self._connect()
        self.show_sentence("")

    def _name(self) -> None:
        self.search_edit.setPlaceholderText(tr("Search name, site, comment ( / )"))
        self.search_edit.setAccessibleName(tr("Search in the list of sectors"))
        self.search_edit.setClearButtonEnabled(True)
        self.queue_button.setIcon(theme_icon("mActionRefresh"))
        self.queue_button.setToolTip(tr("Sort again: what needs you most comes first, what was skipped last"))
        self.queue_button.setAccessibleName(tr("Sort by what needs you most"))
        self.progress.setMaximumHeight(self.progress.fontMetrics().height() + 6)
        self.progress.setAccessibleName(tr("Progress of the review"))
        self.fix_button.setToolTip(
            tr("The class is right, the outline is not: go close to the sector and redraw its border (V)")
        )
        self.skip_button.setToolTip(tr("Put the sector off until all others are decided (K)"))
        soften(self.why_label)
        self.comment_edit.setPlaceholderText(tr("Comment (C); Enter saves it"))
        self.comment_edit.setAccessibleName(tr("Comment of the selected sectors"))
        for button in (self.queue_button, self.fix_button, self.skip_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the map or the list

    def _lay_out(self, panel: AnnotationPanel) -> None:
        layout = panel.work_page.layout()
        assert isinstance(layout, QVBoxLayout)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.search_edit, 1)
        above.addWidget(self.queue_button)
        below.addWidget(self.progress, 1)
        below.addWidget(self.fix_button)
        below.addWidget(self.skip_button)
        layout.insertLayout(layout.indexOf(self._table), above)
        place = layout.indexOf(self._table) + 1
        for part in (below, self.why_label, self.comment_edit):
            if isinstance(part, QHBoxLayout):
                layout.insertLayout(place, part)
            else:
                layout.insertWidget(place, part)
            place += 1

    def _connect(self) -> None:
        self.search_edit.textChanged.connect(lambda _text: self._timer.start())
        self.search_edit.returnPressed.connect(self._leave)
        self.queue_button.clicked.connect(self.queue_requested)
        self.fix_button.clicked.connect(self.fix_requested)
        self.skip_button.clicked.connect(self.skip_requested)
        self.comment_edit.returnPressed.connect(self._on_comment)
        for edit in (self.search_edit, self.comment_edit):
            edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Escape takes back what was typed and goes to the list; a comment is saved when its line is left."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                if kind == QEvent.Type.KeyPress:
                    self._escape(watched)
                return True
        elif kind == QEvent.Type.FocusOut and watched is self.comment_edit:
            self._save_comment()
        return False

    def _escape(self, watched: QObject) -> None:
        if watched is self.comment_edit:
            self.comment_edit.setText(self._comment)
        else:
            self.search_edit.clear()
        self._leave()

    def _leave(self) -> None:
        self._table.setFocus()

    def _on_comment(self) -> None:
        self._save_comment()
        self._leave()

    def _save_comment(self) -> None:
        text = self.comment_edit.text().strip()
        if self.comment_edit.isEnabled() and text != self._comment:
            self._comment = text
            self.comment_written.emit(text)

    def write_comment(self) -> None:
        """Put the cursor into the comment."""
        if self.comment_edit.isEnabled():
            self.comment_edit.setFocus()
            self.comment_edit.selectAll()

    def search(self) -> None:
        """Put the cursor into the search."""
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def show_comment(self, text: str, count: int) -> None:
        """Show the comment of what is selected."""
        if text == self._comment and count and self.comment_edit.hasFocus():
            return  # somebody is writing
        self._comment = text
        self.comment_edit.setEnabled(count > 0)
        for button in (self.fix_button, self.skip_button):
            button.setEnabled(count > 0)
        self.comment_edit.setText(text)
        self.comment_edit.setToolTip(
            tr("{} get the same comment").format(words.sectors_text(count)) if count > 1 else text
        )

    def show_sentence(self, text: str) -> None:
        """Say why the selected sector stands where it does."""
        self.why_label.say(
            text,
            tr("Of 100: how unsure the model is (45), how far the last map contradicts it (25), signs of a look-alike "
               "such as an unusual size or an earlier rejection (15), and its area (15)"),
        )  # fmt: skip
        self.why_label.setVisible(bool(text))

    def show_progress(self, counts: Mapping[str, int], skipped: int) -> None:
        """Show how many sectors are decided, and how many are in each state."""
        total = sum(counts.values())
        is_open = sum(count for state, count in counts.items() if state in OPEN_STATES)
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(total - is_open)
        text = tr("{done} of {total} decided").format(done=words.whole(total - is_open), total=words.whole(total))
        if skipped:
            text += ", " + tr("{} skipped").format(words.whole(skipped))
        self.progress.setFormat(text)
        states = [f"{words.state_title(s).capitalize()}: {words.whole(counts[s])}" for s in STATES if counts.get(s)]
        self.progress.setToolTip("\n".join(states))
