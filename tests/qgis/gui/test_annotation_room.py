"""The dock on a small screen, what it says while nothing is selected, and the key that fixes an outline."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication


@pytest.fixture
def panel(workspace, sectors, iface):
    """The panel of the dock, shown alone, as wide as the dock is at least."""
    for dock in workspace.docks.values():
        dock.hide()
    panel = workspace.annotation_panel
    panel.setParent(None)
    panel.show()
    yield panel
    panel.setParent(workspace.docks["Annotation"].widget())


def resize(panel, lines):
    """Give the panel the height of so many lines of text, and let it lay itself out."""
    panel.resize(370, lines * panel.fontMetrics().height())
    QApplication.processEvents()


def rows(panel):
    table = panel.sector_table
    return table.viewport().height() / table.verticalHeader().defaultSectionSize()


def pressed(panel):
    return [code for code, button in panel.class_buttons.buttons.items() if button.isChecked()]


def test_the_list_has_eight_rows_where_the_dock_is_low(workspace, panel):
    workspace.annotation.go_next()
    workspace.annotation.editing.choose("draw")
    resize(panel, 32)
    assert rows(panel) >= 8
    assert panel._bar.hint.isHidden()


def test_the_list_has_half_of_a_tall_dock_and_the_hint_is_there(workspace, panel):
    workspace.annotation.editing.choose("draw")
    resize(panel, 48)
    assert panel.sector_table.height() >= panel.height() / 2
    assert "Click the corners" in panel._bar.hint.text() and not panel._bar.hint.isHidden()


def test_a_question_and_the_keys_take_the_room_of_the_class_buttons_and_give_it_back(workspace, panel):
    workspace.annotation.go_next()
    panel.toggle_keys()
    assert not panel.class_buttons.isVisible() and panel.keys_label.isVisible()
    panel.toggle_keys()
    workspace.annotation.approve()
    assert panel.is_asking() and not panel.class_buttons.isVisible()
    panel.hide_prompt()
    assert panel.class_buttons.isVisible() and not panel.keys_label.isVisible()


def test_class_buttons_are_in_more_columns_where_the_dock_is_wide(panel):
    resize(panel, 48)
    places = {button.y() for button in panel.class_buttons.buttons.values()}
    assert len(places) == 3
    panel.resize(200 * panel.fontMetrics().horizontalAdvance("0"), panel.height())
    QApplication.processEvents()
    QApplication.processEvents()
    assert len({button.y() for button in panel.class_buttons.buttons.values()}) == 1


def test_without_a_selection_the_dock_says_how_to_begin(workspace, panel):
    button = panel.class_buttons.buttons[5]
    assert not button.isEnabled() and not panel.approve_button.isEnabled()
    sentence = "Select a sector, or press D to draw one."
    assert button.toolTip().startswith(sentence) and "Open pit" in button.toolTip()
    assert panel.approve_button.toolTip().startswith(sentence)
    assert panel.under_label.text() == sentence
    workspace.annotation.go_next()
    assert button.isEnabled() and sentence not in button.toolTip() + panel.approve_button.toolTip()
    assert sentence not in panel.under_label.text()


def test_while_a_tool_draws_the_class_buttons_choose_what_is_drawn(workspace, panel):
    editing = workspace.annotation.editing
    editing.choose("draw")
    panel.class_buttons.buttons[8].click()
    assert editing.chosen_class() == 8 and pressed(panel) == [8]
    panel.class_buttons.buttons[5].click()
    assert editing.chosen_class() == 5 and pressed(panel) == [5]
    editing.leave()
    assert pressed(panel) == [] and not panel.class_buttons.buttons[5].isEnabled()


def test_fix_goes_to_the_sector_and_takes_the_tool_for_borders(workspace, sectors, iface, wait_until):
    bar = workspace.annotation.queue.bar
    assert bar.fix_button.text() == "Fix (V)"
    QTest.keyClick(iface.canvas, Qt.Key.Key_V)
    assert [f["uuid"] for f in sectors.selectedFeatures()] == ["unsure"]
    assert workspace.annotation.editing.current == "border"
    QTest.keyClick(iface.canvas, Qt.Key.Key_V)
    assert workspace.annotation.editing.current == "border"
    workspace.annotation.editing.leave()
    wait_until(bar.fix_button.isEnabled)
    bar.fix_button.click()
    assert workspace.annotation.editing.current == "border"


def test_escape_leaves_a_question_and_a_page_from_within(workspace, panel, wait_until):
    panel.activateWindow()
    workspace.annotation.go_next()
    workspace.annotation.ask_reason()
    wait_until(panel.reason_edit.hasFocus)
    QTest.keyClick(panel.reason_edit, Qt.Key.Key_Escape)
    assert not panel.is_asking()
    sheet = workspace.annotation.more.log.sheet
    panel.open_page(sheet)
    sheet.back_button.setFocus()
    wait_until(sheet.back_button.hasFocus)
    QTest.keyClick(sheet.back_button, Qt.Key.Key_Escape)
    assert panel.pages.currentWidget() is panel.work_page
