"""Chips and masks from an image and its reviewed sectors, in the LAMES layout (DOMAIN 1.2; 6, row 26).

``train/img``, ``train/msk`` and the like below ``val`` and ``test``: an image and a mask of one name, which begins with
the site. Masks hold LAMES codes 0..9, by pixel centre. A chip of which a part was not observed is left out: a mask has
no value for "nobody knows", and 0 would say "no mine".
"""

from __future__ import annotations

import re
import shutil
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
import shapely
from rasterio.features import rasterize

from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import AnnotationsError, OutputError, ParameterError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.results import Notice
from mining_monitor.contract.training import PARTS, TrainingChips, TrainingChipsRequest
from mining_monitor.engine.assessment.samples import evenly
from mining_monitor.engine.files import output_error
from mining_monitor.engine.imagery.crs import crs_text
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.source import RasterImage, open_image
from mining_monitor.engine.monitoring.sector_map import SectorMap, load_map
from mining_monitor.engine.progress import Job
from mining_monitor.engine.training import chip_layout, chip_tables
from mining_monitor.engine.training.chip_layout import Chip
from mining_monitor.engine.training.chip_sectors import PixelSectors, in_pixels
from mining_monitor.schema.classes import OTHER

#: Chips below this hold no place that a network could learn from; above, they are scenes.
_SIZES = (16, 4096)
_MOST_OVERLAP = 0.75


def cut_chips(request: TrainingChipsRequest, job: Job) -> TrainingChips:
    """Write the chips, their masks, ``index.csv`` and ``remap.json``; the folder is whole or absent.

    Raises
    ------
    ImageError, AnnotationsError, ParameterError, OutputError, DiskFullError
    """
    _require_parameters(request)
    sectors = load_map(request.sectors, job)
    if not len(sectors):
        raise AnnotationsError(
            f"{request.sectors.path} holds no sectors with a class: there is nothing to learn from.",
            path=request.sectors.path,
        )
    with open_image(ImageRef(request.image)) as image, _new_folder(Path(request.output)) as folder:
        shapes = in_pixels(sectors, image)
        chips, shared = _plan(request, image, shapes)
        parts = chip_layout.assign_parts(Counter(chip.group for chip in chips if chip.sites), request.split)
        writer = _Writer(image, shapes, folder, len(chips))
        for chip in chips:
            job.check()
            writer.write(chip, parts[chip.group])
            job.report(Progress(writer.seen / len(chips), "chips", done=writer.seen, total=len(chips)))
        if not writer.rows:
            raise _nothing_observed(image)
        chip_tables.write_tables(folder, writer.rows, writer.pixels, request, image)
        return _result(request, image, sectors, writer, shared)


def _require_parameters(request: TrainingChipsRequest) -> None:
    low, high = _SIZES
    if not low <= request.size <= high:
        raise ParameterError(f"SIZE is {request.size}; write {low} to {high} pixels.", name="SIZE")
    if not 0.0 <= request.overlap <= _MOST_OVERLAP:
        raise ParameterError(f"OVERLAP is {100 * request.overlap:g} %; write 0 to 75.", name="OVERLAP")
    if len(request.split) != len(PARTS) or not all(0 <= share < np.inf for share in request.split):
        raise ParameterError("SPLIT wants three shares: train, val and test, such as 70 15 15.", name="SPLIT")
    if not sum(request.split):
        raise ParameterError("SPLIT has no share above 0; write for example 70 15 15.", name="SPLIT")


def _plan(request: TrainingChipsRequest, image: RasterImage, shapes: PixelSectors) -> tuple[list[Chip], int]:
    """Return the chips to cut, and how many of the background would have been in two parts."""
    grid = image.grid
    if min(grid.width, grid.height) < request.size:
        raise ParameterError(
            f"'{image.name}' has {grid.width} x {grid.height} pixels, less than a chip of {request.size}. "
            "Choose a smaller SIZE.",
            name="SIZE",
        )
    windows = chip_layout.windows(grid.width, grid.height, request.size, request.overlap)
    boxes = chip_layout.boxes_of(windows)
    on_chip: dict[int, set[str]] = {}
    if len(shapes.polygons):
        centres = shapely.buffer(boxes, -0.5, cap_style="square", join_style="mitre")  # where a mask looks
        chips, sectors = shapely.STRtree(shapes.polygons).query(centres, predicate="intersects")
        for chip, sector in zip(chips.tolist(), sectors.tolist(), strict=True):
            on_chip.setdefault(chip, set()).add(shapes.sites[sector])
    if not on_chip:
        raise AnnotationsError(
            f"No sector lies on '{image.name}': choose the image that the sectors were drawn on.", image=image.name
        )
    group_of = chip_layout.group_sites([(windows[index], frozenset(sites)) for index, sites in on_chip.items()])
    mines = [Chip(windows[i], tuple(sorted(on_chip[i])), group_of[min(on_chip[i])]) for i in sorted(on_chip)]
    if shapes.observed is None:  # nobody says that anybody looked there
        return mines, 0
    empty = [windows[i] for i in range(len(windows)) if i not in on_chip]
    return _with_background(request, mines, [empty[i] for i in evenly(len(empty), len(mines))])


def _with_background(
    request: TrainingChipsRequest, mines: Sequence[Chip], empty: Sequence[Window]
) -> tuple[list[Chip], int]:
    """Add chips without a sector to the part of the nearest site; what would be in two parts is left out."""
    parts = chip_layout.assign_parts(Counter(chip.group for chip in mines), request.split)
    boxes = chip_layout.boxes_of([chip.window for chip in mines])
    empty_boxes = chip_layout.boxes_of(empty)
    found = [
        Chip(window, (), mines[index].group)
        for window, index in zip(empty, chip_layout.nearest(empty_boxes, boxes), strict=True)
    ]
    torn = chip_layout.across_parts([*boxes, *empty_boxes], [parts[chip.group] for chip in [*mines, *found]])
    kept = [chip for index, chip in enumerate(found, len(mines)) if index not in torn]
    return [*mines, *kept], len(found) - len(kept)


class _Writer:
    """Writes chips one by one and keeps what the index says of them."""

    def __init__(self, image: RasterImage, shapes: PixelSectors, folder: Path, total: int) -> None:
        self._image, self._shapes, self._folder = image, shapes, folder
        self._bands = [band for band in image.bands if not band.is_alpha]
        self._tree = shapely.STRtree(shapes.polygons)
        self.seen, self.not_observed, self.total = 0, 0, total
        self.rows: list[dict[str, Any]] = []
        self.pixels: Counter[int] = Counter()

    def write(self, chip: Chip, part: str) -> None:
        """Write a chip and its mask unless a part of it was not observed."""
        self.seen += 1
        (box,) = chip_layout.boxes_of([chip.window])
        if self._shapes.observed is not None and not shapely.covers(self._shapes.observed, box):
            self.not_observed += 1
            return
        pixels = self._image.read([band.index for band in self._bands], chip.window)
        if not pixels.valid.all():
            self.not_observed += 1
            return
        mask = self._mask(chip, box)
        site = re.sub(r"[^A-Za-z0-9.-]+", "-", chip.group)
        name = f"{site}_{chip.window.row_off:05d}_{chip.window.col_off:05d}.tif"
        self._save(self._folder / part / "img" / name, pixels.values.astype(self._dtype()), chip.window)
        self._save(self._folder / part / "msk" / name, mask[np.newaxis], chip.window)
        counts = Counter(dict(zip(*(found.tolist() for found in np.unique(mask, return_counts=True)), strict=True)))
        self.pixels += counts
        self.rows.append(chip_tables.row_of(name, part, chip, counts, self._image.grid.window(chip.window)))

    def _mask(self, chip: Chip, box: Any) -> npt.NDArray[np.uint8]:
        near = np.sort(self._tree.query(box, predicate="intersects"))
        shape = (chip.window.height, chip.window.width)
        if not len(near):
            return np.full(shape, OTHER, np.uint8)
        offset = rasterio.Affine.translation(chip.window.col_off, chip.window.row_off)
        burnt = [(self._shapes.polygons[index], int(self._shapes.codes[index])) for index in near]
        return np.asarray(rasterize(burnt, out_shape=shape, transform=offset, fill=OTHER, dtype="uint8"), np.uint8)

    def _dtype(self) -> str:
        kinds = {band.dtype for band in self._bands}
        only = kinds.pop() if len(kinds) == 1 else "float32"
        return only if only in ("uint8", "int8", "uint16", "int16", "float32") else "float32"

    def _save(self, path: Path, values: npt.NDArray[Any], window: Window) -> None:
        grid = self._image.grid.window(window)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with rasterio.open(
                path, "w", driver="GTiff", width=grid.width, height=grid.height, count=len(values), dtype=values.dtype,
                crs=rasterio.crs.CRS.from_user_input(crs_text(grid.crs)), transform=grid.transform, compress="deflate",
            ) as target:  # fmt: skip
                target.write(values)
                if len(values) == len(self._bands) and path.parent.name == "img":
                    target.descriptions = [band.name or None for band in self._bands]
                    target.scales = [band.scale for band in self._bands]
                    target.offsets = [band.offset for band in self._bands]
        except rasterio.errors.RasterioError as error:
            raise OutputError(f"{path} cannot be written: {error}. Choose another folder.", path=str(path)) from error


@contextmanager
def _new_folder(target: Path) -> Iterator[Path]:
    """Give a folder beside ``target`` that takes its place when the block ends well."""
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise OutputError(f"{target} holds files already; choose an empty or a new folder.", path=str(target))
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{target.name}.partial-{uuid.uuid4().hex[:8]}")
        partial.mkdir()
    except (OSError, ValueError) as error:
        raise _as_output_error(target, error) from error
    try:
        yield partial
        if target.exists():
            target.rmdir()
        partial.replace(target)
    except OSError as error:
        raise output_error(target, error) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _as_output_error(target: Path, error: OSError | ValueError) -> OutputError:
    if isinstance(error, OSError):
        return output_error(target, error)
    return OutputError(f"{target} cannot be a folder: {error}. Choose another name.", path=str(target))


def _nothing_observed(image: RasterImage) -> AnnotationsError:
    return AnnotationsError(
        f"No chip of '{image.name}' with a sector was observed all over. Choose a smaller SIZE or another image.",
        image=image.name,
    )


def _result(
    request: TrainingChipsRequest, image: RasterImage, sectors: SectorMap, writer: _Writer, shared: int
) -> TrainingChips:
    chips = Counter(str(row["split"]) for row in writer.rows)
    sites = {
        part: {s for row in writer.rows if row["split"] == part for s in row["sites"].split(";") if s} for part in PARTS
    }
    return TrainingChips(
        folder=request.output,
        chips={part: chips[part] for part in PARTS},
        sites={part: len(sites[part]) for part in PARTS},
        background=sum(not row["sites"] for row in writer.rows),
        not_observed=writer.not_observed,
        shared=shared,
        gsd_m=float(np.mean(image.gsd_m)),
        pixels={str(code): count for code, count in sorted(writer.pixels.items())},
        warnings=(*sectors.notices, *_notices(request, sectors, chips)),
    )


def _notices(request: TrainingChipsRequest, sectors: SectorMap, chips: Counter[str]) -> Iterator[Notice]:
    drafts = sum(row.get("state") == "draft" and row.get("source") == "model" for row in sectors.rows)
    if drafts:
        yield Notice(
            "chips-unreviewed",
            f"{drafts} of {len(sectors)} sectors are a model's drafts that nobody reviewed; a model would learn its "
            "own mistakes. Review them, or choose reviewed states.",
            {"count": drafts, "total": len(sectors)},
        )
    if sectors.observed is None:
        yield Notice(
            "chips-unknown-ground",
            "The sectors do not say what ground was looked at: chips without a sector were left out, and what lies "
            "beside sectors counts as 'other'.",
            {},
        )
    empty = [part for part, share in zip(PARTS, request.split, strict=True) if share > 0 and not chips[part]]
    if empty:
        yield Notice(
            "chips-empty-part",
            f"There are too few sites for every part: {', '.join(empty)} got no chip. Add images of other sites.",
            {"parts": ", ".join(empty)},
        )
