"""What the pages of the Annotation dock share: the layer at work, its edits, the map, one engine task at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Callable, Iterable, List, Optional

from qgis.core import QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QWidget

from mining_monitor.adapter import messages, tasks
from mining_monitor.adapter.edit_issues import FoundIssue
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.issue_words import issue_title
from mining_monitor.adapter.messages import guarded, tr
from mining_monitor.adapter.snapshots import rows_by_uuid
from mining_monitor.contract.door import Progress
from mining_monitor.gui import words
from mining_monitor.gui.annotation_shapes import ShapesView
from mining_monitor.gui.annotation_sheet import AnnotationSheet
from mining_monitor.gui.forms import choose_data
from mining_monitor.gui.project_controller import ProjectController

#: Severity of an issue -> icon of QGIS's theme.
SEVERITY_ICONS = {"error": "mIconCritical", "warning": "mIconWarning", "hint": "mIconInfo"}

#: By then the review has selected what is new (annotation_controller.py).
AFTER_REVIEW_MS = 120


@dataclass(frozen=True)
class Desk:
    """Where a page finds the sectors."""

    project: ProjectController
    shapes: ShapesView
    layer: Callable[[], Optional[QgsVectorLayer]]
    session: Callable[[], Optional[EditSession]]
    selected: Callable[[], List[int]]
    open_page: Callable[[QWidget], None]
    close_page: Callable[[], None]

    def select(self, uuids: List[str]) -> None:
        """Select sectors by identity, where the layer has them."""
        layer = self.layer()
        if layer is not None:
            layer.selectByIds(list(rows_by_uuid(layer, uuids).values()))

    def select_soon(self, uuids: List[str]) -> None:
        """Select sectors after the review has selected whatever is new; none leaves its choice."""
        if uuids:
            QTimer.singleShot(AFTER_REVIEW_MS, lambda: self.select(uuids))

    def look_at_selection(self) -> None:
        """Move the map to what is selected."""
        layer = self.layer()
        if layer is not None and layer.selectedFeatureCount():
            self.shapes.look_at(layer.boundingBoxOfSelected())

    def show_issue(self, issue: FoundIssue, *, select: bool = True) -> None:
        """Select the sectors concerned, draw what the fix changes, move the map there."""
        if select:
            self.select(list(issue.uuids))
        before, after = _shape(issue.before), _shape(issue.after)
        where = _shape(issue.where)
        self.shapes.show(before if not after.isNull() else where, after)
        shape = where if not where.isNull() else before
        box = None if shape.isNull() else shape.boundingBox()
        if box is None and issue.place is not None:
            x, y = issue.place
            box = QgsRectangle(x, y, x, y)
        if box is not None:
            self.shapes.look_at(box)


def _shape(text: str) -> QgsGeometry:
    return QgsGeometry.fromWkt(text) if "(" in text else QgsGeometry()


def show_kinds(sheet: AnnotationSheet, issues: Iterable[FoundIssue]) -> None:
    """Offer the kinds of issues to filter by, the commonest first; what was chosen stays chosen."""
    counts = Counter(issue.kind for issue in issues)
    chosen = sheet.kind_shown()
    kinds = [("", tr("Everything ({})").format(words.whole(sum(counts.values()))))]
    kinds += [(kind, f"{issue_title(kind)} ({words.whole(number)})") for kind, number in counts.most_common()]
    sheet.set_kinds(kinds if len(counts) > 1 else ())
    if chosen in counts:
        choose_data(sheet.kind_filter, chosen)


class EngineWork(QObject):
    """One task of a page: its progress on the sheet, its end to one of two slots, nothing after ``drop``."""

    def __init__(self, sheet: AnnotationSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._task: Optional[tasks.WorkTask] = None
        sheet.cancel_requested.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Whether a task is under way."""
        return self._task is not None

    def start(self, task: tasks.WorkTask, done: Callable[[object], None], given_up: Callable[[], None]) -> None:
        """Start a task; the one before is dropped."""
        self.drop()
        task.progressed.connect(self._on_progress)
        task.succeeded.connect(lambda result: self._on_success(task, result, done))
        task.failed.connect(lambda error: self._on_failure(task, error, given_up))
        self._sheet.set_busy(True)
        tasks.start(task)
        self._task = task

    def cancel(self) -> None:
        """Stop; the end is told."""
        if self._task is not None:
            self._task.cancel()

    def drop(self) -> None:
        """Stop, and say nothing more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            self._sheet.set_busy(False)

    def _on_progress(self, progress: Progress) -> None:
        if self._task is not None:
            self._sheet.set_busy(True, int(100 * min(max(progress.fraction, 0.0), 1.0)))

    def _on_success(self, task: tasks.WorkTask, result: object, done: Callable[[object], None]) -> None:
        if task is self._task:
            self._task = None
            self._sheet.set_busy(False)
            with guarded():
                done(result)

    def _on_failure(self, task: tasks.WorkTask, error: BaseException, given_up: Callable[[], None]) -> None:
        if task is self._task:
            self._task = None
            self._sheet.set_busy(False)
            messages.report(error)
            with guarded():
                given_up()
