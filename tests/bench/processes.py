"""An engine to measure: started, asked, and its memory read from the kernel."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mining_monitor.client.engine import EngineClient, engine_command
from mining_monitor.contract.requests import InfoRequest

MB = 1_000_000


class Engine:
    """A running engine and what it costs."""

    def __init__(self, client: EngineClient) -> None:
        self.client = client

    def timed(self, request: Any) -> tuple[Any, float]:
        """Return the result of a request and its wall time in seconds, as the plugin would see it."""
        start = time.perf_counter()
        result = self.client.call(request)
        return result, time.perf_counter() - start

    def resident_mb(self) -> float:
        return self._status("VmRSS")

    def peak_mb(self) -> float:
        """Largest resident size since ``forget_peak``."""
        return self._status("VmHWM")

    def forget_peak(self) -> None:
        Path(f"/proc/{self.client.pid}/clear_refs").write_text("5", encoding="ascii")

    def _status(self, key: str) -> float:
        for line in Path(f"/proc/{self.client.pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith(f"{key}:"):
                return int(line.split()[1]) * 1024 / MB
        raise KeyError(key)


@contextlib.contextmanager
def running_engine(folder: Path) -> Iterator[Engine]:
    """Start this environment's engine through the plugin's client, and end it afterwards."""
    client = EngineClient(lambda: engine_command(Path(sys.executable)), log_file=folder / "engine.log")
    try:
        client.call(InfoRequest())
        yield Engine(client)
    finally:
        client.stop()
