"""Asks the engine what a detection would do; the newest question counts."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from mining_monitor.adapter import engine_access
from mining_monitor.adapter.engine_access import PendingRequest
from mining_monitor.contract.errors import CancelledError, MiningMonitorError
from mining_monitor.contract.requests import DetectRequest, PlanDetectRequest
from mining_monitor.contract.results import DetectPlan


class PlanAsker(QObject):
    """Keeps the last answer, so that the same question is answered at once."""

    answered = pyqtSignal(object)
    refused = pyqtSignal(object)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._pending: Optional[PendingRequest] = None
        self._request: Optional[DetectRequest] = None
        self._plan: Optional[DetectPlan] = None

    def ask(self, request: DetectRequest) -> None:
        """Ask; an older question is dropped."""
        if request == self._request:
            if self._plan is not None:
                self.answered.emit(self._plan)
            return
        self.drop()
        self._request, self._plan = request, None
        pending = engine_access.shared().submit(PlanDetectRequest(request))
        pending.finished.connect(self._on_plan)
        pending.failed.connect(self._on_failure)
        self._pending = pending

    def drop(self) -> None:
        """Forget a question that is not answered yet."""
        if self._pending is not None:
            self._pending.drop()
            self._pending = None
            self._request = None

    def forget(self) -> None:
        """Forget everything: the engine is another one."""
        self.drop()
        self._request, self._plan = None, None

    def _on_plan(self, plan: DetectPlan) -> None:
        self._pending, self._plan = None, plan
        self.answered.emit(plan)

    def _on_failure(self, error: MiningMonitorError) -> None:
        self._pending, self._request = None, None
        if not isinstance(error, CancelledError):
            self.refused.emit(error)
