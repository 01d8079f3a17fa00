"""How an image is drawn: band combinations by role, stretched to what is seen, and indices in colour."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Sequence, Tuple

from qgis.core import (
    Qgis,
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRasterShader,
    QgsRectangle,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from mining_monitor.adapter import crs_cache, observed_values
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.tasks import WorkTask
from mining_monitor.contract.errors import BandsError, ImageError
from mining_monitor.contract.imagery import BandChoice

TRUE_COLOUR, SWIR = "true-colour", "swir"

#: Band combination -> for red, green and blue the roles that do, best first.
COMBINATIONS: Dict[str, Tuple[Tuple[str, ...], ...]] = {
    TRUE_COLOUR: (("red",), ("green",), ("blue",)),
    SWIR: (("swir22", "swir16"), ("nir", "nir08"), ("red",)),
}

#: Share of the pixels that may be darker and brighter than what is drawn (QGIS's own cumulative cut), and how many
#: pixels are looked at.
CUT = (0.02, 0.98)
SAMPLE_PIXELS = 250_000

#: Least share of the brightest value between black and white: noise on even ground is not blown up to a picture.
LEAST_CONTRAST = 0.25
#: Of the brightest value, the most that is drawn black in true colour: snow stays white, haze stays faint.
BRIGHTEST_BLACK = 0.4

#: Indices by their usual abbreviation -> the roles that each needs (DOMAIN 3.5 to 3.7).
INDICES: Dict[str, Tuple[str, ...]] = {
    "NDVI": ("nir", "red"), "NDRE": ("nir08", "rededge071"), "BSI": ("swir16", "red", "nir", "blue"),
    "MNDWI": ("green", "swir16"), "NDTI": ("red", "green"), "IRON": ("red", "blue"), "FERRIC": ("swir16", "nir"),
    "FERROUS": ("swir22", "swir16"), "CLAY": ("swir16", "swir22"), "HEMATITE": ("rededge075", "coastal"),
    "JAROSITE": ("rededge075", "nir08"), "IRONMIX": ("rededge075", "rededge078", "nir08"),
}  # fmt: skip

#: Colours of an index from -1 to 1; the ends differ in lightness too, so that they are told apart without colour.
_INDEX_COLOURS: Dict[str, Tuple[Tuple[float, str], ...]] = {
    "NDVI": ((-0.2, "#7a4a1e"), (0.1, "#e8d9b0"), (0.4, "#8cc665"), (0.9, "#0b5d1e")),
    "NDRE": ((-0.2, "#7a4a1e"), (0.1, "#e8d9b0"), (0.3, "#8cc665"), (0.7, "#0b5d1e")),
    "BSI": ((-0.5, "#1b5e3a"), (-0.1, "#d7e3bf"), (0.1, "#e7c58b"), (0.5, "#7f3b08")),
    "MNDWI": ((-0.6, "#8c510a"), (0.0, "#f5f0e1"), (0.3, "#67a9cf"), (0.9, "#053061")),
    "NDTI": ((-0.4, "#08306b"), (0.0, "#deebf7"), (0.1, "#fdd0a2"), (0.4, "#8c2d04")),
}
#: Colours of a ratio, from the low to the high end of what an image has.
_RATIO_COLOURS = ("#f7f4e9", "#fdbb84", "#b30000", "#3f0000")


@dataclass(frozen=True)
class Stretch:
    """What is drawn from black to white in one band."""

    band: int
    low: float
    high: float


def bands_for(combination: str, roles: Sequence[BandChoice]) -> Optional[Tuple[int, int, int]]:
    """Return the bands for red, green and blue, or None when the image lacks one."""
    by_role = {choice.role: choice.index for choice in roles}
    found: List[int] = []
    for wanted in COMBINATIONS[combination]:
        index = next((by_role[role] for role in wanted if role in by_role), None)
        if index is None:
            return None
        found.append(index)
    return (found[0], found[1], found[2])


def indices_for(roles: Sequence[BandChoice]) -> Tuple[str, ...]:
    """Return the indices that an image has the bands for."""
    present = {choice.role for choice in roles}
    return tuple(name for name, needed in INDICES.items() if present.issuperset(needed))


def is_bytes(layer: QgsRasterLayer) -> bool:
    """Tell whether a layer has 8-bit values, which are drawn as they are."""
    return bool(layer.dataProvider().dataType(1) == Qgis.DataType.Byte)


class StretchTask(WorkTask):
    """Looks at a sample of the pixels for how they are best drawn; made in the main thread, works in its own.

    Parameters
    ----------
    mask : str, optional
        Raster that is 0 where clouds hide the ground: these pixels do not count, unless they are all there is.
    is_joint : bool
        One stretch for all bands, so that colours are those of the ground: desert stays ochre, snow stays white.
    """

    def __init__(
        self,
        layer: QgsRasterLayer,
        bands: Sequence[int],
        extent: Optional[QgsRectangle] = None,
        *,
        mask: Optional[str] = None,
        is_joint: bool = False,
    ) -> None:
        super().__init__(tr("Look at the values of {}").format(layer.name()))
        crs_cache.keep(layer.crs())
        self._provider: Any = layer.dataProvider().clone()
        self._bands = tuple(bands)
        seen = extent.intersect(layer.extent()) if extent is not None else layer.extent()
        self._extent = layer.extent() if seen.isEmpty() else seen
        self._name = layer.name()
        self._mask: Any = observed_values.mask_provider(mask)
        self._is_joint = is_joint

    def work(self) -> Tuple[Stretch, ...]:
        """Return a stretch for each band.

        Raises
        ------
        ImageError
            There is no valid pixel.
        """
        found: List[Stretch] = []
        for band in self._bands:
            if self.isCanceled():
                break
            cut = self._cut(band)
            if cut is None:
                raise ImageError(tr("'{}' has no values here to draw.").format(self._name), layer=self._name)
            found.append(Stretch(band, *cut))
        if self._is_joint and found:
            low, high = min(each.low for each in found), max(each.high for each in found)
            low = min(low, BRIGHTEST_BLACK * high) if high > 0 else low
            found = [Stretch(each.band, low, high) for each in found]
        return tuple(_wide_enough(each) for each in found)

    def _cut(self, band: int) -> Optional[Tuple[float, float]]:
        if self._mask is not None:
            found = observed_values.observed_cut(self._provider, self._mask, band, self._extent, CUT)
            if found is not None:
                return found
        low, high = self._provider.cumulativeCut(band, CUT[0], CUT[1], self._extent, SAMPLE_PIXELS)
        if math.isfinite(low) and math.isfinite(high) and low <= high:
            return float(low), float(high)
        return observed_values.observed_cut(
            self._provider, None, band, self._extent, CUT, least=1
        )  # of one value alone


def _wide_enough(stretch: Stretch) -> Stretch:
    """Widen a stretch around its middle where there is hardly any contrast."""
    least = LEAST_CONTRAST * max(abs(stretch.high), abs(stretch.low)) or 1.0
    lacking = least - (stretch.high - stretch.low)
    if lacking <= 0:
        return stretch
    return Stretch(stretch.band, stretch.low - lacking / 2.0, stretch.high + lacking / 2.0)


def draw_bands(layer: QgsRasterLayer, stretches: Sequence[Stretch]) -> None:
    """Draw three bands, each from its low to its high value; one band three times is grey.

    Raises
    ------
    BandsError
        The layer has no such band.
    """
    if len(stretches) != 3 or not all(1 <= stretch.band <= layer.bandCount() for stretch in stretches):
        raise BandsError(tr("'{}' lacks the bands for this.").format(layer.name()), layer=layer.name())
    provider = layer.dataProvider()
    renderer = QgsMultiBandColorRenderer(provider, *(stretch.band for stretch in stretches))
    setters = (
        renderer.setRedContrastEnhancement, renderer.setGreenContrastEnhancement, renderer.setBlueContrastEnhancement,
    )  # fmt: skip
    for setter, stretch in zip(setters, stretches):
        setter(_contrast(provider.dataType(stretch.band), stretch))
    layer.setRenderer(renderer)
    layer.triggerRepaint()


def _contrast(data_type: Any, stretch: Stretch) -> QgsContrastEnhancement:
    contrast = QgsContrastEnhancement(data_type)
    contrast.setMinimumValue(stretch.low, False)
    contrast.setMaximumValue(stretch.high, False)
    contrast.setContrastEnhancementAlgorithm(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum, True
    )
    return contrast


def as_they_are(bands: Sequence[int]) -> Tuple[Stretch, ...]:
    """Return the stretch of 8-bit values: none."""
    return tuple(Stretch(band, 0.0, 255.0) for band in bands)


def has_fixed_colours(index: str) -> bool:
    """Tell whether an index is drawn alike in every image; a ratio depends on what the image has."""
    return index in _INDEX_COLOURS


def _ratio_stops(stretch: Optional[Stretch]) -> Tuple[Tuple[float, str], ...]:
    low, high = (stretch.low, stretch.high) if stretch is not None else (0.5, 2.0)
    step = (high - low) / (len(_RATIO_COLOURS) - 1)
    return tuple((low + number * step, colour) for number, colour in enumerate(_RATIO_COLOURS))


def draw_index(layer: QgsRasterLayer, index: str, stretch: Optional[Stretch] = None) -> None:
    """Draw an index in its colours, interpolated; NaN stays transparent.

    Parameters
    ----------
    stretch : Stretch, optional
        What the image has of a ratio; not used for an index with fixed colours.
    """
    stops = _INDEX_COLOURS.get(index) or _ratio_stops(stretch)
    ramp = QgsColorRampShader(stops[0][0], stops[-1][0])
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    ramp.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(value, QColor(colour), f"{value:.3g}") for value, colour in stops]
    )
    shader = QgsRasterShader(stops[0][0], stops[-1][0])
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(stops[0][0])
    renderer.setClassificationMax(stops[-1][0])
    layer.setRenderer(renderer)
    layer.triggerRepaint()


def mark_nodata(layer: QgsRasterLayer, value: float) -> None:
    """Do not draw a value (the black edge of a scene)."""
    provider = layer.dataProvider()
    for band in range(1, provider.bandCount() + 1):
        if not provider.sourceHasNoDataValue(band):
            provider.setUserNoDataValue(band, [QgsRasterRange(value, value)])
