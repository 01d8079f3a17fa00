"""Plans of mines: which pits, dumps, plants and yards a site has and where they lie."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from mining_monitor.engine.sample_world.courses import distance_at
from mining_monitor.engine.sample_world.frame import Frame
from mining_monitor.engine.sample_world.noise import mix_seed
from mining_monitor.engine.sample_world.shapes import Place
from mining_monitor.engine.sample_world.world import World

#: Half axes (shortest, longest) in metres at a large mine, and the most that the second axis shrinks.
_SIZES: dict[str, tuple[float, float, float]] = {
    "pit": (190, 520, 0.55),
    "strip": (420, 720, 0.3),
    "dump": (200, 460, 0.55),
    "tailings": (280, 620, 0.55),
    "leach": (240, 480, 0.5),
    "plant": (130, 230, 0.6),
    "facility": (60, 130, 0.5),
    "yard": (60, 130, 0.5),
    "artisanal": (380, 800, 0.8),
}
#: Irregular features may lie closer than their circles.
_LOOSE = ("pit", "strip", "dump", "artisanal")
_YARD_LIKE = ("plant", "facility", "yard")

#: What a kind of site has: feature, fewest, most.
SITE_KINDS: dict[str, tuple[tuple[str, int, int], ...]] = {
    "copper": (("pit", 1, 2), ("dump", 3, 5), ("leach", 1, 2), ("plant", 1, 2), ("tailings", 1, 1),
               ("facility", 2, 4), ("yard", 1, 3)),
    "gold": (("pit", 1, 3), ("dump", 2, 4), ("plant", 1, 1), ("tailings", 1, 2), ("facility", 1, 3), ("yard", 1, 2)),
    "heap_leach": (("pit", 1, 2), ("dump", 1, 3), ("leach", 2, 3), ("plant", 1, 1), ("facility", 1, 2),
                   ("yard", 1, 2)),
    "coal": (("strip", 1, 2), ("dump", 3, 5), ("plant", 1, 1), ("facility", 1, 2), ("yard", 1, 2)),
    "underground": (("plant", 1, 1), ("tailings", 1, 2), ("dump", 1, 1), ("facility", 1, 3), ("yard", 1, 2)),
    "artisanal": (("artisanal", 1, 2),),
    "complete": (("artisanal", 1, 1), ("pit", 1, 1), ("dump", 2, 2), ("leach", 1, 1), ("plant", 1, 1),
                 ("tailings", 1, 1), ("facility", 2, 3), ("yard", 2, 2)),
    "none": (),
}  # fmt: skip

_LARGE_KINDS = ("copper", "gold", "heap_leach", "coal", "underground")
_ARTISANAL_SHARE = {"rainforest": 0.45, "savanna": 0.3}
_EMPTY_SHARE = 0.25
_ANCHORS = {"dump": ("pit", "strip"), "leach": ("pit", "plant"), "facility": ("plant", "facility"),
            "yard": ("facility", "plant"), "plant": ("pit", "strip")}  # fmt: skip


@dataclass(frozen=True)
class Feature:
    """One sector of a mine to paint.

    Attributes
    ----------
    kind : str
        What it is, a key of the painters.
    place : Place
        Where it lies.
    size_m : (float, float)
        Half axes in metres.
    seed : int
        Seed of its details.
    """

    kind: str
    place: Place
    size_m: tuple[float, float]
    seed: int

    @property
    def radius_m(self) -> float:
        """Radius of the circle that the plan keeps free for it."""
        return (max(self.size_m) + math.hypot(*self.size_m)) * (0.38 if self.kind in _LOOSE else 0.46)


@dataclass(frozen=True)
class SitePlan:
    """A mine site.

    Attributes
    ----------
    kind : str
        Key of `SITE_KINDS`.
    features : tuple of Feature
        Its sectors.
    roads : tuple of tuple of (float, float)
        Haul roads as polylines, world metres.
    rock : str
        Material of its waste; `ore`: of its ore.
    """

    kind: str
    features: tuple[Feature, ...]
    roads: tuple[tuple[tuple[float, float], ...], ...]
    rock: str
    ore: str


@lru_cache(maxsize=512)
def plan_site(world: World, cell_x: int, cell_y: int) -> SitePlan:
    """Return the plan of the site in one cell of the world's lattice; it depends on world and cell alone."""
    rng = np.random.default_rng(mix_seed(world.seed, 80, cell_x, cell_y))
    kind = _site_kind(world, rng, is_home=(cell_x, cell_y) == (0, 0))
    centre = ((cell_x + 0.5) * world.site_spacing_m, (cell_y + 0.5) * world.site_spacing_m)
    features = _place_features(world, kind, centre, rng)
    if kind == "artisanal" and not features:
        kind = "gold"
        features = _place_features(world, kind, centre, rng)
    rock = ("rock_grey", "rock_brown", "soil_grey", "rock_purple", "ore_oxide")[int(rng.integers(5))]
    ore = ("ore_oxide", "ore_yellow", "ore_green", "rock_grey", "ore_white")[int(rng.integers(5))]
    if kind == "coal":
        rock, ore = ("soil_grey", "rock_brown", "rock_dark")[int(rng.integers(3))], "coal"
    return SitePlan(kind, tuple(features), tuple(_haul_roads(features, rng)), rock, ore)


def plans_around(frame: Frame, world: World) -> list[SitePlan]:
    """Return the plans of all sites that can reach into a frame, in a fixed order."""
    spacing = world.site_spacing_m
    first_x, last_x = math.floor(frame.x[0] / spacing - 0.25), math.floor(frame.x[-1] / spacing + 0.25)
    first_y, last_y = math.floor(frame.y[-1] / spacing - 0.25), math.floor(frame.y[0] / spacing + 0.25)
    cells = [(x, y) for y in range(first_y, last_y + 1) for x in range(first_x, last_x + 1)]
    return [plan_site(world, x, y) for x, y in cells]


def _place_features(world: World, kind: str, centre: tuple[float, float], rng: np.random.Generator) -> list[Feature]:
    features: list[Feature] = []
    for name, fewest, most in SITE_KINDS[kind]:
        for _ in range(int(rng.integers(fewest, most + 1))):
            feature = _place_feature(world, name, centre, features, rng)
            if feature is not None:
                features.append(feature)
    return features


def _site_kind(world: World, rng: np.random.Generator, *, is_home: bool) -> str:
    if world.site_kind is not None:
        return world.site_kind
    artisanal = _ARTISANAL_SHARE.get(world.biome_name, 0.05)
    draw = float(rng.random())
    if draw < artisanal:
        return "artisanal"
    if draw > 1.0 - _EMPTY_SHARE and not is_home:
        return "none"
    return _LARGE_KINDS[int(rng.integers(len(_LARGE_KINDS)))]


def _feature_size(world: World, kind: str, rng: np.random.Generator) -> tuple[float, float]:
    low, high, thin = _SIZES[kind]
    factor = world.yard_factor if kind in _YARD_LIKE else world.size_factor
    length = factor * float(low * (high / low) ** rng.random())
    return length, length * float(rng.uniform(thin, min(1.0, thin + 0.4)))


def _place_feature(
    world: World, kind: str, centre: tuple[float, float], placed: list[Feature], rng: np.random.Generator
) -> Feature | None:
    """Find a free spot near what the feature belongs to; None when the cell is full."""
    size = _feature_size(world, kind, rng)
    draft = Feature(kind, Place(0.0, 0.0, float(rng.uniform(0, math.pi))), size, int(rng.integers(1 << 31)))
    reach = 0.5 * world.site_spacing_m - 1.02 * draft.radius_m
    if reach <= 0:
        return None
    tries = 240
    x = centre[0] + rng.uniform(-reach, reach, tries)
    y = centre[1] + rng.uniform(-reach, reach, tries)
    anchors = [f for f in placed if f.kind in _ANCHORS.get(kind, ())]
    ax = anchors[-1].place.x if anchors else centre[0]
    ay = anchors[-1].place.y if anchors else centre[1]
    score = np.hypot(x - ax, y - ay) * rng.uniform(0.9, 1.1, tries)
    river = distance_at(world.river, x, y)
    if kind == "artisanal":
        score = np.where(river < 0.5 * draft.radius_m, score * 0.3 + 4.0 * river, np.inf)
    else:
        score = np.where(river < draft.radius_m + 0.6 * world.biome.river_m[1] * world.yard_factor, np.inf, score)
    for other in placed:
        gap = np.hypot(x - other.place.x, y - other.place.y) - other.radius_m - draft.radius_m
        score = np.where(gap < 0.0, np.inf, score)
    best = int(np.argmin(score))
    if not math.isfinite(float(score[best])):
        return None
    return Feature(kind, Place(float(x[best]), float(y[best]), draft.place.angle), size, draft.seed)


def _haul_roads(features: list[Feature], rng: np.random.Generator) -> list[tuple[tuple[float, float], ...]]:
    """Join each feature with the nearest one placed before it."""
    roads = []
    joined = [f for f in features if f.kind != "artisanal"]
    for index, feature in enumerate(joined[1:], start=1):
        nearest = min(
            joined[:index], key=lambda f: math.hypot(f.place.x - feature.place.x, f.place.y - feature.place.y)
        )
        roads.append(_bent_line(feature.place, nearest.place, rng))
    return roads


def _bent_line(start: Place, end: Place, rng: np.random.Generator) -> tuple[tuple[float, float], ...]:
    """Return a quadratic curve of 9 points whose bend is a quarter of its length at most."""
    dx, dy = end.x - start.x, end.y - start.y
    bend = float(rng.uniform(-0.5, 0.5))
    mx, my = start.x + dx / 2 - dy * bend, start.y + dy / 2 + dx * bend
    points = []
    for t in np.linspace(0.0, 1.0, 9):
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append((float(a * start.x + b * mx + c * end.x), float(a * start.y + b * my + c * end.y)))
    return tuple(points)
