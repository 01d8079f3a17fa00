"""A simulated analyst corrects a degraded copy of LAMES sectors with the real tools; her clicks and keys are counted.

.venv/qgis/bin/python -m tests.bench.simulated_analyst [--sites 2108,3204] [--seed 1]

The truth are the published sectors of some sites, made a coverage. The copy has the errors of a model: wrong classes,
sectors in fragments, clouds' holes, missing sectors, bulging borders, specks of another class (two sectors in one are
not among them: few of these sites' sectors touch). The analyst knows the truth and mends one error after the other,
error kinds in turn, in a real window: every click, every drag (press, move, release) and every key is an action and is
really sent. She looks at what an action has done before she goes on. At the end the map is compared with the truth:
IoU = area of the right class over area of both.

What plain QGIS needs for the same errors is counted by its documented gestures, each as few as can be: a tool is taken
once for all errors of a kind (1 click), editing is begun and saved once (2). Attribute form: identify (1), open the
class list (1), choose (1), OK (1). Merge: a click on each piece, Merge Selected Features (1), OK (1), and the form
where the class of the largest is wrong. Reshape, draw: a click on each corner of the truth, simplified as far as the
line errs by at most 3 m, and a right-click; then the form for what is new. Delete ring: a click. Zooming, panning and
scrolling are free in both.

The last column is plain QGIS at its very best, by someone who knows all of it: lines are streamed (a click, a move, a
right-click), and the pieces of every merge happen to lie so that one rectangle selects them and nothing else.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, List

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[2]
SECTORS = ROOT.parent / "shared" / "data" / "lames" / "Chile_LSM_sectors.geojson"

#: Degrees of 3 m: how far a clicked line may err.
FINE_DEG = 3 / 111_320

#: How long she looks: by then what was made is selected, too. Seconds after which the window is taken to hang.
LOOK_MS, LONGEST_WAIT_S = 250, 60.0

CLASSES = (3, 4, 5, 6, 7, 8, 9)


@dataclass
class Fault:
    """One error: its kind, where it is, what is true there."""

    kind: str
    pieces: List[Any]
    truth: Any
    code: int
    line: Any = None
    needs_class: bool = False


def truth_of(sites):
    """Return (geometry, class) of the sectors of sites, each cut by those before it."""
    from qgis.core import QgsVectorLayer

    from mining_monitor.adapter.edit_fixes import polygons
    from mining_monitor.adapter.review_rules import area_m2
    from mining_monitor.adapter.shaping import ground

    layer = QgsVectorLayer(str(SECTORS), "lames", "ogr")
    features = [f for f in layer.getFeatures() if str(f["site_id"]).strip() in sites and f["class"] in CLASSES]
    found = []
    for feature in sorted(features, key=lambda f: f.geometry().area()):
        shape = ground.sound(feature.geometry())
        for other, _ in found:
            shape = ground.without(shape, other)
        parts = sorted(polygons(shape), key=lambda part: -part.area())
        if parts and area_m2(parts[0]) > 3000:
            found.append((parts[0], int(feature["class"])))
    return found


def degrade(truth, seed):
    """Return the degraded sectors as (geometry, class) and the faults."""
    from mining_monitor.adapter.edit_fixes import polygons
    from mining_monitor.adapter.review_rules import area_m2
    from mining_monitor.adapter.shaping import ground

    chance = random.Random(seed)
    sectors, faults = [], []
    for shape, code in truth:
        kind = chance.choices(
            ("right", "class", "fragments", "hole", "missing", "bulge", "specks"), (20, 22, 20, 12, 8, 8, 10)
        )[0]
        other = chance.choice([each for each in CLASSES if each != code])
        if kind == "class":
            sectors.append((shape, other))
            faults.append(Fault(kind, [shape], shape, code))
            continue
        if kind == "missing":
            faults.append(Fault(kind, [], shape, code))
            continue
        parts = _cut(kind, shape, chance)
        parts = [part for part in parts if area_m2(part) > 30]
        if kind == "right" or len(parts) < 2:
            sectors.append((shape, code))
            continue
        parts.sort(key=lambda part: -part.area())
        if kind == "fragments":
            codes = [chance.choice((code, code, code, other)) for _ in parts]
            sectors += zip(parts, codes)
            faults.append(Fault(kind, parts, shape, code, needs_class=codes[0] != code))
        elif kind == "specks":
            sectors += [(parts[0], code), *((part, other) for part in parts[1:])]
            faults.append(Fault(kind, parts[1:], shape, code))
        else:  # a hole, or ground bitten out of the border
            sectors.append((parts[0], code))
            lost = polygons(ground.without(shape, parts[0]))
            faults += [Fault(kind, [part], shape, code) for part in lost if area_m2(part) > 30]
    return sectors, faults


def _cut(kind, shape, chance):
    """Return the parts of a degraded sector; the largest is what is left of it."""
    from qgis.core import QgsGeometry, QgsPointXY

    from mining_monitor.adapter.edit_fixes import polygons
    from mining_monitor.adapter.shaping import ground

    box = shape.boundingBox()
    side = min(box.width(), box.height())

    def disc(x, y, share):
        return QgsGeometry.fromPointXY(QgsPointXY(x, y)).buffer(share * side, 6)

    inside = shape.pointOnSurface().asPoint()
    if kind == "fragments":
        west, east = inside.x() - side, inside.x() + side
        parts = [shape]
        for share in (-0.25, 0.05, 0.3):
            x = inside.x() + share * box.width()
            half = QgsGeometry.fromWkt(
                f"POLYGON(({x} {box.yMinimum() - 1}, {east + 9} {box.yMinimum() - 1}, {east + 9} {box.yMaximum() + 1}, "
                f"{x} {box.yMaximum() + 1}, {x} {box.yMinimum() - 1}))"
            )
            assert west < east
            parts = [
                piece for part in parts for cut in (ground.without(part, half), ground.shared(part, half))
                for piece in polygons(cut)
            ]  # fmt: skip
        return parts
    if kind == "hole":
        hole = disc(inside.x(), inside.y(), 0.12)
        return [ground.without(shape, hole), ground.shared(shape, hole)] if hole.within(shape) else [shape]
    rim = QgsGeometry(shape.constGet().boundary())
    if kind == "bulge":
        at = rim.interpolate(chance.random() * rim.length()).asPoint()
        bite = disc(at.x(), at.y(), 0.3)
        left = polygons(ground.without(shape, bite))
        return [*left, ground.shared(shape, bite)] if len(left) == 1 else [shape]
    specks = []
    for number in range(4):
        at = rim.interpolate((number + chance.random() / 2) / 4 * rim.length()).asPoint()
        specks += polygons(ground.shared(shape, disc(at.x(), at.y(), 0.1)))
    left = polygons(ground.without(shape, ground.joined(specks)))
    return [*left, *specks] if len(left) == 1 else [shape]


def clicks_on(line_or_ring):
    """Corners that a clicked line or ring needs."""
    simple = line_or_ring.simplify(FINE_DEG)
    return max(3, simple.constGet().nCoordinates() - 1)


def plain_actions(faults, *, at_best=False):
    """Return how many actions plain QGIS needs, by kind."""
    from qgis.core import QgsGeometry

    count = Counter(editing=2)
    form = 4
    for kind in {fault.kind for fault in faults}:
        count[kind] += 1  # the tool
    for fault in faults:
        if fault.kind == "class":
            count["class"] += form
        elif fault.kind == "fragments":
            count["fragments"] += (1 if at_best else len(fault.pieces)) + 2 + (form if fault.needs_class else 0)
        elif fault.kind == "specks":
            count["specks"] += (1 if at_best else len(fault.pieces) + 1) + 2  # they and the sector, in one merge
        elif fault.kind == "hole":
            count["hole"] += 1
        elif fault.kind == "missing":
            ring = QgsGeometry(fault.truth.constGet().exteriorRing().clone())
            count["missing"] += (1 if at_best else clicks_on(ring)) + 1 + (form - 1)
        else:
            rim = QgsGeometry(fault.truth.constGet().boundary())
            count["bulge"] += (1 if at_best else clicks_on(rim.intersection(fault.pieces[0]))) + 1
    return count


class Analyst:
    """Sends clicks, drags and keys to the window and counts them."""

    def __init__(self, workspace, canvas, pump):
        self.workspace, self.canvas, self.pump = workspace, canvas, pump
        self.count = Counter()
        self.kind = ""

    def pixel(self, place):
        from qgis.PyQt.QtCore import QPoint

        at = self.canvas.getCoordinateTransform().transform(place)
        return QPoint(round(at.x()), round(at.y()))

    def look_at(self, shape):
        """Zooming and panning is free, in both programs."""
        box = shape.boundingBox()
        box.scale(1.6)
        self.canvas.setExtent(box)
        self.pump()

    def key(self, key):
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        self.count[self.kind] += 1
        QTest.keyClick(self.canvas, Qt.Key(ord(key)))
        self.pump()

    def click(self, place):
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        self.count[self.kind] += 1
        QTest.mouseClick(
            self.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.pixel(place)
        )
        self.pump()

    def drag(self, places):
        from qgis.PyQt.QtCore import QEvent, QPointF, Qt
        from qgis.PyQt.QtGui import QMouseEvent
        from qgis.PyQt.QtWidgets import QApplication

        self.count[self.kind] += 1
        view, left = self.canvas.viewport(), Qt.MouseButton.LeftButton
        points = [self.pixel(place) for place in places]
        kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(points) - 1)]
        kinds.append(QEvent.Type.MouseButtonRelease)
        for kind, point in zip(kinds, [*points, points[-1]]):
            button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
            buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
            at = (QPointF(point), QPointF(view.mapToGlobal(point)), button, buttons)
            QApplication.sendEvent(view, QMouseEvent(kind, *at, Qt.KeyboardModifier.NoModifier))
        self.pump()

    def select_row_at(self, place):
        """Click the row of the sector at a place in the list."""
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        from mining_monitor.gui.drawing.under_cursor import sectors_at

        table = self.workspace.annotation_panel.sector_table
        fid = sectors_at(self.workspace.project.current(), place)[0].fid
        index = table.model().index(table.model().row_of(fid), 0)
        table.scrollTo(index)
        self.count[self.kind] += 1
        middle = table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        self.pump()

    def mend(self, faults):
        for kind in ("class", "missing", "fragments", "specks", "hole", "bulge"):
            self.kind = kind
            own = [fault for fault in faults if fault.kind == kind]
            tool = {"missing": "D", "fragments": "M", "specks": "G", "hole": "F", "bulge": "E"}.get(kind)
            self.workspace.project.current().removeSelection()
            self.pump()
            if own and tool:
                self.key(tool)
            for fault in own:
                self.look_at(fault.truth)
                getattr(self, f"mend_{kind}")(fault)
            self.workspace.annotation.editing.leave()

    def mend_class(self, fault):
        self.select_row_at(fault.truth.pointOnSurface().asPoint())
        self.key(str(fault.code))

    def mend_missing(self, fault):
        if self.workspace.annotation.editing.chosen_class() != fault.code:
            self.key(str(fault.code))
        self.drag([*fault.truth.asPolygon()[0][:-1]])

    def mend_fragments(self, fault):
        self.drag([piece.pointOnSurface().asPoint() for piece in sorted(fault.pieces, key=_west)])
        if fault.needs_class:
            self.key(str(fault.code))

    def mend_specks(self, fault):
        for piece in fault.pieces:
            self.workspace.project.current().removeSelection()
            self.click(piece.pointOnSurface().asPoint())

    def mend_hole(self, fault):
        self.click(fault.pieces[0].pointOnSurface().asPoint())

    def mend_bulge(self, fault):
        """Draw the true border over the bite, beginning and ending a little inside what is there."""
        from qgis.core import QgsGeometry

        bite = fault.pieces[0]
        rim = QgsGeometry(fault.truth.constGet().boundary())
        lines = rim.intersection(bite.buffer(1e-8, 2)).asGeometryCollection()
        line = max((part.mergeLines() for part in lines), key=lambda part: part.length())
        points = line.asPolyline() or line.asMultiPolyline()[0]
        inside = fault.truth.intersection(bite.buffer(0.15 * bite.boundingBox().width(), 6)).difference(bite)
        ends = [inside.nearestPoint(QgsGeometry.fromPointXY(points[at])).asPoint() for at in (0, -1)]
        middle = inside.pointOnSurface().asPoint()

        def within(end):
            return type(end)(end.x() + 0.02 * (middle.x() - end.x()), end.y() + 0.02 * (middle.y() - end.y()))

        self.drag([within(ends[0]), *points, within(ends[1])])


def _west(piece):
    return piece.pointOnSurface().asPoint().x()


def iou(truth, layer):
    """Area of the right class over area of both."""
    from qgis.core import QgsGeometry

    from mining_monitor.adapter.review_rules import area_m2

    both = either = 0.0
    for code in CLASSES:
        one = QgsGeometry.unaryUnion([shape for shape, each in truth if each == code])
        other = QgsGeometry.unaryUnion([f.geometry() for f in layer.getFeatures() if f["class"] == code])
        if one.isNull() or other.isNull():
            either += sum(area_m2(each) for each in (one, other) if not each.isNull())
            continue
        both += area_m2(one.intersection(other))
        either += area_m2(one.combine(other))
    return both / either


def correct(sites, seed, folder):
    """Run the analyst; return (IoU before, IoU after, actions by kind, faults)."""
    from qgis.core import QgsCoordinateReferenceSystem
    from qgis.PyQt.QtTest import QTest

    from mining_monitor.adapter import settings
    from mining_monitor.gui.workspace import Workspace
    from tests.qgis.adapter.shaping_world import project_layer
    from tests.qgis.gui.fake_iface import FakeIface

    truth = truth_of(sites)
    sectors, faults = degrade(truth, seed)
    path = folder / "copy.gpkg"
    before = iou(truth, project_layer(path, *((shape, code, "draft") for shape, code in sectors)))
    settings.PROJECT_FOLDER.set(str(folder))
    settings.EDITOR_NAME.set("Ana")
    iface = FakeIface()
    workspace = Workspace(iface)
    workspace.project.use(path)
    for name, dock in workspace.docks.items():
        dock.setVisible(name == "Annotation")
    iface.window.resize(1500, 1000)
    iface.window.show()
    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    workspace.annotation.set_in_front(True)

    def pump():
        """Wait as a person does who looks before she goes on: until the list shows what the map has."""
        model, layer = workspace.annotation_panel.sector_table.model(), workspace.project.current()
        begun = time.monotonic()
        QTest.qWait(LOOK_MS)
        while layer.isModified() or model.rowCount() != sum(1 for _ in layer.getFeatures()):
            if time.monotonic() - begun > LONGEST_WAIT_S:
                raise TimeoutError(f"the list has {model.rowCount()} rows, the layer shows other ones")
            QTest.qWait(20)

    while workspace.annotation_panel.sector_table.model().rowCount() < len(sectors):
        QTest.qWait(20)
    QTest.qWait(300)
    analyst = Analyst(workspace, iface.canvas, pump)
    analyst.mend(faults)
    after = iou(truth, workspace.project.current())
    return before, after, analyst.count, faults


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sites", default="2108,3204,3218")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    if not SECTORS.is_file():
        print(f"The shared data are absent: {SECTORS}")
        return 2
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QSettings

    with tempfile.TemporaryDirectory() as folder:
        QCoreApplication.setOrganizationName("mining-monitor-tests")
        QCoreApplication.setApplicationName("mining-monitor-tests")
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        application = QgsApplication([], True, folder)
        application.initQgis()
        before, after, ours, faults = correct(asked.sites.split(","), asked.seed, Path(folder))
        plain, best = plain_actions(faults), plain_actions(faults, at_best=True)
    kinds = Counter(fault.kind for fault in faults)
    print(f"{'error':<12}{'number':>8}{'here':>8}{'plain QGIS':>12}{'at its best':>13}")
    for kind in sorted(set(ours) | set(plain)):
        print(f"{kind:<12}{kinds[kind]:>8}{ours[kind]:>8}{plain[kind]:>12}{best[kind]:>13}")
    total, other, least = (sum(each.values()) for each in (ours, plain, best))
    print(f"{'all':<12}{sum(kinds.values()):>8}{total:>8}{other:>12}{least:>13}")
    print(f"{total / other:.0%} of plain QGIS, {total / least:.0%} of it at its best.")
    print(f"IoU {before:.3f} before, {after:.3f} after.")
    return 0 if after >= 0.95 and total <= other / 2 else 1


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # QGIS's own exit may crash where a window is still open
