"""Geometries as GeoJSON text, laid out by the profile that writes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shapely


def geometry_text(geometry: Any, write_position: Callable[[Any], str], *, blank: str = "") -> str:
    """Return the geometry member of a polygon or several; ``blank`` stands inside each bracket."""

    def brackets(parts: list[str]) -> str:
        return f"[{blank}" + ", ".join(parts) + f"{blank}]"

    def polygon(shape: Any) -> str:
        rings = [shape.exterior, *shape.interiors]
        has_z = bool(shape.has_z)
        positions = (shapely.get_coordinates(ring, include_z=has_z) for ring in rings)
        return brackets([brackets([write_position(p) for p in ring.tolist()]) for ring in positions])

    if geometry.geom_type == "Polygon":
        coordinates = polygon(geometry)
    else:
        coordinates = brackets([polygon(part) for part in shapely.get_parts(geometry)])
    return f'{{{blank}"type": "{geometry.geom_type}", "coordinates": {coordinates}{blank}}}'
