"""The review: keys and buttons decide, the dock asks in place, everything can be undone."""

import sqlite3

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


def value(layer, uuid, field):
    return next(f[field] for f in layer.getFeatures() if f["uuid"] == uuid)


def selected(workspace):
    return [f["uuid"] for f in workspace.project.current().selectedFeatures()]


@pytest.fixture
def press(iface):
    """Press a key on the map."""

    def press_key(key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(iface.canvas, key, modifier)

    return press_key


def test_space_goes_to_the_least_certain_first_and_on_from_there(workspace, sectors, press):
    for expected in ("unsure", "medium", "sure", "unsure"):
        press(Qt.Key.Key_Space)
        assert selected(workspace) == [expected]
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert selected(workspace) == ["unsure"]  # and not both


def test_digits_set_the_class_and_z_takes_it_back(workspace, sectors, press):
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_5)
    assert (value(sectors, "unsure", "class"), value(sectors, "unsure", "class_key")) == (5, "op")
    assert value(sectors, "unsure", "state") == "edited"
    press(Qt.Key.Key_Z)
    assert (value(sectors, "unsure", "class"), value(sectors, "unsure", "state")) == (9, "draft")
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert (value(sectors, "unsure", "class"), value(sectors, "unsure", "state")) == (5, "edited")
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert value(sectors, "unsure", "class") == 5


def test_an_approval_asks_for_date_and_source_and_fills_them_in_for_all(workspace, sectors, press):
    panel = workspace.annotation_panel
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_A)
    assert panel.is_asking() and value(sectors, "unsure", "state") == "draft"
    panel.date_edit.setText("27.2.2021")
    panel.system_edit.setCurrentText("Copernicus Sentinel-2")
    panel.prompt_accept.click()
    assert "2021-02-27" in panel.prompt_label.text() and value(sectors, "unsure", "state") == "draft"
    panel.date_edit.setText("2021-02-27")
    panel.prompt_accept.click()
    assert not panel.is_asking()
    assert (value(sectors, "unsure", "state"), value(sectors, "unsure", "reviewer")) == ("approved", "Ana")
    assert (value(sectors, "sure", "date"), value(sectors, "sure", "state")) == ("2021-02-27", "draft")


def test_a_rejection_needs_a_reason(workspace, sectors, press):
    panel = workspace.annotation_panel
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_R)
    panel.prompt_accept.click()
    assert panel.is_asking() and value(sectors, "unsure", "state") == "draft"
    panel.reason_edit.setCurrentText("Water")
    panel.prompt_accept.click()
    assert (value(sectors, "unsure", "state"), value(sectors, "unsure", "comment")) == ("rejected", "Water")


def test_another_selection_takes_the_question_away(workspace, sectors, press):
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_Space)
    assert not workspace.annotation_panel.is_asking()


def test_the_map_and_the_list_select_each_other(workspace, sectors):
    fid = next(f.id() for f in sectors.getFeatures() if f["uuid"] == "sure")
    sectors.selectByIds([fid])
    assert workspace.annotation.selected() == [fid]
    workspace.annotation_panel.select_row(0)
    assert selected(workspace) == ["unsure"]


def test_the_class_of_the_selection_is_the_button_that_is_down(workspace, sectors, press, wait_until):
    buttons = workspace.annotation_panel.class_buttons.buttons
    press(Qt.Key.Key_Space)
    assert [code for code, button in buttons.items() if button.isChecked()] == [9]
    buttons[8].click()
    wait_until(lambda: [code for code, button in buttons.items() if button.isChecked()] == [8])


def test_filters_say_how_much_they_hide(workspace, sectors):
    workspace.annotation_panel.choose_filters("", 9)
    assert workspace.annotation_panel.sector_table.model().rowCount() == 1
    assert workspace.annotation_panel.shown_label.text() == "1 of 3 sectors"


def test_h_hides_the_sectors_while_it_is_held(workspace, sectors, iface):
    iface.canvas.setLayers([sectors])
    QTest.keyPress(iface.canvas, Qt.Key.Key_H)
    assert iface.canvas.layers() == []
    QTest.keyRelease(iface.canvas, Qt.Key.Key_H)
    assert [layer.id() for layer in iface.canvas.layers()] == [sectors.id()]


def test_keys_belong_to_qgis_while_the_dock_is_behind(workspace, sectors, press):
    workspace.annotation.set_in_front(False)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_5)
    assert selected(workspace) == []


def test_every_decision_is_in_the_file_and_its_log_at_once(workspace, sectors, press):
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_8)
    with sqlite3.connect(workspace.project.path()) as connection:
        assert connection.execute("SELECT class FROM sectors WHERE uuid = 'unsure'").fetchone() == (8,)
        assert connection.execute("SELECT who, uuid FROM log").fetchall() == [("Ana", "unsure")]


def test_removing_the_layer_mid_review_is_no_trouble(workspace, sectors, press, wait_until):
    from qgis.core import QgsProject

    press(Qt.Key.Key_Space)
    QgsProject.instance().clear()
    press(Qt.Key.Key_5)
    wait_until(lambda: workspace.annotation_panel.pages.currentWidget() is workspace.annotation_panel.empty_page)


def test_a_filter_leaves_what_is_selected_selected(workspace, sectors, press):
    press(Qt.Key.Key_Space)
    workspace.annotation_panel.choose_filters("", 9)
    assert workspace.annotation.selected() == list(sectors.selectedFeatureIds()) != []
    workspace.annotation_panel.choose_filters("", 3)
    assert workspace.annotation.selected() == [] and not workspace.annotation_panel.approve_button.isEnabled()
    workspace.annotation_panel.choose_filters("", -1)
    assert selected(workspace) == ["unsure"] and workspace.annotation_panel.approve_button.isEnabled()


def test_escape_on_the_map_puts_the_question_away_and_then_the_keys(workspace, sectors, press):
    panel = workspace.annotation_panel
    press(Qt.Key.Key_Space)
    panel.toggle_keys()
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_Escape)
    assert not panel.is_asking() and panel.keys_button.isChecked()
    press(Qt.Key.Key_Escape)
    assert not panel.keys_button.isChecked() and selected(workspace) == ["unsure"]
