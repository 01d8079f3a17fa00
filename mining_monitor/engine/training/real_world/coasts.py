"""Drawn coasts: bare grey ground beside water, with streams and snow, and no mine.

Pictures of bare coasts, scree and glacier forelands are not there to learn from; networks that never saw any take pale
ground beside water for tailings. Real ground lends its grain, real water its colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from mining_monitor.engine.training.real_world.canvases import bilinear, pale
from mining_monitor.engine.training.real_world.ink import Plane
from mining_monitor.engine.training.real_world.samples import Picture, Sample, allow, uniform

Chip = npt.NDArray[np.float32]

#: Side of a drawn picture, pixels.
SIDE_PX = 256
_SEED = 20261123
#: Kinds of countryside that lend their ground, and the one that lends its water.
_GROUND = ("AnnualCrop", "HerbaceousVegetation", "Pasture", "PermanentCrop", "Highway", "Industrial")
_WATER = "SeaLake"
_SNOW = np.array([235, 240, 245], np.float32)[:, None, None]


def relief(rng: np.random.Generator, steepness: float, finest_px: int = 2) -> Plane:
    """Return noise of spread 1 around about 0 with detail of every size from ``finest_px`` to a quarter of the picture.

    The steeper, the more its large shapes stand out.
    """
    total = np.zeros((SIDE_PX, SIDE_PX), np.float32)
    size = finest_px
    while size <= SIDE_PX // 4:
        noise = ndimage.gaussian_filter(rng.normal(size=total.shape).astype(np.float32), size, mode="reflect")
        total += noise / (noise.std() + 1e-9) * size**steepness
        size *= 2
    return np.asarray(total / total.std(), np.float32)


def bare_ground(picture: Picture, rng: np.random.Generator) -> Chip:
    """Return a real picture enlarged and continued by its mirror image, nearly always pale, with relief of its own."""
    scale = float(np.exp(rng.uniform(np.log(0.8), np.log(2.0))))
    steps, start = (np.arange(SIDE_PX, dtype=np.float64) + 0.5) / scale, rng.uniform(0, picture.shape[1], 2)
    ground = bilinear(picture, steps + start[0], steps + start[1])
    if rng.random() < 0.9:
        ground = pale(ground, rng)
    grey = ground.mean(axis=0, keepdims=True)
    ground = grey + (ground - grey) * np.float32(rng.uniform(0.1, 0.8))
    if picture.shape[1] < 100 or rng.random() < 0.5:  # what a small picture repeats must not stand out
        mean = ground.mean(axis=(1, 2), keepdims=True)
        ground = mean + (ground - mean) * np.float32(rng.uniform(0.1, 0.8))
    return np.asarray(ground + relief(rng, rng.uniform(0, 0.8))[None] * rng.uniform(3, 14), np.float32)


def streams(ground: Chip, rng: np.random.Generator) -> Chip:
    """Return ground with up to three winding streams."""
    for _ in range(int(rng.integers(0, 4))):
        line = np.exp(-((relief(rng, 1.0, 8) / rng.uniform(0.01, 0.05)) ** 2))[None] * 0.6
        tone = rng.uniform(60, 200) + np.array([-5, 0, 8])[:, None, None] * rng.uniform(-1, 1)
        ground = np.asarray(ground * (1 - line) + tone * line, np.float32)
    return ground


def sea(ground: Chip, waters: Sequence[Picture], rng: np.random.Generator) -> Chip:
    """Return ground of which a tenth to three quarters lie under water that is paler towards its shore.

    Its water is wide: pale ground with many small ponds is what artisanal mines look like.
    """
    across, down = np.meshgrid(np.linspace(-1, 1, SIDE_PX), np.linspace(-1, 1, SIDE_PX))
    tilt, slope = rng.uniform(0, 2 * np.pi), rng.uniform(0.7, 2.5)
    height = relief(rng, rng.uniform(1.0, 1.8), 8) + slope * (down * np.sin(tilt) + across * np.cos(tilt))
    is_water = height < np.quantile(height, rng.uniform(0.1, 0.75))
    deep = np.array([10, 25, 40]) * rng.uniform(0.6, 2.2) + rng.normal(0, 6, 3)
    if waters and rng.random() < 0.5:
        deep = waters[int(rng.integers(len(waters)))].mean(axis=(1, 2))
    shallow = np.array([120, 150, 155]) * rng.uniform(0.4, 1.15) + rng.normal(0, 10, 3)
    from_shore = ndimage.distance_transform_edt(is_water)
    share = np.exp(-from_shore / rng.uniform(0.8, 14))[None] * rng.uniform(0.1, 1)
    water = deep[:, None, None] * (1 - share) + shallow[:, None, None] * share
    water = water + rng.normal(0, rng.uniform(0.5, 2.5), water.shape)
    inland = ndimage.distance_transform_edt(~is_water)
    beach = np.exp(-inland / rng.uniform(1, 10))[None] * rng.normal(0, 25)
    edge = ndimage.gaussian_filter(is_water.astype(np.float32), rng.uniform(0.4, 1.2))[None]
    return np.asarray((ground + beach) * (1 - edge) + water * edge, np.float32)


def snow(ground: Chip, rng: np.random.Generator) -> Chip:
    """Return ground of which up to a quarter lies under patches of snow."""
    height = relief(rng, rng.uniform(0, 1))
    share = np.clip((height - np.quantile(height, rng.uniform(0.75, 0.98))) / 0.25, 0, 1)[None]
    return np.asarray(ground * (1 - share) + _SNOW * share, np.float32)


def coast(picture: Picture, waters: Sequence[Picture], rng: np.random.Generator) -> Picture:
    """Return a drawn coast, uint8, shape (3, `SIDE_PX`, `SIDE_PX`).

    Parameters
    ----------
    picture : ndarray of uint8, shape (3, row, col)
        Real ground without a mine.
    waters : sequence of ndarray of uint8, shape (3, row, col)
        Real water that lends its colour; may be empty.
    rng : Generator
        Source of all choices.
    """
    drawn = streams(bare_ground(picture, rng), rng)
    if rng.random() < 0.85:
        drawn = sea(drawn, waters, rng)
    if rng.random() < 0.35:
        drawn = snow(drawn, rng)
    return np.asarray(np.rint(np.clip(drawn, 0, 255)), np.uint8)


def draw_coasts(
    samples: Mapping[str, Sequence[Sample]], count: int, part: str = "train", seed: int = _SEED
) -> Iterator[Sample]:
    """Yield drawn coasts from the ground of one part, the same for the same seed.

    Every other one is drawn from countryside, the rest from dry land, its kinds equally often, where there is some.

    Raises
    ------
    ValueError
        When the part has no countryside to draw from.
    """
    country = [s for s in samples.get("countryside", []) if s.part == part]
    grounds = [s for s in country if s.kind in _GROUND]
    dry: dict[str, list[Sample]] = {}
    for sample in samples.get("dry_land", []):
        if sample.part == part:
            dry.setdefault(sample.kind, []).append(sample)
    waters = [s.picture for s in country if s.kind == _WATER]
    if count and not grounds:
        raise ValueError("Drawn coasts need countryside without mines; set 'drawn_coasts' to 0.")
    for number in range(count):
        rng = np.random.default_rng([seed, number])
        pool = dry[sorted(dry)[number // 2 % len(dry)]] if dry and number % 2 else grounds
        ground = pool[int(rng.integers(len(pool)))]
        drawn = coast(ground.picture, waters, rng)
        yield Sample(drawn, uniform(drawn, allow(0)), None, None, ground.site, "drawn coast", ground.part)
