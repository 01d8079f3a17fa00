"""After a killed QGIS the next start says up to when all is saved and leads back; an orderly end leaves no mark."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mining_monitor.adapter.open_sessions import OpenSession
from tests.qgis.gui.annotation_places import ROOT

#: Another program that holds a mark until it is killed.
_HOLDER = """
import sys, time
from pathlib import Path
from mining_monitor.adapter.open_sessions import OpenSession
session = OpenSession(Path(sys.argv[1]))
session.mark(Path(sys.argv[2]))
print("marked", flush=True)
time.sleep(120)
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sessions"


@pytest.fixture
def holder(qgis_app, folder, sectors, tmp_path):
    """A QGIS-like program at work on the project file of ``sectors``."""
    command = [sys.executable, "-c", _HOLDER, str(folder), str(tmp_path / "mine.gpkg")]
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=variables)
    assert process.stdout.readline().strip() == "marked"
    yield process
    process.kill()
    process.wait(30)
    process.stdout.close()


def test_a_session_that_is_still_there_is_not_lost(folder, holder):
    assert OpenSession(folder).lost() == []
    assert list(folder.glob("*.json"))


def test_a_killed_session_is_told_once_with_its_last_act(workspace, folder, holder, tmp_path):
    workspace.annotation.session.set_class([1], 9)
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait(30)
    (lost,) = OpenSession(folder).lost()
    assert (lost.project, lost.who) == (tmp_path / "mine.gpkg", "Ana")
    assert lost.at.startswith("20")
    assert OpenSession(folder).lost() == []


def test_the_next_start_offers_it_and_goes_on_with_it(workspace, folder, holder, iface, tmp_path, wait_until):
    from qgis.core import QgsProject
    from qgis.PyQt.QtWidgets import QPushButton

    from mining_monitor.gui.reviewing.recovery import Recovery

    workspace.annotation.session.set_class([1], 9)
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait(30)
    QgsProject.instance().clear()
    wait_until(lambda: not workspace.project.layers())
    recovery = Recovery(iface.messageBar(), workspace.project, workspace.project, OpenSession(folder))
    recovery.offer()
    (item,) = recovery._items
    assert item.text().startswith("QGIS ended unexpectedly while mine.gpkg was open. Every edit up to 20")
    item.findChildren(QPushButton)[-1].click()
    wait_until(lambda: workspace.project.layers())
    assert workspace.project.current().featureCount() == 3
    recovery.close()


def test_an_orderly_end_leaves_no_mark(workspace, folder, sectors, iface, wait_until):
    from mining_monitor.gui.reviewing.recovery import Recovery

    recovery = Recovery(iface.messageBar(), workspace.project, workspace.project, OpenSession(folder))
    workspace.project.changed.emit()
    assert len(list(folder.glob("*.json"))) == 1
    recovery.close()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"project": 7}', '{"project": "/nowhere/x.gpkg"}', "\0"])
def test_a_damaged_mark_is_forgotten(qgis_app, folder, content):
    folder.mkdir()
    (folder / "1.json").write_text(content)
    assert OpenSession(folder).lost() == []
    assert not list(folder.glob("*.json"))


def test_a_folder_that_takes_nothing_is_no_reason_to_stop(qgis_app, tmp_path):
    (tmp_path / "file").write_text("")
    session = OpenSession(tmp_path / "file" / "sessions")
    session.mark(Path("x.gpkg"))
    session.clear()
    assert session.lost() == []
