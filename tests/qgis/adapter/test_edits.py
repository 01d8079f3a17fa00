"""Edits are saved at once, undone in one step, logged for good, and follow the review rules."""

import json
import sqlite3

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

from mining_monitor.adapter import project_store
from mining_monitor.adapter.audit_log import AuditLog
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.forms import apply_form, set_scene
from mining_monitor.contract.errors import AnnotationsError, OutputError
from mining_monitor.schema.log import first_broken_row
from tests.clock import within
from tests.qgis.adapter.holding import held
from tests.qgis.adapter.makers import sector_feature, sector_values

SQUARE = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"
OTHER = "POLYGON((2 0, 3 0, 3 1, 2 1, 2 0))"


@pytest.fixture
def path(tmp_path, qgis_app):
    path = tmp_path / "p.gpkg"
    project_store.create(path)
    layer = project_store.table(path, "sectors")
    rows = [(SQUARE, sector_values(5, 0.5, uuid="a")), (OTHER, sector_values(9, 0.9, uuid="b"))]
    features = [sector_feature(layer.fields(), wkt, values) for wkt, values in rows]
    assert layer.dataProvider().addFeatures(features)[0]
    return path


@pytest.fixture
def session(path):
    layer = project_store.table(path, "sectors")
    apply_form(layer)
    set_scene(layer, "scene")
    session = EditSession(layer, editor=lambda: "Ana")
    yield session
    session.close()


def fid(session, uuid):
    return next(f.id() for f in session.layer.getFeatures() if f["uuid"] == uuid)


def on_disk(path, uuid, *names):
    """What another program would read."""
    layer = QgsVectorLayer(f"{path}|layername=sectors", "fresh", "ogr")
    for feature in layer.getFeatures():
        if feature["uuid"] == uuid:
            values = [feature[name] for name in names]
            return tuple(None if hasattr(v, "isNull") and v.isNull() else v for v in values)
    return None


def log_actions(path):
    rows = AuditLog(path).rows()
    assert first_broken_row(rows) is None
    return [(row["action"], row["uuid"], row["who"]) for row in rows]


def test_a_new_class_is_on_disk_at_once_with_its_key_and_who_did_it(session, path):
    session.set_class([fid(session, "a")], 8)

    assert on_disk(path, "a", "class", "class_key", "state", "editor") == (8, "tsf", "edited", "Ana")
    assert on_disk(path, "a", "edited_at")[0].endswith("+00:00")
    assert not session.layer.isEditable()


def test_undo_and_redo_go_step_by_step_and_are_saved(session, path):
    session.set_class([fid(session, "a")], 8)
    session.set_class([fid(session, "a"), fid(session, "b")], 3)

    session.undo()
    assert (on_disk(path, "a", "class"), on_disk(path, "b", "class")) == ((8,), (9,))
    session.undo()
    assert on_disk(path, "a", "class", "class_key", "state", "editor") == (5, "op", "draft", None)
    session.redo()
    assert on_disk(path, "a", "class", "class_key", "state", "editor") == (8, "tsf", "edited", "Ana")
    assert session.can_undo and session.can_redo
    session.set_class([fid(session, "b")], 6)
    assert not session.can_redo


def test_every_act_is_in_the_log_and_undo_adds_to_it(session, path):
    session.set_class([fid(session, "a")], 8)
    session.undo()

    assert log_actions(path) == [("class", "a", "Ana"), ("undo", "a", "Ana")]
    row = AuditLog(path).rows()[0]
    assert json.loads(row["before"])["class"] == 5 and json.loads(row["after"])["class"] == 8


def test_the_log_goes_on_where_another_program_has_written(session, path):
    session.set_class([fid(session, "a")], 8)
    other = EditSession(project_store.table(path, "sectors"), editor=lambda: "Ben")
    other.set_class([fid(other, "b")], 3)
    session.set_class([fid(session, "a")], 9)

    assert log_actions(path) == [("class", "a", "Ana"), ("class", "b", "Ben"), ("class", "a", "Ana")]
    other.close()


def test_approval_needs_date_and_system_and_names_who_lacks_them(session, path):
    session.set_values([fid(session, "b")], {"date": "2021-02-27", "system": "Sentinel-2"})

    with pytest.raises(AnnotationsError) as caught:
        session.set_state([fid(session, "a"), fid(session, "b")], "approved")

    assert caught.value.facts == {"missing": ["date", "system"], "uuids": ["a"]}
    assert on_disk(path, "b", "state") == ("draft",)


@pytest.mark.parametrize("date", ["2021-13-01", "27.02.2021", "2021-22-07"])
def test_an_impossible_date_does_not_count_as_a_date(session, date):
    session.set_values([fid(session, "a")], {"date": date, "system": "Maxar"})

    with pytest.raises(AnnotationsError) as caught:
        session.set_state([fid(session, "a")], "approved")
    assert caught.value.facts["missing"] == ["date"]


def test_approval_names_the_reviewer_and_a_later_edit_withdraws_it(session, path):
    session.set_values([fid(session, "a")], {"date": " 2021-02-27 ", "system": "Maxar"})
    session.set_state([fid(session, "a")], "approved")
    assert on_disk(path, "a", "state", "reviewer") == ("approved", "Ana")

    session.set_class([fid(session, "a")], 9)

    assert on_disk(path, "a", "state", "reviewer", "reviewed_at") == ("edited", None, None)


@pytest.mark.parametrize(("field", "state"), [("date", "edited"), ("system", "edited"), ("Name", "approved")])
def test_another_date_or_source_takes_an_approvals_ground_away(session, path, field, state):
    session.set_values([fid(session, "a")], {"date": "2021-02-27", "system": "Maxar"})
    session.set_state([fid(session, "a")], "approved")

    session.set_values([fid(session, "a")], {field: "2020-01-01"})

    assert on_disk(path, "a", "state") == (state,)


def test_a_rejection_needs_a_reason(session, path):
    with pytest.raises(AnnotationsError, match="needs a reason"):
        session.set_state([fid(session, "a")], "rejected")
    session.set_state([fid(session, "a")], "rejected", "A river, no pit.")

    assert on_disk(path, "a", "state", "comment") == ("rejected", "A river, no pit.")


def test_a_step_that_the_rules_do_not_allow_changes_nothing(session, path):
    with pytest.raises(AnnotationsError, match="'draft' cannot become 'published'"):
        session.set_state([fid(session, "a")], "published")
    assert on_disk(path, "a", "state") == ("draft",)


def test_the_same_class_again_is_no_edit(session, path):
    assert session.set_class([fid(session, "a")], 5) == 0
    assert not session.can_undo and log_actions(path) == []


def test_a_polygon_drawn_with_qgis_is_saved_and_completed(session, path, wait_until):
    layer = session.layer
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((10 0, 10.01 0, 10.01 0.01, 10 0.01, 10 0))"))
    feature["class"] = 6
    layer.beginEditCommand("Feature added")
    layer.addFeature(feature)
    layer.endEditCommand()
    wait_until(lambda: session.can_undo)

    fresh = project_store.table(path, "sectors")
    drawn = next(f for f in fresh.getFeatures() if f["class"] == 6)
    assert (drawn["class_key"], drawn["state"], drawn["source"], drawn["editor"]) == ("pp", "edited", "analyst", "Ana")
    assert drawn["area_m2"] == pytest.approx(1_230_907, rel=1e-3)
    assert len(drawn["uuid"]) == 36
    assert layer.isEditable() and not layer.isModified()
    session.undo()
    assert project_store.table(path, "sectors").featureCount() == 2
    session.redo()
    assert on_disk(path, drawn["uuid"], "class_key") == ("pp",)


def test_a_reshaped_sector_has_a_new_area_and_is_edited(session, path, wait_until):
    layer, row = session.layer, fid(session, "a")
    layer.startEditing()
    layer.beginEditCommand("Moved vertex")
    layer.changeGeometry(row, QgsGeometry.fromWkt("POLYGON((0 0, 2 0, 2 1, 0 1, 0 0))"))
    layer.endEditCommand()
    wait_until(lambda: session.can_undo)

    state, area = on_disk(path, "a", "state", "area_m2")
    assert state == "edited" and area == pytest.approx(2 * 12_308_778_361, rel=1e-3)
    assert "wkb" in json.loads(AuditLog(path).rows()[0]["before"])
    session.undo()
    assert on_disk(path, "a", "state", "area_m2") == ("draft", 1e6)


def test_both_parts_of_a_split_sector_have_an_identity_of_their_own(session, path, wait_until):
    layer = session.layer
    layer.startEditing()
    layer.beginEditCommand("Split")
    layer.splitFeatures([QgsPointXY(0.5, -1), QgsPointXY(0.5, 2)])
    layer.endEditCommand()
    wait_until(lambda: session.can_undo)

    rows = [(f["uuid"], f["class_key"], round(f.geometry().area(), 6)) for f in session.layer.getFeatures()]
    assert len({uuid for uuid, _, _ in rows}) == 3
    assert sorted((key, area) for _, key, area in rows) == [("op", 0.5), ("op", 0.5), ("wr", 1.0)]
    assert ("a", "op", 0.5) in rows
    session.undo()
    assert sorted(f["uuid"] for f in session.layer.getFeatures()) == ["a", "b"]
    assert on_disk(path, "a", "area_m2") == (1e6,)


def test_a_deleted_sector_comes_back_with_everything(session, path, wait_until):
    layer = session.layer
    layer.startEditing()
    layer.deleteFeature(fid(session, "b"))
    wait_until(lambda: session.can_undo)
    assert on_disk(path, "b", "class") is None

    session.undo()

    assert on_disk(path, "b", "class", "confidence", "run_id") == (9, 0.9, "r1")
    assert log_actions(path) == [("delete", "b", "Ana"), ("undo", "b", "Ana")]


def test_undo_refuses_to_overwrite_what_somebody_else_has_done_since(session, path):
    session.set_class([fid(session, "a")], 8)
    other = EditSession(project_store.table(path, "sectors"), editor=lambda: "Ben")
    other.set_class([fid(other, "a")], 3)
    other.close()

    with pytest.raises(AnnotationsError, match="changed by someone else"):
        session.undo()
    assert on_disk(path, "a", "class") == (3,)


@pytest.fixture
def refusing(path):
    """A file that takes no update of a sector, as a full disk would; call it to let it go."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TRIGGER refuse BEFORE UPDATE ON sectors BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    connection.close()

    def let_go():
        with sqlite3.connect(path) as connection:
            connection.execute("DROP TRIGGER refuse")
        connection.close()

    return let_go


def test_an_edit_that_cannot_be_saved_is_taken_back_with_the_reason(session, path, refusing):
    with pytest.raises(OutputError, match=r"was taken back: .*disk full"):
        session.set_class([fid(session, "a")], 8)

    assert next(f["class"] for f in session.layer.getFeatures() if f["uuid"] == "a") == 5
    assert not session.can_undo and not session.layer.isEditable() and log_actions(path) == []
    refusing()
    assert session.set_class([fid(session, "a")], 8) == 1


def test_a_drawing_that_cannot_be_saved_is_kept_for_the_next_time(session, path, refusing, wait_until):
    layer, row = session.layer, fid(session, "a")
    layer.startEditing()
    layer.changeAttributeValue(row, layer.fields().indexOf("Name"), "821_1")
    wait_until(lambda: not session._timer.isActive())
    assert layer.isModified() and on_disk(path, "a", "Name") == (None,)

    refusing()
    session.save()

    assert on_disk(path, "a", "Name") == ("821_1",) and session.can_undo


def test_an_edit_that_fails_leaves_alone_what_qgis_tools_have_left_unsaved(session, path, monkeypatch, wait_until):
    layer, row = session.layer, fid(session, "a")
    layer.startEditing()
    with held(path, monkeypatch):
        layer.changeAttributeValue(row, layer.fields().indexOf("Name"), "821_1")
        wait_until(lambda: not session._timer.isActive())
        with pytest.raises(OutputError, match="another program") as refused:
            session.set_class([fid(session, "b")], 8)
    assert refused.value.facts["is_held"]
    assert layer.getFeature(row)["Name"] == "821_1" and on_disk(path, "a", "Name") == (None,)
    unsaved = {feature["uuid"]: feature["class"] for feature in layer.getFeatures()}
    assert unsaved["b"] == on_disk(path, "b", "class")[0] != 8

    session.save()

    assert on_disk(path, "a", "Name") == ("821_1",) and session.can_undo


def test_an_edit_in_the_form_that_changes_the_class_keeps_the_key_in_step(session, path, wait_until):
    layer = session.layer
    layer.startEditing()
    layer.changeAttributeValue(fid(session, "a"), layer.fields().indexOf("class"), 7)
    wait_until(lambda: session.can_undo)

    assert on_disk(path, "a", "class", "class_key", "state") == (7, "sy", "edited")


def test_listeners_hear_which_sectors_have_changed(session):
    heard = []
    session.changed.connect(heard.append)
    session.set_class([fid(session, "a"), fid(session, "b")], 3)
    session.undo()

    assert [sorted(uuids) for uuids in heard] == [["a", "b"], ["a", "b"]]


@pytest.mark.clock
def test_two_thousand_sectors_are_approved_and_undone_in_a_blink(tmp_path, qgis_app):
    import time

    path = tmp_path / "many.gpkg"
    project_store.create(path)
    layer = project_store.table(path, "sectors")
    values = {"date": "2021-02-27", "system": "Maxar"}
    layer.dataProvider().addFeatures(
        [sector_feature(layer.fields(), SQUARE, sector_values(5, 0.5, **values)) for _ in range(2000)]
    )
    session = EditSession(layer, editor=lambda: "Ana")
    start = time.monotonic()
    assert session.set_state([f.id() for f in layer.getFeatures()], "approved") == 2000
    session.undo()
    assert time.monotonic() - start < within(10)
    assert {f["state"] for f in project_store.table(path, "sectors").getFeatures()} == {"draft"}
    session.close()
