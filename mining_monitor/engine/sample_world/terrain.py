"""The lie of the land: hills, valleys and what rivers cut."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mining_monitor.engine.sample_world.canvas import Canvas
from mining_monitor.engine.sample_world.courses import course_distance
from mining_monitor.engine.sample_world.frame import CoordArray, FloatArray
from mining_monitor.engine.sample_world.noise import (
    fractal_noise,
    mix_seed,
    smoothstep,
    spline_field,
    value_noise,
    warped_ridges,
)
from mining_monitor.engine.sample_world.plan import plans_around
from mining_monitor.engine.sample_world.world import World


@dataclass(frozen=True)
class Terrain:
    """Fields that the land cover and the artisanal workings look at, each of shape (row, col), float32.

    Attributes
    ----------
    mountain : ndarray
        0 on plains, 1 in the mountains.
    ridges : ndarray
        0 in gullies, towards 1 on crests.
    river_m, river_half_m : ndarray
        Distance to the nearest river's middle and half its width, metres.
    wet : ndarray
        Moisture, 0 dry to 1 beside water.
    """

    mountain: FloatArray
    ridges: FloatArray
    river_m: FloatArray
    river_half_m: FloatArray
    wet: FloatArray


def raise_terrain(canvas: Canvas, world: World) -> Terrain:
    """Fill the canvas' heights and return the fields that belong to them."""
    frame, seed, relief = canvas.frame, world.seed, world.biome.relief
    spacing = world.site_spacing_m
    mountain = smoothstep(-0.25, 0.75, value_noise(frame, mix_seed(seed, 21), 0.95 * spacing) + (relief - 0.45))
    ridges = warped_ridges(frame, mix_seed(seed, 22), 0.42 * spacing, octaves=5)
    river_m, pick = course_distance(frame, world.river)
    low, high = world.biome.river_m
    wobble = 1.0 + 0.35 * value_noise(frame, mix_seed(seed, 23), 9.0 * high)
    half = 0.5 * world.yard_factor * (low + (high - low) * pick) * wobble
    valley = smoothstep(0.0, 0.16 * spacing, river_m)
    mountain = mountain * (0.12 + 0.88 * valley) * (1.0 - 0.8 * worked_ground(canvas, world))
    steepness = (0.03 + 0.16 * relief) * spacing
    detail = fractal_noise(frame, mix_seed(seed, 24), 0.11 * spacing, octaves=9, gain=0.44)
    rolling = value_noise(frame, mix_seed(seed, 25), 0.5 * spacing)
    canvas.height[...] += steepness * (mountain * (0.25 + 0.95 * ridges) + 0.10 * rolling)
    canvas.height[...] += steepness * (0.012 + 0.075 * mountain) * detail
    canvas.height[...] -= (0.012 * spacing) * (1.0 - valley)
    wet = np.exp(-np.maximum(river_m - half, 0.0) / np.float32(0.035 * spacing)).astype(np.float32)
    return Terrain(mountain, ridges, river_m, half.astype(np.float32), wet)


def worked_ground(canvas: Canvas, world: World) -> FloatArray:
    """Return 1 where mines stand and 0 away from them, smooth: they are dug and built on gentler ground."""
    features = [feature for plan in plans_around(canvas.frame, world) for feature in plan.features]

    def nodes(gx: CoordArray, gy: CoordArray) -> FloatArray:
        worked = np.zeros(gx.shape, np.float32)
        for feature in features:
            away = np.hypot(gx - feature.place.x, gy - feature.place.y) / feature.radius_m
            np.maximum(worked, smoothstep(1.9, 0.8, away.astype(np.float32)), out=worked)
        return worked

    return spline_field(canvas.frame, nodes, max(world.site_spacing_m / 120.0, 3.0 * canvas.frame.step_m))
