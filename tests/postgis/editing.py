"""What two clients do at once: classes and shapes of the same few sectors."""

from __future__ import annotations

import random

from qgis.core import QgsGeometry

from mining_monitor.adapter.shared_project.writer import ClashError


def edit_at_random(session, edits: int, chance: random.Random) -> dict[str, int]:
    """Edit, and count what was written and what has clashed."""
    counts = {"written": 0, "clashed": 0}

    def clashed(_number):
        counts["clashed"] += 1

    session.clashed.connect(clashed)
    for _edit in range(edits):
        session.catch_up()
        features = list(session.layer.getFeatures())
        feature = chance.choice(features)
        before = counts["clashed"]
        if chance.random() < 0.5:
            code = chance.choice([c for c in range(1, 10) if c != feature["class"]])
            try:
                counts["written"] += session.set_class([feature.id()], code)
            except ClashError:
                continue
        else:
            shape = QgsGeometry(feature.geometry())
            corner = shape.vertexAt(2)
            shape.moveVertex(corner.x() + chance.uniform(1e-6, 1e-4), corner.y(), 2)
            session.layer.startEditing()
            session.layer.beginEditCommand("tool")
            session.layer.changeGeometry(feature.id(), shape)
            session.layer.endEditCommand()
            session.save()
            counts["written"] += counts["clashed"] == before
    return counts
