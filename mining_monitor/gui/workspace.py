"""All of the plugin that is visible: docks, actions, options page. Made by ``initGui``, removed by ``unload``."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QMainWindow

from mining_monitor.adapter import engine_access, settings
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.results import DetectResult
from mining_monitor.gui.annotation_controller import AnnotationController
from mining_monitor.gui.annotation_panel import AnnotationPanel
from mining_monitor.gui.detection_controller import DetectionController
from mining_monitor.gui.detection_panel import DetectionPanel
from mining_monitor.gui.dock import MINIMUM_WIDTH_PX, MonitorDock
from mining_monitor.gui.engine_controller import EngineController
from mining_monitor.gui.forms import own_icon, theme_icon
from mining_monitor.gui.help_window import HelpWindow
from mining_monitor.gui.image_words import ImageWords
from mining_monitor.gui.imagery_controller import ImageryController
from mining_monitor.gui.imagery_panel import ImageryPanel
from mining_monitor.gui.options_page import PAGE_NAME, OptionsFactory
from mining_monitor.gui.project_controller import STEP_MS, ProjectController
from mining_monitor.gui.qt_names import QAction
from mining_monitor.gui.report_controller import ReportController
from mining_monitor.gui.report_panel import ReportPanel
from mining_monitor.gui.run_message import RunMessage

IMAGERY, DETECTION, ANNOTATION, REPORT = "Imagery", "Detection", "Annotation", "Report"

#: Name of the plugin's submenu in QGIS's Plugins menu.
MENU = "Mining Monitor"

#: On the first day the docks are wider where there is room.
WIDE_WINDOW_PX, WIDE_DOCK_PX = 1600, 440

#: Docks change places while QGIS starts; who is in front then means nothing.
SETTLE_MS = 1000

#: Whether the docks were open when QGIS ended; open on the very first day, as the welcome is in them.
_DOCKS_OPEN = settings.Setting("docks_open", True)
_DOCK_IN_FRONT = settings.Setting("dock_in_front", IMAGERY)


class Workspace(QObject):
    """Builds and removes the interface."""

    def __init__(self, iface: Any) -> None:
        super().__init__(iface.mainWindow())
        self._iface = iface
        self._window: QMainWindow = iface.mainWindow()
        self.docks: Dict[str, MonitorDock] = {}
        self.actions: Dict[str, QAction] = {}
        self._is_closed = False
        self._is_settled = False
        self._front = str(_DOCK_IN_FRONT.get())  # docks come to the front while they are made
        self._make_controllers()
        self._make_docks()
        self._make_actions()
        self._connect()
        self._options = OptionsFactory(self._on_settings)
        iface.registerOptionsWidgetFactory(self._options)
        self._restore()
        iface.initializationCompleted.connect(self._on_window_ready)
        if self._window.isVisible():  # the plugin was switched on in a running QGIS
            QTimer.singleShot(SETTLE_MS, self._on_settled)
        QTimer.singleShot(0, self.engine.look)

    # -- making -----------------------------------------------------------------------------------------------

    def _make_controllers(self) -> None:
        self.words = ImageWords(self)
        self.project = ProjectController(self._window)
        self.imagery_panel = ImageryPanel()
        self.detection_panel = DetectionPanel()
        self.annotation_panel = AnnotationPanel()
        self.report_panel = ReportPanel()
        self.engine = EngineController(self.imagery_panel.engine_setup)
        self.imagery = ImageryController(self.imagery_panel, self._iface, self.words)
        self.detection = DetectionController(self.detection_panel, self._iface, self.words, self.project)
        self.annotation = AnnotationController(self.annotation_panel, self._iface, self.project)
        self.report = ReportController(self.report_panel, self.project)
        self.run_message = RunMessage(self._iface.messageBar(), self)

    def _make_docks(self) -> None:
        titles = {
            IMAGERY: tr("Imagery"), DETECTION: tr("Detection"), ANNOTATION: tr("Annotation"), REPORT: tr("Report"),
        }  # fmt: skip
        panels = {
            IMAGERY: self.imagery_panel, DETECTION: self.detection_panel, ANNOTATION: self.annotation_panel,
            REPORT: self.report_panel,
        }  # fmt: skip
        for key, panel in panels.items():
            dock = MonitorDock(titles[key], f"MiningMonitor{key}Dock", panel, self._window)
            dock.on_help(self.open_help)
            dock.bar.open_requested.connect(self.project.open)
            dock.bar.new_requested.connect(self.project.new)
            dock.bar.settings_requested.connect(self.open_settings)
            self.docks[key] = dock
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)

        self._tabify()

    def _tabify(self) -> None:
        """Put the docks behind each other, in the order of the work."""
        docks = list(self.docks.values())
        for before, dock in zip(docks, docks[1:]):
            self._window.tabifyDockWidget(before, dock)

    def _make_actions(self) -> None:
        detect = QAction(own_icon("detect"), tr("Detect mining sectors"), self._window)
        detect.setObjectName("mActionMiningMonitorDetect")
        detect.setToolTip(tr("Detect mining sectors in what the map shows"))
        detect.triggered.connect(lambda _checked=False: self.detection.detect_now())
        self.actions["detect"] = detect
        self.toolbar = self._iface.addToolBar(tr("Mining Monitor"))
        self.toolbar.setObjectName("MiningMonitorToolBar")
        self.toolbar.addAction(detect)
        icons = {IMAGERY: "mIconRaster", DETECTION: "mActionStart", ANNOTATION: "mActionToggleEditing",
                 REPORT: "mActionSharingExport"}  # fmt: skip
        for key, dock in self.docks.items():
            action = QAction(theme_icon(icons[key]), dock.windowTitle(), self._window)
            action.triggered.connect(lambda _checked=False, k=key: self.show_dock(k))
            self.actions[key] = action
        self.actions["settings"] = QAction(theme_icon("mActionOptions"), tr("Settings…"), self._window)
        self.actions["settings"].triggered.connect(lambda _checked=False: self.open_settings())
        self.actions["help"] = QAction(theme_icon("mActionHelpContents"), tr("Help"), self._window)
        self.actions["help"].triggered.connect(lambda _checked=False: self.open_help())
        for action in self.actions.values():
            self._iface.addPluginToMenu(MENU, action)

    def _connect(self) -> None:
        self.engine.ready_changed.connect(self._on_engine)
        engine_access.shared().changed.connect(self._on_engine_changed)
        self.project.changed.connect(self._show_summary_soon)
        self.imagery.detect_requested.connect(self._go_detect)
        self.imagery.settings_requested.connect(self.open_settings)
        self.imagery.image_added.connect(self.detection.choose_image)
        self.detection.engine_needed.connect(lambda: self.show_dock(IMAGERY))
        self.detection.image_needed.connect(lambda: self.show_dock(IMAGERY))
        self.detection.started.connect(self._on_run_started)
        self.detection.progressed.connect(self.run_message.show_progress)
        self.detection.ended.connect(self._on_run_ended)
        self.detection.succeeded.connect(self._on_result)
        self.run_message.cancel_requested.connect(self.detection.cancel)
        self.run_message.review_requested.connect(self._go_through)
        self.detection_panel.review_requested.connect(self._go_through)
        self.annotation_panel.detect_requested.connect(lambda: self.show_dock(DETECTION))
        self.annotation_panel.open_requested.connect(self.project.show_or_open)
        self.report.detect_requested.connect(lambda: self.show_dock(DETECTION))
        self.report.review_requested.connect(self._go_review)
        for key, dock in self.docks.items():
            dock.visibilityChanged.connect(lambda on, k=key: self._on_visible(k, on))

    def _restore(self) -> None:
        """Open the docks as they were."""
        is_open = _DOCKS_OPEN.get()
        for dock in self.docks.values():
            dock.setVisible(is_open)
        if is_open:
            self.docks.get(self._front, self.docks[IMAGERY]).raise_()

    def _on_window_ready(self) -> None:
        """QGIS has restored its window; docks that it did not know yet were torn apart by that."""
        if not self._are_docks_known():
            self._tabify()
            width = WIDE_DOCK_PX if self._window.width() >= WIDE_WINDOW_PX else MINIMUM_WIDTH_PX
            self._window.resizeDocks([self.docks[IMAGERY]], [width], Qt.Orientation.Horizontal)
        self._restore()
        QTimer.singleShot(SETTLE_MS, self._on_settled)

    def _on_settled(self) -> None:
        """From now on it is the analyst who brings docks to the front."""
        self._is_settled = True

    def _are_docks_known(self) -> bool:
        """Tell whether QGIS has stored where our docks are: not on the first day, nor after a crash on it."""
        state = bytes(QgsSettings().value("UI/state", b"") or b"")
        return all(dock.objectName().encode("utf-16-be") in state for dock in self.docks.values())

    # -- removing -----------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Cancel what runs and remove everything that was made."""
        if self._is_closed:
            return
        self._is_closed = True
        _DOCKS_OPEN.set(any(not dock.isHidden() for dock in self.docks.values()))
        for dock in self.docks.values():
            dock.blockSignals(True)
        self._iface.initializationCompleted.disconnect(self._on_window_ready)
        self._iface.unregisterOptionsWidgetFactory(self._options)
        for part in (self.engine, self.imagery, self.detection, self.annotation, self.report, self.project):
            part.close()
        self.words.forget()
        self.run_message.close()
        for window in self._window.findChildren(HelpWindow):
            window.close()
        for action in self.actions.values():
            self._iface.removePluginMenu(MENU, action)
        self._window.removeToolBar(self.toolbar)
        for dock in self.docks.values():
            self._iface.removeDockWidget(dock)
        for each in (*self.actions.values(), self.toolbar, *self.docks.values(), self.project):
            _delete_now(each)
        self.deleteLater()

    # -- ways between the docks -----------------------------------------------------------------------------------

    def show_dock(self, key: str) -> None:
        """Open a dock and bring it to the front."""
        for dock in self.docks.values():
            dock.show()
        self.docks[key].setUserVisible(True)
        self.docks[key].raise_()

    def open_help(self) -> None:
        """Show the help beside the work."""
        for window in self._window.findChildren(HelpWindow):
            window.close()
        HelpWindow(self._window).show()

    def open_settings(self) -> None:
        """Open the plugin's page in QGIS's options."""
        self._iface.showOptionsDialog(self._window, PAGE_NAME)

    def _go_detect(self, layer_id: str) -> None:
        self.detection.choose_image(layer_id)
        self.show_dock(DETECTION)

    def _go_through(self) -> None:
        """Begin with the sector that needs a person most."""
        self.show_dock(ANNOTATION)
        self.annotation_panel.sector_table.setFocus()  # the keys of the review work there and on the map
        self.annotation.go_next()

    def _go_review(self, state: str) -> None:
        self.annotation_panel.choose_filters(state, -1)
        self.show_dock(ANNOTATION)
        self.annotation_panel.sector_table.setFocus()

    # -- what happens elsewhere -----------------------------------------------------------------------------------

    def _on_visible(self, key: str, visible: bool) -> None:
        parts = {IMAGERY: self.imagery, DETECTION: self.detection, ANNOTATION: self.annotation,
                 REPORT: self.report}  # fmt: skip
        parts[key].set_in_front(visible)
        if visible and self._is_settled:
            _DOCK_IN_FRONT.set(key)

    def _on_engine(self, ready: bool) -> None:
        self.imagery_panel.set_engine_ready(ready)
        for part in (self.imagery, self.detection, self.report):
            part.set_engine_ready(ready)

    def _on_engine_changed(self) -> None:
        self.words.forget()
        self.engine.look()

    def _on_settings(self, is_other_engine: bool) -> None:
        self.annotation_panel.refresh_colours()
        self.annotation.refresh_styles()
        self.engine.show_settings()
        if is_other_engine:
            engine_access.shared().restart()

    def _show_summary_soon(self) -> None:
        QTimer.singleShot(STEP_MS, self._show_summary)

    def _show_summary(self) -> None:
        if self._is_closed:
            return
        summary = self.project.summary()
        for dock in self.docks.values():
            dock.bar.show_summary(summary)
        self.annotation_panel.show_file(summary)

    def _on_run_started(self) -> None:
        if not self.docks[DETECTION].isUserVisible():
            self.run_message.start()

    def _on_run_ended(self) -> None:
        self.run_message.end()

    def _on_result(self, result: DetectResult) -> None:
        if not self.docks[DETECTION].isUserVisible():
            self.run_message.show_result(result)


def _delete_now(thing: QObject) -> None:
    """Delete an object before the event loop runs again: no event of the project may still reach it."""
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete)
