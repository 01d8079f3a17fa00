"""The analyst's way through the real desktop: set up the engine, open the sample scene, detect, export, print a map.

QGIS runs this with ``--code`` after its plugins have loaded. The work comes as JSON in the file that
``JOURNEY_WORK`` names; what happened goes as JSON into the file that ``JOURNEY_ANSWER`` names, step by
step, so that a step that hangs leaves the ones before it. Buttons are really clicked.

Work: ``folder`` for what is made; ``set_up`` to click through the engine's set-up; ``image`` (else the sample scene's
link is clicked); ``geopackage``, ``map``, ``picture`` and ``project`` name files to make; ``notes`` stand on the map.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QComboBox, QDockWidget, QLineEdit, QToolButton, QWidget
from qgis.utils import iface, plugins

POLL_MS = 50
#: Seconds that the machine may stand still before what a step waits for counts as missing.
STANDSTILL_S = 60.0

#: (what is waited for, when it is there, seconds that it may take)
Wait = Tuple[str, Callable[[], Any], float]


class JourneyError(Exception):
    """A step of the way did not work; the message says which and what was on the screen."""


class Journey(QObject):
    """Runs the steps one after the other while QGIS's event loop goes on."""

    def __init__(self, work: Dict[str, Any], answer: Path) -> None:
        super().__init__()
        self.work = work
        self.answer = answer
        self.facts: Dict[str, Any] = {"steps": [], "problem": ""}
        self._steps = self.steps()
        self._wait: Optional[Wait] = None
        self._since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(POLL_MS)

    # ---- the way ------------------------------------------------------------------------------------------------

    def steps(self) -> Iterator[Wait]:
        """Yield what is waited for; between two yields something is clicked."""
        yield "the plugin", lambda: "mining_monitor" in plugins, 60.0
        iface.mainWindow().showMaximized()
        QgsSettings().setValue("mining_monitor/project_folder", self.work["folder"])
        if self.work.get("geopackage"):
            QgsProject.instance().writeEntry("mining_monitor", "project_file", self.work["geopackage"])
        self.raise_dock("Imagery")
        if self.work.get("set_up"):
            yield from self.set_up_engine()
        yield from self.open_image()
        yield from self.detect()
        yield from self.export()
        if self.work.get("map"):
            self.draw_map()
        self.save_project()

    def set_up_engine(self) -> Iterator[Wait]:
        """Click through the first run."""
        panel = self.widget("EngineSetup")
        button: QAbstractButton = panel.findChild(QAbstractButton, "start_button")
        yield "the button that sets up the engine", button.isVisible, 30.0
        started = time.monotonic()
        self.click(button)
        yield "the engine", lambda: not panel.isVisible(), 900.0
        self.facts["set_up_seconds"] = round(time.monotonic() - started, 1)
        self.done("set up")

    def open_image(self) -> Iterator[Wait]:
        """Open the image that the work names, or click the sample scene's link."""
        if self.work.get("image"):
            path = self.work["image"]
            iface.addRasterLayer(path, Path(path).stem, "gdal")
        else:
            yield "the sample scene's link", lambda: self.visible("sample_link", "sample_button"), 60.0
            self.click(self.visible("sample_link", "sample_button"))
        yield "the image on the map", lambda: self.layers(QgsRasterLayer), 120.0
        image = self.layers(QgsRasterLayer)[0]
        image.brightnessFilter().setBrightness(55)
        image.brightnessFilter().setContrast(15)
        iface.setActiveLayer(image)
        iface.zoomToActiveLayer()
        self.facts["image"] = image.source()
        self.done("open")

    def detect(self) -> Iterator[Wait]:
        """Click the toolbar's button and wait for the sectors."""
        self.raise_dock("Detection")
        yield "the model", self.is_ready_to_detect, 60.0
        button = self.toolbar_button("Detect mining sectors")
        yield "the toolbar's button", button.isEnabled, 60.0
        started = time.monotonic()
        self.click(button)
        yield "the sectors on the map", self.sectors_or_complaint, self.work.get("detect_seconds", 240.0)
        self.facts["detect_seconds"] = round(time.monotonic() - started, 1)
        sectors = self.sectors()
        self.facts["layer"] = sectors.source()
        self.facts["geopackage"] = sectors.source().split("|")[0]
        self.facts["sectors"] = sectors.featureCount()
        yield "the result's line", lambda: self.visible("result_frame"), 30.0
        self.done("detect")
        yield "the project's counts", self.has_counts, 30.0
        yield "the button's next offer", self.is_ready_to_detect, 30.0
        yield "the map", lambda: not iface.mapCanvas().isDrawing(), 30.0
        self.take_picture()

    def export(self) -> Iterator[Wait]:
        """Fill the Report dock in and click its button."""
        self.raise_dock("Report")
        target = Path(self.work["folder"]) / "sectors.geojson"
        panel = self.widget("ReportPanel")
        panel.findChild(QWidget, "output_file").setFilePath(str(target))
        places = panel.findChild(QComboBox, "generalise_combo")
        if self.work.get("generalise"):
            places.setCurrentIndex(places.findData(self.work["generalise"]))
        # exact artisanal places want a purpose, which is recorded
        panel.findChild(QLineEdit, "purpose_edit").setText(self.work.get("purpose", ""))
        button = panel.findChild(QAbstractButton, "export_button")
        yield "the export button", lambda: button.isVisible() and button.isEnabled(), 30.0
        self.click(button)
        yield f"the file {target.name}", lambda: target.is_file() and target.stat().st_size > 0, 60.0
        self.facts["geojson"] = str(target)
        self.done("export")

    def draw_map(self) -> None:
        """Print the map."""
        sys.path.insert(0, str(Path(self.work["code"])))
        from map_layout import draw_map

        image = self.layers(QgsRasterLayer)[-1]
        draw_map(image, self.sectors(), self.work.get("notes", []), Path(self.work["map"]))
        self.facts["map"] = self.work["map"]
        self.done("map")

    def save_project(self) -> None:
        """Save the project beside its GeoPackage, so that it can be opened again."""
        if self.work.get("project"):
            QgsProject.instance().write(self.work["project"])
            self.facts["project"] = self.work["project"]

    # ---- what the steps are made of ---------------------------------------------------------------------------

    def layers(self, kind: type) -> List[QgsMapLayer]:
        """Layers of the project of one kind, in the order of the layer tree."""
        order = QgsProject.instance().layerTreeRoot().layerOrder()
        return [layer for layer in order if isinstance(layer, kind) and layer.isValid()]

    def sectors(self) -> Optional[QgsVectorLayer]:
        """The layer of a finished run: sectors in a GeoPackage."""
        for layer in self.layers(QgsVectorLayer):
            if layer.fields().lookupField("class_key") >= 0 and ".gpkg" in layer.source():
                return layer
        return None

    def is_ready_to_detect(self) -> bool:
        """Tell whether the Detection dock knows a model and says what its button will do."""
        button = self.visible("detect_button")
        return button is not None and button.isEnabled() and any(sign.isdigit() for sign in button.text())

    def has_counts(self) -> bool:
        """Tell whether the dock in front says how many sectors the project holds."""
        label = self.visible("counts_label")
        return label is not None and bool(label.text())

    def sectors_or_complaint(self) -> Optional[QgsVectorLayer]:
        """The layer of a finished run; a warning in the message bar ends the wait for it."""
        item = iface.messageBar().currentItem()
        if item is not None and item.level() in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            raise JourneyError(f"QGIS says: {item.title()} {item.text()}")
        return self.sectors()

    def widget(self, name: str) -> QWidget:
        """The widget of a form, by its class's name."""
        for widget in QApplication.allWidgets():
            if widget.objectName() == name or type(widget).__name__ == name:
                return widget
        raise JourneyError(f"there is no {name} in QGIS")

    def visible(self, *names: str) -> Optional[QWidget]:
        """The first of the named widgets that can be seen."""
        widgets = [w for w in QApplication.allWidgets() if w.objectName() in names and w.isVisible()]
        return widgets[0] if widgets else None

    def toolbar_button(self, text: str) -> QToolButton:
        """A button of a toolbar by its action's text."""
        for button in iface.mainWindow().findChildren(QToolButton):
            action = button.defaultAction()
            if action is not None and action.text().replace("&", "").rstrip("…") == text and button.isVisible():
                return button
        raise JourneyError(f"no toolbar has a button '{text}'")

    def raise_dock(self, title: str) -> None:
        """Bring a dock to the front."""
        for dock in iface.mainWindow().findChildren(QDockWidget):
            if type(dock).__name__ == "MonitorDock" and dock.windowTitle().replace("&", "") == title:
                dock.show()
                dock.raise_()
                return
        raise JourneyError(f"there is no dock '{title}'")

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget; below a scroll bar a click would meet nothing."""
        middle = QPoint(widget.width() // 2, widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

    def take_picture(self) -> None:
        """Keep what the screen shows."""
        if self.work.get("picture"):
            QApplication.processEvents()
            iface.mainWindow().grab().save(self.work["picture"])

    def done(self, step: str) -> None:
        """Note a step and keep the facts on disk."""
        self.facts["steps"].append(step)
        self.write()

    def write(self) -> None:
        """Keep the facts on disk, whole or not at all."""
        partial = self.answer.with_suffix(".partial")
        partial.write_text(json.dumps(self.facts, indent=1), encoding="utf-8")
        partial.replace(self.answer)

    # ---- one step after the other -----------------------------------------------------------------------------

    def _go_on(self) -> None:
        try:
            if self._wait is not None:
                what, is_there, seconds = self._wait
                if not is_there():
                    seconds += STANDSTILL_S
                    if time.monotonic() - self._since > seconds:
                        raise JourneyError(f"waited {seconds:g} s for {what}; messages: {self._messages()}")
                    return
            self._wait = next(self._steps)
            self._since = time.monotonic()
        except StopIteration:
            self._end("")
        except Exception as error:
            self._end(f"{error}\n{traceback.format_exc()}")

    def _messages(self) -> List[str]:
        """What QGIS says at the moment, in the bar and in the docks."""
        names = ("warnings_label", "needs_label", "progress_label", "state_label", "result_label", "busy_label")
        labels = [w.text() for w in QApplication.allWidgets() if w.objectName() in names and w.isVisible()]
        item = iface.messageBar().currentItem()
        return [*([item.text()] if item is not None else []), *labels]

    def _end(self, problem: str) -> None:
        self._timer.stop()
        self.facts["problem"] = problem
        self.facts["finished"] = True
        if problem and "detect" not in self.facts["steps"]:
            self.take_picture()
        self.write()
        QgsProject.instance().clear()
        QgsApplication.instance().exit(0)


JOURNEY = Journey(
    json.loads(Path(os.environ["JOURNEY_WORK"]).read_text(encoding="utf-8")),
    Path(os.environ["JOURNEY_ANSWER"]),
)
