"""The page "Import" with the real engine: looked at first, mended only on consent, whole or not at all."""

import json
from pathlib import Path

import pytest
from qgis.core import QgsGeometry

from mining_monitor.schema.log import first_broken_row
from tests.qgis.gui import annotation_places as places

LAMES = Path(__file__).resolve().parents[4] / "shared" / "data" / "lames" / "Chile_LSM_sectors.geojson"


def write_geojson(path, shapes):
    features = [
        {"type": "Feature", "geometry": json.loads(QgsGeometry.fromWkt(wkt).asJson(17)), "properties": properties}
        for wkt, properties in shapes
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


@pytest.fixture
def page(workspace, engine, monkeypatch):
    access = places.real_engine(monkeypatch)
    places.connect_real(engine, access)
    yield workspace.annotation.more.importing
    access.stop()


@pytest.fixture
def drawn(tmp_path):
    """A bow-tie and a sector that overlaps its neighbour by a sliver."""
    return write_geojson(tmp_path / "drawn.geojson", [
        (places.BOW, {"Name": "Bow", "class": 8}), (places.LEFT_OVER, {"Name": "Left", "class": 5}),
        (places.RIGHT, {"Name": "Right", "class": 9}),
    ])  # fmt: skip


def look(page, path, wait_until):
    page.look(path)
    wait_until(lambda: not page.work.is_running, 60)


def carry_out(page, wait_until):
    page.carry_out()
    wait_until(lambda: not page.work.is_running, 60)


def project_of(workspace):
    return workspace.project.path_for_run()


def valid(path):
    from mining_monitor.adapter import project_store

    layer = project_store.table(path, "sectors")
    return {f["Name"]: f.geometry().isGeosValid() for f in layer.getFeatures()}


def test_looking_writes_nothing_and_says_so(workspace, page, drawn, wait_until):
    look(page, drawn, wait_until)
    assert not project_of(workspace).exists()
    assert "3 sectors found in drawn.geojson (features: 3). Nothing is imported yet." in page.sheet.sentence.text()
    assert workspace.annotation_panel.pages.currentWidget() is page.sheet
    assert page.sheet.action_button.text() == "&Import as it is"


def test_without_a_tick_nothing_is_mended(workspace, page, drawn, wait_until):
    look(page, drawn, wait_until)
    carry_out(page, wait_until)
    assert valid(project_of(workspace)) == {"Bow": False, "Left": True, "Right": True}
    assert places.log_actions(project_of(workspace)) == ["import"] * 3


def test_what_was_ticked_is_mended_and_nothing_else(workspace, page, drawn, iface, wait_until):
    look(page, drawn, wait_until)
    key = next(key for key, issue in page._found.items() if issue.kind == "invalid-geometry")
    page.sheet.choose(key)
    assert "dashed is before" in page.sheet.detail.text()
    item = page.sheet.table.topLevelItem(page.sheet.keys().index(key))
    from qgis.PyQt.QtCore import Qt

    item.setCheckState(0, Qt.CheckState.Checked)
    assert page.sheet.action_button.text() == "&Import with 1 repair"
    page.sheet.action_button.click()
    wait_until(lambda: not page.work.is_running, 60)
    path = project_of(workspace)
    assert set(valid(path).values()) == {True}
    assert places.log_actions(path).count("repair") == 1
    wait_until(lambda: workspace.annotation_panel.pages.currentWidget() is workspace.annotation_panel.work_page)
    wait_until(lambda: workspace.project.current() is not None)
    assert workspace.project.current().featureCount() >= 3
    assert iface.canvas.extent().contains(workspace.project.current().extent())


def test_importing_twice_adds_nothing_and_says_why(workspace, page, drawn, iface, wait_until):
    for _time in range(2):
        look(page, drawn, wait_until)
        carry_out(page, wait_until)
    assert len(places.state_of(project_of(workspace))) == 3
    assert any("0 sectors imported" in item.text() and "Left out" in item.text() for item in iface.bar.items())


@pytest.mark.parametrize("content", ["", "{", '{"type": "FeatureCollection", "features": []}', "<kml></kml>"])
def test_a_file_without_sectors_is_a_sentence(workspace, page, tmp_path, iface, content, wait_until):
    (tmp_path / "bad.geojson").write_text(content)
    look(page, tmp_path / "bad.geojson", wait_until)
    assert page.sheet.sentence.text() == "Nothing was imported."
    assert page.sheet.action_button.isHidden()
    assert any("bad.geojson" in item.text() for item in iface.bar.items())
    assert not project_of(workspace).exists()


def test_a_file_that_changed_after_the_look_is_looked_at_again(workspace, page, drawn, iface, wait_until):
    look(page, drawn, wait_until)
    page.tick_safe()
    write_geojson(drawn, [(places.LEFT, {"Name": "Other", "class": 5})])
    carry_out(page, wait_until)
    assert not project_of(workspace).exists()
    assert "1 sector found in drawn.geojson" in page.sheet.sentence.text()
    assert page.sheet.action_button.text() == "&Import as it is"


def test_lames_is_read_with_its_known_faults_and_imported_with_the_safe_repairs(workspace, page, wait_until):
    if not LAMES.is_file():
        pytest.skip(f"the shared data are absent: {LAMES}")
    look(page, LAMES, wait_until)
    kinds = [issue.kind for issue in page._found.values()]
    assert "(features: 1204)" in page.sheet.sentence.text().replace(",", "")
    assert (kinds.count("invalid-geometry"), kinds.count("overlap")) == (10, 53)
    page.tick_safe()
    carry_out(page, wait_until)
    from mining_monitor.adapter.audit_log import AuditLog

    assert len(places.state_of(project_of(workspace))) >= 1204
    assert first_broken_row(AuditLog(project_of(workspace)).rows()) is None


def test_markup_in_a_name_is_shown_as_it_is(page, tmp_path, wait_until):
    name = "<img src=x onerror=1> \u202e {0} %s"
    shapes = [(places.BOW, {"Name": name, "class": 8})]
    look(page, write_geojson(tmp_path / "names.geojson", shapes), wait_until)
    from qgis.PyQt.QtCore import Qt

    page.sheet.choose(page.sheet.keys()[0])
    assert "<img" in page.sheet.detail.text() and page.sheet.detail.textFormat() == Qt.TextFormat.PlainText


def test_leaving_while_the_file_is_looked_into_imports_nothing(workspace, page, drawn, wait_until):
    from mining_monitor.adapter import tasks

    page.look(drawn)
    page.sheet.back_button.click()
    wait_until(lambda: not tasks.running())
    assert not page.work.is_running and not project_of(workspace).exists()
    assert not page._can_import
