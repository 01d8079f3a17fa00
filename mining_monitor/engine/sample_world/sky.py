"""What the air and the sensor do: clouds with shadows, the sensor's blur, noise, swath edges."""

from __future__ import annotations

import math

import numpy as np

from mining_monitor.engine.sample_world.frame import FloatArray, Frame, MaskArray
from mining_monitor.engine.sample_world.noise import fractal_noise, hash_unit, mix_seed, smoothstep
from mining_monitor.engine.sample_world.world import World

#: Thicker clouds than this hide the ground.
OPAQUE = 0.5
_CLOUD_HEIGHT_SHARE = 0.14


def cloud_thickness(frame: Frame, world: World) -> FloatArray:
    """Return the opacity of the clouds above each point, 0..1."""
    length = 0.55 * world.site_spacing_m
    billows = fractal_noise(frame, mix_seed(world.seed, 95), length, octaves=8, gain=0.58)
    # The fractal's spread is about 0.6; this threshold leaves the wanted share above it.
    threshold = 1.25 - 2.3 * world.cloud_cover
    return smoothstep(threshold, threshold + 0.45, billows)


def cover_with_clouds(seen: FloatArray, frame: Frame, world: World) -> tuple[FloatArray, MaskArray]:
    """Add clouds and their shadows.

    Returns
    -------
    seen : ndarray of float32, shape (band, row, col)
        The picture with clouds.
    hidden : ndarray of bool, shape (row, col)
        True where a cloud hides the ground.
    """
    away = _CLOUD_HEIGHT_SHARE * world.site_spacing_m / math.tan(world.sun.elevation)
    east, north = away * math.sin(world.sun.azimuth), away * math.cos(world.sun.azimuth)
    cloud = cloud_thickness(frame, world)
    shadow = cloud_thickness(Frame(frame.x + east, frame.y + north, frame.step_m), world)
    grain = 0.62 + 0.10 * fractal_noise(frame, mix_seed(world.seed, 96), 0.12 * world.site_spacing_m, octaves=6)
    shaded = seen * (1.0 - 0.62 * shadow)
    return (shaded + (grain - shaded) * cloud).astype(np.float32), cloud > OPAQUE


def blur(seen: FloatArray, weight: float) -> FloatArray:
    """Return the picture with a 3 x 3 kernel's blur; `weight` is a neighbour's share against the middle's 1."""
    norm = np.float32(1.0 / (1.0 + 2.0 * weight))
    side = np.float32(weight) * norm
    out = seen * norm
    out[:, 1:-1] += side * (seen[:, :-2] + seen[:, 2:])
    across = out * norm
    across[:, :, 1:-1] += side * (out[:, :, :-2] + out[:, :, 2:])
    return across


def sensor_noise(frame: Frame, seed: int, band: int, row: int, col: int) -> FloatArray:
    """Return white noise, standard deviation 1, that belongs to the pixels of the world's grid.

    Parameters
    ----------
    row, col : int
        World index of the first pixel.
    """
    i = np.arange(row, row + frame.shape[0])[:, None]
    j = np.arange(col, col + frame.shape[1])[None, :]
    total = sum(hash_unit(i, j, mix_seed(seed, 97, band, k)) for k in range(3))
    return (np.asarray(total, np.float32) - np.float32(1.5)) * np.float32(2.0)


def swath_edge(rows: slice, cols: slice, shape: tuple[int, int], share: float) -> MaskArray:
    """Return True where the swath covers the picture; a slanting wedge at its left, `share` wide, is empty."""
    if share <= 0:
        return np.ones((rows.stop - rows.start, cols.stop - cols.start), np.bool_)
    row = np.arange(rows.start, rows.stop)[:, None]
    col = np.arange(cols.start, cols.stop)[None, :]
    edge = shape[1] * share * (1.6 - 1.2 * row / max(shape[0], 1))
    return np.asarray(col >= edge)
