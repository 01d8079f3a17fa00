"""Coordinate reference systems as text."""

from __future__ import annotations

from pyproj import CRS
from pyproj.exceptions import CRSError

from mining_monitor.contract.errors import ImageWithoutCrsError


def read_crs(text: str, *, name: str) -> CRS:
    """Read a CRS from WKT or an authority code.

    Raises
    ------
    ImageWithoutCrsError
        The text is no CRS.
    """
    try:
        return CRS.from_user_input(text)
    except CRSError as error:
        raise ImageWithoutCrsError(
            f"'{text[:60]}' is no coordinate system that the engine knows, for '{name}'. Choose another one.",
            image=name, crs=text,
        ) from error  # fmt: skip


def crs_text(crs: CRS) -> str:
    """Return the authority code of a CRS, or its WKT where it has none."""
    authority = crs.to_authority(min_confidence=100)
    return ":".join(authority) if authority else crs.to_wkt()
