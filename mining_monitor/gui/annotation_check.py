"""The page "Check": what is wrong with the sectors, where, and the safe fix where there is one."""

from __future__ import annotations

import contextlib
import tempfile
import uuid
from itertools import islice
from pathlib import Path
from typing import Any, Dict, List, Optional, Set, Tuple

from qgis.PyQt.QtCore import QObject, Qt

from mining_monitor.adapter import edit_fixes, edit_issues, settings
from mining_monitor.adapter.edit_issues import Findings, FoundIssue
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.export_source import export_source
from mining_monitor.adapter.gestures import gesture_slot
from mining_monitor.adapter.messages import guarded_slot, notice_sentence, tr
from mining_monitor.contract.annotations import ValidateAnnotationsRequest
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import SEVERITY_ICONS, Desk, EngineWork, show_kinds
from mining_monitor.gui.annotation_sheet import MOST_ROWS, AnnotationSheet, SheetRow
from mining_monitor.gui.reviewing.page_keys import PageKeys


class AnnotationCheck(QObject):
    """Runs the engine's validation on the layer at work and goes through what it finds."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet = AnnotationSheet(tr("Check"), (tr("What"), tr("Sector")))
        self.sheet.selects_sectors = True
        self.work = EngineWork(self.sheet)
        self._issues: Dict[int, FoundIssue] = {}
        self._layer_id = ""
        self._note = ""
        self._sectors = 0
        self._mended: List[Tuple[int, FoundIssue, Set[str]]] = []
        self._changed: Set[str] = set()
        self._watched: Optional[EditSession] = None
        self.keys = PageKeys(
            {Qt.Key.Key_M: self.mend, Qt.Key.Key_Z: self.undo, Qt.Key.Key_Escape: self.close},
            lambda: self.sheet.isVisibleTo(self.sheet.window()), self,
        )  # fmt: skip
        sheet = self.sheet
        self.keys.watch(sheet.table)  # not the map: there M merges
        sheet.closed.connect(self.close)
        sheet.row_chosen.connect(self._on_row)
        sheet.filter_changed.connect(self._fill)
        sheet.action_requested.connect(self.mend)
        sheet.other_requested.connect(self.start)

    @guarded_slot
    def start(self) -> None:
        """Check the layer at work."""
        layer, session = self._desk.layer(), self._desk.session()
        if layer is None or session is None:
            return
        session.save()
        folder = Path(tempfile.gettempdir()) / f"mining-monitor-{uuid.uuid4().hex}"  # made only for a layer in memory
        source = export_source(layer, folder)
        request = ValidateAnnotationsRequest(source.path, layer=source.layer, where=source.where)
        self._layer_id, self._issues, self._mended = layer.id(), {}, []
        self._watch(session)
        self._show(tr("Checking {}…").format(layer.name()))
        self._desk.open_page(self.sheet)
        task = edit_issues.IssuesTask(tr("Check sectors: {}").format(layer.name()), request, folder)
        self.work.start(task, self._on_found, lambda: self._show(tr("The check was not finished.")))

    def _watch(self, session: Optional[EditSession]) -> None:
        """Remember from now on which sectors are edited: what was found about their shapes no longer holds."""
        if self._watched is not None:
            with contextlib.suppress(TypeError, RuntimeError):
                self._watched.changed.disconnect(self._on_edited)
        self._watched, self._changed = session, set()
        if session is not None:
            session.changed.connect(self._on_edited)

    def _on_edited(self, uuids: List[str]) -> None:
        self._changed.update(uuids)

    def close(self) -> None:
        """Go back to the list of sectors."""
        self.work.drop()
        self._desk.shapes.clear()
        self._desk.close_page()

    def _on_found(self, found: Any) -> None:
        assert isinstance(found, Findings)
        self._issues = dict(enumerate(found.issues))
        self._sectors = found.result.sectors
        self._note = " ".join(notice_sentence(notice) for notice in found.result.warnings)
        self._show("")
        self.sheet.table.setFocus()
        if self._issues:
            self.sheet.choose(self.sheet.keys()[0])

    def _show(self, sentence: str) -> None:
        """Show kinds, rows and a sentence; empty: how many there are."""
        show_kinds(self.sheet, self._issues.values())
        self._fill()
        self.sheet.sentence.setText(sentence or self._sentence())

    def _fill(self, current: int = -1) -> None:
        kind = self.sheet.kind_shown()
        shown = ((key, issue) for key, issue in self._issues.items() if kind in ("", issue.kind))
        self.sheet.show_rows([_row(key, issue) for key, issue in islice(shown, MOST_ROWS)], current)
        self.sheet.set_buttons("", "" if self.work.is_running else tr("Check &again"))

    def _sentence(self) -> str:
        total = words.sectors_text(self._sectors)
        if not self._issues:
            return " ".join((tr("Nothing is wrong with {}.").format(total), self._note)).strip()
        fixable = sum(edit_fixes.can_mend(issue) for issue in self._issues.values())
        text = tr("{found} things to look at in {total}; {fixable} can be mended here.").format(
            found=words.whole(len(self._issues)), total=total, fixable=words.whole(fixable)
        )
        if len(self._issues) > MOST_ROWS:
            text += " " + tr("The list shows the first {}.").format(MOST_ROWS)
        return f"{text} {self._note}".strip()

    @guarded_slot
    def _on_row(self, key: int) -> None:
        issue = self._issues.get(key)
        layer = self._desk.layer()
        if issue is None or layer is None or layer.id() != self._layer_id:
            return
        self._desk.show_issue(issue)
        lines = [issue.message]
        if issue.fix:
            lines.append((tr("Fix: {}") if edit_fixes.can_mend(issue) else tr("Perhaps: {}")).format(issue.fix))
        self.sheet.detail.setText("\n".join(lines)[:2000])
        self.sheet.set_buttons(tr("&Mend") + " (M)" if edit_fixes.can_mend(issue) else "", tr("Check &again"))

    @gesture_slot
    def mend(self) -> None:
        """Carry out the safe fix of the issue that was chosen: one step, taken back by Z."""
        key, layer, session = self.sheet.current(), self._desk.layer(), self._desk.session()
        issue = self._issues.get(-1 if key is None else key)
        if issue is None or key is None or session is None or layer is None or layer.id() != self._layer_id:
            return
        session.save()
        if issue.kind in edit_fixes.SHAPE_KINDS and self._changed & set(issue.uuids):
            raise AnnotationsError(tr("The sectors were changed since they were checked. Check again."))
        changed = set(self._changed)
        session.apply(_title(issue), edit_fixes.changes_for(issue, layer, settings.editor()))
        keys = self.sheet.keys()
        place = keys.index(key)
        del self._issues[key]
        self._mended.append((key, issue, changed))
        self._desk.shapes.clear()
        following = next(iter(keys[place + 1 :]), keys[place - 1] if place else -1)
        self._show(tr("Mended: {}. Z takes it back.").format(issue.title) + " " + self._sentence())
        self.sheet.choose(following)

    @gesture_slot
    def undo(self) -> None:
        """Take the last step back; where it was a fix of this page, the issue is in the list again."""
        session = self._desk.session()
        if session is None or not session.can_undo:
            return
        title = session.undo_title
        session.undo()
        if self._mended and title == _title(self._mended[-1][1]):
            key, issue, self._changed = self._mended.pop()
            self._issues = dict(sorted({**self._issues, key: issue}.items()))
            self._show(tr("Taken back.") + " " + self._sentence())
            self.sheet.choose(key)


def _title(issue: FoundIssue) -> str:
    return tr("Mend: {}").format(issue.title)


def _row(key: int, issue: FoundIssue) -> SheetRow:
    return SheetRow(key, (issue.title, issue.name), SEVERITY_ICONS.get(issue.severity, ""), tooltip=issue.message)
