"""Ask what a bare ONNX file does not say about itself (CONTRACT 4), without stopping the work."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import QgsFileUtils
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter.messages import tr
from mining_monitor.contract.results import ModelDraft
from mining_monitor.gui import words
from mining_monitor.gui.forms import choose_data, load_form
from mining_monitor.schema.classes import LAMES_CLASSES, NOT_OBSERVED, class_code


class ModelForm(QDialog):
    """A form for the members of a card that only a person knows; not modal."""

    intro_label: QLabel
    title_edit: QLineEdit
    bands_edit: QLineEdit
    gsd_spin: QDoubleSpinBox
    range_combo: QComboBox
    scores_combo: QComboBox
    classes_table: QTableWidget
    add_class_button: QPushButton
    remove_class_button: QPushButton
    problem_label: QLabel
    buttons: QDialogButtonBox

    saved = pyqtSignal(str, str)

    def __init__(self, draft: ModelDraft, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._draft = draft
        self._card: Dict[str, Any] = card_of(draft)
        name = Path(draft.path).name
        facts = "; ".join((*draft.inputs, *draft.outputs))
        self.intro_label.setText(
            tr("{} does not say how to use it. Fill in what you know; it stays with the model.").format(name)
            + f"\n{facts}"
        )
        self._fill_choices()
        self._fill_from_card()
        self.add_class_button.clicked.connect(lambda: self._add_class("", None))
        self.remove_class_button.clicked.connect(self._remove_class)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.close)
        self.show_problem("")

    def _fill_choices(self) -> None:
        for value, text in (
            ("rgb-8bit", tr("colours 0 to 255")), ("reflectance", tr("reflectance 0 to 1")),
            ("dn", tr("the image's own numbers")),
        ):  # fmt: skip
            self.range_combo.addItem(text, value)
        for value, text in (
            ("logits", tr("raw scores (logits)")), ("probabilities", tr("probabilities 0 to 1")),
            ("labels", tr("the number of the class")),
        ):  # fmt: skip
            self.scores_combo.addItem(text, value)
        self.classes_table.setHorizontalHeaderLabels([tr("Name in the model"), tr("Is")])
        self.classes_table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _fill_from_card(self) -> None:
        properties = self._card["properties"]
        self.title_edit.setText(str(properties.get("title") or Path(self._draft.path).stem))
        tensors = properties.get("mlm:input") or [{}]
        names = [band if isinstance(band, str) else str(band.get("name", "")) for band in tensors[0].get("bands") or []]
        self.bands_edit.setText(", ".join(names))
        self.gsd_spin.setValue(float(properties.get("mining_monitor:gsd_m") or 0.0))
        choose_data(self.range_combo, properties.get("mining_monitor:value_range"))
        choose_data(self.scores_combo, properties.get("mining_monitor:scores"))
        codes = properties.get("mining_monitor:class_codes") or []
        count = len(codes) or _size(properties, "mlm:output", "result", "class")
        for position, name in enumerate(_class_names(properties, count)):
            self._add_class(name, codes[position] if position < len(codes) else class_code(name) if name else None)

    def _add_class(self, name: str, code: Optional[int]) -> None:
        row = self.classes_table.rowCount()
        self.classes_table.insertRow(row)
        self.classes_table.setItem(row, 0, QTableWidgetItem(name or tr("class {}").format(row)))
        combo = QComboBox(self.classes_table)
        combo.addItem(tr("choose…"), None)
        for sector_class in LAMES_CLASSES:
            combo.addItem(words.class_title(sector_class.code), sector_class.code)
        combo.addItem(tr("Leave out: not observed"), NOT_OBSERVED)
        choose_data(combo, code)
        self.classes_table.setCellWidget(row, 1, combo)

    def _remove_class(self) -> None:
        if self.classes_table.rowCount():
            self.classes_table.removeRow(self.classes_table.rowCount() - 1)

    def codes(self) -> List[Optional[int]]:
        """Return the LAMES code of each class, None where none is chosen."""
        rows = range(self.classes_table.rowCount())
        return [self.classes_table.cellWidget(row, 1).currentData() for row in rows]

    def bands(self) -> List[str]:
        """Return the band names."""
        return [part.strip() for part in self.bands_edit.text().replace(";", ",").split(",") if part.strip()]

    def problem(self) -> str:
        """Return what is still missing, as one sentence; empty when the card can be saved."""
        if not self.title_edit.text().strip():
            return tr("Give the model a title.")
        if not self.bands():
            return tr("Name the bands that go in, in order, for example: red, green, blue.")
        wanted = _size(self._card["properties"], "mlm:input", "input", "bands")
        if wanted and wanted != len(self.bands()):
            return tr("The model takes {wanted} bands; you have named {named}.").format(
                wanted=wanted, named=len(self.bands())
            )
        if self.gsd_spin.value() <= 0:
            return tr("Say at which pixel size the model was trained: it only works near that size.")
        codes = self.codes()
        if not codes:
            return tr("Add the classes that come out, in order.")
        if None in codes:
            return tr("Choose what class {} is.").format(codes.index(None) + 1)
        return ""

    def card(self) -> str:
        """Return the completed card as JSON text."""
        card = copy.deepcopy(self._card)
        properties = card["properties"]
        names = [self.classes_table.item(row, 0).text() for row in range(self.classes_table.rowCount())]
        properties["title"] = self.title_edit.text().strip()
        properties.setdefault("mlm:input", [{}])
        properties["mlm:input"][0]["bands"] = self.bands()
        properties["mining_monitor:gsd_m"] = self.gsd_spin.value()
        properties["mining_monitor:value_range"] = self.range_combo.currentData()
        properties["mining_monitor:scores"] = self.scores_combo.currentData()
        properties["mining_monitor:class_codes"] = self.codes()
        properties.setdefault("mining_monitor:kind", "segmentation")
        properties.setdefault("mlm:output", [{}])
        properties["mlm:output"][0]["classification:classes"] = [
            {"value": value, "name": name} for value, name in enumerate(names)
        ]
        return json.dumps(card, ensure_ascii=False, indent=2)

    def _save(self) -> None:
        problem = self.problem()
        self.show_problem(problem)
        if not problem:
            self.saved.emit(self._draft.path, self.card())

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong; empty hides it."""
        self.problem_label.setVisible(bool(sentence))
        self.problem_label.setText(f"⚠ {sentence}" if sentence else "")
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Hold the button while the model is being installed."""
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not busy)


def card_of(draft: ModelDraft) -> Dict[str, Any]:
    """Return the draft's card as a dict that has ``properties``."""
    try:
        card = json.loads(draft.card) if draft.card else {}
    except ValueError:
        card = {}
    if not isinstance(card, dict):
        card = {}
    card.setdefault("type", "Feature")
    card.setdefault("stac_version", "1.0.0")
    card.setdefault("id", QgsFileUtils.stringToSafeFilename(Path(draft.path).stem))
    if not isinstance(card.get("properties"), dict):
        card["properties"] = {}
    return card


def _size(properties: Dict[str, Any], tensors: str, member: str, dimension: str) -> int:
    """Return how long a dimension of the first tensor is, 0 where the file does not say."""
    first = (properties.get(tensors) or [{}])[0]
    shape = first.get(member, {}) if isinstance(first, dict) else {}
    order = shape.get("dim_order") or []
    sizes = shape.get("shape") or []
    position = order.index(dimension) if dimension in order else len(sizes)
    return max(0, int(sizes[position])) if position < len(sizes) else 0


def _class_names(properties: Dict[str, Any], count: int) -> List[str]:
    outputs = properties.get("mlm:output") or [{}]
    classes = outputs[0].get("classification:classes") or []
    names = [str(item.get("name", "")) for item in classes if isinstance(item, dict)]
    return names or [""] * count
