"""Minimum area: small regions go to the neighbour with which they share most border, smallest first."""

from __future__ import annotations

import heapq

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.detection.census import Regions
from mining_monitor.schema.classes import NOT_OBSERVED, OTHER


def merged_values(regions: Regions, min_area_m2: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    """Return the class of each provisional label after merging, shape (label,).

    A region below the minimum area of its class takes the class of the observed neighbour with which it shares most
    border (``other`` is a neighbour like the rest; ties go to the larger one) and becomes one with it and with all its
    neighbours of that class. Without an observed neighbour it becomes ``other``. "Not observed" never changes.

    Parameters
    ----------
    regions : Regions
    min_area_m2 : ndarray of float64, shape (256,)
        By class code; 0 = any size may stay.
    """
    merging = _Merging(regions, min_area_m2)
    merging.run()
    value = regions.value.copy()
    for region, code in merging.changed().items():
        value[region] = code
    return np.asarray(value[regions.root])


class _Merging:
    def __init__(self, regions: Regions, min_area_m2: npt.NDArray[np.float64]) -> None:
        self._regions, self._min_area_m2 = regions, min_area_m2
        is_root = regions.root == np.arange(len(regions.root))
        is_small = is_root & (regions.value != NOT_OBSERVED) & (regions.area_m2 < min_area_m2[regions.value])
        self._small = np.flatnonzero(is_small).tolist()
        self._around: dict[int, dict[int, float]] = {region: {} for region in self._small}
        borders = regions.borders
        for left, right, length in zip(borders.left.tolist(), borders.right.tolist(), borders.length.tolist()):
            if left in self._around:
                self._around[left][right] = length
            if right in self._around:
                self._around[right][left] = length
        self._parent: dict[int, int] = {}
        self._area: dict[int, float] = {}
        self._code: dict[int, int] = {}

    def run(self) -> None:
        waiting = [(self.area(region), region) for region in self._small]
        heapq.heapify(waiting)
        while waiting:
            area, region = heapq.heappop(waiting)
            if self.find(region) != region or area != self.area(region) or not self._is_small(region):
                continue
            grown = self._merge(region)
            if grown is not None and self._is_small(grown):
                heapq.heappush(waiting, (self.area(grown), grown))

    def changed(self) -> dict[int, int]:
        touched = {*self._parent, *self._code}
        return {region: self.code(self.find(region)) for region in touched}

    def find(self, region: int) -> int:
        path = []
        while region in self._parent:
            path.append(region)
            region = self._parent[region]
        for step in path:
            self._parent[step] = region
        return region

    def area(self, region: int) -> float:
        return self._area.get(region, float(self._regions.area_m2[region]))

    def code(self, region: int) -> int:
        return self._code.get(region, int(self._regions.value[region]))

    def _is_small(self, region: int) -> bool:
        return bool(self.area(region) < self._min_area_m2[self.code(region)])

    def _neighbours(self, region: int) -> dict[int, float]:
        lengths: dict[int, float] = {}
        for other, length in self._around.get(region, {}).items():
            root = self.find(other)
            if root != region:
                lengths[root] = lengths.get(root, 0.0) + length
        return lengths

    def _merge(self, region: int) -> int | None:
        """Merge a small region; return the region that it became part of."""
        neighbours = self._neighbours(region)
        if not neighbours:
            self._code[region] = OTHER
            return None
        target = max(neighbours, key=lambda other: (neighbours[other], self.area(other), -other))
        code = self.code(target)
        family = [region, *(other for other in neighbours if self.code(other) == code)]
        root = min(family)
        around: dict[int, float] = {}
        for member in family:
            for other, length in self._around.pop(member, {}).items():
                around[other] = around.get(other, 0.0) + length
        self._area[root] = sum(self.area(member) for member in family)
        self._code[root] = code
        for member in family:
            if member != root:
                self._parent[member] = root
        if self._is_small(root):
            self._around[root] = around
        return root
