"""The brush, magic select and the line about what is under the cursor, driven as a hand drives them."""

import math

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from mining_monitor.adapter import messages
from mining_monitor.adapter.edits import EditSession
from mining_monitor.contract.errors import ExtentError
from mining_monitor.contract.growing import GrownStep, GrowRegionRequest, GrowRegionResult
from mining_monitor.gui.drawing.brush import BrushTool
from mining_monitor.gui.drawing.magic import MagicTool
from mining_monitor.gui.drawing.under_cursor import UnderCursor
from tests.clock import working
from tests.qgis.adapter.holding import held
from tests.qgis.adapter.makers import make_raster, raster_layer
from tests.qgis.adapter.shaping_world import M, box, m2, project_layer, rows, wkb_and_values

#: The map shows 800 m by 600 m from (0, 0) on, one metre a pixel.
WIDTH, HEIGHT = 800, 600


class Desk:
    """The desk of one layer."""

    def __init__(self, layer):
        self.edits = EditSession(layer, editor=lambda: "Ana")
        self.chosen, self.meant = [], []

    def select_soon(self, uuids):
        self.meant = uuids

    def layer(self):
        return self.edits.layer

    def session(self):
        return self.edits

    def selected(self):
        return self.chosen


class Hand:
    """A mouse over the canvas, in metres."""

    def __init__(self, canvas):
        self.canvas, self.view, self.is_down = canvas, canvas.viewport(), False

    def at(self, x, y):
        return QPoint(int(x), int(HEIGHT - y))

    def press(self, x, y, modifier=Qt.KeyboardModifier.NoModifier):
        self.is_down = True
        QTest.mousePress(self.view, Qt.MouseButton.LeftButton, modifier, self.at(x, y))

    def move(self, x, y):
        place, none = QPointF(self.at(x, y)), Qt.MouseButton.NoButton
        held = Qt.MouseButton.LeftButton if self.is_down else none
        around = QPointF(self.view.mapToGlobal(place.toPoint()))
        event = QMouseEvent(QEvent.Type.MouseMove, place, around, none, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view, event)

    def release(self, x, y, modifier=Qt.KeyboardModifier.NoModifier):
        self.is_down = False
        QTest.mouseRelease(self.view, Qt.MouseButton.LeftButton, modifier, self.at(x, y))

    def stroke(self, *points, modifier=Qt.KeyboardModifier.NoModifier):
        self.press(*points[0], modifier)
        for point in points[1:]:
            self.move(*point)
        self.release(*points[-1], modifier)

    def click(self, x, y, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, modifier, self.at(x, y))

    def double_click(self, x, y):
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.at(x, y))
        QTest.mouseDClick(self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.at(x, y))

    def wheel(self, notches, modifier=Qt.KeyboardModifier.NoModifier):
        place = QPointF(400, 300)
        event = QWheelEvent(
            place, QPointF(self.view.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, int(120 * notches)),
            Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.view, event)

    def key(self, key):
        if isinstance(key, str):
            QTest.keyClicks(self.canvas, key)
        else:
            QTest.keyClick(self.canvas, key)


@pytest.fixture
def canvas(iface):
    canvas = iface.canvas
    iface.window.takeCentralWidget()
    canvas.setParent(None)
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(0, 0, WIDTH * M, HEIGHT * M))
    QApplication.processEvents()
    yield canvas
    canvas.unsetMapTool(canvas.mapTool())
    canvas.close()


@pytest.fixture
def hand(canvas):
    return Hand(canvas)


@pytest.fixture
def desk_of(tmp_path, qgis_app):
    made = []

    def desk(*sectors):
        made.append(Desk(project_layer(tmp_path / f"{len(made)}.gpkg", *sectors)))
        return made[-1]

    yield desk
    for each in made:
        each.edits.close()


@pytest.fixture
def brush_on(canvas):
    tools = []

    def take(desk, code=8, *, erases=False, radius_m=20.0):
        tool = BrushTool(canvas, desk, lambda: code, erases=erases)
        tools.append(tool)
        canvas.setMapTool(tool)
        tool.radius_m = radius_m
        return tool

    yield take
    for tool in tools:
        canvas.unsetMapTool(tool)
        tool.close()


def test_a_stroke_paints_a_sector_of_the_chosen_class_in_one_step(desk_of, brush_on, hand):
    desk = desk_of()
    brush_on(desk, 8)

    hand.stroke((100, 300), (200, 300), (300, 300))

    (sector,) = rows(desk.layer()).values()
    assert sector["class"] == 8
    assert m2(sector) == pytest.approx(200 * 40 + math.pi * 20**2, rel=0.03)
    desk.edits.undo()
    assert rows(desk.layer()) == {}


def test_a_click_is_a_dab_as_wide_as_the_brush(desk_of, brush_on, hand):
    desk = desk_of()
    brush_on(desk, 8, radius_m=50)

    hand.click(300, 300)

    (sector,) = rows(desk.layer()).values()
    assert m2(sector) == pytest.approx(math.pi * 50**2, rel=0.03)


def test_the_eraser_takes_the_ground_under_it_and_undo_brings_every_byte_back(desk_of, brush_on, hand):
    desk = desk_of((box(100, 200, 500, 400), 5, "draft"))
    before = wkb_and_values(desk.layer())
    brush_on(desk, erases=True)

    hand.stroke((50, 210), (300, 210), (550, 210))

    assert m2(rows(desk.layer())["0"]) == pytest.approx(400 * 170, rel=0.02)
    desk.edits.undo()
    assert wkb_and_values(desk.layer()) == before


@pytest.mark.parametrize("erases", [False, True])
def test_shift_does_the_opposite(desk_of, brush_on, hand, erases):
    desk = desk_of((box(100, 200, 500, 400), 8, "draft"))
    brush_on(desk, 8, erases=erases)
    before = m2(rows(desk.layer())["0"])

    hand.stroke((300, 400), (400, 400), modifier=Qt.KeyboardModifier.ShiftModifier)

    after = m2(rows(desk.layer())["0"])
    assert (after > before) == erases and abs(after - before) > 1000


def test_the_wheel_and_the_brackets_change_the_size_and_the_map_stays(desk_of, brush_on, hand, canvas):
    tool = brush_on(desk_of(), radius_m=20.0)
    scale = canvas.scale()

    hand.wheel(2)
    assert tool.radius_m == pytest.approx(20 * 1.15**2)
    hand.wheel(-2)
    hand.key("]")
    assert tool.radius_m == pytest.approx(20 * 1.15)
    hand.key("[")
    assert tool.radius_m == pytest.approx(20)
    assert canvas.scale() == scale


def test_with_ctrl_the_wheel_zooms_as_ever(desk_of, brush_on, hand, canvas):
    tool = brush_on(desk_of(), radius_m=20.0)
    scale = canvas.scale()

    hand.wheel(1, Qt.KeyboardModifier.ControlModifier)

    assert canvas.scale() != scale and tool.radius_m == 20


def test_escape_drops_the_stroke(desk_of, brush_on, hand):
    desk = desk_of()
    brush_on(desk)
    hand.press(100, 300)
    hand.move(200, 300)
    hand.key(Qt.Key.Key_Escape)
    hand.release(300, 300)

    assert rows(desk.layer()) == {} and not desk.edits.can_undo


def test_another_tool_ends_the_stroke_and_leaves_nothing_on_the_map(desk_of, brush_on, hand, canvas):
    desk = desk_of()
    tool = brush_on(desk)
    hand.press(100, 300)
    hand.move(200, 300)
    canvas.unsetMapTool(tool)

    assert rows(desk.layer()) == {}
    assert tool.circle.asGeometry().isEmpty()


def test_the_circle_is_as_large_as_what_will_be_painted(desk_of, brush_on, hand):
    tool = brush_on(desk_of(), radius_m=60)
    hand.move(300, 300)

    extent = tool.circle.asGeometry().boundingBox()
    assert (extent.width() / M, extent.height() / M) == pytest.approx((120, 120), rel=0.02)


def test_a_brush_of_another_map_scale_begins_at_a_size_that_suits_this_one(desk_of, brush_on, canvas):
    tool = brush_on(desk_of(), radius_m=20)
    tool.resize_by(1)
    canvas.unsetMapTool(tool)
    canvas.setExtent(QgsRectangle(0, 0, 80_000 * M, 60_000 * M))
    canvas.setMapTool(tool)

    assert 200 < tool.radius_m < 5000


def test_a_refusal_is_told_and_nothing_changes(desk_of, brush_on, hand, iface):
    messages.messenger().set_bar(iface.messageBar())
    desk = desk_of((box(100, 200, 500, 400), 5, "approved"))
    before = wkb_and_values(desk.layer())
    brush_on(desk, 8)

    hand.stroke((300, 300), (350, 300))

    assert wkb_and_values(desk.layer()) == before
    assert [item.text() for item in iface.messageBar().items()]
    messages.messenger().set_bar(None)


@pytest.fixture
def bar(iface):
    """The message bar, and the plugin that speaks there."""
    messages.messenger().set_bar(iface.messageBar())
    yield iface.messageBar()
    messages.messenger().set_bar(None)


def test_strokes_stay_on_the_map_while_another_program_writes_and_enter_saves_each(
    desk_of, brush_on, hand, tmp_path, monkeypatch, bar
):
    desk = desk_of()
    tool = brush_on(desk, 8)
    with held(tmp_path / "0.gpkg", monkeypatch):
        hand.stroke((100, 300), (200, 300))
        hand.stroke((400, 100), (500, 100))
        assert tool._done.asGeometry().area() / M**2 == pytest.approx(2 * (100 * 40 + math.pi * 20**2), rel=0.03)
    assert rows(desk.layer()) == {} and not desk.edits.can_undo
    assert ["press Enter to try again" in item.text() for item in bar.items()] == [True]
    monkeypatch.setattr(tool, "_chosen_class", lambda: 5)

    hand.key(Qt.Key.Key_Return)

    painted = rows(desk.layer()).values()
    assert [each["class"] for each in painted] == [8, 8]
    assert sum(map(m2, painted)) == pytest.approx(2 * (100 * 40 + math.pi * 20**2), rel=0.03)
    assert tool._done.asGeometry().isEmpty() and not tool.wants_key(Qt.Key.Key_Return)
    desk.edits.undo()
    assert len(rows(desk.layer())) == 1


def test_the_next_stroke_saves_those_before_it(desk_of, brush_on, hand, tmp_path, monkeypatch):
    desk = desk_of()
    brush_on(desk, 8)
    with held(tmp_path / "0.gpkg", monkeypatch):
        hand.stroke((100, 300), (200, 300))

    hand.stroke((400, 100), (500, 100))

    assert len(rows(desk.layer())) == 2


def test_escape_drops_the_strokes_that_wait(desk_of, brush_on, hand, tmp_path, monkeypatch):
    desk = desk_of()
    tool = brush_on(desk, 8)
    with held(tmp_path / "0.gpkg", monkeypatch):
        hand.stroke((100, 300), (200, 300))

    hand.key(Qt.Key.Key_Escape)
    hand.key(Qt.Key.Key_Return)

    assert rows(desk.layer()) == {} and tool._done.asGeometry().isEmpty()


# -- magic select ------------------------------------------------------------------------------------------------------


def steps(*sizes):
    """Squares round (300, 300) of these sides."""
    made = []
    for side in sizes:
        shape = box(300 - side / 2, 300 - side / 2, 300 + side / 2, 300 + side / 2)
        made.append(GrownStep(shape.asWkt(12), float(side * side)))
    return tuple(made)


@pytest.fixture
def image(canvas, tmp_path):
    path = make_raster(tmp_path / "i.tif", crs="EPSG:4326", width=80, height=60, size=10 * M, west=0, north=600 * M)
    layer = raster_layer(path)
    QgsProject.instance().addMapLayer(layer)
    canvas.setLayers([layer])
    return layer


@pytest.fixture
def magic(canvas, desk_of, fake_engine, image):
    fake_engine.answers[GrowRegionRequest] = GrowRegionResult(steps(40, 80, 160, 320), 1, 10.0, False)
    desk = desk_of()
    tool = MagicTool(canvas, desk, lambda: 6)
    tool.desk = desk
    canvas.setMapTool(tool)
    yield tool
    canvas.unsetMapTool(tool)
    tool.close()


def test_a_click_asks_the_engine_about_the_image_there_and_shows_its_guess(magic, hand, fake_engine, image, wait_until):
    hand.click(300, 300)
    wait_until(lambda: magic.growth)

    (request,) = fake_engine.requests
    assert request.image.path == image.source()
    assert [value / M for value in request.points[0]] == pytest.approx([300, 300], abs=2)
    assert request.radius_m == pytest.approx(400, rel=0.01)
    assert magic.band.asGeometry().area() / M**2 == pytest.approx(6400, rel=0.01)


def test_the_wheel_grows_and_shrinks_without_asking_again(magic, hand, fake_engine, canvas, wait_until):
    scale = canvas.scale()
    hand.click(300, 300)
    wait_until(lambda: magic.growth)

    hand.wheel(1)
    assert magic.growth.area_m2 == 25_600
    hand.wheel(5)
    assert magic.growth.area_m2 == 102_400
    hand.wheel(-9)
    assert magic.growth.area_m2 == 1_600
    hand.key("+")
    assert magic.growth.area_m2 == 6_400
    assert len(fake_engine.requests) == 1 and canvas.scale() == scale


@pytest.mark.parametrize("how", ["enter", "double click"])
def test_taking_a_region_makes_a_sector_in_one_step(magic, hand, wait_until, how):
    hand.click(300, 300)
    wait_until(lambda: magic.growth)
    if how == "enter":
        hand.key(Qt.Key.Key_Return)
    else:
        hand.double_click(310, 310)

    (sector,) = rows(magic.desk.layer()).values()
    assert sector["class"] == 6 and m2(sector) == pytest.approx(6400, rel=0.01)
    assert magic.growth is None and magic.band.asGeometry().isEmpty()
    assert magic.desk.meant == [sector["uuid"]]
    magic.desk.edits.undo()
    assert rows(magic.desk.layer()) == {}


def test_a_region_stays_on_the_map_while_another_program_writes(magic, hand, wait_until, tmp_path, monkeypatch, bar):
    hand.click(300, 300)
    wait_until(lambda: magic.growth)
    with held(tmp_path / "0.gpkg", monkeypatch):
        hand.key(Qt.Key.Key_Return)
    assert magic.growth is not None and rows(magic.desk.layer()) == {}
    assert ["press Enter to try again" in item.text() for item in bar.items()] == [True]

    hand.key(Qt.Key.Key_Return)

    (sector,) = rows(magic.desk.layer()).values()
    assert m2(sector) == pytest.approx(6400, rel=0.01) and magic.growth is None


def test_escape_drops_a_region(magic, hand, wait_until):
    hand.click(300, 300)
    wait_until(lambda: magic.growth)
    hand.key(Qt.Key.Key_Escape)
    hand.key(Qt.Key.Key_Return)

    assert magic.growth is None and rows(magic.desk.layer()) == {}


def test_shift_and_a_click_add_a_place_and_keep_the_size(magic, hand, fake_engine, wait_until):
    hand.click(300, 300)
    wait_until(lambda: magic.growth)
    hand.wheel(1)
    hand.click(500, 300, Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: magic.growth)

    assert len(fake_engine.requests[-1].points) == 2
    assert magic.growth.area_m2 == 25_600


def test_a_click_beside_a_region_begins_another(magic, hand, fake_engine, wait_until):
    hand.click(300, 300)
    wait_until(lambda: magic.growth)
    hand.click(500, 500)
    wait_until(lambda: len(fake_engine.requests) == 2 and magic.growth)

    assert fake_engine.requests[-1].points[0][0] / M == pytest.approx(500, abs=2)


def test_an_answer_that_comes_after_escape_is_not_shown(magic, hand, fake_engine, wait_until):
    fake_engine.seconds = 0.2
    hand.click(300, 300)
    hand.key(Qt.Key.Key_Escape)
    fake_engine.seconds = 0.0
    QTest.qWait(400)

    assert magic.growth is None and magic.band.asGeometry().isEmpty()


def test_what_the_engine_refuses_is_told(magic, hand, fake_engine, iface, wait_until):
    from mining_monitor.adapter import messages

    messages.messenger().set_bar(iface.messageBar())
    fake_engine.answers[GrowRegionRequest] = ExtentError("'image' has no data where you clicked.")
    hand.click(300, 300)
    wait_until(lambda: iface.messageBar().items())

    assert "no data" in iface.messageBar().items()[0].text()
    assert magic.growth is None
    messages.messenger().set_bar(None)


def test_without_an_image_under_the_click_it_says_so(magic, hand, fake_engine, canvas, iface):
    from mining_monitor.adapter import messages

    messages.messenger().set_bar(iface.messageBar())
    canvas.setLayers([])
    hand.click(300, 300)

    assert "no image where you clicked" in iface.messageBar().items()[0].text()
    assert fake_engine.requests == []
    messages.messenger().set_bar(None)


def test_a_damaged_answer_takes_nothing(magic, hand, fake_engine, wait_until):
    fake_engine.answers[GrowRegionRequest] = GrowRegionResult((GrownStep("POLYGON((1", 5.0),), 7, 10.0, False)
    hand.click(300, 300)
    wait_until(lambda: magic._pending is None)
    hand.key(Qt.Key.Key_Return)

    assert magic.growth is None and rows(magic.desk.layer()) == {}


# -- under the cursor --------------------------------------------------------------------------------------------------


@pytest.fixture
def cursor(canvas):
    made = []

    def watch(layer, wanted=True):
        made.append(UnderCursor(canvas, lambda: layer, lambda: wanted))
        made[-1].said = []
        made[-1].described.connect(made[-1].said.append)
        return made[-1]

    yield watch
    for each in made:
        each.close()


def test_the_line_tells_class_state_confidence_and_area_and_what_lies_below(desk_of, cursor, hand, wait_until):
    layer = desk_of(
        (box(100, 100, 300, 300), 5, "draft", {"area_m2": 40_000.0}),
        (box(200, 200, 300, 300), 8, "approved", {"area_m2": 10_000.0, "Name": "North"}),
        (box(0, 0, 700, 500), 2, "draft", {"area_m2": 350_000.0}),
    ).layer()
    layer.dataProvider().changeAttributeValues({2: {layer.fields().indexOf("confidence"): None}})
    said = cursor(layer).said

    hand.move(120, 120)
    wait_until(lambda: said)
    assert said[-1].startswith("Open pit · draft · 50 % · 4.00 ha") and "below: 1" in said[-1]
    hand.move(250, 250)
    wait_until(lambda: len(said) == 2)
    assert "North · approved · drawn by hand · 1.00 ha" in said[-1] and "below: 2" in said[-1]
    hand.move(750, 550)
    wait_until(lambda: len(said) == 3)
    assert said[-1] == "No sector under the cursor"


def test_nothing_is_read_while_nobody_wants_to_know(desk_of, cursor, hand):
    said = cursor(desk_of((box(100, 100, 300, 300), 5, "draft")).layer(), wanted=False).said
    hand.move(150, 150)
    QTest.qWait(150)
    assert said == []


@pytest.mark.clock
def test_among_20000_sectors_a_look_costs_milliseconds(tmp_path, qgis_app):
    import statistics
    import time

    from mining_monitor.gui.drawing.under_cursor import sectors_at

    layer = project_layer(
        tmp_path / "many.gpkg",
        *((box(30 * (i % 150), 30 * (i // 150), 30 * (i % 150) + 30, 30 * (i // 150) + 30), 5, "draft")
          for i in range(20_000)),
    )  # fmt: skip
    seconds = []
    for number in range(50):
        begin = time.process_time()
        found = sectors_at(layer, QgsPointXY((number * 83 % 4400 + 3.7) * M, (number * 57 % 3900 + 3.7) * M))
        seconds.append(time.process_time() - begin)
        assert len(found) == 1
    assert statistics.median(seconds) < working(0.02)


def test_a_place_beyond_the_earth_holds_nothing(canvas):
    from mining_monitor.adapter.growing import to_lonlat

    crs = QgsCoordinateReferenceSystem("EPSG:32719")
    assert to_lonlat(QgsPointXY(9e99, 9e99), crs) is None


def test_events_of_the_wheel_that_are_no_whole_notch_add_up(desk_of, brush_on, hand):
    tool = brush_on(desk_of(), radius_m=20.0)
    for _ in range(4):
        hand.wheel(0.25)
    assert tool.radius_m == pytest.approx(20 * 1.15)


@pytest.mark.parametrize("name", ["brush", "erase", "magic"])
def test_a_tool_says_what_to_do_and_escape_with_nothing_begun_gives_it_up(desk_of, canvas, hand, name):
    said, given_up = [], []
    tool = {
        "brush": lambda: BrushTool(canvas, desk_of(), lambda: 5),
        "erase": lambda: BrushTool(canvas, desk_of(), lambda: 5, erases=True),
        "magic": lambda: MagicTool(canvas, desk_of(), lambda: 5),
    }[name]()
    tool.hinted.connect(said.append)
    tool.given_up.connect(lambda: given_up.append(1))
    canvas.setMapTool(tool)
    assert len(said[-1]) > 20 and (name == "erase") != ("Open pit" in said[-1])
    hand.key(Qt.Key.Key_Escape)
    assert given_up == [1]
    canvas.unsetMapTool(tool)
    tool.close()
