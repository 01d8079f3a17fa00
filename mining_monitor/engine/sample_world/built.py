"""Levelled pads with what stands on them: processing plants, mine facilities, stockyards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mining_monitor.engine.sample_world.canvas import Canvas
from mining_monitor.engine.sample_world.frame import FloatArray
from mining_monitor.engine.sample_world.noise import fractal_noise, hash_unit, mix_seed, smoothstep, value_noise
from mining_monitor.engine.sample_world.plan import Feature, SitePlan
from mining_monitor.engine.sample_world.shapes import cover, local_axes, rounded_box
from mining_monitor.schema.classes import BY_KEY

PLANT_CODE = BY_KEY["pp"].code
FACILITY_CODE = BY_KEY["mf"].code
YARD_CODE = BY_KEY["sy"].code
#: Finer pixels than this show pipes, sheds and machines.
_FINE_GSD_M = 2.0
_ROOFS = ("roof_white", "roof_grey", "roof_rust", "roof_blue", "roof_green", "steel")


@dataclass(frozen=True)
class _Pad:
    """A pad's canvas with its own axes (metres from its centre) and cover."""

    canvas: Canvas
    u: FloatArray
    v: FloatArray
    alpha: FloatArray
    half_u: float
    half_v: float

    def box(self, cu: float, cv: float, half_u: float, half_v: float) -> FloatArray:
        """Return the cover of a rectangle on the pad."""
        distance = rounded_box(self.u - np.float32(cu), self.v - np.float32(cv), half_u, half_v)
        return cover(distance, self.canvas.frame.step_m) * self.alpha

    def disc(self, cu: float, cv: float, radius: float) -> FloatArray:
        """Return the distance to a circle on the pad."""
        return np.asarray(np.hypot(self.u - np.float32(cu), self.v - np.float32(cv)) - np.float32(radius))


def _lay_pad(canvas: Canvas, feature: Feature, ground: str, code: int, rng: np.random.Generator) -> _Pad:
    """Level and gravel the ground, mark the class, and return the pad."""
    frame, (half_u, half_v) = canvas.frame, feature.size_m
    u, v = local_axes(frame, feature.place)
    ragged = value_noise(frame, mix_seed(feature.seed, 1), 0.5 * half_v) * np.float32(0.06 * half_v)
    distance = rounded_box(u, v, half_u, half_v, 0.12 * half_v) + ragged
    alpha = cover(distance, frame.step_m)
    stains = fractal_noise(frame, mix_seed(feature.seed, 2), 0.6 * half_v, octaves=7, gain=0.7)
    canvas.blend(canvas.tint(canvas.material(ground), rng, 0.12), alpha, 1.0 + 0.09 * stains)
    canvas.smooth(0.9 * smoothstep(0.0, -6.0, distance))
    canvas.mark(distance < 0, code)
    return _Pad(canvas, u, v, alpha, half_u, half_v)


def _raise_building(
    pad: _Pad, centre: tuple[float, float], half: tuple[float, float], height_m: float, colour: FloatArray
) -> None:
    """Put up a hall with a ridge: one side of the roof brighter than the other."""
    (cu, cv), (half_u, half_v) = centre, half
    across = (pad.v - np.float32(cv)) if half_u >= half_v else (pad.u - np.float32(cu))
    alpha = pad.box(cu, cv, half_u, half_v)
    pad.canvas.blend(colour, alpha, 1.0 + 0.13 * np.sign(across))
    pad.canvas.put(height_m, alpha)


def _roof(pad: _Pad, rng: np.random.Generator) -> FloatArray:
    return pad.canvas.tint(pad.canvas.material(_ROOFS[int(rng.integers(len(_ROOFS)))]), rng, 0.12)


def paint_plant(canvas: Canvas, feature: Feature, plan: SitePlan) -> None:
    """Build a processing plant: halls, thickeners, tanks, conveyors and ore stockpiles."""
    rng = np.random.default_rng(feature.seed)
    pad = _lay_pad(canvas, feature, ("gravel", plan.rock, "concrete")[int(rng.integers(3))], PLANT_CODE, rng)
    hu, hv = pad.half_u, pad.half_v
    main = (0.1 * hu * float(rng.uniform(-1, 1)), 0.25 * hv)
    _raise_building(pad, main, (0.34 * hu, 0.2 * hv), 16.0, _roof(pad, rng))
    for _ in range(int(rng.integers(4, 9))):
        centre = (float(rng.uniform(-0.85, 0.85)) * hu, float(rng.uniform(0.55, 0.9)) * hv * float(rng.choice([-1, 1])))
        half = (float(rng.uniform(0.05, 0.14)) * hu, float(rng.uniform(0.05, 0.09)) * hv)
        _raise_building(pad, centre, half, float(rng.uniform(5, 12)), _roof(pad, rng))
    _heap_ore(pad, plan, (-0.72 * hu, 0.15 * hv), 0.24 * hv, main, rng)
    for k in range(int(rng.integers(1, 4))):
        _sink_thickener(pad, (0.72 * hu - 0.5 * hv * k, -0.35 * hv), 0.2 * hv, rng)
    tanks = int(rng.integers(3, 7))
    for k in range(tanks):
        tank = pad.disc(-0.6 * hu + 0.17 * hv * k, -0.62 * hv, 0.065 * hv)
        alpha = cover(tank, canvas.frame.step_m) * pad.alpha
        canvas.blend(canvas.material("roof_white"), alpha, 1.0 - 0.15 * (tank > -0.02 * hv))
        canvas.put(9.0, alpha)
    if canvas.frame.step_m < _FINE_GSD_M:
        _crowd_plant(pad, main, rng)


def _crowd_plant(pad: _Pad, main: tuple[float, float], rng: np.random.Generator) -> None:
    """Add what only fine pixels show: a ring road, pipe racks, sheds and machines."""
    canvas, (hu, hv) = pad.canvas, (pad.half_u, pad.half_v)
    lane = np.abs(rounded_box(pad.u, pad.v, 0.93 * hu, 0.93 * hv, 0.1 * hv)) - np.float32(3.0)
    canvas.blend(canvas.material("asphalt"), 0.3 * cover(lane, canvas.frame.step_m) * pad.alpha)
    for at_u, at_v in ((0.72 * hu, -0.35 * hv), (-0.45 * hu, -0.62 * hv), (0.6 * hu, 0.7 * hv)):
        middle_u, middle_v = 0.5 * (main[0] + at_u), main[1]
        for rack in (
            pad.box(middle_u, middle_v, 0.5 * abs(at_u - main[0]), 0.9),
            pad.box(at_u, 0.5 * (main[1] + at_v), 0.9, 0.5 * abs(at_v - main[1])),
        ):
            canvas.blend(canvas.material("steel"), 0.8 * rack)
            canvas.put(4.0, rack)
    sheds = ("roof_grey", "roof_rust", "roof_white", "steel", "yellow_paint", "roof_blue")
    for cu, cv, share in ((0.62, 0.3, 0.5), (-0.1, -0.35, 0.35), (-0.72, -0.2, 0.4), (0.3, -0.75, 0.4)):
        on_water = canvas.shine > 0.95
        block = pad.box(cu * hu, cv * hv, 0.2 * hu, 0.16 * hv) * ~on_water
        cell = float(rng.uniform(7.0, 12.0)), float(rng.uniform(6.0, 10.0))
        half = 0.36 * cell[0] * float(rng.uniform(0.5, 1.0)), 0.36 * cell[1] * float(rng.uniform(0.5, 1.0))
        _fill_rows(pad, block, int(rng.integers(1 << 31)), cell, half, sheds, share)


def _heap_ore(
    pad: _Pad,
    plan: SitePlan,
    at: tuple[float, float],
    radius: float,
    target: tuple[float, float],
    rng: np.random.Generator,
) -> None:
    """Pour a conical stockpile and lead a conveyor from it to the main hall."""
    canvas = pad.canvas
    distance = pad.disc(at[0], at[1], radius)
    alpha = cover(distance, canvas.frame.step_m) * pad.alpha
    canvas.blend(canvas.tint(canvas.material(plan.ore), rng, 0.1), alpha)
    canvas.put(np.maximum(-distance, 0.0) * np.float32(0.7), alpha)
    du, dv = target[0] - at[0], target[1] - at[1]
    length = float(np.hypot(du, dv))
    along = ((pad.u - np.float32(at[0])) * du + (pad.v - np.float32(at[1])) * dv) / np.float32(length)
    aside = ((pad.v - np.float32(at[1])) * du - (pad.u - np.float32(at[0])) * dv) / np.float32(length)
    belt = rounded_box(along - np.float32(length / 2), aside, length / 2, 2.2)
    alpha = cover(belt, canvas.frame.step_m) * pad.alpha
    canvas.blend(canvas.material("steel"), alpha)
    canvas.put(7.0, alpha)


def _sink_thickener(pad: _Pad, at: tuple[float, float], radius: float, rng: np.random.Generator) -> None:
    """Set a round thickener with a rim, water and a rake bridge."""
    canvas, step = pad.canvas, pad.canvas.frame.step_m
    distance = pad.disc(at[0], at[1], radius)
    canvas.blend(canvas.material("concrete"), cover(distance, step) * pad.alpha)
    water = canvas.tint(canvas.material(("pond_grey", "water_brown", "water_green")[int(rng.integers(3))]), rng, 0.2)
    canvas.flood(water, cover(distance + np.float32(0.07 * radius + 0.5), step) * pad.alpha)
    canvas.blend(canvas.material("steel"), pad.box(at[0], at[1], radius, 0.04 * radius + 0.4))


def paint_facility(canvas: Canvas, feature: Feature, plan: SitePlan) -> None:
    """Build a camp of barracks, or workshops with a parking place."""
    rng = np.random.default_rng(feature.seed)
    ground = ("gravel", "dirt_road", "concrete")[int(rng.integers(3))]
    pad = _lay_pad(canvas, feature, ground, FACILITY_CODE, rng)
    if rng.random() < 0.45:
        _build_camp(pad, rng)
        return
    for _ in range(int(rng.integers(3, 7))):
        centre = (float(rng.uniform(-0.7, 0.7)) * pad.half_u, float(rng.uniform(0.05, 0.75)) * pad.half_v)
        half = (float(rng.uniform(0.12, 0.3)) * pad.half_u, float(rng.uniform(0.1, 0.2)) * pad.half_v)
        _raise_building(pad, centre, half, float(rng.uniform(4, 11)), _roof(pad, rng))
    _park_vehicles(pad, feature.seed)


def _build_camp(pad: _Pad, rng: np.random.Generator) -> None:
    """Set rows of barracks with one kind of roof."""
    deep, gap = float(rng.uniform(4.0, 6.0)), float(rng.uniform(14.0, 19.0))
    rows = max(int(1.7 * pad.half_v / gap), 1)
    roof = _roof(pad, rng)
    for k in range(rows):
        cv = (k - (rows - 1) / 2) * gap
        for side in (-0.45, 0.45):
            half_u = float(rng.uniform(0.28, 0.38)) * pad.half_u
            _raise_building(pad, (side * pad.half_u, cv), (half_u, deep), 4.0, roof)


def _park_vehicles(pad: _Pad, seed: int) -> None:
    """Park vehicles in rows on the free side of the pad."""
    canvas = pad.canvas
    lot = pad.box(0.0, -0.55 * pad.half_v, 0.75 * pad.half_u, 0.3 * pad.half_v)
    canvas.blend(canvas.material("asphalt"), 0.55 * lot)
    _fill_rows(pad, lot, seed, (3.6, 9.0), (1.2, 2.6), ("roof_white", "yellow_paint", "roof_grey", "roof_rust"))


def _fill_rows(
    pad: _Pad,
    where: FloatArray,
    seed: int,
    cell_m: tuple[float, float],
    half_m: tuple[float, float],
    names: tuple[str, ...],
    share: float = 0.7,
) -> None:
    """Fill an area with like objects in rows, of several materials."""
    canvas = pad.canvas
    i = np.floor(pad.u / np.float32(cell_m[0])).astype(np.int64)
    j = np.floor(pad.v / np.float32(cell_m[1])).astype(np.int64)
    du = pad.u - (i + 0.5).astype(np.float32) * np.float32(cell_m[0])
    dv = pad.v - (j + 0.5).astype(np.float32) * np.float32(cell_m[1])
    pick, kind = hash_unit(i, j, mix_seed(seed, 21)), hash_unit(i, j, mix_seed(seed, 22))
    alpha = cover(rounded_box(du, dv, *half_m), canvas.frame.step_m) * where * (pick < share)
    for index, name in enumerate(names):
        chosen = alpha * (np.floor(kind * len(names)) == index)
        canvas.blend(canvas.material(name), chosen, 0.8 + 0.4 * pick)
    canvas.put(2.4, alpha)


def paint_yard(canvas: Canvas, feature: Feature, plan: SitePlan) -> None:
    """Lay out a stockyard of spare parts: blocks of containers, pipes, tyres and frames with lanes between."""
    rng = np.random.default_rng(feature.seed)
    ground = ("dirt_road", "gravel", "soil_grey")[int(rng.integers(3))]
    pad = _lay_pad(canvas, feature, ground, YARD_CODE, rng)
    stacks: tuple[tuple[tuple[float, float], tuple[float, float], tuple[str, ...]], ...] = (
        ((4.2, 14.0), (1.5, 6.0), ("roof_rust", "roof_blue", "roof_grey", "roof_white")),
        ((5.0, 5.0), (1.9, 1.9), ("rubber", "rubber", "asphalt")),
        ((1.8, 17.0), (0.6, 7.2), ("steel", "roof_grey", "asphalt")),
        ((7.5, 9.5), (2.6, 3.6), ("yellow_paint", "roof_rust", "steel", "asphalt")),
    )
    blocks = 3
    for bu in range(blocks):
        for bv in range(2):
            cu = (bu - (blocks - 1) / 2) * 2 * pad.half_u / blocks
            block = pad.box(cu, (bv - 0.5) * pad.half_v, 0.82 * pad.half_u / blocks, 0.40 * pad.half_v)
            cell, half, names = stacks[int(rng.integers(len(stacks)))]
            share = float(rng.uniform(0.55, 0.95))
            _fill_rows(pad, block, feature.seed + 7 * bu + bv, cell, half, names, share)
