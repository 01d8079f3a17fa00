"""Limits of time in tests: they guard against what hangs, and are judged at their word where time is measured.

How fast something is belongs in ``make bench`` and ``make bench-window``. The latter sets
``MINING_MONITOR_STRICT_TIME``: a claim such as "cancel answers within a second" is taken at its word. In ``make test``
the machine is somebody else's: its processor may be shared with programs and with other machines that it cannot see,
so the same claim gets three times as long, and more where the load average says so. What blocks or waits for an answer
that never comes still fails.
"""

from __future__ import annotations

import os

#: How much longer than on a quiet machine a claim may take in ``make test``.
SHARED_MACHINE = 3.0


def is_strict() -> bool:
    """Return whether claims of time are taken at their word."""
    return bool(os.environ.get("MINING_MONITOR_STRICT_TIME"))


def within(seconds: float) -> float:
    """Return the limit in seconds for something that a quiet machine does within ``seconds``."""
    if is_strict():
        return seconds
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return seconds * max(SHARED_MACHINE, 1.5 * load / (os.cpu_count() or 1))
