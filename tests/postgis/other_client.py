"""A second QGIS, in a process of its own, that edits the shared project as fast as it can: counts go to its output."""

from __future__ import annotations

import json
import os
import random
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication


def main(uri: str, schema: str, who: str, edits: int) -> None:
    application = QgsApplication([], False)
    application.initQgis()
    from qgis.core import QgsProject

    from mining_monitor.adapter.shared_project.opening import show
    from mining_monitor.adapter.shared_project.place import SharedPlace
    from mining_monitor.adapter.shared_project.session import SharedSession
    from tests.postgis.editing import edit_at_random

    place = SharedPlace(uri, schema)
    session = SharedSession(show(place, QgsProject.instance())[0], place, editor=lambda: who)
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(edit_at_random(session, edits, random.Random(2))), flush=True)
    session.close()
    os._exit(0)  # nothing is left to save; QGIS's own end has nothing to do with this


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
