"""Random sequences of all drawing actions on a random coverage, and what must hold after each of them."""

from __future__ import annotations

import math
import random
from collections import Counter
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsPointXY

from mining_monitor.adapter.edit_fixes import polygons
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.review_rules import area_m2
from mining_monitor.adapter.shaping import actions, borders, ground, smoothing
from mining_monitor.adapter.shaping.noding import noded
from mining_monitor.adapter.shaping.pieces import takes_part
from mining_monitor.contract.errors import AnnotationsError
from tests.qgis.adapter.shaping_world import M, project_layer, rows, wkb_and_values

#: Metres; the world has SIDE x SIDE cells.
CELL, SIDE = 100.0, 3
STATES = ("draft", "draft", "edited", "approved", "in_review")

#: Overlaps and gaps below this come of rounding: a square of 3 cm.
ROUNDING_M2 = 1e-3


@dataclass(frozen=True)
class Move:
    """One action and four numbers from 0 to 1 that say where."""

    kind: str
    a: float
    b: float
    c: float
    d: float

    def place(self):
        return (self.a * 1.4 - 0.2) * CELL * SIDE, (self.b * 1.4 - 0.2) * CELL * SIDE

    def other(self):
        return (self.c * 1.4 - 0.2) * CELL * SIDE, (self.d * 1.4 - 0.2) * CELL * SIDE


def world(seed):
    """Sectors side by side with crooked borders and a few holes between them; a site and a rejected one over them."""
    chance = random.Random(seed)
    nodes = {
        (i, j): ((i + chance.uniform(-0.2, 0.2)) * CELL, (j + chance.uniform(-0.2, 0.2)) * CELL)
        for i in range(SIDE + 1) for j in range(SIDE + 1)
    }  # fmt: skip
    sides = {}

    def side(start, end):
        key = (min(start, end), max(start, end))
        if key not in sides:
            (x0, y0), (x1, y1) = nodes[key[0]], nodes[key[1]]
            shares = sorted(chance.uniform(0.2, 0.8) for _ in range(chance.randint(0, 3)))
            bends = [chance.uniform(-5, 5) for _ in shares]
            sides[key] = [
                (x0 + s * (x1 - x0) - b * (y1 - y0) / CELL, y0 + s * (y1 - y0) + b * (x1 - x0) / CELL)
                for s, b in zip(shares, bends)
            ]
        middle = sides[key]
        return [nodes[start], *(middle if key[0] == start else reversed(middle))]

    sectors = []
    for i in range(SIDE):
        for j in range(SIDE):
            if chance.random() < 0.15:
                continue
            corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1), (i, j)]
            ring = [point for one, two in zip(corners, corners[1:]) for point in side(one, two)]
            shape = QgsGeometry.fromPolygonXY([[QgsPointXY(x * M, y * M) for x, y in [*ring, ring[0]]]])
            assert shape.isGeosValid()
            sectors.append((shape, chance.choice((3, 4, 5, 8, 9)), chance.choice(STATES), {"gsd_m": 10.0}))
    whole = QgsGeometry.fromWkt(f"POLYGON((0 0, {300 * M} 0, {300 * M} {300 * M}, 0 {300 * M}, 0 0))")
    return [*sectors, (whole, 2, "approved"), (whole.buffer(-50 * M, 2), 5, "rejected")]


def point_line(*points):
    return QgsGeometry.fromPolylineXY([QgsPointXY(x * M, y * M) for x, y in points])


def blob(move):
    """A shape around a place, of 3 to 9 corners, from a few metres to a hundred."""
    x, y = move.place()
    radius, corners = 2 + 90 * move.c * move.c, 3 + int(move.d * 6.99)
    chance = random.Random(move.d)
    ring = []
    for number in range(corners):
        angle = 2 * math.pi * number / corners
        reach = radius * chance.uniform(0.5, 1.0)
        ring.append(QgsPointXY((x + reach * math.cos(angle)) * M, (y + reach * math.sin(angle)) * M))
    return QgsGeometry.fromPolygonXY([[*ring, ring[0]]])


def _at(layer, x, y):
    """Rows of the coverage, nearest to a place first."""
    place = QgsGeometry.fromPointXY(QgsPointXY(x * M, y * M))
    found = [f for f in layer.getFeatures() if takes_part({n: f[n] for n in ("class", "state")})]
    return [f.id() for f in sorted(found, key=lambda f: (f.geometry().distance(place), f["uuid"]))]


def hole_point(layer, move):
    """A place in a hole, where there is one."""
    found = ground.holes(QgsGeometry.unaryUnion(list(coverage_of(layer).values())))
    if not found:
        return QgsPointXY(*(each * M for each in move.place()))
    return found[int(move.c * (len(found) - 0.01))].pointOnSurface().asPoint()


def over_border(layer, fid, move):
    """A line that leaves a sector's border and comes back to it, with an end on the other side."""
    rim = QgsGeometry.fromPolylineXY(layer.getFeature(fid).geometry().asPolygon()[0])
    start, end = move.c * 0.7 * rim.length(), (move.c * 0.7 + 0.02 + 0.25 * move.d) * rim.length()
    one, two = rim.interpolate(start).asPoint(), rim.interpolate(end).asPoint()
    length = max(math.hypot(two.x() - one.x(), two.y() - one.y()), M)
    across = (-(two.y() - one.y()) / length * M, (two.x() - one.x()) / length * M)
    side, reach = (1 if move.a > 0.5 else -1), 5 + 60 * move.b

    def beside(point, metres):
        return QgsPointXY(point.x() + across[0] * side * metres, point.y() + across[1] * side * metres)

    return QgsGeometry.fromPolylineXY([beside(one, -6), beside(one, reach), beside(two, reach), beside(two, -6)])


def changes(layer, move):
    """What a move changes."""
    ends = [move.place(), move.other()]
    near = _at(layer, *move.place())
    if move.kind == "draw":
        return actions.draw(layer, "Ana", blob(move), 3 + int(move.a * 6.99))
    if move.kind == "split":
        return actions.split(layer, "Ana", point_line(*ends))
    if move.kind == "merge":
        return actions.merge(layer, "Ana", near[: 2 + int(2 * move.c)])
    if move.kind == "cut":
        return actions.cut_out(layer, "Ana", blob(move))
    if move.kind == "fill":
        return actions.fill(layer, "Ana", hole_point(layer, move))
    if move.kind == "absorb":
        return actions.absorb(layer, "Ana", near[: 1 + int(2 * move.c)])
    if move.kind == "border":
        return borders.move(layer, "Ana", over_border(layer, near[0], move) if near else point_line(*ends))
    return smoothing.smooth(layer, "Ana", near[: 1 + int(3 * move.c)])


KINDS = ("draw", "split", "merge", "cut", "fill", "absorb", "border", "smooth")


def coverage_of(layer):
    found = {u: f for u, f in rows(layer).items() if takes_part({n: f[n] for n in ("class", "state")})}
    return {uuid: f.geometry() for uuid, f in found.items()}


def check(layer, before):
    """Assert that the sectors are a coverage; ``before`` is the ground that they held before the action."""
    features = rows(layer)
    assert len(features) == sum(1 for _ in layer.getFeatures()), "two sectors of one identity"
    for feature in features.values():
        shape = feature.geometry()
        assert shape.isGeosValid() and len(polygons(shape)) == 1, shape.asWkt(17)
        area = area_m2(shape)
        assert (area >= 24.99 and math.isclose(area, feature["area_m2"], rel_tol=1e-9)) or feature["area_m2"] == 1e6
    shapes = coverage_of(layer)
    names = sorted(shapes)
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            if shapes[one].boundingBoxIntersects(shapes[other]):
                first, second = noded([shapes[one], shapes[other]])
                both = first.intersection(second)
                assert sum(area_m2(p) for p in polygons(both)) < 1.0, f"{one} and {other} share ground"
    union = QgsGeometry.unaryUnion(noded(list(shapes.values()))) if shapes else QgsGeometry()
    for hole in ground.holes(union):
        assert not ROUNDING_M2 < area_m2(hole) < 24.99, f"a gap of {area_m2(hole)} m2: {hole.asWkt(12)}"
    lost = before.difference(union) if not before.isNull() and not union.isNull() else QgsGeometry()
    for part in polygons(lost.buffer(-5e-9, 1)):  # what hangs together at a corner alone is two parts
        if ROUNDING_M2 < area_m2(part) < 24.99:
            rim = part.buffer(1e-8, 1)
            touching = [n for n in names if shapes[n].intersection(rim).length() > 4 * M]
            assert len(touching) < 2, f"{area_m2(part)} m2 were lost between {touching}"
    return union


def run(session, moves):
    """Do the moves, undo all, redo all, undo all; return how many of each kind were done, and how many refused."""
    layer, done = session.layer, Counter()
    states, union = [wkb_and_values(layer)], QgsGeometry.unaryUnion(list(coverage_of(layer).values()))
    for move in moves:
        try:
            planned = changes(layer, move)
        except AnnotationsError:
            done["refused"] += 1
            assert wkb_and_values(layer) == states[-1]
            continue
        if planned:
            session.apply(move.kind, planned)
            union = check(layer, union)
            states.append(wkb_and_values(layer))
            done[move.kind] += 1
    for expected in reversed(states[:-1]):
        assert session.undo() and wkb_and_values(layer) == expected
    for _ in states[1:]:
        assert session.redo()
    assert wkb_and_values(layer) == states[-1]
    for _ in states[1:]:
        session.undo()
    assert wkb_and_values(layer) == states[0]
    return done


class Worlds:
    """Sessions on worlds; one file serves many sequences, as each ends where it began."""

    def __init__(self, folder):
        self._folder, self._sessions, self._made = folder, {}, 0

    def session(self, seed):
        if seed not in self._sessions:
            self._made += 1
            layer = project_layer(self._folder / f"{seed}-{self._made}.gpkg", *world(seed))
            self._sessions[seed] = EditSession(layer, editor=lambda: "Ana")
        return self._sessions[seed]

    def forget(self, seed):
        session = self._sessions.pop(seed, None)
        if session is not None:
            session.close()

    def close(self):
        for seed in list(self._sessions):
            self.forget(seed)
