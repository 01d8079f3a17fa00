"""Endless winding lines: rivers, dry channels and country roads as functions of position."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.sample_world.frame import CoordArray, FloatArray, Frame
from mining_monitor.engine.sample_world.noise import hash_unit, mix_seed, noise_at, spline_field


@dataclass(frozen=True)
class Course:
    """A family of roughly parallel lines that never close.

    The lines are the places where a phase (a plane wave bent by noise) is a whole number.

    Attributes
    ----------
    seed : int
        Random seed.
    heading : float
        Direction across the lines, radians from east.
    period_m : float
        Mean distance of two lines.
    wiggle : float
        Size of the bends as a share of the period; below about 0.35 the lines cannot close.
    share : float
        Share of the lines that exist, 0..1.
    """

    seed: int
    heading: float
    period_m: float
    wiggle: float
    share: float

    def phase(self, x: npt.NDArray[np.floating], y: npt.NDArray[np.floating]) -> CoordArray:
        """Return the bent phase at positions in metres; lines run at whole numbers."""
        plane = (x * math.cos(self.heading) + y * math.sin(self.heading)) / self.period_m
        bend = self.wiggle * noise_at(x, y, mix_seed(self.seed, 1), 0.9 * self.period_m)
        meander = 0.22 * self.wiggle * noise_at(x, y, mix_seed(self.seed, 2), 0.21 * self.period_m)
        ripple = 0.06 * self.wiggle * noise_at(x, y, mix_seed(self.seed, 3), 0.07 * self.period_m)
        return np.asarray(plane + bend + meander + ripple, np.float64)

    def exists(self, line: FloatArray) -> npt.NDArray[np.bool_]:
        """Tell which numbers of lines are drawn."""
        number = line.astype(np.int64)
        return hash_unit(number, np.zeros_like(number), mix_seed(self.seed, 4)) < self.share

    def width_factor(self, line: FloatArray) -> FloatArray:
        """Return a random number in [0, 1) for each line, for widths."""
        number = line.astype(np.int64)
        return hash_unit(number, np.zeros_like(number), mix_seed(self.seed, 5))


def course_distance(frame: Frame, course: Course) -> tuple[FloatArray, FloatArray]:
    """Return the distance in metres to the nearest line (1e9 where it does not exist) and its random number.

    The distance is the phase over its gradient: exact on the line, good near it.
    """
    spacing = max(3.0 * frame.step_m, course.period_m / 400.0)
    phase = spline_field(frame, course.phase, spacing)
    gy, gx = np.gradient(phase, np.float32(frame.step_m))
    line = np.rint(phase)
    slope = np.maximum(np.hypot(gx, gy), 0.2 / course.period_m)
    distance = np.where(course.exists(line), np.abs(phase - line) / slope, np.float32(1e9))
    return distance.astype(np.float32), course.width_factor(line)


def distance_at(course: Course, x: CoordArray, y: CoordArray) -> CoordArray:
    """Return the distance in metres from points, shape (n,), to the nearest line, 1e9 where it does not exist."""
    phase = course.phase(x, y)
    slope = np.hypot(course.phase(x + 1.0, y) - phase, course.phase(x, y + 1.0) - phase)
    line = np.rint(phase)
    distance = np.abs(phase - line) / np.maximum(slope, 0.2 / course.period_m)
    return np.where(course.exists(line.astype(np.float32)), distance, 1e9)
