"""The form of a Sentinel-2 product or of chosen scenes: what it is in words, what of it is loaded, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Optional, Sequence, Tuple

from qgis.core import QgsMapLayerProxyModel, QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.scene_requests import BAND_SETS, COMPOSITES, DEFAULT_MASKS, MASKS, RENDERINGS, RESOLUTIONS_M
from mining_monitor.contract.products import MaskRules
from mining_monitor.gui.forms import blocked, choose_data, embolden, let_shrink, load_form, theme_icon

WHERE_CANVAS, WHERE_WHOLE = "canvas", "whole"


@dataclass(frozen=True)
class LoadChoice:
    """What the form says; layers are the user's, their polygons are read when the request is made."""

    place: str
    where: str
    rendering: str
    bands: str
    resolution_m: float
    composite: str
    offset: str
    output: str
    classes: Tuple[str, ...]
    cloud_dilation_m: float
    shadow_dilation_m: float
    keep: Optional[QgsVectorLayer]
    exclude: Optional[QgsVectorLayer]


class SceneLoader(QWidget):
    """Options of a load; holds no business rule."""

    back_button: QPushButton
    scroll: QScrollArea
    title_label: QLabel
    words_label: QLabel
    warnings_label: QLabel
    place_edit: QLineEdit
    where_combo: QComboBox
    rendering_combo: QComboBox
    bands_label: QLabel
    bands_combo: QComboBox
    resolution_combo: QComboBox
    composite_label: QLabel
    composite_combo: QComboBox
    offset_label: QLabel
    offset_combo: QComboBox
    output_file: QgsFileWidget
    mask_box: QgsCollapsibleGroupBox
    mask_checks: QGridLayout
    cloud_spin: QSpinBox
    shadow_spin: QSpinBox
    keep_combo: QgsMapLayerComboBox
    exclude_combo: QgsMapLayerComboBox
    load_button: QPushButton

    back_requested = pyqtSignal()
    load_requested = pyqtSignal()
    place_changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        embolden(self.title_label)
        for label in (self.title_label, self.words_label, self.warnings_label):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back_button.setIcon(theme_icon("mActionArrowLeft"))
        self.output_file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.output_file.setFilter(tr("GeoTIFF (*.tif)"))
        self._checks: Dict[str, QCheckBox] = {}
        self._fill()
        self._connect()
        self.show_scenes("", "", ())

    def _fill(self) -> None:
        let_shrink(self.where_combo, self.rendering_combo, self.bands_combo, self.composite_combo, self.offset_combo)
        self.where_combo.addItem(tr("What the map shows"), WHERE_CANVAS)
        self.where_combo.addItem(tr("The whole product"), WHERE_WHOLE)
        titles = {
            "dn": tr("As stored (for models and indices)"), "reflectance": tr("Reflectance, 0 to 1"),
            "true-colour": tr("True colour, 8 bit"), "tci": tr("The product's own true colour"),
            "first": tr("The first one on top"), "least-cloudy": tr("The clearest one on top"),
            "median": tr("The median of each pixel"),
        }  # fmt: skip
        for rendering in RENDERINGS:
            self.rendering_combo.addItem(titles[rendering], rendering)
        for composite in COMPOSITES:
            self.composite_combo.addItem(titles[composite], composite)
        for bands in BAND_SETS:
            self.bands_combo.addItem(bands)
        for resolution in RESOLUTIONS_M:
            self.resolution_combo.addItem(tr("{} m").format(resolution), float(resolution))
        offsets = {
            "auto": tr("Decide from metadata and pixels"), "add": tr("Still to be added"),
            "applied": tr("Applied already"), "none": tr("There is none"),
        }  # fmt: skip
        for key, title in offsets.items():
            self.offset_combo.addItem(title, key)
        self._fill_mask()

    def _fill_mask(self) -> None:
        titles = {
            "cloud": tr("Clouds"), "shadow": tr("Cloud shadows"), "cirrus": tr("Thin cirrus"),
            "saturated": tr("Saturated pixels"), "snow": tr("Snow and ice"),
        }  # fmt: skip
        for number, key in enumerate(MASKS):
            check = QCheckBox(titles[key], self)
            check.setChecked(key in DEFAULT_MASKS)
            self.mask_checks.addWidget(check, number // 2, number % 2)
            self._checks[key] = check
        rules = MaskRules()
        self.cloud_spin.setValue(round(rules.cloud_dilation_m))
        self.shadow_spin.setValue(round(rules.shadow_dilation_m))
        for combo in (self.keep_combo, self.exclude_combo):
            combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
            combo.setAllowEmptyLayer(True)
            combo.setLayer(None)
        self.mask_box.setCollapsed(True)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_requested)
        self.load_button.clicked.connect(self.load_requested)
        self.place_edit.textChanged.connect(lambda _text: self.place_changed.emit())
        self.rendering_combo.currentIndexChanged.connect(lambda _index: self._show_bands())

    def _show_bands(self) -> None:
        """The 8-bit renderings have their bands fixed."""
        is_free = self.rendering_combo.currentData() in ("dn", "reflectance")
        self.bands_label.setVisible(is_free)
        self.bands_combo.setVisible(is_free)

    def show_scenes(self, title: str, sentence: str, warnings: Sequence[str], *, count: int = 1) -> None:
        """Say what is going to be loaded."""
        self.title_label.setText(title.replace("_", "_\u200b"))  # a product's name may be broken at each part
        self.words_label.setText(sentence)
        self.words_label.setVisible(bool(sentence))
        self.warnings_label.setText("\n".join(f"⚠ {warning}" for warning in warnings))
        self.warnings_label.setVisible(bool(warnings))
        self.composite_label.setVisible(count > 1)
        self.composite_combo.setVisible(count > 1)

    def ask_for_offset(self, is_ambiguous: bool) -> None:
        """Ask for the offset where neither the metadata nor the pixels decide it."""
        if not is_ambiguous:
            choose_data(self.offset_combo, "auto")
        self.offset_label.setVisible(is_ambiguous)
        self.offset_combo.setVisible(is_ambiguous)

    def show_output(self, path: str, place: str) -> None:
        """Suggest a place and a file."""
        with blocked(self.place_edit):
            self.place_edit.setText(place)
        self.output_file.setFilePath(path)

    def set_busy(self, is_busy: bool) -> None:
        """Hold the button back while something is being loaded."""
        self.load_button.setEnabled(not is_busy)

    def choice(self) -> LoadChoice:
        """Return what the form says."""
        rendering = str(self.rendering_combo.currentData())
        return LoadChoice(
            place=self.place_edit.text().strip(), where=str(self.where_combo.currentData()), rendering=rendering,
            bands=self.bands_combo.currentText() if rendering in ("dn", "reflectance") else "",
            resolution_m=float(self.resolution_combo.currentData()),
            composite=str(self.composite_combo.currentData()), offset=str(self.offset_combo.currentData()),
            output=self.output_file.filePath().strip(),
            classes=tuple(key for key, check in self._checks.items() if check.isChecked()),
            cloud_dilation_m=float(self.cloud_spin.value()), shadow_dilation_m=float(self.shadow_spin.value()),
            keep=self.keep_combo.currentLayer(), exclude=self.exclude_combo.currentLayer(),
        )  # fmt: skip
