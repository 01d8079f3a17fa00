"""What a product's XML says: baseline, dates, offsets by band, special values, tiles (DOMAIN 2.1, 2.2)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from mining_monitor.engine.imagery.sentinel2.sources import BAND_IDS
from mining_monitor.engine.imagery.sentinel2.xmltree import Element

#: Offsets and quantifications beyond this are no metadata of Sentinel-2.
_LARGEST_NUMBER = 1e6

_LONGEST_TEXT = 200

_ZONE = re.compile(r"(0[1-9]|[1-5]\d|60)([C-HJ-NP-X])[A-Z]{2}")


@dataclass(frozen=True)
class ProductMetadata:
    """The main metadata of a product.

    Attributes
    ----------
    product_id, level, baseline, satellite : str
        ``level`` is ``L1C`` or ``L2A``.
    sensed_at : str
        ISO 8601, UTC.
    offsets : mapping of str to float
        Band name -> DN to add; empty where none is listed.
    quantification : float
        Of reflectance; ``other_quantification`` of ``AOT`` and ``WVP``.
    nodata, saturated : float
        Special values; in the earliest products they differ from 0 and 65535 (DOMAIN 2.2).
    cloud_percent : float or None
    footprint : str
        WKT in EPSG:4326; empty where it is missing.
    images : tuple of str
        Image files as they are listed, without ending.
    """

    product_id: str
    level: str
    baseline: str
    satellite: str
    sensed_at: str
    orbit: str
    offsets: Mapping[str, float]
    quantification: float
    other_quantification: Mapping[str, float]
    nodata: float
    saturated: float
    cloud_percent: float | None
    footprint: str
    images: tuple[str, ...]


def read_metadata(root: Element, name: str) -> ProductMetadata:
    """Read the main metadata; ``name`` is the product's folder, for what old metadata do not say."""
    special = {
        item.first("SPECIAL_VALUE_TEXT").upper(): _number(item.first("SPECIAL_VALUE_INDEX"))
        for item in root.all("Special_Values")
    }
    is_l1c = "1C" in (root.first("PROCESSING_LEVEL") or name).upper()
    uri = re.sub(r"\.SAFE$", "", root.first("PRODUCT_URI", "PRODUCT_URI_2A", "PRODUCT_URI_1C"), flags=re.IGNORECASE)
    nodata, saturated = special.get("NODATA"), special.get("SATURATED")
    return ProductMetadata(
        product_id=_plain(uri or name),
        level="L1C" if is_l1c else "L2A",
        baseline=_plain(root.first("PROCESSING_BASELINE")),
        satellite=_plain(root.first("SPACECRAFT_NAME")) or _satellite(uri or name),
        sensed_at=iso_time(root.first("PRODUCT_START_TIME", "DATATAKE_SENSING_START")),
        orbit=_plain(root.first("SENSING_ORBIT_NUMBER")),
        offsets=_offsets(root),
        quantification=_quantification(root),
        other_quantification={
            band: _number(root.first(f"{band}_QUANTIFICATION_VALUE", f"L2A_{band}_QUANTIFICATION_VALUE")) or 1000.0
            for band in ("AOT", "WVP")
        },
        nodata=0.0 if nodata is None else nodata,
        saturated=65_535.0 if saturated is None else saturated,
        cloud_percent=_number(root.first("Cloud_Coverage_Assessment", "CLOUD_COVERAGE_ASSESSMENT")),
        footprint=_footprint(root.first("EXT_POS_LIST")),
        images=tuple(item.text.strip() for item in root.all("IMAGE_FILE", "IMAGE_FILE_2A", "IMAGE_ID", "IMAGE_ID_2A")),
    )


def iso_time(text: str) -> str:
    """Return a time of the metadata as ISO 8601 without fractions; empty where it is none."""
    match = re.match(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})", text)
    return f"{match.group(1)}Z" if match else ""


def crs_of_tile(tile: str) -> str:
    """Return the UTM zone of a tile such as ``19KEP``; empty where the name is none."""
    match = _ZONE.fullmatch(tile)
    return f"EPSG:{326 if match.group(2) >= 'N' else 327}{match.group(1)}" if match else ""


def _offsets(root: Element) -> dict[str, float]:
    found: dict[str, float] = {}
    for item in root.all("RADIO_ADD_OFFSET", "BOA_ADD_OFFSET"):
        value, index = _number(item.text), item.attributes.get("band_id", "")
        if value is not None and abs(value) <= _LARGEST_NUMBER and index.isdecimal() and int(index) < len(BAND_IDS):
            found[BAND_IDS[int(index)]] = value
    return found


def _quantification(root: Element) -> float:
    names = ("BOA_QUANTIFICATION_VALUE", "L2A_BOA_QUANTIFICATION_VALUE", "QUANTIFICATION_VALUE")
    value = _number(root.first(*names))
    return value if value and 1 <= value <= _LARGEST_NUMBER else 10_000.0


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _plain(text: str) -> str:
    """Return a name in one short line of printable characters: it goes into tables, tags and messages."""
    return "".join(sign for sign in text if sign.isprintable())[:_LONGEST_TEXT]


def _satellite(name: str) -> str:
    match = re.match(r"S(2[A-D])_", name)
    return f"Sentinel-{match.group(1)}" if match else ""


def _footprint(text: str) -> str:
    """Turn "lat lon lat lon ..." (a third coordinate is possible) into a polygon."""
    numbers = [_number(part) for part in text.split()]
    values = [value for value in numbers if value is not None]
    if len(values) != len(numbers) or not values:
        return ""
    step = 3 if len(values) % 3 == 0 and all(value == 0 for value in values[2::3]) else 2
    points = list(zip(values[1::step], values[0::step]))
    if len(points) < 3 or not all(abs(x) <= 180 and abs(y) <= 90 for x, y in points):
        return ""
    if points[0] != points[-1]:
        points.append(points[0])
    return f"POLYGON (({', '.join(f'{x:.9g} {y:.9g}' for x, y in points)}))"
