"""Long statements beside the window: the database works in a thread, the window lives on meanwhile."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from typing import Callable, TypeVar

Answer = TypeVar("Answer")

#: Seconds between two looks at the event loop.
_STEP_S = 0.02


def done_aside(work: Callable[[], Answer], pause: Callable[[], None]) -> Answer:
    """Do work in a thread and return what it returns; raises what it raises.

    Parameters
    ----------
    work : callable
        Touches no layer and no widget.
    pause : callable
        Called until the work has ended. Where it raises, the work is waited for all the same: whoever catches that
        finds nothing half done.
    """
    with ThreadPoolExecutor(1, "shared-project") as pool:
        future = pool.submit(work)
        while not future.done():
            wait([future], timeout=_STEP_S)
            pause()
    return future.result()
