"""What was deleted is listed with who and when; it comes back with its values and identity, and Z takes that back."""

import pytest
from qgis.core import QgsGeometry

from mining_monitor.schema.log import first_broken_row
from tests.qgis.gui import annotation_places
from tests.qgis.gui.reviewing import places


@pytest.fixture
def gone(workspace, sectors, tmp_path, wait_until):
    """The sector "medium" was approved with a comment, then deleted with QGIS's own tools."""
    session = workspace.annotation.session
    fid = next(f.id() for f in sectors.getFeatures() if f["uuid"] == "medium")
    session.set_values([fid], {"date": "2021-02-27", "system": "Maxar", "comment": "Looked at twice", "Name": "8_1"})
    session.set_state([fid], "approved")
    sectors.startEditing()
    assert sectors.deleteFeature(fid)
    session.save()
    assert places.rows(tmp_path / "mine.gpkg", "SELECT count(*) FROM sectors") == [(2,)]
    return sectors


@pytest.fixture
def page(workspace, gone):
    workspace.annotation.more.deleted.start()
    return workspace.annotation.more.deleted


def test_what_was_deleted_is_listed_and_drawn(workspace, page):
    assert [page.sheet.table.topLevelItem(0).text(column) for column in (0, 1)] == ["Tailings: 8_1", "Ana"]
    assert page.sheet.table.topLevelItemCount() == 1
    assert page._desk.shapes._bands[0].numberOfVertices() > 0
    assert "It was: approved" in page.sheet.detail.text().lower().replace("it was", "It was")


def test_it_comes_back_with_its_identity_and_values_and_wants_a_review(workspace, page, tmp_path):
    page.sheet.action_button.click()
    path = tmp_path / "mine.gpkg"
    query = "SELECT state, comment, Name, class, confidence FROM sectors WHERE uuid = 'medium'"
    assert places.rows(path, query) == [("edited", "Looked at twice", "8_1", 8, 0.6)]
    assert page.sheet.table.topLevelItemCount() == 0
    names = [row[1] for row in places.rows(path, "PRAGMA table_info(log)")]
    rows = [dict(zip(names, row)) for row in places.rows(path, "SELECT * FROM log ORDER BY seq")]
    assert first_broken_row(rows) is None
    workspace.annotation.undo()
    assert places.rows(path, "SELECT count(*) FROM sectors WHERE uuid = 'medium'") == [(0,)]
    page.start()
    assert page.sheet.table.topLevelItemCount() == 1


def test_its_history_is_reached_from_the_list(workspace, engine, page, monkeypatch, wait_until):
    access = annotation_places.real_engine(monkeypatch)
    annotation_places.connect_real(engine, access)
    page.sheet.other_button.click()
    history = workspace.annotation.more.history
    wait_until(lambda: not history.work.is_running, 60)
    assert workspace.annotation_panel.pages.currentWidget() is history.sheet
    acts = [history.sheet.table.topLevelItem(row).text(0) for row in range(history.sheet.table.topLevelItemCount())]
    assert acts[:3] == ["Deleted", "State changed", "Values changed"]
    history.sheet.choose(1)
    assert "State: draft → approved" in history.sheet.detail.text().lower().replace("state:", "State:")
    access.stop()


def test_a_damaged_row_of_the_log_is_left_out(workspace, gone, tmp_path):
    from mining_monitor.adapter.deleted_sectors import deleted_sectors
    from mining_monitor.adapter.file_transaction import transaction

    path = tmp_path / "mine.gpkg"
    assert [each.uuid for each in deleted_sectors(path, "scene")] == ["medium"]
    assert deleted_sectors(path, "scene")[0].geometry.isGeosEqual(
        QgsGeometry.fromWkt("POLYGON((-70 -23, -69.99 -23, -69.99 -22.99, -70 -22.99, -70 -23))")
    )
    for damage in ("{", "[]", '{"wkb": "zz"}', '{"wkb": 7}', None):
        with transaction(path) as connection:
            connection.execute("UPDATE log SET before = ? WHERE action = 'delete'", (damage,))
        assert deleted_sectors(path, "scene") == []
