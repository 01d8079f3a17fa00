"""What must be settled before the first pixel is read: scenes, offsets, grid, order, shared numbers, room on disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from mining_monitor.contract.errors import DiskFullError, ExtentError, ParameterError
from mining_monitor.contract.products import LoadSentinel2Request, OffsetDecision
from mining_monitor.contract.results import Notice
from mining_monitor.engine.files import is_same_file, require_place
from mining_monitor.engine.imagery.catalogues.addresses import without_secrets
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.ground import apply_affine, ground_gsd_m
from mining_monitor.engine.imagery.sentinel2.bright_ground import LEAST_DATES, can_tell
from mining_monitor.engine.imagery.sentinel2.composite import METHODS
from mining_monitor.engine.imagery.sentinel2.cover import cover_shares
from mining_monitor.engine.imagery.sentinel2.files import MAIN_METADATA, plain_path
from mining_monitor.engine.imagery.sentinel2.grid import footprint, scene_grid, target_grid
from mining_monitor.engine.imagery.sentinel2.masks import PolygonMask, check_rules
from mining_monitor.engine.imagery.sentinel2.numbers import common_numbers, numbers_of
from mining_monitor.engine.imagery.sentinel2.offset import decided_by_user
from mining_monitor.engine.imagery.sentinel2.provenance import provenance_path
from mining_monitor.engine.imagery.sentinel2.rendering import wanted_bands
from mining_monitor.engine.imagery.sentinel2.scene_classes import WITHOUT_CLASSES, has_scene_classes
from mining_monitor.engine.imagery.sentinel2.scene_reader import CATEGORIES, Plan
from mining_monitor.engine.imagery.sentinel2.sources import SceneSource, open_scenes
from mining_monitor.engine.progress import Job

#: More inputs than this are a mistake (or a year of a whole tile at once).
_MOST_INPUTS = 400


@dataclass(frozen=True)
class Prepared:
    """All that reading needs.

    Attributes
    ----------
    scenes : tuple of SceneSource
        Those that meet the grid, in the order in which they are used.
    decisions : tuple of OffsetDecision
        One for each scene.
    bands : tuple of str
        Of the output.
    plan : Plan
    asked_pixels : float
    anchor : tuple of int
        Column and row of the first scene's corner on the grid.
    warnings : tuple of Notice
    """

    scenes: tuple[SceneSource, ...]
    decisions: tuple[OffsetDecision, ...]
    bands: tuple[str, ...]
    plan: Plan
    asked_pixels: float
    anchor: tuple[int, int]
    warnings: tuple[Notice, ...]


def prepare(request: LoadSentinel2Request, folder: Path, job: Job) -> Prepared:
    """Check a request, open its scenes and settle how they are read.

    Raises
    ------
    MiningMonitorError
        A parameter, an input or a place is no good; nothing was written.
    """
    names = wanted_bands(request.bands, request.rendering)
    _check(request, names)
    is_picture = request.rendering == "tci"
    bands = names[:1] if is_picture else names
    scenes = _open(request, job)
    grids = [scene_grid(scene, bands[0], request.resolution_m) for scene in scenes]
    target = target_grid(scenes, grids, request.extent, request.crs, request.resolution_m)
    frame = shapely.box(0, 0, target.grid.width, target.grid.height)
    meets = [footprint(grid, target.grid).intersects(frame) for grid in grids]
    scenes = [scene for scene, is_met in zip(scenes, meets) if is_met]
    grids = [grid for grid, is_met in zip(grids, meets) if is_met]
    if not scenes:
        raise ExtentError("The extent does not meet any of the scenes. Zoom to one of them and try again.")
    if request.composite == "least-cloudy":
        scenes, grids = _clearest_first(scenes, grids, request, job)
    _check_room(request, target.grid, len(names), folder)
    decisions = tuple(_decision(scene, request) for scene in scenes)
    numbers = tuple(
        common_numbers([numbers_of(s.band(name, request.resolution_m), d) for s, d in zip(scenes, decisions)])
        for name in bands
    )
    gsd = ground_gsd_m(target.grid)
    plan = Plan(
        target.grid, request.resolution_m, (gsd[0] * gsd[1]) ** 0.5, bands, is_picture, numbers,
        request.rules, PolygonMask(request.rules.exclude, target.grid.crs),
        PolygonMask(request.rules.keep, target.grid.crs),
    )  # fmt: skip
    corner = grids[0].transform.c, grids[0].transform.f
    col, row = apply_affine(~target.grid.transform, np.array(corner[0]), np.array(corner[1]))
    is_same_zone = grids[0].crs == target.grid.crs
    return Prepared(
        tuple(scenes), decisions, names, plan, target.asked_pixels,
        (round(float(col)), round(float(row))) if is_same_zone else (0, 0), _warnings(scenes, decisions, request),
    )  # fmt: skip


def _check(request: LoadSentinel2Request, bands: Sequence[str]) -> None:
    if not request.inputs:
        raise ParameterError("INPUT is empty. Name at least one product or item.", name="INPUT")
    if len(request.inputs) > _MOST_INPUTS:
        raise ParameterError(f"INPUT names {len(request.inputs)} scenes; {_MOST_INPUTS} is the most.", name="INPUT")
    places_read = [path if "://" in path else _place_of(path) for path in request.inputs]
    twice = [path for index, path in enumerate(places_read) if path in places_read[:index]]
    if twice:  # it would count twice in a median, and as a date of its own
        raise ParameterError(f"INPUT names '{without_secrets(twice[0])}' twice. Leave one out.", name="INPUT")
    if request.composite not in METHODS:
        raise ParameterError(
            f"COMPOSITE is '{request.composite[:40]}'; it must be one of {', '.join(METHODS)}.", name="COMPOSITE"
        )
    mixed = [band for band in bands if band in CATEGORIES]
    if request.composite == "median" and mixed:
        raise ParameterError(f"{mixed[0]} holds classes, which have no median. Leave it out.", name="BANDS")
    check_rules(request.rules)
    output = Path(request.output)
    places = {"OUTPUT": output, "PROVENANCE": provenance_path(output)}
    if request.mask:
        places["MASK"] = Path(request.mask)
    for name, path in places.items():
        if name != "PROVENANCE" and path.suffix.lower() not in (".tif", ".tiff"):
            raise ParameterError(f"{name} is '{path}'; it must end with .tif.", name=name)
        require_place(path)
        inputs = [Path(plain_path(text)) for text in request.inputs]
        others = [*inputs, *(other for key, other in places.items() if key != name)]
        if any(is_same_file(path, other) for other in others):
            raise ParameterError(f"{name} is {path}, which this run also reads or writes. Choose another.", name=name)


def _place_of(path: str) -> str:
    """Return the folder or file of an input that all names of it share."""
    place = Path(os.path.realpath(plain_path(path)))
    return str(place.parent if MAIN_METADATA.fullmatch(place.name) else place)


def _open(request: LoadSentinel2Request, job: Job) -> list[SceneSource]:
    scenes: list[SceneSource] = []
    for path in request.inputs:
        job.check()
        scenes += open_scenes(path, request.headers)
    return scenes


def _decision(scene: SceneSource, request: LoadSentinel2Request) -> OffsetDecision:
    decision = decided_by_user(scene.decision, request.offset)
    if decision.state == "ambiguous" and request.rendering != "tci":
        raise ParameterError(
            f"It is not certain whether 1,000 must be subtracted from the numbers of '{scene.scene_id}': "
            f"{' '.join(decision.evidence)} Set OFFSET to add or applied and load it again.",
            name="OFFSET", scene=scene.scene_id, evidence=list(decision.evidence), facts=decision.facts,
        )  # fmt: skip
    return decision


def _clearest_first(
    scenes: Sequence[SceneSource], grids: Sequence[Grid], request: LoadSentinel2Request, job: Job
) -> tuple[list[SceneSource], list[Grid]]:
    """Sort by the clear part of the extent, in pixels; scenes without scene classes come last, in their order."""
    found = []
    for index, scene in enumerate(scenes):
        job.check()
        clear = cover_shares(scene, request.extent, request.rules, job)["clear"] if has_scene_classes(scene) else -1.0
        found.append((-clear, index))
    order = [index for _, index in sorted(found)]
    return [scenes[index] for index in order], [grids[index] for index in order]


def _check_room(request: LoadSentinel2Request, grid: Grid, bands: int, folder: Path) -> None:
    """Refuse what cannot fit on the disk, before hours of reading."""
    size = {"dn": 2, "reflectance": 4}.get(request.rendering, 1)
    needed = grid.width * grid.height * (bands * size + (1 if request.mask else 0))
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise DiskFullError(
            f"The image needs {needed / 1e6:,.0f} MB for the work and {folder.parent} has {free / 1e6:,.0f} MB left. "
            "Free some space or choose a smaller extent.",
            path=str(folder), needed=needed, free=free,
        )  # fmt: skip


def _unproven(days: Sequence[str]) -> tuple[Notice, ...]:
    """Say that one or two dates cannot tell bright ground from a cloud; what they call cloud in mines is kept."""
    if can_tell(days):
        return ()
    dates = len(set(days))
    text = (
        f"Inside the polygons to keep, cloud counts as ground. {dates} date{'s' if dates > 1 else ''} cannot tell "
        f"bright tailings from a cloud that passed; {LEAST_DATES} or more loaded together can."
    )
    return (Notice("keep-unproven", text, {"dates": dates, "least": LEAST_DATES}),)


def _warnings(
    scenes: Sequence[SceneSource], decisions: Sequence[OffsetDecision], request: LoadSentinel2Request
) -> tuple[Notice, ...]:
    notices = list(dict.fromkeys(id(notice) for scene in scenes for notice in scene.warnings))
    by_id = {id(notice): notice for scene in scenes for notice in scene.warnings}
    found = [by_id[key] for key in notices]
    blind = [scene.scene_id for scene in scenes if not has_scene_classes(scene)]
    if blind and set(request.rules.classes) - {"saturated"}:
        found.append(
            Notice(
                "no-scene-classes",
                f"'{blind[0]}'{f' and {len(blind) - 1} more' if len(blind) > 1 else ''} {WITHOUT_CLASSES}",
                {"scene": blind[0], "count": len(blind)},
            )
        )
    if request.rules.keep and "cloud" in request.rules.classes and len(blind) < len(scenes):
        found += _unproven([scene.sensed_at[:10] for scene in scenes if has_scene_classes(scene)])
    levels = sorted({scene.level for scene in scenes})
    if len(levels) > 1:
        found.append(
            Notice(
                "mixed-levels",
                f"The scenes are of {' and '.join(levels)}: top-of-atmosphere and surface reflectance do not fit "
                "together.",
                {"levels": " and ".join(levels)},
            )
        )
    if len({(decision.state == "add") for decision in decisions}) > 1:
        found.append(
            Notice(
                "mixed-offsets",
                "The scenes are stored with and without an offset; all were brought to one, as their tags say.",
                {"scenes": len(scenes)},
            )
        )
    return tuple(found)
