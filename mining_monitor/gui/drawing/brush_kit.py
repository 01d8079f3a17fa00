"""Brush, eraser and magic select together, as the editing bar takes them."""

from __future__ import annotations

from typing import Dict, Optional, Tuple, Union

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from mining_monitor.adapter.messages import tr
from mining_monitor.gui.annotation_desk import Desk
from mining_monitor.gui.drawing.brush import BrushTool
from mining_monitor.gui.drawing.brush_class import ChosenClass
from mining_monitor.gui.drawing.entries import NOTHING, Entry
from mining_monitor.gui.drawing.magic import MagicTool

Tool = Union[BrushTool, MagicTool]


def brush_entries() -> Tuple[Entry, ...]:
    """Return the buttons, in the order of the bar."""
    size = tr("The wheel or [ ] change the size, 1-9 the class.")
    return (
        Entry("magic", "mActionSelectFreehand", tr("Magic select"), "W",
              tr("Click into a sector: its region grows along the edges of the image. The wheel grows and shrinks it."),
              NOTHING),
        Entry("brush", "mActionStyleManager", tr("Brush"), "B", tr("Paint ground for a class.") + " " + size, NOTHING),
        Entry("erase", "mActionDeleteSelectedFeatures", tr("Eraser"), "C",
              tr("Give ground back to nothing. The wheel or [ ] change the size."), NOTHING),
    )  # fmt: skip


class BrushKit(QObject):
    """The three tools of one canvas; whoever owns the editing bar puts them on the map."""

    #: Name of the tool at work, and what can be done with it now.
    hinted = pyqtSignal(str, str)
    #: Escape was pressed with nothing begun.
    given_up = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, desk: Desk, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.chosen = ChosenClass(self)
        self.tools: Dict[str, Tool] = {
            "magic": MagicTool(canvas, desk, self.chosen),
            "brush": BrushTool(canvas, desk, self.chosen),
            "erase": BrushTool(canvas, desk, self.chosen, erases=True),
        }
        for name, tool in self.tools.items():
            tool.hinted.connect(lambda text, each=name: self.hinted.emit(each, text))
            tool.given_up.connect(self.given_up)

    @property
    def active(self) -> Optional[Tool]:
        """The tool that is on the map, or None."""
        return next((tool for tool in self.tools.values() if tool.isActive()), None)

    def begin(self, name: str) -> Tool:
        """Return a tool that is about to be put on the map; it goes on with the class of the selected sector."""
        self.chosen.follow(self._desk.layer(), self._desk.selected())
        return self.tools[name]

    def take_class(self, code: int) -> bool:
        """Choose the class to paint with while a tool that paints is on the map; else False."""
        active = self.active
        if active is None or active is self.tools["erase"]:
            return False
        self.chosen.choose(code)
        return True

    def close(self) -> None:
        """Take everything off the map (unload)."""
        for tool in self.tools.values():
            tool.close()
