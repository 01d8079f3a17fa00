"""Limits of time that hold on a machine with other work: a second of a free machine is longer on a shared one."""

from __future__ import annotations

import os


def within(seconds: float) -> float:
    """Return a limit in seconds, longer by as much as the machine has more work than processors.

    A claim such as "cancel answers within a second" is about a machine that does nothing else. The load average is
    what the system itself says about how many processes wanted a processor in the last minute.
    """
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return seconds * max(1.0, 1.5 * load / (os.cpu_count() or 1))
