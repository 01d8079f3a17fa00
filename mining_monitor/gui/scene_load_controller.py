"""What loading does: describe a product, ask the engine for the bands, put the result on the map."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple

from qgis.core import QgsGeometry, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from mining_monitor.adapter import engine_access, image_refs, messages, scene_layers, scene_requests, tasks
from mining_monitor.adapter.engine_access import PendingRequest
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.settings import Setting
from mining_monitor.adapter.tasks import RequestTask
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import CancelledError, MiningMonitorError, NetworkError, ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.products import (
    DescribeProductRequest,
    LoadedScene,
    LoadSentinel2Request,
    MaskRules,
    ProductDescription,
)
from mining_monitor.contract.scenes import Scene
from mining_monitor.gui import scene_words
from mining_monitor.gui.forms import choose_data
from mining_monitor.gui.scene_loader import WHERE_CANVAS, WHERE_WHOLE, LoadChoice, SceneLoader
from mining_monitor.schema.fields import STORAGE_CRS

#: The name that the analyst gave the last place.
LAST_PLACE = Setting("imagery/last_place", "")


@dataclasses.dataclass(frozen=True)
class _Subject:
    """What is to be loaded: inputs of the request, with what is known of them already."""

    inputs: Tuple[str, ...]
    date: str = ""
    tiles: Tuple[str, ...] = ()
    headers: Optional[Dict[str, str]] = None
    extent: Optional[Extent] = None


class SceneLoadController(QObject):
    """Connects the form of a product with the engine and the map."""

    #: (busy, sentence, fraction): what the bar below shows.
    busy = pyqtSignal(bool, str, float)
    #: A layer's id: it is on the map.
    loaded = pyqtSignal(str)

    def __init__(self, panel: SceneLoader, iface: Any) -> None:
        super().__init__(panel)
        self._panel = panel
        self._canvas = iface.mapCanvas()
        self._subject: Optional[_Subject] = None
        self._product: Optional[ProductDescription] = None
        self._asked: Optional[PendingRequest] = None
        self._task: Optional[RequestTask] = None
        self._title = ""
        self._place = ""
        self._suggested = ""
        self._loaded_id = ""
        panel.load_requested.connect(self.load)
        panel.place_changed.connect(self._on_place)

    @property
    def is_loading(self) -> bool:
        """Whether a load is under way."""
        return self._task is not None

    def close(self) -> None:
        """Cancel what runs (unload)."""
        self._drop_question()
        self._loaded_id = ""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def cancel(self) -> None:
        """Stop a load; nothing half-made is left."""
        if self._task is not None:
            self.busy.emit(True, tr("Stopping…"), -1.0)
            self._task.cancel()

    def _drop_question(self) -> None:
        if self._asked is not None:
            self._asked.drop()
            self._asked = None

    # -- what is to be loaded -------------------------------------------------------------------------------------

    @guarded_slot
    def open_products(self, paths: Sequence[str]) -> None:
        """Show the form for products on this computer, and ask the engine what the first is."""
        inputs = tuple(str(path) for path in paths)
        self._begin(_Subject(inputs), ", ".join(Path(path).name for path in inputs[:3]))
        self._panel.show_scenes(self._title, tr("Reading its metadata…"), (), count=len(inputs))
        self._describe(DescribeProductRequest(inputs[0]))

    @guarded_slot
    def open_scenes(self, scenes: Sequence[Scene], extent: Optional[Extent], headers: Any, at_once: bool) -> None:
        """Show the form for scenes of a catalogue, or load them right away."""
        dates = sorted(scene.sensed_at for scene in scenes)
        subject = _Subject(
            tuple(scene.item for scene in scenes), dates[0], tuple(scene.tile for scene in scenes), headers, extent
        )
        title = scenes[0].scene_id if len(scenes) == 1 else tr("{} scenes").format(len(scenes))
        self._begin(subject, title)
        self._panel.show_scenes(title, scene_words.scenes_words(scenes), (), count=len(scenes))
        choose_data(self._panel.where_combo, WHERE_CANVAS)
        self._suggest()
        if at_once:
            self.load()
        else:
            self._describe(DescribeProductRequest(scenes[0].item, headers))

    def _begin(self, subject: _Subject, title: str) -> None:
        self._drop_question()
        self._subject, self._product = subject, None
        self._title = title
        self._panel.ask_for_offset(False)
        self._suggest()

    def _suggest(self) -> None:
        subject = self._subject
        if subject is None:
            return
        place = LAST_PLACE.get() if self._is_same_place(subject) else ""
        self._place = place or scene_requests.common_place(subject.tiles)
        self._show_output()

    def _is_same_place(self, subject: _Subject) -> bool:
        """The last place's name is offered again while the project has images of it."""
        root = QgsProject.instance().layerTreeRoot()
        last = LAST_PLACE.get()
        return bool(last) and any(group.name().startswith(f"{last} - ") for group in root.findGroups())

    def _show_output(self) -> None:
        date = self._subject.date if self._subject is not None else ""
        self._suggested = str(scene_requests.output_path(QgsProject.instance(), self._place, date))
        self._panel.show_output(self._suggested, self._place)

    def _on_place(self) -> None:
        """Name the file after the place until the analyst names it."""
        self._place = self._panel.place_edit.text()
        if self._panel.output_file.filePath() == self._suggested:
            date = self._subject.date if self._subject is not None else ""
            self._suggested = str(scene_requests.output_path(QgsProject.instance(), self._place, date))
            self._panel.output_file.setFilePath(self._suggested)

    def _describe(self, request: DescribeProductRequest) -> None:
        pending = engine_access.shared().submit(request)
        pending.finished.connect(self._on_described)
        pending.failed.connect(self._on_not_described)
        self._asked = pending

    @guarded_slot
    def _on_described(self, product: ProductDescription) -> None:
        self._asked = None
        if self._subject is None:
            return
        self._product = product
        warnings = [messages.notice_sentence(notice) for notice in product.warnings]
        text = scene_words.product_words(product)
        self._panel.show_scenes(self._title, text, warnings, count=len(self._subject.inputs))
        self._panel.ask_for_offset(product.offset.state == "ambiguous")
        if not self._subject.date:
            tiles = (product.tile,) if product.tile else ()
            self._subject = dataclasses.replace(self._subject, date=product.sensed_at, tiles=tiles)
            is_here = self._is_on_map(product.footprint)
            choose_data(self._panel.where_combo, WHERE_CANVAS if is_here else WHERE_WHOLE)
            self._suggest()

    def _on_not_described(self, error: MiningMonitorError) -> None:
        self._asked = None
        if not isinstance(error, CancelledError) and self._subject is not None:
            text = messages.error_sentence(error)
            self._panel.show_scenes(self._title, "", (text,), count=len(self._subject.inputs))

    def _is_on_map(self, footprint: str) -> bool:
        """Tell whether the map shows a part of a footprint (WGS 84), and something besides it has set the map there."""
        layers = [layer for layer in self._canvas.layers() if layer.isSpatial()]
        if not layers or not footprint:
            return False
        try:
            extent = image_refs.canvas_extent(self._canvas)
            wgs84 = image_refs.extent_crs(Extent(0, 0, 0, 0, STORAGE_CRS))
            context = QgsProject.instance().transformContext()
            box: QgsRectangle = image_refs.extent_in_crs(extent, wgs84, context)
        except MiningMonitorError:
            return False
        return bool(QgsGeometry.fromWkt(footprint).intersects(box))

    # -- loading ------------------------------------------------------------------------------------------------------

    def request(self) -> LoadSentinel2Request:
        """Return what the form asks for.

        Raises
        ------
        MiningMonitorError
            Something in it cannot be; the sentence says what.
        """
        subject, choice = self._subject, self._panel.choice()
        if subject is None:
            raise ParameterError(tr("Choose a product or a scene first."))
        is_undecided = self._product is not None and self._product.offset.state == "ambiguous"
        if is_undecided and choice.offset == "auto":
            raise ParameterError(tr("Choose whether the offset has been applied already; the form says why."))
        output = self._output(choice)
        extent = subject.extent or image_refs.canvas_extent(self._canvas) if choice.where == WHERE_CANVAS else None
        return LoadSentinel2Request(
            inputs=subject.inputs, output=str(output), bands=scene_requests.parse_band_names(choice.bands),
            resolution_m=choice.resolution_m, extent=extent, rendering=choice.rendering,
            composite=choice.composite if len(subject.inputs) > 1 else "first", offset=choice.offset,
            mask=str(scene_requests.mask_path(output)), rules=_rules(choice), headers=subject.headers,
        )  # fmt: skip

    def _output(self, choice: LoadChoice) -> Path:
        date = self._subject.date if self._subject is not None else ""
        path = Path(choice.output or scene_requests.output_path(QgsProject.instance(), choice.place, date))
        if path.suffix.lower() not in (".tif", ".tiff"):
            path = path.with_name(path.name + ".tif")
        if any(Path(layer.source()) == path for layer in QgsProject.instance().mapLayers().values()):
            raise ParameterError(tr("{} is open in this project. Choose another file.").format(path.name))
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    @guarded_slot
    def load(self) -> None:
        """Load as the form says."""
        if self._task is not None:
            return
        request = self.request()
        choice = self._panel.choice()
        LAST_PLACE.set(choice.place)
        task = RequestTask(tr("Load {}").format(self._title), request)
        task.progressed.connect(self._on_progress)
        task.succeeded.connect(lambda scene: self._on_loaded(scene, choice))
        task.failed.connect(self._on_failed)
        self._task = task
        self._panel.set_busy(True)
        self.busy.emit(True, tr("Loading…"), -1.0)
        tasks.start(task)

    def _on_progress(self, progress: Progress) -> None:
        if self._task is not None and not self._task.isCanceled():
            self.busy.emit(True, messages.stage_sentence(progress) or tr("Loading…"), progress.fraction or -1.0)

    def _end(self) -> None:
        self._task = None
        self._panel.set_busy(False)
        self.busy.emit(False, "", -1.0)

    @guarded_slot
    def _on_loaded(self, scene: LoadedScene, choice: LoadChoice) -> None:
        if self._task is None:
            return
        self._end()
        level = self._product.level if self._product is not None else scene_words.level_of(scene.scene_ids)
        sentence = scene_words.loaded_sentence(scene, choice.rendering, level)
        is_picture = choice.rendering in ("true-colour", "tci")
        layer = scene_layers.show_loaded(scene, choice.place, QgsProject.instance(), sentence, is_picture=is_picture)
        notices: List[str] = [messages.notice_sentence(notice) for notice in scene.warnings]
        for notice in notices:
            messages.warn(notice)
        self._subject = None
        self._loaded_id = layer.id()
        QTimer.singleShot(0, self._tell_loaded)  # the map has its turn first

    def _tell_loaded(self) -> None:
        layer_id, self._loaded_id = self._loaded_id, ""
        if layer_id:
            self.loaded.emit(layer_id)

    def _on_failed(self, error: BaseException) -> None:
        if self._task is None:
            return
        self._end()
        count = len(self._subject.inputs) if self._subject is not None else 1
        is_cancelled = isinstance(error, CancelledError)
        text = tr("Cancelled. Nothing was written.") if is_cancelled else messages.error_sentence(error)
        if isinstance(error, NetworkError) and error.code == NetworkError.code:
            text += " " + tr("What has come is kept for a day: load it again, and it goes on there.")
        self._panel.show_scenes(self._title, str(self._panel.words_label.text()), (text,), count=count)
        messages.report(error)


def _rules(choice: LoadChoice) -> MaskRules:
    return MaskRules(
        classes=choice.classes, cloud_dilation_m=choice.cloud_dilation_m, shadow_dilation_m=choice.shadow_dilation_m,
        exclude=scene_requests.polygons_wgs84(choice.exclude), keep=scene_requests.polygons_wgs84(choice.keep),
    )  # fmt: skip
