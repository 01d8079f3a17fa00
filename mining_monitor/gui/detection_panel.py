"""The Detection dock: image, model, where, and one button that says what it will do."""

from __future__ import annotations

from typing import Callable, Collection, Optional, Sequence

from qgis.core import QgsMapLayerProxyModel, QgsRasterLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter.messages import tr
from mining_monitor.contract.results import DetectResult, ModelInfo
from mining_monitor.gui.detection_options import DetectionOptions, DetectionOptionsForm
from mining_monitor.gui.forms import blocked, choose_data, embolden, let_shrink, load_form, own_icon, soften, theme_icon
from mining_monitor.gui.result_view import ResultView, result_sentence

#: Values of the "where" choice.
WHERE_CANVAS, WHERE_LAYER, WHERE_RECTANGLE, WHERE_POLYGON = "canvas", "layer", "rectangle", "polygon"


class DetectionPanel(QWidget):
    """Asks for three things and shows a run; what they mean is the controller's business."""

    scroll: QScrollArea
    needs_frame: QFrame
    needs_label: QLabel
    needs_button: QPushButton
    image_combo: QgsMapLayerComboBox
    image_words: QLabel
    model_combo: QComboBox
    model_menu_button: QToolButton
    model_words: QLabel
    where_combo: QComboBox
    where_words: QLabel
    draw_button: QToolButton
    options_box: QgsCollapsibleGroupBox
    options_layout: QVBoxLayout
    warnings_label: QLabel
    result_frame: QFrame
    result_layout: QVBoxLayout
    result_label: QLabel
    review_button: QPushButton
    progress_label: QLabel
    progress_bar: QProgressBar
    cancel_button: QPushButton
    detect_button: QPushButton

    detect_requested = pyqtSignal()
    cancel_requested = pyqtSignal()
    image_changed = pyqtSignal()
    choice_changed = pyqtSignal()
    model_changed = pyqtSignal()
    model_chosen = pyqtSignal()
    draw_requested = pyqtSignal(bool)
    add_model_requested = pyqtSignal()
    check_model_requested = pyqtSignal()
    need_requested = pyqtSignal()
    review_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self.image_combo.setFilters(QgsMapLayerProxyModel.RasterLayer)
        let_shrink(self.image_combo, self.model_combo, self.where_combo)
        self.options_form = DetectionOptionsForm(self)
        self.options_layout.addWidget(self.options_form)
        self.options_box.setCollapsed(True)
        self.result_view = ResultView(self)
        self.result_layout.addWidget(self.result_view)
        for label in (self.image_label, self.model_label, self.where_label, self.result_label):
            embolden(label)
        for label in (self.image_words, self.model_words, self.where_words):
            soften(label)
        for text, value in (
            (tr("What the map shows"), WHERE_CANVAS), (tr("The whole image"), WHERE_LAYER),
            (tr("A rectangle drawn on the map"), WHERE_RECTANGLE), (tr("Selected polygons"), WHERE_POLYGON),
        ):  # fmt: skip
            self.where_combo.addItem(text, value)
        self.detect_button.setIcon(own_icon("detect"))
        self.draw_button.setIcon(theme_icon("mActionRectangleExtent"))
        self._make_model_menu()
        self._connect()
        self.review_button.setIcon(theme_icon("mActionToggleEditing"))
        self.hide_result()
        self.show_need("", "")
        self.show_warnings(())
        self.set_busy(False)

    def _make_model_menu(self) -> None:
        self.model_menu_button.setIcon(theme_icon("mActionOptions"))
        menu = QMenu(self)
        self.add_model_action = menu.addAction(theme_icon("mActionAdd"), tr("&Add a model…"))
        self.check_model_action = menu.addAction(theme_icon("mIconSuccess"), tr("&Check this model"))
        self.model_menu_button.setMenu(menu)

    def _connect(self) -> None:
        self.detect_button.clicked.connect(self.detect_requested)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.image_combo.layerChanged.connect(lambda _layer: self.image_changed.emit())
        # layerChanged tells only of what the user chooses, not of the program's choice nor of a layer's removal
        self.image_combo.currentIndexChanged.connect(lambda _index: self.image_changed.emit())
        self.model_combo.currentIndexChanged.connect(lambda _index: self.model_changed.emit())
        # activated tells only of what the user chooses
        self.model_combo.activated.connect(lambda _index: self.model_chosen.emit())
        self.where_combo.currentIndexChanged.connect(self._on_where)
        self.options_form.changed.connect(self.choice_changed)
        self.draw_button.toggled.connect(self.draw_requested)
        self.add_model_action.triggered.connect(lambda _checked=False: self.add_model_requested.emit())
        self.check_model_action.triggered.connect(lambda _checked=False: self.check_model_requested.emit())
        self.review_button.clicked.connect(self.review_requested)
        self.needs_button.clicked.connect(self.need_requested)
        self._on_where()

    def _on_where(self) -> None:
        self.draw_button.setVisible(self.where() == WHERE_RECTANGLE)
        self.choice_changed.emit()

    def options(self) -> DetectionOptions:
        """Return what stands under Options."""
        return self.options_form.options()

    def image(self) -> Optional[QgsRasterLayer]:
        """Return the chosen layer."""
        layer = self.image_combo.currentLayer()
        return layer if isinstance(layer, QgsRasterLayer) else None

    def model(self) -> Optional[ModelInfo]:
        """Return the chosen model."""
        model = self.model_combo.currentData()
        return model if isinstance(model, ModelInfo) else None

    def where(self) -> str:
        """Return one of the ``WHERE_`` values."""
        return str(self.where_combo.currentData())

    def choose_where(self, where: str) -> None:
        """Choose a ``WHERE_`` value without a signal."""
        choose_data(self.where_combo, where)
        self.draw_button.setVisible(where == WHERE_RECTANGLE)

    def show_models(self, models: Sequence[ModelInfo], chosen_name: str, describe: Callable[[ModelInfo], str]) -> None:
        """Fill the model list; a model with a problem is shown and says so, but cannot be chosen.

        ``describe`` says in the tooltip of each what it is for.
        """
        with blocked(self.model_combo):
            self.model_combo.clear()
            for model in models:
                self.model_combo.addItem(model.title or model.name, model)
                row = self.model_combo.count() - 1
                self.model_combo.setItemData(row, describe(model), Qt.ItemDataRole.ToolTipRole)
                if model.problem:
                    self.model_combo.model().item(row).setEnabled(False)
                if model.name == chosen_name and not model.problem:
                    self.model_combo.setCurrentIndex(row)
        self.model_changed.emit()

    def choose_model(self, name: str) -> None:
        """Choose an installed model by its name, as the program does."""
        for row in range(self.model_combo.count()):
            model = self.model_combo.itemData(row)
            if isinstance(model, ModelInfo) and model.name == name and not model.problem:
                self.model_combo.setCurrentIndex(row)

    def show_need(self, sentence: str, button: str) -> None:
        """Show what is missing before anything can run, with the button that mends it; empty hides it."""
        self.needs_frame.setVisible(bool(sentence))
        self.needs_label.setText(sentence)
        self.needs_button.setText(button)
        self.needs_button.setVisible(bool(button))

    def show_warnings(self, sentences: Sequence[str], remarks: Collection[str] = ()) -> None:
        """Show warnings, one a paragraph; the sign is not only a colour. Those in ``remarks`` warn of nothing."""
        self.warnings_label.setVisible(bool(sentences))
        self.warnings_label.setText("\n".join(f"{'ℹ' if text in remarks else '⚠'} {text}" for text in sentences))

    def show_result(self, result: DetectResult) -> None:
        """Show the result of a run and bring it into view."""
        self.result_view.show_result(result)
        self.result_label.setText(result_sentence(result))
        self.review_button.setVisible(result.sectors > 0)
        self.result_label.show()
        self.result_frame.show()
        QTimer.singleShot(30, self._scroll_to_result)

    def _scroll_to_result(self) -> None:
        bar = self.scroll.verticalScrollBar()
        bar.setValue(bar.maximum())

    def hide_result(self) -> None:
        """Forget the last result."""
        for widget in (self.result_frame, self.result_label, self.review_button):
            widget.hide()

    def set_busy(self, busy: bool) -> None:
        """Show progress and Cancel instead of the button while a detection runs."""
        for widget in (self.progress_label, self.progress_bar, self.cancel_button):
            widget.setVisible(busy)
        self.detect_button.setVisible(not busy)
        self.cancel_button.setEnabled(busy)
        for widget in (self.image_combo, self.model_combo, self.model_menu_button, self.where_combo):
            widget.setEnabled(not busy)
        self.options_form.setEnabled(not busy)
        self.draw_button.setEnabled(not busy)
        if busy:
            self.show_progress(0.0, tr("Starting…"))
            self.hide_result()

    def show_progress(self, fraction: float, text: str) -> None:
        """Show how far a run is."""
        self.progress_bar.setRange(0, 1000)
        self.progress_bar.setValue(round(1000 * min(1.0, max(0.0, fraction))))
        self.progress_label.setText(text)

    def show_button(self, text: str, enabled: bool, reason: str = "") -> None:
        """Say on the button what will happen, and in its tooltip why it cannot."""
        self.detect_button.setText(text)
        self.detect_button.setEnabled(enabled)
        self.detect_button.setToolTip(reason)
