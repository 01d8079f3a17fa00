"""What an image is, in plain words: asked of the engine once, guessed from the layer until it answers."""

from __future__ import annotations

from typing import Dict, Optional, Tuple

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from mining_monitor.adapter import image_facts, image_refs, services
from mining_monitor.adapter.engine_access import EngineAccess, PendingRequest, shared
from mining_monitor.adapter.messages import is_english, tr
from mining_monitor.adapter.pixel_grids import metres_per_unit
from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.contract.imagery import ImageDescription
from mining_monitor.contract.requests import DescribeImageRequest
from mining_monitor.gui import words


class ImageWords(QObject):
    """Descriptions by layer, shared by the docks."""

    described = pyqtSignal(str)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._known: Dict[str, Tuple[str, Optional[ImageDescription], str]] = {}
        self._asked: Dict[str, PendingRequest] = {}

    def description(self, layer: QgsRasterLayer) -> Optional[ImageDescription]:
        """Return the engine's description of a layer, or None while it is not known."""
        known = self._known.get(layer.id())
        return known[1] if known is not None and known[0] == _key(layer) else None

    def sentence(self, layer: QgsRasterLayer) -> str:
        """Return what a layer is, in one sentence."""
        loaded = image_facts.text_property(layer, image_facts.WORDS_PROPERTY)
        if loaded and image_refs.has_lost_mask(layer):
            return tr("{} — its mask is gone: clouds would count as ground. Load the scene again.").format(loaded)
        if loaded:
            return loaded
        known = self._known.get(layer.id())
        if known is not None and known[0] == _key(layer):
            if known[2]:
                return known[2]
            if known[1] is not None and known[1].in_words and is_english():  # the engine's sentence is English
                return known[1].in_words
        return sentence_of_layer(layer)

    def ask(self, layer: QgsRasterLayer, access: Optional[EngineAccess] = None) -> None:
        """Ask the engine what a layer is, unless that is known or asked already; ``described`` tells the end."""
        layer_id, key = layer.id(), _key(layer)
        if layer_id in self._asked or (layer_id in self._known and self._known[layer_id][0] == key):
            return
        try:
            if image_refs.access(layer) is not image_refs.Access.FILE:
                self._known[layer_id] = (key, None, "")
                return
            request = DescribeImageRequest(image_refs.image_ref(layer))
        except MiningMonitorError as error:
            is_question = error.facts.get("reason") == services.REASON  # asked below the list, not said in it
            self._known[layer_id] = (key, None, "" if is_question else error.message)
            self.described.emit(layer_id)
            return
        pending = (access or shared()).submit(request)
        self._asked[layer_id] = pending
        pending.finished.connect(lambda answer: self._on_answer(layer_id, key, answer, ""))
        pending.failed.connect(lambda error: self._on_failure(layer_id, key, error))

    def forget(self) -> None:
        """Drop what is under way (unload, another engine)."""
        for pending in list(self._asked.values()):
            pending.drop()
        self._asked.clear()
        self._known.clear()

    def forget_layer(self, layer_id: str) -> None:
        """Look at a layer again: what may be done with it has changed."""
        self._known.pop(layer_id, None)
        self.described.emit(layer_id)

    def _on_answer(self, layer_id: str, key: str, answer: Optional[ImageDescription], problem: str) -> None:
        self._asked.pop(layer_id, None)
        self._known[layer_id] = (key, answer, problem)
        self.described.emit(layer_id)

    def _on_failure(self, layer_id: str, key: str, error: MiningMonitorError) -> None:
        self._asked.pop(layer_id, None)
        if error.code.startswith("image"):
            self._on_answer(layer_id, key, None, error.message)


def _key(layer: QgsRasterLayer) -> str:
    """Return what a description depends on: the source, and the CRS that the user may have changed."""
    return f"{layer.source()}|{image_refs.crs_text(layer.crs())}"


def ground_gsd_m(layer: QgsRasterLayer) -> Optional[float]:
    """Return the ground sampling distance at a layer's centre, or None for services and unknown CRS."""
    x, y = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
    if x <= 0 or y <= 0 or not layer.crs().isValid() or layer.extent().isEmpty():
        return None
    per_x, per_y = metres_per_unit(layer.crs(), layer.extent().center())
    return float((x * per_x * y * per_y) ** 0.5)


def sentence_of_layer(layer: QgsRasterLayer) -> str:
    """Return what QGIS itself knows of a layer, in one sentence."""
    if not layer.isValid():
        return tr("This image cannot be opened. Check its source in the layer properties.")
    provider = layer.dataProvider()
    if image_refs.is_google_tiles(layer.source()):
        return tr("Google's map tiles: their terms forbid image analysis. Choose another image.")
    host = services.service_host(layer)
    if host and not services.is_permitted(host):
        return tr("A map service of {}. Whether it may be analysed has not been confirmed yet.").format(host)
    if image_refs.is_picture(provider):
        return tr("A map service. It is fetched as a picture, at the pixel size of the model, before it is analysed.")
    parts = [
        tr("{} × {} pixels").format(words.whole(layer.width()), words.whole(layer.height())),
        tr("1 band") if layer.bandCount() == 1 else tr("{} bands").format(layer.bandCount()),
    ]
    bits = 8 * provider.dataTypeSize(1)
    if bits > 0:
        parts.append(tr("{} bit").format(bits))
    gsd = ground_gsd_m(layer)
    if gsd:
        parts.append(tr("{} on the ground").format(words.gsd_text(gsd)))
    parts.append(layer.crs().authid() or tr("no coordinate reference system"))
    return ", ".join(parts)
