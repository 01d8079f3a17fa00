"""Limits of time in tests: guards against what hangs in ``make test``, claims at their word in ``make bench-window``.

How fast something is belongs in ``make bench`` and ``make bench-window``. The latter sets
``MINING_MONITOR_STRICT_TIME`` and runs the tests marked ``clock``: a claim such as "cancel answers within a second" is
taken at its word there. In ``make test`` the machine is somebody else's. It may stand still for seconds, or run at a
fraction of its speed, and no program on it can tell: what blocks, or waits for an answer that never comes, still fails.
"""

from __future__ import annotations

import os

#: Seconds that a machine may stand still in ``make test``. What a test holds back must last longer than this.
STANDSTILL_S = 60.0
#: How much slower than a quiet laptop a machine of ``make test`` may work.
SLOWNESS = 10.0


def is_strict() -> bool:
    """Return whether claims of time are taken at their word."""
    return bool(os.environ.get("MINING_MONITOR_STRICT_TIME"))


def within(seconds: float) -> float:
    """Return the limit, by the clock on the wall, in seconds for what a quiet machine does within ``seconds``."""
    return seconds if is_strict() else seconds + STANDSTILL_S


def working(seconds: float) -> float:
    """Return the limit, in seconds of processor time, for what takes a quiet machine at most ``seconds``."""
    return seconds if is_strict() else seconds * SLOWNESS
