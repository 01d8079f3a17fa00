"""Bright tailings and salt that scene classes call cloud: ground stays, a cloud passes (DOMAIN 2.4, "mining trap")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.sentinel2.masks import SCENE_CLASS_CODES
from mining_monitor.engine.imagery.sentinel2.scene_reader import Plan, SceneReader

#: Bright ground is called cloud in at least 3 of 5 dates (DOMAIN 2.4) ...
PERSISTENT_SHARE = 3 / 5
#: ... and in at least so many; fewer dates cannot tell it from a cloud.
LEAST_DATES = 3


def can_tell(days: Iterable[str]) -> bool:
    """Tell whether scenes of these days are enough to tell bright ground from cloud."""
    return len(set(days)) >= LEAST_DATES


class BrightGround:
    """Looks through all dates at ground inside known mines."""

    def __init__(self, scenes: Sequence[SceneReader], plan: Plan) -> None:
        self._scenes = [scene for scene in scenes if scene.has_classes]
        self._days = [scene.scene.sensed_at[:10] for scene in self._scenes]
        self._plan = plan

    def persistent(self, window: Window, *, is_crowded: bool) -> npt.NDArray[np.bool_] | None:
        """Return True where at least 3 of 5 dates see cloud, shape (row, col) of the window with its margin.

        None where no known mine lies, or where there are too few dates: nothing is told then. Each date counts once,
        whatever number of tiles it has there, and only where it has data.
        """
        if not can_tell(self._days):
            return None
        wide = self._scenes[0].around(window)
        if self._plan.keep.inside(self._plan.grid.window(wide)) is None:
            return None
        shape = (len(set(self._days)), wide.height, wide.width)
        seen, cloudy = np.zeros(shape, bool), np.zeros(shape, bool)
        places = {day: place for place, day in enumerate(sorted(set(self._days)))}
        for scene, day in zip(self._scenes, self._days):
            codes = scene.classes(wide)
            seen[places[day]] |= codes != 0
            cloudy[places[day]] |= np.isin(codes, SCENE_CLASS_CODES["cloud"])
            if is_crowded:
                scene.release()
        dates, times = seen.sum(axis=0), cloudy.sum(axis=0)
        return np.asarray((dates >= LEAST_DATES) & (times >= PERSISTENT_SHARE * dates - 1e-9), bool)
