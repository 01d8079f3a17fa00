"""Band choices as people write them."""

from __future__ import annotations

import re
from typing import Iterable, List, Tuple

from qgis.core import QgsRasterLayer

from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import BAND_ROLES, SENTINEL2_ROLES, BandChoice


def band_names(layer: QgsRasterLayer) -> List[str]:
    """Return the names of a layer's bands, in order, as QGIS shows them."""
    return [layer.bandName(band) for band in range(1, layer.bandCount() + 1)]


def parse_bands(text: str) -> Tuple[BandChoice, ...]:
    """Read a list such as ``red=4, green=3, blue=2``.

    Roles are common names (``red``, ``swir16``) or Sentinel-2 names (``B04``); ``any=3`` takes a band as it comes.

    Raises
    ------
    ParameterError
        A part is no ``role=index``, a role is unknown or occurs twice, or an index is below 1.
    """
    choices: List[BandChoice] = []
    for part in re.split(r"[,;\s]+", re.sub(r"\s*=\s*", "=", text.strip())):
        if not part:
            continue
        name, _, index = part.partition("=")
        role = SENTINEL2_ROLES.get(name.upper(), name.lower())
        if not index.isdigit() or int(index) < 1 or role not in (*BAND_ROLES, "any"):
            raise ParameterError(
                tr("'{}' is no band choice. Write role=index, for example red=4,green=3,blue=2.").format(part),
                parameter="BANDS", value=text, roles=list(BAND_ROLES),
            )  # fmt: skip
        if role != "any" and any(choice.role == role for choice in choices):
            raise ParameterError(tr("The band role '{}' is given twice.").format(role), parameter="BANDS", value=text)
        choices.append(BandChoice(role, int(index)))
    return tuple(choices)


def format_bands(choices: Iterable[BandChoice]) -> str:
    """Write band choices as ``parse_bands`` reads them."""
    return ",".join(f"{choice.role}={choice.index}" for choice in choices)
