"""Positions of mines in the five notations of the published table (DOMAIN 1.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Degrees, then minutes and seconds where there are any; the marks after them may have become question marks.
_DMS = re.compile(
    r"^\s*(?P<deg>\d{1,3}(?:[.,]\d+)?)\s*[°º]\s*"
    r"(?:(?P<min>\d{1,2}(?:[.,]\d+)?)\s*(?P<minmark>['′’?])\s*)?"
    r"(?:(?P<sec>\d{1,2}(?:[.,]\d+)?)\s*(?P<secmark>''|\"|″|”|’’|\?)\s*)?"
    r"(?P<hemi>[NSEWO])?\s*$"
)

_SIGNS = {"N": 1.0, "S": -1.0, "E": 1.0, "W": -1.0, "O": -1.0}
_LIMITS = {"latitude": 90.0, "longitude": 180.0}


@dataclass(frozen=True)
class Coordinate:
    """One coordinate as read.

    Attributes
    ----------
    degrees : float or None
        None where the text cannot be trusted: ``flags`` say why.
    notation : str
        ``decimal``, ``minutes``, ``seconds``, or empty when unread.
    flags : tuple of str
        ``minutes-over-59``, ``no-hemisphere``, ``marks-lost``, ``out-of-range``, ``unread``.
    """

    degrees: float | None
    notation: str = ""
    flags: tuple[str, ...] = ()


def read_coordinate(text: str, axis: str) -> Coordinate:
    """Read a latitude or longitude.

    Minutes or seconds of 60 and more are decimals that somebody wrote as minutes; a missing hemisphere leaves the sign
    open. Neither is guessed.

    Parameters
    ----------
    text : str
    axis : str
        ``latitude`` or ``longitude``.
    """
    match = _DMS.match(text.strip().upper())
    if match is None:
        return Coordinate(None, flags=("unread",))
    degrees, minutes, seconds = (_number(match[name]) for name in ("deg", "min", "sec"))
    notation = "seconds" if match["sec"] else "minutes" if match["min"] else "decimal"
    flags = ["marks-lost"] if "?" in (match["minmark"] or "") + (match["secmark"] or "") else []
    if minutes >= 60 or seconds >= 60:
        flags.append("minutes-over-59")
    hemisphere = match["hemi"]
    if hemisphere is None:
        flags.append("no-hemisphere")
    elif (hemisphere in "NS") != (axis == "latitude"):
        flags.append("out-of-range")
    value = degrees + minutes / 60 + seconds / 3600
    if value > _LIMITS[axis]:
        flags.append("out-of-range")
    is_open = {"minutes-over-59", "no-hemisphere", "out-of-range"} & set(flags)
    return Coordinate(None if is_open else _SIGNS[hemisphere or "N"] * value, notation, tuple(flags))


def _number(text: str | None) -> float:
    return float(text.replace(",", ".")) if text else 0.0
