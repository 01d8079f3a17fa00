"""A file that a worker has opened first leaves the main thread with transformations that work."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.qgis.adapter.makers import make_sectors_file

SCRIPT = """
import sys, threading
from qgis.core import *
application = QgsApplication([], False)
application.initQgis()
if sys.argv[2] == "kept":
    from mining_monitor.adapter.provider import MiningMonitorProvider
    QgsApplication.processingRegistry().addProvider(MiningMonitorProvider())
uri = sys.argv[1] + "|layername=sectors"
opened, done = threading.Event(), threading.Event()
def work():
    layer = QgsVectorLayer(uri, "worker", "ogr")
    opened.set()
    done.wait()
thread = threading.Thread(target=work)
thread.start()
opened.wait()
layer = QgsVectorLayer(uri, "main", "ogr")
done.set()
thread.join()
target = QgsCoordinateReferenceSystem("EPSG:32719")
point = QgsCoordinateTransform(layer.crs(), target, QgsProject.instance()).transform(QgsPointXY(-69, -23))
print("at", round(point.x()), round(point.y()), flush=True)
import os
os._exit(0)
"""


def where(path, how):
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path), how],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.stdout.strip().splitlines()[-1]


@pytest.fixture
def path(tmp_path, qgis_app):
    return make_sectors_file(tmp_path / "p.gpkg", [("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", 5, 0.5)])


def test_a_sector_is_where_it_is_after_a_worker_has_opened_its_file(path):
    assert where(path, "kept") == "at 500000 7456480"
