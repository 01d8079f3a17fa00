"""Runs one scenario in the real desktop: real clicks on real widgets, and how long the event loop was held.

QGIS runs this with ``--code`` after its plugins have loaded. ``MM_SCENARIO`` names the scenario, ``MM_WORK`` is a JSON
file with what it needs, ``MM_ANSWER`` the JSON file for what happened. Whatever happens, the answer is written and
QGIS ends.
"""

import json
import os
import threading
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QEvent, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QTextBrowser, QToolBar, QToolButton
from qgis.utils import iface, plugins

TICK_MS = 5
#: Seconds that the machine may stand still before what a step waits for counts as missing.
STANDSTILL_S = 60.0


def queued_s():
    """Seconds that this thread has been ready to run while others had the processor; 0 where nobody counts them."""
    try:
        return int(Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text("ascii").split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


class GapMeter:
    """The longest time between two ticks of a 5 ms timer: how long anything held the event loop.

    A gap is the time in which this thread worked or waited for something; what it spent ready to go on, while others
    had the processor, is not its own doing and is taken off (Linux counts it, sched-stats). Each gap comes with the
    processor time that this thread spent in it.
    """

    def __init__(self):
        self.gaps = []
        self.seconds = 0.0
        self._cpu = self._queued = 0.0
        self._last = None
        self._label = ""
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self, label):
        self._label, self._last, self._cpu, self._queued = label, time.perf_counter(), time.thread_time(), queued_s()
        self._timer.start()

    def label(self, label):
        self._label = label

    def stop(self):
        self._timer.stop()

    def _tick(self):
        now, cpu, queued = time.perf_counter(), time.thread_time(), queued_s()
        gap = (now - self._last - (queued - self._queued)) * 1000.0
        self.seconds += now - self._last
        if gap > 20.0:
            self.gaps.append((round(gap, 1), round(1000.0 * (cpu - self._cpu), 1), self._label))
        self._last, self._cpu, self._queued = now, cpu, queued

    def longest(self):
        return max((gap for gap, _cpu, _label in self.gaps), default=0.0)

    def longest_cpu(self):
        return max((cpu for _gap, cpu, _label in self.gaps), default=0.0)

    def held_share(self, limit_ms=50.0):
        """The share of the measured time that lies in gaps above the limit: 1 when the window stands still."""
        return sum(gap for gap, _cpu, _label in self.gaps if gap > limit_ms) / (1000.0 * self.seconds)


def message_text(item):
    """What a message bar item says; QGIS hands some of them out as plain widgets."""
    if hasattr(item, "text"):
        return item.text()
    return " ".join(browser.toPlainText() for browser in item.findChildren(QTextBrowser))


class Scenario:
    """Steps are generators that yield (what, condition, seconds); between two yields something is clicked."""

    def __init__(self, name, work, answer):
        self.name, self.work, self.answer = name, work, answer
        self.facts = {"problem": "", "messages": []}
        self.meter = GapMeter()
        self.steps = SCENARIOS[name](self)
        self.wait, self.since = None, time.monotonic()
        iface.messageBar().widgetAdded.connect(lambda item: self.facts["messages"].append(message_text(item)))
        QgsApplication.messageLog().messageReceived.connect(self.on_log)
        self.timer = QTimer()
        self.timer.timeout.connect(self.go_on)
        self.timer.start(20)

    def go_on(self):
        try:
            if self.wait is not None:
                what, condition, seconds = self.wait
                if not condition():
                    if time.monotonic() - self.since > seconds + STANDSTILL_S:
                        raise AssertionError(f"waited {seconds + STANDSTILL_S:g} s for {what}")
                    return
            self.wait, self.since = next(self.steps), time.monotonic()
        except StopIteration:
            self.end()
        except BaseException:
            self.facts["problem"] = traceback.format_exc()
            self.end()

    def end(self):
        self.timer.stop()
        self.meter.stop()
        try:
            self.shoot("end")
            self.facts["gaps"] = sorted(self.meter.gaps, reverse=True)[:12]
            part = Path(self.answer + ".part")
            part.write_text(json.dumps(self.facts, indent=1), encoding="utf-8")
            part.replace(self.answer)
        finally:
            QgsProject.instance().clear()
            QTimer.singleShot(0, QgsApplication.quit)
            QTimer.singleShot(8000, lambda: os._exit(3))

    def on_log(self, text, tag, level):
        if "ython" in tag:
            self.facts.setdefault("python_errors", []).append(text)

    # -- what the steps are made of -------------------------------------------------------------------------------

    @property
    def workspace(self):
        return plugins["mining_monitor"].workspace

    def shoot(self, name):
        folder = self.work.get("pictures")
        if folder:
            iface.mainWindow().screen().grabWindow(0).save(str(Path(folder) / f"{self.name}-{name}.png"))

    def click(self, button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2))

    def key(self, widget, key):
        QTest.keyClick(widget, key)

    def toolbar_button(self):
        action = self.workspace.actions["detect"]
        buttons = [w for w in self.workspace.toolbar.findChildren(QToolButton) if w.defaultAction() is action]
        return buttons[0]

    def open_scene(self):
        yield "the plugin", lambda: "mining_monitor" in plugins, 30
        iface.mainWindow().showMaximized()
        layer = QgsRasterLayer(self.work["scene"], "Sample", "gdal")
        assert layer.isValid(), self.work["scene"]
        iface.newProject()
        QgsProject.instance().addMapLayer(layer)
        iface.setActiveLayer(layer)
        yield "the window", lambda: time.monotonic() - self.since > 1.0, 5
        iface.zoomToActiveLayer()
        yield "the engine", lambda: self.workspace.engine.is_ready, 60
        yield "the models", lambda: self.workspace.detection.models.models, 60
        # a first map has been drawn; QGIS itself holds the loop while it does
        yield "the map", lambda: not iface.mapCanvas().isDrawing(), 30

    def start_detection(self):
        """Click the toolbar's button and wait until tiles are done."""
        self.click(self.toolbar_button())
        yield "the run", lambda: self.workspace.detection.is_running, 20
        yield "tiles", lambda: self.workspace.detection_panel.progress_bar.value() > 50, 60

    def engine_pids(self):
        found = []
        for folder in Path("/proc").iterdir():
            try:
                parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            except (OSError, ValueError, IndexError):
                continue
            if parent == os.getpid() and "serve" in command:
                found.append(int(folder.name))
        return found

    def sector_layers(self):
        return self.workspace.project.layers()


def timed(s, owner, name):
    """Note how long a function took in the main thread, beside the gaps."""
    function = getattr(owner, name)

    def wrapper(*args, **kwargs):
        began = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            s.facts.setdefault("took_ms", []).append((name, round(1000 * (time.perf_counter() - began), 1)))

    setattr(owner, name, wrapper)


def click_to_result(s):
    """The analyst's main way: one click, and sectors on the map."""
    yield from s.open_scene()
    s.workspace.show_dock("Detection")
    yield "the button's sentence", lambda: "km" in s.workspace.detection_panel.detect_button.text(), 30
    s.facts["button"] = s.workspace.detection_panel.detect_button.text().replace("&", "")
    s.shoot("before")
    if s.work.get("measure"):
        from mining_monitor.adapter import project_store

        timed(s, project_store, "show_observed")
        timed(s, s.workspace.detection_panel, "show_result")
        s.workspace.project.changed.connect(lambda: s.meter.label("showing"))
    previews = []
    preview = s.workspace.detection._preview
    show = preview.show

    def show_and_note(partial):
        show(partial)
        previews.append(partial.sectors)
        if not s.work.get("measure"):
            QTimer.singleShot(400, lambda: s.shoot("preview"))

    preview.show = show_and_note
    s.meter.start("detecting")
    clicked = time.perf_counter()
    yield from s.start_detection()
    s.shoot("running") if s.work.get("pictures") and not s.work.get("measure") else None
    yield "the end of the run", lambda: not s.workspace.detection.is_running, 300
    s.facts["previews"] = previews
    s.facts["seconds"] = round(time.perf_counter() - clicked, 2)
    yield "the sectors on the map", s.sector_layers, 30
    s.meter.label("showing")
    yield "the map", lambda: not iface.mapCanvas().isDrawing(), 60
    s.meter.stop()
    s.facts["longest_gap_ms"] = s.meter.longest()
    s.facts["longest_cpu_gap_ms"] = s.meter.longest_cpu()
    s.facts["held_share"] = round(s.meter.held_share(), 3)
    s.shoot("result")
    layer = s.sector_layers()[0]
    s.facts["sectors"] = sum(1 for _feature in layer.getFeatures())
    s.facts["layer_name"] = layer.name()
    s.facts["source"] = layer.source()
    s.facts["sentence"] = s.workspace.detection_panel.result_label.text()
    s.facts["classes"] = sorted({f["class_key"] for f in layer.getFeatures()})
    s.facts["states"] = sorted({f["state"] for f in layer.getFeatures()})
    s.facts["need_save"] = layer.isModified()


def whole_way(s):
    """Click, result, review with keys, export."""
    yield from click_to_result(s)
    yield from review(s)
    yield from export(s)


def review(s):
    """Approve, reject, change a class and undo, with keys on the map."""
    panel, canvas = s.workspace.annotation_panel, iface.mapCanvas()
    s.click(s.workspace.detection_panel.review_button)
    yield "the list", lambda: panel.sector_table.model() is not None and panel.sector_table.model().rowCount() > 0, 20
    layer = s.workspace.project.current()
    canvas.setFocus()
    s.key(canvas, Qt.Key.Key_Space)
    yield "a selection", panel.selected_rows, 10
    yield "the map", lambda: not canvas.isDrawing(), 30
    s.shoot("review")
    s.key(canvas, Qt.Key.Key_5)
    yield "class 5", lambda: s.workspace.annotation.session.can_undo or selected(s)["class"] == 5, 10
    s.facts["class_after_5"] = selected(s)["class"]
    s.key(canvas, Qt.Key.Key_A)
    yield "the question for date and source", panel.prompt_frame.isVisible, 10
    panel.date_edit.setText("2024-03-14")
    panel.system_edit.setCurrentText("Made up")
    s.shoot("approve")
    s.click(panel.prompt_accept)
    yield "an approved sector", lambda: count(layer, "approved") == 1, 10
    s.facts["approved"] = count(layer, "approved")
    canvas.setFocus()
    s.key(canvas, Qt.Key.Key_R)
    yield "the question for a reason", panel.prompt_frame.isVisible, 10
    panel.reason_edit.setCurrentText("It is a lake.")
    s.click(panel.prompt_accept)
    yield "a rejected sector", lambda: count(layer, "rejected") == 1, 10
    canvas.setFocus()
    s.key(canvas, Qt.Key.Key_Z)
    yield "the rejection undone", lambda: count(layer, "rejected") == 0, 10
    s.facts["rejected_after_undo"] = count(layer, "rejected")
    yield "the counts", lambda: "1 approved" in s.workspace.docks["Annotation"].bar.counts_label.text(), 10
    s.facts["bar"] = s.workspace.docks["Annotation"].bar.counts_label.text()
    s.shoot("reviewed")


def export(s):
    """Export GeoJSON from the Report dock."""
    panel = s.workspace.report_panel
    s.workspace.show_dock("Report")
    panel.output_file.setFilePath(s.work["geojson"])
    yield "the export button", panel.export_button.isEnabled, 20
    s.shoot("report")
    s.click(panel.export_button)
    yield "the export's line", lambda: panel.result_label.isVisible() and "SHA" in panel.result_label.text(), 60
    s.facts["export"] = panel.result_label.text()
    s.shoot("exported")


def selected(s):
    """The first selected sector, as it is saved."""
    layer = s.workspace.project.current()
    return next(iter(layer.selectedFeatures()))


def count(layer, state):
    return sum(1 for f in layer.getFeatures() if f["state"] == state)


def no_dock(s):
    """One click on the toolbar with all docks closed."""
    yield from s.open_scene()
    for dock in s.workspace.docks.values():
        dock.close()
    s.click(s.toolbar_button())
    yield "the run", lambda: s.workspace.detection.is_running, 20
    yield "progress in the message bar", lambda: iface.messageBar().currentItem() is not None, 20
    yield "the end of the run", lambda: not s.workspace.detection.is_running, 300
    yield "the sectors on the map", s.sector_layers, 30
    s.facts["docks_open"] = [k for k, d in s.workspace.docks.items() if d.isVisible()]
    s.facts["sectors"] = sum(1 for _feature in s.sector_layers()[0].getFeatures())


def cancel(s):
    """Cancel answers within a second and leaves nothing."""
    yield from s.open_scene()
    s.workspace.show_dock("Detection")
    yield from s.start_detection()
    yield "Cancel", s.workspace.detection_panel.cancel_button.isVisible, 5
    pressed = time.perf_counter()
    s.click(s.workspace.detection_panel.cancel_button)
    yield "the end of the run", lambda: not s.workspace.detection.is_running, 10
    s.facts["cancel_seconds"] = round(time.perf_counter() - pressed, 2)
    s.facts["sector_layers"] = len(s.sector_layers())
    s.facts["project_file_exists"] = Path(s.work["project"]).exists()
    s.facts["warning"] = s.workspace.detection_panel.warnings_label.text()
    s.facts["layers"] = [layer.name() for layer in QgsProject.instance().mapLayers().values()]


def unload(s):
    """Unload mid-run removes everything, and loading again works."""
    import qgis.utils

    yield from s.open_scene()
    yield from s.start_detection()
    pids = s.engine_pids()
    s.facts["engines_before"] = len(pids)
    s.facts["unloaded"] = qgis.utils.unloadPlugin("mining_monitor")
    yield "the engine's end", lambda: not s.engine_pids(), 10
    QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield "a moment", lambda: time.monotonic() - s.since > 1.0, 5
    window = iface.mainWindow()
    s.facts["left_docks"] = left(window, QDockWidget)
    s.facts["left_toolbars"] = left(window, QToolBar)
    menus = [a.text().replace("&", "") for a in iface.pluginMenu().actions()]
    s.facts["left_menu"] = [text for text in menus if "Mining" in text]
    s.facts["provider"] = QgsApplication.processingRegistry().providerById("miningmonitor") is not None
    for _round in range(2):
        assert qgis.utils.loadPlugin("mining_monitor") and qgis.utils.startPlugin("mining_monitor")
        yield "the plugin again", lambda: plugins["mining_monitor"].workspace is not None, 10
        yield "a moment", lambda: time.monotonic() - s.since > 0.5, 5
        s.facts["docks_again"] = left(window, QDockWidget)
        if _round == 0:
            qgis.utils.unloadPlugin("mining_monitor")
            QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            yield "a moment", lambda: time.monotonic() - s.since > 0.5, 5


def left(window, kind):
    """Names of the plugin's widgets of a kind that the window has."""
    return sorted(w.objectName() for w in window.findChildren(kind) if "MiningMonitor" in w.objectName())


def close_project(s):
    """A new project mid-run: the run ends, nothing of it appears in the new project."""
    yield from s.open_scene()
    yield from s.start_detection()
    iface.newProject()
    yield "the end of the run", lambda: not s.workspace.detection.is_running, 10
    yield "a moment", lambda: time.monotonic() - s.since > 0.5, 5
    s.facts["layers"] = [layer.name() for layer in QgsProject.instance().mapLayers().values()]


def kill_engine(s):
    """The engine dies mid-run: one sentence, and the next run works."""
    import signal

    yield from s.open_scene()
    s.workspace.show_dock("Detection")
    yield from s.start_detection()
    for pid in s.engine_pids():
        os.kill(pid, signal.SIGKILL)
    yield "the end of the run", lambda: not s.workspace.detection.is_running, 10
    s.facts["warning"] = s.workspace.detection_panel.warnings_label.text()
    s.facts["sector_layers"] = len(s.sector_layers())
    s.shoot("killed")
    s.click(s.workspace.detection_panel.detect_button)
    yield "the next run", lambda: s.workspace.detection.is_running, 20
    yield "its end", lambda: not s.workspace.detection.is_running, 300
    yield "the sectors on the map", s.sector_layers, 30
    s.facts["sectors"] = sum(1 for _feature in s.sector_layers()[0].getFeatures())


def delete_model(s):
    """The model's file vanishes after it was listed: one sentence, nothing made."""
    yield from s.open_scene()
    s.workspace.show_dock("Detection")
    for path in Path(s.work["models"]).iterdir():
        path.unlink()
    s.click(s.toolbar_button())
    yield "the end of the run", lambda: s.workspace.detection_panel.warnings_label.isVisible(), 60
    yield "the end of the run", lambda: not s.workspace.detection.is_running, 60
    s.facts["warning"] = s.workspace.detection_panel.warnings_label.text()
    s.facts["sector_layers"] = len(s.sector_layers())
    s.facts["project_file_exists"] = Path(s.work["project"]).exists()


SCENARIOS = {
    "click": whole_way, "click_only": click_to_result, "no_dock": no_dock, "cancel": cancel, "unload": unload,
    "close_project": close_project, "kill_engine": kill_engine, "delete_model": delete_model,
}  # fmt: skip


def begin():
    work = json.loads(Path(os.environ["MM_WORK"]).read_text("utf-8"))
    globals()["SCENARIO"] = Scenario(os.environ["MM_SCENARIO"], work, os.environ["MM_ANSWER"])


QTimer.singleShot(500, begin)
