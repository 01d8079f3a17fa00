"""Open pits with benches and waste dumps with lobes and terraces."""

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
    scatter,
    smoothstep,
    value_noise,
)
from mining_monitor.engine.sample_world.plan import Feature, SitePlan
from mining_monitor.engine.sample_world.shapes import Place, blob, cover, local_axes, rounded_box, smooth_union
from mining_monitor.schema.classes import BY_KEY

PIT_CODE = BY_KEY["op"].code
DUMP_CODE = BY_KEY["wr"].code


def _ragged_blob(canvas: Canvas, feature: Feature, rng: np.random.Generator, rough: float) -> FloatArray:
    """Return the depth inside an irregular outline in metres, positive inside."""
    size = min(feature.size_m)
    distance = blob(canvas.frame, feature.place, feature.size_m, rng, rough=rough)
    bulges = value_noise(canvas.frame, mix_seed(feature.seed, 1), 0.35 * size)
    crumbs = value_noise(canvas.frame, mix_seed(feature.seed, 2), 0.09 * size)
    return np.asarray(-(distance + (0.05 * size) * bulges + (0.012 * size) * crumbs), np.float32)


def _layer_tone(index: FloatArray, seed: int, spread: float) -> FloatArray:
    """Return a brightness factor for whole-numbered layers."""
    number = index.astype(np.int64)
    return 1.0 + np.float32(spread) * (hash_unit(number, np.zeros_like(number), seed) - 0.5)


def paint_pit(canvas: Canvas, feature: Feature, plan: SitePlan) -> None:
    """Dig an open pit: spiral benches with steep faces, a floor, sometimes a lake."""
    rng = np.random.default_rng(feature.seed)
    inside_m = _ragged_blob(canvas, feature, rng, 0.28)
    size = min(feature.size_m)
    u, v = local_axes(canvas.frame, feature.place)
    turn = (np.arctan2(v, u) / np.float32(2 * math.pi)).astype(np.float32)
    bench_m = min(max(float(rng.uniform(0.07, 0.12)) * size, 6.0), 55.0)
    rise_m = bench_m * float(rng.uniform(0.38, 0.55))
    floor_m = size * float(rng.uniform(0.45, 0.8))
    depth_m, face = _spiral_benches(np.clip(inside_m, 0.0, floor_m), turn, bench_m, rise_m)
    canvas.height[...] -= depth_m
    alpha = cover(-inside_m, canvas.frame.step_m)
    _colour_pit(canvas, feature, plan, alpha, depth_m / np.float32(rise_m), face, rng)
    if rng.random() < 0.3:
        _fill_lake(canvas, alpha, inside_m - floor_m * float(rng.uniform(0.8, 1.1)), rng)
    canvas.mark(inside_m > 0, PIT_CODE)


def _spiral_benches(
    inside_m: FloatArray, turn: FloatArray, bench_m: float, rise_m: float
) -> tuple[FloatArray, FloatArray]:
    """Return the depth of benches that wind down by one step a turn, and 0..1 where on its bench a point lies.

    The benches' edges shift by a bench a turn while the bench itself sinks by as much: no seam, and a ramp.
    """
    taper = np.clip(inside_m / np.float32(bench_m), 0.0, 1.0)
    wound = inside_m / np.float32(bench_m) + turn * taper
    bench = np.floor(wound)
    face = smoothstep(0.0, 0.42, wound - bench)
    depth = np.maximum(bench + face - turn * taper, 0.0) * np.float32(rise_m) * (taper > 0)
    return depth.astype(np.float32), face


def _colour_pit(
    canvas: Canvas,
    feature: Feature,
    plan: SitePlan,
    alpha: FloatArray,
    level: FloatArray,
    face: FloatArray,
    rng: np.random.Generator,
) -> None:
    frame, size = canvas.frame, min(feature.size_m)
    rubble = 1.0 + 0.08 * fractal_noise(frame, mix_seed(feature.seed, 3), 0.12 * size, octaves=9, gain=0.85)
    layers = 1.0 + 0.16 * noise_at(level * 0.6, np.zeros_like(level), mix_seed(feature.seed, 4), 1.0)
    tone = rubble * layers * (1.08 - 0.22 * face * (face < 0.999))
    top = canvas.tint(canvas.material(plan.rock), rng, 0.12)
    deep = canvas.tint(canvas.material(plan.ore), rng, 0.12)
    canvas.blend(top, alpha, tone)
    veins = fractal_noise(frame, mix_seed(feature.seed, 5), 0.7 * size, octaves=5, gain=0.6)
    canvas.blend(deep, alpha * 0.85 * smoothstep(-0.35, 0.5, veins + 0.13 * level - 0.5), tone)
    dust = smoothstep(0.05, 0.6, value_noise(frame, mix_seed(feature.seed, 6), 0.3 * size)) * (face > 0.99)
    canvas.blend(canvas.material("gravel"), alpha * 0.4 * dust, rubble)
    if frame.step_m < 2.0:
        _drive_trucks(canvas, feature, alpha * (face > 0.99))


def _drive_trucks(canvas: Canvas, feature: Feature, alpha: FloatArray) -> None:
    """Put a few haul trucks and shovels on the flats."""
    du, dv, pick, shade = scatter(canvas.frame, mix_seed(feature.seed, 7), 26.0, jitter=0.7, angle=feature.place.angle)
    body = cover(rounded_box(du, dv, 4.2, 2.4), canvas.frame.step_m) * (pick < 0.08) * (alpha > 0.5)
    for index, name in enumerate(("yellow_paint", "roof_white")):
        canvas.blend(canvas.material(name), body * (np.floor(shade * 2) == index), 0.8 + 0.3 * shade)
    canvas.put(4.0, body)


def _fill_lake(canvas: Canvas, alpha: FloatArray, depth_m: FloatArray, rng: np.random.Generator) -> None:
    names = ("pond_turquoise", "water_green", "pond_blue", "water_clear", "pond_rust")
    colour = canvas.tint(canvas.material(names[int(rng.integers(len(names)))]), rng, 0.15)
    canvas.flood(colour, alpha * cover(-depth_m, 2.0 * canvas.frame.step_m))


def paint_dump(canvas: Canvas, feature: Feature, plan: SitePlan) -> None:
    """Heap up a waste dump: lobes tipped outwards, terraces, raked slopes."""
    rng = np.random.default_rng(feature.seed)
    size = min(feature.size_m)
    inside_m = _dump_outline(canvas, feature, rng)
    lifts = int(rng.integers(1, 4))
    lift_m = size * float(rng.uniform(0.07, 0.13))
    terrace_m = size * float(rng.uniform(0.16, 0.24))
    run_m = 1.45 * lift_m
    rise = np.zeros_like(inside_m)
    slope = np.zeros_like(inside_m)
    for k in range(lifts):
        ramp = np.clip((inside_m - k * terrace_m) / np.float32(run_m), 0.0, 1.0)
        rise += np.float32(lift_m) * ramp
        slope += ((ramp > 0) & (ramp < 1)).astype(np.float32)
    canvas.height[...] += rise
    alpha = cover(-inside_m, canvas.frame.step_m)
    _colour_dump(canvas, feature, plan, alpha, inside_m, slope, rng)
    canvas.mark(inside_m > 0, DUMP_CODE)


def _dump_outline(canvas: Canvas, feature: Feature, rng: np.random.Generator) -> FloatArray:
    size, place = min(feature.size_m), feature.place
    inner = Feature(feature.kind, place, (0.82 * feature.size_m[0], 0.82 * feature.size_m[1]), feature.seed)
    distance = -_ragged_blob(canvas, inner, rng, 0.22)
    for _ in range(int(rng.integers(1, 4))):
        heading = float(rng.uniform(0, 2 * math.pi))
        lobe = Place(place.x + 0.55 * size * math.cos(heading), place.y + 0.55 * size * math.sin(heading), heading)
        tongue = blob(canvas.frame, lobe, (0.42 * size, 0.30 * size), rng, rough=0.3)
        distance = smooth_union(distance, tongue, 0.08 * size)
    return -distance


def _colour_dump(
    canvas: Canvas,
    feature: Feature,
    plan: SitePlan,
    alpha: FloatArray,
    inside_m: FloatArray,
    slope: FloatArray,
    rng: np.random.Generator,
) -> None:
    frame, size = canvas.frame, min(feature.size_m)
    strip_m = max(size * 0.07, 3.0)
    sweep = 0.6 * size * value_noise(frame, mix_seed(feature.seed, 3), 0.8 * size)
    strips = _layer_tone(np.floor((inside_m + sweep) / strip_m), mix_seed(feature.seed, 4), 0.16)
    grain = 1.0 + 0.07 * fractal_noise(frame, mix_seed(feature.seed, 5), 0.15 * size, octaves=8, gain=0.8)
    u, v = local_axes(frame, feature.place)
    around = np.arctan2(v, u) * np.float32(size)
    streaks = noise_at(around, 0.12 * inside_m, mix_seed(feature.seed, 6), 0.035 * size)
    rakes = 1.0 + 0.16 * streaks * smoothstep(0.5 * size, 0.2 * size, inside_m)
    tone = grain * np.where(slope > 0, 0.88 * rakes, strips)
    waste = canvas.tint(canvas.material(plan.rock), rng, 0.14)
    other = canvas.tint(canvas.material(("soil_grey", "rock_brown", "rock_grey", plan.ore)[int(rng.integers(4))]), rng)
    canvas.blend(waste, alpha, tone)
    patches = smoothstep(0.0, 0.5, value_noise(frame, mix_seed(feature.seed, 7), 0.5 * size))
    canvas.blend(other, 0.7 * alpha * patches, tone)
    if frame.step_m < 2.0:
        _tip_heaps(canvas, feature, alpha * (slope == 0) * (inside_m > 0.15 * size))


def _tip_heaps(canvas: Canvas, feature: Feature, alpha: FloatArray) -> None:
    """Stand paddock-dumped heaps, a lorry's load each, on part of the top."""
    du, dv, pick, shade = scatter(canvas.frame, mix_seed(feature.seed, 8), 7.5, jitter=0.3, angle=feature.place.angle)
    where = value_noise(canvas.frame, mix_seed(feature.seed, 9), 0.6 * min(feature.size_m)) > 0.15
    heap = np.clip(1.0 - np.hypot(du, dv) / 3.6, 0.0, 1.0) * (pick < 0.85) * where * alpha
    canvas.put((1.2 + 1.0 * shade).astype(np.float32), heap.astype(np.float32))
