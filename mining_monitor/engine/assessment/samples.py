"""Labelled images on disk: pairs of image and mask in folders, chips with one label each in an ``.npz``."""

from __future__ import annotations

import csv
import fnmatch
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.errors import AnnotationsError

IMAGE_SUFFIXES = (".tif", ".tiff", ".png", ".jpg", ".jpeg", ".vrt", ".jp2")

#: Parts of the names of folders and files that tell images from masks; ``x`` and ``y`` do so as folders only.
IMAGE_WORDS = ("img", "image", "images", "imgs", "tci", "rgb")
MASK_WORDS = ("msk", "mask", "masks", "label", "labels", "gt", "truth", "sectors", "annotation", "annotations")

_INDEX = "index.csv"


@dataclass(frozen=True)
class Sample:
    """An image and its mask; ``name`` is how a report calls it. No mask: a picture on which there is no mine."""

    name: str
    image: Path
    mask: Path | None


@dataclass(frozen=True)
class Chips:
    """Small images with one label each.

    Attributes
    ----------
    images : ndarray of uint8, shape (n, row, col, 3)
        Red, green, blue.
    positive : ndarray of bool, shape (n,)
    source : ndarray of str, shape (n,)
        Where each comes from; names its kind of negative.
    lonlat : ndarray of float, shape (n, 2)
        Degrees, NaN where unknown.
    """

    images: npt.NDArray[np.uint8]
    positive: npt.NDArray[np.bool_]
    source: npt.NDArray[np.str_]
    lonlat: npt.NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.positive)

    def part(self, chosen: npt.NDArray[np.bool_]) -> Chips:
        """Return the chips where ``chosen`` is True."""
        return Chips(self.images[chosen], self.positive[chosen], self.source[chosen], self.lonlat[chosen])


def find_samples(folder: Path, split: str = "", limit: int = 0, *, has_no_mines: bool = False) -> list[Sample]:
    """Return the pairs of image and mask below a folder, by path.

    Two forms are known: folders of the same name but for a word (``img/a.png`` and ``msk/a.png``; LAMES has them
    below ``train``, ``val`` and ``test``), and files of the same name but for a word (``a_img.png``, ``a_msk.png``;
    ``s2_tci_patch.tif``, ``s2_msk_patch.tif``).

    Parameters
    ----------
    folder : Path
        Its last part may be a pattern for the names of images: ``masks/mineseg_*``.
    split : str
        Only pairs with this folder in their path, or with this ``split`` in an ``index.csv`` of the folder.
    limit : int
        Pairs at most, evenly chosen; 0: all.
    has_no_mines : bool
        Return all pictures, without masks.

    Raises
    ------
    AnnotationsError
        There is no such folder, or no pair.
    """
    pattern = "*"
    if not folder.is_dir() and any(sign in folder.name for sign in "*?["):
        folder, pattern = folder.parent, folder.name
    if not folder.is_dir():
        raise AnnotationsError(f"There is no folder {folder}: name one with images and masks.", path=str(folder))
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in IMAGE_SUFFIXES)
    masks: dict[tuple[str, ...], Path] = {}
    for path in files:
        key, is_mask = pair_key(path.relative_to(folder))
        if is_mask:
            masks.setdefault(key, path)
    samples = []
    for path in files:
        key, is_mask = pair_key(path.relative_to(folder))
        if not is_mask and (has_no_mines or key in masks) and fnmatch.fnmatch(path.name, pattern):
            samples.append(Sample(path.relative_to(folder).as_posix(), path, None if has_no_mines else masks[key]))
    samples = _of_split(folder, samples, split)
    if not samples:
        part = f" of the part '{split}'" if split else ""
        raise AnnotationsError(
            f"{folder} holds no pairs of image and mask{part}: put them into folders img and msk under the same name, "
            "or name them x_img.png and x_msk.png.",
            path=str(folder),
            split=split,
        )
    return [samples[index] for index in evenly(len(samples), limit)]


def pair_key(path: Path) -> tuple[tuple[str, ...], bool]:
    """Return what an image and its mask have in common, and whether this is the mask.

    Words that tell images from masks count as one and the same; a mask is what has a mask's word anywhere.
    """
    is_mask = False
    key = []
    for depth, part in enumerate([*path.parts[:-1], path.stem]):
        is_folder = depth < len(path.parts) - 1
        pieces = re.split(r"([_\-. ])", part.lower())
        words = (*IMAGE_WORDS, *MASK_WORDS, *(("x", "y") if is_folder else ()))
        is_mask = is_mask or any(piece in MASK_WORDS or (is_folder and piece == "y") for piece in pieces)
        key.append("".join("*" if piece in words else piece for piece in pieces))
    return tuple(part for part in key if part != "*"), is_mask


def _of_split(folder: Path, samples: list[Sample], split: str) -> list[Sample]:
    if not split:
        return samples
    names = _names_of_split(folder / _INDEX, split)
    if names is not None:
        return [one for one in samples if one.image.stem in names]
    return [one for one in samples if split.lower() in (part.lower() for part in Path(one.name).parts[:-1])]


def _names_of_split(index: Path, split: str) -> set[str] | None:
    if not index.is_file():
        return None
    try:
        with index.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AnnotationsError(f"{index} cannot be read: {error}.", path=str(index)) from error
    if not rows or "split" not in rows[0] or "name" not in rows[0]:
        return None
    return {str(row["name"]) for row in rows if row["split"] == split}


def evenly(count: int, limit: int) -> Sequence[int]:
    """Return at most ``limit`` of the indices 0..count-1, evenly spread; 0: all."""
    if not limit or count <= limit:
        return range(count)
    return [int(value) for value in np.linspace(0, count - 1, limit).round()]


def read_chips(path: Path, limit: int = 0) -> Chips:
    """Read chips from an ``.npz`` with ``x`` (n, row, col, 3) uint8 and ``y``; ``source`` and ``lonlat`` may be absent.

    Raises
    ------
    AnnotationsError
        It is no such file.
    """
    try:
        with np.load(path, allow_pickle=False) as data:
            images, labels = data["x"], data["y"]
            source = data["source"] if "source" in data else np.full(len(labels), "")
            lonlat = data["lonlat"] if "lonlat" in data else np.full((len(labels), 2), np.nan)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise AnnotationsError(
            f"{path} holds no chips ({error}): an .npz with x (chips, rows, columns, 3), 8-bit, and y (0 or 1) is "
            "expected.",
            path=str(path),
        ) from error
    shapes_fit = images.ndim == 4 and images.shape[3] == 3 and labels.shape == source.shape == (len(images),)
    if not shapes_fit or images.dtype != np.uint8 or lonlat.shape != (len(images), 2) or not len(images):
        raise AnnotationsError(
            f"{path} holds no chips: x has the form {images.shape} {images.dtype}, y {labels.shape}; x (chips, rows, "
            "columns, 3) 8-bit and y (chips) are expected.",
            path=str(path),
        )
    chips = Chips(images, labels > 0, source.astype(str), lonlat.astype(np.float64))
    chosen = np.zeros(len(chips), bool)
    chosen[evenly(len(chips), limit)] = True
    return chips if chosen.all() else chips.part(chosen)


#: Words in the name of a source that tell the kind of a negative.
NEGATIVE_KINDS = ("industrial", "aquaculture", "landslide", "riverbank", "cloud", "random")


#: Kinds that look like a mine: negatives that a rule for bare ground cannot tell from one.
HARD_KINDS = frozenset({"industrial", "aquaculture", "landslide", "riverbank"})


def negative_kind(source: str) -> str:
    """Return the kind of negative that a source's name tells, ``other`` where it tells none."""
    lowered = source.lower()
    return next((kind for kind in NEGATIVE_KINDS if kind in lowered), "other")
