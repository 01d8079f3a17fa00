"""The page "Second opinion": a blind sample for somebody else, how far both agree, and the choice where they do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog, QFormLayout, QPushButton, QSpinBox, QWidget

from mining_monitor.adapter import adjudication, messages, settings, tasks
from mining_monitor.adapter.adjudication import FIRST, SECOND, Difference, Differences
from mining_monitor.adapter.image_refs import SCENE_PROPERTY
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.project_file import table
from mining_monitor.contract.annotations import (
    AgreementResult,
    BlindSample,
    CompareBlindSampleRequest,
    DrawBlindSampleRequest,
)
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import Desk, EngineWork
from mining_monitor.gui.annotation_sheet import AnnotationSheet, SheetRow
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
        self.compare_button = QPushButton(tr("&Compare with a finished sample…"))
        self._lay_out()
        self._path: Optional[Path] = None
        self._sample: Optional[Path] = None
        self._differences: Optional[Differences] = None
        self._rows: Dict[int, Difference] = {}
        self.sheet.closed.connect(self.close)
        self.sheet.row_chosen.connect(self._on_row)
        self.sheet.action_requested.connect(self._on_action)
        self.sheet.other_requested.connect(lambda: self.decide(FIRST))
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
        layout = self.sheet.layout()
        layout.insertWidget(layout.count() - 1, self.form)
        layout.addWidget(self.compare_button)

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
        self.work.drop()
        self._desk.shapes.clear()
        self._desk.close_page()

    def _offer(self, chosen: Optional[Difference]) -> None:
        if self._differences is None:
            self.sheet.set_buttons(tr("&Draw a sample…"), "")
        elif chosen is not None and not chosen.decision:
            self.sheet.set_buttons(tr("&Theirs is right"), tr("&Yours is right"))
        else:
            self.sheet.set_buttons("", "")
        self.compare_button.setVisible(self._differences is None)
        self.form.setVisible(self._differences is None)

    def _on_action(self) -> None:
        if self._differences is None:
            self.choose_output()
        else:
            self.decide(SECOND)

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
        self.sheet.sentence.setText(agreement_sentence(result))
        self._show_rows(-1)

    def _show_rows(self, current: int) -> None:
        if self._differences is None:
            return
        self._rows = {row.fid: row for row in self._differences.rows()}
        rows = [
            SheetRow(
                row.fid, (f"{_class(row.first)} → {_class(row.second)}", words.area_text(row.area_m2)),
                _ICONS.get(row.decision, "mIconWarning"), tooltip=_decision(row),
            )
            for row in self._rows.values()
        ]  # fmt: skip
        open_ones = [row.fid for row in self._rows.values() if not row.decision]
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
            tr("Yours: {}").format(_class(row.first)), tr("Theirs: {}").format(_class(row.second)),
            tr("Ground in question: {}").format(words.area_text(row.area_m2)),
            tr("On the map: dashed is your shape, full is theirs."), _decision(row),
        ]  # fmt: skip
        self.sheet.detail.setText("\n".join(line for line in lines if line))
        self._offer(row)

    @guarded_slot
    def decide(self, decision: str) -> None:
        """Keep yours, or give the ground the class that the other one has seen: one step, taken back by Z."""
        key, layer, session = self.sheet.current(), self._desk.layer(), self._desk.session()
        row = self._rows.get(-1 if key is None else key)
        if row is None or layer is None or session is None or self._differences is None or row.decision:
            return
        if decision == SECOND:
            session.save()
            changes: List[Any] = adjudication.taking_second(layer, row, settings.editor())
            session.apply(tr("Second opinion"), changes)
        self._differences.note(row.fid, decision, settings.editor())
        self._show_rows(-1)


def _outline(layer: Any, row: Difference, code: int) -> QgsGeometry:
    """Return the sectors of a class that have to do with a difference; null where nothing is drawn."""
    if not code:
        return QgsGeometry()
    shapes = [shot.geometry for shot in adjudication.shapes_on(layer, row.geometry, code).values()]
    return QgsGeometry.collectGeometry(shapes) if shapes else QgsGeometry()


def _class(code: int) -> str:
    return words.class_title(code) if code else tr("nothing")


def _decision(row: Difference) -> str:
    return {FIRST: tr("Decided: yours."), SECOND: tr("Decided: theirs.")}.get(row.decision, "")


def agreement_sentence(result: AgreementResult) -> str:
    """Return how far two people agree, and what follows from it (DOMAIN 4.3)."""
    kappa = tr("Kappa is not defined: both see one class only.")
    if result.kappa is not None and result.kappa_low is not None and result.kappa_high is not None:
        kappa = tr("Kappa {} (95 %: {} to {}).").format(
            words.number(result.kappa, 2), words.number(result.kappa_low, 2), words.number(result.kappa_high, 2)
        )
    parts = [kappa]
    if result.mean_iou is not None:
        parts.append(tr("Matched sectors share {} of their ground.").format(f"{100 * result.mean_iou:.0f} %"))
    if result.border_mean_m is not None:
        parts.append(tr("Borders are {} m apart on average.").format(words.number(result.border_mean_m, 1)))
    follows = {
        "accept": tr("That is good agreement."),
        "reconcile": tr("Talk the differences over."),
        "adjudicate": tr("That is not enough: a third person should decide."),
    }
    parts.append(follows.get(result.verdict, ""))
    parts.append(tr("Pieces of ground with different classes: {}.").format(words.whole(result.conflicts)))
    return " ".join(part for part in parts if part)
