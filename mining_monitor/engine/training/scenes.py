"""A folder of sample-world scenes to learn from: made once, read often."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.sample_world import Scene, generate_scene
from mining_monitor.engine.sample_world.plan import SITE_KINDS
from mining_monitor.engine.training.settings import SceneSettings

LOGGER = logging.getLogger(__name__)

#: How often each kind of site is shown; the kinds with rare classes more often than the world would.
_KIND_SHARES = {
    "copper": 0.18,
    "gold": 0.14,
    "heap_leach": 0.16,
    "coal": 0.14,
    "underground": 0.08,
    "artisanal": 0.12,
    "complete": 0.13,
    "none": 0.05,
}


def make_training_scene(settings: SceneSettings, seed: int) -> Scene:
    """Make the true-colour scene of a seed; country, kind of mine, pixel size and clouds are drawn from the seed."""
    rng = np.random.default_rng(seed)
    kinds = [kind for kind in SITE_KINDS if kind in _KIND_SHARES]
    shares = np.array([_KIND_SHARES[kind] for kind in kinds])
    low, high = settings.gsd_range_m
    gsd_m = math.exp(rng.uniform(math.log(low), math.log(high))) if high > low else low
    return generate_scene(
        seed,
        width=settings.side_px,
        height=settings.side_px,
        gsd_m=gsd_m,
        site_kind=str(rng.choice(kinds, p=shares / shares.sum())),
        cloud_cover=float(rng.uniform(0.05, 0.35)) if rng.random() < settings.cloudy_share else 0.0,
    )


def fill_folder(settings: SceneSettings, folder: Path) -> None:
    """Make the scenes of a set that the folder does not hold yet.

    Several processes may fill one folder: a scene is written under another name and renamed when it is whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(settings.first_seed, settings.first_seed + settings.count):
        path = folder / f"{seed}.npz"
        if path.exists():
            continue
        scene = make_training_scene(settings, seed)
        partial = folder / f"{seed}.partial.npz"
        np.savez_compressed(partial, image=scene.values, truth=scene.truth)
        partial.rename(path)
        LOGGER.debug("scene %s", seed)


def read_scenes(settings: SceneSettings, folder: Path) -> Iterator[tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]]:
    """Yield image, shape (3, row, col), and truth, shape (row, col), of the scenes of a set that the folder holds."""
    for seed in range(settings.first_seed, settings.first_seed + settings.count):
        path = folder / f"{seed}.npz"
        if path.exists():
            with np.load(path) as data:
                yield data["image"], data["truth"]
