"""Cloud and shadow of an image as a valid mask, so that Detect calls that ground "not observed".

It joins pixels, a cloud model and the user's own mask; rows go to disk as they are finished.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.crs import CRS
from rasterio.windows import Window
from scipy import ndimage

from mining_monitor.contract.door import Progress
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.contract.results import Notice
from mining_monitor.engine.detection.blend import Blender, ClassRows
from mining_monitor.engine.detection.pipeline import TileScorer
from mining_monitor.engine.detection.rasters import output_error
from mining_monitor.engine.detection.tiles import layout, tile_shape
from mining_monitor.engine.imagery.bands import choose_bands
from mining_monitor.engine.imagery.extent import ExtentMask, window_of
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.modelgrid import model_grid
from mining_monitor.engine.imagery.radiometry import conversion_for
from mining_monitor.engine.imagery.reader import StripReader
from mining_monitor.engine.imagery.source import RasterImage, open_image
from mining_monitor.engine.imagery.validmask import ValidMask
from mining_monitor.engine.models.cloud_models import AUTO, HIDDEN, choose_package_model, load_cloud_segmenter
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import NOT_OBSERVED

#: Edges of clouds and shadows are soft: pixels of the mask that are added around them.
GROW_PX = 2


@dataclass(frozen=True)
class CloudMasked:
    """A request whose valid mask leaves out cloud and shadow too, and what the user should know of it."""

    request: DetectRequest
    notices: tuple[Notice, ...]


def without_clouds(request: DetectRequest, folder: Path, job: Job) -> CloudMasked:
    """Return the request with a valid mask in ``folder`` that joins its own mask and the cloud model's.

    Nothing happens where the request names no cloud model. Where ``auto`` finds none that suits the image, a notice
    says that clouds were not masked.

    Raises
    ------
    ModelMissingError, ModelCardError, ModelError, BandsError, ImageError, OutputError, CancelledError
    """
    if not request.cloud_model:
        return CloudMasked(request, ())
    with open_image(request.image) as image:
        name = cloud_model_for(request, image)
        if not name:
            return CloudMasked(request, (_no_model_notice(image),))
        segmenter = load_cloud_segmenter(name, request.threads)
        job.on_cancel(segmenter.cancel)
        path = folder / "clouds.tif"
        try:
            share = _write(request, image, segmenter, path, job)
        except OSError as error:
            raise output_error(path, error) from error
    text = f"{segmenter.name} found cloud or shadow on {share:.1%} of the image; that ground counts as not observed."
    notice = Notice("clouds-masked", text, {"model": segmenter.name, "percent": round(100 * share, 1)})
    return CloudMasked(replace(request, valid_mask=str(path)), (notice,))


def cloud_model_for(request: DetectRequest, image: RasterImage) -> str:
    """Return the cloud model that a request amounts to on its image; empty: ``auto`` finds none."""
    if request.cloud_model.strip().lower() != AUTO:
        return request.cloud_model
    roles = {choice.role for choice in (*image.describe().roles, *request.bands)}
    known = " ".join(filter(None, (image.name, request.image.scene_id, Path(request.image.path).name)))
    return choose_package_model(roles, known)


def cloud_notices(request: DetectRequest) -> tuple[Notice, ...]:
    """Return what a plan should say of the cloud model before the run: that ``auto`` will find none."""
    if request.cloud_model.strip().lower() != AUTO:
        return ()
    with open_image(request.image) as image:
        return () if cloud_model_for(request, image) else (_no_model_notice(image),)


def _no_model_notice(image: RasterImage) -> Notice:
    text = (
        f"No cloud model suits '{image.name}', so clouds are not masked: ukis-csmask must be installed in the engine, "
        "and the image needs blue, green, red and near infrared."
    )
    return Notice("no-cloud-model", text, {"image": image.name})


def _write(request: DetectRequest, image: RasterImage, segmenter: Segmenter, path: Path, job: Job) -> float:
    """Write the mask, 1 = observed, and return the share of the observed pixels that cloud or shadow hides."""
    bands = choose_bands(image.bands, segmenter.band_roles, request.bands, image=image.name)
    indexes = [band.index for band in bands]
    window = window_of(request.extent, image.grid, image=image.name)
    target = model_grid(image.grid, window, segmenter.gsd_m, segmenter.gsd_range_m, name=image.name)
    conversion, _ = conversion_for(image, indexes, segmenter.value_range)
    inside = ExtentMask(request.extent, target.grid, image=image.name)
    reader = StripReader(image, indexes, conversion, target, inside=inside)
    width, height = target.grid.width, target.grid.height
    tiles = layout(width, height, tile_shape(segmenter, width, height), segmenter.overlap)
    with contextlib.ExitStack() as stack:
        own = ValidMask(request.valid_mask, target.grid) if request.valid_mask else None
        if own is not None:
            stack.enter_context(contextlib.closing(own))
        rows = _MaskRows(path, target.grid, own)
        stack.enter_context(contextlib.closing(rows))
        mirrored = _Mirrored(segmenter, (height, width))
        TileScorer(reader, mirrored, tiles, Blender(tiles, segmenter.class_codes, 0.0), beside(job)).run(rows.add)
        rows.finish()
    return rows.hidden_px / max(rows.seen_px, 1)


class _Mirrored:
    """A segmenter that sees an image smaller than its tile continued by its mirror images.

    Edges that are drawn out to streaks look like clouds to these models.
    """

    def __init__(self, segmenter: Segmenter, size: tuple[int, int]) -> None:
        self._segmenter, self._size = segmenter, size

    def __getattr__(self, name: str) -> Any:
        return getattr(self._segmenter, name)

    def predict(self, tiles: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        rows, cols = (min(side, whole) for side, whole in zip(self._size, tiles.shape[2:]))
        more = ((0, 0), (0, 0), (0, tiles.shape[2] - rows), (0, tiles.shape[3] - cols))
        return self._segmenter.predict(np.pad(tiles[:, :, :rows, :cols], more, mode="symmetric"))


def beside(job: Job) -> Job:
    """Return a job that is cancelled with the given one, and whose progress is told as the stage ``clouds``."""

    def report(progress: Progress) -> None:
        job.report(Progress(0.0, "clouds", "Looking for clouds", progress.done, progress.total))

    beside = Job(report=report)
    job.on_cancel(beside.cancel)
    return beside


class _MaskRows:
    """Grows what hides the ground by ``GROW_PX`` and writes rows as soon as nothing below can reach them."""

    def __init__(self, path: Path, grid: Grid, own: ValidMask | None) -> None:
        self._own, self._height = own, grid.height
        self._file: Any = rasterio.open(
            path, "w", driver="GTiff", width=grid.width, height=grid.height, count=1, dtype="uint8", nodata=0,
            crs=CRS.from_wkt(grid.crs.to_wkt()), transform=grid.transform, compress="deflate",
        )  # fmt: skip
        self._kept = np.zeros((0, grid.width), bool)
        self._first = self._written = 0
        self.hidden_px = self.seen_px = 0

    def close(self) -> None:
        self._file.close()

    def add(self, rows: ClassRows) -> None:
        """Take finished rows of the cloud model's class map."""
        hidden = rows.codes == HIDDEN
        self.hidden_px += int(hidden.sum())
        self.seen_px += int((rows.codes != NOT_OBSERVED).sum())
        self._kept = np.concatenate([self._kept, hidden])
        self._write_up_to(self._first + len(self._kept) - GROW_PX)

    def finish(self) -> None:
        """Write the last rows."""
        self._write_up_to(self._height)

    def _write_up_to(self, end: int) -> None:
        if end <= self._written:
            return
        grown = ndimage.binary_dilation(self._kept, iterations=GROW_PX)[self._written - self._first : end - self._first]
        observed: npt.NDArray[np.bool_] = ~np.asarray(grown, bool)
        if self._own is not None:
            observed &= self._own.observed(self._written, end)
        self._file.write(
            observed.astype(np.uint8), 1, window=Window(0, self._written, observed.shape[1], len(observed))
        )
        self._written = end
        keep_from = max(end - GROW_PX, self._first)
        self._kept = self._kept[keep_from - self._first :]
        self._first = keep_from
