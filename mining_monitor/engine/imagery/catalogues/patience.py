"""How long to wait for a host, how often to ask again, and how a cancelled request stops waiting."""

from __future__ import annotations

import contextvars
import email.utils
import threading
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, TypeVar

from mining_monitor.contract.errors import CancelledError
from mining_monitor.engine.progress import Job

T = TypeVar("T")

_POLL_S = 0.05


@dataclass(frozen=True)
class Patience:
    """Limits of waiting.

    Attributes
    ----------
    connect_s, read_s : float
        For a connection, and for the next bytes of an answer.
    whole_s : float
        For an answer that is taken whole (JSON, a range, a thumbnail): a host that drips is given up.
    attempts : int
        Times that a request is sent when the host is busy (429, 503), ails (500, 502, 504) or does not answer.
    first_wait_s : float
        Before the second attempt where the host does not say; doubled each time.
    longest_wait_s : float
        A host that asks for a longer pause (``Retry-After``) is not waited for.
    """

    connect_s: float = 10.0
    read_s: float = 30.0
    whole_s: float = 120.0
    attempts: int = 4
    first_wait_s: float = 0.5
    longest_wait_s: float = 60.0

    def wait_s(self, attempt: int, retry_after_s: float | None) -> float:
        """Return the pause after a failed attempt (1-based)."""
        return self.first_wait_s * 2 ** (attempt - 1) if retry_after_s is None else retry_after_s


#: What is used where nobody says otherwise; tests make it short.
PATIENCE = Patience()

_CHECK: ContextVar[Callable[[], None]] = ContextVar("check", default=lambda: None)


def check_cancelled() -> None:
    """Raise CancelledError when the request that this thread works for was cancelled."""
    _CHECK.get()()


def pause(seconds: float) -> None:
    """Sleep; raises CancelledError as soon as the request is cancelled."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        check_cancelled()
        time.sleep(min(left, _POLL_S))
    check_cancelled()


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Return the seconds of ``Retry-After`` (a number or a date, RFC 9110 10.2.3); None where it says nothing."""
    text = headers.get("Retry-After", "").strip()
    if text.isdecimal() and len(text) < 9:
        return float(text)
    try:
        when = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=timezone.utc)
    return max((when - datetime.now(timezone.utc)).total_seconds(), 0.0)


def _say_nothing(_: object) -> None:
    return None


def interruptible(handler: Callable[[Any, Job], T]) -> Callable[[Any, Job], T]:
    """Wrap a request's handler so that cancelling ends it at once, even while a host is silent.

    The handler goes on in a thread of its own; when it was given up it meets the cancelled job at its next check,
    before it publishes anything.
    """

    def run(request: Any, job: Job) -> T:
        ended = threading.Event()
        answers: list[T] = []
        errors: list[BaseException] = []

        def work() -> None:
            _CHECK.set(job.check)
            try:
                answers.append(handler(request, job))
            except BaseException as error:
                errors.append(error)
            finally:
                ended.set()

        context = contextvars.copy_context()
        threading.Thread(target=context.run, args=(work,), daemon=True, name="network").start()
        try:
            while not ended.wait(_POLL_S):
                job.check()
        except CancelledError:
            job.report = job.publish = _say_nothing  # nothing may follow the last word on a request
            raise
        if errors:
            raise errors[0]
        return answers[0]

    return run
