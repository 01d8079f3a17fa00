"""A class code that does not exist, typed into QGIS's own table, is told as soon as the edit is saved."""

from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsFeature, QgsGeometry

from mining_monitor.adapter import gestures, project_store
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.forms import apply_form
from tests.qgis.adapter.makers import sector_feature, sector_values

SQUARE = "POLYGON(({0} 0, {1} 0, {1} 1, {0} 1, {0} 0))"


@pytest.fixture
def session(tmp_path, bar):
    path = tmp_path / "p.gpkg"
    project_store.create(path)
    layer = project_store.table(path, "sectors")
    features = [
        sector_feature(
            layer.fields(), SQUARE.format(2 * n, 2 * n + 1),
            sector_values(5, 0.5, uuid=f"sector-{n}", Name="Pit" if n == 0 else None),
        )
        for n in range(6)
    ]  # fmt: skip
    assert layer.dataProvider().addFeatures(features)[0]
    apply_form(layer)
    session = EditSession(layer, editor=lambda: "Ana")
    yield session
    session.close()


def said(bar):
    return [(item.text(), item.level()) for item in bar.items()]


def type_class(session, codes):
    """What the attribute table does: one edit command of QGIS's own."""
    layer = session.layer
    layer.startEditing()
    layer.beginEditCommand("Attributes changed")
    for feature, code in zip(list(layer.getFeatures()), codes):
        assert layer.changeAttributeValue(feature.id(), layer.fields().indexOf("class"), code)
    layer.endEditCommand()


def test_the_sector_and_what_to_do_are_told_at_once(session, bar, wait_until):
    type_class(session, [99])
    wait_until(lambda: session.can_undo)
    ((text, level),) = said(bar)
    assert level == Qgis.MessageLevel.Warning
    assert text.startswith("There is no class 99 (sector: Pit).") and "0 to 9" in text and "Z" in text
    assert bar.currentItem().duration() == 0  # the table may lie over the bar
    with gestures.gesture():
        session.undo()
    assert said(bar) == []
    assert {f["class"] for f in session.layer.getFeatures()} == {5}


def test_many_sectors_are_one_sentence_that_names_three(session, bar, wait_until):
    type_class(session, [99, 12, -4, 12, 12, 6])
    wait_until(lambda: session.can_undo)
    ((text, _level),) = said(bar)
    assert text.startswith("There is no class -4, 12, 99 (sector: Pit, sector-1, sector-2, …).")


def test_a_class_that_exists_and_an_empty_one_are_no_news(session, bar, wait_until):
    type_class(session, [0, 9, None])
    wait_until(lambda: session.can_undo)
    assert said(bar) == []


def test_a_polygon_drawn_with_such_a_class_is_told_too_and_its_name_is_not(session, bar, wait_until):
    layer = session.layer
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(SQUARE.format(20, 21)))
    feature["class"], feature["Name"] = 42, "North"
    layer.beginEditCommand("Feature added")
    assert layer.addFeature(feature)
    layer.endEditCommand()
    wait_until(lambda: session.can_undo)
    assert said(bar)[0][0].startswith("There is no class 42 (sector: North).")
    layer.beginEditCommand("Name")
    row = next(f.id() for f in layer.getFeatures() if f["Name"] == "North")
    assert layer.changeAttributeValue(row, layer.fields().indexOf("Name"), "South")
    bar.clearWidgets()
    layer.endEditCommand()
    wait_until(lambda: not layer.isModified())
    assert said(bar) == []
