"""The plugin as QGIS drives it: what ``initGui`` makes, ``unload`` removes."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from mining_monitor import paths
from mining_monitor.adapter import engine_access, messages, tasks
from mining_monitor.adapter.provider import MiningMonitorProvider


class MiningMonitorPlugin:
    """Mining Monitor.

    Parameters
    ----------
    iface : QgisInterface or None
        None under ``qgis_process``, where only ``initProcessing`` is called.
    """

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._translator: Optional[QTranslator] = None
        self._provider: Optional[MiningMonitorProvider] = None
        self.workspace: Any = None
        self._install_translator()

    def initProcessing(self) -> None:  # noqa: N802, QGIS's name
        """Register the Processing provider; all that ``qgis_process`` needs."""
        if self._provider is None:
            messages.install_log_handler()
            self._provider = MiningMonitorProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802, QGIS's name
        """Make everything that is visible."""
        from mining_monitor.gui.workspace import Workspace  # widgets are not needed under qgis_process

        self.initProcessing()
        messages.messenger().set_bar(self._iface.messageBar())
        self.workspace = Workspace(self._iface)

    def unload(self) -> None:
        """Cancel what runs and remove everything that was made."""
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None
        tasks.cancel_all()
        engine_access.use(None)
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        messages.messenger().set_bar(None)
        messages.remove_log_handler()
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _install_translator(self) -> None:
        """Install the translation of QGIS's language where there is one."""
        locale = QgsApplication.instance().locale() if QgsApplication.instance() is not None else ""
        if not locale:
            return
        translator = QTranslator()
        for name in dict.fromkeys((locale, locale.split("_")[0])):
            if translator.load(f"mining_monitor_{name}", str(paths.translations())):
                QCoreApplication.installTranslator(translator)
                self._translator = translator
                return
