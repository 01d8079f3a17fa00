"""What the Imagery dock does: lists rasters, adds files and products, searches, makes the sample scene."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List, Optional, Sequence

from qgis.core import QgsProject, QgsProviderRegistry, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from mining_monitor.adapter import engine_access, messages, project_store, scene_requests, settings
from mining_monitor.adapter.engine_access import PendingRequest
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.project_store import KIND_PROPERTY
from mining_monitor.adapter.raster_styles import TRUE_COLOUR
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import CancelledError, MiningMonitorError
from mining_monitor.contract.requests import SampleSceneRequest
from mining_monitor.contract.results import SampleSceneResult
from mining_monitor.gui.image_words import ImageWords
from mining_monitor.gui.imagery_compare import ImageryCompare
from mining_monitor.gui.imagery_panel import ImageEntry, ImageryPanel
from mining_monitor.gui.imagery_view_controller import ImageryViewController
from mining_monitor.gui.scene_load_controller import SceneLoadController
from mining_monitor.gui.scene_search_controller import SceneSearchController


def raster_layers() -> List[QgsRasterLayer]:
    """Return the project's images, in the order of the layer tree; class rasters are results, not images."""
    layers = QgsProject.instance().layerTreeRoot().layerOrder()
    return [layer for layer in layers if isinstance(layer, QgsRasterLayer) and not is_result(layer)]


def is_result(layer: QgsRasterLayer) -> bool:
    """Tell whether a raster layer is a result of this plugin."""
    return bool(layer.customProperty(KIND_PROPERTY, ""))


def sample_scene_path() -> Path:
    """Return where the sample scene goes: it is made once and found again."""
    return settings.data_folder() / "sample" / "sample_scene.tif"


class ImageryController(QObject):
    """Connects the Imagery panel with the project and the engine."""

    image_added = pyqtSignal(str)
    detect_requested = pyqtSignal(str)
    settings_requested = pyqtSignal()

    def __init__(self, panel: ImageryPanel, iface: Any, image_words: ImageWords) -> None:
        super().__init__(panel)
        self._panel = panel
        self._iface = iface
        self._words = image_words
        self._sample: Optional[PendingRequest] = None
        self._is_engine_ready = False
        self._wants_sample = False
        self._is_in_front = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.refresh)
        self.view = ImageryViewController(panel.details, iface, image_words)
        self.compare = ImageryCompare(panel.details, iface)
        self.loading = SceneLoadController(panel.loader, iface)
        self.searching = SceneSearchController(panel.search, iface)
        self._connect(image_words)
        project = QgsProject.instance()
        root = project.layerTreeRoot()
        self._watched = [
            (project.layersAdded, self._later), (project.layersRemoved, self._later),
            (project.readProject, self._later), (root.nameChanged, self._later),
            (root.layerOrderChanged, self._later),
        ]  # fmt: skip
        for signal, slot in self._watched:
            signal.connect(slot)
        self.refresh()

    def _connect(self, image_words: ImageWords) -> None:
        panel = self._panel
        panel.add_requested.connect(self.choose_files)
        panel.folder_requested.connect(self.choose_folder)
        panel.archive_requested.connect(self.choose_archive)
        panel.search_requested.connect(self.open_search)
        panel.files_dropped.connect(self.add_files)
        panel.sample_requested.connect(self.open_sample_scene)
        panel.cancel_requested.connect(self._cancel)
        panel.zoom_requested.connect(self._zoom_to)
        panel.chosen.connect(self._ask_about)
        panel.detect_requested.connect(self.detect_requested)
        panel.loader.back_requested.connect(self._back_from_loader)
        panel.search.back_requested.connect(self._back_from_search)
        panel.search.settings_requested.connect(self.settings_requested)
        image_words.described.connect(lambda _layer_id: self._timer.start())
        self.view.permitted.connect(image_words.forget_layer)
        self.searching.chosen.connect(self._load_scenes)
        self.loading.loaded.connect(self._on_loaded)
        for part in (self.view, self.loading):
            part.busy.connect(self._panel.set_busy)

    def close(self) -> None:
        """Let go of the project and of what is under way (unload)."""
        for part in (self.searching, self.loading, self.compare, self.view):
            part.close()
        for signal, slot in self._watched:
            signal.disconnect(slot)
        self._watched = []
        self._timer.stop()
        if self._sample is not None:
            self._sample.drop()
            self._sample = None

    def _later(self, *_args: object) -> None:
        self._timer.start()

    def set_engine_ready(self, ready: bool) -> None:
        """Ask the engine about images from now on, or no more."""
        self._is_engine_ready = ready
        self.searching.set_engine_ready(ready)
        if ready:
            self._timer.start()
            wanted, self._wants_sample = self._wants_sample, False
            if wanted:
                self.open_sample_scene()

    def set_in_front(self, is_in_front: bool) -> None:
        """Follow the dock: images are described while somebody reads it."""
        self._is_in_front = is_in_front
        if is_in_front:
            self.refresh()

    def refresh(self) -> None:
        """Bring the list up to date."""
        layers = raster_layers()
        self._panel.show_images([ImageEntry(x.id(), x.name(), self._words.sentence(x)) for x in layers])
        chosen = self._panel.current_image()
        self._panel.details.show_others([(x.id(), x.name()) for x in layers if x.id() != chosen])
        self.view.show(chosen)
        if self._is_engine_ready and self._is_in_front:
            for layer in layers:
                self._words.ask(layer)

    def _ask_about(self, layer_id: str) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if self._is_engine_ready and isinstance(layer, QgsRasterLayer):
            self._words.ask(layer)
        others = [each for each in raster_layers() if each.id() != layer_id]
        self._panel.details.show_others([(each.id(), each.name()) for each in others])
        self.view.show(layer_id)

    # -- products and catalogues ----------------------------------------------------------------------------------

    @guarded_slot
    def choose_folder(self) -> None:
        """Let the analyst choose the folder of a Sentinel-2 product."""
        folder = QFileDialog.getExistingDirectory(self._panel, tr("Open a SAFE folder"), _last_folder())
        if folder:
            self.open_products([folder])

    @guarded_slot
    def choose_archive(self) -> None:
        """Let the analyst choose zipped Sentinel-2 products or their metadata."""
        filters = tr("Sentinel-2 products (*.zip *.xml *.json)")
        files, _filter = QFileDialog.getOpenFileNames(self._panel, tr("Open products"), _last_folder(), filters)
        if files:
            self.open_products(files)

    def open_products(self, paths: Sequence[str]) -> None:
        """Show the form of one or more products."""
        if not self._is_engine_ready:
            messages.info(tr("Set up the engine first; it reads the products."))
            return
        self.loading.open_products(paths)
        self._panel.pages.setCurrentWidget(self._panel.loader)

    def open_search(self) -> None:
        """Show the search."""
        self.searching.open()
        self._panel.pages.setCurrentWidget(self._panel.search)
        self._panel.search.search_button.setFocus()

    def _load_scenes(self, scenes: Any, extent: Any, headers: Any, at_once: bool) -> None:
        self.loading.open_scenes(scenes, extent, headers, at_once)
        if not at_once:
            self._panel.pages.setCurrentWidget(self._panel.loader)

    def _back_from_loader(self) -> None:
        is_search = self._panel.search.table.rowCount() > 0
        if is_search:
            self._panel.pages.setCurrentWidget(self._panel.search)
        else:
            self._panel.show_list()

    def _back_from_search(self) -> None:
        self.searching.close()
        self._panel.show_list()

    @guarded_slot
    def _on_loaded(self, layer_id: str) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if not isinstance(layer, QgsRasterLayer):
            return
        if self._panel.pages.currentWidget() is self._panel.loader:
            self._back_from_loader()
        if self._panel.pages.currentWidget() is self._panel.search:
            sentence = tr("{} is on the map. Load another scene, or go back to detect in it.")
            self._panel.search.show_state(sentence.format(layer.name()))
        self.refresh()
        self._panel.choose(layer_id)
        self._ask_about(layer_id)
        self._zoom_to(layer_id)
        self.view.draw(TRUE_COLOUR, layer)
        self.image_added.emit(layer_id)

    # -- files --------------------------------------------------------------------------------------------------------

    @guarded_slot
    def choose_files(self) -> None:
        """Let the analyst choose image files."""
        filters = QgsProviderRegistry.instance().fileRasterFilters()
        files, _filter = QFileDialog.getOpenFileNames(self._panel, tr("Open images"), _last_folder(), filters)
        if files:
            self.add_files(files)

    @guarded_slot
    def add_files(self, files: Sequence[str]) -> None:
        """Add raster files to the project; Sentinel-2 products get their form, what cannot be opened is named."""
        products = [file for file in files if scene_requests.is_product(Path(file))]
        if products:
            self.open_products(products)
        refused = []
        for file in files:
            if file in products:
                continue
            if self.add_file(Path(file)) is None:
                refused.append(Path(file).name)
        if refused:
            messages.warn(tr("{} cannot be opened as an image.").format(", ".join(refused)))

    def add_file(self, path: Path, name: str = "") -> Optional[QgsRasterLayer]:
        """Add one raster file, choose it and zoom there; return None when it is no raster."""
        layer = QgsRasterLayer(str(path), name or path.stem, "gdal")
        if not layer.isValid() or not project_store.add_image(layer, QgsProject.instance()):
            return None
        self.view.expect(layer)
        self.refresh()
        self._panel.choose(layer.id())
        self._ask_about(layer.id())
        self._zoom_to(layer.id())
        self.image_added.emit(layer.id())
        return layer

    @guarded_slot
    def open_sample_scene(self) -> None:
        """Open the sample scene; the engine draws it the first time."""
        path = sample_scene_path()
        if path.is_file() and self.add_file(path, tr("Sample scene")) is not None:
            return
        if self._sample is not None:
            return
        if not self._is_engine_ready:
            self._wants_sample = True
            messages.info(tr("Set up the engine first; then the sample scene opens by itself."))
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._panel.set_busy(True, tr("Drawing the sample scene…"))
        pending = engine_access.shared().submit(SampleSceneRequest(output=str(path)))
        pending.progressed.connect(self._on_sample_progress)
        pending.finished.connect(self._on_sample)
        pending.failed.connect(self._on_sample_failed)
        self._sample = pending

    def _on_sample_progress(self, progress: Progress) -> None:
        self._panel.set_busy(True, tr("Drawing the sample scene…"), progress.fraction or -1.0)

    @guarded_slot
    def _on_sample(self, result: SampleSceneResult) -> None:
        self._sample = None
        self._panel.set_busy(False)
        if self.add_file(Path(result.image), tr("Sample scene")) is None:
            messages.warn(tr("The sample scene cannot be opened: {}.").format(result.image))

    def _on_sample_failed(self, error: MiningMonitorError) -> None:
        self._sample = None
        self._panel.set_busy(False)
        if not isinstance(error, CancelledError):
            messages.report(error)

    def _cancel(self) -> None:
        if self._sample is not None:
            self._sample.cancel()
        self.loading.cancel()
        self.view.cancel()

    def _zoom_to(self, layer_id: str) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is None:
            return
        self._iface.setActiveLayer(layer)
        self._iface.zoomToActiveLayer()


def _last_folder() -> str:
    home = QgsProject.instance().homePath()
    return home or str(Path.home())
