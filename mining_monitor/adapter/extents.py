"""From rectangles, canvases and selections to the places that the engine knows, and back."""

from __future__ import annotations

import re
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import ExtentError
from mining_monitor.contract.imagery import Extent


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """Return the authority code of a CRS, or its WKT when it has none; empty when it is not valid."""
    if not crs.isValid():
        return ""
    code = crs.authid()
    if code and not code.upper().startswith("USER:"):
        return str(code)
    return str(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2019))


def rectangle_extent(
    rectangle: QgsRectangle, crs: QgsCoordinateReferenceSystem, polygon: Optional[QgsGeometry] = None
) -> Extent:
    """Turn a QGIS rectangle (and a polygon in the same CRS) into an Extent.

    Raises
    ------
    ExtentError
        The rectangle is empty or not finite.
    """
    if rectangle.isNull() or rectangle.isEmpty() or not rectangle.isFinite():
        raise ExtentError(tr("The extent is empty. Zoom to the place or draw a rectangle."))
    return Extent(
        west=rectangle.xMinimum(), south=rectangle.yMinimum(), east=rectangle.xMaximum(), north=rectangle.yMaximum(),
        crs=crs_text(crs), polygon=polygon.asWkt(12) if polygon is not None else None,
    )  # fmt: skip


def canvas_extent(canvas: Any) -> Extent:
    """Return what a QgsMapCanvas shows; a rotated canvas gives a polygon too.

    That is the visible extent, not the one that was asked for: the window's shape makes QGIS show more than that.
    """
    map_settings = canvas.mapSettings()
    crs = map_settings.destinationCrs()
    if not map_settings.rotation():
        return rectangle_extent(map_settings.visibleExtent(), crs)
    corners = [QgsPointXY(point) for point in map_settings.visiblePolygon()]
    polygon = QgsGeometry.fromPolygonXY([corners])
    return rectangle_extent(polygon.boundingBox(), crs, polygon)


def layer_extent(layer: QgsRasterLayer) -> Extent:
    """Return the whole extent of a layer, in its CRS."""
    return rectangle_extent(layer.extent(), layer.crs())


def selection_extent(layer: QgsVectorLayer) -> Extent:
    """Return the selected polygons of a layer, merged, in its CRS.

    Raises
    ------
    ExtentError
        No polygon is selected, or what is selected is no area.
    """
    if QgsWkbTypes.geometryType(layer.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise ExtentError(tr("'{}' has no polygons. Choose a polygon layer.").format(layer.name()), layer=layer.name())
    parts = [feature.geometry().makeValid() for feature in layer.selectedFeatures() if feature.hasGeometry()]
    if not parts:
        raise ExtentError(
            tr("No polygon of '{}' is selected. Select one or more.").format(layer.name()), layer=layer.name()
        )
    merged = QgsGeometry.unaryUnion(parts)
    if merged.isEmpty() or merged.area() <= 0:
        raise ExtentError(tr("The selected polygons of '{}' enclose no area.").format(layer.name()))
    merged.get().dropZValue()
    merged.get().dropMValue()
    return rectangle_extent(merged.boundingBox(), layer.crs(), merged)


def extent_crs(extent: Extent) -> QgsCoordinateReferenceSystem:
    """Return the CRS of an extent; not valid when it is the image's own."""
    if not extent.crs:
        return QgsCoordinateReferenceSystem()
    if re.fullmatch(r"[A-Za-z_]+:\w+", extent.crs):
        return QgsCoordinateReferenceSystem(extent.crs)
    return QgsCoordinateReferenceSystem.fromWkt(extent.crs)


def extent_in_crs(
    extent: Extent, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> QgsRectangle:
    """Return the bounding rectangle of an extent in another CRS.

    Raises
    ------
    ExtentError
        It cannot be transformed there.
    """
    rectangle = QgsRectangle(extent.west, extent.south, extent.east, extent.north)
    source = extent_crs(extent)
    if not source.isValid() or source == crs:
        return rectangle
    try:
        moved = QgsCoordinateTransform(source, crs, context).transformBoundingBox(rectangle)
    except QgsCsException as error:
        raise ExtentError(
            tr("The extent cannot be transformed to the CRS of the image ({}).").format(crs.authid()), crs=crs.authid()
        ) from error
    if not moved.isFinite() or moved.isEmpty():
        raise ExtentError(
            tr("The extent cannot be transformed to the CRS of the image ({}).").format(crs.authid()), crs=crs.authid()
        )
    return moved
