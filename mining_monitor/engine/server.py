"""The door: requests in on standard input, progress and results out on standard output (ARCHITECTURE "The door").

Workers: what computes for long runs one after another, what waits for the network a few at a time beside it, and short
questions are answered beside both.
"""

from __future__ import annotations

import logging
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import IO, Any, NoReturn

from mining_monitor import paths
from mining_monitor.contract import door
from mining_monitor.contract.codec import to_json
from mining_monitor.contract.door import Message, Partial, Progress
from mining_monitor.contract.errors import CancelledError, ContractError, MiningMonitorError, ProtocolVersionError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.products import DescribeProductRequest, LoadSentinel2Request
from mining_monitor.contract.requests import DetectRequest, PlanDetectRequest, SampleSceneRequest
from mining_monitor.contract.scenes import DownloadRequest, SceneCoverRequest, SearchScenesRequest, ThumbnailRequest
from mining_monitor.engine.files import remove_unfinished
from mining_monitor.engine.jobs.catalogues import is_remote
from mining_monitor.engine.jobs.dispatch import handle, in_words
from mining_monitor.engine.progress import Job

LOGGER = logging.getLogger(__name__)

#: Requests that take long, and requests that wait for a host; all others are answered beside them.
_LONG = (DetectRequest, SampleSceneRequest, LoadSentinel2Request)
_NETWORK = (SearchScenesRequest, SceneCoverRequest, DownloadRequest, ThumbnailRequest, DescribeProductRequest)

#: Requests to hosts that wait at the same time: a long download must not hold up a search.
_HOSTS_AT_ONCE = 3

#: Seconds that running jobs have to stop when the other side is gone.
_GRACE_S = 1.0


class Server:
    """One connection: reads lines until the input closes, answers each request exactly once.

    Parameters
    ----------
    lines_in : text stream
        What the plugin writes.
    lines_out : text stream
        What the plugin reads; nothing else may write to it.
    on_gone : callable
        Called once, from any thread, when nobody reads the answers any more.
    """

    def __init__(self, lines_in: IO[str], lines_out: IO[str], on_gone: Callable[[], None] = lambda: None) -> None:
        self._in = lines_in
        self._out = lines_out
        self._on_gone = on_gone
        self._is_gone = False
        self._write_lock = threading.Lock()
        self._jobs_lock = threading.Lock()
        self._jobs: dict[int, Job] = {}
        self._long: queue.Queue[tuple[int, Any, Job] | None] = queue.Queue()
        self._short: queue.Queue[tuple[int, Any, Job] | None] = queue.Queue()
        self._network: queue.Queue[tuple[int, Any, Job] | None] = queue.Queue()

    def serve(self) -> None:
        """Answer until the input closes or ``shutdown`` comes; then stop what runs."""
        workers = [
            threading.Thread(target=self._work, args=(q,), daemon=True, name=name) for q, name in self._workers()
        ]
        for worker in workers:
            worker.start()
        try:
            for line in self._lines():
                if line.strip() and not self._accept(line):
                    break
        finally:
            self._stop(workers)

    def _lines(self) -> Iterator[str]:
        """Yield lines; of one that is too long only the beginning, so that it is refused without being held."""
        while line := self._in.readline(door.MAX_LINE_BYTES + 2):
            rest = line
            while rest and not rest.endswith("\n"):
                rest = self._in.readline(door.MAX_LINE_BYTES)
            yield line

    def _stop(self, workers: list[threading.Thread]) -> None:
        with self._jobs_lock:
            jobs = list(self._jobs.values())
        for job in jobs:
            job.cancel()
        self._long.put(None)
        self._short.put(None)
        for _ in range(_HOSTS_AT_ONCE):
            self._network.put(None)
        for worker in workers:
            worker.join(_GRACE_S)

    def _accept(self, line: str) -> bool:
        """Take one line; False when it ends the connection."""
        number = 0
        try:
            message = door.decode(line)
            number = message.id
            if message.type == door.SHUTDOWN:
                return False
            if message.type == door.HELLO:
                self._hello(message)
            elif message.type == door.CANCEL:
                self._cancel(number)
            else:
                self._enqueue(message)
        except MiningMonitorError as error:
            self._send(_error_message(number, error))
        return True

    def _hello(self, message: Message) -> None:
        theirs = message.body.get("protocol")
        if theirs != door.PROTOCOL_VERSION:
            side = "the plugin" if isinstance(theirs, int) and theirs < door.PROTOCOL_VERSION else "the engine"
            raise ProtocolVersionError(
                f"The plugin speaks protocol {theirs}, the engine {door.PROTOCOL_VERSION}: update {side}.",
                plugin=theirs,
                engine=door.PROTOCOL_VERSION,
            )
        body = {"protocol": door.PROTOCOL_VERSION, "version": paths.version(), "pid": os.getpid()}
        self._send(Message(0, door.READY, body))

    def _enqueue(self, message: Message) -> None:
        request = door.request_of(message)
        job = Job(report=self._reporter(message.id), publish=self._publisher(message.id))
        with self._jobs_lock:
            is_new = message.id not in self._jobs
            if is_new:
                self._jobs[message.id] = job
        if not is_new:  # answered as 0, the connection: an error with this number would end the one that runs
            error = ContractError(f"Request {message.id} is running already.", where="id", request=message.id)
            self._send(_error_message(0, error))
            return
        self._queue_of(request).put((message.id, request, job))

    def _workers(self) -> list[tuple[queue.Queue[tuple[int, Any, Job] | None], str]]:
        return [(self._long, "long"), (self._short, "short"), *[(self._network, "network")] * _HOSTS_AT_ONCE]

    def _queue_of(self, request: Any) -> queue.Queue[tuple[int, Any, Job] | None]:
        if isinstance(request, _LONG):
            return self._long
        return self._network if isinstance(request, _NETWORK) or _waits_for_host(request) else self._short

    def _cancel(self, number: int) -> None:
        with self._jobs_lock:
            job = self._jobs.get(number)
        if job is not None:
            job.cancel()

    def _work(self, waiting: queue.Queue[tuple[int, Any, Job] | None]) -> None:
        while (item := waiting.get()) is not None:
            number, request, job = item
            final = self._answer(number, request, job)
            with self._jobs_lock:
                del self._jobs[number]
            self._send(final)

    def _answer(self, number: int, request: Any, job: Job) -> Message:
        """Run a request; with the command line the engine's one broad ``except`` (STYLE 5)."""
        try:
            job.check()
            return Message(number, door.RESULT, {"result": to_json(handle(request, job))})
        except CancelledError:
            return Message(number, door.CANCELLED, {})
        except Exception as error:
            return _error_message(number, in_words(error))

    def _reporter(self, number: int) -> Any:
        def report(progress: Progress) -> None:
            self._send(Message(number, door.PROGRESS, to_json(progress)))

        return report

    def _publisher(self, number: int) -> Any:
        def publish(partial: Partial) -> None:
            self._send(Message(number, door.PARTIAL, to_json(partial)))

        return publish

    def _send(self, message: Message) -> None:
        line = door.encode(message)
        with self._write_lock:
            if self._is_gone:
                return
            try:
                self._out.write(line)
                self._out.flush()
                return
            except (BrokenPipeError, ValueError):  # the pipe, or the stream itself, is closed
                self._is_gone = True
        self._on_gone()


def _waits_for_host(request: Any) -> bool:
    """Tell whether a short question is about an image that lies on a host."""
    about = request.detect if isinstance(request, PlanDetectRequest) else request
    image = getattr(about, "image", None)
    return isinstance(image, ImageRef) and is_remote(image)


def _error_message(number: int, error: MiningMonitorError) -> Message:
    """Wrap an error; facts that are no JSON (a NaN, for instance) are left out, the sentence has them."""
    try:
        return door.error_message(number, error)
    except ContractError:
        return door.error_message(number, type(error)(error.message))


def main() -> NoReturn:
    """Serve on this process's standard streams; everything else that writes to stdout goes to stderr.

    The process ends when its input closes, when nobody reads its answers any more, and on a signal; jobs get a moment
    to stop, and what they leave unfinished is removed.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    private = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # A name in another encoding than UTF-8 is a lone surrogate; with a backslash it is JSON's own escape.
    lines_out = os.fdopen(private, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
    lines_in = os.fdopen(os.dup(sys.stdin.fileno()), "r", encoding="utf-8", errors="replace", newline="\n")
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _hang_up)
    try:
        Server(lines_in, lines_out, on_gone=_end_from_a_worker).serve()
    except _HungUpError:
        LOGGER.info("ended by a signal")
    _end()


class _HungUpError(Exception):
    """A signal asks the process to end."""


def _hang_up(*_: object) -> None:
    raise _HungUpError


def _end_from_a_worker() -> None:
    LOGGER.info("nobody reads the answers any more")
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
    else:
        _end()


def _end() -> NoReturn:
    remove_unfinished()
    sys.stderr.flush()
    os._exit(0)  # native threads of a stopped inference must not keep the process alive
