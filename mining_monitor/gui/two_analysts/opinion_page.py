"""The page "Second opinion": a blind sample for somebody else, how far both agree, and the choice where they do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, List, Optional

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QFileDialog, QFormLayout, QPushButton, QSpinBox, QWidget

from mining_monitor.adapter import adjudication, messages, settings, tasks
from mining_monitor.adapter.adjudication import FIRST, SECOND, Difference, Differences
from mining_monitor.adapter.gestures import gesture_slot
from mining_monitor.adapter.image_refs import SCENE_PROPERTY
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.project_file import table
from mining_monitor.contract.agreement import (
    AgreementResult,
    BlindSample,
    CompareBlindSampleRequest,
    DrawBlindSampleRequest,
)
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import Desk, EngineWork
from mining_monitor.gui.annotation_sheet import MOST_ROWS, AnnotationSheet, SheetRow
from mining_monitor.gui.reviewing.page_keys import PageKeys
from mining_monitor.gui.two_analysts.opinion_words import agreement_sentence, class_title, decision_sentence
from mining_monitor.schema.fields import SECTORS_TABLE

#: Icon of what was decided.
_ICONS = {"": "mIconWarning", FIRST: "mIconSuccess", SECOND: "mIconSuccess"}


class OpinionPage(QObject):
    """Draws the sample, compares it, and leads through the differences."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet = AnnotationSheet(tr("Second opinion"), (tr("Yours → theirs"), tr("Area")))
        self.work = EngineWork(self.sheet)
        self.cells_box, self.side_box, self.seed_box = QSpinBox(), QSpinBox(), QSpinBox()
        self.draw_button = QPushButton(tr("&Draw a sample…"))
        self.compare_button = QPushButton(tr("&Compare with a finished sample…"))
        self._lay_out()
        self._path: Optional[Path] = None
        self._sample: Optional[Path] = None
        self._differences: Optional[Differences] = None
        self._rows: Dict[int, Difference] = {}
        self._agreement = ""
        self.keys = PageKeys(
            {
                Qt.Key.Key_T: lambda: self.decide(SECOND), Qt.Key.Key_Y: lambda: self.decide(FIRST),
                Qt.Key.Key_Space: self.go_next, Qt.Key.Key_Z: self.undo, Qt.Key.Key_Escape: self.close,
            },
            lambda: self._differences is not None and self.sheet.isVisibleTo(self.sheet.window()),
            self,
        )  # fmt: skip
        self.sheet.closed.connect(self.close)
        self.sheet.row_chosen.connect(self._on_row)
        self.sheet.action_requested.connect(lambda: self.decide(SECOND))
        self.sheet.other_requested.connect(lambda: self.decide(FIRST))
        self.draw_button.clicked.connect(lambda _checked=False: self.choose_output())
        self.compare_button.clicked.connect(lambda _checked=False: self.choose_sample())

    def _lay_out(self) -> None:
        for box, low, high, value, step in (
            (self.cells_box, 1, 2000, 30, 5), (self.side_box, 20, 20_000, 500, 100), (self.seed_box, 0, 999_999, 1, 1),
        ):  # fmt: skip
            box.setRange(low, high)
            box.setValue(value)
            box.setSingleStep(step)
        self.side_box.setSuffix(" m")
        self.seed_box.setToolTip(tr("The same number draws the same squares"))
        self.form = QWidget()
        form = QFormLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("S&quares"), self.cells_box)
        form.addRow(tr("S&ide"), self.side_box)
        form.addRow(tr("See&d"), self.seed_box)
        form.addRow(self.draw_button)
        form.addRow(self.compare_button)
        layout = self.sheet.layout()
        layout.insertWidget(layout.indexOf(self.sheet.sentence) + 1, self.form)

    @guarded_slot
    def start(self) -> None:
        """Say what a second opinion is, and offer both steps."""
        self._path = self._desk.project.path()
        if self._path is None:
            messages.info(tr("There is no project file yet. Of a shared project, take a copy first."))
            return
        self._rows, self._differences = {}, None
        self.sheet.show_rows(())
        self.sheet.sentence.setText(
            tr(
                "Draw squares by lot and give the file to a second analyst: it holds the squares and no sectors, so "
                "nobody sees your classes. When it comes back, compare both."
            )
        )
        self._offer(None)
        self._desk.open_page(self.sheet)

    def close(self) -> None:
        """Go back to the list of sectors."""
        self.keys.leave()
        self.work.drop()
        self._desk.shapes.clear()
        self._desk.close_page()

    def _offer(self, chosen: Optional[Difference]) -> None:
        if chosen is not None and not chosen.decision:
            self.sheet.set_buttons(tr("&Theirs is right") + " (T)", tr("&Yours is right") + " (Y)")
        else:
            self.sheet.set_buttons("", "")
        self.form.setVisible(self._differences is None)

    # the sample ---------------------------------------------------------------------------------------------------

    @guarded_slot
    def choose_output(self) -> None:
        """Ask where the second analyst's file goes."""
        path = self._path
        if path is None:
            return
        text, _filter = QFileDialog.getSaveFileName(
            self.sheet, tr("File for the second analyst"), str(path.with_name(f"{path.stem}-second.gpkg")),
            tr("Project files (*.gpkg)"),
        )  # fmt: skip
        if text:
            self.draw(Path(text).with_suffix(".gpkg"))

    def draw(self, output: Path) -> None:
        """Let the engine draw the sample of the scene that is being worked on."""
        layer, session = self._desk.layer(), self._desk.session()
        if session is not None:
            session.save()
        scene_id = str(layer.customProperty(SCENE_PROPERTY, "")) if layer is not None else ""
        request = DrawBlindSampleRequest(
            str(self._path), str(output), scene_id, self.cells_box.value(), float(self.side_box.value()),
            self.seed_box.value(), settings.editor(),
        )  # fmt: skip
        self.work.start(tasks.RequestTask(tr("Draw a sample"), request), self._on_drawn, lambda: None)

    def _on_drawn(self, sample: Any) -> None:
        assert isinstance(sample, BlindSample)
        self.sheet.sentence.setText(
            tr(
                "{} of {} squares were drawn ({}). Give {} to the second analyst: whoever opens it sees the squares "
                "in the layer 'Observed', and no sectors."
            ).format(
                words.whole(sample.cells), words.whole(sample.mapped_cells + sample.empty_cells),
                words.area_text(sample.area_m2), Path(sample.output).name,
            )
        )  # fmt: skip

    # the comparison -----------------------------------------------------------------------------------------------

    @guarded_slot
    def choose_sample(self) -> None:
        """Ask for the file that has come back."""
        path = self._path
        if path is not None:
            text, _filter = QFileDialog.getOpenFileName(
                self.sheet, tr("Finished sample"), str(path.parent), tr("Project files (*.gpkg)")
            )
            if text:
                self.compare(Path(text))

    def compare(self, sample: Path) -> None:
        """Let the engine compare both."""
        session = self._desk.session()
        if session is not None:
            session.save()
        self._sample = sample
        output = sample.with_name(f"{sample.stem}-differences.gpkg")
        request = CompareBlindSampleRequest(str(self._path), str(sample), output=str(output))
        self.work.start(tasks.RequestTask(tr("Compare two analysts"), request), self._on_compared, lambda: None)

    def _on_compared(self, result: Any) -> None:
        assert isinstance(result, AgreementResult)
        self._differences = Differences(Path(str(result.output)))
        self._agreement = agreement_sentence(result)
        for widget in (self.sheet.table, self._desk.shapes.canvas):
            self.keys.watch(widget)
        self._show_rows(-1)
        self._offer(self._rows.get(-1 if self.sheet.current() is None else self.sheet.current()))
        self.sheet.table.setFocus()

    def _show_rows(self, current: int) -> None:
        if self._differences is None:
            return
        self._rows = {row.fid: row for row in self._differences.rows()}
        rows = [
            SheetRow(
                row.fid, (f"{class_title(row.first)} → {class_title(row.second)}", words.area_text(row.area_m2)),
                _ICONS.get(row.decision, "mIconWarning"), tooltip=decision_sentence(row.decision),
            )
            for row in sorted(self._rows.values(), key=lambda row: len(self._rows) > MOST_ROWS and bool(row.decision))
        ]  # fmt: skip
        open_ones = [row.fid for row in self._rows.values() if not row.decision]
        done = tr("{done} of {total} decided").format(
            done=words.whole(len(rows) - len(open_ones)), total=words.whole(len(rows))
        )
        parts = [self._agreement, f"{done}." if rows else ""]
        parts += [tr("The list shows the first {}.").format(MOST_ROWS)] if len(rows) > MOST_ROWS else []
        self.sheet.sentence.setText(" ".join(part for part in parts if part))
        self.sheet.show_rows(rows, current if current in self._rows else (open_ones or [-1])[0])
        if not open_ones:
            self._desk.shapes.clear()
            self._offer(None)

    @guarded_slot
    def _on_row(self, fid: int) -> None:
        row = self._rows.get(fid)
        layer = self._desk.layer()
        if row is None or layer is None:
            return
        theirs = table(self._sample, SECTORS_TABLE) if self._sample is not None else layer
        yours, other = _outline(layer, row, row.first), _outline(theirs, row, row.second)
        self._desk.shapes.show(yours, other)
        self._desk.shapes.look_at(row.geometry.boundingBox())
        lines = [
            tr("Yours: {}").format(class_title(row.first)), tr("Theirs: {}").format(class_title(row.second)),
            tr("Ground in question: {}").format(words.area_text(row.area_m2)),
            tr("On the map: dashed is your shape, full is theirs."), decision_sentence(row.decision),
        ]  # fmt: skip
        self.sheet.detail.setText("\n".join(line for line in lines if line))
        self._offer(row)

    @gesture_slot
    def decide(self, decision: str) -> None:
        """Keep yours, or give the ground the class that the other one has seen: one step, taken back by Z."""
        key, layer, session = self.sheet.current(), self._desk.layer(), self._desk.session()
        row = self._rows.get(-1 if key is None else key)
        differences = self._differences
        if row is None or layer is None or session is None or differences is None or row.decision:
            return
        changes: List[Any] = []
        follow = self._follower(differences, row.fid, decision)
        if decision == SECOND:
            session.save()
            changes = adjudication.taking_second(layer, row, settings.editor())
        if changes:
            session.apply(tr("Second opinion"), changes, follow)
        differences.note(row.fid, decision, settings.editor())
        if not changes:
            session.record(tr("Second opinion"), (), follow)
        self._show_rows(self._following())

    def _follower(self, differences: Differences, fid: int, decision: str) -> Callable[[str], None]:
        """Return what keeps the note of a decision with its step, whether the page is open then or not."""

        def follow(action: str) -> None:
            differences.note(fid, "" if action == "undo" else decision, settings.editor())
            if differences is self._differences and not self.sheet.isHidden():
                self._show_rows(fid)

        return follow

    @guarded_slot
    def go_next(self) -> None:
        """Go to the next difference without a decision, around the end."""
        self.sheet.choose(self._following())

    def _following(self) -> int:
        """Return the next difference that is open after the one at work; -1: there is none."""
        keys, current = self.sheet.keys(), self.sheet.current()
        place = keys.index(current) + 1 if current in keys else 0
        return next((key for key in keys[place:] + keys[:place] if not self._rows[key].decision and key != current), -1)

    @gesture_slot
    def undo(self) -> None:
        """Take the last decision back with its note, or what was edited since."""
        session = self._desk.session()
        if session is not None and session.can_undo:
            session.undo()


def _outline(layer: Any, row: Difference, code: int) -> QgsGeometry:
    """Return the sectors of a class that have to do with a difference; null where nothing is drawn."""
    if not code:
        return QgsGeometry()
    shapes = [shot.geometry for shot in adjudication.shapes_on(layer, row.geometry, code).values()]
    return QgsGeometry.collectGeometry(shapes) if shapes else QgsGeometry()
