"""A request under way: its events, its result, its cancellation."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import Any, Callable, Optional, Union

from mining_monitor.contract import door
from mining_monitor.contract.codec import from_json
from mining_monitor.contract.door import Message, Partial, Progress
from mining_monitor.contract.errors import CancelledError, ContractError, MiningMonitorError

LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True)
class LogEvent:
    """A line that the engine wants to be seen: ``level`` as in ``logging`` ("info", "warning")."""

    level: str
    message: str


@dataclass(frozen=True)
class Finished:
    """The end of a request: either ``result`` or ``error``; cancelled when the error is a CancelledError."""

    result: Any = None
    error: Optional[MiningMonitorError] = None

    @property
    def is_cancelled(self) -> bool:
        """Whether the user ended it."""
        return isinstance(self.error, CancelledError)


Event = Union[Progress, Partial, LogEvent, Finished]
OnEvent = Callable[[Event], None]


class RequestHandle:
    """One submitted request; made by ``EngineClient.submit``.

    Attributes
    ----------
    number : int
        Its id on the wire.
    request : dataclass
        What was asked.
    owner, attempts, has_events, is_cancelling
        The client's own: the session that has it, how often it was sent, whether anything was heard of it, whether
        somebody asked it to stop.
    """

    def __init__(
        self, number: int, request: Any, on_event: Optional[OnEvent], cancel: Callable[[RequestHandle], None]
    ) -> None:
        self.number = number
        self.request = request
        self.attempts = 0
        self.has_events = False
        self._line = door.encode(door.request_message(number, request))
        self._on_event = on_event
        self._cancel = cancel
        self._lock = threading.Lock()
        self._done = threading.Event()
        self._outcome: Optional[Finished] = None
        self._is_sent = False
        self.is_cancelling = False
        self.owner: Any = None

    @property
    def is_done(self) -> bool:
        """Whether the request has ended."""
        return self._done.is_set()

    @property
    def outcome(self) -> Optional[Finished]:
        """How the request ended, None while it is under way."""
        return self._outcome

    def cancel(self) -> None:
        """Ask the engine to stop it; returns at once, safe from any thread and more than once.

        The request ends as cancelled within the client's grace (2 s): an engine that does not answer is killed.
        """
        self._cancel(self)

    def wait(self, timeout: Optional[float] = None) -> Any:
        """Wait for the end and return the result dataclass.

        Raises
        ------
        TimeoutError
            It is still under way after ``timeout`` seconds.
        MiningMonitorError
            It failed; CancelledError when it was cancelled.
        """
        if not self._done.wait(timeout):
            raise TimeoutError(f"request {self.number} ({self.request.TYPE}) is still under way")
        outcome = self._outcome
        if outcome is None:
            raise RuntimeError("a finished request has an outcome")
        if outcome.error is not None:
            raise outcome.error
        return outcome.result

    def take_line(self) -> Optional[str]:
        """Return the line to send, or None when the request ended or was revoked before it was sent."""
        with self._lock:
            if self._outcome is not None or self._is_sent or self.is_cancelling:
                return None
            self._is_sent = True
            self.attempts += 1
            return self._line

    def revoke(self) -> bool:
        """Mark the request as one to cancel; True when it was not sent, so that it never will be."""
        with self._lock:
            self.is_cancelling = True
            return not self._is_sent

    def mark_unsent(self) -> None:
        """Prepare for another engine: the one that was asked is gone."""
        with self._lock:
            self._is_sent = False

    @property
    def is_sent(self) -> bool:
        """Whether an engine has been asked."""
        with self._lock:
            return self._is_sent

    def take(self, message: Message) -> None:
        """Handle an event of this request that came from the engine; called in the reading thread."""
        self.has_events = True
        try:
            self._take(message)
        except (ContractError, ArithmeticError, TypeError, ValueError) as error:
            if message.type in door.FINAL:
                self.finish(Finished(error=_contract_error(error)))
            else:
                LOGGER.warning("a %s event of request %d was dropped: %s", message.type, self.number, error)

    def _take(self, message: Message) -> None:
        body = message.body
        if message.type == door.PROGRESS:
            self._emit(from_json(Progress, body, "progress"))
        elif message.type == door.PARTIAL:
            self._emit(from_json(Partial, body, "partial"))
        elif message.type == door.LOG:
            self._emit(LogEvent(str(body.get("level", "info")), str(body.get("message", ""))))
        elif message.type == door.RESULT:
            self.finish(Finished(result=door.result_of(self.request, message)))
        elif message.type == door.ERROR:
            self.finish(Finished(error=read_error(message)))
        elif message.type == door.CANCELLED:
            self.finish(Finished(error=CancelledError("The run was cancelled.")))
        else:
            LOGGER.debug("an event '%s' of request %d is unknown", message.type, self.number)

    def finish(self, outcome: Finished) -> bool:
        """End the request; False when it had ended before. The first end counts."""
        with self._lock:
            if self._outcome is not None:
                return False
            self._outcome = outcome
        self._done.set()
        self._emit(outcome)
        return True

    def _emit(self, event: Event) -> None:
        if self._on_event is None or (self.is_done and not isinstance(event, Finished)):
            return
        try:
            self._on_event(event)
        except Exception:  # the reading thread serves other requests too: a listener's fault must not end it
            LOGGER.exception("a listener of request %d failed", self.number)


def _contract_error(error: Exception) -> ContractError:
    return error if isinstance(error, ContractError) else ContractError(f"The engine's answer is damaged ({error}).")


def read_error(message: Message) -> MiningMonitorError:
    """Rebuild the error of an ``error`` message; facts that do not fit are dropped, the sentence stays."""
    try:
        return door.error_of(message)
    except (TypeError, ValueError):
        text = str(message.body.get("message") or "The engine reported an error that cannot be read.")
        return MiningMonitorError(text)
