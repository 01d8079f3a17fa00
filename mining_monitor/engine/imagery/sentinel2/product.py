"""Sentinel-2 products on disk: SAFE folders and .zip of them."""

from __future__ import annotations

from mining_monitor.contract.errors import ImageError
from mining_monitor.engine.imagery.sentinel2.sources import SceneSource


def is_product(path: str) -> bool:
    """Tell whether a path looks like a product."""
    return ".SAFE" in path.upper()


def open_product(path: str) -> tuple[SceneSource, ...]:
    """Open a product."""
    raise ImageError(f"'{path}' cannot be opened yet.", path=path)
