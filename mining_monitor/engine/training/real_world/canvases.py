"""Canvases: squares of one or more disturbed cuts of samples, all of one size, so that one batch holds every set."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.training.augmentation import add_haze, recolour, soften, stretch
from mining_monitor.engine.training.real_world.samples import ANYTHING, CODES, UNSEEN, Sample

Chip = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Bag:
    """A part of a canvas in which a class must be found somewhere, or nowhere.

    Attributes
    ----------
    canvas : int
        Which canvas of the batch.
    rows, cols : (int, int)
        First and one past the last.
    output : int
        Position of the class in `CODES`.
    is_present : bool
        Whether it must be found.
    """

    canvas: int
    rows: tuple[int, int]
    cols: tuple[int, int]
    output: int
    is_present: bool


@dataclass(frozen=True)
class Group:
    """Samples that are drawn alike.

    Attributes
    ----------
    samples : tuple of Sample
        What to draw from.
    weights : ndarray of float, shape (sample,)
        How often each is drawn; sum 1.
    per_side : int
        A canvas holds this many cuts along each side.
    canvases : float
        Canvases of this group in a batch; 0.5 gives one to every other batch, by chance.
    """

    samples: tuple[Sample, ...]
    weights: npt.NDArray[np.float64]
    per_side: int
    canvases: float


def balanced(samples: list[Sample], per_side: int, canvases: float, kind_power: float = 0.5) -> Group:
    """Return a group in which rare kinds and sites are drawn more often than they occur (power 1: as they occur)."""
    kinds, sites = _counts([s.kind for s in samples]), _counts([f"{s.kind}|{s.site}" for s in samples])
    per_kind: dict[str, float] = {}
    raw = np.array([sites[f"{s.kind}|{s.site}"] ** (kind_power - 1.0) for s in samples])
    for sample, weight in zip(samples, raw, strict=True):
        per_kind[sample.kind] = per_kind.get(sample.kind, 0.0) + float(weight)
    weights = np.array(
        [w / per_kind[s.kind] * kinds[s.kind] ** kind_power for s, w in zip(samples, raw, strict=True)], np.float64
    )
    return Group(tuple(samples), weights / weights.sum(), per_side, canvases)


def mixed(parts: list[tuple[Group, float]], per_side: int, canvases: float) -> Group:
    """Return groups as one, each with its share of the cuts; the shares need not add up to 1."""
    total = sum(share for _, share in parts)
    weights = np.concatenate([group.weights * (share / total) for group, share in parts])
    return Group(tuple(sample for group, _ in parts for sample in group.samples), weights, per_side, canvases)


def _counts(names: list[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return counts


@dataclass(frozen=True)
class Batch:
    """What a step learns from, n canvases.

    Attributes
    ----------
    images : ndarray of float32, shape (n, 3, side, side)
        0..255.
    allowed : ndarray of uint8, shape (n, side, side)
        Bits of the classes that each pixel may be.
    bags : tuple of Bag
        Parts in which a class must be found, or must not.
    soft : ndarray of float32, shape (n, class, side, side)
        A teacher's probabilities, all 0 where it was not asked.
    """

    images: npt.NDArray[np.float32]
    allowed: npt.NDArray[np.uint8]
    bags: tuple[Bag, ...]
    soft: npt.NDArray[np.float32]


def draw_batch(
    groups: list[Group], side: int, rng: np.random.Generator, strength: float, pale_share: float = 0.0
) -> Batch:
    """Draw the canvases of one step."""
    counts = [int(group.canvases) + int(rng.random() < group.canvases % 1) for group in groups]
    total = sum(counts)
    images = np.zeros((total, 3, side, side), np.float32)
    allowed = np.full((total, side, side), UNSEEN, np.uint8)
    soft = np.zeros((total, len(CODES), side, side), np.float32)
    batch, index = _Open(images, allowed, soft, []), 0
    for group, count in zip(groups, counts, strict=True):
        for _ in range(count):
            _fill(batch, index, group, rng, strength, pale_share)
            index += 1
    return Batch(images, allowed, tuple(batch.bags), soft)


@dataclass(frozen=True)
class _Open:
    """A batch that is being filled, as `Batch`."""

    images: npt.NDArray[np.float32]
    allowed: npt.NDArray[np.uint8]
    soft: npt.NDArray[np.float32]
    bags: list[Bag]


def _fill(
    batch: _Open, canvas: int, group: Group, rng: np.random.Generator, strength: float, pale_share: float
) -> None:
    """Fill one canvas with cuts of the group's samples."""
    image, allowed, soft = batch.images[canvas], batch.allowed[canvas], batch.soft[canvas]
    cell = image.shape[1] // group.per_side
    for row in range(0, cell * group.per_side, cell):
        for col in range(0, cell * group.per_side, cell):
            sample = group.samples[int(rng.choice(len(group.samples), p=group.weights))]
            picture, bits, said = cut(sample, cell, rng)
            if rng.random() < pale_share:
                picture = pale(picture, rng)
            image[:, row : row + cell, col : col + cell] = disturb(picture, rng, strength)
            allowed[row : row + cell, col : col + cell] = bits
            if said is not None:
                soft[:, row : row + cell, col : col + cell] = said
            code = sample.must_hold if sample.must_hold is not None else sample.must_lack
            if code is not None:
                inset = 0 if sample.picture.shape[1] <= 64 else cell // 8
                span_r, span_c = (row + inset, row + cell - inset), (col + inset, col + cell - inset)
                batch.bags.append(Bag(canvas, span_r, span_c, CODES.index(code), sample.must_hold is not None))


def cut(
    sample: Sample, side: int, rng: np.random.Generator
) -> tuple[Chip, npt.NDArray[np.uint8], npt.NDArray[np.float16] | None]:
    """Return a turned square of a sample at a scale of 0.7 to 1.4; a small sample is continued by its mirror image.

    A sample with something to hold is cut around its middle; one with a mask, two times of three, around a pixel of
    the class with the highest code that the mask is sure of. Returns picture, labels, and a teacher's labels if any.
    """
    low, high = (0.85, 1.45) if sample.picture.shape[1] <= 64 else (0.7, 1.4)
    scale = float(np.exp(rng.uniform(np.log(low), np.log(high))))
    span = side / scale
    row, col = _middle(sample, rng, span)
    steps = (np.arange(side) + 0.5) / side * span - span / 2
    rows, cols = row + steps, col + steps
    picture = bilinear(sample.picture, rows, cols)
    nearest = np.ix_(_mirror(rows, sample.allowed.shape[0]), _mirror(cols, sample.allowed.shape[1]))
    bits, turns = sample.allowed[nearest], int(rng.integers(4))
    said = sample.soft[:, nearest[0], nearest[1]] if sample.soft is not None else None
    picture, bits = np.rot90(picture, turns, (1, 2)), np.rot90(bits, turns)
    said = np.rot90(said, turns, (1, 2)) if said is not None else None
    if rng.random() < 0.5:
        picture, bits = picture[:, :, ::-1], bits[:, ::-1]
        said = said[:, :, ::-1] if said is not None else None
    return np.ascontiguousarray(picture), bits, said


def _middle(sample: Sample, rng: np.random.Generator, span: float) -> tuple[float, float]:
    """Return the middle of a cut, in rows and columns of the sample."""
    height, width = sample.allowed.shape
    if sample.must_hold is not None or height <= 64:
        loose = 3.0 if height <= 64 else 12.0
        shift = rng.uniform(-loose, loose, 2)
        return height / 2 + float(shift[0]), width / 2 + float(shift[1])
    if rng.random() < 0.67:
        for code_bit in (8, 4, 2):
            rows, cols = np.nonzero(sample.allowed == code_bit)
            if rows.size:
                pick = int(rng.integers(rows.size))
                shift = rng.uniform(-span / 3, span / 3, 2)
                return float(rows[pick] + shift[0]), float(cols[pick] + shift[1])
    return float(rng.uniform(0, height)), float(rng.uniform(0, width))


def _mirror(positions: npt.NDArray[np.float64], length: int) -> npt.NDArray[np.int64]:
    """Return pixel indices of positions; beyond the edges the picture is mirrored."""
    index = np.floor(positions).astype(np.int64) % (2 * length)
    return np.minimum(index, 2 * length - 1 - index)


def bilinear(picture: npt.NDArray[np.uint8], rows: npt.NDArray[np.float64], cols: npt.NDArray[np.float64]) -> Chip:
    """Return a picture at positions, linear between the middles of pixels, mirrored beyond its edges."""
    top, left = rows - 0.5, cols - 0.5
    down = (top - np.floor(top)).astype(np.float32)[None, :, None]
    right = (left - np.floor(left)).astype(np.float32)[None, None, :]
    r0, r1 = _mirror(top, picture.shape[1]), _mirror(top + 1, picture.shape[1])
    c0, c1 = _mirror(left, picture.shape[2]), _mirror(left + 1, picture.shape[2])
    upper = picture[:, r0[:, None], c0] * (1 - right) + picture[:, r0[:, None], c1] * right
    lower = picture[:, r1[:, None], c0] * (1 - right) + picture[:, r1[:, None], c1] * right
    return np.asarray(upper * (1 - down) + lower * down, np.float32)


def pale(chip: Chip, rng: np.random.Generator) -> Chip:
    """Make a cut bright and nearly grey, as dry pale ground is: less colour, a brighter mean, a touch of warm light."""
    grey = chip.mean(axis=0, keepdims=True)
    flat = grey + (chip - grey) * np.float32(rng.uniform(0.05, 0.5))
    middle, contrast, level = flat.mean(), np.float32(rng.uniform(0.8, 1.5)), np.float32(rng.uniform(105, 175))
    warm = np.array([5, 0, -6], np.float32)[:, None, None] * np.float32(rng.uniform(-0.3, 1.5))
    return np.asarray(np.clip((flat - middle) * contrast + level + warm, 0, 255), np.float32)


def disturb(chip: Chip, rng: np.random.Generator, strength: float) -> Chip:
    """Recolour, stretch, haze, blur and damage a cut: another day, another sensor, another renderer."""
    kind = rng.random()
    if kind < 0.15:
        chip = coarsen(chip, int(rng.integers(2, 4)))
    elif kind < 0.35:
        chip = soften(chip, float(rng.uniform(0.1, 0.6)))
    chip = recolour(chip, rng, 0.6 * strength)
    chip = render(chip, rng, strength)
    chip = stretch(chip, rng, 0.7 * strength)
    chip = add_haze(chip, rng, strength)
    if rng.random() < 0.3:
        chip = chip + rng.normal(0.0, float(rng.uniform(0.5, 3.0)), chip.shape).astype(np.float32)
    if rng.random() < 0.15:
        chip = blocky(chip, float(rng.uniform(4, 14)))
    return np.asarray(np.rint(np.clip(chip, 0, 255)), np.float32)


def render(chip: Chip, rng: np.random.Generator, strength: float) -> Chip:
    """Swap renderings: 1/0.3, 1/0.3558 and 2.5 times reflectance differ by gain; L1C adds blue light, L2A has none.

    One cut in eight is rendered dark, as raw reflectance is when nobody stretches it.
    """
    gain = float(np.exp(rng.normal(0.0, 0.22 * strength)))
    if rng.random() < 0.125 * strength:
        gain = float(rng.uniform(0.2, 0.6))
    path_light = np.array([0.3, 0.6, 1.0], np.float32)[:, None, None] * float(rng.normal(0.0, 12.0 * strength))
    return np.asarray((chip + path_light) * np.float32(gain))


def coarsen(chip: Chip, factor: int) -> Chip:
    """Blur as a sensor with pixels `factor` times as wide, resampled smoothly, would."""
    for _ in range(factor * factor - 2):
        chip = soften(chip, 1.0)
    return chip


def blocky(chip: Chip, step: float) -> Chip:
    """Round the strength of 8 x 8 blocks' detail to steps, a rough stand-in for lossy compression."""
    side = chip.shape[1] // 8 * 8
    core = chip[:, :side, :side].reshape(3, side // 8, 8, side // 8, 8)
    mean = core.mean(axis=(2, 4), keepdims=True)
    detail = np.rint((core - mean) / step) * step
    damaged = chip.copy()
    damaged[:, :side, :side] = (mean + detail).reshape(3, side, side)
    return damaged


def known(allowed: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """Return where anything is known of a pixel."""
    return np.asarray((allowed != ANYTHING) & (allowed != UNSEEN))
