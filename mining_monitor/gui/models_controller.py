"""The model list of the Detection dock: ask for it, add a model, check one."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional, Tuple

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from mining_monitor.adapter import engine_access, messages, settings
from mining_monitor.adapter.engine_access import PendingRequest
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.contract.errors import CancelledError, MiningMonitorError, ModelCardError
from mining_monitor.contract.requests import (
    AddModelRequest,
    CheckModelRequest,
    DescribeModelRequest,
    ListModelsRequest,
)  # fmt: skip
from mining_monitor.contract.results import ModelDraft, ModelInfo, ModelList, ModelReport
from mining_monitor.gui import words
from mining_monitor.gui.detection_panel import DetectionPanel
from mining_monitor.gui.model_form import ModelForm
from mining_monitor.gui.model_suggestion import ModelSuggestor


class ModelsController(QObject):
    """Knows the installed models."""

    listed = pyqtSignal()

    def __init__(self, panel: DetectionPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._open: List[PendingRequest] = []
        self._form: Optional[ModelForm] = None
        self._suggestor = ModelSuggestor(self)
        self._is_own_choice = bool(settings.LAST_MODEL.get())
        self.models: Tuple[ModelInfo, ...] = ()
        self.is_asking = False
        panel.add_model_requested.connect(self.add_model)
        panel.check_model_requested.connect(self.check_model)
        panel.model_changed.connect(self._on_model)
        panel.model_chosen.connect(self._on_chosen_by_hand)
        self._suggestor.answered.connect(self._on_suggested)

    def close(self) -> None:
        """Drop what is under way (unload)."""
        for pending in self._open:
            pending.drop()
        self._open.clear()
        self._suggestor.forget()
        self._close_form()

    def follow(self, layer: Optional[QgsRasterLayer]) -> None:
        """Take the model that suits another image, unless the analyst has chosen one."""
        self._suggestor.follow(layer)

    def refresh(self) -> None:
        """Ask the engine for the installed models; ``listed`` tells the end, also of a failure."""
        if self.is_asking:
            return
        self.is_asking = True
        self._suggestor.forget()
        pending = self._ask(ListModelsRequest())
        pending.finished.connect(self._on_list)
        pending.failed.connect(self._on_list_failed)

    def _ask(self, request: object) -> PendingRequest:
        pending = engine_access.shared().submit(request)
        self._open.append(pending)
        pending.finished.connect(lambda _answer: self._forget(pending))
        pending.failed.connect(lambda _error: self._forget(pending))
        return pending

    def _forget(self, pending: PendingRequest) -> None:
        if pending in self._open:
            self._open.remove(pending)

    @guarded_slot
    def _on_list(self, answer: ModelList) -> None:
        self.is_asking = False
        self.models = answer.models
        names = [model.name for model in answer.models if not model.problem]
        default = next((model.name for model in answer.models if model.is_default), "")
        wanted = settings.LAST_MODEL.get()
        self._is_own_choice = wanted in names
        choices = (wanted, self._suggestor.chosen, default)
        chosen = next((name for name in choices if name in names), "")
        self._panel.show_models(answer.models, chosen, model_sentence)
        self.listed.emit()

    def _on_list_failed(self, error: MiningMonitorError) -> None:
        self.is_asking = False
        if not isinstance(error, CancelledError):
            messages.report(error)
        self.listed.emit()

    def _on_model(self) -> None:
        model = self._panel.model()
        lines = (model_sentence(model), self._suggestor.sentence(model))
        self._panel.model_words.setText("\n".join(line for line in lines if line))
        self._panel.model_words.setVisible(model is not None)
        self._panel.model_words.setToolTip("" if model is None else more_about(model))
        self._panel.check_model_action.setEnabled(model is not None)

    def _on_chosen_by_hand(self) -> None:
        """Keep what the analyst chooses; choosing what suits the image lets the program choose again."""
        model = self._panel.model()
        self._is_own_choice = model is not None and model.name != self._suggestor.chosen

    def _on_suggested(self) -> None:
        if not self._is_own_choice and self._suggestor.chosen:
            self._panel.choose_model(self._suggestor.chosen)
        self._on_model()

    def remember(self) -> None:
        """Remember a model that the analyst chose for the next day."""
        model = self._panel.model()
        if model is not None:
            settings.LAST_MODEL.set(model.name if self._is_own_choice else "")

    @guarded_slot
    def add_model(self) -> None:
        """Let the analyst choose a model file; a bare one opens a form."""
        path, _filter = QFileDialog.getOpenFileName(
            self._panel, tr("Add a model"), str(Path.home()), tr("Models (*.onnx *.json)")
        )
        if path:
            self.add_file(path)

    def add_file(self, path: str) -> None:
        """Install a model file; where its card is missing, ask what it does not say itself."""
        pending = self._ask(AddModelRequest(model=path))
        pending.finished.connect(self._on_added)
        pending.failed.connect(lambda error: self._on_add_failed(path, error))

    @guarded_slot
    def _on_added(self, model: ModelInfo) -> None:
        messages.success(tr("The model '{}' is installed.").format(model.title or model.name))
        settings.LAST_MODEL.set(model.name)
        self.refresh()

    @guarded_slot
    def _on_add_failed(self, path: str, error: MiningMonitorError) -> None:
        if not isinstance(error, ModelCardError) or not path.lower().endswith(".onnx"):
            messages.report(error)
            return
        pending = self._ask(DescribeModelRequest(model=path))
        pending.finished.connect(self._on_draft)
        pending.failed.connect(messages.report)

    @guarded_slot
    def _on_draft(self, draft: ModelDraft) -> None:
        self._close_form()
        self._form = ModelForm(draft, self._panel.window())
        self._form.saved.connect(self._on_form)
        self._form.finished.connect(self._on_form_closed)
        self._form.show()

    def _on_form_closed(self, _code: int) -> None:
        self._form = None

    @guarded_slot
    def _on_form(self, path: str, card: str) -> None:
        form = self._form
        pending = self._ask(AddModelRequest(model=path, card=card))
        pending.finished.connect(self._on_added)
        if form is not None:
            form.set_busy(True)
            pending.finished.connect(lambda _model: self._close_form())
            pending.failed.connect(self._on_form_failed)

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.close()

    def _on_form_failed(self, error: MiningMonitorError) -> None:
        if self._form is not None:
            self._form.show_problem(messages.error_sentence(error))
        else:
            messages.report(error)

    @guarded_slot
    def check_model(self) -> None:
        """Run the chosen model on a probe tile and say what is wrong with it."""
        model = self._panel.model()
        if model is None:
            return
        messages.info(tr("Checking '{}'…").format(model.title or model.name))
        pending = self._ask(CheckModelRequest(model=model.path or model.name))
        pending.finished.connect(self._on_checked)
        pending.failed.connect(messages.report)

    @guarded_slot
    def _on_checked(self, report: ModelReport) -> None:
        text = " ".join((*report.problems, *report.notes))
        if report.is_usable:
            speed = ""
            if report.milliseconds_per_tile is not None:
                speed = tr("{} ms a tile.").format(words.number(report.milliseconds_per_tile, 0))
            messages.success(" ".join(filter(None, (tr("'{}' works.").format(report.name), speed, text))))
        else:
            messages.warn(tr("'{name}' cannot be used. {problems}").format(name=report.name, problems=text))


def more_about(model: ModelInfo) -> str:
    """Return where a model learned and all its limits; one fact a line."""
    region = [tr("Learned from: {}").format(model.region)] if model.region else []
    return "\n".join((*region, *model.limits))


def model_sentence(model: Optional[ModelInfo]) -> str:
    """Return what a model is for, its pixel size, its honest score and its limits; one fact a line."""
    if model is None:
        return ""
    lines = [model.problem or model.description]
    if model.gsd_m:
        size = tr("Made for pixels of {}").format(words.gsd_text(model.gsd_m))
        if model.gsd_range_m:
            low, high = model.gsd_range_m
            size += tr(" (runs from {low} to {high})").format(low=words.gsd_text(low), high=words.gsd_text(high))
        lines.append(size + ".")
    if model.score:
        lines.append(tr("Tested: {}").format(model.score.rstrip(".") + "."))
    elif not model.problem:
        lines.append(tr("Its card gives no test result: nobody knows how good it is."))
    if model.limits:
        more = tr(" (and {} more, see the tooltip)").format(len(model.limits) - 1) if len(model.limits) > 1 else ""
        lines.append(tr("Limits: {}").format(model.limits[0].rstrip(".")) + more + ".")
    return "\n".join(line for line in lines if line)
