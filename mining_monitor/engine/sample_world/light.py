"""Light on the ground: slopes, cast shadows, haze."""

from __future__ import annotations

import math

import numpy as np

from mining_monitor.engine.sample_world.canvas import Canvas
from mining_monitor.engine.sample_world.frame import FloatArray
from mining_monitor.engine.sample_world.world import Sun, World

#: Distances in pixels at which the way to the sun is checked for higher ground.
_SHADOW_STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40)
#: Frame pixels around a picture that shading and shadows look at.
LIGHT_MARGIN_PX = 42
#: Skylight as a share of the light on level ground in the sun; blue sky fills shadows with more blue.
_SKY = {"blue": 0.34, "green": 0.27, "red": 0.22, "nir": 0.16, "swir16": 0.11, "swir22": 0.09}
#: Haze of a clear day falls with wavelength (about lambda to the power -2).
_HAZE = {"blue": 1.0, "green": 0.70, "red": 0.50, "nir": 0.28, "swir16": 0.05, "swir22": 0.02}


def light_up(canvas: Canvas, world: World) -> FloatArray:
    """Return the reflectance that a sensor sees above the canvas: shaded, shadowed and hazy.

    Returns
    -------
    ndarray of float32, shape (band, row, col)
    """
    surface = canvas.height + canvas.objects
    direct = slope_light(surface, canvas.frame.step_m, world.sun, canvas.shine)
    direct *= 1.0 - cast_shadow(surface, canvas.frame.step_m, world.sun)
    seen = np.empty_like(canvas.albedo)
    for index, band in enumerate(canvas.bands):
        sky = np.float32(_SKY[band])
        seen[index] = canvas.albedo[index] * (sky + (1 - sky) * direct) + np.float32(world.biome.haze * _HAZE[band])
    return seen


def slope_light(surface: FloatArray, step_m: float, sun: Sun, shine: FloatArray) -> FloatArray:
    """Return the direct light on each slope against level ground (Lambert), 1 on level ground and water."""
    dy, dx = np.gradient(surface, np.float32(step_m))
    to_sun_x = math.sin(sun.azimuth) / math.tan(sun.elevation)
    to_sun_y = math.cos(sun.azimuth) / math.tan(sun.elevation)
    # Rows run south, so the northward slope is -dy.
    facing = (1.0 - dx * np.float32(to_sun_x) + dy * np.float32(to_sun_y)) / np.sqrt(1.0 + dx * dx + dy * dy)
    light = np.clip(facing, 0.0, 1.7)
    return np.asarray(light + (1.0 - light) * shine, np.float32)


def cast_shadow(surface: FloatArray, step_m: float, sun: Sun) -> FloatArray:
    """Return the share of the sun that higher ground and objects hide, 0..1 (soft over half a pixel's height)."""
    rows, cols = surface.shape
    climb = math.tan(sun.elevation) * step_m
    soft = np.float32(1.0 / (0.6 * climb))
    shadow = np.zeros_like(surface)
    for distance in _SHADOW_STEPS:
        dr, dc = round(-math.cos(sun.azimuth) * distance), round(math.sin(sun.azimuth) * distance)
        here = (slice(max(0, -dr), rows - max(0, dr)), slice(max(0, -dc), cols - max(0, dc)))
        there = (slice(max(0, dr), rows - max(0, -dr)), slice(max(0, dc), cols - max(0, -dc)))
        if here[0].start >= here[0].stop or here[1].start >= here[1].stop:
            break
        excess = surface[there] - surface[here] - np.float32(math.hypot(dr, dc) * climb)
        np.maximum(shadow[here], np.clip(excess * soft + 0.3, 0.0, 1.0), out=shadow[here])
    return shadow
