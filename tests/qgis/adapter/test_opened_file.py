"""The project file while it is open, when it is closed, and when somebody puts another one in its place."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsGeometry, QgsProject

from mining_monitor.adapter import project_store
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.project_file import Scene
from mining_monitor.adapter.write_ahead import is_write_ahead
from mining_monitor.contract.errors import OutputError
from tests.qgis.adapter.shaping_world import box, project_layer

PLACES = [box(150 * number, 0, 150 * number + 100, 100) for number in range(3)]


@pytest.fixture
def path(tmp_path, qgis_app):
    """A project file with three sectors, as a run leaves it: nobody has stored a style in it."""
    layer = project_layer(tmp_path / "pit.gpkg", *((place, 5, "draft") for place in PLACES))
    del layer
    return tmp_path / "pit.gpkg"


def opened(path):
    layer = project_store.show_scene(path, Scene("scene"), QgsProject.instance()).sectors
    return EditSession(layer, editor=lambda: "Ana")


@pytest.fixture
def session(path):
    made = opened(path)
    yield made
    made.close()
    QgsProject.instance().clear()


def fid(session, uuid="0"):
    return next(f.id() for f in session.layer.getFeatures() if f["uuid"] == uuid)


def stored(path, uuid="0"):
    """Class of a sector, and how many log rows there are, as any program reads them."""
    with closing(sqlite3.connect(path)) as connection:
        (code,) = connection.execute("SELECT class FROM sectors WHERE uuid = ?", (uuid,)).fetchone()
        return code, connection.execute("SELECT count(*) FROM log").fetchone()[0]


def reshape(session, uuid="0"):
    """As a tool of QGIS does it."""
    session.layer.startEditing()
    session.layer.beginEditCommand("tool")
    assert session.layer.changeGeometry(fid(session, uuid), QgsGeometry(box(0, 0, 120, 100)))
    session.layer.endEditCommand()
    session.save()


def replaced(path, tmp_path):
    """Put a copy, larger and with another class of the first sector, in the place of the file."""
    copy = tmp_path / "copy.gpkg"
    shutil.copy(path, copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("CREATE TABLE padding AS SELECT zeroblob(300000) AS a")
        for name in [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE sectors SET class = 9 WHERE uuid = '0'")
    copy.replace(path)


def test_a_layer_of_a_new_file_has_its_count_and_its_extent_once_it_is_shown(session, path):
    assert session.layer.featureCount() == 3
    assert session.layer.extent().width() > 0
    assert is_write_ahead(path)


def test_layers_that_somebody_has_opened_before_can_be_read_while_one_is_edited(path):
    first, second = (project_store.table(path, "sectors") for _ in range(2))
    QgsProject.instance().addMapLayers([first, second])
    session = EditSession(first, editor=lambda: "Ana")

    reshape(session)

    second.updateExtents(True)
    assert second.featureCount() == 3 and second.extent().width() > 0
    assert sum(1 for _ in second.getFeatures()) == 3
    session.close()


@pytest.mark.parametrize("edit", [lambda s: s.set_class([fid(s)], 8), reshape], ids=["ours", "a tool of QGIS"])
def test_a_copy_of_the_open_file_alone_holds_the_edit(session, path, tmp_path, edit):
    edit(session)
    shutil.copy(path, tmp_path / "copy.gpkg")

    assert stored(tmp_path / "copy.gpkg")[1] == 1
    with closing(sqlite3.connect(tmp_path / "copy.gpkg")) as connection:
        assert connection.execute("SELECT count(*) FROM sectors WHERE state = 'edited'").fetchone() == (1,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_closed_project_is_one_whole_file(path, tmp_path):
    session = opened(path)
    session.set_class([fid(session)], 8)
    reshape(session)
    session.layer.rollBack()
    session.close()
    del session
    QgsProject.instance().clear()

    assert [each.name for each in tmp_path.iterdir()] == ["pit.gpkg"]
    assert stored(path) == (8, 2)


def test_after_another_file_has_taken_the_place_nothing_is_written_until_it_is_opened_again(path, tmp_path):
    session = opened(path)
    session.set_class([fid(session)], 8)
    row = fid(session, "1")
    replaced(path, tmp_path)

    for edit in (lambda: session.set_class([row], 4), session.undo):
        with pytest.raises(OutputError, match=r"pit\.gpkg was replaced by another file while it was open"):
            edit()
    session.close()
    QgsProject.instance().clear()
    assert stored(path) == (9, 1)

    again = opened(path)
    assert {f["uuid"]: f["class"] for f in again.layer.getFeatures()} == {"0": 9, "1": 5, "2": 5}
    assert again.set_class([fid(again, "1")], 4) == 1
    again.close()
    QgsProject.instance().clear()
    assert stored(path, "1") == (4, 2)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_edit_of_a_tool_stays_in_the_layer_when_the_file_is_another_one(session, path, tmp_path, bar):
    row = fid(session)
    session.layer.startEditing()
    session.layer.changeAttributeValue(row, session.layer.fields().indexOf("class"), 3)
    replaced(path, tmp_path)

    session.save()

    assert session.layer.isModified() and stored(path) == (9, 0)
    assert "Remove its layers from the map, then open it again." in bar.items()[-1].text()
    session.layer.rollBack()


def test_a_file_that_is_gone_is_told_in_one_sentence(session, path, tmp_path):
    row = fid(session)
    path.rename(tmp_path / "elsewhere.gpkg")

    with pytest.raises(OutputError, match=r"is no longer there\. Put it back"):
        session.set_class([row], 4)

    path.unlink(missing_ok=True)  # QGIS may have made an empty one
    (tmp_path / "elsewhere.gpkg").rename(path)
    assert session.set_class([row], 4) == 1
