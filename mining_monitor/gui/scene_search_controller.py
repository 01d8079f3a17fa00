"""What the search does: asks a catalogue, shows scenes and footprints, looks how clear each is here."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QPixmap

from mining_monitor.adapter import catalogues, engine_access, image_refs, messages
from mining_monitor.adapter.engine_access import PendingRequest
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.contract.errors import CancelledError, MiningMonitorError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.scenes import (
    DownloadResult,
    Scene,
    SceneCover,
    SceneCoverRequest,
    SceneList,
    SearchScenesRequest,
    ThumbnailRequest,
)
from mining_monitor.gui import words
from mining_monitor.gui.scene_footprints import Footprints
from mining_monitor.gui.scene_search import SceneSearch

#: How many scenes are looked into without being asked: each costs a little of the network.
MOST_LOOKS = 30


class SceneSearchController(QObject):
    """Connects the search form with the engine and the map."""

    #: Scenes to load, the place that was searched, and HTTP headers or None; True: at once, without the form.
    chosen = pyqtSignal(list, object, object, bool)

    def __init__(self, panel: SceneSearch, iface: Any) -> None:
        super().__init__(panel)
        self._panel = panel
        self._canvas = iface.mapCanvas()
        self._footprints = Footprints(self)
        self._pending: List[PendingRequest] = []
        self._looks: List[Scene] = []
        self._looked, self._to_look = 0, 0
        self._thumbnails: List[Scene] = []
        self._extent: Optional[Extent] = None
        self._headers: Optional[Dict[str, str]] = None
        self._key = ""
        self._folder: Optional[Path] = None
        self._is_engine_ready = False
        panel.search_requested.connect(self.search)
        panel.load_requested.connect(self._load_selected)
        panel.quick_load_requested.connect(self._load_row)
        panel.stop_requested.connect(self.stop_looking)
        panel.hovered.connect(self._on_hover)
        panel.selection_changed.connect(self._mark)

    def open(self) -> None:
        """Bring the form up to date when it is shown."""
        entries = [(catalogue.key, catalogue.title) for catalogue in catalogues.catalogues()]
        self._panel.show_catalogues(entries, catalogues.LAST.get())

    def set_engine_ready(self, ready: bool) -> None:
        """Follow the engine: it asks the catalogues."""
        self._is_engine_ready = ready

    def close(self) -> None:
        """Forget the search and take its footprints off the map."""
        for pending in self._pending:
            pending.drop()
        self._pending, self._looks, self._thumbnails = [], [], []
        self._footprints.clear()
        self._panel.show_scenes(())
        self._panel.show_clear_progress("")
        self._panel.set_busy(False)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    # -- searching --------------------------------------------------------------------------------------------------

    @guarded_slot
    def search(self) -> None:
        """Ask the catalogue about what the map shows."""
        if not self._is_engine_ready:
            messages.info(tr("Set up the engine first; it asks the catalogues."))
            return
        choice = self._panel.choice()
        extent = image_refs.canvas_extent(self._canvas)
        headers = catalogues.headers(choice.catalogue)
        self.close()
        self._extent, self._headers, self._key = extent, headers, choice.catalogue
        catalogues.LAST.set(choice.catalogue)
        self._panel.set_busy(True)
        self._panel.show_state(tr("Searching…"))
        request = SearchScenesRequest(
            choice.catalogue, extent, choice.start, choice.end, choice.max_cloud_percent, headers=headers
        )
        self._ask(request, self._on_found, self._on_search_failed)

    def _ask(self, request: Any, on_finished: Any, on_failed: Any) -> PendingRequest:
        pending = engine_access.shared().submit(request)
        self._pending.append(pending)

        def end(slot: Any, value: Any) -> None:
            if pending in self._pending:
                self._pending.remove(pending)
            slot(value)

        pending.finished.connect(lambda result: end(on_finished, result))
        pending.failed.connect(lambda error: end(on_failed, error))
        return pending

    @guarded_slot
    def _on_found(self, found: SceneList) -> None:
        self._panel.set_busy(False)
        self._panel.show_scenes(found.scenes)
        self._panel.show_state(found_sentence(found))
        self._footprints.show(found.scenes)
        ordered = self._panel.table.scenes()
        self._thumbnails = [scene for scene in ordered if scene.thumbnail]
        self._looks = ordered[:MOST_LOOKS]
        self._looked, self._to_look = 0, len(self._looks)
        self._panel.table.set_waiting([scene.scene_id for scene in self._looks])
        self._next_thumbnail()
        self._next_look()

    def _on_search_failed(self, error: MiningMonitorError) -> None:
        self._panel.set_busy(False)
        self._panel.show_state(messages.error_sentence(error))
        if not isinstance(error, CancelledError):
            messages.report(error)

    # -- thumbnails and clouds, one after the other --------------------------------------------------------------

    def _next_thumbnail(self) -> None:
        if not self._thumbnails:
            return
        scene = self._thumbnails.pop(0)
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="mining-monitor-thumbnails-"))
        suffix = ".png" if scene.thumbnail.lower().split("?")[0].endswith(".png") else ".jpg"
        name = f"{abs(hash(scene.scene_id)):x}{suffix}"
        request = ThumbnailRequest(scene.thumbnail, str(self._folder / name), self._headers_for(scene.thumbnail))

        def show(result: DownloadResult) -> None:
            self._panel.table.set_picture(scene.scene_id, QPixmap(result.output))
            self._next_thumbnail()

        self._ask(request, show, lambda _error: self._next_thumbnail())

    def _next_look(self) -> None:
        if not self._looks or self._extent is None:
            self._panel.show_clear_progress("")
            self._panel.table.set_waiting(())
            return
        scene = self._looks.pop(0)
        self._looked += 1
        self._panel.show_clear_progress(
            tr("Looking how clear it is here: {done} of {total}").format(done=self._looked, total=self._to_look)
        )
        request = SceneCoverRequest(scene.item, self._extent, headers=self._headers_for(scene.item))

        def show(cover: SceneCover) -> None:
            self._panel.table.set_cover(scene.scene_id, cover)
            self._next_look()

        def fail(error: MiningMonitorError) -> None:
            if not isinstance(error, CancelledError):
                self._panel.table.set_failed(scene.scene_id, messages.error_sentence(error))
            self._next_look()

        self._ask(request, show, fail)

    def stop_looking(self) -> None:
        """Look into no further scene."""
        self._looks = []
        for pending in self._pending:
            if isinstance(pending.request, SceneCoverRequest):
                pending.cancel()
        self._panel.show_clear_progress("")
        self._panel.table.set_waiting(())

    # -- map and way on ---------------------------------------------------------------------------------------------

    def _on_hover(self, row: int) -> None:
        if self._panel.table.has_row(row):
            self._footprints.mark([self._panel.table.scene(row).scene_id, *self._selected_ids()])

    def _mark(self) -> None:
        self._footprints.mark(self._selected_ids())

    def _selected_ids(self) -> List[str]:
        return [scene.scene_id for scene in self._panel.selected()]

    @guarded_slot
    def _load_selected(self) -> None:
        scenes = self._panel.selected()
        if scenes:
            self._choose(scenes, at_once=False)

    @guarded_slot
    def _load_row(self, row: int) -> None:
        if self._panel.table.has_row(row):
            self._choose([self._panel.table.scene(row)], at_once=True)

    def _choose(self, scenes: List[Scene], *, at_once: bool) -> None:
        headers = self._headers_for(*(scene.item for scene in scenes))
        self.chosen.emit(scenes, self._extent, headers, at_once)

    def _headers_for(self, *addresses: str) -> Optional[Dict[str, str]]:
        return catalogues.headers_for(self._key, self._headers, *addresses)


def found_sentence(found: SceneList) -> str:
    """Return what a search has found, with what the catalogue had to say."""
    if not found.scenes:
        first = tr("No scene matches. Allow more cloud or a longer time, or move the map.")
    elif len(found.scenes) == 1:
        first = tr("1 scene. Double-click it to load what the map shows.")
    elif found.matched and found.matched > len(found.scenes):
        first = tr("The newest {shown} of {matched} scenes. Double-click one to load what the map shows.").format(
            shown=words.whole(len(found.scenes)), matched=words.whole(found.matched)
        )
    else:
        first = tr("{} scenes. Double-click one to load what the map shows.").format(words.whole(len(found.scenes)))
    return " ".join([first, *(messages.notice_sentence(notice) for notice in found.warnings)])
