"""One detection at a time: its task from the start to its one end."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from mining_monitor.adapter import tasks
from mining_monitor.adapter.messages import guarded_slot
from mining_monitor.adapter.project_store import Scene
from mining_monitor.contract.door import Progress
from mining_monitor.contract.results import DetectResult
from mining_monitor.gui import detection_request
from mining_monitor.gui.detection_request import Draft
from mining_monitor.gui.run_task import RunTask


class DetectionRun(QObject):
    """Runs what a draft asks for; ``succeeded`` or ``failed`` is its end, unless it is dropped."""

    progressed = pyqtSignal(object)  # door.Progress
    partial = pyqtSignal(object)  # door.Partial
    succeeded = pyqtSignal(object, object)  # DetectResult, Scene
    failed = pyqtSignal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Optional[RunTask] = None

    @property
    def is_running(self) -> bool:
        """Whether a detection is under way."""
        return self._task is not None

    def start(self, draft: Draft, output: Path) -> None:
        """Start a detection.

        Raises
        ------
        MiningMonitorError
            The draft cannot be run; nothing was started.
        """
        request = detection_request.make_request(draft, output)
        task = RunTask(request, detection_request.make_copy(draft))
        task.progressed.connect(self._on_progress)
        task.partial.connect(self._on_partial)
        task.succeeded.connect(self._on_success)
        task.failed.connect(self._on_failure)
        tasks.start(task)
        self._task = task  # its signals come with the next turn of the event loop

    def cancel(self) -> None:
        """Stop; ``failed`` comes with a CancelledError."""
        if self._task is not None:
            self._task.cancel()

    def drop(self) -> None:
        """Stop, and say nothing more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _on_progress(self, progress: Progress) -> None:
        if self._task is not None and not self._task.isCanceled():
            self.progressed.emit(progress)

    def _on_partial(self, partial: Any) -> None:
        if self._task is not None and not self._task.isCanceled():
            self.partial.emit(partial)

    @guarded_slot
    def _on_success(self, result: DetectResult) -> None:
        task, self._task = self._task, None
        if task is not None:
            self.succeeded.emit(result, task.scene or Scene(result.scene_id))

    def _on_failure(self, error: BaseException) -> None:
        task, self._task = self._task, None
        if task is not None:
            self.failed.emit(error)
