"""What is under the cursor, live: class, state, confidence and area of the topmost sector, and how many lie below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional, Tuple

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from mining_monitor.adapter.compat import number_of, text_of
from mining_monitor.adapter.growing import to_lonlat
from mining_monitor.adapter.messages import tr
from mining_monitor.gui import words
from mining_monitor.schema.classes import BY_KEY

#: The cursor is looked at when it has moved and this time has passed.
PAUSE_MS = 60

#: More sectors than these at one place are counted, not read.
_MOST = 50

#: The index is asked for a box of this half side, in degrees: one without any size is read as no box at all.
_NEAR_DEG = 1e-9

_FIELDS = ("class", "state", "confidence", "area_m2", "Name")
_SITE_CODE = BY_KEY["lsm"].code


@dataclass(frozen=True)
class Found:
    """A sector at a place."""

    fid: int
    code: int
    state: str
    confidence: Optional[float]
    area_m2: Optional[float]
    name: str

    @property
    def depth(self) -> Tuple[bool, int]:
        """Sorting key, topmost first: site polygons lie below, what was drawn last lies above."""
        return self.code == _SITE_CODE, -self.fid


def sectors_at(layer: QgsVectorLayer, place: QgsPointXY) -> List[Found]:
    """Return the sectors of a layer that hold a place in its CRS, topmost first; read by the spatial index."""
    columns = [layer.fields().indexOf(name) for name in _FIELDS]
    request = QgsFeatureRequest().setFilterRect(QgsRectangle(place, place).buffered(_NEAR_DEG))
    request.setSubsetOfAttributes([column for column in columns if column >= 0]).setLimit(_MOST)
    point = QgsGeometry.fromPointXY(place)
    found = [
        _found(feature, columns)
        for feature in layer.getFeatures(request)
        if feature.hasGeometry() and feature.geometry().contains(point)
    ]
    return sorted(found, key=lambda each: each.depth)


def _found(feature: QgsFeature, columns: List[int]) -> Found:
    code, state, confidence, area, name = (feature.attribute(c) if c >= 0 else None for c in columns)
    number = number_of(code)
    return Found(
        feature.id(), -1 if number is None else int(number), text_of(state), number_of(confidence), number_of(area),
        text_of(name),
    )  # fmt: skip


def sentence(found: List[Found]) -> str:
    """Return a line on the sectors at a place, topmost first."""
    if not found:
        return tr("No sector under the cursor")
    top = found[0]
    parts = [words.class_title(top.code) if top.code >= 0 else tr("No class")]
    if top.name:
        parts.append(top.name)
    parts.append(words.state_title(top.state) if top.state else tr("no state"))
    parts.append(tr("drawn by hand") if top.confidence is None else f"{100 * top.confidence:.0f} %")
    if top.area_m2 is not None:
        parts.append(words.area_text(top.area_m2))
    text = " · ".join(parts)
    below = found[1:]
    if not below:
        return text
    titles = ", ".join(dict.fromkeys(words.class_short_title(each.code) for each in below))
    return tr("{top} (below: {count}, {titles})").format(top=text, count=len(below), titles=titles)


class UnderCursor(QObject):
    """Watches the mouse on the map while somebody wants to know.

    Parameters
    ----------
    layer : callable
        Returns the layer at work, or None.
    is_wanted : callable
        Asked before anything is read.
    """

    #: A line to show; empty when there is no layer.
    described = pyqtSignal(str)

    def __init__(
        self,
        canvas: QgsMapCanvas,
        layer: Callable[[], Optional[QgsVectorLayer]],
        is_wanted: Callable[[], bool],
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._canvas, self._layer, self._is_wanted = canvas, layer, is_wanted
        self._place: Optional[QgsPointXY] = None
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)
        canvas.xyCoordinates.connect(self._on_moved)

    def close(self) -> None:
        """Stop watching (unload)."""
        self._timer.stop()
        self._canvas.xyCoordinates.disconnect(self._on_moved)

    def _on_moved(self, place: QgsPointXY) -> None:
        if self._is_wanted():
            self._place = QgsPointXY(place)
            if not self._timer.isActive():
                self._timer.start()

    def look(self) -> None:
        """Look at the place where the cursor was last, now."""
        layer = self._layer()
        text = ""
        if layer is not None and self._place is not None and self._is_wanted():
            place = to_lonlat(self._place, self._canvas.mapSettings().destinationCrs())
            text = sentence([] if place is None else sectors_at(layer, place))
        if text != self._said:
            self._said = text
            self.described.emit(text)
