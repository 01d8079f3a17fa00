"""Kinds of country that a scene can lie in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Biome:
    """What grows and lies where no mine is.

    Attributes
    ----------
    soils : tuple of str
        Materials of bare ground, the commonest first.
    plants : tuple of str
        Materials of the plant cover: woody, then low.
    plant_cover, tree_cover : float
        Share of the ground under plants, and of it under trees, 0..1.
    fields : float
        Share of level ground that is farmed, 0..1.
    relief : float
        Steepness: 0 plain, 1 high mountains.
    river_m : (float, float)
        Narrowest and widest river in metres.
    river_water : str
        Material of the rivers.
    lakes : float
        Share of the ground under lakes or salt pans, 0..1.
    salt : bool
        Basins hold salt pans instead of lakes.
    haze : float
        Usual haze, reflectance added in the blue.
    """

    soils: tuple[str, ...]
    plants: tuple[str, str]
    plant_cover: float
    tree_cover: float
    fields: float
    relief: float
    river_m: tuple[float, float]
    river_water: str
    lakes: float
    salt: bool
    haze: float


#: The countries to choose from, by name.
BIOMES: dict[str, Biome] = {
    "desert": Biome(
        ("soil_tan", "soil_pale", "rock_brown", "rock_purple"), ("shrub", "grass_dry"), 0.02, 0.0, 0.0, 0.45,
        (15.0, 40.0), "water_brown", 0.03, True, 0.010,
    ),
    "puna": Biome(
        ("soil_grey", "soil_tan", "rock_purple", "rock_grey"), ("shrub", "grass_dry"), 0.22, 0.0, 0.0, 0.65,
        (10.0, 35.0), "water_clear", 0.04, True, 0.006,
    ),
    "outback": Biome(
        ("soil_red", "soil_orange", "rock_brown", "soil_brown"), ("shrub", "grass_dry"), 0.35, 0.1, 0.02, 0.25,
        (15.0, 60.0), "water_brown", 0.03, True, 0.010,
    ),
    "savanna": Biome(
        ("soil_orange", "soil_brown", "soil_red", "rock_brown"), ("woodland", "grass_dry"), 0.75, 0.35, 0.18, 0.25,
        (25.0, 90.0), "water_brown", 0.03, False, 0.015,
    ),
    "rainforest": Biome(
        ("soil_orange", "soil_brown", "soil_tan", "rock_brown"), ("forest", "grass_green"), 0.985, 0.93, 0.06, 0.3,
        (35.0, 140.0), "water_brown", 0.02, False, 0.018,
    ),
    "steppe": Biome(
        ("soil_brown", "soil_grey", "soil_tan", "rock_grey"), ("shrub", "grass_dry"), 0.8, 0.03, 0.3, 0.3,
        (15.0, 60.0), "water_green", 0.05, False, 0.010,
    ),
    "temperate": Biome(
        ("soil_brown", "soil_grey", "soil_tan", "rock_grey"), ("woodland", "grass_green"), 0.95, 0.4, 0.55, 0.3,
        (20.0, 80.0), "water_green", 0.04, False, 0.014,
    ),
    "boreal": Biome(
        ("soil_brown", "rock_grey", "soil_grey", "rock_dark"), ("conifer", "grass_dry"), 0.96, 0.75, 0.02, 0.35,
        (20.0, 80.0), "water_clear", 0.16, False, 0.008,
    ),
}  # fmt: skip
