"""How long each drawing action holds the window on a project of 20,164 sectors (issue 5: no pause above 200 ms).

.venv/qgis/bin/python -m tests.bench.drawing_speed [--side 142] [--times 5] [--only stroke,split]

Each action is worked out, saved and logged as a tool does it, then undone. Prints, for each, the median of the
processor time to work it out and to save it, the median and the worst time on the clock, and a digest of what it made:
two versions of the code that print the same digest draw the same map, byte for byte.
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import math
import os
import pstats
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

#: Metres of a sector's side; corners of each of its borders.
CELL_M, CORNERS = 100.0, 6

CLASSES = (3, 4, 5, 6, 7, 8, 9)

#: Movements of a stroke of the brush, and its radius in metres.
MOVEMENTS, RADIUS_M = 600, 15.0


def border(chance_of, ends):
    """The corners of a border between two corners of the net, the same from both sides."""
    (x0, y0), (x1, y1) = ends
    chance = random.Random(chance_of)
    inner = []
    for number in range(1, CORNERS):
        share = number / CORNERS
        x, y = x0 + share * (x1 - x0), y0 + share * (y1 - y0)
        inner.append((x + chance.uniform(-8, 8) * (y0 != y1), y + chance.uniform(-8, 8) * (x0 != x1)))
    return [ends[0], *inner, ends[1]]


def cell(column, row):
    """A sector whose borders wind, each shared with a neighbour corner by corner."""
    from qgis.core import QgsGeometry, QgsPointXY

    from tests.qgis.adapter.shaping_world import M

    def node(i, j):
        return (i * CELL_M, j * CELL_M)

    def between(i, j, k, m):
        return border(1_000_000 * (2 * i + k) + 2 * j + m, (node(i, j), node(i + k, j + m)))

    south, east = between(column, row, 1, 0), between(column + 1, row, 0, 1)
    north, west = between(column, row + 1, 1, 0), between(column, row, 0, 1)
    ring = [*south, *east[1:], *north[::-1][1:], *west[::-1][1:]]
    return QgsGeometry.fromPolygonXY([[QgsPointXY(x * M, y * M) for x, y in ring]])


def world(folder, side):
    """An edit session on side x side sectors in a project file."""
    from mining_monitor.adapter.edits import EditSession
    from tests.qgis.adapter.shaping_world import project_layer

    chance = random.Random(7)
    cells = ((cell(i, j), chance.choice(CLASSES), chance.choice(("draft", "edited"))) for j in range(side)
             for i in range(side))  # fmt: skip
    return EditSession(project_layer(folder / "many.gpkg", *cells), editor=lambda: "Ana")


def way(number, side):
    """A stroke that winds over many sectors."""
    from qgis.core import QgsPointXY

    from tests.qgis.adapter.shaping_world import M

    middle = side * CELL_M / 2 + 37 * number
    turns = (2 * math.pi * step / MOVEMENTS for step in range(MOVEMENTS))
    return [QgsPointXY((middle + 420 * math.cos(t)) * M, (middle + 300 * math.sin(3 * t)) * M) for t in turns]


def selected(session, side, number):
    """The rows of five sectors in a line."""
    from mining_monitor.adapter.snapshots import rows_by_uuid

    first = (side // 2 + number) * side + side // 2
    return list(rows_by_uuid(session.layer, [str(first + each) for each in range(5)]).values())


def actions(layer, side):
    """The actions by name: functions of the number of the time and the selected rows that return the changes."""
    from mining_monitor.adapter import painting
    from mining_monitor.adapter.painting_strokes import stroke
    from mining_monitor.adapter.shaping import actions as shaping
    from mining_monitor.adapter.shaping import borders, smoothing
    from tests.qgis.adapter.shaping_world import box, line

    middle = side // 2 * CELL_M

    def across(number):
        y = middle + (number + 0.5) * CELL_M
        return line((middle - 10, y), (middle + 4.85 * CELL_M, y + 7))

    def around(number):
        x = middle + number * CELL_M
        return box(x - 70, middle - 70, x + 130, middle + 90)

    def over(number):
        x, y = middle + number * CELL_M, middle
        return line((x - 30, y + 20), (x + 30, y + 40), (x + 30, y + 60), (x - 30, y + 85))

    def swept(number):
        return stroke(way(number, side), RADIUS_M, 0.5)

    return {
        "paint": lambda n, fids: painting.painted(layer, "Ana", swept(n), CLASSES[n % len(CLASSES)]).changes,
        "erase": lambda n, fids: painting.erased(layer, "Ana", swept(n)).changes,
        "split": lambda n, fids: shaping.split(layer, "Ana", across(n), fids),
        "merge": lambda n, fids: shaping.merge(layer, "Ana", fids),
        "absorb": lambda n, fids: shaping.absorb(layer, "Ana", fids[2:3]),
        "smooth": lambda n, fids: smoothing.smooth(layer, "Ana", fids),
        "reshape": lambda n, fids: borders.move(layer, "Ana", over(n)),
        "draw": lambda n, fids: shaping.draw(layer, "Ana", around(n), 8),
        "cut out": lambda n, fids: shaping.cut_out(layer, "Ana", around(n)),
    }


def digest_of(changes):
    """What changes make of shapes, areas and classes; identities are left out, as new ones are random."""
    made = hashlib.sha256()
    for change in changes:
        after = change.after
        if after is not None:
            made.update(f"{after.values['area_m2']!r} {after.values['class']} ".encode())
            made.update(bytes(after.geometry.asWkb()))
    return made.hexdigest()


def measure(session, side, action, times):
    """Return processor seconds to work out and to save, seconds on the clock, and the digest of all."""
    plans, saves, walls, digests = [], [], [], []
    for number in range(times):
        rows = selected(session, side, number)
        wall, begin = time.perf_counter(), time.process_time()
        changes = action(number, rows)
        planned = time.process_time()
        session.apply("bench", changes)
        saves.append(time.process_time() - planned)
        plans.append(planned - begin)
        walls.append(time.perf_counter() - wall)
        digests.append(digest_of(changes))
        session.undo()
    return plans, saves, walls, hashlib.sha256("".join(digests).encode()).hexdigest()[:12]


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--side", type=int, default=142)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--profile", action="store_true", help="print where the processor time of each goes")
    asked = parser.parse_args(arguments)
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        session = world(Path(folder), asked.side)
        wanted = [name.strip() for name in asked.only.split(",") if name.strip()]
        print(f"{asked.side**2} sectors, median of {asked.times}, milliseconds")
        print(f"{'action':<12}{'work out':>10}{'save':>10}{'clock':>10}{'worst':>10}  digest")
        for name, action in actions(session.layer, asked.side).items():
            if wanted and name not in wanted:
                continue
            profile = cProfile.Profile()
            if asked.profile:
                profile.enable()
            plans, saves, walls, digest = measure(session, asked.side, action, asked.times)
            profile.disable()
            figures = (statistics.median(plans), statistics.median(saves), statistics.median(walls), max(walls))
            print(f"{name:<12}" + "".join(f"{1000 * each:>10.0f}" for each in figures) + f"  {digest}", flush=True)
            if asked.profile:
                pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        session.close()
    return 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # QGIS's own exit may crash where a layer is still open
