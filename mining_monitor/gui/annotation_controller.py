"""What the Annotation dock does: walk through the sectors, decide on each, undo; the map follows."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QObject, QTimer

from mining_monitor.adapter import gestures, styles
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.gestures import gesture_slot
from mining_monitor.adapter.messages import guarded, tr
from mining_monitor.adapter.sector_list import SectorListModel
from mining_monitor.adapter.shared_project.session import session_of
from mining_monitor.gui import words
from mining_monitor.gui.annotation_decisions import Decisions
from mining_monitor.gui.annotation_desk import Desk
from mining_monitor.gui.annotation_more import AnnotationMore
from mining_monitor.gui.annotation_panel import AnnotationPanel
from mining_monitor.gui.annotation_shapes import ShapesView
from mining_monitor.gui.drawing.bar import EditingBar
from mining_monitor.gui.drawing.editing import Editing
from mining_monitor.gui.drawing.under_cursor import UnderCursor
from mining_monitor.gui.project_controller import ProjectController
from mining_monitor.gui.review_keys import CLASS_KEYS, SAFE_KEYS, ReviewKeys
from mining_monitor.gui.reviewing.queue import Queue
from mining_monitor.gui.reviewing.recovery import Recovery
from mining_monitor.gui.sector_view import SectorView
from mining_monitor.gui.two_analysts.menu import TwoAnalysts

#: By then the list has read a row that was added.
SOON_MS = 50


class AnnotationController(QObject):
    """Connects the Annotation panel with the sectors layer, the map and the keyboard."""

    def __init__(self, panel: AnnotationPanel, iface: Any, project: ProjectController) -> None:
        super().__init__(panel)
        self._panel = panel
        self._canvas = iface.mapCanvas()
        self._project = project
        self._layer: Optional[QgsVectorLayer] = None
        self._sessions: Dict[str, EditSession] = {}
        self._is_syncing = False
        self._is_in_front = False
        self._classes_timer = self._timer(0, self._show_classes)  # these three once for all rows that change together
        self._counts_timer = self._timer(0, self._show_counts)
        self._drawn_timer = self._timer(SOON_MS, self._select_drawn)
        self._drawn: List[int] = []
        self._is_loaded = False
        self._goes_on = False
        self._view = SectorView(self._canvas)
        self._model = SectorListModel(self)
        panel.set_model(self._model)
        self._keys = ReviewKeys(self._wants_keys, panel.can_close, self._acts_now, self)
        self._watched = (self._canvas, panel.sector_table)
        for widget in self._watched:
            self._keys.watch(widget)
        desk = self._desk()
        self.decisions = Decisions(panel, desk, self._on_selected)
        self.approve, self.ask_reason = self.decisions.approve, self.decisions.ask_reason
        self.more = AnnotationMore(panel, desk, self._canvas)
        self.others = TwoAnalysts(panel, desk, self.more.menu)
        self.queue = Queue(panel, desk, self._model)
        self.recovery = Recovery(iface.messageBar(), project, self)
        self.editing = Editing(panel.add_bar(EditingBar()), desk, iface, self._wants_keys, self._shows_selection)
        self.editing.watch(self._watched)
        self.under_cursor = UnderCursor(self._canvas, lambda: self._layer, self._wants_keys, self)
        self.under_cursor.described.connect(panel.show_under_cursor)
        self._connect()
        self.refresh()

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _desk(self) -> Desk:
        return Desk(
            self._project, ShapesView(self._canvas, self._view), lambda: self._layer, lambda: self.session,
            self.selected, self._panel.open_page, self._panel.close_page,
        )  # fmt: skip

    def _connect(self) -> None:
        panel, keys = self._panel, self._keys
        self._project.changed.connect(self.refresh)
        panel.layer_chosen.connect(self._project.choose)
        panel.class_requested.connect(self.set_class)
        for signals, slot in (
            ((panel.approve_requested, keys.approve_pressed), self.approve),
            ((panel.reject_requested, keys.reject_pressed), self.ask_reason),
            ((panel.next_requested, keys.next_pressed), self.go_next),
            ((keys.previous_pressed,), self.go_back),
            ((panel.undo_requested, keys.undo_pressed), self.undo),
            ((keys.redo_pressed,), self.redo),
            ((self.queue.bar.skip_requested, keys.skip_pressed), self.skip),
            ((self.queue.bar.fix_requested, keys.fix_pressed), self.fix),
            ((self.editing.changed,), self._on_tool),
            ((keys.comment_pressed,), self.queue.bar.write_comment),
            ((keys.search_pressed,), self.queue.bar.search),
        ):
            for signal in signals:
                signal.connect(slot)
        keys.class_pressed.connect(self.set_class)
        keys.keys_pressed.connect(panel.toggle_keys)
        keys.close_pressed.connect(panel.close_what_is_open)
        keys.hide_changed.connect(self._on_hide)
        keys.refused.connect(gestures.ask_back)
        self._model.loaded.connect(self._on_rows)
        self._model.modelReset.connect(self._on_map_selection)  # a filter's list marks again what is selected
        self._model.modelReset.connect(self._show_counts)
        for signal in (self._model.rowsInserted, self._model.rowsRemoved):
            signal.connect(lambda *_range: self._counts_timer.start())
        self._model.dataChanged.connect(lambda *_range: self._classes_timer.start())
        panel.sector_table.selectionModel().selectionChanged.connect(self._on_list_selection)
        panel.sector_table.clicked.connect(lambda _index: self._look_at_selection())

    def close(self) -> None:
        """Save what is open and let go of map, layers and keyboard (unload)."""
        for widget in self._watched:
            self._keys.leave(widget)
        self._use(None)
        for session in self._sessions.values():
            session.close()
        self._sessions.clear()
        self.more.close()
        self.editing.close()
        self.under_cursor.close()
        self.others.close()
        self.queue.close()
        self.recovery.close()
        self._view.close()

    # -- the layer --------------------------------------------------------------------------------------------------

    @property
    def session(self) -> Optional[EditSession]:
        """The edit session of the layer that is being worked on."""
        return self._sessions.get(self._layer.id()) if self._layer is not None else None

    def refresh(self) -> None:
        """Follow the project: its layers, the one to work on."""
        layer = self._project.current()
        self._panel.show_layers(self._project.layer_names(), layer.id() if layer is not None else "")
        known = {each.id() for each in self._project.layers()}
        for layer_id in [each for each in self._sessions if each not in known]:
            del self._sessions[layer_id]
        for each in self._project.layers():
            if each.id() not in self._sessions:
                with guarded():
                    session = session_of(each)
                    session.history_changed.connect(self._show_can)
                    session.changed.connect(self._on_edited)
                    self._sessions[each.id()] = session
                    self.others.watch(session)
        if layer is not self._layer and self._is_in_front:
            self._use(layer)
            self._show_classes()
        self._show_can()

    def refresh_styles(self) -> None:
        """Follow the colour set that the analyst chose."""
        for layer in self._project.layers():
            styles.apply_sectors_style(layer)
            layer.triggerRepaint()
        self._model.update_colours()

    def _use(self, layer: Optional[QgsVectorLayer]) -> None:
        if self._layer is not None:
            with guarded():
                _disconnect(self._layer, "selectionChanged", self._on_map_selection)
                _disconnect(self._layer, "willBeDeleted", self._on_gone)
                _disconnect(self._layer, "committedFeaturesAdded", self._on_drawn)
        self._layer = layer
        self._is_loaded = False
        self._drawn_timer.stop()
        self._view.show(None, ())
        if layer is not None:
            layer.willBeDeleted.connect(self._on_gone)  # before the list's: when it empties, nothing may be read here
            layer.selectionChanged.connect(self._on_map_selection)
            layer.committedFeaturesAdded.connect(self._on_drawn)
        self._model.set_layer(layer)

    def _on_gone(self) -> None:
        self._layer = None
        self._drawn_timer.stop()
        self._view.show(None, ())
        QTimer.singleShot(0, self.editing.leave)  # not yet: another tool could look at the layer while it goes

    def _on_drawn(self, _layer_id: str, features: List[Any]) -> None:
        """Select what was drawn as soon as the list has it: its class and state are the next thing to say."""
        self._drawn = [feature.id() for feature in features]
        self._drawn_timer.start()

    def _select_drawn(self) -> None:
        if self._layer is not None:
            self._layer.selectByIds(self._drawn)

    def _on_rows(self) -> None:
        """The rows are there: show what is selected on the map, or go on where somebody pressed Space too early."""
        self._show_counts()
        self._is_loaded = True
        wanted, self._goes_on = self._goes_on, False
        if wanted:
            self.go_next()
            return
        if self._layer is not None and self._layer.selectedFeatureCount():
            self._on_map_selection()

    def _show_counts(self) -> None:
        shown, total = self._model.rowCount(), sum(self._model.counts().values())
        text = words.sectors_text(total)
        if shown != total:
            text = tr("{shown} of {total}").format(shown=words.whole(shown), total=words.sectors_text(total))
        self._panel.show_shown(text)

    def _show_can(self) -> None:
        session = self.session
        can_undo = session is not None and session.can_undo
        self._panel.set_can(
            edit=bool(self.selected()), draw=self.editing.has_class, undo=can_undo,
            undo_text=session.undo_title if can_undo else "",
        )  # fmt: skip

    # -- what is selected -------------------------------------------------------------------------------------------

    def selected(self) -> List[int]:
        """Return the selected sectors."""
        fids = (self._model.fid_at(row) for row in self._panel.selected_rows())
        return [fid for fid in fids if fid is not None]

    def _on_list_selection(self, *_args: object) -> None:
        if self._is_syncing or self._layer is None:
            return
        self._is_syncing = True
        self._layer.selectByIds(self.selected())
        self._is_syncing = False
        self._on_selected()

    def _on_map_selection(self, *_args: object) -> None:
        if self._is_syncing or self._layer is None:
            return
        selection = QItemSelection()
        rows = sorted(self._model.row_of(fid) for fid in self._layer.selectedFeatureIds())
        for row in (row for row in rows if row >= 0):
            selection.select(self._model.index(row, 0), self._model.index(row, self._model.columnCount() - 1))
        self._is_syncing = True
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._panel.sector_table.selectionModel().select(selection, flags)
        self._is_syncing = False
        if rows and rows[-1] >= 0:
            self._panel.sector_table.scrollTo(self._model.index(rows[-1], 0))
            self._panel.keep_in_view()  # a row that was added a moment ago has no place yet
        self._on_selected()

    def _on_selected(self) -> None:
        fids = self.selected()
        self._show_classes()
        self.queue.show()
        self._view.show(self._layer, fids)
        self.decisions.forget_others(fids)
        self._show_can()

    def _show_classes(self) -> None:
        if self.editing.has_class:
            self._panel.show_selected_class([self.editing.chosen_class()])
            return
        sectors = [sector for sector in map(self._model.sector, self.selected()) if sector is not None]
        self._panel.show_selected_class([-1 if sector.code is None else sector.code for sector in sectors])

    def _look_at_selection(self) -> None:
        self._view.look_at(self._layer, self.selected())

    def _on_edited(self, _uuids: List[str]) -> None:
        self._on_selected()

    def go_next(self) -> None:
        """Go to the next sector that nobody has decided on."""
        if self._layer is None or not self._is_loaded:
            self._goes_on = True
            return
        rows = self._panel.selected_rows()
        self._go_to(self._model.next_open(rows[-1] if rows else -1))

    def skip(self) -> None:
        """Put the selected sectors off and go to the next one."""
        self.queue.skip()
        self.go_next()

    def fix(self) -> None:
        """Go close to the selected sector, or the next open one, and take the tool that redraws its border."""
        if not self.selected():
            self.go_next()
        self._look_at_selection()
        if self.selected() and self.editing.current != "border":
            self.editing.choose("border")

    def _on_tool(self) -> None:
        self._show_classes()
        self._show_can()

    def go_back(self) -> None:
        """Go to the sector before."""
        rows = self._panel.selected_rows()
        self._go_to(max(0, rows[0] - 1) if rows else 0)

    def _go_to(self, row: int) -> None:
        if not self._model.rowCount():
            gestures.answer(tr("The list is empty. Show every state and every class."))
            return
        if row < 0 or row >= self._model.rowCount():
            gestures.answer(tr("Every sector in the list is decided."))
            return
        self._panel.select_row(row)
        self._look_at_selection()

    # -- decisions --------------------------------------------------------------------------------------------------

    @gesture_slot
    def set_class(self, code: int) -> None:
        """Give the selected sectors a class, or draw that class from now on."""
        if self.editing.choose_class(code):
            return
        session = self.session
        if session is not None and self.selected():
            session.set_class(self.selected(), code)
        self._on_selected()

    @gesture_slot
    def undo(self) -> None:
        """Take the last change back."""
        session = self.session
        if session is not None and session.can_undo:
            session.undo()
        self._on_selected()

    @gesture_slot
    def redo(self) -> None:
        """Do again what was taken back last."""
        session = self.session
        if session is not None and session.can_redo:
            session.redo()
        self._on_selected()

    # -- map and keyboard -------------------------------------------------------------------------------------------

    def _wants_keys(self) -> bool:
        return self._layer is not None and self._is_in_front

    def _shows_selection(self) -> bool:
        """Whether the dock shows what is selected: its list is open, or a page that selects."""
        page = self._panel.page_above()
        return page is None or bool(getattr(page, "selects_sectors", False))

    def _acts_now(self, key: int) -> bool:
        """Whether a key of the review acts; what it would change is never a sector that the dock does not show."""
        if self._panel.page_above() is None or key in SAFE_KEYS:
            return True
        return key in CLASS_KEYS and (self.editing.has_class or self._shows_selection())

    def _on_hide(self, hide: bool) -> None:
        self._view.hide_layers(self._project.layers() if hide else ())

    def set_in_front(self, is_in_front: bool) -> None:
        """Follow the dock: only while it is in front do the keys work and are selected sectors outlined."""
        self._is_in_front = is_in_front
        self.editing.set_in_front(is_in_front)
        self._view.set_reviewing(is_in_front)
        if is_in_front:
            self.refresh()
            self._on_selected()


def _disconnect(layer: QgsVectorLayer, signal: str, slot: Any) -> None:
    try:
        getattr(layer, signal).disconnect(slot)
    except (TypeError, RuntimeError):
        return
