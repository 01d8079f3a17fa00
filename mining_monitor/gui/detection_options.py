"""The options of a detection: bands by role, thresholds, extra outputs. Collapsed until somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Optional, Sequence, Tuple

from qgis.gui import QgsDoubleSpinBox, QgsSpinBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from mining_monitor.adapter.messages import tr
from mining_monitor.contract.imagery import BandChoice
from mining_monitor.gui.forms import blocked, choose_data, let_shrink, load_form, soften

#: Smallest area that is kept by default, in pixels of the class map: 25 pixels are 2,500 m2 at 10 m
#: (DOMAIN 3.4: the minimum mapping unit of Sentinel-2 is 0.25 ha).
DEFAULT_SMALLEST_AREA_PX = 25


@dataclass(frozen=True)
class DetectionOptions:
    """What the form says. ``overlap`` is a share, None: as the model says."""

    bands: Tuple[BandChoice, ...] = ()
    min_confidence: float = 0.0
    overlap: Optional[float] = None
    min_area_m2: float = 0.0
    simplify_px: float = 0.0
    without_clouds: bool = False
    keep_class_raster: bool = False
    keep_confidence_raster: bool = False


def default_smallest_area_m2(gsd_m: float) -> float:
    """Return the default smallest area at a ground sampling distance, rounded to two digits."""
    area = DEFAULT_SMALLEST_AREA_PX * gsd_m * gsd_m
    return float(f"{area:.2g}") if area >= 1 else 1.0


class DetectionOptionsForm(QWidget):
    """Bands by role, thresholds, extra outputs."""

    bands_title: QLabel
    bands_layout: QFormLayout
    confidence_spin: QgsDoubleSpinBox
    overlap_spin: QgsSpinBox
    area_spin: QgsDoubleSpinBox
    simplify_spin: QgsDoubleSpinBox
    clouds_check: QCheckBox
    class_raster_check: QCheckBox
    confidence_raster_check: QCheckBox

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        soften(self.bands_title)
        self._band_combos: Dict[str, QComboBox] = {}
        self._area_is_default = True
        self.confidence_spin.setClearValue(0.0)
        self.overlap_spin.setClearValue(-1, tr("as the model says"))
        self.area_spin.setClearValue(0.0, tr("keep all"))
        self.simplify_spin.setClearValue(0.0, tr("keep pixel edges"))
        self.simplify_spin.setValue(1.0)
        self.area_spin.setValue(default_smallest_area_m2(10.0))
        for spin in (self.confidence_spin, self.overlap_spin, self.simplify_spin):
            spin.valueChanged.connect(lambda _value: self.changed.emit())
        self.area_spin.valueChanged.connect(self._on_area)
        for check in (self.clouds_check, self.class_raster_check, self.confidence_raster_check):
            check.toggled.connect(lambda _on: self.changed.emit())

    def options(self) -> DetectionOptions:
        """Return what the form says."""
        overlap = self.overlap_spin.value()
        return DetectionOptions(
            bands=self.bands(),
            min_confidence=self.confidence_spin.value(),
            overlap=None if overlap < 0 else overlap / 100.0,
            min_area_m2=self.area_spin.value(),
            simplify_px=self.simplify_spin.value(),
            without_clouds=self.clouds_check.isChecked(),
            keep_class_raster=self.class_raster_check.isChecked(),
            keep_confidence_raster=self.confidence_raster_check.isChecked(),
        )

    def bands(self) -> Tuple[BandChoice, ...]:
        """Return the chosen band of each role; empty while any role has none."""
        chosen = tuple(BandChoice(role, int(combo.currentData())) for role, combo in self._band_combos.items())
        return chosen if all(choice.index > 0 for choice in chosen) else ()

    def missing_roles(self) -> Tuple[str, ...]:
        """Return the roles that have no band yet."""
        return tuple(role for role, combo in self._band_combos.items() if int(combo.currentData() or 0) <= 0)

    def show_bands(self, roles: Sequence[str], band_names: Sequence[str], guess: Sequence[BandChoice]) -> None:
        """Make one row a role, each with the image's bands and the guess chosen."""
        while self.bands_layout.rowCount():
            self.bands_layout.removeRow(0)
        self._band_combos = {}
        guessed = {choice.role: choice.index for choice in guess}
        for role in roles:
            combo = QComboBox(self)
            let_shrink(combo)
            combo.addItem(tr("choose…"), 0)
            for index, name in enumerate(band_names, start=1):
                combo.addItem(_band_text(index, name), index)
            choose_data(combo, guessed.get(role, 0))
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
            self.bands_layout.addRow(role_title(role), combo)
            self._band_combos[role] = combo
        self.bands_title.setVisible(bool(roles))

    def suggest_smallest_area(self, gsd_m: float) -> None:
        """Follow the model's ground sampling distance until the analyst sets a value."""
        if self._area_is_default:
            with blocked(self.area_spin):
                self.area_spin.setValue(default_smallest_area_m2(gsd_m))

    def _on_area(self, _value: float) -> None:
        self._area_is_default = False
        self.changed.emit()


def _band_text(index: int, name: str) -> str:
    plain = tr("Band {}").format(index)
    return plain if not name or name in (plain, f"Band {index}") else f"{index}: {name}"


def role_title(role: str) -> str:
    """Return the translated name of a band's role; a role that has none keeps its own name."""
    titles = {
        "coastal": tr("Coastal"), "blue": tr("Blue"), "green": tr("Green"), "red": tr("Red"),
        "rededge071": tr("Red edge 705 nm"), "rededge075": tr("Red edge 740 nm"),
        "rededge078": tr("Red edge 783 nm"), "nir": tr("Near infrared"), "nir08": tr("Near infrared, narrow"),
        "nir09": tr("Water vapour"), "cirrus": tr("Cirrus"), "swir16": tr("Short-wave infrared 1.6 µm"),
        "swir22": tr("Short-wave infrared 2.2 µm"), "pan": tr("Panchromatic"),
    }  # fmt: skip
    return titles.get(role, role)
