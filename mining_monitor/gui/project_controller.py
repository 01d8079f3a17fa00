"""The project file: which GeoPackage holds the sectors, what is in it, and its layers on the map."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, Iterator, List, Optional, Tuple

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from mining_monitor.adapter import messages, project_store
from mining_monitor.adapter.messages import guarded, guarded_slot, tr
from mining_monitor.adapter.project_store import Scene
from mining_monitor.adapter.shared_project.place import SharedPlace
from mining_monitor.contract.results import DetectResult
from mining_monitor.gui import project_facts
from mining_monitor.gui.project_bar import ProjectSummary

#: Time for the map and the mouse between two steps of showing a result.
STEP_MS = 15


class ProjectController(QObject):
    """Knows the project file and tells the docks when it changes."""

    changed = pyqtSignal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._current_id = ""
        self._showing: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(50)
        self._timer.timeout.connect(self.changed)
        project = QgsProject.instance()
        self._watched = [
            (project.layersAdded, self._on_layers), (project.layersRemoved, self._later),
            (project.readProject, self._later), (project.cleared, self._on_cleared),
            (project.layerTreeRoot().nameChanged, self._later),
        ]  # fmt: skip
        for signal, slot in self._watched:
            signal.connect(slot)
        self._on_layers(list(project.mapLayers().values()))

    def close(self) -> None:
        """Let go of the project (unload)."""
        for signal, slot in self._watched:
            signal.disconnect(slot)
        self._watched = []
        self._showing = iter(())
        self._timer.stop()

    # -- the file -------------------------------------------------------------------------------------------------

    def path(self) -> Optional[Path]:
        """Return the project file, or None while there is none."""
        path = project_store.project_path(QgsProject.instance())
        if path.is_file() and project_facts.is_project_file(path):
            return path
        paths = (project_store.layer_path(layer) for layer in self.layers())
        return next((path for path in paths if path is not None and path.is_file()), None)

    def path_for_run(self) -> Path:
        """Return the project file that the next detection writes to: the one that is open, else a new one."""
        return project_store.project_path(QgsProject.instance())

    @guarded_slot
    def use(self, path: Path) -> None:
        """Make a file the project file and show its scenes, the newest one to work on."""
        project = QgsProject.instance()
        is_empty = not project.mapLayers()
        shown = [project_store.show_scene(path, scene, project) for scene in project_store.scenes(path)]
        project_store.remember(project, path)
        images = project_store.show_images(path, project)
        if is_empty and images:  # the sectors' degrees would stretch the map
            project.setCrs(images[-1].crs())
        if shown:
            self.choose(shown[-1].sectors.id())
        self._later()

    @guarded_slot
    def open(self) -> None:
        """Let the analyst choose a project file of an earlier day."""
        text, _filter = QFileDialog.getOpenFileName(
            self._window, tr("Open a project file"), str(self.path_for_run().parent), tr("Project files (*.gpkg)")
        )
        if not text:
            return
        if not project_facts.is_project_file(Path(text)):
            messages.warn(tr("{} holds no sectors. Choose a project file of Mining Monitor.").format(Path(text).name))
            return
        self.use(Path(text))

    @guarded_slot
    def show_or_open(self) -> None:
        """Show the sectors of the project file where they are not on the map yet, else let another one be chosen."""
        path = self.path()
        if path is not None and not self.layers():
            self.use(path)
        else:
            self.open()

    @guarded_slot
    def new(self) -> None:
        """Let the analyst name a new, empty project file."""
        text, _filter = QFileDialog.getSaveFileName(
            self._window, tr("New project file"), str(self.path_for_run()), tr("Project files (*.gpkg)")
        )
        if text:
            path = Path(text).with_suffix(".gpkg")
            project_store.create(path)
            project_store.remember(QgsProject.instance(), path)
            messages.info(tr("Sectors go into {} from now on.").format(path))
            self._later()

    # -- its layers -----------------------------------------------------------------------------------------------

    def layers(self) -> List[QgsVectorLayer]:
        """Return the sectors layers on the map."""
        return project_store.layers(QgsProject.instance())

    def layer_names(self) -> List[Tuple[str, str]]:
        """Return (id, name) of the sectors layers."""
        return [(layer.id(), layer.name()) for layer in self.layers()]

    def current(self) -> Optional[QgsVectorLayer]:
        """Return the sectors layer that is being worked on."""
        layers = self.layers()
        chosen = next((layer for layer in layers if layer.id() == self._current_id), None)
        return chosen or (layers[0] if layers else None)

    def choose(self, layer_id: str) -> None:
        """Work on another layer."""
        if layer_id != self._current_id:
            self._current_id = layer_id
            self._later()

    def show_run(self, result: DetectResult, scene: Scene) -> None:
        """Show what a detection found, layer by layer between events, and work on it next."""
        if not result.output:
            return
        self._finish_showing()
        self._showing = self._show(result, scene)
        self._later_step()

    def _show(self, result: DetectResult, scene: Scene) -> Iterator[None]:
        path, project = Path(result.output or ""), QgsProject.instance()
        before = self.current()
        layer = yield from project_store.show_sectors(path, scene, project)
        if before is None or layer.featureCount() != 0:  # a run that found nothing takes nobody's work away
            self._current_id = layer.id()
        self._later()
        yield
        project_store.show_observed(path, scene, project)
        if result.class_raster:
            yield
            project_store.show_class_raster(result.class_raster, path, scene, project)
        if result.confidence_raster:
            yield
            self._show_confidence(result.confidence_raster, scene)

    def _show_confidence(self, path: str, scene: Scene) -> None:
        """Add the confidence raster below the sectors, not drawn until somebody ticks it."""
        layer = QgsRasterLayer(path, scene.title(tr("Confidence")), "gdal")
        sectors = self.current()
        if not layer.isValid() or sectors is None:
            messages.warn(tr("{} cannot be opened.").format(path))
            return
        layer.setCustomProperty(project_store.KIND_PROPERTY, "confidence_raster")
        project = QgsProject.instance()
        node = project.layerTreeRoot().findLayer(sectors.id())
        group = node.parent() if node is not None else project.layerTreeRoot()
        if project.addMapLayer(layer, False) is not None:
            group.addLayer(layer).setItemVisibilityChecked(False)

    def _step(self) -> None:
        with guarded():
            if next(self._showing, True) is None:  # it yields None while there is more to show
                self._later_step()

    def _later_step(self) -> None:
        QTimer.singleShot(STEP_MS, self._step)

    def _finish_showing(self) -> None:
        """Show at once what is left of the run before; it would be lost otherwise."""
        with guarded():
            for _step in self._showing:
                pass

    def _on_cleared(self) -> None:
        """Forget what was being shown: its project is closed."""
        self._showing = iter(())
        self._later()

    def summary(self) -> ProjectSummary:
        """Return what the bar shows."""
        path = self.path()
        if path is None:
            return self._shared_summary()
        return ProjectSummary(str(path), path.stem, project_facts.counts_by_state(path))

    def _shared_summary(self) -> ProjectSummary:
        """Return what the bar shows of a shared project: all of it that is on the map."""
        layer = self.current()
        place = SharedPlace.of_layer(layer) if layer is not None else None
        if place is None:
            return ProjectSummary()
        counts: Counter[str] = Counter()
        for each in self.layers():
            counts.update(project_store.counts_by_state(each))
        return ProjectSummary(place.schema, tr("{} (shared)").format(place.schema), dict(counts))

    def _on_layers(self, layers: Any) -> None:
        for layer in layers:
            if layer.customProperty(project_store.KIND_PROPERTY, "") == "sectors":
                layer.afterCommitChanges.connect(self._later)
        self._later()

    def tell_soon(self) -> None:
        """Tell that the sectors are others now, where the engine has written them and no edit here."""
        self._later()

    def _later(self, *_args: object) -> None:
        self._timer.start()
