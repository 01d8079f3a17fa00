"""The engine keeps its allocator small before it starts threads."""

import subprocess
import sys

import pytest

from mining_monitor.engine.memory import share_arenas

MANY_THREADS = """
import ctypes, re, sys, threading
if len(sys.argv) > 1:
    from mining_monitor.engine.memory import share_arenas
    assert share_arenas()
held, barrier = [], threading.Barrier(9)
def take():
    held.append(bytearray(50_000))
    barrier.wait()
threads = [threading.Thread(target=take) for _ in range(8)]
[one.start() for one in threads]
barrier.wait()
libc = ctypes.CDLL(None)
libc.malloc_stats()
[one.join() for one in threads]
"""


def heaps(*arguments):
    done = subprocess.run([sys.executable, "-c", MANY_THREADS, *arguments], capture_output=True, text=True, check=True)
    return done.stderr.count("Arena ")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's setting")
def test_threads_share_two_heaps():
    if not share_arenas():
        pytest.skip("this Linux has another allocator than glibc's")
    assert heaps("shared") <= 2 < heaps()
