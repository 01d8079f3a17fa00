"""Artisanal workings along rivers: heaps of washed sand, turbid ponds, a soiled stream."""

from __future__ import annotations

import numpy as np

from mining_monitor.engine.sample_world.canvas import Canvas
from mining_monitor.engine.sample_world.courses import course_distance
from mining_monitor.engine.sample_world.noise import fractal_noise, mix_seed, scatter, smoothstep, value_noise
from mining_monitor.engine.sample_world.plan import Feature
from mining_monitor.engine.sample_world.shapes import cover, local_axes
from mining_monitor.engine.sample_world.world import World
from mining_monitor.schema.classes import BY_KEY

ARTISANAL_CODE = BY_KEY["asm"].code
_PONDS = ("water_turbid", "water_brown", "pond_turquoise", "water_green", "pond_grey", "pond_rust", "water_clear")


def paint_artisanal(canvas: Canvas, feature: Feature, world: World) -> None:
    """Work the banks of a river inside a circle around the feature's place.

    The class covers the connected worked ground with its ponds, not the river itself (DOMAIN 1.2).
    """
    rng = np.random.default_rng(feature.seed)
    frame, seed, size = canvas.frame, feature.seed, max(feature.size_m)
    river_m, pick = course_distance(frame, world.river)
    low, high = world.biome.river_m
    half = 0.5 * world.yard_factor * (low + (high - low) * pick)
    u, v = local_axes(frame, feature.place)
    band_m = size * float(rng.uniform(0.22, 0.4))
    ragged = fractal_noise(frame, mix_seed(seed, 1), 0.4 * size, octaves=6, gain=0.62)
    worked = 1.0 - np.minimum(river_m, np.float32(3.0 * size)) / band_m + 0.75 * ragged
    worked -= 1.4 * smoothstep(0.55, 1.05, np.hypot(u, v) / np.float32(size))
    inside_m = (worked * np.float32(0.35 * band_m)).astype(np.float32)
    alpha = cover(-inside_m, frame.step_m)
    river = cover(river_m - half, frame.step_m)
    grain = fractal_noise(frame, mix_seed(seed, 2), 0.12 * size, octaves=9, gain=0.85)
    sand = canvas.material(("dirt_road", "sand_wet", "soil_pale", "soil_tan", "soil_orange")[int(rng.integers(5))])
    canvas.blend(canvas.tint(sand, rng, 0.12), 0.96 * alpha, 1.0 + 0.13 * grain)
    canvas.put(np.maximum(1.0 + 1.3 * grain, 0.0) * min(frame.step_m, 1.0), 0.9 * alpha)
    _dig_ponds(canvas, feature, alpha, rng, world.yard_factor)
    regrowth = smoothstep(0.25, 0.9, value_noise(frame, mix_seed(seed, 3), 0.22 * size))
    canvas.blend(canvas.material(world.biome.plants[0]), 0.7 * regrowth * alpha)
    soiled = canvas.tint(canvas.material("water_turbid"), rng, 0.12)
    canvas.flood(soiled, river * smoothstep(1.5, 0.8, np.hypot(u, v) / np.float32(size)))
    canvas.mark((inside_m > 0) & (river < 0.5), ARTISANAL_CODE)


def _dig_ponds(canvas: Canvas, feature: Feature, alpha: np.ndarray, rng: np.random.Generator, factor: float) -> None:
    """Dig ponds of many colours, three sizes, irregular."""
    frame, seed = canvas.frame, feature.seed
    names = [_PONDS[int(k)] for k in rng.choice(len(_PONDS), 4, replace=False)]
    colours = [canvas.tint(canvas.material(name), rng, 0.2) for name in names]
    bend = value_noise(frame, mix_seed(seed, 6), 26.0 * factor)
    for index, cell in enumerate((44.0, 72.0, 120.0)):
        cell_m = cell * factor
        du, dv, pick, shade = scatter(
            frame, mix_seed(seed, 7 + index), cell_m, jitter=0.4, angle=feature.place.angle + index
        )
        radius = cell_m * (0.2 + 0.16 * shade)
        shore = np.hypot(du, dv * 1.35) - radius * (1.0 + 0.6 * bend)
        pond = cover(shore.astype(np.float32), frame.step_m) * alpha * (pick < 0.66)
        for k, colour in enumerate(colours):
            canvas.flood(colour, (pond * (np.floor(shade * 17.0) % 4 == k)).astype(np.float32))
