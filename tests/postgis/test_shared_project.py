"""A project in PostGIS on a real server: published whole, edited by two, nothing overwritten, one unbroken log."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from mining_monitor.schema.log import first_broken_row
from tests.postgis.conftest import square
from tests.postgis.server import OWNER
from tests.real_qgis import ROOT


def fid_of(session, uuid):
    return next(f.id() for f in session.layer.getFeatures() if f["uuid"] == uuid)


def sector(session, uuid):
    return next(f for f in session.layer.getFeatures() if f["uuid"] == uuid)


def reshape_with_a_tool(session, uuid, wkt):
    """As a map tool of QGIS does it: in the edit buffer, saved by the plugin."""
    from qgis.core import QgsGeometry

    session.layer.startEditing()
    session.layer.beginEditCommand("vertex tool")
    assert session.layer.changeGeometry(fid_of(session, uuid), QgsGeometry.fromWkt(wkt))
    session.layer.endEditCommand()
    session.save()


# -- publishing ----------------------------------------------------------------------------------------------------


def test_a_published_project_is_the_file(place, anna, project_file, log):
    with closing(sqlite3.connect(project_file)) as connection:
        rows = connection.execute(
            'SELECT uuid, "Name", class, confidence, area_m2 FROM sectors ORDER BY uuid'
        ).fetchall()
        chain = connection.execute("SELECT row_sha256 FROM log ORDER BY seq").fetchall()
    names = ("uuid", "Name", "class", "confidence", "area_m2")
    assert sorted(tuple(f[n] for n in names) for f in anna.layer.getFeatures()) == rows
    assert [row["row_sha256"] for row in log()] == [row[0] for row in chain]
    assert anna.layer.crs().authid() == "EPSG:4326"


def test_the_layers_source_holds_no_password(anna):
    assert "authcfg=" in anna.layer.source() and "word of" not in anna.layer.source()


def test_a_schema_that_is_there_stays_as_it_is(place, project_file, server):
    from mining_monitor.adapter.shared_project.publishing import publish
    from mining_monitor.contract.errors import OutputError

    with pytest.raises(OutputError, match="There is a project"):
        publish(project_file, place)
    assert server.psql(f"SELECT count(*) FROM {place.schema}.sectors") == "6"


@pytest.mark.parametrize("name", ["", "Pit", "pit; drop schema x", "1pit", "pg_pit", "p" * 49, 'p"it', "a__partial"])
def test_a_name_that_is_no_name_is_refused(name):
    from mining_monitor.adapter.shared_project.place import SharedPlace
    from mining_monitor.contract.errors import ParameterError

    with pytest.raises(ParameterError):
        SharedPlace("dbname='mining'", name)


@pytest.mark.parametrize("file", ["Mina Ñandú 2024", "2024", "pg_x", "", "ÄÖ", "a" * 80, "_x__partial"])
def test_every_file_name_suggests_a_name(file):
    from mining_monitor.adapter.shared_project.place import require_name, suggested_name

    require_name(suggested_name(file))


def test_publishing_that_is_given_up_leaves_nothing(project_file, logins, server):
    from mining_monitor.adapter.shared_project.place import SharedPlace
    from mining_monitor.adapter.shared_project.publishing import publish
    from mining_monitor.contract.errors import CancelledError

    def pause():
        raise CancelledError("cancelled")

    with pytest.raises(CancelledError):
        publish(project_file, SharedPlace(logins[OWNER], "given_up"), (), pause)
    assert server.psql("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'given_up%'") == "0"


def test_a_broken_log_is_not_published(project_file, logins, server):
    from mining_monitor.adapter.shared_project.place import SharedPlace
    from mining_monitor.adapter.shared_project.publishing import publish
    from mining_monitor.contract.errors import AnnotationsError

    with closing(sqlite3.connect(project_file)) as connection:
        connection.execute("UPDATE log SET who = 'x' WHERE seq = 2")
        connection.commit()
    with pytest.raises(AnnotationsError, match="row 2"):
        publish(project_file, SharedPlace(logins[OWNER], "broken"))
    assert server.psql("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'broken%'") == "0"


def test_a_stranger_sees_and_publishes_nothing(place, logins, server, project_file):
    from mining_monitor.adapter.shared_project import place as places
    from mining_monitor.adapter.shared_project.publishing import publish
    from mining_monitor.contract.errors import OutputError

    own = places.SharedPlace(logins[OWNER], f"{place.schema}_own")
    publish(project_file, own)
    assert own.schema not in places.projects(logins["anna"])
    assert place.schema in places.projects(logins["anna"])
    with pytest.raises(OutputError, match="permission denied"):
        publish(project_file, places.SharedPlace(logins["anna"], "annas"))


def test_a_server_that_does_not_answer_is_one_sentence(logins, tmp_path):
    from mining_monitor.adapter.shared_project import place as places
    from mining_monitor.contract.errors import OutputError

    with pytest.raises(OutputError, match="does not answer"):
        places.projects(f"dbname='mining' host={tmp_path} port=1 user='nobody'")


# -- one analyst ---------------------------------------------------------------------------------------------------


def test_an_edit_is_in_the_database_with_its_log_row(anna, log, server, place):
    assert anna.set_class([fid_of(anna, "s1")], 8) == 1
    row = log()[-1]
    assert (row["who"], row["action"], row["uuid"], row["seq"]) == ("Anna", "class", "s1", 7)
    assert json.loads(row["before"])["class"] == 5 and json.loads(row["after"])["class"] == 8
    assert first_broken_row(log()) is None
    assert server.psql(f"SELECT class, state, editor FROM {place.schema}.sectors WHERE uuid = 's1'") == "8|edited|Anna"


def test_undo_and_redo_are_in_the_log_too(anna, log):
    anna.set_class([fid_of(anna, "s1")], 8)
    anna.undo()
    assert sector(anna, "s1")["class"] == 5 and sector(anna, "s1")["state"] == "draft"
    anna.redo()
    assert sector(anna, "s1")["class"] == 8
    assert [row["action"] for row in log()[-3:]] == ["class", "undo", "redo"]
    assert first_broken_row(log()) is None


def test_tools_of_qgis_draw_reshape_and_delete(anna, log):
    from qgis.core import QgsFeature, QgsGeometry

    layer = anna.layer
    reshape_with_a_tool(anna, "s2", square(4, 0, 0.0012))
    drawn = QgsFeature(layer.fields())
    drawn.setGeometry(QgsGeometry.fromWkt(square(3, 5)))
    drawn["class"], drawn["scene_id"] = 4, "scene"
    layer.beginEditCommand("draw")
    layer.addFeature(drawn)
    layer.endEditCommand()
    anna.save()
    layer.beginEditCommand("delete")
    layer.deleteFeature(fid_of(anna, "s3"))
    layer.endEditCommand()
    anna.save()
    assert not layer.isModified() and layer.isEditable()
    assert [row["action"] for row in log()[-3:]] == ["reshape", "draw", "delete"]
    assert sector(anna, "s2")["area_m2"] == pytest.approx(1.44 * 11446, rel=0.01)
    assert layer.featureCount() == 6
    anna.undo()
    anna.undo()
    anna.undo()
    assert sorted(f["uuid"] for f in layer.getFeatures()) == [f"s{n}" for n in range(6)]
    assert sector(anna, "s2").geometry().equals(QgsGeometry.fromWkt(square(4, 0)))
    assert first_broken_row(log()) is None


def test_an_edit_that_the_database_refuses_stays_in_the_layer(anna, server, place):
    from qgis.core import QgsGeometry

    server.psql(f"REVOKE UPDATE ON {place.schema}.sectors FROM anna")
    reshape_with_a_tool(anna, "s2", square(4, 0, 0.0012))
    assert anna.layer.isModified()
    server.psql(f"GRANT UPDATE ON {place.schema}.sectors TO anna")
    anna.save()
    assert not anna.layer.isModified()
    assert sector(anna, "s2").geometry().equals(QgsGeometry.fromWkt(square(4, 0, 0.0012)))


# -- two analysts --------------------------------------------------------------------------------------------------


def test_the_later_of_two_edits_is_not_written_and_not_lost(anna, bert, log):
    from mining_monitor.adapter.shared_project.writer import ClashError

    told = []
    bert.clashed.connect(told.append)
    anna.set_class([fid_of(anna, "s1")], 8)
    with pytest.raises(ClashError):
        bert.set_class([fid_of(bert, "s1")], 4)
    assert sector(bert, "s1")["class"] == 8
    (clash,) = bert.open_clashes()
    assert told == [clash.number] and clash.who == "Bert"
    (pair,) = clash.pairs
    assert (pair.mine.values["class"], pair.theirs.values["class"], pair.who) == (4, 8, "Anna")
    assert len(log()) == 7


def clash_of_shapes(anna, bert):
    reshape_with_a_tool(anna, "s1", square(2, 0, 0.0015))
    reshape_with_a_tool(bert, "s1", square(2, 0, 0.0005))
    (clash,) = bert.open_clashes()
    return clash


def test_both_shapes_of_a_clash_are_there_byte_for_byte(anna, bert):
    from qgis.core import QgsGeometry

    clash = clash_of_shapes(anna, bert)
    (pair,) = clash.pairs
    assert bytes(pair.mine.geometry.asWkb()) == bytes(QgsGeometry.fromWkt(square(2, 0, 0.0005)).asWkb())
    assert bytes(pair.theirs.geometry.asWkb()) == bytes(QgsGeometry.fromWkt(square(2, 0, 0.0015)).asWkb())
    assert not bert.layer.isModified()


@pytest.mark.parametrize(("decision", "side"), [("mine", 0.0005), ("theirs", 0.0015), ("both", 0.0015)])
def test_the_choice_is_carried_out_and_logged(anna, bert, log, decision, side):
    from qgis.core import QgsGeometry

    clash = clash_of_shapes(anna, bert)
    bert.decide(clash, decision)
    assert bert.open_clashes() == []
    now = sector(bert, "s1")
    assert now.geometry().equals(QgsGeometry.fromWkt(square(2, 0, side)))
    comment = now["comment"] or ""
    assert ("Bert" in str(comment) and "another shape, 0.29 ha" in str(comment)) == (decision == "both")
    assert len(log()) == {"mine": 8, "theirs": 7, "both": 8}[decision]
    assert first_broken_row(log()) is None


def test_a_choice_can_be_undone(anna, bert):
    from qgis.core import QgsGeometry

    bert.decide(clash_of_shapes(anna, bert), "mine")
    bert.undo()
    assert sector(bert, "s1").geometry().equals(QgsGeometry.fromWkt(square(2, 0, 0.0015)))


def test_a_third_edit_while_somebody_chooses_is_not_overwritten_either(anna, bert):
    from mining_monitor.adapter.shared_project.writer import ClashError

    clash = clash_of_shapes(anna, bert)
    anna.set_class([fid_of(anna, "s1")], 1)
    with pytest.raises(ClashError):
        bert.decide(clash, "mine")
    assert sector(bert, "s1")["class"] == 1
    (again,) = bert.open_clashes()
    assert again.number != clash.number and again.pairs[0].theirs.values["class"] == 1


def test_a_reshape_of_a_deleted_sector_waits_and_can_bring_it_back(anna, bert, log):
    from qgis.core import QgsGeometry

    fid = fid_of(bert, "s1")
    bert.layer.startEditing()
    bert.layer.beginEditCommand("vertex tool")
    bert.layer.changeGeometry(fid, QgsGeometry.fromWkt(square(2, 0, 0.0005)))
    bert.layer.endEditCommand()
    anna.layer.startEditing()
    anna.layer.deleteFeature(fid_of(anna, "s1"))
    anna.save()
    bert.save()
    (clash,) = bert.open_clashes()
    assert clash.pairs[0].theirs is None and not clash.can_be_both
    bert.decide(clash, "mine")
    back = sector(bert, "s1")
    assert back.geometry().equals(QgsGeometry.fromWkt(square(2, 0, 0.0005))) and back["class"] == 5
    assert first_broken_row(log()) is None


def test_a_deletion_of_a_changed_sector_waits(anna, bert):
    from mining_monitor.adapter.snapshots import rows_by_uuid

    anna.set_class([fid_of(anna, "s1")], 8)
    bert.layer.startEditing()
    bert.layer.deleteFeature(rows_by_uuid(bert.layer, ["s1"])["s1"])
    bert.save()
    assert sector(bert, "s1")["class"] == 8
    (clash,) = bert.open_clashes()
    assert clash.pairs[0].mine is None
    bert.decide(clash, "mine")
    assert "s1" not in {f["uuid"] for f in bert.layer.getFeatures()}


def test_a_step_is_written_whole_or_not_at_all(anna, bert):
    from mining_monitor.adapter.shared_project.writer import ClashError

    anna.set_class([fid_of(anna, "s1")], 8)
    with pytest.raises(ClashError):
        bert.set_class([fid_of(bert, f"s{n}") for n in range(3)], 4)
    assert [sector(bert, f"s{n}")["class"] for n in range(3)] == [5, 8, 5]
    (clash,) = bert.open_clashes()
    assert sorted((pair.uuid, pair.is_clash) for pair in clash.pairs) == [
        ("s0", False), ("s1", True), ("s2", False),
    ]  # fmt: skip
    bert.decide(clash, "mine")
    assert [sector(bert, f"s{n}")["class"] for n in range(3)] == [4, 4, 4]


def test_different_sectors_do_not_clash(anna, bert, log):
    anna.set_class([fid_of(anna, "s1")], 8)
    bert.set_class([fid_of(bert, "s2")], 4)
    assert anna.open_clashes() == [] and first_broken_row(log()) is None


def test_what_somebody_else_did_is_told_and_shown(anna, bert, wait_until):
    told = []
    bert.others_changed.connect(told.append)
    anna.set_class([fid_of(anna, "s1")], 8)
    wait_until(lambda: told)
    assert told[0] == ["s1"]


def test_what_was_on_the_map_a_moment_ago_may_still_be_under_somebodys_hand(anna, bert, monkeypatch):
    from mining_monitor.adapter.shared_project import writer

    anna.set_class([fid_of(anna, "s1")], 8)
    bert.catch_up()
    with pytest.raises(writer.ClashError):
        bert.set_class([fid_of(bert, "s1")], 4)
    monkeypatch.setattr(writer, "GRACE_S", 0.0)
    anna.set_class([fid_of(anna, "s2")], 8)
    bert.catch_up()
    assert bert.set_class([fid_of(bert, "s2")], 4) == 1


def test_an_open_clash_is_there_for_the_next_session(anna, bert, analyst):
    from mining_monitor.adapter.shared_project.writer import ClashError

    anna.set_class([fid_of(anna, "s1")], 8)
    with pytest.raises(ClashError):
        bert.set_class([fid_of(bert, "s1")], 4)
    bert.close()
    (clash,) = analyst("bert").open_clashes()
    assert clash.pairs[0].mine.values["class"] == 4


def test_two_do_not_decide_one_clash(anna, bert):
    from mining_monitor.contract.errors import OutputError

    clash = clash_of_shapes(anna, bert)
    bert.decide(clash, "theirs")
    with pytest.raises(OutputError, match="decided already"):
        anna.decide(clash, "theirs")


# -- other programs ------------------------------------------------------------------------------------------------


def test_an_edit_without_the_plugin_is_logged_and_chained(place, server, log):
    server.psql(f"UPDATE {place.schema}.sectors SET class = 1 WHERE uuid = 's0'", role="bert")
    row = log()[-1]
    assert (row["who"], row["action"], json.loads(row["after"])) == ("bert", "class", {"class": 1})
    assert first_broken_row(log()) is None


@pytest.mark.parametrize(
    "statement",
    ["UPDATE {}.log SET who = 'x'", "DELETE FROM {}.log", "TRUNCATE {}.log", "TRUNCATE {}.sectors CASCADE",
     "UPDATE {}.sectors SET uuid = 'x' WHERE uuid = 's1'", "DELETE FROM {}.clashes",
     "UPDATE {}.sectors SET class = 1, version = 0 WHERE uuid = 's1'"],
    ids=["update log", "delete log", "truncate log", "truncate sectors", "identity", "clashes", "stale version"],
)  # fmt: skip
@pytest.mark.parametrize("role", [OWNER, "bert"])
def test_nobody_changes_what_was_done(place, server, statement, role):
    with pytest.raises(AssertionError, match=r"not allowed|denied|cannot be changed|someone else"):
        server.psql(statement.format(place.schema), role=role)


def test_an_analyst_writes_no_log_rows_by_hand(place, server):
    with pytest.raises(AssertionError, match="permission denied"):
        server.psql(f"INSERT INTO {place.schema}.log (who) VALUES ('x')", role="bert")


def test_texts_of_all_kinds_are_chained_as_python_does_it(anna, log):
    text = "\"q\" \\ 'a' \t \n \u0001 \u007f ñ 日本 \U0001f600 {} /"
    anna.set_values([fid_of(anna, "s1")], {"comment": text})
    assert json.loads(log()[-1]["after"])["comment"] == text
    assert first_broken_row(log()) is None


# -- home ----------------------------------------------------------------------------------------------------------


def test_a_copy_taken_home_is_the_shared_project(place, anna, bert, log, tmp_path):
    from mining_monitor.adapter import project_store
    from mining_monitor.adapter.shared_project.publishing import take_home

    anna.set_class([fid_of(anna, "s1")], 8)
    reshape_with_a_tool(bert, "s2", square(4, 0, 0.0012))
    path = tmp_path / "home.gpkg"
    assert take_home(place, path) == 6
    layer = project_store.table(path, "sectors")
    theirs = {f["uuid"]: (f["class"], f.geometry().asWkt()) for f in anna.layer.getFeatures()}
    assert {f["uuid"]: (f["class"], f.geometry().asWkt()) for f in layer.getFeatures()} == theirs
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT max(seq) FROM log").fetchone() == (8,)


@pytest.fixture
def engine_python():
    path = Path(os.environ.get("MINING_MONITOR_ENGINE") or ROOT / ".venv" / "engine" / "bin" / "python")
    if not path.exists():
        pytest.skip("the engine's environment is not built: make engine")
    return str(path)


def test_the_engine_verifies_the_log_of_a_copy(place, anna, server, engine_python, tmp_path):
    from mining_monitor.adapter.shared_project.publishing import take_home

    reshape_with_a_tool(anna, "s2", square(4, 0, 0.0012))
    anna.undo()
    server.psql(f"UPDATE {place.schema}.sectors SET class = 1, \"Name\" = NULL WHERE uuid = 's0'", role="bert")
    server.psql(f"DELETE FROM {place.schema}.sectors WHERE uuid = 's5'", role="bert")
    take_home(place, tmp_path / "home.gpkg")
    command = [engine_python, "-m", "mining_monitor.engine", "history", "verify", str(tmp_path / "home.gpkg")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "10 rows, and every sector is as it left them" in done.stdout
