"""Images that GDAL opens: one class that reads windows with their valid mask and says what the image is."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import PurePath
from types import TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.enums import MaskFlags
from rasterio.errors import RasterioError
from rasterio.windows import Window as RasterioWindow

from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.imagery import ImageDescription, ImageRef
from mining_monitor.engine.files import is_device
from mining_monitor.engine.imagery.bands import BandInfo, band_label, guess_roles
from mining_monitor.engine.imagery.catalogues.addresses import is_web, without_secrets, without_vsicurl
from mining_monitor.engine.imagery.crs import crs_text
from mining_monitor.engine.imagery.dataset_facts import MADE_UP_TAG, band_infos, grid_of, observed_at
from mining_monitor.engine.imagery.grid import Window
from mining_monitor.engine.imagery.ground import ground_gsd_m
from mining_monitor.engine.imagery.palette import is_paletted, with_colours
from mining_monitor.engine.imagery.sentinel2.image import is_product_image, open_product_image
from mining_monitor.engine.imagery.words import in_words, scaling_in_words

#: GDAL's block cache in bytes. Its default, 5 % of the machine, would break the promise on memory.
CACHE_BYTES = 96 * 1024 * 1024

_PEEK = 128
_READ_ERRORS = (RasterioError, OSError, ValueError)


@dataclass(frozen=True)
class Pixels:
    """Raw numbers of a window.

    Attributes
    ----------
    values : ndarray of float32, shape (band, row, col)
        As stored; scale and offset are not applied; invalid pixels hold whatever the file holds.
    valid : ndarray of bool, shape (row, col)
        True where every band asked for is valid (nodata, NaN, mask band and alpha considered).
    """

    values: npt.NDArray[np.float32]
    valid: npt.NDArray[np.bool_]


class RasterImage:
    """An open image; a context manager. One thread at a time may read.

    Attributes
    ----------
    ref : ImageRef
    name : str
        For messages.
    grid : Grid
    bands : tuple of BandInfo
        All bands, transparency included.
    about : str
        What a product says of itself, in sentences; empty for other files.
    """

    def __init__(
        self,
        ref: ImageRef,
        dataset: Any,
        about: str = "",
        reading: Callable[[], AbstractContextManager[Any]] = contextlib.nullcontext,
    ) -> None:
        self.ref, self.about = ref, about
        self.name = ref.name or PurePath(without_secrets(ref.path)).stem
        self._dataset, self._reading = dataset, reading
        self.grid = grid_of(dataset, ref, self.name)
        self._gsd_m: tuple[float, float] | None = None
        self.bands = tuple(band_infos(dataset, ref))
        self.bands = _with_untagged_alpha(self)

    def __enter__(self) -> RasterImage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._dataset.close()

    @property
    def tags(self) -> dict[str, str]:
        """The file's own tags."""
        return dict(self._dataset.tags())

    @property
    def is_made_up(self) -> bool:
        """Whether the file says that it is a scene of the sample world."""
        return MADE_UP_TAG in self.tags

    @property
    def gsd_m(self) -> tuple[float, float]:
        """Ground sampling distance (x, y) in metres at the image's centre."""
        if self._gsd_m is None:
            self._gsd_m = ground_gsd_m(self.grid)
        return self._gsd_m

    @property
    def alpha(self) -> int | None:
        """1-based index of the transparency band, None where there is none."""
        return next((band.index for band in self.bands if band.is_alpha), None)

    def read(self, indexes: Sequence[int], window: Window) -> Pixels:
        """Read bands (1-based, any order, repeats allowed) of a window.

        Raises
        ------
        ImageError
            The file is damaged, incomplete or gone; the sentence names the rows.
        """
        region = RasterioWindow(window.col_off, window.row_off, window.width, window.height)
        try:
            with self._reading():
                raw = self._dataset.read(list(indexes), window=region)
                valid = self._valid(raw, indexes, region)
        except _READ_ERRORS as error:
            last = window.row_off + window.height
            raise ImageError(
                f"'{self.name}' could not be read at rows {window.row_off} to {last}: the file is damaged, "
                f"incomplete or gone ({error}). Copy it again from its source.",
                image=self.name, path=without_secrets(self.ref.path), first_row=window.row_off, last_row=last,
            ) from error  # fmt: skip
        return Pixels(raw.astype(np.float32, copy=False), valid)

    def _valid(self, raw: npt.NDArray[Any], indexes: Sequence[int], region: Any) -> npt.NDArray[np.bool_]:
        valid = np.ones(raw.shape[1:], bool)
        for values, index in zip(raw, indexes):
            nodata = self.bands[index - 1].nodata
            if np.issubdtype(values.dtype, np.floating):
                valid &= np.isfinite(values)
            if nodata is not None and not np.isnan(nodata):
                valid &= values != values.dtype.type(nodata)
        alpha = self.alpha
        if alpha is not None:
            valid &= self._dataset.read(alpha, window=region) > 0
        else:
            for index in self._masked_bands(indexes):
                valid &= self._dataset.read_masks(index, window=region) > 0
        return valid

    def _masked_bands(self, indexes: Sequence[int]) -> list[int]:
        flags = self._dataset.mask_flag_enums
        if any(MaskFlags.per_dataset in flags[index - 1] for index in indexes):
            return [indexes[0]]
        quiet = (MaskFlags.all_valid, MaskFlags.nodata)
        return [index for index in dict.fromkeys(indexes) if not any(f in quiet for f in flags[index - 1])]

    @property
    def has_mask(self) -> bool:
        """Whether validity comes from a mask band or transparency."""
        return self.alpha is not None or bool(self._masked_bands([band.index for band in self.bands]))

    def peek(self, indexes: Sequence[int]) -> npt.NDArray[np.float32]:
        """Return valid values of a few windows spread over the image, shape (band, pixel): for guesses, cheap."""
        found = []
        for fraction in (0.5, 0.2, 0.8):
            width, height = min(_PEEK, self.grid.width), min(_PEEK, self.grid.height)
            col, row = int(fraction * (self.grid.width - width)), int(fraction * (self.grid.height - height))
            pixels = self.read(indexes, Window(col, row, width, height))
            found.append(pixels.values[:, pixels.valid])
        return np.concatenate(found, axis=1)

    @property
    def observed_at(self) -> str | None:
        """ISO 8601 date of the reference, else of the file's tags or name; None where nobody says."""
        return self.ref.observed_at or observed_at(self._dataset, self.ref.path)

    def describe(self) -> ImageDescription:
        """Say what the image is (UX "Imagery")."""
        guess = guess_roles(self.bands)
        picture = [band for band in self.bands if not band.is_alpha]
        return ImageDescription(
            path=self.ref.path,
            width=self.grid.width,
            height=self.grid.height,
            bands=tuple(band_label(band) for band in self.bands),
            dtypes=tuple(band.dtype for band in self.bands),
            roles=guess.roles,
            crs=crs_text(self.grid.crs),
            gsd_m=self.gsd_m,
            nodata=_finite(next((band.nodata for band in picture), None)),
            has_mask=self.has_mask,
            observed_at=self.observed_at,
            in_words=" ".join(
                (
                    in_words(self.grid, self.gsd_m, self.bands, guess.found_by),
                    self.about or scaling_in_words(self.bands),
                )
            ).strip(),
        )

    def completed_ref(self) -> ImageRef:
        """Return the reference with scene, date, agency and attribution that the file knows and nobody gave."""
        tags = self.tags
        return dataclasses.replace(
            self.ref,
            scene_id=self.ref.scene_id or tags.get("SCENE_ID") or None,
            observed_at=self.observed_at,
            system=self.ref.system or tags.get("SYSTEM") or None,
            attribution=self.ref.attribution or tags.get("ATTRIBUTION") or None,
        )


def open_image(ref: ImageRef) -> RasterImage:
    """Open an image: what GDAL opens, a Sentinel-2 product (SAFE folder, .zip, ``MTD_*.xml``), a COG by its URL.

    Raises
    ------
    NetworkError, SignInError, CatalogueError
        The image has a URL and its host does not answer as it should.
    ImageError
        The file is missing, unknown to GDAL, has no bands, complex numbers or no position.
    ImageWithoutCrsError
        It has no coordinate reference system and ``ref.crs`` names none.
    """
    rasterio.env.set_gdal_config("GDAL_CACHEMAX", CACHE_BYTES)
    name = ref.name or PurePath(without_secrets(ref.path)).stem
    if "\0" in ref.path:
        raise ImageError("The name of the image holds a zero byte. Choose a raster file.", path=ref.path)
    if is_device(ref.path):
        raise ImageError(f"'{ref.path}' is a pipe or a device, not a file. Choose a raster file.", path=ref.path)
    ref, dataset, about, reading = _opened(ref)
    with contextlib.ExitStack() as undo:
        undo.callback(dataset.close)
        if dataset.count == 0:
            parts = [part.split(":", 1)[-1] for part in dataset.subdatasets[:4]]
            raise ImageError(
                f"'{name}' holds several images and none of its own: open one of them, e.g. {', '.join(parts) or '-'}.",
                path=ref.path, subdatasets=list(dataset.subdatasets),
            )  # fmt: skip
        if any(dtype.startswith("complex") for dtype in dataset.dtypes):
            raise ImageError(f"'{name}' has complex numbers (radar): models cannot take them.", path=ref.path)
        image = RasterImage(ref, dataset, about, reading)
        undo.pop_all()
    return image


def _opened(ref: ImageRef) -> tuple[ImageRef, Any, str, Callable[[], AbstractContextManager[Any]]]:
    """Return the reference, completed by a product, its dataset, what it says of itself, and the context to read in."""
    about = ""
    reading: Callable[[], AbstractContextManager[Any]] = contextlib.nullcontext
    try:
        if is_web(without_vsicurl(ref.path)):
            from mining_monitor.engine.imagery.catalogues.remote import open_by_url  # what local files do not need

            dataset, reading = open_by_url(without_vsicurl(ref.path))
        elif is_product_image(ref.path):
            product = open_product_image(ref)
            ref, dataset, about = product.ref, product.dataset, product.in_words
        else:
            dataset = rasterio.open(ref.path)
            if is_paletted(dataset):
                dataset = with_colours(dataset, ref.path, ref.nodata)
    except UnicodeEncodeError as error:
        raise ImageError(f"The name '{ref.path}' is not in UTF-8. Rename the file.", path=ref.path) from error
    except _READ_ERRORS as error:
        is_item = PurePath(ref.path).suffix.lower() == ".json"
        hint = "Load it with 'Load Sentinel-2 scenes' (loadsentinel2) first where it is an item of a catalogue."
        raise ImageError(
            f"'{ref.path}' cannot be opened as an image: {str(error).rstrip('.')}. "
            f"{hint if is_item else 'Check that the file exists and is complete.'}",
            path=ref.path,
        ) from error
    return ref, dataset, about, reading


def describe_image(ref: ImageRef) -> ImageDescription:
    """Open an image, say what it is, close it; raises what ``open_image`` raises."""
    with open_image(ref) as image:
        return image.describe()


def completed_ref(ref: ImageRef) -> ImageRef:
    """Open an image and return its reference with what the file knows of its provenance."""
    with open_image(ref) as image:
        return image.completed_ref()


def _with_untagged_alpha(image: RasterImage) -> tuple[BandInfo, ...]:
    """Take a fourth byte band of nothing but 0 and 255 for transparency, as screenshots and LAMES patches have it."""
    bands = image.bands
    is_candidate = len(bands) == 4 and all(b.dtype == "uint8" for b in bands) and image.alpha is None
    if not is_candidate or bands[3].name or bands[3].colour not in ("undefined", "gray"):
        return bands
    if not np.isin(image.peek([4]), (0, 255)).all():
        return bands
    last = BandInfo(**{**bands[3].__dict__, "is_alpha": True})
    return (*bands[:3], last)


def _finite(value: float | None) -> float | None:
    return value if value is not None and np.isfinite(value) else None
