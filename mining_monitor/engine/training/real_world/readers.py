"""Each set of the data folder as samples. A set that the folder lacks gives none."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from mining_monitor.engine.assessment.samples import find_samples
from mining_monitor.engine.training.real_world.partial_labels import mine_ground_mask, sector_codes, storage_mask
from mining_monitor.engine.training.real_world.pictures import read_mask, read_reflectance_rgb, read_rgb, shrink
from mining_monitor.engine.training.real_world.samples import ANYTHING, Part, Sample, allow, uniform
from mining_monitor.engine.training.real_world.sites import cell_of, part_of, share_of

#: Sentinel-2 bands 4, 3, 2 among the twelve of the chips.
_TRUE_COLOUR_OF_TWELVE = (4, 3, 2)
#: Pictures of a desert or a city from above are shrunk until a pixel is some metres wide.
_DESERT_SHRINK, _CITY_SHRINK = 2, 6


def read_tailings(folder: Path) -> Iterator[Sample]:
    """Yield the pictures with masks of tailings storages; every sixth learned group is for looking at."""
    for row in _index(folder / "index.csv"):
        site = f"storage-{row['site_group']}"
        part: Part = "test" if row["split"] == "val" else "dev" if share_of(site) < 1 / 6 else "train"
        picture = read_rgb(folder / "img" / f"{row['name']}.png")
        mask = read_mask(folder / "msk" / f"{row['name']}.png")
        yield Sample(picture, storage_mask(picture, mask), None, None, site, "storage", part)


def read_dams(folder: Path, storages: Path) -> Iterator[Sample]:
    """Yield the pictures with a dam in the middle.

    Those with a mask follow the group of `tailings_s2`. Those without one are apart by 1-degree cell, and a cell with
    anything held out of either set is held out whole.
    """
    rows = _index(folder / "index.csv")
    held_out = {_cell(row) for row in rows + _index(storages / "index.csv") if row["split"] == "val"}
    for row in rows:
        picture = read_rgb(folder / "img" / f"{row['id']}.jpg")
        path = folder / "msk" / f"{row['id']}.png"
        if row["split"]:
            site = f"storage-{row['site_group']}"
            part: Part = "test" if row["split"] == "val" else "dev" if share_of(site) < 1 / 6 else "train"
        else:
            site = _cell(row)
            part = "test" if site in held_out else part_of(site, 0.15, 0.0)
        allowed = storage_mask(picture, read_mask(path)) if path.exists() else uniform(picture, ANYTHING)
        yield Sample(picture, allowed, 8, None, site, "dam", part)


def read_sand(folder: Path) -> Iterator[Sample]:
    """Yield the rivers with masks of sand mining; whether that is artisanal is not known."""
    for path in sorted(folder.glob("sandmine_*_img.png")):
        mask = read_mask(path.with_name(path.name.replace("_img", "_msk"))) > 127
        yield Sample(read_rgb(path), mine_ground_mask(mask), None, None, "india-rivers", "sand", "train")


def read_countryside(folder: Path) -> Iterator[Sample]:
    """Yield EuroSAT pictures, one kind a land cover, half of them held out by name."""
    for path in sorted(folder.glob("*/*.jpg")) + sorted(folder.glob("*/*.png")):
        picture = read_rgb(path)
        part = part_of(path.stem, 0.05, 0.5)
        yield _nothing(picture, f"eurosat-{path.stem}", path.parent.name, part)


def read_wide_chips(folder: Path) -> Iterator[Sample]:
    """Yield the world-wide Sentinel-2 chips in true colour, half of them held out by name."""
    for path in sorted(folder.glob("*.tif")):
        picture = read_reflectance_rgb(path, _TRUE_COLOUR_OF_TWELVE)
        yield _nothing(picture, f"chip-{path.stem}", "wide chip", part_of(path.stem, 0.0, 0.5, "chips"))


def read_deserts(folder: Path) -> Iterator[Sample]:
    """Yield desert from above, shrunk; one place for all that is known, a fifth of the pictures held out by name."""
    for path in sorted(folder.glob("*.jpg")):
        picture = shrink(read_rgb(path), _DESERT_SHRINK)
        yield _nothing(picture, f"desert-{path.stem}", "desert", part_of(path.stem, 0.0, 0.2, "desert"))


def read_cities(folder: Path) -> Iterator[Sample]:
    """Yield an arid city from above, shrunk until houses blur as at 10 m."""
    for path in sorted((folder / "img").iterdir()) if folder.is_dir() else []:
        picture = shrink(read_rgb(path), _CITY_SHRINK)
        if min(picture.shape[1:]) >= 32:
            yield _nothing(picture, f"city-{path.stem}", "city", part_of(path.stem, 0.0, 0.2, "city"))


def read_lames_folder(folder: Path) -> Iterator[Sample]:
    """Yield a folder in the LAMES layout, as `trainingchips` writes it: images and masks below train, val and test.

    The masks hold LAMES codes, 255 where nobody knows. A chip's site is its name up to the first ``_``.

    Raises
    ------
    AnnotationsError
        When the folder holds no pair of image and mask.
    ValueError
        When a picture has another size than its mask, or a code that LAMES does not have.
    """
    names: dict[str, Part] = {"train": "train", "val": "dev", "test": "test"}
    for pair in find_samples(folder):
        part = next((names[word.lower()] for word in Path(pair.name).parts if word.lower() in names), None)
        if part is None or pair.mask is None:
            continue
        picture, allowed = read_rgb(pair.image), sector_codes(read_mask(pair.mask))
        if picture.shape[1:] != allowed.shape:
            sizes = f"{picture.shape[1:]} pixels (rows, columns), its mask {allowed.shape}"
            raise ValueError(f"{pair.name} has {sizes}: draw the mask on the picture's own pixels.")
        yield Sample(picture, allowed, None, None, f"lames-{pair.image.stem.split('_')[0]}", "sectors", part)


def read_sample_world(folder: Path) -> Iterator[Sample]:
    """Yield made-up scenes with exact codes, as `scenes.fill_folder` leaves them."""
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as data:
            yield Sample(
                data["image"], sector_codes(data["truth"]), None, None, f"seed-{path.stem}", "made up", "train"
            )


def _nothing(picture: np.ndarray, site: str, kind: str, part: Part) -> Sample:
    return Sample(picture, uniform(picture, allow(0)), None, 8, site, kind, part)


def _index(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _cell(row: dict[str, str]) -> str:
    return cell_of(float(row["lon"]), float(row["lat"]), "cell")
