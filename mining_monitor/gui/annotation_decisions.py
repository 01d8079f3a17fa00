"""Approve and reject the selected sectors; what that needs is asked in place."""

from __future__ import annotations

from typing import Callable, List

from qgis.PyQt.QtCore import QObject

from mining_monitor.adapter.gestures import gesture_slot
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.review_rules import is_iso_date
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import Desk
from mining_monitor.gui.annotation_prompt import PromptPanel
from mining_monitor.gui.provenance import Provenance
from mining_monitor.schema.review import APPROVED, REJECTED


class Decisions(QObject):
    """Carries out decisions on what is selected.

    Parameters
    ----------
    panel : PromptPanel
    desk : Desk
    after : callable
        Shows what a decision has changed.
    """

    def __init__(self, panel: PromptPanel, desk: Desk, after: Callable[[], None]) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._after = panel, desk, after
        self._asking_for: List[int] = []
        self._asking_state = ""
        panel.prompt_answered.connect(self._on_answer)
        panel.prompt_dismissed.connect(self._on_dismissed)

    def forget_others(self, fids: List[int]) -> None:
        """Take the question away that was asked for other sectors."""
        if self._panel.is_asking() and fids != self._asking_for:
            self._panel.hide_prompt()

    @gesture_slot
    def approve(self) -> None:
        """Approve the selected sectors; ask in place for what an approval needs."""
        session, fids = self._desk.session(), self._desk.selected()
        if session is None or not fids:
            return
        try:
            session.set_state(fids, APPROVED)
        except AnnotationsError as error:
            if not set(error.facts.get("missing", ())) & {"date", "system"}:
                raise
            self._asking_for, self._asking_state = fids, APPROVED
            known = Provenance(session.layer).suggestion(fids)
            self._panel.ask_provenance(
                tr("An approval says on which image it rests. Which one is it?"), known.date, known.system
            )

    @gesture_slot
    def ask_reason(self) -> None:
        """Ask in place why the selected sectors are wrong."""
        fids = self._desk.selected()
        if self._desk.session() is None or not fids:
            return
        self._asking_for, self._asking_state = fids, REJECTED
        suggestions = (
            tr("Not mining"), tr("Water"), tr("Cloud or shadow"), tr("Bare soil or rock"), tr("Wrong outline"),
            tr("Double"),
        )  # fmt: skip
        text = tr("Why is this sector wrong?")
        if len(fids) > 1:
            text = tr("Why are {} wrong?").format(words.sectors_text(len(fids)))
        self._panel.ask_reason(text, suggestions)

    @gesture_slot
    def _on_answer(self) -> None:
        session, answer, fids = self._desk.session(), self._panel.answer(), self._asking_for
        if session is None or not fids:
            return
        if self._asking_state == REJECTED:
            if not answer.reason:
                self._panel.show_question(tr("Write a reason, in a few words."))
                return
            session.set_state(fids, REJECTED, answer.reason)
        else:
            if not is_iso_date(answer.date):
                self._panel.show_question(tr("Write the image's date like 2021-02-27."))
                return
            if not answer.system:
                self._panel.show_question(tr("Name the source of the image, for example Copernicus Sentinel-2."))
                return
            Provenance(session.layer).fill(session, fids, answer.date, answer.system, for_all=answer.for_all)
            session.set_state(fids, APPROVED)
        self._on_dismissed()

    def _on_dismissed(self) -> None:
        self._asking_for, self._asking_state = [], ""
        self._panel.hide_prompt()
        self._after()
