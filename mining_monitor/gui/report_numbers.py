"""The numbers in the Report dock: areas, change and accuracy at a click, with what came out below."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGroupBox, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from mining_monitor.adapter.messages import tr
from mining_monitor.gui.forms import blocked, choose_data, let_shrink, load_form
from mining_monitor.gui.report_chart import ChangeChart

#: What areas can be grouped by beside the classes: fields, a table of sites, polygons of a layer (``layer:`` and id).
BY_CLASS, BY_SITE, BY_SYSTEM, BY_TABLE, BY_LAYER = "", "site_id", "system", "table", "layer:"


class NumbersPanel(QGroupBox):
    """Choices, buttons, figures and a chart."""

    by_combo: QComboBox
    areas_button: QPushButton
    earlier_combo: QComboBox
    change_button: QPushButton
    sample_file: QgsFileWidget
    points_spin: QSpinBox
    draw_button: QPushButton
    label_button: QPushButton
    assess_button: QPushButton
    figures_label: QLabel
    chart_layout: QVBoxLayout

    areas_requested = pyqtSignal()
    change_requested = pyqtSignal()
    draw_requested = pyqtSignal()
    label_requested = pyqtSignal()
    assess_requested = pyqtSignal()
    sample_changed = pyqtSignal()
    link_activated = pyqtSignal(str)
    #: Something came out below the buttons.
    figures_shown = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self.chart = ChangeChart(self)
        self.chart_layout.addWidget(self.chart)
        self.chart.hide()
        self.figures_label.hide()
        let_shrink(self.by_combo, self.earlier_combo)
        self.sample_file.setFilter(tr("Samples (*.gpkg *.geojson)"))
        self.sample_file.setToolTip(tr("Points to label. A sample can be shared: assess any map with it."))
        self.points_spin.setToolTip(tr("As needed: a standard error of 0.01 of overall accuracy."))
        self.draw_button.setToolTip(tr("Draw points at random in each class of the map, into a new file."))
        self.label_button.setToolTip(tr("Say what is at each point, from images of two dates, blind to the map."))
        self.assess_button.setToolTip(tr("Accuracy and corrected areas with their 95 % intervals."))
        for button, signal in (
            (self.areas_button, self.areas_requested), (self.change_button, self.change_requested),
            (self.draw_button, self.draw_requested), (self.label_button, self.label_requested),
            (self.assess_button, self.assess_requested),
        ):  # fmt: skip
            button.clicked.connect(lambda _on=False, s=signal: s.emit())
        self.sample_file.fileChanged.connect(lambda _path: self.sample_changed.emit())
        self.figures_label.linkActivated.connect(self.link_activated)

    def by(self) -> str:
        """Return what areas are grouped by, one of ``BY_*``; of a layer its id after ``BY_LAYER``."""
        return str(self.by_combo.currentData() or "")

    def earlier_id(self) -> str:
        """Return the id of the earlier sectors; empty where none are chosen."""
        return str(self.earlier_combo.currentData() or "")

    def sample(self) -> str:
        """Return the path of the sample; empty where none is chosen."""
        return str(self.sample_file.filePath().strip())

    def show_sources(self, earlier: Sequence[Tuple[str, str]], overlays: Sequence[Tuple[str, str]]) -> None:
        """Fill the lists with (id, name) of layers; what was chosen stays chosen."""
        groups: List[Tuple[str, str]] = [
            (tr("class"), BY_CLASS), (tr("site"), BY_SITE), (tr("image source"), BY_SYSTEM),
            (tr("commodity (table of sites)…"), BY_TABLE),
        ]  # fmt: skip
        groups += [(tr("polygons of {}").format(name), BY_LAYER + layer_id) for layer_id, name in overlays]
        self._fill(self.by_combo, groups)
        self._fill(self.earlier_combo, [(tr("choose earlier sectors"), ""), *((name, key) for key, name in earlier)])

    def _fill(self, combo: QComboBox, rows: Sequence[Tuple[str, str]]) -> None:
        chosen = combo.currentData()
        with blocked(combo):
            combo.clear()
            for text, value in rows:
                combo.addItem(text, value)
            choose_data(combo, chosen)

    def show_figures(self, rich_text: str) -> None:
        """Show what came out, as rich text; empty hides it and the chart."""
        self.figures_label.setText(rich_text)
        self.figures_label.setVisible(bool(rich_text))
        self.chart.hide()
        if rich_text:
            self.figures_shown.emit()

    def set_ready(self, reason: str, has_sample: bool) -> None:
        """Free the buttons, or hold them with the reason as their tooltip."""
        for button in (self.areas_button, self.change_button, self.draw_button):
            button.setEnabled(not reason)
        self.assess_button.setEnabled(not reason and has_sample)
        self.label_button.setEnabled(has_sample)
        for button in (self.areas_button, self.change_button):
            button.setToolTip(reason)
