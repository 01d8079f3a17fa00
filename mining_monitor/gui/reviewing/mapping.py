"""Before a foreign layer is looked into: what its fields mean is proposed, asked where it is not clear, remembered."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, Optional

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout

from mining_monitor.adapter import field_mapping, tasks
from mining_monitor.adapter.field_mapping import FieldMapping
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.contract.reviewing import DescribeLayerRequest, LayerDescription
from mining_monitor.gui.annotation_desk import Desk, EngineWork
from mining_monitor.gui.annotation_sheet import AnnotationSheet
from mining_monitor.gui.reviewing.mapping_form import MappingForm


class Mapping(QObject):
    """Finds out how a file is to be read and hands that on.

    Parameters
    ----------
    sheet : AnnotationSheet
        The page "Import": gets a button that opens the form again.
    work : EngineWork
        Of that page.
    """

    def __init__(self, desk: Desk, sheet: AnnotationSheet, work: EngineWork, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._sheet, self._work = desk, sheet, work
        self.form = MappingForm()
        self.button = QPushButton(tr("What the &fields mean…"))
        self.button.hide()
        layout = sheet.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, self.button)
        self._path = Path()
        self._description: Optional[LayerDescription] = None
        self._mapping: Optional[FieldMapping] = None
        self._note = ""
        self._go_on: Callable[[], None] = lambda: None
        self._give_up: Callable[[], None] = lambda: None
        self.button.clicked.connect(self.ask)
        self.form.accepted.connect(self._on_accepted)
        self.form.layer_chosen.connect(self._describe)
        self.form.closed.connect(sheet.closed)

    def find(self, path: Path, go_on: Callable[[], None], give_up: Callable[[], None]) -> None:
        """Find out how a file is to be read, then go on; a person is asked only where it is not clear."""
        self._path, self._go_on, self._give_up = path, go_on, give_up
        self._description = self._mapping = None
        self._note = ""
        self.button.hide()
        self._describe("")

    @guarded_slot
    def _describe(self, layer: str) -> None:
        task = tasks.RequestTask(
            tr("Look into {}").format(self._path.name), DescribeLayerRequest(str(self._path), layer=layer)
        )
        self._work.start(task, self._on_described, self._give_up)

    def _on_described(self, found: Any) -> None:
        assert isinstance(found, LayerDescription)
        is_other_layer = self._description is not None
        self._description = found
        if not field_mapping.wants_mapping(found):
            self._go_on()
            return
        kept = field_mapping.recall(found)
        self._mapping = kept or field_mapping.proposal(found)
        if is_other_layer or len(found.layers) > 1 or not field_mapping.is_clear(found, self._mapping):
            self.ask()
            return
        self._say(tr("Read as last time: {}") if kept is not None else tr("Read as its fields are called: {}"))
        self._go_on()

    def _say(self, text: str) -> None:
        self._note = text.format(self._mapping.words()) if self._mapping is not None else ""
        self.button.show()

    @guarded_slot
    def ask(self) -> None:
        """Open the form."""
        if self._description is not None and self._mapping is not None:
            self.form.show_proposal(self._path.name, self._description, self._mapping)
            self._desk.open_page(self.form)
            self.form.combos["class"].setFocus()

    @guarded_slot
    def _on_accepted(self) -> None:
        if self._description is None:
            return
        self._mapping = self.form.mapping()
        field_mapping.remember(self._description, self._mapping)
        self._say(tr("Read as you said: {}"))
        self._desk.open_page(self._sheet)
        self._go_on()

    @property
    def note(self) -> str:
        """How the file is read, in words; empty where it says so itself."""
        return self._note

    def request_values(self) -> Dict[str, Any]:
        """Return the members of ``ImportAnnotationsRequest`` that say how the file is read."""
        mapping = self._mapping
        if mapping is None:
            return {}
        return {
            "fields": mapping.fields, "classes": mapping.classes, "default_class": mapping.default_class,
            "layer": mapping.layer,
        }  # fmt: skip
