"""The log as evidence: a changed byte is found and named, and what a sector was can be had back."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from mining_monitor.contract.annotations import ImportAnnotationsRequest
from mining_monitor.contract.errors import AnnotationsError, CancelledError, OutputError
from mining_monitor.contract.history import RestoreSectorRequest, SectorHistoryRequest, VerifyLogRequest
from mining_monitor.engine.annotation import geopackage
from mining_monitor.engine.annotation.log_writer import LogWriter
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.store import store_run
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from mining_monitor.schema.fields import LOG_FIELDS
from tests.engine.annotation.test_store import PIT, make_run, rows_of, shape_of

WIDER = shapely.box(-70.004, -23.002, -70.0, -23.0)
BOWTIE = [[-70.0, -23.0], [-69.998, -23.002], [-69.998, -23.0], [-70.0, -23.002], [-70.0, -23.0]]


def verify(path: Path):
    return handle(VerifyLogRequest(str(path)), Job())


def history(path: Path, uuid: str):
    return handle(SectorHistoryRequest(str(path), uuid), Job())


def restore(path: Path, uuid: str, seq: int):
    return handle(RestoreSectorRequest(str(path), uuid, seq, "Ben"), Job())


def tamper(path: Path, statement: str, *values) -> None:
    """Change the file as another program would: past the log, the triggers and this program."""
    with sqlite3.connect(path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute(statement, values)


def reshape(path: Path, shape: shapely.Geometry, who: str = "Ana", **values) -> str:
    """Reshape the only sector as the plugin does, with its log row; return its identity."""
    with geopackage.transaction(path) as connection:
        fid, uuid, blob = connection.execute("SELECT fid, uuid, geom FROM sectors").fetchone()
        new = {"area_m2": area_m2(shape), "state": "edited", **values}
        names = ", ".join(f'"{name}" = ?' for name in new)
        old = dict(zip(new, connection.execute(f"SELECT {', '.join(new)} FROM sectors").fetchone(), strict=True))
        blob_new = geopackage.to_blob(shapely.to_wkb(shape))
        connection.execute(f"UPDATE sectors SET geom = ?, {names} WHERE fid = ?", (blob_new, *new.values(), fid))
        log = LogWriter(connection, who)
        log.add("reshape", uuid, {**old, "wkb": geopackage.from_blob(blob).hex()}, new, shape)
        log.write()
    return uuid


def delete(path: Path) -> str:
    with geopackage.transaction(path) as connection:
        (row,) = rows_of(path, "sectors")
        connection.execute("DELETE FROM sectors")
        before = {name: value for name, value in row.items() if name not in ("fid", "geom") and value is not None}
        log = LogWriter(connection, "Ana")
        log.add("delete", row["uuid"], {**before, "wkb": geopackage.from_blob(row["geom"]).hex()})
        log.write()
    return row["uuid"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A detection, a reshape and a detection in another scene."""
    path = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8)]), path)
    reshape(path, WIDER)
    store_run(make_run([NewSector(shapely.box(-70.1, -23.1, -70.09, -23.09), 9, 0.7)], "run-2", "scene-2"), path)
    return path


def test_a_project_that_only_this_program_has_written_is_whole(project):
    report = verify(project)
    assert (report.is_usable, report.rows, report.broken_position, report.changed_outside) == (True, 3, None, ())


@pytest.mark.parametrize("column", [field.name for field in LOG_FIELDS if field.name != "seq"])
@pytest.mark.parametrize("row", [1, 2, 3])
def test_one_changed_character_in_the_log_is_found_and_its_row_named(project, column, row):
    (value,) = sqlite3.connect(project).execute(f"SELECT {column} FROM log WHERE seq = ?", (row,)).fetchone()
    changed = "x" if not value else ("y" if value[-1] == "x" else "x") if len(value) == 1 else value[:-1] + (
        "0" if value[-1] != "0" else "1")  # fmt: skip
    tamper(project, f"UPDATE log SET {column} = ? WHERE seq = ?", changed, row)
    report = verify(project)
    assert (report.is_usable, report.broken_position, report.broken_seq) == (False, row, row)
    assert f"Row {row} of 3" in report.message


def test_a_row_taken_out_is_found(project):
    tamper(project, "DELETE FROM log WHERE seq = 2")
    report = verify(project)
    assert (report.broken_position, report.broken_seq) == (2, 3)


def test_rows_cut_off_the_end_are_found(project):
    tamper(project, "DELETE FROM log WHERE seq = 3")
    report = verify(project)
    assert (report.is_usable, report.broken_position) == (False, 3)
    assert "1 rows are missing at the end" in report.message


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ('UPDATE sectors SET "class" = 8 WHERE state = ?', ("edited",)),
        ("UPDATE sectors SET area_m2 = area_m2 + 1 WHERE state = ?", ("edited",)),
        ("UPDATE sectors SET geom = ? WHERE state = 'edited'", (geopackage.to_blob(shapely.to_wkb(PIT)),)),
        ("DELETE FROM sectors WHERE state = ?", ("edited",)),
        ("UPDATE sectors SET confidence = 0.71 WHERE state = ?", ("draft",)),
        ("UPDATE sectors SET geom = ? WHERE state = 'draft'", (geopackage.to_blob(shapely.to_wkb(PIT)),)),
        ("DELETE FROM sectors WHERE state = ?", ("draft",)),
        ("UPDATE sectors SET Name = ?", ("817_1",)),
    ],
    ids=["class", "area", "shape", "deleted", "draft-confidence", "draft-shape", "draft-deleted", "name"],
)
def test_a_sector_changed_by_another_program_is_found(project, statement, values):
    tamper(project, statement, *values)
    report = verify(project)
    assert not report.is_usable
    assert report.broken_position is None
    assert len(report.changed_outside) >= 1


def test_a_sector_drawn_by_another_program_is_found(project):
    tamper(project, "INSERT INTO sectors (uuid, geom) VALUES ('new', ?)", geopackage.to_blob(shapely.to_wkb(PIT)))
    assert verify(project).changed_outside == ("new",)


def test_a_project_in_which_drafts_were_cut_and_superseded_is_whole(tmp_path):
    path = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(WIDER, 5, 0.8), NewSector(shapely.box(-70.1, -23.1, -70.0, -23.09), 9, 0.7)]), path)
    middle = shapely.box(-70.003, -23.2, -70.002, -22.9)
    stored = store_run(make_run([NewSector(shapely.box(-70.003, -23.0015, -70.002, -23.0), 9, 0.5)], "run-2",
                                observed=middle), path)  # fmt: skip
    assert stored.superseded == 2
    assert verify(path).message.startswith("The log is whole")
    store_run(make_run([], "run-3"), path)
    assert verify(path).changed_outside == ()


@settings(max_examples=60)
@given(data=st.data())
def test_no_byte_of_a_project_can_change_unseen_or_it_carries_nothing(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bytes")
    path = folder / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8)]), path)
    uuid = reshape(path, WIDER)
    before = history(path, uuid), rows_of(path, "sectors"), rows_of(path, "log")
    raw = bytearray(path.read_bytes())
    at = data.draw(st.integers(100, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(raw))
    try:
        is_whole = verify(path).is_usable
    except (OutputError, AnnotationsError):
        is_whole = False
    if is_whole:
        assert (history(path, uuid), rows_of(path, "sectors"), rows_of(path, "log")) == before
    shutil.rmtree(folder)


def test_the_history_tells_who_changed_a_sector_when_and_from_what(project):
    uuid = next(row["uuid"] for row in rows_of(project, "sectors") if row["state"] == "edited")
    told = history(project, uuid)
    assert [(entry.action, entry.who) for entry in told.entries] == [("detect", "Ana"), ("reshape", "Ana")]
    first, second = told.entries
    assert shapely.from_wkt(first.wkt).equals(PIT)
    assert shapely.from_wkt(second.wkt).equals(WIDER)
    assert (second.before["state"], second.after["state"]) == ("draft", "edited")
    assert first.area_m2 == pytest.approx(area_m2(PIT)) and second.area_m2 == pytest.approx(area_m2(WIDER))
    assert told.exists and told.is_whole and all(entry.can_restore for entry in told.entries)


def test_an_earlier_shape_comes_back_as_an_act_of_its_own(project):
    uuid = next(row["uuid"] for row in rows_of(project, "sectors") if row["state"] == "edited")
    first = history(project, uuid).entries[0]
    result = restore(project, uuid, first.seq)
    (row,) = [row for row in rows_of(project, "sectors") if row["uuid"] == uuid]
    assert shape_of(row).equals_exact(PIT, 0.0)
    assert (row["state"], row["editor"], row["reviewer"]) == ("edited", "Ben", None)
    assert row["area_m2"] == pytest.approx(result.area_m2) and not result.created
    assert [entry.action for entry in history(project, uuid).entries] == ["detect", "reshape", "restore"]
    assert verify(project).is_usable


def test_restoring_can_be_taken_back_by_restoring(project):
    uuid = next(row["uuid"] for row in rows_of(project, "sectors") if row["state"] == "edited")
    first, second = history(project, uuid).entries
    restore(project, uuid, first.seq)
    restore(project, uuid, second.seq)
    (row,) = [row for row in rows_of(project, "sectors") if row["uuid"] == uuid]
    assert shape_of(row).equals_exact(WIDER, 0.0)
    assert verify(project).is_usable


def test_a_deleted_sector_comes_back_with_its_identity_and_values(tmp_path):
    path = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8)]), path)
    reshape(path, WIDER, comment="the new ramp")
    uuid = delete(path)
    assert verify(path).is_usable and not history(path, uuid).exists
    seq = next(entry.seq for entry in history(path, uuid).entries if entry.action == "reshape")
    assert restore(path, uuid, seq).created
    (row,) = rows_of(path, "sectors")
    assert (row["uuid"], row["class"], row["comment"], row["confidence"]) == (uuid, 5, "the new ramp", 0.8)
    assert shape_of(row).equals_exact(WIDER, 0.0)
    assert verify(path).is_usable


def test_a_draft_that_a_run_replaced_can_be_had_back(tmp_path):
    path = tmp_path / "mine.gpkg"
    store_run(make_run([NewSector(PIT, 5, 0.8)]), path)
    (old,) = rows_of(path, "sectors")
    store_run(make_run([], "run-2"), path)
    first = history(path, old["uuid"]).entries[0]
    restore(path, old["uuid"], first.seq)
    (row,) = rows_of(path, "sectors")
    assert {**row, "fid": 0, "state": 0, "editor": 0, "edited_at": 0} == {
        **old, "fid": 0, "state": 0, "editor": 0, "edited_at": 0}  # fmt: skip
    assert verify(path).is_usable


def test_a_verification_is_cancelled_also_while_the_file_is_read(project):
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        handle(VerifyLogRequest(str(project)), job)


def test_what_the_log_does_not_have_is_said(project):
    uuid = rows_of(project, "sectors")[0]["uuid"]
    with pytest.raises(AnnotationsError, match="no act 99"):
        restore(project, uuid, 99)
    with pytest.raises(AnnotationsError, match="knows no sector nobody"):
        history(project, "nobody")
    with pytest.raises(AnnotationsError, match="There is no project"):
        verify(project.with_name("other.gpkg"))


def test_a_shape_that_was_tampered_with_in_the_log_is_not_restored(project):
    uuid = next(row["uuid"] for row in rows_of(project, "sectors") if row["state"] == "edited")
    reshape_seq = history(project, uuid).entries[1].seq
    restore(project, uuid, history(project, uuid).entries[0].seq)
    (text,) = sqlite3.connect(project).execute("SELECT before FROM log WHERE action = 'restore'").fetchone()
    forged = {**json.loads(text), "wkb": shapely.to_wkb(shapely.box(0, 0, 1, 1), hex=True)}
    tamper(project, "UPDATE log SET before = ? WHERE action = 'restore'", json.dumps(forged))
    with pytest.raises(AnnotationsError, match="no shape that the log still has"):
        restore(project, uuid, reshape_seq)


def test_an_import_with_repairs_and_parts_is_whole_and_remembers_what_it_read(tmp_path):
    source, path = tmp_path / "drawn.geojson", tmp_path / "mine.gpkg"
    square = [[[-70.1, -23.1], [-70.09, -23.1], [-70.09, -23.09], [-70.1, -23.09], [-70.1, -23.1]]]
    other = [[[-70.2, -23.1], [-70.19, -23.1], [-70.19, -23.09], [-70.2, -23.1]]]
    features = [
        {"type": "Feature", "properties": {"Name": "1_1", "class": 5, "date": "2021-22-07"},
         "geometry": {"type": "Polygon", "coordinates": [BOWTIE]}},
        {"type": "Feature", "properties": {"Name": "1_2", "class": 9},
         "geometry": {"type": "MultiPolygon", "coordinates": [square, other]}},
    ]  # fmt: skip
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    request = ImportAnnotationsRequest(str(source), str(path), repair=True, accept=("bad-date",), operator="Ana")
    handle(request, Job())
    assert verify(path).message.startswith("The log is whole")
    rows = rows_of(path, "sectors")
    assert [(row["Name"], row["date"]) for row in rows] == 2 * [("1_1", "2021-07-22")] + 2 * [("1_2", None)]
    entries = history(path, rows[0]["uuid"]).entries
    assert [entry.action for entry in entries] == ["import", "repair", "repair", "split"]
    assert shapely.from_wkt(entries[0].wkt).equals_exact(shapely.Polygon(BOWTIE), 1e-8)
