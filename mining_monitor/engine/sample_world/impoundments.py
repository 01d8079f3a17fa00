"""Tailings ponds with dams, heap-leach pads with lifts and their solution ponds."""

from __future__ import annotations

import math

import numpy as np

from mining_monitor.engine.sample_world.canvas import Canvas
from mining_monitor.engine.sample_world.frame import FloatArray
from mining_monitor.engine.sample_world.noise import (
    fractal_noise,
    hash_unit,
    mix_seed,
    noise_at,
    smoothstep,
    value_noise,
)
from mining_monitor.engine.sample_world.plan import Feature, SitePlan
from mining_monitor.engine.sample_world.shapes import blob, cover, local_axes, rounded_box
from mining_monitor.schema.classes import BY_KEY

TAILINGS_CODE = BY_KEY["tsf"].code
LEACH_CODE = BY_KEY["lh"].code
_POND_WATERS = ("pond_turquoise", "pond_grey", "water_green", "pond_blue", "water_brown", "pond_rust")


def paint_tailings(canvas: Canvas, feature: Feature, plan: SitePlan) -> None:
    """Build a tailings impoundment: terraced dam, beach with flow lines, decant pond."""
    rng = np.random.default_rng(feature.seed)
    frame, size = canvas.frame, min(feature.size_m)
    inside_m = _tailings_outline(canvas, feature, rng)
    heading = float(rng.uniform(0, 2 * math.pi))
    u, v = local_axes(frame, feature.place)
    along = (u * np.float32(math.cos(heading)) + v * np.float32(math.sin(heading))) / np.float32(size)
    is_ring = rng.random() < 0.55
    dam_share = np.ones_like(along) if is_ring else smoothstep(0.25, -0.25, along)
    dam_m = size * float(rng.uniform(0.08, 0.15)) * (0.15 + 0.85 * dam_share)
    _build_dam(canvas, feature, plan, inside_m, dam_m, rng)
    basin_m = inside_m - dam_m
    _lay_beach(canvas, feature, basin_m, along, rng)
    canvas.mark(inside_m > 0, TAILINGS_CODE)


def _tailings_outline(canvas: Canvas, feature: Feature, rng: np.random.Generator) -> FloatArray:
    """Return the depth inside an engineered polygon or a flooded valley in metres."""
    size = min(feature.size_m)
    if rng.random() < 0.5:
        u, v = local_axes(canvas.frame, feature.place)
        skew = u + np.float32(rng.uniform(-0.25, 0.25)) * v
        half_u, half_v = feature.size_m
        distance = rounded_box(skew, v, 0.92 * half_u, 0.92 * half_v, 0.3 * size)
    else:
        distance = blob(canvas.frame, feature.place, feature.size_m, rng, rough=0.3)
    bulges = value_noise(canvas.frame, mix_seed(feature.seed, 1), 0.5 * size)
    return -(distance + np.float32(0.05 * size) * bulges).astype(np.float32)


def _build_dam(
    canvas: Canvas, feature: Feature, plan: SitePlan, inside_m: FloatArray, dam_m: FloatArray, rng: np.random.Generator
) -> None:
    share = np.clip(inside_m / dam_m, 0.0, 1.0)
    steps = float(rng.integers(2, 5))
    stair = (np.floor(share * steps) + smoothstep(0.0, 0.6, share * steps - np.floor(share * steps))) / steps
    crest_m = min(feature.size_m) * 0.06
    canvas.height[...] += np.float32(crest_m) * stair
    grain = 1.0 + 0.06 * fractal_noise(canvas.frame, mix_seed(feature.seed, 2), 40.0, octaves=5, gain=0.8)
    colour = 0.5 * canvas.material(plan.rock) + 0.5 * canvas.material("gravel")
    alpha = cover(-inside_m, canvas.frame.step_m)
    canvas.blend(canvas.tint(colour.astype(np.float32), rng, 0.12), alpha, grain * (0.9 + 0.2 * (stair > 0.97)))


def _lay_beach(
    canvas: Canvas, feature: Feature, basin_m: FloatArray, along: FloatArray, rng: np.random.Generator
) -> None:
    frame, size, seed = canvas.frame, min(feature.size_m), feature.seed
    alpha = cover(-basin_m, canvas.frame.step_m)
    names = ("tailings_pale", "tailings_grey", "tailings_tan", "tailings_red", "tailings_grey", "tailings_pale")
    colour = canvas.tint(canvas.material(names[int(rng.integers(len(names)))]), rng, 0.12)
    u, v = local_axes(frame, feature.place)
    flow = noise_at(u * np.float32(0.25) + along * size * 0.2, v + along * size * 0.5, mix_seed(seed, 3), 0.06 * size)
    broad = fractal_noise(frame, mix_seed(seed, 4), 0.6 * size, octaves=5, gain=0.55)
    tone = 1.0 + 0.05 * flow + 0.07 * broad
    canvas.blend(colour, alpha, tone)
    start = float(rng.uniform(-0.25, 0.75))
    wet = along - start + 0.28 * broad + 0.05 * flow
    canvas.blend(colour * 0.55, 0.8 * alpha * smoothstep(-0.7, 0.05, wet))
    water = canvas.tint(canvas.material(_POND_WATERS[int(rng.integers(len(_POND_WATERS)))]), rng, 0.18)
    shore_m = np.maximum(-wet * np.float32(size), -(basin_m - 0.02 * size))
    canvas.flood(water, alpha * cover(shore_m, 2.0 * frame.step_m))
    canvas.smooth(0.88 * alpha)


def paint_leach_pad(canvas: Canvas, feature: Feature, plan: SitePlan) -> None:
    """Stack a heap-leach pad: level lifts with sharp edges, irrigated panels, liner and solution ponds."""
    rng = np.random.default_rng(feature.seed)
    frame, (half_u, half_v) = canvas.frame, feature.size_m
    size = min(feature.size_m)
    u, v = local_axes(frame, feature.place)
    distance = rounded_box(u, v, 0.9 * half_u, 0.9 * half_v, 0.1 * size)
    notch_u, notch_v = float(rng.uniform(0.1, 0.8)), float(rng.uniform(0.1, 0.8))
    corner = rounded_box(u - np.float32(half_u), v - np.float32(half_v), notch_u * half_u, notch_v * half_v)
    distance = np.maximum(distance, -corner)
    canvas.blend(canvas.material("liner"), 0.8 * cover(distance - 0.035 * size, frame.step_m))
    inside_m = -distance
    slope = _stack_lifts(canvas, inside_m, size, rng)
    _colour_pad(canvas, feature, plan, u, v, slope, cover(distance, frame.step_m), rng)
    canvas.mark(inside_m > 0, LEACH_CODE)
    _dig_solution_ponds(canvas, feature, u, v, rng)


def _stack_lifts(canvas: Canvas, inside_m: FloatArray, size: float, rng: np.random.Generator) -> FloatArray:
    """Raise the lifts and return 1 on their slopes."""
    lifts, lift_m = int(rng.integers(2, 6)), size * 0.035
    terrace_m = size * float(rng.uniform(0.07, 0.12))
    slope = np.zeros_like(inside_m)
    for k in range(lifts):
        ramp = np.clip((inside_m - k * terrace_m) / np.float32(1.4 * lift_m), 0.0, 1.0)
        canvas.height[...] += np.float32(lift_m) * ramp
        slope += ((ramp > 0) & (ramp < 1)).astype(np.float32)
    return slope


def _colour_pad(
    canvas: Canvas,
    feature: Feature,
    plan: SitePlan,
    u: FloatArray,
    v: FloatArray,
    slope: FloatArray,
    alpha: FloatArray,
    rng: np.random.Generator,
) -> None:
    """Paint ore in regular panels, some of them wet, with fine drip lines at fine resolution."""
    frame, seed, size = canvas.frame, feature.seed, min(feature.size_m)
    name = ("leach_ore", "leach_brown", plan.ore if plan.ore != "coal" else "leach_ore")[int(rng.integers(3))]
    colour = canvas.tint(canvas.material(name), rng, 0.10)
    wide, deep = size * float(rng.uniform(0.2, 0.4)), size * float(rng.uniform(0.5, 1.0))
    i, j = np.floor(u / np.float32(wide)).astype(np.int64), np.floor(v / np.float32(deep)).astype(np.int64)
    pick = hash_unit(i, j, mix_seed(seed, 2))
    grain = 1.0 + 0.04 * fractal_noise(frame, mix_seed(seed, 3), 30.0, octaves=6, gain=0.8)
    canvas.blend(colour, alpha, grain * (0.94 + 0.12 * pick) * (1.0 - 0.12 * (slope > 0)))
    wet = alpha * (pick < float(rng.uniform(0.2, 0.55))) * (slope == 0)
    drip_m = 5.0
    lines = 1.0 + 0.12 * np.cos(u * np.float32(2 * math.pi / drip_m)) * (frame.step_m < 1.5)
    canvas.blend(colour * 0.74, 0.85 * wet, grain * lines)
    edge = np.abs(u / np.float32(wide) - np.rint(u / np.float32(wide))) * np.float32(wide)
    canvas.blend(colour * 1.12, 0.5 * alpha * cover(edge - max(2.0, 0.008 * size), frame.step_m))


def _dig_solution_ponds(
    canvas: Canvas, feature: Feature, u: FloatArray, v: FloatArray, rng: np.random.Generator
) -> None:
    """Dig lined rectangular ponds beside the pad; water and solution ponds have no class (DOMAIN 1.2)."""
    half_u, half_v = feature.size_m
    side = 0.07 * min(feature.size_m)
    for k in range(int(rng.integers(2, 5))):
        cu, cv = -0.9 * half_u - 1.9 * side, -0.6 * half_v + 2.6 * side * k
        pond = rounded_box(u - np.float32(cu), v - np.float32(cv), 1.25 * side, side, 0.15 * side)
        canvas.blend(canvas.material("liner"), cover(pond - 0.18 * side, canvas.frame.step_m))
        name = ("pond_turquoise", "pond_blue", "pond_rust", "water_clear")[int(rng.integers(4))]
        water = cover(pond, canvas.frame.step_m)
        canvas.flood(canvas.tint(canvas.material(name), rng, 0.15), water)
        canvas.mark(pond < 0.18 * side, 0)
