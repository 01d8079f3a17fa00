"""Magic select, the plugin's half: which image lies under a click, what the engine is asked, its answer as shapes."""

from __future__ import annotations

from typing import Dict, Iterable, List, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)

from mining_monitor.adapter import image_refs
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.project_store import KIND_PROPERTY
from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.growing import GrowRegionRequest, GrowRegionResult
from mining_monitor.schema.fields import STORAGE_CRS

#: Kinds of result rasters that have a say.
CLASSES, CONFIDENCE = "class_raster", "confidence_raster"


def image_at(layers: Iterable[QgsMapLayer], place: QgsPointXY) -> QgsRasterLayer:
    """Return the topmost image that the map shows at a place.

    Parameters
    ----------
    layers : iterable of QgsMapLayer
        As the canvas draws them, topmost first.
    place : QgsPointXY
        Longitude and latitude.

    Raises
    ------
    ImageError
        There is none.
    """
    for layer in layers:
        is_image = isinstance(layer, QgsRasterLayer) and layer.isValid() and not layer.customProperty(KIND_PROPERTY, "")
        if is_image and _covers(layer, place):
            return layer
    raise ImageError(tr("The map shows no image where you clicked. Add the image, or switch its layer on."))


def _covers(layer: QgsRasterLayer, place: QgsPointXY) -> bool:
    crs = QgsCoordinateReferenceSystem(STORAGE_CRS)
    if not layer.crs().isValid():
        return False
    try:
        there = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance()).transform(place)
    except QgsCsException:
        return False
    return bool(layer.extent().contains(there))


def grow_request(
    layers: Sequence[QgsMapLayer], points: Sequence[QgsPointXY], radius_m: float, results: Iterable[QgsMapLayer] = ()
) -> GrowRegionRequest:
    """Return what the engine is asked.

    Parameters
    ----------
    layers : sequence of QgsMapLayer
        What the map shows, topmost first.
    points : sequence of QgsPointXY
        Longitude and latitude of each click.
    radius_m : float
        How far to look.
    results : iterable of QgsMapLayer
        Layers among which rasters of the last run may be, drawn or not.

    Raises
    ------
    ImageError
        No image lies there, it may not be analysed, or the engine cannot open it.
    """
    image = image_at(layers, points[0])
    if image_refs.access(image) is not image_refs.Access.FILE:
        raise ImageError(
            tr(
                "Magic select reads image files, and '{}' comes from a service or a database. Load the scene in the "
                "Imagery dock, or export the layer to a GeoTIFF."
            ).format(image.name()),
            layer=image.name(),
        )
    rasters = _rasters(results, points[0])
    return GrowRegionRequest(
        image=image_refs.image_ref(image),
        points=tuple((float(point.x()), float(point.y())) for point in points),
        radius_m=radius_m,
        class_raster=rasters.get(CLASSES, ""),
        confidence_raster=rasters.get(CONFIDENCE, "") if CLASSES in rasters else "",
        valid_mask=image_refs.valid_mask(image) or "",
    )


def _rasters(layers: Iterable[QgsMapLayer], place: QgsPointXY) -> Dict[str, str]:
    """Return the files of a run's rasters at a place, by kind; the first of each."""
    found: Dict[str, str] = {}
    for layer in layers:
        kind = str(layer.customProperty(KIND_PROPERTY, "") or "")
        is_file = kind in (CLASSES, CONFIDENCE) and isinstance(layer, QgsRasterLayer) and layer.isValid()
        if is_file and layer.providerType() == "gdal" and _covers(layer, place):
            found.setdefault(kind, layer.source())
    return found


class Growth:
    """Nested regions round a click, and the one that is shown now.

    Attributes
    ----------
    index : int
        The step that is shown.
    """

    def __init__(self, result: GrowRegionResult) -> None:
        self._steps = result.steps
        self._shapes: Dict[int, QgsGeometry] = {}
        self.has_scores = result.has_scores
        self.index = min(max(result.guess, 0), max(len(result.steps) - 1, 0))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not self._steps

    @property
    def area_m2(self) -> float:
        """Geodesic area of the region that is shown."""
        return self._steps[self.index].area_m2 if self._steps else 0.0

    @property
    def shape(self) -> QgsGeometry:
        """The region that is shown, in EPSG:4326; null when nothing was found or the answer is damaged."""
        if not self._steps:
            return QgsGeometry()
        if self.index not in self._shapes:
            self._shapes[self.index] = QgsGeometry.fromWkt(self._steps[self.index].wkt)
        return self._shapes[self.index]

    def turn(self, notches: int) -> bool:
        """Go to a larger (above 0) or smaller region; False at the end of the range."""
        index = min(max(self.index + notches, 0), max(len(self._steps) - 1, 0))
        is_other, self.index = index != self.index, index
        return is_other

    def take_size_of(self, area_m2: float) -> None:
        """Show the region whose size is nearest to an area: another click keeps what the wheel had chosen."""
        if self._steps:
            sizes: List[float] = [abs(step.area_m2 - area_m2) for step in self._steps]
            self.index = sizes.index(min(sizes))


def to_lonlat(place: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> Optional[QgsPointXY]:
    """Return longitude and latitude of a place of the map; None where it has none."""
    target = QgsCoordinateReferenceSystem(STORAGE_CRS)
    try:
        found = QgsCoordinateTransform(crs, target, QgsProject.instance()).transform(place)
    except QgsCsException:
        return None
    return found if abs(found.x()) <= 180 and abs(found.y()) <= 90 else None
