"""A new run proposes; a person disposes. What people have approved is never touched, and identity survives."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from mining_monitor.contract.annotations import ValidateAnnotationsRequest
from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.history import SectorHistoryRequest, VerifyLogRequest
from mining_monitor.contract.proposals import DecideProposalsRequest, ProposeChangesRequest
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.log_writer import LogWriter
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.proposal_store import proposal_notices
from mining_monitor.engine.annotation.store import store_run
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from tests.engine.annotation.test_store import make_run, rows_of, shape_of

#: Three sectors side by side, two hundred metres wide.
PIT = shapely.box(-70.002, -23.002, -70.0, -23.0)
DUMP = shapely.box(-70.0, -23.002, -69.998, -23.0)
PLANT = shapely.box(-69.99, -23.002, -69.989, -23.001)
NEW_GROUND = shapely.box(-69.98, -23.002, -69.979, -23.001)


def approve(path: Path) -> None:
    """Approve all drafts as the plugin does: with a log row for each."""
    with geopackage.transaction(path) as connection:
        log = LogWriter(connection, "Ana")
        found = connection.execute("SELECT uuid, geom FROM sectors WHERE state = 'draft'").fetchall()
        for uuid, blob in found:
            new = {"state": "approved", "reviewer": "Ana", "system": "Maxar"}
            connection.execute(
                "UPDATE sectors SET state = ?, reviewer = ?, system = ? WHERE uuid = ?", (*new.values(), uuid)
            )
            log.add("state", uuid, {"state": "draft", "reviewer": None, "system": None}, new,
                    shapely.from_wkb(geopackage.from_blob(blob)))  # fmt: skip
        log.write()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8), NewSector(DUMP, 9, 0.8), NewSector(PLANT, 6, 0.8)]), path)
    approve(path)
    return path


def rerun(path: Path, *sectors: NewSector, run: str = "run-2", **more):
    return store_run(make_run(list(sectors), run, **more), path)


def proposals(path: Path, state: str = "open") -> list[dict]:
    return [row for row in rows_of(path, "proposals") if row["state"] == state]


def decide(path: Path, take: bool, **more):
    return handle(DecideProposalsRequest(str(path), take, operator="Ben", **more), Job())


def sector(path: Path, code: int) -> dict:
    (row,) = [row for row in rows_of(path, "sectors") if row["class"] == code]
    return row


def is_whole(path: Path) -> bool:
    return handle(VerifyLogRequest(str(path)), Job()).is_usable


def test_a_run_that_sees_the_same_proposes_nothing(project):
    stored = rerun(project, NewSector(PIT, 5, 0.7), NewSector(DUMP, 9, 0.9), NewSector(PLANT, 6, 0.6))
    assert (stored.proposals.agreed, stored.proposals.kinds) == (3, {"add": 0, "change": 0, "disappear": 0})


def test_changes_additions_and_disappearances_are_told_apart(project):
    before = rows_of(project, "sectors")
    wider = shapely.box(-70.006, -23.002, -70.0, -23.0)
    stored = rerun(project, NewSector(wider, 5, 0.7), NewSector(DUMP, 8, 0.9), NewSector(NEW_GROUND, 7, 0.6))
    assert stored.proposals.kinds == {"add": 1, "change": 2, "disappear": 1}
    found = {(row["kind"], row["class_before"], row["class_after"]): row for row in proposals(project)}
    assert set(found) == {("change", 5, 5), ("change", 9, 8), ("disappear", 6, None), ("add", None, 7)}
    change = found["change", 5, 5]
    assert shape_of(change).equals(wider)
    assert shapely.from_wkb(change["before_wkb"]).equals(PIT)
    assert change["iou"] == pytest.approx(1 / 3, rel=1e-6)
    assert (change["area_before_m2"], change["area_after_m2"]) == pytest.approx((area_m2(PIT), area_m2(wider)))
    assert [row for row in rows_of(project, "sectors") if row["state"] == "approved"] == before


def test_the_user_is_told_in_one_sentence_what_is_proposed(project):
    stored = rerun(project, NewSector(PIT, 5, 0.7), NewSector(DUMP, 9, 0.9), NewSector(NEW_GROUND, 7, 0.6))
    (notice,) = proposal_notices(stored.proposals)
    assert notice.facts == {"add": 1, "change": 0, "disappear": 1, "agreed": 2}
    assert "1 additions, 0 changes and 1 disappearances, and agrees with 2 sectors" in notice.message
    assert proposal_notices(rerun(project, NewSector(PIT, 5, 0.7), run="run-3", observed=PIT).proposals) == ()


def test_nothing_is_proposed_where_the_run_saw_nothing(project):
    rerun(project, observed=shapely.box(-70.002, -23.002, -70.0005, -23.0))
    assert proposals(project) == []


def test_a_taken_change_keeps_the_identity_and_wants_a_review(project):
    old = sector(project, 5)
    wider = shapely.box(-70.006, -23.002, -70.0, -23.0)
    rerun(project, NewSector(wider, 5, 0.7), NewSector(DUMP, 9, 0.9), NewSector(PLANT, 6, 0.9))
    (proposal,) = proposals(project)
    result = decide(project, True, ids=(proposal["proposal_id"],))
    assert (result.decided, result.changed, result.conflicts) == (1, (old["uuid"],), ())
    new = sector(project, 5)
    assert (new["uuid"], new["state"], new["editor"], new["reviewer"]) == (old["uuid"], "edited", "Ben", None)
    assert shape_of(new).equals(wider)
    assert new["area_m2"] == pytest.approx(area_m2(wider))
    assert (new["run_id"], new["confidence"]) == ("run-2", 0.7)
    assert len(rows_of(project, "sectors")) == 3  # the draft on the grown ground has given way
    assert is_whole(project)
    told = handle(SectorHistoryRequest(str(project), old["uuid"]), Job())
    assert [(entry.action, entry.who) for entry in told.entries] == [
        ("detect", "Ana"),
        ("state", "Ana"),
        ("take", "Ben"),
    ]


def test_another_class_keeps_the_outline_that_people_drew(project):
    old = sector(project, 9)
    almost = shapely.box(-70.0, -23.002, -69.9981, -23.0)
    rerun(project, NewSector(PIT, 5, 0.7), NewSector(almost, 8, 0.9), NewSector(PLANT, 6, 0.9))
    decide(project, True, kinds=("change",))
    new = sector(project, 8)
    assert (new["uuid"], new["class_key"]) == (old["uuid"], "tsf")
    assert new["geom"] == old["geom"]
    assert is_whole(project)


def test_a_taken_disappearance_is_a_rejection_with_its_reason(project):
    rerun(project, NewSector(PIT, 5, 0.7), NewSector(DUMP, 9, 0.9))
    decide(project, True, kinds=("disappear",))
    row = sector(project, 6)
    assert (row["state"], row["reviewer"], row["comment"]) == (
        "rejected",
        "Ben",
        "No longer seen in the image of 2021-02-27.",
    )
    assert is_whole(project)


def test_additions_are_taken_and_refused_by_class(project):
    rerun(project, NewSector(PIT, 5, 0.7), NewSector(DUMP, 9, 0.9), NewSector(PLANT, 6, 0.9),
          NewSector(NEW_GROUND, 7, 0.6), NewSector(shapely.box(-69.97, -23.002, -69.969, -23.001), 4, 0.6))  # fmt: skip
    assert decide(project, True, kinds=("add",), classes=("sy",)).decided == 1
    assert decide(project, False, classes=("mf",), comment="a shadow").decided == 1
    assert (sector(project, 7)["state"], sector(project, 7)["editor"]) == ("edited", "Ben")
    assert (sector(project, 4)["state"], sector(project, 4)["comment"]) == ("rejected", "a shadow")
    assert proposals(project) == []
    assert is_whole(project)


def test_what_was_refused_is_not_proposed_again(project):
    wider = shapely.box(-70.006, -23.002, -70.0, -23.0)
    run = [NewSector(wider, 5, 0.7), NewSector(DUMP, 9, 0.9)]
    rerun(project, *run)
    assert decide(project, False).decided == 2
    before = rows_of(project, "sectors")
    again = rerun(project, *run, run="run-3")
    assert again.proposals.kinds["change"] == again.proposals.kinds["disappear"] == 0
    approved = [row for row in before if row["state"] == "approved"]
    assert [row for row in rows_of(project, "sectors") if row["state"] == "approved"] == approved


def test_proposals_of_an_older_run_give_way(project):
    rerun(project)
    rerun(project, NewSector(PIT, 5, 0.7), NewSector(DUMP, 9, 0.9), run="run-3")
    assert [(row["kind"], row["class_before"], row["run_id"]) for row in proposals(project)] == [
        ("disappear", 6, "run-3")
    ]
    assert len(proposals(project, "superseded")) == 3


def test_a_sector_that_somebody_has_changed_since_is_left_alone(project):
    rerun(project, NewSector(shapely.box(-70.006, -23.002, -70.0, -23.0), 5, 0.7), NewSector(DUMP, 9, 0.9),
          NewSector(PLANT, 6, 0.9))  # fmt: skip
    with geopackage.transaction(project) as connection:
        connection.execute('UPDATE sectors SET "class" = 3 WHERE "class" = 5')
    before = rows_of(project, "sectors")
    (proposal,) = proposals(project)
    result = decide(project, True)
    assert (result.decided, result.conflicts) == (0, (proposal["proposal_id"],))
    assert rows_of(project, "sectors") == before
    assert [row["proposal_id"] for row in proposals(project)] == [proposal["proposal_id"]]


@pytest.mark.parametrize(
    "damage",
    ["before_wkb = 'zz'", "before_wkb = NULL", "geom = NULL", "geom = x'00'", "class_after = 77", "uuid = 'x'"],
)
def test_a_damaged_proposal_is_a_conflict_and_changes_nothing(project, damage):
    rerun(project, NewSector(shapely.box(-70.006, -23.002, -70.0, -23.0), 5, 0.7), NewSector(DUMP, 9, 0.9),
          NewSector(PLANT, 6, 0.9))  # fmt: skip
    with geopackage.transaction(project) as connection:
        connection.execute(f"UPDATE proposals SET {damage}")
    before = rows_of(project, "sectors")
    assert len(decide(project, True).conflicts) == 1
    assert rows_of(project, "sectors") == before


def test_two_taken_changes_do_not_overlap(project):
    over_dump = shapely.box(-70.002, -23.002, -69.9975, -23.0)
    rerun(project, NewSector(over_dump, 5, 0.7), NewSector(PLANT, 6, 0.9))
    decide(project, True)
    counts = handle(ValidateAnnotationsRequest(str(project)), Job()).issues
    assert "overlap" not in counts
    assert is_whole(project)


def test_a_run_of_another_image_proposes_for_the_scene_that_is_asked_for(project):
    old = sector(project, 5)
    wider = shapely.box(-70.006, -23.002, -70.0, -23.0)
    rerun(project, NewSector(wider, 5, 0.7), NewSector(DUMP, 9, 0.8), NewSector(NEW_GROUND, 7, 0.6), scene="scene-2")
    counts = handle(ProposeChangesRequest(str(project), "run-2", "scene-1"), Job())
    assert (counts.kinds, counts.agreed) == ({"add": 1, "change": 1, "disappear": 1}, 1)
    decide(project, True, kinds=("change",))
    (row,) = [row for row in rows_of(project, "sectors") if row["uuid"] == old["uuid"]]
    assert (row["scene_id"], row["run_id"]) == ("scene-2", "run-2")
    assert is_whole(project)


def test_what_cannot_be_decided_is_said(project):
    with pytest.raises(AnnotationsError, match="no open proposal nobody"):
        decide(project, True, ids=("nobody",))
    with pytest.raises(ParameterError, match="KINDS holds 'vanish'"):
        decide(project, True, kinds=("vanish",))
    with pytest.raises(ParameterError, match="'scene-1' is no other scene"):
        handle(ProposeChangesRequest(str(project), "run-1", "scene-1"), Job())
    with pytest.raises(ParameterError, match="has no run 'run-9'"):
        handle(ProposeChangesRequest(str(project), "run-9", "scene-1"), Job())


BOXES = st.tuples(st.integers(0, 30), st.integers(0, 10), st.integers(1, 8), st.integers(1, 8))


@settings(max_examples=40)
@given(old=st.lists(st.tuples(BOXES, st.integers(3, 9)), min_size=1, max_size=4),
       new=st.lists(st.tuples(BOXES, st.integers(3, 9)), max_size=6), take=st.booleans())  # fmt: skip
def test_whatever_a_run_finds_identity_survives_and_the_log_is_whole(old, new, take, tmp_path_factory):
    def coverage(items):
        held, made = shapely.Polygon(), []
        for (x, y, w, h), code in items:
            left = shapely.difference(shapely.box(x, y, x + w, y + h), held)
            held = shapely.union(held, left)
            parts = [part for part in shapely.get_parts(left) if part.area > 0]
            made += [NewSector(shapely.transform(p, lambda xy: xy * 1e-3 + (-70, -23)), code, 0.5) for p in parts]
        return made

    path = tmp_path_factory.mktemp("any") / "mine.gpkg"
    store_run(make_run(coverage(old)), path)
    approve(path)
    before = {row["uuid"]: row for row in rows_of(path, "sectors")}
    rerun(path, *coverage(new))
    after = {row["uuid"]: row for row in rows_of(path, "sectors")}
    assert {uuid: after.get(uuid) for uuid in before} == before
    decide(path, take)
    final = {row["uuid"]: row for row in rows_of(path, "sectors")}
    assert before.keys() <= final.keys()
    if not take:
        assert {uuid: final[uuid] for uuid in before} == before
    assert is_whole(path)
    assert "overlap" not in handle(ValidateAnnotationsRequest(str(path)), Job()).issues
