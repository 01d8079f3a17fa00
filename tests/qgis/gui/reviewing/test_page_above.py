"""While a page of the dock lies over the list, no key changes a sector that the page does not show."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def values(layer):
    return sorted((f["uuid"], f["class"], f["state"], str(f["comment"])) for f in layer.getFeatures())


def said(iface):
    return [item.text() for item in iface.bar.items()]


@pytest.fixture
def panel(workspace, sectors, wait_until):
    """The second sector is selected, and the page of the log lies over the list."""
    panel = workspace.annotation_panel
    workspace.annotation.go_next()
    workspace.annotation.go_next()
    panel.open_page(workspace.annotation.more.log.sheet)
    return panel


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        *((key, NO_MODIFIER) for key in (Qt.Key.Key_5, Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_K, Qt.Key.Key_C)),
        (Qt.Key.Key_V, NO_MODIFIER), (Qt.Key.Key_Space, NO_MODIFIER),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier),
    ],
)  # fmt: skip
def test_a_key_that_decides_says_where_the_list_is(workspace, panel, sectors, iface, key, modifier):
    before, chosen = values(sectors), sectors.selectedFeatureIds()
    QTest.keyClick(iface.canvas, key, modifier)
    assert values(sectors) == before and sectors.selectedFeatureIds() == chosen and len(chosen) == 1
    assert not panel.is_asking() and workspace.annotation.editing.current == ""
    assert said(iface) == ["Go back to the list of sectors first (Escape)."]


def test_escape_on_the_map_leads_back_and_the_key_acts_again(workspace, panel, sectors, iface):
    QTest.keyClick(iface.canvas, Qt.Key.Key_5)
    QTest.keyClick(iface.canvas, Qt.Key.Key_Escape)
    assert panel.pages.currentWidget() is panel.work_page
    QTest.keyClick(iface.canvas, Qt.Key.Key_5)
    assert {f["uuid"]: f["class"] for f in sectors.getFeatures()} == {"sure": 5, "unsure": 9, "medium": 5}


def test_taking_back_works_over_a_page(workspace, panel, sectors, iface):
    before = values(sectors)
    panel.close_page()
    QTest.keyClick(iface.canvas, Qt.Key.Key_5)
    panel.open_page(workspace.annotation.more.log.sheet)
    assert values(sectors) != before
    QTest.keyClick(iface.canvas, Qt.Key.Key_Z)
    assert values(sectors) == before and said(iface) == []


def test_a_page_that_selects_the_sector_lets_its_class_be_set(workspace, panel, sectors, iface):
    panel.open_page(workspace.annotation.more.check.sheet)
    QTest.keyClick(iface.canvas, Qt.Key.Key_5)
    assert {f["uuid"]: f["class"] for f in sectors.getFeatures()} == {"sure": 5, "unsure": 9, "medium": 5}
    QTest.keyClick(iface.canvas, Qt.Key.Key_R)
    assert not panel.is_asking() and said(iface) == ["Go back to the list of sectors first (Escape)."]


def test_a_tool_draws_over_a_page_and_digits_choose_what(workspace, panel, sectors, iface):
    before = values(sectors)
    QTest.keyClick(iface.canvas, Qt.Key.Key_D)
    QTest.keyClick(iface.canvas, Qt.Key.Key_3)
    editing = workspace.annotation.editing
    assert editing.current == "draw" and editing.chosen_class() == 3 and values(sectors) == before
    editing.leave()


def test_no_tool_acts_at_once_on_what_a_page_hides(workspace, panel, sectors, iface):
    sectors.selectAll()
    before = values(sectors)
    QTest.keyClick(iface.canvas, Qt.Key.Key_M)
    assert values(sectors) == before and len(before) == 3 and workspace.annotation.editing.current == ""
    assert said(iface) == ["Go back to the list of sectors first (Escape)."]
