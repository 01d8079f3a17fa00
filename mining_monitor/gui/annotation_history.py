"""The page "History": who changed a sector, when, from what; and the way back to an earlier shape."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QObject

from mining_monitor.adapter import edit_history, messages, settings, tasks
from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.gestures import gesture_slot
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.contract.history import HistoryEntry, SectorHistory, SectorHistoryRequest
from mining_monitor.gui import annotation_words, words
from mining_monitor.gui.annotation_desk import Desk, EngineWork
from mining_monitor.gui.annotation_sheet import AnnotationSheet, SheetRow
from mining_monitor.gui.two_analysts.home_copy import HomeCopy


class AnnotationHistory(QObject):
    """Asks the engine for the history of the selected sector; restores through the layer's edits."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet = AnnotationSheet(tr("History"), (tr("What"), tr("Who"), tr("When (UTC)")))
        self.work = EngineWork(self.sheet)
        self._copy = HomeCopy(self.work)
        self._path: Optional[Path] = None
        self._layer_id = self._uuid = self._name = ""
        self._entries: Dict[int, HistoryEntry] = {}
        self._exists = True
        self.sheet.closed.connect(self.close)
        self.sheet.row_chosen.connect(self._on_row)
        self.sheet.action_requested.connect(self.restore)

    @guarded_slot
    def start(self) -> None:
        """Show the history of the sector that is selected."""
        layer, session, fids = self._desk.layer(), self._desk.session(), self._desk.selected()
        if layer is None or session is None or len(fids) != 1:
            messages.info(tr("Select one sector, then ask for its history."))
            return
        session.save()
        feature = layer.getFeature(fids[0])
        self.show_of(text_of(feature["uuid"]), text_of(feature["Name"]))

    def show_of(self, uuid: str, name: str) -> None:
        """Show the history of a sector, which may be deleted."""
        layer = self._desk.layer()
        if layer is None:
            return
        self._path, self._layer_id, self._uuid, self._name = None, layer.id(), uuid, name
        self._desk.shapes.clear()
        self._desk.open_page(self.sheet)
        self._ask()

    def _ask(self) -> None:
        layer = self._desk.layer()
        self._entries = {}
        self.sheet.show_rows(())
        self.sheet.set_buttons("", "")
        self.sheet.sentence.setText(tr("Reading the log…"))
        if layer is not None:
            self._copy.ask(layer, self._read, self._give_up)

    def _read(self, path: Path) -> None:
        self._path = path
        task = tasks.RequestTask(tr("History of a sector"), SectorHistoryRequest(str(path), self._uuid))
        self.work.start(task, self._on_history, self._give_up)

    def _give_up(self) -> None:
        self.sheet.sentence.setText(tr("The log was not read."))

    def close(self) -> None:
        """Go back to the list of sectors."""
        self.work.drop()
        self._desk.shapes.clear()
        self._desk.close_page()

    def _on_history(self, history: Any) -> None:
        assert isinstance(history, SectorHistory)
        self._entries, self._exists = dict(enumerate(reversed(history.entries))), history.exists
        rows = [
            SheetRow(key, (annotation_words.action_title(entry.action), entry.who, annotation_words.moment(entry.at)))
            for key, entry in self._entries.items()
        ]
        name = f"'{self._name}'" if self._name else tr("This sector")
        sentence = tr("{name}: what happened to it, newest first.").format(name=name)
        if not rows:
            sentence = tr("{name}: the log has nothing about it.").format(name=name)
        if not history.is_whole:
            sentence += " " + tr("The log is broken: someone has changed it. Verify the log to see where.")
        self.sheet.sentence.setText(sentence)
        self.sheet.show_rows(rows, 0)

    @guarded_slot
    def _on_row(self, key: int) -> None:
        entry, layer = self._entries.get(key), self._desk.layer()
        if entry is None:
            return
        lines = [f"{annotation_words.action_title(entry.action)}, {entry.who}, {annotation_words.moment(entry.at)} UTC"]
        lines += annotation_words.changes(entry)
        if entry.area_m2 is not None:
            lines.append(tr("Area afterwards: {}").format(words.area_text(entry.area_m2)))
        shape = QgsGeometry.fromWkt(entry.wkt) if entry.wkt else QgsGeometry()
        can_restore = False
        if not self._exists:
            self._desk.shapes.show(shape, QgsGeometry())
        elif layer is not None and layer.id() == self._layer_id and self._path is not None and entry.can_restore:
            now = edit_history.present(layer, self._uuid).geometry
            self._desk.shapes.show(now, shape)
            then = edit_history.shape_after(self._path, self._uuid, entry, now)
            can_restore = bytes(then.asWkb()) != bytes(now.asWkb())
            if can_restore:
                lines.append(tr("On the map: dashed is the shape now, full is the shape then."))
        if not shape.isNull():
            self._desk.shapes.look_at(shape.boundingBox())
        self.sheet.detail.setText("\n".join(lines)[:2000])
        self.sheet.set_buttons(tr("&Restore this shape") if can_restore else "", "")

    @gesture_slot
    def restore(self) -> None:
        """Give the sector the shape that it had after the chosen act: one step, taken back by Z."""
        key, layer, session = self.sheet.current(), self._desk.layer(), self._desk.session()
        entry = self._entries.get(-1 if key is None else key)
        if entry is None or session is None or layer is None or layer.id() != self._layer_id or self._path is None:
            return
        session.save()
        change = edit_history.restoring(self._path, layer, self._uuid, entry, settings.editor())
        session.apply(tr("Restore a shape"), [change])
        self._desk.shapes.clear()
        messages.success(tr("The shape of {} is back. Z takes it back.").format(annotation_words.moment(entry.at)))
        self._ask()
