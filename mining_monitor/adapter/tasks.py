"""Long work in QGIS's task manager: detections and the engine's set-up.

A task takes everything that it needs before it starts, touches no layer, can be cancelled, and tells its end in the
main thread.
"""

from __future__ import annotations

import dataclasses
import logging
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable, Iterator, Optional, Set

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QThreadPool, QTimer, pyqtSignal

from mining_monitor.adapter.engine_access import EngineAccess, shared
from mining_monitor.adapter.messages import kept, messenger, tr
from mining_monitor.adapter.raster_copy import RasterCopy
from mining_monitor.contract.door import Partial, Progress
from mining_monitor.contract.errors import CancelledError, MiningMonitorError
from mining_monitor.contract.requests import DetectRequest

LOGGER = logging.getLogger(__name__)

#: Share of the progress bar that a copy of the image takes before the engine starts.
COPY_SHARE = 0.2


def detect(
    access: EngineAccess,
    request: DetectRequest,
    copy: Optional[RasterCopy],
    *,
    should_cancel: Callable[[], bool],
    on_progress: Callable[[Progress], None],
    on_partial: Optional[Callable[[Partial], None]] = None,
) -> Any:
    """Copy the image where the engine cannot open it, then detect; for a worker thread.

    Parameters
    ----------
    request : DetectRequest
        Its ``image`` is replaced by the copy where there is one.

    Returns
    -------
    DetectResult

    Raises
    ------
    MiningMonitorError
        CancelledError when ``should_cancel`` said so.
    """
    start = COPY_SHARE if copy is not None else 0.0

    def on_engine_progress(progress: Progress) -> None:
        on_progress(dataclasses.replace(progress, fraction=start + (1 - start) * progress.fraction))

    if copy is not None:
        stage = tr("Fetching the image")
        image = copy.write(
            should_cancel=should_cancel,
            on_progress=lambda fraction: on_progress(Progress(fraction * start, "copy", stage)),
        )
        request = dataclasses.replace(request, image=image)
    return access.call(request, should_cancel=should_cancel, on_progress=on_engine_progress, on_partial=on_partial)


class WorkTask(QgsTask):
    """A task with a result: ``succeeded`` or ``failed`` is emitted exactly once, in the main thread."""

    progressed = pyqtSignal(object)
    succeeded = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, title: str) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._result: Any = None
        self._error: Optional[BaseException] = None

    def work(self) -> Any:
        """Do the work in the task's thread and return the result; children implement it."""
        raise NotImplementedError

    def tell(self, progress: Progress) -> None:
        """Report progress from the task's thread."""
        self.setProgress(100.0 * min(max(progress.fraction, 0.0), 1.0))
        self.progressed.emit(progress)

    def run(self) -> bool:
        """Work; errors are kept for ``finished``: QgsTask would print them and lose them."""
        with kept() as found, _pool_thread_lent():
            self._result = self.work()
        self._error = found.error
        return self._error is None

    def finished(self, result: bool) -> None:
        """Tell the end; QGIS calls it in the main thread."""
        _RUNNING.discard(self)
        title = self.description()
        QTimer.singleShot(0, lambda: messenger().take_back(title))
        if result and self._error is None:
            self.succeeded.emit(self._result)
        elif self._error is None or self.isCanceled():
            self.failed.emit(CancelledError(tr("Cancelled.")))
        else:
            self.failed.emit(self._error)


class DetectTask(WorkTask):
    """A detection.

    Parameters
    ----------
    request : DetectRequest
        Complete but for the image where ``copy`` makes one.
    copy : RasterCopy or None
        For a layer that the engine cannot open.
    """

    partial = pyqtSignal(object)

    def __init__(self, request: DetectRequest, copy: Optional[RasterCopy] = None) -> None:
        super().__init__(tr("Detect mining sectors: {}").format(request.image.name or Path(request.image.path).stem))
        self.request = request
        self._copy = copy
        self._access = shared()

    def work(self) -> Any:
        """Detect."""
        try:
            return detect(
                self._access, self.request, self._copy,
                should_cancel=self.isCanceled, on_progress=self.tell, on_partial=self.partial.emit,
            )  # fmt: skip
        finally:
            if self._copy is not None:
                shutil.rmtree(self._copy.path.parent, ignore_errors=True)

    def cancel(self) -> None:
        """Stop a fetch of the image at once, the engine within its grace."""
        if self._copy is not None:
            self._copy.cancel()
        super().cancel()


class RequestTask(WorkTask):
    """Any other request that is worth a line in the task manager."""

    def __init__(self, title: str, request: Any) -> None:
        super().__init__(title)
        self.request = request
        self._access = shared()

    def work(self) -> Any:
        """Ask the engine."""
        return self._access.call(self.request, should_cancel=self.isCanceled, on_progress=self.tell)


#: Tasks that were started and have not finished; QGIS keeps only C++'s half of a task alive.
_RUNNING: Set[WorkTask] = set()


def start(task: WorkTask) -> WorkTask:
    """Hand a task to QGIS's task manager; connect its signals before."""
    _RUNNING.add(task)
    if not QgsApplication.taskManager().addTask(task):
        _RUNNING.discard(task)
        raise MiningMonitorError(tr("QGIS's task manager did not take the task."))
    return task


def running() -> list[WorkTask]:
    """Return the tasks that are under way."""
    return list(_RUNNING)


def cancel_all() -> None:
    """Cancel every task of the plugin (unload)."""
    for task in running():
        task.cancel()


@contextmanager
def _pool_thread_lent() -> Iterator[None]:
    """Let QGIS draw maps with this thread's place in the pool: the task only waits for another process."""
    pool = QThreadPool.globalInstance()
    pool.releaseThread()
    try:
        yield
    finally:
        pool.reserveThread()
