"""Annotation files as people and programs write them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

#: About a hectare beside the next one, counter-clockwise and closed.
SQUARE = [[-70.001, -23.001], [-70.0, -23.001], [-70.0, -23.0], [-70.001, -23.0], [-70.001, -23.001]]
BESIDE = [[-70.0, -23.001], [-69.999, -23.001], [-69.999, -23.0], [-70.0, -23.0], [-70.0, -23.001]]


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def write_geojson(path: Path, *features: Any, **members: Any) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", **members, "features": list(features)}), encoding="utf-8")
    return path


def coordinates(ring: Any) -> str:
    return " ".join(f"{x},{y},0" for x, y in ring)


def placemark(name: str, ring: Any, more: str = "", hole: Any = None) -> str:
    ring_of_hole = f"<LinearRing><coordinates>{coordinates(hole or [])}</coordinates></LinearRing>"
    inner = f"<innerBoundaryIs>{ring_of_hole}</innerBoundaryIs>"
    return (
        f"<Placemark><name>{name}</name>{more}<Polygon><tessellate>1</tessellate><outerBoundaryIs><LinearRing>"
        f"<coordinates>\n {coordinates(ring)}\n</coordinates></LinearRing></outerBoundaryIs>{inner if hole else ''}"
        "</Polygon></Placemark>"
    )


def write_kml(path: Path, *bodies: str, head: str = "") -> Path:
    text = f'<?xml version="1.0" encoding="UTF-8"?>{head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    text += f"<name>My mines</name>{''.join(bodies)}</Document></kml>"
    if path.suffix == ".kmz":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("files/readme.txt", "x")
            archive.writestr("doc.kml", text)
    else:
        path.write_text(text, encoding="utf-8")
    return path
