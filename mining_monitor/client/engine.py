"""The plugin's end of the door: ask the engine, hear of it, cancel, stop."""

from __future__ import annotations

import atexit
import logging
import queue
import threading
import time
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from mining_monitor.client.cleanenv import engine_variables
from mining_monitor.client.enginelog import EngineLog
from mining_monitor.client.handles import Event, Finished, OnEvent, RequestHandle
from mining_monitor.client.session import Session, SessionSettings
from mining_monitor.contract import door
from mining_monitor.contract.door import Message
from mining_monitor.contract.errors import CancelledError, EngineDiedError, MiningMonitorError

LOGGER = logging.getLogger(__name__)

#: Seconds that an engine has to answer a cancel before it is killed (ARCHITECTURE "The door").
CANCEL_SECONDS = 2.0

#: How often one request is sent to a new engine because another request took the old one down.
MAX_ATTEMPTS = 2

_POLL_SECONDS = 0.05


def engine_command(python: Path) -> Tuple[str, ...]:
    """Return the command that serves the door with an interpreter.

    ``-I`` keeps the user's site-packages and QGIS's folders out, ``-X utf8`` makes the pipes UTF-8 on Windows too.
    """
    launcher = Path(__file__).resolve().with_name("launch.py")
    return (str(python), "-I", "-X", "utf8", str(launcher), "serve")


class EngineClient:
    """Talk to one engine, which is started on first use and again after it was killed or died.

    No method waits for the engine except ``call``, ``RequestHandle.wait`` and ``stop``.

    Parameters
    ----------
    command : callable
        Returns the program and its arguments, at every start; may raise a MiningMonitorError
        (``EngineEnvironment.command`` raises EngineMissingError, for one).
    log_file : Path or None
        Takes the engine's standard error; its folder is the engine's working directory.
    version : str
        The plugin's version, for the greeting.
    variables : callable, optional
        Returns the environment variables of the engine; default: this computer's without QGIS's.
    start_seconds, cancel_seconds : float
        How long the engine may take to get ready, and to answer a cancel.
    """

    def __init__(
        self,
        command: Callable[[], Sequence[str]],
        *,
        log_file: Optional[Path] = None,
        version: str = "",
        variables: Callable[[], Mapping[str, str]] = engine_variables,
        start_seconds: float = 90.0,
        cancel_seconds: float = CANCEL_SECONDS,
    ) -> None:
        self.cancel_seconds = cancel_seconds
        self._settings = SessionSettings(
            command=command,
            variables=variables,
            log=EngineLog(log_file),
            folder=log_file.parent if log_file is not None else None,
            version=version,
            start_seconds=start_seconds,
        )
        self._lock = threading.RLock()
        self._open: Dict[int, RequestHandle] = {}
        self._timers: Dict[int, threading.Timer] = {}
        self._number = 0
        self._session: Optional[Session] = None
        self._ending: List[Session] = []

    @property
    def is_running(self) -> bool:
        """Whether an engine is there (or starting)."""
        return self._session is not None

    @property
    def pid(self) -> Optional[int]:
        """Process id of the running engine."""
        session = self._session
        return session.pid if session is not None else None

    def submit(self, request: Any, on_event: Optional[OnEvent] = None) -> RequestHandle:
        """Send a request; starts the engine when there is none.

        Parameters
        ----------
        request : dataclass of ``contract.requests``
        on_event : callable, optional
            Takes each Progress, Partial, LogEvent and, last and once, Finished. It is called in a thread of the
            client, never in the caller's: hand over to the interface's thread there.

        Raises
        ------
        ContractError
            The request cannot be written as JSON (a NaN, for one).
        """
        with self._lock:
            self._number += 1
            handle = RequestHandle(self._number, request, on_event, self._cancel)
            self._open[handle.number] = handle
            self._send(handle)
        return handle

    def call(
        self,
        request: Any,
        timeout: Optional[float] = None,
        *,
        should_cancel: Optional[Callable[[], bool]] = None,
        on_event: Optional[OnEvent] = None,
    ) -> Any:
        """Send a request and wait for its result; for Processing algorithms and tasks, not for the main thread.

        Parameters
        ----------
        should_cancel : callable, optional
            Asked 20 times a second, in the calling thread.
        on_event : callable, optional
            Takes each Progress, Partial and LogEvent, in the calling thread.

        Raises
        ------
        CancelledError
            ``should_cancel`` said so.
        EngineDiedError
            The engine ended, or gave no result within ``timeout`` seconds.
        MiningMonitorError
            The request failed.
        """
        events: queue.Queue[Event] = queue.Queue()
        handle = self.submit(request, events.put)
        deadline = time.monotonic() + timeout if timeout is not None else None
        try:
            while not handle.is_done:
                _deliver(events, on_event, _POLL_SECONDS)
                if should_cancel is not None and should_cancel():
                    handle.cancel()
                if deadline is not None and time.monotonic() > deadline and not handle.is_done:
                    raise EngineDiedError(
                        f"The engine gave no answer within {timeout:g} s. Try again.", timeout=timeout
                    )
            _deliver(events, on_event, 0)
        finally:
            handle.cancel()
        return handle.wait(0)

    def stop(self, seconds: float = 2.0) -> None:
        """End the engine: ask, then kill; open requests end as cancelled. A later request starts a new one."""
        with self._lock:
            session, self._session = self._session, None
            sessions = [*self._ending, session] if session is not None else list(self._ending)
            handles = list(self._open.values())
            self._open.clear()
            self._stop_timers()
        for handle in handles:
            handle.finish(Finished(error=CancelledError("The engine was stopped.")))
        if session is not None:
            session.shut_down()
            if handles or not session.is_ready or not session.join(seconds):
                session.kill()
        for each in sessions:
            each.join(seconds)
        atexit.unregister(self.stop)

    def _send(self, handle: RequestHandle) -> None:
        if self._session is None:
            self._session = Session(self._settings, self._on_message, self._on_end)
            self._ending.append(self._session)
            atexit.unregister(self.stop)
            atexit.register(self.stop)
        handle.owner = self._session
        self._session.send(handle.take_line)

    def _cancel(self, handle: RequestHandle) -> None:
        with self._lock:
            if handle.is_cancelling or handle.number not in self._open:
                return
            if not handle.revoke():
                handle.owner.send(lambda: door.encode(Message(handle.number, door.CANCEL, {})))
                self._start_timer(handle)
                return
            self._forget(handle)
        handle.finish(Finished(error=CancelledError("The run was cancelled before it began.")))

    def _start_timer(self, handle: RequestHandle) -> None:
        timer = threading.Timer(self.cancel_seconds, self._cancel_expired, (handle,))
        timer.daemon = True
        self._timers[handle.number] = timer
        timer.start()

    def _cancel_expired(self, handle: RequestHandle) -> None:
        with self._lock:
            if handle.number not in self._open:
                return
            self._forget(handle)
            session: Session = handle.owner
            if session is self._session:
                self._session = None
            LOGGER.info("the engine did not answer a cancel within %g s and is killed", self.cancel_seconds)
            session.kill()
        handle.finish(Finished(error=CancelledError("The run was cancelled.")))
        restarted = EngineDiedError("The engine was restarted because another run did not stop. Run it again.")
        self._go_on_without(session, restarted, is_first_lost=False)

    def _on_message(self, session: Session, message: Message) -> None:
        with self._lock:
            handle = self._open.get(message.id) if session is self._session else None
            if handle is None:
                LOGGER.debug("an event '%s' belongs to no open request: %d", message.type, message.id)
                return
            if message.type in door.FINAL:
                self._forget(handle)
        handle.take(message)

    def _on_end(self, session: Session, error: MiningMonitorError) -> None:
        with self._lock:
            if session in self._ending:
                self._ending.remove(session)
            if session is not self._session:
                return
            self._session = None
        LOGGER.info("the engine ended: %s", error)
        if session.is_ready:
            self._go_on_without(session, error, is_first_lost=True)
        else:
            self._fail(self._open_of(session), error)

    def _go_on_without(self, session: Session, error: MiningMonitorError, *, is_first_lost: bool) -> None:
        """End the requests that a lost engine was working on and send the waiting ones to a new engine.

        A request counts as worked on when it had events or was asked twice; and, with ``is_first_lost``, when it was
        the first in the queue and no other was worked on.
        """
        with self._lock:
            handles = self._open_of(session)
            cancelled = [h for h in handles if h.is_cancelling]
            lost = [h for h in handles if not h.is_cancelling and (h.has_events or h.attempts >= MAX_ATTEMPTS)]
            waiting = [h for h in handles if h not in lost and h not in cancelled]
            if is_first_lost and not lost and not cancelled and waiting and waiting[0].is_sent:
                lost.append(waiting.pop(0))
            for handle in waiting:
                handle.mark_unsent()
                self._send(handle)
        self._fail(lost, error)
        self._fail(cancelled, CancelledError("The run was cancelled."))

    def _open_of(self, session: Session) -> List[RequestHandle]:
        with self._lock:
            return [self._open[number] for number in sorted(self._open) if self._open[number].owner is session]

    def _fail(self, handles: Sequence[RequestHandle], error: MiningMonitorError) -> None:
        with self._lock:
            for handle in handles:
                self._forget(handle)
        for handle in handles:
            handle.finish(Finished(error=error))

    def _forget(self, handle: RequestHandle) -> None:
        self._open.pop(handle.number, None)
        timer = self._timers.pop(handle.number, None)
        if timer is not None:
            timer.cancel()

    def _stop_timers(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()


def _deliver(events: queue.Queue[Event], on_event: Optional[OnEvent], seconds: float) -> None:
    """Wait for an event, then hand over all that are there."""
    try:
        event = events.get(timeout=seconds) if seconds else events.get_nowait()
        while True:
            if on_event is not None and not isinstance(event, Finished):
                on_event(event)
            event = events.get_nowait()
    except queue.Empty:
        return
