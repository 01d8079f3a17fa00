"""The page "Import": what a file holds, which repairs are offered, and the import with those that were ticked."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any, Dict, List, Set, Tuple

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog

from mining_monitor.adapter import messages, settings, tasks
from mining_monitor.adapter.edit_issues import Findings, FoundIssue, IssuesTask
from mining_monitor.adapter.messages import guarded_slot, notice_sentence, tr
from mining_monitor.contract.annotations import ImportAnnotationsRequest, ImportResult
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import SEVERITY_ICONS, Desk, EngineWork, show_kinds
from mining_monitor.gui.annotation_sheet import MOST_ROWS, AnnotationSheet, SheetRow
from mining_monitor.gui.reviewing.mapping import Mapping
from mining_monitor.gui.sector_view import ROOM

#: A sector is one piece of ground: parts always become sectors of their own, the table holds nothing else.
_ALWAYS = "multi-part"


class AnnotationImport(QObject):
    """Looks into a file first and imports it afterwards; nothing is mended that was not ticked."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet = AnnotationSheet(tr("Import"), (tr("What"), tr("Sector")))
        self.work = EngineWork(self.sheet)
        self.mapping = Mapping(desk, self.sheet, self.work, self)
        self._file = ""
        self._found: Dict[int, FoundIssue] = {}
        self._ticked: Set[int] = set()
        self._stamp: Tuple[int, int] = (0, 0)
        self._summary = ""
        self._can_import = False
        sheet = self.sheet
        sheet.closed.connect(self.close)
        sheet.row_chosen.connect(self._on_row)
        sheet.ticked.connect(self._on_tick)
        sheet.filter_changed.connect(self._fill)
        sheet.action_requested.connect(self.carry_out)
        sheet.other_requested.connect(self.tick_safe)

    @guarded_slot
    def start(self) -> None:
        """Let a file be chosen and look into it."""
        text, _filter = QFileDialog.getOpenFileName(
            self.sheet, tr("Import annotations"), str(self._desk.project.path_for_run().parent),
            tr("Annotations (*.geojson *.json *.kml *.kmz *.gpkg *.shp);;All files (*)"),
        )  # fmt: skip
        if text:
            self.look(Path(text))

    @guarded_slot
    def look(self, path: Path) -> None:
        """Look into a file; nothing is written."""
        self._file, self._found, self._ticked, self._can_import = str(path), {}, set(), False
        self._stamp = _stamp(path)
        self._show(tr("Looking into {}…").format(path.name))
        self._desk.open_page(self.sheet)
        self.mapping.find(path, self._look_closer, lambda: self._show(tr("Nothing was imported.")))

    def _look_closer(self) -> None:
        """Look for what is wrong, with the fields read as they were mapped."""
        self._found, self._ticked, self._can_import = {}, set(), False
        name = Path(self._file).name
        self._show(tr("Looking into {}…").format(name))
        request = ImportAnnotationsRequest(self._file, **self.mapping.request_values())
        task = IssuesTask(tr("Look into {}").format(name), request)
        self.work.start(task, self._on_found, lambda: self._show(tr("Nothing was imported.")))

    def close(self) -> None:
        """Go back to the list of sectors; a task under way is cancelled."""
        self.work.drop()
        self._desk.shapes.clear()
        self._desk.close_page()

    def _on_found(self, found: Any) -> None:
        assert isinstance(found, Findings)
        result: ImportResult = found.result
        ordered = sorted(found.issues, key=lambda issue: not _has_box(issue))
        self._found, self._can_import = dict(enumerate(ordered)), True
        lines = [
            tr("{sectors} found in {file} (features: {features}). Nothing is imported yet.").format(
                sectors=words.sectors_text(result.sectors),
                file=Path(self._file).name,
                features=words.whole(result.read),
            )
        ]
        if self.mapping.note:
            lines.append(self.mapping.note)
        if result.left_out:
            reasons = ", ".join(f"{words.whole(number)} × {reason}" for reason, number in result.left_out.items())
            lines.append(tr("Left out: {}").format(reasons))
        offered = sum(map(_has_box, ordered))
        if offered:
            lines.append(tr("Offered: {}. Only what you tick is mended.").format(_repairs(offered)))
        if len(ordered) > MOST_ROWS:
            lines.append(tr("The list shows the first {}.").format(MOST_ROWS))
        lines += [notice_sentence(notice) for notice in result.warnings]
        self._summary = "\n".join(lines)
        self._show(self._summary)

    def _show(self, sentence: str) -> None:
        show_kinds(self.sheet, self._found.values())
        self._fill()
        self.sheet.sentence.setText(sentence)

    def _fill(self) -> None:
        kind = self.sheet.kind_shown()
        shown = ((key, issue) for key, issue in self._found.items() if kind in ("", issue.kind))
        rows = [
            SheetRow(
                key, (issue.title, issue.name), SEVERITY_ICONS.get(issue.severity, ""),
                key in self._ticked if _has_box(issue) else None, issue.message,
            )
            for key, issue in islice(shown, MOST_ROWS)
        ]  # fmt: skip
        self.sheet.show_rows(rows)
        self._show_buttons()

    def _show_buttons(self) -> None:
        if not self._can_import:
            self.sheet.set_buttons("", "")
            return
        number = len(self._ticked)
        action = tr("&Import with {}").format(_repairs(number)) if number else tr("&Import as it is")
        has_more = any(_is_safe(issue) and key not in self._ticked for key, issue in self._found.items())
        self.sheet.set_buttons(action, tr("&Tick all safe repairs") if has_more else "")

    def _on_tick(self, key: int, is_on: bool) -> None:
        (self._ticked.add if is_on else self._ticked.discard)(key)
        self._show_buttons()

    @guarded_slot
    def tick_safe(self) -> None:
        """Tick every repair by which nothing that a person meant can be lost."""
        self._ticked.update(key for key, issue in self._found.items() if _is_safe(issue))
        self._fill()

    @guarded_slot
    def _on_row(self, key: int) -> None:
        issue = self._found.get(key)
        if issue is None:
            return
        self._desk.show_issue(issue, select=False)
        self.sheet.detail.setText("\n".join(_lines(issue))[:2000])

    @guarded_slot
    def carry_out(self) -> None:
        """Import the file into the project, with the repairs that were ticked and no others."""
        if not self._can_import or self.work.is_running:
            return
        if _stamp(Path(self._file)) != self._stamp:
            messages.warn(tr("{} was changed in the meantime. Look at it again.").format(Path(self._file).name))
            self.look(Path(self._file))
            return
        session = self._desk.session()
        if session is not None:
            session.save()
        request = ImportAnnotationsRequest(
            self._file, output=str(self._desk.project.path_for_run()), operator=settings.editor(),
            accept=tuple(self._found[key].issue_id for key in sorted(self._ticked)), **self.mapping.request_values(),
        )  # fmt: skip
        self._can_import = False
        self._show_buttons()
        task = tasks.RequestTask(tr("Import {}").format(Path(self._file).name), request)
        self.work.start(task, self._on_imported, self._on_refused)

    def _on_refused(self) -> None:
        self._can_import = True
        self._show(self._summary)

    def _on_imported(self, result: Any) -> None:
        assert isinstance(result, ImportResult)
        self._found, self._ticked = {}, set()
        self._show("")
        self.close()
        if result.output:
            self._desk.project.use(Path(result.output))
            self._look_at_all()
        text = tr("{sectors} imported from {file}, {repairs} made.").format(
            sectors=words.sectors_text(result.sectors), file=Path(self._file).name, repairs=_repairs(result.applied)
        )
        if result.left_out:
            reasons = ", ".join(f"{words.whole(number)} × {reason}" for reason, number in result.left_out.items())
            text += " " + tr("Left out: {}").format(reasons)
        messages.success(text)

    def _look_at_all(self) -> None:
        """Move the map to what the project holds now."""
        layer = self._desk.project.current()
        if layer is not None and layer.featureCount():
            box = layer.extent()
            box.scale(1.1 / ROOM)
            self._desk.shapes.look_at(box)


def _stamp(path: Path) -> Tuple[int, int]:
    """Return what changes when a file is written again."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_size, found.st_mtime_ns


def _repairs(number: int) -> str:
    return tr("1 repair") if number == 1 else tr("{} repairs").format(words.whole(number))


def _has_box(issue: FoundIssue) -> bool:
    return bool(issue.fix) and issue.kind != _ALWAYS


def _is_safe(issue: FoundIssue) -> bool:
    return _has_box(issue) and issue.is_safe


def _lines(issue: FoundIssue) -> List[str]:
    """Return what is wrong, what would be done, and before and after."""
    lines = [issue.message]
    if issue.fix:
        lines.append((tr("Done in any case: {}") if issue.kind == _ALWAYS else tr("Repair: {}")).format(issue.fix))
    if "(" in issue.after and issue.kind != _ALWAYS:
        lines.append(
            tr("On the map: dashed is before, full is after. The area changes by {:+.1f} m².").format(
                issue.area_change_m2
            )
        )
    elif issue.after:
        lines.append(tr("Before: {}").format(issue.before))
        lines.append(tr("After: {}").format(issue.after))
    if issue.fix and not issue.is_safe:
        lines.append(tr("Look at it first: what somebody meant could be lost."))
    return lines
