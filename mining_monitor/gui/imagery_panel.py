"""The Imagery dock: which images there are, what each is in plain words, ways to get one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional, Sequence

from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QCommandLinkButton,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter.messages import tr
from mining_monitor.gui.engine_setup import EngineSetup
from mining_monitor.gui.forms import blocked, enlarge, load_form, theme_icon
from mining_monitor.gui.imagery_details import ImageryDetails
from mining_monitor.gui.scene_loader import SceneLoader
from mining_monitor.gui.scene_search import SceneSearch


@dataclass(frozen=True)
class ImageEntry:
    """One line of the list: a layer's id, its name and what it is in words."""

    layer_id: str
    name: str
    in_words: str


class ImageryPanel(QWidget):
    """List of rasters, or a welcome with ways in when there is none."""

    pages: QStackedWidget
    welcome_page: QWidget
    list_page: QWidget
    welcome_title: QLabel
    open_link: QCommandLinkButton
    sample_link: QCommandLinkButton
    search_link: QCommandLinkButton
    product_link: QCommandLinkButton
    image_list: QListWidget
    add_button: QPushButton
    zoom_button: QToolButton
    details_scroll: QScrollArea
    next_button: QPushButton
    busy_frame: QFrame
    busy_label: QLabel
    busy_bar: QProgressBar
    busy_cancel: QPushButton
    engine_frame: QFrame
    engine_layout: QVBoxLayout

    add_requested = pyqtSignal()
    sample_requested = pyqtSignal()
    folder_requested = pyqtSignal()
    archive_requested = pyqtSignal()
    search_requested = pyqtSignal()
    cancel_requested = pyqtSignal()
    files_dropped = pyqtSignal(list)
    zoom_requested = pyqtSignal(str)
    chosen = pyqtSignal(str)
    detect_requested = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        enlarge(self.welcome_title, 1.3)
        self.engine_setup = EngineSetup(self)
        self.engine_layout.addWidget(self.engine_setup)
        self.details = ImageryDetails(self)
        self.details_scroll.setWidget(self.details)
        self.loader = SceneLoader(self)
        self.search = SceneSearch(self)
        for page in (self.loader, self.search):
            self.pages.addWidget(page)
        self._make_menus()
        self.open_link.setIcon(theme_icon("mActionAddRasterLayer"))
        self.search_link.setIcon(theme_icon("search"))
        self.product_link.setIcon(theme_icon("mActionFileOpen"))
        self.sample_link.setIcon(theme_icon("mIconRaster"))
        self.add_button.setMinimumWidth(9 * self.add_button.fontMetrics().height() // 2)
        self.zoom_button.setIcon(theme_icon("mActionZoomToLayer"))
        self.setAcceptDrops(True)
        self.image_list.setAcceptDrops(True)
        self.image_list.viewport().installEventFilter(self)
        self._connect()
        self.set_busy(False)
        self.show_images(())

    def _connect(self) -> None:
        self.open_link.clicked.connect(self.add_requested)
        self.sample_link.clicked.connect(self.sample_requested)
        self.search_link.clicked.connect(self.search_requested)
        self.busy_cancel.clicked.connect(self.cancel_requested)
        self.zoom_button.clicked.connect(lambda: self._tell(self.zoom_requested))
        self.next_button.clicked.connect(lambda: self._tell(self.detect_requested))
        self.image_list.itemActivated.connect(lambda _item: self._tell(self.zoom_requested))
        self.image_list.currentItemChanged.connect(lambda _new, _old: self._tell(self.chosen))

    def _make_menus(self) -> None:
        """Give "Add" and the product link their menus: a folder and an archive are chosen in different dialogs."""
        add, product = QMenu(self.add_button), QMenu(self.product_link)
        folder, archive = tr("Sentinel-2 product, SAFE &folder…"), tr("Sentinel-2 product, &zip…")
        entries = (
            (add, "mActionAddRasterLayer", tr("&Image file…"), self.add_requested),
            (add, "mActionFileOpen", folder, self.folder_requested),
            (add, "mActionFileOpen", archive, self.archive_requested),
            (add, "search", tr("&Search Sentinel-2…"), self.search_requested),
            (add, "mIconRaster", tr("Sam&ple scene"), self.sample_requested),
            (product, "mActionFileOpen", folder, self.folder_requested),
            (product, "mActionFileOpen", archive, self.archive_requested),
        )
        for menu, icon, text, signal in entries:
            action = menu.addAction(theme_icon(icon), text)
            action.triggered.connect(lambda _checked=False, s=signal: s.emit())
        self.add_button.setMenu(add)
        self.product_link.clicked.connect(
            lambda: product.popup(self.product_link.mapToGlobal(_below(self.product_link)))
        )

    def show_list(self) -> None:
        """Go back from a form to the list of images, or to the welcome where there is none."""
        self.pages.setCurrentWidget(self.list_page if self.image_list.count() else self.welcome_page)

    def is_in_form(self) -> bool:
        """Tell whether a search or the form of a product is shown."""
        return self.pages.currentWidget() in (self.loader, self.search)

    def _tell(self, signal: object) -> None:
        chosen = self.current_image()
        if chosen:
            signal.emit(chosen)  # type: ignore[attr-defined]

    def current_image(self) -> str:
        """Return the id of the chosen layer, or an empty text."""
        item = self.image_list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def show_images(self, entries: Sequence[ImageEntry]) -> None:
        """Fill the list and keep the choice; no entry shows the welcome page."""
        before = self.current_image()
        with blocked(self.image_list):
            self.image_list.clear()
            for entry in entries:
                item = QListWidgetItem(theme_icon("mIconRaster"), _two_lines(entry))
                item.setData(Qt.ItemDataRole.UserRole, entry.layer_id)
                self.image_list.addItem(item)
                if entry.layer_id == before:
                    self.image_list.setCurrentItem(item)
            if self.image_list.currentItem() is None and entries:
                self.image_list.setCurrentRow(0)
        if not self.is_in_form():
            self.show_list()

    def choose(self, layer_id: str) -> None:
        """Make a layer's line the current one, without a signal."""
        with blocked(self.image_list):
            for row in range(self.image_list.count()):
                if self.image_list.item(row).data(Qt.ItemDataRole.UserRole) == layer_id:
                    self.image_list.setCurrentRow(row)

    def set_busy(self, busy: bool, text: str = "", fraction: float = -1.0) -> None:
        """Show that an image is being made or read; a negative fraction means that nobody knows how far."""
        self.busy_frame.setVisible(busy)
        self.busy_label.setText(text)
        self.busy_bar.setRange(0, 0 if fraction < 0 else 1000)
        if fraction >= 0:
            self.busy_bar.setValue(round(1000 * fraction))
        self.sample_link.setEnabled(not busy)

    def set_engine_ready(self, ready: bool) -> None:
        """Hide the set-up once the engine works."""
        self.engine_frame.setVisible(not ready)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Take drops on the list as drops on the panel."""
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            self.dragEnterEvent(event)
            return True
        if event.type() == QEvent.Type.Drop:
            self.dropEvent(event)
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, Qt's name
        """Accept local files."""
        if _local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, Qt's name
        """Hand the files on."""
        files = _local_files(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)


def _below(widget: QWidget) -> QPoint:
    return QPoint(0, widget.height())


def _two_lines(entry: ImageEntry) -> str:
    return f"{entry.name}\n{entry.in_words}" if entry.in_words else entry.name


def _local_files(event: QDropEvent) -> List[str]:
    urls = event.mimeData().urls() if event.mimeData() is not None else []
    return [url.toLocalFile() for url in urls if url.isLocalFile() and Path(url.toLocalFile()).exists()]
