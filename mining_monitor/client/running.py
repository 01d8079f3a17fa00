"""Run a helper program to its end, line by line, and stop it when asked."""

from __future__ import annotations

import queue
import subprocess
import time
from typing import Callable, Mapping, Optional, Sequence

from mining_monitor.client.lines import read_lines
from mining_monitor.client.process import kill_tree, quiet_popen_options, start_thread
from mining_monitor.contract.errors import CancelledError

#: How often a running program is looked at: the answer to a cancel comes within this time.
_POLL_SECONDS = 0.1
_LINE_LIMIT = 65536


def never() -> bool:
    """Answer "go on": the default of every ``should_cancel``."""
    return False


def run_lines(
    command: Sequence[str],
    *,
    variables: Mapping[str, str],
    on_line: Callable[[str], None],
    should_cancel: Callable[[], bool] = never,
    on_tick: Callable[[], None] = lambda: None,
    seconds: Optional[float] = None,
) -> int:
    """Run a program (no shell) and hand over each line of its output, standard error included.

    Parameters
    ----------
    on_line : callable
        Takes each line, in the calling thread.
    on_tick : callable
        Called about ten times a second, in the calling thread.
    seconds : float, optional
        Longest time; then the program is killed and TimeoutError raised.

    Returns
    -------
    int
        The exit code.

    Raises
    ------
    CancelledError
        ``should_cancel`` said so; the program and its children are gone.
    OSError
        The program cannot be started.
    """
    process = subprocess.Popen(
        list(command), env=dict(variables), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, **quiet_popen_options(),
    )  # fmt: skip
    lines: queue.Queue[Optional[str]] = queue.Queue()
    reader = start_thread(lambda: _read(process, lines), "mining-monitor-setup-reader")
    deadline = time.monotonic() + seconds if seconds is not None else None
    try:
        while True:
            line = _next_line(lines)
            if line is None:
                return process.wait()
            if line:
                on_line(line)
            on_tick()
            if should_cancel():
                raise CancelledError("The set-up was cancelled.")
            if deadline is not None and time.monotonic() > deadline:
                raise TimeoutError(f"{command[0]} took longer than {seconds:g} s")
    finally:
        if process.returncode is None:
            kill_tree(process)
            process.wait()
        reader.join(1.0)
        if process.stdout is not None and not reader.is_alive():
            process.stdout.close()


def _next_line(lines: queue.Queue[Optional[str]]) -> Optional[str]:
    """Return the next line, an empty text when none came in time, None at the end."""
    try:
        return lines.get(timeout=_POLL_SECONDS)
    except queue.Empty:
        return ""


def _read(process: subprocess.Popen[bytes], lines: queue.Queue[Optional[str]]) -> None:
    if process.stdout is not None:
        for line in read_lines(process.stdout, _LINE_LIMIT):  # type: ignore[arg-type]
            text = line.data.decode("utf-8", "replace").rstrip()
            if text:
                lines.put(text)
    lines.put(None)
