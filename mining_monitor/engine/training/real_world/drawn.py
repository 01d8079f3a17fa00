"""Drawn look-alikes of artisanal mining, pasted into real chips: ponds, yards, scars, river banks, changes of tone.

Kinds of look-alike that the data does not hold to learn from. What is pasted must not be what the network goes by, so
that the same shapes, small and beside the middle, lie in some chips with a mine as well, which keep their label.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy import ndimage

from mining_monitor.engine.training.real_world.ink import Colour, Ink, box, inside
from mining_monitor.engine.training.real_world.samples import Picture, Sample, allow

#: Chips that are made, without and with a mine.
WITHOUT, WITH = 3500, 600
_SEED = 20261130
#: Countryside that is drawn over, and half the side of the middle of a mine's chip that stays as it is.
_COUNTRY = ("Forest", "Pasture", "River", "HerbaceousVegetation", "AnnualCrop")
_MIDDLE_PX = 14
_WATER: tuple[Colour, ...] = (
    *((95, 125, 135), (70, 105, 110), (60, 90, 80), (110, 125, 110), (130, 120, 95)),
    *((85, 80, 65), (50, 70, 75), (140, 150, 140), (75, 100, 70)),
)
_PALE: tuple[Colour, ...] = (
    *((185, 165, 140), (200, 185, 165), (165, 140, 115), (210, 205, 195), (150, 130, 105), (225, 215, 200)),
)
_ROOF: tuple[Colour, ...] = (
    *((230, 235, 240), (205, 210, 215), (170, 185, 205), (190, 150, 135), (245, 245, 240), (150, 155, 160)),
)
_PAVED: tuple[Colour, ...] = ((150, 145, 140), (170, 160, 150), (130, 130, 130), (185, 175, 160))
_RIVER: tuple[Colour, ...] = ((120, 110, 85), (95, 95, 75), (60, 75, 75), (80, 85, 70), (140, 125, 100))

Middle = tuple[float, float]


def ponds(ink: Ink, middle: Middle, size: float) -> None:
    """Draw a grid of ponds between pale dykes, as fish farms are."""
    rng, (u, v) = ink.rng, ink.axes(middle)
    length, width, dyke = rng.uniform(3.5, 11), rng.uniform(2.5, 7), rng.uniform(0.8, 2.2)
    steps = length + dyke, width + dyke
    count = max(1, int(size * 2 / steps[0])), max(1, int(size * rng.uniform(0.8, 2) / steps[1]))
    whole = count[0] * steps[0] / 2, count[1] * steps[1] / 2
    ink.lay(inside(box(u, v, *whole), 1.5) * rng.uniform(0.5, 1), ink.colour(*_PALE, (110, 120, 80), (120, 105, 85)))
    i = np.clip(np.floor((u + whole[0]) / steps[0]).astype(int), 0, count[0] - 1)
    j = np.clip(np.floor((v + whole[1]) / steps[1]).astype(int), 0, count[1] - 1)
    from_pond = box(u + whole[0] - (i + 0.5) * steps[0], v + whole[1] - (j + 0.5) * steps[1], length / 2, width / 2)
    base, other = ink.colour(*_WATER)[:, None, None], ink.colour(*_WATER, *_PALE)[:, None, None]
    tone = base + rng.normal(0, rng.uniform(2, 18), count) + rng.normal(0, 5, (3, *count))
    tone = np.where(rng.random(count) < rng.uniform(0, 0.4), other + rng.normal(0, 6, count), tone)
    is_dug = rng.random(count) >= rng.uniform(0, 0.15)
    ink.lay(np.where(is_dug[i, j], inside(from_pond, 1.2), 0), tone[:, i, j], 4)


def yards(ink: Ink, middle: Middle, size: float) -> None:
    """Draw paved ground with light roofs, their shadows and a road, all with straight edges."""
    rng, (u, v) = ink.rng, ink.axes(middle)
    half = size * rng.uniform(0.7, 1), size * rng.uniform(0.45, 1)
    ink.lay(inside(box(u, v, *half), 1.3), ink.colour(*_PAVED, *_PALE), 8)
    for _ in range(int(rng.integers(1, 7))):
        roof = rng.uniform(1.5, max(2, half[0] * 0.6)), rng.uniform(1.2, max(1.6, half[1] * 0.45))
        x, y = (rng.uniform(-1, 1) * abs(half[k] - roof[k] * 0.7) for k in (0, 1))
        ink.lay(inside(box(u - x - 1, v - y - 1, *roof), 1.0) * 0.5, (40, 40, 40), 2)
        ink.lay(inside(box(u - x, v - y, *roof), 1.0), ink.colour(*_ROOF), 3)
    if rng.random() < 0.7:
        road = np.abs(v - rng.uniform(-half[1], half[1])) - rng.uniform(0.6, 1.5)
        ink.lay(inside(road, 1.2) * 0.8, ink.colour(*_PAVED), 3)


def scars(ink: Ink, middle: Middle, size: float) -> None:
    """Draw narrow bare scars that run downhill and end in a fan."""
    rng, (u, v) = ink.rng, ink.axes(middle)
    colour = ink.colour(*_PALE, (140, 110, 85), (120, 100, 80))
    for number in range(int(rng.integers(1, 4))):
        length = size * rng.uniform(0.6, 1.2)
        way = (u + length + rng.normal(0, 2)) / (2 * length)
        bend = (
            rng.normal(0, 0.25) * size * np.sin(way * rng.uniform(1, 3)) + number * rng.uniform(4, 9) * (-1) ** number
        )
        fan = rng.uniform(1, 0.35 * size + 1) * np.clip((way - 0.65) / 0.35, 0, 1) ** 1.5
        width = rng.uniform(0.8, 2) + rng.uniform(0, 1.5) * way + fan
        edge = np.maximum(np.abs(v - bend) - width, np.abs(u) - length) + ink.grain(2.0) * rng.uniform(0.2, 0.8)
        ink.lay(inside(edge, rng.uniform(1.2, 2.5)) * rng.uniform(0.7, 1), colour + rng.normal(0, 6, 3), 9)


def banks(ink: Ink, middle: Middle, size: float) -> None:
    """Draw a winding river with smooth pale sand along its bends, and sometimes an island."""
    rng, (u, v) = ink.rng, ink.axes(middle)
    phase, width = u * rng.uniform(0.05, 0.14) + rng.uniform(0, 2 * np.pi), rng.uniform(1.5, 7)
    course, within = rng.uniform(2, 9) * np.sin(phase), inside(np.abs(u) - size * 1.6, 4)
    water = ink.colour(*_RIVER) if rng.random() < 0.8 else ink.colour(*_WATER)
    sand, side, bend = ink.colour(*_PALE), rng.choice([-1, 1]), rng.choice([-1, 1])
    bar = rng.uniform(2, 8) * np.clip(np.sin(phase) * bend + rng.uniform(-0.3, 0.6), 0, None)
    from_bar = np.abs(v - course - side * width * 0.8) - bar
    ink.lay(inside(from_bar, rng.uniform(1.5, 3)) * within * (bar > 0.05), sand, 5)
    ink.lay(inside(np.abs(v - course) - width, 1.8) * within, water, 3)
    if rng.random() < 0.5:
        away = np.hypot((u - rng.uniform(-size, size)) / rng.uniform(2, 5), v - course)
        ink.lay(inside(away - rng.uniform(0.6, 1.8), 1.2) * within, sand, 4)


def tones(ink: Ink, middle: Middle, size: float) -> None:
    """Draw one change of tone: bare soil, the shadow of a cloud, haze, or the straight edge of a field."""
    rng, (u, v) = ink.rng, ink.axes(middle)
    edge = np.hypot(u / rng.uniform(0.8, 1.4), v) / size - 1 + 0.25 * ink.grain(rng.uniform(3, 7))
    kind = rng.random()
    if kind < 0.45:
        ink.lay(inside(edge, rng.uniform(0.1, 0.5)) * rng.uniform(0.5, 1), ink.colour(*_PALE, (120, 95, 75)), 8)
    elif kind < 0.65:
        ink.shade(inside(edge, 0.4) * rng.uniform(0.3, 0.65))
    elif kind < 0.85:
        haze = np.array([225, 230, 238]) * rng.uniform(0.75, 1.1)
        ink.lay(inside(edge, rng.uniform(0.6, 2)) * rng.uniform(0.3, 0.95), haze, 8)
    else:
        beyond = inside(v - rng.uniform(-0.3, 0.3) * size, 1.3)
        if ink.clear.min() == 0:
            beyond = beyond * inside(np.hypot(u, v) - 1.3 * size, 3)
        ink.lay(beyond * rng.uniform(0.5, 1), ink.colour(*_PALE, (110, 95, 75), (95, 110, 70)), 6)


SHAPES: dict[str, Callable[[Ink, Middle, float], None]] = {
    "ponds": ponds,
    "yards": yards,
    "scars": scars,
    "banks": banks,
    "tones": tones,
}


def draw(sample: Sample, name: str, rng: np.random.Generator, donors: Sequence[Picture]) -> Sample:
    """Return a chip with a look-alike drawn over it.

    Parameters
    ----------
    sample : Sample
        A chip with a mine, whose middle is left as it is, or one that holds none.
    name : str
        Of `SHAPES`.
    rng : Generator
        Source of all choices.
    donors : sequence of ndarray of uint8, shape (3, row, col)
        Pictures that lend colours.
    """
    rows, cols = sample.allowed.shape
    holds, middle, size = sample.must_hold is not None, (rows / 2, cols / 2), rng.uniform(5, 22)
    clear = np.ones((rows, cols), np.float32)
    if holds:
        away = np.hypot(*np.ogrid[0.5 - rows / 2 : rows / 2, 0.5 - cols / 2 : cols / 2])
        clear = np.clip((away - _MIDDLE_PX) / 3, 0, 1).astype(np.float32)
        angle, size = rng.uniform(0, 2 * np.pi), rng.uniform(4, 8)
        middle = rows / 2 + 20 * np.sin(angle), cols / 2 + 20 * np.cos(angle)
    else:
        middle = middle[0] + rng.normal(0, 6), middle[1] + rng.normal(0, 6)
    ink = Ink(sample.picture, clear, rng, donors)
    SHAPES[name](ink, middle, size)
    if rng.random() < 0.25:
        tones(ink, (rng.uniform(0, rows), rng.uniform(0, cols)), rng.uniform(4, 12))
    values = ndimage.gaussian_filter(ink.values, (0, 0.5, 0.5)) if rng.random() < 0.35 else ink.values
    picture = np.rint(np.clip(values, 0, 255)).astype(np.uint8)
    allowed = np.where(ink.covered > 0.6, allow(0), sample.allowed).astype(np.uint8)
    kind = f"mine and drawn {name}" if holds else f"drawn {name}"
    lacks = None if holds else 1
    return replace(sample, picture=picture, allowed=allowed, must_lack=lacks, kind=kind, soft=None)


def draw_look_alikes(
    samples: Mapping[str, Sequence[Sample]], without: int = WITHOUT, with_mine: int = WITH, seed: int = _SEED
) -> Iterator[Sample]:
    """Yield drawn chips of the samples to learn from, the same for the same seed; every shape equally often.

    Raises
    ------
    ValueError
        When there are no chips to draw over.
    """
    learned = {name: [s for s in group if s.part == "train"] for name, group in samples.items()}
    mines, alike = learned.get("artisanal", []), learned.get("look_alikes", [])
    random = [s for s in alike if s.kind == "random"]
    other = [s for s in alike if s.kind in ("cloudy random", "mistaken", "cloudy mistaken")]
    country = [s for s in learned.get("countryside", []) if s.kind in _COUNTRY]
    pools = [pool for pool in (random, random, random, other, country) if pool]
    if not mines or not pools:
        raise ValueError("Drawn look-alikes need artisanal chips, with and without a mine; set 'drawn_share' to 0.")
    ground = [s.picture for s in learned.get("ground", []) if s.kind != "wide ground"]
    donors, names = [s.picture for s in mines] + ground[::4], list(SHAPES)
    for number in range(without + with_mine):
        rng = np.random.default_rng([seed, number])
        pool = pools[int(rng.integers(len(pools)))] if number < without else mines
        yield draw(pool[int(rng.integers(len(pool)))], names[number % len(names)], rng, donors)
