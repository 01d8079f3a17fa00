"""The demo's map: image, sectors in the colours of their classes, legend, scale bar. Runs inside QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import List

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayerTree,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

PAGE_MM = (297.0, 210.0)
MAP_MM = (10.0, 22.0, 205.0, 178.0)
SIDE_MM = 221.0
DPI = 160

#: Length that the scale bar may have, and the lengths that its two segments may stand for.
BAR_MM = 52.0
STEPS_KM = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)

_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters


def _place(item, x_mm: float, y_mm: float, width_mm: float, height_mm: float) -> None:
    item.attemptMove(QgsLayoutPoint(x_mm, y_mm, _MM))
    item.attemptResize(QgsLayoutSize(width_mm, height_mm, _MM))


def _label(layout: QgsPrintLayout, text: str, points: float, place: tuple, is_bold: bool = False) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    font = QFont("Open Sans")
    font.setPointSizeF(points)
    font.setBold(is_bold)
    label.setFont(font)
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    layout.addLayoutItem(label)
    _place(label, *place)


def _map(layout: QgsPrintLayout, image: QgsRasterLayer, layers: List[QgsMapLayer]) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    _place(item, *MAP_MM)
    crs = image.crs()
    if crs.isGeographic():
        crs = QgsCoordinateReferenceSystem("EPSG:3857")
    item.setCrs(crs)
    item.setLayers(layers)
    item.setFrameEnabled(True)
    extent = QgsCoordinateTransform(image.crs(), crs, QgsProject.instance()).transformBoundingBox(image.extent())
    item.setExtent(_filling(extent))  # zoomToExtent keeps the extent of a new item, which is empty
    _place(item, *MAP_MM)
    return item


def _filling(extent: QgsRectangle) -> QgsRectangle:
    """Cut an extent to the map's proportions, so that the picture fills the frame."""
    ratio = MAP_MM[2] / MAP_MM[3]
    width, height = extent.width(), extent.height()
    if width / height > ratio:
        width = height * ratio
    else:
        height = width / ratio
    centre = extent.center()
    return QgsRectangle(
        centre.x() - width / 2, centre.y() - height / 2, centre.x() + width / 2, centre.y() + height / 2
    )


def _legend(layout: QgsPrintLayout, sectors: QgsVectorLayer, map_item: QgsLayoutItemMap) -> None:
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setLinkedMap(map_item)
    legend.setAutoUpdateModel(False)
    tree: QgsLayerTree = legend.model().rootGroup()
    tree.clear()
    node = tree.addLayer(sectors)
    QgsLegendRenderer.setNodeLegendStyle(node, _legend_style("Hidden"))
    legend.setLegendFilterByMapEnabled(True)
    legend.setTitle("Classes")
    legend.setBackgroundEnabled(False)
    legend.refresh()
    _place(legend, SIDE_MM, 36.0, 66.0, 90.0)


def _legend_style(name: str):
    """Return a style of a legend's node, which QGIS 3.44 knows by another enum."""
    from qgis.core import QgsLegendStyle

    styles = getattr(Qgis, "LegendComponent", None) or QgsLegendStyle.Style
    return getattr(styles, name)


def _scale_bar(layout: QgsPrintLayout, map_item: QgsLayoutItemMap) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(bar)
    bar.setStyle("Single Box")
    bar.setLinkedMap(map_item)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    longest_km = map_item.extent().width() / 1000.0 * BAR_MM / MAP_MM[2] / 2.0
    step = max((step for step in STEPS_KM if step <= longest_km), default=STEPS_KM[0])
    bar.setUnitsPerSegment(step)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setFillColor(QColor("#232323"))
    bar.update()
    _place(bar, SIDE_MM, 176.0, 66.0, 12.0)


def draw_map(image: QgsRasterLayer, sectors: QgsVectorLayer, notes: List[str], target: Path) -> None:
    """Write the map as a PNG.

    Raises
    ------
    RuntimeError
        QGIS could not write it.
    """
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    _label(layout, "Mining Monitor: sectors of a sample scene", 16, (10.0, 8.0, 277.0, 10.0), is_bold=True)
    map_item = _map(layout, image, [sectors, image])
    _label(layout, "\n".join(notes), 8.5, (SIDE_MM, 128.0, 66.0, 46.0))
    _legend(layout, sectors, map_item)
    _scale_bar(layout, map_item)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    status = QgsLayoutExporter(layout).exportToImage(str(target), settings)
    if status != QgsLayoutExporter.ExportResult.Success:
        raise RuntimeError(f"QGIS could not write {target} (status {status})")
