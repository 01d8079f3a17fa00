"""Paints the mines whose cells a canvas touches."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mining_monitor.engine.sample_world.artisanal import paint_artisanal
from mining_monitor.engine.sample_world.built import paint_facility, paint_plant, paint_yard
from mining_monitor.engine.sample_world.canvas import Canvas
from mining_monitor.engine.sample_world.excavations import paint_dump, paint_pit
from mining_monitor.engine.sample_world.impoundments import paint_leach_pad, paint_tailings
from mining_monitor.engine.sample_world.noise import fractal_noise, mix_seed, smoothstep
from mining_monitor.engine.sample_world.plan import Feature, SitePlan, plans_around
from mining_monitor.engine.sample_world.shapes import cover, polyline
from mining_monitor.engine.sample_world.world import World

Painter = Callable[[Canvas, Feature, SitePlan], None]

#: Painters in the order of painting: ground works first, buildings last.
PAINTERS: dict[str, Painter] = {
    "dump": paint_dump,
    "pit": paint_pit,
    "strip": paint_pit,
    "tailings": paint_tailings,
    "leach": paint_leach_pad,
    "plant": paint_plant,
    "yard": paint_yard,
    "facility": paint_facility,
}
#: A feature's picture (lobes, ponds, ragged edges) stays within this multiple of its longer half axis.
_REACH = 1.75


def paint_mines(canvas: Canvas, world: World) -> None:
    """Paint every site that can reach into the canvas."""
    for plan in plans_around(canvas.frame, world):
        paint_site(canvas, world, plan)


def paint_site(canvas: Canvas, world: World, plan: SitePlan) -> None:
    """Paint one site: worn ground, roads, then its features."""
    for feature in plan.features:
        if feature.kind == "artisanal":
            part = canvas.around(feature.place.x, feature.place.y, 1.6 * max(feature.size_m))
            if part is not None:
                paint_artisanal(part, feature, world)
    for feature in plan.features:
        _wear_ground(canvas, world, feature)
    _paint_haul_roads(canvas, world, plan)
    for kind, painter in PAINTERS.items():
        for feature in plan.features:
            part = canvas.around(feature.place.x, feature.place.y, _REACH * max(feature.size_m))
            if feature.kind == kind and part is not None:
                painter(part, feature, plan)


def _wear_ground(canvas: Canvas, world: World, feature: Feature) -> None:
    """Strip plants and soil in a ragged ring around a feature."""
    if feature.kind == "artisanal":
        return
    radius = feature.radius_m
    reach = 1.1 * radius + 45.0 * world.yard_factor
    part = canvas.around(feature.place.x, feature.place.y, 1.5 * reach)
    if part is None:
        return
    frame = part.frame
    dx, dy = frame.x[None, :] - feature.place.x, frame.y[:, None] - feature.place.y
    ragged = fractal_noise(frame, mix_seed(world.seed, 91), 0.7 * radius, octaves=6, gain=0.6)
    edge = (np.hypot(dx, dy) - reach).astype(np.float32) / np.float32(radius) + 0.3 * ragged
    grain = 1.0 + 0.08 * fractal_noise(frame, mix_seed(world.seed, 92), 60.0 * world.yard_factor, octaves=6, gain=0.8)
    soil = 0.75 * part.material(world.biome.soils[1]) + 0.25 * part.material("gravel")
    part.blend(0.93 * soil.astype(np.float32), 0.75 * smoothstep(0.14, -0.14, edge), grain)


def _paint_haul_roads(canvas: Canvas, world: World, plan: SitePlan) -> None:
    half_m = 13.0 * world.yard_factor
    for points in plan.roads:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        centre = 0.5 * (min(xs) + max(xs)), 0.5 * (min(ys) + max(ys))
        radius = 0.5 * max(max(xs) - min(xs), max(ys) - min(ys)) + 4.0 * half_m
        part = canvas.around(*centre, radius)
        if part is None:
            continue
        distance = polyline(part.frame, list(points))
        ragged = fractal_noise(part.frame, mix_seed(world.seed, 93), 50.0 * world.yard_factor, octaves=4)
        colour = 0.6 * part.material("dirt_road") + 0.4 * part.material(plan.rock)
        part.blend(colour.astype(np.float32), 0.9 * cover(distance - half_m * (1 + 0.12 * ragged), part.frame.step_m))
        part.smooth(0.6 * cover(distance - 0.8 * half_m, part.frame.step_m))
