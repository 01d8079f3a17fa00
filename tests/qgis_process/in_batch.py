"""Runs inside the real desktop: the algorithm as a batch over images, in Processing's own batch dialog."""

import gc
import json
import os
import time
import traceback
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProcessingContext, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.utils import iface


def filled(dialog, work) -> None:
    """Give the dialog one row an image, as a person does who fills its table; layers are loaded afterwards."""
    panel = dialog.mainWidget()
    context = QgsProcessingContext()
    while panel.batchRowCount() < len(work["jobs"]):
        panel.addRow()
    for row, job in enumerate(work["jobs"]):
        for name, value in (("INPUT", job["image"]), ("MODEL", work["model"])):
            panel.wrappers[row][panel.parameter_to_column[name]].setParameterValue(value, context)
        for name, value in (("OUTPUT", job["output"]), ("CLASS_RASTER", job["classes"])):
            panel.tblParameters.cellWidget(row + 1, panel.parameter_to_column[name]).setValue(value)
    panel.checkLoadLayersOnCompletion.setChecked(True)


def wait_for_layers(count: int) -> None:
    """Let QGIS work until the layers are there: newer versions run a batch in the background."""
    until = time.monotonic() + 500
    while len(QgsProject.instance().mapLayers()) < count and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.02)


def run_batch() -> None:
    """Fill the dialog, run it, and say which layers it has loaded and how they are drawn; quit."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    work = json.loads(Path(os.environ["JOURNEY_WORK"]).read_text(encoding="utf-8"))
    said = {"problem": "", "layers": []}
    try:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("miningmonitor:detectsectors")
        dialog = BatchAlgorithmDialog(algorithm, iface.mainWindow())
        dialog.show()
        filled(dialog, work)
        dialog.runAlgorithm()
        said["version"] = Qgis.QGIS_VERSION_INT
        wait_for_layers((2 if said["version"] < 33600 else 1) * len(work["jobs"]))
        said["layers"] = sorted(
            (layer.source().split("|")[0], layer.renderer().type())
            for layer in QgsProject.instance().mapLayers().values()
        )
        dialog.close()
        dialog.deleteLater()
    except Exception:
        said["problem"] = traceback.format_exc()
    Path(os.environ["JOURNEY_ANSWER"]).write_text(json.dumps(said), encoding="utf-8")
    QTimer.singleShot(500, leave)


def leave() -> None:
    """Quit as a person does: later than the dialog, whose own task in the task manager ends with it."""
    gc.collect()
    QgsProject.instance().clear()
    QTimer.singleShot(500, QgsApplication.quit)


QTimer.singleShot(1000, run_batch)
