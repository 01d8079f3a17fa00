"""What the properties of a STAC item say of a Sentinel-2 scene, in the words of ``contract.scenes``."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

import shapely
from shapely.errors import ShapelyError

from mining_monitor.engine.imagery.catalogues.jsontree import as_list, as_number, as_object, as_text, first_text

#: A product's name (DOMAIN 2.1): satellite, level, time, baseline, tile.
PRODUCT = re.compile(r"(S2[A-D])_MSI(L1C|L2A)_(\d{8}T\d{6})_N(\d{2})(\d{2})_R\d{3}_T(\d{2}[A-Z]{3})")

_BASELINE = re.compile(r"^N?(\d{2})\.?(\d{2})$")
_TILE = re.compile(r"^(?:T|MGRS-)?(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z]{2})$")
_MOST_VERTICES = 10_000


def utc_time(text: str) -> str:
    """Return an ISO 8601 time in UTC without fractions; empty for what is none."""
    try:
        moment = datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace("Z", "+00:00"))
    except ValueError:
        return ""
    moment = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    try:
        return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return ""


def footprint_of(geometry: Any) -> shapely.Geometry | None:
    """Return a polygon in EPSG:4326 that can be measured; None for anything else."""
    kind, rings = as_object(geometry).get("type"), as_list(as_object(geometry).get("coordinates"))
    parts = [rings] if kind == "Polygon" else rings if kind == "MultiPolygon" else []
    try:
        polygons = [
            shapely.Polygon([(float(p[0]), float(p[1])) for p in part[0][:_MOST_VERTICES]]) for part in parts[:100]
        ]
    except (TypeError, ValueError, IndexError, KeyError, OverflowError, ShapelyError):
        return None
    shape = shapely.make_valid(shapely.union_all(polygons)) if polygons else None
    if shape is None or shape.area == 0:
        return None
    west, south, east, north = shape.bounds
    return shape if -180.1 <= west <= east <= 360.1 and -90.1 <= south <= north <= 90.1 else None


def tile_of(properties: dict[str, Any], product: re.Match[str] | None) -> str:
    """Return the MGRS tile (``19KEP``); empty where nobody says."""
    parts = [properties.get(f"mgrs:{name}") for name in ("utm_zone", "latitude_band", "grid_square")]
    joined = "".join(str(part) for part in parts) if all(isinstance(part, (str, int)) for part in parts) else ""
    for text in (
        product.group(6) if product else "",
        as_text(properties.get("s2:mgrs_tile")),
        as_text(properties.get("grid:code")),
        joined,
    ):
        match = _TILE.match(text.upper())
        if match:
            return f"{int(match.group(1)):02d}{match.group(2)}{match.group(3)}"
    return ""


def satellite_of(properties: dict[str, Any], product: re.Match[str] | None, item_id: str) -> str:
    """Return ``Sentinel-2A`` to ``D``, or ``Sentinel-2``."""
    text = first_text(properties.get("platform")).lower() or (product.group(1).lower() if product else item_id.lower())
    match = re.match(r"^s(?:entinel-)?2([a-d])", text)
    return f"Sentinel-2{match.group(1).upper()}" if match else "Sentinel-2"


def baseline_of(properties: dict[str, Any], product: re.Match[str] | None) -> str:
    """Return the processing baseline (``05.10``); empty where nobody says."""
    stated = [properties.get("s2:processing_baseline"), properties.get("processing:version")]
    texts = [str(value) if isinstance(value, (str, float)) else "" for value in stated]
    for text in (*texts, f"{product.group(4)}{product.group(5)}" if product else ""):
        match = _BASELINE.match(text)
        if match:
            return f"{match.group(1)}.{match.group(2)}"
    return ""


def level_of(properties: dict[str, Any], product: re.Match[str] | None, tree: dict[str, Any]) -> str:
    """Return ``L1C`` or ``L2A``."""
    if product:
        return product.group(2)
    text = (
        first_text(properties.get("processing:level"), tree.get("collection"), tree.get("id")).upper().replace("-", "")
    )
    return "L1C" if "L1C" in text or text.endswith("1C") else "L2A"


def crs_of(properties: dict[str, Any], tile: str) -> str:
    """Return the authority code of the UTM zone: as declared, else the tile's; empty where nobody says."""
    code = as_text(properties.get("proj:code")).upper()
    epsg = as_number(properties.get("proj:epsg"))
    number = code.removeprefix("EPSG:") if code.startswith("EPSG:") else f"{epsg:.0f}" if epsg else ""
    if re.fullmatch(r"32[67]\d{2}", number) and 1 <= int(number[3:]) <= 60:
        return f"EPSG:{number}"
    return f"EPSG:{'326' if tile[2] >= 'N' else '327'}{tile[:2]}" if tile else ""


def percent_of(value: Any) -> float | None:
    """Return a number from 0 to 100; None for anything else."""
    number = as_number(value)
    return number if number is not None and 0 <= number <= 100 else None
