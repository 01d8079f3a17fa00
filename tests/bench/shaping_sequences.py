"""Random sequences of all drawing actions, as many as asked for: is the coverage valid after each, does undo restore?

.venv/qgis/bin/python -m tests.bench.shaping_sequences --count 10000 [--first 0] [--folder DIR]

Prints how many sequences ran, how many actions of each kind were done and refused, and each sequence that fails with
its number; exit status 1 when one did. A folder in memory makes it three times as fast.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

#: Files are made anew after so many sequences: their logs have grown long.
PER_FILE = 400


def moves_of(number):
    """The world and the moves of a sequence."""
    from tests.qgis.adapter.shaping_sequences import KINDS, Move

    chance = random.Random(number)
    seed = 10 * (number // PER_FILE) + chance.randrange(10)
    places = range(chance.randint(1, 6))
    return seed, [Move(chance.choice(KINDS), *(chance.random() for _ in range(4))) for _ in places]


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--folder", type=Path, default=None)
    asked = parser.parse_args(arguments)

    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    from tests.qgis.adapter.shaping_sequences import Worlds, run

    done, failed, began = Counter(), 0, time.monotonic()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        worlds = Worlds(Path(folder))
        for number in range(asked.first, asked.first + asked.count):
            seed, moves = moves_of(number)
            if number % PER_FILE == 0:
                worlds.close()
            try:
                done += run(worlds.session(seed), moves)
            except Exception as error:
                failed += 1
                worlds.forget(seed)
                print(f"sequence {number}: {[move.kind for move in moves]}: {str(error)[:300]}", flush=True)
        worlds.close()
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(done.items()))
    print(f"{asked.count} sequences, {failed} failed, {time.monotonic() - began:.0f} s. Actions: {kinds}.", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # QGIS's own exit may crash where a test has left objects alive
