"""How sectors and class rasters look: LAMES colours or the colour-blind-safe set (DOMAIN 1.7)."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from mining_monitor.adapter import settings
from mining_monitor.adapter.messages import tr
from mining_monitor.schema.classes import LAMES_CLASSES, NOT_OBSERVED, OTHER, SectorClass
from mining_monitor.schema.review import REJECTED

OUTLINE_COLOUR = "#232323"
OUTLINE_MM = 0.26
HATCH_MM = 0.3
HATCH_OUTLINE_MM = 0.46

#: Share of the fill that covers the image; the published style covers it fully, but the analyst must see the ground.
FILL_OPACITY = 0.35

#: Drafts are outlined with dots, rejected sectors with dashes.
_STROKE_STYLE = f"CASE WHEN \"state\" = '{REJECTED}' THEN 'dash' WHEN \"state\" = 'draft' THEN 'dot' ELSE 'solid' END"
_FILL_STYLE = f"CASE WHEN \"state\" = '{REJECTED}' THEN 'no' ELSE 'solid' END"


def class_title(sector_class: SectorClass) -> str:
    """Return the translated name of a class."""
    return class_titles()[sector_class.code]


def class_titles() -> Dict[int, str]:
    """Return the translated names of all classes by code."""
    return {
        0: tr("Other"),
        1: tr("Artisanal site"),
        2: tr("Large-scale site"),
        3: tr("Heap leaching"),
        4: tr("Mine facility"),
        5: tr("Open pit"),
        6: tr("Processing plant"),
        7: tr("Stockyard"),
        8: tr("Tailings storage facility"),
        9: tr("Waste rock dump"),
    }


def class_short_titles() -> Dict[int, str]:
    """Return the names of all classes by code, where there is little room."""
    return {**class_titles(), 3: tr("Heap leach"), 6: tr("Plant"), 8: tr("Tailings"), 9: tr("Waste rock")}


def state_titles() -> Dict[str, str]:
    """Return the translated names of the review states by their key."""
    return {
        "draft": tr("Draft"),
        "edited": tr("Edited"),
        "in_review": tr("In review"),
        "approved": tr("Approved"),
        "rejected": tr("Rejected"),
        "published": tr("Published"),
    }


def class_colour(sector_class: SectorClass, colour_set: str = "") -> str:
    """Return a class's ``#rrggbb`` in a colour set; empty: the set that the user chose."""
    chosen = colour_set or settings.COLOUR_SET.get()
    return sector_class.safe_colour if chosen == settings.SAFE_COLOURS else sector_class.colour


def _symbol(*layers: QgsSymbolLayer) -> QgsFillSymbol:
    """Build a symbol layer by layer: the constructor that takes a list does not take over what is in it."""
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, layers[0])
    for layer in layers[1:]:
        symbol.appendSymbolLayer(layer)
    return symbol


def _filled(colour: QColor) -> QgsFillSymbol:
    layer = QgsSimpleFillSymbolLayer(colour)
    layer.setStrokeColor(QColor(OUTLINE_COLOUR))
    layer.setStrokeWidth(OUTLINE_MM)
    fill = QColor(colour)
    fill.setAlphaF(FILL_OPACITY)
    layer.setFillColor(fill)
    layer.setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeStyle, QgsProperty.fromExpression(_STROKE_STYLE))
    layer.setDataDefinedProperty(QgsSymbolLayer.PropertyFillStyle, QgsProperty.fromExpression(_FILL_STYLE))
    return _symbol(layer)


def _hatched(colour: QColor) -> QgsFillSymbol:
    """The site class: a hatch only, because it lies over its sectors."""
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45)
    hatch.setDistance(2.5)
    hatch.setLineWidth(HATCH_MM)
    hatch.setColor(colour)
    outline = QgsSimpleFillSymbolLayer(colour, Qt.BrushStyle.NoBrush, colour)
    outline.setStrokeWidth(HATCH_OUTLINE_MM)
    outline.setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeStyle, QgsProperty.fromExpression(_STROKE_STYLE))
    return _symbol(hatch, outline)


def class_symbol(sector_class: SectorClass, colour_set: str = "") -> QgsFillSymbol:
    """Make the fill symbol of a class."""
    colour = QColor(class_colour(sector_class, colour_set))
    return _hatched(colour) if sector_class.key == "lsm" else _filled(colour)


def sectors_renderer(colour_set: str = "") -> QgsCategorizedSymbolRenderer:
    """Make the renderer of a sectors layer: categories on ``class``.

    A draft's outline is dotted, a rejected sector is dashed without a fill, so that colour is never the only sign.
    """
    categories: List[QgsRendererCategory] = []
    for sector_class in _drawing_order():
        label = f"{class_title(sector_class)} ({sector_class.key})"
        categories.append(QgsRendererCategory(sector_class.code, class_symbol(sector_class, colour_set), label))
    renderer = QgsCategorizedSymbolRenderer("class", categories)
    renderer.setUsingSymbolLevels(False)
    return renderer


def _drawing_order() -> List[SectorClass]:
    """Sectors first, then sites; ``other`` at the end of the legend."""
    return sorted(LAMES_CLASSES, key=lambda c: (c.code == OTHER, c.code in (1, 2), c.code))


def apply_sectors_style(layer: QgsVectorLayer, colour_set: str = "") -> None:
    """Give a sectors layer its renderer and, where the user wants them, labels."""
    layer.setRenderer(sectors_renderer(colour_set))
    set_labels(layer, settings.SHOW_LABELS.get())
    layer.setOpacity(1.0)
    layer.triggerRepaint()


def set_labels(layer: QgsVectorLayer, is_shown: bool) -> None:
    """Show or hide labels: the name where there is one, else the class key."""
    text = QgsTextFormat()
    text.setFont(QFont("Open Sans"))
    text.setSize(8)
    text.setColor(QColor(OUTLINE_COLOUR))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    text.setBuffer(halo)
    labels = QgsPalLayerSettings()
    labels.fieldName = 'coalesce(nullif(trim("Name"), \'\'), "class_key")'
    labels.isExpression = True
    labels.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(is_shown)


def observed_symbol() -> QgsFillSymbol:
    """Make the symbol of what a run could see: a thin outline, nothing filled."""
    layer = QgsSimpleFillSymbolLayer(QColor(OUTLINE_COLOUR), Qt.BrushStyle.NoBrush, QColor("#1f78b4"))
    layer.setStrokeWidth(0.4)
    layer.setStrokeStyle(Qt.PenStyle.DashLine)
    return _symbol(layer)


def apply_class_raster_style(layer: QgsRasterLayer, colour_set: str = "") -> None:
    """Give a class raster its colours; "not observed" is transparent, and nothing is ever interpolated."""
    provider = layer.dataProvider()
    classes = [
        QgsPalettedRasterRenderer.Class(c.code, QColor(class_colour(c, colour_set)), class_title(c))
        for c in _drawing_order()
    ]
    clear = QColor(0, 0, 0, 0)
    classes[-1] = QgsPalettedRasterRenderer.Class(OTHER, clear, class_titles()[OTHER])
    classes.append(QgsPalettedRasterRenderer.Class(NOT_OBSERVED, clear, tr("Not observed")))
    layer.setRenderer(QgsPalettedRasterRenderer(provider, 1, classes))
    resampling = layer.resampleFilter()
    if resampling is not None:
        resampling.setZoomedInResampler(None)
        resampling.setZoomedOutResampler(None)
    layer.setCustomProperty("mining_monitor/kind", "class_raster")
    layer.triggerRepaint()
