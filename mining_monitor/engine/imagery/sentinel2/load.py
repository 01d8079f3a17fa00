"""``load-sentinel2``: bands of one or more scenes onto one grid, streamed by windows (issue 4; DOMAIN 2).

Memory depends on the window, the bands and, for a median, the number of scenes; never on the size of the extent.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio

from mining_monitor.contract.door import Progress
from mining_monitor.contract.products import LoadedScene, LoadSentinel2Request, OffsetDecision
from mining_monitor.contract.results import Notice
from mining_monitor.engine.files import run_folder, whole_file
from mining_monitor.engine.imagery.crs import crs_text
from mining_monitor.engine.imagery.extent import ExtentMask
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.sentinel2.bright_ground import BrightGround
from mining_monitor.engine.imagery.sentinel2.cog import Draft, Layout
from mining_monitor.engine.imagery.sentinel2.composite import Composed, Layer, compose
from mining_monitor.engine.imagery.sentinel2.masks import CODES, REASONS
from mining_monitor.engine.imagery.sentinel2.preparation import Prepared, prepare
from mining_monitor.engine.imagery.sentinel2.provenance import (
    attribution,
    file_tags,
    observed_dates,
    provenance_path,
    provenance_text,
)
from mining_monitor.engine.imagery.sentinel2.rendering import layout_of, render
from mining_monitor.engine.imagery.sentinel2.scene_reader import SceneReader
from mining_monitor.engine.imagery.sentinel2.sources import SYSTEM
from mining_monitor.engine.imagery.source import CACHE_BYTES
from mining_monitor.engine.progress import Job

LOGGER = logging.getLogger(__name__)

#: Numbers of all layers of a window that are held at once.
_HELD = 24 * 1024 * 1024

#: Files that stay open between windows: systems allow a program 256 to 1024.
_MOST_OPEN_FILES = 120

_LARGEST_SIDE, _SMALLEST_SIDE = 1024, 128

#: Share of the work that reading is; the rest is writing the cloud-optimised files.
_READING = 0.85


def load_sentinel2(request: LoadSentinel2Request, run_id: str, job: Job) -> LoadedScene:
    """Load scenes and publish the files; they are whole or absent.

    Raises
    ------
    MiningMonitorError
        The sentence says what was wrong; nothing half-made is left.
    """
    job.report(Progress(0.0, "open", "Opening the scenes"))
    rasterio.env.set_gdal_config("GDAL_CACHEMAX", CACHE_BYTES)
    with run_folder(run_id) as folder:
        prepared = prepare(request, folder, job)
        tags = file_tags(prepared.scenes, prepared.decisions, request)
        layout = layout_of(request.rendering, prepared.bands, prepared.plan.numbers, tags)
        output = Path(request.output)
        with ExitStack() as drafts:
            image = Draft(folder / "image.tif", prepared.plan.grid, layout, output)
            drafts.callback(image.close)
            mask = None
            if request.mask:
                mask = _mask_draft(folder / "mask.tif", prepared, tags, Path(request.mask))
                drafts.callback(mask.close)
            tally = _fill(prepared, request, image, mask, job)
            return _publish(request, prepared, tally, image, mask, job)


def write_mask(request: LoadSentinel2Request, path: Path, job: Job) -> dict[str, float]:
    """Write only the mask that a load would write, to a plain GeoTIFF in a folder that the caller removes.

    Returns
    -------
    dict
        Shares of the asked extent, 0..1, by the reason why they are not observed.

    Raises
    ------
    MiningMonitorError
    """
    prepared = prepare(request, path.parent, job)
    with closing(_mask_draft(path, prepared, {}, path)) as mask:
        tally = _fill(prepared, request, None, mask, job)
    return _loaded(request, prepared, tally).not_observed_by_reason


def _mask_draft(path: Path, prepared: Prepared, tags: dict[str, str], target: Path) -> Draft:
    return Draft(path, prepared.plan.grid, Layout("uint8", None, ("observed",), is_category=True, tags=tags), target)


@dataclass
class _Tally:
    """Pixels by reason inside the asked polygon, and by position of the scene that gave them."""

    reasons: Counter[int] = field(default_factory=Counter)
    outside: int = 0
    by_scene: Counter[int] = field(default_factory=Counter)


def _fill(
    prepared: Prepared, request: LoadSentinel2Request, image: Draft | None, mask: Draft | None, job: Job
) -> _Tally:
    """Read, join and write all windows."""
    tally = _Tally()
    plan = prepared.plan
    inside = _Inside(ExtentMask(request.extent, plan.grid, image=prepared.scenes[0].scene_id))
    with ExitStack() as readers:
        scenes = [SceneReader(s, d, plan, job) for s, d in zip(prepared.scenes, prepared.decisions)]
        for scene in scenes:
            readers.callback(scene.release)
        is_crowded = sum(scene.file_count for scene in scenes) > _MOST_OPEN_FILES
        mines = BrightGround(scenes, plan)
        windows = list(_windows(prepared, request.composite))
        for done, window in enumerate(windows):
            job.check()
            job.report(Progress(_READING * done / len(windows), "load", "Reading the scenes", done, len(windows)))
            shape = (plan.count, window.height, window.width)
            bright = mines.persistent(window, is_crowded=is_crowded)
            composed = compose(_layers(scenes, window, bright, is_crowded), request.composite, shape)
            if image is not None:
                rendered = render(request.rendering, composed.values, composed.valid, plan.numbers)
                image.write(window, rendered, np.asarray(composed.valid.all(axis=0), bool))
            asked = inside.window(window)
            if mask is not None:
                observed = composed.reason == 0
                if asked is not None and image is not None:  # alone, a mask says what was seen, not what was asked for
                    observed &= asked
                mask.write(window, observed.astype(np.uint8)[None])
            _count(tally, composed, asked)
    return tally


def _layers(
    scenes: Sequence[SceneReader], window: Window, bright: npt.NDArray[np.bool_] | None, is_crowded: bool
) -> Iterator[Layer]:
    """Yield the layers of a window; with many scenes the files of each are closed before the next is read."""
    for scene in scenes:
        layer = scene.layer(window, bright)
        if is_crowded:
            scene.release()
        yield layer


class _Inside:
    """The asked polygon by windows; a band of rows is drawn once for all windows of it."""

    def __init__(self, mask: ExtentMask) -> None:
        self._mask = mask
        self._rows: tuple[int, int] = (0, 0)
        self._band: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] | None = None

    def window(self, window: Window) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]] | None:
        """Return True inside; None: everywhere."""
        if self._mask.geometry is None:
            return None
        rows = (window.row_off, window.row_off + window.height)
        if rows != self._rows:
            self._rows, self._band = rows, self._mask.inside(*rows)
        return None if self._band is None else self._band[:, window.col_off : window.col_off + window.width]


def _windows(prepared: Prepared, composite: str) -> Iterator[Window]:
    """Yield windows that meet at multiples of their side from the first scene's corner, as its file is tiled."""
    grid, anchor = prepared.plan.grid, prepared.anchor
    layers = len(prepared.scenes) if composite == "median" else 2
    side = _LARGEST_SIDE
    while side > _SMALLEST_SIDE and side * side * layers * max(len(prepared.bands), 3) > _HELD:
        side //= 2
    cols, rows = _cuts(grid.width, anchor[0] % side, side), _cuts(grid.height, anchor[1] % side, side)
    for top, bottom in zip(rows, rows[1:]):
        for left, right in zip(cols, cols[1:]):
            yield Window(left, top, right - left, bottom - top)


def _cuts(length: int, first: int, side: int) -> list[int]:
    return sorted({0, *range(first, length, side), length})


def _count(tally: _Tally, composed: Composed, asked: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] | None) -> None:
    counts = np.bincount(composed.reason.ravel() if asked is None else composed.reason[asked], minlength=8)
    tally.reasons.update({code: int(count) for code, count in enumerate(counts) if count})
    if asked is not None:
        tally.outside += int(np.count_nonzero(~asked))
    tally.by_scene.update(composed.pixels)


def _publish(
    request: LoadSentinel2Request, prepared: Prepared, tally: _Tally, image: Draft, mask: Draft | None, job: Job
) -> LoadedScene:
    """Write all files beside their places, then let them take these."""
    output = Path(request.output)
    with ExitStack() as places:
        job.report(Progress(_READING, "write", "Writing the image"))
        image.publish(places.enter_context(whole_file(output)), job)
        if mask is not None and request.mask:
            job.report(Progress(0.95, "write", "Writing the mask"))
            mask.publish(places.enter_context(whole_file(Path(request.mask))), job)
        loaded = _loaded(request, prepared, tally)
        text = provenance_text(request, loaded, prepared.scenes, prepared.bands, prepared.plan.numbers)
        places.enter_context(whole_file(provenance_path(output))).write_text(text, encoding="utf-8")
        job.check()
    LOGGER.info("loaded %d scenes: %s", len(prepared.scenes), loaded.pixels_by_date)
    return loaded


def _loaded(request: LoadSentinel2Request, prepared: Prepared, tally: _Tally) -> LoadedScene:
    scenes, plan = prepared.scenes, prepared.plan
    seen = sum(tally.reasons.values())
    asked = max(prepared.asked_pixels - tally.outside, seen, 1)
    reasons = {REASONS[code]: count / asked for code, count in sorted(tally.reasons.items()) if code}
    beyond = (asked - seen) / asked
    if beyond > 0:
        reasons["nodata"] = reasons.get("nodata", 0.0) + beyond
    by_date: Counter[str] = Counter()
    for index, count in tally.by_scene.items():
        by_date[scenes[index].sensed_at[:10]] += count
    first, last = observed_dates([scenes[index] for index in sorted(tally.by_scene)] or scenes)
    return LoadedScene(
        output=request.output,
        mask=request.mask,
        width=plan.grid.width,
        height=plan.grid.height,
        crs=crs_text(plan.grid.crs),
        gsd_m=plan.gsd_m,
        bands=prepared.bands,
        scene_ids=tuple(scene.scene_id for scene in scenes),
        observed_at=first,
        last_observed_at=last,
        system=SYSTEM,
        attribution=attribution(scenes),
        offset=prepared.decisions,
        observed_share=tally.reasons[0] / asked,
        not_observed_by_reason=reasons,
        pixels_by_date=dict(sorted(by_date.items())),
        bytes_read=sum(scene.bytes_read() for scene in scenes),
        provenance=str(provenance_path(Path(request.output))),
        warnings=(*prepared.warnings, *_nothing_observed(tally, prepared.decisions)),
    )


def _nothing_observed(tally: _Tally, decisions: Sequence[OffsetDecision]) -> tuple[Notice, ...]:
    if tally.reasons[0]:
        return ()
    masked = sum(count for code, count in tally.reasons.items() if code != CODES["nodata"])
    text = (
        "Nothing of the extent is observed: clouds, shadow or your polygons hide all of it. Choose another date."
        if masked
        else "Nothing of the extent is observed: the scenes hold no data there. Choose another scene."
    )
    return (Notice("nothing-observed", text, {"scenes": len(decisions), "masked": bool(masked)}),)
