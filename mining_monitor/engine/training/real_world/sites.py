"""Places and parts: every place belongs to one part, by a rule that needs no list."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable

from mining_monitor.engine.training.real_world.samples import Part, Sample


def cell_of(lon: float, lat: float, prefix: str = "") -> str:
    """Return the name of the 1-degree cell of a position, west and south edges included.

    Raises
    ------
    ValueError
        When the position is not a number.
    """
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise ValueError("A position that is not a number lies in no cell.")
    return f"{prefix}{math.floor(lon):+04d}{math.floor(lat):+03d}"


def share_of(site: str, salt: str = "") -> float:
    """Return a number of 0..1 that depends on the name alone: evenly spread, the same on every machine."""
    digest = hashlib.sha256(f"{salt}|{site}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


def part_of(site: str, dev_share: float, test_share: float, salt: str = "") -> Part:
    """Return the part of a place: the first share of names is tested, the next looked at, the rest learned from."""
    share = share_of(site, salt)
    if share < test_share:
        return "test"
    return "dev" if share < test_share + dev_share else "train"


def sites_in_two_parts(samples: Iterable[Sample]) -> list[str]:
    """Return the places that more than one part has, sorted; it must be empty."""
    seen: dict[str, set[str]] = {}
    for sample in samples:
        seen.setdefault(sample.site, set()).add(sample.part)
    return sorted(site for site, parts in seen.items() if len(parts) > 1)
