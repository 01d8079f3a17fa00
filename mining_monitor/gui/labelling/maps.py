"""Two maps that show one point at two dates, and nothing that could tell the map's class."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan, QgsVertexMarker
from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from mining_monitor.adapter.image_refs import provenance
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.project_store import KIND_PROPERTY
from mining_monitor.gui.forms import choose_data, let_shrink
from mining_monitor.schema.fields import STORAGE_CRS

#: Half the ground that is shown around a point at first, in metres and in pixels of the image.
_HALF_M, _HALF_PX = 150.0, 50.0

_MARK_PX = 22

#: For images in degrees: metres everywhere near enough for the eye.
_METRES_CRS = "EPSG:3857"


def image_layers() -> List[Tuple[str, str]]:
    """Return (id, name) of the images in the project, the oldest first; class rasters would give the map away."""
    layers = [layer for layer in QgsProject.instance().mapLayers().values() if _is_image(layer)]
    dated = sorted((_date(layer), layer.name(), layer.id()) for layer in layers if _date(layer))
    others = sorted((layer.name(), layer.id()) for layer in layers if not _date(layer))
    return [(layer_id, f"{name} ({date})") for date, name, layer_id in dated] + [(i, name) for name, i in others]


def _date(layer: QgsRasterLayer) -> str:
    return str(provenance(layer).get("observed_at") or "")[:10]


def _has_date(layer_id: str) -> bool:
    layer = QgsProject.instance().mapLayer(layer_id)
    return isinstance(layer, QgsRasterLayer) and bool(_date(layer))


def _is_image(layer: object) -> bool:
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid() or layer.customProperty(KIND_PROPERTY, ""):
        return False
    renderer = layer.renderer()
    return renderer is not None and renderer.type() != "paletted"


class ImageMap(QWidget):
    """A map with one image on it, which is chosen above it."""

    def __init__(self, title: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.title = title
        self.combo = QComboBox(self)
        self.combo.setAccessibleName(title)
        let_shrink(self.combo)
        self.date_label = QLabel(self)
        self.canvas = QgsMapCanvas(self)
        self.canvas.setMinimumSize(240, 200)
        self.canvas.enableAntiAliasing(True)
        self.canvas.setAccessibleName(title)
        self._tool = QgsMapToolPan(self.canvas)
        self.canvas.setMapTool(self._tool)
        self._marks = [_mark(self.canvas, "#000000", 5), _mark(self.canvas, "#ffffff", 2)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.combo, self.date_label):
            layout.addWidget(widget)
        layout.addWidget(self.canvas, 1)
        self.combo.currentIndexChanged.connect(lambda _i: self.show_image())

    def image(self) -> Optional[QgsRasterLayer]:
        """Return the chosen image."""
        layer = QgsProject.instance().mapLayer(str(self.combo.currentData() or ""))
        return layer if isinstance(layer, QgsRasterLayer) else None

    def facts(self) -> Tuple[str, str]:
        """Return name and date of the chosen image; empty where there is none or no date is known."""
        layer = self.image()
        return ("", "") if layer is None else (layer.name(), _date(layer))

    def show_images(self, images: Sequence[Tuple[str, str]], otherwise: str) -> None:
        """Fill the list; what was chosen stays chosen, at first the image with the id ``otherwise`` is."""
        chosen = self.combo.currentData()
        blocker = QSignalBlocker(self.combo)
        self.combo.clear()
        self.combo.addItem(tr("no image"), "")
        for layer_id, name in images:
            self.combo.addItem(name, layer_id)
        if chosen is None or not choose_data(self.combo, chosen):
            choose_data(self.combo, otherwise)
        del blocker
        self.show_image()

    def show_image(self) -> None:
        """Put the chosen image on the map, and nothing else."""
        layer = self.image()
        self.canvas.setLayers([] if layer is None else [layer])
        _name, date = self.facts()
        text = tr("no image chosen") if layer is None else date or tr("no date known")
        if self.combo.count() == 1:
            text = tr("there is no image; open one in the Imagery dock")
        self.date_label.setText(f"{self.title}: {text}")
        self.canvas.refresh()

    def let_go(self) -> None:
        """Take everything off the map; what is being drawn is given up."""
        self.combo.blockSignals(True)
        self.canvas.stopRendering()
        self.canvas.setLayers([])
        scene = self.canvas.scene()
        for mark in self._marks:
            scene.removeItem(mark)
        self._marks = []

    def show_point(self, place: QgsPointXY) -> None:
        """Mark a place, in the map's CRS."""
        for mark in self._marks:
            mark.setCenter(place)
            mark.show()


def _mark(canvas: QgsMapCanvas, colour: str, width: int) -> QgsVertexMarker:
    """Return an open ring: the ground at the point itself stays in sight."""
    mark = QgsVertexMarker(canvas)
    mark.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
    mark.setIconSize(_MARK_PX)
    mark.setPenWidth(width)
    mark.setColor(QColor(colour))
    mark.setFillColor(QColor(0, 0, 0, 0))
    mark.hide()
    return mark


class TwoMaps:
    """Keeps two maps at one place and one scale, in a CRS of metres."""

    def __init__(self, first: ImageMap, second: ImageMap) -> None:
        self.maps = (first, second)
        self._is_copying = False
        self._place: Optional[QgsPointXY] = None
        first.canvas.extentsChanged.connect(self._follow_first)
        second.canvas.extentsChanged.connect(self._follow_second)

    def let_go(self) -> None:
        """Cut the maps off before they are deleted: a map that goes tells a last extent."""
        self._is_copying = True
        first, second = self.maps
        first.canvas.extentsChanged.disconnect(self._follow_first)
        second.canvas.extentsChanged.disconnect(self._follow_second)
        for each in self.maps:
            each.let_go()

    def _follow_first(self) -> None:
        self._copy(*self.maps)

    def _follow_second(self) -> None:
        self._copy(self.maps[1], self.maps[0])

    def refill(self) -> None:
        """Offer the images of the project: at first the oldest and the newest one of those with a date."""
        images = image_layers()
        dated = [layer_id for layer_id, _name in images if _has_date(layer_id)] or [key for key, _name in images]
        for each, at_first in zip(self.maps, (dated[:1], dated[-1:])):
            each.show_images(images, "".join(at_first))
        self._take_crs()

    def show_point(self, lon: float, lat: float) -> None:
        """Bring both maps to a point, at the scale that they have."""
        self._take_crs()
        first = self.maps[0].canvas
        crs = first.mapSettings().destinationCrs()
        turn = QgsCoordinateTransform(QgsCoordinateReferenceSystem(STORAGE_CRS), crs, QgsProject.instance())
        try:
            place = turn.transform(QgsPointXY(lon, lat))
        except QgsCsException:
            return
        half = self._half(place)
        self._place = place
        self._is_copying = True
        for each in self.maps:
            each.canvas.setExtent(QgsRectangle(place.x() - half, place.y() - half, place.x() + half, place.y() + half))
            each.show_point(place)
            each.canvas.refresh()
        self._is_copying = False
        self._copy(*self.maps)

    def _half(self, place: QgsPointXY) -> float:
        """Return half the side of the ground to show: what the reader has zoomed to, at first what the image tells."""
        extent = self.maps[0].canvas.extent()
        if self._place is not None and extent.contains(self._place):
            return float(min(extent.width(), extent.height())) / 2
        return max(_HALF_M, *(_HALF_PX * _pixel(each.image()) for each in self.maps))

    def _take_crs(self) -> None:
        """Use the CRS of an image in metres, so that its pixels are drawn as they are."""
        layers = [each.image() for each in self.maps]
        known = [layer.crs() for layer in layers if layer is not None and _is_metric(layer.crs())]
        crs = known[0] if known else QgsCoordinateReferenceSystem(_METRES_CRS)
        if self.maps[0].canvas.mapSettings().destinationCrs() != crs:
            self._place = None
            self._is_copying = True
            for each in self.maps:
                each.canvas.setDestinationCrs(crs)
            self._is_copying = False

    def _copy(self, source: ImageMap, target: ImageMap) -> None:
        """Bring one map to the centre and scale of the other; the answer to that is no new question."""
        if self._is_copying or not source.canvas.width() or not target.canvas.width():
            return
        self._is_copying = True
        target.canvas.setCenter(source.canvas.center())
        target.canvas.zoomScale(source.canvas.scale())
        self._is_copying = False


def _is_metric(crs: QgsCoordinateReferenceSystem) -> bool:
    return bool(crs.isValid() and crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceMeters)


def _pixel(layer: Optional[QgsRasterLayer]) -> float:
    """Return the size of a pixel in metres; 0 where that is not known."""
    if layer is None or not _is_metric(layer.crs()) or layer.dataProvider().name() != "gdal":
        return 0.0
    return float(layer.rasterUnitsPerPixelX())
