"""An edit and its log row are on disk together: whoever is killed and whoever else writes."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mining_monitor.adapter import project_store
from mining_monitor.adapter.audit_log import Act, AuditLog
from mining_monitor.adapter.edits import EditSession
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.log import first_broken_row
from tests.clock import working
from tests.qgis.adapter.makers import sector_feature, sector_values

ROOT = Path(__file__).resolve().parents[3]

SQUARE = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"

#: Another QGIS: opens the file named first and runs what follows with a session on its sectors.
OTHER_QGIS = """
import os, signal, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, {root!r})
from pathlib import Path
from qgis.core import QgsApplication, QgsGeometry
application = QgsApplication([], False)
application.initQgis()
from mining_monitor.adapter import audit_log, project_store
from mining_monitor.adapter.edits import EditSession
path = Path(sys.argv[1])
session = EditSession(project_store.table(path, "sectors"), editor=lambda: sys.argv[2])
rows = [feature.id() for feature in session.layer.getFeatures()]
def die(*_anything):
    os.kill(os.getpid(), signal.SIGKILL)
print("ready", flush=True)
{body}
"""


def other_qgis(path: Path, who: str, body: str) -> subprocess.Popen:
    program = OTHER_QGIS.format(root=str(ROOT), body=body)
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(path), who], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout.readline().strip() == "ready", process.communicate()[1][-4000:]
    return process


@pytest.fixture
def path(tmp_path, qgis_app):
    path = tmp_path / "p.gpkg"
    project_store.create(path)
    layer = project_store.table(path, "sectors")
    features = [sector_feature(layer.fields(), SQUARE, sector_values(5, 0.5, uuid=f"s{i}")) for i in range(20)]
    assert layer.dataProvider().addFeatures(features)[0]
    return path


def sectors(path) -> dict[str, tuple]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT uuid, class, class_key, state, area_m2 FROM sectors").fetchall()
    connection.close()
    return {row[0]: row[1:] for row in rows}


def classes_by_log(path) -> dict[str, int]:
    """The class of every sector as the log tells it."""
    found = {f"s{i}": 5 for i in range(20)}
    for row in AuditLog(path).rows():
        found[row["uuid"]] = json.loads(row["after"] or "{}").get("class", found.get(row["uuid"]))
    return found


def test_killed_between_sector_and_log_row_leaves_neither(path):
    body = "audit_log.AuditLog.add = die\nsession.set_class(rows, 8)"
    assert other_qgis(path, "Ana", body).wait(60) == -signal.SIGKILL

    assert {values[0] for values in sectors(path).values()} == {5}
    assert AuditLog(path).rows() == []


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment_log_and_sectors_tell_the_same(path, seed):
    body = "import itertools\nfor code in itertools.cycle((8, 3, 9)):\n    session.set_class(rows, code)"
    process = other_qgis(path, "Ana", body)
    time.sleep(random.Random(seed).uniform(0.05, 0.6))
    process.kill()
    process.wait()

    rows = AuditLog(path).rows()
    assert first_broken_row(rows) is None
    assert len(rows) % 20 == 0
    assert {uuid: values[0] for uuid, values in sectors(path).items()} == classes_by_log(path)
    assert all(values[1] == BY_CODE[values[0]].key for values in sectors(path).values())


def test_two_programs_that_write_at_once_make_one_chain(path):
    body = "for _round in range(40):\n    session.set_class([rows[{row}]], 3 if _round % 2 else 8)\nos._exit(0)"
    both = [other_qgis(path, who, body.format(row=row)) for who, row in (("Ana", 0), ("Ben", 1))]
    for process in both:
        assert process.wait(120) == 0, process.communicate()[1][-4000:]

    rows = AuditLog(path).rows()
    assert first_broken_row(rows) is None
    assert [row["seq"] for row in rows] == list(range(1, 81))
    assert sum(row["who"] == "Ana" for row in rows) == 40


def test_the_file_itself_refuses_a_fork(path):
    AuditLog(path).append("Ana", [Act("edit", "s1", {}, {"Name": "x"}, None)])

    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO log (seq, who) VALUES (1, 'an older program')")
    connection.close()


@pytest.fixture
def settled(monkeypatch):
    """An edit of a moment ago counts as one that nobody is saving any more."""
    from datetime import timedelta

    from mining_monitor.adapter import log_repair

    monkeypatch.setattr(log_repair, "SETTLED", timedelta(0))


RESHAPE = """
session.layer.commitChanges = die
session.layer.startEditing()
session.layer.beginEditCommand("Moved vertex")
session.layer.changeGeometry(rows[3], QgsGeometry.fromWkt("POLYGON((0 0, 2 0, 2 1, 0 1, 0 0))"))
session.layer.endEditCommand()
session.save()
"""

DELETE = """
session.layer.commitChanges = die
session.layer.startEditing()
session.layer.deleteFeature(rows[3])
session.save()
"""


@pytest.mark.parametrize("body", [RESHAPE, DELETE], ids=["reshaped", "deleted"])
def test_a_crash_before_qgis_has_saved_is_told_by_the_log_when_the_file_is_opened_again(path, settled, body):
    assert other_qgis(path, "Ana", body).wait(60) == -signal.SIGKILL
    assert sectors(path)["s3"] == (5, "op", "draft", 1e6)
    assert len(AuditLog(path).rows()) == 1

    EditSession(project_store.table(path, "sectors"), editor=lambda: "Ben").close()

    rows = AuditLog(path).rows()
    assert first_broken_row(rows) is None
    assert [(row["action"], row["uuid"], row["who"]) for row in rows[1:]] == [("not_saved", "s3", "Ana")]
    EditSession(project_store.table(path, "sectors"), editor=lambda: "Ben").close()
    assert len(AuditLog(path).rows()) == 2


def test_edits_that_were_saved_want_no_repair(path, settled):
    session = EditSession(project_store.table(path, "sectors"), editor=lambda: "Ana")
    row = {feature["uuid"]: feature.id() for feature in session.layer.getFeatures()}
    session.set_class([row["s1"]], 8)
    session.set_values([row["s2"]], {"Name": "821_1"})
    session.layer.startEditing()
    session.layer.deleteFeature(row["s4"])
    session.save()
    session.undo()
    session.close()
    before = AuditLog(path).rows()

    EditSession(project_store.table(path, "sectors", "another scene"), editor=lambda: "Ben").close()

    assert AuditLog(path).rows() == before


def test_an_edit_that_qgis_cannot_save_is_taken_back_in_the_log_too(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TRIGGER refuse BEFORE UPDATE ON sectors BEGIN SELECT RAISE(ABORT, 'no'); END")
    connection.close()
    session = EditSession(project_store.table(path, "sectors"), editor=lambda: "Ana")
    session.layer.startEditing()
    session.layer.changeAttributeValue(1, session.layer.fields().indexOf("Name"), "821_1")
    session.save()
    session.layer.rollBack()
    session.close()

    assert [row["action"] for row in AuditLog(path).rows()] == ["edit", "not_saved"]


@pytest.mark.clock
def test_two_thousand_sectors_leave_the_event_loop_alive(tmp_path, qgis_app):
    """Between two looks at the event loop this thread works for less than 50 ms; others may have the processor, too."""
    path = tmp_path / "many.gpkg"
    project_store.create(path)
    layer = project_store.table(path, "sectors")
    values = sector_values(5, 0.5)
    layer.dataProvider().addFeatures(
        [sector_feature(layer.fields(), SQUARE, {**values, "uuid": f"s{i}"}) for i in range(2000)]
    )
    session = EditSession(layer, editor=lambda: "Ana")
    rows = [feature.id() for feature in layer.getFeatures()]
    longest = []
    for act in (lambda: session.set_class(rows, 8), session.undo, lambda: session.set_class(rows, 3)):
        looks = [time.thread_time()]
        breathe = session._breathe

        def look(size, breathe=breathe, looks=looks):
            looks.append(time.thread_time())
            breathe(size)

        session._breathe = look
        act()
        session._breathe = breathe
        looks.append(time.thread_time())
        longest.append(max(after - before for before, after in zip(looks, looks[1:])))

    assert min(longest) < working(0.05)
    assert {values[0] for values in sectors(path).values()} == {3}
    assert len(AuditLog(path).rows()) == 6000
    session.close()
