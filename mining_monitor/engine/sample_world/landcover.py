"""What covers the ground where no mine is: soils, plants, farms, water, roads and villages."""

from __future__ import annotations

import numpy as np

from mining_monitor.engine.sample_world.canvas import Canvas
from mining_monitor.engine.sample_world.courses import course_distance
from mining_monitor.engine.sample_world.frame import FloatArray
from mining_monitor.engine.sample_world.noise import (
    fractal_noise,
    hash_unit,
    mix_seed,
    scatter,
    smoothstep,
    value_noise,
)
from mining_monitor.engine.sample_world.shapes import cover, rounded_box
from mining_monitor.engine.sample_world.terrain import Terrain
from mining_monitor.engine.sample_world.world import World

#: Pixels coarser than this show a canopy's texture and no single trees.
_TREE_GSD_M = 3.0


def paint_landcover(canvas: Canvas, world: World, terrain: Terrain) -> None:
    """Paint everything natural and rural; nothing of it carries a LAMES code."""
    painters = (_paint_soil, _paint_plants, _paint_fields, _paint_lakes, _paint_road, _paint_village, _paint_river)
    for index, painter in enumerate(painters):
        # Each has its own random numbers: a painter that finds nothing to do must not shift the others' draws.
        painter(canvas, world, terrain, np.random.default_rng(mix_seed(world.seed, 31, index)))


def _paint_soil(canvas: Canvas, world: World, terrain: Terrain, rng: np.random.Generator) -> None:
    frame, seed, spacing = canvas.frame, world.seed, world.site_spacing_m
    colours = [canvas.tint(canvas.material(name), rng, 0.08) for name in world.biome.soils]
    tone = 1.0 + 0.09 * fractal_noise(frame, mix_seed(seed, 32), 0.18 * spacing, octaves=10, gain=0.72)
    tone += 0.05 * fractal_noise(frame, mix_seed(seed, 30), 6.0 * frame.step_m, octaves=3, gain=0.8)
    canvas.blend(colours[0], np.ones(frame.shape, np.float32), tone)
    patches = fractal_noise(frame, mix_seed(seed, 33), 0.45 * spacing, octaves=6, gain=0.6)
    canvas.blend(colours[1], 0.85 * smoothstep(0.0, 0.8, patches), tone)
    rocky = terrain.mountain * (0.35 + 0.65 * smoothstep(0.15, 0.6, terrain.ridges + 0.25 * patches))
    canvas.blend(colours[2], 0.8 * rocky, tone)
    strata = fractal_noise(frame, mix_seed(seed, 34), 0.3 * spacing, octaves=5, gain=0.6)
    canvas.blend(colours[3], 0.8 * smoothstep(0.3, 0.9, strata) * terrain.mountain, tone)
    gullies = smoothstep(0.16, 0.0, terrain.ridges) * (1.0 - 0.5 * terrain.wet)
    canvas.blend(colours[1] * 1.12, 0.5 * gullies)


def _plant_fields(canvas: Canvas, world: World, terrain: Terrain) -> tuple[FloatArray, FloatArray]:
    """Return the share of ground under plants and under trees, 0..1."""
    frame, seed, biome, spacing = canvas.frame, world.seed, world.biome, world.site_spacing_m
    moist = fractal_noise(frame, mix_seed(seed, 35), 0.25 * spacing, octaves=9, gain=0.7)
    moist += 0.9 * (terrain.wet - 0.25) - 0.5 * (terrain.ridges - 0.35)
    low = smoothstep(-0.35, 0.35, moist + 2.4 * (biome.plant_cover - 0.5))
    woods = fractal_noise(frame, mix_seed(seed, 36), 0.16 * spacing, octaves=8, gain=0.68)
    woods += 0.8 * terrain.wet + 0.35 * terrain.mountain
    trees = smoothstep(-0.18, 0.25, woods + 3.0 * (biome.tree_cover - 0.62)) * low
    return low, trees


def _paint_plants(canvas: Canvas, world: World, terrain: Terrain, rng: np.random.Generator) -> None:
    frame, seed = canvas.frame, world.seed
    woody, grassy = (canvas.tint(canvas.material(name), rng, 0.12) for name in world.biome.plants)
    low, trees = _plant_fields(canvas, world, terrain)
    tone = 1.0 + 0.16 * fractal_noise(frame, mix_seed(seed, 37), 60.0, octaves=6, gain=0.8)
    canvas.blend(grassy, 0.88 * low, tone)
    canvas.blend(woody, 0.45 * smoothstep(0.5, 1.0, terrain.wet) * low, tone)
    if frame.step_m < _TREE_GSD_M:
        _plant_trees(canvas, world, trees, woody)
        return
    canopy = 1.0 + 0.22 * value_noise(frame, mix_seed(seed, 38), 22.0) + 0.12 * (tone - 1.0)
    canvas.blend(woody, 0.94 * trees, canopy)
    canvas.put(5.0 + 4.0 * value_noise(frame, mix_seed(seed, 39), 24.0), trees)


def _plant_trees(canvas: Canvas, world: World, trees: FloatArray, colour: FloatArray) -> None:
    """Draw single crowns, three sizes over each other; sparse bushes stand outside the woods too."""
    frame, seed = canvas.frame, world.seed
    sparse = 0.10 * world.biome.plant_cover + 0.01
    canvas.blend(colour * 0.75, 0.85 * smoothstep(0.35, 0.95, trees))
    for index, cell in enumerate((4.2, 6.5, 9.5)):
        angle = 0.5 + 0.9 * index
        du, dv, pick, shade = scatter(frame, mix_seed(seed, 50 + index), cell, jitter=0.35, angle=angle)
        radius = cell * (0.26 + 0.2 * shade)
        ratio = np.hypot(du, dv) / radius
        wanted = pick < np.maximum(trees * 0.95, sparse * (cell < 5.0))
        crown = np.where(wanted, np.clip((1.0 - ratio) * radius / frame.step_m + 0.5, 0.0, 1.0), 0.0)
        crown = crown.astype(np.float32)
        canvas.blend(colour, 0.92 * crown, 0.8 + 0.45 * shade)
        dome = cell * 0.75 * np.sqrt(np.clip(1.0 - ratio * ratio, 0.0, 1.0))
        canvas.put(dome.astype(np.float32), crown)


def _paint_fields(canvas: Canvas, world: World, terrain: Terrain, rng: np.random.Generator) -> None:
    """Lay out farmland in a rotated, staggered lattice on level ground."""
    if world.biome.fields <= 0:
        return
    frame, seed, spacing = canvas.frame, world.seed, world.site_spacing_m
    where = value_noise(frame, mix_seed(seed, 61), 0.4 * spacing) + 0.7 * terrain.wet - 1.1 * terrain.mountain
    farmed = smoothstep(-0.02, 0.02, where + 1.5 * (world.biome.fields - 0.6))
    if not farmed.any():
        return
    angle, wide, deep = float(rng.uniform(0, 3.1)), float(rng.uniform(160, 420)), float(rng.uniform(90, 240))
    wide, deep = wide * world.yard_factor, deep * world.yard_factor
    c, s = np.cos(angle), np.sin(angle)
    u = frame.x[None, :] * c + frame.y[:, None] * s
    v = frame.y[:, None] * c - frame.x[None, :] * s
    row = np.floor(v / deep).astype(np.int64)
    shift = hash_unit(row, np.zeros_like(row), mix_seed(seed, 62))
    col = np.floor(u / wide + shift).astype(np.int64)
    pick = hash_unit(row, col, mix_seed(seed, 63))
    furrows = 1.0 + 0.05 * value_noise(frame, mix_seed(seed, 64), 2.5 * frame.step_m)
    names = ("crop_green", "crop_pale", "crop_straw", "soil_brown", "grass_green")
    alpha = farmed * 0.9 * (pick < 0.93)
    for index, name in enumerate(names):
        chosen = alpha * (np.floor(pick / 0.93 * len(names)) == index)
        canvas.blend(canvas.tint(canvas.material(name), rng, 0.1), chosen.astype(np.float32), furrows)
    fu, fv = (u / wide + shift) - col, v / deep - row
    edge = np.minimum(np.minimum(fu, 1 - fu) * wide, np.minimum(fv, 1 - fv) * deep).astype(np.float32)
    canvas.blend(canvas.material(world.biome.plants[0]), 0.55 * farmed * cover(edge - 4.0, max(frame.step_m, 2.0)))


def _paint_lakes(canvas: Canvas, world: World, terrain: Terrain, rng: np.random.Generator) -> None:
    frame, seed, spacing = canvas.frame, world.seed, world.site_spacing_m
    basin = fractal_noise(frame, mix_seed(seed, 65), 0.34 * spacing, octaves=6, gain=0.42)
    basin = basin - 1.1 * terrain.mountain - 1.25 + 2.2 * world.biome.lakes
    shore = (basin * 0.2 * spacing).astype(np.float32)
    if not (shore > -0.05 * spacing).any():
        return
    if world.biome.salt:
        grain = 1.0 + 0.10 * fractal_noise(frame, mix_seed(seed, 66), 0.05 * spacing, octaves=5)
        canvas.blend(canvas.material("salt"), 0.75 * smoothstep(-0.02 * spacing, 0.03 * spacing, shore), grain)
    else:
        canvas.blend(canvas.material("sand_wet"), 0.6 * smoothstep(-25.0, 0.0, shore))
        name = ("water_clear", "water_green")[int(rng.integers(2))]
        canvas.flood(canvas.tint(canvas.material(name), rng, 0.15), cover(-shore, 2 * frame.step_m))


def _paint_road(canvas: Canvas, world: World, terrain: Terrain, rng: np.random.Generator) -> None:
    frame = canvas.frame
    distance, pick = course_distance(frame, world.road)
    dirt, paved = canvas.material("dirt_road"), canvas.material("asphalt")
    wide = 4.0 + 3.0 * rng.random()
    verge = cover(distance - 1.7 * wide, max(frame.step_m, 3.0))
    canvas.blend(canvas.tint(canvas.material(world.biome.soils[0]), rng, 0.06), 0.5 * verge)
    surface = 0.85 * cover(distance - wide, frame.step_m)
    canvas.blend(dirt, surface * (pick < 0.6))
    canvas.blend(paved, surface * (pick >= 0.6))
    tracks, _ = course_distance(frame, world.track)
    canvas.blend(dirt, 0.6 * cover(tracks - 2.6, frame.step_m))


def _paint_village(canvas: Canvas, world: World, terrain: Terrain, rng: np.random.Generator) -> None:
    """Scatter houses of villages: roofs that are no mine facility."""
    frame, seed, spacing = canvas.frame, world.seed, world.site_spacing_m
    density = value_noise(frame, mix_seed(seed, 71), 0.22 * spacing) - 1.15 - 0.8 * terrain.mountain
    if not (density > 0).any():
        return
    du, dv, pick, shade = scatter(frame, mix_seed(seed, 72), 26.0, jitter=0.25, angle=float(rng.uniform(0, 1.5)))
    wanted = (pick < 2.2 * density) & (terrain.river_m > 2.0 * terrain.river_half_m)
    canvas.blend(canvas.material(world.biome.soils[1]), 0.55 * smoothstep(0.0, 0.3, density))
    streets = np.maximum(np.abs(du), np.abs(dv))
    canvas.blend(canvas.material("dirt_road"), 0.5 * (density > 0.05) * cover(11.5 - streets, frame.step_m))
    house = cover(rounded_box(du, dv, 6.5, 4.5), frame.step_m) * wanted
    for index, name in enumerate(("roof_rust", "roof_grey", "roof_white")):
        canvas.blend(canvas.material(name), house * (np.floor(shade * 3) == index), 0.7 + 0.5 * shade)
    canvas.put(4.0, house)


def _paint_river(canvas: Canvas, world: World, terrain: Terrain, rng: np.random.Generator) -> None:
    frame, biome = canvas.frame, world.biome
    bank = terrain.river_m - terrain.river_half_m
    bars = value_noise(frame, mix_seed(world.seed, 73), 5.0 * biome.river_m[1] * world.yard_factor)
    beach = bank - np.maximum(bars, 0.0) * 0.8 * terrain.river_half_m
    canvas.blend(canvas.tint(canvas.material("sand_wet"), rng, 0.1), 0.75 * cover(beach, 2.0 * frame.step_m))
    ripple = 1.0 + 0.06 * value_noise(frame, mix_seed(world.seed, 74), 40.0)
    canvas.flood(canvas.tint(canvas.material(biome.river_water), rng, 0.15), cover(bank, 1.5 * frame.step_m), ripple)
    trench = smoothstep(0.0, -6.0, bank) * 3.0
    canvas.height[...] -= trench
