"""What a running job tells and asks: progress, warnings, partial results, cancellation."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any, Callable

from mining_monitor.contract.door import Partial, Progress
from mining_monitor.contract.errors import CancelledError


def _ignore(_: Any) -> None:
    return None


@dataclass
class Job:
    """The engine's side of one request.

    Attributes
    ----------
    report, publish : callable
        Take a ``Progress`` and a ``Partial``; the default ignores them.
    """

    report: Callable[[Progress], None] = _ignore
    publish: Callable[[Partial], None] = _ignore
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _on_cancel: list[Callable[[], None]] = field(default_factory=list)

    def cancel(self) -> None:
        """Ask the job to stop; safe from any thread and more than once."""
        self._cancelled.set()
        for callback in list(self._on_cancel):
            callback()

    def on_cancel(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` when the job is cancelled, at once if it already is (e.g. ``Segmenter.cancel``)."""
        self._on_cancel.append(callback)
        if self._cancelled.is_set():
            callback()

    def check(self) -> None:
        """Raise CancelledError when somebody asked the job to stop; called at every tile."""
        if self._cancelled.is_set():
            raise CancelledError("The run was cancelled.")
