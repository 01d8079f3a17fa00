"""The LAMES classes: codes, keys, colours and definitions (DOMAIN 1.2, 1.7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Tuple

#: Value of a pixel that nobody could see: cloud, nodata, outside the run. Never "no mine".
NOT_OBSERVED = 255

#: Code of ground that is observed and is no mining sector.
OTHER = 0


@dataclass(frozen=True)
class SectorClass:
    """One LAMES class.

    Attributes
    ----------
    code : int
        Value of the field ``class`` and of a class raster's pixel, 0..9.
    key : str
        Short stable key (``class_key``).
    title : str
        English name; interfaces translate it.
    definition : str
        What belongs to the class (DOMAIN 1.2).
    common_mistake : str
        The misreading that the interface warns of; empty when none is known.
    colour : str
        ``#rrggbb`` of the published LAMES project (DOMAIN 1.7).
    safe_colour : str
        ``#rrggbb`` of the colour-blind-safe set, built on Okabe and Ito (2008) and Tol's "muted".
    """

    code: int
    key: str
    title: str
    definition: str
    common_mistake: str
    colour: str
    safe_colour: str


LAMES_CLASSES: Tuple[SectorClass, ...] = (
    SectorClass(0, "other", "Other", "Ground that is no mining sector.", "", "#ea53e2", "#bbbbbb"),
    SectorClass(
        1, "asm", "Artisanal site",
        "Connected ground worked by artisanal or small-scale miners, often along rivers.",
        "It has no clear boundary: enclose only ground that is connected.",
        "#beb297", "#ddcc77",
    ),
    SectorClass(
        2, "lsm", "Large-scale site",
        "The whole extent of a large-scale mine; it lies over its sectors by design.",
        "It is an area around sectors, not a sector.",
        "#4daf4a", "#117733",
    ),
    SectorClass(
        3, "lh", "Heap leaching",
        "Ore stacked in layers on a liner and irrigated to leach out the metal.",
        "Easily taken for a waste rock dump: look for flat, regular terraces.",
        "#ad85ed", "#cc79a7",
    ),
    SectorClass(
        4, "mf", "Mine facility",
        "Workshops, offices, housing, laboratories, parking and other structures of the mine.",
        "Anything from the crusher to the thickener ponds is the processing plant.",
        "#34e7f0", "#56b4e9",
    ),
    SectorClass(
        5, "op", "Open pit",
        "The outline of a surface excavation, also of an inactive one that can still be recognised.",
        "Ground inside a pit that is filled with waste is a waste rock dump.",
        "#77e2a2", "#882255",
    ),
    SectorClass(
        6, "pp", "Processing plant",
        "Everything from the primary crusher to the thickener ponds.",
        "Offices and workshops are mine facilities.",
        "#88cf6c", "#009e73",
    ),
    SectorClass(
        7, "sy", "Stockyard",
        "A yard for spare parts and equipment: belts, tyres, pipes.",
        "Stockyard means spare parts, not ore: ore stockpiles have no class.",
        "#3f70ec", "#0072b2",
    ),
    SectorClass(
        8, "tsf", "Tailings storage facility",
        "An impoundment of slurry tailings with its dam, of any type.",
        "Ponds of water or solution without tailings have no class.",
        "#d52154", "#d55e00",
    ),
    SectorClass(
        9, "wr", "Waste rock dump",
        "Dumped rock without economic grade, small temporary dumps included.",
        "Spent ore on a liner is heap leaching; fine, wet residue is tailings.",
        "#e0e93e", "#f0e442",
    ),
)  # fmt: skip

BY_CODE: Dict[int, SectorClass] = {c.code: c for c in LAMES_CLASSES}
BY_KEY: Dict[str, SectorClass] = {c.key: c for c in LAMES_CLASSES}

#: Keys that other sources use for the same class (DOMAIN 1.3: the annotation document says ``ms``).
KEY_ALIASES: Dict[str, str] = {"ms": "lsm", "bg": "other", "background": "other", "-": "other"}


def class_code(name: str) -> int | None:
    """Return the code of a class given by its key, alias or English title, or None when unknown."""
    wanted = " ".join(name.strip().lower().replace("_", " ").replace("-", " ").split()) or "-"
    key = KEY_ALIASES.get(wanted, wanted)
    if key in BY_KEY:
        return BY_KEY[key].code
    for sector_class in LAMES_CLASSES:
        if wanted in (sector_class.title.lower(), sector_class.title.lower() + "s"):
            return sector_class.code
    return None
