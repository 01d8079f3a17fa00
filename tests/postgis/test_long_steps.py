"""A step of hundreds of sectors: still one step in one transaction, and the window lives while it is written."""

from __future__ import annotations

import pytest

from mining_monitor.schema.log import first_broken_row
from tests.postgis.conftest import square

#: More than go into a slice.
MANY = 230


@pytest.fixture
def many(anna):
    """Anna draws so many sectors in one step; their identities."""
    from qgis.core import QgsGeometry

    from mining_monitor.adapter.snapshots import Change, Snapshot
    from tests.qgis.adapter.makers import sector_values

    names = [field.name() for field in anna.layer.fields() if field.name() not in ("fid", "version")]
    uuids = [f"m{number:03}" for number in range(MANY)]
    changes = []
    for number, uuid in enumerate(uuids):
        values = {**dict.fromkeys(names), **sector_values(5, 0.5), "uuid": uuid}
        changes.append(Change(None, Snapshot(values, QgsGeometry.fromWkt(square(number % 20, 3 + number // 20)))))
    anna.apply("draw", changes)
    return uuids


@pytest.fixture
def ticks(qgis_app):
    """Counts how often the window could have answered."""
    from qgis.PyQt.QtCore import QTimer

    counted = []
    timer = QTimer()
    timer.timeout.connect(lambda: counted.append(1))
    timer.start(0)
    yield counted
    timer.stop()


def rows_of(session, uuids):
    from mining_monitor.adapter.snapshots import rows_by_uuid

    found = rows_by_uuid(session.layer, uuids)
    return [found[uuid] for uuid in uuids]


def classes(session, uuids):
    return {f["class"] for f in session.layer.getFeatures() if f["uuid"] in set(uuids)}


def test_the_window_lives_while_a_long_step_is_written(anna, many, log, ticks):
    ticks.clear()
    assert anna.set_class(rows_of(anna, many), 8) == MANY

    assert len(ticks) > 2
    assert classes(anna, many) == {8}
    rows = log()[-MANY:]
    assert [row["uuid"] for row in rows] == many
    assert {(row["who"], row["action"]) for row in rows} == {("Anna", "class")}
    assert [row["seq"] for row in rows] == list(range(6 + MANY + 1, 6 + 2 * MANY + 1))


def test_a_long_step_is_undone_and_redone_whole_and_the_chain_holds(anna, many, log):
    anna.set_class(rows_of(anna, many), 8)
    anna.undo()
    assert classes(anna, many) == {5}
    anna.redo()
    assert classes(anna, many) == {8}
    anna.undo()
    anna.undo()
    assert anna.layer.featureCount() == 6
    assert first_broken_row(log()) is None


def test_the_versions_of_a_long_step_are_known_so_that_the_next_edit_does_not_clash(anna, many):
    anna.set_class(rows_of(anna, many), 8)
    assert anna.set_class(rows_of(anna, many), 4) == MANY
    assert anna.open_clashes() == []


def test_a_long_step_that_meets_another_edit_is_not_written_and_not_lost(anna, bert, many, log):
    from mining_monitor.adapter.shared_project.writer import ClashError

    bert._writer.look()
    bert.set_class(rows_of(bert, many[7:8]), 3)
    before = len(log())
    with pytest.raises(ClashError):
        anna.set_class(rows_of(anna, many), 8)

    assert len(log()) == before and classes(anna, many) == {5, 3}
    (clash,) = anna.open_clashes()
    assert len(clash.pairs) == MANY and [pair.uuid for pair in clash.pairs if pair.is_clash] == [many[7]]


def test_a_long_step_that_the_database_refuses_leaves_everything_as_it_was(anna, many, log, server, place):
    from mining_monitor.contract.errors import OutputError

    server.psql(f"ALTER TABLE {place.schema}.sectors ADD CHECK (uuid <> 'm200' OR class <> 8)")
    before = len(log())
    with pytest.raises(OutputError, match="does not take this"):
        anna.set_class(rows_of(anna, many), 8)
    assert classes(anna, many) == {5} and len(log()) == before
    assert anna.set_class(rows_of(anna, many), 4) == MANY, "the session goes on"


def test_an_edit_while_a_long_step_is_written_waits_its_turn(anna, many):
    from qgis.PyQt.QtCore import QTimer

    from mining_monitor.contract.errors import AnnotationsError

    refused = []

    def another():
        try:
            anna.set_class(rows_of(anna, many[:1]), 3)
        except AnnotationsError as error:
            refused.append(error)

    QTimer.singleShot(0, another)
    anna.set_class(rows_of(anna, many), 8)
    assert classes(anna, many) == {8} and len(refused) == 1
