"""The form that asks what the fields of a foreign layer mean: field by field, class value by class value."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter import field_mapping
from mining_monitor.adapter.field_mapping import TARGETS, FieldMapping, class_values, source_field
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.styles import class_colour
from mining_monitor.contract.reviewing import LayerDescription
from mining_monitor.gui import words
from mining_monitor.gui.forms import blocked, choose_data, embolden, enlarge, let_shrink, swatch, theme_icon
from mining_monitor.schema.classes import LAMES_CLASSES

#: Of a field's values, what fits beside its name.
_SAMPLES, _SAMPLE_CHARACTERS = 3, 40


class MappingForm(QWidget):
    """Shows a proposal and gives back what the analyst has made of it."""

    closed = pyqtSignal()
    accepted = pyqtSignal()
    layer_chosen = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._description: Optional[LayerDescription] = None
        self._kept: Dict[str, str] = {}
        self.title_label = QLabel(tr("What the fields mean"))
        enlarge(self.title_label, 1.1)
        self.back_button = QPushButton(theme_icon("mActionArrowLeft"), tr("&Sectors"))
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.layer_combo = QComboBox()
        self.combos = {name: QComboBox() for name in TARGETS}
        self.values_label = QLabel()
        self.values_label.setWordWrap(True)
        embolden(self.values_label)
        self.value_combos: Dict[str, QComboBox] = {}
        self.default_combo = _class_combo(tr("No class; to be given later"))
        self.accept_button = QPushButton(tr("&Look into the file"))
        self.accept_button.setDefault(True)
        self._values = QFormLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        titles = field_mapping.target_titles()
        head, foot, form = QHBoxLayout(), QHBoxLayout(), QFormLayout()
        head.addWidget(self.back_button)
        head.addWidget(self.title_label, 1)
        form.addRow(tr("Layer"), self.layer_combo)
        self._layer_row = form.labelForField(self.layer_combo)
        for name, combo in self.combos.items():
            combo.setAccessibleName(titles[name])
            form.addRow(titles[name], combo)
        let_shrink(self.layer_combo, self.default_combo, *self.combos.values())
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.addLayout(form)
        body.addWidget(self.values_label)
        body.addLayout(self._values)
        last = QFormLayout()
        last.addRow(tr("Without a class"), self.default_combo)
        body.addLayout(last)
        body.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        foot.addStretch(1)
        foot.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.sentence)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        self.accept_button.clicked.connect(self.accepted)
        self.layer_combo.currentIndexChanged.connect(lambda _i: self.layer_chosen.emit(self.layer_combo.currentText()))
        self.combos["class"].currentIndexChanged.connect(lambda _i: self._show_values())

    def show_proposal(self, file_name: str, description: LayerDescription, mapping: FieldMapping) -> None:
        """Fill the form."""
        self._description, self._kept = description, dict(mapping.classes)
        self.sentence.setText(
            tr("{file} is no file that says itself what its fields mean (polygons: {count}). Say it once; layers with "
               "the same fields are read the same way next time.").format(
                file=file_name, count=words.whole(description.polygons)
            )
        )  # fmt: skip
        with blocked(self.layer_combo):
            self.layer_combo.clear()
            self.layer_combo.addItems(list(description.layers))
            self.layer_combo.setCurrentText(description.layer)
        for widget in (self.layer_combo, self._layer_row):
            if widget is not None:
                widget.setVisible(len(description.layers) > 1)
        for name, combo in self.combos.items():
            with blocked(combo):
                combo.clear()
                for title, source in _sources(description):
                    combo.addItem(title, source)
                choose_data(combo, mapping.fields.get(name, ""))
        choose_data(self.default_combo, mapping.default_class)
        self._show_values()

    def _show_values(self) -> None:
        """List the values of the field that tells the class, each with the class that it means."""
        self._kept.update(self._classes())
        while self._values.rowCount():
            self._values.removeRow(0)
        self.value_combos = {}
        description, name = self._description, str(self.combos["class"].currentData() or "")
        source = source_field(description, name) if description is not None else None
        if description is None or source is None:
            self.values_label.setText(tr("No field tells the class: all features get the one below."))
            return
        text = tr("What the values of '{}' mean").format(name)
        if source.distinct > len(source.values):
            text = tr("'{name}' has {count} values: is it the class? The commonest are").format(
                name=name, count=words.whole(source.distinct)
            )
        self.values_label.setText(text)
        for value in class_values(description, name):
            combo = _class_combo(tr("No class"))
            combo.setAccessibleName(value)
            choose_data(combo, self._kept.get(value, description.class_guesses.get(value, "")))
            label = QLabel(value[:_SAMPLE_CHARACTERS])
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setToolTip(value.replace("<", "‹"))
            self._values.addRow(label, combo)
            let_shrink(combo)
            self.value_combos[value] = combo

    def _classes(self) -> Dict[str, str]:
        return {value: str(combo.currentData() or "") for value, combo in self.value_combos.items()}

    def mapping(self) -> FieldMapping:
        """Return what the form says."""
        layers = self._description.layers if self._description is not None else ()
        return FieldMapping(
            {name: str(combo.currentData() or "") for name, combo in self.combos.items()},
            self._classes(),
            str(self.default_combo.currentData() or ""),
            self.layer_combo.currentText() if len(layers) > 1 else "",
        )


def _sources(description: LayerDescription) -> List[Tuple[str, str]]:
    """Return (title, name) of each field, with the first of its values; the first of them takes nothing."""
    found = [(tr("(nothing)"), "")]
    for each in description.fields:
        samples = ", ".join(each.values[:_SAMPLES])[:_SAMPLE_CHARACTERS]
        found.append((f"{each.name}: {samples}" if samples else tr("{} (empty)").format(each.name), each.name))
    return found


def _class_combo(nothing: str) -> QComboBox:
    combo = QComboBox()
    combo.addItem(nothing, "")
    for sector_class in LAMES_CLASSES:
        icon = swatch(class_colour(sector_class), hatched=sector_class.key == "lsm")
        combo.addItem(icon, words.class_title(sector_class.code), sector_class.key)
    return combo
