"""Other programs leave the journal of a project file alone while QGIS has the file open."""

import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProject

from mining_monitor.adapter import project_store
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.project_file import Scene
from mining_monitor.adapter.write_ahead import is_write_ahead
from tests.qgis.adapter.shaping_world import box, project_layer

_LOOK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM sectors").fetchone()[0])
connection.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a program's locks whatever it closes")
def test_a_program_that_reads_the_file_and_ends_takes_nothing_away_from_under_qgis(tmp_path, qgis_app):
    path = tmp_path / "pit.gpkg"
    layer = project_layer(path, (box(0, 0, 100, 100), 5, "draft"))
    del layer
    shown = project_store.show_scene(path, Scene("scene"), QgsProject.instance()).sectors
    session = EditSession(shown, editor=lambda: "Ana")
    session.set_class([next(shown.getFeatures()).id()], 8)
    assert is_write_ahead(path)
    beside = Path(f"{path}-shm")
    before = beside.stat().st_ino

    for _program in range(2):
        done = subprocess.run([sys.executable, "-c", _LOOK, str(path)], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "1"
        assert is_write_ahead(path)

    assert beside.stat().st_ino == before
    session.set_class([next(shown.getFeatures()).id()], 9)
    assert [feature["class"] for feature in shown.getFeatures()] == [9]
    session.close()
    QgsProject.instance().clear()
