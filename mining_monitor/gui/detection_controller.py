"""What the Detection dock does: keep the button's sentence true, run, show progress, hand over the result."""

from __future__ import annotations

from typing import Any, List, Optional, Sequence, Set

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from mining_monitor.adapter import messages
from mining_monitor.adapter.messages import guarded, guarded_slot, tr
from mining_monitor.adapter.project_store import Scene
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import CancelledError, MiningMonitorError
from mining_monitor.contract.results import DetectPlan, DetectResult, Notice
from mining_monitor.gui import detection_request
from mining_monitor.gui.detection_panel import DetectionPanel
from mining_monitor.gui.detection_plan import PlanAsker
from mining_monitor.gui.detection_request import Draft
from mining_monitor.gui.detection_run import DetectionRun
from mining_monitor.gui.detection_words import copy_sentence, plan_sentence, progress_sentence
from mining_monitor.gui.image_words import ImageWords
from mining_monitor.gui.models_controller import ModelsController
from mining_monitor.gui.place import Place
from mining_monitor.gui.preview import Preview
from mining_monitor.gui.project_controller import ProjectController

#: A plan is asked for when nothing has changed for this long.
PLAN_DELAY_MS = 350


class DetectionController(QObject):
    """Connects the Detection panel with the map, the engine and the project."""

    started = pyqtSignal()
    progressed = pyqtSignal(float, str)
    succeeded = pyqtSignal(object)
    ended = pyqtSignal()
    engine_needed = pyqtSignal()
    image_needed = pyqtSignal()

    def __init__(self, panel: DetectionPanel, iface: Any, image_words: ImageWords, project: ProjectController) -> None:
        super().__init__(panel)
        self._panel = panel
        self._iface = iface
        self._words = image_words
        self._project = project
        self._run = DetectionRun(self)
        self._last_words: List[str] = []
        self._remarks: Set[str] = set()
        self._shown_bands: object = None
        self._image_id = ""
        self._is_engine_ready = False
        self._is_engine_known = False
        self._is_in_front = False
        self._start_when_listed = False
        self.place = Place(panel, iface)
        self.models = ModelsController(panel)
        self._preview = Preview(self)
        self._asker = PlanAsker(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PLAN_DELAY_MS)
        self._timer.timeout.connect(self._plan)
        self._connect()

    def _connect(self) -> None:
        self._panel.detect_requested.connect(self.detect)
        self._panel.cancel_requested.connect(self.cancel)
        self._panel.image_changed.connect(self._on_image)
        self._panel.model_changed.connect(self._on_model)
        self._panel.choice_changed.connect(self._on_choice)
        self._panel.need_requested.connect(self._on_need)
        self._words.described.connect(self._on_described)
        self.place.changed.connect(self.refresh)
        self.models.listed.connect(self._on_listed)
        self._asker.answered.connect(self._show_plan)
        self._asker.refused.connect(self._on_refused)
        self._run.progressed.connect(self._on_progress)
        self._run.partial.connect(self._on_partial)
        self._run.succeeded.connect(self._on_success)
        self._run.failed.connect(self._on_failure)
        QgsProject.instance().cleared.connect(self._on_project_closed)

    def close(self) -> None:
        """Cancel what runs and let go of the map (unload)."""
        QgsProject.instance().cleared.disconnect(self._on_project_closed)
        self._timer.stop()
        self._asker.drop()
        self._run.drop()
        self._preview.clear()
        self.models.close()
        self.place.close()

    @property
    def is_running(self) -> bool:
        """Whether a detection is under way."""
        return self._run.is_running

    def set_engine_ready(self, ready: bool) -> None:
        """Follow the engine: without it nothing can run, with it the models are asked for."""
        self._is_engine_ready = ready
        self._is_engine_known = True
        self._asker.forget()
        if ready:
            self.models.refresh()
        elif self._start_when_listed:
            self._start_when_listed = False
            self.engine_needed.emit()
        self._on_image()

    def set_in_front(self, is_in_front: bool) -> None:
        """Follow the dock: while nobody sees it, nobody is asked for a plan."""
        self._is_in_front = is_in_front
        if is_in_front:
            self.refresh()

    def choose_image(self, layer_id: str) -> None:
        """Choose a layer in the image list."""
        for index in range(self._panel.image_combo.count()):
            layer = self._panel.image_combo.layer(index)
            if layer is not None and layer.id() == layer_id:
                self._panel.image_combo.setCurrentIndex(index)

    # -- what is asked ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Say what the button will do, as soon as nothing changes any more."""
        self._panel.where_words.setText(self.place.words())
        self._panel.where_words.setVisible(bool(self.place.words()))
        self._show_need()
        if self.is_running:
            return
        reason = self._why_not()
        self._panel.show_button(tr("&Detect mining sectors"), not reason, reason)
        if reason:
            self._warn(())
        else:
            self._timer.start()

    def _show_need(self) -> None:
        if not self._is_engine_ready:
            self._panel.show_need(tr("The engine that runs the models is not set up yet."), tr("Set up the engine…"))
        elif self._panel.image() is None:
            self._panel.show_need(tr("There is no image in this project yet."), tr("Open an image…"))
        else:
            self._panel.show_need("", "")

    def _why_not(self) -> str:
        if not self._is_engine_ready:
            return tr("Set up the engine first.")
        if self._panel.image() is None:
            return tr("Open an image first.")
        missing = self._panel.options_form.missing_roles()
        if missing:
            return tr("Choose the bands under Options.")
        return ""

    def _draft(self) -> Optional[Draft]:
        layer = self._panel.image()
        if layer is None:
            return None
        return Draft(layer, self._panel.model(), self.place.extent(layer), self._panel.options())

    def _plan(self) -> None:
        if self.is_running or not self._is_in_front or self._why_not():
            return
        try:
            draft = self._draft()
            if draft is None:
                return
            if detection_request.needs_copy(draft):
                self._asker.drop()
                self._warn((copy_sentence(draft.layer),))
                return
            request = detection_request.for_plan(detection_request.make_request(draft, None))
        except MiningMonitorError as error:
            self._asker.drop()
            self._warn((messages.error_sentence(error),))
            return
        self._asker.ask(request)

    def _show_plan(self, plan: DetectPlan) -> None:
        if self.is_running:
            return
        self._panel.show_button(plan_sentence(plan), not self._why_not(), self._why_not())
        self._warn(self._sentences(plan.warnings))

    def _on_refused(self, error: MiningMonitorError) -> None:
        if not self.is_running:
            self._warn((messages.error_sentence(error),))

    def _warn(self, sentences: Sequence[str]) -> None:
        """Show warnings below what the last run had to say, which stays until the analyst chooses anew."""
        self._panel.show_warnings(list(dict.fromkeys([*self._last_words, *sentences])), self._remarks)

    def _sentences(self, notices: Sequence[Notice]) -> List[str]:
        """Return what notices tell, and remember which of them warn of nothing."""
        self._remarks |= {messages.notice_sentence(n) for n in notices if messages.is_as_it_should_be(n)}
        return [messages.notice_sentence(notice) for notice in notices]

    # -- image, model, bands ------------------------------------------------------------------------------------

    def _on_choice(self) -> None:
        self._last_words = []
        self.refresh()

    def _on_image(self) -> None:
        layer = self._panel.image()
        layer_id = layer.id() if layer is not None else ""
        if layer_id != self._image_id and not self.is_running:
            self._last_words = []  # the last run looked at another image
            self._panel.hide_result()
        self._image_id = layer_id
        self._panel.image_words.setText(self._words.sentence(layer) if layer is not None else "")
        self._panel.image_words.setVisible(layer is not None)
        if layer is not None and self._is_engine_ready:
            self._words.ask(layer)
            self.models.follow(layer)
        self._show_bands()
        self.refresh()

    def _on_described(self, layer_id: str) -> None:
        layer = self._panel.image()
        if layer is not None and layer.id() == layer_id:
            self._on_image()

    def _on_model(self) -> None:
        model = self._panel.model()
        if model is not None and model.gsd_m:
            self._panel.options_form.suggest_smallest_area(model.gsd_m)
        self._show_bands()
        self.refresh()

    def _show_bands(self) -> None:
        layer, model = self._panel.image(), self._panel.model()
        description = self._words.description(layer) if layer is not None else None
        key = (layer.id() if layer is not None else "", model.name if model is not None else "", description)
        if key == self._shown_bands:
            return
        self._shown_bands = key
        if description is None or model is None:
            self._panel.options_form.show_bands((), (), ())
            return
        guess = detection_request.guessed_bands(description.roles, model)
        roles = () if "any" in model.bands else model.bands
        self._panel.options_form.show_bands(roles, description.bands, guess)
        if self._panel.options_form.missing_roles():
            self._panel.options_box.setCollapsed(False)

    def _on_need(self) -> None:
        (self.image_needed if self._is_engine_ready else self.engine_needed).emit()

    # -- the run --------------------------------------------------------------------------------------------------

    @guarded_slot
    def detect_now(self) -> None:
        """Detect with what the dock says, or ask for what is missing; the toolbar's button."""
        if self.is_running:
            return
        if not self._is_engine_ready:
            if self._is_engine_known:
                self.engine_needed.emit()
            else:
                self._start_when_listed = True  # QGIS has just started; somebody is looking for the engine
            return
        active = self._iface.activeLayer()
        if isinstance(active, QgsRasterLayer):
            self.choose_image(active.id())
        if self._panel.image() is None:
            self.image_needed.emit()
            return
        if not self.models.models:
            self._start_when_listed = True
            self.models.refresh()
            return
        self.detect()

    def _on_listed(self) -> None:
        if self._is_engine_ready:
            self.models.follow(self._panel.image())
        start, self._start_when_listed = self._start_when_listed, False
        if start and self.models.models:
            self.detect_now()

    @guarded_slot
    def detect(self) -> None:
        """Start a detection as the dock says."""
        if self.is_running:
            return
        draft = self._draft()
        if draft is None:
            self.image_needed.emit()
            return
        self._run.start(draft, self._project.path_for_run())
        self._asker.drop()
        self._timer.stop()
        self._last_words = []
        self._panel.set_busy(True)
        self._panel.show_warnings(())
        self.started.emit()
        QTimer.singleShot(50, self.models.remember)

    def cancel(self) -> None:
        """Stop the run; the map keeps what it had before."""
        if self.is_running:
            self._panel.cancel_button.setEnabled(False)
            self._panel.show_progress(0.0, tr("Stopping…"))
            self._run.cancel()

    def _on_project_closed(self) -> None:
        if self.is_running:
            messages.warn(tr("The project was closed, so the detection was cancelled. Nothing was saved."))
            self.cancel()

    def _on_progress(self, progress: Progress) -> None:
        text = progress_sentence(progress)
        self._panel.show_progress(progress.fraction, text)
        self.progressed.emit(progress.fraction, text)

    def _on_partial(self, partial: Any) -> None:
        with guarded():
            self._preview.show(partial)

    @guarded_slot
    def _on_success(self, result: DetectResult, scene: Scene) -> None:
        self._last_words = self._sentences(result.warnings)
        self._end()
        self._panel.show_result(result)
        self.succeeded.emit(result)
        self._project.show_run(result, scene)

    def _on_failure(self, error: BaseException) -> None:
        is_cancelled = isinstance(error, CancelledError)
        cancelled = tr("The detection was cancelled. Nothing was changed.")
        self._last_words = [cancelled if is_cancelled else messages.error_sentence(error)]
        self._end()
        messages.report(error)

    def _end(self) -> None:
        self._asker.forget()  # the engine knows its speed better now
        self._preview.clear()
        self._panel.set_busy(False)
        self.refresh()
        self._warn(())
        self.ended.emit()
