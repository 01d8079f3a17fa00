"""Training data from reviewed sectors: what is asked of ``engine.training``, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Dict, Tuple

from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.results import Notice

#: The parts of a data set, as LAMES names their folders.
PARTS: Tuple[str, ...] = ("train", "val", "test")


@dataclass(frozen=True)
class TrainingChips:
    """Chips that were written.

    Attributes
    ----------
    folder : str
        Holds ``train``, ``val`` and ``test``, each with ``img`` and ``msk``, and ``index.csv`` and ``remap.json``.
    chips, sites : dict
        Part -> count.
    background : int
        Chips among them without a sector.
    not_observed : int
        Chips that were left out because a part of them was not observed.
    shared : int
        Chips without a sector that were left out because they share pixels with another part.
    gsd_m : float
        Ground sampling distance of the chips.
    pixels : dict
        LAMES code as text -> pixels with it in all masks.
    """

    folder: str
    chips: Dict[str, int]
    sites: Dict[str, int]
    background: int
    not_observed: int
    shared: int
    gsd_m: float
    pixels: Dict[str, int]
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class TrainingChipsRequest:
    """Cut an image and its sectors into chips and masks in the LAMES layout (DOMAIN 6, row 26).

    Attributes
    ----------
    image : str
        Any raster that GDAL opens; chips keep its pixels, bands, type and CRS.
    sectors : SectorSource
    output : str
        A folder that is empty or not there yet.
    size : int
        Rows and columns of a chip.
    overlap : float
        Share of a chip that the next one repeats, 0..0.75.
    split : tuple of float
        Shares of chips for train, val and test; whole sites go to one part.
    """

    image: str
    sectors: SectorSource
    output: str
    size: int = 256
    overlap: float = 0.0
    split: Tuple[float, float, float] = (0.7, 0.15, 0.15)

    TYPE: ClassVar[str] = "training-chips"
    RESULT: ClassVar[type] = TrainingChips


def parse_split(text: str) -> Tuple[float, float, float]:
    """Read shares of train, val and test ("70 15 15", "0.7,0.15,0.15"), or the one part that gets everything.

    Raises
    ------
    ValueError
        It is neither; says what to write.
    """
    words = text.replace(",", " ").replace(";", " ").replace("/", " ").split()
    if len(words) == 1 and words[0].lower() in PARTS:
        train, val, test = (float(part == words[0].lower()) for part in PARTS)
        return train, val, test
    try:
        train, val, test = (float(word) for word in words)
    except ValueError:
        raise ValueError(f"'{text}' is no split; write three shares such as 70 15 15, or train, val or test.") from None
    return train, val, test


REQUESTS = (TrainingChipsRequest,)
