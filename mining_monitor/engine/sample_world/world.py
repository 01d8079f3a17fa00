"""One sample world: everything that its pictures depend on, drawn from a seed."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from mining_monitor.engine.sample_world.biome import BIOMES, Biome
from mining_monitor.engine.sample_world.courses import Course
from mining_monitor.engine.sample_world.noise import mix_seed

#: Distance of mine sites in pixels, and its limits in metres.
_SITE_SPACING_PX = 560.0
_SITE_SPACING_LIMITS_M = (1150.0, 5600.0)


@dataclass(frozen=True)
class Sun:
    """Direction of the light: azimuth clockwise from north and elevation above the horizon, radians."""

    azimuth: float
    elevation: float


@dataclass(frozen=True)
class World:
    """An endless landscape.

    Attributes
    ----------
    seed : int
        Everything below and every detail follow from it.
    gsd_m : float
        Pixel size of the pictures in metres.
    biome_name : str
        Key of `BIOMES`.
    biome : Biome
        The country.
    site_spacing_m : float
        Mines lie in the cells of a square lattice of this width.
    river, road, track : Course
        Rivers, country roads and narrow tracks.
    sun : Sun
        Light.
    cloud_cover : float
        Share of the sky under clouds, 0..1.
    site_kind : str or None
        Kind of every mine (a key of `plan.SITE_KINDS`); None: mixed.
    """

    seed: int
    gsd_m: float
    biome_name: str
    biome: Biome
    site_spacing_m: float
    river: Course
    road: Course
    track: Course
    sun: Sun
    cloud_cover: float
    site_kind: str | None

    @property
    def size_factor(self) -> float:
        """Size of pits, dumps and ponds against those of a large mine: finer pixels show smaller mines."""
        return math.pow(self.site_spacing_m / _SITE_SPACING_LIMITS_M[1], 0.75)

    @property
    def yard_factor(self) -> float:
        """Size of plants, facilities and yards against those of a large mine."""
        return math.sqrt(self.site_spacing_m / _SITE_SPACING_LIMITS_M[1])


def make_world(
    seed: int,
    *,
    gsd_m: float = 10.0,
    biome: str | None = None,
    cloud_cover: float = 0.0,
    site_kind: str | None = None,
) -> World:
    """Draw a world.

    Parameters
    ----------
    seed : int
        Same seed and arguments, same world.
    gsd_m : float
        Pixel size in metres; made for 0.3 to 20.
    biome : str, optional
        Key of `BIOMES`; drawn when None.
    cloud_cover : float
        Share of the sky under clouds, 0..1.
    site_kind : str, optional
        Kind of every mine, a key of `plan.SITE_KINDS`.

    Raises
    ------
    KeyError
        When the biome is unknown.
    ValueError
        When the pixel size is not positive.
    """
    if gsd_m <= 0:
        raise ValueError(f"The pixel size must be positive, not {gsd_m} m.")
    rng = np.random.default_rng(mix_seed(seed, 11))
    names = sorted(BIOMES)
    drawn = names[int(rng.integers(len(names)))]
    name = drawn if biome is None else biome
    spacing = min(max(_SITE_SPACING_PX * gsd_m, _SITE_SPACING_LIMITS_M[0]), _SITE_SPACING_LIMITS_M[1])
    heading = float(rng.uniform(0, math.pi))
    return World(
        seed=seed,
        gsd_m=gsd_m,
        biome_name=name,
        biome=BIOMES[name],
        site_spacing_m=spacing,
        river=Course(mix_seed(seed, 12), heading, spacing * 1.05, 0.33, 1.0),
        road=Course(mix_seed(seed, 13), heading + float(rng.uniform(0.6, 2.4)), spacing * 0.9, 0.16, 0.75),
        track=Course(mix_seed(seed, 14), heading + float(rng.uniform(0, 3.1)), spacing * 0.45, 0.3, 0.5),
        sun=Sun(math.radians(float(rng.uniform(25, 75))), math.radians(float(rng.uniform(38, 62)))),
        cloud_cover=cloud_cover,
        site_kind=site_kind,
    )
