"""Runs inside the real desktop: the algorithm, for each image of a list, from Processing as the toolbox runs it."""

import json
import os
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer


def run_all() -> None:
    """Detect on every image as a layer of the project; say what went wrong; quit."""
    import processing

    work = json.loads(Path(os.environ["JOURNEY_WORK"]).read_text(encoding="utf-8"))
    problems = []
    for job in work["jobs"]:
        try:
            layer = QgsRasterLayer(job["image"], Path(job["image"]).stem)
            QgsProject.instance().addMapLayer(layer)
            parameters = {"INPUT": layer, "MODEL": work["model"], "OUTPUT": job["output"]}
            processing.run("miningmonitor:detectsectors", parameters)
        except Exception:
            problems.append(f"{job['image']}: {traceback.format_exc()}")
        QgsProject.instance().clear()
    answer = Path(os.environ["JOURNEY_ANSWER"])
    answer.write_text(json.dumps({"problems": problems}), encoding="utf-8")
    QgsApplication.instance().exit(0)


QTimer.singleShot(1000, run_all)
