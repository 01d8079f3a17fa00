"""The class that is painted or grown next: chosen by its key or button while such a tool is at work."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from mining_monitor.adapter import settings
from mining_monitor.adapter.compat import number_of
from mining_monitor.adapter.snapshots import snapshots
from mining_monitor.schema.classes import BY_CODE, BY_KEY

#: Code of the class that was chosen last.
LAST_CLASS = settings.Setting("drawing/class", BY_KEY["op"].code)


class ChosenClass(QObject):
    """The class of the tools that need one before they draw."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._code = LAST_CLASS.get()

    def code(self) -> int:
        """Return its LAMES code, 1 to 9."""
        return self._code if self._code in BY_CODE and self._code > 0 else LAST_CLASS.default

    def choose(self, code: int) -> None:
        """Choose a class; 0 and what is no class change nothing."""
        if code in BY_CODE and code > 0 and code != self._code:
            self._code = code
            LAST_CLASS.set(code)
            self.changed.emit()

    def follow(self, layer: Optional[QgsVectorLayer], selected: List[int]) -> None:
        """Take the class of the selected sector, where one is selected: a correction goes on with its class."""
        if layer is None or len(selected) != 1:
            return
        for shot in snapshots(layer, selected, is_saved=False).values():
            number = number_of(shot.values.get("class"))
            if number is not None:
                self.choose(int(number))
