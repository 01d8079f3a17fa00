"""A second opinion from the dock: the sample is drawn, both are compared, and the differences are decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from mining_monitor.adapter import adjudication, project_store
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.snapshots import Change, Snapshot
from mining_monitor.contract.agreement import (
    AgreementResult,
    BlindSample,
    CompareBlindSampleRequest,
    DrawBlindSampleRequest,
)
from mining_monitor.contract.annotation_tables import CONFLICT_FIELDS
from tests.qgis.adapter.makers import sector_values


def box(west, south, east, north):
    """A rectangle in thousandths of a degree from 69 W, 22 S."""
    w, e, s, n = (-69 + west / 1000, -69 + east / 1000, -22 + south / 1000, -22 + north / 1000)
    return QgsGeometry.fromWkt(f"POLYGON(({w} {s}, {e} {s}, {e} {n}, {w} {n}, {w} {s}))")


@pytest.fixture
def project_file(qgis_app, tmp_path):
    """A pit (5) and a dump (9) beside it."""
    path = tmp_path / "first.gpkg"
    project_store.create(path)
    layer = project_store.table(path, "sectors")
    session = EditSession(layer, editor=lambda: "Ana")
    names = [field.name() for field in layer.fields() if field.name() != "fid"]
    shots = [
        Snapshot({**dict.fromkeys(names), **sector_values(code, 0.5), "uuid": uuid}, shape)
        for uuid, code, shape in (("pit", 5, box(0, 0, 10, 10)), ("dump", 9, box(10, 0, 14, 10)))
    ]
    session.apply("draw", [Change(None, shot) for shot in shots])
    session.close()
    return path


def write_differences(path: Path, *rows) -> Path:
    """The file that the engine writes: (geometry, first class, second class)."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    from mining_monitor.adapter.compat import make_fields
    from mining_monitor.contract.annotation_tables import CONFLICTS_TABLE

    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", CONFLICTS_TABLE, "memory")
    layer.dataProvider().addAttributes(make_fields(CONFLICT_FIELDS).toList())
    layer.updateFields()
    for shape, first, second in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(shape)
        feature["first_class"], feature["second_class"], feature["area_m2"] = first, second, shape.area() * 1.1e10
        layer.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", CONFLICTS_TABLE
    outcome = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    assert outcome[0] == 0, outcome
    return path


@pytest.fixture
def dock(workspace, project_file, wait_until):
    workspace.annotation.set_in_front(True)
    workspace.project.use(project_file)
    wait_until(lambda: workspace.annotation.session is not None)
    return workspace.annotation


@pytest.fixture
def page(dock):
    dock.others.opinion.start()
    return dock.others.opinion


def result(output, **changes):
    values = {
        "kappa": 0.55, "kappa_low": 0.48, "kappa_high": 0.62, "observed_agreement": 0.8, "points": 2000, "classes": (),
        "matched": 2, "first_only": 0, "second_only": 0, "f1": 1.0, "mean_iou": 0.7, "border_mean_m": 12.34,
        "border_p95_m": 30.0, "verdict": "adjudicate", "conflicts": 2, "output": str(output),
    }  # fmt: skip
    return AgreementResult(**{**values, **changes})


def sectors(dock):
    return {f["uuid"]: f for f in dock.session.layer.getFeatures()}


def test_the_sample_is_drawn_for_the_scene_at_work(page, fake_engine, tmp_path, wait_until):
    fake_engine.answers[DrawBlindSampleRequest] = BlindSample(str(tmp_path / "x.gpkg"), 12, 40, 60, 3e6)
    page.cells_box.setValue(12)
    page.draw(tmp_path / "x.gpkg")
    wait_until(lambda: "12 of 100 squares were drawn" in page.sheet.sentence.text())
    asked = next(r for r in fake_engine.requests if isinstance(r, DrawBlindSampleRequest))
    assert (asked.scene_id, asked.cells, asked.cell_m, asked.operator) == ("scene", 12, 500.0, "Ana")


@pytest.fixture
def compared(page, fake_engine, tmp_path, project_file, wait_until):
    """The other one sees a tailings dam in the north of the dump, and nothing in a corner of the pit."""
    differences = write_differences(
        tmp_path / "d.gpkg", (box(10, 5, 14, 10), 9, 8), (box(0, 0, 2, 2), 5, 0), (box(20, 0, 22, 3), 0, 6)
    )
    fake_engine.answers[CompareBlindSampleRequest] = result(differences)
    page.compare(project_file)
    wait_until(lambda: page.sheet.keys())
    return page


def test_figures_and_differences_are_shown_largest_first(compared):
    text = compared.sheet.sentence.text()
    assert "Kappa 0.55 (95 %: 0.48 to 0.62)" in text and "12.3 m" in text and "third person" in text
    cells = [compared.sheet.table.topLevelItem(n).text(0) for n in range(3)]
    assert [cell.split(" → ")[1].split(" (")[0] for cell in cells] == [
        "Tailings storage facility", "Processing plant", "nothing",
    ]  # fmt: skip


def test_theirs_gives_the_ground_their_class_and_z_takes_it_back(compared, dock):
    compared.sheet.action_button.click()
    now = sectors(dock)
    assert now["dump"].geometry().isGeosEqual(box(10, 0, 14, 5)) and now["dump"]["state"] == "edited"
    (new,) = [f for uuid, f in now.items() if uuid not in ("pit", "dump")]
    assert new["class"] == 8 and new.geometry().isGeosEqual(box(10, 5, 14, 10)) and new["source"] == "analyst"
    assert len(adjudication.Differences(compared._differences.path).rows()) == 3
    dock.undo()
    assert sectors(dock)["dump"].geometry().isGeosEqual(box(10, 0, 14, 10)) and len(sectors(dock)) == 2


def test_yours_changes_nothing_and_is_written_down(compared, dock):
    before = {uuid: f.geometry().asWkt() for uuid, f in sectors(dock).items()}
    compared.sheet.other_button.click()
    assert {uuid: f.geometry().asWkt() for uuid, f in sectors(dock).items()} == before
    again = adjudication.Differences(compared._differences.path).rows()
    assert [row.decision for row in again] == ["first", "", ""]


def test_deciding_leads_through_all_of_them(compared, dock):
    for _difference in range(3):
        compared.sheet.action_button.click()
    now = sectors(dock)
    assert now["pit"].geometry().area() == pytest.approx(96e-6) and len(now) == 4
    assert sorted(f["class"] for f in now.values()) == [5, 6, 8, 9]
    assert not compared.sheet.action_button.isVisibleTo(compared.sheet)


@pytest.mark.parametrize(
    ("piece", "first", "second", "expected"),
    [
        (box(10, 0, 14, 10), 9, 8, {"pit": 5, "dump": 8}),
        (box(10, 0, 14, 10), 9, 0, {"pit": 5}),
        (box(9, -1, 15, 11), 9, 8, {"pit": 5, "dump": 8}),
    ],
    ids=["whole sector: class", "nothing there: deleted", "piece is larger"],
)
def test_a_whole_sector_keeps_its_identity(dock, piece, first, second, expected):
    difference = adjudication.Difference(1, piece, first, second, 1.0, "")
    dock.session.apply("x", adjudication.taking_second(dock.session.layer, difference, "Ana"))
    assert {uuid: f["class"] for uuid, f in sectors(dock).items()} == expected


def test_a_sector_cut_in_two_stays_whole_ground(dock):
    difference = adjudication.Difference(1, box(4, -1, 6, 11), 5, 0, 1.0, "")
    dock.session.apply("x", adjudication.taking_second(dock.session.layer, difference, "Ana"))
    pits = [f for f in sectors(dock).values() if f["class"] == 5]
    assert sorted(round(f.geometry().area() * 1e6, 6) for f in pits) == [40.0, 40.0]
    assert len({f["uuid"] for f in pits}) == 2 and "pit" in {f["uuid"] for f in pits}
    dock.undo()
    assert sectors(dock)["pit"].geometry().isGeosEqual(box(0, 0, 10, 10))


def test_by_key_one_decides_takes_back_and_goes_on(compared, dock, wait_until):
    table = compared.sheet.table

    def decisions():
        return [row.decision for row in adjudication.Differences(compared._differences.path).rows()]

    QTest.keyClick(table, Qt.Key.Key_Y)
    QTest.keyClick(table, Qt.Key.Key_T)
    assert decisions() == ["first", "second", ""]
    assert "2 of 3 decided" in compared.sheet.sentence.text()
    assert sorted(f["class"] for f in sectors(dock).values()) == [5, 6, 9]
    QTest.keyClick(table, Qt.Key.Key_Z)
    assert decisions() == ["first", "", ""] and len(sectors(dock)) == 2
    assert compared.sheet.current() == compared.sheet.keys()[1]
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert compared.sheet.current() == compared.sheet.keys()[2]
    QTest.keyClick(table, Qt.Key.Key_Z)
    assert decisions() == ["", "", ""]
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert compared.sheet.isHidden()


def test_z_takes_back_what_was_edited_after_a_decision_first(compared, dock):
    compared.decide("first")
    dock.session.set_class([next(iter(dock.session.layer.getFeatures())).id()], 3)
    compared.undo()
    assert sorted(f["class"] for f in sectors(dock).values()) == [5, 9]
    assert adjudication.Differences(compared._differences.path).rows()[0].decision == "first"
    compared.undo()
    assert adjudication.Differences(compared._differences.path).rows()[0].decision == ""


def decisions(page):
    return [row.decision for row in adjudication.Differences(page._differences.path).rows()]


@pytest.mark.parametrize("key", [Qt.Key.Key_T, Qt.Key.Key_Y], ids=["theirs", "yours"])
def test_after_the_page_is_closed_z_takes_the_note_back_with_the_edit(compared, dock, workspace, iface, key):
    before = {uuid: f.geometry().asWkt() for uuid, f in sectors(dock).items()}
    QTest.keyClick(compared.sheet.table, key)
    noted = decisions(compared)
    after = {uuid: f.geometry().asWkt() for uuid, f in sectors(dock).items()}
    assert noted[0] in ("first", "second") and noted[1:] == ["", ""]
    QTest.keyClick(compared.sheet.table, Qt.Key.Key_Escape)
    assert compared.sheet.isHidden()
    QTest.keyClick(iface.canvas, Qt.Key.Key_Z)
    assert decisions(compared) == ["", "", ""]
    assert {uuid: f.geometry().asWkt() for uuid, f in sectors(dock).items()} == before
    QTest.keyClick(iface.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert decisions(compared) == noted
    assert {uuid: f.geometry().asWkt() for uuid, f in sectors(dock).items()} == after


def test_a_note_that_cannot_be_written_is_said_and_the_edit_is_taken_back(compared, dock, iface, monkeypatch):
    compared.decide("second")
    compared.close()
    provider = compared._differences._layer.dataProvider()
    monkeypatch.setattr(provider, "changeAttributeValues", lambda _values: False)
    monkeypatch.setattr(compared._differences._layer, "dataProvider", lambda: provider)
    dock.undo()
    assert len(sectors(dock)) == 2 and not dock.session.can_undo and dock.session.can_redo
    assert any("does not take the decision" in item.text() for item in iface.messageBar().items())


def test_without_a_project_file_it_is_one_sentence(workspace, iface):
    QgsProject.instance().clear()
    workspace.annotation.others.opinion.start()
    assert any("There is no project file yet" in item.text() for item in iface.messageBar().items())
