"""The page "Log": whether the project's log is whole, and the first row that does not fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict

from qgis.PyQt.QtCore import QObject

from mining_monitor.adapter import messages, tasks
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.shared_project.place import SharedPlace
from mining_monitor.contract.history import LogReport, VerifyLogRequest
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import Desk, EngineWork
from mining_monitor.gui.annotation_sheet import AnnotationSheet, SheetRow
from mining_monitor.gui.two_analysts.home_copy import HomeCopy

_RUN = "run:"


class AnnotationLog(QObject):
    """Lets the engine verify the chain of the log, and the sectors against it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet = AnnotationSheet(tr("Log"), (tr("Changed outside the log"),))
        self.work = EngineWork(self.sheet)
        self._copy = HomeCopy(self.work)
        self._outside: Dict[int, str] = {}
        self.sheet.closed.connect(self.close)
        self.sheet.row_chosen.connect(self._on_row)
        self.sheet.other_requested.connect(self.start)

    @guarded_slot
    def start(self) -> None:
        """Verify the log of the project file."""
        path, session, layer = self._desk.project.path(), self._desk.session(), self._desk.layer()
        is_shared = layer is not None and SharedPlace.of_layer(layer) is not None
        if path is None and not is_shared:
            messages.info(tr("There is no project file yet, and so no log."))
            return
        if session is not None:
            session.save()
        self._outside = {}
        self.sheet.show_rows(())
        self.sheet.set_buttons("", "")
        self._desk.open_page(self.sheet)
        if is_shared:
            self.sheet.sentence.setText(tr("Reading the log…"))
            self._copy.ask(layer, self._verify, self._give_up)
        elif path is not None:
            self._verify(path)

    def _verify(self, path: Path) -> None:
        self.sheet.sentence.setText(tr("Verifying the log of {}…").format(path.name))
        task = tasks.RequestTask(tr("Verify the log"), VerifyLogRequest(str(path)))
        self.work.start(task, self._on_report, self._give_up)

    def _give_up(self) -> None:
        self._show(tr("The log was not verified."))

    def close(self) -> None:
        """Go back to the list of sectors."""
        self.work.drop()
        self._desk.close_page()

    def _on_report(self, report: Any) -> None:
        assert isinstance(report, LogReport)
        self._outside = dict(enumerate(report.changed_outside))
        rows = [SheetRow(key, (_title(each),), "mIconWarning") for key, each in self._outside.items()]
        self.sheet.show_rows(rows)
        self._show(log_sentence(report))

    def _show(self, sentence: str) -> None:
        self.sheet.sentence.setText(sentence)
        self.sheet.set_buttons("", tr("Verify &again"))

    @guarded_slot
    def _on_row(self, key: int) -> None:
        each = self._outside.get(key, "")
        if each and not each.startswith(_RUN):
            self._desk.select([each])
            self._desk.look_at_selection()


def _title(each: str) -> str:
    return tr("Sectors of the run {}").format(each[len(_RUN) :]) if each.startswith(_RUN) else each


def log_sentence(report: LogReport) -> str:
    """Return what a verification has found, with the engine's own sentence where something is wrong."""
    rows = words.whole(report.rows)
    if report.is_usable:
        return "✓ " + tr("The log is whole. Rows: {}. Every sector is as the log left it.").format(rows)
    if report.broken_position is not None:
        lead = tr("The log is broken. The first row that does not fit is row {} of {}.").format(
            words.whole(report.broken_position), rows
        )
    elif report.changed_outside:
        lead = tr("The log is whole, but sectors were changed outside it: {}.").format(len(report.changed_outside))
    else:
        lead = tr("The file is damaged.")
    return f"⚠ {lead}\n{report.message}"
