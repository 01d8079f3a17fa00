"""What the numbers in the Report dock do: each button asks the engine once, in the task manager."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any, Callable, Dict, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from mining_monitor.adapter import messages, tasks
from mining_monitor.adapter.export_source import export_source
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.tasks import RequestTask
from mining_monitor.contract.accuracy import AccuracyResult, AssessAccuracyRequest
from mining_monitor.contract.change import ChangeResult, DetectChangeRequest
from mining_monitor.contract.errors import CancelledError, MiningMonitorError
from mining_monitor.contract.numbers import AreasRequest, AreasResult, SamplePointsRequest, SampleResult, SectorSource
from mining_monitor.gui import report_numbers_text as text
from mining_monitor.gui.labelling.controller import LabellingController
from mining_monitor.gui.report_numbers import BY_CLASS, BY_LAYER, BY_TABLE, NumbersPanel
from mining_monitor.gui.report_page import earlier_layers, polygon_layers

#: What the dock counts: the sectors' file with its filter and states; None while they cannot be read.
Source = Callable[[], Optional[SectorSource]]


class NumbersController(QObject):
    """Connects the numbers with the engine and the labelling window."""

    #: An assessment was written: its .json, and the overall accuracy in words.
    assessed = pyqtSignal(str, str)

    def __init__(self, panel: NumbersPanel, source: Source, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._source = source
        self._task: Optional[RequestTask] = None
        self._folder: Optional[Path] = None
        self._reason = ""
        self.labelling = LabellingController(self)
        self.labelling.assess_requested.connect(self.assess)
        panel.areas_requested.connect(self.sum_up)
        panel.change_requested.connect(self.compare)
        panel.draw_requested.connect(self.draw)
        panel.label_requested.connect(self.label)
        panel.assess_requested.connect(self.assess)
        panel.sample_changed.connect(self._show_buttons)

    def close(self) -> None:
        """Drop what is under way and put the window away (unload)."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self.labelling.close()
        self._drop_folder()

    def show_sources(self, current: Optional[QgsVectorLayer]) -> None:
        """Offer the layers of the project."""
        self._panel.show_sources(earlier_layers(current), polygon_layers(current))

    def set_reason(self, reason: str) -> None:
        """Take why nothing can be counted now; empty: it can."""
        self._reason = reason
        self._show_buttons()

    def suggest_sample(self, path: Path) -> None:
        """Offer the sample beside the sectors where there is one and none is chosen."""
        if not self._panel.sample() and path.is_file():
            self._panel.sample_file.setFilePath(str(path))

    def _show_buttons(self) -> None:
        reason = tr("The engine is counting.") if self._task is not None else self._reason
        self._panel.set_ready(reason, bool(self._panel.sample()))

    # -- what the buttons do ----------------------------------------

    @guarded_slot
    def sum_up(self) -> None:
        """Sum up areas as the choice says; the whole table lies beside the sectors."""
        source = self._source()
        if source is None:
            return
        by = self._panel.by()
        options: Dict[str, Any] = {}
        if by == BY_TABLE:
            chosen = QFileDialog.getOpenFileName(
                self._panel, tr("Table of sites"), str(Path(source.path).parent), tr("CSV files (*.csv)")
            )[0]
            if not chosen:
                return
            options = {"attributes": chosen}
        elif by.startswith(BY_LAYER):
            options = self._overlay(by[len(BY_LAYER) :])
        fields = () if by in (BY_CLASS, BY_TABLE) or by.startswith(BY_LAYER) else (by,)
        table = str(_beside(source, "areas.csv"))
        self._ask(tr("Sum up areas"), AreasRequest(source, fields, table=table, **options), self._on_areas)

    def _overlay(self, layer_id: str) -> Dict[str, Any]:
        layer = QgsProject.instance().mapLayer(layer_id)
        if not isinstance(layer, QgsVectorLayer):
            raise MiningMonitorError(tr("The layer of the polygons is gone. Choose another one."))
        saved = export_source(layer, self._new_folder())
        field = layer.displayField()
        known = layer.fields().indexOf(field) >= 0 and field.lower() != "fid"
        return {"overlay": saved.path, "overlay_layer": saved.layer, "overlay_field": field if known else ""}

    @guarded_slot
    def compare(self) -> None:
        """Compare with the earlier sectors."""
        layer = QgsProject.instance().mapLayer(self._panel.earlier_id())
        if not isinstance(layer, QgsVectorLayer):
            messages.warn(tr("Choose the earlier sectors first: any polygon layer with a column 'class'."))
            return
        source = self._source()
        if source is None:
            return
        saved = export_source(layer, self._new_folder())
        request = DetectChangeRequest(
            SectorSource(saved.path, saved.layer, saved.where), source, table=str(_beside(source, "change.csv"))
        )
        self._ask(tr("Compare with {}").format(layer.name()), request, self._on_change)

    @guarded_slot
    def draw(self) -> None:
        """Draw a sample into a new file: labels of an earlier one are never lost."""
        source = self._source()
        if source is None:
            return
        path, number = _beside(source, "sample.gpkg"), 2
        while path.exists():
            path, number = _beside(source, f"sample-{number}.gpkg"), number + 1
        request = SamplePointsRequest(source, str(path), size=self._panel.points_spin.value())
        self._ask(tr("Draw sample points"), request, self._on_sample)

    @guarded_slot
    def label(self) -> None:
        """Open the labelling window on the sample."""
        if self._panel.sample():
            self.labelling.open(Path(self._panel.sample()), self._panel.window())

    @guarded_slot
    def assess(self) -> None:
        """Assess the map with the sample."""
        source, sample = self._source(), self._panel.sample()
        if source is None or not sample:
            return
        path = Path(sample)
        outputs = [str(path.with_name(f"{path.stem}-accuracy{suffix}")) for suffix in (".json", ".csv")]
        request = AssessAccuracyRequest(source, SectorSource(sample), None, *outputs)
        self._ask(tr("Assess accuracy"), request, self._on_accuracy)

    # -- the engine ----------------------------------------

    def _ask(self, title: str, request: Any, done: Callable[[Any], None]) -> None:
        if self._task is not None:
            return
        task = RequestTask(title, request)
        task.succeeded.connect(done)
        task.failed.connect(self._on_failed)
        self._task = task
        self._panel.show_figures(tr("{}…").format(title))
        self._show_buttons()
        tasks.start(task)

    def _end(self) -> None:
        self._task = None
        self._drop_folder()
        self._show_buttons()

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        self._panel.show_figures("")
        if not isinstance(error, CancelledError):
            messages.report(error)

    @guarded_slot
    def _on_areas(self, result: AreasResult) -> None:
        self._end()
        self._panel.show_figures(text.areas_text(result))

    @guarded_slot
    def _on_change(self, result: ChangeResult) -> None:
        self._end()
        self._panel.show_figures(text.change_text(result))
        self._panel.chart.show_change(result.classes)

    @guarded_slot
    def _on_sample(self, result: SampleResult) -> None:
        self._end()
        self._panel.sample_file.setFilePath(result.output)
        self._panel.show_figures(text.sample_text(result))

    @guarded_slot
    def _on_accuracy(self, result: AccuracyResult) -> None:
        self._end()
        self._panel.show_figures(text.accuracy_text(result))
        self.assessed.emit(result.output or "", text.share_text(result.overall))
        if self.labelling.window is not None:
            self.labelling.window.point_label.setText(
                tr("Overall accuracy {}; more in the Report dock.").format(text.share_text(result.overall))
            )

    # -- files ----------------------------------------

    def _new_folder(self) -> Path:
        self._drop_folder()
        self._folder = Path(tempfile.mkdtemp(prefix="mining-monitor-numbers-"))
        return self._folder

    def _drop_folder(self) -> None:
        folder, self._folder = self._folder, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _beside(source: SectorSource, ending: str) -> Path:
    path = Path(source.path)
    return path.with_name(f"{path.stem}-{ending}")


def sample_beside(path: Path) -> Path:
    """Return where the first sample of a project file lies."""
    return path.with_name(f"{path.stem}-sample.gpkg")
