"""How a process of the engine ended, in words that help."""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Tuple

from mining_monitor.contract.errors import EngineDiedError

#: Exit codes of Windows (NTSTATUS) that a user can do something about.
_WINDOWS_CODES = {
    0xC0000005: "it read memory that was not its own",
    0xC0000017: "there was not enough memory",
    0xC000012D: "there was not enough memory",
    0xC00000FD: "its stack overflowed",
    0xC000013A: "it was interrupted",
    0xC0000135: "a DLL that it needs is missing",
    0xC0000409: "it stopped itself after a fault",
}
_MEMORY_WORDS = ("memoryerror", "bad_alloc", "cannot allocate memory", "out of memory", "not enough memory")


@dataclass(frozen=True)
class Ending:
    """The end of a process.

    ``exit_code`` is as ``subprocess`` reports it: negative for a signal; None when the process never ran.
    ``stderr`` are its last lines, ``log_file`` holds more of them.
    """

    exit_code: Optional[int]
    stderr: Tuple[str, ...] = ()
    log_file: Optional[Path] = None

    @property
    def is_memory_likely(self) -> bool:
        """Whether lack of memory is the likeliest reason: SIGKILL that we did not send, or the words for it."""
        text = "\n".join(self.stderr).lower()
        return self.exit_code in (-9, 137, 0xC0000017, 0xC000012D) or any(word in text for word in _MEMORY_WORDS)

    @property
    def reason(self) -> str:
        """Say how it ended, as part of a sentence."""
        if self.is_memory_likely:
            return "most likely it was ended for lack of memory"
        code = self.exit_code
        if code is None:
            return "it could not be started"
        if code < 0 and sys.platform != "win32":
            return f"signal {_signal_name(-code)}"
        return _WINDOWS_CODES.get(code & 0xFFFFFFFF, f"exit code {code}")


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def died_error(ending: Ending, *, was_ready: bool) -> EngineDiedError:
    """Make the error for a request whose engine ended."""
    what = "The engine stopped in the middle of the run" if was_ready else "The engine stopped while it was starting"
    if ending.is_memory_likely:
        remedy = "Close other programs or choose a smaller area, then run it again."
    elif was_ready:
        remedy = "Nothing half-made was kept; run it again."
    else:
        remedy = "Repair the engine in the settings, then try again."
    last = next((line.strip() for line in reversed(ending.stderr) if line.strip()), "")
    details = f" Its last words: {last[:300]}" if last else ""
    where = f" Details are in {ending.log_file}." if ending.log_file else ""
    return EngineDiedError(
        f"{what} ({ending.reason}). {remedy}{details}{where}",
        exit_code=ending.exit_code,
        reason="memory" if ending.is_memory_likely else "crash",
        was_ready=was_ready,
        stderr=list(ending.stderr),
        log_file=str(ending.log_file) if ending.log_file else None,
    )
