"""The drawing tools as an analyst uses them: keys, clicks on the map, the file afterwards."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from mining_monitor.adapter import settings
from tests.qgis.adapter.holding import held
from tests.qgis.adapter.shaping_world import M, box, m2, project_layer

WEST, EAST = box(0, 0, 100, 100), box(100, 0, 200, 100)


@pytest.fixture
def desk(workspace, iface, tmp_path, wait_until):
    """The dock in front of two sectors, side by side, and a map of one metre a pixel around them."""
    path = tmp_path / "mine.gpkg"
    project_layer(path, (WEST, 5, "draft"), (EAST, 9, "approved"))
    workspace.project.use(path)
    canvas = iface.mapCanvas()
    for dock in workspace.docks.values():
        dock.hide()  # the map needs the room
    iface.window.resize(800, 600)
    iface.window.show()
    wait_until(lambda: canvas.width() > 600)
    workspace.annotation.set_in_front(True)
    wait_until(lambda: workspace.annotation_panel.sector_table.model().rowCount() == 2)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(-100 * M, -100 * M, 300 * M, 250 * M))
    return Hand(workspace, canvas, path)


class Hand:
    """Clicks and keys."""

    def __init__(self, workspace, canvas, path):
        self.workspace, self.canvas, self.path = workspace, canvas, path
        self.editing = workspace.annotation.editing

    def at(self, x, y):
        place = self.canvas.getCoordinateTransform().transform(QgsPointXY(x * M, y * M))
        return QPoint(round(place.x()), round(place.y()))

    def click(self, *places, button=Qt.MouseButton.LeftButton, modifiers=Qt.KeyboardModifier.NoModifier):
        for place in places:
            QTest.mouseClick(self.canvas.viewport(), button, modifiers, self.at(*place))

    def end(self):
        QTest.mouseClick(
            self.canvas.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5)
        )

    def drag(self, *places):
        """Press at the first place, move over the others, release at the last."""
        view, points = self.canvas.viewport(), [self.at(*place) for place in places]
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for kind, point, button, buttons in (
            (QEvent.Type.MouseButtonPress, points[0], left, left),
            *((QEvent.Type.MouseMove, each, none, left) for each in points[1:]),
            (QEvent.Type.MouseButtonRelease, points[-1], left, none),
        ):
            at = (QPointF(point), QPointF(view.mapToGlobal(point)), button, buttons)
            QApplication.sendEvent(view, QMouseEvent(kind, *at, Qt.KeyboardModifier.NoModifier))

    def press(self, *keys):
        for key in keys:
            QTest.keyClick(self.canvas, Qt.Key(ord(key)) if isinstance(key, str) else key)

    def saved(self):
        """(class, area in m2 to the nearest 100, state) of every sector in the file."""
        layer = QgsVectorLayer(f"{self.path}|layername=sectors", "fresh", "ogr")
        return sorted((f["class"], round(m2(f), -2), f["state"]) for f in layer.getFeatures())

    def select(self, *uuids):
        layer = self.workspace.project.current()
        layer.selectByIds([f.id() for f in layer.getFeatures() if f["uuid"] in uuids])


def test_a_sector_is_drawn_with_clicks_and_the_key_of_its_class_ends_it(desk):
    desk.press("D")
    desk.click((20, 120), (180, 120), (180, 180), (20, 180))
    assert desk.editing.tools["draw"].corners == 4
    desk.press("8")

    assert desk.saved()[1][0] == 8 and desk.saved()[1][1] == pytest.approx(9600, rel=0.05)
    assert desk.editing.current == "draw" and desk.editing.chosen_class() == 8
    desk.press("Z")
    assert desk.saved() == [(5, 10_000, "draft"), (9, 10_000, "approved")]


def test_the_mouse_snaps_to_corners_and_borders_exactly(desk):
    desk.press("D")
    desk.click((0, 103), (97, 104), (97, 150), (3, 150))
    desk.press("8")

    layer = QgsVectorLayer(f"{desk.path}|layername=sectors", "fresh", "ogr")
    shapes = {f["class"]: f.geometry() for f in layer.getFeatures()}
    assert (0.0, 100 * M) in [(v.x(), v.y()) for v in shapes[8].vertices()]
    assert (100 * M, 100 * M) in [(v.x(), v.y()) for v in shapes[8].vertices()]
    assert shapes[8].intersection(shapes[5]).area() == 0
    assert shapes[8].intersection(shapes[5]).length() == pytest.approx(100 * M)


def test_the_drawn_sector_is_selected_not_what_it_cut_off_a_draft(desk, wait_until):
    desk.press("D")
    desk.click((40, -40), (60, -40), (60, 140), (40, 140))
    desk.press("8")
    layer = desk.workspace.project.current()

    assert len(desk.saved()) == 4
    wait_until(lambda: [f["class"] for f in layer.selectedFeatures()] == [8])


def test_a_line_may_be_drawn_freely_with_the_button_down(desk):
    desk.press("M")
    desk.drag((50, 50), (80, 55), (120, 45), (150, 50))
    assert [area for _, area, _ in desk.saved()] == [20_000]
    desk.press("Z", "D", "8")
    desk.drag((20, 120), (100, 120), (180, 120), (180, 180), (100, 180), (20, 180), (20, 125))
    assert desk.saved()[1][:2] == (8, pytest.approx(9600, rel=0.05))


def test_a_click_with_a_trembling_hand_is_a_click(desk):
    desk.press("D")
    desk.drag((20, 120), (22, 121))
    assert desk.editing.tools["draw"].corners == 1 and len(desk.saved()) == 2


def test_with_ctrl_a_click_is_taken_as_it_is(desk):
    desk.press("D")
    free = Qt.KeyboardModifier.ControlModifier
    desk.click((0, 105), (100, 105), (100, 150), (0, 150), modifiers=free)
    desk.press("8")

    assert all(area < 5000 for code, area, _ in desk.saved() if code == 8)


def test_a_shared_border_is_reshaped_on_both_sides(desk):
    desk.press("E")
    desk.click((80, 25), (130, 25), (130, 75), (80, 75))
    desk.end()

    (_, west, state), (_, east, other) = desk.saved()
    assert (west, east) == (pytest.approx(11_500, abs=200), pytest.approx(8500, abs=200))
    assert (state, other) == ("edited", "edited")


def test_a_line_splits_all_that_it_crosses(desk):
    desk.press("S")
    desk.click((-50, 50), (250, 50))
    desk.press(Qt.Key.Key_Return)

    assert [(code, area) for code, area, _ in desk.saved()] == [
        (5, pytest.approx(5000, abs=150)), (5, pytest.approx(5000, abs=150)),
        (9, pytest.approx(5000, abs=150)), (9, pytest.approx(5000, abs=150)),
    ]  # fmt: skip


def test_with_a_selection_only_that_is_split(desk):
    desk.select("1")
    desk.press("S")
    desk.click((-50, 50), (250, 50))
    desk.end()

    assert [code for code, _, _ in desk.saved()] == [5, 9, 9]


def test_what_is_selected_is_merged_at_once_and_a_line_merges_what_it_touches(desk):
    desk.select("0", "1")
    desk.press("M")
    assert [area for _, area, _ in desk.saved()] == [20_000]
    desk.press("Z")
    assert len(desk.saved()) == 2
    desk.workspace.project.current().removeSelection()

    desk.press("M")
    desk.click((50, 50), (150, 50))
    desk.end()
    assert [area for _, area, _ in desk.saved()] == [20_000]


def test_ground_is_cut_out_and_the_hole_filled_again(desk):
    desk.press("X")
    desk.click((30, 30), (70, 30), (70, 70), (30, 70))
    desk.end()
    assert desk.saved()[0][1] == pytest.approx(8400, abs=150)

    desk.press("F")
    desk.click((50, 50))
    assert desk.saved()[0][1] == 10_000


def test_a_click_gives_a_sector_to_its_neighbour(desk):
    desk.press("G")
    desk.click((50, 50))

    assert desk.saved() == [(9, 20_000, "edited")]


def test_a_click_smooths_a_sector(desk):
    desk.press("T")
    desk.click((50, 50))

    assert desk.saved()[0][2] == "edited" and desk.saved()[1] == (9, 10_000, "approved")


def test_backspace_takes_a_corner_back_and_escape_gives_up(desk):
    tool = desk.editing.tools["draw"]
    desk.press("D")
    desk.click((20, 120), (180, 120), (180, 180))
    desk.press(Qt.Key.Key_Backspace)
    assert tool.corners == 2
    desk.press(Qt.Key.Key_Return)
    assert tool.corners == 2, "two corners are no shape"
    desk.press(Qt.Key.Key_Escape)
    assert tool.corners == 0 and desk.editing.current == "draw"
    desk.press(Qt.Key.Key_Escape)
    assert desk.editing.current == "" and desk.canvas.mapTool() is not tool
    assert len(desk.saved()) == 2


def test_the_tool_before_comes_back(desk):
    pan = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(pan)
    desk.press("D", "S", "S")
    assert desk.canvas.mapTool() is pan
    desk.press("D")
    desk.workspace.annotation.set_in_front(False)
    assert desk.canvas.mapTool() is pan and desk.editing.current == ""


def test_the_hint_says_what_to_do_and_which_class(desk):
    settings.Setting("drawing/class", 5).set(5)
    desk.press("D")
    assert "Open pit (5)" in desk.editing.bar.hint.text() and not desk.editing.bar.hint.isHidden()
    desk.press("8")
    assert "Tailings" in desk.editing.bar.hint.text()
    assert desk.editing.bar.action("draw").isChecked()
    desk.press("D")
    assert desk.editing.bar.hint.isHidden() and not desk.editing.bar.action("draw").isChecked()


def test_what_cannot_be_done_is_said_and_changes_nothing(desk, iface):
    desk.press("S")
    desk.click((-50, 300), (250, 300))
    desk.end()

    assert len(desk.saved()) == 2
    assert any("splits nothing" in item.text() for item in iface.messageBar().items())


@pytest.mark.parametrize("again", [Qt.Key.Key_Return, "8"], ids=["enter", "class"])
def test_a_drawing_stays_on_the_map_while_another_program_writes_and_enter_saves_it(desk, iface, monkeypatch, again):
    desk.press("D")
    desk.editing.choose_class(8)
    desk.click((20, 120), (180, 120), (180, 180), (20, 180))
    tool = desk.editing.tools["draw"]
    with held(desk.path, monkeypatch):
        for _try in range(2):
            desk.press(Qt.Key.Key_Return)
            assert tool.corners == 4 and tool._band.size() == 1 and desk.editing.current == "draw"
    assert len(desk.saved()) == 2
    said = [item.text() for item in iface.messageBar().items()]
    assert [text for text in said if "not saved yet" in text.lower()] == [
        "Not saved yet: press Enter to try again. Another program is writing mine.gpkg; what you drew stays on the map."
    ]

    desk.press(again)

    assert desk.saved()[1] == (8, pytest.approx(9600, rel=0.05), "edited")
    assert tool.corners == 0 and not any("Not saved" in item.text() for item in iface.messageBar().items())
    desk.press("Z")
    assert len(desk.saved()) == 2


def test_a_line_drawn_freely_stays_on_the_map_too(desk, monkeypatch):
    desk.press("M")
    with held(desk.path, monkeypatch):
        desk.drag((50, 50), (80, 55), (120, 45), (150, 50))
    assert len(desk.saved()) == 2 and desk.editing.tools["merge"].corners > 2

    desk.press(Qt.Key.Key_Return)

    assert [area for _, area, _ in desk.saved()] == [20_000]


def test_escape_gives_a_drawing_up_that_waits_to_be_saved(desk, monkeypatch):
    desk.press("D")
    with held(desk.path, monkeypatch):
        desk.click((20, 120), (180, 120), (180, 180))
        desk.end()
    assert desk.editing.tools["draw"].corners == 3

    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Return)

    assert desk.editing.tools["draw"].corners == 0 and len(desk.saved()) == 2


def test_keys_with_modifiers_and_of_the_review_stay_what_they_were(desk):
    desk.select("0")
    QTest.keyClick(desk.canvas, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert desk.editing.current == ""
    desk.press("8")
    assert [code for code, _, _ in desk.saved()] == [8, 9]


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32631"])
def test_the_map_may_be_in_another_crs(desk, crs):
    from qgis.core import QgsCoordinateTransform, QgsProject

    target = QgsCoordinateReferenceSystem(crs)
    change = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), target, QgsProject.instance())
    desk.canvas.setDestinationCrs(target)
    desk.canvas.setExtent(change.transformBoundingBox(QgsRectangle(-100 * M, -100 * M, 300 * M, 250 * M)))
    desk.at = lambda x, y: _pixel(desk.canvas, change.transform(QgsPointXY(x * M, y * M)))
    desk.press("D")
    desk.click((0, 100), (100, 100), (100, 150), (0, 150))
    desk.press("8")

    layer = QgsVectorLayer(f"{desk.path}|layername=sectors", "fresh", "ogr")
    shape = next(f.geometry() for f in layer.getFeatures() if f["class"] == 8)
    assert {(0.0, 100 * M), (100 * M, 100 * M)} <= {(v.x(), v.y()) for v in shape.vertices()}


def _pixel(canvas, place):
    place = canvas.getCoordinateTransform().transform(place)
    return QPoint(round(place.x()), round(place.y()))
