"""More scenarios for the driver: places on the map, pictures that the engine cannot open, and work without a mouse.

Run as the driver is; ``MM_FOLDER`` is the folder of both files.
"""

import json
import os
import sqlite3
import sys
from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialog
from qgis.utils import iface

sys.path.insert(0, os.environ["MM_FOLDER"])

import driver


def run_to_the_end(s):
    """Click the dock's button, wait for the sectors, and note what was asked and what was found."""
    panel = s.workspace.detection_panel
    yield "the button", lambda: panel.detect_button.isEnabled() and says_what_comes(panel), 40
    s.facts["button"] = panel.detect_button.text().replace("&", "")
    s.facts["warning"] = panel.warnings_label.text() if panel.warnings_label.isVisible() else ""
    s.shoot("ready")
    s.click(panel.detect_button)
    yield "the run", lambda: s.workspace.detection.is_running, 20
    yield "the end of the run", lambda: not s.workspace.detection.is_running, 120
    yield "the sectors on the map", s.sector_layers, 30
    yield "the map", lambda: not iface.mapCanvas().isDrawing(), 60
    s.shoot("result")
    note_run(s)


def says_what_comes(panel):
    """The area on the button, or that pixels are fetched or copied first."""
    return "km" in panel.detect_button.text() or "first" in panel.warnings_label.text()


def note_run(s):
    """Read the project file as any program would."""
    layer = s.sector_layers()[0]
    path = layer.source().split("|")[0]
    with sqlite3.connect(path) as connection:
        request, sectors, image = connection.execute("SELECT request, sectors, image_name FROM runs").fetchone()
        box = connection.execute(
            "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'observed'"
        ).fetchone()
    connection.close()
    s.facts.update(extent=json.loads(request)["extent"], sectors=sectors, image=image, observed=box)


def choose(combo: QComboBox, data):
    combo.setCurrentIndex(combo.findData(data))


def rectangle(s):
    """Drag a rectangle over the middle of the map; Escape first, to give up."""
    yield from s.open_scene()
    s.workspace.show_dock("Detection")
    panel, canvas = s.workspace.detection_panel, iface.mapCanvas()
    choose(panel.where_combo, "rectangle")
    s.facts["asks"] = panel.where_words.text()
    yield "the tool", lambda: panel.draw_button.isChecked(), 5
    before = canvas.mapTool()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    s.facts["gave_up"] = not panel.draw_button.isChecked() and canvas.mapTool() is not before
    s.click(panel.draw_button)
    view = canvas.viewport()
    start = QPoint(view.width() * 4 // 10, view.height() * 4 // 10)
    end = QPoint(view.width() * 6 // 10, view.height() * 6 // 10)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, (start + end) / 2)
    yield "a moment", lambda: True, 1
    QTest.mouseMove(view, end)
    s.shoot("dragging")
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    yield "the tool put away", lambda: not panel.draw_button.isChecked(), 5
    corners = [canvas.getCoordinateTransform().toMapCoordinates(point) for point in (start, end)]
    s.facts["dragged"] = [corners[0].x(), corners[1].y(), corners[1].x(), corners[0].y()]
    yield from run_to_the_end(s)


def polygon(s):
    """Select one of two polygons on the map with QGIS's own tool."""
    yield from s.open_scene()
    canvas = iface.mapCanvas()
    box = QgsProject.instance().mapLayersByName("Sample")[0].extent()
    places = QgsVectorLayer(f"Polygon?crs={canvas.mapSettings().destinationCrs().authid()}", "Places", "memory")
    for share in (0.25, 0.75):
        x = box.xMinimum() + share * box.width()
        feature = QgsFeature(places.fields())
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT({x} {box.center().y()})").buffer(box.width() / 10, 12))
        assert places.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(places)
    iface.setActiveLayer(places)
    s.workspace.show_dock("Detection")
    choose(s.workspace.detection_panel.where_combo, "polygon")
    s.facts["asks"] = s.workspace.detection_panel.where_words.text()
    iface.actionSelect().trigger()
    yield "the map", lambda: not canvas.isDrawing(), 30
    point = canvas.getCoordinateTransform().transform(box.xMinimum() + 0.25 * box.width(), box.center().y())
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(point.x()), int(point.y())))
    yield "a selection", lambda: places.selectedFeatureCount() == 1, 10
    yield "its name", lambda: "Places" in s.workspace.detection_panel.where_words.text(), 10
    s.facts["says"] = s.workspace.detection_panel.where_words.text()
    chosen = next(iter(places.selectedFeatures())).geometry().boundingBox()
    s.facts["dragged"] = [chosen.xMinimum(), chosen.yMinimum(), chosen.xMaximum(), chosen.yMaximum()]
    yield from run_to_the_end(s)


def other_layer(s, layer):
    """Detect on the whole of a layer that stands for the sample scene."""
    yield from s.open_scene()
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    s.workspace.show_dock("Detection")
    s.workspace.detection.choose_image(layer.id())
    choose(s.workspace.detection_panel.where_combo, "canvas")
    yield from run_to_the_end(s)


def wms(s):
    """A picture of a WMS, whose terms were confirmed."""
    layer = QgsRasterLayer(s.work["wms"], "Service", "wms")
    assert layer.isValid(), layer.error().message()
    yield from other_layer(s, layer)


def virtual(s):
    """A VRT over the scene."""
    from osgeo import gdal

    path = str(Path(s.work["project"]).with_name("scene.vrt"))
    gdal.BuildVRT(path, [s.work["scene"]]).FlushCache()
    yield from other_layer(s, QgsRasterLayer(path, "Virtual", "gdal"))


def memory(s):
    """A raster that lives in QGIS's memory alone."""
    from osgeo import gdal

    gdal.Translate("/vsimem/scene.tif", s.work["scene"]).FlushCache()
    yield from other_layer(s, QgsRasterLayer("/vsimem/scene.tif", "Memory", "gdal"))


def keyboard(s):
    """From the dock to reviewed sectors without a mouse; F1 opens the help and Escape closes it."""
    yield from s.open_scene()
    s.workspace.show_dock("Detection")
    panel = s.workspace.detection_panel
    iface.mainWindow().activateWindow()
    panel.image_combo.setFocus()
    s.facts["walked"] = []
    for _step in range(14):
        widget = QApplication.focusWidget()
        name = widget.objectName() if widget is not None else ""
        s.facts["walked"].append(name)
        if name == "detect_button":
            break
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        yield "a moment", lambda: True, 1
    QTest.keyClick(panel.where_combo, Qt.Key.Key_F1)
    yield "the help", lambda: help_window() is not None, 10
    s.shoot("help")
    s.facts["help"] = help_window().windowTitle()
    QTest.keyClick(help_window(), Qt.Key.Key_Escape)
    yield "no help", lambda: help_window() is None, 10
    yield "the button's sentence", lambda: panel.detect_button.isEnabled() and "km" in panel.detect_button.text(), 40
    panel.detect_button.setFocus()
    QTest.keyClick(panel.detect_button, Qt.Key.Key_Space)
    yield "the run", lambda: s.workspace.detection.is_running, 20
    yield "the end of the run", lambda: not s.workspace.detection.is_running, 120
    yield "the sectors on the map", s.sector_layers, 30
    yield "Review", panel.review_button.isVisible, 10
    panel.review_button.setFocus()
    QTest.keyClick(panel.review_button, Qt.Key.Key_Space)
    table = s.workspace.annotation_panel.sector_table
    yield "the list", lambda: table.model() is not None and table.model().rowCount() > 0, 20
    yield "the focus", lambda: QApplication.focusWidget() is not None, 10
    for key in (Qt.Key.Key_Space, Qt.Key.Key_9):
        QTest.keyClick(QApplication.focusWidget(), key)
        yield "a moment", lambda: True, 1
    yield "class 9", lambda: s.workspace.annotation.session.can_undo or driver.selected(s)["class"] == 9, 10
    s.facts["class_after_9"] = driver.selected(s)["class"]
    s.shoot("reviewed")


def help_window():
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.objectName() == "MiningMonitorHelp" and widget.isVisible():
            return widget
    return None


driver.SCENARIOS.update(
    rectangle=rectangle, polygon=polygon, wms=wms, virtual=virtual, memory=memory, keyboard=keyboard
)
