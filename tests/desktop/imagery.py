"""The driver's scenario of imagery: a product's form, a search, thumbnails, a scene, its renderings, and Detect on it.

Run as the driver is; ``MM_FOLDER`` is the folder of both files.
"""

import os
import sqlite3
import sys

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QDate, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface, plugins

sys.path.insert(0, os.environ["MM_FOLDER"])

import driver


def images(s):
    """The project's images, newest last; results are none."""
    from mining_monitor.gui.imagery_controller import raster_layers

    return raster_layers()


def drawn():
    return not iface.mapCanvas().isDrawing()


def begin(s):
    """An empty project with the Imagery dock in front and the local catalogue among the user's."""
    yield "the plugin", lambda: "mining_monitor" in plugins, 30
    iface.mainWindow().showMaximized()
    iface.newProject()
    yield "the window", lambda: iface.mainWindow().width() > 1000, 10
    yield "the engine", lambda: s.workspace.engine.is_ready, 60
    from mining_monitor.adapter import catalogues

    catalogues.set_own([("Local", s.work["catalogue"])])
    s.workspace.show_dock("Imagery")
    s.shoot("welcome")


def product(s):
    """Drop a zipped product, read its form, load it whole."""
    panel = s.workspace.imagery_panel
    panel.files_dropped.emit([s.work["product"]])
    yield "the form", lambda: "05.10" in panel.loader.words_label.text(), 40
    s.facts["form"] = panel.loader.words_label.text()
    s.facts["where"] = panel.loader.where_combo.currentData()
    panel.loader.place_edit.setText("Made up")
    s.shoot("form")
    s.meter.start("loading")
    s.click(panel.loader.load_button)
    yield "the image", lambda: len(images(s)) == 1, 60
    s.meter.label("showing")
    yield "the map", drawn, 30
    yield "its sentence", lambda: bool(s.workspace.words.sentence(images(s)[0])), 30
    s.meter.stop()
    note_image(s, "product_image", images(s)[0])
    s.shoot("loaded")


def note_image(s, key, layer):
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    s.facts[key] = {
        "name": layer.name(), "group": node.parent().name(), "words": s.workspace.words.sentence(layer),
        "bands": [layer.bandName(band) for band in range(1, layer.bandCount() + 1)],
    }  # fmt: skip


def search(s):
    """Search what the map shows; every scene gets its thumbnail and its clear share."""
    panel = s.workspace.imagery_panel
    panel.search_requested.emit()
    form = panel.search
    yield "the search", form.isVisible, 10
    form.catalogue_combo.setCurrentIndex(form.catalogue_combo.findText("Local"))
    form.from_date.setDate(QDate(2024, 5, 1))
    form.to_date.setDate(QDate(2024, 5, 31))
    form.cloud_spin.setValue(100)
    s.click(form.search_button)
    yield "three scenes", lambda: form.table.rowCount() == 3, 40
    rows = range(3)
    yield "their thumbnails", lambda: all(picture(form, row) for row in rows), 40
    yield "their clear shares", lambda: all(form.table.cover(form.table.scene(row)) for row in rows), 60
    s.facts["found"] = form.state_label.text()
    s.facts["clear"] = {
        form.table.scene(row).sensed_at[:10]: round(form.table.cover(form.table.scene(row)).clear_share, 2)
        for row in rows
    }
    form.scene_table.selectRow(1)
    yield "the map", drawn, 30
    s.facts["footprints"] = [x.name() for x in QgsProject.instance().mapLayers().values() if x.type() == 0]
    s.shoot("found")


def picture(form, row):
    return form.table.data(form.table.index(row, 0), Qt.ItemDataRole.DecorationRole) is not None


def scene(s):
    """Double-click the scene of the twelfth; its window comes at once."""
    form, panel = s.workspace.imagery_panel.search, s.workspace.imagery_panel
    before = len(images(s))
    table = form.scene_table
    row = next(r for r in range(3) if form.table.scene(r).sensed_at[:10] == "2024-05-12")
    point = table.visualRect(form.table.index(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    yield "the scene", lambda: len(images(s)) == before + 1, 90
    layer = next(x for x in images(s) if "2024-05-12" in x.name())
    yield "the map", drawn, 30
    note_image(s, "scene_image", layer)
    s.facts["told"] = form.state_label.text()
    s.click(form.back_button)
    yield "the list", panel.details.isVisible, 10
    panel.choose(layer.id())
    yield "its renderings", panel.details.index_button.isEnabled, 30
    s.click(panel.details.colour_button)
    yield "a moment for the map", after(0.7), 10
    yield "the map", drawn, 30
    s.shoot("scene")
    renderer = layer.renderer()
    s.facts["drawn_bands"] = [renderer.redBand(), renderer.greenBand(), renderer.blueBand()]
    s.facts["white_at"] = renderer.redContrastEnhancement().maximumValue()
    s.layer = layer


def after(seconds):
    """A condition that comes true once."""
    passed = []
    QTimer.singleShot(int(1000 * seconds), lambda: passed.append(True))
    return lambda: bool(passed)


def renderings(s):
    """An index above its image, and two dates swiped."""
    details = s.workspace.imagery_panel.details
    s.facts["swir"] = [details.swir_button.isEnabled(), details.swir_button.toolTip()]
    ndvi = next(a for a in details.index_button.menu().actions() if a.text().startswith("NDVI"))
    ndvi.trigger()
    project = QgsProject.instance()
    yield "the index", lambda: any(x.name().startswith("NDVI") for x in project.mapLayers().values()), 60
    index = next(x for x in project.mapLayers().values() if x.name().startswith("NDVI"))
    order = [x.id() for x in project.layerTreeRoot().layerOrder()]
    s.facts["index_above"] = order.index(index.id()) < order.index(s.layer.id())
    box = index.extent()
    s.facts["index_under_cloud"] = sampled(index, box.xMinimum() + 0.1 * box.width(), box.center().y())
    s.facts["index_in_the_clear"] = sampled(index, box.xMinimum() + 0.6 * box.width(), box.center().y())
    yield "the map", drawn, 30
    s.shoot("index")
    project.layerTreeRoot().findLayer(index.id()).setItemVisibilityChecked(False)
    s.click(details.swipe_button)
    yield "the swipe", lambda: details.swipe_button.isChecked(), 10
    yield "a moment for the map", after(0.7), 10
    yield "the map", drawn, 30
    s.shoot("swipe")
    s.click(details.swipe_button)


def sampled(layer, x, y):
    from qgis.core import QgsPointXY

    value, is_there = layer.dataProvider().sample(QgsPointXY(x, y), 1)
    return round(value, 3) if is_there and value == value else None


def detect(s):
    """From the image's own button to sectors that carry its date, agency and attribution."""
    panel = s.workspace.detection_panel
    s.click(s.workspace.imagery_panel.next_button)
    yield "the button", lambda: panel.detect_button.isVisible() and "km" in panel.detect_button.text(), 60
    panel.where_combo.setCurrentIndex(0)
    yield "the button again", lambda: panel.detect_button.isEnabled() and "km" in panel.detect_button.text(), 40
    s.shoot("ready")
    s.click(panel.detect_button)
    yield "the run", lambda: s.workspace.detection.is_running, 20
    yield "the end of the run", lambda: not s.workspace.detection.is_running, 120
    yield "the sectors on the map", s.sector_layers, 30
    yield "the map", drawn, 60
    s.facts["sentence"] = panel.result_label.text()
    s.facts["warning"] = panel.warnings_label.text()
    s.shoot("result")
    layer = s.sector_layers()[0]
    feature = next(iter(layer.getFeatures()))
    s.facts["sector"] = {name: feature[name] for name in ("date", "system", "scene_id", "observed_at")}
    with sqlite3.connect(layer.source().split("|")[0]) as connection:
        row = connection.execute("SELECT attribution, observed_m2, not_observed_m2 FROM runs").fetchone()
    connection.close()
    s.facts["attribution"], s.facts["hidden_share"] = row[0], round(row[2] / (row[1] + row[2]), 2)


def way(s):
    """The analyst's way from a product and a search to sectors."""
    for part in (begin, product, search, scene, renderings, detect):
        yield from part(s)
    s.facts["longest_gap_ms"] = s.meter.longest()


def chips(s):
    """Real chips on the map in true colour and SWIR, each a picture for a person to look at."""
    yield from begin(s)
    for path in s.work["chips"]:
        layer = s.workspace.imagery.add_file(driver.Path(path))
        assert isinstance(layer, QgsRasterLayer), path
        details = s.workspace.imagery_panel.details
        yield "its bands", details.swir_button.isEnabled, 40
        for button, name in ((details.colour_button, "colour"), (details.swir_button, "swir")):
            s.click(button)
            yield "a moment for the map", after(0.6), 10
            yield "the map", drawn, 30
            iface.mapCanvas().saveAsImage(str(driver.Path(s.work["pictures"]) / f"{layer.name()}-{name}.png"))
        s.facts.setdefault("words", {})[layer.name()] = s.workspace.words.sentence(layer)
        QgsProject.instance().removeMapLayer(layer.id())


driver.SCENARIOS.update(imagery=way, chips=chips)
