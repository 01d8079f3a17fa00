"""The page "Proposals": what a new run would change where people have worked; each is taken or refused."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from mining_monitor.adapter import messages, project_store, settings
from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.project_store import layer_path
from mining_monitor.adapter.proposal_decisions import DecideTask, Decision, follow_undo
from mining_monitor.adapter.proposal_list import (
    ADD,
    CHANGE,
    DISAPPEAR,
    KINDS,
    ListedProposal,
    open_proposals,
    shapes_of,
)
from mining_monitor.contract.proposals import DecideProposalsRequest
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import Desk, EngineWork
from mining_monitor.gui.annotation_sheet import MOST_ROWS, SheetRow
from mining_monitor.gui.reviewing import proposal_words
from mining_monitor.gui.reviewing.page_keys import PageKeys
from mining_monitor.gui.reviewing.proposal_sheet import ALL_CLASSES, ProposalSheet

_ICONS = {ADD: "mActionAdd", CHANGE: "mActionReshape", DISAPPEAR: "mActionRemove"}


class Proposals(QObject):
    """Lists the open proposals of the scene at work, shows both shapes, lets the engine carry out the answers."""

    #: How many are open may be another number now.
    changed = pyqtSignal()

    def __init__(self, desk: Desk, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet = ProposalSheet()
        self.work = EngineWork(self.sheet)
        self._listed: Dict[int, ListedProposal] = {}
        self._path: Optional[Path] = None
        self._layer_id = ""
        self._note = ""
        keys = {
            Qt.Key.Key_T: self.take, Qt.Key.Key_R: self.refuse, Qt.Key.Key_Space: self.go_next,
            Qt.Key.Key_Z: self.undo, Qt.Key.Key_Escape: self.close,
        }  # fmt: skip
        self.keys = PageKeys(keys, lambda: self.sheet.isVisibleTo(self.sheet.window()), self)
        self._canvas = canvas
        sheet = self.sheet
        sheet.closed.connect(self.close)
        sheet.row_chosen.connect(self._on_row)
        sheet.selection_changed.connect(self._show_answers)
        sheet.filter_changed.connect(self._fill)
        sheet.class_changed.connect(self._fill)
        sheet.action_requested.connect(self.take)
        sheet.other_requested.connect(self.refuse)
        sheet.all_taken.connect(lambda: self._decide(True, self._shown()))
        sheet.all_refused.connect(lambda: self._decide(False, self._shown()))

    # -- the page ---------------------------------------------------------------------------------------------------

    @guarded_slot
    def start(self) -> None:
        """Show the open proposals of the layer at work."""
        layer = self._desk.layer()
        path = layer_path(layer) if layer is not None else None
        if layer is None or path is None:
            messages.info(tr("Proposals belong to the sectors of a project file. Open one first."))
            return
        self._path, self._layer_id, self._note = path, layer.id(), ""
        self._read()
        self._desk.open_page(self.sheet)
        for widget in (self.sheet.table, self._canvas):
            self.keys.watch(widget)
        self.sheet.table.setFocus()
        if self._listed:
            self.sheet.choose(self.sheet.keys()[0])

    def close(self) -> None:
        """Go back to the list of sectors."""
        self.keys.leave()
        self.work.drop()
        self._desk.shapes.clear()
        self._desk.close_page()
        self.changed.emit()

    def _scene(self) -> str:
        layer = self._desk.layer()
        return text_of(layer.customProperty(project_store.SCENE_PROPERTY, "")) if layer is not None else ""

    def _read(self) -> None:
        found = open_proposals(self._path, self._scene()) if self._path is not None else []
        self._listed = dict(enumerate(found))
        counts = Counter(each.kind for each in found)
        kinds = [("", tr("Everything ({})").format(words.whole(len(found))))]
        kinds += [(k, f"{proposal_words.kinds_title(k)} ({words.whole(counts[k])})") for k in KINDS if counts[k]]
        chosen = self.sheet.kind_shown()
        self.sheet.set_kinds(kinds if len(counts) > 1 else ())
        if chosen in counts:
            place = [key for key, _title in kinds].index(chosen)
            self.sheet.kind_filter.setCurrentIndex(place)
        codes = Counter(each.code for each in found)
        classes = [(ALL_CLASSES, tr("Every class"))]
        classes += [(code, f"{_class_title(code)} ({words.whole(codes[code])})") for code in sorted(codes)]
        self.sheet.set_classes(classes)
        self._fill()

    def _shown(self) -> List[int]:
        kind, code = self.sheet.kind_shown(), self.sheet.class_shown()
        return [
            key for key, each in self._listed.items() if kind in ("", each.kind) and code in (None, each.code)
        ]  # fmt: skip

    def _fill(self) -> None:
        classes = proposal_words.ClassTexts()
        rows = [_row(key, self._listed[key], classes) for key in islice(self._shown(), MOST_ROWS)]
        self.sheet.show_rows(rows)
        self._desk.shapes.clear()
        self.sheet.sentence.setText(f"{self._note} {self._sentence()}".strip())
        self._show_answers()

    def _sentence(self) -> str:
        if not self._listed:
            return tr("No proposals are open. What people have worked on and what the last run found are settled.")
        text = tr(
            "{}: what the last run would change where people have worked. Nothing is changed until you take it."
        ).format(proposal_words.proposals_text(len(self._listed)))
        if len(self._shown()) > MOST_ROWS:
            text += " " + tr("The list shows the first {}.").format(MOST_ROWS)
        return text

    def _show_answers(self) -> None:
        self.sheet.set_answers(len(self.sheet.chosen()), 0 if self.work.is_running else len(self._shown()))

    @guarded_slot
    def _on_row(self, key: int) -> None:
        proposal, layer = self._listed.get(key), self._desk.layer()
        if proposal is None or self._path is None or layer is None or layer.id() != self._layer_id:
            return
        before, after = shapes_of(self._path, proposal)
        self._desk.select([proposal.uuid])
        self._desk.shapes.show(before, after)
        box = after.boundingBox() if before.isNull() else before.boundingBox()
        if not after.isNull():
            box.combineExtentWith(after.boundingBox())
        self._desk.shapes.look_at(box)
        lines = proposal_words.lines(proposal)
        if proposal.kind == CHANGE:
            lines.insert(2, tr("On the map: dashed is the shape now, full is the one proposed."))
        self.sheet.detail.setText("\n".join(lines)[:2000])

    # -- answers ----------------------------------------------------------------------------------------------------

    @guarded_slot
    def go_next(self) -> None:
        """Go to the next proposal without an answer, around the end."""
        keys, current = self.sheet.keys(), self.sheet.current()
        if keys:
            place = keys.index(current) if current in keys else -1
            self.sheet.choose(keys[(place + 1) % len(keys)])

    @guarded_slot
    def take(self) -> None:
        """Take what is selected."""
        self._decide(True, self.sheet.chosen())

    @guarded_slot
    def refuse(self) -> None:
        """Refuse what is selected; what was refused is not proposed again."""
        self._decide(False, self.sheet.chosen())

    @guarded_slot
    def _decide(self, is_taken: bool, keys: Sequence[int]) -> None:
        session, path = self._desk.session(), self._path
        chosen = [self._listed[key] for key in keys if key in self._listed]
        if session is None or path is None or not chosen or self.work.is_running:
            return
        session.save()
        request = DecideProposalsRequest(
            str(path), is_taken, tuple(each.proposal_id for each in chosen),
            comment=self.sheet.reason_edit.text().strip(), operator=settings.editor(),
        )  # fmt: skip
        verb = tr("Take {}") if is_taken else tr("Refuse {}")
        title = verb.format(proposal_words.proposals_text(len(chosen)))
        following = self._following(keys)
        task = DecideTask(title, request)

        def done(result: Any) -> None:
            self._on_decided(result, session, title, (path, is_taken), following)

        self.work.start(task, done, self._show_answers)
        self._show_answers()

    def _following(self, keys: Sequence[int]) -> str:
        """Return the proposal to go to once these are decided."""
        shown = self.sheet.keys()
        rest = [key for key in shown if key not in set(keys)]
        after = [key for key in rest if keys and key > max(keys)] or rest
        return self._listed[after[0]].proposal_id if after else ""

    def _on_decided(
        self, decision: Any, session: EditSession, title: str, what: Tuple[Path, bool], following: str
    ) -> None:
        assert isinstance(decision, Decision)
        path, is_taken = what

        def follow(action: str) -> None:
            follow_undo(path, decision.decided, is_taken, settings.editor(), action)
            self._after_undo(action)

        if decision.decided:
            session.record(title, decision.changes, follow)
        project_store.refresh(session.layer)
        self._desk.project.tell_soon()
        self.sheet.reason_edit.clear()
        verb = tr("{} taken. Z takes it back.") if is_taken else tr("{} refused. Z takes it back.")
        notes = [verb.format(proposal_words.proposals_text(len(decision.decided)))] if decision.decided else []
        if decision.conflicts:
            notes.append(
                tr("Left open, because the sector was changed since the run: {}.").format(len(decision.conflicts))
            )
        self._show_again(" ".join(notes), following)

    def _show_again(self, note: str, following: str = "") -> None:
        self._note = note
        self._read()
        keys = [key for key, each in self._listed.items() if each.proposal_id == following] or self.sheet.keys()[:1]
        if keys:
            self.sheet.choose(keys[0])
        self.changed.emit()

    def _after_undo(self, action: str) -> None:
        if not self.sheet.isHidden():
            self._show_again(tr("Taken back.") if action == "undo" else tr("Done again."))
        else:
            self.changed.emit()

    @guarded_slot
    def undo(self) -> None:
        """Take the last decision back."""
        session = self._desk.session()
        if session is not None and session.can_undo:
            session.undo()


def _class_title(code: int) -> str:
    return words.class_title(code) if code >= 0 else tr("No class")


def _row(key: int, proposal: ListedProposal, classes: proposal_words.ClassTexts) -> SheetRow:
    iou = f"{proposal.iou:.2f}" if proposal.kind == CHANGE else ""
    title = proposal_words.title(proposal, classes)
    cells = (title, iou, proposal_words.area_text(proposal))
    return SheetRow(key, cells, _ICONS.get(proposal.kind, ""), tooltip=title)
