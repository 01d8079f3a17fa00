"""Minimum area: small regions go to the neighbour with which they share most border, smallest first."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from mining_monitor.engine.detection.census import Borders, Regions
from mining_monitor.schema.classes import NOT_OBSERVED, OTHER


def merged_values(regions: Regions, min_area_m2: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    """Return the class of each provisional label after merging, shape (label,).

    A region below the minimum area of its class takes the class of the observed neighbour with which it shares most
    border (``other`` is a neighbour like the rest; ties go to the larger one) and becomes one with it and with all its
    neighbours of that class. Without an observed neighbour it becomes ``other``. "Not observed" never changes. Groups
    of small regions that touch are settled one after the other, the smallest region of a group first.

    Parameters
    ----------
    regions : Regions
    min_area_m2 : ndarray of float64, shape (256,)
        By class code; 0 = any size may stay.
    """
    merging = _Merging(regions, min_area_m2)
    is_root = regions.root == np.arange(len(regions.root))
    is_small = is_root & (regions.value != NOT_OBSERVED) & (regions.area_m2 < min_area_m2[regions.value])
    has_neighbour = np.zeros(len(is_small), bool)
    has_neighbour[regions.borders.left] = has_neighbour[regions.borders.right] = True
    merging.code[is_small & ~has_neighbour] = OTHER
    for borders in _groups(regions.borders, is_small):
        merging.settle(borders, is_small)
    return merging.values()


def _groups(borders: Borders, is_small: npt.NDArray[np.bool_]) -> Iterator[Borders]:
    """Yield the borders of each group of small regions that touch, with what lies around it."""
    if not len(borders.left):
        return
    count = len(is_small)
    both = is_small[borders.left] & is_small[borders.right]
    graph = coo_array((np.ones(int(both.sum()), np.bool_), (borders.left[both], borders.right[both])), (count, count))
    group = connected_components(graph.tocsr(), directed=False)[1]
    key = np.where(is_small[borders.left], group[borders.left], group[borders.right])
    order = np.argsort(key, kind="stable")
    ends = np.flatnonzero(np.append(np.diff(key[order]) != 0, True)) + 1
    for first, last in zip(np.append(0, ends[:-1]).tolist(), ends.tolist()):
        yield borders.pick(order[first:last])


class _Merging:
    """State of all regions: a union-find over labels with the area and class of each root, in flat arrays."""

    def __init__(self, regions: Regions, min_area_m2: npt.NDArray[np.float64]) -> None:
        self.code = regions.value.copy()
        self._root = regions.root.copy()
        self._parent = self._root.data
        self._codes = self.code.data
        self._area = regions.area_m2.copy().data
        self._min_area_m2 = min_area_m2.tolist()
        self._around: dict[int, dict[int, float]] = {}

    def values(self) -> npt.NDArray[np.uint8]:
        """Return the class of each label."""
        root = self._root
        while True:
            above = root[root]
            if np.array_equal(above, root):
                return np.asarray(self.code[root], np.uint8)
            root = above

    def settle(self, borders: Borders, is_small: npt.NDArray[np.bool_]) -> None:
        """Merge the small regions of one group."""
        self._around = {}
        for left, right, length in zip(borders.left.tolist(), borders.right.tolist(), borders.length.tolist()):
            for region, other in ((left, right), (right, left)):
                if is_small[region]:
                    self._around.setdefault(region, {})[other] = length
        waiting = [(self._area[region], region) for region in self._around]
        heapq.heapify(waiting)
        while waiting:
            area, region = heapq.heappop(waiting)
            if self._find(region) != region or area != self._area[region] or not self._is_small(region):
                continue
            grown = self._merge(region)
            if grown is not None and self._is_small(grown):
                heapq.heappush(waiting, (self._area[grown], grown))

    def _find(self, region: int) -> int:
        path = []
        while self._parent[region] != region:
            path.append(region)
            region = self._parent[region]
        for step in path:
            self._parent[step] = region
        return region

    def _is_small(self, region: int) -> bool:
        return bool(self._area[region] < self._min_area_m2[self._codes[region]])

    def _neighbours(self, region: int) -> dict[int, float]:
        lengths: dict[int, float] = {}
        for other, length in self._around.get(region, {}).items():
            root = self._find(other)
            if root != region:
                lengths[root] = lengths.get(root, 0.0) + length
        return lengths

    def _merge(self, region: int) -> int | None:
        """Merge a small region; return the region that it became part of."""
        neighbours = self._neighbours(region)
        if not neighbours:
            self._codes[region] = OTHER
            return None
        target = max(neighbours, key=lambda other: (neighbours[other], self._area[other], -other))
        code = self._codes[target]
        family = [region, *(other for other in neighbours if self._codes[other] == code)]
        root = min(family)
        around: dict[int, float] = {}
        for member in family:
            for other, length in self._around.pop(member, {}).items():
                around[other] = around.get(other, 0.0) + length
        self._area[root] = sum(self._area[member] for member in family)
        self._codes[root] = code
        for member in family:
            self._parent[member] = root
        if self._is_small(root):
            self._around[root] = around
        return root
