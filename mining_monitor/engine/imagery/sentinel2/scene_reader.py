"""A scene on the output's grid: bands in shared numbers, and why a pixel is not observed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.products import MaskRules, OffsetDecision
from mining_monitor.engine.imagery.grid import Grid, Window
from mining_monitor.engine.imagery.sentinel2.composite import Layer
from mining_monitor.engine.imagery.sentinel2.masks import CODES, MaskLayers, PolygonMask, halo_px, reasons
from mining_monitor.engine.imagery.sentinel2.numbers import SATURATED, Numbers, convert_numbers, numbers_of
from mining_monitor.engine.imagery.sentinel2.reader import BandReader
from mining_monitor.engine.imagery.sentinel2.scene_classes import SceneClassReader, has_scene_classes
from mining_monitor.engine.imagery.sentinel2.sources import (
    BAND_IDS,
    CLOUD_PROBABILITY,
    L1C_MASKS,
    SCENE_CLASSES,
    SNOW_PROBABILITY,
    TRUE_COLOUR,
    SceneSource,
)
from mining_monitor.engine.progress import Job

#: Bands whose numbers are names or percents, never mixed.
CATEGORIES = (SCENE_CLASSES, CLOUD_PROBABILITY, SNOW_PROBABILITY, *L1C_MASKS)


@dataclass(frozen=True)
class Plan:
    """What all scenes of an output share.

    Attributes
    ----------
    grid : Grid
    resolution_m : float
    gsd_m : float
        Of ``grid`` on the ground.
    bands : tuple of str
    is_picture : bool
        Give the product's own true colour, three bands; ``bands`` only say what is valid.
    numbers : tuple of Numbers
        How the output's numbers are meant, one for each of ``bands``.
    rules : MaskRules
    exclude, keep : PolygonMask
    """

    grid: Grid
    resolution_m: float
    gsd_m: float
    bands: tuple[str, ...]
    is_picture: bool
    numbers: tuple[Numbers, ...]
    rules: MaskRules
    exclude: PolygonMask
    keep: PolygonMask

    @property
    def count(self) -> int:
        """Number of bands that come out."""
        return 3 if self.is_picture else len(self.bands)


class SceneReader:
    """Reads windows of a scene as a plan says; the caller releases it."""

    def __init__(self, scene: SceneSource, decision: OffsetDecision, plan: Plan, job: Job) -> None:
        self.scene, self._plan, self._job = scene, plan, job
        self._numbers = [numbers_of(scene.band(name, plan.resolution_m), decision) for name in plan.bands]
        self._halo = halo_px(plan.rules, plan.gsd_m)
        self._readers: list[BandReader] = []
        self._bands = [self._reader(name, name in CATEGORIES) for name in plan.bands]
        self._picture = self._picture_readers() if plan.is_picture else []
        rules = plan.rules
        self._classes: SceneClassReader | None = None
        if rules.classes and has_scene_classes(scene):
            self._classes = SceneClassReader(scene, plan.grid, plan.resolution_m, self._halo)
            self._readers += self._classes.readers
        wants_probability = "cloud" in rules.classes and rules.cloud_probability is not None
        has_probability = CLOUD_PROBABILITY in scene.names()
        self._probability = self._reader(CLOUD_PROBABILITY, True) if wants_probability and has_probability else None

    @property
    def file_count(self) -> int:
        """How many files are open after a window."""
        return len(self._readers)

    def release(self) -> None:
        """Close all files until the next window."""
        for reader in self._readers:
            reader.close()

    @property
    def has_classes(self) -> bool:
        """Whether scene classes are read for the mask."""
        return self._classes is not None

    def around(self, window: Window) -> Window:
        """Return a window with what lies around it and has a say in its mask: the margins of clouds."""
        halo = self._halo if self._classes is not None or self._probability is not None else 0
        return Window(window.col_off - halo, window.row_off - halo, window.width + 2 * halo, window.height + 2 * halo)

    def classes(self, window: Window) -> npt.NDArray[np.uint8]:
        """Read scene classes (codes of SCL) of a window, which may reach beyond the grid by the margin."""
        if self._classes is None:
            return np.zeros((window.height, window.width), np.uint8)
        self._job.check()
        return self._classes.read(window).codes

    def layer(self, window: Window, bright: npt.NDArray[np.bool_] | None = None) -> Layer:
        """Read a window.

        Parameters
        ----------
        bright : ndarray of bool, shape (row, col) of ``around(window)``
            Where cloud inside known mines is ground; None: everywhere inside them.

        Raises
        ------
        ImageError
            A file is missing, damaged or incomplete.
        CancelledError
        """
        shape = (len(self._bands), window.height, window.width)
        values, valid = np.zeros(shape, np.float32), np.zeros(shape, bool)
        saturated = np.zeros(shape[1:], bool)
        for index, reader in enumerate(self._bands):
            self._job.check()
            pixels = reader.read(window)
            is_full = self._is_saturated(reader, pixels.values) & pixels.valid
            saturated |= is_full
            numbers = convert_numbers(pixels.values, self._numbers[index], self._plan.numbers[index])
            values[index] = np.where(is_full, np.float32(SATURATED), numbers)
            valid[index] = pixels.valid
        has_data = np.asarray(valid.all(axis=0), bool)
        reason = self._reason(window, has_data, saturated, bright) if has_data.any() else _nothing(has_data)
        if self._plan.is_picture:
            values = self._picture_values(window)
            valid = np.broadcast_to(has_data, values.shape)
        return Layer(np.where(valid, values, np.float32(0)), valid, reason)

    def _picture_values(self, window: Window) -> npt.NDArray[np.float32]:
        found = []
        for reader in self._picture:
            self._job.check()
            found.append(reader.read(window).values)
        return np.stack(found)

    def _is_saturated(self, reader: BandReader, values: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
        if reader.band.saturated is None or reader.band.name not in BAND_IDS:
            return np.zeros(values.shape, bool)
        return np.asarray(values == reader.band.saturated, bool)

    def _reason(
        self,
        window: Window,
        has_data: npt.NDArray[np.bool_],
        saturated: npt.NDArray[np.bool_],
        bright: npt.NDArray[np.bool_] | None,
    ) -> npt.NDArray[np.uint8]:
        """Return reasons; scene classes are read with what lies around the window, for the margins of clouds."""
        wide = self.around(window)
        halo = window.col_off - wide.col_off
        grid = self._plan.grid.window(wide)
        keep = self._plan.keep.inside(grid)
        if keep is not None and bright is not None and self.has_classes:
            keep = keep & bright
        inner = (slice(halo, halo + window.height), slice(halo, halo + window.width))
        self._job.check()
        layers = MaskLayers(
            _padded(has_data, halo, fill=True),
            _padded(saturated, halo, fill=False),
            None if self._classes is None else self._classes.read(wide).codes,
            None if self._probability is None else self._probability.read(wide).values.astype(np.uint8),
        )
        found = reasons(
            layers, self._plan.rules, self._plan.gsd_m,
            exclude=self._plan.exclude.inside(grid), keep=keep,
        )  # fmt: skip
        return found[inner]

    def _reader(self, name: str, is_category: bool) -> BandReader:
        plan = self._plan
        band = self.scene.band(name, plan.resolution_m)
        reader = BandReader(self.scene, band, plan.grid, is_category=is_category, margin_px=self._halo)
        self._readers.append(reader)
        return reader

    def _picture_readers(self) -> Sequence[BandReader]:
        plan = self._plan
        band = self.scene.band(TRUE_COLOUR, plan.resolution_m)
        readers = [
            BandReader(self.scene, dataclasses.replace(band, index=index), plan.grid, margin_px=self._halo)
            for index in (1, 2, 3)
        ]
        self._readers += readers
        return readers


def _padded(mask: npt.NDArray[np.bool_], halo: int, *, fill: bool) -> npt.NDArray[np.bool_]:
    return np.pad(mask, halo, constant_values=fill) if halo else mask


def _nothing(has_data: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint8]:
    return np.full(has_data.shape, CODES["nodata"], np.uint8)
