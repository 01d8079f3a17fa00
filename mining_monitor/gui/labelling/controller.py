"""What the labelling window does: the next point, a label saved at once, who may label what."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QWidget

from mining_monitor.adapter import settings
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.sample_file import SampleFile
from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.gui import words
from mining_monitor.gui.labelling import rounds
from mining_monitor.gui.labelling.curtain import Curtain
from mining_monitor.gui.labelling.rounds import Images, Round
from mining_monitor.gui.labelling.window import LabellingWindow
from mining_monitor.schema.sample import NOT_INTERPRETABLE, UNSURE


class LabellingController(QObject):
    """Opens the window on a sample and writes what the reader says."""

    #: The sample has changed, or the window has gone.
    changed = pyqtSignal()
    assess_requested = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.window: Optional[LabellingWindow] = None
        self._sample: Optional[SampleFile] = None
        self._curtain = Curtain()
        self._at: Optional[int] = None
        self._skipped: List[int] = []
        self._undo: List[Tuple[int, Dict[str, str]]] = []

    def open(self, path: Path, parent: QWidget) -> None:
        """Open a sample where its labelling was left.

        Raises
        ------
        AnnotationsError, OutputError
            It is no sample, or cannot be written.
        """
        sample = SampleFile(path)
        self.close()
        self._sample, self.window = sample, LabellingWindow(parent)
        self.window.setWindowTitle(tr("Label {}").format(path.name))
        self.window.reader_edit.setText(settings.editor())
        self._connect(self.window)
        self._curtain.close()
        QgsProject.instance().layersAdded.connect(self._on_layers)
        QgsProject.instance().layersRemoved.connect(self._on_layers)
        self.window.maps.refill()
        self.window.show()
        QApplication.processEvents()  # the maps have their size before the first point is shown on them
        self._on_round()
        self.window.first_map.canvas.setFocus()

    def _connect(self, window: LabellingWindow) -> None:
        window.label_given.connect(self._on_label)
        window.skip_pressed.connect(self._on_skip)
        window.back_pressed.connect(self._on_back)
        window.undo_pressed.connect(self._on_undo)
        window.comment_given.connect(self._on_comment)
        window.round_changed.connect(self._on_round)
        window.closed.connect(self.close)
        window.assess_button.clicked.connect(lambda _on=False: self.assess_requested.emit())

    def close(self) -> None:
        """Put the window away and show what was hidden (also on unload)."""
        window, self.window, self._sample = self.window, None, None
        if window is None:
            return
        QgsProject.instance().layersAdded.disconnect(self._on_layers)
        QgsProject.instance().layersRemoved.disconnect(self._on_layers)
        self._curtain.open()
        window.blockSignals(True)
        window.let_go()
        window.close()
        window.deleteLater()
        self.changed.emit()

    def _on_layers(self, _layers: object) -> None:
        if self.window is not None:
            self._curtain.close()
            self.window.maps.refill()

    # -- rounds -----------------------------------------------------------------------------------------------------

    @guarded_slot
    def _on_round(self) -> None:
        """Begin with the first point that waits for this reader in this round."""
        self._at, self._skipped, self._undo = -1, [], []
        self._go_on()

    def _ask(self) -> Tuple[SampleFile, LabellingWindow, Round, str]:
        if self._sample is None or self.window is None:
            raise MiningMonitorError(tr("The labelling window is closed. Open it again."))
        return self._sample, self.window, self.window.round(), self.window.reader()

    def _go_on(self) -> None:
        """Show the next point without a label, or say that all are done."""
        sample, _window, round_, reader = self._ask()
        at = -1 if self._at is None else self._at
        self._at = rounds.next_open(sample.points, round_, reader, at, self._skipped)
        self._show()

    def _show(self) -> None:
        sample, window, round_, reader = self._ask()
        self._show_progress()
        window.set_labelling(self._at is not None)
        window.undo_button.setEnabled(bool(self._undo))
        if self._at is None:
            window.show_point(self._end_text(), "", comment="", is_unsure=False, is_first=round_ is Round.FIRST)
            return
        point = sample.points[self._at]
        window.show_point(
            _point_text(point, round_), rounds.label_of(point, round_),
            comment=rounds.own_comment(point["comment"], reader), is_unsure=point["certainty"] == UNSURE,
            is_first=round_ is Round.FIRST,
        )  # fmt: skip
        window.maps.show_point(point.lon, point.lat)

    def _show_progress(self) -> None:
        sample, window, round_, reader = self._ask()
        progress = rounds.progress(sample.points, round_, reader, NOT_INTERPRETABLE)
        text = tr("{done} of {total}").format(done=words.whole(progress.done), total=words.whole(progress.total))
        if progress.unknown:
            text += ", " + tr("{} cannot be told").format(words.whole(progress.unknown))
        if progress.others:
            text += ", " + tr("{} by others").format(words.whole(progress.others))
        window.show_progress(progress.done, progress.total, text)

    def _end_text(self) -> str:
        sample, _window, round_, reader = self._ask()
        if rounds.progress(sample.points, round_, reader, NOT_INTERPRETABLE).total:
            return {
                Round.FIRST: tr("All points are labelled. Assess accuracy, or let a second person check them."),
                Round.CHECK: tr("All points are checked. Where you differ from the first reader, decide together."),
                Round.DECIDE: tr("All differences are decided. Assess accuracy."),
            }[round_]
        return {
            Round.FIRST: tr("All points are labelled by others."),
            Round.CHECK: tr(
                "There is nothing for you to check: nobody checks their own labels. Another person writes another "
                "name above."
            ),
            Round.DECIDE: tr("No two readers differ."),
        }[round_]

    # -- what the reader does -----------------------------------------------------------------------------------------

    @guarded_slot
    def _on_label(self, label: str) -> None:
        if self._at is None:
            return
        self._write(label)
        if self._at in self._skipped:
            self._skipped.remove(self._at)
        self._go_on()

    def _write(self, label: str) -> None:
        """Save a label at once; where that fails the point stays as it was and in front."""
        sample, window, round_, reader = self._ask()
        at = self._at or 0
        point = sample.points[at]
        undone = rounds.before(point, round_)
        images = Images(*window.first_map.facts(), *window.second_map.facts())
        texts = rounds.written(
            point, round_, reader, label,
            is_sure=not window.unsure_check.isChecked(), comment=window.comment_edit.text(), images=images,
        )  # fmt: skip
        try:
            sample.write(at, texts)
        except MiningMonitorError:
            window.show_label(rounds.label_of(point, round_))
            raise
        self._undo.append((at, undone))

    @guarded_slot
    def _on_comment(self) -> None:
        """Save a comment on a point that has its label; before that it goes with the label."""
        if self.window is None or self._at is None:
            return
        sample, window, round_, reader = self._ask()
        point = sample.points[self._at]
        if rounds.label_of(point, round_):
            comment = rounds.with_comment(point["comment"], reader, window.comment_edit.text())
            if comment != point["comment"]:
                sample.write(self._at, {"comment": comment})

    @guarded_slot
    def _on_skip(self) -> None:
        if self._at is None:
            return
        if self._at not in self._skipped:
            self._skipped.append(self._at)
        self._go_on()

    @guarded_slot
    def _on_back(self) -> None:
        sample, _window, round_, reader = self._ask()
        at = len(sample.points) if self._at is None else self._at
        self._at = rounds.step(sample.points, round_, reader, at, -1)
        if self._at >= len(sample.points):
            self._at = None
        self._show()

    @guarded_slot
    def _on_undo(self) -> None:
        """Take the last label back and show its point again."""
        if not self._undo:
            return
        sample, _window, _round, _reader = self._ask()
        at, texts = self._undo[-1]
        sample.write(at, texts)
        self._undo.pop()
        self._at = at
        self._show()


def _point_text(point: Any, round_: Round) -> str:
    """Say which point it is; the labels of both readers only where it is to be decided between them."""
    text = tr("Point {}: what is at the ring?").format(words.whole(point.seq))
    if round_ is not Round.DECIDE:
        return text
    said = [
        f"{point[by]}: {_label_title(point[label])}"
        for label, by in (("label", "labelled_by"), ("checked_label", "checked_by"))
    ]
    comment = f" ({point['comment']})" if point["comment"] else ""
    return f"{text} {'; '.join(said)}{comment}"


def _label_title(label: str) -> str:
    return tr("cannot be told") if label == NOT_INTERPRETABLE else words.class_title_of_key(label)
