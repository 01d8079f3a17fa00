"""The door: requests in on standard input, progress and results out on standard output (ARCHITECTURE "The door").

Two workers: detections run one after another, short questions are answered beside them.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import sys
import threading
from typing import IO, Any

from mining_monitor import paths
from mining_monitor.contract import door
from mining_monitor.contract.codec import to_json
from mining_monitor.contract.door import Message, Partial, Progress
from mining_monitor.contract.errors import (
    CancelledError,
    ContractError,
    DiskFullError,
    MiningMonitorError,
    ProtocolVersionError,
)
from mining_monitor.contract.requests import DetectRequest, SampleSceneRequest
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job

LOGGER = logging.getLogger(__name__)

#: Requests that take long; all others are answered beside them.
_LONG = (DetectRequest, SampleSceneRequest)

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
    """

    def __init__(self, lines_in: IO[str], lines_out: IO[str]) -> None:
        self._in = lines_in
        self._out = lines_out
        self._write_lock = threading.Lock()
        self._jobs_lock = threading.Lock()
        self._jobs: dict[int, Job] = {}
        self._long: queue.Queue[tuple[int, Any, Job] | None] = queue.Queue()
        self._short: queue.Queue[tuple[int, Any, Job] | None] = queue.Queue()

    def serve(self) -> None:
        """Answer until the input closes or ``shutdown`` comes; then stop what runs."""
        workers = [
            threading.Thread(target=self._work, args=(q,), daemon=True, name=name)
            for q, name in ((self._long, "long"), (self._short, "short"))
        ]
        for worker in workers:
            worker.start()
        try:
            for line in self._in:
                if line.strip() and not self._accept(line):
                    break
        finally:
            self._stop(workers)

    def _stop(self, workers: list[threading.Thread]) -> None:
        with self._jobs_lock:
            jobs = list(self._jobs.values())
        for job in jobs:
            job.cancel()
        self._long.put(None)
        self._short.put(None)
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
            self._send(door.error_message(number, error))
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
            if message.id in self._jobs:
                raise ContractError(f"Request {message.id} is running already.", where="id")
            self._jobs[message.id] = job
        (self._long if isinstance(request, _LONG) else self._short).put((message.id, request, job))

    def _cancel(self, number: int) -> None:
        with self._jobs_lock:
            job = self._jobs.get(number)
        if job is not None:
            job.cancel()

    def _work(self, requests: queue.Queue[tuple[int, Any, Job] | None]) -> None:
        while (item := requests.get()) is not None:
            number, request, job = item
            final = self._answer(number, request, job)
            with self._jobs_lock:
                del self._jobs[number]
            self._send(final)

    def _answer(self, number: int, request: Any, job: Job) -> Message:
        """Run a request; the one place of the engine with a broad ``except`` (STYLE 5)."""
        try:
            job.check()
            return Message(number, door.RESULT, {"result": to_json(handle(request, job))})
        except CancelledError:
            return Message(number, door.CANCELLED, {})
        except MiningMonitorError as error:
            LOGGER.info("request %d: %s", number, error.message)
            return door.error_message(number, error)
        except MemoryError:
            LOGGER.exception("request %d: out of memory", number)
            return door.error_message(number, MiningMonitorError("There is not enough memory. Use a smaller extent."))
        except Exception as error:
            LOGGER.exception("request %d failed", number)
            return door.error_message(number, _unexpected(error))

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
        # The other side may be gone: the input's end says so too, and ends the server.
        with self._write_lock, contextlib.suppress(BrokenPipeError, ValueError):
            self._out.write(line)
            self._out.flush()


def _unexpected(error: Exception) -> MiningMonitorError:
    if "No space left" in str(error) or getattr(error, "errno", None) == 28:
        return DiskFullError("The disk is full; nothing half-made was left. Free some space and run again.")
    text = f"The engine met an error that it does not know ({type(error).__name__}: {error}). Its log has the details."
    return MiningMonitorError(text, kind=type(error).__name__)


def main() -> int:
    """Serve on this process's standard streams; everything else that writes to stdout goes to stderr."""
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    private = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    lines_out = os.fdopen(private, "w", encoding="utf-8", newline="\n")
    lines_in = os.fdopen(os.dup(sys.stdin.fileno()), "r", encoding="utf-8", errors="replace", newline="\n")
    Server(lines_in, lines_out).serve()
    sys.stderr.flush()
    os._exit(0)  # native threads of a stopped inference must not keep the process alive
