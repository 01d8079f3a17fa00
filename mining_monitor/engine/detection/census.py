"""Regions of a class map with their area and the border they share: what merging for a minimum area needs to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.detection.labels import LabelledRows, Labeller
from mining_monitor.engine.detection.runs import Ints, Runs
from mining_monitor.engine.imagery.ground import PixelAreas
from mining_monitor.schema.classes import NOT_OBSERVED

Labels = npt.NDArray[np.int32]

#: Borders of one pixel count as equally long in x and y when pixels are this square on the ground.
_SQUARE = 0.01


@dataclass(frozen=True)
class Borders:
    """Length of border that pairs of regions share.

    Attributes
    ----------
    left, right : ndarray of int32, shape (pair,)
    length : ndarray of float32
        In pixels (in ground heights of a pixel where pixels are not square).
    """

    left: Labels
    right: Labels
    length: npt.NDArray[np.float32]

    def summed(self) -> Borders:
        """Return one entry for each unordered pair of different regions."""
        low, high = np.minimum(self.left, self.right), np.maximum(self.left, self.right)
        differ = low != high
        low, high, length = low[differ], high[differ], self.length[differ]
        order = np.lexsort((high, low))
        low, high, length = low[order], high[order], length[order]
        if not len(low):
            return Borders(low, high, length)
        first = np.flatnonzero(np.concatenate([[True], (np.diff(low) != 0) | (np.diff(high) != 0)]))
        return Borders(low[first], high[first], np.add.reduceat(length, first))

    def pick(self, wanted: npt.NDArray[np.bool_] | Ints) -> Borders:
        """Return some of the pairs, by a mask or by their indices."""
        return Borders(self.left[wanted], self.right[wanted], self.length[wanted])


@dataclass(frozen=True)
class Regions:
    """All regions of a class map.

    Attributes
    ----------
    root : ndarray of int32, shape (label,)
        Region of each provisional label; a region is named by its smallest label.
    value : ndarray of uint8, shape (label,)
    area_m2 : ndarray of float64, shape (label,)
        Of the region, at its root; 0 elsewhere.
    borders : Borders
        Between roots; pairs of which at least one region is below its minimum area.
    """

    root: Labels
    value: npt.NDArray[np.uint8]
    area_m2: npt.NDArray[np.float64]
    borders: Borders


class RegionCensus:
    """Counts regions as rows come in. Memory: about 13 bytes a region, and 12 a border of a small one.

    Parameters
    ----------
    width : int
    areas : PixelAreas
    min_area_m2 : ndarray of float64, shape (256,)
        By class code.
    pixel_shape : float
        Ground width of a pixel divided by its height.
    """

    def __init__(
        self, width: int, areas: PixelAreas, min_area_m2: npt.NDArray[np.float64], *, pixel_shape: float
    ) -> None:
        self._labeller = Labeller(width)
        self._areas, self._min_area_m2 = areas, min_area_m2
        self._pixel_width = 1.0 if abs(pixel_shape - 1) < _SQUARE else pixel_shape
        self._count = 1
        self._parent = np.zeros(1, np.int32)
        self._value = np.full(1, NOT_OBSERVED, np.uint8)
        self._area = np.zeros(1)
        self._open = np.zeros(1, np.int64)
        nothing = np.empty(0, np.int32)
        self._borders = [Borders(nothing, nothing, np.empty(0, np.float32))]

    def add(self, rows: Runs) -> Labels:
        """Count the next rows; return the provisional label of each run."""
        labelled = self._labeller.label(rows)
        label = self._labels(labelled)
        of_run = label[labelled.component]
        new = of_run[labelled.carried :]
        self._value[new] = rows.value
        middle = rows.col + (rows.length - 1) / 2
        np.add.at(self._area, new, self._areas.at(rows.row.astype(float), middle) * rows.length)
        self._borders.append(self._needed(self._border_pieces(labelled, of_run)).summed())
        self._open = label[labelled.is_open]
        return new.astype(np.int32)

    def regions(self) -> Regions:
        """Return what was counted."""
        root = self._parent[: self._count].copy()
        while True:
            above = root[root]
            if np.array_equal(above, root):
                break
            root = above
        area = np.bincount(root, self._area[: self._count], self._count).astype(np.float64)
        pairs, self._borders = self._borders, []
        borders = Borders(
            root[np.concatenate([pair.left for pair in pairs])],
            root[np.concatenate([pair.right for pair in pairs])],
            np.concatenate([pair.length for pair in pairs]),
        )
        value = self._value[: self._count]
        is_small = area < self._min_area_m2[value]
        return Regions(root, value, area, borders.pick(is_small[borders.left] | is_small[borders.right]).summed())

    def _labels(self, labelled: LabelledRows) -> Ints:
        none = np.iinfo(np.int64).max
        label = np.full(labelled.count, none)
        np.minimum.at(label, labelled.was_open, self._open)
        self._parent[self._open] = label[labelled.was_open]
        is_new = label == none
        fresh = int(is_new.sum())
        label[is_new] = np.arange(self._count, self._count + fresh)
        self._grow(self._count + fresh)
        self._parent[self._count : self._count + fresh] = label[is_new]
        self._count += fresh
        return label

    def _grow(self, size: int) -> None:
        if size <= len(self._parent):
            return
        room = max(size, int(1.5 * len(self._parent))) - len(self._parent)
        self._parent = np.concatenate([self._parent, np.zeros(room, np.int32)])
        self._value = np.concatenate([self._value, np.full(room, NOT_OBSERVED, np.uint8)])
        self._area = np.concatenate([self._area, np.zeros(room)])

    def _border_pieces(self, labelled: LabelledRows, label: Ints) -> Borders:
        touching, runs = labelled.contacts, labelled.runs
        across = np.flatnonzero(runs.col != 0)
        across = across[across >= labelled.carried]
        length = (touching.col1 - touching.col0) * self._pixel_width
        return Borders(
            np.concatenate([label[touching.upper], label[across - 1]]).astype(np.int32),
            np.concatenate([label[touching.lower], label[across]]).astype(np.int32),
            np.concatenate([length, np.ones(len(across))]).astype(np.float32),
        )

    def _needed(self, borders: Borders) -> Borders:
        left, right = self._value[borders.left], self._value[borders.right]
        is_small = (self._area[borders.left] < self._min_area_m2[left]) | (
            self._area[borders.right] < self._min_area_m2[right]
        )
        return borders.pick((left != right) & (left != NOT_OBSERVED) & (right != NOT_OBSERVED) & is_small)


class RunSpool:
    """Runs with their labels on disk, to be read once more in the same order."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("w+b")
        self._count = 0

    def append(self, runs: Runs, label: Labels) -> None:
        """Write the runs of the next rows."""
        head = np.array([runs.row0, runs.height, runs.width], np.int64)
        for array in (head, runs.start, runs.value, runs.score, label):
            np.save(self._file, array, allow_pickle=False)
        self._count += 1

    def __iter__(self) -> Iterator[tuple[Runs, Labels]]:
        self._file.seek(0)
        for _ in range(self._count):
            head, start, value, score, label = (np.load(self._file, allow_pickle=False) for _ in range(5))
            yield Runs(int(head[0]), int(head[1]), int(head[2]), start, value, score), label

    def close(self) -> None:
        """Close and delete the file."""
        self._file.close()
        self.path.unlink(missing_ok=True)
