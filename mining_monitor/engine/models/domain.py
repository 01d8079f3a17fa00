"""Where a model is at home: bands, ground distance, region; and what to say of an image that lies outside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mining_monitor.contract.imagery import BandChoice, Extent
from mining_monitor.contract.results import ModelInfo, Notice
from mining_monitor.engine.imagery.bands import canonical_role, guess_roles
from mining_monitor.engine.imagery.extent import window_of
from mining_monitor.engine.imagery.ground import ToLonLat
from mining_monitor.engine.imagery.modelgrid import DEFAULT_RANGE
from mining_monitor.engine.imagery.source import RasterImage

#: From how many times finer than the model an image's pixels lose so much that another model may see more.
_MUCH_FINER = 3.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class ImageFacts:
    """What decides which model suits an image.

    Attributes
    ----------
    roles : frozenset of str
        Roles that its bands play; ``bands`` counts them all but transparency.
    gsd_m : float
        Ground distance at its centre, mean of both axes.
    is_picture : bool
        Whether its values are bytes without scale: a rendering, no measurement.
    bounds : (west, south, east, north) or None
        Degrees, of the extent asked for; None where the CRS gives no answer.
    is_made_up : bool
        Whether it is a scene of the sample world.
    """

    name: str
    roles: frozenset[str]
    bands: int
    gsd_m: float
    is_picture: bool
    bounds: Box | None
    is_made_up: bool = False


def image_facts(image: RasterImage, extent: Extent | None = None, said: Sequence[BandChoice] = ()) -> ImageFacts:
    """Return the facts of an open image.

    Parameters
    ----------
    extent : Extent or None
        None: the whole image.
    said : sequence of BandChoice
        What the user says of its bands.

    Raises
    ------
    ExtentError, ImageWithoutCrsError
    """
    usable = [band for band in image.bands if not band.is_alpha]
    roles = {choice.role for choice in guess_roles(image.bands).roles} | {canonical_role(one.role) for one in said}
    grid = image.grid.window(window_of(extent, image.grid, image=image.name))
    cols, rows = np.meshgrid(np.linspace(0, grid.width, 5), np.linspace(0, grid.height, 5))
    lon, lat = ToLonLat(grid)(cols.ravel(), rows.ravel())
    is_placed = bool(np.isfinite(lon).all() and np.isfinite(lat).all())
    bounds = (float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max())) if is_placed else None
    return ImageFacts(
        name=image.name,
        roles=frozenset(roles),
        bands=len(usable),
        gsd_m=math.sqrt(image.gsd_m[0] * image.gsd_m[1]),
        is_picture=all(band.dtype == "uint8" and band.scale == 1 and band.offset == 0 for band in usable),
        bounds=bounds,
        is_made_up=image.is_made_up,
    )


def missing_roles(model: ModelInfo, facts: ImageFacts) -> list[str]:
    """Return the roles that the image lacks for a model; ``any`` bands that are too few are returned as ``any``."""
    wanted = [canonical_role(name) for name in model.bands]
    missing = [role for role in wanted if role != "any" and role not in facts.roles]
    return missing or (["any"] if len(wanted) > facts.bands else [])


def gsd_range(model: ModelInfo) -> tuple[float, float] | None:
    """Return the ground distances at which a model takes pixels as they are; None: it says nothing."""
    if model.gsd_range_m is not None:
        return model.gsd_range_m
    return (DEFAULT_RANGE[0] * model.gsd_m, DEFAULT_RANGE[1] * model.gsd_m) if model.gsd_m else None


def is_outside_region(model: ModelInfo, facts: ImageFacts) -> bool:
    """Tell whether no part of the image lies where the model learned or was tested."""
    if not model.region_bbox or facts.bounds is None:
        return False
    west, south, east, north = facts.bounds
    return not any(west <= e and w <= east and south <= n and s <= north for w, s, e, n in model.region_bbox)


def domain_notices(model: ModelInfo, facts: ImageFacts) -> tuple[Notice, ...]:
    """Return what a user should know before the run: that the image lies outside of what the model knows.

    Coarser pixels, rendered colours and missing bands are told by the stages that meet them.
    """
    notices = []
    title = model.title or model.name
    if is_outside_region(model, facts):
        place = f" ({model.region})" if model.region else ""
        text = f"'{facts.name}' lies outside the region that '{title}' learned from{place}: expect more errors."
        notices.append(Notice("outside-region", text, {"image": facts.name, "model": title, "region": model.region}))
    between = gsd_range(model)
    if between is not None and facts.gsd_m * _MUCH_FINER <= between[0]:
        made_for = model.gsd_m or between[0]
        text = (
            f"'{facts.name}' has {facts.gsd_m:.3g} m on the ground and '{title}' was made for {made_for:.3g} m: the "
            "image is averaged to that, and small sectors are lost. A model for finer imagery would see more."
        )
        facts_said = {"image": facts.name, "model": title, "image_gsd_m": facts.gsd_m, "model_gsd_m": made_for}
        notices.append(Notice("gsd-finer", text, facts_said))
    if model.is_experimental:
        text = f"'{title}' is experimental: check everything that it draws."
        notices.append(Notice("model-experimental", text, {"model": title}))
    return tuple(notices)
