"""The editing bar: one button for each tool, and a line that says what to do with the one at work."""

from __future__ import annotations

from typing import Dict, List

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QToolBar, QToolButton, QVBoxLayout, QWidget

from mining_monitor.adapter.messages import tr
from mining_monitor.gui.annotation_parts import LineLabel
from mining_monitor.gui.drawing.entries import Entry
from mining_monitor.gui.forms import soften, theme_icon
from mining_monitor.gui.qt_names import QAction

#: Pixels of an icon; QGIS's own panels have them so.
ICON_PX = 20


class EditingBar(QWidget):
    """Buttons that stay pressed while their tool is on the map."""

    #: Name of the tool that was asked for, by a click or by its key.
    tool_requested = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: Dict[str, QAction] = {}
        self._entries: Dict[str, Entry] = {}
        self.bar = QToolBar(tr("Draw and correct"), self)
        self.bar.setIconSize(QSize(ICON_PX, ICON_PX))
        self.bar.setStyleSheet("QToolBar { border: 0; padding: 0; margin: 0; }")
        self.hint = LineLabel(self)
        self._is_low = False
        soften(self.hint)
        self.hint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.bar)
        layout.addWidget(self.hint)

    def add(self, entry: Entry) -> QAction:
        """Add a button; its key works through ``DrawingKeys``."""
        action = QAction(theme_icon(entry.icon), entry.title, self)
        action.setCheckable(True)
        action.setToolTip(f"<b>{entry.title}</b> ({entry.key})<br>{entry.hint}")
        action.triggered.connect(lambda _on=False, name=entry.name: self.tool_requested.emit(name))
        self.bar.addAction(action)
        button = self.bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the map or the list
            button.setAccessibleName(entry.title)
        self._actions[entry.name], self._entries[entry.name] = action, entry
        return action

    def add_separator(self) -> None:
        """Set what follows apart."""
        self.bar.addSeparator()

    def entry(self, name: str) -> Entry:
        """Return what is known of a tool."""
        return self._entries[name]

    def entry_of_key(self, letter: str) -> Entry | None:
        """Return the tool that a letter calls."""
        return next((entry for entry in self._entries.values() if entry.key == letter.upper()), None)

    def entries(self) -> List[Entry]:
        """Return all tools, in order."""
        return list(self._entries.values())

    def action(self, name: str) -> QAction:
        """Return the button of a tool."""
        return self._actions[name]

    def show_tool(self, name: str, hint: str = "") -> None:
        """Press the button of a tool and say what to do; no name: none is at work."""
        for each, action in self._actions.items():
            action.setChecked(each == name)
        self.hint.say(hint)
        self._show_hint()

    def set_low(self, is_low: bool) -> None:
        """Leave the hint out where there is little room: the status bar and the button's tooltip say it too."""
        self._is_low = is_low
        self._show_hint()

    def _show_hint(self) -> None:
        self.hint.setVisible(bool(self.hint.text()) and not self._is_low)

    def set_can_edit(self, can: bool) -> None:
        """Enable the buttons where there is a layer that takes edits."""
        for action in self._actions.values():
            action.setEnabled(can)
