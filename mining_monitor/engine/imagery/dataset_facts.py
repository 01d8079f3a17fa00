"""What a file says about itself: grid, bands, date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from mining_monitor.contract.errors import ImageError, ImageWithoutCrsError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.bands import BandInfo
from mining_monitor.engine.imagery.crs import read_crs
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.palette import is_colour

#: Tag of a scene of the sample world: models that learned in that world suit it best.
MADE_UP_TAG = "MINING_MONITOR_MADE_UP"


def grid_of(dataset: Any, ref: ImageRef, name: str) -> Grid:
    """Return the grid of an open dataset; ``ref.crs`` takes the place of its own CRS.

    Raises
    ------
    ImageWithoutCrsError, ImageError
        It has no CRS for maps, or no pixel grid.
    """
    if ref.crs is None and dataset.crs is None:
        raise ImageWithoutCrsError(
            f"'{name}' has no coordinate system: nobody can say where on the earth it lies. "
            "Set the coordinate system of the layer.",
            image=name, path=ref.path,
        )  # fmt: skip
    if ref.crs is not None:
        crs = read_crs(ref.crs, name=name)
    else:
        epsg = dataset.crs.to_epsg(confidence_threshold=100)
        crs = read_crs(f"EPSG:{epsg}" if epsg else dataset.crs.to_wkt(), name=name)
    if not (crs.is_projected or crs.is_geographic or crs.is_engineering):
        raise ImageWithoutCrsError(
            f"'{name}' has the coordinate system '{crs.name}', which is none for maps. "
            "Set the coordinate system of the layer.",
            image=name, path=ref.path, crs=crs.name,
        )  # fmt: skip
    transform = dataset.transform
    if transform.determinant == 0 or (transform.is_identity and dataset.gcps[0]):
        raise ImageError(
            f"'{name}' has no pixel grid on the map (control points only, or pixels of size 0). Georeference it first.",
            image=name, path=ref.path,
        )  # fmt: skip
    return Grid(crs, transform, dataset.width, dataset.height)


def band_infos(dataset: Any, ref: ImageRef) -> Iterator[BandInfo]:
    """Yield what an open dataset says about each of its bands; ``ref.nodata`` takes the place of its own nodata."""
    says_nothing = dataset.count > 1 and len(set(dataset.descriptions)) == 1
    for index in range(1, dataset.count + 1):
        tags = dataset.tags(index)
        try:
            colour = dataset.colorinterp[index - 1].name.lower()
        except ValueError:  # an interpretation that this rasterio does not know
            colour = "undefined"
        is_said = ref.nodata is not None and not is_colour(dataset, index)
        nodata = ref.nodata if is_said else dataset.nodatavals[index - 1]
        dtype = dataset.dtypes[index - 1]
        yield BandInfo(
            index=index,
            name=((not says_nothing and dataset.descriptions[index - 1]) or tags.get("BANDNAME") or "").strip(),
            colour=colour,
            dtype=dtype,
            nodata=nodata if _fits(nodata, dtype) else None,
            scale=float(dataset.scales[index - 1]),
            offset=float(dataset.offsets[index - 1]),
            is_alpha=colour == "alpha",
        )


def observed_at(dataset: Any, path: str) -> str | None:
    """Return the ISO 8601 date of a file's tags or of its name; None where nobody says."""
    tags = {**dataset.tags(), **dataset.tags(ns="IMAGERY")}
    for key in ("ACQUISITIONDATETIME", "PRODUCT_START_TIME", "DATATAKE_1_DATATAKE_SENSING_START"):
        match = re.match(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}:\d{2})?", tags.get(key, ""))
        if match:
            return match.group(0).replace(" ", "T") + ("Z" if match.group(1) else "")
    match = re.search(r"(20\d{2})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})", path)
    return "{}-{}-{}T{}:{}:{}Z".format(*match.groups()) if match else None


def _fits(nodata: float | None, dtype: str) -> bool:
    if nodata is None or np.issubdtype(np.dtype(dtype), np.floating):
        return nodata is not None
    limits = np.iinfo(dtype)
    return float(nodata).is_integer() and limits.min <= nodata <= limits.max
