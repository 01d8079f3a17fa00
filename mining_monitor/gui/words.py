"""Numbers as people read them: areas, times, counts (UX "Manners")."""

from __future__ import annotations

from typing import Mapping, Optional

from qgis.PyQt.QtCore import QLocale

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.styles import class_short_titles, class_titles, state_titles
from mining_monitor.schema.classes import BY_CODE, BY_KEY
from mining_monitor.schema.review import STATES

SQUARE_METRES_PER_HECTARE = 10_000.0
SQUARE_METRES_PER_KM2 = 1_000_000.0


def number(value: float, decimals: int) -> str:
    """Return a number with the separators of the interface's language."""
    return QLocale().toString(round(float(value), decimals) + 0.0, "f", decimals)  # + 0: no "-0.00"


def whole(value: int) -> str:
    """Return a whole number with the separators of the interface's language."""
    return QLocale().toString(int(value))


def area_text(area_m2: float) -> str:
    """Return an area: m2 below 0.01 ha, ha below 100 ha, km2 above (UX "Manners")."""
    if area_m2 <= 0:
        return tr("0 ha")
    if area_m2 < 100.0:
        return tr("{} m²").format(number(area_m2, 0))
    hectares = area_m2 / SQUARE_METRES_PER_HECTARE
    if hectares < 100:
        return tr("{} ha").format(number(hectares, 2 if hectares < 10 else 1))
    km2 = area_m2 / SQUARE_METRES_PER_KM2
    return tr("{} km²").format(number(km2, 2 if km2 < 10 else 1 if km2 < 100 else 0))


def hectares_text(area_m2: float) -> str:
    """Return an area in hectares without its unit, for a column that names it."""
    hectares = area_m2 / SQUARE_METRES_PER_HECTARE
    return number(hectares, 2 if hectares < 10 else 1 if hectares < 1000 else 0)


def duration_text(seconds: float) -> str:
    """Return a time as seconds below two minutes, as minutes below two hours, as hours above."""
    if seconds < 1:
        return tr("1 s")
    if seconds < 120:
        return tr("{} s").format(whole(round(seconds)))
    if seconds < 7200:
        return tr("{} min").format(whole(round(seconds / 60)))
    return tr("{} h").format(number(seconds / 3600, 1))


def about_duration(seconds: Optional[float]) -> str:
    """Return an estimate, rounded as an estimate should be; empty while unknown."""
    if seconds is None:
        return ""
    if seconds < 1:
        return tr("about 1 s")
    step = 1 if seconds < 10 else 5 if seconds < 60 else 10 if seconds < 120 else 60
    return tr("about {}").format(duration_text(max(step, round(seconds / step) * step)))


def gsd_text(gsd_m: float) -> str:
    """Return a ground sampling distance: two significant decimals below 1 m."""
    if gsd_m < 1:
        return tr("{} m").format(number(gsd_m, 2))
    return tr("{} m").format(number(gsd_m, 0 if abs(gsd_m - round(gsd_m)) < 0.05 else 1))


def sectors_text(count: int) -> str:
    """Return "1 sector" or "57 sectors"."""
    return tr("1 sector") if count == 1 else tr("{} sectors").format(whole(count))


def class_title(code: int) -> str:
    """Return the translated title of a class by its LAMES code."""
    return class_titles().get(code, str(code))


def class_short_title(code: int) -> str:
    """Return a class's title where there is little room, as on a button."""
    return class_short_titles().get(code, str(code))


def class_definition(code: int) -> str:
    """Return the translated definition of a class (DOMAIN 1.2)."""
    texts = {
        0: tr("Ground that is no mining sector."),
        1: tr("Connected ground worked by artisanal or small-scale miners, often along rivers."),
        2: tr("The whole extent of a large-scale mine; it lies over its sectors by design."),
        3: tr("Ore stacked in layers on a liner and irrigated to leach out the metal."),
        4: tr("Workshops, offices, housing, laboratories, parking and other structures of the mine."),
        5: tr("The outline of a surface excavation, also of an inactive one that can still be recognised."),
        6: tr("Everything from the primary crusher to the thickener ponds."),
        7: tr("A yard for spare parts and equipment: belts, tyres, pipes."),
        8: tr("An impoundment of slurry tailings with its dam, of any type."),
        9: tr("Dumped rock without economic grade, small temporary dumps included."),
    }
    return texts.get(code, BY_CODE[code].definition if code in BY_CODE else "")


def class_mistake(code: int) -> str:
    """Return the translated common mistake of a class; empty when none is known."""
    texts = {
        1: tr("It has no clear boundary: enclose only ground that is connected."),
        2: tr("It is an area around sectors, not a sector."),
        3: tr("Easily taken for a waste rock dump: look for flat, regular terraces."),
        4: tr("Anything from the crusher to the thickener ponds is the processing plant."),
        5: tr("Ground inside a pit that is filled with waste is a waste rock dump."),
        6: tr("Offices and workshops are mine facilities."),
        7: tr("Stockyard means spare parts, not ore: ore stockpiles have no class."),
        8: tr("Ponds of water or solution without tailings have no class."),
        9: tr("Spent ore on a liner is heap leaching; fine, wet residue is tailings."),
    }
    return texts.get(code, "")


def class_title_of_key(key: str) -> str:
    """Return the translated title of a class by its key."""
    return class_title(BY_KEY[key].code) if key in BY_KEY else key


def state_title(state: str) -> str:
    """Return the translated name of a review state, as it stands inside a sentence."""
    return state_titles().get(state, state).lower()


def counts_text(counts: Mapping[str, int]) -> str:
    """Return "412 draft, 96 approved, 3 rejected": only states that occur, in the order of the review."""
    known = [state for state in STATES if counts.get(state)]
    parts = [tr("{count} {state}").format(count=whole(counts[s]), state=state_title(s)) for s in known]
    return ", ".join(parts) if parts else tr("no sectors yet")
