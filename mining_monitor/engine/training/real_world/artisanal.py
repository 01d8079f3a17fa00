"""Chips with one label each: artisanal mining somewhere in it, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from mining_monitor.engine.training.real_world.samples import Part, Sample, allow, uniform
from mining_monitor.engine.training.real_world.sites import cell_of, part_of

#: Held out: chips west of this longitude (western Amazon).
WESTERN_EDGE = -69.5
#: Kinds of negative that are measured only, never learned from: does the model leave unknown look-alikes alone?
UNSEEN_KINDS = ("industrial", "aquaculture", "landslide", "riverbank")


def kind_of(source: str, is_mine: bool) -> str:
    """Return the kind of a chip from its source's name; composites with clouds are a kind of their own."""
    if is_mine:
        return "artisanal"
    for kind in (*UNSEEN_KINDS, "random", "cloud_remnant"):
        if kind in source:
            return f"cloudy {kind}" if "clear0.05" in source else kind
    return "cloudy mistaken" if "clear0.05" in source else "mistaken"


def place_and_part(position: tuple[float, float], kind: str, index: int) -> tuple[str, Part | None]:
    """Return a chip's place and part; None when it must be left out: a mine whose place is not known.

    Mines west of `WESTERN_EDGE` are held out, and any cell that reaches beyond it, so that no cell is in two parts.
    Negatives have no position: runs of 20 that follow each other in a source stay together.
    """
    lon, lat = position
    if kind == "artisanal":
        if not np.isfinite(lon):
            return "unknown", None
        site = cell_of(lon, lat, "gold")
        return site, "test" if np.floor(lon) < WESTERN_EDGE else part_of(site, 0.15, 0.0, "asm")
    site = f"{kind}-{index // 20}"
    if any(unseen in kind for unseen in UNSEEN_KINDS):
        return site, "test"
    return site, part_of(site, 0.08, 0.2, "asm")


def read_artisanal(path: Path) -> Iterator[Sample]:
    """Yield the chips of an archive with `x`, `y`, `source` and `lonlat`.

    A mine's chip must hold class 1 and may hold 0 beside it; any other chip is 0 throughout.
    """
    if not path.exists():
        return
    with np.load(path, allow_pickle=False) as data:
        pictures, labels, sources, positions = data["x"], data["y"], data["source"], data["lonlat"]
    counts: dict[str, int] = {}
    for picture, label, source, position in zip(pictures, labels, sources, positions, strict=True):
        is_mine = bool(label)
        kind = kind_of(str(source), is_mine)
        counts[kind] = counts.get(kind, -1) + 1
        site, part = place_and_part((float(position[0]), float(position[1])), kind, counts[kind])
        if part is None:
            continue
        bands_first = np.ascontiguousarray(picture.transpose(2, 0, 1))
        allowed = uniform(bands_first, allow(0, 1) if is_mine else allow(0))
        yield Sample(bands_first, allowed, 1 if is_mine else None, None if is_mine else 1, site, kind, part)
