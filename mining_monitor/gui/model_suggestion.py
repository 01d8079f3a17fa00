"""Asks the engine which models suit the chosen image; the newest image counts."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from mining_monitor.adapter import engine_access, image_refs, messages
from mining_monitor.adapter.engine_access import PendingRequest
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.contract.models import ModelSuggestion, ModelSuggestions, SuggestModelsRequest
from mining_monitor.contract.results import ModelInfo

#: How much better another model must be before it is named.
_MUCH_BETTER = 0.2


class ModelSuggestor(QObject):
    """Knows which model suits the chosen image, and why."""

    answered = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._layer_id = ""
        self._pending: Optional[PendingRequest] = None
        self._by_name: Dict[str, ModelSuggestion] = {}
        self.chosen = ""

    def follow(self, layer: Optional[QgsRasterLayer]) -> None:
        """Ask for another image; an image of a service is known only when it was fetched, so nothing is asked."""
        layer_id = layer.id() if layer is not None else ""
        if layer_id == self._layer_id:
            return
        self.forget()
        self._layer_id = layer_id
        if layer is None:
            return
        try:
            if image_refs.access(layer) is not image_refs.Access.FILE:
                return
            request = SuggestModelsRequest(image_refs.image_ref(layer))
        except MiningMonitorError:
            return  # whoever describes the image says so
        self._pending = engine_access.shared().submit(request)
        self._pending.finished.connect(self._on_answer)
        self._pending.failed.connect(self._on_failure)

    def forget(self) -> None:
        """Forget everything: other models may be installed, or the engine is another one."""
        if self._pending is not None:
            self._pending.drop()
            self._pending = None
        self._layer_id, self.chosen = "", ""
        self._by_name = {}

    def _on_answer(self, answer: ModelSuggestions) -> None:
        self._pending = None
        self._by_name = {one.model.name: one for one in answer.suggestions}
        self.chosen = answer.chosen
        self.answered.emit()

    def _on_failure(self, _error: MiningMonitorError) -> None:
        self._pending = None  # whoever describes the image says what is wrong with it

    def sentence(self, model: Optional[ModelInfo]) -> str:
        """Return how a model suits the image, and which one suits it much better; empty: well, or not known."""
        one = self._by_name.get(model.name) if model is not None else None
        if one is None:
            return ""
        said = [messages.notice_sentence(notice) for notice in one.reasons if notice.code != "suggest-gsd"]
        parts = [tr("On this image: {}").format(" ".join(said))] if said else []
        best = self._by_name.get(self.chosen)
        if best is not None and best.fitness > one.fitness + _MUCH_BETTER:
            parts.append(tr("'{}' suits this image better.").format(best.model.title or best.model.name))
        return " ".join(parts)
