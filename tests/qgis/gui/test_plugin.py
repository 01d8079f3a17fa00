"""What initGui makes, unload removes; twice."""

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QDockWidget, QToolBar

from mining_monitor.plugin import MiningMonitorPlugin

DOCKS = {f"MiningMonitor{name}Dock" for name in ("Imagery", "Detection", "Annotation", "Report")}


def names(window, kind):
    QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {widget.objectName() for widget in window.findChildren(kind)}


def provider():
    return QgsApplication.processingRegistry().providerById("miningmonitor")


def test_what_init_gui_makes_unload_removes_twice(iface, engine):
    for _round in range(2):
        plugin = MiningMonitorPlugin(iface)
        plugin.initGui()
        assert names(iface.window, QDockWidget) >= DOCKS
        assert "MiningMonitorToolBar" in names(iface.window, QToolBar)
        assert [action.text() for _name, action in iface.menu][:2] == ["Detect mining sectors", "Imagery"]
        assert len(iface.factories) == 1 and provider() is not None
        plugin.unload()
        assert not names(iface.window, QDockWidget) & DOCKS
        assert "MiningMonitorToolBar" not in names(iface.window, QToolBar)
        assert iface.menu == [] and iface.factories == [] and provider() is None


def test_signals_of_the_project_find_nobody_after_unload(iface, engine, wait_until):
    project = QgsProject.instance()
    signals = (project.layersAdded, project.cleared, iface.canvas.extentsChanged)
    before = [project.receivers(project.layersAdded), iface.canvas.receivers(signals[2])]
    plugin = MiningMonitorPlugin(iface)
    plugin.initGui()
    plugin.unload()
    assert [project.receivers(project.layersAdded), iface.canvas.receivers(signals[2])] == before


def test_processing_alone_needs_no_interface(qgis_app):
    plugin = MiningMonitorPlugin(None)
    plugin.initProcessing()
    assert provider() is not None
    plugin.unload()
    assert provider() is None


def test_every_button_says_what_it_does(workspace):
    for dock in workspace.docks.values():
        for button in dock.panel.findChildren(QAbstractButton):
            if (
                button.objectName().startswith(("qt_", "ScrollLeft", "mFileWidgetButton", "collapseButton"))
                or not button.objectName()
            ):
                continue
            assert button.text() or button.accessibleName() or button.toolTip(), button.objectName()


def test_every_dock_opens_help_by_f1(workspace):
    for dock in workspace.docks.values():
        QTest.keyClick(dock.panel, Qt.Key.Key_F1)
        shown = [each for each in QApplication.topLevelWidgets() if each.objectName() == "MiningMonitorHelp"]
        assert [each.isVisible() for each in shown] == [True]
        shown[0].close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("key", ["Imagery", "Detection", "Annotation", "Report"])
def test_no_dock_is_ever_empty(workspace, key):
    panel = workspace.docks[key].panel
    assert any(button.isVisibleTo(panel) for button in panel.findChildren(QAbstractButton))


def test_the_settings_page_stores_what_it_says(workspace, iface):
    from mining_monitor.adapter import settings

    page = iface.factories[0].createWidget(iface.window)
    page.form.name_edit.setText("Eva")
    page.form.threads_spin.setValue(3)
    page.form.colours_combo.setCurrentIndex(1)
    page.apply()
    assert (settings.editor(), settings.THREADS.get(), settings.COLOUR_SET.get()) == ("Eva", 3, "safe")


def test_help_names_every_class_and_key(workspace, iface):
    from mining_monitor.gui.help_window import HelpWindow, help_html

    workspace.open_help()
    workspace.open_help()
    assert len([w for w in iface.window.findChildren(HelpWindow) if w.isVisible()]) <= 1
    text = help_html()
    assert "Stockyard means spare parts, not ore" in text and "reject, with a reason" in text
