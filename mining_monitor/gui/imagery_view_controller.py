"""What can be done with the chosen image: how it is drawn, when and by whom it was taken, permission, overviews."""

from __future__ import annotations

from typing import Any, Dict, Optional, Set

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from mining_monitor.adapter import (
    citations,
    image_facts,
    image_refs,
    messages,
    overviews,
    raster_styles,
    scene_layers,
    services,
    tasks,
)
from mining_monitor.adapter.image_facts import LayerFacts
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.raster_styles import SWIR, TRUE_COLOUR, StretchTask
from mining_monitor.adapter.tasks import RequestTask, WorkTask
from mining_monitor.contract.errors import CancelledError, MiningMonitorError
from mining_monitor.contract.spectral import SpectralIndexRequest, SpectralIndexResult
from mining_monitor.gui import words
from mining_monitor.gui.image_roles import index_path, roles_of
from mining_monitor.gui.image_words import ImageWords
from mining_monitor.gui.imagery_details import DateAndSource, ImageryDetails, Views


class ImageryViewController(QObject):
    """Connects the details of an image with its layer."""

    #: A layer's id: what may be done with it has changed (a service was confirmed).
    permitted = pyqtSignal(str)
    #: (busy, sentence, fraction), as the bar below shows it.
    busy = pyqtSignal(bool, str, float)

    def __init__(self, panel: ImageryDetails, iface: Any, image_words: ImageWords) -> None:
        super().__init__(panel)
        self._panel = panel
        self._canvas = iface.mapCanvas()
        self._words = image_words
        self._layer_id = ""
        self._running: Dict[WorkTask, str] = {}
        self._overviews_of = ""
        self._just_opened: Set[str] = set()
        panel.colour_requested.connect(lambda: self.draw(TRUE_COLOUR))
        panel.swir_requested.connect(lambda: self.draw(SWIR))
        panel.index_requested.connect(self.show_index)
        panel.facts_edited.connect(self._on_facts)
        panel.ask_requested.connect(self.ask_service)
        panel.permit_requested.connect(self.permit)
        panel.overviews_requested.connect(self.build_overviews)

    def close(self) -> None:
        """Cancel what runs (unload)."""
        running, self._running = list(self._running), {}
        for task in running:
            task.cancel()

    def cancel(self) -> None:
        """Cancel what runs."""
        for task in list(self._running):
            task.cancel()

    def layer(self) -> Optional[QgsRasterLayer]:
        """Return the image that is shown, or None."""
        layer = QgsProject.instance().mapLayer(self._layer_id) if self._layer_id else None
        return layer if isinstance(layer, QgsRasterLayer) else None

    def expect(self, layer: QgsRasterLayer) -> None:
        """Draw an image that the dock opened in true colour once its bands are known: QGIS takes the first three."""
        if layer.bandCount() > 3:
            self._just_opened.add(layer.id())

    @guarded_slot
    def show(self, layer_id: str) -> None:
        """Show what is known of an image and what can be done with it."""
        self._layer_id = layer_id
        layer = self.layer()
        self._panel.setEnabled(layer is not None and layer.isValid())
        if layer is None or not layer.isValid():
            self._panel.show_permission("")
            self._panel.show_overviews("")
            self._panel.show_views(Views())
            self._panel.show_facts(DateAndSource(), can_ask=False)
            return
        roles = roles_of(layer, self._words)
        if layer_id in self._just_opened and raster_styles.bands_for(TRUE_COLOUR, roles) is not None:
            self._just_opened.discard(layer_id)
            self.draw(TRUE_COLOUR)
        self._panel.show_views(
            Views(
                raster_styles.bands_for(TRUE_COLOUR, roles) is not None,
                raster_styles.bands_for(SWIR, roles) is not None,
                raster_styles.indices_for(roles),
            )
        )
        description = self._words.description(layer)
        facts = image_facts.complete(layer, observed_at=description.observed_at if description else None)
        shown = DateAndSource(facts.date[:10], facts.date2[:10], facts.system)
        self._panel.show_facts(shown, can_ask=bool(citations.citations_url(layer)))
        self._panel.show_permission(_permission_sentence(layer))
        self._show_overviews(layer)

    # -- rendering ------------------------------------------------------------------------------------------------

    @guarded_slot
    def draw(self, combination: str, layer: Optional[QgsRasterLayer] = None) -> None:
        """Draw the image in a band combination, stretched to what the map shows."""
        layer = layer or self.layer()
        if layer is None:
            return
        bands = raster_styles.bands_for(combination, roles_of(layer, self._words))
        if bands is None:
            return
        if raster_styles.is_bytes(layer):
            raster_styles.draw_bands(layer, raster_styles.as_they_are(bands))
            return
        extent = None
        try:
            seen = image_refs.canvas_extent(self._canvas)
            extent = image_refs.extent_in_crs(seen, layer.crs(), QgsProject.instance().transformContext())
        except MiningMonitorError:
            extent = None
        layer_id = layer.id()
        mask = image_refs.valid_mask(layer)
        task = StretchTask(layer, bands, extent, mask=mask, is_joint=combination == TRUE_COLOUR)
        self._start(task, lambda stretches: self._on_stretch(layer_id, stretches))

    def _on_stretch(self, layer_id: str, stretches: Any) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if isinstance(layer, QgsRasterLayer):
            raster_styles.draw_bands(layer, stretches)

    @guarded_slot
    def show_index(self, index: str) -> None:
        """Compute an index of the image and show it above it; one that is there already is shown again."""
        layer = self.layer()
        if layer is None:
            return
        image_refs.image_ref(layer)  # says why where the engine cannot open it
        output = index_path(layer, index)
        found = scene_layers.find_index(str(output), QgsProject.instance())
        if found is not None:
            node = QgsProject.instance().layerTreeRoot().findLayer(found.id())
            if node is not None:
                node.setItemVisibilityCheckedParentRecursive(True)
            return
        output.parent.mkdir(parents=True, exist_ok=True)
        request = SpectralIndexRequest(layer.source(), index, str(output))
        task = RequestTask(tr("{index} of {image}").format(index=index, image=layer.name()), request)
        layer_id = layer.id()
        self._start(task, lambda result: self._on_index(layer_id, index, result))
        self.busy.emit(True, tr("Computing {}…").format(index), -1.0)

    def _on_index(self, layer_id: str, index: str, result: SpectralIndexResult) -> None:
        for notice in result.warnings:
            tell = messages.info if messages.is_as_it_should_be(notice) else messages.warn
            tell(messages.notice_sentence(notice))
        layer = QgsProject.instance().mapLayer(layer_id)
        is_there = scene_layers.find_index(result.output, QgsProject.instance()) is not None  # it was asked for twice
        if not isinstance(layer, QgsRasterLayer) or is_there:
            return
        made = scene_layers.show_index(result.output, index, layer, QgsProject.instance())
        if not raster_styles.has_fixed_colours(index):
            made_id = made.id()
            self._start(StretchTask(made, (1,)), lambda found: self._on_ratio(made_id, index, found[0]))

    def _on_ratio(self, layer_id: str, index: str, stretch: raster_styles.Stretch) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if isinstance(layer, QgsRasterLayer):
            raster_styles.draw_index(layer, index, stretch)

    def _start(self, task: WorkTask, on_success: Any) -> None:
        self._running[task] = self._layer_id

        def succeed(result: Any) -> None:
            if self._running.pop(task, None) is not None:
                self.busy.emit(False, "", -1.0)
                with messages.guarded():
                    on_success(result)

        def fail(error: BaseException) -> None:
            if self._running.pop(task, None) is not None:
                self.busy.emit(False, "", -1.0)
                self._on_failed(error)

        task.succeeded.connect(succeed)
        task.failed.connect(fail)
        tasks.start(task)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, CancelledError):
            messages.report(error)

    # -- date and source ------------------------------------------------------------------------------------------

    def _on_facts(self) -> None:
        layer = self.layer()
        if layer is None:
            return
        fields, before = self._panel.facts(), image_facts.known(layer)
        date = before.date if before.date[:10] == fields.date else fields.date  # a time of day is kept
        date2 = before.date2 if before.date2[:10] == fields.date2 else fields.date2
        facts = LayerFacts(date, date2, fields.system, before.scene_id, before.attribution, before.place)
        if facts == before:
            return
        try:
            image_facts.store(layer, facts)
        except MiningMonitorError as error:
            self._panel.say(messages.error_sentence(error))
            return
        scene_layers.tell_sectors(layer, QgsProject.instance())
        self._panel.show_facts(
            DateAndSource(date[:10], date2[:10], fields.system), can_ask=bool(citations.citations_url(layer))
        )

    @guarded_slot
    def ask_service(self) -> None:
        """Ask an Esri World Imagery server when the picture in the middle of the map was taken."""
        layer = self.layer()
        if layer is None:
            return
        map_settings = self._canvas.mapSettings()
        task = citations.CitationTask(layer, map_settings.visibleExtent(), map_settings.destinationCrs())
        layer_id = layer.id()
        self._panel.say(tr("Asking the service…"))
        task.failed.connect(lambda _error: self._panel.say(tr("The service does not say. Enter date and source.")))
        self._start(task, lambda citation: self._on_citation(layer_id, citation))

    def _on_citation(self, layer_id: str, citation: citations.Citation) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if not isinstance(layer, QgsRasterLayer):
            return
        before = image_facts.known(layer)
        facts = LayerFacts(
            citation.date, "", citation.system or before.system, before.scene_id, before.attribution, before.place
        )
        image_facts.store(layer, facts)
        if layer_id == self._layer_id:
            self.show(layer_id)
            details = [tr("This is the picture in the middle of the map; elsewhere the mosaic can be older or newer.")]
            if citation.accuracy_m:
                details.append(tr("Its places are within {} m.").format(words.number(citation.accuracy_m, 0)))
            self._panel.say(" ".join(details))

    # -- permission and overviews -----------------------------------------------------------------------------------

    @guarded_slot
    def permit(self) -> None:
        """Note that the service's terms permit analysis."""
        layer = self.layer()
        host = services.service_host(layer) if layer is not None else ""
        if not host:
            return
        services.permit(host)
        self._panel.show_permission("")
        self.permitted.emit(self._layer_id)

    def _show_overviews(self, layer: QgsRasterLayer) -> None:
        if self._overviews_of == layer.id():
            return
        missing = overviews.missing(layer)
        if missing is None:
            self._panel.show_overviews("")
            return
        size = words.number(missing.size_bytes / 1e6, 0)
        self._panel.show_overviews(
            tr("This image is slow when zoomed out. Overviews help; they take about {} MB beside the file.").format(
                size
            )
        )

    @guarded_slot
    def build_overviews(self) -> None:
        """Build overviews beside the file, in the background."""
        layer = self.layer()
        if layer is None:
            return
        task, layer_id = overviews.OverviewTask(layer), layer.id()
        self._overviews_of = layer_id
        self._panel.show_overviews(tr("Building overviews… You can go on working."), is_busy=True)
        task.progressed.connect(
            lambda progress: self.busy.emit(True, tr("Building overviews…"), max(progress.fraction, 0.001))
        )
        task.failed.connect(lambda _error: self._on_overviews(layer_id))
        self._start(task, lambda _path: self._on_overviews(layer_id))

    def _on_overviews(self, layer_id: str) -> None:
        self._overviews_of = ""
        layer = QgsProject.instance().mapLayer(layer_id)
        if isinstance(layer, QgsRasterLayer):
            layer.reload()
            layer.triggerRepaint()
            if layer_id == self._layer_id:
                self.show(layer_id)


def _permission_sentence(layer: QgsRasterLayer) -> str:
    host = services.service_host(layer)
    if not host or services.is_google_tiles(layer.source()) or services.is_permitted(host):
        return ""
    return tr(
        "This picture comes from {}. Many services forbid the analysis of their pictures by programs; whether this one "
        "permits it stands in its terms of use. You are asked once per service."
    ).format(host)
