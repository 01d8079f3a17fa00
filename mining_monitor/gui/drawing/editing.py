"""Drawing and correcting on the map: tools, their keys, and the step that each of them ends with."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Sequence

from qgis.core import QgsGeometry
from qgis.gui import QgsMapTool, QgsMapToolPan
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from mining_monitor.adapter import gestures, settings
from mining_monitor.adapter.gestures import gesture_slot
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.snapshots import Change
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import Desk
from mining_monitor.gui.drawing import steps
from mining_monitor.gui.drawing.bar import EditingBar
from mining_monitor.gui.drawing.brush import BrushTool
from mining_monitor.gui.drawing.capture import CaptureTool
from mining_monitor.gui.drawing.entries import FREE, Entry, entries
from mining_monitor.gui.drawing.keys import DrawingKeys
from mining_monitor.gui.drawing.magic import MagicTool
from mining_monitor.gui.drawing.snapping import Snapper
from mining_monitor.schema.classes import BY_CODE, BY_KEY

#: The class that was drawn last.
LAST_CLASS = settings.Setting("drawing/class", BY_KEY["op"].code)

#: Tools that a class belongs to.
_WITH_CLASS = ("draw", "brush", "magic")

#: With so many sectors selected, a tool acts on them at once.
_AT_ONCE = {"merge": 2, "absorb": 1, "smooth": 1}

_LETTERS = range(int(Qt.Key.Key_A), int(Qt.Key.Key_Z) + 1)


class Editing(QObject):
    """Connects the editing bar with the map, the keyboard and the edits of the layer at work.

    Parameters
    ----------
    bar : EditingBar
    desk : Desk
    iface : QgisInterface
    is_wanted : callable
        Whether the keys are ours: the Annotation dock is in front and there is a layer.
    shows_selection : callable
        Whether the dock shows what is selected; else nothing acts on it at once.
    """

    #: Another tool, or the class of what is drawn.
    changed = pyqtSignal()

    def __init__(
        self,
        bar: EditingBar,
        desk: Desk,
        iface: Any,
        is_wanted: Callable[[], bool],
        shows_selection: Callable[[], bool],
    ) -> None:
        super().__init__(bar)
        self.bar, self._desk, self._iface, self._is_wanted = bar, desk, iface, is_wanted
        self._shows_selection = shows_selection
        self._canvas = iface.mapCanvas()
        self._snapper = Snapper(self._canvas, desk.layer)
        self._pan = QgsMapToolPan(self._canvas)
        self._before: Optional[QgsMapTool] = None
        self.tools: Dict[str, QgsMapTool] = {}
        self._current = ""
        self._keys = DrawingKeys(self._take_key, self)
        self._watched: List[QWidget] = []
        for entry in entries():
            bar.add(entry)
            self.tools[entry.name] = self._made(entry)
        bar.tool_requested.connect(self.choose)
        self._canvas.mapToolSet.connect(self._on_map_tool)

    def _made(self, entry: Entry) -> QgsMapTool:
        if entry.draws == FREE:
            if entry.name == "magic":
                tool: QgsMapTool = MagicTool(self._canvas, self._desk, self.chosen_class)
            else:
                tool = BrushTool(self._canvas, self._desk, self.chosen_class, erases=entry.name == "erase")
            tool.hinted.connect(lambda text, name=entry.name: self._hint(name, text))
            tool.given_up.connect(self.leave)
            return tool
        tool = CaptureTool(self._canvas, self._snapper, entry.draws)
        tool.drawn.connect(lambda shape, name=entry.name: self.carry_out(name, shape))
        tool.given_up.connect(self.leave)
        return tool

    def watch(self, widgets: Sequence[QWidget]) -> None:
        """Take the keys of widgets, before whoever took them earlier."""
        self._watched = list(widgets)
        for widget in self._watched:
            widget.installEventFilter(self._keys)

    def close(self) -> None:
        """Take everything off the map and let go of the keyboard (unload)."""
        self.leave()
        self._canvas.mapToolSet.disconnect(self._on_map_tool)
        for widget in self._watched:
            widget.removeEventFilter(self._keys)
        for tool in self.tools.values():
            tool.close()

    def set_in_front(self, is_in_front: bool) -> None:
        """Follow the dock: without it no tool of ours is on the map."""
        if not is_in_front:
            self.leave()

    # -- which tool ---------------------------------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """Name of the tool at work; empty when none is."""
        return self._current

    @property
    def has_class(self) -> bool:
        """Whether what the tool at work draws has a class."""
        return self._current in _WITH_CLASS

    def chosen_class(self) -> int:
        """Return the class that is drawn."""
        code = int(LAST_CLASS.get())
        return code if code in BY_CODE and code > 0 else int(LAST_CLASS.default)

    def choose_class(self, code: int) -> bool:
        """Draw another class from now on, and end the shape that is being drawn; False when no tool has a class."""
        if not self.has_class:
            return False
        LAST_CLASS.set(code)
        self._show_hint()
        self.changed.emit()
        tool = self.tools[self._current]
        if isinstance(tool, CaptureTool):
            tool.finish()
        return True

    @gesture_slot
    def choose(self, name: str) -> None:
        """Take a tool, or put it away again; what can act on the selection acts at once."""
        selected = self._desk.selected()
        if self._desk.session() is None:
            self.bar.show_tool("")
        elif name == self._current:
            self.leave()
        elif name in _AT_ONCE and len(selected) >= _AT_ONCE[name]:
            self.bar.show_tool(self._current, self.bar.hint.text())
            if not self._shows_selection():
                gestures.ask_back()
                return
            self.carry_out(name, QgsGeometry())
        else:
            if self._canvas.mapTool() not in self.tools.values():
                self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tools[name])
            self._canvas.setFocus()

    def leave(self) -> None:
        """Put the tool away; the one before ours comes back."""
        if self._current:
            before, self._before = self._before, None
            self._canvas.setMapTool(before if before is not None else self._pan)

    def _on_map_tool(self, tool: Optional[QgsMapTool], _old: Optional[QgsMapTool] = None) -> None:
        self._current = next((name for name, each in self.tools.items() if each is tool), "")
        self._show_hint()
        self.changed.emit()

    def _show_hint(self) -> None:
        if not self._current:
            self._hint("", "")
            return
        entry, tool = self.bar.entry(self._current), self.tools[self._current]
        if not isinstance(tool, CaptureTool):
            tool.refresh()
            return
        title = entry.title
        if entry.name == "draw":
            title = f"{title}: {words.class_title(self.chosen_class())} ({self.chosen_class()})"
        self._hint(entry.name, f"{title}. {entry.hint}")

    def _hint(self, name: str, text: str) -> None:
        """Say in the dock and in the status bar what to do."""
        if name != self._current:
            return
        self.bar.show_tool(name, text)
        status = self._iface.statusBarIface() if hasattr(self._iface, "statusBarIface") else None
        if status is not None:
            status.showMessage(text)

    # -- what a tool does ---------------------------------------------------------------------------------------------

    @gesture_slot
    def carry_out(self, name: str, shape: QgsGeometry) -> None:
        """Do what was drawn: one step; a null shape acts on the selection."""
        session, layer = self._desk.session(), self._desk.layer()
        if session is None or layer is None:
            return
        session.save()  # what QGIS's own tools have left in the edit buffer
        job = steps.Job(layer, settings.editor(), shape, self._desk.selected(), self.chosen_class())
        changes = steps.changes(name, job)
        if not changes:
            gestures.answer(tr("Nothing has changed."))
            return
        with gestures.unfinished(self.tools[name].keep):
            session.apply(self._title(name), changes)
        self._select(name, changes)

    def _title(self, name: str) -> str:
        title = self.bar.entry(name).title
        return f"{title}: {words.class_title(self.chosen_class())}" if name == "draw" else title

    def _select(self, name: str, changes: Sequence[Change]) -> None:
        """Select what was meant: the drawn sector, not what was cut off another; of a split the new parts."""
        added = [change.uuid for change in changes if change.before is None]
        kept = [change.uuid for change in changes if change.after is not None]
        wanted = {"draw": added[:1], "split": added, "merge": kept, "absorb": kept}.get(name)
        if wanted:
            self._desk.select_soon(wanted)

    # -- the keyboard -------------------------------------------------------------------------------------------------

    def _take_key(self, key: int, is_asked: bool) -> bool:
        if not self._is_wanted():
            return False
        tool = self.tools.get(self._current)
        if hasattr(tool, "wants_key") and tool.wants_key(key):
            return is_asked or tool.take_key(key)
        entry = self.bar.entry_of_key(chr(key)) if key in _LETTERS else None
        if entry is None:
            return False
        if not is_asked:
            self.choose(entry.name)
        return True
