"""One engine from its start to its end: greeting, lines out, messages in."""

from __future__ import annotations

import queue
import re
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, List, Mapping, Optional, Sequence

from mining_monitor.client.endings import Ending, died_error
from mining_monitor.client.enginelog import EngineLog
from mining_monitor.client.handles import read_error
from mining_monitor.client.lines import KEPT_BYTES, Line
from mining_monitor.client.process import EngineProcess, start_thread
from mining_monitor.contract import door
from mining_monitor.contract.door import Message
from mining_monitor.contract.errors import (
    ContractError,
    EngineMissingError,
    MiningMonitorError,
    ProtocolVersionError,
)

#: Finds whose message a damaged line was; programs write ``id`` and ``type`` first.
_HEAD = re.compile(rb'"id"\s*:\s*(\d{1,12})\s*,\s*"type"\s*:\s*"([a-z]+)"')

#: Longest line that is read, in bytes: a character of a legal line has at most four.
_LIMIT_BYTES = 4 * door.MAX_LINE_BYTES


@dataclass(frozen=True)
class SessionSettings:
    """How an engine is started.

    ``command`` is asked at every start, so an environment that was made meanwhile is found; it may raise a
    MiningMonitorError. ``start_seconds`` is how long the engine may take to say ``ready``.
    """

    command: Callable[[], Sequence[str]]
    variables: Callable[[], Mapping[str, str]]
    log: EngineLog
    folder: Optional[Path] = None
    version: str = ""
    start_seconds: float = 90.0


class Session:
    """Run one engine process; all work is done in threads, so no method here waits (but ``join``).

    Parameters
    ----------
    settings : SessionSettings
    on_message : callable
        Takes (session, message), in the reading thread.
    on_end : callable
        Takes (session, error), once, when the process is gone and its pipes are closed.
    """

    def __init__(
        self,
        settings: SessionSettings,
        on_message: Callable[[Session, Message], None],
        on_end: Callable[[Session, MiningMonitorError], None],
    ) -> None:
        self.is_ready = False
        self.pid: Optional[int] = None
        self.engine_version = ""
        self._settings = settings
        self._on_message = on_message
        self._on_end = on_end
        self._outgoing: queue.Queue[Optional[Callable[[], Optional[str]]]] = queue.Queue()
        self._answered = threading.Event()
        self._lock = threading.Lock()
        self._process: Optional[EngineProcess] = None
        self._is_killed = False
        self._refusal: Optional[MiningMonitorError] = None
        self._supervisor = start_thread(self._supervise, "mining-monitor-engine")

    def send(self, line: Callable[[], Optional[str]]) -> None:
        """Queue a line; ``line`` is called when its turn comes and may return None to send nothing."""
        self._outgoing.put(line)

    def shut_down(self) -> None:
        """Ask the engine to end after what it was sent; its input is closed."""
        self.send(lambda: door.encode(Message(0, door.SHUTDOWN, {})))
        self._outgoing.put(None)

    def kill(self) -> None:
        """End the engine at once."""
        with self._lock:
            self._is_killed = True
            process = self._process
        if process is not None:
            process.kill()

    def join(self, timeout: float) -> bool:
        """Wait until the process is gone and everything is released; False when it is not after ``timeout`` s."""
        if threading.current_thread() is not self._supervisor:
            self._supervisor.join(timeout)
        return not self._supervisor.is_alive()

    def _supervise(self) -> None:
        log = self._settings.log
        log.forget_tail()
        try:
            process = self._start()
        except MiningMonitorError as error:
            self._on_end(self, error)
            return
        self.pid = process.pid
        reader = start_thread(lambda: self._read(process), "mining-monitor-engine-reader")
        writer = start_thread(lambda: self._write(process), "mining-monitor-engine-writer")
        code = process.wait()
        process.kill()  # what the engine may have left in its process group
        reader.join(5.0)
        self._answered.set()
        self._outgoing.put(None)
        process.release((reader, writer))
        log.note(f"engine {process.pid} ended with {code}")
        log.close()
        ending = Ending(code, log.tail(), log.path)
        self._on_end(self, self._refusal or died_error(ending, was_ready=self.is_ready))

    def _start(self) -> EngineProcess:
        settings = self._settings
        command = settings.command()
        settings.log.note(f"engine starts: {command[0]}")
        try:
            process = EngineProcess(command, variables=settings.variables(), folder=settings.folder, log=settings.log)
        except (OSError, ValueError) as error:
            raise EngineMissingError(
                f"The engine cannot be started with {command[0]}: {error}. Set the engine up again in the settings.",
                interpreter=str(command[0]),
            ) from error
        with self._lock:
            self._process = process
            is_killed = self._is_killed
        if is_killed:
            process.kill()
        return process

    def _write(self, process: EngineProcess) -> None:
        hello = Message(0, door.HELLO, {"protocol": door.PROTOCOL_VERSION, "version": self._settings.version})
        process.write(door.encode(hello))
        if not self._answered.wait(self._settings.start_seconds):
            self._refuse(process, _silent_error(self._settings))
        while self.is_ready:
            item = self._outgoing.get()
            line = item() if item is not None else None
            if item is None or (line is not None and not process.write(line)):
                break
        process.close_input()

    def _read(self, process: EngineProcess) -> None:
        try:
            for line in process.lines(_LIMIT_BYTES):
                for message in self._messages(line):
                    self._take(process, message)
        except (OSError, ValueError):
            self._settings.log.note("the engine's output could not be read to its end")

    def _messages(self, line: Line) -> List[Message]:
        try:
            if not line.is_whole:
                raise ContractError(f"A message is longer than {_LIMIT_BYTES} bytes.")
            return [door.decode(line.data.decode("utf-8"))] if line.data.strip() else []
        except (ContractError, UnicodeDecodeError) as error:
            self._settings.log.note(f"a line that is no message was ignored: {line.data[:200]!r}")
            return _end_of_damaged(line.data[:KEPT_BYTES], error)

    def _take(self, process: EngineProcess, message: Message) -> None:
        if self.is_ready:
            self._on_message(self, message)
        elif message.type == door.READY:
            self._greet(process, message)
        elif message.id == 0 and message.type == door.ERROR:
            self._refuse(process, read_error(message))

    def _greet(self, process: EngineProcess, message: Message) -> None:
        theirs = message.body.get("protocol")
        self.engine_version = str(message.body.get("version", ""))
        if theirs != door.PROTOCOL_VERSION:
            self._refuse(process, _version_error(theirs, self.engine_version, self._settings.version))
            return
        self.is_ready = True
        self._answered.set()

    def _refuse(self, process: EngineProcess, error: MiningMonitorError) -> None:
        self._refusal = error
        self._answered.set()
        process.kill()


def _end_of_damaged(head: bytes, error: Exception) -> List[Message]:
    """Return an error message for the request whose last line is damaged: it would wait for ever otherwise."""
    found = _HEAD.search(head)
    if found is None or found.group(2).decode() not in door.FINAL:
        return []
    damage = ContractError(f"The engine's answer is damaged ({error}). Run it again.")
    return [door.error_message(int(found.group(1)), damage)]


def _silent_error(settings: SessionSettings) -> MiningMonitorError:
    where = f" Details are in {settings.log.path}." if settings.log.path else ""
    return EngineMissingError(
        f"The engine did not get ready within {settings.start_seconds:g} s. Try again; if it happens again, "
        f"repair the engine in the settings.{where}",
        seconds=settings.start_seconds,
    )


def _version_error(theirs: object, engine_version: str, plugin_version: str) -> ProtocolVersionError:
    ours = door.PROTOCOL_VERSION
    number = theirs if isinstance(theirs, int) and not isinstance(theirs, bool) else 0
    if number > ours:
        remedy = "Update the plugin."
    else:
        remedy = "Update the engine: set it up again in the settings, or choose another interpreter."
    return ProtocolVersionError(
        f"The engine {engine_version} speaks version {theirs} of the protocol and the plugin {plugin_version} speaks "
        f"version {ours}. {remedy}",
        engine_protocol=number, plugin_protocol=ours, update="plugin" if number > ours else "engine",
    )  # fmt: skip
