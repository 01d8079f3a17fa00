"""Spectral indices from reflectance (DOMAIN 3.5 to 3.7): formulas, and rasters of them, a band of rows at a time."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.results import Notice
from mining_monitor.contract.spectral import SpectralIndexRequest, SpectralIndexResult
from mining_monitor.engine.annotation.sector_table import SectorTable, read_sectors
from mining_monitor.engine.files import is_same_file, require_place, run_folder, whole_file
from mining_monitor.engine.imagery.bands import choose_bands
from mining_monitor.engine.imagery.extent import ExtentMask, window_of
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.modelgrid import model_grid
from mining_monitor.engine.imagery.radiometry import conversion_for
from mining_monitor.engine.imagery.reader import StripReader
from mining_monitor.engine.imagery.sentinel2.cog import Draft, Layout
from mining_monitor.engine.imagery.source import RasterImage, open_image
from mining_monitor.engine.imagery.validmask import ValidMask
from mining_monitor.engine.monitoring.index_table import write_index_table
from mining_monitor.engine.progress import Job

Values = npt.NDArray[np.float32]

#: Vegetation indices say nothing where even the greenest ground stays below this (hyper-arid Chile; DOMAIN 3.5).
BARREN_NDVI, BARREN_SHARE = 0.15, 0.05

#: Reflectance below this is 0: a tenth of the smallest step that 16 bits store.
_ZERO = 1e-5

#: Rows that are computed together, in pixels.
_STRIP_PIXELS = 2_000_000


@dataclass(frozen=True)
class Index:
    """A spectral index.

    Attributes
    ----------
    name : str
    roles : tuple of str
        Bands that it needs, in the order of the formula's arguments.
    formula : callable
        Takes reflectance of the bands, float64; gives numerator and denominator.
    is_vegetation : bool
    """

    name: str
    roles: tuple[str, ...]
    formula: Callable[..., tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]]
    is_vegetation: bool = False

    def of(self, values: npt.NDArray[np.floating]) -> Values:
        """Return the index of reflectance of shape (band, row, col); NaN where the denominator is 0 or not finite."""
        top, bottom = self.formula(*np.asarray(values, np.float64))
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            found = np.where(np.abs(bottom) > _ZERO, top / bottom, np.nan)
        return np.where(np.isfinite(found), found, np.nan).astype(np.float32)


def _difference(name: str, first: str, second: str, is_vegetation: bool = False) -> Index:
    return Index(name, (first, second), lambda a, b: (a - b, a + b), is_vegetation)


def _ratio(name: str, first: str, second: str) -> Index:
    return Index(name, (first, second), lambda a, b: (a, b))


#: DOMAIN 3.5 (NDVI, NDRE, BSI), 3.6 (MNDWI, NDTI), 3.7 (iron oxide, ferric iron, ferrous silicates, clay; Ge 2020:
#: hematite with goethite, hematite with jarosite, their mixture).
INDICES = {
    index.name: index
    for index in (
        _difference("NDVI", "nir", "red", is_vegetation=True),
        _difference("NDRE", "nir08", "rededge071", is_vegetation=True),
        Index("BSI", ("swir16", "red", "nir", "blue"), lambda s, r, n, b: ((s + r) - (n + b), (s + r) + (n + b))),
        _difference("MNDWI", "green", "swir16"),
        _difference("NDTI", "red", "green"),
        _ratio("IRON", "red", "blue"),
        _ratio("FERRIC", "swir16", "nir"),
        _ratio("FERROUS", "swir22", "swir16"),
        _ratio("CLAY", "swir16", "swir22"),
        _ratio("HEMATITE", "rededge075", "coastal"),
        _ratio("JAROSITE", "rededge075", "nir08"),
        Index("IRONMIX", ("rededge075", "rededge078", "nir08"), lambda a, b, c: (a + b, c)),
    )
}


def index_named(name: str) -> Index:
    """Return an index by its abbreviation.

    Raises
    ------
    ParameterError
        There is no such index.
    """
    found = INDICES.get(name.strip().upper())
    if found is None:
        raise ParameterError(f"INDEX is '{name[:40]}'; it must be one of {', '.join(INDICES)}.", name="INDEX")
    return found


def spectral_index(request: SpectralIndexRequest, run_id: str, job: Job) -> SpectralIndexResult:
    """Compute an index of an image and, with sectors, a table by sector; files are whole or absent.

    Raises
    ------
    MiningMonitorError
        The sentence says what was wrong; nothing half-made is left.
    """
    index = index_named(request.index)
    table = request.table or (str(Path(request.output).with_suffix(".csv")) if request.sectors else None)
    _check_places(request, table)
    sectors = read_sectors(request.sectors) if request.sectors else None
    job.report(Progress(0.0, "open", "Opening the image"))
    with run_folder(run_id) as folder, ExitStack() as stack:
        image = stack.enter_context(open_image(ImageRef(request.image)))
        draft, notices = _compute(index, image, request, folder, stack, job)
        draft.close()
        return _publish(request, table, sectors, index, draft, notices, job)


def _check_places(request: SpectralIndexRequest, table: str | None) -> None:
    places = {"OUTPUT": Path(request.output), **({"TABLE": Path(table)} if table else {})}
    if places["OUTPUT"].suffix.lower() not in (".tif", ".tiff"):
        raise ParameterError(f"OUTPUT is '{request.output}'; it must end with .tif.", name="OUTPUT")
    for name, path in places.items():
        require_place(path)
        read = [Path(text) for text in (request.image, request.sectors, request.valid_mask) if text]
        others = [*read, *(other for key, other in places.items() if key != name)]
        if any(is_same_file(path, other) for other in others):
            raise ParameterError(f"{name} is {path}, which this run also reads or writes. Choose another.", name=name)


def _compute(
    index: Index, image: RasterImage, request: SpectralIndexRequest, folder: Path, stack: ExitStack, job: Job
) -> tuple[Draft, tuple[Notice, ...]]:
    """Write the index to a draft, a band of rows at a time."""
    chosen = choose_bands(image.bands, index.roles, (), image=image.name, asker="index")
    bands = [choice.index for choice in chosen]
    conversion, notices = conversion_for(image, bands, "reflectance")
    target = model_grid(
        image.grid, window_of(request.extent, image.grid, image=image.name), None, None, name=image.name
    )
    mask = ValidMask(request.valid_mask, target.grid) if request.valid_mask else None
    if mask is not None:
        stack.callback(mask.close)
    inside = ExtentMask(request.extent, target.grid, image=image.name)
    reader = StripReader(image, bands, conversion, target, inside=inside, mask=mask)
    ref = image.completed_ref()
    tags = {"SCENE_ID": ref.scene_id, "PRODUCT_START_TIME": ref.observed_at, "SYSTEM": ref.system,
            "ATTRIBUTION": ref.attribution, "INDEX": index.name}  # fmt: skip
    layout = Layout("float32", float("nan"), (index.name,), tags={key: text for key, text in tags.items() if text})
    draft = Draft(folder / "index.tif", target.grid, layout, Path(request.output))
    stack.callback(draft.close)
    rows = max(_STRIP_PIXELS // target.grid.width, 1)
    green = seen = 0
    for row in range(0, target.grid.height, rows):
        job.check()
        job.report(Progress(0.8 * row / target.grid.height, "index", f"Computing {index.name}"))
        last = min(row + rows, target.grid.height)
        block = reader.read(row, last).block
        found = np.where(block.valid, index.of(block.values), np.float32(np.nan))
        draft.write(Window(0, row, target.grid.width, last - row), found[None])
        seen += int(np.count_nonzero(np.isfinite(found)))
        green += int(np.count_nonzero(found >= BARREN_NDVI))
    return draft, (*notices, *_findings(index, image, seen, green))


def _findings(index: Index, image: RasterImage, seen: int, green: int) -> tuple[Notice, ...]:
    if seen == 0:
        text = f"Nothing of '{image.name}' is observed there: {index.name} has no values. Choose another extent."
        return (Notice("index-empty", text, {"image": image.name, "index": index.name}),)
    if index.is_vegetation and green < BARREN_SHARE * seen:
        text = (
            f"{index.name} says little here: less than {BARREN_SHARE:.0%} of '{image.name}' reach {BARREN_NDVI:g}, so "
            "there is hardly any vegetation whose loss or recovery it could show."
        )
        return (Notice("index-not-applicable", text, {"image": image.name, "index": index.name}),)
    return ()


def _publish(
    request: SpectralIndexRequest, table: str | None, sectors: SectorTable | None, index: Index, draft: Draft,
    notices: tuple[Notice, ...], job: Job,
) -> SpectralIndexResult:  # fmt: skip
    with ExitStack() as places:
        if sectors is not None and table:
            job.report(Progress(0.8, "table", "Measuring the sectors"))
            partial = places.enter_context(whole_file(Path(table)))
            write_index_table(partial, draft.path, sectors, index.name, job)
        job.report(Progress(0.9, "write", "Writing the image"))
        draft.publish(places.enter_context(whole_file(Path(request.output))), job)
        job.check()
    return SpectralIndexResult(os.fspath(request.output), table, notices)
