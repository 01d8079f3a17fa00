"""What an image itself knows of its clouds: the scene classes of a product, the mask beside a loaded scene.

Whoever reads an image without naming a mask gets this one, so that masked ground is "not observed" everywhere alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from mining_monitor.contract.imagery import Extent, ImageRef
from mining_monitor.contract.products import LoadSentinel2Request
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.contract.results import Notice
from mining_monitor.contract.spectral import SpectralIndexRequest
from mining_monitor.engine.files import is_same_file
from mining_monitor.engine.imagery.crs import crs_text, read_crs
from mining_monitor.engine.imagery.sentinel2.image import is_product_image
from mining_monitor.engine.imagery.sentinel2.load import write_mask
from mining_monitor.engine.imagery.sentinel2.scene_classes import WITHOUT_CLASSES, has_scene_classes
from mining_monitor.engine.imagery.sentinel2.sources import L1C_MASKS, SCENE_CLASSES, SceneSource, open_scenes
from mining_monitor.engine.imagery.sidecar import SidecarMask, sidecar_mask
from mining_monitor.engine.imagery.source import RasterImage, open_image
from mining_monitor.engine.jobs.cloud_mask import beside
from mining_monitor.engine.progress import Job

#: ``valid_mask`` of a user who wants no mask at all.
NO_MASK = "none"

#: Margins of clouds are metres: on pixels of 10 m they are as wide as the loader makes them.
_MASK_GSD_M = 10.0


@dataclass(frozen=True)
class KnownMask:
    """The valid mask that a run uses (None: none), and what the user should know of it."""

    path: str | None
    notices: tuple[Notice, ...] = ()


def with_own_mask(request: DetectRequest, folder: Path, job: Job) -> tuple[DetectRequest, tuple[Notice, ...]]:
    """Return a detection with the mask that its image knows of itself; one that the user named stays alone.

    Raises
    ------
    ImageError, ExtentError, OutputError, CancelledError
    """
    has_model = bool(request.cloud_model)
    known = known_mask(request.image, request.extent, request.valid_mask, folder, job, has_model=has_model)
    return replace(request, valid_mask=known.path), known.notices


def index_with_own_mask(
    request: SpectralIndexRequest, folder: Path, job: Job
) -> tuple[SpectralIndexRequest, tuple[Notice, ...]]:
    """Return an index with the mask that its image knows of itself; raises what ``with_own_mask`` raises."""
    known = known_mask(ImageRef(request.image), request.extent, request.valid_mask, folder, job)
    return replace(request, valid_mask=known.path), known.notices


def known_mask(
    ref: ImageRef, extent: Extent | None, named: str | None, folder: Path, job: Job, *, has_model: bool = False
) -> KnownMask:
    """Find the mask of an image, or make that of a product in ``folder``.

    Parameters
    ----------
    named : str or None
        The user's mask; ``none``: no mask, not even the image's own.
    has_model : bool
        A cloud model looks for clouds as well: that there is no mask is no news then.
    """
    if named and named.strip().lower() == NO_MASK:
        return KnownMask(None)
    with open_image(ref) as image:
        found = _sidecar(image)
        crs = crs_text(image.grid.crs)
        is_moved = not _lies_where_it_says(ref, image)
        name = image.name
    if named:
        is_own = found.path is not None and is_same_file(Path(named), found.path)
        return KnownMask(named, (_own_notice(name, found.name),) if is_own else ())
    if found.is_loaded_scene:
        return _beside_scene(found, name, is_moved, has_model)
    if is_product_image(ref.path):
        blind = [scene for scene in open_scenes(ref.path) if not has_scene_classes(scene)]
        if blind:
            return KnownMask(None, () if has_model else (_blind_notice(blind[0]),))
        if is_moved:
            return KnownMask(None, (_moved_notice(name),))
        return _of_product(ref.path, replace(extent, crs=extent.crs or crs) if extent else None, name, folder, job)
    return KnownMask(None)


def mask_notices(request: DetectRequest) -> tuple[Notice, ...]:
    """Return what a plan should say before the run: that an image's clouds will count as ground."""
    if request.valid_mask or request.cloud_model:
        return ()
    with open_image(request.image) as image:
        found, name = _sidecar(image), image.name
    if found.is_loaded_scene:
        return () if found.path else _beside_scene(found, name, False, False).notices
    if is_product_image(request.image.path):
        blind = [scene for scene in open_scenes(request.image.path) if not has_scene_classes(scene)]
        return (_blind_notice(blind[0]),) if blind else ()
    return ()


def _sidecar(image: RasterImage) -> SidecarMask:
    path = Path(image.ref.path)
    try:
        is_local = path.is_file()
    except (OSError, ValueError):  # a name that only GDAL understands
        is_local = False
    return sidecar_mask(path, image.tags) if is_local else SidecarMask()


def _lies_where_it_says(ref: ImageRef, image: RasterImage) -> bool:
    """Tell whether the image lies in its own CRS: a mask lies where the file says, not where the user has put it."""
    if ref.crs is None:
        return True
    with open_image(replace(ref, crs=None)) as own:
        return bool(own.grid.crs == read_crs(ref.crs, name=image.name))


def _beside_scene(found: SidecarMask, name: str, is_moved: bool, has_model: bool) -> KnownMask:
    if found.path is not None and not is_moved:
        return KnownMask(str(found.path), (_own_notice(name, found.name),))
    if is_moved:
        return KnownMask(None, (_moved_notice(name),))
    if has_model:
        return KnownMask(None)
    if found.name:
        text = (
            f"'{name}' was loaded with the mask '{found.name}', which is no longer there: clouds count as ground. Put "
            "it beside the image again, or load the scene again."
        )
        return KnownMask(None, (Notice("mask-lost", text, {"image": name, "mask": found.name}),))
    text = f"'{name}' was loaded without a mask: clouds count as ground. Load the scene again with one."
    return KnownMask(None, (Notice("mask-none", text, {"image": name}),))


def _of_product(path: str, extent: Extent | None, name: str, folder: Path, job: Job) -> KnownMask:
    """Make the mask of a product from its scene classes, as the loader makes it with its usual rules."""
    scenes = open_scenes(path)
    band = SCENE_CLASSES if all(SCENE_CLASSES in scene.names() for scene in scenes) else L1C_MASKS[0]
    mask = folder / "observed.tif"
    request = LoadSentinel2Request(
        (path,), str(folder / "classes.tif"), (band,), _MASK_GSD_M, extent, scenes[0].crs, offset="none"
    )
    shares = write_mask(request, mask, beside(job))
    hidden = {why: share for why, share in shares.items() if why != "nodata" and share > 0}
    percent = round(100 * sum(hidden.values()), 1)
    words = ", ".join(f"{why} {share:.1%}" for why, share in hidden.items())
    text = f"By the scene classes of '{name}' no cloud, shadow or the like hides anything of the extent."
    if hidden:
        text = (
            f"By the scene classes of '{name}' cloud, shadow and the like hide {percent:g} % of the extent ({words}); "
            "that ground counts as not observed."
        )
    return KnownMask(str(mask), (Notice("product-mask", text, {"image": name, "percent": percent}),))


def _own_notice(image: str, mask: str) -> Notice:
    text = f"What the mask '{mask}' of '{image}' hides (cloud, shadow and the like) counts as not observed."
    return Notice("own-mask", text, {"image": image, "mask": mask})


def _moved_notice(image: str) -> Notice:
    text = (
        f"'{image}' was given another coordinate system than its file has, so its own mask does not lie on it: clouds "
        "count as ground."
    )
    return Notice("mask-moved", text, {"image": image})


def _blind_notice(scene: SceneSource) -> Notice:
    text = f"'{scene.scene_id}' {WITHOUT_CLASSES}"
    return Notice("no-scene-classes", text, {"scene": scene.scene_id})
