"""An analyst who edits without a pause in the real desktop until somebody kills it; a journal says what was saved.

QGIS runs this with ``--code``. ``MM_PROJECT`` is the project file (made when absent), ``MM_JOURNAL`` the journal,
``MM_SEED`` the number that the session is drawn with. Each line of the journal is one JSON object: ``ready`` with what
the layer holds, ``doing`` before an edit, ``saved`` as soon as the plugin has said that the edit is on disk.
"""

import hashlib
import json
import os
import random
import uuid
from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface, plugins

SECTORS = 60
SIDE = 0.001

CLASS_KEYS = [getattr(Qt.Key, f"Key_{digit}") for digit in range(1, 10)]


def digest(feature):
    """What must not be lost of a sector: its shape and what a person has said of it."""
    said = [feature[name] or None for name in ("class", "state", "comment")]
    shape = hashlib.sha256(bytes(feature.geometry().asWkb())).hexdigest()
    return [said[0], str(said[1]) if said[1] else None, str(said[2]) if said[2] else None, shape]


def square(column, row):
    west, south = -69 + column * SIDE, -22 + row * SIDE
    east, north = west + SIDE, south + SIDE
    return QgsGeometry.fromWkt(
        f"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"
    )


class Session:
    """One action a tick, while the one before is saved."""

    def __init__(self):
        self.random = random.Random(int(os.environ["MM_SEED"]))
        self.path = Path(os.environ["MM_PROJECT"])
        self.journal = os.open(os.environ["MM_JOURNAL"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self.steps = []
        self.is_undoing = False
        self.layer = None
        self.timer = QTimer()
        self.timer.timeout.connect(self.start)
        self.timer.start(50)

    def write(self, **line):
        os.write(self.journal, (json.dumps(line) + "\n").encode())

    @property
    def workspace(self):
        return plugins["mining_monitor"].workspace if "mining_monitor" in plugins else None

    @property
    def edits(self):
        return self.workspace.annotation.session

    def start(self):
        """Open the project, then begin."""
        if self.workspace is None:
            return
        if self.layer is None:
            self.open()
            return
        model = self.workspace.annotation_panel.sector_table.model()
        if self.edits is None or model is None or model.rowCount() == 0:
            return
        self.edits.save()
        if self.layer.isModified():
            return
        self.timer.stop()
        self.edits.changed.connect(self.note)
        self.write(ready={feature["uuid"]: digest(feature) for feature in self.layer.getFeatures()})
        self.timer.timeout.disconnect()
        self.timer.timeout.connect(self.act)
        self.timer.start(0)

    def open(self):
        from mining_monitor.adapter import project_store
        from mining_monitor.adapter.project_store import Scene

        if not self.path.exists():
            project_store.create(self.path)
            layer = project_store.show_scene(self.path, Scene("pit"), QgsProject.instance()).sectors
            layer.startEditing()
            for number in range(SECTORS):
                layer.addFeature(self.drawn(layer, square(number % 10, number // 10)))
        self.workspace.project.use(self.path)
        self.workspace.show_dock("Annotation")
        self.layer = self.workspace.project.current()
        iface.setActiveLayer(self.layer)
        iface.zoomToActiveLayer()

    def drawn(self, layer, geometry):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature["uuid"], feature["class"], feature["state"] = str(uuid.uuid4()), 5, "draft"
        feature["scene_id"] = "pit"
        return feature

    def note(self, uuids):
        """The plugin says that these are saved."""
        wanted = set(uuids)
        found = {f["uuid"]: digest(f) for f in self.layer.getFeatures() if f["uuid"] in wanted}
        self.write(saved={each: found.get(each) for each in uuids})
        if not self.is_undoing:
            self.steps.append(sorted(wanted))

    def act(self):
        """Do one thing, as a tool or a key of the dock does it."""
        if self.layer.isModified():
            return  # a tool's edit is saved when the events are through
        features = list(self.layer.getFeatures())
        chosen = self.random.choice(features)
        actions = [self.press_class, self.press_class, self.press_undo, self.reshape, self.draw, self.remark]
        if len(features) > SECTORS:
            actions.append(self.delete)
        actions += [self.press_class_for_all] * (self.random.random() < 0.2)
        self.random.choice(actions)(chosen, features)

    def press_class(self, chosen, _features):
        self.write(doing=[chosen["uuid"]], what="class")
        self.layer.selectByIds([chosen.id()])
        QTest.keyClick(iface.mapCanvas(), self.random.choice(CLASS_KEYS))

    def press_class_for_all(self, _chosen, features):
        self.write(doing=[feature["uuid"] for feature in features], what="class of all")
        self.layer.selectAll()
        QTest.keyClick(iface.mapCanvas(), self.random.choice(CLASS_KEYS))

    def press_undo(self, _chosen, _features):
        if not self.edits.can_undo or not self.steps:
            return
        self.write(doing=self.steps.pop(), what="undo")
        self.is_undoing = True
        QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Z)
        self.is_undoing = False

    def remark(self, chosen, _features):
        self.write(doing=[chosen["uuid"]], what="comment")
        self.edits.set_values([chosen.id()], {"comment": f"remark {self.random.random()}"})

    def reshape(self, chosen, _features):
        self.write(doing=[chosen["uuid"]], what="reshape")
        geometry = QgsGeometry(chosen.geometry())
        point = geometry.vertexAt(2)
        far = 0.1 * SIDE
        geometry.moveVertex(point.x() + self.random.uniform(0, far), point.y() + self.random.uniform(0, far), 2)
        self.with_tool(lambda: self.layer.changeGeometry(chosen.id(), geometry))

    def draw(self, _chosen, features):
        feature = self.drawn(self.layer, square(self.random.randrange(20), 10 + self.random.randrange(20)))
        self.write(doing=[feature["uuid"]], what="draw")
        self.with_tool(lambda: self.layer.addFeature(feature))

    def delete(self, chosen, _features):
        self.write(doing=[chosen["uuid"]], what="delete")
        self.with_tool(lambda: self.layer.deleteFeature(chosen.id()))

    def with_tool(self, edit):
        """Edit as a map tool of QGIS does: in the layer's edit buffer, which the plugin saves by itself."""
        if not self.layer.isEditable():
            self.layer.startEditing()
        self.layer.beginEditCommand("tool")
        edit()
        self.layer.endEditCommand()


QTimer.singleShot(200, lambda: globals().update(SESSION=Session()))
