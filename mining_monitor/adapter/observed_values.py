"""How bright the ground is that a mask leaves: clouds must not decide how an image is drawn."""

from __future__ import annotations

import array
import math
from typing import Any, List, Optional, Tuple

from qgis.core import Qgis, QgsProviderRegistry, QgsRasterBlock, QgsRectangle

#: Pixels a side of the sample that is looked at.
SIDE_PX = 256

#: With fewer observed pixels in the sample, clouds and all are looked at.
LEAST_PIXELS = 200


def mask_provider(path: Optional[str]) -> Any:
    """Return a provider of a mask (0 = not observed), or None where there is none that can be opened."""
    if not path:
        return None
    provider = QgsProviderRegistry.instance().createProvider("gdal", path)
    return provider if provider is not None and provider.isValid() else None


def observed_cut(
    provider: Any, mask: Any, band: int, extent: QgsRectangle, cut: Tuple[float, float], *, least: int = LEAST_PIXELS
) -> Optional[Tuple[float, float]]:
    """Return the values below which the two shares of the observed pixels lie; None where fewer than ``least`` are.

    Parameters
    ----------
    provider, mask : QgsRasterDataProvider
        Of the image and of its mask (None: all is observed), in the same CRS; used by one thread.
    extent : QgsRectangle
        In that CRS, inside the image.
    """
    shape = _shape(provider, extent)
    values = _values(provider, band, extent, shape)
    seen = _values(mask, 1, extent, shape) if mask is not None else [1.0] * len(values)
    found = sorted(value for value, is_seen in zip(values, seen) if is_seen > 0 and math.isfinite(value))
    if len(found) < least:
        return None
    last = len(found) - 1
    return found[round(cut[0] * last)], found[round(cut[1] * last)]


def _shape(provider: Any, extent: QgsRectangle) -> Tuple[int, int]:
    """Return columns and rows of the sample: no more than the image has there."""
    whole = provider.extent()
    cols = math.ceil(provider.xSize() * extent.width() / whole.width())
    rows = math.ceil(provider.ySize() * extent.height() / whole.height())
    return max(1, min(SIDE_PX, cols)), max(1, min(SIDE_PX, rows))


def _values(provider: Any, band: int, extent: QgsRectangle, shape: Tuple[int, int]) -> List[float]:
    """Return a band's values in a row; NaN where there is none."""
    block: QgsRasterBlock = provider.block(band, extent, *shape)
    if block is None or not block.isValid() or not block.convert(Qgis.DataType.Float64):
        return []
    found = array.array("d")
    found.frombytes(bytes(block.data()))  # the block is kept: its bytes are not copied before (QGIS_NOTES 3)
    if block.hasNoData():
        return [math.nan if block.isNoData(index) else value for index, value in enumerate(found)]
    return list(found)
