"""Where chips lie in an image, and which part of the data each belongs to: pixels and sites alone, no files.

Whole sites go to one part, and no pixel is in two parts (DOMAIN 6, row 26): what shares a chip, or chips that share
pixels, stays together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from mining_monitor.contract.training import PARTS
from mining_monitor.engine.imagery.grid import Window


@dataclass(frozen=True)
class Chip:
    """A chip: its pixels, the sites on it (none: background), and the group of sites that it stays with."""

    window: Window
    sites: tuple[str, ...]
    group: str


def windows(width: int, height: int, size: int, overlap: float) -> list[Window]:
    """Return chips that cover an image, row by row; the last of a row and of a column are moved inwards to be whole.

    Parameters
    ----------
    width, height, size : int
        Pixels; ``size`` is at most the smaller of both.
    overlap : float
        Share of a chip, 0..0.75, that the next one repeats.
    """
    stride = max(1, round(size * (1.0 - overlap)))
    return [
        Window(col, row, size, size) for row in _starts(height, size, stride) for col in _starts(width, size, stride)
    ]


def _starts(length: int, size: int, stride: int) -> list[int]:
    starts = list(range(0, length - size + 1, stride))
    if starts[-1] + size < length:
        starts.append(length - size)
    return starts


def group_sites(chips: Sequence[tuple[Window, frozenset[str]]]) -> dict[str, str]:
    """Return for each site the group that it belongs to, named by its first site.

    Sites on one chip, and sites whose chips share pixels, are one group.
    """
    boxes = boxes_of([window for window, _ in chips])
    leader: dict[str, str] = {}

    def head(site: str) -> str:
        while leader.setdefault(site, site) != site:
            site = leader[site]
        return site

    def join(sites: Iterable[str]) -> None:
        heads = sorted({head(site) for site in sites})
        for other in heads[1:]:
            leader[other] = heads[0]

    for first, second in _sharing(boxes, boxes):
        join(chips[first][1] | chips[second][1])
    return {site: head(site) for site in list(leader)}


def assign_parts(chips_by_group: Mapping[str, int], shares: Sequence[float]) -> dict[str, str]:
    """Give each group to the part that lacks most, the largest group first; the same groups give the same parts.

    Parameters
    ----------
    chips_by_group : mapping
        Group -> chips.
    shares : sequence of float
        Of train, val and test; they need not sum to 1. A part with share 0 gets nothing.
    """
    total = sum(shares)
    wanted = {part: share / total for part, share in zip(PARTS, shares, strict=True) if share > 0}
    filled = dict.fromkeys(wanted, 0)
    parts: dict[str, str] = {}
    for group in sorted(chips_by_group, key=lambda name: (-chips_by_group[name], _lot(name))):
        count = sum(filled.values()) + chips_by_group[group]
        part = max(wanted, key=lambda name: (wanted[name] * count - filled[name], -PARTS.index(name)))
        parts[group] = part
        filled[part] += chips_by_group[group]
    return parts


def _lot(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def nearest(boxes: Sequence[shapely.Geometry], to: Sequence[shapely.Geometry]) -> list[int]:
    """Return for each box the index of the one in ``to`` that is nearest to it."""
    if not boxes:
        return []
    return [int(index) for index in shapely.STRtree(shapely.centroid(to)).nearest(shapely.centroid(boxes))]


def across_parts(boxes: Sequence[shapely.Geometry], parts: Sequence[str]) -> set[int]:
    """Return the indices of boxes that share pixels with a box of another part."""
    return {first for first, second in _sharing(boxes, boxes) if parts[first] != parts[second]}


def boxes_of(windows: Sequence[Window]) -> list[shapely.Geometry]:
    """Return windows as rectangles in pixels (column, row)."""
    return [shapely.box(w.col_off, w.row_off, w.col_off + w.width, w.row_off + w.height) for w in windows]


def _sharing(boxes: Sequence[shapely.Geometry], others: Sequence[shapely.Geometry]) -> list[tuple[int, int]]:
    """Return the pairs that share pixels, not only an edge; each is paired with itself."""
    if not len(boxes):
        return []
    mine, theirs = shapely.STRtree(others).query(boxes, predicate="intersects")
    shared = shapely.area(shapely.intersection(np.take(boxes, mine), np.take(others, theirs))) > 0
    return [(int(i), int(j)) for i, j in zip(mine[shared], theirs[shared], strict=True)]
