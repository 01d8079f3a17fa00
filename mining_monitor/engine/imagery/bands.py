"""Which band plays which role: guessed from names, colours and order, or said by the user (CONTRACT 4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mining_monitor.contract.errors import BandsError
from mining_monitor.contract.imagery import BAND_ROLES, SENTINEL2_ROLES, BandChoice

#: Band order of Sentinel-2 L2A stacks without names: no B10 (DOMAIN 2.1; data README).
SENTINEL2_L2A_ORDER = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12")

#: The same for L1C, with B10.
SENTINEL2_L1C_ORDER = (*SENTINEL2_L2A_ORDER[:10], "B10", *SENTINEL2_L2A_ORDER[10:])

_LANDSAT8_ROLES = ("", "coastal", "blue", "green", "red", "nir", "swir16", "swir22")

_OTHER_NAMES = {
    "r": "red", "g": "green", "b": "blue", "rededge1": "rededge071", "rededge2": "rededge075", "swir1": "swir16",
    "rededge3": "rededge078", "rededge": "rededge071", "nearinfrared": "nir", "nir1": "nir", "infrared": "nir",
    "swir2": "swir22", "coastalaerosol": "coastal", "panchromatic": "pan",
}  # fmt: skip

_LANDSAT = re.compile(r"^SR[_ ]?B([1-7])$", re.IGNORECASE)
_SENTINEL2 = re.compile(r"(?:^|[^A-Za-z0-9])B0?(\d{1,2}A?)(?![A-Za-z0-9])", re.IGNORECASE)


@dataclass(frozen=True)
class BandInfo:
    """What a file says about one band.

    Attributes
    ----------
    index : int
        1-based, as in GDAL.
    name : str
        Description or band name; empty where the file has none.
    colour : str
        GDAL's colour interpretation in lower case, ``undefined`` where it has none.
    dtype : str
    nodata : float or None
    scale, offset : float
        Band tags; 1 and 0 where the file has none.
    is_alpha : bool
        Transparency, never a band of a model.
    """

    index: int
    name: str
    colour: str
    dtype: str
    nodata: float | None
    scale: float
    offset: float
    is_alpha: bool


@dataclass(frozen=True)
class RoleGuess:
    """Roles of bands and how they were found: ``name``, ``colour``, ``order`` or ``none``."""

    roles: tuple[BandChoice, ...]
    found_by: str


def canonical_role(name: str) -> str:
    """Return the STAC common name of a role, a Sentinel-2 band name or a spelling of either; else the name itself."""
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    for role in BAND_ROLES:
        if plain == role:
            return role
    if plain in _OTHER_NAMES:
        return _OTHER_NAMES[plain]
    match = re.fullmatch(r"b0?(\d{1,2}a?)", plain)
    if match:
        return SENTINEL2_ROLES.get(_sentinel2_name(match.group(1)), name)
    return plain if plain == "any" else name


def _sentinel2_name(digits: str) -> str:
    return "B" + digits.upper().zfill(2)


def _role_of_name(name: str) -> str | None:
    landsat = _LANDSAT.match(name.strip())
    if landsat:
        return _LANDSAT8_ROLES[int(landsat.group(1))]
    if re.match(r"^(ST|QA|SR)[_ ]", name.strip(), re.IGNORECASE):
        return None
    match = _SENTINEL2.search(name)
    if match:
        return SENTINEL2_ROLES.get(_sentinel2_name(match.group(1)))
    for candidate in (name, *re.split(r"[^A-Za-z0-9]+", name)):
        role = canonical_role(candidate)
        if candidate and role in BAND_ROLES:
            return role
    return None


def guess_roles(bands: Sequence[BandInfo]) -> RoleGuess:
    """Guess roles: from names, else from colours, else from the number of bands and their order.

    Twelve and thirteen bands are Sentinel-2's; three are red, green, blue; four are these and near infrared. Names
    that only count ("b1", "b2", "b3" of a few bands) say nothing.
    """
    usable = [band for band in bands if not band.is_alpha]
    is_numbered = len(usable) < 5 and [b.name.lower() for b in usable] == [f"b{i + 1}" for i in range(len(usable))]
    for found_by, roles in (
        ("name", [] if is_numbered else [_role_of_name(band.name) for band in usable]),
        ("colour", [band.colour if band.colour in BAND_ROLES else None for band in usable]),
    ):
        if any(roles):
            return RoleGuess(_first_of_each(zip(roles, usable)), found_by)
    order = {
        12: tuple(SENTINEL2_ROLES[name] for name in SENTINEL2_L2A_ORDER),
        13: tuple(SENTINEL2_ROLES[name] for name in SENTINEL2_L1C_ORDER),
        3: ("red", "green", "blue"),
        4: ("red", "green", "blue", "nir"),
    }.get(len(usable), ())
    return RoleGuess(_first_of_each(zip(order, usable)), "order" if order else "none")


def _first_of_each(pairs: object) -> tuple[BandChoice, ...]:
    found: dict[str, BandChoice] = {}
    for role, band in pairs:  # type: ignore[attr-defined]
        if role and role not in found:
            found[role] = BandChoice(role, band.index)
    return tuple(sorted(found.values(), key=lambda choice: choice.index))


def choose_bands(
    bands: Sequence[BandInfo], wanted: Sequence[str], said: Sequence[BandChoice], *, image: str, asker: str = "model"
) -> tuple[BandChoice, ...]:
    """Return one band for each role that the model wants, in the model's order.

    Parameters
    ----------
    bands : sequence of BandInfo
        All bands of the image.
    wanted : sequence of str
        Roles or Sentinel-2 names; ``any`` takes the bands that no other role took, in order.
    said : sequence of BandChoice
        The user's mapping; it wins over the guess, which fills what it leaves open.
    image, asker : str
        Names for messages: of the image, and of what wants its bands.

    Raises
    ------
    BandsError
        A role has no band, or a band that does not exist or is transparency was named for one.
    """
    usable = {band.index: band for band in bands if not band.is_alpha}
    for choice in said:
        if choice.index not in usable:
            _refuse(image, bands, wanted, asker, f"band {choice.index} ({choice.role}) is no band with picture values")
    named = {choice.role: choice.index for choice in guess_roles(bands).roles}
    named.update({canonical_role(choice.role): choice.index for choice in said})
    canonical = [canonical_role(role) for role in wanted]
    missing = [role for role in canonical if role != "any" and role not in named]
    if missing:
        _refuse(image, bands, wanted, asker, f"no band plays {', '.join(missing)}")
    taken = {named[role] for role in canonical if role != "any"}
    spoken = [choice.index for choice in said if canonical_role(choice.role) == "any"]
    free = iter(spoken or [index for index in sorted(usable) if index not in taken])
    if len(spoken or usable) < canonical.count("any") + (0 if spoken else len(taken)):
        _refuse(image, bands, wanted, asker, "there are too few bands")
    return tuple(BandChoice(role, next(free) if role == "any" else named[role]) for role in canonical)


def band_label(band: BandInfo) -> str:
    """Return how a band is called in messages and lists."""
    return band.name or (band.colour if band.colour not in ("undefined", "gray", "palette") else f"Band {band.index}")


def _refuse(image: str, bands: Sequence[BandInfo], wanted: Sequence[str], asker: str, why: str) -> None:
    has = [f"{band.index} {band_label(band)}" + (" (transparency)" if band.is_alpha else "") for band in bands]
    raise BandsError(
        f"The bands of '{image}' do not fit the {asker}: {why}. The {asker} wants {', '.join(wanted)}; "
        f"the image has {len(has)}: {', '.join(has)}. Say which band plays which role.",
        image=image, wanted=list(wanted), has=has,
    )  # fmt: skip
