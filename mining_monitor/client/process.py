"""One process of the engine: its pipes, its standard error and its end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any, Callable, Dict, Iterator, Mapping, Optional, Sequence

from mining_monitor.client.enginelog import EngineLog
from mining_monitor.client.lines import Line, read_lines

IS_WINDOWS = sys.platform == "win32"


def quiet_popen_options() -> Dict[str, Any]:
    """Return ``Popen`` options: no console window on Windows, a session (and process group) of its own elsewhere."""
    if IS_WINDOWS:
        return {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0x08000000)}
    return {"start_new_session": True}


def kill_tree(process: subprocess.Popen[bytes]) -> None:
    """End a process of ours and whatever it started; a process that is gone is no error."""
    if IS_WINDOWS:
        _kill_windows_tree(process)
    else:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    if process.returncode is None:
        with contextlib.suppress(OSError):
            process.kill()


def _kill_windows_tree(process: subprocess.Popen[bytes]) -> None:
    taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
    if process.returncode is None and taskkill.is_file():
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(
                [str(taskkill), "/T", "/F", "/PID", str(process.pid)],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                timeout=5, check=False, **quiet_popen_options(),
            )  # fmt: skip


class EngineProcess:
    """A started process that reads lines from us and writes lines to us.

    Parameters
    ----------
    command : sequence of str
        Program and arguments; no shell is involved.
    variables : mapping
        Its environment variables (``cleanenv.engine_variables``).
    folder : Path or None
        Its working directory; not used when it is absent.
    log : EngineLog
        Takes its standard error.

    Raises
    ------
    OSError
        The program cannot be started.
    """

    def __init__(
        self, command: Sequence[str], *, variables: Mapping[str, str], folder: Optional[Path], log: EngineLog
    ) -> None:
        self._log = log
        self._popen: subprocess.Popen[bytes] = subprocess.Popen(
            list(command), env=dict(variables), cwd=str(folder) if folder and folder.is_dir() else None,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **quiet_popen_options(),
        )  # fmt: skip
        self._stderr_thread = start_thread(self._drain_stderr, "mining-monitor-engine-stderr")

    @property
    def pid(self) -> int:
        """Process id; on Windows that of the environment's launcher, whose child the engine is."""
        return self._popen.pid

    def lines(self, limit: int) -> Iterator[Line]:
        """Yield what the engine writes to standard output, line by line, until it closes it."""
        return read_lines(_pipe(self._popen.stdout), limit)

    def write(self, line: str) -> bool:
        """Send one line; False when the engine does not read any more."""
        stdin = _pipe(self._popen.stdin)
        try:
            stdin.write(line.encode("utf-8"))
            stdin.flush()
        except (OSError, ValueError):
            return False
        return True

    def close_input(self) -> None:
        """Close the engine's standard input, upon which it ends; only the thread that writes may call this."""
        with contextlib.suppress(OSError, ValueError):
            _pipe(self._popen.stdin).close()

    def kill(self) -> None:
        """End the process and its children at once."""
        kill_tree(self._popen)

    def wait(self) -> int:
        """Wait for the end and return the exit code (negative: a signal)."""
        return self._popen.wait()

    def is_running(self) -> bool:
        """Tell whether the process has not ended yet."""
        return self._popen.returncode is None

    def release(self, busy: Sequence[threading.Thread] = ()) -> None:
        """Close the pipes of a process that has ended, after its last lines were read.

        ``busy`` are the threads that use the pipes; a pipe that one of them still holds is left to it, because
        closing it would wait for that thread.
        """
        for thread in (*busy, self._stderr_thread):
            thread.join(1.0)
        if not any(thread.is_alive() for thread in (*busy, self._stderr_thread)):
            for pipe in (self._popen.stdin, self._popen.stdout, self._popen.stderr):
                with contextlib.suppress(OSError, ValueError):
                    _pipe(pipe).close()
        self._log.close()

    def _drain_stderr(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            for line in read_lines(_pipe(self._popen.stderr), 65536):
                self._log.write(line.data)


def _pipe(stream: Optional[IO[bytes]]) -> Any:
    if stream is None:
        raise ValueError("the process has no such pipe")
    return stream


def start_thread(target: Callable[[], None], name: str) -> threading.Thread:
    """Start a daemon thread."""
    thread = threading.Thread(target=target, name=name, daemon=True)
    thread.start()
    return thread
