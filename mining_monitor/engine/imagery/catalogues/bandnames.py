"""Which asset of an item is which Sentinel-2 band: by what it declares, then by its key (DOMAIN 2.7)."""

from __future__ import annotations

import re
from typing import Any

from mining_monitor.contract.imagery import SENTINEL2_ROLES
from mining_monitor.engine.imagery.catalogues.jsontree import as_list, as_object, as_text

#: Size of a band's pixels in metres, where the item does not say it.
NATIVE_GSD_M = {
    "B01": 60.0, "B02": 10.0, "B03": 10.0, "B04": 10.0, "B05": 20.0, "B06": 20.0, "B07": 20.0, "B08": 10.0,
    "B8A": 20.0, "B09": 60.0, "B10": 60.0, "B11": 20.0, "B12": 20.0, "SCL": 20.0, "CLD": 20.0, "SNW": 20.0,
    "AOT": 20.0, "WVP": 20.0, "TCI": 10.0,
}  # fmt: skip

#: Names that are no band names of Sentinel-2: keys and band names of Earth Search v1, and common names of STAC.
_NAMES = {
    "coastal": "B01", "blue": "B02", "green": "B03", "red": "B04", "rededge1": "B05", "rededge2": "B06",
    "rededge3": "B07", "rededge071": "B05", "rededge075": "B06", "rededge078": "B07", "nir": "B08", "nir08": "B8A",
    "nir09": "B09", "cirrus": "B10", "swir16": "B11", "swir22": "B12", "scl": "SCL", "cloud": "CLD", "cld": "CLD",
    "snow": "SNW", "snw": "SNW", "aot": "AOT", "wvp": "WVP", "visual": "TCI", "tci": "TCI",
}  # fmt: skip

#: Common names that several bands of Sentinel-2 bear in the wild: they name none.
_SHARED = ("rededge",)

_SENTINEL2 = re.compile(r"^B(\d{1,2}A?)$")
_KEY = re.compile(r"^(.+?)(?:[-_](?:10|20|60)m)?(?:[-_]jp2)?$", re.IGNORECASE)


def logical_band(key: str, asset: dict[str, Any]) -> str:
    """Return the logical name (``B04``, ``SCL``, ``TCI``) of an asset; empty where it is none that is known.

    A declaration of exactly one band (``eo:bands`` of STAC 1.0, ``bands`` of 1.1) comes first: its name where that is
    a band of Sentinel-2, then the asset's key, and its common name last, because some bands share one.
    """
    by_key = _known(_KEY.sub(r"\1", key))
    declared = as_list(asset.get("eo:bands")) or as_list(asset.get("bands"))
    if len(declared) != 1 or by_key in ("SCL", "CLD", "SNW", "AOT", "WVP", "TCI"):
        return by_key
    band = as_object(declared[0])
    by_name = _known(as_text(band.get("name")))
    common = as_text(band.get("eo:common_name")) or as_text(band.get("common_name"))
    return by_name or by_key or ("" if common in _SHARED else _known(common))


def _known(name: str) -> str:
    """Return the logical name for a spelling: ``B4``, ``B04``, ``b8a``, ``red``; empty for others."""
    match = _SENTINEL2.match(name.upper())
    if match:
        digits = match.group(1)
        padded = f"B{digits}" if digits.endswith("A") else f"B{int(digits):02d}"
        return padded if padded in SENTINEL2_ROLES else ""
    return _NAMES.get(name.lower(), "")
